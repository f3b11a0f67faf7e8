# SPDX-License-Identifier: Apache-2.0
"""The unit's hash sets: added once, kept by digest, opened for a case."""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from suluh.custody.key import OfficerKey
from suluh.hashing.sets.benign import Benign
from suluh.hashing.sets.columns import Columns, pack, unpack
from suluh.hashing.sets.entries import Entries, Loaded
from suluh.hashing.sets.gatherer import Gatherer
from suluh.hashing.sets.overlap import empty_files, shared
from suluh.hashing.sets.setfile import mapped, put
from suluh.model.body import body, read
from suluh.model.errors import BadBody, UnknownObject
from suluh.model.ids import make_id
from suluh.model.matching import HashSet, SetFlaw
from suluh.unit.folder import UnitFolder, alone, write
from suluh.unit.listing import read_list
from suluh.unit.setkey import keep_set, open_set

Kind = Literal["known", "benign"]

_SHOWN = 5
_SCRATCH = ".making-"


class Added(NamedTuple):
    """A set as it was added, and what there is to say about it."""

    set: HashSet
    format: str
    flaws: tuple[SetFlaw, ...]
    """The first rows that could not be used; the set counts all."""

    warnings: tuple[str, ...]
    place: str
    """What the numbers of flaws count: lines, or rows of a database."""


def add_set(unit: UnitFolder, key: OfficerKey, file: BinaryIO, kind: Kind, name: str, version: str | None) -> Added:
    """Keep a hash set: a known one under the unit's key, a benign one plain; one after the other. Raises `Misuse`."""
    with alone(unit.sets):
        _sweep(unit)
        if kind == "known":
            return _add_known(unit, key, file, name, version)
        with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=unit.sets) as scratch:
            return _add_benign(unit, key, file, (name, version), Path(scratch))


def _add_known(unit: UnitFolder, key: OfficerKey, file: BinaryIO, name: str, version: str | None) -> Added:
    gatherer = Gatherer(scheme=name)
    told = read_list(file, name, gatherer)
    columns = gatherer.finish()
    plain = pack(columns)
    counts = (gatherer.count, told.flawed)
    found = _noun("known", hashlib.sha256(plain).hexdigest(), name, version or told.version, counts)
    warnings = tuple(_warnings(unit, key, found, columns))
    keep_set(unit, key, _path(unit, found), plain)
    write(_paper(unit, found), body(found))
    return Added(found, told.format, told.flaws, warnings, told.place)


def _add_benign(
    unit: UnitFolder, key: OfficerKey, file: BinaryIO, named: tuple[str, str | None], scratch: Path
) -> Added:
    benign = Benign(scratch)
    told = read_list(file, named[0], benign)
    draft = scratch / "set"
    benign.write(draft)
    plain = mapped(draft)
    name, version = named
    counts = (benign.count, told.flawed)
    found = _noun("benign", hashlib.sha256(plain).hexdigest(), name, version or told.version, counts)
    warnings = tuple(_warnings(unit, key, found, unpack(plain)))
    put(draft, _path(unit, found))
    write(_paper(unit, found), body(found))
    return Added(found, told.format, told.flaws, warnings, told.place)


def _sweep(unit: UnitFolder) -> None:
    """Remove what a killed command left."""
    for path in sorted(unit.sets.glob(f"{_SCRATCH}*")):
        shutil.rmtree(path)


def _noun(kind: Kind, digest: str, name: str, version: str | None, counts: tuple[int, int]) -> HashSet:
    return HashSet(
        id=make_id("hashset", kind, digest),
        name=name,
        kind=kind,
        digest=digest,
        version=version,
        entries=counts[0],
        flaws=counts[1],
    )


def _path(unit: UnitFolder, one: HashSet) -> Path:
    return unit.sets / f"{one.digest}.{one.kind}"


def _paper(unit: UnitFolder, one: HashSet) -> Path:
    return unit.sets / f"{one.digest}.{one.kind}.json"


def held_sets(unit: UnitFolder) -> tuple[HashSet, ...]:
    """The sets that the unit holds, by name, version and digest."""
    if not unit.sets.is_dir():
        return ()
    found = [read(path.read_bytes(), HashSet) for path in sorted(unit.sets.glob("*.json"))]
    return tuple(sorted(found, key=lambda one: (one.name, one.version or "", one.digest, one.kind)))


def load_sets(unit: UnitFolder, key: OfficerKey, sets: Sequence[HashSet]) -> Entries:
    """The entries of some sets, each opened when it is first needed. Raises `UnknownObject`, `BadBody`."""
    chosen = {(one.digest, one.kind): one for one in sorted(sets, key=lambda one: one.id)}
    for one in chosen.values():
        if not _path(unit, one).is_file():
            raise UnknownObject(
                f"the {one.kind} set {one.name} ({one.digest[:16]}) is not in the unit's folder: "
                "add its file again with `suluh sets add`"
            )
    return tuple(Loaded(chosen[name], partial(_open, unit, key, chosen[name])) for name in sorted(chosen))


def _open(unit: UnitFolder, key: OfficerKey, one: HashSet) -> Columns:
    """The entries of one set, checked against its digest."""
    plain = _plain(unit, key, one)
    if hashlib.sha256(plain).hexdigest() != one.digest:
        raise BadBody(f"the {one.kind} set {one.name} was changed in the unit's folder: add its file again")
    return unpack(plain)


def _plain(unit: UnitFolder, key: OfficerKey, one: HashSet) -> memoryview:
    if one.kind == "benign":
        return mapped(_path(unit, one))
    return memoryview(open_set(unit, key, _path(unit, one)))


def _warnings(unit: UnitFolder, key: OfficerKey, one: HashSet, columns: Columns) -> Iterator[str]:
    """What the officer must look into: hashes that stand in sets of both kinds, and the hash of an empty file."""
    others = [other for other in held_sets(unit) if other.kind != one.kind and _path(unit, other).is_file()]
    for loaded in load_sets(unit, key, others):
        known, benign = (columns, loaded.columns) if one.kind == "known" else (loaded.columns, columns)
        numbers = shared(known, benign)
        if numbers:
            known_name, benign_name = (one, loaded.set) if one.kind == "known" else (loaded.set, one)
            yield (
                f"{len(numbers)} entries of the known set {known_name.name} stand in the benign set {benign_name.name} "
                f"as well ({_list(numbers)}): such files stay known; ask whoever made the sets"
            )
    if one.kind == "known" and (numbers := empty_files(columns)):
        yield f"the known set {one.name} holds the hash of an empty file ({_list(numbers)}): all empty files match it"


def _list(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:_SHOWN])
    return f"entries {shown}{' and more' if len(numbers) > _SHOWN else ''}"
