# SPDX-License-Identifier: Apache-2.0
"""Backups as XML and as vCard: signs in two halves, cards that break off."""

import time
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Account, Contact, Message
from suluh.readers.contacts_vcard import ContactsVcard
from suluh.readers.sms_backup import _BEGINS, SmsBackup


def test_a_sign_in_two_halves_is_one_and_half_a_sign_is_counted(tmp_path: Path) -> None:
    line = '<sms address="3300" date="1767225600000" type="1" body="{}" />\n'
    text = "<smses>\n" + line.format("&#55357;&#56613;") + line.format("a&#55357;") + line.format("ya") + "</smses>\n"
    (tmp_path / "sms.xml").write_text(text, "utf-8")

    found = list(SmsBackup().read(FolderSource(tmp_path, "sms.xml")))

    assert [one.text for one in found if isinstance(one, Message)] == ["\U0001f525", "a\ufffd", "ya"]
    assert any("only one half was written" in one.reason for one in found if isinstance(one, Flaw))


def test_a_backup_that_declares_entities_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sms.xml").write_text('<!DOCTYPE smses [<!ENTITY a "x">]>\n<smses><sms body="&a;"/></smses>', "utf-8")

    found = list(SmsBackup().read(FolderSource(tmp_path, "sms.xml")))

    assert [one for one in found if isinstance(one, Message)] == []
    assert any("declares entities" in one.reason for one in found if isinstance(one, Flaw))


def test_a_card_that_breaks_off_is_told_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "a.vcf").write_text("BEGIN:VCARD\nFN:Budi Uji\nTEL:0812-0000-0002\n", "utf-8")

    found = [one for one in ContactsVcard().read(FolderSource(tmp_path, "a.vcf")) if isinstance(one, Contact)]

    assert [(one.name, one.account) for one in found] == [("Budi Uji", "phone:+6281200000002")]


@pytest.mark.parametrize("piece", ["<!-- a -->", "<?a ?>", "<!-- a -->\n"])
def test_many_comments_before_the_root_are_passed_over_in_one_go(piece: str) -> None:
    start = time.process_time()

    assert _BEGINS.match((piece * 5_000).encode()) is None
    assert _BEGINS.match((piece * 5_000 + "<smses>").encode())
    assert time.process_time() - start < 1


def test_a_card_of_a_firm_has_its_number_and_a_card_without_a_name_a_sighting(tmp_path: Path) -> None:
    cards = ("ORG:Toko Uji;\nTEL:0812-0000-0002", "TEL:0812-0000-0003")
    text = "".join(f"BEGIN:VCARD\n{one}\nEND:VCARD\n" for one in cards)
    (tmp_path / "a.vcf").write_text(text, "utf-8")

    found = list(ContactsVcard().read(FolderSource(tmp_path, "a.vcf")))

    assert [(one.name, one.account) for one in found if isinstance(one, Contact)] == [
        ("Toko Uji", "phone:+6281200000002")
    ]
    assert [one.account for one in found if isinstance(one, Account)] == ["phone:+6281200000003"]
