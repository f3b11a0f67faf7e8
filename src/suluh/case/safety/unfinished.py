# SPDX-License-Identifier: Apache-2.0
"""What is not finished yet: under a name of its own beside its place, locked by whoever writes it, gone with a kill."""

import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

END = ".unfinished"


@contextmanager
def unfinished_file(place: Path) -> Iterator[Path]:
    """A new empty file that becomes `place` once it is put there; what killed commands left of such is removed."""
    _sweep(place.parent)
    path = _name(place)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    yield from _held(path, descriptor)


@contextmanager
def unfinished_folder(place: Path) -> Iterator[Path]:
    """The same for a folder."""
    _sweep(place.parent)
    path = _name(place)
    path.mkdir(mode=0o700)
    yield from _held(path, os.open(path, os.O_RDONLY))


def put(draft: Path, place: Path) -> None:
    """Give what is whole its name, for good: what lies in it was flushed before."""
    draft.rename(place)
    sync(place.parent)


def sync(path: Path) -> None:
    """Flush a file or folder to its disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _name(place: Path) -> Path:
    return place.with_name(f".{place.name}.{secrets.token_hex(4)}{END}")


def _held(path: Path, descriptor: int) -> Iterator[Path]:
    """The path, locked as long as it is worked on."""
    try:
        with suppress(OSError):  # a disk that knows no locks sweeps nothing either
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield path
    finally:
        _remove(path)
        os.close(descriptor)


def _sweep(folder: Path) -> None:
    """Remove what nobody works on any more."""
    for left in folder.glob(f".*{END}"):
        with suppress(OSError):
            descriptor = os.open(left, os.O_RDONLY | os.O_NOFOLLOW)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _remove(left)
            finally:
                os.close(descriptor)


def _remove(path: Path) -> None:
    """Remove a file or folder that may have been put in its place by now."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
