# SPDX-License-Identifier: Apache-2.0
"""A step runs again when what it takes has changed, and for no other reason."""

import pytest
from tests.custody.every_noun import officer, start

from suluh.case import run
from suluh.case.gather import Waiting
from suluh.case.keep import Act, finished
from suluh.case.line import LINE, Gathered
from suluh.model.ids import make_id
from suluh.model.matching import Match
from suluh.unit.folder import UnitFolder


def a_match(number: int) -> Match:
    identity = make_id("match", number)
    return Match(id=identity, sha256="a" * 64, kind="near", set="b", set_name="c", set_kind="known", set_entry=number)


@pytest.mark.parametrize(("step", "is_due"), [("compare", False), ("match", True)])
def test_what_a_step_gave_itself_does_not_make_it_run_again(tmp_path, step, is_due):
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    compare = next(one for one in LINE if one.name == "compare")
    before = run._took(case, compare)

    case.keep(Act(step, "case"), [a_match(1)])

    assert (run._took(case, compare) != before) == is_due
    case.close()


def test_a_step_looks_for_waiting_files_only_when_more_may_have_come(tmp_path):
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    asked = []
    step = Gathered("digest", "no job", lambda i: asked.append(i) or Waiting(0, iter(())), lambda *_: (), ("match",))
    shift = lambda: run.Shift(case, {}, print, 1, "local", finished(case.connection))  # noqa: E731 # each run makes its own

    run._gather(shift(), step)
    run._gather(shift(), step)
    case.keep(Act("match", "case"), [a_match(1)])
    run._gather(shift(), step)

    assert len(asked) == 2
    case.close()
