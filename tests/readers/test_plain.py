# SPDX-License-Identifier: Apache-2.0
"""A text in UTF-16, UTF-32 or with carriage returns alone says the same to its reader as the same text in UTF-8."""

import codecs
import io
from pathlib import Path

import pytest
from tests.readers.fixtures import Fixture, all_fixtures
from tests.readers.folder_source import FolderSource

from suluh.case.jobs.read import OLD, work
from suluh.desk.languages import Language
from suluh.model.intake import Flaw, Outcome
from suluh.model.talk import Account, Message
from suluh.readers.claim import claimants
from suluh.readers.plain import plain
from suluh.readers.reader import is_binary

ONE_EACH = list({one.reader: one for one in all_fixtures()}.values())
WAYS = {
    "utf-16-be": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16 without its mark": lambda text: text.encode("utf-16-le"),
    "utf-32": lambda text: codecs.BOM_UTF32_LE + text.encode("utf-32-le"),
}
CHAT = "30/08/25 18.00 - Ani: halo\n30/08/25 18.01 - Budi: ya\nsatu\n30/08/25 18.02 - Ani: oke\n"


def _text(path: Path) -> str | None:
    """A file as text; null for a database, a workbook and whatever is no text in UTF-8."""
    raw = path.read_bytes()
    try:
        return None if is_binary(raw[:65536]) else raw.decode().removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None


def _said(folder: Path, name: str, accounts: tuple[str, ...]) -> tuple[list[str], list]:
    source = plain(FolderSource(folder, name, accounts=accounts))
    found = claimants(source)
    return [reader.name for reader, _ in found], [one for reader, _ in found for one in reader.read(source)]


@pytest.mark.parametrize("fixture", ONE_EACH, ids=lambda one: f"{one.reader}/{one.folder.name}")
def test_every_text_is_read_alike_in_utf_16(fixture: Fixture, tmp_path: Path) -> None:
    for path in fixture.lay(tmp_path):
        name, text = path.relative_to(tmp_path).as_posix(), _text(path)
        if text is None:
            continue
        path.write_text(text, "utf-8", newline="")
        as_utf8 = _said(tmp_path, name, fixture.accounts)
        path.write_bytes(codecs.BOM_UTF16_LE + text.encode("utf-16-le"))

        assert _said(tmp_path, name, fixture.accounts) == as_utf8

        path.write_text(text, "utf-8", newline="")


@pytest.mark.parametrize("way", WAYS)
def test_other_encodings_are_read_alike(way: str, tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_bytes(CHAT.encode())
    as_utf8 = _said(tmp_path, "chat.txt", ())
    (tmp_path / "chat.txt").write_bytes(WAYS[way](CHAT))

    assert _said(tmp_path, "chat.txt", ()) == as_utf8


def test_lines_that_a_carriage_return_alone_ends_are_lines(tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_bytes(CHAT.replace("\n", "\r").encode())

    _, records = _said(tmp_path, "chat.txt", ())

    assert [(one.text, one.place.line) for one in records if isinstance(one, Message)] == [
        ("halo", 1),
        ("ya\nsatu", 2),
        ("oke", 4),
    ]


def test_a_carriage_return_within_lines_stays(tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_bytes(CHAT.replace("halo", "ha\rlo\rdunia").encode())

    source = FolderSource(tmp_path, "chat.txt")

    assert plain(source) is source


@pytest.mark.parametrize("head", [b"%PDF-1.4\r1 0 obj\r<<>>\rendobj\r", b"\xff\xfe" + bytes(range(256)) * 8, b""])
def test_what_is_no_text_stays_as_it_is(head: bytes, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(head)
    source = FolderSource(tmp_path, "a")

    assert plain(source) is source


def test_a_stream_gives_the_same_bytes_wherever_it_is_asked_from(tmp_path: Path) -> None:
    text = "".join(f"baris {number} \u20ac\U0001f600\n" for number in range(20_000))
    (tmp_path / "a.txt").write_bytes(text.encode("utf-16"))
    source = plain(FolderSource(tmp_path, "a.txt"))
    whole = text.encode()

    with source.open() as file:
        assert file.read() == whole
        for place in (0, 70_001, 5, len(whole) - 3):
            assert (file.seek(place), file.read(9)) == (place, whole[place : place + 9])
        assert file.seek(0, io.SEEK_END) == len(whole)
    assert len(source.head) < source.size


def test_the_step_that_reads_tells_the_encoding_to_no_reader(tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_bytes(CHAT.encode("utf-16"))

    [*records, outcome] = work(FolderSource(tmp_path, "chat.txt"))

    assert isinstance(outcome, Outcome)
    assert (outcome.state, outcome.reader) == ("read", "whatsapp-text")
    assert sum(isinstance(one, Message) for one in records) == 3


KAKAO = (
    "Budi \ub2d8\uacfc \uce74\uce74\uc624\ud1a1 \ub300\ud654\n\uc800\uc7a5\ud55c \ub0a0\uc9dc : 2025-08-30 18:05:00\n\n"
    "--------------- 2025\ub144 8\uc6d4 30\uc77c \ud1a0\uc694\uc77c ---------------\n"
    "[\uc548\ub098] [\uc624\ud6c4 6:00] halo\n[Budi] [\uc624\ud6c4 6:01] ya\n"
)
QQ = (
    "\u6d88\u606f\u8bb0\u5f55\uff08\u6b64\u6d88\u606f\u8bb0\u5f55\u4e3a\u6587\u672c\u683c\u5f0f\uff0c\u4e0d\u652f\u6301"
    "\u91cd\u65b0\u5bfc\u5165\uff09\n\n2025-08-30 18:00:05 \u5b89\u5a1c\nhalo\n\n2025-08-30 18:01:05 Budi(12345)\nya\n"
)


@pytest.mark.parametrize(("text", "encoding", "name"), [(KAKAO, "cp949", "\uc548\ub098"), (QQ, "gbk", "\u5b89\u5a1c")])
def test_an_old_encoding_is_taken_where_the_words_of_an_app_stand_in_it_alone(
    text: str, encoding: str, name: str, tmp_path: Path
) -> None:
    (tmp_path / "chat.txt").write_bytes(text.encode(encoding))

    [*records, outcome] = work(FolderSource(tmp_path, "chat.txt"))

    assert isinstance(outcome, Outcome)
    assert outcome.state == "read"
    assert name in {one.names[0] for one in records if isinstance(one, Account)}
    assert [one.reason for one in records if isinstance(one, Flaw)] == [OLD.format(encoding=encoding)]
    assert all(part.known for part in Language("id").told(OLD.format(encoding=encoding)))


def test_bytes_of_western_europe_are_given_to_no_other_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Se\u00f1or Mu\u00f1oz \u00fcber alles\nni\u00f1o\n".encode("latin-1"))

    [outcome] = work(FolderSource(tmp_path, "a.txt"))

    assert isinstance(outcome, Outcome)
    assert outcome.state == "unparsed"
