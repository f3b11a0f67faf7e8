# SPDX-License-Identifier: Apache-2.0
"""A correction that an officer forged with their own key is found, and named."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import digest, file_away, officer, start

from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.acts.sets import add_set, drop_set
from suluh.case.case import Case
from suluh.case.corrections.correct import Lies, correct_authority, correct_exhibit
from suluh.case.corrections.corrected import note_settled
from suluh.case.keep import Act
from suluh.case.verify.case import verify_case
from suluh.model.body import Noun
from suluh.model.errors import BrokenCustody
from suluh.model.ids import make_id
from suluh.model.intake import Acquisition, Authority, Content, Exhibit, File, Outcome
from suluh.model.matching import HashSet
from suluh.unit.folder import UnitFolder

FORGED = make_id("forged")
FILE = File(id=make_id("file", "a"), exhibit="B-1", acquisition="1", path=b"a", order=1, size=9)
CONTENT = Content(
    id=FILE.id, file=FILE.id, sha256=digest("chat"), sha1="1" * 40, md5="2" * 32, size=9, type="text/plain"
)
OUTCOME = Outcome(id=make_id("outcome", FILE.id), file=FILE.id, state="read", reader="made up")
ACTS = {Authority: "authority", Exhibit: "add", Acquisition: "add", HashSet: "sets"}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    for number in ("P-1", "P-2"):
        record_authority(case, Paper("court", number, "PN Contoh", "2026-01-01"))
    for label in ("B-1", "B-2"):
        (tmp_path / label).mkdir()
        add_exhibit(case, Bag(tmp_path / label, label, "P-1"))
    for number in ("1", "2"):
        (tmp_path / "set.csv").write_text("md5\n" + number * 32 + "\n", "utf-8")
        add_set(case, tmp_path / "set.csv", kind="known")
    yield case
    case.close()


def forge(case: Case, of: type[Noun], /, **fields: object) -> None:
    """Enter a row after one of a case, with something said otherwise."""
    old = next(iter(case.nouns(of)))
    forged = msgspec.structs.replace(old, **{"id": FORGED, "corrects": old.id, "reason": "salah ketik", **fields})
    case.keep(Act(ACTS[of], "forged"), [forged])


@pytest.mark.parametrize("kind", ACTS)
def test_a_plain_correction_holds(case: Case, kind: type[Noun]) -> None:
    forge(case, kind)

    verify_case(case.folder)


@pytest.mark.parametrize("kind", ACTS)
@pytest.mark.parametrize(
    ("fields", "how"),
    [
        ({"corrects": make_id("nobody")}, "which no entry before it wrote"),
        ({"corrects": FORGED}, "which no entry before it wrote"),
        ({"reason": None}, "says no reason"),
        ({"corrects": None}, "under the same name"),
    ],
)
def test_a_forged_correction_is_named(case: Case, kind: type[Noun], fields: dict[str, object], how: str) -> None:
    forge(case, kind, **fields)

    with pytest.raises(BrokenCustody, match=how) as broken:
        verify_case(case.folder)
    assert broken.value.rule == 12


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (Exhibit, {"label": "B-9"}),
        (Exhibit, {"order": 9}),
        (Acquisition, {"exhibit": "B-9"}),
        (Acquisition, {"name": "2"}),
        (Acquisition, {"order": 9}),
        (Acquisition, {"single": True}),
        (HashSet, {"digest": "0" * 64}),
        (HashSet, {"kind": "benign"}),
    ],
)
def test_a_correction_keeps_what_names_the_thing(case: Case, kind: type[Noun], fields: dict[str, object]) -> None:
    forge(case, kind, **fields)

    with pytest.raises(BrokenCustody, match="which is another one"):
        verify_case(case.folder)


def again(case: Case) -> None:
    correct_authority(case, "P-1", {"date": "2025-01-01"}, "salah ketik")
    old = next(one for one in case.nouns(Authority) if one.number == "P-1" and one.corrects is None)
    case.keep(Act("authority", "P-1"), [msgspec.structs.replace(old, id=FORGED, corrects=old.id, reason="lagi")])


def two_papers_of_a_number(case: Case) -> None:
    old = next(one for one in case.nouns(Authority) if one.number == "P-2")
    case.keep(Act("authority", "P-1"), [msgspec.structs.replace(old, id=FORGED, number="P-1")])


@pytest.mark.parametrize(
    ("act", "how"), [(again, "corrected already"), (two_papers_of_a_number, "under the same name")]
)
def test_what_stands_is_one(case: Case, act: Callable[[Case], None], how: str) -> None:
    act(case)

    with pytest.raises(BrokenCustody, match=how):
        verify_case(case.folder)


def test_a_set_that_comes_again_needs_no_reason_and_one_that_goes_does(case: Case) -> None:
    used = next(iter(case.nouns(HashSet)))
    drop_set(case, used.digest, "salah jenis")
    verify_case(case.folder)

    last = next(one for one in case.nouns(HashSet) if one.dropped)
    back = msgspec.structs.replace(last, id=FORGED, corrects=last.id, dropped=False, reason=None)
    case.keep(Act("sets", used.name), [back])

    verify_case(case.folder)


def test_what_was_read_on_corrected_terms_stands_until_a_run_and_not_after_it(case: Case) -> None:
    file_away(case, [FILE, CONTENT, OUTCOME])
    correct_authority(case, "P-1", {"covers_to": "2025-01-01"}, "salah ketik")
    verify_case(case.folder)

    note_settled(case)

    with pytest.raises(BrokenCustody, match=f"outcome {OUTCOME.id} .* rests on terms") as broken:
        verify_case(case.folder)
    assert broken.value.rule == 16


def test_what_was_taken_out_comes_back_under_no_row(case: Case) -> None:
    correct_exhibit(case, "B-1", {}, "salah label", Lies(withdrawn=True))
    gone = next(one for one in case.nouns(Acquisition) if one.withdrawn)
    back = msgspec.structs.replace(gone, id=FORGED, corrects=gone.id, withdrawn=False)
    case.keep(Act("add", "B-1"), [back])

    with pytest.raises(BrokenCustody, match="taken out for ever"):
        verify_case(case.folder)


@pytest.mark.parametrize("rows", [("walk", [FILE]), ("digest", [CONTENT]), ("read", [OUTCOME])])
def test_rows_of_what_was_taken_out_stand_until_a_run_and_not_after_it(
    case: Case, rows: tuple[str, list[Noun]]
) -> None:
    case.keep(Act("walk", "files"), [FILE])
    case.keep(Act(rows[0], "files"), rows[1])
    correct_exhibit(case, FILE.exhibit, {}, "salah label", Lies(withdrawn=True))
    verify_case(case.folder)

    note_settled(case)

    with pytest.raises(BrokenCustody, match="rests on terms") as broken:
        verify_case(case.folder)
    assert broken.value.rule == 16
