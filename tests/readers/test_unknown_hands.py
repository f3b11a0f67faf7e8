# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 # texts are shown as they are written
"""Chats, address books and lists of calls in forms that no reader takes: each is told, and what is none is not."""

import json
from pathlib import Path

import pytest
from tests.each import each
from tests.readers.folder_source import FolderSource

from suluh.case.jobs.read import NOBODY, PADDED, work
from suluh.model.intake import Flaw, Outcome
from suluh.model.talk import Message
from suluh.readers.known import NOT_YET
from suluh.readers.tabled.balanced import NEXT
from suluh.readers.tabled.balanced import TOLD as MONEY
from suluh.readers.tabled.dated import DATED, HEADED, STAMPED
from suluh.readers.tabled.listed import CALLS, PEOPLE
from suluh.readers.tabled.spoken import CLOCKED
from suluh.readers.whatsapp.export.doubts import ELSEWHERE

TURNS = (
    ("Rina", "halo kak masih ada?"),
    ("Doni", "masih, satu kotak 50rb"),
    ("Rina", "ok saya ambil dua"),
    ("Doni", "siap"),
    ("Rina", "transfer ke mana ya kak?"),
    ("Doni", "ke rekening biasa"),
)
UNKNOWN = "what may be messages of a program that is not known"
LINE = "a chat of LINE"
ROWS = "SMS, calls or contacts of Android as its command `content` prints them"
LDIF = "an address book as LDIF (as vCard it is read)"


def _in_turn(form: str) -> str:
    return "".join(form.format(n=n, who=who, words=words) + "\n" for n, (who, words) in enumerate(TURNS))


def _records(folder: Path, raw: bytes, name: str = "berkas.bin") -> list[object]:
    (folder / name).write_bytes(raw)
    return list(work(FolderSource(folder, name)))


def _told(records: list[object]) -> tuple[str, list[str]]:
    [outcome] = [one for one in records if isinstance(one, Outcome)]
    return outcome.reason or "", [one.reason for one in records if isinstance(one, Flaw)]


SHEETS = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
)
BOX = ".-----.\n| Session Start: 14 February |\n| Participants: |\n|    Rina (rina@example.test) |\n.-----.\n"
XML = "<chat><event type='open' time='2012-02-14T12:00:00+07:00'/>{}</chat>"
MESSAGE = (
    "<message sender='{who}401' time='2012-02-14T12:0{n}:11+07:00'><div><span style='a'>{words}</span></div></message>"
)
PAGE = "<!DOCTYPE html><html><head><style>{}</style></head><body>{}</body></html>"
ROW = '<div data-tid="chat-pane-message"><span>{who}</span><time>12:0{n}</time><div>{words}</div></div>'
FIELDS = "Envelope from: {who} (device: 1)\nTimestamp: 170788680{n} (2024-02-14T05:0{n}:00.000Z)\nBody: {words}\n"
CALLED = "6281200000401,6281200000402,14/02/2024,12:0{n}:11,3{n},SITUS {words}"


THAI = (
    "\u0e1a\u0e31\u0e0d\u0e0a\u0e35,1-23\n\u0e27\u0e31\u0e19,\u0e16\u0e2d\u0e19,\u0e1d\u0e32\u0e01,\u0e04\u0e07\u0e40\u0e2b\u0e25\u0e37\u0e2d,\u0e17\u0e32\u0e07\n"
    '01/02/2567,,,"5,000.00",\n02/02/2567,"1,000.00",,"4,000.00",A\n'
    '13/02/2567,,"2,500.50","6,500.50",B\n14/02/2567,99.50,,"6,401.00",C\n'
)
WALLET = (
    "M\u00e3,Th\u1eddi gian,S\u1ed1 ti\u1ec1n,K\u1ebft qu\u1ea3,S\u1ed1 d\u01b0,Ng\u01b0\u1eddi\n1,14/02/2024,-50.000\u0111,a,450.000\u0111,X\n"
    "2,14/02/2024,+100.000\u0111,a,550.000\u0111,Y\n3,15/02/2024,-30.500\u0111,a,519.500\u0111,Z\n"
    "4,16/02/2024,-20.000\u0111,b,519.500\u0111,X\n5,17/02/2024,+80.500\u0111,a,600.000\u0111,\n"
)


TOLD = {
    "a statement in Thai": (THAI, f"{MONEY}, 4 rows: {NEXT}"),
    "a wallet in Vietnamese": (WALLET, f"{MONEY}, 5 rows: {NEXT}"),
    "a wallet that is read upwards": ("\n".join((lines := WALLET.splitlines())[:1] + lines[:0:-1]), f"{MONEY}, 5 rows: {NEXT}"),
    "a head in a box": (BOX + _in_turn("[12:0{n}:11 PM] {who}: {words}"), f"{CLOCKED}, 6 records: {NOT_YET}"),
    "a rule above each head": (_in_turn("-----------<-\n{who} (12:0{n}:11 14/02/2007)\n{words}\n"), HEADED),
    "a title above": (f"Pesan\n{'-' * 9}\n" + _in_turn("\nFeb 14, 2024 12:0{n} PM - {who} (+62 812)\n{words}"), HEADED),
    "a day without a year": (_in_turn("[2/14 12:0{n} PM] {who} Contoh\n\n{words}\n"), HEADED),
    "a clock beside a name": (_in_turn("{who}  12:0{n} PM\n{words}"), STAMPED),
    "a clock below a name": (_in_turn("{who}\n12:0{n}\n{words}\n"), STAMPED),
    "a clock above a name": (_in_turn("12:0{n}\n{who}\n{words}\n"), STAMPED),
    "a time below the words": (_in_turn("{who}\n{words}\nFeb 14, 2024, 12:0{n} PM"), STAMPED),
    "a year of reign": (_in_turn("\u4ee4\u548c6\u5e742\u670814\u65e5 12:0{n} {who}: {words}"), DATED),
    "a letter for the reign": (_in_turn("[R6/02/14 12:0{n}] {who}: {words}"), DATED),
    "far to the right": (_in_turn("        14/02/2024, 12:0{n} - {who}: {words}"), DATED),
    "LINE without its title": ("2024/02/14(\u6c34)\n" + _in_turn("12:0{n}\t{who}\t{words}"), f"{LINE}, 6 records: {NOT_YET}"),
    "fields": (_in_turn(FIELDS), f"{UNKNOWN}, 6 records: {NOT_YET}"),
    "words in elements of style": (XML.format(_in_turn(MESSAGE)), f"{UNKNOWN}, 6 records: {NOT_YET}"),
    "elements without one around them": (_in_turn("<m t='170788680{n}' w='{who}' s='{words}'/>"), f"{UNKNOWN}, 6 records: {NOT_YET}"),
    "a page that names its program late": (PAGE.format("." * 90_000, _in_turn(ROW)), STAMPED),
    "columns of other names": ("kapan,siapa,ucapan\n" + _in_turn('2024-02-14 12:0{n},{who},"{words}"'), f"{UNKNOWN}, 6 records: {NOT_YET}"),
    "thick names": ("# Percakapan\n\n" + _in_turn("**{who}** _01/03/2024 08:0{n}_\n\n{words}\n\n---\n"), HEADED),
    "YAML": ("messages:\n" + _in_turn("- sender: {who}\n  time: 2024-03-01 08:0{n}:00\n  text: {words}"), f"{UNKNOWN}, 6 records: {NOT_YET}"),
    "elements in elements": (XML.format(_in_turn("<m><from><name>{who}</name></from><timestamp>2024-03-01T08:0{n}:00</timestamp><body>{words}</body></m>")), f"{UNKNOWN}, 6 records: {NOT_YET}"),
    "rows of a command": (_in_turn("Row: {n} _id={n}, address=+6281200000401, date=170925480000{n}, type=1, body={words}"), f"{ROWS}, 6 records: {NOT_YET}"),
    "people": ("First Name,Labels,Phone 1 - Value\nRina,a,+62 812-0000-0401\nDoni,b,0812 0000 0402 ::: 081200000403\n", f"{PEOPLE}, 2 rows: {NOT_YET}"),
    "people in LDIF": ("dn: cn=Rina,mail=rina@example.test\ncn: Rina\n\ndn: cn=Doni,mail=d@example.test\ncn: Doni\n", f"{LDIF}, 2 records: {NOT_YET}"),
    "calls of a company": ("A NUMBER,B NUMBER,START DATE,START TIME,DURATION,SITE NAME\n" + _in_turn(CALLED).replace(", ", " "), f"{CALLS}, 6 rows: {NOT_YET}"),
}  # fmt: skip


@each("name", sorted(TOLD))
def test_it_is_told_with_a_flaw(name: str, tmp_path: Path) -> None:
    text, expected = TOLD[name]

    assert _told(_records(tmp_path, text.encode())) == (expected, [expected])


@each("keys", [("jam", "pengguna_x", "kata"), ("t", "w", "m"), ("ts", "dName", "isi_x")])
def test_json_whose_keys_are_not_known_is_told(keys: tuple[str, str, str], tmp_path: Path) -> None:
    objects = [dict(zip(keys, (1707886800 + n, who, words), strict=True), id=n) for n, (who, words) in enumerate(TURNS)]

    reason, flaws = _told(_records(tmp_path, json.dumps(objects).encode()))

    assert reason == f"{UNKNOWN}, 6 records: {NOT_YET}"
    assert flaws == [reason]


NONE = {
    "a sum that only grows": "minggu,jual,jumlah\n1,5,5\n2,7,12\n3,4,16\n4,9,25\n5,2,27\n",
    "measures": "t,x,y\n1,5.5,20\n2,7.1,22\n3,4.9,21\n4,9.3,25\n5,2.2,19\n",
    "who came and went": "".join(f"{w}\n12:0{n}\nSitus {n}\n" for n, w in enumerate(("Masuk", "Keluar") * 3)),
    "two times beside a word": "".join(f"14/02/2024 12:0{n} {w}\n" for n, w in enumerate(("Masuk", "Keluar") * 3)),
    "fields of wares": "".join(f"Name: kotak {n}\nPrice: 50\nText: barang bagus {n}\nDate: 2024-02-14 12:00\n" for n in range(5)),
    "fields of a log": "".join(f"Level: INFO\nFrom: app\nMessage: mulai {n}\nTime: 2024-02-14 12:00:0{n}\n" for n in range(5)),
    "wares": "Name,Phone Model,Stock\nKotak,A 12,3\nTas,B 13,4\n",
    "readings": json.dumps([{"t": 1707886800 + n, "w": "suhu" if n % 2 else "lembap", "m": f"nilai nomor {n}"} for n in range(8)]),
    "reviews": json.dumps([{"at": 1707886800 + n, "by": w, "rating": 5, "m": t} for n, (w, t) in enumerate(TURNS)]),
}  # fmt: skip


@each("name", sorted(NONE))
def test_what_is_no_talk_is_not_told(name: str, tmp_path: Path) -> None:
    reason, flaws = _told(_records(tmp_path, NONE[name].encode()))

    assert (reason, flaws) == (NOBODY, [])


@pytest.mark.parametrize(("before", "after"), [(0, 4096), (512, 0), (9, 9), (0, 90_000)])
@pytest.mark.parametrize("number", [1, 400])
def test_a_chat_among_zeros_is_read_without_them(number: int, before: int, after: int, tmp_path: Path) -> None:
    text = _in_turn("14/02/2024, 12:0{n} - {who}: {words}").encode() * number
    records = _records(tmp_path, bytes(before) + text + bytes(after), "WhatsApp Chat with Rina.txt")

    said = [one.text for one in records if isinstance(one, Message)]
    assert said == [words for _, words in TURNS] * number
    assert PADDED in _told(records)[1]


def test_a_sheet_of_messages_is_told_though_no_sheet_is_a_statement(tmp_path: Path) -> None:
    rows = [
        ("Time", "Sender", "Text"),
        *((f"2024-02-14 12:0{n}:00", who, words) for n, (who, words) in enumerate(TURNS)),
    ]
    cells = "".join("<Row>" + "".join(f"<Cell><Data>{one}</Data></Cell>" for one in row) + "</Row>" for row in rows)
    text = f'{SHEETS}<Worksheet ss:Name="Chats"><Table>{cells}</Table></Worksheet></Workbook>'

    reason, flaws = _told(_records(tmp_path, text.encode()))

    assert reason == f"{UNKNOWN}, 6 records: {NOT_YET}"
    assert flaws == [reason]


@pytest.mark.parametrize("day", ["\u4ee4\u548c6\u5e742\u670814\u65e5(\u6c34)", "R6.2.14(\u6c34)", "H36/02/14(\u6c34)"])
def test_years_of_reign_are_read_in_chats_of_line(day: str, tmp_path: Path) -> None:
    head = "[LINE] Rina\u3068\u306e\u30c8\u30fc\u30af\u5c65\u6b74\n\u4fdd\u5b58\u65e5\u6642\uff1a2024/02/15 10:00\n\n"
    records = _records(tmp_path, f"{head}{day}\n12:01\tRina\thalo\n12:02\tDoni\tya\n".encode())

    times = [one.sent for one in records if isinstance(one, Message) and one.sender]
    assert [one and one.local for one in times] == ["2024-02-14T12:01", "2024-02-14T12:02"]
    assert times[0] is not None
    assert times[0].written == f"{day} 12:01"


def test_a_table_of_messages_on_a_page_is_told(tmp_path: Path) -> None:
    rows = [
        ("Date/Time", "Direction", "Text"),
        *(
            (f"2024-02-14 12:0{n}:00", ("Incoming", "Outgoing")[who == "Doni"], words)
            for n, (who, words) in enumerate(TURNS)
        ),
    ]
    cells = "".join("<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>" for row in rows)

    reason, flaws = _told(_records(tmp_path, f"<html><body><table>{cells}</table></body></html>".encode()))

    assert reason == f"{UNKNOWN}, 6 records: {NOT_YET}"
    assert flaws == [reason]


@pytest.mark.parametrize("form", ["14/08/1445, 12:0{n} - {who}: {words}", "[1402/11/25, 12:0{n}:00] {who}: {words}"])
def test_days_of_another_calendar_are_told_with_what_to_do(form: str, tmp_path: Path) -> None:
    records = _records(tmp_path, _in_turn(form).encode(), "WhatsApp Chat with Rina.txt")

    assert [one.sent and one.sent.local for one in records if isinstance(one, Message)] == [None] * 6
    assert f"6 lines from 1 to 6: {ELSEWHERE}" in _told(records)[1]
