# SPDX-License-Identifier: Apache-2.0
"""History written anew with the key, rolled back, and dated otherwise: what only something kept elsewhere finds."""

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial

import msgspec
from tests.custody.every_noun import CHECKED
from tools.tamper.bed import Bed
from tools.tamper.kind import FOUND, Kind, chance_of, missed, named, said

from suluh.case.folder import CaseFolder
from suluh.case.verify.case import verify_case
from suluh.custody.checkpoint import write_checkpoint
from suluh.custody.entry import Entry
from suluh.custody.tree import Tree, leaf_hash
from suluh.custody.verify import Stored, check_entries
from suluh.custody.witness import Seen

FORKS, CLOCKS = 1_000, 500
NOW = datetime(2026, 6, 1, tzinfo=UTC)
"""The clock of who verifies."""


def fork(bed: Bed, number: int) -> str:
    """T7: an entry rewritten, all after it signed again with the key, and every checkpoint of the case anew."""
    chance = chance_of("fork", number)
    copy = CaseFolder(bed.copy(bed.every.path))
    at = chance.randrange(CHECKED)
    told = chance.choice(({"tool": f"suluh {chance.randrange(999)}"}, {"at": _date(chance.random())}))
    entries = signed_again(bed, at, told)
    _lay(copy, entries)
    log = Entry.read(entries[0].body).log
    for name, _ in bed.notes:
        tree = Tree.of(leaf_hash(one.body) for one in entries[: int(name.removesuffix(".note"))])
        note = write_checkpoint(f"suluh/{log}", tree.size, tree.root(), bed.key)
        (copy.checkpoints / name).write_text(note, "utf-8")
    if error := said(partial(verify_case, copy)):
        return missed(f"the fork itself has a fault, so that it shows nothing: {error}")
    outside = bed.notes[number % len(bed.notes)]
    shown = Seen.of(Tree.of(leaf_hash(one.body) for one in bed.stored))
    by_paper = said(partial(verify_case, copy, typed=[f"{shown.size} {shown.short()}"]))
    by_witness = said(partial(verify_case, copy, unit=bed.unit))
    if by_paper is None or by_witness is None:
        return missed(f"by paper {by_paper}, by the witness file {by_witness}")
    return named(said(partial(verify_case, copy, [outside])), f"checkpoint {outside[0]}")


def rolls(bed: Bed) -> int:
    """T8: every earlier state of the case file, put back in three ways."""
    return 3 * len(bed.earlier)


def roll(bed: Bed, number: int) -> str:
    """One of them: beside its later checkpoints, without them against one kept elsewhere, and against the witness."""
    turn, way = divmod(number, 3)
    earlier = bed.earlier[turn]
    size = int(earlier.stem)
    copy = CaseFolder(bed.copy(bed.every.path))
    for beside in copy.path.glob("case.db*"):
        beside.unlink()
    shutil.copyfile(earlier, copy.file)
    if way:
        for name, _ in bed.notes:
            if int(name.removesuffix(".note")) > size:
                (copy.checkpoints / name).unlink()
    if way == 1:
        return named(said(partial(verify_case, copy, bed.notes[-1:])), f"entry {size + 1}")
    return named(said(partial(verify_case, copy, unit=bed.unit if way else None)), f"entry {size + 1}")


def clock(bed: Bed, number: int) -> str:
    """T9: an entry dated before the one before it, or long after the clock of who verifies."""
    chance = chance_of("clock", number)
    at = chance.randrange(1, len(bed.stored))
    moved = timedelta(seconds=chance.randrange(2, 10**7))
    is_back = number % 2 == 0
    before = datetime.fromisoformat(Entry.read(bed.stored[at - 1].body).at)
    date = before - moved if is_back else NOW + timedelta(days=1) + moved
    entries = signed_again(bed, at, {"at": date.strftime("%Y-%m-%dT%H:%M:%SZ")})
    remarks = check_entries(entries, bed.keys, NOW).remarks
    wanted = f"entry {at + 1} is dated" if is_back else f"the first is entry {at + 1}:"
    return FOUND if any(wanted in one for one in remarks) else missed(f"entry {at + 1} at {date}: {remarks}")


def signed_again(bed: Bed, at: int, told: dict[str, str]) -> list[Stored]:
    """The ledger with one entry rewritten, and it and all after it signed with the key."""
    changed = list(bed.stored[:at])
    prev = Entry.read(bed.stored[at].body).prev
    for one in bed.stored[at:]:
        entry = msgspec.structs.replace(Entry.read(one.body), prev=prev, **(told if one.seq == at + 1 else {}))
        raw = entry.body()
        changed.append(Stored(one.seq, raw, entry.sign(bed.key)))
        prev = leaf_hash(raw).hex()
    return changed


def _date(share: float) -> str:
    """A moment that no entry has."""
    return (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=int(share * 86_000))).strftime("%Y-%m-%dT%H:%M:%SZ")


def _lay(folder: CaseFolder, entries: Iterable[Stored]) -> None:
    """Lay a whole ledger into a case file, with its guards and its tree."""
    rows = list(entries)
    with closing(sqlite3.connect(folder.file, isolation_level=None)) as base:
        guards = base.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger'").fetchall()
        base.execute("BEGIN")
        for name, _ in guards:
            base.execute(f'DROP TRIGGER "{name}"')
        base.execute("DELETE FROM entry")
        base.executemany("INSERT INTO entry VALUES (?,?,?)", rows)
        base.execute("UPDATE cache_tree SET state=?", (Tree.of(leaf_hash(one.body) for one in rows).dump(),))
        for _, words in guards:
            base.execute(words)
        base.execute("COMMIT")


KINDS = (
    Kind("T7 history signed anew with the key", lambda _: FORKS, fork),
    Kind("T8 an earlier case file put back", rolls, roll),
    Kind("T9 clocks set back or ahead", lambda _: CLOCKS, clock),
)
