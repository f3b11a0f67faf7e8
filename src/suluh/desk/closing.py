# SPDX-License-Identifier: Apache-2.0
"""Closes the folders of a case and of the unit to every other user of the machine."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from shlex import quote

from suluh.desk.printing import remark
from suluh.model.errors import Misuse

OTHERS = 0o077
"""Rights of the group and of everybody else; also what no file that a command makes has."""


def close_to_others(folder: Path, *, must: bool = True) -> None:
    """Take away what others may do in a folder, and say so. Raises `Misuse` where that must be and cannot.

    A medium that cannot be written is left as it is: nobody writes a case there.
    """
    mode = folder.stat().st_mode
    if not mode & OTHERS or os.statvfs(folder).f_flag & os.ST_RDONLY:
        return
    with suppress(PermissionError):
        folder.chmod(stat.S_IMODE(mode) & ~OTHERS)
    if not folder.stat().st_mode & OTHERS:
        remark(f"{folder} was open to other users of this machine: it is closed now")
        return
    sentence = (
        f"{folder} is open to other users of this machine and cannot be closed: let its owner run "
        f"`chmod go-rwx {quote(str(folder))}`, or mount its disk with umask=077 where that keeps no rights"
    )
    if must:
        raise Misuse(sentence)
    remark(sentence)
