# SPDX-License-Identifier: Apache-2.0
"""What of a case hangs on acquisitions that were taken out again, and on exhibits that are sealed."""

from collections.abc import Mapping

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import authorities, corrections, exhibits, sealed
from suluh.exhibits.scope import covers_kind
from suluh.model.intake import Acquisition, Content, File, Flaw, Outcome

Gone = Mapping[str, int]
"""Files of withdrawn acquisitions and sealed exhibits, each with the number of the entry that took it out."""

Copies = Mapping[tuple[str, str | None], int]
"""Exhibits with one acquisition each, or with null for all, and the entry that took these out."""


def taken_out(case: Case) -> Copies:
    """The withdrawn acquisitions and the sealed exhibits."""
    found = ((at, one) for at, one in corrections(case.rows, Acquisition) if isinstance(one, Acquisition))
    copies: dict[tuple[str, str | None], int] = {(one.exhibit, one.name): at for at, one in found if one.withdrawn}
    return copies | {(one.label, None): one.since for one in sealed(case.rows).values()}


def gone(case: Case) -> Gone:
    """The files of withdrawn acquisitions and sealed exhibits that the case still lists."""
    found: dict[str, int] = {}
    for (label, name), number in taken_out(case).items():
        files = case.nouns(File, {"exhibit": label})
        found |= {file.id: number for file in files if name in {None, file.acquisition}}
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
