# SPDX-License-Identifier: Apache-2.0
"""Drawn changes to a ledger, as somebody without a key could make them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random

from suluh.custody.verify import Stored

Note = tuple[str, str]
"""The name of a checkpoint, and its text."""


@dataclass(frozen=True)
class Ledger:
    """Entries as they are kept, and the checkpoints beside them."""

    entries: tuple[Stored, ...]
    notes: tuple[Note, ...]


def body(ledger: Ledger, chance: Random) -> Ledger:
    """One bit of a body turned."""
    return _entry(ledger, chance, lambda one: one._replace(body=turned(one.body, chance)))


def signature(ledger: Ledger, chance: Random) -> Ledger:
    """One bit of a signature turned."""
    return _entry(ledger, chance, lambda one: one._replace(signature=turned(one.signature, chance)))


def borrowed(ledger: Ledger, chance: Random) -> Ledger:
    """The signature of another entry."""
    return _entry(ledger, chance, lambda one: one._replace(signature=_other(ledger, one, chance).signature))


def removed(ledger: Ledger, chance: Random) -> Ledger:
    """An entry taken out, and those after it numbered anew."""
    at = chance.randrange(len(ledger.entries))
    left = (*ledger.entries[:at], *ledger.entries[at + 1 :])
    return replace(ledger, entries=_numbered(left))


def doubled(ledger: Ledger, chance: Random) -> Ledger:
    """An entry that stands twice."""
    at = chance.randrange(len(ledger.entries))
    return replace(ledger, entries=_numbered((*ledger.entries[: at + 1], *ledger.entries[at:])))


def exchanged(ledger: Ledger, chance: Random) -> Ledger:
    """Two entries in each other's place."""
    entries = list(ledger.entries)
    one, other = chance.sample(range(len(entries)), 2)
    entries[one], entries[other] = entries[other], entries[one]
    return replace(ledger, entries=_numbered(entries))


def cut(ledger: Ledger, chance: Random) -> Ledger:
    """The last entries gone, so many that a checkpoint says so."""
    return replace(ledger, entries=ledger.entries[: chance.randrange(len(ledger.entries))])


def note(ledger: Ledger, chance: Random) -> Ledger:
    """One letter of a checkpoint changed."""
    at = chance.randrange(len(ledger.notes))
    name, text = ledger.notes[at]
    place = chance.randrange(len(text))
    letter = chance.choice([one for one in "ABab01+/ \n" if one != text[place]])
    changed = (name, text[:place] + letter + text[place + 1 :])
    return replace(ledger, notes=(*ledger.notes[:at], changed, *ledger.notes[at + 1 :]))


CHANGES: Mapping[str, Callable[[Ledger, Random], Ledger]] = {
    one.__name__: one for one in (body, signature, borrowed, removed, doubled, exchanged, cut, note)
}
"""Every sort of change by its name."""


def turned(raw: bytes, chance: Random) -> bytes:
    """The same bytes with one bit turned."""
    at = chance.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ 1 << chance.randrange(8)]) + raw[at + 1 :]


def _entry(ledger: Ledger, chance: Random, change: Callable[[Stored], Stored]) -> Ledger:
    at = chance.randrange(len(ledger.entries))
    changed = change(ledger.entries[at])
    return replace(ledger, entries=(*ledger.entries[:at], changed, *ledger.entries[at + 1 :]))


def _other(ledger: Ledger, one: Stored, chance: Random) -> Stored:
    return chance.choice([other for other in ledger.entries if other.signature != one.signature])


def _numbered(entries: "tuple[Stored, ...] | list[Stored]") -> tuple[Stored, ...]:
    """As a table would hold them: numbers without gaps."""
    return tuple(one._replace(seq=number) for number, one in enumerate(entries, 1))
