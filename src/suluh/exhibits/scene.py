# SPDX-License-Identifier: Apache-2.0
"""Writes down the hash of every file of a tree, as `sha256sum` does, before the tree leaves the scene.

The same tree gives the same bytes, so that their own SHA-256 can be written on the record.
"""

import hashlib
import os
import stat
from collections.abc import Iterator
from typing import NamedTuple

from suluh.exhibits.manifest import END, MARK
from suluh.exhibits.walk import walk
from suluh.model.ids import make_id
from suluh.model.intake import Acquisition, File

_ESCAPED = {b"\\": b"\\\\", b"\n": b"\\n", b"\r": b"\\r"}


class Noted(NamedTuple):
    """What became of one name of the tree."""

    lines: bytes
    size: int | None
    """Bytes of a file that was hashed; null for what has none, or could not be read."""

    fault: str | None = None
    """Why something that should have bytes was not read."""


def noted(root: bytes, *, single: bool) -> Iterator[Noted]:
    """Every file of a tree, or the one file, in the order of raw paths; what has no bytes is a remark of its own."""
    acquisition = Acquisition(id=make_id("acquisition", "scene"), exhibit="-", name="1", order=1, single=single)
    for one in walk(root, acquisition):
        if not isinstance(one, File):
            raw = os.fsencode(one.place.path)
            yield Noted(_remark(one.reason, raw), None, f"{one.place.path}: {one.reason}")
        elif one.special is not None:
            yield Noted(_remark(one.special, one.path), None)
        else:
            yield _file(root if single else root + b"/" + one.path, one.path)


def head() -> bytes:
    """The first line of a manifest."""
    return f"{MARK}\n".encode()


def end(files: int, size: int) -> bytes:
    """The last line of a manifest: without it the list was cut off."""
    return f"{END}{files} files, {size} bytes\n".encode()


def _file(place: bytes, path: bytes) -> Noted:
    """One file, whose times stay as they are where this user may ask for that; a link is not followed."""
    seen, size = hashlib.sha256(), 0
    try:
        with os.fdopen(_open(place), "rb") as file:
            while piece := file.read(1 << 20):
                seen.update(piece)
                size += len(piece)
    except OSError as error:
        reason = f"this file cannot be read: {error.strerror}"
        return Noted(_remark(reason, path), None, f"{os.fsdecode(path)}: {reason}")
    return Noted(f"# {size} bytes\n".encode() + sum_line(seen.hexdigest(), path), size)


def sum_line(digest: str, path: bytes) -> bytes:
    """A line of such a list: a digest and the path of its file, relative to the tree, as `sha256sum` writes both."""
    plain = path
    for one, written in _ESCAPED.items():
        plain = plain.replace(one, written)
    mark = b"" if plain == path else b"\\"
    return mark + digest.encode() + b"  ./" + plain + b"\n"


def _open(place: bytes) -> int:
    """A plain file, for reading. Raises `OSError`."""
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        descriptor = os.open(place, flags | os.O_NOATIME)
    except PermissionError:
        descriptor = os.open(place, flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(0, "it is no plain file now")
    return descriptor


def _remark(reason: str, path: bytes) -> bytes:
    """A line that no reader takes for a hash."""
    shown = path.decode("utf-8", "backslashreplace").encode("unicode_escape").decode("ascii")
    return f"# {reason}: ./{shown}\n".encode()
