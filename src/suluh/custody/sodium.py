# SPDX-License-Identifier: Apache-2.0
"""Ed25519 by libsodium, in about half of OpenSSL's time: what holds here holds there, docs/decisions/0016.

What does not hold here says nothing: libsodium refuses a few signatures that OpenSSL takes, so that one is asked then.
"""

from functools import cache

from nacl.bindings import crypto_sign_open
from nacl.exceptions import BadSignatureError

from suluh.custody.key import is_key

SIGNATURE = 64

_WORDS = b"suluh edge"
_KEY = bytes.fromhex("70ddd4c87df8bc2f446537d69eb8f1641793da7e25baa9167ea808f2bc7ac829")
_RIGHT = bytes.fromhex(
    "5f2b0fd9e584ae91f77a65ba6b839e9a7b84f7108a34b181d3ba18d13b84087f"
    "919b9d7678b58c3e6a943beef002ca293ad051215cc245575841453ae32ddd05"
)
_OF_SMALL_ORDER = bytes.fromhex(
    "df3b4125635ec502b7dc173f2fe4b8bdaf130d24b091b4032d4ffebac15f011e"
    "91ebe574e4e6d8b1919310e403233e8b630832feb31f8595bab0e735071fca02"
)
"""Its first point has a part of order 8: RFC 8032 leaves it open who takes that, and OpenSSL does not."""

_TOO_LARGE = bytes.fromhex(
    "5f2b0fd9e584ae91f77a65ba6b839e9a7b84f7108a34b181d3ba18d13b84087f"
    "7e6f93d392189f9640313391cffca83e3ad051215cc245575841453ae32ddd15"
)
"""The right one with the order of the group added to its number."""


def surely_signed(signing: bytes, message: bytes, signature: bytes) -> bool:
    """Whether libsodium finds that an Ed25519 key signed the message; no where it is less strict than OpenSSL."""
    return len(signature) == SIGNATURE and is_key(signing) and is_strict() and _holds(signing, message, signature)


@cache
def is_strict() -> bool:
    """Whether the libsodium that is installed takes what is right, and refuses what OpenSSL refuses."""
    return _holds(_KEY, _WORDS, _RIGHT) and not any(_holds(_KEY, _WORDS, one) for one in (_OF_SMALL_ORDER, _TOO_LARGE))


def _holds(signing: bytes, message: bytes, signature: bytes) -> bool:
    """What libsodium says. It reads 32 bytes of key and 64 of signature, however many there are."""
    try:
        crypto_sign_open(signature + message, signing)
    except BadSignatureError:
        return False
    return True
