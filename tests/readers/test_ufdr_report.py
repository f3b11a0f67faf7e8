# SPDX-License-Identifier: Apache-2.0
"""What the reader of a mobile forensic report promises beyond the contract of all readers."""

from pathlib import Path

from tests.readers.fixtures import DATA, Fixture, records
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Account, Conversation, Message
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


HEAD = '<project xmlns="http://pa.cellebrite.com/report/2.0"><modelType type="Chat">'
BODY = '<field name="Body" type="String"><value>{}</value></field>'


def _party(under: str, number: str, owner: str) -> str:
    return (
        f'<multiModelField name="{under}" type="Party"><model type="Party"><field name="Identifier" type="String">'
        f'<value>{number}</value></field><field name="IsPhoneOwner" type="Boolean"><value>{owner}</value></field>'
        "</model></multiModelField>"
    )


def test_messages_of_chats_without_ids_are_kept_and_a_quoted_one_stands_beside(tmp_path: Path) -> None:
    quoted = f'<model type="InstantMessage">{BODY.format("lama")}</model>'
    said = (
        f'<multiModelField name="Messages" type="InstantMessage"><model type="InstantMessage">{BODY.format("halo")}'
        f'<modelField name="Extra" type="ReplyMessageData"><model type="ReplyMessageData"><modelField name="Quoted" '
        f'type="InstantMessage">{quoted}</modelField></model></modelField></model></multiModelField>'
    )
    text = f'{HEAD}<model type="Chat">{said}</model><model type="Chat">{said}</model></modelType></project>'
    (tmp_path / "report.xml").write_text(text, "utf-8")

    found = [one for one in UfdrReport().read(FolderSource(tmp_path, "report.xml")) if isinstance(one, Message)]

    assert [(one.text, [part.text for part in one.beside]) for one in found] == [("halo", ["lama"])] * 2
    assert len({one.conversation for one in found}) == 2


def test_two_own_numbers_are_two_own_accounts_each_in_its_chat(tmp_path: Path) -> None:
    chats = "".join(
        f'<model type="Chat" id="{n}">{_party("Participants", f"62811000000{n}", "True")}'
        f"{_party('Participants', '628120000009', 'False')}</model>"
        for n in (1, 2)
    )
    (tmp_path / "report.xml").write_text(f"{HEAD}{chats}</modelType></project>", "utf-8")

    found = list(UfdrReport().read(FolderSource(tmp_path, "report.xml")))

    own = [one.account for one in found if isinstance(one, Account) and one.own]
    assert own == ["phone:+628110000001", "phone:+628110000002"]
    assert len({one.conversation for one in found if isinstance(one, Conversation)}) == len(own)
    assert [one.members for one in found if isinstance(one, Conversation)] == [
        (account, "phone:+628120000009") for account in own
    ]
