# SPDX-License-Identifier: Apache-2.0
"""One entry of the ledger: what was done, by whom, and the root of the rows that it wrote."""

from collections.abc import Mapping
from typing import Protocol, Self

import msgspec
from msgspec import Struct

from suluh.custody.key import PublicKey
from suluh.model.body import body
from suluh.model.errors import BadBody

CONTEXT = b"suluh entry 1\n"
"""Stands before the body when it is signed, so that no other signature can pass for an entry's."""


class Signer(Protocol):
    """Whoever can sign with their own key."""

    def sign(self, message: bytes) -> bytes:
        """An Ed25519 signature."""
        ...


class Entry(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="entry/1",
    tag_field="noun",
):
    """What was done, to what, when, by whom; chained to the entry before it."""

    log: str
    """Id of the case."""

    seq: int
    """From 1, without gaps."""

    prev: str
    """Leaf hash of the entry before, hex; empty for the first."""

    at: str
    actor: str
    """The officer's code."""

    key: str
    """Their Ed25519 public key, hex."""

    action: str
    object: str
    tool: str
    count: int = 0
    """Rows that it wrote."""

    root: str | None = None
    """RFC 6962 root over their bodies in the order of kind and id, hex; null without rows."""

    replaces: tuple[int, ...] = ()
    """Earlier batches whose rows it retired."""

    took: str | None = None
    """Digest of what a finished step took; null while it goes on, and for every other act."""

    detail: Mapping[str, str] = msgspec.field(default_factory=dict)

    def body(self) -> bytes:
        """Its canonical bytes: the leaf of the ledger's tree."""
        return body(self)

    def sign(self, key: Signer) -> bytes:
        """The acting officer's signature over the body."""
        return key.sign(CONTEXT + self.body())

    @classmethod
    def read(cls, raw: bytes) -> Self:
        """The entry of canonical bytes; the same entry written in any other way is none. Raises `BadBody`."""
        try:
            entry = msgspec.json.decode(raw, type=cls, strict=True)
        except (
            msgspec.MsgspecError,
            UnicodeDecodeError,
            RecursionError,
            TypeError,
        ) as error:  # a cell may hold a number
            raise BadBody(f"these bytes are no ledger entry: {error}") from error
        if entry.body() != raw:
            raise BadBody("these bytes are a ledger entry, but not in its canonical form")
        return entry


def is_signed(raw: bytes, signature: bytes, key: PublicKey) -> bool:
    """Whether this officer signed an entry's body."""
    return key.verify(CONTEXT + raw, signature)
