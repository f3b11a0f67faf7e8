# SPDX-License-Identifier: Apache-2.0
"""The rule `same-name`: two accounts go by one name."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from math import prod

from suluh.model.trade import Term
from suluh.persons.names import words
from suluh.persons.pool import Pool
from suluh.persons.rule import LAST, MILLION, Proposal, Rule

ONE_WORD_LIMIT = 50_000
"""A single word is proposed only where chance gives it more seldom than this. Set by hand: 1 in 20, as elsewhere."""

SHORTEST = 3
"""A name of fewer letters says nothing. Set by hand: initials and `PT` are such."""

FROM = 400_000
"""Set by hand: a name alone is less than half of what would convince, and never joins."""

EACH_WORD = 100_000
"""Set by hand: each word that agrees makes the name rarer, from half for one word to 0.7 for three."""

MOST_WORDS = 3
"""Words beyond the third add nothing. Set by hand: banks cut long names off."""

CHANCE_DIVIDED_BY = 2
"""Set by hand: half of the chance is taken off, so that a name of one word that is sure to recur keeps nothing."""

PAIR = 2
"""More persons with one name than this speak against it: then most pairs of them are two persons."""

EACH_BEARER = -50_000
"""Set by hand: for each person who bears the name, all counted, so that three of them take 0.15 off."""

MOST_BEARERS = 8
"""Persons beyond the eighth take nothing further off. Set by hand: by then the score is low enough."""


class SameName(Rule):
    """Both accounts go by the same name, whether shown by an app or held by a bank.

    It only proposes: in a small pool of names, strangers share them.
    """

    name = "same-name"
    turn = LAST

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
    return round((1 - (1 - by_accident) ** max(0, people - 1)) * MILLION)


def _proposal(first: str, other: str, name: tuple[str, ...], chance: int, bearers: int) -> Proposal:
    agree = Term(
        rule="same-name",
        score=FROM + EACH_WORD * min(MOST_WORDS, len(name)),
        text=f"Both accounts go by one name of {len(name)} word{'s' if len(name) > 1 else ''}.",
        text_id=f"Kedua akun memakai satu nama yang terdiri dari {len(name)} kata.",
    )
    against = [
        Term(
            rule="common-name",
            score=-chance // CHANCE_DIVIDED_BY,
            text="Such a name arises by accident among the names of this case.",
            text_id="Di antara nama dalam perkara ini, nama seperti itu dapat sama secara kebetulan.",
        ),
    ]
    if bearers > PAIR:
        text = f"{bearers} persons of this case bear the name."
        text_id = f"{bearers} orang dalam perkara ini memakai nama itu."
        score = EACH_BEARER * min(MOST_BEARERS, bearers)
        against.append(Term(rule="several-bearers", score=score, text=text, text_id=text_id))
    score = max(0, agree.score + sum(term.score for term in against))
    return Proposal(first, other, score, chance, (agree,), tuple(against))
