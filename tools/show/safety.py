# SPDX-License-Identifier: Apache-2.0
"""Custody, media, packages, the plan of the house and how it is extended."""

import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path

from tools.during import during as verified_during
from tools.made_up import made_up
from tools.show.line import ROOT, Line
from tools.show.samples import _pytest
from tools.show.worlds import SEEDS
from tools.unit import Unit

from suluh.store.tables import COLUMNS

PAGES = 9
LOOKS = 500
LANGUAGES = ("en", "id")


def verify(folder: Path) -> Iterator[Line]:
    """Change one byte of one row in each table, in turn."""
    unit = Unit(folder / "home")
    _, case = made_up(unit, folder, SEEDS[0])
    unit.must("run", str(case))
    clean = unit.call("verify", str(case))
    yield Line("suluh verify on the untouched case", f"exit {clean.returncode}", "exit 0", clean.returncode == 0)
    tables = [name for name in (*sorted(COLUMNS), "entry") if _has_rows(case, name)]
    named = [name for name in tables if _is_named(unit, case, name)]
    figure = f"{len(named)} of {len(tables)} tables" + (
        f"; not {sorted(set(tables) - set(named))}" if named != tables else ""
    )
    yield Line("one byte changed in one row: exit 1, the row named", figure, "all", named == tables)


def during(folder: Path) -> Iterator[Line]:
    """Verify a case again and again while runs go on in it."""
    unit = Unit(folder / "home")
    _, case = made_up(unit, folder, SEEDS[0])
    looks = list(verified_during(unit, case, LOOKS))
    alarms = [one.alarm for one in looks if one.alarm]
    figure = f"{len(alarms)} false alarms in {len(looks)}" + (f", first: {alarms[0]}" if alarms else "")
    yield Line("suluh verify during runs", figure, f"0 in {LOOKS}", not alarms)


def _connect(case: Path) -> sqlite3.Connection:
    return sqlite3.connect(case / "case.db", isolation_level=None)


def _has_rows(case: Path, table: str) -> bool:
    connection = _connect(case)
    try:
        return connection.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone() is not None  # noqa: S608 # our own tables
    finally:
        connection.close()


def _is_named(unit: Unit, case: Path, table: str) -> bool:
    """Flip the last bit of a byte in the middle of one body, verify, and put it back."""
    key = "seq" if table == "entry" else "id"
    connection = _connect(case)
    try:
        row = connection.execute(f'SELECT {key}, body FROM "{table}" ORDER BY {key} DESC LIMIT 1').fetchone()  # noqa: S608 # our own tables
        body = bytearray(row[1])
        body[len(body) // 2] ^= 1
        _change(connection, table, key, row[0], bytes(body))
        done = unit.call("verify", str(case))
        _change(connection, table, key, row[0], row[1])
    finally:
        connection.close()
    return done.returncode == 1 and str(row[0]) in (done.stderr + done.stdout).decode()


def _change(connection: sqlite3.Connection, table: str, key: str, name: str | int, body: bytes) -> None:
    """Change one body as somebody would who can write the file: guards are taken out and put back."""
    guards = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type='trigger' AND tbl_name=?", (table,)
    ).fetchall()
    for guard, _ in guards:
        connection.execute(f'DROP TRIGGER "{guard}"')
    connection.execute(f'UPDATE "{table}" SET body=? WHERE {key}=?', (body, name))  # noqa: S608 # our own tables
    for _, sql in guards:
        connection.execute(sql)


def media(_: Path) -> Iterator[Line]:
    """The canary test."""
    yield from _pytest(
        "200 canary blocks in media, thumbnails and zip members: none in any output", "tests/test_no_media.py"
    )


def package(_: Path) -> Iterator[Line]:
    """Own key refused, changed byte refused, a good one verifies elsewhere."""
    yield from _pytest(
        "packages: own key refused, changed byte refused, good one verifies elsewhere",
        "tests/referral",
        "tests/case",
        "-k",
        "release or package",
    )


def house(_: Path) -> Iterator[Line]:
    """The plan of the house and its planted faults."""
    yield from _pytest("tests/test_house.py with its planted faults", "tests/test_house.py")


def pictures(_: Path) -> Iterator[Line]:
    """A picture of each page in both languages is there."""
    found = sorted((ROOT / "docs" / "pictures").glob("*.png"))
    whole = [path for path in found if struct.unpack(">II", path.read_bytes()[16:24])[0] > 0]
    of = {
        language: sum(f"-{language}" in path.stem or path.stem.endswith(language) for path in whole)
        for language in LANGUAGES
    }
    is_met = all(number >= PAGES for number in of.values())
    yield Line("pictures of desk pages", str(of), f"at least {PAGES} in each language", is_met)


def extend(_: Path) -> Iterator[Line]:
    """One file and one fixture add a bank, and a chat format."""
    yield from _pytest(
        "a bank by one TOML file, a chat format by one reader, each with its fixture", "tests/test_extend.py"
    )
