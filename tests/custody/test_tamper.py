# SPDX-License-Identifier: Apache-2.0
"""Changes of every kind are found and named, or change nothing: a few hundred of those of `make tamper`."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tools.tamper import __main__ as tool
from tools.tamper import clean, kind, ledger
from tools.tamper.bed import Bed, opened

from suluh.case.folder import CaseFolder
from suluh.model.errors import BrokenCustody

SHARE = 0.0012


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tamper")


@pytest.fixture(scope="module")
def said(root: Path) -> list[tool.Said]:
    return list(tool.tamper(root, SHARE, slots=1))


@pytest.fixture(scope="module")
def bed(root: Path, said: list[tool.Said]) -> Bed:
    assert said
    return opened(root)


def test_changes_of_every_kind_are_found_and_named_or_change_nothing(said: list[tool.Said]) -> None:
    *changed, whole = said

    assert [one.text() for one in said if one.verdicts[kind.MISSED]] == []
    assert [one.kind for one in changed] == [one.name for one in tool.KINDS]
    assert sum(one.verdicts[kind.FOUND] for one in changed) > 200
    assert whole.verdicts == Counter({clean.CLEAN: whole.verdicts.total()})


def test_there_are_changes_of_all_twelve_kinds_and_enough_of_them(bed: Bed) -> None:
    names = " ".join(one.name for one in tool.KINDS)

    assert [one for one in range(1, 13) if f"T{one} " not in names] == []
    assert sum(one.total(bed) for one in tool.KINDS) > 200_000


def test_every_care_of_a_case_file_gives_no_alarm(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    for care in clean.CARE:
        monkeypatch.setattr(clean, "CARE", (care,))

        assert clean.clean(bed, 1) == clean.CLEAN


def test_a_change_that_nobody_finds_is_missed(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each kind can fall short: with verifiers that find nothing no change is found."""

    def silent(_: Callable[[], object]) -> None:
        return None

    for module in ("ledger", "cells", "forks", "files", "sources"):
        monkeypatch.setattr(f"tools.tamper.{module}.said", silent)
    kinds = [one for one in tool.KINDS if "package" not in one.name and not one.name.startswith(("T9", "T10"))]
    missed = {
        one.name: sum(one.tried(bed, one.total(bed) * part // 6).startswith(kind.MISSED) for part in range(6))
        for one in kinds
    }

    assert [name for name, count in missed.items() if not count] == []


def test_a_change_that_is_found_under_another_name_is_missed() -> None:
    error = BrokenCustody("entry 4 was changed", rule=3, where="entry 4")

    assert kind.named(error, "entry 4") == kind.FOUND
    assert kind.named(error, "entry 3").startswith(kind.MISSED)


def test_an_alarm_on_a_clean_ledger_is_told(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    def care(folder: CaseFolder) -> None:
        (folder.keys / "S-1.pub").write_bytes(b"x")

    monkeypatch.setattr(clean, "CARE", (care,))

    assert clean.clean(bed, 1).startswith(kind.MISSED)


def test_the_same_number_is_the_same_change(bed: Bed) -> None:
    assert [ledger.order(bed, 7), ledger.bit(bed, 7)] == [ledger.order(bed, 7), ledger.bit(bed, 7)]
    assert kind.chance_of("order", 7).random() == kind.chance_of("order", 7).random()
