# SPDX-License-Identifier: Apache-2.0
"""What no reader takes is told by what it is, and what holds no messages is not."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.desk.languages import Language
from suluh.model.talk import Message
from suluh.readers.apps.exports import EXPORTS
from suluh.readers.claim import claimants
from suluh.readers.known import BASES, NOT_YET, what_is


def _told(folder: Path, name: str, text: str) -> str | None:
    (folder / name).write_text(text, "utf-8")
    source = FolderSource(folder, name)
    assert claimants(source) == ()
    return what_is(source)


def _base(folder: Path, script: str) -> str | None:
    with closing(sqlite3.connect(folder / "app.db")) as base:
        base.executescript(script)
    source = FolderSource(folder, "app.db")
    assert claimants(source) == ()
    return what_is(source)


ELEMENT = """<!DOCTYPE html>
<html lang="id"><head><title>Exported Data</title><link href="css/style.css" rel="stylesheet" /></head>
<body><section id="matrixchat"><div class="mx_MatrixChat_wrapper"><main class="mx_RoomView">
<div class="mx_Export_EventWrapper" id="$1"><div class="mx_EventTile">halo</div></div>
<div class="mx_Export_EventWrapper" id="$2"><div class="mx_EventTile">hai</div></div>
</main></div></section></body></html>
"""
ROCKET = json.dumps({"messages": [{"_id": "a", "rid": "b", "msg": "halo", "ts": "x", "u": {"_id": "c"}}] * 3})
XCHAT = "**** INIZIO DEL LOG Sun Feb 26 19:52:46 2012\n\nfeb 26 19:53:01 <tes> halo\nfeb 26 19:54:00  <uji> hai\n"
SCROLLED = "T 1232074579 19*\t19Bicara di ##contoh##\nT 1232074587 <tes> halo\n"
DUMPED = json.dumps({"channel_id": "C0000001", "name": "umum", "messages": [{"client_msg_id": "1", "text": "halo"}]})
HIPCHAT = json.dumps({"items": [{"date": "x", "from": {"id": 1, "mention_name": "tes"}, "message": "halo"}]})
VK = "<!DOCTYPE html><html><head><title>VK Messages</title></head><body>" + '<div class="msg_item">a</div>\n' * 3
BACKED = '<?xml version="1.0"?>\n<alllogs count="1">\n\t<log number="+6281200000001" type="1" />\n</alllogs>'
PIDGIN = (
    '<html><head><meta http-equiv="content-type" content="text/html; charset=UTF-8"><title>Conversation with tes at x'
    "</title></head><body><h3>Conversation with tes</h3>"
    '<font color="#16569E"><font size="2">(14:23:04)</font> <b>Tari:</b></font> halo<br/>\n</body></html>'
)
VMESSAGE = "BEGIN:VMSG\nVERSION:1.1\nX-IRMC-BOX:INBOX\nBEGIN:VCARD\nTEL:+6281200000001\nEND:VCARD\nEND:VMSG\n" * 2
AS_MAIL = (
    "From: tes@contoh.invalid\nSubject: SMS with Tari\nX-smssync-type: 1\nX-smssync-address: +6281200000001\n\nhalo\n"
)
TOOL = "".join(f"[2024-01-15 14:3{at}:00] {who}: ya, jam berapa?\n" for at, who in enumerate(("Tari", "Rudi") * 3))
DPKG = "".join(f"2016-08-0{day} 15:25:53 install contoh <none> 1.{day}\n" for day in range(1, 9))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ELEMENT, "a room of Matrix as a web page of the program Element (the same room as JSON is read), 2 records"),
        (ROCKET, "messages of Rocket.Chat, 3 records"),
        (XCHAT, "a log of IRC, 2 records"),
        (SCROLLED, "a log of IRC, 1 record"),
        (HIPCHAT, "messages of HipChat, 1 record"),
        (VK, "a conversation of VK as a web page, 3 records"),
        (BACKED, "calls or SMS as XML of the app Super Backup, 1 record"),
        (PIDGIN, "a conversation of Pidgin or Adium as a web page, 1 record"),
        (VMESSAGE, "SMS as a telephone writes them (vMessage), 2 records"),
        (AS_MAIL, "an SMS or a call as a mail of the app SMS Backup+, 1 record"),
        (TOOL, "its lines begin with a date, a clock and a name"),
        (DUMPED.replace(": ", ":"), "a channel of Slack as the program slackdump writes it"),
    ],
)
def test_an_export_that_nobody_reads_says_what_it_is(text: str, told: str, tmp_path: Path) -> None:
    assert (_told(tmp_path, "x", text) or "").startswith(told)


def test_a_log_of_a_computer_is_no_chat_of_another_program(tmp_path: Path) -> None:
    assert _told(tmp_path, "dpkg.log", DPKG) is None


@pytest.mark.parametrize(
    "script",
    [
        "create table message(id integer, body text, sent_at integer); insert into message values (1, 'halo', 2)",
        "create table ZCHATMESSAGE(Z_PK integer, ZTEXT text, ZDATE real); insert into ZCHATMESSAGE values (1, 'a', 2)",
        "create table tbl_msgs(id integer, msg_content text, create_time text);insert into tbl_msgs values(1,'a',2)",
        "create table MESSAGE(ID integer, TXT text, TS text); insert into MESSAGE values (1, 'a', '2')",
    ],
)
def test_tables_that_are_named_as_those_of_messages_are_told(script: str, tmp_path: Path) -> None:
    found = _base(tmp_path, script) or ""

    assert found.startswith("what may be the messages of an app that is not known (table ")
    assert ", 1 row: no reader yet" in found


@pytest.mark.parametrize(
    "script",
    [
        "create table message(id integer, body text, sent_at integer)",
        "create table error_log(id integer, message text, time integer); insert into error_log values (1, 'halo', 2)",
        "create table notes(id integer, text text, date integer); insert into notes values (1, 'halo', 2)",
        "create table messages(id integer, size integer, date integer); insert into messages values (1, 3, 2)",
    ],
)
def test_other_tables_and_empty_ones_are_not(script: str, tmp_path: Path) -> None:
    assert _base(tmp_path, script) is None


def test_an_old_database_of_whatsapp_is_known_by_its_messages_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "msgstore.db")) as base:
        base.executescript(
            "create table messages(_id integer primary key, key_remote_jid text, key_from_me integer, key_id text,"
            " data text, timestamp integer, status integer);"
            "insert into messages values(1, '6281200000001@s.whatsapp.net', 0, 'K1', 'halo', 1767225600000, 0);"
        )
    source = FolderSource(tmp_path, "msgstore.db")
    [(reader, _)] = claimants(source)

    [said] = [one for one in reader.read(source) if isinstance(one, Message)]

    assert (said.sender, said.text) == ("whatsapp:+6281200000001", "halo")


@pytest.mark.parametrize("what", sorted({one.what for one in (*BASES, *EXPORTS)}))
def test_what_is_not_read_is_said_in_indonesian(what: str) -> None:
    told = Language("id").told(f"{what}, 3 records: {NOT_YET}")

    assert all(part.known for part in told)
    assert what not in "".join(part.text for part in told)
