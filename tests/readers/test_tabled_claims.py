# SPDX-License-Identifier: Apache-2.0
"""What is claimed as a table of messages or calls and what is only told, and what of a claimed table is counted."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Message
from suluh.readers.claim import claimants
from suluh.readers.known import what_is
from suluh.readers.tabled.moments import moment_of
from suluh.readers.tabled.ways import tells

AT = [f"2025-08-30 18:0{n}:05" for n in range(6)]
WHO = ("Andi", "Budi")


def _table(heads: str, row: str, *ways: str) -> str:
    """Six rows of two people, whose ways take turns."""
    rows = [row.format(at=AT[n], n=n, who=WHO[n % 2], way=ways[n % len(ways)] if ways else "") for n in range(6)]
    return "\n".join((heads, *rows)) + "\n"


LISTS = {
    "attendance": _table("Waktu,Nama,Tipe,Pesan", "{at},{who},{way},tepat waktu {n}", "Masuk", "Keluar"),
    "door": _table("Time,Name,Direction,Message", "{at},{who},{way},pintu {n}", "In", "Out"),
    "firewall": _table("time,direction,user,message", "{at},{way},{who},paket lolos {n}", "in", "out"),
    "firewall by address": _table("time,direction,from,message", "{at},{way},10.0.0.{n},lolos {n}", "in", "out"),
    "orders": _table("created_at,user,type,message", "{at},{who},{way},pesanan {n}", "received", "sent"),
    "claims": _table("Date,Type,Name,Message", "{at},{way},{who},klaim {n}", "Rejected", "Received"),
    "users called as the own side": "".join(
        (
            "time,direction,user,message\n",
            *(f"{at},in,{who},masuk\n" for at, who in zip(AT, ("io", "self", "yo"), strict=False)),
        )
    ),
    "outgoing or not": _table("time,outgoing,user,message", "{at},{way},{who},lolos {n}", "1", "0"),
    "requests": _table("time,rid,user,message", "{at},r{n},{who},mulai {n}"),
    "web log": _table("timestamp,user,message,session", "{at},{who},buka halaman {n},s{n}"),
    "reviews": _table("date,user,text,channel", "{at},{who},bagus {n},toko"),
    "contacts": _table("Created,Name,Phone,Group,Message", "{at},{who},+62812345678{n},Kantor,halo {n}"),
    "calendar": _table("Start Time,User,Room,Content", "{at},{who},Ruang {n},rapat {n}"),
    "sensor": _table("timestamp,channel,device,user,data", "{at},c{n},d{n},{who},gerak {n}"),
    "kinds of messages": _table("time,type,name,content", "{at},{way},{who},halo {n}", "1", "3"),
    "kinds of messages by number": _table(
        "time,msg_type,phone,content", "{at},{way},+6281234567890,halo {n}", "1", "2"
    ),
    "kinds that are no boxes": _table("time,type,phone,content", "{at},{way},+6281234567890,halo {n}", "1", "3"),
    "outcomes of calls": _table("Date,Type,Phone,Duration", "{at},{way},+6281234567890,{n}", "Answered", "Unanswered"),
    "attendance without a heading": _table("", "{at},{way},{who},tepat waktu {n}", "Masuk", "Keluar")[1:],
    "stock without a heading": _table("", "{at},{way},1{n}0,beras merah {n}", "Masuk", "Keluar")[1:],
    "call centre without a heading": _table("", "{at},{way},+6281234567890,pelanggan {n}", "in", "out")[1:],
}


def _claimed(folder: Path, text: str) -> list[str]:
    (folder / "berkas.csv").write_text(text, "utf-8")
    return [reader.name for reader, _ in claimants(FolderSource(folder, "berkas.csv"))]


def _read(folder: Path, text: str) -> list[object]:
    assert _claimed(folder, text) == ["messages-table"]
    source = FolderSource(folder, "berkas.csv")
    [(reader, _)] = claimants(source)
    return list(reader.read(source))


def _flaws(records: list[object]) -> list[Flaw]:
    return [one for one in records if isinstance(one, Flaw)]


def _sent(records: list[object]) -> list[tuple[str | None, str | None]]:
    return [(one.sent.at, one.sent.local) for one in records if isinstance(one, Message) and one.sent]


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_of_something_else_is_no_table_of_messages(name: str, tmp_path: Path) -> None:
    assert not [one for one in _claimed(tmp_path, LISTS[name]) if one.startswith("messages-")]


@pytest.mark.parametrize(
    "heads", ["Time,Number,Direction,Message", "Time,Address,Type,Body", "Waktu,Nomor HP,Tipe,Pesan"]
)
def test_the_same_ways_beside_numbers_are_of_messages(heads: str, tmp_path: Path) -> None:
    text = _table(heads, "{at},+6281234567890,{way},halo {n}", "In", "Out")

    assert _claimed(tmp_path, text) == ["messages-table"]


@pytest.mark.parametrize("sender", ["Sender", "From", "Pengirim"])
def test_the_same_ways_beside_a_sender_are_of_messages(sender: str, tmp_path: Path) -> None:
    text = _table(f"Time,{sender},Direction,Message", "{at},{who},{way},halo {n}", "In", "Out")

    assert _claimed(tmp_path, text) == ["messages-table"]


def test_boxes_of_android_are_ways_beside_the_address(tmp_path: Path) -> None:
    one_way = _table("date,type,address,body", "{at},{way},08123456789,halo {n}", "1")

    records = _read(tmp_path, one_way)

    assert {one.sender for one in records if isinstance(one, Message)} == {"phone:+628123456789"}


def test_outcomes_are_of_calls_that_came_in_where_other_cells_say_a_way() -> None:
    assert tells("type", ["Outgoing", "Missed"], is_numbered=False, is_call=True)
    assert not tells("type", ["Answered", "Unanswered"], is_numbered=False, is_call=True)
    assert not tells("type", ["Rejected"], is_numbered=False, is_call=False)


def test_a_call_that_went_out_and_was_answered_went_out(tmp_path: Path) -> None:
    text = _table("Date,Type,Phone,Duration", "{at},{way},+6281234567890,{n}", "Answered/Outgoing")

    calls = [one for one in _read(tmp_path, text) if isinstance(one, Message)]

    assert {one.sender for one in calls} == {"chat:own/B-1"} or {one.sender for one in calls} == {"phone:own/B-1"}


@pytest.mark.parametrize("ways", [("1",), ("1", "3")])
def test_numbers_that_may_be_kinds_of_messages_are_told(ways: tuple[str, ...], tmp_path: Path) -> None:
    assert not _claimed(tmp_path, _table("time,type,phone,content", "{at},{way},+6281234567890,halo {n}", *ways))
    said = what_is(FolderSource(tmp_path, "berkas.csv")) or ""
    assert "its columns are named as those of messages (time, content, type, phone)" in said


def test_ids_under_a_heading_of_senders_are_senders(tmp_path: Path) -> None:
    text = _table("time,sender_id,direction,text", "{at},{n},{way},halo {n}", "in", "out")

    assert _claimed(tmp_path, text) == ["messages-table"]


def test_rows_without_a_heading_are_told(tmp_path: Path) -> None:
    text = "".join(f'"sms";"{way}";"+6281234567890";"{AT[0]}";"halo"\n' for way in ("deliver", "submit"))

    assert not _claimed(tmp_path, text)
    assert "no heading says what they are" in (what_is(FolderSource(tmp_path, "berkas.csv")) or "")


def test_of_two_columns_of_one_name_none_overwrites_the_other(tmp_path: Path) -> None:
    records = _read(tmp_path, _table("Time,Sender,Message,Chat,Message,,", "{at},{who},halo {n},A,lain {n},x,y"))

    assert [one.text for one in records if isinstance(one, Message)] == [f"halo {n}" for n in range(6)]
    [keys] = [one.reason for one in _flaws(records) if one.reason.startswith("keys that hold")]
    assert keys.endswith("Message 5 (6), column 6 (6), column 7 (6)")


def test_rows_above_the_heading_are_flaws(tmp_path: Path) -> None:
    text = "Obrolan dengan Budi\n\n2025-08-29 10:00:00,Budi,halo\n" + _table("Time,Sender,Message", "{at},{who},ya {n}")

    above = [(one.place.line, one.raw) for one in _flaws(_read(tmp_path, text)) if one.reason.startswith("a row above")]

    assert above == [(1, "Obrolan dengan Budi"), (2, "2025-08-29 10:00:00,Budi,halo")]


@pytest.mark.parametrize(
    ("days", "local"),
    [
        (("23/06/10", "23/06/11"), None),
        (("30/08/25", "31/08/25"), None),
        (("08/30/25", "08/31/25"), "2025-08-30T18:00"),
        (("30/08/25", "01/09/25"), "2025-08-30T18:00"),
        (("25/08/30", "25/09/01"), None),
        (("05/05/10", "05/05/10"), None),
    ],
)
def test_years_of_two_digits_stay_as_written_unless_the_file_says_where_they_stand(
    days: tuple[str, str], local: str | None, tmp_path: Path
) -> None:
    records = _read(tmp_path, f"Time,Sender,Message\n{days[0]} 18:00,Saya,halo\n{days[1]} 18:00,Budi,ya\n")

    assert _sent(records)[0] == (None, local)
    assert any("day and month cannot be told apart" in one.reason for one in _flaws(records)) == (local is None)


@pytest.mark.parametrize(
    ("heads", "cells", "at"),
    [
        ("Timestamp (UTC)", "2025-08-30 18:00:05", "2025-08-30T18:00:05Z"),
        ("Date (UTC)", "30/08/2025 18:00:05", "2025-08-30T18:00:05Z"),
        ("timestamp_utc", "2025-08-30 18:00:05", "2025-08-30T18:00:05Z"),
        ("Time (UTC+7)", "2025-08-30 18:00:05", "2025-08-30T11:00:05Z"),
        ("Waktu (WIB)", "30/08/2025 18.00", "2025-08-30T11:00:00Z"),
        ("Waktu (WIT)", "2025-08-30 18:00:05 WIB", "2025-08-30T11:00:05Z"),
        ("Date (UTC),Time (UTC)", "2025-08-30,18:00:05", "2025-08-30T18:00:05Z"),
        ("Tanggal,Jam", "30/08/2025,18:00 WIB", "2025-08-30T11:00:00Z"),
        ("Date,Time (WITA)", "2025-08-30,18:00:05", "2025-08-30T10:00:05Z"),
    ],
)
def test_the_zone_of_a_heading_is_that_of_its_times(heads: str, cells: str, at: str, tmp_path: Path) -> None:
    [sent] = _sent(_read(tmp_path, f"{heads},Sender,Message\n{cells},Saya,halo\n"))

    assert sent == (at, None)


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("30/08/2025 18:00:05 +0700", "2025-08-30T11:00:05Z"),
        ("30/08/2025 18:00:05 WIB", "2025-08-30T11:00:05Z"),
        ("30/08/2025 18.00 WITA", "2025-08-30T10:00:00Z"),
        ("2025-08-30 18:00:05 WIT", "2025-08-30T09:00:05Z"),
        ("2025-08-30 18:00:05 GMT+7", "2025-08-30T11:00:05Z"),
    ],
)
def test_the_zone_of_a_cell_is_that_of_its_time(written: str, at: str) -> None:
    found = moment_of(written)

    assert found is not None
    assert found.sent(is_day_first=True).at == at


def _sheets(folder: Path, **sheets: list[list[str]]) -> FolderSource:
    book = Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(folder / "berkas.xlsx")
    return FolderSource(folder, "berkas.xlsx")


def test_a_workbook_whose_columns_alone_are_those_of_messages_is_told(tmp_path: Path) -> None:
    source = _sheets(tmp_path, Absen=[["Waktu", "Nama", "Tipe", "Pesan"], *([at, "Andi", "Masuk", "ya"] for at in AT)])

    assert not [one for one, _ in claimants(source) if one.name.startswith("messages-")]
    assert "its columns are named as those of messages (Waktu, Pesan, Tipe, Nama)" in (what_is(source) or "")


def test_rows_above_the_heading_of_a_sheet_and_columns_of_one_name_are_not_lost(tmp_path: Path) -> None:
    rows = [["Laporan", "Budi"], ["Time", "Sender", "Message", "", "Message"], [AT[0], "Saya", "halo", "x", "lain"]]
    source = _sheets(tmp_path, Chat=rows)
    [(reader, _)] = claimants(source)

    flaws = _flaws(list(reader.read(source)))

    assert [(one.place.sheet, one.place.line) for one in flaws if one.reason.startswith("a row above")] == [("Chat", 1)]
    assert any(one.reason.endswith("Message 5 (1), column 4 (1)") for one in flaws)


def test_a_sheet_of_very_many_columns_is_passed_over_at_once(tmp_path: Path) -> None:
    source = _sheets(tmp_path, Lebar=[["Time", "Sender", "Message", *map(str, range(9000))]] * 20)

    assert not [one for one, _ in claimants(source) if one.name.startswith("messages-")]
