# SPDX-License-Identifier: Apache-2.0
"""The rule `same-number`: two services carry one phone number."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from suluh.model.trade import Term
from suluh.persons.identifiers import number_of
from suluh.persons.names import exclude, stem
from suluh.persons.pool import Pool
from suluh.persons.rule import MILLION, Proposal, Rule

SAME_NUMBER = 960_000
"""Set by hand, under what one record states, for numbers are handed on: it orders links, and nothing joins by it."""

NUMBER_REUSED = -10_000
"""Set by hand, small: it stands against every number, so that no link has reasons for it alone."""

MOST_ACCOUNTS = 8
"""A number with more accounts is taken as shared and does not join. Set by hand: few people have so many services."""

MOST_NAMES = 4
"""The same for more first names on one exhibit. Set by hand: short names and titles of one person are fewer."""

SHARED_NUMBER = -700_000
"""Set by hand: the link stays among the last to be looked at, for a counter's number says little of one person."""

MANY_NAMES = -600_000
"""Set by hand, a little less than for too many accounts: names in records are also mistaken."""

NAMES_DIFFER = -500_000
"""Set by hand: half of the way, for one person may use two names, and two persons may use one number."""

HANDED_ON = -500_000
"""Set by hand, as for names that differ: after that day the number says nothing of who had it before."""

FURTHER = 50
"""Set by hand: the chance is counted as if so many further numbers were known, one of them doubtful."""


class SameNumber(Rule):
    """Two services know these accounts under one phone number."""

    name = "same-number"

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each account of a number with the first account of that number."""
        del joined
        shared = _by_number(pool)
        doubts = {number: tuple(_doubts(accounts, pool)) for number, accounts in shared.items()}
        # A number is no coincidence, but it is handed on and shared: count how often this case itself shows that.
        odd = sum(bool(found) for found in doubts.values())
        chance = (odd + 1) * MILLION // (len(doubts) + FURTHER)
        for number, accounts in shared.items():
            against = (_CAUTION, *doubts[number])
            score = max(0, _FOR.score + sum(term.score for term in against))
            for other in accounts[1:]:
                yield Proposal(accounts[0], other, score, chance, (_FOR,), against, merges=not doubts[number])


_FOR = Term(
    rule="same-number",
    score=SAME_NUMBER,
    text="Both identifiers are the same phone number, digit by digit.",
    text_id="Kedua pengenal adalah nomor telepon yang sama, angka demi angka.",
)
_CAUTION = Term(
    rule="number-reused",
    score=NUMBER_REUSED,
    text="Phone numbers are handed on and phones are shared.",
    text_id="Nomor telepon dapat berpindah tangan dan telepon dapat dipakai bersama.",
)


def _by_number(pool: Pool) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for account in pool.accounts:
        number = number_of(account)
        if number is not None:
            found[number].append(account)
    return {number: tuple(accounts) for number, accounts in sorted(found.items()) if len(accounts) > 1}


def _doubts(accounts: tuple[str, ...], pool: Pool) -> Iterator[Term]:
    """Why a number may have served more than one person."""
    if len(accounts) > MOST_ACCOUNTS:
        text = f"More than {MOST_ACCOUNTS} accounts use this number."
        text_id = f"Lebih dari {MOST_ACCOUNTS} akun memakai nomor ini."
        yield Term(rule="shared-number", score=SHARED_NUMBER, text=text, text_id=text_id)
    if _most_names(accounts, pool) > MOST_NAMES:
        text = f"One exhibit shows more than {MOST_NAMES} first names on this number."
        text_id = f"Satu barang bukti menunjukkan lebih dari {MOST_NAMES} nama depan pada nomor ini."
        yield Term(rule="many-names", score=MANY_NAMES, text=text, text_id=text_id)
    if any(exclude(pool.names.get(one, ()), pool.names.get(two, ())) for one, two in combinations(accounts, 2)):
        text = "The services give full names that share no word."
        text_id = "Nama lengkap menurut layanan-layanan itu tidak mempunyai kata yang sama."
        yield Term(rule="names-differ", score=NAMES_DIFFER, text=text, text_id=text_id)
    if _is_handed_on(accounts, pool):
        text = "Somebody new had the number before one of these accounts was used."
        text_id = "Nomor ini sudah dipakai orang lain sebelum salah satu akun ini digunakan."
        yield Term(rule="handed-on", score=HANDED_ON, text=text, text_id=text_id)


def _is_handed_on(accounts: tuple[str, ...], pool: Pool) -> bool:
    """Whether one account was used before the number's new holder said so, and another only from then on."""
    since = min((pool.handed_on[one] for one in accounts if one in pool.handed_on), default=None)
    first = [pool.used[one] for one in accounts if one in pool.used]
    return since is not None and min(first, default=since) < since <= max(first, default=since - 1)


def _most_names(accounts: tuple[str, ...], pool: Pool) -> int:
    stems: dict[str, set[str]] = defaultdict(set)
    for account in accounts:
        for exhibit in pool.exhibits(account):
            found = (stem(name) for name in pool.names_on.get((exhibit, account), ()))
            stems[exhibit].update(one for one in found if one)
    return max((len(found) for found in stems.values()), default=0)
