# SPDX-License-Identifier: Apache-2.0
"""Writes a benign set of any size as sorted digests, in little memory: spread over parts on disk, each sorted alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import numpy as np

from suluh.hashing.sets.columns import ALGORITHMS, ALIGN, KEY, LITTLE, heading, ranking, words
from suluh.hashing.sets.gatherer import cut
from suluh.model.matching import SetEntry

_PARTS = 64
_CHUNK = 32 << 20
"""Bytes of digests held for each algorithm before they are spread."""


class Benign:
    """Takes the entries of a benign set. Of each only the strongest digest counts: a weak one must not eliminate."""

    def __init__(self, scratch: Path) -> None:
        self.count = 0
        self._scratch = scratch
        self._held = {name: bytearray() for name in ALGORITHMS}
        self._parts: dict[tuple[str, int], BinaryIO] = {}

    def add(self, entry: SetEntry) -> None:
        """Take one entry; one that has a perceptual hash alone says nothing here."""
        for name in ALGORITHMS:
            value: str | None = getattr(entry, name)
            if value is not None:
                self._take(name, bytes.fromhex(value)[:KEY])
                self.count += 1
                return

    def add_block(self, digests: Mapping[str, bytes], first: int) -> None:  # noqa: ARG002 # benign entries lose their numbers
        """Take many entries."""
        name = next(name for name in ALGORITHMS if name in digests)
        keys = cut(name, digests[name])
        self._take(name, keys)
        self.count += len(keys) // KEY

    def write(self, path: Path) -> None:
        """All that it took, each digest once, as `unpack` reads it."""
        counts: dict[str, int] = {}
        with path.open("wb") as file:
            file.write(bytes(ALIGN))
            for name in ALGORITHMS:
                self._spread(name)
                number = sum(self._sort(name, part, file) for part in range(_PARTS))
                if number:
                    counts[name] = number
            first = heading(counts, dict.fromkeys(counts, 0), (0, 0))
            file.seek(0)
            file.write(first)

    def _take(self, name: str, keys: bytes) -> None:
        self._held[name] += keys
        if len(self._held[name]) >= _CHUNK:
            self._spread(name)

    def _spread(self, name: str) -> None:
        """Append what is held to the parts that its first bits say."""
        keys = np.frombuffer(bytes(self._held[name]), np.uint8).reshape(-1, KEY)
        self._held[name].clear()
        part = keys[:, 0] >> 2
        order = np.argsort(part, kind="stable")
        keys, ends = keys[order], np.searchsorted(part[order], np.arange(_PARTS + 1))
        for place in range(_PARTS):
            if ends[place] < ends[place + 1]:
                self._part(name, place).write(keys[ends[place] : ends[place + 1]].tobytes())

    def _part(self, name: str, place: int) -> BinaryIO:
        if (name, place) not in self._parts:
            self._parts[name, place] = (self._scratch / f"{name}-{place}").open("w+b")
        return self._parts[name, place]

    def _sort(self, name: str, place: int, file: BinaryIO) -> int:
        """Write one part sorted, each digest once."""
        part = self._parts.pop((name, place), None)
        if part is None:
            return 0
        with part:
            part.seek(0)
            keys = words(part.read(), KEY)
        (self._scratch / f"{name}-{place}").unlink()
        keys = keys[ranking(keys)]
        fresh = np.ones(len(keys), bool)
        fresh[1:] = (keys[1:] != keys[:-1]).any(axis=1)
        file.write(keys[fresh].astype(LITTLE).tobytes())
        return int(fresh.sum())
