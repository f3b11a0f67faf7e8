# SPDX-License-Identifier: Apache-2.0
"""What a package can say: hashes, labels, codes, counts and times, and identifiers only for whom they may be told."""

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
    judgement: str | None = None
    """What an officer decided: confirmed, rejected, disputed, or undecided; null in packages of earlier versions."""

    by: str | None = None
    """Who decided it, and when."""

    at: str | None = None
    seller: str | None = None
    buyer: str | None = None
    items_promised: int | None = None
    items_delivered: int = 0
    items_distinct: int = 0
    recorded: str | None = None
    """Paid by a booked line: decimal text, as the next two. No two of the three are ever added."""

    possible: str | None = None
    """Perhaps paid by a booked line."""

    asked: str | None = None
    """A price alone, of which nothing is known to be paid."""

    currency: str | None = None
    payments: int = 0
    offered_at: str | None = None
    paid_at: str | None = None
    delivered_at: str | None = None
    contents: tuple[str, ...] = ()
    """SHA-256 of what was handed over, as far as the package lists it."""


class OfferLine(Part, frozen=True, kw_only=True):
    """One price of an offer of which no buyer is known, its seller by a code of this package."""

    code: str
    kind: str
    seller: str | None = None
    told: int = 0
    """How often it was told."""

    items: int | None = None
    asked: str | None = None
    """Decimal text; null where no price is named."""

    currency: str | None = None
    at: str | None = None
    """When it was first told."""


class AccountLine(Part, frozen=True, kw_only=True):
    """An account: a code of this package, its service, and its identifier only for whom it may be told."""

    code: str
    service: str
    account: str | None = None
    country: str | None = None
    basis: str | None = None
    """On what the country rests."""

    sold: int = 0
    bought: int = 0
    offered: int = 0
    """Offers of which no buyer is known."""


class LinkLine(Part, frozen=True, kw_only=True):
    """A link of an account of the person to another, as it stands; rejected ones as well."""

    left: str
    right: str
    rule: str
    judgement: str
    merges: bool = False
    by: str | None = None
    at: str | None = None


class DecisionLine(Part, frozen=True, kw_only=True):
    """What an officer decided on an account or on two conversations of the person; the reason stays with the unit."""

    order: int
    act: str
    account: str
    other: str | None = None
    """Code of the second account, where there is one."""

    value: str | None = None
    """Role or status; ``one-conversation`` where it is of two conversations in which the account takes part."""

    document: str | None = None
    by: str
    at: str


class ChildLine(Part, frozen=True, kw_only=True):
    """A role or a status of a child, under a code of this package."""

    code: str
    kind: str
    """Whether it is a role or a status."""

    value: str
    since: str | None = None
    until: str | None = None


class MaterialLine(Part, frozen=True, kw_only=True):
    """Contents that are near duplicates of one another, under a neutral code, in numbers."""

    code: str
    contents: int
    files: int
    exhibits: int
    recorded: int = 0
    """Deals in which one of them was sent, supported by a payment record."""

    possible: int = 0
    buyers: int = 0
    first: str | None = None
    last: str | None = None
    paid: str | None = None
    """Recorded payment of those deals: decimal text with its currency."""


class FigureLine(Part, frozen=True, kw_only=True):
    """A figure of the statistics; a count under ten stands as ``<10``."""

    what: str
    of: str | None = None
    """The value that is counted; null for the whole."""

    count: str


class StepLine(Part, frozen=True, kw_only=True):
    """A step of the method: what it does, and its version."""

    step: str
    version: int
    indonesian: str
    english: str


class LimitLine(Part, frozen=True, kw_only=True):
    """A sentence on what the results cannot say."""

    number: int
    indonesian: str
    english: str


class SetLine(Part, frozen=True, kw_only=True):
    """A hash set that was used."""

    set: str
    kind: str
    version: str | None = None
    digest: str
    entries: int = 0


class StateLine(Part, frozen=True, kw_only=True):
    """How many files of an exhibit left intake in a state; the states add up."""

    exhibit: str
    state: str
    files: int
    bytes: int


class UnreadLine(Part, frozen=True, kw_only=True):
    """Files of one type that were not processed."""

    exhibit: str
    state: str
    type: str | None = None
    files: int
    bytes: int


class FlawLine(Part, frozen=True, kw_only=True):
    """How many flaws a step left on an exhibit."""

    exhibit: str
    step: str
    flaws: int


class PlaceLine(Part, frozen=True, kw_only=True):
    """A file with a listed content, by its number in the order of intake: paths may name persons."""

    sha256: str
    exhibit: str
    acquisition: str
    number: int


class WithheldLine(Part, frozen=True, kw_only=True):
    """How much was left out of this package, and why."""

    what: str
    why: str
    count: int


class PackageText(Part, frozen=True, kw_only=True):
    """All that one package says to one recipient; which of its tables are written, the recipient's row says."""

    kind: str
    case: str
    unit: str
    recipient: str
    author: str
    at: str
    tool: str
    country: str | None = None
    request: str | None = None
    basis: str | None = None
    handling: str | None = None
    exhibits: tuple[ExhibitLine, ...] = ()
    contents: tuple[ContentLine, ...] = ()
    places: tuple[PlaceLine, ...] = ()
    deals: tuple[DealLine, ...] = ()
    offers: tuple[OfferLine, ...] = ()
    accounts: tuple[AccountLine, ...] = ()
    links: tuple[LinkLine, ...] = ()
    decisions: tuple[DecisionLine, ...] = ()
    children: tuple[ChildLine, ...] = ()
    materials: tuple[MaterialLine, ...] = ()
    figures: tuple[FigureLine, ...] = ()
    method: tuple[StepLine, ...] = ()
    limits: tuple[LimitLine, ...] = ()
    sets: tuple[SetLine, ...] = ()
    states: tuple[StateLine, ...] = ()
    unread: tuple[UnreadLine, ...] = ()
    flaws: tuple[FlawLine, ...] = ()
    withheld: tuple[WithheldLine, ...] = ()
