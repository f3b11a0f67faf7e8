# SPDX-License-Identifier: Apache-2.0
"""What is told as a table of messages or calls that nobody reads, and with which number."""

import re
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource
from xlsxwriter import Workbook

from suluh.readers.claim import claimants
from suluh.readers.known import what_is
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


NUMBER = re.compile(r"what may be messages of a program that is not known, (\d+) records?: no reader yet")


def _number(folder: Path, text: str) -> int:
    """How many messages a table is told to hold; nobody reads it."""
    (folder / "berkas.csv").write_text(text, "utf-8")
    source = FolderSource(folder, "berkas.csv")
    assert not claimants(source)
    found = NUMBER.search(what_is(source) or "")
    return int(found[1]) if found else 0


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_of_something_else_is_no_table_of_messages(name: str, tmp_path: Path) -> None:
    assert not _number(tmp_path, LISTS[name])


@pytest.mark.parametrize(
    "heads", ["Time,Number,Direction,Message", "Time,Address,Type,Body", "Waktu,Nomor HP,Tipe,Pesan"]
)
def test_the_same_ways_beside_numbers_are_of_messages(heads: str, tmp_path: Path) -> None:
    assert _number(tmp_path, _table(heads, "{at},+6281234567890,{way},halo {n}", "In", "Out")) == len(AT)


@pytest.mark.parametrize("sender", ["Sender", "From", "Pengirim"])
def test_the_same_ways_beside_a_sender_are_of_messages(sender: str, tmp_path: Path) -> None:
    text = _table(f"Time,{sender},Direction,Message", "{at},{who},{way},halo {n}", "In", "Out")

    assert _number(tmp_path, text) == len(AT)


def test_boxes_of_android_are_ways_beside_the_address(tmp_path: Path) -> None:
    assert _number(tmp_path, _table("date,type,address,body", "{at},{way},08123456789,halo {n}", "1")) == len(AT)


def test_outcomes_are_of_calls_that_came_in_where_other_cells_say_a_way() -> None:
    assert tells("type", ["Outgoing", "Missed"], is_numbered=False, is_call=True)
    assert not tells("type", ["Answered", "Unanswered"], is_numbered=False, is_call=True)
    assert not tells("type", ["Rejected"], is_numbered=False, is_call=False)


@pytest.mark.parametrize("ways", [("1",), ("1", "3")])
def test_numbers_that_may_be_kinds_of_messages_are_told(ways: tuple[str, ...], tmp_path: Path) -> None:
    assert not _number(tmp_path, _table("time,type,phone,content", "{at},{way},+6281234567890,halo {n}", *ways))
    said = what_is(FolderSource(tmp_path, "berkas.csv")) or ""
    assert "its columns are named as those of messages (time, content, type, phone)" in said


def test_ids_under_a_heading_of_senders_are_senders(tmp_path: Path) -> None:
    assert _number(tmp_path, _table("time,sender_id,direction,text", "{at},{n},{way},halo {n}", "in", "out")) == len(AT)


def test_rows_without_a_heading_are_told(tmp_path: Path) -> None:
    text = "".join(f'"sms";"{way}";"+6281234567890";"{AT[0]}";"halo"\n' for way in ("deliver", "submit"))

    assert not _number(tmp_path, text)
    assert "no heading says what they are" in (what_is(FolderSource(tmp_path, "berkas.csv")) or "")


def _sheets(folder: Path, **sheets: list[list[str]]) -> FolderSource:
    with Workbook(folder / "berkas.xlsx") as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return FolderSource(folder, "berkas.xlsx")


def test_a_workbook_whose_columns_alone_are_those_of_messages_is_told(tmp_path: Path) -> None:
    source = _sheets(tmp_path, Absen=[["Waktu", "Nama", "Tipe", "Pesan"], *([at, "Andi", "Masuk", "ya"] for at in AT)])

    assert "its columns are named as those of messages (Waktu, Pesan, Tipe, Nama)" in (what_is(source) or "")


def test_a_workbook_of_messages_is_told_with_their_number(tmp_path: Path) -> None:
    rows = [["Laporan", "Budi"], ["Time", "Sender", "Message"], [AT[0], "Saya", "halo"], [AT[1], "Budi", "ya"]]

    assert "not known, 2 records" in (what_is(_sheets(tmp_path, Chat=rows)) or "")


def test_a_sheet_of_very_many_columns_is_passed_over_at_once(tmp_path: Path) -> None:
    source = _sheets(tmp_path, Lebar=[["Time", "Sender", "Message", *map(str, range(9000))]] * 20)

    assert "not known" not in (what_is(source) or "")


JSON = {
    "one list": ('{"messages": [%s]}', 3),
    "a list for each": ('{"Andi": [%s], "Budi": [%s]}', 6),
}


@pytest.mark.parametrize("name", JSON)
def test_lists_of_json_are_told_with_their_number(name: str, tmp_path: Path) -> None:
    form, number = JSON[name]
    rows = ", ".join(f'{{"time": "{at}", "sender": "Andi", "text": "halo", "chat": "A"}}' for at in AT[:3])
    (tmp_path / "berkas.json").write_text(form.replace("%s", rows), "utf-8")

    assert f"not known, {number} records" in (what_is(FolderSource(tmp_path, "berkas.json")) or "")


def test_lines_of_json_are_told_with_their_number(tmp_path: Path) -> None:
    rows = "".join(f'{{"time": "{at}", "sender": "Andi", "text": "halo", "chat": "A"}}\n' for at in AT)
    (tmp_path / "berkas.jsonl").write_text(rows, "utf-8")

    assert f"not known, {len(AT)} records" in (what_is(FolderSource(tmp_path, "berkas.jsonl")) or "")


def test_elements_of_xml_are_told_with_their_number(tmp_path: Path) -> None:
    rows = "".join(f'<message time="{at}" type="received" number="+628120000001" text="halo"/>' for at in AT)
    (tmp_path / "berkas.xml").write_text(f"<backup>{rows}</backup>", "utf-8")

    assert f"not known, {len(AT)} records" in (what_is(FolderSource(tmp_path, "berkas.xml")) or "")
