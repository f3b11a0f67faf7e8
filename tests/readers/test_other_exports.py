# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: RUF001 # words of other scripts
"""Exports of other apps in other languages, with keys in another order, times in other units, and broken signs."""

import json
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.case.jobs.read import SILENT, work
from suluh.desk.languages import Language
from suluh.model.intake import Flaw
from suluh.model.talk import Message
from suluh.readers.claim import claimants
from suluh.readers.exported.rooms import WORDLESS
from suluh.readers.exported.text_export import NO_MESSAGE


def _read(folder: Path, name: str, raw: bytes) -> tuple[list[Message], list[str]]:
    (folder / name).write_bytes(raw)
    source = FolderSource(folder, name)
    [(reader, _)] = claimants(source)
    records = list(reader.read(source))
    return [one for one in records if isinstance(one, Message)], [
        one.reason for one in records if isinstance(one, Flaw)
    ]


def _of_google(folder: Path, date: str, **more: str) -> Message:
    creator = {"name": "Ani", "email": "ani@contoh.invalid", "user_type": "Human"}
    one = {**more, "creator": creator, "created_date": date, "text": "halo", "topic_id": "t", "message_id": "s/t/1"}
    [message], _ = _read(folder, "messages.json", json.dumps({"messages": [one]}, ensure_ascii=False).encode())
    return message


@pytest.mark.parametrize(
    "date",
    [
        "Saturday, August 30, 2025 at 1:01:05\u202fPM UTC",
        "Sabtu, 30 Agustus 2025 pukul 13.01.05 UTC",
        "Sabtu, 30 Ogos 2025 pada 1:01:05 PTG UTC",
        "Samstag, 30. August 2025 um 13:01:05 UTC",
        "sábado, 30 de agosto de 2025, 1:01:05 p.\u00a0m. UTC",
        "sábado, 30 de agosto de 2025 às 13:01:05 UTC",
        "samedi 30 août 2025 à 13:01:05 UTC",
        "sabato 30 agosto 2025 13:01:05 UTC",
        "zaterdag 30 augustus 2025 om 13:01:05 UTC",
        "30 Ağustos 2025 Cumartesi 13:01:05 UTC",
        "суббота, 30 августа 2025 г. в 13:01:05 UTC",
        "sobota, 30 sierpnia 2025 13:01:05 UTC",
        "2025年8月30日土曜日 13:01:05 UTC",
        "2025年8月30日星期六 下午1:01:05 UTC",
        "2025년 8월 30일 토요일 오후 1시 1분 5초 UTC",
        "13:01:05 UTC Thứ Bảy, 30 tháng 8, 2025",
        "วันเสาร์ที่ 30 สิงหาคม พ.ศ. 2568 เวลา 13:01:05 UTC",
        "السبت، 30 أغسطس 2025 1:01:05 م UTC",
        "शनिवार, 30 अगस्त 2025 को 1:01:05 pm UTC",
    ],
)
def test_a_date_of_google_chat_is_read_in_many_languages(date: str, tmp_path: Path) -> None:
    sent = _of_google(tmp_path, date).sent

    assert sent is not None
    assert (sent.at, sent.written) == ("2025-08-30T13:01:05Z", date)


@pytest.mark.parametrize(
    "date",
    [
        "Saturday, August 30, 2025 at 1:01:05 XQ UTC",
        "zz 30 nomonth 2025 13:01:05 UTC",
        "Saturday, August 30, 2025 at 13:01:05",
        "mar, 30 agosto 2025 13:01:05 UTC",
    ],
)
def test_a_date_that_is_not_understood_stays_as_written(date: str, tmp_path: Path) -> None:
    sent = _of_google(tmp_path, date).sent

    assert sent is not None
    assert (sent.at, sent.local, sent.written) == (None, None, date)


def test_the_keys_of_google_chat_may_stand_in_any_order(tmp_path: Path) -> None:
    message = _of_google(tmp_path, "Saturday, August 30, 2025 at 1:01:05 PM UTC", quoted="x")

    assert (message.text, message.sender) == ("halo", "google:ani@contoh.invalid")


def _of_telegram(folder: Path, **keys: object) -> Message:
    one = {"id": 1, "type": "message", "date": "2025-08-30T20:01:05", "from": "Ani", "from_id": "user111", **keys}
    chat = {"name": "Ani", "type": "personal_chat", "id": 111, "messages": [one]}
    [message], _ = _read(folder, "result.json", json.dumps(chat).encode())
    return message


@pytest.mark.parametrize("stamp", ["1756558865", 1756558865, "1756558865000", 1756558865000])
def test_a_time_of_telegram_counts_in_seconds_or_thousandths(stamp: object, tmp_path: Path) -> None:
    sent = _of_telegram(tmp_path, date_unixtime=stamp, text="halo").sent

    assert sent is not None
    assert (sent.local, sent.at) == ("2025-08-30T20:01:05", "2025-08-30T13:01:05Z")


def test_a_date_of_telegram_may_say_its_zone(tmp_path: Path) -> None:
    sent = _of_telegram(tmp_path, date="2025-08-30T20:01:05+07:00", text="halo").sent

    assert sent is not None
    assert sent.at == "2025-08-30T13:01:05Z"


@pytest.mark.parametrize("text", [None, "", []])
def test_a_text_of_telegram_that_stands_in_its_parts_alone_is_read(text: object, tmp_path: Path) -> None:
    parts = [{"type": "plain", "text": "ke "}, {"type": "phone", "text": "0812"}]

    assert _of_telegram(tmp_path, text=text, text_entities=parts).text == "ke 0812"


SMS = (
    '<sms address="+6281200001111" date="1756558865000" type="1" subject="null" body="{}" status="-1" />\n'
    '<sms address="+6281200001111" date="1756558866000" type="1" subject="null" body="sesudah" status="-1" />\n'
)


@pytest.mark.parametrize(
    ("body", "text", "strange"),
    [
        (b"ok &#xD83D;&#xDE06;", "ok \U0001f606", 0),
        (b"ok &#55357;&#56838;", "ok \U0001f606", 0),
        (b"satu&#10;dua", "satu\ndua", 0),
        (b"A & B &copy; &amp;", "A & B &copy; &", 0),
        (b"a&#0;b&#x8;c", "a\ufffdb\ufffdc", 2),
        (b"a\x08b", "a\ufffdb", 1),
        (b"se\xf1or", "se\\xf1or", 1),
    ],
)
def test_broken_signs_do_not_end_a_backup_of_sms(body: bytes, text: str, strange: int, tmp_path: Path) -> None:
    raw = b"<?xml version='1.0' encoding='UTF-8' ?>\n<smses count=\"2\">\n"
    raw += SMS.encode().replace(b"{}", body) + b"</smses>\n"

    messages, reasons = _read(tmp_path, "sms.xml", raw)

    assert [one.text for one in messages] == [text, "sesudah"]
    assert [one.rpartition(": ")[2] for one in reasons if "no text in UTF-8" in one] == [str(strange)] * bool(strange)


def test_a_backup_in_a_declared_encoding_is_read_as_it_says(tmp_path: Path) -> None:
    raw = "<?xml version='1.0' encoding='ISO-8859-1' ?>\n<smses>\n" + SMS.replace("{}", "se\u00f1or") + "</smses>\n"

    messages, _ = _read(tmp_path, "sms.xml", raw.encode("latin-1"))

    assert messages[0].text == "se\u00f1or"


def test_broken_signs_are_said_in_indonesian() -> None:
    reason = "lines or signs that no text in UTF-8 may hold, shown as \ufffd or \\xNN: 2"

    assert all(part.known for part in Language("id").told(reason))


HEAD = "=" * 62 + "\nGuild: Toko\nChannel: umum\n" + "=" * 62 + "\n\n"


@pytest.mark.parametrize("day", ["30-Aug-25 06:0{n} PM", "30-Aug-2025 06:0{n} PM", "08/30/2025 6:0{n} PM"])
def test_a_day_with_a_short_year_begins_a_message_of_discord(day: str, tmp_path: Path) -> None:
    lines = "".join(f"[{day.format(n=n)}] {who}\nhalo {n}\n\n" for n, who in enumerate(("ani#1234", "budi")))

    messages, _ = _read(tmp_path, "umum.txt", (HEAD + lines).encode())

    assert [one.text for one in messages if one.sender] == ["halo 0", "halo 1"]
    assert [one.sent.local for one in messages if one.sent] == ["2025-08-30T18:00", "2025-08-30T18:01"]


def test_a_chat_of_which_no_line_begins_a_message_says_so(tmp_path: Path) -> None:
    messages, reasons = _read(tmp_path, "umum.txt", (HEAD + "ani, kemarin sore\nhalo\n").encode())

    assert [one.sender for one in messages] == [None]
    assert reasons == [NO_MESSAGE]
    assert all(part.known for part in Language("id").told(NO_MESSAGE))


@pytest.mark.parametrize("chat", [{"name": "Ani", "type": "personal_chat", "id": 1}])
def test_messages_as_an_object_are_told_and_not_passed_over(chat: dict, tmp_path: Path) -> None:
    raw = json.dumps({**chat, "messages": {"1": {"id": 1, "type": "message", "text": "halo"}}}).encode()

    messages, [reason] = _read(tmp_path, "result.json", raw)

    assert messages == []
    assert "an object stands where a list should" in reason


def test_a_text_of_telegram_within_a_text_is_read(tmp_path: Path) -> None:
    assert _of_telegram(tmp_path, text=["a", ["b", {"text": ["c"]}], None]).text == "abc"


@pytest.mark.parametrize(("early", "late"), [("পূর্বাহ্ণ", "অপরাহ্ণ"), ("முற்பகல்", "பிற்பகல்"), ("नंतर", None)])
def test_halves_of_the_day_in_scripts_with_signs_of_vowels(early: str, late: str | None, tmp_path: Path) -> None:
    words = (early, late or early)
    text = "".join(f"30/8/25, 6:0{n} {words[n % 2]} - {who}: halo {n}\n" for n, who in enumerate(("Ani", "Budi") * 2))

    messages, _ = _read(tmp_path, "WhatsApp Chat with Ani.txt", text.encode())

    found = [one.sent.local if one.sent else "" for one in messages][:2]
    assert found == (["2025-08-30T06:00", "2025-08-30T18:01"] if late else [None, None])


def _worked(folder: Path, name: str, raw: bytes) -> list[str]:
    (folder / name).write_bytes(raw)
    return [one.reason for one in work(FolderSource(folder, name)) if isinstance(one, Flaw)]


ROOM = {
    "room_name": "Tim",
    "room_creator": "@ani:contoh.invalid",
    "topic": "",
    "export_date": "2025-08-30",
    "exported_by": "@ani:contoh.invalid",
    "messages": [
        {
            "type": "m.room.message",
            "sender": "@ani:contoh.invalid",
            "origin_server_ts": 1756558865000,
            "event_id": "$1",
            "room_id": "!r:contoh.invalid",
            "content": {"msgtype": "m.text", "body": "halo"},
        }
    ],
}


def test_a_time_of_matrix_may_be_written_as_text(tmp_path: Path) -> None:
    raw = json.dumps(ROOM).replace("1756558865000", '"1756558865000"')

    [message], _ = _read(tmp_path, "export.json", raw.encode())

    assert message.sent is not None
    assert message.sent.at == "2025-08-30T13:01:05Z"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"messages"', '"pesan"', "keys that hold something and are not read, with their messages: pesan (1)"),
        ('"body"', '"isi"', WORDLESS.format(count=1)),
    ],
)
def test_a_key_with_another_name_is_told(old: str, new: str, told: str, tmp_path: Path) -> None:
    assert told in _worked(tmp_path, "export.json", json.dumps(ROOM).replace(old, new).encode())


def test_conversations_without_a_message_are_told_once(tmp_path: Path) -> None:
    chats = [{"name": "Ani", "type": "personal_chat", "id": number, "messages": []} for number in (1, 2)]

    reasons = _worked(tmp_path, "result.json", json.dumps({"chats": {"list": chats}}).encode())

    assert reasons == [SILENT.format(conversations=2)]


@pytest.mark.parametrize("reason", [WORDLESS.format(count=3), SILENT.format(conversations=3)])
def test_what_is_not_there_is_said_in_indonesian(reason: str) -> None:
    assert all(part.known for part in Language("id").told(reason))


@pytest.mark.parametrize("key", ["action", "type", "from_id", "actor_id", "text", "media_type"])
def test_an_object_in_the_place_of_a_word_stops_no_reader(key: str, tmp_path: Path) -> None:
    service = {"type": "service", "actor": "Ani", "actor_id": "user111", "action": "pin_message"}

    for more in ({}, service):
        assert _of_telegram(tmp_path, **{**more, key: {"0": 1}}).place.pointer == "/messages/0"


@pytest.mark.parametrize("key", ["type", "content", "reactions", "photos", "share"])
def test_an_object_in_the_place_of_a_word_stops_no_download(key: str, tmp_path: Path) -> None:
    one = {"sender_name": "ani", "timestamp_ms": 1756558865000, "content": "halo", key: {"0": {"x": 1}}}

    messages, _ = _read(tmp_path, "message_1.json", json.dumps({"participants": [], "messages": [one]}).encode())

    assert len(messages) == 1


def test_messages_of_telegram_that_name_nobody_are_counted(tmp_path: Path) -> None:
    message = {"id": 1, "type": "message", "date": "2025-08-30T20:01:05", "from": None, "text": "halo"}
    chat = {"name": None, "type": "personal_chat", "id": 111, "messages": [message, {**message, "id": 2}]}

    messages, reasons = _read(tmp_path, "result.json", json.dumps(chat).encode())

    assert [one.sender for one in messages] == [None, None]
    assert "messages whose sender the record does not name: 2" in reasons


@pytest.mark.parametrize("key", ["senderId", "sender"])
def test_messages_of_x_that_name_nobody_are_counted(key: str, tmp_path: Path) -> None:
    said = {"messageCreate": {"id": "9", "text": "halo", "createdAt": "2025-08-30T11:00:05.000Z", key: "1"}}
    raw = json.dumps([{"dmConversation": {"conversationId": "1-2", "messages": [said]}}])

    [message], reasons = _read(tmp_path, "direct-messages.js", f"window.YTD.direct_messages.part0 = {raw}".encode())

    assert bool(message.sender) is (key == "senderId")
    assert ("messages whose sender the record does not name: 1" in reasons) is (key == "sender")


def test_posts_of_x_without_the_account_beside_them_are_counted(tmp_path: Path) -> None:
    raw = json.dumps([{"tweet": {"id_str": "1", "full_text": "halo", "created_at": "Sat Aug 30 11:00:05 +0000 2025"}}])

    [post], reasons = _read(tmp_path, "tweets.js", f"window.YTD.tweets.part0 = {raw}".encode())

    assert (post.sender, reasons) == (None, ["messages whose sender the record does not name: 1"])


PAGE = (
    '<!DOCTYPE html><html><head><title>budi</title></head><body><div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">'
    '<div class="_3-95 _2pim _a6-h _a6-i">Ani</div><div class="_3-95 _a6-p"><div><div></div><div>halo</div></div></div>'
    '<div class="_3-94 _a6-o">{day}</div></div></body></html>'
)


@pytest.mark.parametrize(
    "day",
    [
        *("Aug 30, 2025 6:00 pm", "Agu 30, 2025 6:00 pm", "30. Aug. 2025, 18:00", "ago 30, 2025 6:00 pm"),
        *("ao\u00fbt 30, 2025 6:00 pm", "A\u011fu 30, 2025 6:00 pm", "\u0430\u0432\u0433 30, 2025 6:00 pm"),
        *("أغسطس 30, 2025 6:00 م", "8月 30, 2025 6:00 午後", "ส.ค. 30, 2025 6:00 pm", "Tháng 8 30, 2025 6:00 pm"),
        "8월 30, 2025 6:00 오후",
    ],
)
def test_a_time_on_a_page_of_facebook_is_read_in_many_languages(day: str, tmp_path: Path) -> None:
    [message], reasons = _read(tmp_path, "message_1.html", PAGE.format(day=day).encode())

    assert message.sent is not None
    assert (message.sent.local, message.text) == ("2025-08-30T18:00", "halo")
    assert not any("not known" in one for one in reasons)
