# SPDX-License-Identifier: Apache-2.0
"""Exports and downloads of chat apps: whose words they are, when they were said, and what is no export."""

import json
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Account, Conversation, Message
from suluh.readers.claim import claimants
from suluh.readers.known import what_is


def _read(folder: Path, name: str, text: str) -> list[object]:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    source = FolderSource(folder, name)
    [(reader, _)] = claimants(source)
    return list(reader.read(source))


def _said(records: list[object]) -> list[tuple[str | None, str]]:
    names = {one.account: one.names[0] for one in records if isinstance(one, Account) and one.names}
    return [(names.get(one.sender or "", one.sender), one.text) for one in records if isinstance(one, Message)]


KAKAO = "Rina 님과 카카오톡 대화\n저장한 날짜 : 2025-08-30 18:30:00\n\n"


def test_a_day_in_a_message_of_kakaotalk_is_its_own_words(tmp_path: Path) -> None:
    day = "--------------- 2025년 8월 30일 토요일 ---------------\n"
    text = f"{KAKAO}{day}[Rina] [오후 6:01] 언제\n2025년 9월 1일\n그날\n{day}[[점장] Budi] [오전 12:02] 네\n"

    records = _read(tmp_path, "k.txt", text)

    assert _said(records)[1:] == [("Rina", "언제\n2025년 9월 1일\n그날"), ("[점장] Budi", "네")]
    times = [one.sent.local for one in records if isinstance(one, Message) and one.sent]
    assert times == ["2025-08-30T18:01", "2025-08-30T00:02"]


def test_a_file_and_a_word_for_a_picture_of_kakaotalk_are_files(tmp_path: Path) -> None:
    day = "--------------- 2025년 8월 30일 토요일 ---------------\n"

    records = _read(tmp_path, "k.txt", f"{KAKAO}{day}[R] [오후 6:01] 사진 2장\n[R] [오후 6:02] 파일: harga.pdf\n")

    files = [[(file.state, file.name) for file in one.attachments] for one in records if isinstance(one, Message)]
    assert files == [[], [("omitted", None)], [("named", "harga.pdf")]]


def test_the_side_of_the_phone_is_the_device_in_a_mail_of_viber(tmp_path: Path) -> None:
    text = '13/08/2025,18:01:05,"Rina, toko",+6281200001111,halo, apa\nkabar\n13/08/2025,18:02:00,Me,,baik\n'

    records = _read(tmp_path, "Rina.csv", text)

    assert _said(records) == [("Rina, toko", "halo, apa\nkabar"), ("viber:own/B-1", "baik")]
    assert next(one.account for one in records if isinstance(one, Account)) == "viber:+6281200001111"


def test_day_and_month_of_a_mail_of_viber_stay_open_where_nothing_tells(tmp_path: Path) -> None:
    records = _read(tmp_path, "Rina.csv", "03/04/2025,18:01:05,Rina,+6281200001111,halo\n")

    [message] = [one for one in records if isinstance(one, Message)]
    assert (message.sent.written, message.sent.local) == ("03/04/2025 18:01:05", None)
    assert "day and month cannot be told apart" in next(one.reason for one in records if isinstance(one, Flaw))


def test_who_holds_a_download_of_tiktok_is_the_devices_own_account(tmp_path: Path) -> None:
    chat = {"Chat History with rina:": [{"Date": "2025-08-30 11:01:00", "From": "andi", "Content": "a"}]}
    about = {"Profile": {"Profile Info": {"ProfileMap": {"userName": "andi"}}}, "Direct Message": {"ChatHistory": chat}}

    records = _read(tmp_path, "user_data.json", json.dumps(about))

    assert [one.account for one in records if isinstance(one, Account) and one.own] == ["tiktok:andi"]
    [found] = [one for one in records if isinstance(one, Conversation)]
    assert (found.kind, found.members) == ("direct", ("tiktok:andi", "tiktok:rina"))


def test_a_download_of_discord_says_that_it_holds_one_side_alone(tmp_path: Path) -> None:
    said = [{"ID": 1411000000000000001, "Timestamp": "2025-08-30 11:01:00", "Contents": "a", "Attachments": ""}]

    records = _read(tmp_path, "c1/messages.json", json.dumps(said))

    assert [one.sender for one in records if isinstance(one, Message)] == ["discord:own/B-1"]
    assert any("its own words alone" in one.reason for one in records if isinstance(one, Flaw))


def test_a_channel_of_discord_that_says_another_count_is_told(tmp_path: Path) -> None:
    text = '{"guild": {"id": "0"}, "channel": {"id": "5", "type": "DirectTextChat"}, "messages": [], "messageCount": 3}'

    records = _read(tmp_path, "c.json", text)

    assert [one.reason for one in records if isinstance(one, Flaw)] == [
        "the file says that it holds 3 messages, 0 were read"
    ]


def test_an_old_list_of_snapchat_names_the_other_side_of_what_was_sent(tmp_path: Path) -> None:
    sent = {"To": "rina", "Media Type": "TEXT", "Created": "2021-08-30 11:02:00 UTC", "Text": "ya"}

    records = _read(tmp_path, "chat_history.json", json.dumps({"Sent Saved Chat History": [sent]}))

    [found] = [one for one in records if isinstance(one, Conversation)]
    assert (found.title, found.members) == ("rina", ("snapchat:rina", "snapchat:own/B-1"))


def test_a_gone_account_of_a_page_of_facebook_is_nobody(tmp_path: Path) -> None:
    block = '<div class="pam _a6-g"><div class="_a6-h">{who}</div><div class="_a6-p"><div>{said}</div></div></div>'
    page = "<html><body>" + block.format(who="Facebook user", said="a") + block.format(who="Rina", said="b") + "</body>"

    records = _read(tmp_path, "messages/inbox/x/message_1.html", page)

    assert _said(records) == [(None, "a"), ("Rina", "b")]


@pytest.mark.parametrize("path", ["posts/your_posts_1.html", "likes.html"])
def test_other_pages_of_a_download_are_no_conversation(path: str, tmp_path: Path) -> None:
    page = (
        '<html><body><div class="pam _a6-g"><div class="_a6-h">Rina</div><div class="_a6-p">a</div></div></body></html>'
    )
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text(page, "utf-8")
    source = FolderSource(tmp_path, path)

    assert claimants(source) == ()
    assert "as a web page" in (what_is(source) or "")


def test_lines_copied_out_of_telegram_say_who_and_that_a_copy_can_be_changed(tmp_path: Path) -> None:
    text = "Budi, [30.08.2025 18:00]\nhalo\nAni, [bukan waktu]\n\nAni, [30.08.2025 18:01]\n[In reply to Budi]\nya\n"

    records = _read(tmp_path, "salinan.txt", text)

    assert _said(records) == [("Budi", "halo\nAni, [bukan waktu]"), ("Ani", "ya")]
    assert "changed by hand" in next(one.reason for one in records if isinstance(one, Flaw))


LINE = "2025.05.15 Kamis\n08:35 Rina halo\n08:36 {one} ya\n08:37 {two} oke\n08:38 {three} besok\n08:39 Rina sip\n"


def test_a_group_of_line_for_computers_is_read_by_nobody(tmp_path: Path) -> None:
    text = LINE.format(one="Andi", two="Citra", three="Doni")
    (tmp_path / "[LINE]Rina.txt").write_text(text, "utf-8")
    source = FolderSource(tmp_path, "[LINE]Rina.txt")

    assert claimants(source) == ()
    assert "where nothing parts names from texts" in (what_is(source) or "")


def test_a_name_of_two_words_is_known_by_what_all_other_lines_begin_with(tmp_path: Path) -> None:
    records = _read(tmp_path, "[LINE]Rina.txt", LINE.format(one="Andi Uji", two="Andi Uji", three="Andi Uji"))

    names = [name for name, _ in _said(records)]
    assert names == [None, "Rina", "Andi Uji", "Andi Uji", "Andi Uji", "Rina"]


def test_a_table_of_kakaotalk_without_quotes_is_read_where_korean_speaks_for_it(tmp_path: Path) -> None:
    rows = "Date,User,Message\n2024-06-01 10:02:00,Tari,{}\n2024-06-01 10:03:00,Rudi,ya\n"

    assert _said(_read(tmp_path, "k.csv", rows.format("안녕하세요")))[1:] == [("Tari", "안녕하세요"), ("Rudi", "ya")]
    (tmp_path / "log.csv").write_text(rows.format("started"), "utf-8")
    assert claimants(FolderSource(tmp_path, "log.csv")) == ()


def test_a_table_of_kakaotalk_without_quotes_says_what_a_line_break_can_do(tmp_path: Path) -> None:
    rows = (
        "Date,User,Message\n2024-06-01 10:01:00,Tari,halo\n2024-06-01 10:02:00,Tari,안녕, 네\n"
        "2024-06-01 10:03:00,Rudi,palsu?\n"
    )

    records = _read(tmp_path, "k.csv", rows)

    assert _said(records)[1:] == [("Tari", "halo"), ("Tari", "안녕, 네"), ("Rudi", "palsu?")]
    assert "no quotes stand around its cells: a row may be the second line of a message" in [
        one.reason for one in records if isinstance(one, Flaw)
    ]


def test_a_quotation_mark_that_nobody_closes_gives_nobody_the_words_of_others(tmp_path: Path) -> None:
    rows = (
        "Date,User,Message\n2024-06-01 10:01:00,Tari,halo\n"
        '2024-06-01 10:02:00,Tari,"안녕\n2024-06-01 10:03:00,Rudi,ini saya\n2024-06-01 10:04:00,Rudi,ya\n'
    )

    records = _read(tmp_path, "k.csv", rows)

    assert _said(records)[1:] == [("Tari", "halo")]
    assert any("not closed" in one.reason and "ini saya" in (one.raw or "") for one in records if isinstance(one, Flaw))


def test_a_chat_of_kakaotalk_with_oneself_is_read(tmp_path: Path) -> None:
    head = "나와의 채팅\n저장한 날짜 : 2026-05-06 10:30:00\n\n2026년 5월 5일 화요일\n"
    lines = "2026년 5월 5일 오후 1:20, Tari : 안녕하세요\n2026년 5월 5일 오후 1:22, Tari : 네\n"

    assert [one for one in _said(_read(tmp_path, "k.txt", head + lines)) if one[0]] == [
        ("Tari", "안녕하세요"),
        ("Tari", "네"),
    ]


@pytest.mark.parametrize(
    "row", ['"{at}","{who}","{text}', '{at},"{who}","{text}', "{at},{who},{text}", "{at} {who} {text}"]
)
def test_a_line_that_begins_with_a_time_is_in_nobodys_words(row: str, tmp_path: Path) -> None:
    """Whatever stands behind the time: rows that an open quotation mark joins are told and not read."""
    joined = row.format(at="2024-06-01 10:03:00", who="Rudi", text="ini saya")
    text = f'Date,User,Message\n2024-06-01 10:01:00,"Tari","halo"\n2024-06-01 10:02:00,"Tari","hai\n{joined}\n'

    records = _read(tmp_path, "k.csv", text)

    assert [words for name, words in _said(records) if name] == ["halo"]
    assert "a quotation mark that is not closed joins rows: none of them is read" in [
        one.reason for one in records if isinstance(one, Flaw)
    ]


def test_an_open_quotation_mark_in_a_table_of_discord_gives_nobody_the_words_of_others(tmp_path: Path) -> None:
    row = '"{who}","{name}","2025-08-30T18:0{n}:00.0000000+07:00","{text}{end},"",""\n'
    text = "AuthorID,Author,Date,Content,Attachments,Reactions\n"
    rina, andi = "100000000000000777", "100000000000000999"
    text += row.format(who=rina, name="rina", n=1, text="halo", end='"')
    text += row.format(who=rina, name="rina", n=2, text="dua", end="")
    text += row.format(who=andi, name="andi", n=3, text="ini saya", end='"')

    records = _read(tmp_path, "rina [1].csv", text)

    assert [one.text for one in records if isinstance(one, Message) and one.sender] == ["halo"]
    assert any("joins rows" in one.reason for one in records if isinstance(one, Flaw))
