# SPDX-License-Identifier: Apache-2.0
"""Figures of a dossier worked out from its rows, and those that its frozen papers state.

A paper states figures in a file ``totals.json`` beside its others: an object of whole numbers. Those named here must be
what is worked out: ``counts:B-1:read`` and so on for each state, ``flaws:B-1``, ``unread:B-1``, and ``sold:O-1:IDR`` or
``bought:O-1:IDR`` for what booked lines paid in the confirmed deals of one person; papers of earlier versions have
``booked:IDR`` for those of all defendants. Any other name must have one figure in all papers.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from suluh.case.case import Case
from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.kept import TOTALS, folder_of, standing_papers
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.material import Material
from suluh.case.views.counts import Counts
from suluh.model.after.beyond import Joint
from suluh.model.intake import Flaw
from suluh.model.trade import Deal, Payment, money_of, paid_of

UNREAD = ("quarantined", "unparsed")


def booked(case: Case, deals: Iterable[Deal]) -> Counter[str]:
    """The sum of the booked lines that paid some deals, by currency; copies of a line count once."""
    joints = {member: one.id for one in case.nouns(Joint) if one.record == "payment" for member in one.members}
    named = [(one, list(dict.fromkeys(joints.get(line, line) for line in one.payments))) for one in deals]
    whole = {name for _, names in named for name in names}
    lines = {one.id: one for one in case.rows.by_column(Payment, "id", whole)}
    paid: dict[str, Payment] = {}
    for deal, names in named:
        its = [lines[name] for name in names if name in lines]
        paid |= {line.id: line for line in its[: paid_of(deal, [line.amount_minor for line in its])]}
    found: Counter[str] = Counter()
    for line in paid.values():
        found[line.currency] += line.amount_minor
    return found


def figures(brief: Brief) -> dict[str, int]:
    """The figures of a dossier by name."""
    found: dict[str, int] = {}
    flaws = Counter(one.place.exhibit for one in brief.case.nouns(Flaw))
    for row in Counts().rows(brief.case):
        label = str(row["exhibit"])
        if label in brief.labels:
            told = {name: size for name, size in row.items() if isinstance(size, int)}
            found |= {f"counts:{label}:{name}": size for name, size in told.items()}
            found[f"flaws:{label}"] = flaws[label]
            found[f"unread:{label}"] = sum(told.get(state, 0) for state in UNREAD)
    own = (one for one in brief.case.nouns(Deal) if one.judgement == "confirmed" and one.state != "refunded")
    paid = booked(brief.case, (one for one in own if not brief.accounts.isdisjoint({one.seller, one.buyer})))
    found |= {f"booked:{currency}": size for currency, size in sorted(paid.items())}
    return found | dict(sorted(_paid(brief).items()))


def _paid(brief: Brief) -> Counter[str]:
    """What booked lines paid in the confirmed deals of each person, by side and currency: as annexes count it."""
    material = Material(brief.case, None)
    trade, found = Trade(material, brief.seal), Counter[str]()
    for deal in material.parties.deals:
        is_paid = deal.judgement == "confirmed" and money_of(deal) == "recorded"
        paid = trade.recorded(deal, material.paid_and_back(deal)[0]) if is_paid else None
        sides = [] if paid is None else [("sold", deal.seller), ("bought", deal.buyer)]
        names = (f"{side}:{material.parties.person(account)}" for side, account in sides if account is not None)
        found.update({f"{name}:{paid.currency}": paid.minor for name in names} if paid else {})
    return found


def stated(brief: Brief, form: str | None = None) -> Iterator[tuple[str, dict[str, int]]]:
    """The figures that each frozen paper of a dossier states, by its code."""
    for one in standing_papers(brief.case, brief.dossier.code):
        path = folder_of(brief.case.folder, one) / TOTALS
        if form in {None, one.form} and path.is_file():
            yield one.code, msgspec.json.decode(path.read_bytes(), type=dict[str, int])
