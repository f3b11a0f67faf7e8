# SPDX-License-Identifier: Apache-2.0
"""A package that left before something was corrected is named with what was corrected, and stays as it is."""

from collections.abc import Callable

from tests.custody.every_noun import work_out

from suluh.case.acts.intake import Paper, record_authority
from suluh.case.acts.release import approve, draft, package_folder
from suluh.case.case import Case
from suluh.case.corrections.correct import correct_authority, correct_exhibit
from suluh.case.corrections.corrected import note_settled
from suluh.case.corrections.outdated import outdated
from suluh.case.verify.case import verify_case
from suluh.custody.key import OfficerKey
from suluh.model.intake import Exhibit

Open = Callable[[OfficerKey], Case]


def test_what_was_corrected_since_a_package_left_is_said_with_it(
    opened: Open, author: OfficerKey, approver: OfficerKey
) -> None:
    case = opened(author)
    record_authority(case, Paper("court", "P-7", "PN Contoh", "2026-01-01"))
    correct_authority(case, "P-7", {"issuer": "PN Uji"}, "salah ketik")
    note_settled(case)
    work_out(case)
    before = len(list(outdated(case.rows)))
    made = draft(case, "Kejaksaan Contoh")
    kept = approve(opened(approver), made.id)
    [manifest] = kept.glob("manifest.json")
    raw = manifest.read_bytes()
    assert not any(made.id in one for one in outdated(case.rows))

    correct_authority(case, "P-7", {"issuer": "PN Contoh"}, "salah baca")
    entry = case.seen().size

    said = list(outdated(case.rows))
    [mine] = [one for one in said if made.id in one]
    assert mine == (
        f"package {made.id} for Kejaksaan Contoh left before these were corrected: "
        f"authority P-7 (entry {entry}: salah baca). Tell Kejaksaan Contoh, and refer anew where it says something "
        "else now"
    )
    assert len(said) >= before
    assert manifest.read_bytes() == raw
    assert mine in " ".join(verify_case(case.folder).remarks)
    case.close()


def test_each_thing_that_was_corrected_is_named_as_officers_call_it(
    opened: Open, author: OfficerKey, approver: OfficerKey
) -> None:
    case = opened(author)
    made = draft(case, "Kejaksaan Contoh")
    approve(opened(approver), made.id)
    label = next(case.nouns(Exhibit)).label

    correct_exhibit(case, label, {"holder": "orang lain"}, "salah nama")

    assert any(f"exhibit {label} (entry {case.seen().size}: salah nama)" in one for one in outdated(case.rows))
    assert package_folder(case, made.id).is_dir()
    case.close()
