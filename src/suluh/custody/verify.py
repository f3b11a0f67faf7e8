# SPDX-License-Identifier: Apache-2.0
"""Verifies a ledger by the numbered rules of docs/custody.md, from its entries and public keys alone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from suluh.custody.checkpoint import Checkpoint, read_checkpoint
from suluh.custody.entry import Entry, is_signed
from suluh.custody.key import PublicKey
from suluh.custody.removal import REACHED, Removals, check_removal
from suluh.custody.tree import Tree, leaf_hash
from suluh.model.deeds.acts import DEEDS, LOOK_BEFORE, TIMESTAMP
from suluh.model.deeds.deed import Deed
from suluh.model.errors import BadBody, BrokenCustody
from suluh.model.times import utc, utc_instant

CORRECTS = frozenset({"corrects", "dropped", "refuses", "removes"})
"""What the detail of an act names that stands in the place of an earlier one, takes a hash set out of use, or seals an
exhibit: for a court refuses its paper, or by a removal.
"""

PURPOSE = "purpose"
"""In the detail of an entry stands under this name why somebody read what identifies persons."""


TOLERANCE = timedelta(days=1)
"""So far may clocks differ before it is said."""


class Stored(NamedTuple):
    """One entry as it is kept."""

    seq: int
    body: bytes
    signature: bytes


Ahead = Callable[[Iterable[Stored]], Iterable[tuple[Stored, bool]]]
"""Gives the same entries in the same order, each with whether the key that it names is already known to have signed it.

It decides nothing else: an entry of which that is not known is looked at here, in its turn.
"""


def alone(stored: Iterable[Stored]) -> Iterable[tuple[Stored, bool]]:
    """Nobody looks ahead."""
    return ((one, False) for one in stored)


@dataclass
class Ledger:
    """What was learned of a ledger whose entries hold."""

    leaves: list[bytes] = field(default_factory=list)
    live: dict[int, Entry] = field(default_factory=dict)
    """Entries whose rows must be there, by number."""

    retired: dict[int, int] = field(default_factory=dict)
    """Batches whose rows must be gone, with the entry that replaced each."""

    acts: dict[tuple[str, str], int] = field(default_factory=dict)
    """By action and officer the first entry that wrote rows, took some away, or finished a step."""

    admitted: dict[str, Entry] = field(default_factory=dict)
    """The entry by which each officer came into the case."""

    ended: dict[str, Entry] = field(default_factory=dict)
    """The entry by which the admission of an officer ended."""

    timestamped: list[Entry] = field(default_factory=list)
    """The entries by which time stamps were attached to checkpoints."""

    last_read: int = 0
    """Number of the last entry with a purpose."""

    last: datetime | None = None
    """When the last entry is dated."""

    ahead: list[int] = field(default_factory=list)
    """Numbers of entries that are dated after the clock of who verifies."""

    corrected: int = 0
    """The last entry so far that corrected an earlier act."""

    removals: Removals = field(default_factory=Removals)
    """What was proposed and carried out to remove."""

    remarks: list[str] = field(default_factory=list)
    """What breaks no rule, and is worth knowing."""

    grown: Tree = field(default_factory=Tree)
    """The tree over as many entries as were last asked for: who asks in the order of sizes has it in one pass."""

    def tree(self, size: int) -> Tree:
        """The tree over the first so many entries; over all where there are fewer."""
        if size < self.grown.size:
            self.grown = Tree()
        for leaf in self.leaves[self.grown.size : size]:
            self.grown.append(leaf)
        return self.grown

    def standing(self, before: int | None = None) -> frozenset[str]:
        """Codes of the officers whose admission stands, now or before an entry."""
        end = self.size + 1 if before is None else before
        admitted = {code for code, entry in self.admitted.items() if entry.seq < end}
        return frozenset(admitted - {code for code, entry in self.ended.items() if entry.seq < end})

    @property
    def size(self) -> int:
        """How many entries there are."""
        return len(self.leaves)


def check_entries(
    stored: Iterable[Stored], keys: Mapping[str, PublicKey], now: datetime | None = None, ahead: Ahead = alone
) -> Ledger:
    """Rules 2 to 7, by the clock of who verifies. Raises `BrokenCustody` that names the first entry that is wrong."""
    ledger = Ledger()
    before: Entry | None = None
    for one, known in ahead(stored):
        entry = _entry(one, ledger.size + 1)
        _check_chain(entry, before, ledger)
        _check_date(entry, ledger, now)
        _check_signature(entry, one, keys, known=known)
        _check_officers(entry, ledger, keys)
        check_removal(entry, ledger.removals)
        _check_replaced(entry, _deed(entry), ledger)
        ledger.leaves.append(leaf_hash(one.body))
        if entry.action == TIMESTAMP.word:
            ledger.timestamped.append(entry)
        if PURPOSE in entry.detail:
            ledger.last_read = entry.seq
        if entry.count or entry.replaces or entry.took is not None:
            ledger.acts.setdefault((entry.action, entry.actor), entry.seq)
        before = entry
    if before is None:
        raise BrokenCustody("the ledger is empty: there is nothing to check", rule=2)
    if ledger.ahead and now is not None:
        first, told = ledger.ahead[0], f"{len(ledger.ahead)} entries are dated more than a day after {utc(now)}"
        ledger.remarks.append(f"{told}, the time of this check, the first is entry {first}: one of the clocks is wrong")
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
    if entry.action == "new":
        raise _broken(entry.seq, 4, "it starts the case a second time")
    if entry.log != before.log:
        raise _broken(entry.seq, 4, f"it belongs to the log {entry.log}")
    if entry.prev != ledger.leaves[-1].hex():
        raise _broken(entry.seq, 4, f"it was not written after entry {before.seq} as that stands now")


def _check_date(entry: Entry, ledger: Ledger, now: datetime | None) -> None:
    """Rule 3: dated in the one form; a clock that was set back, or is ahead of who verifies, is said."""
    try:
        moment = utc_instant(entry.at)
    except ValueError as error:
        raise _broken(entry.seq, 3, str(error)) from error
    if ledger.last is not None and moment < ledger.last:
        before = f"before entry {entry.seq - 1}"
        ledger.remarks.append(f"entry {entry.seq} is dated {entry.at}, {before}: the clock was set back")
    if now is not None and moment > now + TOLERANCE:
        ledger.ahead.append(entry.seq)
    ledger.last = moment


def _check_signature(entry: Entry, one: Stored, keys: Mapping[str, PublicKey], *, known: bool) -> None:
    """Rule 5: signed by the key of the officer it names."""
    key = keys.get(entry.actor)
    if key is None:
        raise _broken(entry.seq, 5, f"keys/ holds no key of {entry.actor}")
    if key.signing.hex() != entry.key:
        raise _broken(entry.seq, 5, f"it names another key than keys/{entry.actor}.pub")
    if not known and not is_signed(one.body, one.signature, key):
        raise _broken(entry.seq, 5, f"its signature is not that of {entry.actor}")


def _check_officers(entry: Entry, ledger: Ledger, keys: Mapping[str, PublicKey]) -> None:
    """Rule 6: signed by an officer of the case; whom it admits, a supervisor of the case admits."""
    is_first = not ledger.admitted
    if not is_first and entry.actor not in ledger.admitted:
        raise _broken(entry.seq, 6, f"{entry.actor} signed it, whom no supervisor of the case had admitted before")
    if entry.actor in ledger.ended:
        by = ledger.ended[entry.actor].seq
        raise _broken(entry.seq, 6, f"{entry.actor} signed it, whose admission entry {by} had ended")
    if entry.action == "end":
        _check_end(entry, ledger, keys)
    if entry.action not in {"new", "officer"}:
        return
    code = entry.actor if is_first else entry.object
    reason = None if is_first else _refusal(entry.actor, code, ledger, keys)
    if keys[entry.actor].access != "supervisor":
        reason = f"{entry.actor}, who signed it, is no supervisor"
    if reason is not None:
        raise _broken(entry.seq, 6, reason)
    if code not in keys or entry.detail != keys[code].admission():
        where = f"keys/{code}.pub"
        fault = "is not the key" if code in keys else "is missing: it holds the key"
        raise BrokenCustody(f"{where} {fault} that entry {entry.seq} admitted", rule=6, where=where)
    ledger.admitted[code] = entry


def _check_end(entry: Entry, ledger: Ledger, keys: Mapping[str, PublicKey]) -> None:
    """Rule 6: a supervisor of the case ends an admission that stands, says why, and leaves a supervisor."""
    code, standing = entry.object, ledger.standing()
    left = (one for one in standing - {code} if keys[one].access == "supervisor")
    reason = None
    if keys[entry.actor].access != "supervisor":
        reason = f"{entry.actor}, who signed it, is no supervisor"
    elif code not in standing:
        reason = f"{code}, whose admission it ends, is no officer of the case"
    elif not any(left):
        reason = f"it ends the admission of {code}, the only supervisor of the case"
    elif entry.detail.keys() != {"officer", "key", "reason"} or not entry.detail["reason"].strip():
        reason = "it does not say whose admission it ends, and why"
    elif (entry.detail["officer"], entry.detail["key"]) != (code, keys[code].signing.hex()):
        reason = f"it names another key than that of {code}"
    if reason is not None:
        raise _broken(entry.seq, 6, reason)
    ledger.ended[code] = entry


def _refusal(actor: str, code: str, ledger: Ledger, keys: Mapping[str, PublicKey]) -> str | None:
    """Why nobody may be admitted under this code, or null."""
    if code == actor:
        return f"{actor} admits themself"
    if code in ledger.admitted:
        return f"{code} is an officer of the case already"
    for other in sorted(ledger.admitted):
        if code in keys and keys[code].shares(keys[other]):
            return f"{code}, whom it admits, has the key of {other}"
    return None


def _deed(entry: Entry) -> Deed:
    """Rule 6: its word is one of `model.deeds`, and it does what an act, a look or a step of that word does."""
    deed = DEEDS.get(entry.action)
    if deed is None:
        raise _broken(entry.seq, 6, f"nothing that is entered is called {entry.action!r}")
    is_empty = not entry.count and not entry.replaces and entry.took is None
    if deed.form == "step" and not (deed.is_of(entry.object) or (is_empty and entry.action == LOOK_BEFORE)):
        raise _broken(entry.seq, 6, f"the step {entry.action} works on nothing that is called {entry.object!r}")
    if deed.form == "look" and not is_empty:
        raise _broken(entry.seq, 6, f"it is a look ({entry.action}), and wrote, took or replaced something")
    if deed.form == "act" and entry.took is not None:
        raise _broken(entry.seq, 6, f"it is an officer's act ({entry.action}), and says that a step was finished")
    return deed


def _check_replaced(entry: Entry, deed: Deed, ledger: Ledger) -> None:
    """Rule 7: an entry replaces live batches of its own step and unit only, as `model.deeds` lets it."""
    if (entry.root is None) != (entry.count == 0):
        raise _broken(entry.seq, 7, f"it counts {entry.count} rows, but its root says otherwise")
    if deed.form == "act" and not entry.count:
        raise _broken(entry.seq, 7, f"it is an officer's act ({entry.action}) that wrote nothing")
    for batch in entry.replaces:
        old = ledger.live.get(batch)
        if old is None:
            raise _broken(entry.seq, 7, f"it replaces batch {batch}, which holds no rows at that point")
        if not _may_replace(entry, deed, old):
            raise _broken(entry.seq, 7, f"a {entry.action} entry may not replace batch {batch} of {old.action}")
        if deed.replaces == "corrected" and ledger.corrected < batch:
            raise _broken(entry.seq, 7, f"it replaces batch {batch} of {old.action}, and nothing was corrected since")
        del ledger.live[batch]
        ledger.retired[batch] = entry.seq
        ledger.removals.note(entry, batch)
    if entry.count:
        ledger.live[entry.seq] = entry
    if entry.detail.keys() & CORRECTS and deed.form == "act":
        ledger.corrected = entry.seq


def _may_replace(entry: Entry, deed: Deed, old: Entry) -> bool:
    """Whether an entry may take away what an older one wrote: its own, or what was entered of a removed exhibit."""
    if deed.replaces == "entered":
        return old.action in REACHED or (old.action, old.object) == ("add", entry.object)
    return (old.action, old.object) == (entry.action, entry.object) and deed.replaces != "never"


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
            f"the ledger was cut or rolled back: {found.signer} signed checkpoint {name} over {found.size} entries, "
            f"and {ledger.size} are left"
        )
        raise BrokenCustody(sentence, rule=8, where=f"entry {ledger.size + 1}")
    if found.signer not in ledger.standing(found.size + 1):
        sentence = f"checkpoint {name} is signed by {found.signer}, who was no officer of the case then"
        raise BrokenCustody(sentence, rule=8, where=f"checkpoint {name}")
    if ledger.tree(found.size).root() != found.root:
        sentence = (
            f"the first {found.size} entries are not those that {found.signer} signed in checkpoint {name}: "
            "history was rewritten, or that note is false"
        )
        raise BrokenCustody(sentence, rule=8, where=f"checkpoint {name}")
    return found


def check_tree(state: bytes | None, ledger: Ledger) -> None:
    """Rule 9: the kept state of the tree is that of the entries. Raises `BrokenCustody`."""
    if state != ledger.tree(ledger.size).dump():
        raise BrokenCustody("cache_tree is not the tree of the entries: it was changed", rule=9, where="cache_tree")


def _broken(number: int, rule: int, reason: str) -> BrokenCustody:
    return BrokenCustody(f"entry {number} was changed or forged: {reason}", rule=rule, where=f"entry {number}")
