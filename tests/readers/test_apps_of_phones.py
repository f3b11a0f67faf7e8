# SPDX-License-Identifier: Apache-2.0
"""Databases of Viber, Messenger and Kik: nobody is taken for the sender of what somebody else wrote."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.readers.fixtures import DATA, Fixture, records
from tests.readers.folder_source import FolderSource

from suluh.model.body import Noun
from suluh.model.intake import Flaw
from suluh.model.talk import Account, Conversation, Message


def _records(reader: str, folder: Path, path: str, change: str = "", name: str = "made-up") -> list[Noun]:
    """What the fixture's database gives once a statement changed it."""
    Fixture(reader, DATA / reader / name).lay(folder)
    with closing(sqlite3.connect(folder / path)) as base:
        base.executescript(change)
    return records(FolderSource(folder, path))


def _senders(found: list[Noun]) -> dict[str, str | None]:
    return {one.text: one.sender for one in found if isinstance(one, Message)}


def test_what_went_out_by_kik_is_not_of_whom_it_went_to(tmp_path: Path) -> None:
    senders = _senders(_records("kik-ios", tmp_path, "kik.sqlite"))

    assert senders["mau"] == senders["hai"] == "kik:own/B-1"
    assert senders["paket 40 file 50rb"] == "kik:tari_abc"


def test_a_group_of_kik_writes_nothing(tmp_path: Path) -> None:
    assert _senders(_records("kik-android", tmp_path, "0123.kikDatabase.db"))["tanpa nama"] is None
    assert _senders(_records("kik-ios", tmp_path, "kik.sqlite"))["grup tidak menulis"] is None


def test_a_message_that_stands_in_two_chats_of_kik_is_of_the_one_with_whom_it_was(tmp_path: Path) -> None:
    found = _records("kik-ios", tmp_path, "kik.sqlite")

    assert {one.conversation for one in found if isinstance(one, Message) and one.text == "mau"} == {
        "kik:direct/B-1/tari_abc"
    }


def test_what_came_in_by_viber_is_never_the_owners(tmp_path: Path) -> None:
    senders = _senders(_records("viber-android", tmp_path, "viber_messages"))

    assert senders["masuk atas nama pemilik"] is None
    assert senders["mau"] == "viber:+6281200000001"


def test_viber_without_the_owners_number_has_its_device(tmp_path: Path) -> None:
    change = "update participants_info set number = null where participant_type = 0"

    found = _records("viber-android", tmp_path, "viber_messages", change)

    assert _senders(found)["mau"] == "viber:own/B-1"


def test_calls_of_viber_are_no_calls_of_the_telephone(tmp_path: Path) -> None:
    found = _records("viber-android", tmp_path, "viber_data")

    assert {one.account.partition(":")[0] for one in found if isinstance(one, Account)} == {"viber"}


def test_calls_of_viber_are_of_the_owner_whom_its_messages_know(tmp_path: Path) -> None:
    found = _records("viber-android", tmp_path, "viber_data")
    (tmp_path / "viber_messages").unlink()

    alone = records(FolderSource(tmp_path, "viber_data"))

    assert [one.account for one in found if _is_own(one)] == ["viber:+6281200000001"]
    assert [one.account for one in alone if _is_own(one)] == ["viber:own/B-1"]


def test_whose_messenger_it_is_stands_beside_it(tmp_path: Path) -> None:
    own = [one.account for one in _records("messenger-threads", tmp_path, "threads_db2") if _is_own(one)]

    assert own == ["facebook:100000000000001"]


def test_a_thread_of_two_whose_owner_nothing_says_names_no_other_side(tmp_path: Path) -> None:
    Fixture("messenger-threads", DATA / "messenger-threads" / "made-up").lay(tmp_path)
    (tmp_path / "threads_db2-uid").unlink()

    found = records(FolderSource(tmp_path, "threads_db2"))

    [talk] = [one for one in found if isinstance(one, Conversation) and one.kind == "direct"]
    assert talk.members == ("facebook:100000000000001", "facebook:100000000000002")
    assert _senders(found)["paket 40 file 50rb"] == "facebook:100000000000002"


def test_two_names_for_the_owner_of_messenger_are_believed_neither(tmp_path: Path) -> None:
    path = "msys_database_100000000000001"
    Fixture("messenger-msys", DATA / "messenger-msys" / "made-up").lay(tmp_path)
    (tmp_path / "threads_db2-uid").write_text("100000000000009\n")

    own = [one.account for one in records(FolderSource(tmp_path, path)) if _is_own(one)]

    assert own == ["facebook:own/B-1"]


def test_what_messenger_could_not_send_is_not_said(tmp_path: Path) -> None:
    found = _records("messenger-threads", tmp_path, "threads_db2")

    [failed] = [one for one in found if isinstance(one, Message) and one.text == "tidak sampai"]
    assert (failed.kind, failed.beside[0].what) == ("unsupported", "not sent")


def test_a_number_in_the_name_of_a_copy_is_nobodys_messenger(tmp_path: Path) -> None:
    path = "msys_database_100000000000001"
    Fixture("messenger-msys", DATA / "messenger-msys" / "made-up").lay(tmp_path)
    (tmp_path / "threads_db2-uid").unlink(missing_ok=True)
    (tmp_path / path).rename(tmp_path / "20260115.db")

    own = [one.account for one in records(FolderSource(tmp_path, "20260115.db")) if _is_own(one)]

    assert own == ["facebook:own/B-1"]


def test_of_kik_a_row_that_does_not_say_which_way_it_went_has_no_sender(tmp_path: Path) -> None:
    change = "UPDATE messagesTable SET was_me = NULL"

    found = _records("kik-android", tmp_path, _named("kik-android"), change)

    assert set(_senders(found).values()) == {None}


def _named(reader: str) -> str:
    """The database of a fixture."""
    [made] = (DATA / reader / "made-up" / "input").glob("*.sql")
    return made.name.removesuffix(".sql")


def _is_own(one: Noun) -> bool:
    return isinstance(one, Account) and one.own


@pytest.mark.parametrize(("stated", "count"), [("viber:+6281200000001", 0), ("viber:+6281299999999", 1)])
def test_a_record_that_calls_another_account_its_own_than_was_stated_says_so(
    tmp_path: Path, stated: str, count: int
) -> None:
    Fixture("viber-android", DATA / "viber-android" / "made-up").lay(tmp_path)

    found = records(FolderSource(tmp_path, "viber_messages", accounts=(stated,)))

    said = [one.reason for one in found if isinstance(one, Flaw) and "than was stated" in one.reason]
    assert len(said) == count
    assert _senders(found)["mau"] == "viber:+6281200000001"
