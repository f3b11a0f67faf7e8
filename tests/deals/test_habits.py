# SPDX-License-Identifier: Apache-2.0
"""Who trades in digital items hands them to others as well."""

from typing import Any

from suluh.deals.find import put_together
from suluh.deals.judge.marks import marks
from suluh.deals.talks.habits import habits

ANI, BUDI, CITRA = "whatsapp:+628110000001", "whatsapp:+628110000002", "whatsapp:+628110000003"


def seen(market: Any, monkeypatch: Any, name: str) -> dict[str, float]:
    """One mark of the episodes, by buyer."""
    found: dict[str, float] = {}

    def kept(*nouns: Any) -> Any:
        together = put_together(*nouns)
        for told, paid in together.told:
            found[told.episode.buyer.removeprefix("person/")] = marks(told, paid)[name]
        return together

    monkeypatch.setattr("suluh.deals.find.put_together", kept)
    market.all()
    return found


def test_what_a_seller_hands_to_others_is_seen(market: Any, monkeypatch: Any) -> None:
    market.sale(0, BUDI)
    market.send(1, ANI, 40, BUDI)
    market.sale(50, CITRA)

    assert seen(market, monkeypatch, "seller gives to others") == {BUDI: 0, CITRA: 1}


def test_what_a_buyer_hands_to_others_is_seen(market: Any, monkeypatch: Any) -> None:
    market.sale(0, BUDI)
    market.sale(20, CITRA)

    assert seen(market, monkeypatch, "buyer gives to others") == {BUDI: 0, CITRA: 0}
    assert habits([]) == []
