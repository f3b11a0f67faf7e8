# SPDX-License-Identifier: Apache-2.0
"""Which accounts officers joined: parts of a group of accounts that hold together without any suggested link."""

from collections.abc import Iterable

from suluh.case.case import Case
from suluh.model.people import Decision, Link
from suluh.model.rules.spoken import standing

Part = frozenset[str]


def parts_of(case: Case, accounts: Iterable[str], wanted: Iterable[str]) -> tuple[Part, ...]:
    """The parts into which some accounts of a group fall, where only what officers decided joins them."""
    inside = set(accounts)
    parts = {one: {one} for one in inside}
    for left, right in sorted(_joins(case)):
        if left in parts and right in parts and parts[left] is not parts[right]:
            parts[left] |= parts[right]
            for one in parts[right]:
                parts[one] = parts[left]
    held = {frozenset(parts[one] & set(wanted)) for one in inside}
    return tuple(sorted((one for one in held if one), key=sorted))


def _joins(case: Case) -> set[tuple[str, str]]:
    """Pairs that officers joined, or whose link they confirmed."""
    said: dict[tuple[str, str], list[Decision]] = {}
    for one in sorted(case.nouns(Decision), key=lambda one: one.order):
        if one.act in {"join", "part"} and one.right:
            left, right = sorted((one.left, one.right))
            said.setdefault((left, right), []).append(one)
    joined = {pair for pair, history in said.items() if {one.act for one in standing(history)[0]} == {"join"}}
    return joined | {(one.left, one.right) for one in case.nouns(Link) if one.judgement == "confirmed"}
