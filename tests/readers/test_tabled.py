# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 # lines are shown as they are written
"""Tables, lists and elements of messages of no known program: read where they say so, and nothing else is taken for one."""

import json
import time
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Account, Conversation, Message
from suluh.readers.claim import claimants
from suluh.readers.known import what_is
from suluh.readers.tabled.moments import moment_of

AT = [f"2025-08-30 18:0{n}:05" for n in range(6)]
ROWS = range(6)


def _claimed(folder: Path, text: str, name: str = "berkas.csv") -> list[str]:
    (folder / name).write_text(text, "utf-8")
    return [reader.name for reader, _ in claimants(FolderSource(folder, name))]


def _read(folder: Path, text: str, name: str = "berkas.csv") -> list[object]:
    assert _claimed(folder, text, name)
    source = FolderSource(folder, name)
    [(reader, _)] = claimants(source)
    return list(reader.read(source))


def _senders(records: list[object]) -> list[str | None]:
    return [one.sender for one in records if isinstance(one, Message)]


def _reasons(records: list[object]) -> str:
    return "\n".join(one.reason for one in records if isinstance(one, Flaw))


def _csv(heads: str, *rows: str) -> str:
    return "\n".join((heads, *rows)) + "\n"


def _rows(form: str) -> list[str]:
    return [form.format(at=AT[n], n=n, who=("Andi", "Budi")[n % 2]) for n in ROWS]


OTHERS = {
    "application log": _csv("timestamp,level,sender,message", *_rows("{at},INFO,app.main,mulai {n}")),
    "log of hosts": _csv("time,host,author,message", *_rows("{at},web{n},cron,selesai {n}")),
    "wallet": _csv("Date,From,To,Message,Amount", *_rows("{at},{who},Saya,makan,50000")),
    "wallet in Indonesian": _csv("Tanggal;Pengirim;Penerima;Pesan;Nominal", *_rows("{at};{who};Saya;makan;50000")),
    "reviews": _csv("date,author,text,rating", *_rows("{at},{who},bagus,{n}")),
    "comments": _csv("created_at,username,comment,text", *_rows("{at},{who},1,setuju {n}")),
    "posts": _csv("timestamp,username,text,likes,retweets", *_rows("{at},{who},halo {n},1,2")),
    "commits": _csv("date,author,message,commit", *_rows("{at},{who},ubah {n},abc{n}")),
    "tasks": _csv("created,name,title,text", *_rows("{at},{who},tugas,kerjakan {n}")),
    "thanks by day": _csv(
        "date,from,to,message,status", *[f"0{n + 1}/08/2025,Andi,Budi,terima kasih {n},ok" for n in ROWS]
    ),
    "sensor": _csv("timestamp,sender,message", *_rows("{at},sensor{n},{n}.5")),
    "mail list": _csv("date,from,subject,size", *_rows("{at},{who}@contoh.invalid,halo {n},100")),
    "calls without numbers": _csv(
        "hashed phone number,call type,date,duration in seconds", *_rows("uK{n},Outgoing,{at},33")
    ),
    "address book": _csv("Name,Phone,Date", *_rows("{who},08123456789{n},{at}")),
    "diary": _csv("date;title;text", *_rows("{at};hari {n};hujan terus")),
    "names and words": _csv("Tanggal;Nama;Isi", *_rows("{at};{who};halo {n}")),
}
OBJECTS = {
    "monolog": [
        {"datetime": AT[n], "channel": "app", "level_name": "INFO", "message": f"mulai {n}", "user": "cron"}
        for n in ROWS
    ],
    "issue comments": [
        {"created_at": f"{AT[n]}Z", "user": {"login": "andi"}, "body": f"ya {n}", "reactions": {"+1": 1}} for n in ROWS
    ],
    "talk with a program": {"messages": [{"role": "user", "content": f"halo {n}", "timestamp": AT[n]} for n in ROWS]},
    "alerts": [{"timestamp": AT[n], "source": "cam", "text": "gerak"} for n in ROWS],
    "bookings": [{"date": AT[n], "from": "Andi", "to": "Budi", "message": "makan", "amount": 5} for n in ROWS],
}
ELEMENTS = {
    "events": "<log>" + "".join(f'<event time="{AT[n]}" user="andi" text="masuk {n}"/>' for n in ROWS) + "</log>",
    "feed": "<rss>"
    + "".join(f"<item><author>andi</author><pubDate>{AT[n]}</pubDate><title>t</title></item>" for n in ROWS)
    + "</rss>",
}


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_tables_of_other_programs_are_claimed_by_no_reader_of_messages(name: str, tmp_path: Path) -> None:
    assert not [one for one in _claimed(tmp_path, OTHERS[name]) if one.startswith("messages-")]


@pytest.mark.parametrize("name", sorted(OBJECTS))
def test_lists_of_other_programs_are_claimed_by_no_reader_of_messages(name: str, tmp_path: Path) -> None:
    text = json.dumps(OBJECTS[name])
    lines = "\n".join(json.dumps(one) for one in OBJECTS[name]) if isinstance(OBJECTS[name], list) else text

    assert not [one for one in _claimed(tmp_path, text, "a.json") if one.startswith("messages-")]
    assert not [one for one in _claimed(tmp_path, lines, "a.jsonl") if one.startswith("messages-")]


@pytest.mark.parametrize("name", sorted(ELEMENTS))
def test_elements_of_other_programs_are_claimed_by_no_reader_of_messages(name: str, tmp_path: Path) -> None:
    assert not [one for one in _claimed(tmp_path, ELEMENTS[name], "a.xml") if one.startswith("messages-")]


def test_columns_named_as_those_of_messages_are_told_where_no_more_speaks_for_them(tmp_path: Path) -> None:
    (tmp_path / "berkas.csv").write_text(OTHERS["thanks by day"], "utf-8")

    said = what_is(FolderSource(tmp_path, "berkas.csv"))

    assert said is not None
    assert "its columns are named as those of messages (date, message, from, to, status)" in said


def test_who_answers_whom_makes_two_conversations_of_two_pairs(tmp_path: Path) -> None:
    text = _csv(
        "Date,From,To,Message",
        f"{AT[0]},Andi,Budi,halo",
        f"{AT[1]},Budi,Andi,ya",
        f"{AT[2]},Andi,Cici,halo juga",
    )

    records = _read(tmp_path, text)

    talks = [one.conversation for one in records if isinstance(one, Message)]
    assert talks[0] == talks[1] != talks[2]


def test_digits_without_a_sign_are_no_telephone_number_unless_the_column_says_so(tmp_path: Path) -> None:
    ids = _read(tmp_path, _csv("timestamp,sender_id,chat_id,text", f"{AT[0]},8123456789,7,halo"), "a.csv")
    numbers = _read(
        tmp_path, _csv("timestamp,phone number,direction,text", f"{AT[0]},08123456789,incoming,halo"), "b.csv"
    )

    assert [(one or "").partition("/")[0] for one in _senders(ids)] == ["chat:name"]
    assert _senders(numbers) == ["phone:+628123456789"]


def test_an_id_stays_in_its_file_where_only_the_name_of_the_file_says_the_app(tmp_path: Path) -> None:
    rows = (f"{AT[0]},17,7,halo", f"{AT[1]},18,7,ya")

    by_file = _read(tmp_path, _csv("timestamp,sender_id,chat_id,text", *rows), "discord chat.csv")
    by_column = _read(tmp_path, _csv("timestamp,sender_id,chat_id,text,app", *(f"{one},Discord" for one in rows)))

    assert [(one or "").partition("/")[0] for one in _senders(by_file)] == ["discord:name", "discord:name"]
    assert _senders(by_column) == ["discord:17", "discord:18"]


def test_a_draft_and_a_failed_message_are_not_told_as_sent(tmp_path: Path) -> None:
    text = _csv(
        "timestamp,address,type,body,status",
        f"{AT[0]},08123456789,3,belum jadi,",
        f"{AT[1]},08123456789,2,halo,failed",
        f"{AT[2]},08123456789,1,ya,",
    )

    said = [one for one in _read(tmp_path, text) if isinstance(one, Message)]

    assert [(one.kind, [(b.what, b.text) for b in one.beside]) for one in said] == [
        ("unsupported", [("not sent", "draft")]),
        ("unsupported", [("not sent", "failed")]),
        ("text", []),
    ]


def test_a_folder_that_holds_all_messages_is_no_direction(tmp_path: Path) -> None:
    rows = (f"1,Andi,Budi,{AT[0]},halo,INBOX", f"1,Budi,Andi,{AT[1]},ya,INBOX")

    records = _read(tmp_path, _csv("CONVERSATION ID,FROM,TO,DATE,CONTENT,FOLDER", *rows))

    assert len(set(_senders(records))) == 2
    assert "FOLDER (2)" in _reasons(records)


def test_day_and_month_that_nothing_orders_stay_as_written(tmp_path: Path) -> None:
    records = _read(tmp_path, _csv("date,sender,text", "03/04/2025 18:00,Saya,halo", "03/04/2025 18:01,Budi,ya"))

    assert [one.sent and one.sent.local for one in records if isinstance(one, Message)] == [None, None]
    assert "day and month cannot be told apart" in _reasons(records)


def test_a_list_for_each_conversation_is_a_conversation(tmp_path: Path) -> None:
    talks = [
        {"title": f"Grup {n}", "messages": [{"from": "Andi", "text": "halo", "date": AT[n], "from_me": False}]}
        for n in (1, 2)
    ]

    records = _read(tmp_path, json.dumps({"conversations": talks}), "a.json")

    assert [one.title for one in records if isinstance(one, Conversation)] == ["Grup 1", "Grup 2"]


def test_the_column_of_the_other_side_never_makes_it_the_sender_of_what_went_out(tmp_path: Path) -> None:
    rows = (f"{AT[0]},1,+6281234567890,halo", f"{AT[1]},0,+6281234567890,ya")

    records = _read(tmp_path, _csv("timestamp,is_from_me,sender,text", *rows))

    assert _senders(records) == ["chat:own/B-1", "phone:+6281234567890"]
    assert "names the other side of what was sent as well" in _reasons(records)


@pytest.mark.parametrize(
    ("written", "at", "local"),
    [
        ("1756551605", "2025-08-30T11:00:05Z", None),
        ("1756551605123", "2025-08-30T11:00:05.123Z", None),
        ("134010252050000000", "2025-08-30T11:00:05Z", None),
        ("2025-08-30 18:00:05 +0700", "2025-08-30T11:00:05Z", None),
        ("2025-08-30 11:00:05 UTC", "2025-08-30T11:00:05Z", None),
        ("30/08/2025 18:00:05(UTC+7)", "2025-08-30T11:00:05Z", None),
        ("03/04/2025 18:00:05(UTC+7)", None, None),
        ("20250830T18:00:05", None, "2025-08-30T18:00:05"),
        ("Aug 30, 2025 6:00:05 PM", None, "2025-08-30T18:00:05"),
        ("30/08/25 18.00", None, "2025-08-30T18:00"),
        ("2025-08-30 18:00", None, "2025-08-30T18:00"),
        ("2025.08.30 18:00", None, "2025-08-30T18:00"),
        ("30/08/2025", None, "2025-08-30"),
        ("Sat Aug 30 18:00:05 EST 2025", None, None),
        ("1234567890123456789", None, None),
        ("besok", None, None),
    ],
)
def test_the_time_of_a_cell_is_what_the_cell_settles(written: str, at: str | None, local: str | None) -> None:
    found = moment_of(written)
    sent = found and found.sent(is_day_first=True if written.startswith("30/") else None)

    assert (sent and sent.at, sent and sent.local) == (at, local)


def test_the_device_is_no_third_where_what_was_sent_names_its_sender(tmp_path: Path) -> None:
    rows = (f"{AT[0]},7,false,+6281234567890,halo", f"{AT[1]},7,true,+6281234567891,ya")

    records = _read(tmp_path, _csv("timestamp,chat_id,is_from_me,sender,text", *rows))
    [talk] = [one for one in records if isinstance(one, Conversation)]

    assert (talk.kind, set(talk.members)) == ("direct", {"phone:+6281234567890", "phone:+6281234567891"})


def test_a_column_that_speaks_against_messages_and_holds_nothing_says_nothing(tmp_path: Path) -> None:
    rows = (f"{AT[0]},Saya,halo,", f"{AT[1]},Budi,ya,")

    assert _claimed(tmp_path, _csv("timestamp,sender,text,amount", *rows)) == ["messages-table"]
    assert _claimed(tmp_path, _csv("timestamp,sender,text,amount", *(f"{one}5" for one in rows))) == []


def _own(records: list[object]) -> list[str]:
    return [one.account for one in records if isinstance(one, Account) and one.own]


def _rooms(records: list[object]) -> list[str]:
    return [one.conversation.rpartition("/")[2] for one in records if isinstance(one, Message)]


@pytest.mark.parametrize(
    "rows",
    [
        (f"{AT[0]},Outgoing,+6281234567892,halo", f"{AT[1]},Outgoing,+6281234567892,ya"),
        (f"{AT[0]},Outgoing,081234567892,halo", f"{AT[1]},Incoming,+62 812-3456-7892,ya"),
        (
            f"{AT[0]},Outgoing,+6281234567892,a",
            f"{AT[1]},Outgoing,+6281234567893,b",
            f"{AT[2]},Incoming,+6281234567894,c",
        ),
        (f"{AT[0]},Outgoing,+6281234567892,a", f"{AT[1]},Outgoing,,b", f"{AT[2]},Incoming,+6281234567894,c"),
    ],
)
def test_whom_nothing_shows_to_be_the_own_side_is_neither_own_nor_the_sender_of_what_was_sent(
    rows: tuple[str, ...], tmp_path: Path
) -> None:
    records = _read(tmp_path, _csv("Date,Direction,Sender,Message", *rows))

    assert _own(records) == ["chat:own/B-1"]
    sent = [one for row, one in zip(rows, _senders(records), strict=True) if "Outgoing" in row]
    assert set(sent) == {"chat:own/B-1"}
    assert "not taken for their sender" in _reasons(records)


def test_the_own_account_of_a_file_that_names_no_app_is_told(tmp_path: Path) -> None:
    rows = (f"{AT[0]},Outgoing,+6281234567891,halo", f"{AT[1]},Incoming,+6281234567892,ya")

    assert _own(_read(tmp_path, _csv("Date,Direction,Sender,Message", *rows))) == ["phone:+6281234567891"]


def test_a_user_name_of_a_table_of_one_way_is_no_name_of_the_device(tmp_path: Path) -> None:
    rows = [f"{AT[n]},7,Outgoing,budi,halo {n}" for n in ROWS]

    records = _read(tmp_path, _csv("Date,Chat ID,Direction,Username,Message", *rows))

    assert not [one for one in records if isinstance(one, Account) and one.names]


@pytest.mark.parametrize("key", ["owner", "me", "account", "phone", "self", "number"])
def test_what_came_in_is_never_given_to_the_owner_of_a_file(key: str, tmp_path: Path) -> None:
    rows = [{"date": AT[n], "type": ("received", "sent")[n % 2], "text": f"halo {n}"} for n in ROWS]
    written = {key: "+6281234567891", "title": "Budi", "messages": rows}

    if _claimed(tmp_path, json.dumps(written), "a.json"):
        records = _read(tmp_path, json.dumps(written), "a.json")
        assert set(_senders(records)) == {None, "chat:own/B-1"}
        assert "whose sender the record does not name: 3" in _reasons(records)


def test_what_came_in_from_nobody_is_of_no_titled_conversation(tmp_path: Path) -> None:
    rows = (f"{AT[0]},Received,+6281234567892,a", f"{AT[1]},Received,,b")

    records = _read(tmp_path, _csv("Date,Type,Number,Message", *rows))

    assert [one.title for one in records if isinstance(one, Conversation)] == ["+6281234567892", None]
    assert _senders(records) == ["phone:+6281234567892", None]


def test_a_file_that_says_with_whom_it_is_names_who_sent_what_came_in(tmp_path: Path) -> None:
    rows = [{"date": AT[n], "direction": ("received", "sent")[n % 2], "text": f"halo {n}"} for n in ROWS]
    talks = {"name": "Andi", "phone": "+6281234567891", "conversations": [{"with": "+6281234567892", "messages": rows}]}

    records = _read(tmp_path, json.dumps(talks), "a.json")

    assert set(_senders(records)) == {"phone:+6281234567892", "chat:own/B-1"}
    assert not [one for one in records if isinstance(one, Account) and one.names]
    assert [one.title for one in records if isinstance(one, Conversation)] == [None]


@pytest.mark.parametrize("name", ["Yo", "Io", "System"])
def test_a_stated_direction_outweighs_a_nickname(name: str, tmp_path: Path) -> None:
    rows = (f"{AT[0]},7,Incoming,{name},halo", f"{AT[1]},7,Outgoing,,ya")

    records = _read(tmp_path, _csv("Date,Chat ID,Direction,Sender,Message", *rows))

    [first, _] = [one for one in records if isinstance(one, Message)]
    assert first.kind == "text"
    assert (first.sender or "").startswith("chat:name/")


def test_the_messages_of_a_whole_device_are_no_one_conversation(tmp_path: Path) -> None:
    rows = (
        f"{AT[0]},Incoming,+6281234567892,a",
        f"{AT[1]},Incoming,081234567892,b",
        f"{AT[2]},Incoming,+6281234567893,c",
        f"{AT[3]},Outgoing,,d",
    )

    records = _read(tmp_path, _csv("Date,Direction,Sender,Message", *rows))

    assert _rooms(records) == ["%2B6281234567892", "%2B6281234567892", "%2B6281234567893", "%3F"]
    assert {one.kind for one in records if isinstance(one, Conversation)} == {"direct"}
    assert "in which conversation they stand: 1" in _reasons(records)


def test_empty_cells_of_the_conversation_make_no_shared_one(tmp_path: Path) -> None:
    rows = (f"{AT[0]},,Andi,a", f"{AT[1]},,Budi,b", f"{AT[2]},7,Cici,c")

    records = _read(tmp_path, _csv("Date,Chat ID,Sender,Message", *rows))

    assert len(set(_rooms(records))) == 3
    assert "in which conversation they stand: 2" in _reasons(records)


def test_to_whom_it_went_is_of_the_conversation_and_names_it(tmp_path: Path) -> None:
    rows = (
        f"{AT[0]},Outgoing,+6281234567891,+6281234567892,a",
        f"{AT[1]},Incoming,+6281234567892,+6281234567891,b",
        f"{AT[2]},Outgoing,+6281234567891,Keluarga,c",
    )

    records = _read(tmp_path, _csv("Date,Direction,Sender,Recipient,Message", *rows))

    assert _rooms(records) == ["%2B6281234567892", "%2B6281234567892", "Keluarga"]
    assert [one.title for one in records if isinstance(one, Conversation)] == [None, "Keluarga"]
    first = next(one for one in records if isinstance(one, Conversation))
    assert set(first.members) == {"phone:+6281234567891", "phone:+6281234567892"}
    assert "Recipient (2)" in _reasons(records)


def test_a_row_of_kakaotalk_that_its_commas_leave_open_is_a_flaw(tmp_path: Path) -> None:
    text = _csv(
        "Date,User,Message",
        "2023-01-01 10:00:00,민수,안녕",
        "2023-01-01 10:01:00,Kim, Budi,halo",
        "kedua, ya, oke",
        "2023-01-01 10:02:00,민수,ya, oke",
    )

    records = _read(tmp_path, text)

    names = [one.names for one in records if isinstance(one, Account)]
    assert set(names) == {("민수",)}
    assert [one.text for one in records if isinstance(one, Message)][1:] == ["안녕", "ya, oke"]
    raws = [one.raw for one in records if isinstance(one, Flaw) and one.raw]
    assert raws == ["2023-01-01 10:01:00,Kim, Budi,halo", "kedua, ya, oke"]


def _said(folder: Path, text: str, name: str) -> str:
    assert not _claimed(folder, text, name)
    return what_is(FolderSource(folder, name)) or ""


def test_elements_that_may_be_messages_are_counted_and_not_read(tmp_path: Path) -> None:
    rows = "".join(f'<message date="{AT[n]}" type="received" sender="Andi" text="halo {n}"/>' for n in ROWS)
    parts = "".join(
        f"<sms><date>{AT[n]}</date><type>1</type><address>+6281234567890</address><body>a</body></sms>" for n in ROWS
    )

    attributes = _said(tmp_path, f"<chats><chat with='+6281234567890'>{rows}</chat></chats>", "a.xml")
    elements = _said(tmp_path, f"<all>{parts}</all>", "b.xml")

    assert attributes.startswith("what may be messages of a program that is not known, 6 records: no reader yet")
    assert elements.startswith("what may be messages of a program that is not known, 6 records: no reader yet")


def test_several_lists_of_messages_in_one_file_are_counted_and_not_read(tmp_path: Path) -> None:
    rows = [{"date": AT[n], "direction": ("received", "sent")[n % 2], "sender": "", "text": f"a{n}"} for n in ROWS]
    for row in rows[::2]:
        row["sender"] = "Andi"

    for chats in (
        {"chats": {"+6281234567892": rows, "+6281234567893": rows}},
        {"inbox": {"messages": rows}, "other": {"further": {"texts": rows}}},
    ):
        said = _said(tmp_path, json.dumps(chats), "a.json")
        assert said.startswith("what may be messages of a program that is not known, 12 records: no reader yet")


def test_many_lists_of_messages_are_told_in_proportion_to_their_number(tmp_path: Path) -> None:
    rows = [{"date": AT[n], "direction": "received", "sender": "Andi", "text": f"a{n}"} for n in ROWS] * 6
    chats = {"chats": {f"+628123456{n:04}": rows for n in range(200)}}

    began = time.process_time()
    said = _said(tmp_path, json.dumps(chats), "a.json")

    assert "7200 records" in said
    assert time.process_time() - began < 10


def test_objects_of_other_lists_of_a_file_are_counted(tmp_path: Path) -> None:
    rows = [{"date": AT[n], "sender": ("Andi", "Saya")[n % 2], "text": f"halo {n}"} for n in ROWS]
    written = {"people": [{"id": 1}, {"id": 2}], "messages": rows, "later": {"texts": rows}}
    padded = {**written, "messages": rows * 2000}

    assert "which are not read: later (6), people (2)" in _reasons(_read(tmp_path, json.dumps(padded), "a.json"))
