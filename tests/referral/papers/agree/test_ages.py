# SPDX-License-Identifier: Apache-2.0
"""D1 calls no paper of a child needless where an age is not known or a child is in the case, nor a status of nobody
that of the defendant."""

from suluh.case.corrections.standing_papers import typed
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.contents import contents
from suluh.case.frozen.papers import d1_of
from suluh.case.papers.parties import Parties
from suluh.case.typed.enter import correct, enter
from suluh.model.dossier.charges import Defendant
from suluh.model.dossier.papers import Paper


def tables(case):
    return {one.name: one.rows for one in d1_of(Brief.of(case, "dossier-1")).tables()}


def state(case, title):
    return next(row[6] for row in tables(case)["1 isi"] if row[1].english == title)


def test_a_paper_of_a_child_hangs_on_an_age_that_is_not_known_and_on_a_child_of_the_case(decided):
    [defendant] = typed(decided.rows, Defendant)
    code = Parties(decided).person(defendant.accounts[0])
    unknown = [state(decided, title) for title in ("Records of interview of the child", "Social report")]
    rows = {one.title.english: one.state for one in contents(Brief.of(decided, "dossier-1"))}
    correct(decided, Defendant, defendant.code, {"age": "adult"}, "akta kelahiran")
    adult = state(decided, "Social report")

    assert rows["Social report"] == "age-not-known"
    for one in unknown:
        assert one.english == (
            f"none entered; whether it is needed depends on the age of {code}, which is not known; of AK-1, a child of "
            "this case who is no defendant here, none is entered"
        )
        assert "umur" in one.indonesian
    assert adult.english.startswith("of the defendants not applicable; of AK-1, ")


def test_whose_status_a_paper_gives_is_said_not_to_be_entered(decided):
    paper = {"code": "p-status", "kind": "penetapan-status", "number": "S/7/2026", "date": "2026-01-07"}
    enter(decided, Paper, [{**paper, "about": ("dossier-1",)}])

    said = tables(decided)["3 tersangka"][0][2].parts

    assert "which gives no status" in said[0].english
    assert said[1].english == "whose status paper of legal status S/7/2026 gives is not entered"
    assert "belum dimasukkan" in said[1].indonesian
