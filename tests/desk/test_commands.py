# SPDX-License-Identifier: Apache-2.0
"""Commands do what they say, ask nothing without a terminal, and explain what stops them in one sentence."""

import io
import json
import os
import re
import sys
from pathlib import Path

import pytest
from tests.case.views.made import acting

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.desk import main

PRINT = re.compile("(?:[0-9a-f]{4} ){7}[0-9a-f]{4}")
PAPER = ("--kind", "court", "--number", "PEN-1", "--issuer", "PN Contoh", "--date", "2026-01-02")


@pytest.fixture
def started(suluh, tmp_path):
    """A case with its paper, and a folder to add."""
    case, evidence = tmp_path / "cases" / "one", tmp_path / "evidence"
    evidence.mkdir()
    acting(tmp_path / "home")
    (evidence / "note.txt").write_text("halo")
    assert suluh("new", case, "--number", "LP/1/2026", "--unit", "Unit Contoh").code == 0
    assert suluh("authority", case, *PAPER).code == 0
    return case, evidence


@pytest.fixture
def made(copied_case):
    """The made-up case of the lists, closed; its unit has the officer S1."""
    case = copied_case
    case.close()
    return case.folder.path


def rows(done):
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_a_new_unit_makes_the_acting_officer_its_supervisor(suluh, tmp_path):
    done = suluh("new", tmp_path / "one", "--number", "LP/1/2026", "--unit", "Unit Contoh")

    [first] = rows(suluh("show", tmp_path / "one", "ledger", "--json"))
    assert "Made the key of S1, supervisor" in done.out
    assert (first["actor"], first["action"], first["at"]) == ("S1", "new", "2026-01-05T09:00:00Z")


@pytest.mark.usefixtures("started")
def test_a_unit_with_officers_makes_no_other(suluh, tmp_path):
    done = suluh("new", tmp_path / "two", "--number", "2", "--unit", "U", "--actor", "STRANGER")

    assert done.code == 2
    assert "the unit has no officer STRANGER" in done.err


def test_a_new_case_does_not_replace_another(suluh, started):
    case, _ = started

    assert suluh("new", case, "--number", "2", "--unit", "U").code == 2


def test_an_exhibit_without_an_authority_is_refused(suluh, started):
    case, evidence = started

    done = suluh("add", case, evidence, "--label", "B-1", "--authority", "NONE")

    assert done.code == 2
    assert "B-1 has no authority" in done.err


def test_an_exhibit_is_added_with_all_that_is_known_of_it(suluh, started, tmp_path):
    case, evidence = started
    (tmp_path / "sums").write_text("5" * 64 + "  note.txt\nno hash here\n")
    more = (
        "--holder",
        "Budi",
        "--account",
        "whatsapp:+6281234567890",
        "--account",
        "x:12",
        "--timezone",
        "Asia/Makassar",
    )

    done = suluh("add", case, evidence, "--label", "B-1", "--authority", "PEN-1", "--digest", tmp_path / "sums", *more)

    assert done.code == 0
    assert "1 lines of sums state no hash, the first is line 2" in done.out
    [row] = rows(suluh("show", case, "exhibits", "--json", "--purpose", "test"))
    assert (row["label"], row["holder"], row["zone"]) == ("B-1", "Budi", "Asia/Makassar")
    assert row["accounts"] == ["whatsapp:+6281234567890", "x:12"]


def test_a_list_adds_every_exhibit(suluh, started):
    case, evidence = started
    listed = evidence.parent / "exhibits.csv"
    (evidence.parent / "second").mkdir()
    listed.write_text("path;label;authority;account\nevidence;B-1;PEN-1;x:1 x:2\nsecond;B-2;PEN-1;\n")

    assert suluh("add", case, "--list", listed).code == 0
    assert [row["label"] for row in rows(suluh("show", case, "exhibits", "--json"))] == ["B-1", "B-2"]


def test_a_list_that_was_stopped_in_the_middle_goes_on(suluh, started):
    case, evidence = started
    listed = evidence.parent / "exhibits.csv"
    (evidence.parent / "second").mkdir()
    listed.write_text("path,label,authority,account\nevidence,B-1,PEN-1,x:1\n")
    suluh("add", case, "--list", listed)
    listed.write_text("path,label,authority,account\nevidence,B-1,PEN-1,x:1\nsecond,B-2,PEN-1,\n")

    done, again = (suluh("add", case, "--list", listed) for _ in range(2))

    assert "B-1, acquisition 1, is in the case already, just as the list says." in done.out
    assert ("Added B-2" in done.out, "Added" in again.out) == (True, False)
    assert [row["label"] for row in rows(suluh("show", case, "exhibits", "--json"))] == ["B-1", "B-2"]
    assert [row["action"] for row in rows(suluh("show", case, "ledger", "--json"))].count("add") == 2


def test_a_list_that_says_otherwise_of_what_is_in_the_case_is_refused(suluh, started):
    case, evidence = started
    listed = evidence.parent / "exhibits.csv"
    listed.write_text("path,label,authority,account\nevidence,B-1,PEN-1,x:1\n")
    suluh("add", case, "--list", listed)
    for line in ("evidence,B-1,PEN-1,x:2", ".,B-1,PEN-1,x:1"):
        listed.write_text(f"path,label,authority,account\n{line}\n")

        assert "B-1 is in the case already" in suluh("add", case, "--list", listed).err


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("path,label\nevidence,B-1\n", "misses the column 'authority'"),
        ("path,label,authority,colour\n", "does not know the column 'colour'"),
        ("path,label,authority\nevidence,B-1,PEN-1\nnowhere,B-2,PEN-1\n", "line 3: nothing lies at"),
        ("path,label,authority\nevidence,,PEN-1\n", "line 2: label is empty"),
        ("path,label,authority\nevidence,B-1,PEN-1,more\n", "line 2: too many cells"),
        ("path,label,authority\n", "lists no exhibit"),
        ("path,label,authority\nevidence,B-1,PEN-1\nevidence,B-2,NONE\n", "B-2 has no authority"),
        ("path,label,authority\nevidence,B-1,PEN-1\nevidence,B-1,PEN-1\n", "stands 2 times in the list"),
        ("path,label,authority,account\nevidence,B-1,PEN-1,081234567890\n", "'081234567890' is no account"),
    ],
)
def test_a_wrong_list_adds_nothing_and_names_the_line(suluh, started, text, sentence):
    case, evidence = started
    (evidence.parent / "exhibits.csv").write_text(text)

    done = suluh("add", case, "--list", evidence.parent / "exhibits.csv")

    assert done.code == 2
    assert sentence in done.err
    assert rows(suluh("show", case, "exhibits", "--json")) == []


@pytest.mark.parametrize("account", ["081234567890", "whatsapp:081234567890", "whatsapp:", "Whats App:1"])
def test_an_account_that_nobody_could_have_is_refused(suluh, started, account):
    case, evidence = started

    done = suluh("add", case, evidence, "--label", "B-1", "--authority", "PEN-1", "--account", account)

    assert done.code == 2
    assert "is no account: write the service and the number" in done.err


@pytest.mark.parametrize("day", ["2026-13", "2026-02-30", "gestern"])
def test_a_day_that_is_none_is_no_filter(suluh, started, day):
    assert "is no date" in suluh("show", started[0], "deals", "--from", day).err


def test_a_list_stands_alone(suluh, started):
    case, evidence = started

    assert suluh("add", case, "--list", evidence, "--label", "B-1").code == 2
    assert suluh("add", case, evidence).code == 2


def test_a_wrong_passphrase_is_said(suluh, started, monkeypatch):
    case, _ = started
    monkeypatch.setenv("SULUH_PASSPHRASE", "another one")

    done = suluh("authority", case, *PAPER)

    assert done.code == 1
    assert "the key of S1 does not open with this passphrase" in done.err


def test_a_passphrase_can_lie_in_a_file(suluh, started, monkeypatch, tmp_path):
    case, _ = started
    (tmp_path / "phrase").write_text("a made-up passphrase\n")
    monkeypatch.delenv("SULUH_PASSPHRASE")
    monkeypatch.setenv("SULUH_PASSPHRASE_FILE", str(tmp_path / "phrase"))

    assert suluh("show", case, "persons", "--purpose", "test").code == 0


def test_nothing_is_asked_without_a_terminal(suluh, started, monkeypatch):
    case, _ = started
    monkeypatch.delenv("SULUH_PASSPHRASE")
    monkeypatch.setattr("sys.stdin", io.StringIO("a made-up passphrase\n"))

    done = suluh("authority", case, *PAPER)

    assert done.code == 1
    assert "set SULUH_PASSPHRASE" in done.err


def test_nobody_acts_without_a_name(suluh, started, monkeypatch):
    case, _ = started
    monkeypatch.delenv("SULUH_ACTOR")

    done = suluh("authority", case, *PAPER)

    assert done.code == 2
    assert "--actor or SULUH_ACTOR" in done.err


@pytest.mark.parametrize("now", ["yesterday", "2026-01-05T09:00:00"])
def test_a_fixed_time_needs_a_zone(suluh, started, monkeypatch, now):
    case, _ = started
    monkeypatch.setenv("SULUH_NOW", now)

    done = suluh("authority", case, *PAPER[:3], "PEN-2", *PAPER[4:])

    assert done.code == 2
    assert "SULUH_NOW" in done.err


def test_an_officer_of_another_access_is_made_and_held_to_it(suluh, started):
    case, _ = started
    told = suluh("officer", "add", "A1", "--access", "auditor").out
    assert suluh("officer", "admit", case, "A1", "--fingerprint", PRINT.search(told).group()).code == 0

    done = suluh("authority", case, *PAPER[:3], "PEN-2", *PAPER[4:], "--actor", "A1")

    assert done.code == 2
    assert "A1 has the access auditor and may not" in done.err


def test_an_officer_of_another_machine_is_admitted_by_the_file_of_their_key(suluh, started, tmp_path, monkeypatch):
    case, _ = started
    monkeypatch.setenv("SULUH_HOME", str(tmp_path / "far"))
    heard = PRINT.search(suluh("officer", "add", "B2", "--access", "examiner").out).group()
    monkeypatch.setenv("SULUH_HOME", str(tmp_path / "home"))

    key = tmp_path / "far" / "officers" / "B2.pub"
    done = suluh("officer", "admit", case, "B2", "--key", key, "--fingerprint", heard)

    assert "Admitted B2, examiner, to case" in done.out
    assert PRINT.search(done.out).group() == heard
    assert "Officer B2, examiner, admitted by S1, key" in suluh("verify", case).out


def test_nobody_is_admitted_whom_the_unit_does_not_know(suluh, started):
    done = suluh("officer", "admit", started[0], "B2")

    assert done.code == 2
    assert "the unit has no officer B2" in done.err


def test_a_file_that_is_no_key_is_named(suluh, started, tmp_path):
    (tmp_path / "B2.pub").write_text("no key")

    done = suluh("officer", "admit", started[0], "B2", "--key", tmp_path / "B2.pub")

    assert done.code == 2
    assert f"{tmp_path / 'B2.pub'} holds no officer's public key" in done.err


def test_a_file_of_a_key_that_is_not_there_is_named(suluh, started, tmp_path):
    done = suluh("officer", "admit", started[0], "B2", "--key", tmp_path / "B2.pub")

    assert done.code == 2
    assert f"no file lies at {tmp_path / 'B2.pub'}" in done.err


def test_an_unknown_access_is_refused(suluh):
    assert suluh("officer", "add", "A1", "--access", "king").code == 2


def test_show_needs_no_key_and_masks(suluh, made, monkeypatch):
    monkeypatch.delenv("SULUH_ACTOR")
    monkeypatch.delenv("SULUH_PASSPHRASE")

    done = suluh("show", made, "contacts", "--json")

    assert rows(done)[0]["account"] == "whatsapp:+62 812••••890"


@pytest.mark.parametrize("given", ["option", "environment"])
def test_a_purpose_shows_in_full_and_is_entered(suluh, made, monkeypatch, given):
    if given == "environment":
        monkeypatch.setenv("SULUH_PURPOSE", "the dossier")
    words = ("--purpose", "the dossier") if given == "option" else ()

    [row] = rows(suluh("show", made, "contacts", "--json", *words))

    assert row["account"] == "whatsapp:+6281234567890"
    monkeypatch.delenv("SULUH_PURPOSE", raising=False)
    last = rows(suluh("show", made, "ledger", "--json"))[-1]
    assert (last["action"], last["object"], last["detail"]["purpose"]) == ("look", "contacts", "the dossier")


def test_an_empty_purpose_is_none(suluh, made):
    assert suluh("show", made, "contacts", "--purpose", " ").code == 2


def test_a_table_for_people_is_masked_and_shows_hidden_characters(suluh, made):
    done = suluh("show", made, "flaws")

    assert done.code == 0
    assert "flaws: 1" in done.out
    assert "⟨U+202E⟩" in done.out
    assert "3456-7890" not in done.out


def test_filters_choose_rows(suluh, made):
    assert len(rows(suluh("show", made, "messages", "--json", "--from", "2025-08-30T18:01:00+07:00"))) == 2
    assert len(rows(suluh("show", made, "files", "--json", "--exhibit", "B-2"))) == 3


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("secrets",), "there is no list 'secrets'"),
        (("counts", "--account", "x:1"), "counts has no accounts"),
        (("messages", "--from", "soon"), "'soon' is no date"),
    ],
)
def test_a_list_that_cannot_be_shown_is_said(suluh, made, words, sentence):
    done = suluh("show", made, *words)

    assert done.code == 2
    assert sentence in done.err


def test_a_folder_that_is_no_case_is_said(suluh, tmp_path):
    done = suluh("show", tmp_path, "counts")

    assert done.code == 1
    assert "there is no case at" in done.err


def test_decisions_are_kept_in_their_order(suluh, made):
    link = rows(suluh("show", made, "links", "--json"))[0]
    decide = ("decide", made)

    assert suluh(*decide, "link", link["id"], "confirm", "--reason", "both", "--seen", link["seen"]).code == 0
    assert suluh(*decide, "join", "whatsapp:+6281234567890", "bca:0123456789", "--reason", "BAP 1").code == 0
    assert suluh(*decide, "part", "whatsapp:+6281234567890", "bca:0123456789", "--reason", "BAP 2").code == 0
    assert suluh(*decide, "role", "bca:0123456789", "seller", "--from", "2025-08-01", "--reason", "deals").code == 0
    assert suluh(*decide, "status", "bca:0123456789", "saksi", "--document", "SP-1", "--date", "2026-01-04").code == 0
    assert suluh(*decide, "category", "a" * 64, "unit:2").code == 0
    assert suluh(*decide, "zone", "B-3", "Asia/Jayapura", "--reason", "settings").code == 0
    acts = [row["act"] for row in rows(suluh("show", made, "decisions", "--json"))]
    assert acts == ["join", "confirm", "join", "part", "role", "status", "category", "zone"]


def test_words_of_the_unit_are_decided_with_the_digest_of_their_text(suluh, made):
    assert "the unit has no words" in suluh("decide", made, "words", "--reason", "list").err
    home = Path(os.environ["SULUH_HOME"])
    (home / "words").mkdir()
    (home / "words" / "coast.toml").write_text('[same-as]\nnyumbang = "bayar"\n')

    assert suluh("decide", made, "words", "--reason", "list of the unit").code == 0
    assert suluh("decide", made, "word", "setor", "transfer", "--reason", "BAP 3").code == 0
    one, other = rows(suluh("show", made, "decisions", "--json"))[-2:]
    assert (one["act"], one["left"], one["right"]) == ("word", "nyumbang", "bayar")
    assert one["reason"].startswith("list of the unit (coast.toml ")
    assert (other["left"], other["right"]) == ("setor", "transfer")


def test_a_link_that_changed_since_it_was_shown_is_refused(suluh, made):
    link = rows(suluh("show", made, "links", "--json"))[0]

    done = suluh("decide", made, "link", link["id"], "confirm", "--reason", "both", "--seen", "0" * 64)

    assert done.code == 1
    assert "changed since it was shown; it is now suggested by" in done.err
    assert not any(link[side] in done.err for side in ("left", "right"))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("join", "whatsapp:+6281234567890", "bca:0123456789", "--reason", " "), "needs its reason in words"),
        (("status", "bca:0123456789", "saksi", "--document", " ", "--date", "2026-01-04"), "with --document"),
        (
            ("role", "bca:0123456789", "seller", "--from", "2026-01-02", "--to", "2026-01-01", "--reason", "x"),
            "the first day comes first",
        ),
    ],
)
def test_a_decision_without_what_it_stands_on_is_refused(suluh, made, words, sentence):
    done = suluh("decide", made, *words)

    assert done.code == 2
    assert sentence in done.err


def test_a_decision_on_what_is_not_there_is_refused(suluh, made):
    done = suluh("decide", made, "join", "x:1", "x:2", "--reason", "why")

    assert done.code == 2
    assert "the case has no account x:1" in done.err


@pytest.mark.parametrize("words", [("fly",), ("show",), ("run", "--fast"), ("decide", "case", "link", "id", "maybe")])
def test_misuse_ends_with_two(suluh, words):
    assert suluh(*words).code == 2


def test_a_fault_of_the_program_is_one_sentence(capsys):
    lost: dict[str, str] = {}
    with pytest.raises(KeyError) as fault:
        lost["key"]

    main._say_fault(KeyError, fault.value, fault.tb)

    shown = capsys.readouterr().err
    assert "a fault of the program at test_commands.py:" in shown
    assert "Traceback" not in shown
    assert shown.count("\n") == 1


def test_a_passphrase_file_that_is_not_there_is_named(suluh, started, monkeypatch):
    case, _ = started
    monkeypatch.delenv("SULUH_PASSPHRASE")
    monkeypatch.setenv("SULUH_PASSPHRASE_FILE", "/nowhere/phrase")

    done = suluh("authority", case, *PAPER)

    assert done.code == 2
    assert done.err.startswith("suluh: SULUH_PASSPHRASE_FILE names /nowhere/phrase, which cannot be read (No such file")
    assert done.err.count("\n") == 1


def test_a_system_error_is_one_sentence(suluh, started):
    case, _ = started

    done = suluh("add", case, "--list", "nowhere.csv")

    assert done.code == 1
    assert done.err.startswith("suluh: nowhere.csv: No such file or directory: see that the path is right")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["verify"], "suluh: Missing argument 'CASE|PACKAGE|BACKUP': see `suluh verify --help`\n"),
        (["nonsense"], "suluh: No such command 'nonsense': see `suluh --help`\n"),
        (["officer", "add", "A"], "suluh: Missing option '--access': see `suluh officer add --help`\n"),
        (["decide", "a", "part", "b", "c"], "suluh: Missing option '--reason': see `suluh decide CASE part --help`\n"),
        (
            ["verify", "a", "--fast"],
            "suluh: No such option: --fast (Possible options: --actor): see `suluh verify --help`\n",
        ),
        (
            ["authority", "a", "--kind", "courts"],
            "suluh: Invalid value for '--kind': 'courts' is not one of 'court', 'urgent', 'handover', 'reply': see `suluh authority --help`\n",  # noqa: E501 # as it is said
        ),
    ],
)
def test_misused_words_are_one_sentence_that_leads_to_the_help(suluh, words, sentence):
    done = suluh(*words)

    assert (done.code, done.out, done.err) == (2, "", sentence)


def test_a_fault_keeps_the_hook_that_says_it_in_one_sentence(suluh):
    suluh("show", "--help")

    assert sys.excepthook is main._say_fault


def test_verify_needs_a_case_or_a_package(suluh, tmp_path):
    assert suluh("verify", tmp_path).code == 1
    assert suluh("verify", tmp_path / "gone").err == (
        f"suluh: nothing lies at {tmp_path / 'gone'}: name a case folder or a package\n"
    )


def test_verify_names_what_was_changed(suluh, started):
    case, _ = started
    assert suluh("verify", case).code == 0
    file = Path(case) / "keys" / "S1.pub"
    file.write_bytes(file.read_bytes().replace(b"supervisor", b"superviser"))

    done = suluh("verify", case)

    assert done.code == 1
    assert "keys/S1.pub" in done.err


def test_every_entry_says_that_the_clock_was_set(started):
    opened = Case.open(CaseFolder(started[0]))
    tools = {json.loads(entry.body)["tool"] for entry in opened.rows.entries()}
    opened.close()

    assert tools
    assert all(tool.endswith(", clock set by SULUH_NOW") for tool in tools)
