# SPDX-License-Identifier: Apache-2.0
"""The statistics of a case, of which no small number can be worked out.

1. A count of 1 to 9 stands as ``<10``.
2. A breakdown stands only if it has no count of 1 to 9: else it is left out as a whole, and its total stands alone.
3. No figure is the sum or the difference of two others, but a total and its own breakdown.
4. Child victims, child witnesses and children in conflict with the law are figures of their own, without a total.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from suluh.model.rules.children import Child
from suluh.referral.dossier import FigureLine
from suluh.referral.says.care import said_of_children
from suluh.referral.says.choice import Choice

SMALL = 10
CHILDREN: tuple[Child, ...] = ("child-victim", "child-witness", "child-in-conflict", "child")


def figures(choice: Choice) -> Iterator[FigureLine]:
    """Every figure, each total before its breakdown."""
    deals = choice.all_deals
    yield _figure("exhibits", sum(1 for _ in choice.found.exhibits))
    yield from broken_down("files", Counter(one.state for one in choice.found.standings))
    known = len(choice.known)
    yield from broken_down("contents", {"listed": known, "not-listed": len(choice.held) - known})
    yield from broken_down("deals", Counter(one.kind for one in deals))
    yield from broken_down("deals-state", Counter(one.state for one in deals))
    yield from broken_down("deals-tier", Counter(one.tier for one in deals))
    yield _figure("sellers", len({choice.person_of.get(one.seller, one.seller) for one in deals if one.seller}))
    yield _figure("buyers", len({choice.person_of.get(one.buyer, one.buyer) for one in deals if one.buyer}))
    persons = {(person, kind) for person, kind, _ in said_of_children(choice)}
    for kind in CHILDREN:
        yield _figure(kind, sum(1 for _, one in persons if one == kind))


def broken_down(what: str, parts: Mapping[str, int]) -> Iterator[FigureLine]:
    """A total, and its parts where none of them is small."""
    yield _figure(what, sum(parts.values()))
    if not any(0 < size < SMALL for size in parts.values()):
        yield from (FigureLine(what=what, of=value, count=str(parts[value])) for value in sorted(parts))


def _figure(what: str, size: int) -> FigureLine:
    return FigureLine(what=what, count=f"<{SMALL}" if 0 < size < SMALL else str(size))
