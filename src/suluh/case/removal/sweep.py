# SPDX-License-Identifier: Apache-2.0
"""Leaves nothing of what was removed in the case folder: packages, index, scratch, free pages, the log of the file."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from suluh.case.acts.release import draft_folder, package_folder
from suluh.case.case import Case
from suluh.case.frozen.kept import folder_of
from suluh.case.removal.rested import Rested
from suluh.model.dossier.charges import Written
from suluh.workers.parent import scratch


def sweep(case: Case, found: Iterable[Rested], papers: Iterable[Written] = ()) -> None:
    """Remove it all; whoever calls this holds the lease of the case. Raises `CaseIsLocked` while somebody reads it."""
    scratch.sweep(case.folder.work.absolute())
    for path in (*_made(case, found), *(folder_of(case.folder, one) for one in papers), *_left(case)):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    case.erase()


def _made(case: Case, found: Iterable[Rested]) -> Iterator[Path]:
    """The folders of drafts and packages."""
    for one in found:
        yield from (draft_folder(case, one.draft), package_folder(case, one.draft))


def _left(case: Case) -> Iterator[Path]:
    """What a killed command may have left, and what is made anew: the index of the search, what was counted."""
    folder = case.folder
    for beside in (folder.words, folder.counted):
        yield from sorted(folder.path.glob(f"{beside.name}*"))
    yield from sorted(folder.work.iterdir()) if folder.work.is_dir() else ()
    yield from sorted(folder.releases.glob(".*"))
