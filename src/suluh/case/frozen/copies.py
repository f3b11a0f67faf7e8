# SPDX-License-Identifier: Apache-2.0
"""Writes the numbered copies of a paper that was released: each page says which copy it is, and whose."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.again import papers_in
from suluh.case.frozen.kept import TOTALS, files_in, folder_of, is_whole, issues
from suluh.case.frozen.rests import Rests
from suluh.case.keep import Act
from suluh.case.papers.examined.sums import PART
from suluh.case.rights import READ, need
from suluh.case.typed.enter import one_typed
from suluh.custody.package import MANIFEST, make_manifest
from suluh.model.deeds.acts import PAPERS
from suluh.model.dossier.charges import Written
from suluh.model.errors import Changed, Misuse
from suluh.referral.papers.book import document_files
from suluh.referral.papers.values import Language
from suluh.unit.folder import write

MADE = frozenset({"json", "pdf", "xlsx"})
"""Files that the program makes of a paper."""


class Copies(NamedTuple):
    """What was written."""

    paths: tuple[Path, ...]
    bare: tuple[str, ...]
    """Files of the paper that bear no number, for the program did not make them: they lie as they were signed."""

    changed: tuple[str, ...]
    """Rows with which the paper no longer agrees."""


def write_copies(case: Case, code: str, folder: Path, purpose: str, language: Language = "id") -> Copies:
    """Write every copy of a released paper, after the ledger entry that says why; always the same bytes.

    Raises `Misuse` for a paper that was not released, `Changed` where its files are not what its author signed.
    """
    need(case, READ)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Misuse(f"{folder} is a file or holds something: name a new folder for the copies")
    written = one_typed(case, Written, code)
    issue = issues(case).get(code)
    if issue is None:
        raise Misuse(f"{code} was not released: another officer does so first, with `suluh dossier CASE release`")
    if not is_whole(case.folder, written):
        raise Changed(f"the files of {code} are not what {written.by} signed: freeze and release the paper again")
    signed = files_in(folder_of(case.folder, written))
    files: dict[str, bytes] = {}
    for paper in papers_in(signed):
        files |= document_files(paper, language, issue.copies)
    numbers = tuple(paper.number for paper in papers_in(signed))
    typed = (name for name in sorted(signed) if name.rpartition(".")[2] not in MADE or not _is_of(name, numbers))
    kept = tuple(name for name in typed if name != TOTALS)
    files |= {name: signed[name] for name in kept}
    bare = tuple(name for name in kept if PART not in name)
    files[MANIFEST] = make_manifest(files)
    digest = hashlib.sha256(files[MANIFEST]).hexdigest()
    case.note(Act(PAPERS.word, code, {"purpose": purpose, "digest": digest, "papers": str(len(issue.copies))}))
    for name, raw in files.items():
        write(folder / name, raw)
    changed = Rests(Brief.of(case, written.about)).changed(written)
    return Copies(tuple(folder / name for name in sorted(files)), bare, changed)


def _is_of(name: str, numbers: tuple[str, ...]) -> bool:
    """Whether a file is one of a paper, in whichever language and copy."""
    return name.rpartition("/")[2].startswith(numbers) if numbers else False
