# SPDX-License-Identifier: Apache-2.0
"""A frozen paper says when somebody whom it names was protected since, and when another version would make it."""

import re
from pathlib import Path

import pytest
from tests.case.dossiers.made import DOSSIER, checked
from tests.case.views.made import acting

from suluh import __version__
from suluh.case.acts.decide import decide_role
from suluh.case.case import Case
from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.freeze import freeze, release
from suluh.case.frozen.rests import Rests
from suluh.case.gate.viewer import Viewer
from suluh.case.papers.parties import Parties
from suluh.case.typed.enter import enter
from suluh.model.dossier.care import Identity, Protected
from suluh.model.dossier.charges import Written
from suluh.model.errors import Changed
from suluh.model.talk import Message
from suluh.model.trade import Deal

WHY = "uji"


def _disagree(case: Case) -> dict[str, list[str]]:
    rows = Viewer(case, WHY).list("written")
    return {str(one["form"]): one["changed"] for one in rows if one["state"] != "replaced" and one["changed"]}


def _release(case: Case, form: str, folder: Path) -> None:
    [made] = [one for one in case.nouns(Written) if one.form == form]
    second = Case.open(case.folder, acting(folder / "home", "S2"))
    try:
        release(second, made.code, ["Arsip"])
    finally:
        second.close()


def test_somebody_who_is_named_and_becomes_a_child_of_the_case_changes_each_paper_that_names_them(
    case: Case, tmp_path: Path
) -> None:
    deal = next(one for one in case.nouns(Deal) if one.judgement == "confirmed" and one.buyer)
    before, code = _disagree(case), Parties(case).person(deal.buyer)

    decide_role(case, deal.buyer or "", "child_victim", "surat UPTD 3", ("2026-01-05", None))

    assert before == {}
    after = _disagree(case)
    assert set(after) >= {"D3", "D5"}
    assert {f"called {code}", f"called {Parties(case).person(deal.buyer)}"} <= set(after["D3"])
    with pytest.raises(Changed, match="no longer agrees with called"):
        _release(case, "D3", tmp_path)


def test_somebody_who_comes_under_guard_changes_the_annexes_and_the_check_names_it(case: Case, tmp_path: Path) -> None:
    deal = next(one for one in case.nouns(Deal) if one.judgement == "confirmed" and one.buyer)

    enter(case, Protected, [{"accounts": (deal.buyer,), "why": "penyamaran"}])

    after = _disagree(case)
    assert set(after) >= {"D2", "D3", "D5"}
    assert any(one.startswith("withheld O-") for one in after["D3"])
    faults = [one.what for one in checked(case).findings if one.number == 24]
    assert any("what is withheld on the paper of O-" in one.english for one in faults)
    with pytest.raises(Changed, match="no longer agrees"):
        _release(case, "D3", tmp_path)


@pytest.mark.parametrize("form", ["D1", "D2", "D3", "D5"])
def test_a_paper_of_another_version_has_to_be_made_anew(
    case: Case, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    freeze(case, DOSSIER, "D1", paper, {})
    assert _disagree(case) == {}
    old = __version__

    monkeypatch.setattr("suluh.case.frozen.rests.__version__", "99.0")

    assert _disagree(case)[form] == sorted([f"program {old}", "program 99.0"])
    faults = [one.what.english for one in checked(case).findings if one.number == 24]
    assert form == "D1" or any(f"version of the program {old}" in one for one in faults)
    with pytest.raises(Changed, match=r"no longer agrees with program"):
        _release(case, form, tmp_path)


def test_a_name_that_comes_into_the_vault_changes_what_a_paper_withholds(case: Case) -> None:
    deal = next(one for one in case.nouns(Deal) if one.judgement == "confirmed" and one.buyer)
    rows = list(case.rows.by_column(Message, "id", deal.messages))
    word = next(token for one in rows for token in re.findall(r"[a-z]{5,}", one.text or ""))
    who = {"kind": "BAP", "paper": "BAP-saksi", "name": word, "vault": True, "person": "AK-7"}

    enter(case, Identity, [who])

    assert any(one.startswith("withheld O-") for one in _disagree(case)["D3"])


def test_the_rows_of_a_paper_are_the_same_in_whichever_order_its_persons_come(case: Case) -> None:
    rests, parties = Rests(Brief.of(case, DOSSIER)), Parties(case)
    codes = sorted({parties.person(side) for one in parties.deals for side in (one.seller, one.buyer) if side})

    one, other = rests.of("D5", codes), rests.of("D5", reversed(codes))

    assert len(codes) > 1
    assert one == other


def _freeze_care(case: Case, folder: Path) -> None:
    """D6 and D7 as files of their own: what they say is of no dossier alone."""
    for form in ("D6", "D7"):
        (folder / form).mkdir()
        (folder / form / f"{form}-AK-1-id.pdf").write_bytes(b"%PDF-1.7 made up")
        freeze(case, DOSSIER, form, folder / form, {})


def test_papers_for_those_who_support_a_child_notice_protection_and_another_version(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deal = next(one for one in case.nouns(Deal) if one.judgement == "confirmed" and one.buyer)
    _freeze_care(case, tmp_path)
    before = _disagree(case)

    enter(case, Protected, [{"accounts": (deal.buyer,), "why": "penyamaran"}])

    after = _disagree(case)
    assert before == {}
    assert "withheld D6" in after["D6"]
    assert "deals D6" in after["D6"]
    assert "withheld D7" in after["D7"]
    monkeypatch.setattr("suluh.case.frozen.rests.__version__", "99.0")
    assert {"program 99.0", f"program {__version__}"} <= set(_disagree(case)["D7"])
    with pytest.raises(Changed, match="no longer agrees"):
        _release(case, "D6", tmp_path)


def test_papers_for_those_who_support_a_child_notice_that_somebody_is_a_child_of_the_case(
    case: Case, tmp_path: Path
) -> None:
    deal = next(one for one in case.nouns(Deal) if one.judgement == "confirmed" and one.buyer)
    _freeze_care(case, tmp_path)

    decide_role(case, deal.buyer or "", "child_victim", "surat UPTD 3", ("2026-01-05", None))

    after, code = _disagree(case), Parties(case).person(deal.buyer)
    assert f"called {code}" in after["D6"]
    assert f"called {code}" in after["D7"]
