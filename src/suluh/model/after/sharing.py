# SPDX-License-Identifier: Apache-2.0
"""Nouns of sharing: draft and release of a referral package."""

from suluh.model.body import Noun, Part


class Terms(Part, frozen=True, kw_only=True):
    """For which kind of recipient a package is made, and on what terms it leaves."""

    kind: str
    """One of those of `referral/recipients.py`."""

    country: str | None = None
    """Two capital letters: nothing of other countries is in the package."""

    person: str | None = None
    """An account, or a person's id: nothing of other persons is in the package."""

    request: str | None = None
    """Number of the recipient's request, or ``own initiative``."""

    basis: str | None = None
    """Legal basis as the officer states it."""

    handling: str | None = None
    """Handling code, H0 to H3."""


class Withheld(Part, frozen=True, kw_only=True):
    """How much of the case does not leave with a package, and why."""

    what: str
    why: str
    count: int


class Change(Part, frozen=True, kw_only=True):
    """How many rows of a table came and went since the last package to the same recipient."""

    table: str
    more: int = 0
    fewer: int = 0


class Summary(Part, frozen=True, kw_only=True):
    """What a draft would let out, in numbers, for whoever approves it."""

    persons: int = 0
    """Groups of accounts that have a row, under a code or in full."""

    named: int = 0
    """Accounts among them whose identifiers stand in full."""

    children: int = 0
    hashes: int = 0
    texts: int = 0
    """Texts of messages: no kind of package has any."""

    withheld: tuple[Withheld, ...] = ()
    last: str | None = None
    """The draft of the last package that was released to the same recipient."""

    lost: bool = False
    """Whether that package does not lie in the case any more: nothing can be compared."""

    changes: tuple[Change, ...] = ()


class Draft(Noun, frozen=True, kw_only=True, tag="draft/1"):
    """A package that one officer proposes: its digest covers exactly what would leave."""

    recipient: str
    digest: str
    """SHA-256 of the package's manifest."""

    by: str
    at: str
    signature: str
    """Author's Ed25519 signature over recipient and digest, hex (docs/custody.md)."""

    terms: Terms | None = None
    """Null in drafts of versions that made one package for all."""

    summary: Summary | None = None


class Release(Noun, frozen=True, kw_only=True, tag="release/1"):
    """A draft that another officer approved."""

    draft: str
    digest: str
    by: str
    at: str
    signature: str
