# SPDX-License-Identifier: Apache-2.0
"""The list of what waits for an officer's decision."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

from suluh.case.acts.decide import digest_of
from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.views.view import Row, View, hide, place_row, share, term_rows
from suluh.deals.decided import held_by
from suluh.model.money import decimal_text
from suluh.model.people import Decision, Link
from suluh.model.rules.spoken import standing
from suluh.model.trade import UNKNOWN_LAYOUT, Deal, Payment, Statement, is_of_layout, money_of

Hanging = Mapping[str, frozenset[str]]
"""The deals in which each account takes part, as seller, buyer, payer or beneficiary."""


class Waiting(View):
    """What waits for a decision, that first on which most money and most deals hang."""

    name = "waiting"
    nouns = (Link, Decision, Deal, Payment, Statement)
    fields = ("what", "id", "left", "right", "rule", "merges", "deals", "recorded", "possible", "currency")
    private = hide(left="account", right="account", text="told", text_id="told")
    ids = ("id", "seen", "about")
    accounts = ("left", "right")
    exhibits = ("places",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Everything on which nobody has decided yet."""
        return iter(self.keep(case, "waiting", self.nouns, lambda: _rows(case)))

    def own(self, case: Case) -> Iterator[str]:
        """The id of everything that waits."""
        return (str(row["id"]) for row in self.rows(case))


def _rows(case: Case) -> list[Row]:
    deals = {one.id: one for one in case.nouns(Deal)}
    hanging = _hanging(case, deals.values())
    rows = [row | _money([deals[name] for name in names]) for kind in KINDS for row, names in kind(case, hanging)]
    seal = Seal(case.secret)

    def order(row: Row) -> tuple[int, int, str]:
        return -int(str(row["recorded_minor"])), -int(str(row["deals"])), seal.of(str(row["id"]))

    return sorted(rows, key=order)


def _links(case: Case, hanging: Hanging) -> Iterator[tuple[Row, frozenset[str]]]:
    """Suggested links; on each hang the deals of that of its two accounts that has fewer."""
    history = _history(case, lambda one: one.link)
    for link in case.nouns(Link):
        words, is_withdrawn, _ = standing(history[link.id])
        if link.judgement != "suggested" or words or is_withdrawn:
            continue
        row: Row = {
            "what": "link",
            "id": link.id,
            "left": link.left,
            "right": link.right,
            "rule": link.rule,
            "merges": link.merges,
            "score": share(link.score),
            "chance": share(link.chance),
            "reasons_for": term_rows(link.reasons_for),
            "reasons_against": term_rows(link.reasons_against),
            "places": [place_row(place) for place in link.places],
            "seen": digest_of(link),
            "words": len(history[link.id]),
        }
        sides = (hanging.get(side, frozenset()) for side in (link.left, link.right))
        yield row, min(sides, key=len)


def _deals(case: Case, _: Hanging) -> Iterator[tuple[Row, frozenset[str]]]:
    """Deals on which nobody's word stands as they are now; on each hangs itself."""
    history = _history(case, lambda one: frozenset(one.holds) or None)
    said = Counter(one.left for one in case.nouns(Decision) if one.holds)
    for deal in case.nouns(Deal):
        if deal.judgement is not None or standing(history[frozenset(held_by(deal))])[0]:
            continue
        row: Row = {
            "what": "deal",
            "id": deal.id,
            "left": deal.seller,
            "right": deal.buyer,
            "rule": deal.tier,
            "merges": None,
            "score": share(deal.score),
            "chance": share(deal.chance),
            "reasons_for": term_rows(deal.reasons_for),
            "reasons_against": term_rows(deal.reasons_against),
            "places": [],
            "seen": digest_of(deal),
            "kind": deal.kind,
            "state": deal.state,
            "lines": len(held_by(deal)),
            "words": said[deal.id],
        }
        yield row, frozenset({deal.id})


def _statements(case: Case, _: Hanging) -> Iterator[tuple[Row, frozenset[str]]]:
    """Statements of a layout that nobody accepted; on each hang the deals that rest on its lines."""
    said = [one.left for one in case.nouns(Decision) if one.act == "layout"]
    waits = [
        one
        for one in case.nouns(Statement)
        if one.layout == UNKNOWN_LAYOUT and not any(is_of_layout(one, left) for left in said)
    ]
    hangs = _on_statements(case, waits) if waits else {}
    for one in waits:
        row: Row = {
            "what": "statement",
            "id": one.id,
            "left": one.account,
            "right": None,
            "rule": one.layout,
            "merges": None,
            "score": None,
            "chance": None,
            "reasons_for": [],
            "reasons_against": [],
            "places": [place_row(one.place)],
            "seen": digest_of(one),
            "settled": [f"{part.what}: {part.answer} ({part.by})" for part in one.settled],
            "balances": list(one.balances),
            "breaks": list(one.breaks),
            "adds_up": one.adds_up,
            "words": 0,
        }
        yield row, hangs.get(one.id, frozenset())


def _on_statements(case: Case, wanted: Iterable[Statement]) -> Mapping[str, frozenset[str]]:
    """The deals that rest on lines of each of some statements."""
    of_payment: dict[str, set[str]] = defaultdict(set)
    for deal in case.nouns(Deal):
        for payment in deal.payments:
            of_payment[payment].add(deal.id)
    names = {one.id for one in wanted}
    found: dict[str, set[str]] = defaultdict(set)
    for line in case.rows.by_column(Payment, "id", of_payment):
        if line.statement in names:
            found[line.statement] |= of_payment[line.id]
    return {name: frozenset(deals) for name, deals in found.items()}


def _history(case: Case, of: Callable[[Decision], Hashable]) -> Mapping[Hashable, list[Decision]]:
    """What was decided on each thing, in its order."""
    found: dict[Hashable, list[Decision]] = defaultdict(list)
    for one in sorted(case.nouns(Decision), key=lambda one: one.order):
        found[of(one)].append(one)
    return found


KINDS: tuple[Callable[[Case, Hanging], Iterable[tuple[Row, frozenset[str]]]], ...] = (_links, _deals, _statements)
"""What can wait: each kind gives its rows, each with the deals that hang on it."""


def _hanging(case: Case, deals: Iterable[Deal]) -> Hanging:
    found: dict[str, set[str]] = defaultdict(set)
    of_payment: dict[str, set[str]] = defaultdict(set)
    for deal in deals:
        for side in filter(None, (deal.seller, deal.buyer)):
            found[side].add(deal.id)
        for payment in deal.payments:
            of_payment[payment].add(deal.id)
    for line in case.rows.by_column(Payment, "id", of_payment):
        for side in filter(None, (line.payer, line.beneficiary)):
            found[side] |= of_payment[line.id]
    return {account: frozenset(names) for account, names in found.items()}


def _money(deals: list[Deal]) -> Row:
    """How much hangs on it, in the currency of most of the deals: what is recorded, and what is only possible."""
    known = Counter(one.currency for one in deals if one.currency)
    currency = min(known, key=lambda name: (-known[name], name), default=None)
    sums = Counter({"recorded": 0, "possible": 0})
    for one in deals:
        if one.currency == currency and one.amount_minor is not None:
            sums[money_of(one) or ""] += one.amount_minor
    said = {name: decimal_text(sums[name], currency) if currency else None for name in ("recorded", "possible")}
    return {
        "deals": len(deals),
        **said,
        "currency": currency,
        "recorded_minor": sums["recorded"],
        "possible_minor": sums["possible"],
        "about": sorted(one.id for one in deals),
    }
