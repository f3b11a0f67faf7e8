# SPDX-License-Identifier: Apache-2.0
"""A run ends with what it found, what it did not process and what is missing; the same stands in lists and pages."""

import json
import re
import shlex
import zipfile
from pathlib import Path

import pytest
from tests.case.views.made import acting
from tests.desk.browser import Browser
from tests.desk.conftest import anybody

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.desk.lacking import SAYS
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build
from suluh.readers.known import SEALED

PAPER = ("--kind", "court", "--number", "PEN 1", "--issuer", "PN Contoh", "--date", "2026-01-02")
CHAT = "01/01/26, 10.00 - Toko Bunga: paket 40 file 50rb\n"
HOST = "127.0.0.1:8011"


def locked(path: Path) -> None:
    """An archive whose one member says that it needs a password."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("foto.txt"), "made up")  # with no time of day, so that two are alike
    raw = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        raw[raw.index(mark) + flags] |= 1
    path.write_bytes(raw)


def phone(folder: Path) -> Path:
    folder.mkdir()
    (folder / "WhatsApp Chat with Toko Bunga.txt").write_text(CHAT)
    (folder / "msgstore.db.crypt15").write_bytes(bytes(range(200)))
    (folder / "catatan.xyz").write_text("made up")
    (folder / "kosong").touch()
    locked(folder / "arsip.zip")
    return folder


@pytest.fixture
def ran(suluh, tmp_path):
    """A case of one phone under two labels which has run, and what the run said."""
    case = tmp_path / "case 1"
    acting(tmp_path / "home")
    suluh("new", case, "--number", "LP/1/2026", "--unit", "Unit Contoh")
    suluh("authority", case, *PAPER)
    for label in ("B 1", "B-2"):
        assert suluh("add", case, phone(tmp_path / label), "--label", label, "--authority", "PEN 1").code == 0
    done = suluh("run", case)
    assert done.code == 0, done.err
    return case, done.out


def rows(done):
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_a_run_says_what_is_missing_and_how_to_mend_it(suluh, ran):
    case, said = ran

    assert "Found: 1 conversation, 1 message, 0 payments" in said
    assert "Not processed: 5 files, " in said
    assert "3 encrypted" in said
    for sentence in (
        f"Missing, the case: {SAYS['known-set']}. Next: suluh sets add '{case}' FILE --as known",
        f"Missing, B 1: {SAYS['holder']}. Next: suluh add '{case}' --corrects 'B 1' --holder NAME --reason TEXT",
        "Missing, B 1: its own accounts are not stated: messages in 1 conversations may lack their writer",
        f"Next: suluh decide '{case}' zone 'B 1' Asia/Jakarta --reason TEXT",
        "Missing, B 1: encrypted files and backups: 2.",
        "Missing, B 1: files of formats that no reader of this installation takes: 1.",
        f"Missing, B-2: {SAYS['twice']}",
    ):
        assert sentence in said

    stated = ("--holder", "Budi", "--account", "whatsapp:+6281234567890", "--timezone", "Asia/Jakarta")
    assert suluh("add", case, "--corrects", "B 1", *stated, "--reason", "BA 1").code == 0
    assert {"holder", "account", "zone"}.isdisjoint(lacks(suluh, case, "B 1"))
    assert {"key", "reader"} <= lacks(suluh, case, "B 1")


def test_a_chat_that_was_exported_twice_is_one_conversation(suluh, tmp_path):
    said = {"id": 1, "type": "message", "date": "2026-01-01T10:00:00", "from": "Toko Bunga", "from_id": "user7"}
    chat = {
        "name": "Toko Bunga",
        "type": "private_supergroup",
        "id": 7,
        "messages": [{**said, "text": "paket 40 file 50rb"}],
    }
    later = {**chat, "messages": [*chat["messages"], {**said, "id": 2, "date": "2026-01-02T10:00:00", "text": "habis"}]}
    for name, one in (("lama", chat), ("baru", later)):
        (tmp_path / "B-1" / name).mkdir(parents=True)
        (tmp_path / "B-1" / name / "result.json").write_text(json.dumps(one))
    suluh("new", tmp_path / "case", "--number", "LP/1/2026", "--unit", "Unit Contoh")
    suluh("authority", tmp_path / "case", *PAPER)
    suluh("add", tmp_path / "case", tmp_path / "B-1", "--label", "B-1", "--authority", "PEN 1")

    said_at_end = suluh("run", tmp_path / "case").out

    assert "Found: 1 conversation, 2 messages" in said_at_end
    assert "messages in 1 conversations may lack" in " ".join(said_at_end.split())


def test_nothing_is_referred_until_one_of_two_equal_exhibits_is_taken_out(suluh, ran):
    case, _ = ran
    refused = suluh("refer", case, "--to", "prosecutor", "--name", "Kejaksaan Contoh")
    assert (refused.code, "holds the same files as" in refused.err) == (2, True)

    assert suluh("add", case, "--corrects", "B-2", "--withdraw", "--reason", "salah label").code == 0
    assert "twice" not in lacks(suluh, case, "B-2")
    assert suluh("refer", case, "--to", "prosecutor", "--name", "Kejaksaan Contoh").code == 0


def lacks(suluh, case, exhibit):
    """What an exhibit lacks by now."""
    assert suluh("run", case).code == 0
    return {row["what"] for row in rows(suluh("show", case, "missing", "--exhibit", exhibit, "--json"))}


def test_one_list_has_all_that_was_not_processed_encrypted_first(suluh, ran):
    case, _ = ran

    found = [list(row.values()) for row in rows(suluh("show", case, "unprocessed", "--json"))]

    assert found == [
        ["B 1", "unparsed", True, None, "encrypted", 1, 1, 0, 7],
        ["B 1", "unparsed", True, None, "encrypted WhatsApp backup, by its name", 1, 1, 0, 200],
        ["B 1", "flaw", True, "read", SEALED, 1, 1, 1, None],
        ["B-2", "unparsed", True, None, "encrypted", 1, 1, 0, 7],
        ["B 1", "unparsed", False, None, "no reader claims this format", 1, 1, 0, 7],
        ["B 1", "unparsed", False, None, "the file is empty", 1, 1, 0, 0],
    ]


@pytest.mark.parametrize(
    ("language", "missing", "unprocessed", "exhibits"),
    [
        ("en", SAYS["holder"], "5 files with 221 bytes were listed", "B-2 (1) holds the same files as B 1 (1)"),
        ("id", "pemegangnya belum disebut", "cadangan WhatsApp terenkripsi", "B-2 (1) berisi file yang sama"),
    ],
)
def test_the_pages_say_the_same_in_both_languages(ran, tmp_path, language, missing, unprocessed, exhibits):
    door = Door(lambda: 0.0)
    case = Case.open(CaseFolder(ran[0]), acting(tmp_path / "home"))
    browser = Browser(build(Reading(case, None), door, HOST, anybody), HOST)
    browser.get(f"/enter/{door.token}")

    assert missing in browser.get(f"/{language}/").text
    assert unprocessed in browser.get(f"/{language}/unprocessed").text
    assert exhibits in browser.get(f"/{language}/exhibits").text
    case.close()


def test_a_disk_that_is_gone_is_missing_and_the_advice_of_the_run_works(suluh, ran, tmp_path):
    case, _ = ran
    (tmp_path / "B 1").rename(tmp_path / "moved")

    gone = suluh("run", case)

    assert f"Missing, B 1: {SAYS['away']}" in gone.out
    advice = shlex.split(re.search(r"`suluh (add CASE .*?)`", gone.err).group(1))
    given = {"CASE": case, "PATH": tmp_path / "moved", "TEXT": "the disk was attached elsewhere"}
    assert suluh(*(given.get(word, word) for word in advice)).code == 0
    assert suluh("run", case).code == 0
