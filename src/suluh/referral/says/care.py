# SPDX-License-Identifier: Apache-2.0
"""The tables for those who care for victims: children under codes, and material in numbers.

AK is a child victim, AS a child witness, A a child in conflict with the law or of whom it is not said.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from suluh.model.money import decimal_text
from suluh.model.people import Decision
from suluh.model.rules.children import Child, child_of
from suluh.model.rules.codes import code
from suluh.model.trade import Deal
from suluh.referral.dossier import ChildLine, MaterialLine
from suluh.referral.says.choice import Choice

CODES: Mapping[Child, str] = {"child-victim": "AK", "child-witness": "AS", "child-in-conflict": "A", "child": "A"}


def said_of_children(choice: Choice) -> Iterator[tuple[str, Child, Decision]]:
    """Each decision that gives a child's role or status, with the person whom it is about."""
    own = choice.inside
    for one in sorted(choice.found.decisions, key=lambda one: one.order):
        kind = child_of(one.right) if one.act in ("role", "status") else None
        if kind is not None and (own is None or one.left in own):
            yield choice.person_of.get(one.left, one.left), kind, one


def children(choice: Choice) -> Iterator[ChildLine]:
    """Roles and statuses of children, once for each child, in the order in which officers gave them."""
    codes: dict[str, str] = {}
    given: Counter[str] = Counter()
    lines: dict[ChildLine, None] = {}
    for person, kind, one in said_of_children(choice):
        if person not in codes:
            given[CODES[kind]] += 1
            codes[person] = f"{CODES[kind]}-{given[CODES[kind]]}"
        line = ChildLine(code=codes[person], kind=one.act, value=kind, since=one.valid_from, until=one.valid_to)
        lines[line] = None
    yield from lines


def materials(choice: Choice) -> Iterator[MaterialLine]:
    """Near duplicates as one, with the deals in which they were sent; for a person, those of that person's deals."""
    groups: dict[str, str] = {one: min(group.contents) for group in choice.found.groups for one in group.contents}
    found: dict[str, list[str]] = {}
    for sha256 in sorted(choice.known):
        found.setdefault(groups.get(sha256, sha256), []).append(sha256)
    number, sent_in = 0, _deals_by_content(choice.deals)
    for contents in found.values():
        sent = list({one.id: one for sha256 in contents for one in sent_in.get(sha256, ())}.values())
        if sent or choice.inside is None:
            number += 1
            yield _material(code("material", number), contents, sent, choice)


def _deals_by_content(deals: Iterable[Deal]) -> dict[str, list[Deal]]:
    """The deals in which each content was sent."""
    found: dict[str, list[Deal]] = defaultdict(list)
    for one in deals:
        for sha256 in one.files:
            found[sha256].append(one)
    return found


def _material(code: str, contents: list[str], sent: list[Deal], choice: Choice) -> MaterialLine:
    held = [label for sha256 in contents for label in choice.held[sha256]]
    times = sorted(at for one in sent for at in (one.delivered_at or one.paid_at or one.offered_at,) if at)
    recorded = [one for one in sent if one.tier == "recorded"]
    return MaterialLine(
        code=code,
        contents=len(contents),
        files=len(held),
        exhibits=len(set(held)),
        recorded=len(recorded),
        possible=len(sent) - len(recorded),
        buyers=len({choice.person_of.get(one.buyer, one.buyer) for one in sent if one.buyer}),
        first=times[0] if times else None,
        last=times[-1] if times else None,
        paid=_paid(recorded),
    )


def _paid(deals: Iterable[Deal]) -> str | None:
    """What payment records say was paid, each currency for itself."""
    sums: Counter[str] = Counter()
    for one in deals:
        if one.payments and one.currency:
            sums[one.currency] += one.amount_minor or 0
    return "; ".join(f"{decimal_text(sums[name], name)} {name}" for name in sorted(sums)) or None
