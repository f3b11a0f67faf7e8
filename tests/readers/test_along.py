# SPDX-License-Identifier: Apache-2.0
"""Side tables of ``msgstore.db`` are met along its messages: the same is told, and no table is held."""

import random
import sqlite3
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.evidence.source import Row
from suluh.model.intake import Flaw
from suluh.model.talk import Message
from suluh.readers.whatsapp import along
from suluh.readers.whatsapp.along import Along, Rows, in_order
from suluh.readers.whatsapp_msgstore import WhatsAppMsgstore

SCHEMA = """
create table jid (_id integer primary key, user text, server text, raw_string text);
create table chat (_id integer primary key, jid_row_id integer, subject text);
create table message (_id integer primary key, chat_row_id integer, from_me integer, key_id text,
                      sender_jid_row_id integer, timestamp integer, message_type integer, text_data text);
create table message_media (_id integer primary key, message_row_id integer, file_path text);
create table message_add_on (_id integer primary key, parent_message_row_id integer, from_me integer,
                             sender_jid_row_id integer, message_add_on_type integer);
create table message_add_on_reaction (message_add_on_row_id integer primary key, reaction text);
insert into jid values (1, '6281200000', 's.whatsapp.net', null);
insert into chat values (1, 1, null);
"""


def _read(folder: Path, *inserts: tuple[str, list[tuple[object, ...]]], more: str = "") -> list[object]:
    with closing(sqlite3.connect(folder / "msgstore.db")) as base:
        base.executescript(SCHEMA + more)
        for table, rows in inserts:
            base.executemany(f"insert into {table} values ({', '.join('?' * len(rows[0]))})", rows)
        base.commit()
    source = FolderSource(folder, "msgstore.db", accounts=("whatsapp:+6281100000",))
    return list(WhatsAppMsgstore().read(source))


def _messages(*numbers: int) -> tuple[str, list[tuple[object, ...]]]:
    return "message", [(n, 1, 0, f"KEY{n}", 0, 1767225600000 + n, 0, f"pesan {n}") for n in numbers]


@pytest.mark.parametrize("window", [1, 4, 5000])
@pytest.mark.parametrize("far", [0, 3, 400])
def test_what_a_table_tells_comes_in_the_order_of_the_rows_and_within_one_in_that_of_the_table(
    window: int, far: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(along, "WINDOW", window)
    chance = random.Random(window + far)  # noqa: S311 # drawn rows
    table = [(place // 3 + chance.randrange(far + 1), f"{place}") for place in range(900)]

    def told(_: Rows) -> Iterator[tuple[int, str]]:
        return iter(table)

    def numbers(_: Rows) -> Iterator[tuple[int, None]]:
        return ((number, None) for number, _ in table)

    def rows(_table: str, _columns: object) -> Iterator[Row]:
        return iter(())

    assert list(in_order(told, numbers, rows, rows)) == sorted(table, key=lambda one: one[0])


def test_what_is_said_of_rows_that_nobody_asks_for_is_passed_and_nothing_twice() -> None:
    passed: list[tuple[int, int, str]] = []
    found = Along([iter([(1, "a"), (3, "b"), (3, "c")]), iter([(3, "d"), (9, "e")])], lambda *one: passed.append(one))

    assert found.of(3) == [(0, "b"), (0, "c"), (1, "d")]
    assert found.of(3) == []
    found.rest()
    assert passed == [(1, 0, "a"), (9, 1, "e")]


def test_a_late_row_of_a_side_table_and_a_reaction_to_an_old_message_find_their_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(along, "WINDOW", 2)
    media = [(1, 8, "Media/8.jpg"), (2, 9, "Media/9.jpg"), (3, 7, "Media/7.jpg"), (4, 6, "x"), (5, 2, "Media/2.jpg")]
    answers = [(n, message, 0, 1, 56) for n, message in enumerate((9, 9, 9, 2), 1)]
    said = [(n, word) for n, word in enumerate("abcd", 1)]

    found = _read(
        tmp_path,
        _messages(2, 7, 8, 9),
        ("message_media", media),
        ("message_add_on", answers),
        ("message_add_on_reaction", said),
    )

    files = {one.text: [file.name for file in one.attachments] for one in found if isinstance(one, Message)}
    words = {one.text: [beside.text for beside in one.beside] for one in found if isinstance(one, Message)}
    assert files == {f"pesan {n}": [f"Media/{n}.jpg"] for n in (2, 7, 8, 9)}
    assert words == {"pesan 2": ["d"], "pesan 7": [], "pesan 8": [], "pesan 9": ["a", "b", "c"]}
    [flaw] = [one for one in found if isinstance(one, Flaw)]
    assert "row 6 of message_media belongs to no message" in flaw.reason


def test_a_message_that_stands_in_both_schemas_keeps_its_file(tmp_path: Path) -> None:
    more = """create table messages (_id integer primary key, key_remote_jid text, key_from_me integer, key_id text,
                                     timestamp integer, media_wa_type text, data text);"""
    old = [(n, "6281200000@s.whatsapp.net", 0, f"KEY{n}", 1767225600000 + n, "0", f"pesan {n}") for n in (1, 2, 3)]
    media = [(n, n, f"Media/{n}.jpg") for n in (1, 2, 3)]

    found = _read(tmp_path, _messages(2, 3), ("message_media", media), ("messages", old), more=more)

    messages = [one for one in found if isinstance(one, Message)]
    assert [(one.place.table, one.attachments[0].name) for one in messages] == [
        ("messages", "Media/1.jpg"),
        ("message", "Media/2.jpg"),
        ("message", "Media/3.jpg"),
    ]
    assert sum("stands in both tables" in one.reason for one in found if isinstance(one, Flaw)) == 2


def test_the_memory_of_reading_does_not_grow_with_side_tables(tmp_path: Path) -> None:
    def most(size: int) -> int:
        (tmp_path / str(size)).mkdir()
        media = [(n, n, f"Media/WhatsApp Images/IMG-{n:09}.jpg") for n in range(1, size)]
        _read(tmp_path / str(size), _messages(*range(1, size)), ("message_media", media))
        source = FolderSource(tmp_path / str(size), "msgstore.db")
        tracemalloc.start()
        read = sum(1 for _ in WhatsAppMsgstore().read(source))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert read >= size
        return peak

    assert most(12_000) < most(1_000) + 500_000
