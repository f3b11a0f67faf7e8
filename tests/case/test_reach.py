# SPDX-License-Identifier: Apache-2.0
"""What a run cannot reach has a flaw for as long as that is so; the rest is done, and the next run asks again."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.custody.every_noun import officer, start

from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.line.due import is_due
from suluh.case.line.meter import Progress
from suluh.case.line.reach import Reach
from suluh.case.line.run import run
from suluh.case.verify.case import verify_case
from suluh.exhibits.walk import not_read
from suluh.model.errors import NotAllThere
from suluh.model.intake import Acquisition, Flaw
from suluh.model.talk import Message
from suluh.unit.folder import UnitFolder

CHAT = "WhatsApp Chat with Budi.txt"
SAID = "30/08/25, 18.00 - Budi: paket 40 file 50rb\n"
OTHER = "30/08/25, 18.00 - Budi: paket 20 file 30rb\n"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Two phones with one chat each."""
    unit = UnitFolder(tmp_path / "unit")
    made = start(tmp_path / "case", unit, officer(unit, "S-1"))
    record_authority(made, Paper("court", "P-1", "PN Contoh", "2026-01-01"))
    for number, said in enumerate((SAID, OTHER), 1):
        folder = tmp_path / f"phone-{number}"
        folder.mkdir()
        (folder / CHAT).write_text(said)
        add_exhibit(made, Bag(folder, f"B-{number}", "P-1"))
    yield made
    verify_case(made.folder)
    made.close()


def kill(*_: object) -> None:
    raise KeyboardInterrupt


def go(case: Case, at: str = "", do: Callable[[], object] = lambda: None) -> list[str]:
    """Run, and do something once a step has begun to tell of itself; the reasons of the flaws then."""
    left = [do]

    def tell(progress: Progress) -> None:
        if progress.step == at and left:
            left.pop()()

    try:
        run(case, tell)
    except NotAllThere:
        assert list(case.nouns(Flaw)) != []
    else:
        assert [one for one in case.nouns(Flaw) if one.step != "digest" and "nothing lies here" not in one.reason] == []
    return [f"{one.place.exhibit} {one.reason}" for one in case.nouns(Flaw)]


def said(case: Case) -> list[str]:
    return sorted(one.text for one in case.nouns(Message))


ALL = ["paket 20 file 30rb", "paket 40 file 50rb"]


def test_an_exhibit_whose_disk_is_not_attached_does_not_stop_the_others(case: Case, tmp_path: Path) -> None:
    (tmp_path / "phone-1").rename(tmp_path / "away")

    [flaw] = go(case)
    assert flaw.startswith("B-1 this acquisition is not where it was")
    assert said(case) == ALL[:1]
    assert is_due(case)

    (tmp_path / "away").rename(tmp_path / "phone-1")
    assert go(case) == []
    assert said(case) == ALL
    assert not is_due(case)


def test_what_waits_on_a_disk_that_is_not_attached_is_due(case: Case, tmp_path: Path) -> None:
    folder, away = tmp_path / "phone-1", tmp_path / "away"
    go(case, "walk", (folder / CHAT).unlink)
    folder.rename(away)

    [flaw] = go(case)
    assert flaw == "B-1 this acquisition is not where it was, and files of it wait to be read: attach its disk"
    assert is_due(case)

    (away / CHAT).write_text(SAID)
    away.rename(folder)
    assert go(case) == []
    folder.rename(away)
    [flaw] = go(case)
    assert not is_due(case)
    assert said(case) == ALL


def test_an_exhibit_that_was_empty_at_the_first_run_is_listed_by_the_next(case: Case, tmp_path: Path) -> None:
    (tmp_path / "phone-1" / CHAT).rename(tmp_path / "kept")

    assert go(case) == ["B-1 nothing lies here: if its disk was not attached, run again"]
    assert go(case) == ["B-1 nothing lies here: if its disk was not attached, run again"]

    (tmp_path / "kept").rename(tmp_path / "phone-1" / CHAT)
    assert go(case) == []
    assert said(case) == ALL


def test_a_file_that_vanishes_before_it_is_digested_is_asked_for_again(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "phone-1" / CHAT

    assert go(case, "walk", file.unlink) == ["B-1 not opened: No such file or directory"]
    assert said(case) == ALL[:1]
    file.symlink_to("/etc/hostname")
    [flaw] = go(case)
    assert flaw.startswith("B-1 not opened: ")

    file.unlink()
    file.write_text(SAID)
    assert go(case) == []
    assert said(case) == ALL


def test_a_file_that_grows_before_it_is_digested_has_a_flaw_that_stays(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "phone-1" / CHAT

    found = go(case, "walk", lambda: file.write_text(SAID * 2))

    [flaw] = found
    size = len(SAID)
    assert flaw.startswith(f"B-1 it had {size} bytes when it was listed and {2 * size} when it was digested")
    assert go(case) == found


@pytest.mark.parametrize("keep_time", [True, False])
def test_a_file_that_is_replaced_after_it_was_digested_is_not_read(
    case: Case,
    tmp_path: Path,
    keep_time: bool,  # noqa: FBT001 # both ways
) -> None:
    file = tmp_path / "phone-1" / CHAT
    before = file.stat()

    def replace() -> None:
        file.write_text(SAID.replace("40", "4000"))
        if keep_time:
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    [flaw] = go(case, "stated", replace)
    assert flaw.startswith("B-1 this file is no longer the one that was digested")
    assert said(case) == ALL[:1]

    file.write_text(SAID)
    assert go(case) == []
    assert said(case) == ALL


def test_what_is_copied_to_another_disk_is_still_what_was_digested(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "phone-1"

    def copy() -> None:
        shutil.copytree(folder, tmp_path / "copy", copy_function=shutil.copy)
        shutil.rmtree(folder)
        (tmp_path / "copy").rename(folder)

    assert go(case, "stated", copy) == []
    assert said(case) == ALL


def test_a_folder_that_could_not_be_read_is_listed_once_it_can_be(case: Case, tmp_path: Path) -> None:
    """The flaw is written by hand: whoever runs the tests may read every folder."""
    go(case)
    [acquisition] = [one for one in case.nouns(Acquisition) if one.exhibit == "B-1"]
    shut = not_read(acquisition, b"sub", "this folder cannot be read: Permission denied")
    case.keep(Act("reach", "files", replaces=case.book.batches("reach", "files")), [shut])
    assert go(case) == ["B-1 this folder cannot be read: No such file or directory"]

    (tmp_path / "phone-1" / "sub").mkdir()
    (tmp_path / "phone-1" / "sub" / CHAT).write_text(SAID.replace("40", "400"))

    assert go(case) == []
    assert said(case) == ["paket 20 file 30rb", "paket 40 file 50rb", "paket 400 file 50rb"]


def test_a_folder_in_place_of_a_file_is_not_the_exhibit(case: Case, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(SAID)
    add_exhibit(case, Bag(tmp_path / "one.txt", "B-3", "P-1"))
    (tmp_path / "one.txt").unlink()
    (tmp_path / "one.txt").mkdir()

    [flaw] = go(case)

    assert flaw.startswith("B-3 this acquisition is not where it was")
    assert said(case) == ALL


def test_a_kill_before_the_end_hides_no_file_that_waits(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that wait on a disk which is not attached are told before a step is finished without them."""
    with pytest.raises(KeyboardInterrupt):
        go(case, "digest", kill)
    (tmp_path / "phone-1").rename(tmp_path / "elsewhere")
    monkeypatch.setattr(Reach, "close", kill)

    with pytest.raises(KeyboardInterrupt):
        run(case, lambda _: None)

    assert is_due(case)
    assert ["files of it wait" in one.reason for one in case.nouns(Flaw)] == [True]
