# SPDX-License-Identifier: Apache-2.0
"""On the desk one officer drafts a package, and another reads what would leave and approves it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.custody.every_noun import PASSPHRASE, officer, work_out
from tests.desk.browser import Answer, Browser, anybody, token_of
from tests.desk.conftest import HOST, Clock
from tests.referral import made
from tests.referral.terms import PARTNER

from suluh.case.acts.admit import admit
from suluh.case.acts.release import draft_folder, package_folder, verify_package
from suluh.case.case import Case
from suluh.custody.key import OfficerKey
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build
from suluh.model.after.sharing import Draft, Release
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import public_key


class Two(NamedTuple):
    """Two officers before one desk of one case, and a third browser."""

    case: Case
    author: Browser
    approver: Browser
    other: Browser

    def drafts(self) -> list[Draft]:
        return list(self.case.nouns(Draft))

    def releases(self) -> list[Release]:
        return list(self.case.nouns(Release))


def sign_in(browser: Browser, code: str) -> Answer:
    token = token_of(browser.get("/en/sign-in").text)
    return browser.post("/en/sign-in", {"token": token, "code": code, "passphrase": PASSPHRASE, "back": ""})


@pytest.fixture
def two(tmp_path: Path, unit: UnitFolder, author: OfficerKey, approver: OfficerKey) -> Iterator[Two]:
    case = made.made_case(tmp_path / "case", unit, author)
    admit(case, approver.public)
    work_out(case)
    door = Door(Clock())
    app = build(Reading(case, None), door, HOST, anybody)
    browsers = [Browser(app, HOST) for _ in range(3)]
    sign_in(browsers[0], "S-1")
    sign_in(browsers[1], "S-2")
    yield Two(case, *browsers)
    case.close()


def draft_it(browser: Browser, language: str = "en", **fields: str) -> Answer:
    form = {"token": token_of(browser.get(f"/{language}/refer").text), "act": "decide", "back": ""}
    return browser.post(f"/{language}/refer", form | {"kind": "prosecutor", "name": "Kantor"} | fields)


def approve_it(browser: Browser, address: str, **fields: str) -> Answer:
    text = browser.get(address).text
    seen = re.search(r'name="seen" value="(\w+)"', text)
    form = {"token": token_of(text), "act": "decide", "choice": "approve", "seen": seen[1] if seen else ""}
    return browser.post(address, form | fields)


def test_what_one_officer_drafts_another_reads_and_approves(two: Two) -> None:
    drafted = draft_it(two.author)
    [made_one] = two.drafts()

    read = two.approver.get(drafted.address)
    approved = approve_it(two.approver, drafted.address)

    assert drafted.address == f"/en/drafts/{made_one.id}"
    assert "Drafted: another officer reads here" in drafted.text
    assert made_one.digest in read.text
    assert re.search(r"<b>6</b> Persons \(groups of accounts\)", read.text)
    assert "What is left out, and why" in read.text
    assert "Approved: the package lies in the folder" in approved.text
    assert [(one.by, one.digest) for one in two.releases()] == [("S-2", made_one.digest)]
    verify_package(package_folder(two.case, made_one.id))


def test_who_may_approve_is_said_before_the_click(two: Two, unit: UnitFolder) -> None:
    before = two.author.get("/en/refer").text
    drafted = draft_it(two.author)
    admit(two.case, officer(unit, "N-9").public)

    after, read = two.author.get("/id/refer").text, two.approver.get(drafted.address).text

    assert "It may be approved by: S-2." in before
    assert "Tidak seorang pun dalam perkara ini boleh menyetujuinya" in after
    assert "S-1, who drafted this, admitted you to the case" in read
    assert 'value="approve"' not in read


def test_whoever_drafted_it_approves_nothing(two: Two) -> None:
    drafted = draft_it(two.author)
    [made_one] = two.drafts()

    refused = approve_it(two.author, drafted.address, seen=made_one.digest)

    assert "another officer reads it and approves it" in drafted.text
    assert 'value="approve"' not in drafted.text
    assert refused.status_code == 422
    assert two.releases() == []


@pytest.mark.parametrize("seen", ["", "0" * 64])
def test_what_the_officer_did_not_read_is_not_approved(two: Two, seen: str) -> None:
    drafted = draft_it(two.author)

    refused = approve_it(two.approver, drafted.address, seen=seen)

    assert refused.status_code == 422
    assert two.releases() == []
    assert 'class="fault"' in refused.text or "is not what you read" in refused.text


def test_a_draft_whose_bytes_changed_is_neither_shown_nor_approved(two: Two) -> None:
    drafted = draft_it(two.author)
    [made_one] = two.drafts()
    form = {"token": token_of(two.approver.get("/en/drafts").text), "act": "decide", "choice": "approve"}
    path = draft_folder(two.case, made_one.id) / "package.json"
    path.write_bytes(path.read_bytes().replace(b"prosecutor", b"prosecutox"))

    shown = two.approver.get(drafted.address)
    refused = two.approver.post(drafted.address, form | {"seen": made_one.digest})

    assert shown.status_code == 503
    assert "is not what S-1 signed" in shown.text
    assert refused.status_code == 503
    assert two.releases() == []


def test_a_draft_is_approved_once(two: Two) -> None:
    drafted = draft_it(two.author)
    [made_one] = two.drafts()
    form = {"token": token_of(two.approver.get(drafted.address).text), "act": "decide", "choice": "approve"}

    first = two.approver.post(drafted.address, form | {"seen": made_one.digest})
    again = two.approver.post(drafted.address, form | {"seen": made_one.digest})

    assert (first.status_code, again.status_code) == (200, 422)
    assert "was approved by S-2" in again.text
    assert len(two.releases()) == 1


@pytest.mark.parametrize("language", ["en", "id"])
def test_terms_that_are_missing_or_not_for_the_recipient_are_said_beside_their_field(two: Two, language: str) -> None:
    partner = draft_it(two.author, language, kind="partner", country="MY", basis="UU 27/2022")
    prosecutor = draft_it(two.author, language, country="MY")

    needed, not_for = (
        ("This is needed.", "is not made by it: leave it empty")
        if language == "en"
        else ("Ini harus diisi.", "tidak dibuat dengan itu: kosongkan")
    )
    assert partner.status_code == prosecutor.status_code == 422
    assert re.search(rf'name="request"[^>]*>\s*<strong class="fault">{needed}', partner.text)
    assert 'value="UU 27/2022"' in partner.text
    assert '<option value="partner" selected>' in partner.text
    assert not_for in prosecutor.text
    assert two.drafts() == []


def test_what_the_act_refuses_is_said_and_what_was_typed_is_kept(two: Two) -> None:
    refused = draft_it(two.author, **PARTNER | {"kind": "partner", "country": "malaysia"})

    assert refused.status_code == 422
    assert "is no country: write its two capital letters" in refused.text
    assert 'value="malaysia"' in refused.text
    assert two.drafts() == []


def test_identifiers_that_would_leave_are_masked_until_they_are_read_for_a_purpose(two: Two) -> None:
    drafted = draft_it(two.author, **PARTNER | {"kind": "partner"})
    before = two.case.rows.last_entry().seq
    masked = two.approver.get(drafted.address).text
    same = two.case.rows.last_entry().seq

    form = {"token": token_of(masked), "act": "unmask", "purpose": "answering a letter", "words": ""}
    full = two.approver.post(drafted.address, form).text

    number = re.compile(r"(?:whatsapp|telegram|bca):\+?\d{6,}")
    entries = [entry.body for entry in two.case.rows.entries(before + 1)]
    assert number.search(masked) is None
    assert same == before
    assert number.search(full) is not None
    assert entries
    assert all(b'"object":"drafted"' in body and b"answering a letter" in body for body in entries)


@pytest.mark.parametrize(
    ("access", "reads", "drafts"),
    [("examiner", 200, 2), ("analyst", 200, 2), ("child-protection", 200, 2), ("auditor", 404, 1)],
)
def test_each_access_reads_and_drafts_what_it_may_and_approves_nothing(
    two: Two, unit: UnitFolder, access: str, reads: int, drafts: int
) -> None:
    code = f"D-{access}"
    if not (unit.officers / f"{code}.key").is_file():
        officer(unit, code, access)
    admit(two.case, public_key(unit, code))
    address = draft_it(two.author).address
    sign_in(two.other, code)
    token = token_of(two.other.get("/en/counts").text)
    seen = two.drafts()[0].digest

    statuses = two.other.get(address).status_code, two.other.get("/en/refer").status_code
    two.other.post("/en/refer", {"token": token, "act": "decide", "kind": "expert", "name": "Ahli"})
    two.other.post(address, {"token": token, "act": "decide", "choice": "approve", "seen": seen})

    assert statuses == (reads, reads)
    assert len(two.drafts()) == drafts
    assert two.releases() == []


def test_the_list_of_drafts_leads_to_each_and_to_a_new_one(two: Two) -> None:
    address = draft_it(two.author).address

    text = two.approver.get("/en/drafts").text

    assert f'href="{address}"' in text
    assert 'href="/en/refer"' in text
    assert "Waits for approval" in text


def test_the_queue_says_that_drafts_wait_for_approval(two: Two) -> None:
    before = two.approver.get("/en/waiting").text
    draft_it(two.author)

    text = two.approver.get("/en/waiting").text
    listed = two.approver.get("/en/drafts?state=to-approve").text

    assert "wait for approval" not in before
    assert "1 drafts of packages wait for approval" in text
    assert two.drafts()[0].id in listed


def test_a_draft_of_another_case_is_not_there(two: Two) -> None:
    assert two.approver.get("/en/drafts/6mrxandlgvo5w53dcymg5pr36i").status_code == 404


def test_a_prosecutor_reads_what_was_approved_for_prosecutors_and_nothing_else(two: Two, unit: UnitFolder) -> None:
    if not (unit.officers / "J-1.key").is_file():
        officer(unit, "J-1", "prosecutor")
    approved = draft_it(two.author).address
    approve_it(two.approver, approved)
    waiting = draft_it(two.author, name="Kantor lain").address
    partner = draft_it(two.author, **PARTNER | {"kind": "partner"}).address
    approve_it(two.approver, partner)
    admit(two.case, public_key(unit, "J-1"))
    sign_in(two.other, "J-1")

    first = two.other.get("/")
    pages = [address.replace("/drafts/", "/packages/") for address in (approved, waiting, partner)]
    shown = [two.other.get(address) for address in pages]

    assert "Paket untuk penuntut umum" in first.text
    assert [one.status_code for one in shown] == [200, 404, 404]
    assert "K-1" in shown[0].text
    assert two.other.get(approved).status_code == 404
    assert {two.other.get(f"/en{path}").status_code for path in ("/deals", "/persons", "/files", "/counts")} == {404}
