# SPDX-License-Identifier: Apache-2.0
"""Ids as people read them. An id is a hash of what it names, and a phone number can be found by trying them all."""

import hmac
import re

from suluh.model.ids import letters

_ID = re.compile(r"\b[a-z2-7]{26}\b")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_HALF = 16


def is_id(text: str) -> bool:
    """Whether a text looks like an id: of the store, or as lists show it."""
    return _ID.fullmatch(text) is not None


class Seal:
    """HMAC-SHA-256 of ids under the secret of the case: the same in this case for ever, and nothing elsewhere."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def of(self, name: str) -> str:
        """What stands for an id of the store, or for a digest of one of its bodies; anything else stays."""
        if is_id(name):
            return letters(self._hash(name)[:_HALF])
        return self._hash(name).hex() if _DIGEST.fullmatch(name) else name

    def within(self, words: str) -> str:
        """A sentence of ours with every id in it sealed."""
        return _ID.sub(lambda found: self.of(found.group()), words)

    def _hash(self, name: str) -> bytes:
        return hmac.digest(self._secret, name.encode("ascii"), "sha256")
