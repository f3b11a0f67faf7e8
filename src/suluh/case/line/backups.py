# SPDX-License-Identifier: Apache-2.0
"""Lists the files of an iPhone's backup under their own names, by its index, which a locked worker reads."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from suluh.model.evidence.backup import INDEX, split
from suluh.model.evidence.work import Answer, Target
from suluh.model.ids import display, file_id, record_id
from suluh.model.intake import Acquisition, File, Flaw, place_of
from suluh.model.place import at

JOB, STEP = "suluh.case.jobs.backup", "index"
DATABASE = "application/vnd.sqlite3"
SHUT = (
    "this is the index of an iPhone's backup and cannot be read, so its files keep their hashed names: if the backup "
    "is encrypted, decrypt it outside with its password, and add the result"
)

Names = Mapping[bytes, bytes]
"""Own name, with its domain, by hashed name."""

Read = Callable[[Target], Iterable[Answer]]


def named(acquisition: Acquisition, nouns: Iterable[File | Flaw], read: Read) -> Iterator[File | Flaw]:
    """The same files and flaws; those of a backup under their own names, with where their bytes lie.

    At the end a flaw for each backup whose index names files that are not there.
    """
    known: dict[bytes, Names] = {}
    met: dict[bytes, set[bytes]] = {}
    for noun in nouns:
        found = split(noun.path) if isinstance(noun, File) and noun.special is None else None
        if found is None or not isinstance(noun, File):
            yield noun
            continue
        folder, name = found
        if folder not in known:
            known[folder], flaws = _index(acquisition, folder, read)
            yield from flaws
        met.setdefault(folder, set()).add(name)
        own = known[folder].get(name)
        yield noun if own is None else _as(noun, folder + own)

    for folder, names in known.items():
        yield from _missing(acquisition, folder, sorted(names[one] for one in names.keys() - met.get(folder, set())))


def _missing(acquisition: Acquisition, folder: bytes, paths: list[bytes]) -> Iterator[Flaw]:
    """That files of the index are not in the backup, as a flaw of the index."""
    if paths:
        file = _index_file(acquisition, folder)
        reason = f"it names {len(paths)} files whose bytes do not lie in this backup, {display(paths[0])} among them"
        place = at("flaw", place_of(file), "missing")
        yield Flaw(id=record_id("flaw", file.id, "missing"), step=STEP, reason=reason, place=place)


def _as(file: File, path: bytes) -> File:
    identity = file_id(file.exhibit, file.acquisition, (), path)
    return msgspec.structs.replace(file, id=identity, path=path, lies=file.path)


def _index(acquisition: Acquisition, folder: bytes, read: Read) -> tuple[Names, list[Flaw]]:
    """What the index in a folder says; a flaw where one is there and says nothing."""
    file = _index_file(acquisition, folder)
    names: dict[bytes, bytes] = {}
    is_there = True
    for answer in read(Target(file=file, type=DATABASE)):
        names |= {one.lies: one.path for one in answer.nouns if isinstance(one, File) and one.lies is not None}
        is_there = is_there and not (answer.failure is not None and answer.failure.kind == "not opened")
    if names or not is_there:
        return names, []
    place = at("flaw", place_of(file), "index")
    return names, [Flaw(id=record_id("flaw", file.id, "index"), step=STEP, reason=SHUT, place=place)]


def _index_file(acquisition: Acquisition, folder: bytes) -> File:
    path = folder + INDEX
    return File(
        id=file_id(acquisition.exhibit, acquisition.name, (), path),
        exhibit=acquisition.exhibit,
        acquisition=acquisition.name,
        path=path,
        order=acquisition.order,
    )
