# SPDX-License-Identifier: Apache-2.0
"""Chats of no known program whose lines name no day, and tables of chats in other words and in UTF-16, are told."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.desk.languages import Language
from suluh.readers.claim import claimants
from suluh.readers.known import NOT_YET, what_is
from suluh.readers.tabled.dated import DATED, HEADED
from suluh.readers.tabled.spoken import CLOCKED, NAMED

TURNS = (
    ("Rina", "halo kak masih ada?"),
    ("Doni", "masih, paket 40 file 50rb"),
    ("Rina", "ok saya ambil"),
    ("Rina", "transfer ke mana ya"),
    ("Doni", "ke rekening biasa"),
    ("Rina", "sudah"),
)


def _what(folder: Path, text: str, encoding: str = "utf-8") -> str | None:
    (folder / "berkas.txt").write_bytes(text.encode(encoding))
    source = FolderSource(folder, "berkas.txt")
    assert claimants(source) == ()
    return what_is(source)


@pytest.mark.parametrize("form", ["[18:0{n}] {who}: {words}", "18.0{n} {who}: {words}", "(6:0{n} PM) {who}: {words}"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_lines_with_a_clock_and_a_name_are_told_with_their_number(form: str, encoding: str, tmp_path: Path) -> None:
    text = "".join(form.format(n=n, who=who, words=words) + "\n" for n, (who, words) in enumerate(TURNS))

    assert _what(tmp_path, text, encoding) == f"{CLOCKED}, 6 records: {NOT_YET}"


@pytest.mark.parametrize("after", ["", "\n"])
def test_lines_with_a_name_alone_are_told_with_their_number(after: str, tmp_path: Path) -> None:
    text = "".join(f"{who}: {words}\n{after}" for who, words in TURNS)

    assert _what(tmp_path, text) == f"{NAMED}, 6 records: {NOT_YET}"


def test_all_lines_of_a_long_one_are_counted(tmp_path: Path) -> None:
    text = "".join(f"[18:00] {who}: {words} {n}\n" for n in range(900) for who, words in TURNS)

    assert _what(tmp_path, text) == f"{CLOCKED}, 5400 records: {NOT_YET}"


def _in_turn(form: str, *names: str) -> str:
    return "".join(form.format(n=n, name=names[n % len(names)]) + "\n" for n in range(12))


OTHERS = {
    "a log with a clock": _in_turn("[18:00:{n:02}] {name}: mulai pekerjaan nomor {n}", "INFO", "WARN"),
    "levels in words": _in_turn("18:00 {name}: disk is full again", "Error", "Warning"),
    "services": _in_turn("18:00:{n:02} {name}: started job {n}", "cron", "nginx"),
    "classes": _in_turn("[18:00:{n:02}] {name}: started job {n}", "App.Main", "App.Net"),
    "one who speaks": _in_turn("18:00 {name}: hari ini hujan lagi", "Andi"),
    "contacts": _in_turn("{name}: isi ke {n} saja", "Nama", "Alamat"),
    "records": _in_turn("{name}: baris nomor {n}", "Merek", "Rasa", "Kemasan"),
    "yaml": _in_turn("{name}: some value {n}", "name", "price"),
    "mail heads": _in_turn("{name}: baris nomor {n}", "From", "Subject"),
    "history of packages": _in_turn("{name}: baris nomor {n}", "Start-Date", "Commandline", "End-Date", "Commandline"),
    "figures": _in_turn("{name}: {n}", "Suhu", "Lembap"),
    "minutes": _in_turn("{name}: semua anggota setuju {n}", "Keputusan", "Catatan"),
    "addresses": _in_turn("{name}://contoh.invalid/{n} baris", "Http", "Ftp"),
    "code": _in_turn("    {name}: return the value", "Case", "Default(x)"),
    "questions": _in_turn("{name}: apa itu nomor {n}", "Q", "A"),
    "prose": _in_turn("Hari ke {n} hujan. {name}: begitu kata mereka semua", "Andi", "Budi"),
    "twelve headings": "".join(f"{name}: ada dua kata\n" for name in ("Satu", "Dua", "Tiga", "Empat", "Lima", "Enam")),
}


@pytest.mark.parametrize("name", sorted(OTHERS))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_logs_lists_and_forms_are_not_told_as_chats(name: str, encoding: str, tmp_path: Path) -> None:
    assert _what(tmp_path, OTHERS[name], encoding) is None


PLAIN = tuple((who.casefold(), words) for who, words in TURNS)


@pytest.mark.parametrize("form", ["[18:0{n}] {who}: {words}", "18.0{n} {who}: {words}", "{who}: {words}"])
def test_names_in_small_letters_are_told_where_two_talk_plainly(form: str, tmp_path: Path) -> None:
    text = "".join(form.format(n=n, who=who, words=words) + "\n" for n, (who, words) in enumerate(PLAIN))

    assert (_what(tmp_path, text) or "").endswith(f", 6 records: {NOT_YET}")


STAMPED = {
    "a month's name": "30 Agu 2025 18.0{n} - {who}: {words}",
    "a month's name in German": "30. Aug. 2025, 18:0{n} - {who}: {words}",
    "a month's name in brackets": "[30-Aug-25, 6:0{n}:05 PM] {who}: {words}",
    "no year": "Aug 30, 6:0{n} PM - {who}: {words}",
    "no year, the clock first": "6:0{n}PM, Aug 30 - {who}: {words}",
    "a bar": "30/08/25 18.0{n} | {who}: {words}",
    "one stamp of ISO": "2025-08-30T18:0{n}:05+07:00 {who}: {words}",
    "a sentence": "On 30/08/2025 at 18:0{n} {who} wrote: {words}",
    "Korean": "2025\ub144 8\uc6d4 30\uc77c \uc624\ud6c4 6:0{n}, {who} : {words}",
    "a quotation": '> "30/08/25 18.0{n} - {who}: {words}"',
}


@pytest.mark.parametrize("form", STAMPED)
@pytest.mark.parametrize("turns", [TURNS, PLAIN], ids=["names", "small letters"])
def test_a_time_in_any_form_before_a_name_is_told(form: str, turns: tuple, tmp_path: Path) -> None:
    text = "".join(STAMPED[form].format(n=n, who=who, words=words) + "\n" for n, (who, words) in enumerate(turns))

    assert _what(tmp_path, text) == DATED


@pytest.mark.parametrize(
    "form", ["{who} 2025/8/30 18:0{n}:05", "{who}(wxid_1) 2025-08-30 18:0{n}:05", "30 Agu 2025 18.0{n} {who}:"]
)
def test_a_name_and_a_time_above_the_words_are_told(form: str, tmp_path: Path) -> None:
    text = "".join(form.format(n=n, who=who) + f"\n{words}\n\n" for n, (who, words) in enumerate(TURNS))

    assert _what(tmp_path, text) == HEADED


STAMPED_OTHERS = {
    "syslog": _in_turn("Aug 30 18:00:{n:02} host {name}[12]: bound to port {n}", "dhcpd", "kernel"),
    "a log of ISO": _in_turn("2025-08-30T18:00:{n:02}Z {name}: started job {n}", "cron", "worker"),
    "a log with capitals": _in_turn("2025-08-30T18:00:{n:02}Z {name}: started job {n}", "Scheduler", "Worker"),
    "levels above": _in_turn("{name} 2025-08-30 18:00:{n:02}\nstarted job {n}\n", "INFO", "ERROR"),
    "entries of a diary": _in_turn("30 Agu 2025 18.{n:02} {name}\nhari ini hujan\n", "Catatan"),
    "a history of figures": _in_turn("30 Agu 2025 18.{n:02} {name}: {n}", "suhu", "lembap"),
}


@pytest.mark.parametrize("name", sorted(STAMPED_OTHERS))
def test_logs_with_such_times_are_not_told(name: str, tmp_path: Path) -> None:
    assert _what(tmp_path, STAMPED_OTHERS[name]) is None


TEAMS = (
    '<div data-tid="chat-pane-message" data-mid="{n}"><span data-tid="message-author-name">{who}</span>{words}</div>'
)


@pytest.mark.parametrize(
    "opening",
    [
        "<!DOCTYPE html><html><head><title>Chat | Rina | Microsoft Teams</title></head><body>",
        "<!DOCTYPE html><!-- saved from url=(0040)https://teams.microsoft.com/v2/ --><html><body>",
        "<html lang='id'><body>",
    ],
)
@pytest.mark.parametrize("style", ["", "<style>" + "a{color:red}" * 9000 + "</style>"], ids=["short", "long"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_saved_page_of_teams_is_told(opening: str, style: str, quote: str, tmp_path: Path) -> None:
    said = "".join(TEAMS.format(n=n, who=who, words=words) for n, (who, words) in enumerate(TURNS)).replace('"', quote)

    told = _what(tmp_path, f"{opening}{style}{said}</body></html>")

    is_hidden = style and "eams" not in opening
    assert told == (None if is_hidden else f"messages of Teams as a web page, 6 records: {NOT_YET}")


SIGTOP = (
    "Conversation: Rina (+6281200001111)\n\nFrom: Rina (+6281200001111)\nType: incoming\nSent: Sat, 30 Aug 2025 "
    "18:00:05 +0700\n\nhalo\n\nFrom: You\nType: outgoing\nSent: Sat, 30 Aug 2025 18:01:05 +0700\n\nya\n"
)
PAGE = (
    "<html><body><div class='page_wrap'><div class='history'><div class='message default clearfix'>halo</div>"
    "</div></div></body></html>"
)


@pytest.mark.parametrize(("text", "what", "number"), [(SIGTOP, "sigtop", "2 records"), (PAGE, "Telegram", "1 record")])
def test_further_forms_of_known_apps_are_told(text: str, what: str, number: str, tmp_path: Path) -> None:
    told = _what(tmp_path, text) or ""

    assert what in told
    assert f", {number}: {NOT_YET}" in told
    said = Language("id").told(told)
    assert all(part.known for part in said)
    assert "percakapan" in "".join(part.text for part in said)


TABLE = "Waktu{m}Dari{m}Arah{m}Isi\n" + "".join(
    f"2025-08-30 18:0{n}{{m}}{who}{{m}}{'masuk' if who == 'Rina' else 'keluar'}{{m}}{words.replace(',', '')}\n"
    for n, (who, words) in enumerate(TURNS)
)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_a_table_with_its_words_under_isi_is_told_in_any_encoding(mark: str, encoding: str, tmp_path: Path) -> None:
    told = _what(tmp_path, TABLE.format(m=mark), encoding)

    assert told == f"what may be messages of a program that is not known, 6 records: {NOT_YET}"


def test_a_doubtful_table_says_how_many_rows_it_holds(tmp_path: Path) -> None:
    told = _what(tmp_path, TABLE.format(m=",").replace("Dari", "Nama")) or ""

    assert "(Waktu, Isi, Arah, Nama) in 6 rows, and nothing else says that it holds any" in told


@pytest.mark.parametrize("what", [CLOCKED, NAMED, DATED, HEADED])
def test_what_may_be_a_chat_is_said_in_indonesian(what: str) -> None:
    told = Language("id").told(what if what in {DATED, HEADED} else f"{what}, 3 records: {NOT_YET}")

    assert all(part.known for part in told)
    assert what not in "".join(part.text for part in told)
