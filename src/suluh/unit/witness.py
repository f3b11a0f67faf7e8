# SPDX-License-Identifier: Apache-2.0
"""The witness files of a unit: one for each case, outside the case, to which lines are only added."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from suluh.model.errors import CaseError
from suluh.unit.folder import UnitFolder, make_folder, settle

LONGEST = 200
"""Characters of a line; a longer one is no line of ours and is read in parts."""


def witness_file(unit: UnitFolder, log: str) -> Path:
    """Where the lines of a case lie."""
    return unit.witness / f"{log}.txt"


def append(unit: UnitFolder, log: str, line: str) -> None:
    """Add a line for good, in one write. Raises `CaseError`: what was entered for a purpose is then not shown."""
    path = witness_file(unit, log)
    try:
        if unit.elsewhere is None:
            make_folder(path.parent)
        is_new = not path.exists()
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            _write(descriptor, line.encode("ascii"))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            settle(path.parent)
    except OSError as error:
        raise CaseError(
            f"the witness file {path} cannot be written ({error.strerror}), so nothing is shown: see that its folder, "
            "which SULUH_WITNESS names if it is set, is there and lets you add to it"
        ) from error


def _write(descriptor: int, line: bytes) -> None:
    """All of a line, in one write. Raises `OSError`: a disk may have room for half of it."""
    if os.write(descriptor, line) != len(line):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def lines(path: Path) -> Iterator[str]:
    """The lines of a witness file; bytes that are no text stay visible. Raises `OSError`."""
    with path.open("r", encoding="ascii", errors="backslashreplace", newline="\n") as file:
        while line := file.readline(LONGEST):
            yield line
