# SPDX-License-Identifier: Apache-2.0
"""Verifies the rows of a case against its ledger: rules 10 to 13 of docs/custody.md."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from suluh.custody.entry import Entry
from suluh.custody.tree import Tree, leaf_hash
from suluh.custody.verify import Ledger
from suluh.model.body import Noun, kind_of
from suluh.model.deeds.acts import SIGNED
from suluh.model.errors import BadBody, BrokenCustody
from suluh.model.people import Decision, Officer
from suluh.store import check
from suluh.store.open import Connection
from suluh.store.tables import COLUMNS


@dataclass
class Batches:
    """What the tables hold of each live batch, and the first row of each that is not as it was noted."""

    trees: dict[int, Tree] = field(default_factory=lambda: defaultdict(Tree))
    suspects: dict[int, tuple[str, str]] = field(default_factory=dict)
    seen: set[tuple[int, str]] = field(default_factory=set)
    columns: BrokenCustody | None = None
    officers: list[tuple[int, Officer]] = field(default_factory=list)
    """Each with the number of its batch."""

    decided: set[tuple[int, str]] = field(default_factory=set)
    """The kinds of decisions of each batch."""

    rows: int = 0


def check_rows(connection: Connection, ledger: Ledger) -> Batches:
    """Rules 10 to 12: every row stands in a live batch, under its root, and its columns are those of its body."""
    batches = Batches()
    for kind in sorted(COLUMNS):
        for batch, group in groupby(check.rows(connection, kind), key=lambda row: row.batch):
            noted = check.manifest(connection, batch, kind)
            entry = ledger.live.get(batch)
            _check_group(batches, entry, _in_live_batch(group, entry, ledger), noted)
    _check_missing(connection, batches)
    for batch, entry in sorted(ledger.live.items()):
        _check_root(entry, batches.trees[batch], batches.suspects.get(batch))
    if batches.columns is not None:
        raise batches.columns
    _check_manifests(connection, batches, ledger)
    return batches


def _in_live_batch(group: Iterable[check.Row], entry: Entry | None, ledger: Ledger) -> Iterator[check.Row]:
    """Rule 10: no row without an entry that wrote it and still stands."""
    for row in group:
        if entry is None:
            by = ledger.retired.get(row.batch)
            reason = f"entry {by} replaced that batch" if by else "no entry wrote rows under that number"
            raise BrokenCustody(
                f"{row.kind} {row.id} stands in batch {row.batch}, but {reason}", rule=10, where=f"{row.kind} {row.id}"
            )
        yield row


def _check_group(batches: Batches, entry: Entry | None, group: Iterable[check.Row], noted: dict[str, bytes]) -> None:
    """Grow the tree of one batch by its rows of one kind, and remember what differs from what was noted."""
    expected = iter(noted.items())
    row = None
    for row in group:
        leaf = leaf_hash(row.body)
        batches.trees[row.batch].append(leaf)
        batches.rows += 1
        suspect = _suspect(row, leaf, next(expected, None), noted)
        if suspect is not None:
            batches.suspects.setdefault(row.batch, suspect)
        batches.columns = batches.columns or _column_fault(row, entry, batches)
    left = next(expected, None)
    if row is not None:
        batches.seen.add((row.batch, row.kind))
        if left is not None:
            batches.suspects.setdefault(row.batch, (f"{row.kind} {left[0]}", "is missing"))


def _suspect(
    row: check.Row, leaf: bytes, expected: tuple[str, bytes] | None, noted: dict[str, bytes]
) -> tuple[str, str] | None:
    """The row that differs and how, or null: rows and manifest are both in the order of ids."""
    if expected == (row.id, leaf):
        return None
    if expected is not None and expected[0] == row.id:
        return f"{row.kind} {row.id}", "was changed"
    if row.id in noted and expected is not None:
        return f"{row.kind} {expected[0]}", "is missing"
    return f"{row.kind} {row.id}", "was added"


def _check_missing(connection: Connection, batches: Batches) -> None:
    """Remember the first noted row of each batch of whose kind no row is left."""
    for one in check.manifests(connection):
        if (one.batch, one.kind) not in batches.seen:
            missing = next(iter(check.manifest(connection, one.batch, one.kind)), "")
            batches.suspects.setdefault(one.batch, (f"{one.kind} {missing}", "is missing"))


def _check_root(entry: Entry, tree: Tree, suspect: tuple[str, str] | None) -> None:
    """Rule 11: the rows of a batch are those that its entry signed."""
    if tree.size == entry.count and tree.root().hex() == entry.root:
        return
    where, how = suspect or (f"batch {entry.seq}", f"holds other rows than entry {entry.seq} signed")
    sentence = f"{where} {how}: batch {entry.seq} ({entry.action} {entry.object}) is not what {entry.actor} signed"
    raise BrokenCustody(sentence, rule=11, where=where)


def _column_fault(row: check.Row, entry: Entry | None, batches: Batches) -> BrokenCustody | None:
    """Rule 12: the body is of its table, its columns hold what it says, and its officer is the one who signed."""
    try:
        value, columns = check.expected_columns(row)
    except (BadBody, AttributeError) as error:
        return BrokenCustody(f"{row.kind} {row.id} was changed: {error}", rule=12, where=f"{row.kind} {row.id}")
    where = f"{row.kind} {value.id}"
    if kind_of(type(value)) != row.kind:
        sentence = f"{row.kind} {row.id} was changed: its body is of the kind {kind_of(type(value))}"
        return BrokenCustody(sentence, rule=12, where=f"{row.kind} {row.id}")
    if value.id != row.id:
        return BrokenCustody(f"{where} was changed: its id column holds {row.id!r}", rule=12, where=where)
    for name, held, said in zip(COLUMNS[row.kind], row.columns, columns, strict=True):
        if held != said:
            sentence = f"{where} was changed: its column {name} holds {held!r}, its body says {said!r}"
            return BrokenCustody(sentence, rule=12, where=where)
    return _officer_fault(value, entry, batches)


def _officer_fault(value: Noun, entry: Entry | None, batches: Batches) -> BrokenCustody | None:
    """Whoever a row names as its author signed its entry."""
    if entry is None:
        return None
    by = getattr(value, "by", None)
    if isinstance(value, Officer):
        batches.officers.append((entry.seq, value))
    if isinstance(value, Decision):
        batches.decided.add((entry.seq, value.act))
    if type(value) in SIGNED and by != entry.actor:
        kind = kind_of(type(value))
        sentence = f"{kind} {value.id} names {by}, but {entry.actor} signed entry {entry.seq}"
        return BrokenCustody(sentence, rule=12, where=f"{kind} {value.id}")
    return None


def _check_manifests(connection: Connection, batches: Batches, ledger: Ledger) -> None:
    """Rule 13: what each batch noted of its rows is what they are, and says which act wrote them."""
    for batch, (where, how) in sorted(batches.suspects.items()):
        raise BrokenCustody(f"the manifest of batch {batch} was changed: by it, {where} {how}", rule=13, where=where)
    for one in check.manifests(connection):
        entry, where = ledger.live.get(one.batch), f"manifest {one.batch} {one.kind}"
        if entry is None or (entry.action, entry.object) != (one.step, one.unit) or one.kind not in COLUMNS:
            raise BrokenCustody(f"{where} was changed: no such rows were written", rule=13, where=where)
        if not check.manifest(connection, one.batch, one.kind):
            raise BrokenCustody(f"{where} was changed: it notes no rows", rule=13, where=where)
