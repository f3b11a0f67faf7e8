# SPDX-License-Identifier: Apache-2.0
"""What the tools of the reference case note, draw and compare."""

from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import fill, officer, place, start
from tools.reference import drawing, drawn, same
from tools.reference.kill import Killed, Moment, Stop, draw_moments
from tools.show import matching

from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.model.ids import make_id
from suluh.model.intake import Flaw
from suluh.unit.folder import UnitFolder

RAN = [("add", "B-1"), *[("digest", "files")] * 40, ("match", "case"), *[("picture", "files")] * 20, ("stand", "case")]


@dataclass
class Said:
    """An entry, as far as moments are drawn from it."""

    action: str
    object: str


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four pictures of five bytes."""
    for number in range(4):
        path = tmp_path / "pictures" / drawn.place(number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"12345")
    return tmp_path


def test_a_draw_that_found_everything_leaves_the_time_of_the_real_one(folder):
    real = drawing.note(folder, 4, 4, 9.5)

    assert drawing.missing(folder / "pictures", 6) == 2
    assert drawing.note(folder, 4, 0, 0.1) == real == drawing.noted(folder)
    assert (real.timed, real.seconds, real.bytes) == (4, 9.5, 20)


def test_a_draw_that_goes_on_adds_its_time(folder):
    drawing.note(folder, 2, 2, 5.0)

    assert drawing.note(folder, 4, 2, 4.0) == drawing.noted(folder)
    assert drawing.noted(folder).seconds == 9.0


def test_a_smaller_draw_that_mends_a_lost_picture_forgets_no_picture(folder):
    drawing.note(folder, 4, 4, 9.0)

    mended = drawing.note(folder, 2, 1, 0.5)

    assert (mended.pictures, mended.timed, mended.bytes) == (4, 4, 20)


def test_a_killed_draw_leaves_no_half_picture(tmp_path, monkeypatch):
    class Studio:
        def __init__(self, _):
            pass

        def data(self, _):
            return b"whole"

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(drawn, "Studio", Studio)
    with monkeypatch.context() as inside:
        inside.setattr(drawn.Path, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            drawn.write_all(tmp_path, 1, range(1), 0, 1)
    assert not (tmp_path / drawn.place(0)).exists()

    drawn.write_all(tmp_path, 1, range(1), 0, 1)
    assert (tmp_path / drawn.place(0)).read_bytes() == b"whole"


def test_moments_are_spread_over_the_run_and_one_follows_a_step_over_the_whole_case():
    ledger = [Said(*one) for one in RAN]

    found = draw_moments(ledger, 5, 7)

    assert found == draw_moments(ledger, 5, 7)
    assert Moment("match", 1) in found
    assert [one.step for one in found].count("digest") >= 2
    assert [RAN.index((one.step, "files")) + one.entries for one in found if one.step != "match"] == sorted(
        RAN.index((one.step, "files")) + one.entries for one in found if one.step != "match"
    )


def test_one_kill_is_drawn_anywhere():
    assert len(draw_moments([Said(*one) for one in RAN], 1, 7)) == 1


def test_two_cases_of_other_keys_have_the_same_lists_until_one_row_differs(tmp_path):
    one, other = (filled(tmp_path / name) for name in ("one", "other"))
    before, equal = same.digests(one), same.digests(other)

    other.keep(Act("read", "files"), [Flaw(id=make_id("flaw", "more"), step="read", reason="one more", place=place(9))])

    after = same.digests(other)
    assert before == equal
    assert {name for name in before if before[name] != after[name]} == {"flaws", "missing", "unprocessed"}
    one.close()
    other.close()


def filled(folder: Path) -> Case:
    unit = UnitFolder(folder / "unit")
    case = start(folder / "case", unit, officer(unit, "S-1"))
    fill(case)
    return case


def killed(*, wanted: int = 1, **changes: object) -> Killed:
    stops = (Stop(Moment("digest", 3), 3, 40),)
    whole = Killed(
        pictures=2000, files=2100, times=wanted, stops=stops, seconds=9.0, rows=70, fault=None, lists=20, differ=()
    )
    return msgspec.structs.replace(whole, **changes)


@pytest.mark.parametrize("bad", [{"wanted": 2}, {"fault": "row 7"}, {"differ": ("files",)}, {"lists": 0}])
def test_a_kill_that_did_not_happen_or_changed_something_is_short(bad):
    assert killed().is_met
    assert not killed(**bad).is_met


def test_show_says_what_was_not_run_and_judges_what_was(folder, monkeypatch):
    monkeypatch.setenv(matching.FIGURES, str(folder))
    (folder / "kill-2000.json").write_bytes(msgspec.json.encode(killed()))
    drawing.note(folder, 4, 4, 9.5)

    lines = {one.what: one for one in matching.reference(folder)}

    assert lines["kill -9 on the way through 2,000 pictures"].is_met
    assert "not run" in lines["kill -9 on the way through 750,000 pictures"].figure
    assert lines["drawing of 750,000 pictures"].figure == "10 s for 4 of 4"
    assert not lines["drawing of 750,000 pictures"].is_met
