# SPDX-License-Identifier: Apache-2.0
"""Nobody refers alone, and what leaves is exactly what was drafted and approved."""

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import AT, clock, officer, work_out

from suluh.case.acts import release
from suluh.case.acts.release import approve, draft, draft_folder, package_folder, verify_package
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.officers import officer_of
from suluh.case.verify.case import verify_case
from suluh.custody.key import OfficerKey
from suluh.model.after.sharing import Draft, Release
from suluh.model.errors import BrokenCustody, Changed, Misuse, NoAuthority, NotAllowed, UnknownObject
from suluh.model.ids import make_id
from suluh.model.intake import Authority, Exhibit
from suluh.model.trade import Deal
from suluh.unit.folder import UnitFolder

Open = Callable[[OfficerKey], Case]
TO = "Kejaksaan Negeri Contoh"


def made(opened: Open, key: OfficerKey) -> Draft:
    case = opened(key)
    found = draft(case, TO)
    case.close()
    return found


def test_a_package_that_another_officer_approved_verifies(
    opened: Open, author: OfficerKey, approver: OfficerKey
) -> None:
    case = opened(approver)
    found = verify_package(approve(case, made(opened, author).id))

    assert (found.author, found.approver, found.recipient, found.files) == ("S-1", "S-2", TO, 14)
    assert verify_case(case.folder).officers == 2
    case.close()


def test_the_authors_own_key_is_refused(opened: Open, author: OfficerKey) -> None:
    case = opened(author)

    with pytest.raises(NotAllowed, match="another officer"):
        approve(case, made(opened, author).id)

    assert [one.id for one in case.nouns(Release)] == [make_id("release", 1)]
    case.close()


def test_the_authors_own_key_under_another_code_is_refused(opened: Open, author: OfficerKey) -> None:
    disguised = OfficerKey.__new__(OfficerKey)
    disguised.__dict__.update(author.__dict__)
    disguised.public = msgspec.structs.replace(author.public, code="S-3")
    case, name = opened(author), made(opened, author).id
    detail = disguised.public.admission()
    case.keep(Act("officer", "S-3", detail), [officer_of(disguised.public, "S-1", AT)])
    case.close()
    case = opened(disguised)

    with pytest.raises(NotAllowed, match="another officer"):
        approve(case, name)
    case.close()


@pytest.mark.parametrize("access", ["examiner", "analyst", "child-protection", "prosecutor", "auditor"])
def test_only_a_supervisor_approves(opened: Open, author: OfficerKey, unit: UnitFolder, access: str) -> None:
    case = opened(officer(unit, f"X-{access}", access))

    with pytest.raises(NotAllowed, match=access):
        approve(case, made(opened, author).id)
    case.close()


@pytest.mark.parametrize("access", ["prosecutor", "auditor"])
def test_outsiders_draft_nothing(opened: Open, unit: UnitFolder, access: str) -> None:
    case = opened(officer(unit, f"Y-{access}", access))

    with pytest.raises(NotAllowed, match=access):
        draft(case, TO)
    case.close()


def test_each_changed_byte_of_a_draft_voids_it(opened: Open, author: OfficerKey, approver: OfficerKey) -> None:
    case = opened(approver)
    one = made(opened, author)
    files = sorted(path for path in draft_folder(case, one.id).rglob("*") if path.is_file())

    for path in files:
        whole = path.read_bytes()
        path.write_bytes(whole[:-2] + bytes([whole[-2] ^ 1]) + whole[-1:])
        with pytest.raises(Changed, match=path.name):
            approve(case, one.id)
        path.unlink()
        with pytest.raises(Changed):
            approve(case, one.id)
        path.write_bytes(whole)

    assert len(files) == 11
    assert approve(case, one.id).is_dir()
    case.close()


def test_a_case_without_the_checkpoint_of_a_package_is_refused(
    opened: Open, author: OfficerKey, approver: OfficerKey
) -> None:
    case = opened(approver)
    approve(case, made(opened, author).id)
    verify_case(case.folder)

    case.folder.note(case.seen().size).unlink()

    with pytest.raises(BrokenCustody, match=r"no checkpoint is over entry .*, which approved a package"):
        verify_case(case.folder)
    case.close()


def test_a_kill_between_approval_and_package_leaves_nothing_to_refuse(
    opened: Open, author: OfficerKey, approver: OfficerKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = opened(approver)
    one = made(opened, author)
    for word in ("_put", "_seal"):
        with monkeypatch.context() as killed:
            killed.setattr(release, word, _killed)
            with pytest.raises(KeyboardInterrupt):
                approve(case, one.id)
        verify_case(case.folder)

    assert approve(case, one.id).is_dir()
    verify_case(case.folder)
    case.close()


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_case_that_changed_since_voids_the_draft(opened: Open, author: OfficerKey, approver: OfficerKey) -> None:
    case = opened(approver)
    one = made(opened, author)
    deal = next(case.nouns(Deal))
    case.keep(Act("deals", "case"), [msgspec.structs.replace(deal, id=make_id("deal", 3), amount_minor=1)])
    with pytest.raises(Misuse, match="start `suluh run CASE`"):
        approve(case, one.id)
    work_out(case)

    with pytest.raises(Changed, match="draft it again"):
        approve(case, one.id)

    assert not package_folder(case, one.id).exists()
    case.close()


def urgent(case: Case) -> None:
    by = case.acting.key.code
    paper = Authority(
        id=make_id("authority", "U-1"), kind="urgent", number="U-1", issuer="Unit", date="2026-01-01", at=AT, by=by
    )
    exhibit = Exhibit(id=make_id("exhibit", "B-9"), label="B-9", authority="U-1", order=3, at=AT, by=by)
    case.keep(Act("authority", "U-1"), [paper])
    case.keep(Act("add", "B-9"), [exhibit])


def approval(case: Case, *exhibits: str) -> None:
    paper = Authority(
        id=make_id("authority", "C-1"),
        kind="court",
        number="C-1",
        issuer="PN Contoh",
        date="2026-01-03",
        approves="U-1",
        exhibits=exhibits,
        at=AT,
        by=case.acting.key.code,
    )
    case.keep(Act("authority", "C-1"), [paper])


def test_an_urgent_seizure_blocks_every_package_until_the_court_approved_it(opened: Open, author: OfficerKey) -> None:
    case = opened(author)
    urgent(case)

    with pytest.raises(NoAuthority, match=r"B-9 .* U-1.*court"):
        draft(case, TO)
    approval(case)
    with pytest.raises(Misuse, match="start `suluh run CASE`"):
        draft(case, TO)
    work_out(case)

    text = (draft_folder(case, draft(case, TO).id) / "package.json").read_text("utf-8")
    assert '"approval": "C-1"' in text
    case.close()


def test_a_court_that_names_other_exhibits_approves_nothing(opened: Open, author: OfficerKey) -> None:
    case = opened(author)
    urgent(case)
    approval(case, "B-1")

    with pytest.raises(NoAuthority, match=r"B-9 .* U-1.*court"):
        draft(case, TO)
    case.close()


def test_an_urgent_seizure_entered_after_the_draft_blocks_it(
    opened: Open, author: OfficerKey, approver: OfficerKey
) -> None:
    one = made(opened, author)
    case = opened(approver)
    urgent(case)

    with pytest.raises(NoAuthority, match="U-1"):
        approve(case, one.id)
    case.close()


def test_a_case_without_exhibits_refers_nothing(tmp_path: Path, author: OfficerKey, unit: UnitFolder) -> None:
    case = Case.start(CaseFolder(tmp_path / "empty"), "1", "unit", Acting(author, unit, clock()))

    with pytest.raises(NoAuthority):
        draft(case, TO)
    case.close()


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 201, "\u202e"])
def test_a_recipient_is_one_line(opened: Open, author: OfficerKey, name: str) -> None:
    case = opened(author)

    with pytest.raises(Misuse, match="one line"):
        draft(case, name)
    case.close()


def test_an_unknown_draft_is_said(opened: Open, approver: OfficerKey) -> None:
    case = opened(approver)

    with pytest.raises(UnknownObject, match="no draft x"):
        approve(case, "x")
    case.close()


def test_a_draft_is_approved_once(opened: Open, author: OfficerKey, approver: OfficerKey) -> None:
    case = opened(approver)
    one = made(opened, author)
    approve(case, one.id)

    with pytest.raises(Misuse, match="approved by S-2"):
        approve(case, one.id)
    case.close()


def test_a_kill_between_the_files_of_a_draft_and_its_entry_heals(
    opened: Open, author: OfficerKey, folder: CaseFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Case, "keep", killed)
        with pytest.raises(KeyboardInterrupt):
            made(opened, author)
    [left] = folder.releases.iterdir()
    [said] = [one for one in verify_case(folder).remarks if left.name in one]

    assert "the command that made it was stopped" in said
    assert f"draft-{made(opened, author).id}" == left.name
    assert [one for one in verify_case(folder).remarks if left.name in one] == []


def test_a_kill_between_approval_and_package_heals(
    opened: Open, author: OfficerKey, approver: OfficerKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    case = opened(approver)
    one = made(opened, author)
    with monkeypatch.context() as patch:
        patch.setattr("suluh.case.acts.release._seal", die)
        with pytest.raises(KeyboardInterrupt):
            approve(case, one.id)
    assert not package_folder(case, one.id).exists()

    assert verify_package(approve(case, one.id)).approver == "S-2"
    case.close()


def test_the_same_case_gives_the_same_package(
    opened: Open, author: OfficerKey, tmp_path: Path, whole: Path, unit: UnitFolder
) -> None:
    other = Case.open(CaseFolder(Path(shutil.copytree(whole, tmp_path / "other"))), Acting(author, unit, clock()))

    assert draft(other, TO).digest == made(opened, author).digest
    other.close()


def test_verify_names_a_released_package_that_was_changed(
    opened: Open, author: OfficerKey, approver: OfficerKey
) -> None:
    case = opened(approver)
    one = made(opened, author)
    annex = approve(case, one.id) / "annex-deals.csv"
    annex.write_bytes(annex.read_bytes().replace(b"K-1", b"K-2"))

    with pytest.raises(BrokenCustody, match=r"annex-deals\.csv") as caught:
        verify_case(case.folder)

    assert caught.value.rule == 14
    case.close()
