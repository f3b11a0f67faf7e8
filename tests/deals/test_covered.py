# SPDX-License-Identifier: Apache-2.0
"""A payment would be seen only where a ledger of either side goes on."""

from typing import Any

import msgspec
import pytest

from suluh.deals.find import put_together
from suluh.deals.judge.marks import seen

ANI, BUDI, CITRA = "whatsapp:+628110000001", "whatsapp:+628110000002", "whatsapp:+628110000003"


@pytest.fixture
def shown(market: Any, monkeypatch: Any) -> Any:
    """What the ledgers show of each episode, in order."""

    def all_() -> list[str]:
        found: list[str] = []

        def kept(*nouns: Any) -> Any:
            together = put_together(*nouns)
            found.extend(seen(told, paid) for told, paid in together.told)
            return together

        monkeypatch.setattr("suluh.deals.find.put_together", kept)
        market.all()
        return found

    return all_


@pytest.mark.parametrize(
    ("hours", "expected"),
    [((-200, 300), "unpaid"), ((), "unbooked"), ((-900, -400), "unbooked"), ((0.5,), "paid")],
    ids=["goes on", "no line", "ended before", "payment"],
)
def test_a_sale_is_unpaid_only_where_its_payment_would_stand(
    market: Any, shown: Any, hours: tuple[float, ...], expected: str
) -> None:
    market.sale()
    for hour in hours:
        market.book(hour, 50_000, payer_name="BUDI SANTOSO")

    assert shown() == [expected]


def test_the_ledger_of_somebody_else_covers_nothing(market: Any, shown: Any) -> None:
    market.sale()
    place = {"statement": "t", "beneficiary": "bri:999900001111"}
    for hour in (-200, 300):
        market.book(hour, 70_000, **place)
    market.payments[:] = [_elsewhere(one) for one in market.payments]

    assert shown() == ["unbooked"]


def _elsewhere(one: Any) -> Any:
    place = msgspec.structs.replace(one.value.place, exhibit="B-9")
    return one._replace(value=msgspec.structs.replace(one.value, place=place))
