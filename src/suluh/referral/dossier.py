# SPDX-License-Identifier: Apache-2.0
"""What a package says: hashes, labels, codes, counts and times; nothing else can be put into it."""

from suluh.model.body import Part


class ExhibitLine(Part, frozen=True, kw_only=True):
    """One exhibit, under the unit's label, with the paper that allows the work on it."""

    label: str
    authority: str
    authority_kind: str
    authority_date: str
    approval: str | None = None
    """Number of the court's approval of an urgent seizure."""

    files: int = 0
    """Files within the scope of the authority."""

    contents: int = 0
    """Different contents among them."""

    listed: int = 0
    """Contents among them that this package lists."""


class MatchLine(Part, frozen=True, kw_only=True):
    """A known set in which a content stands by its exact hash."""

    set: str
    digest: str
    entry: int
    version: str | None = None
    categories: tuple[str, ...] = ()


class VoteLine(Part, frozen=True, kw_only=True):
    """A category, and how many officers gave it."""

    category: str
    officers: int


class ContentLine(Part, frozen=True, kw_only=True):
    """One content that stands in a known set, or to which an officer gave a category."""

    sha256: str
    sha1: str
    md5: str
    size: int
    type: str
    files: int
    exhibits: tuple[str, ...]
    matches: tuple[MatchLine, ...] = ()
    votes: tuple[VoteLine, ...] = ()


class DealLine(Part, frozen=True, kw_only=True):
    """One deal, its parties by codes of this package."""

    code: str
    kind: str
    state: str
    tier: str
    seller: str | None = None
    buyer: str | None = None
    items_promised: int | None = None
    items_delivered: int = 0
    items_distinct: int = 0
    amount: str | None = None
    """Decimal text."""

    currency: str | None = None
    payments: int = 0
    offered_at: str | None = None
    paid_at: str | None = None
    delivered_at: str | None = None
    contents: tuple[str, ...] = ()
    """SHA-256 of what was handed over, as far as the package lists it."""


class AccountLine(Part, frozen=True, kw_only=True):
    """A party of deals: a code of this package and the kind of service, no identifier."""

    code: str
    service: str
    sold: int = 0
    bought: int = 0


class Dossier(Part, frozen=True, kw_only=True):
    """All that one package says to one recipient."""

    case: str
    unit: str
    recipient: str
    author: str
    at: str
    exhibits: tuple[ExhibitLine, ...] = ()
    contents: tuple[ContentLine, ...] = ()
    deals: tuple[DealLine, ...] = ()
    accounts: tuple[AccountLine, ...] = ()
