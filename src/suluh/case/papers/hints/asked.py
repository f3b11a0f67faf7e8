# SPDX-License-Identifier: Apache-2.0
"""What a case hints of each other explanation, by the name that the catalogue gives it; nothing is weighed."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from suluh.case.papers.hints import accounts, trading
from suluh.case.papers.hints.subject import Subject
from suluh.case.papers.remark import Remark
from suluh.referral.papers.values import Both

NOTHING = Both(
    "nothing of it in the accounts and confirmed deals of this person",
    "tidak ada petunjuk pada akun dan rangkaian orang ini yang dikonfirmasi",
)
NO_HINT = Both("no hint is worked out", "tidak ada petunjuk yang dihitung")
NEVER = Both("never printed: the supervisor is to be asked", "tidak pernah dicetak: tanyakan kepada penyelia")


def hints_of(name: str, subject: Subject) -> tuple[Remark, ...]:
    """What the case hints of an explanation; a name that nothing works out has no hint."""
    work = HINTS.get(name)
    return (tuple(work(subject)) if work else (Remark(NO_HINT, "none"),)) or (Remark(NOTHING, "none"),)


def is_hinted(hints: Iterable[Remark]) -> bool:
    """Whether these say something of an explanation; that no deal began in some hours says nothing of it."""
    return any(one.bears == "hint" for one in hints)


HINTS: Mapping[str, Callable[[Subject], Iterator[Remark]]] = {
    "shared": accounts.shared,
    "sold": accounts.sold,
    "recycled": accounts.recycled,
    "counter": trading.counter,
    "namesake": accounts.namesake,
    "otherwise": trading.otherwise,
    "for-another": trading.for_another,
    "forwarded": trading.forwarded,
    "undelivered": trading.undelivered,
    "taken-over": accounts.taken_over,
    "parents": trading.parents,
    "edited": trading.edited,
    "clock": trading.clock,
    "undercover": lambda _: iter((Remark(NEVER, "none"),)),  # nothing is printed of that: a supervisor is asked
}
"""What works out each hint, by the name that the catalogue gives it."""
