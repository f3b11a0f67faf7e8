# SPDX-License-Identifier: Apache-2.0
"""A step runs again when what it takes has changed, and for no other reason."""

import pytest
from tests.custody.every_noun import officer, start

from suluh.case.keep import Act
from suluh.case.line import run
from suluh.case.line.due import takes
from suluh.case.line.gather import Waiting
from suluh.case.line.line import LINE
from suluh.case.line.step import Gathered
from suluh.model.deeds.steps import DIGEST
from suluh.model.errors import CaseIsFull
from suluh.model.evidence.work import Answer, Target
from suluh.model.ids import make_id
from suluh.model.intake import Content, File, Flaw, Outcome, place_of
from suluh.model.matching import Fingerprint, Match, MediaFacts
from suluh.unit.folder import UnitFolder


def a_match(number: int) -> Match:
    identity = make_id("match", number)
    return Match(id=identity, sha256="a" * 64, kind="near", set="b", set_name="c", set_kind="known", set_entry=number)


@pytest.mark.parametrize(("step", "is_due"), [("compare", False), ("match", True)])
def test_what_a_step_gave_itself_does_not_make_it_run_again(tmp_path, step, is_due):
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    compare = next(one for one in LINE if one.name == "compare")
    before = takes(case, compare)

    case.keep(Act(step, "case"), [a_match(1)])

    assert (takes(case, compare) != before) == is_due
    case.close()


def test_a_step_looks_for_waiting_files_only_when_more_may_have_come(tmp_path):
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    asked = []
    step = Gathered(DIGEST, "no job", lambda i: asked.append(i) or Waiting(0, iter(())), lambda *_: (), ("match",))
    shift = lambda: run.Shift(case, {}, print, 1, "local")  # noqa: E731 # each run makes its own

    run._gather(shift(), step)
    run._gather(shift(), step)
    case.keep(Act("match", "case"), [a_match(1)])
    run._gather(shift(), step)

    assert len(asked) == 2
    case.close()


def test_the_room_that_a_run_wants_is_a_hundredth_of_every_content(tmp_path):
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    run._check_room(case)
    sizes = [(1 << 52) + 1, 1 << 50, 99]

    case.keep(Act("digest", "files"), [a_content(number, size) for number, size in enumerate(sizes)])

    assert case.rows.total(Content, "size") == sum(sizes)
    with pytest.raises(CaseIsFull, match=f"may need {(run.LEAST_FREE + sum(sizes) // 100) >> 20}: free some room"):
        run._check_room(case)
    plan = case._connection.execute("EXPLAIN QUERY PLAN SELECT sum(size) FROM content").fetchone()
    assert "COVERING INDEX ix_content_size" in plan[3]
    case.close()


def a_content(number: int, size: int) -> Content:
    identity = make_id("content", number)
    return Content(
        id=identity, file=identity, sha256="a" * 64, sha1="b" * 40, md5="c" * 32, size=size, type="image/png"
    )


def test_what_settles_a_file_is_kept_at_once_and_after_all_else_of_it(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "BATCH", 5)
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    answers = [one for number in range(20) for one in about_an_animation(number)]
    basket = run._Basket(case, "picture")

    finished = list(run._received(basket, answers, lambda answer: answer.nouns))
    basket.close()

    kept = {one.id: case.rows.batch_of(one) for answer in answers for one in answer.nouns}
    for first, last in batched(answers):
        frames, rest = split(kept, [*first.nouns, *last.nouns])
        assert len(frames) == 1
        assert max(rest) <= min(frames)
    assert len(finished) == 20
    case.close()


def batched(answers):
    return zip(answers[::2], answers[1::2], strict=True)


def split(kept, nouns):
    """The batches of the frames, and those of all else."""
    frames = {kept[one.id] for one in nouns if isinstance(one, Fingerprint | Outcome)}
    return frames, {kept[one.id] for one in nouns} - frames or frames


def about_an_animation(number: int) -> tuple[Answer, Answer]:
    """Four frames, what the header says, and a flaw, in two answers; as it broke off, an outcome too."""
    file = File(id=make_id("file", number), exhibit="B-1", acquisition="1", path=b"%d.gif" % number, order=1)
    sha256 = f"{number:064x}"
    frames = [
        Fingerprint(id=make_id("fingerprint", number, at), sha256=sha256, kind="pdq", value="a" * 64, moment=at)
        for at in range(4)
    ]
    facts = MediaFacts(id=make_id("facts", number), sha256=sha256)
    outcome = Outcome(id=make_id("outcome", number), file=file.id, state="unparsed", reason="it breaks off")
    flaw = Flaw(id=make_id("flaw", number), step="picture", reason="it breaks off", place=place_of(file))
    target = Target(file=file)
    return Answer(target, tuple(frames[:2]), last=False), Answer(target, (*frames[2:], outcome, facts, flaw), last=True)
