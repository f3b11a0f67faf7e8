# SPDX-License-Identifier: Apache-2.0
"""When each exhibit ends is noted while its records pass."""

from datetime import UTC, datetime

from suluh.case.line.ends import Ends
from suluh.model.place import Place
from suluh.model.talk import Message
from suluh.model.times import Dated


def said(exhibit: str, day: int | None) -> Dated[Message]:
    place = Place(exhibit=exhibit, acquisition="1", path="chat.txt", file="f", line=1)
    one = Message(id=f"{exhibit}{day}", conversation="c", kind="text", place=place)
    return Dated(one, None if day is None else datetime(2026, 1, day, tzinfo=UTC))


def test_an_exhibit_ends_with_its_latest_record_and_none_is_lost_on_the_way() -> None:
    ends, records = Ends(), [said("B-1", 3), said("B-1", 9), said("B-2", None), said("B-1", 5), said("B-3", 1)]

    passed = [*ends.noted(records[:2]), *ends.noted(records[2:])]

    assert passed == records
    assert {label: at.day for label, at in ends.last.items()} == {"B-1": 9, "B-3": 1}
