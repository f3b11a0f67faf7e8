# SPDX-License-Identifier: Apache-2.0
"""Which files are to be read again: those that an officer names, or those that the packages of the case name."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from suluh.case.acts.release import OF_DRAFT, OF_PACKAGE
from suluh.case.case import Case
from suluh.exhibits.standing import in_order
from suluh.model.errors import UnknownObject
from suluh.model.ids import display
from suluh.model.intake import Content, File

PACKAGE = "package.json"
_SHA256 = re.compile(rb"\b[0-9a-f]{64}\b")

Named = tuple[list[File], tuple[str, ...]]
"""Files, and what has to be said about how they were found."""


def named(case: Case, names: Sequence[str]) -> Named:
    """The files of some names, as ``EXHIBIT/PATH`` or ``PATH``; without any, those of the drafts and packages.

    Raises `UnknownObject` for a name that no file has.
    """
    return _of_names(case, names) if names else _of_packages(case)


def _of_names(case: Case, names: Sequence[str]) -> Named:
    wanted, seen = set(names), set[str]()
    found = []
    for file in case.rows.files():
        alike = wanted & set(_names(file))
        seen |= alike
        if alike:
            found.append(file)
    for name in names:
        if name not in seen:
            raise UnknownObject(f"no file of the case is called {name!r}: see `suluh show CASE files`")
    return found, ()


def _names(file: File) -> Iterator[str]:
    """What a file may be called."""
    path = "!/".join(display(part) for part in (*file.containers, file.path))
    yield from (path, f"{file.exhibit}/{path}")


def _of_packages(case: Case) -> Named:
    packages = sorted(_packages(case.folder.releases))
    digests = {one.decode() for path in packages for one in _SHA256.findall(path.read_bytes())}
    contents = case.rows.by_column(Content, "sha256", digests)
    files = in_order(case.rows.by_column(File, "id", (one.file for one in contents)))
    if not files:
        return [], ("no draft or package here names a file: name those that are to be read again",)
    return files, ()


def _packages(releases: Path) -> Iterator[Path]:
    for begins in (OF_DRAFT, OF_PACKAGE):
        yield from (path for path in releases.glob(f"{begins}*/{PACKAGE}") if path.is_file())
