# SPDX-License-Identifier: Apache-2.0
"""Where a case has three officers nobody approves what the officer who admitted them drafted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.custody.every_noun import AT, officer

from suluh.case.acts.admit import admit, end
from suluh.case.acts.release import approve, draft, package_folder
from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.verify.case import verify_case
from suluh.custody.key import OfficerKey
from suluh.custody.package import release_words
from suluh.model.after.sharing import Draft, Release
from suluh.model.errors import NotAllowed
from suluh.model.ids import make_id
from suluh.unit.folder import UnitFolder

Open = Callable[[OfficerKey], Case]


@pytest.fixture
def third(opened: Open, author: OfficerKey, tmp_path: Path) -> OfficerKey:
    """A third officer, whom the author admitted."""
    key = officer(UnitFolder(tmp_path / "third"), "T-3")
    case = opened(author)
    admit(case, key.public)
    case.close()
    return key


def drafted(opened: Open, key: OfficerKey) -> Draft:
    case = opened(key)
    found = draft(case, "Kejaksaan Negeri Contoh")
    case.close()
    return found


@pytest.mark.usefixtures("third")
def test_who_was_admitted_by_the_author_does_not_approve(
    opened: Open, author: OfficerKey, approver: OfficerKey
) -> None:
    made, case = drafted(opened, author), opened(approver)

    with pytest.raises(NotAllowed, match=r"^S-2 was admitted by S-1, who drafted this, and this case has had 3"):
        approve(case, made.id)
    assert not package_folder(case, made.id).exists()
    case.close()


@pytest.mark.usefixtures("third")
def test_whoever_started_the_case_approves_what_another_drafted(
    opened: Open, author: OfficerKey, approver: OfficerKey
) -> None:
    case = opened(author)

    assert approve(case, drafted(opened, approver).id).is_dir()
    assert [one for one in verify_case(case.folder).remarks if "had had" in one] == []
    case.close()


def test_who_was_admitted_by_somebody_else_approves(
    opened: Open, author: OfficerKey, approver: OfficerKey, unit: UnitFolder
) -> None:
    key = officer(unit, "S-7")
    case = opened(approver)
    admit(case, key.public)
    case.close()
    case = opened(key)

    assert approve(case, drafted(opened, author).id).is_dir()
    case.close()


def test_an_author_makes_no_case_of_two_by_ending_the_admission_of_others(
    opened: Open, author: OfficerKey, approver: OfficerKey, third: OfficerKey
) -> None:
    case = opened(author)
    end(case, third.code, "moved away")
    case.close()
    case = opened(approver)

    with pytest.raises(NotAllowed, match="this case has had 3 officers"):
        approve(case, drafted(opened, author).id)
    case.close()


def test_of_a_case_of_two_it_is_said_that_one_admitted_the_other_and_no_more(
    opened: Open, author: OfficerKey, approver: OfficerKey
) -> None:
    case = opened(approver)

    assert approve(case, drafted(opened, author).id).is_dir()
    [remark] = [one for one in verify_case(case.folder).remarks if "admitted by its" in one]
    assert "had had" not in remark
    case.close()


@pytest.mark.usefixtures("third")
def test_such_a_release_that_was_entered_all_the_same_is_remarked(
    opened: Open, author: OfficerKey, approver: OfficerKey
) -> None:
    made, case = drafted(opened, author), opened(approver)
    signature = approver.sign(release_words(made.id, made.digest)).hex()
    release = Release(
        id=make_id("release", made.id), draft=made.id, digest=made.digest, by="S-2", at=AT, signature=signature
    )
    case.keep(Act("approve", made.id, {"digest": made.digest}), [release])

    [remark] = [one for one in verify_case(case.folder).remarks if made.id in one and "admitted by" in one]
    assert remark.endswith(
        "was admitted by its author S-1: ask the unit who they are; the case had had 3 officers by then"
    )
    case.close()
