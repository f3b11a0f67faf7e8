# SPDX-License-Identifier: Apache-2.0
"""Verifies that the exhibits still lie where they were added, and hold what was read from them."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.folder import CaseFolder
from suluh.case.location import location
from suluh.model.errors import BrokenCustody
from suluh.model.ids import display
from suluh.model.intake import Acquisition, Content, File
from suluh.store import check

RULE = 15


def verify_sources(case: Case) -> int:
    """Digest every plain file again; how many there were. Raises `BrokenCustody` naming the first that differs."""
    found = acquisitions(case.rows)
    checked = sum(_check(case, one) for one in found)
    if checked == 0:
        raise BrokenCustody("no file of any exhibit was hashed yet: there is nothing to check", rule=RULE)
    return checked


def verify_sources_of(folder: CaseFolder) -> int:
    """The same for a case that is opened for this alone: nothing is written to it."""
    with check.open_to_check(folder.file) as connection, check.of_this_version(connection) as today:
        return verify_sources(Case(folder, today, None))


def _check(case: Case, acquisition: Acquisition) -> int:
    """Check one acquisition against its files; how many had a content to compare."""
    place = location(case.rows, acquisition)
    root = Path(os.fsdecode(place or b""))
    if place is None or not root.exists():
        where = f"{acquisition.exhibit} {acquisition.name}"
        sentence = f"{where} does not lie where it was added: connect its medium again"
        raise BrokenCustody(sentence, rule=RULE, where=where)
    files = {
        one.lies or one.path: one
        for one in case.nouns(File, {"exhibit": acquisition.exhibit})
        if one.acquisition == acquisition.name and not one.containers
    }
    if not files:
        return 0
    present = {os.fsencode(root.name): root} if acquisition.single else dict(_paths(root))
    for path in sorted(present.keys() - files.keys()):
        raise _differs(acquisition, path, "was added to the exhibit")
    contents = {one.file: one for one in case.rows.by_column(Content, "file", _ids(files))}
    for path in sorted(files):
        _compare(acquisition, path, present.get(path), contents.get(files[path].id))
    return len(contents)


def _ids(files: dict[bytes, File]) -> Iterator[str]:
    return (one.id for one in files.values())


def _paths(root: Path) -> Iterator[tuple[bytes, Path]]:
    """Everything below a folder that is no folder, by its raw path relative to it."""
    for folder, folders, names in os.walk(root):
        for path in (Path(folder, name) for name in (*names, *folders)):
            if not path.is_dir() or path.is_symlink():
                yield os.fsencode(path.relative_to(root)), path


def _compare(acquisition: Acquisition, path: bytes, present: Path | None, content: Content | None) -> None:
    """One file against what was read from it; one that was not hashed must still be there."""
    if present is None:
        raise _differs(acquisition, path, "is gone")
    if content is None:
        return
    try:
        found = _sha256(present)
    except OSError as error:
        raise _differs(acquisition, path, f"cannot be read any more ({error.strerror})") from error
    if found != content.sha256:
        raise _differs(acquisition, path, f"has the SHA-256 {found}, and had {content.sha256} when it was read")


def _sha256(path: Path) -> str:
    """The digest of a plain file; a link in its place is not followed, and where we may, its access time stays."""
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        descriptor = os.open(path, flags | os.O_NOATIME)
    except PermissionError:
        descriptor = os.open(path, flags)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, "it is no plain file now")
        return hashlib.file_digest(file, "sha256").hexdigest()


def _differs(acquisition: Acquisition, path: bytes, how: str) -> BrokenCustody:
    where = f"{acquisition.exhibit} {acquisition.name} {display(path)}"
    return BrokenCustody(f"{where} {how}", rule=RULE, where=where)
