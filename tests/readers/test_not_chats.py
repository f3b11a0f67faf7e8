# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501, RUF001, SIM905 # lines are shown as they are written
"""Logs, lists and what other programs write are no chats of WhatsApp; real chats in settings of any country are."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Account, Message
from suluh.readers.claim import claimants
from suluh.readers.known import what_is

DAYS = range(1, 9)


def _lines(form: str, *names: str) -> str:
    """Eight lines of one form, the names in turn."""
    return "".join(form.format(d=day, n=names[day % len(names)]) + "\n" for day in DAYS)


LOGS = {
    "laravel": _lines('[2025-08-0{d} 18:00:05] {n}: antrean berhenti {{"id":{d}}}', "production.ERROR", "local.INFO"),
    "service": _lines("2025-08-0{d} 18:00 - {n}: selesai {d} file", "cron"),
    "two services": _lines("2025-08-0{d} 18:00:01 - {n}: started job {d}", "Scheduler", "Worker"),
    "python": _lines("2025-08-0{d} 18:00:05,123 - root - {n} - mulai: satu", "INFO", "ERROR"),
    "levels": _lines("2025-08-0{d} 18:00:05 - {n}: mulai", "INFO", "WARN"),
    "bracketed levels": _lines("[2025-08-0{d} 18:00:05] {n}: mulai", "Error", "Warning"),
    "irc": _lines("[2025-08-0{d} 18:00:05] <{n}> tes: {d}", "andi", "budi"),
    "irc day first": _lines("[0{d}/08/25 18:00:05] <{n}> tes: {d}", "andi", "budi"),
    "syslog": _lines("Aug  {d} 18:00:05 host {n}[12]: bound to 10.0.0.{d}", "dhcpd", "kernel"),
    "apache": _lines('10.0.0.1 - - [0{d}/Aug/2025:18:00:05 +0700] "GET /{n}: x"', "a", "b"),
    "nginx": _lines("2025/08/0{d} 18:00:05 [{n}] 12#0: *1 open() failed", "error", "warn"),
    "logcat": _lines("08-0{d} 18:00:05.123  1234  5678 I {n}: start", "ActivityManager", "WifiService"),
    "wallet": _lines("0{d}/08/2025 18:00 - {n}: Rp50.000", "Pembayaran", "Isi saldo", "Biaya"),
    "wallet one": _lines("0{d}/08/2025 18:00 - {n}: -Rp 2.500", "Biaya admin"),
    "wallet turns": _lines("0{d}/08/2025 18:0{d} - {n}: 75.000", "Transfer ke Budi", "Top up"),
    "sensor": _lines("0{d}/08/25 18.00 - {n}: 25.1 C", "Suhu", "Lembap"),
    "dated to do": "".join(
        f"0{d}/08/25 0{d}.00 - {w}: ruang {d}\n" for d, w in enumerate("Rapat Servis Bayar Arisan Les".split(), 1)
    ),
    "schedule": "".join(
        f"0{d}/08/2025, 18:00 - {w}: aula\n" for d, w in enumerate("Senam Tari Vokal Drama Futsal".split(), 1)
    ),
    "diary": _lines("0{d}/08/25 18.00 - {n}: hari ini hujan", "Catatan"),
    "call history": _lines("0{d}/08/25 18.00 - {n}: 00:12", "Masuk", "Keluar"),
    "csv": "Tanggal;Nama;Isi\n" + _lines("0{d}/08/25 18.00;{n};halo", "Andi", "Budi"),
    "tsv": _lines("0{d}/08/25 18:00\t{n}\thalo", "Andi", "Budi"),
    "bracketed day": _lines("[2025-08-0{d}, 18:00] {n}: halo", "app.main", "ERROR"),
    "mbox": _lines("From {n}@contoh.invalid Sat Aug 0{d} 18:00:05 2025\nSubject: halo", "andi", "budi"),
    "ical": "BEGIN:VCALENDAR\n" + _lines("DTSTART:2025080{d}T180000\nSUMMARY:{n}: rapat", "Andi", "Budi"),
    "git log": _lines("commit {d}abc\nAuthor: {n}\nDate: 2025-08-0{d} 18:00:05\n\n    ubah: x", "Andi", "Budi"),
    "changelog": _lines("## 2025-08-0{d} - {n}: perbaikan", "1.0", "1.1"),
    "subtitles": _lines("{d}\n00:00:0{d},000 --> 00:00:0{d},900\n{n}: halo", "ANDI", "BUDI"),
    "minutes": _lines("18.0{d} {n}: setuju", "Andi", "Budi"),
    "markdown": _lines("- 0{d}/08/25: {n} datang: ya", "Andi", "Budi"),
    "ini": _lines("[0{d}]\n{n}: 1", "a", "b"),
    "json lines": _lines('{{"at": "2025-08-0{d} 18:00:05", "{n}": 1}}', "a", "b"),
    "kernel": _lines("[    0.00000{d}] {n}: registered", "usb", "pci"),
    "postgres": _lines("2025-08-0{d} 18:00:05 WIB [12] {n}:  duplicate key", "ERROR", "LOG"),
    "java": _lines("2025-08-0{d} 18:00:05.123  INFO 12 --- [main] c.e.{n} : Started", "App", "Web"),
    "windows": _lines("2025-08-0{d} 18:00:05, {n}                  CBS    Starting: x", "Info", "Error"),
    "docker": _lines("2025-08-0{d}T18:00:05Z {n}: up", "web", "db"),
    "backup": _lines("[2025-08-0{d} 18:00:05] {n}: selesai", "Backup", "Cadangan"),
    "router": _lines("0{d}/08/2025 18:0{d} - {n}: lease 192.168.1.{d}", "DHCP", "Firewall"),
    "appliances": _lines("[0{d}/08/25 18.00.05] {n}: suhu {d} C", "Kulkas", "Pintu"),
    "cameras": _lines("[0{d}/08/2025 18:00:05] {n}: gerakan", "Kamera 1", "Kamera 2"),
    "web server": _lines("[0{d}/08/2025 18:00:05] {n} /index.html: 200", "GET", "POST"),
    "ip log": _lines("0{d}/08/2025 18:00 - {n}: masuk lewat web", "10.0.0.1", "10.0.0.2"),
    "mail addresses": _lines("0{d}/08/2025 18:00 - {n}: masuk", "andi@contoh.invalid", "budi@contoh.invalid"),
}


@pytest.mark.parametrize("name", sorted(LOGS))
def test_what_other_programs_write_is_claimed_by_nobody(name: str, tmp_path: Path) -> None:
    (tmp_path / "berkas.txt").write_text(LOGS[name], "utf-8")

    assert claimants(FolderSource(tmp_path, "berkas.txt")) == ()


def test_turns_alone_make_no_chat_of_a_diary_without_saying_so(tmp_path: Path) -> None:
    text = _lines("0{d}/08/25 18.0{d} - {n}: masakan nomor {d} dari ibu", "Makan malam", "Sarapan")
    meals = ("nasi goreng", "roti", "soto", "bakso", "bubur", "pecel", "rawon", "gudeg")
    for day, meal in zip(DAYS, meals, strict=True):
        text = text.replace(f"masakan nomor {day} dari ibu", meal)
    (tmp_path / "berkas.txt").write_text(text, "utf-8")

    [(reader, _)] = claimants(FolderSource(tmp_path, "berkas.txt"))

    assert any(
        "nothing but its form" in one.reason
        for one in reader.read(FolderSource(tmp_path, "berkas.txt"))
        if isinstance(one, Flaw)
    )


def test_forty_of_them_are_tried() -> None:
    assert len(LOGS) >= 40


HEADERS = {
    "indonesia": ("30/08/25 18.00 - ", "30/08/25 18.01 - ", "2025-08-30T18:00"),
    "indonesia 2026": ("30/08/2025 18.00 - ", "30/08/2025 18.01 - ", "2025-08-30T18:00"),
    "malaysia": ("30/08/2025, 6:00 PTG - ", "30/08/2025, 6:01 PTG - ", "2025-08-30T18:00"),
    "malaysia small": ("30/08/2025, 9:00 pg - ", "30/08/2025, 9:01 pg - ", "2025-08-30T09:00"),
    "malaysia ios": ("[30/08/2025, 6:00:05 PTG] ", "[30/08/2025, 6:01:05 PTG] ", "2025-08-30T18:00:05"),
    "finland": ("30.8.2025 klo 18.00 - ", "30.8.2025 klo 18.01 - ", "2025-08-30T18:00"),
    "croatia": ("30. 08. 2025. 18:00 - ", "30. 08. 2025. 18:01 - ", "2025-08-30T18:00"),
    "france": ("30/08/2025 à 18:00 - ", "30/08/2025 à 18:01 - ", "2025-08-30T18:00"),
    "korea": ("2025. 8. 30. 오후 6:00 - ", "2025. 8. 30. 오후 6:01 - ", "2025-08-30T18:00"),
    "korea long": ("2025년 8월 30일 오후 6:00 - ", "2025년 8월 30일 오후 6:01 - ", "2025-08-30T18:00"),
    "china": ("2025/8/30 下午6:00 - ", "2025/8/30 下午6:01 - ", "2025-08-30T18:00"),
    "china ios": ("[2025/8/30 上午9:00:05] ", "[2025/8/30 上午9:01:05] ", "2025-08-30T09:00:05"),
    "japan": ("2025/08/30 午後6:00 - ", "2025/08/30 午後6:01 - ", "2025-08-30T18:00"),
    "vietnam": ("18:00, 30/08/2025 - ", "18:01, 30/08/2025 - ", "2025-08-30T18:00"),
    "vietnam twelve": ("30/8/2025, 6:00 CH - ", "30/8/2025, 6:01 CH - ", "2025-08-30T18:00"),
    "seconds": ("2025-08-30, 18:00:48 - ", "2025-08-30, 18:01:00 - ", "2025-08-30T18:00:48"),
    "colon": ("30.08.25 18.00.15: ", "30.08.25 18.01.15: ", "2025-08-30T18:00:15"),
    "colon twelve": ("2025-08-30, 6:00:08 PM: ", "2025-08-30, 6:01:08 PM: ", "2025-08-30T18:00:08"),
    "bulgaria": ("30.08.2025 г., 18:00 ч. - ", "30.08.2025 г., 18:01 ч. - ", "2025-08-30T18:00"),
    "hungary": ("2025. 08. 30. du. 6:00 - ", "2025. 08. 30. du. 6:01 - ", "2025-08-30T18:00"),
    "turkey": ("30.08.2025 ÖS 6:00 - ", "30.08.2025 ÖS 6:01 - ", "2025-08-30T18:00"),
    "greece": ("30/8/2025, 6:00 μ.μ. - ", "30/8/2025, 6:01 μ.μ. - ", "2025-08-30T18:00"),
    "quebec": ("2025-08-30 18 h 00 - ", "2025-08-30 18 h 01 - ", "2025-08-30T18:00"),
    "denmark": ("30.08.25 kl. 18.00 - ", "30.08.25 kl. 18.01 - ", "2025-08-30T18:00"),
    "spain": ("30/8/25, 6:00 p. m. - ", "30/8/25, 6:01 p. m. - ", "2025-08-30T18:00"),
    "america": ("8/30/25, 6:00\u202fPM - ", "8/30/25, 6:01\u202fPM - ", "2025-08-30T18:00"),
    "germany ios": ("[30.08.25, 18:00:05] ", "[30.08.25, 18:01:05] ", "2025-08-30T18:00:05"),
    "whatsapp web": ("[18:00, 30/08/2025] ", "[18:01, 30/08/2025] ", "2025-08-30T18:00"),
}


@pytest.mark.parametrize("country", sorted(HEADERS))
def test_the_headers_of_all_these_settings_are_read(country: str, tmp_path: Path) -> None:
    one, two, local = HEADERS[country]
    text = f"{one}Siti: salam\n{two}Amir: ya\n{two}Siti: 40 helai\n{two}Amir: terima kasih\n"
    (tmp_path / "chat.txt").write_text(text, "utf-8")

    source = FolderSource(tmp_path, "chat.txt")
    [(reader, _)] = claimants(source)
    messages = [one for one in reader.read(source) if isinstance(one, Message)]

    assert [one.text for one in messages] == ["salam", "ya", "40 helai", "terima kasih"]
    assert messages[0].sent.local == local


def test_a_word_of_the_clock_that_nobody_knows_leaves_the_time_open(tmp_path: Path) -> None:
    text = "".join(f"30/08/2025, 6:0{n} zzq - {'Ani' if n % 2 else 'Budi'}: x\n" for n in range(6))
    (tmp_path / "WhatsApp Chat with Ani.txt").write_text(text, "utf-8")

    source = FolderSource(tmp_path, "WhatsApp Chat with Ani.txt")
    [(reader, _)] = claimants(source)
    found = list(reader.read(source))

    assert {one.sent.local for one in found if isinstance(one, Message)} == {None}
    assert len([one for one in found if isinstance(one, Flaw)]) == 1


@pytest.mark.parametrize(
    "lines",
    [
        "[30/08/2025 18:00:05] Andi S: halo\n[30/08/2025 18:00:25] Budi S: harga: 50rb\n[30/08/2025 18:01:05] Andi S: ok\n",
        "[30.08.25 18:00] Andi T: halo\n[30.08.25 18:01] Budi T: ok harga: 50rb\n[30.08.25 18:02] Andi T: siap\n",
    ],
    ids=["copied seconds", "copied minutes"],
)
def test_what_has_the_form_alone_is_read_with_a_flaw_that_says_so(lines: str, tmp_path: Path) -> None:
    (tmp_path / "salin.txt").write_text(lines, "utf-8")

    source = FolderSource(tmp_path, "salin.txt")
    [(reader, _)] = claimants(source)
    found = list(reader.read(source))

    assert len({one.account for one in found if isinstance(one, Account)}) == 2
    assert any("nothing but its form" in one.reason for one in found if isinstance(one, Flaw))


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("garis.txt", "[LINE] Obrolan dengan Tari\nDisimpan: 2025/08/30\n\n18:00\tTari\thalo\n", "LINE, 1 re"),
        ("msgstore.db.crypt14", "x", "encrypted backup"),
        ("buku.txt", "30/08/25 18.00 - Catatan: hujan\n31/08/25 18.00 - Catatan: cerah\n" * 2, "its lines begin"),
    ],
)
def test_a_format_that_nobody_reads_says_what_it_is(name: str, text: str, what: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")

    source = FolderSource(tmp_path, name)

    assert claimants(source) == ()
    assert what in (what_is(source) or "")


MINUTES = {
    "rapat": [("Ketua", "Rapat dibuka"), ("Sekretaris", "Daftar hadir sudah lengkap ya"), ("Keputusan", "Iuran naik")],
    "meeting": [("Chair", "Welcome, you are on time"), ("Action", "Ana sends the list"), ("Decision", "No change")],
    "interview": [("Interviewer", "What did you see?"), ("Speaker 2", "No car"), ("Note", "pause")],
    "with names": [("Keputusan", "Setuju ya"), ("Budi", "ok"), ("Tindak lanjut", "kirim surat"), ("Catatan", "tunda")],
}


@pytest.mark.parametrize("name", MINUTES)
def test_minutes_whose_labels_come_back_are_told_and_not_read(name: str, tmp_path: Path) -> None:
    said = MINUTES[name] * 3
    lines = "".join(f"30/08/25 18.{at:02} - {who}: {text}\n" for at, (who, text) in enumerate(said))
    (tmp_path / "catatan.txt").write_text(lines, "utf-8")
    source = FolderSource(tmp_path, "catatan.txt")

    assert claimants(source) == ()
    assert "as a chat or a list does" in (what_is(source) or "")


def test_a_chat_in_which_somebody_is_saved_by_an_office_is_read(tmp_path: Path) -> None:
    said = [("Ketua", "besok ya kak"), ("Rina", "oke siap"), ("Budi", "jam berapa?")] * 3
    lines = "".join(f"30/08/25 18.{at:02} - {who}: {text}\n" for at, (who, text) in enumerate(said))
    (tmp_path / "a.txt").write_text(lines, "utf-8")

    assert [reader.name for reader, _ in claimants(FolderSource(tmp_path, "a.txt"))] == ["whatsapp-text"]


def test_the_opening_line_outweighs_offices(tmp_path: Path) -> None:
    opening = "30/08/25 17.59 - Pesan dan panggilan terenkripsi secara end-to-end. Ketuk untuk info selengkapnya.\n"
    lines = "".join(f"30/08/25 18.0{at} - {who}: baik\n" for at, who in enumerate(("Ketua", "Sekretaris") * 3))
    (tmp_path / "a.txt").write_text(opening + lines, "utf-8")

    assert [reader.name for reader, _ in claimants(FolderSource(tmp_path, "a.txt"))] == ["whatsapp-text"]
