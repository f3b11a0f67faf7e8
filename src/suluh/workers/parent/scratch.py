# SPDX-License-Identifier: Apache-2.0
"""Copies of databases for the length of one job, in memory where there is room."""

import fcntl
import hashlib
import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

_MEMORY = Path("/dev/shm")  # noqa: S108 # a folder of our own is made there
_BLOCK = 1 << 24
_ROOM = 16 << 20


class NoRoom(Exception):
    """There is no room for a copy."""


class Folders:
    """One worker's two folders: in memory and on disk. A lock on each says that its owner lives."""

    def __init__(self, scratch: Path, tmpfs: int) -> None:
        self._tmpfs = tmpfs
        scratch.mkdir(parents=True, exist_ok=True)
        has_memory = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
        homes = (_MEMORY if has_memory else scratch, scratch)
        made = [_made(scratch, home) for home in homes]
        self.paths = tuple(path for path, _ in made)
        self._locks = [lock for _, lock in made]
        self._count = 0

    def path_for(self, size: int) -> str:
        """Where a copy of so many bytes goes. Raises `NoRoom`."""
        self._count += 1
        memory, disk = self.paths
        for folder, most in ((memory, self._tmpfs), (disk, size)):
            if size <= most and shutil.disk_usage(folder).free > size + _ROOM:
                return f"{folder}/{self._count}"
        raise NoRoom(f"too large: there is no room for a copy of {size} bytes")

    def clear(self) -> None:
        """Remove every copy."""
        for folder in self.paths:
            for path in Path(folder).iterdir():
                path.unlink()

    def remove(self) -> None:
        """Remove the folders themselves."""
        for folder in self.paths:
            shutil.rmtree(folder, ignore_errors=True)
        for descriptor in self._locks:
            os.close(descriptor)
        self._locks.clear()


def copy(descriptor: int, path: str) -> None:
    """The bytes of an open file, to a new file of this name."""
    to = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        at = 0
        while count := os.sendfile(to, descriptor, at, _BLOCK):
            at += count
    finally:
        os.close(to)


def append(path: str, raw: bytes) -> None:
    """More bytes to a copy that a worker streams out of a container."""
    to = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        os.write(to, raw)
    finally:
        os.close(to)


def sweep(scratch: Path) -> None:
    """Remove what a killed run left behind; folders whose owner lives stay."""
    for home in (_MEMORY, scratch):
        for path in sorted(home.glob(f"{_prefix(scratch)}-*")) if home.is_dir() else ():
            with suppress(FileNotFoundError):  # another sweep was faster
                _sweep_one(path)


def _prefix(scratch: Path) -> str:
    """A name that only this case and this user have."""
    identity = hashlib.sha256(os.fsencode(os.path.realpath(scratch))).hexdigest()[:16]
    return f"suluh-{os.getuid()}-{identity}"


def _made(scratch: Path, home: Path) -> tuple[str, int]:
    """A new folder and the lock on it, for as long as this process lives; made again if a sweep came in between."""
    while True:
        path = tempfile.mkdtemp(prefix=f"{_prefix(scratch)}-", dir=home)
        with suppress(FileNotFoundError):
            descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            if Path(path).exists():
                return path, descriptor
            os.close(descriptor)


def _sweep_one(path: Path) -> None:
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    with suppress(BlockingIOError):
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(path, ignore_errors=True)
    os.close(descriptor)
