# SPDX-License-Identifier: Apache-2.0
"""Before anybody approves, a draft says how much leaves, what does not and why, and what changed since the last."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import clock, work_out
from tests.desk.browser import Browser, anybody
from tests.desk.conftest import HOST, Clock
from tests.referral import made
from tests.referral.terms import TERMS

from suluh.case.acts.admit import admit
from suluh.case.acts.packing import changes
from suluh.case.acts.release import approve, draft, draft_folder, package_folder
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.custody.key import OfficerKey
from suluh.desk.leaving import leaving
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build
from suluh.model.after.sharing import Change, Draft
from suluh.model.ids import make_id
from suluh.model.trade import Deal
from suluh.unit.folder import UnitFolder

Release = Callable[[], Draft]


@pytest.fixture
def case(tmp_path: Path, unit: UnitFolder, author: OfficerKey, approver: OfficerKey) -> Iterator[Case]:
    opened = made.made_case(tmp_path / "case", unit, author)
    admit(opened, approver.public)
    work_out(opened)
    yield opened
    opened.close()


def released(case: Case, unit: UnitFolder, approver: OfficerKey, kind: str = "prosecutor") -> Draft:
    """A package of a kind that another officer approved."""
    one = draft(case, "Kantor", TERMS[kind])
    other = Case.open(CaseFolder(case.folder.path), Acting(approver, unit, clock()))
    approve(other, one.id)
    other.close()
    return one


def said(case: Case, one: Draft) -> dict:
    return msgspec.json.decode((draft_folder(case, one.id) / "package.json").read_bytes())


def told(one: Draft) -> str:
    return "\n".join(leaving(one))


@pytest.mark.parametrize(
    ("kind", "leaves"),
    [
        ("prosecutor", "6 persons (groups of accounts), 0 accounts in full, 0 children under codes, 4 hashes"),
        ("partner", "2 persons (groups of accounts), 3 accounts in full, 0 children under codes, 2 hashes"),
        ("support", "0 persons (groups of accounts), 0 accounts in full, 1 children under codes, 0 hashes"),
        ("defence", "4 persons (groups of accounts), 2 accounts in full, 0 children under codes, 3 hashes"),
        ("commission", "0 persons (groups of accounts), 0 accounts in full, 0 children under codes, 0 hashes"),
        ("expert", "0 persons (groups of accounts), 0 accounts in full, 0 children under codes, 4 hashes"),
    ],
)
def test_a_draft_says_how_much_leaves(case: Case, kind: str, leaves: str) -> None:
    assert f"Leaves: {leaves}, 0 texts of messages." in told(draft(case, "Kantor", TERMS[kind]))


def test_a_draft_says_what_is_left_out_and_why(case: Case) -> None:
    lines = told(draft(case, "Kantor", TERMS["partner"]))

    assert "For partner: Kantor, country MY, request own initiative, basis UU 27/2022 art. 56, handling H1." in lines
    assert "Left out: 1 protected account withheld." in lines
    assert "Left out: 2 deals of other countries." in lines
    assert "Left out: 4 offers not for this kind of recipient." in lines
    assert "Left out: 1 content neither known nor categorised." in lines


def test_nothing_is_left_out_without_a_count(case: Case) -> None:
    for terms in TERMS.values():
        one = draft(case, "Kantor", terms)
        counts = {(part.what, part.why): part.count for part in one.summary.withheld}
        offers = sum(size for (what, _), size in counts.items() if what == "offers")
        listed = sum(size for (what, _), size in counts.items() if what == "contents") + one.summary.hashes
        told = {row["code"] for row in said(case, one).get("offers", ())}
        assert (listed, offers + len(told)) == (len(made.FILES), len(made.announced())), terms.kind


def test_the_first_package_to_a_recipient_is_called_so(case: Case) -> None:
    draft(case, "Kantor", TERMS["expert"])

    assert "It is the first package to this recipient." in told(draft(case, "Kantor", TERMS["expert"]))


def test_a_draft_says_what_changed_since_the_last_package(case: Case, unit: UnitFolder, approver: OfficerKey) -> None:
    last = released(case, unit, approver)
    same = draft(case, "Kantor", TERMS["prosecutor"])
    old = next(case.nouns(Deal))
    case.keep(Act("deals", "case"), [msgspec.structs.replace(old, id=make_id("deal", 9), amount_minor=7)])
    work_out(case)

    assert f"Nothing changed since the last package to this recipient ({last.id})." in told(same)
    now = told(draft(case, "Kantor", TERMS["prosecutor"]))
    assert f"Changed since the last package to this recipient ({last.id}), rows: " in now
    assert "deals +1 -0." in now
    assert "first package" in told(draft(case, "Kantor lain", TERMS["prosecutor"]))


def test_a_package_that_was_taken_away_is_said(case: Case, unit: UnitFolder, approver: OfficerKey) -> None:
    last = released(case, unit, approver)
    shutil.rmtree(package_folder(case, last.id))

    assert f"({last.id}) does not lie in releases/: compare by hand" in told(draft(case, "Kantor", TERMS["prosecutor"]))


def test_codes_alone_are_no_change_and_another_account_is_one() -> None:
    def package(code: str, account: str) -> bytes:
        rows = {"accounts": [{"code": code, "account": account}], "deals": [{"code": "R-1", "seller": code}]}
        return msgspec.json.encode(rows)

    assert changes(package("K-1", "bca:1"), package("K-2", "bca:1")) == ()
    assert changes(package("K-1", "bca:1"), package("K-1", "bca:2")) == (Change(table="accounts", more=1, fewer=1),)


def test_a_field_that_only_one_of_two_packages_has_changes_no_row() -> None:
    older = b'{"format":2,"deals":[{"code":"D-1","state":"paid"},{"code":"D-2","state":"offered"}]}'
    newer = b'{"format":3,"deals":[{"code":"D-1","state":"paid","tier":"x"},{"code":"D-2","state":"paid","tier":"y"}]}'

    assert changes(older, newer) == (Change(table="deals", more=1, fewer=1),)
    assert changes(older, older.replace(b'"format":2', b'"format":3')) == ()
    assert changes(b'{"deals":[]}', newer) == (Change(table="deals", more=2, fewer=0),)


def listed(case: Case) -> list[tuple[object, ...]]:
    rows = Viewer(case).list("leaving")
    return [tuple(row[name] for name in ("draft", "state", "says", "what", "why", "count")) for row in rows]


def test_the_list_of_what_leaves_says_what_the_draft_says(case: Case) -> None:
    one = draft(case, "Kantor", TERMS["partner"])

    rows = listed(case)

    assert (one.id, "to-approve", "leaves", "persons", None, 2) in rows
    assert (one.id, "to-approve", "leaves", "accounts-in-full", None, 3) in rows
    assert (one.id, "to-approve", "leaves", "hashes", None, 2) in rows
    assert (one.id, "to-approve", "left-out", "accounts", "left-protected", 1) in rows
    assert (one.id, "to-approve", "left-out", "deals", "left-country", 2) in rows
    assert rows[-1][2:] == ("first-package", None, None, None)


def test_the_list_says_what_came_and_went_since_the_last_package(
    case: Case, unit: UnitFolder, approver: OfficerKey
) -> None:
    first = released(case, unit, approver)
    again = draft(case, "Kantor", TERMS["prosecutor"])

    rows = listed(case)

    assert {row[1] for row in rows if row[0] == first.id} == {"approved"}
    assert [row[2] for row in rows if row[0] == again.id][-1] == "unchanged"


def test_the_page_of_drafts_says_it_in_both_languages(case: Case) -> None:
    draft(case, "Kantor", TERMS["partner"])
    door = Door(Clock())
    browser = Browser(build(Reading(case, None), door, HOST, anybody), HOST)
    browser.get(f"/enter/{door.token}")

    assert "Of other countries" in browser.get("/en/leaving").text
    local = browser.get("/id/leaving").text
    assert "Terlindungi, ditahan di mana-mana" in local
    assert "Menunggu persetujuan" in local
