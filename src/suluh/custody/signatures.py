# SPDX-License-Identifier: Apache-2.0
"""The signatures of many entries, each under the key that its entry names: what processes can share.

Whether that key is its officer's, and all else, `custody.verify` checks; and it looks again at each that fails here.
"""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from suluh.custody.entry import CONTEXT
from suluh.custody.key import has_signed

Pair = tuple[bytes, bytes]
"""The body of an entry, and its signature."""


class _Named(Struct):
    """Of an entry, the key."""

    key: str


def pack(pairs: Sequence[Pair]) -> bytes:
    """Some entries as one chunk."""
    return msgspec.msgpack.encode(pairs)


def work(chunk: bytes) -> bytes:
    """For each entry of a chunk 1 where the key that it names signed it, else 0."""
    return bytes(_is_signed(raw, signature) for raw, signature in msgspec.msgpack.decode(chunk, type=list[Pair]))


def _is_signed(raw: bytes, signature: bytes) -> bool:
    try:
        key = bytes.fromhex(msgspec.json.decode(raw, type=_Named).key)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return False
    return has_signed(key, CONTEXT + raw, signature)
