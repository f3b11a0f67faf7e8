# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501, ISC004, RUF001 # chats are shown line by line as they are written
"""Chats as they come from the field: nobody's words under another name, nobody who never spoke, nothing lost."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Account, Conversation, Message
from suluh.readers.claim import claimants, the_readers

OWN = "whatsapp:+6281100001111"


def read(
    folder: Path, name: str, text: str | bytes, *, beside: tuple[str, ...] = (), accounts: tuple[str, ...] = ()
) -> list:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    for one in beside:
        (path.parent / one).write_bytes(one.encode())
    source = FolderSource(folder, name, accounts=accounts)
    [(reader, _)] = claimants(source)
    return list(reader.read(source))


def said(records: list) -> list[tuple[str | None, str, str]]:
    return [(who(one.sender), one.kind, one.text) for one in records if isinstance(one, Message)]


def who(account: str | None) -> str | None:
    return unquote(account.rpartition("/")[2]) if account and ":name/" in account else account


def speakers(records: list) -> set[str]:
    return {who(one.account) for one in records if isinstance(one, Account)}


def flaws(records: list) -> list[str]:
    return [one.reason for one in records if isinstance(one, Flaw)]


def kind(records: list) -> str:
    return next(one.kind for one in records if isinstance(one, Conversation))


def test_a_mark_alone_takes_nobody_their_words(tmp_path: Path) -> None:
    records = read(
        tmp_path,
        "_chat.txt",
        "[30/08/25 18.00.05] Rudi: pagi\n[30/08/25 18.00.15] Tari: \u200eLihat dulu ya kak\n"
        "[30/08/25 18.00.25] Tari: \u200e@\u2068Rudi\u2069 roti 40 biji\n[30/08/25 18.00.35] Rudi: ok\n",
    )

    assert [one[:2] for one in said(records)] == [
        ("Rudi", "text"),
        ("Tari", "text"),
        ("Tari", "text"),
        ("Rudi", "text"),
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("30/08/25, 18:00 - Tari: IMG-20250830-WA0001.jpg (liitetty tiedosto)", "IMG-20250830-WA0001.jpg"),
        ("30/08/25, 18:00 - Tari: VID-20250830-WA0011.mp4 (fisier atasat)", "VID-20250830-WA0011.mp4"),
        ("30/08/25, 18:00 - Tari: \u200eIMG-20250830-WA0002.jpg (αρχείο)", "IMG-20250830-WA0002.jpg"),
        ("30/08/25, 18:00 - Tari: kue lapis.pdf (fail dilampirkan)", "kue lapis.pdf"),
        (
            "[30/08/25, 18:00:05] Tari: \u200e<liitteenä: 00000001-PHOTO-2025-08-30-18-00-05.jpg>",
            "00000001-PHOTO-2025-08-30-18-00-05.jpg",
        ),
        ("[30/08/25, 18:00:05] Tari: \u200e<ekli dosya: \u200ekue lapis.pdf>", "kue lapis.pdf"),
        ("[30/08/15, 18:00:05] Tari: 2015-08-30-PHOTO-00004762.jpg <\u200eattached>", "2015-08-30-PHOTO-00004762.jpg"),
    ],
)
def test_a_file_is_known_by_its_form_in_any_language(line: str, name: str, tmp_path: Path) -> None:
    second = line[: line.index("Tari")] + "Rudi: ok\n"

    records = read(tmp_path, "WhatsApp Chat with Tari.txt", f"{line}\n{second}", beside=("kue lapis.pdf",))
    message = next(one for one in records if isinstance(one, Message))

    assert (who(message.sender), message.kind, message.attachments[0].name) == ("Tari", "media", name)


@pytest.mark.parametrize("typed", ["nota.pdf (lihat halaman dua)", "<b>", "<3 kamu", "lihat <di sini> ya"])
def test_what_a_person_typed_stays_text(typed: str, tmp_path: Path) -> None:
    records = read(
        tmp_path, "WhatsApp Chat with Tari.txt", f"30/08/25, 18:00 - Tari: {typed}\n30/08/25, 18:01 - Rudi: ok\n"
    )

    assert said(records)[0] == ("Tari", "text", typed)


def test_files_left_out_and_deletions_in_other_words(tmp_path: Path) -> None:
    words = [
        "<Fără conținut media>",
        "<メディアなし>",
        "Acest mesaj a fost șters",
        "Pesan ini dihapus oleh admin Tari",
        "Ten ok",
    ]
    text = "".join(f"30.08.2025, 18:0{n} - {'Tari' if n % 2 else 'Rudi'}: {one}\n" for n, one in enumerate(words))

    assert [one[1] for one in said(read(tmp_path, "WhatsApp-chat met Tari.txt", text))] == [
        "media",
        "media",
        "revoked",
        "revoked",
        "text",
    ]


def test_a_colon_is_part_of_a_name_where_the_title_says_so(tmp_path: Path) -> None:
    text = "30/08/25 18.00 - Warung: Sari: pagi\n30/08/25 18.01 - Rudi: ada?\n30/08/25 18.02 - Warung: Sari: ada\n"

    records = read(tmp_path, "Chat WhatsApp dengan Warung: Sari.txt", text)

    assert (speakers(records), kind(records)) == ({"Warung: Sari", "Rudi"}, "direct")
    assert said(records)[0] == ("Warung: Sari", "text", "pagi")


@pytest.mark.parametrize(
    "placeholder", ["\u200e<attached: {}.jpg>", "\u200e<terlampir: {}.jpg>", "<terlampir: {}.jpg>"]
)
def test_who_only_sends_files_is_called_by_the_name_before_them(tmp_path: Path, placeholder: str) -> None:
    lines = [f"[30/08/25 18.0{n}.00] \u202a+65 8182 3835\u202c: {placeholder.format(n)}" for n in range(5)]
    text = "[30/08/25 17.00.00] Rudi: halo\n[30/08/25 17.01.00] Tari: ya\n" + "\n".join(lines) + "\n"

    records = read(tmp_path, "_chat.txt", text)

    assert speakers(records) == {"Rudi", "Tari", "whatsapp:+6581823835"}


def test_names_that_may_go_on_after_a_colon_are_named_in_a_flaw(tmp_path: Path) -> None:
    text = (
        '30/08/25 17.59 - Anda membuat grup "Roti"\n30/08/25 18.00 - Kue: Bandung - Tari: pagi\n30/08/25 18.01 - Rudi: ya\n'
        "30/08/25 18.02 - Kue: Bandung - Tari: satu\n30/08/25 18.03 - Kue: Bogor - Lia: dua\n"
    )

    assert any(
        "every line of Kue goes on" in one for one in flaws(read(tmp_path, "Chat WhatsApp dengan Roti.txt", text))
    )


@pytest.mark.parametrize(
    "notice",
    [
        "Anda menambahkan Warung: Sari",
        "Kode keamanan Anda dengan Warung: Sari berubah. Ketuk untuk mempelajari selengkapnya.",
        "Your security code with Shop: Sari changed. Tap to learn more.",
        "You added Shop: Sari",
        "Rudi menyematkan pesan: roti 40",
        'Rudi mengganti nama grup menjadi "Roti: baru"',
        "Du hast Laden: Sari hinzugefügt",
        "Eliminaste a Tienda: Sari",
    ],
)
def test_no_person_is_made_of_a_sentence_of_whatsapp(notice: str, tmp_path: Path) -> None:
    text = (
        f"30/08/25 17.50 - {notice}\n30/08/25 18.00 - Rudi: pagi\n30/08/25 18.01 - Tari: ya\n30/08/25 18.02 - Lia: ok\n"
    )

    records = read(tmp_path, "Chat WhatsApp dengan Roti.txt", text)

    assert speakers(records) == {"Rudi", "Tari", "Lia"}
    assert said(records)[0] == (None, "system", notice)


@pytest.mark.parametrize("words", ["berganti ke", "changed to", "mudou para", "wechselte zu"])
def test_a_new_number_is_told_by_nobody_in_any_language(words: str, tmp_path: Path) -> None:
    new, old = "+62 811-0000-2222", "+62 811-0000-3333"
    text = (
        f"[30/08/25 18.00.05] \u202a{new}\u202c: \u200e\u202a{old}\u202c {words} \u202a{new}\u202c\n"
        f"[30/08/25 18.01.05] \u202a{new}\u202c: pagi\n"
        f"[30/08/25 18.02.05] Rudi: \u200e\u202a{old}\u202c ini siapa\n[30/08/25 18.03.05] \u202a{new}\u202c: aku\n"
    )

    found = said(read(tmp_path, "_chat.txt", text))

    assert [(author, kind) for author, kind, _ in found][:3] == [
        (None, "system"),
        ("whatsapp:+6281100002222", "text"),
        ("Rudi", "text"),
    ]


def test_who_left_is_known_by_the_whole_name_that_was_added(tmp_path: Path) -> None:
    text = "30/08/25 17.50 - Anda menambahkan Warung: Sari\n30/08/25 17.51 - Warung: Sari keluar\n30/08/25 18.00 - Rudi: pagi\n30/08/25 18.01 - Tari: ya\n"

    assert speakers(read(tmp_path, "Chat WhatsApp dengan Roti.txt", text)) == {"Rudi", "Tari"}


def test_an_unsaved_name_is_another_account_than_the_saved_one(tmp_path: Path) -> None:
    text = '30/08/25 17.59 - Anda membuat grup "Roti"\n30/08/25 18.00 - Lia: pagi\n30/08/25 18.01 - ~\u202fLia: jual roti\n30/08/25 18.02 - Rudi: ok\n'

    assert speakers(read(tmp_path, "Chat WhatsApp dengan Roti.txt", text)) == {"Lia", "~ Lia", "Rudi"}


@pytest.mark.parametrize(
    ("name", "text", "people"),
    [
        (
            "WhatsApp Chat mit Backgruppe.txt",
            "26.03.25, 10:00 - Backgruppe: Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.\n"
            "26.03.25, 10:00 - Backgruppe: Du hast die Gruppe erstellt\n26.03.25, 10:01 - Rudi: hallo\n26.03.25, 10:02 - Tari: hi\n",
            {"Rudi", "Tari"},
        ),
        (
            "_chat.txt",
            "[14.08.24, 21:00:10] Roti Kita: Messages and calls are end-to-end encrypted.\n"
            "[14.08.24, 21:00:10] Lia: Lia created group “Roti Kita”\n[14.08.24, 21:00:11] Roti Kita: Lia added you\n"
            "[14.08.24, 21:02:10] Lia: pagi semua\n[14.08.24, 21:02:20] Rudi: pagi\n",
            {"Lia", "Rudi"},
        ),
    ],
    ids=["android", "ios without marks"],
)
def test_a_group_is_no_person(name: str, text: str, people: set[str], tmp_path: Path) -> None:
    records = read(tmp_path, name, text)

    assert (speakers(records), kind(records)) == (people, "group")


def test_lines_of_another_chat_stay_words_of_whoever_pasted_them(tmp_path: Path) -> None:
    text = (
        "30/08/25 17.58 - Lia: apa kabar\n30/08/25 17.59 - Rudi: baik\n30/08/25 18.00 - Lia: ini dari sebelah:\n"
        "12/05/24 10.00 - Joko: jual roti 40\n12/05/24 10.01 - Wati: saya ambil\n30/08/25 18.01 - Rudi: siapa itu?\n"
    )

    records = read(tmp_path, "Chat WhatsApp dengan Lia.txt", text)

    assert (speakers(records), kind(records)) == ({"Lia", "Rudi"}, "direct")
    assert "Joko: jual roti 40" in said(records)[2][2]
    assert any("2 lines from 4 to 5" in one for one in flaws(records))


def test_a_clock_that_was_set_loses_no_message(tmp_path: Path) -> None:
    lines = [f"30/08/25 18.{n:02} - {'Lia' if n % 2 else 'Rudi'}: pesan {n}" for n in range(10)]
    lines[4] = "30/08/35 18.04 - Rudi: jam rusak"
    lines[7] = "12/05/24 18.07 - Lia: jam lama"

    records = read(tmp_path, "Chat WhatsApp dengan Lia.txt", "\n".join(lines) + "\n")

    assert len(said(records)) == 10
    assert any("time runs back" in one for one in flaws(records))


@pytest.mark.parametrize(
    "text",
    [
        "30/08/25 18.00 - Lia: DAFTAR\n" + "roti\n" * 400 + "30/08/25 18.01 - Rudi: mau\n",
        "30/08/25 18.00 - Lia: " + "roti " * 20_000 + "\n30/08/25 18.01 - Rudi: mau\n",
        "30/08/25 18.00 - Lia: A\n1\n2\n3\n4\n30/08/25 18.01 - Rudi: mau\nya\nitu\n",
        "30/08/25 18.00 - Lia: pagi\r\n30/08/25 18.01 - Rudi: mau\r\n".encode("utf-16"),
        "30/08/25 18.00 - Lia: pagi\r\n30/08/25 18.01 - Rudi: mau\r\n".encode("utf-16-be"),
    ],
    ids=["price list", "long first message", "short", "utf-16", "utf-16 without a mark"],
)
def test_a_whole_chat_is_not_lost_for_its_beginning(text: str | bytes, tmp_path: Path) -> None:
    records = read(tmp_path, "Chat WhatsApp dengan Lia.txt", text)

    assert [one[0] for one in said(records)] == ["Lia", "Rudi"]


@pytest.mark.parametrize(
    "path",
    [
        "WhatsApp Chat - Lia/_chat.txt",
        "Chat WhatsApp dengan Lia/Chat WhatsApp dengan Lia.txt",
        "x/WhatsApp Chat with Lia (2).txt",
        "Conversation WhatsApp avec Lia.txt",
        "WhatsApp-chat med Lia.txt",
    ],
)
def test_the_title_ends_at_the_folder(path: str, tmp_path: Path) -> None:
    text = "[30/08/25 18.00.10] Lia: pagi\n[30/08/25 18.00.15] Rudi: ya\n[30/08/25 18.00.20] Lia: roti\n"

    records = read(tmp_path, path, text, accounts=(OWN,))
    talk = next(one for one in records if isinstance(one, Conversation))

    assert (talk.title, talk.kind, {who(one) for one in talk.members}) == ("Lia", "direct", {"Lia", OWN})


def test_an_author_without_a_blank_who_comes_back_is_one(tmp_path: Path) -> None:
    text = "[2026/7/9 02:28:09] Lia: Pagi\n[2026/7/9 02:28:37] Rudi:Ya\n[2026/7/9 02:29:01] Lia: kabar\n[2026/7/9 02:29:37] Rudi:baik, 10:30 ya\n"

    assert said(read(tmp_path, "_chat.txt", text))[3] == ("Rudi", "text", "baik, 10:30 ya")


TABLES = """
CREATE TABLE jid(_id INTEGER PRIMARY KEY,user TEXT,server TEXT,raw_string TEXT);
CREATE TABLE chat(_id INTEGER PRIMARY KEY,jid_row_id INTEGER,subject TEXT);
CREATE TABLE message(_id INTEGER PRIMARY KEY,chat_row_id INTEGER,from_me INTEGER,key_id TEXT,sender_jid_row_id INTEGER,
  timestamp INTEGER,message_type INTEGER,text_data TEXT,broadcast INTEGER);
INSERT INTO jid VALUES(1,'6281200002222','s.whatsapp.net','6281200002222@s.whatsapp.net');
INSERT INTO chat VALUES(1,1,NULL);
INSERT INTO message VALUES(1,1,0,'3EB0AA0000000001',0,1756551601000,0,'roti masih?',0);
INSERT INTO message VALUES(2,1,1,'3EB0AA0000000002',0,1756551602000,0,'masih',0);
"""
MORE = """
CREATE TABLE message_quoted(message_row_id INTEGER PRIMARY KEY,parent_message_chat_row_id INTEGER,from_me INTEGER,
  sender_jid_row_id INTEGER,key_id TEXT,text_data TEXT);
INSERT INTO message_quoted VALUES(2,1,0,1,'3EB0AA00000000FF','yang sudah hilang');
CREATE TABLE message_add_on(_id INTEGER PRIMARY KEY,from_me INTEGER,sender_jid_row_id INTEGER,parent_message_row_id INTEGER,
  message_add_on_type INTEGER);
CREATE TABLE message_add_on_reaction(message_add_on_row_id INTEGER PRIMARY KEY,reaction TEXT);
INSERT INTO message_add_on VALUES(1,0,1,2,56);
INSERT INTO message_add_on_reaction VALUES(1,'👍');
CREATE TABLE message_anything_new(message_row_id INTEGER PRIMARY KEY,words TEXT,picture BLOB);
INSERT INTO message_anything_new VALUES(1,'kata baru',x'ffd8');
CREATE TABLE receipt_user(_id INTEGER PRIMARY KEY,message_row_id INTEGER,read_timestamp INTEGER);
INSERT INTO receipt_user VALUES(1,2,1756551603000);
"""


def base(folder: Path, name: str, script: str) -> FolderSource:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as made:
        made.executescript(script)
    return FolderSource(folder, name)


def everything(source: FolderSource) -> list:
    return [record for reader in the_readers(source) for record in reader.read(source)]


def test_what_a_database_says_beside_its_messages_is_kept_or_counted(tmp_path: Path) -> None:
    records = everything(base(tmp_path, "msgstore.db", TABLES + MORE))
    beside = {(one.what, one.text) for message in records if isinstance(message, Message) for one in message.beside}

    assert beside == {("quoted", "yang sudah hilang"), ("reaction", "👍"), ("anything_new", "words: kata baru")}
    assert any("receipt_user (1)" in one for one in flaws(records))


def test_what_was_sent_from_the_device_is_the_devices_where_nothing_says_its_number(tmp_path: Path) -> None:
    records = everything(base(tmp_path, "msgstore.db", TABLES))

    assert [one.sender for one in records if isinstance(one, Message)] == [
        "whatsapp:+6281200002222",
        "whatsapp:own/B-1",
    ]
    assert [one.account for one in records if isinstance(one, Account) and one.own] == ["whatsapp:own/B-1"]


def test_two_apps_of_one_phone_are_two_accounts_as_their_settings_say(tmp_path: Path) -> None:
    found = {}
    for app, number in (("com.whatsapp", "6281100001111"), ("com.whatsapp.w4b", "6281100002222")):
        settings = tmp_path / "data" / app / "shared_prefs" / f"{app}_preferences_light.xml"
        settings.parent.mkdir(parents=True)
        settings.write_text(f'<map><string name="registration_jid">{number}</string></map>', "utf-8")
        records = everything(base(tmp_path, f"data/{app}/databases/msgstore.db", TABLES))
        found[app] = (
            {one.sender for one in records if isinstance(one, Message)},
            next(one.conversation for one in records if isinstance(one, Conversation)),
        )

    assert found["com.whatsapp"][0] == {"whatsapp:+6281200002222", "whatsapp:+6281100001111"}
    assert found["com.whatsapp.w4b"][0] == {"whatsapp:+6281200002222", "whatsapp:+6281100002222"}
    assert found["com.whatsapp"][1] != found["com.whatsapp.w4b"][1]


def test_a_database_with_the_tables_of_two_readers_is_read_by_both(tmp_path: Path) -> None:
    contacts = (
        "CREATE TABLE wa_contacts(_id INTEGER PRIMARY KEY,jid TEXT,is_whatsapp_user INTEGER,number TEXT,display_name TEXT);"
        "INSERT INTO wa_contacts VALUES(1,'6281200002222@s.whatsapp.net',1,'+6281200002222','Tari');"
    )

    records = everything(base(tmp_path, "dua.db", TABLES + contacts))

    assert len([one for one in records if isinstance(one, Message)]) == 2
    assert "Tari" in [getattr(one, "name", None) for one in records]


def test_addresses_behind_words_and_who_reacted_stay_with_a_telegram_message(tmp_path: Path) -> None:
    message = {
        "id": 1,
        "type": "message",
        "date": "2025-08-30T18:01:00",
        "from": "Rudi",
        "from_id": "user7300111",
        "text": [
            "Lihat ",
            {"type": "text_link", "text": "sini", "href": "https://contoh.invalid/roti"},
            {"type": "mention_name", "text": "Tari", "user_id": 7300222},
        ],
        "reactions": [
            {"type": "emoji", "count": 1, "emoji": "👍", "recent": [{"from": "Lia", "from_id": "user7300333"}]}
        ],
        "author": "Rudi B",
    }
    whole = {"name": "Roti", "type": "private_supergroup", "id": 1700008101, "messages": [message]}

    records = read(tmp_path, "result.json", json.dumps(whole))
    [one] = [one for one in records if isinstance(one, Message)]

    assert one.text == "Lihat siniTari"
    assert {(x.what, x.account) for x in one.beside} == {
        *(("text_link", None), ("mention_name", "telegram:user7300222"), ("reaction", None)),
        *(("reaction", "telegram:user7300333"), ("author", None)),
    }


def test_a_group_that_became_a_supergroup_names_the_other(tmp_path: Path) -> None:
    def row(action: str) -> dict:
        return {
            "id": 1,
            "type": "service",
            "date": "2025-08-30T18:02:00",
            "actor": "Rudi",
            "actor_id": "user7300111",
            "action": action,
        }

    old = {"name": "Roti", "type": "private_group", "id": 7300555, "messages": [row("migrate_to_supergroup")]}
    new = {"name": "Roti", "type": "private_supergroup", "id": 1700008105, "messages": [row("migrate_from_group")]}

    records = read(tmp_path, "result.json", json.dumps({"about": "Telegram", "chats": {"list": [old, new]}}))

    assert {(one.conversation, one.moved) for one in records if isinstance(one, Conversation)} == {
        ("telegram:chat7300555", "telegram:channel1700008105"),
        ("telegram:channel1700008105", "telegram:chat7300555"),
    }


def owners(records: list) -> list[tuple[str | None, str, str]]:
    return [
        (who(one.account), one.owning.device, one.owning.by)
        for one in records
        if isinstance(one, Account) and one.owning is not None
    ]


def test_the_side_that_the_title_does_not_name_may_be_the_device(tmp_path: Path) -> None:
    text = "30/08/25, 18:00 - Rudi: pagi\n30/08/25, 18:01 - Tari: pagi juga\n30/08/25, 18:02 - Rudi: roti ada?\n"

    assert owners(read(tmp_path, "WhatsApp Chat with Rudi.txt", text)) == [("Tari", "whatsapp:own/B-1", "title")]
    assert owners(read(tmp_path, "WhatsApp Chat with Rudi.txt", text, accounts=(OWN,))) == []
    assert owners(read(tmp_path, "WhatsApp Chat with Pasar Pagi.txt", text)) == []


def test_whom_the_app_tells_that_they_deleted_a_message_may_be_the_device(tmp_path: Path) -> None:
    text = (
        "30/08/25, 18:00 - Rudi: pagi\n30/08/25, 18:01 - Tari: You deleted this message\n"
        "30/08/25, 18:02 - Sari: pagi\n30/08/25, 18:03 - Rudi: roti\n"
    )

    assert owners(read(tmp_path, "WhatsApp Chat with Pasar Pagi.txt", text)) == [
        ("Tari", "whatsapp:own/B-1", "deletion")
    ]


GROUPS = """
create table jid (_id integer primary key, user text, server text, raw_string text);
create table chat (_id integer primary key, jid_row_id integer, subject text);
create table message (_id integer primary key, chat_row_id integer, from_me integer, key_id text,
                      sender_jid_row_id integer, timestamp integer, message_type integer, text_data text);
create table group_participant_user (_id integer primary key, group_jid_row_id integer, user_jid_row_id integer);
insert into jid values (1, '628110000001', 's.whatsapp.net', null), (2, '628110000002', 's.whatsapp.net', null),
  (3, '628110000003', 's.whatsapp.net', null), (4, '1', 'g.us', null), (5, '2', 'g.us', null);
insert into chat values (1, 4, 'Satu'), (2, 5, 'Dua');
insert into group_participant_user values (1, 4, 1), (2, 4, 2), (3, 5, 1), (4, 5, 2), (5, 5, 3);
insert into message values (1, 1, 1, 'AA', 0, 1767225600000, 0, 'pagi'), (2, 1, 0, 'AB', 2, 1767225600000, 0, 'ya');
"""


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", ["whatsapp:+628110000001"] * 2),
        ("insert into message values (3, 2, 0, 'AC', 1, 1767225600000, 0, 'saya')", []),
        ("insert into chat values (3, 1, null)", []),
        ("delete from chat where _id = 2", []),
        ("delete from message where _id = 2", []),
        ("insert into jid values (6, '', '', ''); insert into group_participant_user values (6, 4, 6)", []),
    ],
    ids=["two-groups", "wrote-as-another", "has-a-chat", "one-group", "two-silent", "own-row-is-empty"],
)
def test_the_one_member_of_all_groups_may_be_the_device(tmp_path: Path, more: str, found: list[str]) -> None:
    with closing(sqlite3.connect(tmp_path / "msgstore.db")) as base:
        base.executescript(GROUPS + more)
    source = FolderSource(tmp_path, "msgstore.db")
    [(reader, _)] = claimants(source)

    assert owners(list(reader.read(source))) == [(one, "whatsapp:own/B-1", "groups") for one in found]


@pytest.mark.parametrize(
    ("title", "name"),
    [("Toko_ Jaya", "Toko: Jaya"), ("Bengkel: Maju: Jaya", "Bengkel: Maju: Jaya"), ("Toko 🌸_ Jaya", "Toko 🌸: Jaya")],
)
def test_a_colon_in_a_name_is_known_by_the_title_that_a_file_system_could_write(
    tmp_path: Path, title: str, name: str
) -> None:
    text = f"30/08/25, 18:00 - {name}: pagi\n30/08/25, 18:01 - Tari: ya\n30/08/25, 18:02 - {name}: roti 40\n"

    records = read(tmp_path, f"WhatsApp Chat with {title}.txt", text)

    assert said(records) == [(name, "text", "pagi"), ("Tari", "text", "ya"), (name, "text", "roti 40")]
    assert (kind(records), flaws(records)) == ("direct", [])


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("\u200eизображение отсутствует", "media"),
        ("\u200ePominięto obraz", "media"),
        ("\u200eتم استبعاد الصورة", "media"),
        ("\u200e画像が省略されました", "media"),
        ("\u200eСообщение было удалено", "revoked"),
        ("\u200eViesti on poistettu", "revoked"),
        ("\u200e@\u2068Rudi\u2069 jangan dihapus", "text"),
        ("\u200eroti 40 biji", "text"),
        ("изображение отсутствует", "text"),
    ],
)
def test_left_out_and_deleted_are_known_by_the_stem_of_their_verb_behind_the_mark_alone(
    tmp_path: Path, line: str, what: str
) -> None:
    text = f"[30/08/25 18.00.05] Rudi: {line}\n[30/08/25 18.00.15] Tari: ya\n[30/08/25 18.00.25] Rudi: ok\n"

    assert said(read(tmp_path, "_chat.txt", text))[0][:2] == ("Rudi", what)


def test_a_marked_file_is_one_whatever_its_name_is(tmp_path: Path) -> None:
    text = (
        "[30/08/25 18.00.05] Rudi: nota.pdf • \u200e3 pages \u200e<pièce jointe\u00a0: 00000002-nota.pdf>\n"
        "[30/08/25 18.00.15] Tari: oui\n[30/08/25 18.00.25] Rudi: lihat <nota : apa.pdf>\n"
    )

    records = read(tmp_path, "_chat.txt", text)

    assert [one.attachments[0].name for one in records if isinstance(one, Message) and one.attachments] == [
        "00000002-nota.pdf"
    ]


@pytest.mark.parametrize("left", ["a quitté le groupe", "est parti", "salió del grupo", "è uscito", "покинул группу"])
def test_who_left_is_nobody_who_speaks_where_another_line_says_the_whole_name(tmp_path: Path, left: str) -> None:
    text = (
        "30/08/25, 18:00 - Anda menambahkan Toko: Jaya\n"
        f"30/08/25, 18:01 - Toko: Jaya {left}\n30/08/25, 18:02 - Rudi: pagi\n30/08/25, 18:03 - Tari: ya\n"
    )

    assert speakers(read(tmp_path, "WhatsApp Chat with Pasar Pagi.txt", text)) == {"Rudi", "Tari"}


def test_a_stated_account_that_the_groups_contradict_is_told(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "msgstore.db")) as base:
        base.executescript(GROUPS)

    def told(account: str) -> list[str]:
        source = FolderSource(tmp_path, "msgstore.db", accounts=(account,))
        [(reader, _)] = claimants(source)
        return [one for one in flaws(list(reader.read(source))) if "see which of them" in one]

    assert told("whatsapp:+628110000001") == []
    assert len(told("whatsapp:+628110000009")) == 1


def test_a_stated_account_that_is_the_other_side_of_a_chat_is_told(tmp_path: Path) -> None:
    text = "30/08/25, 18:00 - +62 811-0000-1111: pagi\n30/08/25, 18:01 - Tari: pagi juga\n30/08/25, 18:02 - Tari: ya\n"
    name = "WhatsApp Chat with +62 811-0000-1111.txt"

    assert any(
        "another account as the device's own side" in one for one in flaws(read(tmp_path, name, text, accounts=(OWN,)))
    )
    assert flaws(read(tmp_path, name, text, accounts=("whatsapp:+6281100002222",))) == []
