# SPDX-License-Identifier: Apache-2.0
"""What a step of the whole case takes, proven: the roots of its inputs, worked out again and compared with the ledger.

1. A step names the kinds of nouns that it takes, and can ask for no others (`store/snapshot.py`).
   Tables and indexes of these kinds hold the same rows, so that what is proven is what is read.
2. Every row of these kinds stands in a batch; that of the step itself, from the last time, is none of its inputs.
3. Each of these batches has an entry that wrote it and that nothing replaced.
4. The root over all rows of the batch is the one which that entry signed.
5. The step signs, in `took`, the digest over kind, batch and root of all that it took: no row can come and go unseen.
"""

import hashlib
from collections.abc import Iterable

import msgspec

from suluh.case.book import Book
from suluh.case.line.step import Derived
from suluh.custody.tree import leaf_hash, root_of
from suluh.model.errors import BrokenCustody
from suluh.store.rows import Rows
from suluh.store.tables import COLUMNS

RULE = 17

NOTHING = ""
"""What a step took whose rows were taken back: no digest, so that it is due."""


def proven(rows: Rows, step: Derived) -> str:
    """What a step takes, after every batch of it was compared with its entry. Raises `BrokenCustody`."""
    book = Book(rows).read_on()
    _check_sound(rows, step.takes, f"the step {step.name} was not worked out")
    for batch in sorted({batch for batches in _inputs(rows, step, book).values() for batch in batches}):
        check_batch(rows, book, batch, f"the step {step.name} was not worked out: it would take rows of batch {batch}")
    return took(rows, step, book)


def check_whole(rows: Rows, book: Book) -> None:
    """Raise `BrokenCustody` unless every row stands in a batch that an entry signed so: nothing else leaves a case."""
    _check_sound(rows, COLUMNS, "nothing leaves this case")
    held = {batch for kind in COLUMNS for batch in rows.batches_in(kind)}
    for batch in sorted(held | book.standing.keys()):
        check_batch(rows, book, batch, f"nothing leaves this case: it holds rows of batch {batch}")


def took(rows: Rows, step: Derived, book: Book) -> str:
    """The digest over kind, batch and signed root of all that a step takes as the case stands."""
    inputs = {
        kind: [[batch, _root(book, batch)] for batch in batches] for kind, batches in _inputs(rows, step, book).items()
    }
    return hashlib.sha256(msgspec.json.encode([step.name, step.version, inputs], order="sorted")).hexdigest()


def _inputs(rows: Rows, step: Derived, book: Book) -> dict[str, list[int]]:
    """The batches of each kind that a step takes, without those that it gave itself."""
    own = {number for number, entry in book.standing.items() if entry.action == step.name}
    return {kind: [one for one in rows.batches_in(kind) if one not in own] for kind in step.takes}


def _root(book: Book, batch: int) -> str:
    entry = book.standing.get(batch)
    return "" if entry is None else str(entry.root)


def _check_sound(rows: Rows, kinds: Iterable[str], told: str) -> None:
    """Rule 1, for some kinds: an index that hides a row from the proof, or a record from the step, is found."""
    wrong = rows.fault(kinds)
    if wrong is not None:
        raise BrokenCustody(
            f"{told}: the case file is damaged or was changed ({' '.join(wrong.split())}); go back to the last backup",
            rule=1,
            where="case.db",
        )


def check_batch(rows: Rows, book: Book, batch: int, told: str) -> None:
    """Rules 3 and 4, for one batch. Raises `BrokenCustody`, which begins with what is told."""
    entry = book.standing.get(batch)
    if entry is None:
        raise _broken(told, batch, "no entry that stands wrote them")
    leaves = [leaf_hash(body) for body in rows.bodies(batch)]
    if len(leaves) != entry.rows or root_of(leaves).hex() != entry.root:
        raise _broken(told, batch, f"they are not what {entry.actor} signed in entry {batch}")


def _broken(told: str, batch: int, reason: str) -> BrokenCustody:
    return BrokenCustody(
        f"{told}, and {reason}; run `suluh verify`, then go back to the last backup", rule=RULE, where=f"batch {batch}"
    )
