# SPDX-License-Identifier: Apache-2.0
"""What the reader of a mobile forensic report promises beyond the contract of all readers."""

from pathlib import Path

from tests.readers.fixtures import DATA, Fixture, records
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Conversation, Message
from suluh.readers.ufdr_report import UfdrReport


def _read(name: str, folder: Path) -> list:
    [source] = Fixture("ufdr-report", DATA / "ufdr-report" / name).sources(folder)
    return records(source)


def test_what_the_tool_recovered_says_so_and_an_empty_sender_is_nobody(tmp_path: Path) -> None:
    said = {one.text: one for one in _read("made-up", tmp_path) if isinstance(one, Message)}

    assert [one.text for one in said["mau"].beside] == ["Deleted"]
    assert said["siapa"].sender is None


def test_messages_of_a_report_that_breaks_off_stand_in_their_chat(tmp_path: Path) -> None:
    found = _read("cut-off", tmp_path)

    chats = {one.conversation for one in found if isinstance(one, Conversation)}
    assert {one.conversation for one in found if isinstance(one, Message)} == chats
    assert any("breaks off" in one.reason for one in found if isinstance(one, Flaw))


def test_a_report_that_declares_entities_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report.xml").write_text(
        '<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "x">]><project xmlns="http://pa.cellebrite.com/report/2.0"/>'
    )

    found = list(UfdrReport().read(FolderSource(tmp_path, "report.xml")))

    assert [type(one) for one in found] == [Flaw]


def test_a_report_of_many_messages_is_read_as_a_stream(tmp_path: Path) -> None:
    head = '<project xmlns="http://pa.cellebrite.com/report/2.0"><modelType type="Chat"><model type="Chat" id="c">'
    one = '<model type="InstantMessage" id="{n}"><field name="Body" type="String"><value>halo</value></field></model>'
    with (tmp_path / "report.xml").open("w", encoding="utf-8") as file:
        file.write(head + '<multiModelField name="Messages" type="InstantMessage">')
        file.writelines(one.format(n=n) for n in range(20_000))
        file.write("</multiModelField></model></modelType></project>")

    number = sum(isinstance(one, Message) for one in UfdrReport().read(FolderSource(tmp_path, "report.xml")))

    assert number == 20_000
