# SPDX-License-Identifier: Apache-2.0
"""An exhibit's folder while it is being written, with the truth about each file."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from suluh.simulator.truth import TrueEntry, TrueFile, TrueRecord

WRITTEN = datetime(2026, 1, 25, tzinfo=UTC)
"""Modification time of every file, so that two runs are the same."""


@dataclass(frozen=True)
class Sheet:
    """A file that a writer has made, with what stands in it."""

    data: bytes
    records: tuple[TrueRecord, ...] = ()
    entries: tuple[TrueEntry, ...] = ()


class Tree:
    """The folder of one exhibit: every file is written and listed once."""

    def __init__(self, root: Path, label: str) -> None:
        self.root = root
        self.label = label
        self.files: list[TrueFile] = []
        self.records: list[TrueRecord] = []
        self.entries: list[TrueEntry] = []
        self._known: dict[str, bytes] = {}

    def put(self, path: str, data: bytes, kind: str = "other") -> str:
        """Write one file and return its key; a path that stands already must hold the same bytes."""
        if path in self._known:
            if self._known[path] != hashlib.sha256(data).digest():
                raise ValueError(f"{self.label}/{path} would be written twice with different bytes")
            return self._key(path)
        self._known[path] = hashlib.sha256(data).digest()
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        os.utime(target, (WRITTEN.timestamp(), WRITTEN.timestamp()))
        self.files.append(self._file(path, data, kind, None))
        return self._key(path)

    def sheet(self, path: str, sheet: Sheet, kind: str) -> str:
        """Write what a writer has made, and keep where each fact stands."""
        key = self.put(path, sheet.data, kind)
        self.adopt(key, sheet)
        return key

    def member(self, container: str, name: str, data: bytes, kind: str) -> str:
        """List a member of a container that has been written, and return its key."""
        self.files.append(self._file(name, data, kind, container))
        return f"{self._key(container)}!/{name}"

    def adopt(self, key: str, sheet: Sheet) -> None:
        """Keep the facts of a sheet under the key of its file."""
        self.records.extend(msgspec.structs.replace(one, file=key) for one in sheet.records)
        self.entries.extend(msgspec.structs.replace(one, file=key) for one in sheet.entries)

    @property
    def digests(self) -> frozenset[str]:
        """SHA-256 of every file that was written."""
        return frozenset(file.sha256 for file in self.files)

    def _key(self, path: str) -> str:
        return f"{self.label}/{shown(path)}"

    def _file(self, path: str, data: bytes, kind: str, container: str | None) -> TrueFile:
        place = self._key(path) if container is None else f"{self._key(container)}!/{path}"
        return TrueFile(
            key=place,
            exhibit=self.label,
            path=shown(path),
            inside=None if container is None else shown(container),
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            kind=kind,
        )


def shown(path: str) -> str:
    r"""A path as Suluh shows it: bytes that are not UTF-8 as ``\xNN``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def with_copies(files: Iterable[TrueFile]) -> tuple[TrueFile, ...]:
    """Files in the order of intake, each later copy naming the first."""
    first: dict[str, str] = {}
    listed = []
    for file in files:
        original = first.setdefault(file.sha256, file.key)
        listed.append(file if original == file.key else msgspec.structs.replace(file, same_as=original))
    return tuple(listed)
