# SPDX-License-Identifier: Apache-2.0
"""What the reader of ``msgstore.db`` promises beyond the contract of all readers."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Account, Message
from suluh.readers.whatsapp.jids import account_of, native_of
from suluh.readers.whatsapp_msgstore import WhatsAppMsgstore

ANI, BUDI = "whatsapp:+628110000001", "whatsapp:+628120000002"
SCHEMA = """
create table jid (_id integer primary key, user text, server text, raw_string text);
create table chat (_id integer primary key, jid_row_id integer, subject text);
create table message (_id integer primary key, chat_row_id integer, from_me integer, key_id text,
                      sender_jid_row_id integer, timestamp integer, message_type integer, text_data text);
"""


def _phone(folder: Path, own: str, other: str, rows: list[tuple[int, str, str]]) -> list[Message]:
    """The messages of a phone with one direct chat: rows are direction, key and text."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / "msgstore.db")) as base:
        base.executescript(SCHEMA)
        base.execute("insert into jid values (1, ?, 's.whatsapp.net', null)", (other.partition("+")[2],))
        base.execute("insert into chat values (1, 1, null)")
        for number, (from_me, key, text) in enumerate(rows, 1):
            base.execute(
                "insert into message values (?, 1, ?, ?, 0, 1767225600000, 0, ?)", (number, from_me, key, text)
            )
        base.commit()
    source = FolderSource(folder, "msgstore.db", accounts=(own,))
    return [one for one in WhatsAppMsgstore().read(source) if isinstance(one, Message)]


def test_two_phones_name_a_message_and_its_conversation_alike(tmp_path: Path) -> None:
    [here] = _phone(tmp_path / "a", ANI, BUDI, [(1, "3EB0000000000000AA01", "halo")])
    [there] = _phone(tmp_path / "b", BUDI, ANI, [(0, "3EB0000000000000AA01", "halo")])

    assert (here.native, here.conversation) == (there.native, there.conversation)
    assert here.sender == there.sender == ANI


def test_a_short_key_needs_both_sides(tmp_path: Path) -> None:
    [here] = _phone(tmp_path / "a", ANI, BUDI, [(1, "1400000000-7", "halo")])
    [there] = _phone(tmp_path / "b", BUDI, ANI, [(0, "1400000000-7", "halo")])

    assert here.native == there.native == "whatsapp/direct/+628110000001/+628120000002/1400000000-7"
    assert native_of("628120000002@s.whatsapp.net", "", "1400000000-7", own=None, broadcast=False) is None


def test_a_lid_is_never_a_phone() -> None:
    assert account_of("90000000000002@lid") == "whatsapp:90000000000002@lid"
    assert account_of("628120000002.0:7@s.whatsapp.net") == BUDI


def test_a_wide_table_without_the_new_columns_is_read(tmp_path: Path) -> None:
    messages = _phone(tmp_path / "a", ANI, BUDI, [(0, "3EB0000000000000AA01", "satu"), (1, "AA", "dua")])

    assert [(one.text, one.sender) for one in messages] == [("satu", BUDI), ("dua", ANI)]


def test_a_picture_column_is_never_asked_for(tmp_path: Path) -> None:
    _phone(tmp_path / "a", ANI, BUDI, [])
    asked: set[str] = set()

    class Watched(FolderSource):
        def rows(self, table, columns):  # type: ignore[no-untyped-def] # as its base
            asked.update(columns)
            return super().rows(table, columns)

    list(WhatsAppMsgstore().read(Watched(tmp_path / "a", "msgstore.db")))

    assert "timestamp" in asked
    assert not [one for one in asked if "thumb" in one or "media_key" in one or one == "raw_data"]


def test_a_changed_number_is_an_alias_of_the_new_one(tmp_path: Path) -> None:
    _phone(tmp_path / "a", ANI, BUDI, [])
    with closing(sqlite3.connect(tmp_path / "a" / "msgstore.db")) as base:
        base.execute("insert into jid values (2, '628130000003', 's.whatsapp.net', null)")
        base.execute("create table message_system_number_change (old_jid_row_id integer, new_jid_row_id integer)")
        base.execute("insert into message_system_number_change values (1, 2)")
        base.commit()

    found = list(WhatsAppMsgstore().read(FolderSource(tmp_path / "a", "msgstore.db")))

    assert [one.aliases for one in found if isinstance(one, Account) and one.account.endswith("3")] == [(BUDI,)]


def test_a_table_that_breaks_off_keeps_what_was_read_and_a_late_database_is_left_to_its_worker(tmp_path: Path) -> None:
    _phone(tmp_path / "a", ANI, BUDI, [(0, "3EB0000000000000AA01", "satu")])

    class Breaks(FolderSource):
        fault: Exception = ValueError("the database cannot be read any further")

        def rows(self, table, columns):  # type: ignore[no-untyped-def] # as its base
            yield from super().rows(table, columns)
            if table == "message":
                raise self.fault

    source = Breaks(tmp_path / "a", "msgstore.db")
    found = list(WhatsAppMsgstore().read(source))

    assert [one.text for one in found if isinstance(one, Message)] == ["satu"]
    assert [one.reason for one in found if isinstance(one, Flaw)] == ["the database cannot be read any further"]
    source.fault = TimeoutError("timed out")
    with pytest.raises(TimeoutError):
        list(WhatsAppMsgstore().read(source))


def test_a_member_who_never_wrote_is_told_by_the_map_to_be_a_phone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "msgstore.db")) as base:
        base.executescript(SCHEMA)
        base.execute("create table jid_map (lid_row_id integer primary key, jid_row_id integer)")
        base.execute("create table group_participant_user (_id integer, group_jid_row_id, user_jid_row_id)")
        people = [("1", "g.us"), ("90000000000002", "lid"), ("628120000002", "s.whatsapp.net"), ("7", "lid")]
        for row, (user, server) in enumerate(people, 1):
            base.execute("insert into jid values (?, ?, ?, null)", (row, user, server))
        base.execute("insert into jid_map values (2, 3)")
        base.execute("insert into chat values (1, 1, 'group')")
        base.executemany("insert into group_participant_user values (?, 1, ?)", [(1, 2), (2, 4)])
        base.commit()

    found = list(WhatsAppMsgstore().read(FolderSource(tmp_path, "msgstore.db", accounts=(ANI,))))

    told = [(one.account, one.aliases) for one in found if isinstance(one, Account) and not one.own]
    assert told == [("whatsapp:90000000000002@lid", (BUDI,))]


def test_a_jid_without_a_server_is_kept_as_it_is() -> None:
    assert account_of("436600000000") == "whatsapp:436600000000"
