# SPDX-License-Identifier: Apache-2.0
"""What an XLS file says besides its cells: what is hidden, errors, its calendar, whether it is locked; MS-XLS."""

import struct
from collections.abc import Iterator
from typing import BinaryIO

import olefile

from suluh.readers.grids.books.traits import ERRORS, Book, Traits

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of a compound file, MS-CFB 2.2."""

_MOST = 256 << 20
_FORMULA, _DATE_MODE, _FILE_PASS, _BOUND_SHEET = 0x0006, 0x0022, 0x002F, 0x0085
_BOOL_ERROR, _ROW, _COLUMNS, _START = 0x0205, 0x0208, 0x007D, 0x0809
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
_STREAMS = ("Workbook", "Book")


class Compound:
    """A compound file: an XLS, or a package of Office under a password."""

    def __init__(self, file: BinaryIO) -> None:
        """Raises `ValueError` for what is none."""
        try:
            with olefile.OleFileIO(file) as ole:
                names = {"/".join(one) for one in ole.listdir()}
                self.is_locked = "EncryptedPackage" in names
                stream = next((one for one in _STREAMS if one in names), None)
                self.is_workbook = stream is not None
                self._records = ole.openstream(stream).read(_MOST) if stream else b""
        except (OSError, ValueError, IndexError, TypeError, struct.error, AttributeError, KeyError) as error:
            raise ValueError(f"the compound file cannot be opened ({type(error).__name__})") from error
        self.is_locked |= any(kind == _FILE_PASS for kind, _, _ in self._first())

    def _first(self) -> Iterator[tuple[int, int, bytes]]:
        """The records before the first sheet."""
        for number, one in enumerate(records(self._records)):
            if number and one[0] == _START:
                return
            yield one

    def book(self) -> Book:
        """What it says of each sheet."""
        book = Book()
        names: dict[int, Traits] = {}
        traits: Traits | None = None
        for kind, at, data in records(self._records):
            if kind == _START:
                traits = names.get(at)
            elif kind == _DATE_MODE:
                book.since_1904 = data[:1] == b"\1"
            elif kind == _BOUND_SHEET and len(data) > 8:  # noqa: PLR2004 # its fixed part
                traits_of = Traits()
                names[int.from_bytes(data[:4], "little")] = traits_of
                book.sheets[_name(data)] = traits_of
            elif traits is not None:
                _take(kind, data, traits)
        return book


def records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Every record with its kind and where it stands."""
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, at, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _take(kind: int, data: bytes, traits: Traits) -> None:
    """What one record says of its sheet."""
    if kind == _ROW and len(data) >= 16 and data[12] & _ROW_HIDDEN:  # noqa: PLR2004 # MS-XLS 2.4.221
        traits.rows.add(int.from_bytes(data[:2], "little") + 1)
    elif kind == _COLUMNS and len(data) >= 10 and data[8] & _COLUMN_HIDDEN:  # noqa: PLR2004 # MS-XLS 2.4.53
        first, last = struct.unpack_from("<HH", data)
        traits.columns.update(range(first + 1, min(last, 255) + 2))
    elif kind == _BOOL_ERROR and len(data) >= 8 and data[7] == 1:  # noqa: PLR2004 # MS-XLS 2.4.24
        _error(data, data[6], traits)
    elif kind == _FORMULA and len(data) >= 14 and data[12:14] == b"\xff\xff" and data[6] == 2:  # noqa: PLR2004 # 2.5.133
        _error(data, data[8], traits)


def _error(data: bytes, code: int, traits: Traits) -> None:
    row, column = struct.unpack_from("<HH", data)
    traits.errors[row + 1, column + 1] = ERRORS.get(code, "#ERROR!")


def _name(data: bytes) -> str:
    """The name of a sheet: MS-XLS 2.4.28, a short string of one or two bytes a sign."""
    count, wide = data[6], data[7] & 1
    if wide:
        return data[8 : 8 + 2 * count].decode("utf-16-le", "replace")
    return data[8 : 8 + count].decode("latin-1")
