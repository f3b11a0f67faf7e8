# SPDX-License-Identifier: Apache-2.0
"""The rule `stated-alias`: one record names both identifiers."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from suluh.model.trade import Term
from suluh.persons.identifiers import class_of
from suluh.persons.pool import Pool
from suluh.persons.rule import Proposal, Rule

STATED_ALIAS = 990_000
"""Set by hand, the highest: an app keeps the two as one account. It orders links, and nothing joins by it."""

APP_MAY_ERR = -10_000
"""Set by hand, small: it stands against every such record, so that no link has reasons for it alone."""

MOST = 8
"""More accounts behind one identifier than this are a shared one: it does not join. Set by hand, as for numbers."""

HANDED_ON = -500_000
"""Set by hand: half of the way, for both records may be true, one after the other."""

SHARED = -700_000
"""Set by hand, as for a number with too many accounts."""


class StatedAlias(Rule):
    """One record of an app says that both identifiers are the same account."""

    name = "stated-alias"

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Every pair that a record states, weak where an identifier is stated for too many accounts."""
        del joined
        behind = Counter(account for pair in pool.aliases for account in pair)
        rivals = _rivals(pool.aliases)
        for left, right in pool.aliases:
            crowded = max(behind[left], behind[right]) > MOST
            rival = left in rivals or right in rivals
            against = [_STALE, *([_HANDED_ON] if rival else []), *([_SHARED] if crowded else [])]
            yield Proposal(left, right, _score(against), 0, (_FOR,), tuple(against), merges=len(against) == 1)


def _rivals(pairs: tuple[tuple[str, str], ...]) -> set[str]:
    """Identifiers handed on again that records give to two unique accounts of one service."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one, two in (*pairs, *((right, left) for left, right in pairs)):
        if class_of(one) == "reusable" and class_of(two) == "unique":
            owners[one, two.partition(":")[0]].add(two)
    return {alias for (alias, _), found in owners.items() if len(found) > 1}


def _score(against: list[Term]) -> int:
    return max(0, _FOR.score + sum(term.score for term in against))


_FOR = Term(
    rule="stated-alias",
    score=STATED_ALIAS,
    text="One record of an app names both identifiers.",
    text_id="Satu catatan aplikasi menyebut kedua pengenal itu.",
)
_STALE = Term(
    rule="app-may-err",
    score=APP_MAY_ERR,
    text="The app's own table may be stale after a change of number.",
    text_id="Tabel aplikasi itu sendiri mungkin sudah usang setelah nomor diganti.",
)
_HANDED_ON = Term(
    rule="handed-on",
    score=HANDED_ON,
    text="Records give this identifier to two accounts of one service: it may have been handed on.",
    text_id="Catatan memberikan pengenal ini kepada dua akun dari satu layanan: mungkin sudah berpindah tangan.",
)
_SHARED = Term(
    rule="shared",
    score=SHARED,
    text=f"More than {MOST} accounts stand behind this identifier: it is shared.",
    text_id=f"Lebih dari {MOST} akun memakai pengenal ini: pengenal ini dipakai bersama.",
)
