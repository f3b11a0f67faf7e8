# SPDX-License-Identifier: Apache-2.0
"""A layout that no profile knows is accepted once for the unit, and later cases read it as accepted and say so."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import clock, fill, officer, start

from suluh.case.acts.admit import admit
from suluh.case.acts.layouts import (
    accept_layout,
    accepted_for_unit,
    take_back_layout,
    take_over_layouts,
    waiting_layouts,
)
from suluh.case.case import Acting, Case
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.case.line.line import _statements
from suluh.case.verify.case import verify_case
from suluh.model.errors import Changed, Misuse, NotAllowed, UnknownObject
from suluh.model.ids import make_id
from suluh.model.trade import UNKNOWN_LAYOUT, Settled, Statement, layout_digest, layout_of
from suluh.unit.folder import UnitFolder
from suluh.unit.layouts import layouts

COLUMNS = "date = Tanggal; text = Uraian; debit = Keluar; credit = Masuk; balance = Sisa"


def answers(columns: str = COLUMNS, days: str = "day first") -> tuple[Settled, ...]:
    told = {"signs": "'.' before the fraction", "days": days, "direction": "two columns", "columns": columns}
    return tuple(Settled(what=what, answer=answer, by="headings") for what, answer in told.items())  # type: ignore[arg-type] # the four that there are


def made(case: Case, name: str, settled: tuple[Settled, ...], account: str = "bca:1") -> Statement:
    """A statement of an unknown layout that the case read."""
    known = next(case.nouns(Statement))
    one = Statement(
        id=make_id("statement", name), account=account, place=known.place, layout=UNKNOWN_LAYOUT, settled=settled
    )
    case.keep(Act("read", "files"), [one])
    return one


@pytest.fixture
def unit(tmp_path: Path) -> UnitFolder:
    return UnitFolder(tmp_path / "home")


@pytest.fixture
def cases(tmp_path: Path, unit: UnitFolder) -> Iterator[tuple[Case, Case]]:
    """Two cases of one unit."""
    key = officer(unit, "S-1")
    found = [start(tmp_path / name, unit, key) for name in ("one", "two")]
    for one in found:
        fill(one)
    yield found[0], found[1]
    for one in found:
        one.close()


def test_a_layout_accepted_for_the_unit_holds_for_every_statement_of_it_here_and_in_a_later_case(
    cases: tuple[Case, Case],
) -> None:
    first, later = cases
    january, february = (made(first, name, answers()) for name in ("january", "february"))
    other = made(first, "other", answers(days="month first"))
    march = made(later, "march", answers())

    done = accept_layout(first, january.id, "compared with the paper", for_unit=True)
    [(taken, layout)] = take_over_layouts(later)

    assert done.left == taken.left == layout.digest == layout_digest(*layout_of(january) or ("", ()))
    assert [one.id for _, one in waiting_layouts(first)] == [other.id]
    assert list(waiting_layouts(later)) == []
    assert (taken.by, taken.reason) == ("S-1", "compared with the paper (S-1, 2026-01-02)")
    assert taken.seen == layout.mark()
    assert take_over_layouts(later) == []
    assert not set(read_as_taught(first)) ^ {january.id, february.id}
    assert read_as_taught(later) == [march.id]


def read_as_taught(case: Case) -> list[str]:
    """The made statements that the deals take as any other."""
    unknown = {one.id for one in case.nouns(Statement) if one.layout == UNKNOWN_LAYOUT}

    class Asked:
        def all(self, kind: type) -> Iterator[object]:
            return case.nouns(kind)

    return [one.id for one in _statements(Asked()) if one.id in unknown and not one.layout]  # type: ignore[arg-type] # asks what the step asks


def test_one_statement_alone_is_accepted_by_its_own_id_and_no_other_with_it(cases: tuple[Case, Case]) -> None:
    first, later = cases
    january, february = (made(first, name, answers()) for name in ("january", "february"))
    made(later, "march", answers())

    accept_layout(first, january.id, "compared with the paper")

    assert read_as_taught(first) == [january.id]
    assert [one.id for _, one in waiting_layouts(first)] == [february.id]
    assert accepted_for_unit(later) == []


@pytest.mark.parametrize(
    ("account", "settled"),
    [
        ("bri:1", answers()),
        ("bca:1", answers(COLUMNS.replace("Sisa", "Saldo"))),
        ("bca:1", answers(days="undecided")),
    ],
)
def test_what_was_read_in_another_way_is_not_accepted_with_it(
    cases: tuple[Case, Case], account: str, settled: tuple[Settled, ...]
) -> None:
    first, later = cases
    accept_layout(first, made(first, "january", answers()).id, "compared", for_unit=True)
    made(later, "march", settled, account)

    assert take_over_layouts(later) == []


def test_a_table_without_headings_is_accepted_alone(cases: tuple[Case, Case]) -> None:
    first, _ = cases
    bare = made(first, "bare", answers("date = column 1; text = column 2; amount = column 3"))

    with pytest.raises(Misuse, match="no headings"):
        accept_layout(first, bare.id, "compared", for_unit=True)
    accept_layout(first, bare.id, "compared")

    assert read_as_taught(first) == [bare.id]


def test_the_list_says_who_accepted_it_and_for_what(cases: tuple[Case, Case]) -> None:
    first, _ = cases
    january = made(first, "january", answers())

    def row() -> dict[str, object]:
        return next(one for one in Viewer(first, "reading").list("statements") if one["layout_digest"])

    before = row()["accepted"]
    accept_layout(first, january.id, "compared", for_unit=True)

    assert before is None
    after = row()["accepted"]
    assert isinstance(after, dict)
    assert (after["by"], after["reason"], after["unit"]) == ("S-1", "compared", True)


def test_what_an_officer_took_back_waits_again_in_later_cases_and_stays_in_the_first(cases: tuple[Case, Case]) -> None:
    first, later = cases
    january = made(first, "january", answers())
    digest = accept_layout(first, january.id, "compared", for_unit=True).left
    made(later, "march", answers())

    take_back_layout(later.acting, digest, "the bank changed its columns")

    assert take_over_layouts(later) == []
    assert read_as_taught(first) == [january.id]
    with pytest.raises(UnknownObject, match="statement layouts"):
        take_back_layout(later.acting, digest, "again")


def test_a_file_that_is_not_what_its_officer_signed_is_not_taken(cases: tuple[Case, Case], unit: UnitFolder) -> None:
    first, later = cases
    digest = accept_layout(first, made(first, "january", answers()).id, "compared", for_unit=True).left
    made(later, "march", answers())
    path = unit.layouts / f"{digest}.json"
    whole = path.read_bytes()

    for broken in (whole.replace(b"compared", b"COMPARED"), whole[:-9], b"{}", whole.replace(b"S-1", b"S-9")):
        path.write_bytes(broken)
        with pytest.raises(Changed, match="take the file away"):
            take_over_layouts(later)
    path.write_bytes(whole)
    path.rename(unit.layouts / f"{'0' * 64}.json")
    with pytest.raises(Changed, match="take the file away"):
        list(layouts(unit))


@pytest.mark.parametrize("access", ["examiner", "child-protection", "prosecutor", "auditor"])
def test_whoever_may_not_decide_accepts_and_takes_over_nothing(
    cases: tuple[Case, Case], unit: UnitFolder, access: str
) -> None:
    first, later = cases
    key = officer(unit, "X-1", access)
    accept_layout(first, made(first, "january", answers()).id, "compared", for_unit=True)
    made(later, "march", answers())
    admit(later, key.public)
    other = Case.open(later.folder, Acting(key, unit, clock()))

    for act in (
        lambda: accept_layout(other, "x", "r", for_unit=True),
        lambda: take_over_layouts(other),
        lambda: take_back_layout(other.acting, "0" * 64, "r"),
    ):
        with pytest.raises(NotAllowed, match=access):
            act()
    other.close()


def test_what_the_officer_did_not_see_is_not_accepted(cases: tuple[Case, Case]) -> None:
    first, _ = cases
    january = made(first, "january", answers())

    with pytest.raises(Changed, match="read again since it was shown"):
        accept_layout(first, january.id, "compared", "0" * 64)


def test_an_acceptance_by_a_key_of_another_access_is_left_aside(cases: tuple[Case, Case], unit: UnitFolder) -> None:
    first, later = cases
    accept_layout(first, made(first, "january", answers()).id, "compared", for_unit=True)
    [one] = layouts(unit)
    analyst = officer(unit, "A-1", "auditor")
    text = msgspec.structs.replace(one, by="A-1", key=analyst.public.signing.hex(), signature="")
    signed = msgspec.structs.replace(text, signature=analyst.sign(text.words()).hex())
    (unit.layouts / f"{one.digest}.json").write_bytes(msgspec.json.encode(signed))
    made(later, "march", answers())

    assert accepted_for_unit(later) == []


def test_cases_with_such_decisions_hold(cases: tuple[Case, Case]) -> None:
    first, later = cases
    accept_layout(first, made(first, "january", answers()).id, "compared", for_unit=True)
    made(later, "march", answers())
    take_over_layouts(later)

    assert replace(first.acting).key.code == "S-1"
    verify_case(later.folder)
