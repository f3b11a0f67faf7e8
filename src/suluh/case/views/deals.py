# SPDX-License-Identifier: Apache-2.0
"""The list of deals."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from suluh.case.acts.decide import digest_of
from suluh.case.case import Case
from suluh.case.views.hanging import on_link
from suluh.case.views.hiding import hide
from suluh.case.views.orders import held
from suluh.case.views.people import persons_of
from suluh.case.views.rests import Rests
from suluh.case.views.view import (
    ALL_ROWS,
    Filter,
    Row,
    View,
    accounts_of,
    noun_row,
    share,
    stamp_row,
    term_rows,
)
from suluh.deals.facts.saying import told
from suluh.model.ids import deal_id
from suluh.model.money import decimal_text
from suluh.model.people import Link, Person
from suluh.model.trade import Deal, Stamp, is_traded, money_of


class Deals(View):
    """Offer, payment and delivery put together, in the order of time."""

    name = "deals"
    nouns = (Deal, Person)
    each = Deal
    fields = (
        "id",
        "kind",
        "state",
        "tier",
        "seller",
        "buyer",
        "seller_person",
        "buyer_person",
        "items_promised",
        "items_delivered",
        "items_distinct",
        "amount",
        "amount_minor",
        "currency",
        "offered_at",
        "paid_at",
        "delivered_at",
        "payments",
        "messages",
        "files",
        "score",
        "chance",
        "reasons_for",
        "reasons_against",
    )
    shown = (
        *("at", "kind", "state", "tier", "seller", "buyer", "items_delivered", "amount", "currency"),
        *("money", "score", "judgement", "same_sum"),
    )
    private = hide(seller="account", buyer="account", messages="id", payments="id", text="told", text_id="told")
    ids = ("id", "seller_person", "buyer_person", "seen")
    accounts = ("seller", "buyer", "seller_person", "buyer_person")
    time = "at"

    def rows(self, case: Case) -> Iterator[Row]:
        """Every deal."""
        return self.near(case, ALL_ROWS)

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """Some deals, or those of some accounts or of one state, without reading the others."""
        persons = persons_of(case)
        return (self._row(deal, persons) for deal in self._held(case, where))

    def slim(self, case: Case, where: Filter, fields: frozenset[str]) -> Iterator[Row]:
        """Deals without their reasons and digests, where nobody asks for these."""
        if fields & LONG:
            return super().slim(case, where, fields)
        persons = persons_of(case)
        if where == ALL_ROWS:
            return _some(self._held(case, where), fields, persons)
        return self._chosen(case, where, (self._slim(deal, persons) for deal in self._held(case, where)))

    def _held(self, case: Case, where: Filter) -> Iterator[Deal]:
        """The deals that a filter can want, in the order of time."""
        known, wanted = self._known(case), where.ids or frozenset(filter(None, [where.id]))
        named = accounts_of(case, where)
        order = [
            one.id
            for one in known
            if (not wanted or one.id in wanted)
            and (where.state is None or one.state == where.state)
            and (named is None or not named.isdisjoint(filter(None, (one.seller, one.buyer))))
        ]
        return held(case, Deal, order)

    def ordered(self, case: Case) -> Sequence[str]:
        """The ids of all deals in the order of time."""
        return [one.id for one in self._known(case)]

    def _known(self, case: Case) -> Sequence["_Known"]:
        """Every deal in the order of time, by what lists ask of it."""
        return self.lasting(case, "known", (Deal,), list[_Known], lambda: _known(case))

    def holding(self, case: Case, name: str) -> Iterator[str]:
        """The deals that rest on a message, a booked line or a content, or hang on a link."""
        for link in case.rows.by_column(Link, "id", [name]):
            return iter(sorted(on_link(case, link)))
        found = case.rows.by_column(Deal, "id", self._rests(case).among(name))
        return (one.id for one in found if name in _named_in(one))

    def _rests(self, case: Case) -> Rests:
        """Which deals rest on what."""

        def made() -> Rests:
            return Rests.of((one.id, _named_in(one)) for one in case.nouns(Deal))

        return self.lasting(case, "rests", (Deal,), Rests, made)

    def count_up(self, case: Case) -> None:
        """The order of all deals, and what each rests on."""
        self._known(case)
        self._rests(case)

    def former(self, case: Case) -> Iterator[tuple[str, str]]:
        """Ids of deals that became part of another."""
        return deals_by_message(case.nouns(Deal))

    def _row(self, deal: Deal, persons: Mapping[str, str]) -> Row:
        reasons: Row = {
            "reasons_for": term_rows(deal.reasons_for, deal.payments),
            "reasons_against": term_rows(deal.reasons_against, deal.payments),
        }
        lists = noun_row(deal, ("payments", "messages", "files"))
        slim = self._slim(deal, persons) | lists | reasons
        return {name: slim[name] for name in self.fields} | slim | {"seen": digest_of(deal), **_chance(deal)}

    def _slim(self, deal: Deal, persons: Mapping[str, str]) -> Row:
        """What is said of a deal, without what makes its row `LONG`."""
        own = {name: make(deal) for name, make in _MADE.items()}
        return noun_row(deal, _SHORT) | _parties(deal, persons) | own


LONG = frozenset(
    {
        *("payments", "messages", "files", "reasons_for", "reasons_against", "seen"),
        *("coincidence", "chance_text", "chance_text_id", "same_sum"),
    }
)
"""Fields of a deal that take long to make, and that no picture and no choice of a list asks for."""

_SHORT = (
    *("id", "kind", "state", "tier", "seller", "buyer", "items_promised", "items_delivered", "items_distinct"),
    *("amount_minor", "currency", "offered_at", "paid_at", "delivered_at"),
)
"""Fields that a deal has itself."""


def _parties(deal: Deal, persons: Mapping[str, str]) -> Row:
    """The persons of both sides."""
    return {"seller_person": persons.get(deal.seller or ""), "buyer_person": persons.get(deal.buyer or "")}


def _some(deals: Iterable[Deal], fields: frozenset[str], persons: Mapping[str, str]) -> Iterator[Row]:
    """Some fields of deals; with each time, and with each day of one, where it is written."""
    times = {one.removeprefix("day:") for one in fields}
    wanted = {*fields, *times, *(f"{one.removesuffix('_at')}_on" for one in times)}
    own = tuple(one for one in _SHORT if one in wanted)
    made = {name: make for name, make in _MADE.items() if name in wanted}
    for deal in deals:
        yield noun_row(deal, own) | _parties(deal, persons) | {name: make(deal) for name, make in made.items()}


class _Known(NamedTuple):
    """What lists ask of a deal: it is kept of each."""

    id: str
    seller: str | None
    buyer: str | None
    state: str


def _known(case: Case) -> list[_Known]:
    found = sorted((_order(one), _Known(one.id, one.seller, one.buyer, one.state)) for one in case.nouns(Deal))
    return [one for _, one in found]


def _named_in(deal: Deal) -> frozenset[str]:
    """The messages, booked lines and contents that a deal rests on."""
    reasons = (*deal.reasons_for, *deal.reasons_against)
    return frozenset((*deal.payments, *deal.messages, *deal.files, *(name for one in reasons for name in one.rests)))


def _chance(deal: Deal) -> Row:
    """A chance match by its parts: in numbers, and as sentences."""
    parts = deal.coincidence
    if parts is None or deal.chance is None:
        return {"coincidence": None, "chance_text": None, "chance_text_id": None, "same_sum": None}
    english, indonesian = told(deal.chance, parts)
    others = "no other line" if not parts.others else f"{parts.others} other line{'s' if parts.others > 1 else ''}"
    return {
        "coincidence": {name: getattr(parts, name) for name in parts.__struct_fields__},
        "chance_text": english,
        "chance_text_id": indonesian,
        "same_sum": f"{others} in {parts.days} day{'s' if parts.days > 1 else ''}",
    }


def deals_by_message(deals: Iterable[Deal]) -> Iterator[tuple[str, str]]:
    """Each message of a deal may be the first of one that became part of it: that one's id leads to the deal."""
    return ((deal_id(message), deal.id) for deal in deals for message in deal.messages)


def _order(deal: Deal) -> tuple[str, str]:
    return _moment(deal) or "~", deal.id


def _moment(deal: Deal) -> str | None:
    """When it was paid, else offered, else delivered."""
    return deal.paid_at or deal.offered_at or deal.delivered_at


def _moment_on(deal: Deal) -> Stamp | None:
    """Where that moment is written."""
    if deal.paid_at:
        return deal.paid_on
    return deal.offered_on if deal.offered_at else deal.delivered_on


_MADE: Mapping[str, Callable[[Deal], object]] = {
    "amount": lambda deal: None if deal.amount_minor is None else decimal_text(deal.amount_minor, deal.currency or ""),
    "score": lambda deal: share(deal.score),
    "chance": lambda deal: share(deal.chance),
    "at": _moment,
    "money": money_of,
    "traded": is_traded,
    "offered_on": lambda deal: stamp_row(deal.offered_on),
    "ordered_at": lambda deal: deal.ordered_at,
    "ordered_on": lambda deal: stamp_row(deal.ordered_on),
    "paid_on": lambda deal: stamp_row(deal.paid_on),
    "delivered_on": lambda deal: stamp_row(deal.delivered_on),
    "at_on": lambda deal: stamp_row(_moment_on(deal)),
    "judgement": lambda deal: deal.judgement or "suggested",
    "judged_by": lambda deal: deal.by,
    "judged_at": lambda deal: deal.at,
}
"""Fields that are made of those of a deal."""
