# SPDX-License-Identifier: Apache-2.0
"""Verifies a ledger by the numbered rules of docs/custody.md, from its entries and public keys alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from suluh.custody.checkpoint import Checkpoint, read_checkpoint
from suluh.custody.entry import Entry, is_signed
from suluh.custody.key import PublicKey
from suluh.custody.tree import Tree, leaf_hash
from suluh.model.errors import BadBody, BrokenCustody

ACTS = frozenset({"new", "officer", "authority", "add", "sets", "decide", "categories", "sample", "draft", "approve"})
"""What officers enter, which nothing may ever replace; other actions with rows are steps of the line."""


class Stored(NamedTuple):
    """One entry as it is kept."""

    seq: int
    body: bytes
    signature: bytes


@dataclass
class Ledger:
    """What was learned of a ledger whose entries hold."""

    leaves: list[bytes] = field(default_factory=list)
    live: dict[int, Entry] = field(default_factory=dict)
    """Entries whose rows must be there, by number."""

    retired: dict[int, int] = field(default_factory=dict)
    """Batches whose rows must be gone, with the entry that replaced each."""

    first_acts: dict[str, int] = field(default_factory=dict)
    """The first entry of each officer."""

    remarks: list[str] = field(default_factory=list)
    """What breaks no rule, and is worth knowing."""

    @property
    def size(self) -> int:
        """How many entries there are."""
        return len(self.leaves)


def check_entries(stored: Iterable[Stored], keys: Mapping[str, PublicKey]) -> Ledger:
    """Rules 2 to 5 and 7. Raises `BrokenCustody` that names the first entry that is wrong."""
    ledger = Ledger()
    before: Entry | None = None
    for one in stored:
        entry = _entry(one, ledger.size + 1)
        _check_chain(entry, before, ledger)
        _check_signature(entry, one, keys)
        _check_replaced(entry, ledger)
        ledger.leaves.append(leaf_hash(one.body))
        ledger.first_acts.setdefault(entry.actor, entry.seq)
        before = entry
    if before is None:
        raise BrokenCustody("the ledger is empty: there is nothing to check", rule=2)
    return ledger


def _entry(one: Stored, number: int) -> Entry:
    """Rule 3: numbers without gaps, each body canonical and of its own number."""
    if one.seq != number:
        raise BrokenCustody(
            f"entry {number} is missing: entry {one.seq} stands in its place", rule=3, where=f"entry {number}"
        )
    try:
        entry = Entry.read(one.body)
    except BadBody as error:
        raise BrokenCustody(f"entry {number} was changed: {error}", rule=3, where=f"entry {number}") from error
    if entry.seq != number:
        raise _broken(number, 3, f"its body has the number {entry.seq}")
    return entry


def _check_chain(entry: Entry, before: Entry | None, ledger: Ledger) -> None:
    """Rule 4: each entry names its log and the leaf before it; the first one starts the case."""
    if before is None:
        if entry.action != "new" or entry.prev:
            raise _broken(entry.seq, 4, "it does not start a case")
        return
    if entry.log != before.log:
        raise _broken(entry.seq, 4, f"it belongs to the log {entry.log}")
    if entry.prev != ledger.leaves[-1].hex():
        raise _broken(entry.seq, 4, f"it was not written after entry {before.seq} as that stands now")
    if entry.at < before.at:
        ledger.remarks.append(
            f"entry {entry.seq} is dated {entry.at}, before entry {before.seq}: the clock was set back"
        )


def _check_signature(entry: Entry, one: Stored, keys: Mapping[str, PublicKey]) -> None:
    """Rule 5: signed by the key of the officer it names."""
    key = keys.get(entry.actor)
    if key is None:
        raise _broken(entry.seq, 5, f"keys/ holds no key of {entry.actor}")
    if key.signing.hex() != entry.key:
        raise _broken(entry.seq, 5, f"it names another key than keys/{entry.actor}.pub")
    if not is_signed(one.body, one.signature, key):
        raise _broken(entry.seq, 5, f"its signature is not that of {entry.actor}")


def _check_replaced(entry: Entry, ledger: Ledger) -> None:
    """Rule 7: an entry replaces live batches of its own step only, and never an officer's act."""
    if (entry.root is None) != (entry.count == 0):
        raise _broken(entry.seq, 7, f"it counts {entry.count} rows, but its root says otherwise")
    for batch in entry.replaces:
        old = ledger.live.get(batch)
        if old is None:
            raise _broken(entry.seq, 7, f"it replaces batch {batch}, which holds no rows at that point")
        if old.action != entry.action or old.action in ACTS:
            raise _broken(entry.seq, 7, f"a {entry.action} entry may not replace batch {batch} of {old.action}")
        del ledger.live[batch]
        ledger.retired[batch] = entry.seq
    if entry.count:
        ledger.live[entry.seq] = entry


def check_checkpoint(name: str, note: str, ledger: Ledger, log: str, keys: Mapping[str, PublicKey]) -> Checkpoint:
    """Rule 8: the ledger is what the checkpoint signed, or has grown from it. Raises `BrokenCustody`."""
    try:
        found = read_checkpoint(note, keys.values())
    except BadBody as error:
        raise BrokenCustody(
            f"checkpoint {name} was changed or is none: {error}", rule=8, where=f"checkpoint {name}"
        ) from error
    if found.origin != f"suluh/{log}":
        sentence = f"checkpoint {name} is of another case ({found.origin})"
        raise BrokenCustody(sentence, rule=8, where=f"checkpoint {name}")
    if found.size > ledger.size:
        sentence = (
            f"the ledger was cut or rolled back: checkpoint {name} was signed over {found.size} entries, "
            f"and {ledger.size} are left"
        )
        raise BrokenCustody(sentence, rule=8, where=f"entry {ledger.size + 1}")
    if ledger.first_acts.get(found.signer, ledger.size + 1) > found.size:
        sentence = f"checkpoint {name} is signed by {found.signer}, who had written no entry then"
        raise BrokenCustody(sentence, rule=8, where=f"checkpoint {name}")
    if Tree.of(ledger.leaves[: found.size]).root() != found.root:
        sentence = f"the first {found.size} entries are not those that checkpoint {name} signed: history was rewritten"
        raise BrokenCustody(sentence, rule=8, where=f"checkpoint {name}")
    return found


def check_tree(state: bytes | None, leaves: Sequence[bytes]) -> None:
    """Rule 9: the kept state of the tree is that of the entries. Raises `BrokenCustody`."""
    if state != Tree.of(leaves).dump():
        raise BrokenCustody("cache_tree is not the tree of the entries: it was changed", rule=9, where="cache_tree")


def _broken(number: int, rule: int, reason: str) -> BrokenCustody:
    return BrokenCustody(f"entry {number} was changed or forged: {reason}", rule=rule, where=f"entry {number}")
