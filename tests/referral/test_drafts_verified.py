# SPDX-License-Identifier: Apache-2.0
"""`suluh verify` holds each draft to its row, and names packages and drafts that are not there."""

import shutil
from collections.abc import Callable

import pytest

from suluh.case.acts.release import approve, draft, draft_folder, package_folder
from suluh.case.case import Case
from suluh.case.verify.case import verify_case
from suluh.custody.key import OfficerKey
from suluh.model.errors import BrokenCustody

Open = Callable[[OfficerKey], Case]


@pytest.fixture
def case(opened: Open, author: OfficerKey) -> Case:
    return opened(author)


def broken(case: Case) -> tuple[int, str]:
    with pytest.raises(BrokenCustody) as caught:
        verify_case(case.folder)
    return caught.value.rule, caught.value.where.rpartition("/")[2]


def test_every_changed_file_of_a_draft_is_named(case: Case) -> None:
    folder = draft_folder(case, draft(case, "Kantor").id)
    verify_case(case.folder)

    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        whole = path.read_bytes()
        path.write_bytes(whole + b" ")
        assert broken(case) == (14, path.name)
        path.write_bytes(whole)
    verify_case(case.folder)


def test_a_file_added_to_a_draft_or_taken_from_it_is_found(case: Case) -> None:
    folder = draft_folder(case, draft(case, "Kantor").id)
    (folder / "more.txt").write_bytes(b"x")
    more = broken(case)
    (folder / "more.txt").unlink()
    (folder / "package.html").unlink()

    assert (more, broken(case)) == ((14, "more.txt"), (14, folder.name))


def test_a_draft_that_is_a_link_or_a_file_is_found(case: Case) -> None:
    folder = draft_folder(case, draft(case, "Kantor").id)
    away = folder.rename(folder.parents[2] / "away")
    folder.symlink_to(away)
    linked = broken(case)
    folder.unlink()
    folder.write_bytes(b"x")

    assert (linked, broken(case)) == ((14, folder.name), (14, folder.name))


def test_a_draft_that_nobody_entered_is_said(case: Case) -> None:
    folder = draft_folder(case, draft(case, "Kantor").id)
    shutil.copytree(folder, folder.with_name("draft-of-nobody"))

    [said] = [one for one in verify_case(case.folder).remarks if "draft-of-nobody" in one]
    assert said.startswith("releases/draft-of-nobody is no draft of this case, or the command that made it was stopped")


def test_a_draft_that_is_gone_is_said(case: Case) -> None:
    one = draft(case, "Kantor")
    shutil.rmtree(draft_folder(case, one.id))

    assert f"draft {one.id} is not in releases/: it can no longer be approved" in verify_case(case.folder).remarks


def test_a_released_package_that_is_gone_is_said(case: Case, opened: Open, approver: OfficerKey) -> None:
    one, other = draft(case, "Kantor"), opened(approver)
    approve(other, one.id)
    whole = verify_case(case.folder).remarks
    shutil.rmtree(package_folder(other, one.id))
    other.close()

    [said] = set(verify_case(case.folder).remarks) - set(whole)
    assert said == f"the package of draft {one.id} was released and is not in releases/: handed on, or lost"
