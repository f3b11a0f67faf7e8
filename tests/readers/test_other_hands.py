# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: RUF001 # words of other scripts
"""Exported chats as other phones, languages and hands leave them: nobody is invented, and what is doubtful is told."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.desk.languages import Language
from suluh.model.intake import Flaw
from suluh.model.talk import Account, Conversation, Message
from suluh.readers.claim import claimants
from suluh.readers.whatsapp.export import doubts
from suluh.readers.whatsapp.export.acts import is_about_somebody

SAID = (("Ani", "halo kak"), ("Budi", "50rb ya"), ("Ani", "oke siap"), ("Budi", "jam 8 ya?"))


def _records(folder: Path, text: str, name: str = "chat.txt") -> list:
    (folder / name).write_bytes(text.encode())
    source = FolderSource(folder, name)
    [(reader, _)] = claimants(source)
    assert reader.name == "whatsapp-text"
    return list(reader.read(source))


def _told(records: list) -> list[tuple[str | None, str]]:
    """Who said what."""
    names = {one.account: one.names[0] for one in records if isinstance(one, Account)}
    return [(names.get(one.sender or ""), one.text) for one in records if isinstance(one, Message)]


def _times(records: list) -> list[str | None]:
    return [one.sent.local if one.sent else None for one in records if isinstance(one, Message)]


def _reasons(records: list) -> str:
    return "\n".join(one.reason for one in records if isinstance(one, Flaw))


def _chat(form: str, said: tuple[tuple[str, str], ...] = SAID) -> str:
    return "".join(form.format(n=n, who=who) + f"{words}\n" for n, (who, words) in enumerate(said))


@pytest.mark.parametrize(
    "form",
    [
        "[08/30/25, 18:0{n}] - {who}: ",
        "[30/08/2025, 6:0{n}:05 PM] - {who}: ",
        "[30.08.25, 18:0{n}:05] \u2013 {who}: ",
        "[30.08.25, 18:0{n}:05] \u2014 {who}: ",
        "[30.08.25, 18:0{n}:05]: {who}: ",
        "[2025. 8. 30. \uc624\ud6c4 6:0{n}] - {who}: ",
        "[18:0{n}, 30/8/2025] - {who}: ",
    ],
)
def test_a_dash_or_colon_behind_the_bracket_is_no_part_of_a_name(form: str, tmp_path: Path) -> None:
    records = _records(tmp_path, _chat(form))

    assert _told(records) == list(SAID)
    assert {(one or "")[:16] for one in _times(records)} == {f"2025-08-30T18:0{n}" for n in range(4)}


@pytest.mark.parametrize(
    ("form", "days"),
    [
        ("25/8/{d}, 18:00 - {who}: ", (29, 30, 2, 3)),
        ("[25/08/{d:02}, 18:00:05] {who}: ", (29, 30, 2, 3)),
        ("25-08-{d:02} 18:00 - {who}: ", (30, 30, 15, 15)),
        ("25.08.{d:02} 18:00 - {who}: ", (5, 28, 2, 2)),
    ],
)
def test_a_year_of_two_digits_may_stand_first(form: str, days: tuple[int, ...], tmp_path: Path) -> None:
    months = [8 + (day < days[0]) for day in days]
    lines = [
        form.replace("08", f"{month:02}").replace("/8/", f"/{month}/").format(d=day, who=who) + words
        for (who, words), month, day in zip(SAID, months, days, strict=True)
    ]

    found = _times(_records(tmp_path, "\n".join(lines)))

    assert [(one or "")[:10] for one in found] == [
        f"2025-{month:02}-{day:02}" for month, day in zip(months, days, strict=True)
    ]


@pytest.mark.parametrize("days", ["30/08/25", "25/08/24 25/08/25", "10/08/25 12/08/25 03/09/25", "31/12/24 01/01/25"])
def test_a_year_at_the_end_stays_there(days: str, tmp_path: Path) -> None:
    text = "".join(f"{day} 18.00 - {SAID[n % 4][0]}: {SAID[n % 4][1]}\n" for n, day in enumerate(days.split()))

    years = {(one or "")[:4] for one in _times(_records(tmp_path, text, "WhatsApp Chat with Ani.txt"))}

    assert years == {f"20{day[-2:]}" for day in days.split()}


ACTS = {
    "id": "Budi mengeluarkan Toko: Jaya",
    "ms": "Budi menambah Toko: Jaya",
    "it": "Budi ha aggiunto Toko: Jaya",
    "fr": "Budi a retiré Toko: Jaya",
    "es": "Budi añadió a Toko: Jaya",
    "pt": "Budi adicionou Toko: Jaya",
    "ro": "Budi a adăugat Toko: Jaya",
    "nl": "Budi heeft Toko: Jaya toegevoegd",
    "de": "Budi hat Toko: Jaya entfernt",
    "sv": "Budi lade till Toko: Jaya",
    "da": "Budi tilføjede Toko: Jaya",
    "pl": "Budi dodał(a) Toko: Jaya",
    "cs": "Budi přidal(a) Toko: Jaya",
    "ru": "Budi добавил(-а) Toko: Jaya",
    "uk": "Budi додав Toko: Jaya",
    "el": "Ο χρήστης Budi πρόσθεσε Toko: Jaya",
    "tr": "Budi, Toko: Jaya kişisini ekledi",
    "ar": "أضاف Budi Toko: Jaya",
    "fa": "Budi، Toko: Jaya را اضافه کرد",
    "he": "Budi הוסיף/ה את Toko: Jaya",
    "hi": "Budi ने Toko: Jaya को जोड़ा",
    "th": "Budi ได้เพิ่ม Toko: Jaya",
    "vi": "Budi đã thêm Toko: Jaya",
    "ja": "BudiがToko: Jayaさんを追加しました",
    "ko": "Budi님이 Toko: Jaya님을 추가했습니다",
    "zh": "Budi添加了Toko: Jaya",
    "subject it": 'Budi ha cambiato l\'oggetto da "A: b" a "C: d"',
    "subject fr": "Budi a changé l’objet de « A: b » en « C: d »",
    "subject de": "Budi hat den Betreff zu „A: b“ geändert",
    "subject ja": "Budiがグループ名を「A: b」に変更しました",
    "who never spoke": "Cici ha aggiunto Toko: Jaya",
}


@pytest.mark.parametrize("language", ACTS)
def test_an_act_on_somebody_with_a_colon_in_the_name_makes_no_person(language: str, tmp_path: Path) -> None:
    form = "30/08/25 18.0{n} - "
    text = _chat(form + "{who}: ") + form.format(n=5) + ACTS[language] + "\n"

    records = _records(tmp_path, text)

    assert _told(records) == [*SAID, (None, ACTS[language])]
    assert [one.kind for one in records if isinstance(one, Conversation)] == ["group"]


@pytest.mark.parametrize(
    "line",
    [
        "Budi: ha aggiunto Toko: Jaya",
        "Budi: Cici heeft Toko: Jaya toegevoegd",
        'Ani "Boss": halo "x"',
        'Budi: "a: b"',
        'TV 32": jual "baru"',
        "Ani, kakak: Toko dan Jaya",
        "将军: 来",
        "Budi: 添加了: x",
        "أضاف: x",
    ],
)
def test_what_a_person_says_is_no_act(line: str) -> None:
    assert not is_about_somebody(line)


OPENING = (
    "Pesan dan panggilan terenkripsi secara end-to-end. Hanya orang dalam chat ini yang bisa membaca, mendengar, atau "
    "membagikannya."
)


@pytest.mark.parametrize("header", ["30/08/25 18.0{n} - {who}: ", "[30/08/25 18.0{n}.00] {who}: "])
def test_the_opening_line_without_a_date_is_nobodys_words(header: str, tmp_path: Path) -> None:
    lines = _chat(header).splitlines(keepends=True)

    records = _records(tmp_path, "".join([lines[0], OPENING + "\n", *lines[1:]]))

    assert _told(records) == [SAID[0], (None, OPENING), *SAID[1:]]
    assert [one.place.line for one in records if isinstance(one, Message)][:3] == [1, 2, 3]
    assert [one.sent for one in records if isinstance(one, Message)][1] is None


@pytest.mark.parametrize(
    "line", ["Budi menambahkan Cici", "You changed the group description", "Budi left", "Ani keluar"]
)
def test_another_line_of_the_app_without_a_date_is_told(line: str, tmp_path: Path) -> None:
    lines = _chat("30/08/25 18.0{n} - {who}: ").splitlines(keepends=True)

    records = _records(tmp_path, "".join([*lines[:2], line + "\n", *lines[2:]]))

    assert _told(records)[1] == ("Budi", f"50rb ya\n{line}")
    assert f"line 3: {doubts.UNDATED}" in _reasons(records)


@pytest.mark.parametrize("line", ["Budi sayang", "Bu di mana", "kamu mau?", "Ani: halo lagi", "You and me"])
def test_further_words_of_a_person_are_not_told(line: str, tmp_path: Path) -> None:
    lines = _chat("30/08/25 18.0{n} - {who}: ").splitlines(keepends=True)

    assert doubts.UNDATED not in _reasons(_records(tmp_path, "".join([*lines[:2], line + "\n", *lines[2:]])))


def test_two_names_that_are_one_up_to_the_colon_are_two_persons(tmp_path: Path) -> None:
    said = tuple(
        (("Toko: A", "Toko: B")[n % 2], words)
        for n, words in enumerate(["halo kak", "50rb ya", "oke siap", "jam 8 ya?", "sip", "mantap"])
    )

    records = _records(tmp_path, _chat("30/08/25 18.0{n} - {who}: ", said), "Chat WhatsApp dengan Toko A.txt")

    assert _told(records) == list(said)
    assert doubts.COLON.format(names="Toko") in _reasons(records)


@pytest.mark.parametrize("header", ["30/08/25 18.0{n} - {who}: ", "[30/08/25 18.0{n}.00] {who}: "])
@pytest.mark.parametrize("day", ["31/08/25", "01/09/25", "01/07/25"])
def test_a_pasted_line_of_another_day_makes_no_person(header: str, day: str, tmp_path: Path) -> None:
    pasted = header.replace("30/08/25", day).format(n=0, who="Rina") + "rapat besar"
    said = (SAID[0], ("Budi", f"jadwal:\n{pasted}"), *SAID[2:])

    records = _records(tmp_path, _chat(header, said))

    assert _told(records) == list(said)
    assert doubts.PASTED in _reasons(records)


@pytest.mark.parametrize("day", ["31/08/25", "30/12/25", "30/08/35"])
def test_one_whose_clock_is_wrong_stays_a_sender(day: str, tmp_path: Path) -> None:
    lines = _chat("30/08/25 18.0{n} - {who}: ").splitlines(keepends=True)

    records = _records(tmp_path, "".join([*lines[:2], f"{day} 18.02 - Cici: jam rusak\n", *lines[2:]]))

    assert _told(records)[2] == ("Cici", "jam rusak")


def test_who_speaks_elsewhere_and_runs_ahead_stays_a_sender(tmp_path: Path) -> None:
    lines = _chat("30/08/25 18.0{n} - {who}: ").splitlines(keepends=True)

    records = _records(tmp_path, "".join([*lines[:2], "01/09/25 08.00 - Ani: rapat\n", *lines[2:]]))

    assert _told(records)[2] == ("Ani", "rapat")


def test_a_file_that_breaks_off_in_a_header_says_so(tmp_path: Path) -> None:
    records = _records(tmp_path, _chat("30/08/25 18.0{n} - {who}: ") + "30/08/25 18.05 - An")

    assert _told(records)[-1] == (None, "An")
    assert f"line 5: {doubts.CUT}" in _reasons(records)


@pytest.mark.parametrize("ending", ["Budi keluar", "Budi: ya", "Ani menambahkan Cici"])
def test_a_last_line_that_is_whole_is_not_told(ending: str, tmp_path: Path) -> None:
    records = _records(tmp_path, _chat("30/08/25 18.0{n} - {who}: ") + f"30/08/25 18.05 - {ending}")

    assert doubts.CUT not in _reasons(records)


@pytest.mark.parametrize("names", [("Ani (COD)", "Dr. Budi, M.Si."), ("PT. Ani, S.Kom.", "Budi (toko baru)")])
def test_titles_and_remarks_are_parts_of_names(names: tuple[str, str], tmp_path: Path) -> None:
    said = tuple((names[n % 2], words) for n, (_, words) in enumerate(SAID))

    assert _told(_records(tmp_path, _chat("30/08/25 18.0{n} - {who}: ", said))) == list(said)


def test_names_in_bytes_of_another_encoding_are_shown_and_told(tmp_path: Path) -> None:
    text = _chat("30/08/25 18.0{n} - {who}: ").replace("Ani", "Jos\u00e9")
    (tmp_path / "chat.txt").write_bytes(text.encode("cp1252"))
    source = FolderSource(tmp_path, "chat.txt")

    [(reader, _)] = claimants(source)
    records = list(reader.read(source))

    assert _told(records)[0] == ("Jos\\xe9", "halo kak")
    assert doubts.UTF8 in _reasons(records)


@pytest.mark.parametrize(
    "word", ["图像已忽略", "忽略圖片", "imej ditinggalkan", "gambar ditiadakan", "inalis ang larawan"]
)
def test_further_words_for_a_file_left_out(word: str, tmp_path: Path) -> None:
    said = (*SAID, ("Budi", f"\u200e{word}"))

    [*_, last] = [
        one for one in _records(tmp_path, _chat("[30/08/25 18.0{n}.00] {who}: ", said)) if isinstance(one, Message)
    ]

    assert (last.kind, [one.state for one in last.attachments]) == ("media", ["omitted"])


@pytest.mark.parametrize(
    "word",
    [
        "यह मैसेज डिलीट किया गया",
        "Ezt az üzenetet törölték",
        "یہ پیغام حذف کر دیا گیا",
        "Ova je poruka izbrisana",
        "Táto správa bola odstránená",
        "Това съобщение беше изтрито",
        "Ова порука је избрисана",
    ],
)
def test_further_words_for_a_message_deleted(word: str, tmp_path: Path) -> None:
    records = _records(tmp_path, _chat("30/08/25 18.0{n} - {who}: ", (*SAID, ("Budi", word))))

    assert [one.kind for one in records if isinstance(one, Message)][-1] == "revoked"


@pytest.mark.parametrize("word", ["priložený súbor", "прикачен файл", "فائل منسلک ہے", "கோப்பு இணைக்கப்பட்டது"])
def test_further_words_beside_a_file(word: str, tmp_path: Path) -> None:
    records = _records(tmp_path, _chat("30/08/25 18.0{n} - {who}: ", (*SAID, ("Budi", f"daftar.pdf ({word})"))))

    [*_, last] = [one for one in records if isinstance(one, Message)]
    assert [one.name for one in last.attachments] == ["daftar.pdf"]


@pytest.mark.parametrize("reason", [doubts.UNDATED, doubts.CUT])
def test_the_doubts_are_said_in_indonesian(reason: str) -> None:
    told = Language("id").told(f"line 3: {reason}")

    assert all(part.known for part in told)
    assert reason not in "".join(part.text for part in told)
