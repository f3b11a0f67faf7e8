# SPDX-License-Identifier: Apache-2.0
"""What a made paper rests on: deals, booked lines, contents, accounts and persons of a case, under codes, frozen."""

from suluh.model.body import Part
from suluh.referral.papers.values import Both, Clock, Sum


class AccountLine(Part, frozen=True, kw_only=True):
    """An account: its code, what it is, and by what it belongs to its person."""

    code: str
    service: str
    identifier: str | None = None
    """Null for a child's, of whom nothing but the code is printed."""

    names: tuple[str, ...] = ()
    decided: tuple[Both, ...] = ()
    """Links to other accounts of the person that an officer confirmed: who did, and when."""

    stated: tuple[Both, ...] = ()
    """What an officer entered without deciding on a link: with an exhibit, or with the paper of an identity."""

    recorded: tuple[Both, ...] = ()
    """What records say of it themselves."""

    suggested: tuple[Both, ...] = ()
    """Links that nobody decided on."""


class LinkLine(Part, frozen=True, kw_only=True):
    """A link between two accounts, with both kinds of reason, and what officers say of it."""

    left: str
    right: str
    called: Both
    """What the link is called."""

    judgement: str
    reasons_for: tuple[Both, ...] = ()
    reasons_against: tuple[Both, ...] = ()
    """Never empty: where nothing was found, it is said what was looked for."""

    lacks: tuple[Both, ...] = ()
    """What it does not have that a link may have."""

    clocks: tuple[Both, ...] = ()
    """By how much the clocks differ of copies on which it rests."""

    places: tuple[Both, ...] = ()
    by: str | None = None
    at: str | None = None


class ExcerptLine(Part, frozen=True, kw_only=True):
    """One message that a deal rests on, or several in a row of one sender that hold attachments alone."""

    number: Both | str
    """``3``, or ``7-16`` with a dash: reasons name it so; of a booked line the words as well."""

    time: Clock | None = None
    sender: Both | str
    text: Both | str | None = None
    """As it was written, cut where it is long, or the sentence that it is withheld."""

    beside: tuple[Both | str, ...] = ()
    """Attachments by kind and SHA-256, and what the record says of the message."""

    letters: str = ""
    """Where it stands, by the letters of the places of its deal."""

    places: tuple[Both, ...] = ()


class Six(Part, frozen=True, kw_only=True):
    """The six numbers of what was sent; there is no seventh that would be all of them."""

    sent: int = 0
    held: int = 0
    """Attachments of which an exhibit has the bytes."""

    distinct: int = 0
    groups: int = 0
    known: int = 0
    categorised: int = 0
    categories: tuple[str, ...] = ()
    """Codes with the votes behind them."""


class DealLine(Part, frozen=True, kw_only=True):
    """One deal as a court reads it."""

    code: str
    shown: str
    """Its id in the unit's own lists."""

    kind: str
    state: str
    tier: str
    why_possible: tuple[Both, ...] = ()
    """Which condition of a supported deal a possible one does not meet."""

    judgement: str
    by: str | None = None
    at: str | None = None
    seller: str | None = None
    buyer: str | None = None
    offered: Clock | None = None
    ordered: Clock | None = None
    paid: Clock | None = None
    sent: Clock | None = None
    asked: Sum | None = None
    """A price, of which no payment is known."""

    recorded: Sum | None = None
    """What its own booked lines come to; a line that another deal counts already is not counted again."""

    possible: Sum | None = None
    returned: Sum | None = None
    shares: tuple[str, ...] = ()
    """Other deals that rest on one of its booked lines."""

    booked: tuple[Both, ...] = ()
    """Number, channel and names on each booked line, and where it stands."""

    six: Six = Six()
    reasons_for: tuple[Both, ...] = ()
    """Those that do not follow from the deal itself."""

    circular: tuple[Both, ...] = ()
    """Accounts that are counted to a party because of this deal, and reasons that only repeat that."""

    reasons_against: tuple[Both, ...] = ()
    hinted: tuple[int, ...] = ()
    """The other explanations of its paper of which a hint names it, by their numbers."""

    lacks: tuple[Both, ...] = ()
    """What it does not have that a deal may have."""

    chance: tuple[Both, ...] = ()
    clocks: tuple[Both, ...] = ()
    """Which of its reasons rest on times, and how many of them stay if a clock or a zone was wrong."""

    places: tuple[Both, ...] = ()
    excerpt: tuple[ExcerptLine, ...] = ()
    """The messages that it rests on, in the order of time."""

    withheld: int = 0
    """Messages among them whose text is not printed."""


class BookedLine(Part, frozen=True, kw_only=True):
    """One booked line of a statement."""

    statement: str
    letter: str | None = None
    place: Both
    day: str | None = None
    time: Clock | None = None
    written: str
    amount: Sum
    payer: Both | str
    payee: Both | str
    text: Both | str
    balance: Both
    deals: tuple[Both | str, ...] = ()
    counted: Sum | None = None
    """Its amount where a confirmed deal of this paper rests on it as paid: once, on however many deals."""


class CountedLine(Part, frozen=True, kw_only=True):
    """One booked line over which a chance was counted, without who paid it."""

    ledger: str
    way: Both
    place: Both
    day: str | None = None
    time: Clock | None = None
    amount: Sum
    says: tuple[Both, ...] = ()
    """For which deals of the paper it is the payment, and for which another of the same sum."""


class ContentLine(Part, frozen=True, kw_only=True):
    """One content that was sent in a confirmed deal."""

    sha256: str
    deals: tuple[str, ...]
    lies: tuple[Both, ...] = ()
    """On each exhibit the first file that holds it, with number and size, and how many more do."""

    places: tuple[Both, ...] = ()
    """The messages with which it went."""

    sets: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    group: str | None = None


class OfferLine(Part, frozen=True, kw_only=True):
    """One offer to everybody, with its prices; no payment is tied to it."""

    kind: str
    at: Clock | None = None
    told: int = 0
    prices: tuple[Both, ...] = ()
    deals: tuple[Both, ...] = ()
    """Confirmed deals of the same number and price, or of the price alone where a number is not said."""
    places: tuple[Both, ...] = ()


class ReceivingLine(Part, frozen=True, kw_only=True):
    """An account into which confirmed deals were paid."""

    account: Both | str
    names: tuple[str, ...]
    standing: Both
    """Whether it is the person's by a decision, by a suggestion, or not joined to them at all."""

    lines: int
    amount: Sum | None = None
    """What is recorded as paid into it; null where nothing is."""

    possible_lines: int = 0
    possible: Sum | None = None
    """What came in by confirmed deals that are possible."""

    first: str | None = None
    last: str | None = None


class PartyLine(Part, frozen=True, kw_only=True):
    """A person on the other side of confirmed deals, by code, in numbers."""

    code: str
    deals: int
    recorded: tuple[Sum, ...] = ()
    sent: int = 0
    first: str | None = None
    last: str | None = None


class SourceLine(Part, frozen=True, kw_only=True):
    """A conversation through which contents came to the holder from an account that is not theirs."""

    code: str
    kind: Both
    copies: int
    senders: int
    contents: int
    sold_on: int
    known: int | None = None
    """Null where it is not known how many of them came from others than the holder."""

    places: tuple[Both, ...] = ()


class StockLine(Part, frozen=True, kw_only=True):
    """What one exhibit of the person holds, in numbers."""

    exhibit: str
    files: int
    contents: int
    known: int
    categorised: int
    sent: int
    """Contents among them that were sent in confirmed deals of this person."""


class AlternativeLine(Part, frozen=True, kw_only=True):
    """Another explanation: what the case hints of it, and what an officer answered."""

    number: int
    title: Both
    hints: tuple[Both, ...]
    is_hinted: bool = False
    """Whether the case hints something of it, and not that there is nothing."""

    state: str
    answer: str | None = None
    about: str | None = None
    facts: tuple[str, ...] = ()
    by: str | None = None
    at: str | None = None
    is_rest: bool = False
    """Whether it is open of the other deals alone, beside answers of some."""


class RoleLine(Part, frozen=True, kw_only=True):
    """A role or a legal status that an officer gave, with its source."""

    kind: str
    value: Both
    since: str | None = None
    until: str | None = None
    source: Both | str | None = None
    by: str
    at: str


class FactLine(Part, frozen=True, kw_only=True):
    """Something that happened, with where it stands."""

    what: Both
    time: Clock | None = None
    day: str | None = None
    places: tuple[Both, ...] = ()
    by: str | None = None


class DeviceLine(Part, frozen=True, kw_only=True):
    """An exhibit that knows the person."""

    exhibit: str
    holder: str | None
    taken: str | None
    place: str | None
    accounts: tuple[str, ...]
    """The person's accounts that it states as its own, by code."""

    record: Both | None = None


class Guarded(Part, frozen=True, kw_only=True):
    """How much is left out of a paper because it is of a protected account: numbers alone."""

    deals: int = 0
    lines: int = 0
    links: int = 0
    beside: int = 0
    """Lines of the same statements that nothing on the paper names: printed, they would show which line is missing."""


class PersonFacts(Part, frozen=True, kw_only=True):
    """Everything that a paper about one person may say."""

    code: str
    is_child: bool = False
    identity: Both
    called: tuple[Both, ...] = ()
    """The name of a paper beside those that records give to the accounts."""

    accounts: tuple[AccountLine, ...]
    suggested: tuple[AccountLine, ...] = ()
    links: tuple[LinkLine, ...] = ()
    has_sheet: bool = False
    """Whether the person is a defendant, so that a sheet (D5) has the reasons of their links."""

    exhibits: tuple[str, ...] = ()
    unseen: tuple[Both, ...] = ()
    """What no exhibit can show."""

    zones: tuple[Both, ...] = ()
    others: tuple[AccountLine, ...] = ()
    """Accounts of others that stand in this paper under a code."""

    deals: tuple[DealLine, ...] = ()
    """Confirmed ones."""

    undecided: tuple[DealLine, ...] = ()
    rejected: int = 0
    booked: tuple[BookedLine, ...] = ()
    counted: tuple[CountedLine, ...] = ()
    counted_short: tuple[str, ...] = ()
    """Deals whose chance was counted over another number of lines than are listed."""

    contents: tuple[ContentLine, ...] = ()
    alternatives: tuple[AlternativeLine, ...] = ()
    offers: tuple[OfferLine, ...] = ()
    receiving: tuple[ReceivingLine, ...] = ()
    buyers: tuple[PartyLine, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    sources_own: int = 0
    """Sources that are not listed, for all that came in there the holder may have sent themselves."""

    stock: tuple[StockLine, ...] = ()
    devices: tuple[DeviceLine, ...] = ()
    roles: tuple[RoleLine, ...] = ()
    acts: tuple[FactLine, ...] = ()
    speaks_for: tuple[FactLine, ...] = ()
    speaks_against: tuple[FactLine, ...] = ()
    missing: tuple[Both, ...] = ()
    coded: int = 0
    """Accounts of children and victims that stand in this paper under the code of their person alone."""

    guarded: Guarded = Guarded()
    beside: tuple[Both, ...] = ()
    """What stands in D2 and bears on the sums of this paper: goals that were missed, what was not entered."""
