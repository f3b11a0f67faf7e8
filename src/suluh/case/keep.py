# SPDX-License-Identifier: Apache-2.0
"""Writes values and their ledger entry in one transaction: no step can forget custody."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from suluh.case.second import LeftOut, refused
from suluh.custody.entry import Entry
from suluh.custody.key import OfficerKey
from suluh.custody.tree import Tree, leaf_hash, root_of
from suluh.model.body import Noun, kind_of
from suluh.model.deeds.acts import DEEDS
from suluh.model.deeds.deed import Deed
from suluh.model.errors import CaseIsDamaged, NotAllowed
from suluh.model.times import utc
from suluh.store import write
from suluh.store.open import Connection
from suluh.store.rows import Rows


class Batch(NamedTuple):
    """What one act wrote: its number in the ledger, its rows, its root; number 0 when there was nothing to write."""

    seq: int
    rows: int
    root: str | None


@dataclass(frozen=True)
class Pen:
    """With what an entry is written: the log, the officer's key, the clock, the tool."""

    log: str
    key: OfficerKey
    now: Callable[[], datetime]
    tool: str


@dataclass(frozen=True)
class Act:
    """What was done, to what."""

    action: str
    object: str
    detail: Mapping[str, str] = field(default_factory=dict)
    replaces: tuple[int, ...] = ()
    took: str | None = None
    """Digest of what a finished step took, null while it goes on."""


def nothing() -> None:
    """Nothing is to be checked first."""


Check = Callable[[], None]
"""What it raises comes before anything is written, and nobody else writes between the two."""


def keep(connection: Connection, pen: Pen, act: Act, values: Iterable[Noun], check: Check = nothing) -> Batch:
    """Write values that the case does not hold yet, and one entry whose root covers their bodies.

    Where there is nothing to write, to replace or to finish, there is no entry either. Raises `NotAllowed` for a word
    that `model.deeds` does not have, or a noun that its deed does not write.
    """
    deed = _deed(act, "act", "step")
    return _keep(connection, pen, act, _of(deed, values), check)


def _keep(connection: Connection, pen: Pen, act: Act, values: Iterable[Noun], check: Check = nothing) -> Batch:
    """Write rows and their entry, whatever they are.

    Of two records under one id that were found in files the first stays, and the other is a flaw; anybody else who
    gives two is wrong, and nothing is kept.
    """
    deed = DEEDS.get(act.action)
    is_found = deed is not None and deed.per in {"file", "acquisition"}
    with write.transaction(connection):
        check()
        write.retire(connection, act.replaces)
        stamp = write.Stamp(_next(connection), act.action, act.object)
        second = LeftOut(Rows(connection), act.action).flaw if is_found else refused
        kept = write.insert(connection, stamp, values, leaf_hash, second)
        if len(kept) or act.replaces or act.took is not None:
            return _enter(connection, pen, act, kept)
    return Batch(0, 0, None)


def note(connection: Connection, pen: Pen, act: Act, check: Check = nothing) -> Batch:
    """Write an entry without rows: a look for a purpose. Raises `NotAllowed` for a word that is no look's."""
    _deed(act, "look")
    return _note(connection, pen, act, check)


def _note(connection: Connection, pen: Pen, act: Act, check: Check = nothing) -> Batch:
    with write.transaction(connection):
        check()
        return _enter(connection, pen, act, write.Kept())


def _deed(act: Act, *forms: str) -> Deed:
    """The deed of an act. Raises `NotAllowed` where there is none of its word, form and unit."""
    deed = DEEDS.get(act.action)
    if deed is None or deed.form not in forms or not deed.is_of(act.object):
        raise NotAllowed(f"`{act.action} {act.object}` is nothing that a ledger holds as that: see model/deeds")
    return deed


def _of(deed: Deed, values: Iterable[Noun]) -> Iterator[Noun]:
    """The same values. Raises `NotAllowed` for one that the deed does not write."""
    for noun in values:
        if type(noun) not in deed.writes:
            raise NotAllowed(f"`{deed.word}` writes no {kind_of(type(noun))}: see model/deeds")
        yield noun


def _next(connection: Connection) -> int:
    """The number of the next entry."""
    last = Rows(connection).last_entry()
    return 1 if last is None else last.seq + 1


def _enter(connection: Connection, pen: Pen, act: Act, kept: write.Kept) -> Batch:
    """Append the entry of rows that were written under its number."""
    last = Rows(connection).last_entry()
    tree = Tree.load(Rows(connection).tree())
    seq = 1 if last is None else last.seq + 1
    if tree.size != seq - 1:
        raise CaseIsDamaged("the ledger and its kept tree do not agree: run `suluh verify`, then go back to a backup")
    root = root_of(kept.leaves()).hex() if len(kept) else None
    entry = Entry(
        log=pen.log,
        seq=seq,
        prev="" if last is None else leaf_hash(last.body).hex(),
        at=utc(pen.now()),
        actor=pen.key.code,
        key=pen.key.public.signing.hex(),
        action=act.action,
        object=act.object,
        count=len(kept),
        root=root,
        replaces=act.replaces,
        took=act.took,
        detail=dict(sorted(act.detail.items())),
        tool=pen.tool,
    )
    data = entry.body()
    tree.append(leaf_hash(data))
    write.append(connection, seq, data, entry.sign(pen.key), tree.dump())
    return Batch(seq, len(kept), root)
