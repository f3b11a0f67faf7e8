# SPDX-License-Identifier: Apache-2.0
"""Verifies the time stamps of checkpoints: rule 8 of docs/custody.md."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from suluh.case.folder import CaseFolder
from suluh.case.safety.timestamps import certificates_beside, entries_of, token_beside
from suluh.custody.entry import Entry
from suluh.custody.timestamp import check_timestamp
from suluh.custody.verify import TOLERANCE, Ledger
from suluh.model.errors import BadBody, BrokenCustody
from suluh.model.times import utc, utc_instant
from suluh.store.rows import Rows


class TimeStamped(NamedTuple):
    """A checkpoint with the word of another office on it."""

    entries: int
    at: str
    authority: str
    root: str
    """SHA-256 of the certificate under which it is trusted."""


def check_timestamps(folder: CaseFolder, ledger: Ledger) -> tuple[TimeStamped, ...]:
    """Rule 8: every time stamp that was entered lies there as it was, and holds. Raises `BrokenCustody`.

    The files are read now, after the entries: an entry is made when they lie there.
    """
    return tuple(_check(folder, entry) for entry in ledger.timestamped)


def _check(folder: CaseFolder, entry: Entry) -> TimeStamped:
    note = folder.checkpoints / entry.object
    where = f"checkpoints/{token_beside(note).name}"
    try:
        raw, token, pem = (one.read_bytes() for one in (note, token_beside(note), certificates_beside(note)))
        told = {name: entry.detail[name] for name in ("token", "certificates", "at", "entries")}
        digests = {"token": hashlib.sha256(token).hexdigest(), "certificates": hashlib.sha256(pem).hexdigest()}
        if {name: told[name] for name in digests} != digests:
            raise BadBody("its bytes are others than were entered")  # noqa: TRY301 # said as all that is wrong with it
        found = check_timestamp(token, raw, pem)
        if (utc(found.at), str(entries_of(note))) != (told["at"], told["entries"]):
            raise BadBody("it is of another time or checkpoint than was entered")  # noqa: TRY301 # as above
    except (BadBody, OSError, KeyError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        sentence = f"{where}, the time stamp that entry {entry.seq} names, does not hold: {reason}"
        raise BrokenCustody(sentence, rule=8, where=where) from error
    return TimeStamped(entries_of(note), told["at"], found.authority, found.root)


def remarks_on(folder: CaseFolder, rows: Rows, stamped: tuple[TimeStamped, ...]) -> Iterator[str]:
    """What breaks no rule: time stamps that nobody entered, and clocks that do not agree with that of the authority."""
    known = {one.entries for one in stamped}
    for path in sorted((*folder.checkpoints.glob("*.tsr"), *folder.checkpoints.glob("*.pem"))):
        if not path.stem.isascii() or not path.stem.isdigit() or int(path.stem) not in known:
            yield f"checkpoints/{path.name} was entered by nobody, or later than what was verified: it was not checked"
    for one in stamped:
        stored = next(rows.entries(one.entries), None)
        last = None if stored is None else Entry.read(stored.body)
        if last is not None and utc_instant(last.at) - utc_instant(one.at) > TOLERANCE:
            yield (
                f"entry {last.seq} is dated {last.at}, and was stamped by {one.authority} at {one.at} already: the "
                "clock of this machine was ahead"
            )
