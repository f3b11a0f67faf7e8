# SPDX-License-Identifier: Apache-2.0
"""The list of offers."""

from collections.abc import Iterator, Mapping, Sequence

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.orders import held
from suluh.case.views.people import persons_of
from suluh.case.views.view import ALL_ROWS, Filter, Keys, Row, View, noun_row, stamp_row, term_rows
from suluh.model.money import decimal_text, spoken
from suluh.model.people import Person
from suluh.model.trade import Offer, Price


class Offers(View):
    """What was announced to everybody, or to somebody without an account, in the order of time: no deal by itself."""

    name = "offers"
    nouns = (Offer, Person)
    each = Offer
    fields = (
        "id",
        "kind",
        "conversation",
        "seller",
        "seller_person",
        "at",
        "prices",
        "items_promised",
        "messages",
        "reasons_for",
        "reasons_against",
    )
    shown = ("at", "kind", "seller", "conversation", "told", "asked")
    private = hide(conversation="account", seller="account", messages="id", text="told", text_id="told")
    ids = ("id", "seller_person", "conversation_key")
    accounts = ("seller", "seller_person")
    time = "at"

    def rows(self, case: Case) -> Iterator[Row]:
        """Every offer."""
        return self.near(case, ALL_ROWS)

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """Some offers without reading the others."""
        keys, persons, order = Keys(case, "conversation"), persons_of(case), self.ordered(case)
        wanted = where.ids or frozenset(filter(None, [where.id]))
        for one in held(case, Offer, [name for name in order if name in wanted] if wanted else order):
            yield self._row(one, persons) | {"conversation_key": keys.of(one.conversation)}

    def ordered(self, case: Case) -> Sequence[str]:
        """The ids of all offers in the order of time."""

        def made() -> list[str]:
            return [name for _, name in sorted((one.at or "~", one.id) for one in case.nouns(Offer))]

        return self.lasting(case, "order", (Offer,), list[str], made)

    def count_up(self, case: Case) -> None:
        """The order of all offers."""
        self.ordered(case)

    def _row(self, offer: Offer, persons: Mapping[str, str]) -> Row:
        own: Row = {
            "seller_person": persons.get(offer.seller or ""),
            "prices": [_price(one) for one in offer.prices],
            "reasons_for": term_rows(offer.reasons_for),
            "reasons_against": term_rows(offer.reasons_against),
        }
        known = noun_row(offer, tuple(name for name in self.fields if name not in own))
        row = {name: own[name] if name in own else known[name] for name in self.fields}
        return row | {
            "seen": stamp_row(offer.seen),
            "told": offer.told,
            "asked": [_spoken(one) for one in offer.prices],
        }


def _price(one: Price) -> Row:
    return {
        "items": one.items,
        "amount": decimal_text(one.amount_minor, one.currency),
        "amount_minor": one.amount_minor,
        "currency": one.currency,
    }


def _spoken(one: Price) -> str:
    amount, _ = spoken(one.amount_minor, one.currency)
    return amount if one.items is None else f"{one.items} for {amount}"
