# SPDX-License-Identifier: Apache-2.0
"""What the readers of WhatsApp for iOS promise beyond the contract of all readers."""

import plistlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Account, Contact, Conversation, Message
from suluh.readers.whatsapp_ios import WhatsAppIos, _chosen

ANI, BUDI = "whatsapp:+628110000001", "whatsapp:+628120000002"
SCHEMA = """
create table ZWACHATSESSION (Z_PK integer primary key, ZCONTACTJID varchar, ZPARTNERNAME varchar);
create table ZWAMESSAGE (Z_PK integer primary key, ZCHATSESSION integer, ZISFROMME integer, ZFROMJID varchar,
                         ZTOJID varchar, ZMESSAGETYPE integer, ZMESSAGEDATE real, ZSTANZAID varchar, ZTEXT varchar);
"""


def _read(folder: Path, other: str, rows: list[tuple[int, str | None, str]], **more: str) -> list:
    """A phone with one direct chat: rows are direction, to whom, and text."""
    for name, script in {"ChatStorage.sqlite": SCHEMA, **more}.items():
        with closing(sqlite3.connect(folder / name)) as base:
            base.executescript(script)
            if name == "ChatStorage.sqlite":
                base.execute("insert into ZWACHATSESSION values (1, ?, 'Budi')", (other,))
                for number, (mine, to, text) in enumerate(rows, 1):
                    values = (number, mine, None if mine else other, to, f"3EB000000000000000{number:02}", text)
                    base.execute("insert into ZWAMESSAGE values (?, 1, ?, ?, ?, 0, 780000000, ?, ?)", values)
            base.commit()
    source = FolderSource(folder, "ChatStorage.sqlite", accounts=(ANI,) if "accounts" in folder.name else ())
    return list(WhatsAppIos().read(source))


def _said(records: list) -> list[tuple[str | None, str]]:
    return [(one.sender, one.text) for one in records if isinstance(one, Message)]


def test_whose_phone_it_is_follows_from_to_whom_it_was_written(tmp_path: Path) -> None:
    records = _read(
        tmp_path, "628120000002@s.whatsapp.net", [(0, "628110000001@s.whatsapp.net", "halo"), (1, None, "ya")]
    )

    assert _said(records) == [(BUDI, "halo"), (ANI, "ya")]
    assert [one.account for one in records if isinstance(one, Account) and one.own] == [ANI]
    assert {one.conversation for one in records if isinstance(one, Message)} == {
        "whatsapp:direct/+628110000001/+628120000002"
    }


@pytest.mark.parametrize("form", [plistlib.FMT_XML, plistlib.FMT_BINARY])
def test_whose_phone_it_is_stands_in_the_settings_of_the_app(form: plistlib.PlistFormat, tmp_path: Path) -> None:
    settings = tmp_path / "Library" / "Preferences" / "group.net.whatsapp.WhatsApp.shared.plist"
    settings.parent.mkdir(parents=True)
    settings.write_bytes(plistlib.dumps({"OwnJabberID": "628110000001@s.whatsapp.net"}, fmt=form))

    records = _read(tmp_path, "628120000002@s.whatsapp.net", [(0, None, "halo"), (1, None, "ya")])

    assert _said(records) == [(BUDI, "halo"), (ANI, "ya")]


def test_settings_that_contradict_an_officer_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "accounts"
    settings = folder / "Library" / "Preferences" / "group.net.whatsapp.WhatsApp.shared.plist"
    settings.parent.mkdir(parents=True)
    settings.write_bytes(plistlib.dumps({"LastOwnJabberID": "628110000009@s.whatsapp.net"}))

    records = _read(folder, "628120000002@s.whatsapp.net", [(1, None, "ya")])

    assert _said(records) == [("whatsapp:+628110000009", "ya")]
    assert any("settings of the app name another account" in one.reason for one in records if isinstance(one, Flaw))


@pytest.mark.parametrize("raw", [b"", b"bplist00" + bytes(40), b"<plist><array><string>", b"<plist><array/></plist>"])
def test_settings_that_cannot_be_read_say_nothing(raw: bytes, tmp_path: Path) -> None:
    settings = tmp_path / "Library" / "Preferences" / "group.net.whatsapp.WhatsApp.shared.plist"
    settings.parent.mkdir(parents=True)
    settings.write_bytes(raw)

    records = _read(tmp_path, "628120000002@s.whatsapp.net", [(1, None, "ya")])

    assert _said(records) == [("whatsapp:own/B-1", "ya")]


def test_a_phone_that_says_nothing_of_its_owner_is_asked_for(tmp_path: Path) -> None:
    records = _read(tmp_path, "628120000002@s.whatsapp.net", [(0, None, "halo"), (1, None, "ya")])

    assert _said(records) == [(BUDI, "halo"), ("whatsapp:own/B-1", "ya")]
    assert any("state it with --account" in one.reason for one in records if isinstance(one, Flaw))


def test_the_number_behind_a_hidden_id_stands_in_a_database_beside(tmp_path: Path) -> None:
    pairs = (
        "create table ZWAZACCOUNT (Z_PK integer primary key, ZIDENTIFIER varchar, ZPHONENUMBER varchar);"
        "insert into ZWAZACCOUNT values (1, '90000000000002@lid', '628120000002');"
    )
    rows = [(0, "628110000001@s.whatsapp.net", "halo")]
    records = _read(tmp_path, "90000000000002@lid", rows, **{"LID.sqlite": pairs})

    assert _said(records) == [("whatsapp:90000000000002@lid", "halo")]
    assert [one.aliases for one in records if isinstance(one, Account) and not one.own] == [(BUDI,)]
    assert {one.conversation for one in records if isinstance(one, Message)} == {
        "whatsapp:direct/+628110000001/+628120000002"
    }


def test_columns_that_may_hold_pictures_are_never_asked_for(tmp_path: Path) -> None:
    _read(tmp_path, "628120000002@s.whatsapp.net", [(1, None, "ya")])
    with closing(sqlite3.connect(tmp_path / "ChatStorage.sqlite")) as base:
        base.execute("alter table ZWAMESSAGE add column ZTHUMBNAIL blob")
        base.commit()
    asked: set[str] = set()

    class Watched(FolderSource):
        def rows(self, table, columns):  # type: ignore[no-untyped-def] # as its base
            asked.update(columns)
            return super().rows(table, columns)

    found = list(WhatsAppIos().read(Watched(tmp_path, "ChatStorage.sqlite")))

    assert "ZTHUMBNAIL" not in asked
    assert any(one.reason.endswith("ZWAMESSAGE.ZTHUMBNAIL") for one in found if isinstance(one, Flaw))


def test_what_somebody_writes_to_himself_has_no_title_that_could_name_another(tmp_path: Path) -> None:
    own = "628110000001@s.whatsapp.net"
    records = _read(tmp_path, own, [(0, own, "catatan"), (1, None, "beli gula")])

    assert [(one.title, one.members) for one in records if isinstance(one, Conversation)] == [(None, (ANI,))]


def test_a_paper_that_covers_no_address_books_gives_none(tmp_path: Path) -> None:
    _read(tmp_path, "628120000002@s.whatsapp.net", [(0, "628110000001@s.whatsapp.net", "halo")])
    with closing(sqlite3.connect(tmp_path / "ChatStorage.sqlite")) as base:
        base.execute("alter table ZWACHATSESSION add column ZCONTACTABID integer default 7")
        base.commit()

    source = FolderSource(tmp_path, "ChatStorage.sqlite")
    listed = [one.name for one in WhatsAppIos().read(source) if isinstance(one, Contact)]
    source.kinds = ("chat",)

    assert listed == ["Budi"]
    assert [one for one in WhatsAppIos().read(source) if isinstance(one, Contact)] == []


@pytest.mark.parametrize(("pushed", "name"), [("Elsa", "Elsa"), ("GINA", "GINA"), ("CAESBEFiY2Q=", None)])
def test_a_name_of_four_letters_is_no_note(pushed: str, name: str | None) -> None:
    assert _chosen(pushed) == name


def test_the_name_of_who_writes_out_is_not_given_to_the_other_side(tmp_path: Path) -> None:
    other = "628120000002@s.whatsapp.net"
    with closing(sqlite3.connect(tmp_path / "ChatStorage.sqlite")) as base:
        base.executescript(SCHEMA + "alter table ZWAMESSAGE add column ZPUSHNAME varchar;")
        base.execute("insert into ZWACHATSESSION values (1, ?, null)", (other,))
        for number, (mine, name) in enumerate(((1, "Ani Uji"), (0, "Budi Uji")), 1):
            values = (number, mine, other, f"3EB0{number}", name)
            base.execute("insert into ZWAMESSAGE values (?, 1, ?, ?, null, 0, 780000000, ?, 'halo', ?)", values)
        base.commit()

    found = WhatsAppIos().read(FolderSource(tmp_path, "ChatStorage.sqlite"))

    names = {name for one in found if isinstance(one, Account) and one.account == BUDI for name in one.names}
    assert names == {"Budi Uji"}


def test_two_files_of_one_message_are_both_its(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "ChatStorage.sqlite")) as base:
        base.executescript(
            SCHEMA + "create table ZWAMEDIAITEM (Z_PK integer primary key, ZMESSAGE integer, ZMEDIALOCALPATH varchar);"
        )
        base.execute("insert into ZWACHATSESSION values (1, '628120000002@s.whatsapp.net', null)")
        base.execute("insert into ZWAMESSAGE values (1, 1, 0, null, null, 1, 780000000, '3EB0A', null)")
        rows = [(11, 1, "Media/a.jpg"), (12, 1, "Media/b.jpg"), (13, 9, "Media/c.jpg")]
        base.executemany("insert into ZWAMEDIAITEM values (?, ?, ?)", rows)
        base.commit()

    found = list(WhatsAppIos().read(FolderSource(tmp_path, "ChatStorage.sqlite")))

    [said] = [one for one in found if isinstance(one, Message)]
    assert [one.name for one in said.attachments] == ["Media/a.jpg", "Media/b.jpg"]
    assert any(one.reason.endswith("belong to no message: 13") for one in found if isinstance(one, Flaw))
