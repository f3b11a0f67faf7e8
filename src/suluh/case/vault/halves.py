# SPDX-License-Identifier: Apache-2.0
"""Locks a secret under a key of which nobody holds the whole: each of its two halves alone is noise."""

import secrets
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from suluh.model.errors import BadBody

_KEY = 32
_NONCE = bytes(12)
"""The same for all, for each key locks one secret."""


class Halved(NamedTuple):
    """A locked secret and the two halves of its key."""

    secret: bytes
    one: bytes
    other: bytes


def lock(secret: bytes) -> Halved:
    """Lock a secret: the key is drawn and kept nowhere, one half of it is drawn, the other is what both differ by."""
    key, one = secrets.token_bytes(_KEY), secrets.token_bytes(_KEY)
    return Halved(ChaCha20Poly1305(key).encrypt(_NONCE, secret, None), one, _differ(key, one))


def unlock(secret: bytes, one: bytes, other: bytes) -> bytes:
    """The secret, by both halves in either order. Raises `BadBody`."""
    try:
        return ChaCha20Poly1305(_differ(one, other)).decrypt(_NONCE, secret, None)
    except (InvalidTag, ValueError) as error:
        raise BadBody("these two halves are not of one key, or what it locked was changed") from error


def _differ(one: bytes, other: bytes) -> bytes:
    return bytes(left ^ right for left, right in zip(one, other, strict=True))
