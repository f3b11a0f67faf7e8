# SPDX-License-Identifier: Apache-2.0
"""Ids as people read them. An id is a hash of what it names, and a phone number can be found by trying them all."""

import hashlib
import re

from suluh.model.ids import beginning, letters

_ID = re.compile(r"\b[a-z2-7]{26}\b")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_HALF = 16
_BLOCK, _PADS = 64, (0x36, 0x5C)
"""Bytes of a block of SHA-256, and what RFC 2104 pads its two keys with."""


def is_id(text: str) -> bool:
    """Whether a text looks like an id: of the store, or as lists show it."""
    return _ID.fullmatch(text) is not None


class Seal:
    """HMAC-SHA-256 of ids under the secret of the case: the same in this case for ever, and nothing elsewhere."""

    def __init__(self, secret: bytes) -> None:
        key = (secret if len(secret) <= _BLOCK else hashlib.sha256(secret).digest()).ljust(_BLOCK, b"\0")
        self._inner, self._outer = (hashlib.sha256(bytes(one ^ pad for one in key)) for pad in _PADS)

    def of(self, name: str) -> str:
        """What stands for an id of the store, or for a digest of one of its bodies; anything else stays."""
        if is_id(name):
            return letters(self._hash(name)[:_HALF])
        return self._hash(name).hex() if _DIGEST.fullmatch(name) else name

    def begins(self, name: str) -> int:
        """The first bits of what stands for an id of the store, in a fraction of the time of `of`."""
        return beginning(self._hash(name))

    def within(self, words: str) -> str:
        """A sentence of ours with every id in it sealed."""
        return _ID.sub(lambda found: self.of(found.group()), words)

    def _hash(self, name: str) -> bytes:
        """HMAC as RFC 2104 has it, from both keyed hashes as they stand: a quarter of the time of making them anew."""
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(name.encode())
        outer.update(inner.digest())
        return outer.digest()
