# SPDX-License-Identifier: Apache-2.0
"""Exhibits are digested again where they lie, and the first file that differs is named."""

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.custody.every_noun import file_away, officer, start

from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.case import Case
from suluh.case.location import location
from suluh.case.verify.again.sources import verify_sources
from suluh.model.errors import BrokenCustody
from suluh.model.ids import file_id, make_id
from suluh.model.intake import Acquisition, Content, File
from suluh.unit.folder import UnitFolder

NAMES = (b"a.txt", b"folder/b.txt", b"folder/\xff.bin")


def kept(name: bytes, data: bytes, exhibit: str = "B-1") -> Iterator[File | Content]:
    one = file_id(exhibit, "1", (), name)
    yield File(id=one, exhibit=exhibit, acquisition="1", path=name, order=1)
    sha256 = hashlib.sha256(data).hexdigest()
    yield Content(id=make_id("content", one), file=one, sha256=sha256, sha1="", md5="", size=9, type="text/plain")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "exhibit"
    (root / "folder").mkdir(parents=True)
    for name in NAMES:
        Path(os.fsdecode(os.fsencode(root) + b"/" + name)).write_bytes(name)
    return root


@pytest.fixture
def case(tmp_path: Path, root: Path) -> Iterator[Case]:
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    record_authority(case, Paper("court", "P-1", "PN Contoh", "2026-01-01"))
    add_exhibit(case, Bag(root, "B-1", "P-1"))
    for name in NAMES:
        file_away(case, kept(name, name))
    yield case
    case.close()


def test_untouched_exhibits_verify(case: Case) -> None:
    assert verify_sources(case) == 3


def gone(root: Path) -> None:
    (root / "a.txt").unlink()


def changed(root: Path) -> None:
    (root / "a.txt").write_bytes(b"a.txx")


def linked(root: Path) -> None:
    (root / "a.txt").rename(root.parent / "elsewhere")
    (root / "a.txt").symlink_to(root.parent / "elsewhere")


def piped(root: Path) -> None:
    (root / "a.txt").unlink()
    os.mkfifo(root / "a.txt")


@pytest.mark.parametrize("spoil", [gone, changed, linked, piped])
def test_a_spoilt_file_is_named(case: Case, root: Path, spoil: Callable[[Path], None]) -> None:
    spoil(root)

    with pytest.raises(BrokenCustody) as caught:
        verify_sources(case)

    assert (caught.value.where, caught.value.rule) == ("B-1 1 a.txt", 15)


@pytest.mark.parametrize("name", ["new.txt", "folder/new.txt"])
def test_an_added_file_is_named(case: Case, root: Path, name: str) -> None:
    (root / name).write_bytes(b"")

    with pytest.raises(BrokenCustody, match="was added"):
        verify_sources(case)


def test_a_renamed_file_is_named(case: Case, root: Path) -> None:
    (root / "a.txt").rename(root / "z.txt")

    with pytest.raises(BrokenCustody, match=r"z\.txt was added"):
        verify_sources(case)


def test_a_medium_that_is_not_connected_is_said(case: Case, root: Path) -> None:
    root.rename(root.parent / "elsewhere")

    with pytest.raises(BrokenCustody, match="connect its medium"):
        verify_sources(case)


def test_reading_again_changes_no_time_of_the_exhibit(case: Case, root: Path) -> None:
    before = (root / "a.txt").stat()

    verify_sources(case)

    after = (root / "a.txt").stat()
    assert (after.st_atime_ns, after.st_mtime_ns) == (before.st_atime_ns, before.st_mtime_ns)


def test_one_file_as_an_exhibit_is_checked(case: Case, tmp_path: Path) -> None:
    single = tmp_path / "chat.txt"
    single.write_bytes(b"chat")
    add_exhibit(case, Bag(single, "B-2", "P-1"))
    file_away(case, kept(b"chat.txt", b"chat", "B-2"))

    assert verify_sources(case) == 4


@pytest.mark.parametrize("name", [b"a b", b"100%25#?", b"\xff\xfe", "ekstraksi “satu”".encode()])
def test_an_exhibit_lies_where_the_entry_that_added_it_says(case: Case, tmp_path: Path, name: bytes) -> None:
    place = os.fsencode(tmp_path) + b"/" + name
    Path(os.fsdecode(place)).mkdir()

    add_exhibit(case, Bag(Path(os.fsdecode(place)), "B-2", "P-1"))

    [added] = case.nouns(Acquisition, {"exhibit": "B-2"})
    assert location(case.rows, added) == place


def test_nothing_hashed_is_nothing_to_check(tmp_path: Path) -> None:
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))

    with pytest.raises(BrokenCustody, match="nothing to check"):
        verify_sources(case)
    case.close()
