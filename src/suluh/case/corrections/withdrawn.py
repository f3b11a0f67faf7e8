# SPDX-License-Identifier: Apache-2.0
"""What of a case hangs on acquisitions that were taken out again, because they were entered by mistake."""

from collections.abc import Mapping

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import authorities, corrections, exhibits
from suluh.exhibits.scope import covers_kind
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
    """Contents to be looked at anew: no copy is left that may be seen, or what failed is noted at a withdrawn file."""
    own = {one.file: one.sha256 for one in case.rows.by_column(Content, "file", files)}
    copies = {one.file: one.sha256 for one in case.rows.by_column(Content, "sha256", set(own.values()))}
    unseen = _not_to_be_seen(case)
    staying = case.rows.by_column(File, "id", (one for one in copies if one not in files))
    left = {copies[one.id] for one in staying if one.exhibit not in unseen}
    failed = {one.place.file for one in case.rows.by_column(Flaw, "place.file", files)}
    failed |= {one.file for one in case.rows.by_column(Outcome, "file", files)}
    return {bytes.fromhex(sha): files[file] for file, sha in own.items() if sha not in left or file in failed}


def _not_to_be_seen(case: Case) -> frozenset[str]:
    """The exhibits of which no paper covers pictures and videos."""
    papers = {one.number: one for one in authorities(case.rows)}
    found = exhibits(case.rows)
    return frozenset(one.label for one in found if not covers_kind(papers.get(one.authority), "media"))
