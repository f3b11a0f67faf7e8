# SPDX-License-Identifier: Apache-2.0
"""The rule `same-name`: two accounts go by one name."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from math import prod

from suluh.model.trade import Term
from suluh.persons.names import words
from suluh.persons.pool import Pool
from suluh.persons.rule import Proposal, Rule

ONE_WORD_LIMIT = 50_000
"""A single word is proposed only where this case makes it rarer than this, in millionths."""


SHORTEST = 3
"""A name of fewer letters says nothing."""

PAIR = 2


class SameName(Rule):
    """Both accounts go by the same name, whether shown by an app or held by a bank.

    It only proposes: in a small pool of names, strangers share them.
    """

    name = "same-name"
    weak = True

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """One account of each person that bears a name, with the first such account."""
        bearers = _bearers(pool)
        share = _word_shares(bearers)
        people = len(set(joined.values()))
        for name, accounts in sorted(bearers.items()):
            first_of: dict[str, str] = {}
            for account in accounts:
                first_of.setdefault(joined[account], account)
            chance = _chance(name, share, people)
            if len(first_of) == 1 or (len(name) == 1 and chance > ONE_WORD_LIMIT):
                continue
            first, *others = first_of.values()
            for other in others:
                yield _proposal(first, other, name, chance, len(first_of))


def _bearers(pool: Pool) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The accounts of each name, the order of its words apart."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for account, names in pool.names.items():
        for name in names:
            spoken = tuple(sorted(words(name)))
            if spoken and len("".join(spoken)) >= SHORTEST:
                found[spoken].add(account)
    return {name: tuple(sorted(accounts)) for name, accounts in found.items()}


def _word_shares(bearers: Mapping[tuple[str, ...], tuple[str, ...]]) -> dict[str, float]:
    """How often each word is part of a name in this case."""
    counts = Counter(word for name, accounts in bearers.items() for word in set(name) for _ in accounts)
    total = sum(len(accounts) for accounts in bearers.values())
    return {word: count / total for word, count in counts.items()}


def _chance(name: tuple[str, ...], share: Mapping[str, float], people: int) -> int:
    """How often at least one other person of this case would bear the name by accident, were its words drawn freely."""
    by_accident = prod(share[word] for word in set(name))
    return round((1 - (1 - by_accident) ** max(0, people - 1)) * 1_000_000)


def _proposal(first: str, other: str, name: tuple[str, ...], chance: int, bearers: int) -> Proposal:
    agree = Term(
        rule="same-name",
        score=400_000 + 100_000 * min(3, len(name)),
        text=f"Both accounts go by one name of {len(name)} word{'s' if len(name) > 1 else ''}.",
        text_id=f"Kedua akun memakai satu nama yang terdiri dari {len(name)} kata.",
    )
    against = [
        Term(
            rule="common-name",
            score=-chance // 2,
            text="Such a name arises by accident among the names of this case.",
            text_id="Di antara nama dalam perkara ini, nama seperti itu dapat sama secara kebetulan.",
        ),
    ]
    if bearers > PAIR:
        text = f"{bearers} persons of this case bear the name."
        text_id = f"{bearers} orang dalam perkara ini memakai nama itu."
        against.append(Term(rule="several-bearers", score=-50_000 * min(bearers, 8), text=text, text_id=text_id))
    score = max(0, agree.score + sum(term.score for term in against))
    return Proposal(first, other, score, chance, (agree,), tuple(against))
