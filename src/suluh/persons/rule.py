# SPDX-License-Identifier: Apache-2.0
"""What a rule of persons is, and the link it gives."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import ClassVar, NamedTuple

from suluh.model.ids import make_id
from suluh.model.people import Link
from suluh.model.trade import Term
from suluh.persons.pool import Pool

MILLION = 1_000_000
"""Scores and chances are whole numbers of millionths: sums of them are the same on every machine."""


class Proposal(NamedTuple):
    """What a rule says of two accounts."""

    left: str
    right: str
    score: int
    """Millionths."""

    chance: int | None
    """Millionths: how often such an agreement arises by accident in this case; null where nothing can be counted."""

    reasons_for: tuple[Term, ...]
    reasons_against: tuple[Term, ...]
    merges: bool = False
    """Whether it joins the two until an officer says otherwise."""


LAST = 2
"""The turn of rules that only propose: by definition the last of three."""


class Rule(ABC):
    """One reason to say that two accounts are one person; its docstring is what the analyst reads."""

    name: ClassVar[str]
    turn: ClassVar[int] = 0
    """Rules of the first turn, 0, read what identifiers and messages say; those of the next see which accounts these
    join; those of the last, `LAST`, only propose, of what the others leave apart."""

    @abstractmethod
    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Every pair of accounts that the rule speaks of; `joined` maps an account to the first one of its person."""


def link_id(rule: str, left: str, right: str) -> str:
    """The id of a link: its rule and its two accounts, smaller first."""
    return make_id("link", rule, *sorted((left, right)))


def link_of(rule: Rule, proposal: Proposal, pool: Pool) -> Link:
    """The link that software proposes: nobody's name stands under it."""
    left, right = sorted((proposal.left, proposal.right))
    places = (*pool.places.get(left, ())[:1], *pool.places.get(right, ())[:1])
    return Link(
        id=link_id(rule.name, left, right),
        left=left,
        right=right,
        rule=rule.name,
        judgement="suggested",
        merges=proposal.merges,
        score=proposal.score,
        chance=proposal.chance,
        reasons_for=proposal.reasons_for,
        reasons_against=proposal.reasons_against,
        places=places,
    )
