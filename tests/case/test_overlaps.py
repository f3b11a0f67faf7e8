# SPDX-License-Identifier: Apache-2.0
"""Nothing comes into a case twice: no acquisition lies where another lies, and no label is given to a second device."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.custody.every_noun import officer, start

from suluh.case.acts.intake import Bag, Paper, add_exhibit, add_exhibits, record_authority
from suluh.case.case import Case
from suluh.case.corrections.correct import Lies, correct_exhibit
from suluh.model.errors import Misuse
from suluh.model.intake import Acquisition, Exhibit
from suluh.unit.folder import UnitFolder


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case whose one exhibit lies in ``disk/phone``."""
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    record_authority(case, Paper("court", "P-1", "PN Contoh", "2026-01-01"))
    (tmp_path / "disk" / "phone" / "DCIM").mkdir(parents=True)
    (tmp_path / "disk" / "phone 2").mkdir()
    (tmp_path / "disk" / "phone" / "note.txt").write_text("paket")
    (tmp_path / "link").symlink_to(tmp_path / "disk" / "phone")
    add_exhibit(case, Bag(tmp_path / "disk" / "phone", "B-1", "P-1"))
    yield case
    case.close()


@pytest.mark.parametrize(
    ("path", "how"),
    [
        ("disk/phone", "is"),
        ("disk/phone/../phone/.", "is"),
        ("link", "is"),
        ("disk/phone/DCIM", "lies inside"),
        ("link/DCIM", "lies inside"),
        ("link/note.txt", "lies inside"),
        ("disk", "lies around"),
        ("link/..", "lies around"),
    ],
)
@pytest.mark.parametrize(("label", "name"), [("B-2", "1"), ("B-1", "2")])
def test_a_path_that_overlaps_one_of_the_case_is_refused(case: Case, tmp_path: Path, path, how, label, name) -> None:
    with pytest.raises(Misuse, match=f"{how} the place of acquisition 1 of B-1"):
        add_exhibit(case, Bag(tmp_path / path, label, "P-1", acquisition=name))

    assert len(list(case.nouns(Acquisition))) == 1


def test_a_second_name_of_one_file_is_the_same_file(case: Case, tmp_path: Path) -> None:
    (tmp_path / "single.txt").write_text("paket")
    os.link(tmp_path / "single.txt", tmp_path / "again.txt")
    add_exhibit(case, Bag(tmp_path / "single.txt", "B-2", "P-1"))

    with pytest.raises(Misuse, match="is the place of acquisition 1 of B-2"):
        add_exhibit(case, Bag(tmp_path / "again.txt", "B-3", "P-1"))


def test_a_path_that_only_begins_alike_comes_in(case: Case, tmp_path: Path) -> None:
    assert add_exhibit(case, Bag(tmp_path / "disk" / "phone 2", "B-2", "P-1")).label == "B-2"


def test_a_list_whose_lines_overlap_adds_nothing(case: Case, tmp_path: Path) -> None:
    for name in ("one", "one/two"):
        (tmp_path / name).mkdir()

    with pytest.raises(Misuse, match="lies inside the place of acquisition 1 of B-2"):
        list(add_exhibits(case, [Bag(tmp_path / "one", "B-2", "P-1"), Bag(tmp_path / "one/two", "B-3", "P-1")]))

    assert len(list(case.nouns(Exhibit))) == 1


def test_no_correction_moves_an_acquisition_to_where_another_lies(case: Case, tmp_path: Path) -> None:
    add_exhibit(case, Bag(tmp_path / "disk" / "phone 2", "B-2", "P-1"))

    with pytest.raises(Misuse, match="lies inside the place of acquisition 1 of B-1"):
        correct_exhibit(case, "B-2", {}, "pindah", Lies(path=tmp_path / "link" / "DCIM"))


def test_a_used_label_is_first_taken_for_another_device(case: Case, tmp_path: Path) -> None:
    with pytest.raises(Misuse) as refused:
        add_exhibit(case, Bag(tmp_path / "disk" / "phone 2", "B-1", "P-1", holder="Budi Contoh"))

    said = str(refused.value)
    assert said.startswith("if this is another device than B-1, give it its own label")
    assert said.index("its own label") < said.index("--acquisition") < said.index("--corrects B-1")


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"holder": "Budi Contoh"}, "--holder"),
        ({"accounts": ("x:1",)}, "--account"),
        ({"timezone": "Asia/Jayapura"}, "--timezone"),
    ],
)
def test_what_a_further_acquisition_says_otherwise_is_not_left_out(case: Case, tmp_path: Path, fields, name) -> None:
    bag = Bag(tmp_path / "disk" / "phone 2", "B-1", "P-1", acquisition="2", **fields)

    with pytest.raises(Misuse, match=f"another {name}"):
        add_exhibit(case, bag)
    with pytest.raises(Misuse, match=f"another {name}"):
        add_exhibits_of(case, bag, tmp_path)


def add_exhibits_of(case: Case, bag: Bag, folder: Path) -> None:
    """Add two acquisitions of a new label in one list, the second with something said otherwise."""
    (folder / "third").mkdir()
    first = Bag(folder / "third", "B-5", "P-1")
    second = Bag(bag.path, "B-5", "P-1", "2", bag.holder, bag.accounts, bag.timezone)
    list(add_exhibits(case, [first, second]))
