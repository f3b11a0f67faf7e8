# SPDX-License-Identifier: Apache-2.0
"""Lists every file of an acquisition, in the order of raw path bytes, without following a link."""

import os
import stat
from collections.abc import Iterator
from typing import NamedTuple

from suluh.model.ids import display, file_id, path_b64, record_id
from suluh.model.intake import Acquisition, File, Flaw
from suluh.model.place import Place
from suluh.model.times import of_disk

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_SPECIAL = {
    stat.S_IFLNK: "symbolic link",
    stat.S_IFIFO: "named pipe",
    stat.S_IFSOCK: "socket",
    stat.S_IFBLK: "block device",
    stat.S_IFCHR: "character device",
}


def walk(root: bytes, acquisition: Acquisition) -> Iterator[File | Flaw]:
    """Every file below a folder, or the one file that the acquisition is; a folder that cannot be read is a flaw."""
    found = os.stat(root)  # noqa: PTH116 # paths of evidence are bytes
    if not stat.S_ISDIR(found.st_mode):
        yield _file(acquisition, root.rstrip(b"/").rpartition(b"/")[2], found)
        return
    yield from _tree(root, acquisition)


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


def _tree(root: bytes, acquisition: Acquisition) -> Iterator[File | Flaw]:
    """Everything below a folder; only the names of the folders on the way down are held."""
    levels = [_level(_open_quietly(root, None), b"")]
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
        return _flaw(acquisition, path, f"this folder cannot be read: {error.strerror}")


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
        return _flaw(acquisition, path, f"this file cannot be looked at: {error.strerror}")
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
        special=_SPECIAL.get(stat.S_IFMT(found.st_mode)),
    )


def _flaw(acquisition: Acquisition, path: bytes, reason: str) -> Flaw:
    identity = file_id(acquisition.exhibit, acquisition.name, (), path)
    place = Place(
        exhibit=acquisition.exhibit,
        acquisition=acquisition.name,
        path=display(path),
        file=identity,
        path_b64=path_b64(path),
    )
    return Flaw(id=record_id("flaw", identity, "walk"), step="walk", reason=reason, place=place)
