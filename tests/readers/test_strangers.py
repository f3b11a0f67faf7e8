# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501, RUF001 # lines are shown as they are written
"""Chats and exports made after public bug reports by somebody who had not seen the readers."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Account, Conversation, Message
from suluh.readers.claim import claimants
from suluh.readers.known import NOT_YET, what_is

L = "\u200e"


def _read(folder: Path, name: str, text: str) -> list[object]:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    source = FolderSource(folder, name)
    [(reader, _)] = claimants(source)
    return list(reader.read(source))


def _said(records: list[object]) -> list[tuple[str | None, str]]:
    """Who said what, by the name alone."""
    names = {one.account: one.names[0] for one in records if isinstance(one, Account) and one.names}
    return [(names.get(one.sender or "", one.sender), one.text) for one in records if isinstance(one, Message)]


def _reasons(records: list[object]) -> str:
    return "\n".join(one.reason for one in records if isinstance(one, Flaw))


MEMBER = """14/02/2024, 12:00 - Santo created group "Info: Jual Beli"
14/02/2024, 12:01 - Santo added Tini and Toko: Makmur
14/02/2024, 12:02 - Toko: Makmur: halo semua
14/02/2024, 12:04 - Toko: Makmur changed their phone number to a new number. Tap to message or add the new number.
14/02/2024, 12:05 - Santo: ok: siap
14/02/2024, 12:06 - Toko: Makmur: kasur: 200rb
"""


def test_a_name_with_a_colon_is_known_from_who_was_added(tmp_path: Path) -> None:
    records = _read(tmp_path, "WhatsApp Chat with Info_ Jual Beli.txt", MEMBER)

    said = [one for one in _said(records) if one[0]]
    assert said == [("Toko: Makmur", "halo semua"), ("Santo", "ok: siap"), ("Toko: Makmur", "kasur: 200rb")]


def test_a_name_that_may_go_on_is_told_though_one_line_does_not(tmp_path: Path) -> None:
    lines = "".join(f"14/02/2024, 12:0{n} - Toko: Makmur: hari {n}\n" for n in range(2))

    records = _read(tmp_path, "WhatsApp Chat with Grup.txt", lines + "14/02/2024, 12:05 - Toko: sudah\n")

    assert "goes on with words and a further colon" in _reasons(records)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Budi", "besok <Сообщение изменено>"),
        ("Budi", "besok <यह मैसेज संपादित किया गया>"),
    ],
)
def test_an_edited_text_is_known_by_the_stem_of_the_word(name: str, words: str, tmp_path: Path) -> None:
    records = _read(tmp_path, f"WhatsApp Chat with {name}.txt", f"14/02/2024, 12:00 - {name}: {words}\n")

    [message] = [one for one in records if isinstance(one, Message)]
    assert (message.text, message.edited) == ("besok", True)


def test_on_an_iphone_the_mark_tells_that_a_text_was_edited(tmp_path: Path) -> None:
    text = f"[14.05.23, 10:04:00] Petra: ab 17 Uhr {L}<Diese Nachricht wurde bearbeitet.>\n[14.05.23, 10:05:00] Petra: {L}<a: b>\n"

    first, _ = [one for one in _read(tmp_path, "_chat.txt", text) if isinstance(one, Message)]

    assert (first.text, first.edited) == ("ab 17 Uhr", True)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Чат WhatsApp с контактом Олег Мастер.txt", "Олег Мастер"),
        ("지수와 나눈 WhatsApp 대화.txt", "지수"),
        ("WhatsApp rozhovor Lenka.txt", "Lenka"),
    ],
)
def test_the_title_is_the_author_with_whom_the_file_begins_or_ends(name: str, title: str, tmp_path: Path) -> None:
    text = f"14/02/2024, 12:00 - {title}: satu\n14/02/2024, 12:01 - Ani: dua\n"

    records = _read(tmp_path, name, text)

    [chat] = [one for one in records if isinstance(one, Conversation)]
    own = [one.names for one in records if isinstance(one, Account) and one.owning]
    assert (chat.kind, chat.title, own) == ("direct", title, [("Ani",)])


@pytest.mark.parametrize(
    "words", ["訊息和通話經端對端加密。只有此對話中的人可以閱讀。", "Xyz qrst uvw, abc def ghi jkl."]
)
def test_the_opening_line_of_an_iphone_is_nobodys_in_any_language(words: str, tmp_path: Path) -> None:
    text = f"[14/05/23, 10:00:00] 林店: {L}{words}\n[14/05/23, 10:00:01] 林店: a\n[14/05/23, 10:00:02] 阿美: {L}b, c\n"

    records = _read(tmp_path, "WhatsApp Chat - 林店/_chat.txt", text)

    assert [sender for sender, _ in _said(records)] == [None, "林店", "阿美"]


def test_signs_of_two_own_sides_leave_the_own_side_open(tmp_path: Path) -> None:
    text = (
        "14/02/2024, 12:00 - Budi: a\n14/02/2024, 12:01 - Ani: b\n14/02/2024, 12:02 - Budi: You deleted this message\n"
    )

    records = _read(tmp_path, "WhatsApp Chat with Budi.txt", text)

    assert [one for one in records if isinstance(one, Account) and (one.own or one.owning)] == []
    assert "whose phone it was stays open" in _reasons(records)


def test_a_log_is_no_chat_of_signal(tmp_path: Path) -> None:
    lines = [f"[2025-08-30, 18:00:{n:02}] {who}: lease {n}\n" for n in range(9) for who in ("dhcpd", "kernel")]
    (tmp_path / "syslog").write_text("".join(lines), "utf-8")

    assert claimants(FolderSource(tmp_path, "syslog")) == ()


def test_a_chat_of_signal_is_read_without_the_comma_as_well(tmp_path: Path) -> None:
    records = _read(tmp_path, "Tia/chat.md", "[2024-09-09 09:00] Tia: halo: apa\n[2024-09-09 09:01] Me: baik\nsekali\n")

    assert _said(records) == [("Tia", "halo: apa"), ("signal:own/B-1", "baik\nsekali")]


TOLD = {
    "messages of Google Chat, 1 record": '{"messages": [{"creator": {"name": "B"}, "created_date": "x", "text": "a"}]}',
    "conversations of Skype, 1 record": '{"userId": "x", "conversations": [{"MessageList": [{"originalarrivaltime": "x"}]}]}',
    "a channel of Discord, 1 record": '{"guild": {"id": "1"}, "channel": {"id": "2"}, "messages": [{"timestampEdited": null}]}',
    "a channel of Discord as text, 1 record": "=" * 60 + "\nGuild: Kelas\n\n[30/08/2025 18:00] budi\nhalo\n",
    "chats of Snapchat, 1 record": '{"ani": [{"From": "ani", "Media Type": "TEXT"}]}',
    "direct messages of TikTok, 1 record": '{"Direct Messages": {"Chat History with ani:": [{"Content": "halo"}]}}',
    "texts of Google Voice, 1 record": '<html><div class="hChatLog hfeed"><div class="message">a</div></div></html>',
    "messages of Teams, 1 record": '{"value": [{"messageType": "message", "createdDateTime": "x"}]}',
    "a channel of Slack, 1 record": '[{"type": "message", "ts": "1724990400.000100", "text": "a"}]',
    "conversations of Instagram, of a download before 2020, 1 record": '[{"participants": ["a", "b"], "conversation": [{"created_at": "x"}]}]',
    "a chat of Viber, 2 records": "30/08/2025,18:00:05,Budi,+62812,halo\n30/08/2025,18:01:05,Me,,ya\n",
    "a chat as programs for WeChat and QQ write it, 2 records": "2025-08-30 18:00:05 阿林\n你好\n\n2025-08-30 18:00:55 小美\n好\n",
    "a chat of LINE as its program for computers writes it, where nothing parts names from texts, 2 records": "2025.08.29 Friday\n09:00 Cici pagi\n09:01 Doni ya\n",
    "a chat of Zoom, 1 record": "18:00:05\t From Budi to Everyone:\n\thalo\n",
    "lines copied out of Telegram, 2 records": "Budi, [30.08.2025 18:00]\nhalo\n\nAni, [30.08.2025 18:01]\nya\n",
}


@pytest.mark.parametrize("what", sorted(TOLD))
def test_a_download_that_nobody_reads_says_what_it_is_and_how_much(what: str, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text(TOLD[what], "utf-8")
    source = FolderSource(tmp_path, "berkas")

    assert claimants(source) == ()
    assert what_is(source) == f"{what}: {NOT_YET}"
