# SPDX-License-Identifier: Apache-2.0
"""Nouns beyond the single deal: edge of the network, origin, estimate, lead, joined record."""

from typing import Literal

from suluh.model.body import Noun, Part
from suluh.model.place import Place
from suluh.model.trade import Stamp

Oneness = Literal["same-line", "same-reference", "both-sides", "both-holders", "less-a-fee"]
"""Why payments are one: several statements of an account hold the line; two accounts hold its sides, which have one
reference, of which one names the account of the other, or which name each other's holders; what came in is less a fee.
"""


class Joint(Noun, frozen=True, kw_only=True, tag="joint/1"):
    """Records on several exhibits, or in copies of one file, that are one message, payment or conversation.

    Its id is the id of the record that stands for it: of messages that of the earliest `add`; of payments first one
    that a sound statement has booked, then the receiver's, then that of the earliest `add`.
    Of a conversation it is made of the first member.
    """

    record: Literal["message", "payment", "conversation"]
    members: tuple[str, ...]
    """Ids of the records; of a conversation its ids, the first entered before the others."""

    places: tuple[Place, ...]
    differs: tuple[str, ...] = ()
    reasons: tuple[Oneness, ...] = ()
    """Why payments are one."""
    shifts: tuple[int, ...] = ()
    """Of a conversation: by how many minutes the clock of each member was ahead of that of the first; where one of the
    two was moved in the middle of it, at its beginning."""

    agree: int = 0
    """Of a conversation: how many rare messages agree in that, at the least; nought where one copy of a group goes on
    where another ended."""

    same: tuple[tuple[str, str], ...] = ()
    """Of a conversation: accounts that wrote the same messages in it, as the one and as the other copy calls them."""


class Edge(Noun, frozen=True, kw_only=True, tag="edge/1"):
    """Who traded with whom: all deals of one pair of persons and one kind."""

    left: str
    """The seller's person."""

    right: str
    """The buyer's person."""

    kind: str
    deals: int
    items: int
    amount_minor: int | None = None
    """What booked lines record as paid: those of `recorded` deals alone."""

    currency: str | None = None
    first: str | None = None
    last: str | None = None
    recorded: int = 0
    """How many of the deals a payment record supports."""

    possible_minor: int | None = None
    """What booked lines that may be theirs would pay."""

    asked_minor: int | None = None
    """Prices of deals without any payment record. None of the three sums holds anything of another."""

    first_on: Stamp | None = None
    last_on: Stamp | None = None


class Country(Part, frozen=True, kw_only=True):
    """A country that a source touches, and on what that rests."""

    code: str
    """ISO 3166-1 alpha-2."""

    basis: str


class Poster(Part, frozen=True, kw_only=True):
    """Who sent contents into a source that a holder saw there first."""

    account: str
    items: int
    sold_on: int = 0


class Origin(Noun, frozen=True, kw_only=True, tag="origin/1"):
    """A conversation through which items came in that were sold on, or known material to somebody who sells."""

    conversation: str
    first_seen_items: int
    items_sold_on: int
    countries: tuple[Country, ...] = ()
    copies: tuple[str, ...] = ()
    """Other conversations of the case that are copies of the same group."""

    known_items: int = 0
    """Of a group: contents of the first-seen that stand in a set of known material."""

    posters: tuple[Poster, ...] = ()
    """In the order of accounts."""

    known_first_seen: int = 0
    """Of a group or a talk of two: all contents of the first-seen that stand in a set of known material."""


class Estimate(Noun, frozen=True, kw_only=True, tag="estimate/1"):
    """How much has not been seen: a floor, or one point of a sensitivity range; for planning only."""

    of: Literal["buyers", "items", "sources"]
    role: Literal["floor", "sensitivity"]
    method: str
    observed: int
    low: int | None = None
    high: int | None = None
    coverage: int | None = None
    """Millionths."""

    refused: str | None = None
    assumes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    sentence: str = ""
    sentence_id: str = ""
    """The sentence in Indonesian."""


MONEY = frozenset({"paid", "possible"})
"""Terms of leads that count money, in minor units: their name is one of these with the currency, ``paid-IDR``."""


class LeadTerm(Part, frozen=True, kw_only=True):
    """One counted reason of a lead."""

    name: str
    value: int


class Lead(Noun, frozen=True, kw_only=True, tag="lead/1"):
    """What to do next: a piece of work, never a ranking of guilt."""

    rank: int
    tier: int
    about: str
    """Account, person, exhibit, conversation or content that the work is about."""

    reasons: tuple[str, ...] = ()
    reasons_id: tuple[str, ...] = ()
    terms: tuple[LeadTerm, ...] = ()
    answer: str = ""
    """What would answer it: whom to ask, or where to look."""

    answer_id: str = ""
    """The sentence in Indonesian."""
