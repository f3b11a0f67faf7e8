# SPDX-License-Identifier: Apache-2.0
"""How fast a ledger is verified: signed entries of a made-up case, as many as are asked for (100,000).

Signatures are shared among the processors of the machine; others may work on it, so what the processors took is told as
well as what the clock showed.
"""

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from suluh.case.book import Book
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.verify.case import verify_case
from suluh.custody.entry import Entry, is_signed
from suluh.custody.key import OfficerKey
from suluh.custody.tree import Tree, leaf_hash
from suluh.store.open import connect
from suluh.store.rows import Rows
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import add_officer, unlock

COUNT = 100_000
SAMPLE = 20_000
GOAL = 60e-6
"""Seconds for an entry: a million in a minute."""

PASSPHRASE = "only for this bench"  # noqa: S105 # opens nothing else
AT = datetime(2026, 10, 1, 8, tzinfo=UTC)
Stored = tuple[int, bytes, bytes]


def searches(first: bytes, key: OfficerKey, count: int) -> Iterator[Stored]:
    """Signed entries after the first one, each chained to the one before it."""
    entry, data = Entry.read(first), first
    for seq in range(2, count + 1):
        entry = Entry(
            log=entry.log,
            seq=seq,
            prev=leaf_hash(data).hex(),
            at=entry.at,
            actor=entry.actor,
            key=entry.key,
            action="look",
            object="messages",
            tool=entry.tool,
            detail={"purpose": "measuring", "words": f"made up {seq}"},
        )
        data = entry.body()
        yield seq, data, entry.sign(key)


def grow(connection: sqlite3.Connection, key: OfficerKey, count: int) -> None:
    """Let the ledger of a new case grow to this size, in one transaction."""
    [(first,)] = connection.execute("SELECT body FROM entry")
    tree = Tree.of([leaf_hash(first)])
    connection.execute("BEGIN IMMEDIATE")
    for one in searches(first, key, count):
        connection.execute("INSERT INTO entry VALUES (?,?,?)", one)
        tree.append(leaf_hash(one[1]))
    connection.execute("UPDATE cache_tree SET state=?", (tree.dump(),))
    connection.execute("COMMIT")


def seconds(act: Callable[[], object]) -> float:
    """How many seconds of all processors it takes: others may work on the same machine."""
    start = os.times()
    act()
    return sum(now - then for now, then in zip(os.times()[:4], start[:4], strict=True))


def parts(folder: CaseFolder, key: OfficerKey) -> Iterator[str]:
    """What each part of the work takes for one entry."""
    connection = connect(folder.file)
    some = [one for one, _ in zip(Rows(connection).entries(), range(SAMPLE), strict=False)]
    acts: dict[str, Callable[[], object]] = {
        "signature": lambda: [is_signed(one.body, one.signature, key.public) for one in some],
        "body": lambda: [Entry.read(one.body) for one in some],
        "leaf": lambda: [leaf_hash(one.body) for one in some],
        "tree": lambda: Tree.of([bytes(32)] * len(some)),
    }
    for name, act in acts.items():
        yield f"{name} {1e6 * seconds(act) / len(some):.1f} us"
    yield f"what finished steps took, at the start of a run: {seconds(lambda: Book(Rows(connection)).read_on()):.2f} s"
    connection.close()


def told(count: int, wall: float, took: float, processors: int) -> str:
    """What a verification took by the clock, and of all processors."""
    return f"{count:,} entries verified in {wall:.1f} s, and {took:.1f} s of {processors} processors"


def main() -> int:
    """Print what `suluh verify` takes, and where the time goes."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as name:
        unit = UnitFolder(Path(name) / "unit")
        add_officer(unit, "S-1", "supervisor", PASSPHRASE, "2026-10-01T08:00:00Z")
        key = unlock(unit, "S-1", PASSPHRASE)
        case = Case.start(CaseFolder(Path(name) / "case"), "LP/1/2026", "Unit Contoh", Acting(key, unit, lambda: AT))
        made = seconds(lambda: grow(case._connection, key, count))
        case.checkpoint()
        case.close()
        start = time.perf_counter()
        took = seconds(lambda: verify_case(case.folder))
        wall = time.perf_counter() - start
        print(f"made in {made:.1f} s; {'; '.join(parts(case.folder, key))}")
    processors = len(os.sched_getaffinity(0))
    print(told(count, wall, took, processors))
    print(f"{count / wall:,.0f}/s, goal: {1 / GOAL:,.0f}/s on two processors")
    return int(wall / count > GOAL)


if __name__ == "__main__":
    sys.exit(main())
