# SPDX-License-Identifier: Apache-2.0
"""Drawn changes to a case at rest: of cells, rows, manifests, entries, the schema, checkpoints, keys and bytes."""

import random
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from suluh.case.folder import CaseFolder
from suluh.store.tables import COLUMNS

Chance = random.Random
Base = sqlite3.Connection
Cell = str | int | bytes | None
NOUNS = sorted(COLUMNS)
TRIES = 20
WORDS: tuple[Cell, ...] = ("", "0", "x", "B-1", 0, 1, -1, 2**62, None, b"", b"{}", b"x")


def changed(raw: bytes, chance: Chance) -> bytes:
    """A bit turned, or bytes put in, taken out, cut off at the end, or doubled."""
    if not raw:
        return b"\0"
    at, size = chance.randrange(len(raw)), chance.randrange(1, 9)
    turned = raw[:at] + bytes([raw[at] ^ 1 << chance.randrange(8)]) + raw[at + 1 :]
    return chance.choice(
        (turned, raw[:at] + chance.randbytes(size) + raw[at:], raw[:at] + raw[at + size :], raw[:at], raw * 2)
    )


def column(base: Base, chance: Chance) -> None:
    """Any cell of a row of a noun."""
    _cell(base, _filled(base, NOUNS, chance), None, chance)


def body(base: Base, chance: Chance) -> None:
    """The body of a row of a noun."""
    _cell(base, _filled(base, NOUNS, chance), "body", chance)


def row(base: Base, chance: Chance) -> None:
    """A row of a noun removed, or under another id, or laid into another table."""
    table = _filled(base, NOUNS, chance)
    number, cells = _row(base, table, chance)
    match chance.randrange(3):
        case 0:
            base.execute(f'DELETE FROM "{table}" WHERE rowid=?', (number,))
        case 1:
            _insert(base, table, (f"{chance.getrandbits(64):026x}", *cells[1:]))
        case _:
            other = chance.choice([one for one in NOUNS if one != table])
            _insert(base, other, (cells[0], cells[1], *("" for _ in COLUMNS[other]), cells[-1]))
            base.execute(f'DELETE FROM "{table}" WHERE rowid=?', (number,))


def exchange(base: Base, chance: Chance) -> None:
    """The bodies, or the batches, of two rows of one noun; drawn again where they are alike."""
    for _ in range(TRIES):
        table, name = _filled(base, NOUNS, chance), chance.choice(("body", "batch"))
        rows = [_row(base, table, chance)[0] for _ in range(2)]
        cells = [base.execute(f'SELECT {name} FROM "{table}" WHERE rowid=?', (at,)).fetchone()[0] for at in rows]
        if cells[0] != cells[1]:
            for at, cell in zip(rows, reversed(cells), strict=True):
                base.execute(f'UPDATE "{table}" SET {name}=? WHERE rowid=?', (cell, at))
            return


def manifest(base: Base, chance: Chance) -> None:
    """A cell or row of what batches noted of their rows, or of the kept state of the tree."""
    table = chance.choice(("cache_manifest", "cache_manifest", "cache_tree"))
    if chance.random() < 0.8:
        _cell(base, table, None, chance)
    else:
        base.execute(f'DELETE FROM "{table}" WHERE rowid=?', (_row(base, table, chance)[0],))


def entry(base: Base, chance: Chance) -> None:
    """A cell or row of the ledger, past its guards, which are put back."""
    guards = base.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger' AND tbl_name='entry'").fetchall()
    for name, _ in guards:
        base.execute(f'DROP TRIGGER "{name}"')
    number, cells = _row(base, "entry", chance)
    if chance.random() < 0.8:
        _cell(base, "entry", None, chance)
    elif chance.random() < 0.5:
        base.execute("DELETE FROM entry WHERE seq=?", (number,))
    else:
        last = base.execute("SELECT max(seq) FROM entry").fetchone()[0]
        _insert(base, "entry", (last + 1, *cells[1:]))
    for _, words in guards:
        base.execute(words)


def schema(base: Base, chance: Chance) -> None:
    """An index or a guard taken away."""
    kind, name = chance.choice(
        base.execute(
            "SELECT type, name FROM sqlite_master WHERE type IN ('index','trigger') AND sql NOT NULL"
        ).fetchall()
    )
    base.execute(f'DROP {kind} "{name}"')


def checkpoint(folder: CaseFolder, chance: Chance) -> None:
    """A checkpoint changed, removed, or given the bytes or the name of another."""
    _file(folder.checkpoints, chance)


def key(folder: CaseFolder, chance: Chance) -> None:
    """The public key of an officer changed, removed, or under another name."""
    _file(folder.keys, chance)


def raw(folder: CaseFolder, chance: Chance) -> None:
    """Bits turned anywhere in the case file, those that nothing uses among them."""
    held = bytearray(folder.file.read_bytes())
    for _ in range(chance.choice((1, 1, 2, 8))):
        held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)
    folder.file.write_bytes(held)


IN_TABLES: Mapping[str, Callable[[Base, Chance], None]] = {
    one.__name__: one for one in (column, body, row, exchange, manifest, entry, schema)
}
IN_FILES: Mapping[str, Callable[[CaseFolder, Chance], None]] = {one.__name__: one for one in (checkpoint, key, raw)}


def change(folder: CaseFolder, chance: Chance) -> str:
    """Change something that SQLite lets anybody change; what sort of change it was."""
    while True:
        name = chance.choice([*IN_TABLES, *IN_FILES])
        if name in IN_FILES:
            IN_FILES[name](folder, chance)
            return name
        with closing(sqlite3.connect(folder.file)) as base:
            try:
                IN_TABLES[name](base, chance)
            except sqlite3.IntegrityError:
                base.rollback()
            else:
                base.commit()
                return name


def content(folder: CaseFolder) -> Mapping[str, object]:
    """All that can be read of a case: the schema, every row of every table, and the files beside it."""
    files = (path for place in (folder.checkpoints, folder.keys) for path in sorted(place.iterdir()))
    found: dict[str, object] = {f"{path.parent.name}/{path.name}": path.read_bytes() for path in files}
    with closing(sqlite3.connect(f"{folder.file.as_uri()}?mode=ro", uri=True)) as base:
        base.text_factory = bytes
        found["schema"] = base.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 2, 1").fetchall()
        for table in (*NOUNS, "entry", "cache_manifest", "cache_tree"):
            found[table] = base.execute(f'SELECT * FROM "{table}" ORDER BY 1, 2').fetchall()
    return found


def _filled(base: Base, tables: list[str], chance: Chance) -> str:
    """A table that holds rows."""
    while True:
        table = chance.choice(tables)
        if base.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone():
            return table


def _row(base: Base, table: str, chance: Chance) -> tuple[int, tuple[Cell, ...]]:
    """A drawn row: its number in the table and its cells."""
    count = base.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
    at = chance.randrange(count)
    number, *cells = base.execute(f'SELECT rowid, * FROM "{table}" ORDER BY rowid LIMIT 1 OFFSET {at}').fetchone()
    return number, tuple(cells)


def _cell(base: Base, table: str, name: str | None, chance: Chance) -> None:
    """Another value in one cell: a small change, that of another row, or a word."""
    names = [one[1] for one in base.execute(f'PRAGMA table_info("{table}")')]
    at = names.index(name) if name else chance.randrange(len(names))
    (number, cells), (_, others) = _row(base, table, chance), _row(base, table, chance)
    drawn = (_near(cells[at], chance), others[at], chance.choice(WORDS))
    value = chance.choice([one for one in drawn if one != cells[at]] or [None])
    base.execute(f'UPDATE "{table}" SET "{names[at]}"=? WHERE rowid=?', (value, number))


def _near(cell: Cell, chance: Chance) -> Cell:
    """A value of the same type that is hardly another."""
    if isinstance(cell, bytes):
        return changed(cell, chance)
    if isinstance(cell, int):
        return cell + chance.choice((-1, 1))
    return changed((cell or "").encode("utf-8", "surrogatepass"), chance).decode("utf-8", "replace")


def _insert(base: Base, table: str, cells: tuple[Cell, ...]) -> None:
    base.execute(f'INSERT INTO "{table}" VALUES ({",".join("?" * len(cells))})', cells)


def _file(place: Path, chance: Chance) -> None:
    """One file of a folder changed, removed, or under another name."""
    held = sorted(place.iterdir())
    path, other = chance.choice(held), chance.choice(held)
    match chance.randrange(5):
        case 0:
            path.unlink()
        case 1:
            path.rename(path.with_name(f"x{path.name}"))
        case 2 if path != other:
            shutil.copyfile(other, path)
        case _:
            path.write_bytes(changed(path.read_bytes(), chance))
