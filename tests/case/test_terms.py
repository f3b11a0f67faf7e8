# SPDX-License-Identifier: Apache-2.0
"""Every reason of a deal or link leads to the lines of the exhibits that it rests on."""

from pathlib import Path

import pytest
from bench.terms import Exhibits, Row, case, faults
from tests.finished import SMALL
from tests.forked_unit import ForkedUnit


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Row], dict[str, Row], Exhibits]:
    """The deals and links of a small case, its records, and its exhibits."""
    return case(tmp_path_factory.mktemp("terms"), 4, SMALL, ForkedUnit)


def test_each_reason_stands_where_it_says(shown: tuple[list[Row], dict[str, Row], Exhibits]) -> None:
    rows, records, exhibits = shown

    assert {"seller" in row for row in rows} == {True, False}
    assert [fault for row in rows for fault in faults(row, records, exhibits)] == []


def test_what_stands_elsewhere_is_found(shown: tuple[list[Row], dict[str, Row], Exhibits]) -> None:
    rows, records, exhibits = shown
    deal = next(row for row in rows if "seller" in row and any(one["messages"] for one in row["reasons_for"]))
    name = next(name for one in deal["reasons_for"] for name in one["messages"])

    other = records | {name: {**records[name], "text": "said by nobody"}}
    gone = {one: row for one, row in records.items() if one != name}

    assert any("does not stand at" in fault for fault in faults(deal, other, exhibits))
    assert any(f"names {name}, which is none" in fault for fault in faults(deal, gone, exhibits))


def test_a_reason_without_its_sentence_or_record_is_found(
    shown: tuple[list[Row], dict[str, Row], Exhibits],
) -> None:
    _, records, exhibits = shown
    bare = {"rule": "offer", "text": "The seller offered it.", "text_id": "", "messages": [], "payments": []}
    row = {"id": "d", "seller": "x:1", "reasons_for": [bare], "reasons_against": []}

    assert list(faults(row, records, exhibits)) == [
        "d: offer has no sentence in both languages",
        "d: offer names no record",
    ]


def test_a_place_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "exhibits" / "B-1").mkdir(parents=True)
    (tmp_path / "exhibits" / "B-1" / "chat.txt").write_text("one\ntwo\n", "utf-8")
    place = {"exhibit": "B-1", "path": "chat.txt", "inside": None, "line": 2, "last_line": 2}
    exhibits = Exhibits(tmp_path, tmp_path)

    assert exhibits.holds(place, "two")
    assert not exhibits.holds(place, "one")
    assert not exhibits.holds(place | {"line": 9, "last_line": 9}, "")
