# SPDX-License-Identifier: Apache-2.0
"""Lists of a unit stand in the place of those that ship, and one that cannot be read is refused in a sentence."""

from pathlib import Path

import pytest
from tests.case.dossiers.made import DOSSIER, Plan, build, checked, numbers

from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.contents import contents
from suluh.case.dossiers.listed import any_of, own, shipped
from suluh.model.errors import Misuse
from suluh.unit.folder import UnitFolder


def put(home: Path, name: str, text: str) -> UnitFolder:
    (home / "lists").mkdir(parents=True, exist_ok=True)
    (home / "lists" / f"{name}.csv").write_text(text, "utf-8-sig")
    return UnitFolder(home)


def test_a_list_of_the_unit_stands_in_the_place_of_that_of_the_program(tmp_path: Path) -> None:
    case = build(tmp_path, Plan(1))
    put(tmp_path / "home", "contents", "number;title_id;title_en;what;needed\n1;Surat lain;Another;paper:SP3;always\n")

    [row] = contents(Brief.of(case, DOSSIER))

    assert (row.title.english, row.state) == ("Another", "missing")
    assert 24 in numbers(checked(case), "B")


def test_a_word_of_the_unit_is_looked_for(tmp_path: Path) -> None:
    case = build(tmp_path, Plan(1))
    put(tmp_path / "home", "words", "word;instead;language\nmenerangkan;menyatakan;id\n")

    found = [one for one in checked(case).findings if one.number == 23]

    assert {one.what.english for one in found} == {"It says 'menerangkan': say menyatakan."}


@pytest.mark.parametrize("text", ["word\npredator\n", "word;instead;language\n", "word;instead;language\na;b\n"])
def test_a_list_that_lacks_something_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Misuse, match=r"no such list|other columns"):
        own(put(tmp_path, "words", text), "words")


def test_a_unit_without_a_list_has_that_of_the_program(tmp_path: Path) -> None:
    assert own(UnitFolder(tmp_path), "words") == own(None, "words") == shipped("words")


def test_a_word_is_found_as_a_whole_alone() -> None:
    pattern = any_of(["bersalah", "child porn"])

    assert pattern.search("dia BERSALAH.")
    assert not pattern.search("dibersalahkan")
