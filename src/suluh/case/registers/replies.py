# SPDX-License-Identifier: Apache-2.0
"""Replies with what stands on their exhibits, and which letter each exhibit answers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.registers.letters import Given
from suluh.model.dossier.papers import Letter, Paper, Reply
from suluh.model.trade import Statement


class Answers(NamedTuple):
    """Which letter and which reply brought an exhibit, by the numbers of their papers, else by their codes."""

    letter: str
    reply: str


def replies_of(case: Case) -> Mapping[str, list[Given]]:
    """The replies to each letter, by its code, in the order of their days."""
    on = _statements(case)
    found: dict[str, list[Given]] = defaultdict(list)
    for one in sorted(typed(case.rows, Reply), key=lambda one: one.received):
        held = on.get(one.exhibit or "", [])
        accounts = frozenset((*one.accounts, *(each.account for each in held if each.account)))
        stated = [(one.given_from, one.given_to)] if one.given_from and one.given_to else []
        read = [(each.period_from, each.period_to) for each in held if each.period_from and each.period_to]
        found[one.letter].append(Given(one, accounts, tuple(stated or read)))
    return found


def _statements(case: Case) -> Mapping[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for one in case.nouns(Statement):
        found[one.place.exhibit].append(one)
    return found


def answers_of(case: Case) -> Mapping[str, Answers]:
    """Which letter and reply each exhibit came by; an exhibit that several replies name goes by the first."""
    papers = {one.code: one.number for one in typed(case.rows, Paper)}
    letters = {one.code: papers.get(one.paper, one.code) for one in typed(case.rows, Letter)}
    return dict(_brought(typed(case.rows, Reply), papers, letters))


def _brought(
    replies: tuple[Reply, ...], papers: Mapping[str, str], letters: Mapping[str, str]
) -> Iterator[tuple[str, Answers]]:
    for one in reversed(replies):
        if one.exhibit:
            yield one.exhibit, Answers(letters.get(one.letter, one.letter), papers.get(one.paper or "", one.code))
