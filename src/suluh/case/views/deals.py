# SPDX-License-Identifier: Apache-2.0
"""The list of deals."""

from collections.abc import Iterator, Mapping

from suluh.case.case import Case
from suluh.case.views.view import Row, View, hide, noun_row, share, term_rows
from suluh.model.money import decimal_text
from suluh.model.people import Person
from suluh.model.trade import Deal


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
    private = hide(seller="account", buyer="account", text="text", text_id="text")
    accounts = ("seller", "buyer", "seller_person", "buyer_person")
    time = "at"

    def rows(self, case: Case) -> Iterator[Row]:
        """Every deal."""
        persons = {account: person.id for person in case.nouns(Person) for account in person.accounts}
        return (self._row(deal, persons) for deal in sorted(case.nouns(Deal), key=_order))

    def _row(self, deal: Deal, persons: Mapping[str, str]) -> Row:
        amount = deal.amount_minor
        own: Row = {
            "seller_person": persons.get(deal.seller or ""),
            "buyer_person": persons.get(deal.buyer or ""),
            "amount": None if amount is None else decimal_text(amount, deal.currency or ""),
            "score": share(deal.score),
            "chance": share(deal.chance),
            "reasons_for": term_rows(deal.reasons_for),
            "reasons_against": term_rows(deal.reasons_against),
        }
        known = noun_row(deal, tuple(name for name in self.fields if name not in own))
        row = {name: own[name] if name in own else known[name] for name in self.fields}
        return row | {"at": _moment(deal)}


def _order(deal: Deal) -> tuple[str, str]:
    return _moment(deal) or "~", deal.id


def _moment(deal: Deal) -> str | None:
    """When it was paid, else offered, else delivered."""
    return deal.paid_at or deal.offered_at or deal.delivered_at
