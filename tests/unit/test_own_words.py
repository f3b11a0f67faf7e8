# SPDX-License-Identifier: Apache-2.0
"""The unit's own words of trade."""

import hashlib
from pathlib import Path

import pytest

from suluh.model.errors import Misuse, UnknownObject
from suluh.unit.folder import UnitFolder
from suluh.unit.words import own_words

COAST = b'[same-as]\nSetor = "transfer"\nnyumbang = "bayar"\n'


def unit(tmp_path: Path, **texts: bytes) -> UnitFolder:
    folder = UnitFolder(tmp_path)
    folder.words.mkdir()
    for name, content in texts.items():
        (folder.words / f"{name}.toml").write_bytes(content)
    return folder


def test_the_words_of_all_texts_are_taken_with_their_digests(tmp_path: Path) -> None:
    found = own_words(unit(tmp_path, coast=COAST, inland=b'[same-as]\nsetor = "transfer"\n'))

    assert found.words == {"setor": "transfer", "nyumbang": "bayar"}
    assert found.sources[0] == f"coast.toml {hashlib.sha256(COAST).hexdigest()}"
    assert len(found.sources) == 2


def test_a_unit_without_words_is_told_how_to_write_them(tmp_path: Path) -> None:
    with pytest.raises(UnknownObject, match=r"\[same-as\]"):
        own_words(UnitFolder(tmp_path))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"[same-as", "is no TOML text"),
        (b"\xff", "is no TOML text"),
        (b'[search]\nx = "y"\n', "it may hold the table"),
        (b"[same-as]\nsetor = 5\n", "it may hold the table"),
        (b"", "says no words"),
    ],
)
def test_a_text_that_says_anything_else_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(Misuse, match=sentence):
        own_words(unit(tmp_path, one=content))


def test_two_texts_that_differ_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="leave one"):
        own_words(unit(tmp_path, a=COAST, b=b'[same-as]\nsetor = "bayar"\n'))
