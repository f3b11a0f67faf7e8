# SPDX-License-Identifier: Apache-2.0
"""Lists every file of an acquisition, in the order of raw path bytes, without following a link."""

import os
import stat
from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

from suluh.model.ids import display, file_id, path_b64, record_id
from suluh.model.intake import Acquisition, File, Flaw
from suluh.model.place import Place
from suluh.model.times import of_disk

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
SPECIAL = {
    stat.S_IFLNK: "symbolic link",
    stat.S_IFIFO: "named pipe",
    stat.S_IFSOCK: "socket",
    stat.S_IFBLK: "block device",
    stat.S_IFCHR: "character device",
}
"""What has no bytes to read, in words."""


WHOLE = b"."
"""The path under which an acquisition that cannot be read at all has its flaw."""

STEP = "walk"


def walk(root: bytes, acquisition: Acquisition, below: bytes = WHOLE) -> Iterator[File | Flaw]:
    """Every file below a folder, or the one file that the acquisition is; what cannot be read is a flaw.

    With `below` only what lies at that path of it: what an earlier walk could not read.
    """
    try:
        if acquisition.single:
            yield _file(acquisition, root.rstrip(b"/").rpartition(b"/")[2], os.stat(root))  # noqa: PTH116 # paths of evidence are bytes
            return
        start = _open_quietly(root, None)
    except OSError as error:
        yield not_read(acquisition, WHOLE, f"this acquisition cannot be read: {error.strerror}")
        return
    with closing(_Way(start)) as way:
        yield from _below(way, acquisition, below)


def not_read(acquisition: Acquisition, path: bytes, reason: str) -> Flaw:
    """The flaw of a path that could not be listed."""
    identity = file_id(acquisition.exhibit, acquisition.name, (), path)
    place = Place(
        exhibit=acquisition.exhibit,
        acquisition=acquisition.name,
        path=display(path),
        file=identity,
        path_b64=path_b64(path),
    )
    return Flaw(id=record_id("flaw", identity, STEP), step=STEP, reason=reason, place=place)


class _Way:
    """The folder that a walk begins in, reached without following a link."""

    def __init__(self, root: int) -> None:
        self.folder = root

    def enter(self, name: bytes) -> None:
        """Go one folder deeper. Raises `OSError`."""
        deeper = _open_quietly(name, self.folder)
        os.close(self.folder)
        self.folder = deeper

    def hand_over(self) -> int:
        """The descriptor of the folder, from now on the caller's."""
        found, self.folder = self.folder, -1
        return found

    def close(self) -> None:
        """Let go of the folder."""
        if self.folder >= 0:
            os.close(self.folder)


def _below(way: _Way, acquisition: Acquisition, below: bytes) -> Iterator[File | Flaw]:
    """Everything at a path of a folder."""
    *parents, name = below.split(b"/") if below != WHOLE else (b"",)
    prefix = b"".join(one + b"/" for one in parents)
    if {b".", b".."} & {*parents, name}:
        yield not_read(acquisition, below, "its path leaves the exhibit")
        return
    try:
        for one in parents:
            way.enter(one)
        if name and not stat.S_ISDIR(os.stat(name, dir_fd=way.folder, follow_symlinks=False).st_mode):
            yield _look(way.folder, name, below, acquisition)
            return
        if name:
            way.enter(name)
        level = _level(way.hand_over(), prefix + name + b"/" if name else b"")
    except OSError as error:
        yield not_read(acquisition, below, f"this folder cannot be read: {error.strerror}")
        return
    yield from _tree(level, acquisition)


class _Entry(NamedTuple):
    """A name in a folder; a folder sorts as its path with a slash, for so do the paths below it."""

    key: bytes
    name: bytes
    is_folder: bool


class _Level(NamedTuple):
    """A folder that is open, and what is left of it."""

    descriptor: int
    prefix: bytes
    left: Iterator[_Entry]


def _tree(start: _Level, acquisition: Acquisition) -> Iterator[File | Flaw]:
    """Everything below a folder; only the names of the folders on the way down are held."""
    levels = [start]
    try:
        while levels:
            level = levels[-1]
            entry = next(level.left, None)
            if entry is None:
                os.close(levels.pop().descriptor)
                continue
            found = _met(level, entry, acquisition)
            if isinstance(found, _Level):
                levels.append(found)
            else:
                yield found
    finally:
        for level in levels:
            os.close(level.descriptor)


def _met(level: _Level, entry: _Entry, acquisition: Acquisition) -> _Level | File | Flaw:
    if entry.is_folder:
        return _deeper(level, entry.name, acquisition)
    return _look(level.descriptor, entry.name, level.prefix + entry.name, acquisition)


def _deeper(level: _Level, name: bytes, acquisition: Acquisition) -> _Level | Flaw:
    path = level.prefix + name
    try:
        return _level(_open_quietly(name, level.descriptor), path + b"/")
    except OSError as error:
        return not_read(acquisition, path, f"this folder cannot be read: {error.strerror}")


def _level(descriptor: int, prefix: bytes) -> _Level:
    try:
        return _Level(descriptor, prefix, iter(_entries(descriptor)))
    except OSError:
        os.close(descriptor)
        raise


def _entries(descriptor: int) -> list[_Entry]:
    with os.scandir(descriptor) as found:
        names = [(os.fsencode(entry.name), entry.is_dir(follow_symlinks=False)) for entry in found]
    return sorted(_Entry(name + b"/" if is_folder else name, name, is_folder) for name, is_folder in names)


def _open_quietly(name: bytes, above: int | None) -> int:
    """Without touching the time of last access, where this user may ask for that."""
    try:
        return os.open(name, _FOLDER | os.O_NOATIME, dir_fd=above)
    except PermissionError:
        return os.open(name, _FOLDER, dir_fd=above)


def _look(descriptor: int, name: bytes, path: bytes, acquisition: Acquisition) -> File | Flaw:
    try:
        found = os.stat(name, dir_fd=descriptor, follow_symlinks=False)
    except OSError as error:
        return not_read(acquisition, path, f"this file cannot be looked at: {error.strerror}")
    return _file(acquisition, path, found)


def _file(acquisition: Acquisition, path: bytes, found: os.stat_result) -> File:
    return File(
        id=file_id(acquisition.exhibit, acquisition.name, (), path),
        exhibit=acquisition.exhibit,
        acquisition=acquisition.name,
        path=path,
        order=acquisition.order,
        size=found.st_size,
        modified=of_disk(found.st_mtime_ns),
        special=SPECIAL.get(stat.S_IFMT(found.st_mode)),
    )
