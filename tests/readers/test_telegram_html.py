# SPDX-License-Identifier: Apache-2.0
"""What the reader of Telegram's web pages promises beyond the contract of all readers."""

from pathlib import Path

import pytest
from tests.readers.fixtures import DATA, Fixture, records
from tests.readers.folder_source import FolderSource

from suluh.model.talk import Conversation, Message
from suluh.readers.apps.pages import blocks
from suluh.readers.telegram_html import TelegramHtml


@pytest.fixture
def pages(tmp_path: Path) -> list[FolderSource]:
    return Fixture("telegram-html", DATA / "telegram-html" / "group").sources(tmp_path)


def test_the_pages_of_one_folder_are_one_chat(pages: list[FolderSource]) -> None:
    told = [one for page in pages for one in records(page)]

    assert len({one.conversation for one in told if isinstance(one, Message | Conversation)}) == 1


def test_a_joined_message_takes_the_sender_before_it_and_none_where_there_is_none(pages: list[FolderSource]) -> None:
    first, second = ([one for one in records(page) if isinstance(one, Message)] for page in pages)

    assert [one.sender for one in first if one.text == "masih ada"] == [first[1].sender]
    assert [one.sender for one in second if one.text == "siapa ini"] == [None]


def test_a_sign_that_is_cut_between_two_pieces_is_one(tmp_path: Path) -> None:
    text = "é" * 70_000 + "🔥"
    (tmp_path / "messages.html").write_text(f'<div class="message default" id="message1">{text}</div>', "utf-8")

    with (tmp_path / "messages.html").open("rb") as file:
        [block] = blocks(file)

    assert block.text() == text


def test_lists_of_the_export_are_no_chats(tmp_path: Path) -> None:
    (tmp_path / "contacts.html").write_text(
        '<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap">'
        '<div class="page_body list_page"><div class="entry clearfix">x</div></div></div></body></html>',
        "utf-8",
    )

    assert TelegramHtml().claims(FolderSource(tmp_path, "contacts.html")) is None


def test_a_joined_message_after_a_blank_name_is_nobodys(tmp_path: Path) -> None:
    one = '<div class="message default clearfix{more}" id="message{n}"><div class="body">{name}'
    one += '<div class="text">{n}</div></div></div>'
    shown = '<div class="from_name">{}</div>'
    page = "".join(
        one.format(n=n, name="" if name is None else shown.format(name), more=" joined" if name is None else "")
        for n, name in enumerate(("Ani", "", None), 1)
    )
    (tmp_path / "messages.html").write_text(page, "utf-8")

    found = TelegramHtml().read(FolderSource(tmp_path, "messages.html"))

    assert [bool(one.sender) for one in found if isinstance(one, Message)] == [True, False, False]
