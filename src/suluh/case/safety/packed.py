# SPDX-License-Identifier: Apache-2.0
"""What of a case goes into a backup: an index, then each file of the index in its order; and the way back."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import msgspec
from msgspec import Struct

from suluh.case.acts.release import OF_DRAFT, OF_PACKAGE
from suluh.case.folder import CaseFolder
from suluh.case.frozen.kept import OF_PAPER
from suluh.model.after.sharing import Draft, Release
from suluh.model.body import Part, body
from suluh.model.dossier.charges import Written
from suluh.model.errors import BadBody, CaseError
from suluh.store.rows import Rows
from suluh.unit.folder import UnitFolder
from suluh.unit.witness import witness_file

PIECE, COUNTER, MOST = 1 << 20, 8, 1 << 28
UNIT = "unit"
"""Where a backup has what it holds of the unit's folder, and where that lies in a restored case."""

PARTS = frozenset({"case.db", "secret", "keys", "checkpoints", "releases", UNIT})
"""What a case folder holds that cannot be made anew; the index of its search and what was counted can."""

SETTINGS = ("profiles", "layouts", "words", "templates")
"""Folders of the unit's folder that every case is read and written by: no key, and no hash set."""

ALONE = frozenset({"case.db", "secret"})
"""Those that are files; the others are folders."""

DEEPEST, LONGEST = 8, 255
"""Folders in one another, and bytes of one name."""


class Listed(Part, frozen=True, kw_only=True):
    """One file, by its name in the case folder."""

    name: str
    size: int
    sha256: str


class Index(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="suluh-backup-index/1", tag_field="format"
):
    """What lies in a backup."""

    files: tuple[Listed, ...]
    tables: Mapping[str, str]
    """Of every table of the case file a digest over its rows."""


class Taken(NamedTuple):
    """Which files of a case folder go into a backup, by name, and what does not."""

    files: Mapping[str, Path]
    left: tuple[str, ...]


def taken(folder: CaseFolder, copy: Path, rows: Rows, entries: int) -> Taken:
    """The files that belong to a copy of the case file: what came later beside it is left for the next backup."""
    drafts = {f"{OF_DRAFT}{one.id}" for one in rows.nouns(Draft)}
    known = drafts | {f"{OF_PACKAGE}{one.draft}" for one in rows.nouns(Release)}
    known |= {f"{OF_PAPER}{one.id}" for one in rows.nouns(Written)}
    beside = [folder.secret, *sorted(folder.keys.glob("*.pub"))]
    beside += [one for one in sorted(folder.checkpoints.glob("*")) if _size_of(one) <= entries]
    left = []
    for path in sorted(folder.releases.glob("*")):
        if path.name in known and not path.is_symlink():
            beside += [one for one in sorted(path.rglob("*")) if not one.is_dir() or one.is_symlink()]
        elif not path.name.startswith("."):
            left.append(f"releases/{path.name}")
    names = {one.relative_to(folder.path).as_posix(): one for one in beside}
    links = sorted(name for name, path in names.items() if path.is_symlink() or not path.is_file())
    plain = {name: path for name, path in names.items() if name not in links}
    return Taken({folder.file.name: copy, **plain}, (*left, *links))


def taken_of_unit(unit: UnitFolder, log: str) -> Taken:
    """What of the unit's folder goes into a backup: settings, officers' public keys, and the witness file of a case."""
    found = [one for name in SETTINGS for one in sorted((unit.path / name).rglob("*")) if not one.is_dir()]
    found += [*sorted(unit.officers.glob("*.pub")), *filter(Path.is_file, [unit.path / "law.csv"])]
    names = {f"{UNIT}/{one.relative_to(unit.path).as_posix()}": one for one in found}
    witness = witness_file(unit, log)
    if witness.is_file():
        names[f"{UNIT}/witness/{witness.name}"] = witness
    links = sorted(name for name, path in names.items() if path.is_symlink() or not path.is_file())
    return Taken({name: path for name, path in sorted(names.items()) if name not in links}, tuple(links))


def _size_of(note: Path) -> int:
    """How many entries a file in `checkpoints/` is of; of one that is none of ours: none, so that it is taken."""
    number = note.name.partition(".")[0]
    return int(number) if number.isascii() and number.isdigit() else 0


def index_of(files: Mapping[str, Path], tables: Mapping[str, str]) -> Index:
    """What is to be packed, as it lies there now."""
    return Index(files=tuple(_listed(name, path) for name, path in files.items()), tables=tables)


def _listed(name: str, path: Path) -> Listed:
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return Listed(name=name, size=file.tell(), sha256=sha256)


def packed(index: Index, files: Mapping[str, Path]) -> Iterator[bytes]:
    """The bytes of a backup before they are sealed. Raises `CaseError` for a file that changed meanwhile.

    A file to which lines were added is taken as it was: more than the index lists is not read.
    """
    raw = body(index)
    yield len(raw).to_bytes(COUNTER, "big") + raw
    for one in index.files:
        seen, left = hashlib.sha256(), one.size
        with files[one.name].open("rb") as file:
            while piece := file.read(min(PIECE, left)):
                seen.update(piece)
                left -= len(piece)
                yield piece
        if seen.hexdigest() != one.sha256:
            raise CaseError(f"{one.name} changed while it was copied: no backup was made, do the same again")


class Unpacking:
    """The bytes of a backup, taken piece by piece."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._held = b""
        self.index = self._index()

    def files(self) -> Iterator[tuple[Listed, Iterator[bytes]]]:
        """Every file with its bytes, in order; each is to be read to its end. Raises `BadBody`."""
        for one in self.index.files:
            yield one, self._checked(one)
        if self._held or next(self._pieces, b""):
            raise BadBody("more lies in it than its index lists")

    def _index(self) -> Index:
        size = int.from_bytes(b"".join(self._take(COUNTER)), "big")
        if size > MOST:
            raise BadBody("its index is of no possible size")
        raw = b"".join(self._take(size))
        try:
            index = msgspec.json.decode(raw, type=Index, strict=True)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise BadBody("its index cannot be read") from error
        names = [one.name for one in index.files]
        if (
            body(index) != raw
            or len(set(names)) != len(names)
            or not all(map(_is_ours, names))
            or not _are_apart(names)
        ):
            raise BadBody("its index names what no case folder holds")
        if not {"case.db", "secret"} <= set(names):
            raise BadBody("it holds no case file, or no secret")
        return index

    def _checked(self, one: Listed) -> Iterator[bytes]:
        seen = hashlib.sha256()
        for piece in self._take(one.size):
            seen.update(piece)
            yield piece
        if seen.hexdigest() != one.sha256:
            raise BadBody(f"{one.name} has another SHA-256 than its index lists")

    def _take(self, size: int) -> Iterator[bytes]:
        while size > 0:
            self._held = self._held or next(self._pieces, b"")
            if not self._held:
                raise BadBody("it ends before all that its index lists")
            piece, self._held = self._held[:size], self._held[size:]
            size -= len(piece)
            yield piece


def _is_ours(name: str) -> bool:
    """Whether a name is of a file inside a case folder, and leads nowhere else."""
    path = PurePosixPath(name)
    plain = str(path) == name and not path.is_absolute() and ".." not in path.parts and "\0" not in name
    if not plain or not path.parts or path.parts[0] not in PARTS:
        return False
    is_short = len(path.parts) <= DEEPEST and all(len(part.encode()) <= LONGEST for part in path.parts)
    return is_short and (path.parts[0] in ALONE) == (len(path.parts) == 1)


def _are_apart(names: Iterable[str]) -> bool:
    """Whether no name is of a folder in which another one lies."""
    paths = [PurePosixPath(name) for name in names]
    return set(paths).isdisjoint(parent for path in paths for parent in path.parents)
