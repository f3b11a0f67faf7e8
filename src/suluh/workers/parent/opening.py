# SPDX-License-Identifier: Apache-2.0
"""Opens evidence for reading: one folder after the other, never through a link, never changing a time."""

import os
import stat
from collections.abc import Mapping

from suluh.model.evidence.work import Target
from suluh.model.times import of_disk

_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class NotOpened(Exception):
    """Why a file cannot be opened, in words."""


class Roots:
    """Where the acquisitions lie on this machine; keeps the last folder open for its next file."""

    def __init__(self, roots: Mapping[tuple[str, str], bytes]) -> None:
        self._roots = roots
        self._last: tuple[tuple[str, str], bytes] | None = None
        self._folder = -1
        self._only: bytes | None = None
        """The one name that may be opened there, for an acquisition that is one file."""

    def open(self, acquisition: tuple[str, str], path: bytes) -> int:
        """A descriptor of a regular file. Raises `NotOpened`."""
        folder, _, name = path.rpartition(b"/")
        try:
            descriptor = self._open_last(acquisition, folder, name)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            raise NotOpened(f"not opened: {reason}") from error
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise NotOpened("not opened: it is not a regular file")
        return descriptor

    def close(self) -> None:
        """Let go of the last folder."""
        if self._folder >= 0:
            os.close(self._folder)
        self._folder, self._last = -1, None

    def _open_last(self, acquisition: tuple[str, str], folder: bytes, name: bytes) -> int:
        root = self._roots.get(acquisition)
        if root is None:
            raise ValueError(f"it is not known where acquisition {acquisition[1]} of {acquisition[0]} lies")
        if self._last != (acquisition, folder):
            self.close()
            is_tree = _is_folder(root)
            self._only = None if is_tree else root.rpartition(b"/")[2]
            self._folder = _open_folder(root if is_tree else root.rpartition(b"/")[0] or b"/", folder)
            self._last = (acquisition, folder)
        if self._only not in {None, folder + b"/" + name if folder else name}:
            raise ValueError("the exhibit is one file, and this is not it")
        return _open_quietly(_checked(name), self._folder)


def lies_of(target: Target) -> bytes:
    """Where the file on disk lies that a target is, or lies in."""
    listed = target.around or target.file
    if listed.lies is not None:
        return listed.lies
    return target.file.containers[0] if target.file.containers else target.file.path


def is_in_doubt(target: Target, found: os.stat_result) -> bool:
    """Whether a file on disk has another size or time than when it was listed: then its bytes must be proved."""
    listed = target.around or target.file
    if target.content is None:
        return False
    return bool(listed.containers) or (listed.size, listed.modified) != (found.st_size, of_disk(found.st_mtime_ns))


def _open_folder(root: bytes, folder: bytes) -> int:
    """The folder of a file, component by component."""
    found = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    for name in folder.split(b"/") if folder else ():
        try:
            deeper = os.open(_checked(name), _FOLDER, dir_fd=found)
        finally:
            os.close(found)
        found = deeper
    return found


def _is_folder(root: bytes) -> bool:
    return stat.S_ISDIR(os.stat(root).st_mode)  # noqa: PTH116 # paths of evidence are bytes


def _checked(name: bytes) -> bytes:
    """A name that stays inside its folder."""
    if name in {b"", b".", b".."} or b"\0" in name:
        raise ValueError("its path leaves the exhibit")
    return name


def _open_quietly(name: bytes, folder: int) -> int:
    """Without touching the time of last access, where this user may ask for that."""
    try:
        return os.open(name, _READ | os.O_NOATIME, dir_fd=folder)
    except PermissionError:
        return os.open(name, _READ, dir_fd=folder)
