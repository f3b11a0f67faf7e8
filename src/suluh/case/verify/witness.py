# SPDX-License-Identifier: Apache-2.0
"""Compares a case with what was seen of it outside: its witness file, and what somebody read off a screen or paper."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from suluh.case.folder import CaseFolder
from suluh.custody.entry import Entry
from suluh.custody.verify import PURPOSE, Ledger
from suluh.custody.witness import Lines, Seen, check_seen, is_log, read_lines
from suluh.model.deeds.acts import APPROVED
from suluh.model.errors import BrokenCustody
from suluh.store.rows import Rows
from suluh.unit.folder import UnitFolder
from suluh.unit.witness import lines, witness_file

NOTHING = Lines((), 0, ())


class Outside(NamedTuple):
    """What a witness file holds of a case, or why nothing is known of it."""

    path: Path | None
    """Where it lies; null where nobody asked for it."""

    found: Lines = NOTHING
    why: str = ""


def seen_outside(unit: UnitFolder | None, log: str) -> Outside:
    """What the unit's witness file says; read before the case file, in which somebody may be at work."""
    if unit is None or not is_log(log):
        return Outside(None)
    path = witness_file(unit, log)
    try:
        return Outside(path, read_lines(str(path), lines(path), log))
    except FileNotFoundError:
        return Outside(path, why="is not there")
    except OSError as error:
        return Outside(path, why=f"cannot be read ({error.strerror})")


def check_outside(outside: Outside, ledger: Ledger, typed: Sequence[Seen]) -> tuple[str, ...]:
    """Rule 8, for every line of the file and all that was typed in; what is left to say. Raises `BrokenCustody`."""
    check_seen((*outside.found.seen, *typed), ledger)
    return () if outside.path is None else tuple(_remarks(outside, ledger))


def check_notes(folder: CaseFolder, seen: Sequence[Seen]) -> None:
    """Rule 8: a checkpoint that the witness file saw lies in its place, whoever works in the case. Raises.

    The folder is looked into now, after the witness file was read: a checkpoint lies there before its line is added.
    """
    for one in seen:
        note = folder.note(one.size)
        if one.is_note and not note.is_file():
            sentence = (
                f"checkpoint {note.name} is gone, which {one.where} saw: it was taken away, or this is a copy "
                "from before it was signed; take it from the case itself or the last backup"
            )
            raise BrokenCustody(sentence, rule=8, where=f"checkpoint {note.name}")


def check_released(folder: CaseFolder, ledger: Ledger, packages: Sequence[Path]) -> None:
    """Rule 8: over the approval of each package that lies here there is a checkpoint, signed before it. Raises."""
    approved = {f"package-{entry.object}": seq for seq, entry in ledger.live.items() if entry.action == APPROVED.word}
    last = max(approved.get(path.name, 0) for path in packages) if packages else 0
    if last and not any(folder.note(last).name <= path.name for path in folder.checkpoints.glob("*.note")):
        sentence = f"no checkpoint is over entry {last}, which approved a package: one was signed then, and taken away"
        raise BrokenCustody(f"{sentence}; take it from the last backup", rule=8, where=f"entry {last}")


def absent_notes(folder: CaseFolder, rows: Rows, seen: Sequence[Seen]) -> Iterator[str]:
    """Checkpoints that a witness file of an earlier version saw, it seems, and that are gone.

    No read for a purpose was entered there; its lines do not say of what they are, those after them do.
    """
    older = takewhile(lambda one: not one.is_note, seen)
    for size, times in sorted(Counter(one.size for one in older).items()):
        if folder.note(size).is_file():
            continue
        entry = Entry.read(next(rows.entries(size)).body)
        if times > (PURPOSE in entry.detail):
            told = f"checkpoints/{folder.note(size).name} is gone, which a witness saw"
            yield f"{told}: it was taken away, or two commands wrote at that moment"


def _remarks(outside: Outside, ledger: Ledger) -> Iterator[str]:
    """What breaks no rule: reads that no witness saw, and lines that were not compared."""
    found, file = outside.found, f"the witness file {outside.path}"
    last = max((one.size for one in found.seen), default=0)
    if outside.why and ledger.last_read:
        yield f"{file} {outside.why}: nothing outside the case shows that no read for a purpose was taken away"
    elif ledger.last_read > last:
        told = f"entry {ledger.last_read} is of a read for a purpose, and {file} ends at entry {last}"
        yield f"{told}: that read was told elsewhere, or its command was killed"
    if found.others:
        yield f"{found.others} lines of {file} are of other cases: they were not compared"
    if found.unread:
        yield f"{len(found.unread)} lines of {file} cannot be read, first line {found.unread[0]}: they were left out"
