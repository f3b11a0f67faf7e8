# SPDX-License-Identifier: Apache-2.0
"""Messages are read conversation by conversation, and nothing else of a case is held meanwhile."""

from collections.abc import Iterator

from tests.deals.conftest import ANI, BUDI, CITRA, Market

from suluh.deals.facts.parties import parties
from suluh.deals.reading.rooms import by_room, together
from suluh.deals.words import signals as reading
from suluh.deals.words.signals import signals
from suluh.model.rules.lost import Lost
from suluh.model.talk import Message
from suluh.model.times import Dated


def test_conversations_are_taken_together_until_they_are_enough() -> None:
    assert list(together(["a", "bc", "d", "efg", "h"], 3)) == [["a", "bc"], ["d", "efg"], ["h"]]


def test_what_speaks_is_given_before_the_last_conversation_is_taken(monkeypatch) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 3)
    case, taken = Market(), []
    for number in range(4):
        case.sale(number, buyer=f"whatsapp:+62811000{number}")

    def rooms() -> Iterator[list[Dated[Message]]]:
        for number, room in enumerate(by_room(case.talk)):
            taken.append(number)
            yield room

    found = signals(rooms(), parties([], [], [], [], {}), Lost("deals"))

    assert next(found).side == ANI
    assert taken == [0]
    assert len({one.conversation for one in found}) == 4


def test_deals_are_the_same_in_whatever_order_conversations_come(monkeypatch) -> None:
    case = Market()
    for number, buyer in enumerate((BUDI, CITRA)):
        case.sale(number, buyer=buyer)
        case.book(number + 0.3, 50_000)
        case.send(number + 0.5, ANI, 40, buyer)
    before = case.all()
    monkeypatch.setattr("tests.deals.conftest.by_room", lambda talk: by_room(talk)[::-1])

    assert case.all() == before
    assert len(case.deals()) > 1
