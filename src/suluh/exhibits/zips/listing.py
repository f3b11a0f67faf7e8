# SPDX-License-Identifier: Apache-2.0
"""Every member of a ZIP archive once: those that its directory names, those that it does not, and what is odd."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from suluh.exhibits.zips.central import ENCRYPTED, Directory, Entry, read_directory, special_of
from suluh.exhibits.zips.local import Local, local, salvaged
from suluh.model.evidence.container import Remark, distinct
from suluh.model.ids import display

_KNOWN = (b"PK\7\b", b"APK Sig Block 42", b"PK00", b"PK\6\b")
"""What may stand between members without belonging to one: sizes behind bytes, signatures of apps, marks of a split."""

_LEAST_REST = 24
"""Bytes of sizes behind a member, the widest."""

_MOST_REMARKS = 100
_LOOK = 1 << 20


class Listed(NamedTuple):
    """One member under a name of its own, and where its bytes lie."""

    name: bytes
    entry: Entry
    data: int | None
    """Where its packed bytes begin; null where nothing stands there."""


class Listing(NamedTuple):
    """All members, in the order of their names, and what is odd about the archive."""

    members: list[Listed]
    remarks: list[Remark]


def listing(file: BinaryIO) -> Listing:
    """Read an archive by its directory and by what stands before each member. Raises `ValueError` where it has none."""
    length = file.seek(0, 2)
    directory = read_directory(file)
    if directory is not None and _is_of_a_member(file, directory):
        directory = None
    remarks = _of_directory(directory)
    stated = _without_overlaps(directory.entries, directory.start) if directory else []
    found = [(entry, local(file, entry.start)) for entry in stated]
    known = [_agreed(entry, before, remarks) for entry, before in found]
    remarks += _of_volumes(directory, known)
    taken = sorted(_spans(known, directory))
    others: list[tuple[Entry, int | None]] = []
    is_sound = directory is not None and directory.fault is None
    for start, end in _gaps(taken, length):
        others += _between(file, (start, end), remarks if is_sound else [])
    if not known and not others and (directory is None or directory.fault):
        raise ValueError("it has no directory and no member: the archive is cut off or damaged")
    everything = sorted([*known, *others], key=lambda one: (one[0].name, one[0].start))
    names = distinct(entry.name for entry, _ in everything)
    remarks += _of_names(names, everything)
    members = [Listed(name, entry, data) for name, (entry, data) in zip(names, everything, strict=True)]
    return Listing(members, _some(remarks))


def _is_of_a_member(file: BinaryIO, directory: Directory) -> bool:
    """Whether a directory is that of an archive within this one, whose own directory is cut off."""
    first = min((entry.start for entry in directory.entries), default=0)
    if first <= 0 or local(file, 0) is None:
        return False
    return any(entry.start < directory.start < reach for entry, reach in salvaged(file, 0, directory.end))


def _of_directory(directory: Directory | None) -> list[Remark]:
    if directory is None:
        reason = "it has no directory, so it is cut off or damaged: its members were found by what stands before each"
        return [Remark("directory", reason)]
    if directory.fault is not None:
        return [Remark("directory", directory.fault)]
    return []


def _of_volumes(directory: Directory | None, known: list[tuple[Entry, int | None]]) -> list[Remark]:
    """That parts of an archive that was cut into several are missing: members are not where they should be."""
    if directory is None or directory.volumes == 1 or all(data is not None for _, data in known):
        return []
    reason = f"it was cut into {directory.volumes} parts, and not all of them lie here under their names"
    return [Remark("volumes", reason)]


def _agreed(entry: Entry, before: Local | None, remarks: list[Remark]) -> tuple[Entry, int | None]:
    """An entry beside the header before its bytes; where they differ, the bytes decide, and a remark says so."""
    if before is None:
        if entry.special is None:
            entry = entry._replace(special="it is not where the directory says")
        return entry, None
    if before.name != entry.name:
        reason = (
            f"the directory calls a member {display(entry.name)}, and before its bytes stands {display(before.name)}"
        )
        remarks.append(Remark(f"name:{entry.start}", reason))
    if entry.flags & ENCRYPTED and not before.flags & ENCRYPTED and entry.special == "encrypted":
        reason = f"the directory calls {display(entry.name)} encrypted, and what stands before its bytes does not"
        remarks.append(Remark(f"encrypted:{entry.start}", reason))
        entry = entry._replace(special=special_of(before.flags, entry.method))
    if entry.other_name is not None:
        reason = f"a member has two names: {display(entry.name)} and, in Unicode, {display(entry.other_name)}"
        remarks.append(Remark(f"unicode:{entry.start}", reason))
    return entry, before.data


def _spans(known: list[tuple[Entry, int | None]], directory: Directory | None) -> Iterator[tuple[int, int]]:
    """What the members that the directory names take up, and the directory itself."""
    yield from ((entry.start, data + entry.packed) for entry, data in known if data is not None)
    if directory is not None:
        yield directory.start, directory.end


def _gaps(taken: list[tuple[int, int]], reach: int) -> Iterator[tuple[int, int]]:
    """What lies between."""
    at = 0
    for start, end in taken:
        if start > at:
            yield at, min(start, reach)
        at = max(at, end)
    if reach > at:
        yield at, reach


def _between(file: BinaryIO, gap: tuple[int, int], remarks: list[Remark]) -> Iterator[tuple[Entry, int]]:
    """Members in a gap, with where their bytes begin; what belongs to none is told, but at the very start."""
    start, end = gap
    at = start
    for entry, reach in salvaged(file, start, end):
        before = local(file, entry.start)
        if before is not None:
            remarks.append(Remark(f"unlisted:{entry.start}", f"its directory does not name {display(entry.name)}"))
            _tell_rest(file, (at, entry.start), remarks)
            yield entry, before.data
            at = reach
    _tell_rest(file, (at, end), remarks)


def _tell_rest(file: BinaryIO, rest: tuple[int, int], remarks: list[Remark]) -> None:
    start, end = rest
    if not start or end - start <= _LEAST_REST:
        return
    file.seek(start)
    raw = file.read(min(end - start, _LOOK))
    is_known = any(one in raw for one in _KNOWN[1:]) or (raw.startswith(_KNOWN[0]) and len(raw) <= _LEAST_REST)
    if raw.strip(b"\0") and not is_known:
        remarks.append(
            Remark(f"rest:{start}", f"{end - start} bytes from byte {start} on belong to none of its members")
        )


def _of_names(names: list[bytes], everything: list[tuple[Entry, int | None]]) -> list[Remark]:
    """That several members have one name."""
    pairs = zip(names, everything, strict=True)
    return [
        Remark(
            f"same:{entry.start}", f"a further member is called {display(entry.name)}: it is listed as {display(name)}"
        )
        for name, (entry, _) in pairs
        if name != entry.name
    ]


def _some(remarks: list[Remark]) -> list[Remark]:
    """The first remarks, and how many there are beyond."""
    if len(remarks) <= _MOST_REMARKS:
        return remarks
    rest = len(remarks) - _MOST_REMARKS
    return [
        *remarks[:_MOST_REMARKS],
        Remark("further", f"{rest} more oddities of this archive are not told one by one"),
    ]


def _without_overlaps(entries: list[Entry], directory: int) -> list[Entry]:
    """Entries whose bytes another one claims as well, or that run into the directory, are not read (Fifield's bomb)."""
    order = sorted(range(len(entries)), key=lambda number: (entries[number].start, number))
    bad: set[int] = set()
    reach, owner = 0, -1
    for number in order:
        one = entries[number]
        if one.start < reach:
            bad.update((number, owner))
        end = one.start + _LOCAL_SIZE + len(one.name) + one.packed
        if end > directory:
            bad.add(number)
        if end > reach:
            reach, owner = end, number
    why = "its bytes overlap those of another member"
    return [
        one._replace(special=why) if number in bad and one.special is None else one
        for number, one in enumerate(entries)
    ]


_LOCAL_SIZE = 30
