# SPDX-License-Identifier: Apache-2.0
"""LINE's export in the forms of several languages."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.talk import Conversation, Message
from suluh.readers.line.days import heading, is_day_first, iso
from suluh.readers.line_text import LineText


def _read(folder: Path, text: str) -> list:
    (folder / "chat.txt").write_text(text, "utf-8")
    source = FolderSource(folder, "chat.txt")
    assert LineText().claims(source)
    return list(LineText().read(source))


@pytest.mark.parametrize(
    ("title", "day", "clock", "kind", "name"),
    [
        ("[LINE] Chat history with Tari", "Sat, 30/08/2025", "18:00", "direct", "Tari"),
        ("[LINE] Chat history in Arisan", "Sat, 08/30/2025", "06:00PM", "group", "Arisan"),
        ("[LINE] Tariとのトーク履歴", "2025/08/30(土)", "午後6:00", "direct", "Tari"),
        ("[LINE] 與Tari的聊天記錄", "2025/08/30\uff08週六\uff09", "下午06:00", "direct", "Tari"),
        ("[LINE] Riwayat obrolan dengan Tari", "Sab, 30/08/2025", "18.00", "direct", "Tari"),
        ("[LINE] ประวัติการสนทนากับ Tari", "ส. 30/08/2025", "18:00", "direct", "Tari"),
    ],
)
def test_headings_of_several_languages(title: str, day: str, clock: str, kind: str, name: str, tmp_path: Path) -> None:
    records = _read(tmp_path, f"{title}\nSaved on: 2025/08/31 09:00\n\n{day}\n{clock}\tTari\thalo\n")

    [chat] = [one for one in records if isinstance(one, Conversation)]
    assert (chat.kind, chat.title) == (kind, name)
    assert [one.sent.local for one in records if isinstance(one, Message) and one.sender] == ["2025-08-30T18:00"]


def test_a_weekday_decides_the_order_of_day_and_month_and_nothing_else_does() -> None:
    told, open_ = heading("Thu, 03/04/2025"), heading("03/04/2025")
    assert told is not None
    assert open_ is not None

    assert iso(told, day_first=is_day_first([told])) == "2025-04-03"
    assert iso(open_, day_first=is_day_first([open_])) is None


def test_a_line_of_a_day_inside_a_quotation_is_its_writers_own(tmp_path: Path) -> None:
    text = (
        '[LINE] Chat history with Tari\nSaved on: 2025/08/31 09:00\n\nSat, 30/08/2025\n18:00\tTari\t"jadwal\n\n'
        '31/08/2025"\n18:01\tRudi\tya\n'
    )

    said = [one.text for one in _read(tmp_path, text) if isinstance(one, Message) and one.sender]
    assert said == ["jadwal\n\n31/08/2025", "ya"]


def test_a_mark_that_nobody_closes_and_a_date_with_words_are_no_quotation_and_no_day(tmp_path: Path) -> None:
    text = (
        '[LINE] Chat history with Tari\nSaved on: 2025/08/31 09:00\n\nSat, 30/08/2025\n18:00\tTari\t"halo\n'
        "\nSun, 31/08/2025\n18:01\tRudi\tjadwal\n2025/09/02 rapat\n18:02\tTari\tya\n"
    )

    said = [(one.text, one.sent.local) for one in _read(tmp_path, text) if isinstance(one, Message) and one.sender]
    assert said == [
        ('"halo', "2025-08-30T18:00"),
        ("jadwal\n2025/09/02 rapat", "2025-08-31T18:01"),
        ("ya", "2025-08-31T18:02"),
    ]
