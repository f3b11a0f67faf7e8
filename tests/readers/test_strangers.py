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
        ("محادثة واتساب مع سمير.txt", "سمير"),
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


def test_a_group_with_a_colon_in_its_title_is_nobody_where_the_mark_stands_behind_it(tmp_path: Path) -> None:
    text = f"""[02/11/2024, 19:20:00] Promo: Turma B: {L}As mensagens e ligações são protegidas com a criptografia de ponta a ponta.
[02/11/2024, 19:20:00] Promo: Turma B: {L}~ Zeca criou este grupo
[02/11/2024, 19:21:40] ~ Zeca: bem-vindos
[02/11/2024, 19:22:00] Lívia: {L}ENQUETE:
Qual dia?
[02/11/2024, 19:27:00] Promo: Turma B: {L}Lívia removeu Caio
"""

    records = _read(tmp_path, "Conversa do WhatsApp com Promo_ Turma B/_chat.txt", text)

    assert [sender for sender, _ in _said(records)] == [None, None, "~ Zeca", "Lívia", None]
    assert _reasons(records) == ""


TOLD = {
    "a log of IRC, 2 records": "18:01 <@rina> halo\n18:02 < andi> ya\n",
    "messages of Teams, 1 record": '{"value": [{"messageType": "message", "createdDateTime": "x"}]}',
    "conversations of Instagram, of a download before 2020, 1 record": '[{"participants": ["a", "b"], "conversation": [{"created_at": "x"}]}]',
    "a chat of LINE as its program for computers writes it, where nothing parts names from texts, 2 records": "2025.08.29 Friday\n09:00 Cici pagi\n09:01 Doni ya\n",
    "a chat of Zoom, 1 record": "18:00:05\t From Budi to Everyone:\n\thalo\n",
}


@pytest.mark.parametrize("what", sorted(TOLD))
def test_a_download_that_nobody_reads_says_what_it_is_and_how_much(what: str, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text(TOLD[what], "utf-8")
    source = FolderSource(tmp_path, "berkas")

    assert claimants(source) == ()
    assert what_is(source) == f"{what}: {NOT_YET}"


HEADERS = [
    ("fi", "30.8.2024 klo 18.07 - ", "2024-08-30T18:07"),
    ("da", "30.08.2024 kl. 18.07 - ", "2024-08-30T18:07"),
    ("el", "30/8/24, 6:07 μ.μ. - ", "2024-08-30T18:07"),
    ("bg", "30.08.24 г., 18:07 ч. - ", "2024-08-30T18:07"),
    ("hu", "2024. 08. 30. 18:07 - ", "2024-08-30T18:07"),
    ("hr", "30. 08. 2024. 18:07 - ", "2024-08-30T18:07"),
    ("sv", "2024-08-30 18:07 - ", "2024-08-30T18:07"),
    ("lv", "30.08.2024., 18:07 - ", "2024-08-30T18:07"),
    ("lt", "2024-08-30, 18:07 - ", "2024-08-30T18:07"),
    ("sk", "30. 8. 2024, 18:07 - ", "2024-08-30T18:07"),
    ("he", "30.8.2024, 18:07 - ", "2024-08-30T18:07"),
    ("mr", "३०/०८/२०२४, ६:०७ म.उ. - ", "2024-08-30T18:07"),
    ("bn", "৩০/৮/২৪, ৬:০৭ PM - ", "2024-08-30T18:07"),
    ("fil", "8/30/24, 6:07\u202fPM - ", "2024-08-30T18:07"),
    ("fa", "\u06f1\u06f4\u06f0\u06f3/\u06f6/\u06f9\u060c\u200f \u06f1\u06f8:\u06f0\u06f7 - ", None),
    (
        "fa2",
        "\u06f2\u06f0\u06f2\u06f4/\u06f8/\u06f3\u06f0\u060c\u200f \u06f1\u06f8:\u06f0\u06f7 - ",
        "2024-08-30T18:07",
    ),
    ("zhtw", "2024/8/30 下午6:07 - ", "2024-08-30T18:07"),
    ("zhcn", "2024年8月30日 下午6:07 - ", "2024-08-30T18:07"),
    ("ja", "2024/08/30 18:07 - ", "2024-08-30T18:07"),
    ("vi", "18:07, 30/08/2024 - ", "2024-08-30T18:07"),
    ("frca", "2024-08-30 18 h 07 - ", "2024-08-30T18:07"),
    ("ptpt", "30/08/24, 18:07 - ", "2024-08-30T18:07"),
    ("esmx", "30/08/24 6:07 p. m. - ", "2024-08-30T18:07"),
    ("enau", "30/8/2024, 6:07 pm - ", "2024-08-30T18:07"),
    ("th", "30/8/24 18:07 - ", "2024-08-30T18:07"),
    ("uk", "30.08.24, 18:07 - ", "2024-08-30T18:07"),
    ("sq", "30.8.2024, 6:07 e pasdites - ", "2024-08-30T18:07"),
    ("am", "30/08/2024 6:07 ከሰዓት - ", "2024-08-30T18:07"),
    ("sw", "30/08/2024, 18:07 - ", "2024-08-30T18:07"),
    ("ur", "30/8/24\u060c 6:07 PM - ", "2024-08-30T18:07"),
    ("i sv", "[2024-08-30, 18:07:09] ", "2024-08-30T18:07:09"),
    ("i dash", "[08-30-2024, 18:07:09] ", "2024-08-30T18:07:09"),
    ("i thin", "[30/08/2024, 6:07:09\u2009PM] ", "2024-08-30T18:07:09"),
    ("i nb", "[30.08.2024, 18:07:09] ", "2024-08-30T18:07:09"),
    ("i be", "[30/8/2567 BE 18:07:09] ", "2024-08-30T18:07:09"),
    ("i us", "[8/30/24, 6:07:09\u202fPM] ", "2024-08-30T18:07:09"),
    (
        "i ar",
        "[\u0663\u0660/\u0668/\u0662\u0660\u0662\u0664\u060c \u0666:\u0660\u0667:\u0660\u0669 \u0645] ",
        "2024-08-30T18:07:09",
    ),
    ("i he", "[30.8.2024, 18:07:09] ", "2024-08-30T18:07:09"),
    ("i ko", "[2024. 8. 30. 오후 6:07:09] ", "2024-08-30T18:07:09"),
    ("i fi", "[30.8.2024 klo 18.07.09] ", "2024-08-30T18:07:09"),
    ("i da", "[30.08.2024 kl. 18.07.09] ", "2024-08-30T18:07:09"),
    ("i bg", "[30.08.24 г., 18:07:09 ч.] ", "2024-08-30T18:07:09"),
    ("i hu", "[2024. 08. 30. 18:07:09] ", "2024-08-30T18:07:09"),
    ("i ca", "[2024-08-30, 6:07:09 p.m.] ", "2024-08-30T18:07:09"),
    ("i old", "2024-08-30, 6:07:09 PM: ", "2024-08-30T18:07:09"),
    ("i slash", "30/08/2024, 18:07:09: ", "2024-08-30T18:07:09"),
    ("hi", "30/8/24, 6:07 अपराह्न - ", "2024-08-30T18:07"),
    ("hi am", "30/8/24, 6:07 पूर्वाह्न - ", "2024-08-30T06:07"),
    ("mr am", "३०/०८/२०२४, ६:०७ म.पू. - ", "2024-08-30T06:07"),
]


@pytest.mark.parametrize(("setting", "header", "local"), HEADERS)
def test_a_header_of_any_setting_is_read(setting: str, header: str, local: str | None, tmp_path: Path) -> None:
    name = "WhatsApp Chat - Mila/_chat.txt" if setting.startswith("i ") else "WhatsApp Chat with Mila.txt"
    text = f"{header}Mila: roti: dua\n{header}Joko: oke\nbaris: dua\n{header}Mila: sip\n"

    records = _read(tmp_path, name, text)

    assert _said(records) == [("Mila", "roti: dua"), ("Joko", "oke\nbaris: dua"), ("Mila", "sip")]
    assert {one.sent.local for one in records if isinstance(one, Message) and one.sent} == {local}
    assert local is not None or "in no calendar" in _reasons(records)


def test_words_typed_like_whatsapps_own_keep_their_writer(tmp_path: Path) -> None:
    head = "13/06/2024, 10:00 - Messages and calls are end-to-end encrypted. Tap to learn more.\n"
    typed = "13/06/2024, 10:02 - Fina: Messages and calls are end-to-end encrypted katanya\n"

    records = _read(tmp_path, "WhatsApp Chat with Bayu.txt", f"{head}{typed}13/06/2024, 10:03 - Bayu: Fina left\n")

    assert [sender for sender, _ in _said(records)] == [None, "Fina", "Bayu"]


def test_a_member_of_whose_name_the_group_is_keeps_a_single_line(tmp_path: Path) -> None:
    text = (
        '13/06/2024, 10:00 - Dodi created group "Dodi"\n13/06/2024, 10:01 - Dodi: tes grup\n'
        "13/06/2024, 10:02 - Erna: masuk\n13/06/2024, 10:03 - Hasan: hadir\n"
    )

    records = _read(tmp_path, "WhatsApp Chat with Dodi.txt", text)

    assert [sender for sender, _ in _said(records)] == [None, "Dodi", "Erna", "Hasan"]


def test_a_group_that_only_tells_what_others_did_is_nobody_though_the_file_has_no_title(tmp_path: Path) -> None:
    text = f"""[19/10/2025, 01:02:19] Lappers: {L}Rudi added you
[19/10/2025, 01:03:00] Rudi: halo semua
[19/10/2025, 01:05:00] Sinta: hai rudi
[19/10/2025, 01:06:00] Rudi: {L}Rudi added Toko: Jaya
[19/10/2025, 01:07:00] Toko: Jaya: terima kasih
"""

    records = _read(tmp_path, "_chat.txt", text)

    [chat] = [one for one in records if isinstance(one, Conversation)]
    assert (chat.kind, chat.title) == ("group", "Lappers")
    assert [sender for sender, _ in _said(records)] == [None, "Rudi", "Sinta", None, "Toko: Jaya"]


def test_who_joined_under_a_number_is_told_by_whatsapp_though_the_marks_are_gone(tmp_path: Path) -> None:
    number = "+1 (777) 777-7777"
    text = f"[7/18/21, 18:34:07] Nev: hi all\n[7/20/21, 11:21:27] {number}: {number} joined using this group's invite link\n[7/20/21, 11:22:27] {number}: hi: all\n"

    records = _read(tmp_path, "_chat.txt", text)

    assert [sender for sender, _ in _said(records)] == ["Nev", None, "whatsapp:+17777777777"]


DELETED = ["이 메시지는 삭제되었습니다", "ההודעה נמחקה", "这条消息已被删除", "यह मैसेज मिटा दिया गया"]


@pytest.mark.parametrize("words", DELETED)
def test_a_deleted_message_is_known_by_words_for_it_in_other_scripts(words: str, tmp_path: Path) -> None:
    text = f"30/08/2025, 18:00 - Budi: halo\n30/08/2025, 18:01 - Ani: {words}\n"

    records = _read(tmp_path, "WhatsApp Chat with Budi.txt", text)

    assert [one.kind for one in records if isinstance(one, Message)] == ["text", "revoked"]


@pytest.mark.parametrize("words", ["메시지 삭제했어?", "我删除了", "удали это"])
def test_words_about_deleting_that_a_person_typed_stay_words(words: str, tmp_path: Path) -> None:
    text = f"30/08/2025, 18:00 - Budi: halo\n30/08/2025, 18:01 - Ani: {words}\n"

    records = _read(tmp_path, "WhatsApp Chat with Budi.txt", text)

    assert [one.kind for one in records if isinstance(one, Message)] == ["text", "text"]


def test_a_file_is_known_by_the_stem_of_what_is_said_beside_it(tmp_path: Path) -> None:
    text = "30.08.2025 18:00 - Emre: selam\n30.08.2025 18:01 - Emre: liste.pdf (dosya ekli)\n"

    records = _read(tmp_path, "WhatsApp Sohbeti - Emre.txt", text)

    assert [[file.name for file in one.attachments] for one in records if isinstance(one, Message)] == [
        [],
        ["liste.pdf"],
    ]


@pytest.mark.parametrize(
    "line",
    [f"민수: {L}메시지와 통화는 종단간 암호화됩니다.", f"~\u202f민수: {L}~\u202f민수 bergabung melalui tautan grup."],
)
def test_what_an_iphone_marks_about_its_author_is_nobodys(line: str, tmp_path: Path) -> None:
    text = f"[30/08/25 18.00.00] 지영: a\n[30/08/25 18.00.01] {line}\n[30/08/25 18.00.02] 지영: b\n"

    records = _read(tmp_path, "_chat.txt", text)

    assert [sender for sender, _ in _said(records)] == ["지영", None, "지영"]


def test_old_numbers_of_telegram_say_in_their_upper_half_what_they_are(tmp_path: Path) -> None:
    said = '{"id": 1, "type": "message", "date": "2019-01-30T18:01:00", "from": "Rina", "from_id": 4295000777, "text": "a"}'

    records = _read(
        tmp_path, "result.json", f'{{"name": "Rina", "type": "personal_chat", "id": 7, "messages": [{said}]}}'
    )

    assert [one.sender for one in records if isinstance(one, Message)] == ["telegram:user33481"]
