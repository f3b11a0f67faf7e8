# SPDX-License-Identifier: Apache-2.0
"""Files of a case: bytes of checkpoints and keys, pages, length and schema of the case file, and any of it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random

from tests.custody import mutations
from tests.custody.mutations import content
from tools.tamper.bed import Bed
from tools.tamper.kind import FOUND, NONE, Kind, chance_of, missed, said

from suluh.case.folder import CaseFolder
from suluh.case.verify.case import verify_case
from suluh.unit.folder import UnitFolder

OTHERS = 3
"""Values that each byte is given besides its own."""

PAGES, DRAWN = 10_000, 20_000
PAGE = 4096


def marks(bed: Bed) -> int:
    """T2: every byte of every checkpoint and public key, given three other values."""
    return OTHERS * sum(path.stat().st_size for path in _marked(bed.every))


def mark(bed: Bed, number: int) -> str:
    """One of them."""
    at, turn = divmod(number, OTHERS)
    copy = _kept(bed, bed.every)
    for path in _marked(copy):
        raw = path.read_bytes()
        if at < len(raw):
            other = (raw[at] + 1 + chance_of("mark", number).randrange(85) + 85 * turn) % 256
            path.write_bytes(raw[:at] + bytes([other]) + raw[at + 1 :])
            error = said(partial(verify_case, copy))
            path.write_bytes(raw)
            return _named_file(error, path)
        at -= len(raw)
    raise IndexError(number)


def _named_file(error: object, path: Path) -> str:
    if error is None:
        return missed(f"a byte of {path.name}")
    return FOUND if path.name in str(error) else missed(f"{path.name} is not named: {error}")


def page(bed: Bed, number: int) -> str:
    """T11: bits, whole pages, the end and the schema of a case file."""
    chance = chance_of("page", number)
    copy = CaseFolder(bed.copy(bed.every.path))
    chance.choice(WAYS)(copy, chance)
    return _judged(copy, bed.every, bed.unit)


def drawn(bed: Bed, number: int) -> str:
    """Any of the drawn changes of `tests/custody/mutations.py`, to one of both cases."""
    case, unit = ((bed.every, bed.unit), (bed.finished, UnitFolder(bed.finished.path.parent / "unit")))[number % 2]
    copy = CaseFolder(bed.copy(case.path))
    mutations.change(copy, chance_of("drawn", number))
    return _judged(copy, case, unit)


def _judged(copy: CaseFolder, case: CaseFolder, unit: UnitFolder) -> str:
    error = said(partial(verify_case, copy, unit=unit))
    if error is not None:
        return FOUND if error.where else missed(f"found, and not named: {error}")
    try:
        is_same = content(copy) == content(case)
    except sqlite3.DatabaseError:
        is_same = False
    return NONE if is_same else missed("a change that can be read")


def _bits(copy: CaseFolder, chance: Random) -> None:
    mutations.raw(copy, chance)


def _whole_page(copy: CaseFolder, chance: Random) -> None:
    """A page emptied, filled with anything, or exchanged with another."""
    raw = bytearray(copy.file.read_bytes())
    pages = range(0, len(raw), PAGE)
    one, other = chance.sample(pages, 2)
    held = raw[one : one + PAGE]
    match chance.randrange(3):
        case 0:
            raw[one : one + PAGE] = bytes(PAGE)
        case 1:
            raw[one : one + PAGE] = chance.randbytes(PAGE)
        case _:
            raw[one : one + PAGE] = raw[other : other + PAGE]
            raw[other : other + PAGE] = held
    copy.file.write_bytes(raw)


def _end(copy: CaseFolder, chance: Random) -> None:
    """The file cut off anywhere, or made longer."""
    raw = copy.file.read_bytes()
    at = chance.randrange(len(raw))
    copy.file.write_bytes(chance.choice((raw[:at], raw[: at // PAGE * PAGE], raw + bytes(PAGE), raw + b"\0")))


def _schema(copy: CaseFolder, chance: Random) -> None:
    mutate = mutations.schema if chance.random() < 0.5 else _words_of_schema  # noqa: PLR2004 # half of them
    with closing(sqlite3.connect(copy.file)) as base:
        mutate(base, chance)
        base.commit()


def _words_of_schema(base: sqlite3.Connection, chance: Random) -> None:
    """A letter of what the schema says of a table, index or guard."""
    base.execute("PRAGMA writable_schema=ON")
    rows = base.execute("SELECT rowid, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    row, words = chance.choice(rows)
    at = chance.randrange(len(words))
    other = chr((ord(words[at]) - 31 + chance.randrange(1, 94)) % 95 + 32)
    base.execute("UPDATE sqlite_master SET sql=? WHERE rowid=?", (words[:at] + other + words[at + 1 :], row))


WAYS: tuple[Callable[[CaseFolder, Random], None], ...] = (_bits, _bits, _bits, _whole_page, _end, _schema)


def _marked(folder: CaseFolder) -> list[Path]:
    return [*sorted(folder.checkpoints.iterdir()), *sorted(folder.keys.iterdir())]


def _kept(bed: Bed, folder: CaseFolder) -> CaseFolder:
    """The one copy of this process, in which every file is put back."""
    to = bed.scratch / "marks"
    return CaseFolder(to if to.exists() else bed.copy(folder.path, to.name))


KINDS = (
    Kind("T2 bytes of checkpoints and keys", marks, mark),
    Kind("T11 pages, length and schema of the case file", lambda _: PAGES, page),
    Kind("any change of a case at rest", lambda _: DRAWN, drawn),
)
