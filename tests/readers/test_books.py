# SPDX-License-Identifier: Apache-2.0
"""Address books and MMS of Android: rows in any order, and all who received a message."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.readers.folder_source import FolderSource

from suluh.model.talk import Contact, Conversation, Message
from suluh.readers.contacts_android import ContactsAndroid
from suluh.readers.sms_android import SmsAndroid

BOOK = """
create table raw_contacts (_id integer primary key, display_name text, deleted integer);
create table mimetypes (_id integer primary key, mimetype text);
create table data (_id integer primary key, raw_contact_id integer, mimetype_id integer, data1 text);
insert into raw_contacts values (1, null, 0);
insert into mimetypes values (1, 'vnd.android.cursor.item/phone_v2'), (2, 'vnd.android.cursor.item/name');
insert into data values (1, 1, 1, '0812-0000-0002'), (2, 1, 2, 'Budi Uji');
"""
GROUP = """
create table sms (_id integer primary key, thread_id integer, address text, body text);
create table threads (_id integer primary key, recipient_ids text);
create table pdu (_id integer primary key, thread_id integer, date integer, msg_box integer, sub text, m_id text);
create table addr (_id integer primary key, msg_id integer, address text, type integer);
insert into pdu values (1, 7, 1767225600, 2, 'halo', 'a');
insert into addr values (1, 1, 'insert-address-token', 137), (2, 1, '081200000002', 151), (3, 1, '081200000003', 151);
"""


def _source(folder: Path, script: str) -> FolderSource:
    with closing(sqlite3.connect(folder / "a.db")) as base:
        base.executescript(script)
    return FolderSource(folder, "a.db")


def test_a_number_whose_row_stands_before_that_of_its_name_has_the_name(tmp_path: Path) -> None:
    found = ContactsAndroid().read(_source(tmp_path, BOOK))

    assert [(one.name, one.account) for one in found if isinstance(one, Contact)] == [
        ("Budi Uji", "phone:+6281200000002")
    ]


def test_an_mms_to_several_without_its_thread_is_said_in_a_group_of_all(tmp_path: Path) -> None:
    found = list(SmsAndroid().read(_source(tmp_path, GROUP)))

    [chat] = [one for one in found if isinstance(one, Conversation)]
    assert (chat.kind, len(chat.members)) == ("group", 3)
    assert [one.conversation for one in found if isinstance(one, Message)] == [chat.conversation]
