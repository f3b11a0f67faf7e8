# SPDX-License-Identifier: Apache-2.0
"""Whether several processes looked at the signatures or one did, the verdict on a ledger is the same."""

import random
from pathlib import Path

import pytest
from tests.custody.test_tamper_ledger import MUTATIONS, SEED, reseal, stored

from suluh.case.folder import CaseFolder
from suluh.case.verify import shared
from suluh.case.verify.case import read_keys, verify_case
from suluh.case.verify.shared import sharing
from suluh.custody.verify import Ahead, Stored, alone, check_entries
from suluh.model.errors import BrokenCustody, WorkersLost

__all__ = ["stored"]
TRIALS = 24


@pytest.fixture
def short_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "CHUNK", 5)


def verdict(entries: list[Stored], folder: Path, ahead: Ahead) -> str:
    try:
        return f"{check_entries(entries, read_keys(CaseFolder(folder)), None, ahead).size} hold"
    except BrokenCustody as error:
        return f"{error.rule} {error.where}: {error}"


@pytest.mark.usefixtures("short_chunks")
def test_a_changed_ledger_has_the_same_verdict_shared_or_not(stored: list[Stored], whole: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311 # a seed makes it run again
    found = []

    for trial in range(TRIALS):
        changed = MUTATIONS[trial % len(MUTATIONS)](chance, stored)
        with sharing(len(changed), least=0, processes=2) as ahead:
            found.append((verdict(changed, whole, ahead), verdict(changed, whole, alone)))

    assert [one for one, _ in found] == [other for _, other in found]
    assert not any("hold" in one for one, _ in found)


@pytest.mark.usefixtures("short_chunks")
def test_a_ledger_that_holds_does_so_shared(stored: list[Stored], whole: Path) -> None:
    with sharing(len(stored), least=0, processes=2) as ahead:
        looked = list(ahead(stored))
        assert [known for _, known in looked] == [True] * len(stored)

        assert verdict(stored, whole, ahead) == f"{len(stored)} hold"


def test_each_forged_entry_is_left_to_the_rules(stored: list[Stored]) -> None:
    forged = reseal(random.Random(SEED), stored)  # noqa: S311 # as above

    with sharing(len(forged), least=0, processes=2) as ahead:
        known = [known for _, known in ahead(forged)]

    assert known == [one == other for one, other in zip(forged, stored, strict=True)]


def test_a_short_ledger_starts_nobody() -> None:
    with sharing(shared.LEAST - 1) as short:
        assert short == alone


def test_one_processor_starts_nobody_and_has_the_same_verdict(
    stored: list[Stored], whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "Shares", None)
    forged = reseal(random.Random(SEED), stored)  # noqa: S311 # as above

    with sharing(shared.LEAST, processes=1) as ahead:
        assert [known for _, known in ahead(stored)] == [True] * len(stored)
        assert verdict(forged, whole, ahead) == verdict(forged, whole, alone)


def test_a_case_is_verified_by_several_processes(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = verify_case(CaseFolder(whole))
    monkeypatch.setattr("suluh.case.verify.case.sharing", lambda count: sharing(count, least=0, processes=2))

    assert verify_case(CaseFolder(whole)) == before


def test_an_answer_about_other_entries_is_an_error(stored: list[Stored], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared.signatures, "pack", lambda pairs, pack=shared.signatures.pack: pack(pairs[1:]))

    with sharing(len(stored), least=0, processes=2) as ahead, pytest.raises(WorkersLost, match="other entries"):
        list(ahead(stored))
