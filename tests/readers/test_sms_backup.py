# SPDX-License-Identifier: Apache-2.0
"""Backups as XML and as vCard: signs in two halves, cards that break off."""

from pathlib import Path

from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Contact, Message
from suluh.readers.contacts_vcard import ContactsVcard
from suluh.readers.sms_backup import SmsBackup


def test_a_sign_in_two_halves_is_one_and_half_a_sign_ends_the_reading(tmp_path: Path) -> None:
    line = '<sms address="3300" date="1767225600000" type="1" body="{}" />\n'
    text = "<smses>\n" + line.format("&#55357;&#56613;") + line.format("&#55357;") + "</smses>\n"
    (tmp_path / "sms.xml").write_text(text, "utf-8")

    found = list(SmsBackup().read(FolderSource(tmp_path, "sms.xml")))

    assert [one.text for one in found if isinstance(one, Message)] == ["\U0001f525"]
    assert any("breaks off in line 3" in one.reason for one in found if isinstance(one, Flaw))


def test_a_backup_that_declares_entities_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sms.xml").write_text('<!DOCTYPE smses [<!ENTITY a "x">]>\n<smses><sms body="&a;"/></smses>', "utf-8")

    found = list(SmsBackup().read(FolderSource(tmp_path, "sms.xml")))

    assert [one for one in found if isinstance(one, Message)] == []
    assert any("declares entities" in one.reason for one in found if isinstance(one, Flaw))


def test_a_card_that_breaks_off_is_told_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "a.vcf").write_text("BEGIN:VCARD\nFN:Budi Uji\nTEL:0812-0000-0002\n", "utf-8")

    found = [one for one in ContactsVcard().read(FolderSource(tmp_path, "a.vcf")) if isinstance(one, Contact)]

    assert [(one.name, one.account) for one in found] == [("Budi Uji", "phone:+6281200000002")]
