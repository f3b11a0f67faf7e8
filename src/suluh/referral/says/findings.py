# SPDX-License-Identifier: Apache-2.0
"""What a package is made of: its head, and the nouns of the case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from suluh.model.after.sharing import Terms
from suluh.model.intake import Authority, Content, Exhibit, File, Flaw, Standing
from suluh.model.matching import Group, HashSet, Match
from suluh.model.people import Decision, Link, Person
from suluh.model.trade import Deal, Offer


@dataclass(frozen=True)
class Head:
    """Which case, for whom and on what terms, by whom, when."""

    case: str
    unit: str
    recipient: str
    author: str
    at: str
    terms: Terms = field(default=Terms(kind="prosecutor"))
    tool: str = ""


@dataclass(frozen=True)
class Guarded:
    """What is of undercover officers and informants: in none of the other findings."""

    accounts: frozenset[str] = frozenset()
    deals: tuple[Deal, ...] = ()
    offers: tuple[Offer, ...] = ()
    links: tuple[Link, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True)
class Findings:
    """The nouns that a package is made of; each can be gone through more than once."""

    authorities: Iterable[Authority]
    exhibits: Iterable[Exhibit]
    files: Iterable[File]
    standings: Iterable[Standing]
    contents: Iterable[Content]
    sets: Iterable[HashSet]
    matches: Iterable[Match]
    decisions: Iterable[Decision]
    deals: Iterable[Deal]
    offers: Iterable[Offer] = ()
    persons: Iterable[Person] = ()
    links: Iterable[Link] = ()
    talks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Who takes part in each conversation on which an officer decided."""

    groups: Iterable[Group] = ()
    flaws: Iterable[Flaw] = ()
    steps: Iterable[tuple[str, int]] = ()
    """The steps of the line with their versions."""

    children: frozenset[str] = frozenset()
    """Accounts that only those who care for a child may know: they stand under one mark, all of them alike."""

    guarded: Guarded = Guarded()
    """What is of an undercover officer or informant: it stands nowhere, and is counted."""

    person: frozenset[str] = frozenset()
    """The accounts of the person whom the terms name."""

    countries: Mapping[str, str] = field(default_factory=dict)
    """The country of an account's own phone number, where it has one."""
