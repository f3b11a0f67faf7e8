# SPDX-License-Identifier: Apache-2.0
"""A case names its hash sets by digest, once each."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.custody.every_noun import officer, start

from suluh.case.acts.sets import add_set
from suluh.case.case import Case
from suluh.case.lease import lease
from suluh.case.verify.case import verify_case
from suluh.model.errors import Misuse
from suluh.model.matching import HashSet
from suluh.unit.folder import UnitFolder
from suluh.unit.sets import load_sets


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    yield case
    case.close()


@pytest.fixture
def hashes(tmp_path: Path) -> Path:
    path = tmp_path / "daftar.csv"
    path.write_text("md5,category\n" + "0a" * 16 + ",CAT:1\nsalah,CAT:1\n", "utf-8")
    return path


def test_a_set_is_kept_with_who_added_it_and_its_flaws_are_told(case: Case, hashes: Path) -> None:
    told: list[str] = []

    found = add_set(case, hashes, kind="known", tell=told.append)

    assert [found] == list(case.nouns(HashSet))
    assert (found.name, found.kind, found.entries, found.flaws, found.by) == ("daftar", "known", 1, 1, "S-1")
    assert told == ["line 3 of daftar.csv was left out: md5 has 5 characters, not 32"]
    assert len(load_sets(case.acting.unit, case.acting.key, [found])) == 1
    assert verify_case(case.folder).entries == 2


def test_the_same_set_is_refused_a_second_time(case: Case, hashes: Path) -> None:
    add_set(case, hashes, kind="known", name="ours")

    with pytest.raises(Misuse, match="as ours"):
        add_set(case, hashes, kind="known", name="ours")


def test_a_path_without_a_file_is_refused(case: Case, tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="hash set"):
        add_set(case, tmp_path / "none.csv", kind="known")


def test_a_set_waits_for_a_run_that_goes_on(case: Case, hashes: Path) -> None:
    told: list[str] = []
    waits = threading.Event()

    def tell(said: str) -> None:
        told.append(said)
        if "runs this case now" in said:
            waits.set()

    with lease(case.folder):
        adding = threading.Thread(target=lambda: add_set(case, hashes, kind="known", tell=tell))
        adding.start()
        assert waits.wait(60)
        assert not list(case.nouns(HashSet))
    adding.join(60)

    assert told[-1] == f"process {os.getpid()} runs this case now: this goes on when it has ended"
    assert [one.name for one in case.nouns(HashSet)] == ["daftar"]
