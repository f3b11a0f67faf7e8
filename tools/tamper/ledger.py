# SPDX-License-Identifier: Apache-2.0
"""The ledger by itself: bits, entries out of their place, a cut end, and entries chained again without the key."""

from collections.abc import Sequence
from itertools import combinations

import msgspec
from tools.tamper.bed import Bed
from tools.tamper.kind import FOUND, NONE, Kind, chance_of, missed, named, said

from suluh.custody.entry import Entry
from suluh.custody.tree import leaf_hash
from suluh.custody.verify import Stored, check_checkpoint, check_entries

FIELDS = tuple(one for one in Entry.__struct_fields__ if one != "prev")
PAIRS = 10_000


def bits(bed: Bed) -> int:
    """T1: every bit of every body and signature."""
    return 8 * sum(_size(one) for one in bed.stored)


def bit(bed: Bed, number: int) -> str:
    """One of them turned."""
    at, left = 0, number
    while left >= 8 * _size(bed.stored[at]):
        left -= 8 * _size(bed.stored[at])
        at += 1
    raw = bytearray(bed.stored[at].body + bed.stored[at].signature)
    raw[left // 8] ^= 1 << left % 8
    cut = len(bed.stored[at].body)
    changed = bed.stored[at]._replace(body=bytes(raw[:cut]), signature=bytes(raw[cut:]))
    return _first_named(bed, [*bed.stored[:at], changed, *bed.stored[at + 1 :]])


def orders(bed: Bed) -> int:
    """T4: entries removed, doubled, forged into each gap, exchanged; with their old numbers, and numbered anew."""
    return 2 * (4 * len(bed.stored) + PAIRS)


def order(bed: Bed, number: int) -> str:
    """One of them."""
    turn, is_renumbered = divmod(number, 2)
    size = len(bed.stored)
    entries = list(bed.stored)
    if turn < size:
        del entries[turn]
    elif turn < 2 * size:
        entries.insert(turn - size, entries[turn - size])
    elif turn < 3 * size:
        entries.insert(turn - 2 * size, _forged(entries[turn - 2 * size]))
    else:
        pairs = list(combinations(range(size), 2))
        one, other = pairs[(turn - 3 * size) % len(pairs)]
        if turn >= 3 * size + len(pairs):  # three in a ring, once every pair was exchanged
            third = chance_of("order", number).randrange(size)
            entries[one], entries[third] = entries[third], entries[one]
        entries[one], entries[other] = entries[other], entries[one]
    if is_renumbered:
        entries = [one._replace(seq=at) for at, one in enumerate(entries, 1)]
    return _first_named(bed, entries)


def cuts(bed: Bed) -> int:
    """T5: the ledger ends at any of its bytes."""
    return sum(_size(one) for one in bed.stored)


def cut(bed: Bed, number: int) -> str:
    """One of these ends, against the last checkpoint that somebody keeps elsewhere."""
    at, left = 0, number
    while left >= _size(bed.stored[at]):
        left -= _size(bed.stored[at])
        at += 1
    one = bed.stored[at]
    kept = one._replace(body=one.body[:left], signature=one.signature[: max(0, left - len(one.body))])
    entries = [*bed.stored[:at], *([kept] if left else [])]
    if left:
        return named(said(lambda: check_entries(entries, bed.keys)), f"entry {at + 1}")
    if not entries:
        return FOUND if said(lambda: check_entries(entries, bed.keys)) else missed("an empty ledger")
    return named(said(lambda: _against_outside(bed, entries)), f"entry {at + 1}")


def chains(bed: Bed) -> int:
    """T6: every field of every entry rewritten, and all after it chained again, without the key."""
    return len(bed.stored) * len(FIELDS)


def chain(bed: Bed, number: int) -> str:
    """One of them."""
    at, field = divmod(number, len(FIELDS))
    changed = list(bed.stored[:at])
    prev = Entry.read(bed.stored[at].body).prev
    for one in bed.stored[at:]:
        entry = Entry.read(one.body)
        told = _other(entry, FIELDS[field]) if one.seq == at + 1 else {}
        raw = msgspec.structs.replace(entry, prev=prev, **told).body()
        changed.append(one._replace(body=raw))
        prev = leaf_hash(raw).hex()
    return _first_named(bed, changed)


def _first_named(bed: Bed, entries: Sequence[Stored]) -> str:
    """Whether the first entry that differs is the one that is named."""
    differs = [at for at, pair in enumerate(zip(bed.stored, entries, strict=False), 1) if pair[0] != pair[1]]
    if not differs and len(entries) == len(bed.stored):
        return NONE
    first = differs[0] if differs else min(len(bed.stored), len(entries)) + 1
    if not differs and len(entries) < len(bed.stored):  # the end is gone: only a checkpoint elsewhere tells
        return named(said(lambda: _against_outside(bed, entries)), f"entry {first}")
    return named(said(lambda: check_entries(entries, bed.keys)), f"entry {first}")


def _against_outside(bed: Bed, entries: Sequence[Stored]) -> None:
    """The ledger against the last checkpoint that was kept elsewhere. Raises `BrokenCustody`."""
    ledger = check_entries(entries, bed.keys)
    name, note = bed.notes[-1]
    log = Entry.read(bed.stored[0].body).log
    check_checkpoint(name, note.decode("utf-8"), ledger, log, bed.keys)


def _forged(one: Stored) -> Stored:
    """An entry in the place of one, that follows the one before it, and that nobody signed."""
    return one._replace(body=msgspec.structs.replace(Entry.read(one.body), tool="forged").body())


def _other(entry: Entry, field: str) -> dict[str, object]:
    """Another value of a field."""
    held = getattr(entry, field)
    if isinstance(held, str) or held is None:
        return {field: f"{held or ''}0"}
    if isinstance(held, int):
        return {field: held + 1}
    return {field: (*held, 1) if isinstance(held, tuple) else {**held, "forged": "x"}}


def _size(one: Stored) -> int:
    return len(one.body) + len(one.signature)


KINDS = (
    Kind("T1 bits of the ledger", bits, bit),
    Kind("T4 entries removed, doubled, forged, exchanged", orders, order),
    Kind("T5 the ledger cut at any byte", cuts, cut),
    Kind("T6 entries rewritten and chained again without the key", chains, chain),
)
