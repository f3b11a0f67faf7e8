# SPDX-License-Identifier: Apache-2.0
"""The system's libarchive, where it is installed: reads 7z, RAR and other archives from a stream, forward only.

Files that are packed by themselves, such as LZ4, are given to it as archives of one file.

Described in archive_read(3) and archive_entry(3); tried with 3.6 and 3.7.
"""

import ctypes
from collections.abc import Callable
from itertools import count
from typing import BinaryIO, NamedTuple

_NAMES = ("libarchive.so.13", "libarchive.so")
_BLOCK = 1 << 16
_END, _WARNING = 1, -20
_POINTER, _SIZE = ctypes.c_void_p, ctypes.c_ssize_t
_PLACE, _COUNT = ctypes.POINTER(_POINTER), ctypes.POINTER(ctypes.c_size_t)
_READ = ctypes.CFUNCTYPE(_SIZE, _POINTER, _POINTER, ctypes.POINTER(_POINTER))
_SKIP = ctypes.CFUNCTYPE(ctypes.c_longlong, _POINTER, _POINTER, ctypes.c_longlong)
_SEEK = ctypes.CFUNCTYPE(ctypes.c_longlong, _POINTER, _POINTER, ctypes.c_longlong, ctypes.c_int)
_FILTERS = tuple(
    f"archive_read_support_filter_{one}"
    for one in ("compress", "lz4", "lzip", "rpm", "gzip", "bzip2", "xz", "lzma", "zstd")
)
"""Each by name: others, of which all may be asked for, would start a program."""

_BARE = 0x90000
"""The format of bytes that are no archive."""

_FUNCTIONS = {
    "archive_read_new": (_POINTER, ()),
    "archive_read_support_format_all": (ctypes.c_int, (_POINTER,)),
    "archive_read_support_format_raw": (ctypes.c_int, (_POINTER,)),
    **dict.fromkeys(_FILTERS, (ctypes.c_int, (_POINTER,))),
    "archive_format": (ctypes.c_int, (_POINTER,)),
    "archive_read_set_seek_callback": (ctypes.c_int, (_POINTER, _SEEK)),
    "archive_read_open2": (ctypes.c_int, (_POINTER, _POINTER, _POINTER, _READ, _SKIP, _POINTER)),
    "archive_read_next_header": (ctypes.c_int, (_POINTER, ctypes.POINTER(_POINTER))),
    "archive_read_data_block": (ctypes.c_int, (_POINTER, _PLACE, _COUNT, ctypes.POINTER(ctypes.c_longlong))),
    "archive_read_free": (ctypes.c_int, (_POINTER,)),
    "archive_error_string": (ctypes.c_char_p, (_POINTER,)),
    "archive_entry_pathname": (ctypes.c_char_p, (_POINTER,)),
    "archive_entry_pathname_utf8": (ctypes.c_char_p, (_POINTER,)),
    "archive_entry_hardlink_utf8": (ctypes.c_char_p, (_POINTER,)),
    "archive_entry_symlink_utf8": (ctypes.c_char_p, (_POINTER,)),
    "archive_entry_size": (ctypes.c_longlong, (_POINTER,)),
    "archive_entry_size_is_set": (ctypes.c_int, (_POINTER,)),
    "archive_entry_mtime": (ctypes.c_longlong, (_POINTER,)),
    "archive_entry_filetype": (ctypes.c_uint, (_POINTER,)),
    "archive_entry_is_encrypted": (ctypes.c_int, (_POINTER,)),
}


def _loaded() -> ctypes.CDLL | None:
    """The library with its functions, null where there is none; loaded before a worker is locked."""
    for name in _NAMES:
        try:
            found = ctypes.CDLL(name)
            for function, (gives, takes) in _FUNCTIONS.items():
                one = getattr(found, function)
                one.restype, one.argtypes = gives, takes
        except (OSError, AttributeError):
            continue
        return found
    return None


_LIBRARY = _loaded()
_OPEN: dict[int, "Reader"] = {}
_NUMBERS = count(1)


def is_installed() -> bool:
    """Whether this machine has the library."""
    return _LIBRARY is not None


class Block(NamedTuple):
    """Some bytes of a member: where they stand in it, and what is wrong with them in the library's words."""

    at: int
    raw: bytes
    fault: str | None


class Reader:
    """One way through an archive. Raises `ValueError` where it cannot be gone on."""

    def __init__(self, file: BinaryIO, *, may_be_bare: bool = False) -> None:
        """`may_be_bare` takes packed bytes for one file, where they are no archive."""
        if _LIBRARY is None:
            raise ValueError("libarchive is not installed on this machine")
        self.file, self._library = file, _LIBRARY
        self._given = ctypes.create_string_buffer(_BLOCK)
        self._block, self._length, self._from = _POINTER(), ctypes.c_size_t(), ctypes.c_longlong()
        self._entry = _POINTER()
        self._number = next(_NUMBERS)
        self._archive = _LIBRARY.archive_read_new()
        _OPEN[self._number] = self
        file.seek(0)
        _LIBRARY.archive_read_support_format_all(self._archive)
        for one in _FILTERS:
            getattr(_LIBRARY, one)(self._archive)
        if may_be_bare:
            _LIBRARY.archive_read_support_format_raw(self._archive)
        _LIBRARY.archive_read_set_seek_callback(self._archive, _on_seek)
        try:
            self._check(_LIBRARY.archive_read_open2(self._archive, self._number, None, _on_read, _on_skip, None))
        except ValueError:
            self.close()
            raise

    def close(self) -> None:
        """Let go of what the library holds."""
        if self._archive is not None and _OPEN.pop(self._number, None) is not None:
            self._library.archive_read_free(self._archive)
            self._archive = None

    def next(self) -> bool:
        """Go to the next member; whether there is one."""
        result = self._library.archive_read_next_header(self._archive, ctypes.byref(self._entry))
        return self._check(result) != _END

    def block(self) -> Block | None:
        """The next bytes of the member, with what the library says of them; null at its end."""
        own = self._block, self._length, self._from
        result = self._library.archive_read_data_block(self._archive, *map(ctypes.byref, own))
        if result == _END:
            return None
        if result < _WARNING:
            raise ValueError(self._said())
        raw = ctypes.string_at(self._block.value, self._length.value) if self._block.value else b""
        return Block(self._from.value, raw, self._said() if result < 0 else None)

    @property
    def name(self) -> bytes:
        """The name of the member."""
        one = self._library
        return one.archive_entry_pathname_utf8(self._entry) or one.archive_entry_pathname(self._entry) or b""

    @property
    def is_bare(self) -> bool:
        """Whether it is no archive: packed bytes that have no name."""
        return bool(self._library.archive_format(self._archive) == _BARE)

    @property
    def size(self) -> int | None:
        """Its size, where the archive states it."""
        is_set = self._library.archive_entry_size_is_set(self._entry)
        return int(self._library.archive_entry_size(self._entry)) if is_set else None

    @property
    def changed(self) -> int:
        """When it was changed, as the library understands it: seconds since 1970."""
        return int(self._library.archive_entry_mtime(self._entry))

    @property
    def kind(self) -> int:
        """What it is, as a file system numbers it."""
        return int(self._library.archive_entry_filetype(self._entry))

    @property
    def link(self) -> bytes:
        """Where a symbolic link points."""
        return self._library.archive_entry_symlink_utf8(self._entry) or b""

    @property
    def hard_link(self) -> bytes:
        """Of which other member it is only a name."""
        return self._library.archive_entry_hardlink_utf8(self._entry) or b""

    @property
    def is_encrypted(self) -> bool:
        """Whether its bytes are."""
        return bool(self._library.archive_entry_is_encrypted(self._entry) == 1)

    def give(self, place: "ctypes._Pointer[ctypes.c_void_p]") -> int:
        """The next packed bytes, to the library."""
        raw = self.file.read(_BLOCK)
        ctypes.memmove(self._given, raw, len(raw))
        place[0] = ctypes.cast(self._given, _POINTER)
        return len(raw)

    def skip(self, size: int) -> int:
        """Go past packed bytes."""
        self.file.seek(size, 1)
        return size

    def _check(self, result: int) -> int:
        if result >= _WARNING:
            return max(result, 0)
        raise ValueError(self._said())

    def _said(self) -> str:
        said = self._library.archive_error_string(self._archive) or b"it is cut off or damaged"
        return str(said.decode("utf-8", "replace"))


def _guarded(work: Callable[[Reader], int], number: int | None) -> int:
    """What a reader answers the library; less than nothing where its bytes cannot be read."""
    try:
        return work(_OPEN[number or 0])
    except (ValueError, OSError):
        return -1


# Made once, here: a locked worker may make no memory executable.
_on_read = _READ(lambda _, number, given: _guarded(lambda one: one.give(given), number))
_on_skip = _SKIP(lambda _, number, size: max(_guarded(lambda one: one.skip(size), number), 0))
_on_seek = _SEEK(lambda _, number, offset, whence: _guarded(lambda one: one.file.seek(offset, whence), number))
