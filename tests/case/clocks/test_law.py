# SPDX-License-Identifier: Apache-2.0
"""The unit's list of law in a case: what came in, who checked it, and what a change of it does."""

from pathlib import Path

import pytest
from tests.case.clocks.scripted import (
    Do,
    at,
    copied,
    defendant,
    duties,
    held,
    lawful_case,
    on,
    paper,
    seizure,
    status,
    urgent,
)
from tests.case.views.made import ANI, BANK, acting, made_case

from suluh.case.acts.admit import admit
from suluh.case.case import Case
from suluh.case.clocks.checked import checked
from suluh.case.clocks.law import check_rows, import_rows
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.case.line.due import is_due
from suluh.case.typed.enter import correct, enter
from suluh.case.verify.case import verify_case
from suluh.desk.typed.lists import listed
from suluh.model.dossier.charges import Dossier
from suluh.model.dossier.law import Holiday, Late, LawRow
from suluh.model.dossier.papers import Paper
from suluh.model.errors import Misuse, UnknownObject
from suluh.model.ids import make_id
from suluh.model.people import Decision
from suluh.unit.folder import SEED

ROW = "kuhap-60-1"


@pytest.fixture(scope="module")
def lawful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lawful")
    lawful_case(folder).close()
    return folder


@pytest.fixture
def case(lawful: Path, tmp_path: Path):
    found = copied(lawful, tmp_path / "copy")
    yield found
    found.close()


def other(case: Case, code: str = "S2") -> Case:
    """The same case, with another officer at work."""
    return Case(case.folder, case._connection, acting(case.acting.unit.path, code))


def test_the_same_list_again_changes_nothing_and_a_changed_one_says_what(case: Case) -> None:
    rows = list(listed(SEED))

    again = import_rows(case, rows, "law.csv")
    for one in rows:
        one.update({"length": "5"} if one["id"] == ROW else {})
    taken = import_rows(case, [*rows[:-1], {**rows[-1], "id": "baru"}], "law.csv")

    assert (again.new, again.changed, len(again.same)) == ((), (), len(rows))
    assert (taken.new, taken.changed, taken.absent) == (("baru",), (ROW,), (rows[-1]["id"],))


def test_a_changed_row_changes_the_last_day_and_is_checked_again_by_two(case: Case) -> None:
    paper("Sprindik")(case)
    correct(case, LawRow, ROW, {"length": "3"}, "naskah berubah")
    [grey] = duties(at(case, "2026-04-01T09:00+07:00"), ROW)

    check_rows(case, [ROW], "naskah baru")
    [half] = duties(case, ROW)
    check_rows(other(case), [ROW], "naskah baru")
    [again] = duties(case, ROW)

    assert (grey["state"], grey["due"]) == ("grey", "2026-03-05")
    assert (half["state"], half["checked"]) == ("grey", ["S1"])
    assert (again["state"], again["checked"]) == ("running", ["S1", "S2"])


def test_what_was_taken_out_of_a_list_goes(case: Case) -> None:
    rows = [{name: value for name, value in one.items() if name != "length"} for one in listed(SEED)]

    import_rows(case, rows, "law.csv")

    assert (
        next(row for row in Viewer(case).list("law") if row["code"] == ROW and not row["corrected_by"])["length"]
        is None
    )


def test_one_officer_alone_makes_no_row_count(tmp_path: Path) -> None:
    case = lawful_case(tmp_path, checked=False)

    check_rows(case, [ROW], "naskah")
    with pytest.raises(Misuse, match="another officer checks it now"):
        check_rows(case, [ROW], "naskah")

    assert checked(case.rows) == frozenset()
    case.close()


def test_an_unchecked_row_warns_of_nothing_whatever_day_it_is(tmp_path: Path) -> None:
    case = lawful_case(tmp_path, checked=False)
    paper("Sprindik")(case)

    assert [one["state"] for one in duties(at(case, "2046-03-31T09:00+07:00"), ROW)] == ["grey"]
    case.close()


def test_without_rows_of_law_nothing_runs(tmp_path: Path) -> None:
    case = made_case(tmp_path)
    paper("Sprindik")(case)

    assert list(Viewer(case).list("duties")) == []
    case.close()


def decided(number: str) -> Do:
    """A status that an officer recorded of two accounts, by a document."""
    one = {"act": "status", "right": "suspect", "document": number, "valid_from": "2026-03-02", "by": "S1"}
    made = [
        Decision(id=make_id("decision", order), order=order, left=left, at="2026-03-02T03:00:00Z", **one)
        for order, left in ((8, ANI), (9, BANK))
    ]
    return lambda case: case.keep(Act("decide", ANI), made)


@pytest.mark.parametrize(
    "starts",
    [
        (paper("penetapan-status"),),
        (decided("penetapan-status-2026-03-02"),),
        (paper("penetapan-status"), decided("penetapan-status-2026-03-02")),
        (decided("penetapan-status-2026-03-02"), status("adult")),
    ],
    ids=["paper", "decision", "both", "all"],
)
def test_a_status_starts_one_time_however_often_it_was_recorded(case: Case, starts: tuple[Do, ...]) -> None:
    for start in starts:
        start(case)
    [running] = duties(case, "kuhap-90")

    name = {"about": ("penetapan-status-2026-03-02",)} if len(starts) == 1 else {"answers": running["event"]}
    name = {"about": ("defendant-1",)} if running["event"] == "defendant-1" else name
    paper("pemberitahuan", "2026-03-03", **name)(case)

    assert (running["due"], duties(case, "kuhap-90")[0]["state"]) == ("2026-03-03", "met")


def test_what_is_open_stands_before_what_was_done_late(case: Case) -> None:
    paper("BAP-tersangka", "2026-01-05")(case)
    paper("tanda-terima-salinan", "2026-01-20", answers="BAP-tersangka-2026-01-05")(case)
    paper("Sprindik")(case)

    assert [(row["row"], row["state"]) for row in Viewer(case).list("duties")] == [
        (ROW, "running"),
        ("kuhap-153", "late"),
    ]


@pytest.mark.parametrize(
    ("row", "start", "extensions", "due"),
    [
        ("sppa-33", held("child", "SP.Tahan"), ("2026-03-09",), "2026-03-17"),
        ("sppa-35", held("child", "SP.Tahan-hakim"), ("2026-03-10",), "2026-03-27"),
        ("kuhap-140-akhir", held("adult", "pemblokiran"), ("2027-02-01",), "2027-09-02"),
        ("kuhap-140-akhir", held("adult", "pemblokiran"), ("2027-02-01", "2027-08-01"), "2028-03-02"),
    ],
)
def test_extensions_of_the_list_move_the_last_day(case: Case, row: str, start: Do, extensions, due: str) -> None:
    start(case)

    for day in extensions:
        on("perpanjangan", day)(case)

    assert [(one["due"], len(one["extended"])) for one in duties(case, row)] == [(due, len(extensions))]


def test_a_holiday_moves_working_days(case: Case) -> None:
    urgent(case)
    before = duties(case, "kuhap-120-1")[0]["due"]

    enter(case, Holiday, [{"day": "2026-03-04", "name": "Hari libur yang dibuat"}])

    assert (before, duties(case, "kuhap-120-1")[0]["due"]) == ("2026-03-09", "2026-03-10")


def test_why_something_is_late_stands_beside_it_and_names_an_event_that_exists(case: Case) -> None:
    paper("Sprindik")(case)

    with pytest.raises(UnknownObject, match="nothing of the case is called paper-77"):
        enter(case, Late, [{"row": ROW, "event": "paper-77", "why": "kantor tutup"}])
    paper("SPDP")(case)
    with pytest.raises(Misuse, match=f"no duty of {ROW} began with SPDP-2026-03-02: {ROW} runs from Sprindik-2026"):
        enter(case, Late, [{"row": ROW, "event": "SPDP-2026-03-02", "why": "kantor tutup"}])
    enter(case, Late, [{"row": ROW, "event": "Sprindik-2026-03-02", "why": "kantor tutup"}])

    assert duties(case, ROW)[0]["why"] == "kantor tutup"


def test_what_was_entered_by_mistake_starts_nothing(case: Case) -> None:
    paper("Sprindik")(case)
    correct(case, Paper, "Sprindik-2026-03-02", {}, "perkara lain", withdrawn=True)

    assert duties(case, ROW) == []


GIVEN = {
    "law": "UU",
    "article": "1",
    "kind": "duty",
    "duty_en": "x",
    "duty_id": "x",
    "mark": "R",
    "start": "letter",
}


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"start": "paper:surat-cinta"}, "is no event of a case"),
        ({"start": ""}, "else it never runs"),
        ({"proof": ("reply", "jawaban")}, "is no event of a case"),
        ({"length": "7"}, "needs what it is counted in"),
        ({"length": "7", "unit": "stated"}, "needs what it is counted in"),
        ({"length": "tujuh", "unit": "days"}, "no whole number"),
        ({"extension": "3"}, "events by which it is given"),
        ({"in_force_from": "2026-02-01", "in_force_to": "2026-01-01"}, "before --in-force-from, which is 2026-02-01"),
        ({"unit": "weeks"}, "is no unit"),
    ],
)
def test_a_row_that_no_clock_can_go_by_is_refused_alone_and_in_a_list(case: Case, fields, says: str) -> None:
    with pytest.raises(Misuse, match=says):
        enter(case, LawRow, [{**GIVEN, **fields}])
    with pytest.raises(Misuse, match=says):
        import_rows(case, [{**GIVEN, "id": "baik"}, {**GIVEN, **fields, "id": "buruk"}], "law.csv")

    assert not [row for row in Viewer(case).list("law") if row["law"] == "UU"]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([GIVEN], "has no id"),
        ([{**GIVEN, "id": "a"}, {**GIVEN, "id": "a"}], "has a twice"),
        ([{**GIVEN, "id": "a", "colour": "red"}], "has no 'colour'"),
    ],
)
def test_a_list_that_cannot_be_meant_so_is_refused_whole(case: Case, rows, says: str) -> None:
    with pytest.raises(Misuse, match=says):
        import_rows(case, rows, "law.csv")


def test_a_row_that_the_case_does_not_have_cannot_be_checked(case: Case) -> None:
    with pytest.raises(UnknownObject, match="has no law kuhap-1"):
        check_rows(case, ["kuhap-1"], "naskah")
    with pytest.raises(Misuse, match="--source"):
        check_rows(case, [ROW], " ")


def test_the_time_of_day_is_asked_of_the_case(case: Case) -> None:
    paper("Sprindik")(case)
    bare = Case(case.folder, case._connection, None)

    with pytest.raises(Misuse, match="without a clock"):
        list(Viewer(bare).list("duties"))


def test_a_case_with_its_law_is_verified_and_nothing_of_it_makes_the_line_run(tmp_path: Path) -> None:
    case = made_case(tmp_path)
    import_rows(case, list(listed(SEED)), "law.csv")
    second = acting(tmp_path / "home", "S2")
    admit(case, second.key.public)
    check_rows(other(case), [ROW], "naskah")

    assert not is_due(case)
    verify_case(case.folder)
    case.close()


def test_what_names_something_that_was_entered_by_mistake_starts_nothing_more(case: Case) -> None:
    defendant("child")(case)
    seizure()(case)
    assert len(duties(case, "sppa-36")) == 1

    correct(case, Dossier, "dossier-1", {}, "perkara lain", withdrawn=True)

    assert duties(case, "sppa-36") == []


def test_an_offence_whose_article_nobody_filled_in_cannot_have_been_compared(case: Case) -> None:
    with pytest.raises(Misuse, match="pornografi-44 names no article yet"):
        check_rows(case, ["pornografi-44"], "naskah")

    correct(case, LawRow, "pornografi-44", {"article": "29"}, "menurut naskah")
    assert [one.row for one in check_rows(case, ["pornografi-44"], "naskah")] == ["pornografi-44"]
