# SPDX-License-Identifier: Apache-2.0
"""How fast a case file takes rows: `Case.keep` beside a bare executemany of the same bodies and columns."""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.line.run import BATCH
from suluh.model.body import body, kind_of
from suluh.model.ids import make_id
from suluh.model.intake import Content
from suluh.model.matching import Fingerprint
from suluh.store.open import connect
from suluh.store.tables import columns_of
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import add_officer, unlock

ROUNDS = 5
COUNT = 40_000
GOAL = 1.5
PASSPHRASE = "only for this bench"  # noqa: S105 # opens nothing else
Row = Content | Fingerprint


def rows(count: int) -> Iterator[Row]:
    """A content and a perceptual hash for each of some made-up files, as the line writes them."""
    for number in range(count // 2):
        sha256 = f"{number:064x}"
        file = make_id("file", number)
        yield Content(
            id=make_id("content", file),
            file=file,
            sha256=sha256,
            sha1=sha256[:40],
            md5=sha256[:32],
            size=20_000,
            type="image/jpeg",
        )
        yield Fingerprint(
            id=make_id("fingerprint", "pdq", "fast", sha256),
            sha256=sha256,
            kind="pdq",
            value=sha256,
            quality=100,
            mode="fast",
            forms=(sha256,) * 7,
        )


def ours(folder: Path, acting: Acting, nouns: list[Row]) -> float:
    """Seconds that `Case.keep` takes, ledger and all."""
    case = Case.start(CaseFolder(folder), "LP/1/2026", "Unit Contoh", acting)
    start = time.perf_counter()
    for part in _batched(nouns):
        case.keep(Act("digest", "files"), part)
    took = time.perf_counter() - start
    case.close()
    return took


def bare(folder: Path, acting: Acting, nouns: list[Row]) -> float:
    """Seconds that sqlite3 takes for the same rows in tables and batches of the same form."""
    Case.start(CaseFolder(folder), "LP/1/2026", "Unit Contoh", acting).close()
    ready = [[_values(noun) for noun in part] for part in _batched(nouns)]
    connection = connect(CaseFolder(folder).file)
    start = time.perf_counter()
    for part in ready:
        _insert(connection, part)
    took = time.perf_counter() - start
    connection.close()
    return took


def _batched(nouns: Sequence[Row]) -> Iterator[Sequence[Row]]:
    return (nouns[start : start + BATCH] for start in range(0, len(nouns), BATCH))


def _values(noun: Row) -> tuple[str, tuple[object, ...]]:
    kind = kind_of(type(noun))
    return kind, (noun.id, 1, *columns_of(noun, kind), body(noun))


def _insert(connection: sqlite3.Connection, part: list[tuple[str, tuple[object, ...]]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for kind in ("content", "fingerprint"):
        found = [row for name, row in part if name == kind]
        connection.executemany(f"INSERT INTO {kind} VALUES ({','.join('?' * len(found[0]))})", found)  # noqa: S608 # our own names
    connection.execute("COMMIT")


def main() -> int:
    """Print the medians and their ratio."""
    nouns = list(rows(COUNT))
    with tempfile.TemporaryDirectory() as name:
        folder, unit = Path(name), UnitFolder(Path(name) / "unit")
        add_officer(unit, "S-1", "supervisor", PASSPHRASE, "2026-10-01T08:00:00Z")
        acting = Acting(unlock(unit, "S-1", PASSPHRASE), unit, lambda: datetime.now(UTC))
        took = [
            (ours(folder / f"ours-{one}", acting, nouns), bare(folder / f"bare-{one}", acting, nouns))
            for one in range(ROUNDS)
        ]
    own, raw = (sorted(one[part] for one in took)[ROUNDS // 2] for part in (0, 1))
    ratio = sorted(own / raw for own, raw in took)[ROUNDS // 2]
    each = f"{1e6 * own / COUNT:.1f} us a row, bare sqlite3 {1e6 * raw / COUNT:.1f} us"
    print(f"{COUNT:,} rows in batches of {BATCH:,}: {each}; ratio {ratio:.2f} (goal: {GOAL})")
    return int(ratio > GOAL)


if __name__ == "__main__":
    sys.exit(main())
