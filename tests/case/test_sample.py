# SPDX-License-Identifier: Apache-2.0
"""A sample counts what waits for a look, with limits that hold the truth, and takes nothing out of the queue."""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import AT, clock, digest, file_away, officer, start, work_out

from suluh.case.acts.categories import read_categories
from suluh.case.acts.sample import draw_sample
from suluh.case.acts.worklist import write_worklist
from suluh.case.case import Acting, Case
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.case.verify.case import verify_case
from suluh.case.views.view import Row
from suluh.model.body import Noun
from suluh.model.errors import BrokenCustody, Misuse, NotAllowed
from suluh.model.ids import make_id
from suluh.model.intake import Content, File, Standing
from suluh.model.matching import Group, Match, Sample, Stratum, Vote
from suluh.unit.folder import UnitFolder
from suluh.unseen.drawing import frame_of

SIZES = {"B-1": 60, "B-2": 25, "B-3": 5}
"""Waiting contents of each exhibit."""

OF_CODE_1 = 3
"""Every third content is of this code in truth."""


def name(exhibit: str, number: int) -> str:
    return digest(f"{exhibit} {number}")


TRUTH = {
    name(exhibit, number): str(1 + (number % OF_CODE_1 > 0))
    for exhibit, size in SIZES.items()
    for number in range(size)
}


def pictures() -> Iterator[Noun]:
    """The pictures of each exhibit; the first of B-1 lies on B-3 as well, and one known and one outside on B-2."""
    listed = [(exhibit, name(exhibit, number), "read") for exhibit, size in SIZES.items() for number in range(size)]
    listed += [
        ("B-3", name("B-1", 0), "duplicate"),
        ("B-2", digest("known"), "read"),
        ("B-2", digest("outside"), "out-of-scope"),
    ]
    for position, (exhibit, sha256, state) in enumerate(listed):
        file, path = make_id("file", position), f"DCIM/{position}.jpg".encode()
        yield File(id=file, exhibit=exhibit, acquisition="1", path=path, order=int(exhibit[-1]))
        yield Content(id=file, file=file, sha256=sha256, sha1=sha256[:40], md5=sha256[:32], size=9, type="image/jpeg")
        yield Standing(id=make_id("standing", file), file=file, exhibit=exhibit, state=state, position=position)
    yield Match(
        id=make_id("match", 1),
        sha256=digest("known"),
        kind="exact",
        set="s",
        set_name="unit",
        set_kind="known",
        set_entry=1,
    )
    yield Group(id=make_id("group", 1), contents=(name("B-1", 1), name("B-2", 1)))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    unit = UnitFolder(tmp_path / "unit")
    made = start(tmp_path / "case", unit, officer(unit, "S-1"))
    file_away(made, pictures())
    work_out(made)
    yield made
    made.close()


@pytest.fixture
def drawn(case: Case, tmp_path: Path) -> Callable[..., Sample]:
    """Draws a sample of 30, or as said."""

    def draws(file: str = "sample.csv", *, size: int = 30, seed: str = "5", purpose: str | None = "count") -> Sample:
        return draw_sample(case, tmp_path / file, size=size, seed=seed, purpose=purpose)

    return draws


def listed(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))


def grade(case: Case, path: Path, many: int | None = None, voter: str = "Satu", code: str | None = None) -> None:
    """Read the categories of a list back, as a person gave them in the unit's viewer, or all as this code."""
    rows = ["sha256,category,officer"]
    rows += [f"{row['sha256']},unit:{code or TRUTH[row['sha256']]},{voter}" for row in listed(path)[:many]]
    path.with_suffix(".back.csv").write_text("\n".join(rows), "utf-8")
    assert not read_categories(case, path.with_suffix(".back.csv"), scheme=None, source=voter, tell=print).flaws


def shown(case: Case, exhibit: str | None = None, code: str | None = "1") -> Row:
    [row] = [row for row in Viewer(case).list("samples") if (row["exhibit"], row["code"]) == (exhibit, code)]
    return row


def queue(case: Case, path: Path) -> tuple[list[Row], list[dict[str, str]]]:
    """The looks and the whole work list as they are now."""
    write_worklist(case, path, "compare")
    return list(Viewer(case).list("look")), listed(path)


def test_every_exhibit_gives_its_share_of_what_waits(case: Case, drawn: Callable[..., Sample]) -> None:
    sample = drawn()

    assert [(one.exhibit, one.contents, len(one.drawn)) for one in sample.strata] == [
        ("B-1", 60, 20),
        ("B-2", 25, 8),
        ("B-3", 5, 2),
    ]
    assert [(one.files, one.groups) for one in sample.strata] == [(61, 60), (25, 25), (5, 5)]
    assert (sample.groups, sample.frame) == (89, frame_of(TRUTH))
    assert {one for stratum in sample.strata for one in stratum.drawn} <= set(TRUTH)
    assert case.acting.key.code == sample.by


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_the_list_has_a_row_for_each_content_drawn_and_none_stands_for_another(
    drawn: Callable[..., Sample], tmp_path: Path, suffix: str
) -> None:
    sample = drawn(f"sample.{suffix}", size=90)

    text = (tmp_path / f"sample.{suffix}").read_text("utf-8-sig").lower()

    assert [text.count(one) for stratum in sample.strata for one in stratum.drawn] == [1] * 90


def test_a_sample_takes_nothing_out_of_the_queue(case: Case, drawn: Callable[..., Sample], tmp_path: Path) -> None:
    before = queue(case, tmp_path / "before.csv")

    drawn(size=90)

    assert queue(case, tmp_path / "after.csv") == before


def test_grading_a_sample_settles_what_was_graded_and_no_more(
    case: Case, drawn: Callable[..., Sample], tmp_path: Path
) -> None:
    sample = drawn()
    grade(case, tmp_path / "sample.csv")

    write_worklist(case, tmp_path / "after.csv", "compare")

    graded = {one for stratum in sample.strata for one in stratum.drawn}
    named = {one for row in listed(tmp_path / "after.csv") for one in (row["sha256"], *row["near_duplicates"].split())}
    assert named == set(TRUTH) - graded


def test_a_graded_content_of_a_sample_settles_none_of_its_near_duplicates(case: Case, tmp_path: Path) -> None:
    one, near = name("B-1", 1), name("B-2", 1)
    stratum = Stratum(exhibit="B-1", files=1, contents=1, groups=1, drawn=(one,))
    sample = Sample(id=make_id("sample", 1), seed="5", size=1, frame="0", groups=1, strata=(stratum,), by="S-1", at=AT)
    case.keep(Act("sample", sample.id), [sample])
    vote = Vote(
        id=make_id("vote", 1), sha256=one, scheme="unit", code="2", source="x", sheet="0", line=1, by="S-1", at=AT
    )
    case.keep(Act("categories", "x"), [vote])

    _, rows = queue(case, tmp_path / "list.csv")

    assert [row["sha256"] for row in rows if near in row["sha256"] + row["near_duplicates"]] == [near]
    assert not [row for row in rows if one in row["sha256"] + row["near_duplicates"]]


def test_what_comes_back_gives_limits_that_hold_the_truth(
    case: Case, drawn: Callable[..., Sample], tmp_path: Path
) -> None:
    drawn()
    grade(case, tmp_path / "sample.csv")

    for exhibit, of in (*((one, [name(one, number) for number in range(SIZES[one])]) for one in SIZES), (None, TRUTH)):
        row = shown(case, exhibit)
        assert row["found"] <= row["low"] <= sum(TRUTH[one] == "1" for one in of) <= row["high"] < row["contents"]
        assert (row["waits"], row["categorised"]) == (0, row["drawn"])
    assert bytes(shown(case)["share_low"]) == f"0.{shown(case)['low'] * 1_000_000 // 90:06}".encode()
    assert verify_case(case.folder).entries == case.rows.last_entry().seq


def test_more_than_waits_draws_everything_and_leaves_no_error(
    case: Case, drawn: Callable[..., Sample], tmp_path: Path
) -> None:
    drawn(size=10_000)
    grade(case, tmp_path / "sample.csv")

    row = shown(case)

    assert row["found"] == row["low"] == row["high"] == list(TRUTH.values()).count("1")


def test_there_are_no_limits_before_everything_drawn_was_graded(
    case: Case, drawn: Callable[..., Sample], tmp_path: Path
) -> None:
    drawn()
    none = shown(case, code=None)
    grade(case, tmp_path / "sample.csv", 29)
    row = shown(case)

    assert (none["files"], none["contents"], none["groups"], none["categorised"]) == (91, 90, 89, 0)
    assert (none["drawn"], none["waits"], none["low"], none["high"], none["share_high"]) == (30, 30, None, None, None)
    assert (row["waits"], row["low"], row["high"]) == (1, None, None)
    assert [one["low"] is None for one in Viewer(case).list("samples") if one["exhibit"] == "B-1"] == [False, False]


def test_another_scheme_does_not_complete_a_sample(case: Case, drawn: Callable[..., Sample], tmp_path: Path) -> None:
    sample = drawn()
    grade(case, tmp_path / "sample.csv", 29)
    last = listed(tmp_path / "sample.csv")[-1]["sha256"]
    other = Vote(
        id=make_id("vote", 1), sha256=last, scheme="other", code="1", source="x", sheet="0", line=1, by="S-1", at=AT
    )
    case.keep(Act("categories", "x"), [other])

    rows = [row for row in Viewer(case).list("samples") if row["exhibit"] is None]

    assert {(row["scheme"], row["waits"], row["low"]) for row in rows} == {("unit", 1, None), ("other", 29, None)}
    assert sample.id == rows[0]["sample"]


def test_a_category_that_was_found_in_none_of_a_sample_has_an_upper_limit(
    case: Case, drawn: Callable[..., Sample], tmp_path: Path
) -> None:
    drawn()
    grade(case, tmp_path / "sample.csv")
    seen = digest("known")
    vote = Vote(
        id=make_id("vote", 1), sha256=seen, scheme="unit", code="9", source="x", sheet="0", line=1, by="S-1", at=AT
    )
    case.keep(Act("categories", "x"), [vote])

    row = shown(case, code="9")

    assert (row["found"], row["waits"], row["low"]) == (0, 0, 0)
    assert 0 < row["high"] < row["contents"]


def test_what_voters_dispute_widens_the_limits(case: Case, drawn: Callable[..., Sample], tmp_path: Path) -> None:
    drawn()
    grade(case, tmp_path / "sample.csv")
    agreed = shown(case)
    grade(case, tmp_path / "sample.csv", 6, voter="Dua", code="1")
    row = shown(case)

    assert agreed["disputed"] == 0 < row["disputed"]
    assert (row["found"], row["low"]) == (agreed["found"], agreed["low"])
    assert row["high"] > agreed["high"]


def test_the_ledger_says_what_was_drawn_and_why_its_list_was_written(
    case: Case, drawn: Callable[..., Sample], tmp_path: Path
) -> None:
    sample = drawn(purpose="a first count")

    draw, paths = [json.loads(entry.body) for entry in case.rows.entries()][-2:]

    assert (draw["action"], draw["object"], draw["count"]) == ("sample", sample.id, 1)
    assert draw["detail"] == {"frame": sample.frame, "seed": "5", "size": "30"}
    assert (paths["action"], paths["detail"]["purpose"], paths["detail"]["looks"]) == (
        "worklist",
        "a first count",
        "30",
    )
    assert paths["detail"]["digest"] == hashlib.sha256((tmp_path / "sample.csv").read_bytes()).hexdigest()


def test_the_same_draw_again_is_the_same_sample_and_its_list_is_entered_again(
    case: Case, drawn: Callable[..., Sample], tmp_path: Path
) -> None:
    first = drawn()

    again = drawn("again.csv")

    assert again.strata == first.strata
    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "sample.csv").read_bytes()
    assert list(case.nouns(Sample)) == [first]
    assert verify_case(case.folder).rows > 0


def test_the_same_contents_on_another_exhibit_are_another_sample(case: Case, drawn: Callable[..., Sample]) -> None:
    first = drawn()
    file = make_id("file", "copy")
    one = name("B-3", 0)
    moved = [
        File(id=file, exhibit="B-1", acquisition="1", path=b"DCIM/copy.jpg", order=1),
        Content(id=file, file=file, sha256=one, sha1=one[:40], md5=one[:32], size=9, type="image/jpeg"),
        Standing(id=make_id("standing", file), file=file, exhibit="B-1", state="read", position=0),
    ]
    file_away(case, moved)
    work_out(case)

    second = drawn("again.csv")

    assert first.frame == second.frame
    assert list(case.nouns(Sample)) == sorted((first, second), key=lambda one: one.id)
    assert [one.contents for one in second.strata] == [61, 25, 4]


def test_another_seed_draws_others_and_both_stay(case: Case, drawn: Callable[..., Sample]) -> None:
    first, second = drawn(), drawn("other.csv", seed="6")

    assert first.frame == second.frame
    assert first.strata != second.strata
    assert {row["sample"] for row in Viewer(case).list("samples")} == {first.id, second.id}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"size": 0}, "ask for 1 to 10,000 with --size"),
        ({"size": -3}, "ask for 1 to 10,000 with --size"),
        ({"size": 10_001}, "ask for 1 to 10,000 with --size"),
        ({"size": 2}, "ask for 3 or more with --size"),
        ({"seed": ""}, "give --seed 1 to 64 letters"),
        ({"seed": "two words"}, "give --seed 1 to 64 letters"),
        ({"purpose": None}, "say with --purpose"),
        ({"file": "sample.doc"}, "no suffix of a work list"),
    ],
)
def test_what_cannot_be_drawn_is_said_and_nothing_is_entered(
    case: Case, drawn: Callable[..., Sample], tmp_path: Path, asked: dict[str, object], sentence: str
) -> None:
    before = case.rows.last_entry()

    with pytest.raises(Misuse, match=sentence):
        drawn(**asked)

    assert case.rows.last_entry() == before
    assert not list(tmp_path.glob("sample.*"))


def test_a_file_that_is_there_is_not_written_over(drawn: Callable[..., Sample], tmp_path: Path) -> None:
    (tmp_path / "sample.csv").write_text("graded")

    with pytest.raises(Misuse, match="may hold categories"):
        drawn()

    assert (tmp_path / "sample.csv").read_text() == "graded"


def test_nothing_is_drawn_where_nothing_waits(case: Case, drawn: Callable[..., Sample], tmp_path: Path) -> None:
    drawn(size=90)
    grade(case, tmp_path / "sample.csv")

    with pytest.raises(Misuse, match="no content waits"):
        drawn("more.csv", size=90)


def test_nothing_is_drawn_before_intake_is_finished(case: Case, drawn: Callable[..., Sample]) -> None:
    new = Content(id=make_id("content", "n"), file="n", sha256=digest("n"), sha1="1", md5="2", size=1, type="image/png")
    case.keep(Act("digest", "files"), [new])
    with pytest.raises(Misuse, match="start `suluh run CASE`"):
        drawn()

    work_out(case)
    with pytest.raises(Misuse, match="1 of the contents have not left intake yet: finish `suluh run`"):
        drawn()


@pytest.mark.parametrize(
    "forged",
    [
        {"drawn": (digest("one"), digest("one"))},
        {"drawn": tuple(digest(str(number)) for number in range(4))},
        {"drawn": ()},
        {"contents": 0},
        {"files": 2},
    ],
)
def test_a_stratum_that_cannot_have_been_drawn_is_no_stratum(forged) -> None:
    whole = {"exhibit": "B-1", "files": 3, "contents": 3, "groups": 2, "drawn": (digest("one"), digest("two"))}
    assert msgspec.convert(whole, Stratum)

    with pytest.raises(msgspec.ValidationError, match="is no draw"):
        msgspec.convert({**whole, **forged}, Stratum)


def test_who_may_not_categorise_may_not_draw(case: Case, tmp_path: Path) -> None:
    unit = case.acting.unit
    auditor = Case(case.folder, case._connection, Acting(officer(unit, "A-1", "auditor"), unit, clock()))

    with pytest.raises(NotAllowed):
        draw_sample(auditor, tmp_path / "sample.csv", size=30, seed="5", purpose="count")


def test_a_sample_in_the_name_of_another_officer_is_found(case: Case) -> None:
    forged = Sample(id=make_id("sample", 1), seed="5", size=1, frame="0", groups=1, strata=(), by="S-9", at=AT)
    case.keep(Act("sample", forged.id), [forged])

    with pytest.raises(BrokenCustody, match="names S-9, but S-1 signed"):
        verify_case(case.folder)
