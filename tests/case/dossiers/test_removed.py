# SPDX-License-Identifier: Apache-2.0
"""What officers typed of what a removed exhibit holds goes with it, frozen papers too, and both verify."""

from pathlib import Path
from types import SimpleNamespace

from tests.case.dossiers.made import DOSSIER
from tests.case.views.made import acting

from suluh.case.case import Case
from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.kept import folder_of
from suluh.case.gate.seal import Seal
from suluh.case.removal.carry import Carried, carry_out
from suluh.case.removal.propose import propose
from suluh.case.removal.typed_of import going
from suluh.case.typed.enter import correct, enter
from suluh.case.verify.case import verify_case
from suluh.custody.removal import REACHED
from suluh.custody.verify import _may_replace
from suluh.model.deeds.acts import DEEDS, REMOVED
from suluh.model.dossier.charges import Alternative, Tie, Written
from suluh.model.dossier.exhibits import Handling, Observation, Seizure

SEEN = "garis biru di tepi"


def removed(case: Case, folder: Path, label: str) -> Carried:
    proposal = propose(case, label, "PEN-9", "penyitaan dibatalkan")
    other = Case.open(case.folder, acting(folder / "home", "S2"))
    found = carry_out(other, proposal.id)
    other.close()
    return found


def only(case: Case, label: str) -> list[str]:
    """Ties whose fact lies on one exhibit alone, as their facts say it."""
    return [one.tie.code for one in Brief.of(case, DOSSIER).facts if one.falls_without(label)]


def test_ties_observations_and_answers_on_what_it_alone_holds_go_and_custody_stays(case: Case, tmp_path: Path) -> None:
    facts = [one for one in Brief.of(case, DOSSIER).facts if one.deal]
    label, deal = next((label, one.deal) for one in facts for label in sorted(one.labels) if one.falls_without(label))
    ties = only(case, label)
    enter(case, Observation, [{"about": label, "seen": SEEN, "officer": "E-1"}])
    enter(case, Tie, [_tie("observation:observation-1")])
    answered = {"row": "4", "state": "answered", "answer": SEEN, "about": f"deal:{Seal(case.secret).of(deal.id)}"}
    enter(case, Alternative, [{**answered, "code": "lain-1"}])
    before = {kind: len(list(case.nouns(kind))) for kind in (Seizure, Handling)}

    found = removed(case, tmp_path, label)

    assert set(found.gone) == {*ties, "observation-1", "tie-1", "lain-1"}
    assert {one.code for one in case.nouns(Tie)}.isdisjoint(found.gone)
    assert {kind: len(list(case.nouns(kind))) for kind in before} == before
    assert SEEN.encode() not in case.folder.file.read_bytes()
    assert f"sita-{label}" in found.typed
    verify_case(case.folder)


def _tie(fact: str) -> dict[str, str]:
    return {"charge": "charge-1", "element": "1", "fact": fact, "side": "for", "sentence": SEEN}


def test_frozen_papers_of_that_time_leave_the_folder_and_the_verifier_says_why(case: Case, tmp_path: Path) -> None:
    papers = list(case.nouns(Written))
    assert all(folder_of(case.folder, one).is_dir() for one in papers)

    found = removed(case, tmp_path, "B-2")

    assert set(found.papers) == {one.code for one in papers}
    assert not any(folder_of(case.folder, one).exists() for one in papers)
    said = verify_case(case.folder).remarks
    told = "the files of paper written-1 were taken out of releases/ when B-2 was removed under PEN-9"
    assert told in said


def test_what_was_entered_beside_something_else_stays_and_is_named(case: Case, tmp_path: Path) -> None:
    about = {"seen": SEEN, "officer": "E-1"}
    enter(case, Observation, [{**about, "about": "B-2"}, {**about, "about": "B-1"}])

    assert going(case, "B-2").codes == tuple(only(case, "B-2"))
    found = removed(case, tmp_path, "B-2")

    assert "observation-1" in found.typed
    verify_case(case.folder)


def test_what_was_corrected_goes_whole_or_not_at_all(case: Case) -> None:
    enter(case, Observation, [{"about": "B-2", "seen": SEEN, "officer": "E-1"}])
    correct(case, Observation, "observation-1", {"seen": "lain"}, "salah ketik")
    assert "observation-1" in going(case, "B-2").codes

    correct(case, Observation, "observation-1", {"about": "B-1"}, "salah barang bukti")

    assert "observation-1" not in going(case, "B-2").codes


def test_a_content_that_lies_on_two_exhibits_goes_with_neither(case: Case) -> None:
    tied = next(one for one in Brief.of(case, DOSSIER).facts if one.tie.code == "tie-content")
    enter(case, Observation, [{"about": tied.contents[0], "seen": SEEN, "officer": "E-1"}])

    for label in ("B-1", "B-2", "B-3"):
        is_alone = tied.labels == {label}
        assert ("observation-1" in going(case, label).codes) == is_alone


def test_the_ledger_takes_nothing_else_for_a_removal() -> None:
    new = SimpleNamespace(action="remove", object="B-2")

    for word in DEEDS:
        old = SimpleNamespace(action=word, object="B-2")
        assert _may_replace(new, REMOVED, old) == (word in {*REACHED, "add"})  # type: ignore[arg-type] # two of its fields
