# SPDX-License-Identifier: Apache-2.0
"""What of a case hangs on acquisitions that were taken out again, because they were entered by mistake."""

from collections.abc import Mapping

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import corrections
from suluh.model.intake import Acquisition, Content, File, Flaw, Outcome

Gone = Mapping[str, int]
"""Files of withdrawn acquisitions, each with the number of the entry that withdrew it."""


def gone(case: Case) -> Gone:
    """The files of withdrawn acquisitions that the case still lists."""
    found: dict[str, int] = {}
    for number, one in corrections(case.rows, Acquisition):
        if isinstance(one, Acquisition) and one.withdrawn:
            files = case.nouns(File, {"exhibit": one.exhibit})
            found |= {file.id: number for file in files if file.acquisition == one.name}
    return found


def contents_to_redo(case: Case, files: Gone) -> dict[bytes, int]:
    """Contents to be looked at anew: of which nothing is left, or of which what failed is noted at a withdrawn file."""
    own = {one.file: one.sha256 for one in case.rows.by_column(Content, "file", files)}
    copies = case.rows.by_column(Content, "sha256", set(own.values()))
    left = {one.sha256 for one in copies if one.file not in files}
    failed = {one.place.file for one in case.rows.by_column(Flaw, "place.file", files)}
    failed |= {one.file for one in case.rows.by_column(Outcome, "file", files)}
    return {bytes.fromhex(sha): files[file] for file, sha in own.items() if sha not in left or file in failed}
