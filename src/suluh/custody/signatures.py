# SPDX-License-Identifier: Apache-2.0
"""The signatures of many entries, each under the key that its entry names: what processes can share.

Whether that key is its officer's, and all else, `custody.verify` checks; and it looks again at each that fails here.
"""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from suluh.custody.entry import CONTEXT
from suluh.custody.sodium import surely_signed

Pair = tuple[bytes, bytes]
"""The body of an entry, and its signature."""


class _Named(Struct):
    """Of an entry, the key."""

    key: str


_named = msgspec.json.Decoder(_Named)
_pairs = msgspec.msgpack.Decoder(list[Pair])


def pack(pairs: Sequence[Pair]) -> bytes:
    """Some entries as one chunk."""
    return msgspec.msgpack.encode(pairs)


def work(chunk: bytes) -> bytes:
    """For each entry of a chunk 1 where the key that it names signed it, else 0."""
    return bytes([is_surely_signed(raw, signature) for raw, signature in _pairs.decode(chunk)])


def is_surely_signed(raw: bytes, signature: bytes) -> bool:
    """Whether the key that an entry names signed it, so far as libsodium says."""
    try:
        key = bytes.fromhex(_named.decode(raw).key)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return False
    return surely_signed(key, CONTEXT + raw, signature)
