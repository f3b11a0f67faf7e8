# SPDX-License-Identifier: Apache-2.0
"""Lists of digests that go with the report, one for each acquisition, for `sha256sum -c` and for nothing of ours.

1. A line is a file that lies on the exhibit itself, by the path that it has there; members of archives are none.
2. What lies outside the scope of the authority, has no bytes, or has a path that names somebody protected is left out;
   the last lines count each of these, so that the list says itself that it is not whole.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.papers.material import Material
from suluh.exhibits.scene import sum_line
from suluh.model.ids import display
from suluh.model.intake import Acquisition, Content, File, Standing
from suluh.referral.papers.report import Rows

OUTSIDE, BARE, NAMES = (
    "outside the scope of the authority",
    "without bytes",
    "with a path that no paper prints",
)
PART = "-sha256-"
"""Between the number of the report and exhibit with acquisition, in the name of a list."""


@dataclass(frozen=True)
class Sums:
    """The lists of the exhibits that a report is about."""

    material: Material
    labels: tuple[str, ...]
    number: str
    """Of the report."""

    def files(self) -> dict[str, bytes]:
        """Each list by its name."""
        return {name: raw for name, (_, raw, _, _) in self._lists.items()}

    def rows(self) -> Rows:
        """Of each list its name, exhibit, acquisition, lines, files left out, and the SHA-256 of the list itself."""
        return tuple(
            (name, one.exhibit, one.name, lines, left, hashlib.sha256(raw).hexdigest())
            for name, (one, raw, lines, left) in self._lists.items()
        )

    @cached_property
    def _lists(self) -> dict[str, tuple[Acquisition, bytes, int, int]]:
        found = {}
        for one in acquisitions(self.material.case.rows):
            if one.exhibit in self.labels:
                left: Counter[str] = Counter()
                lines = list(self._lines(one, left))
                name = f"{self.number}{PART}{_plain(one.exhibit)}-{_plain(one.name)}.txt"
                if name in found:
                    name = name.replace(PART, f"{PART}{one.order}-")
                found[name] = one, b"".join((*_head(one), *lines, *_end(len(lines), left))), len(lines), left.total()
        return found

    def _lines(self, one: Acquisition, left: Counter[str]) -> Iterator[bytes]:
        rows = self.material.case
        paths = {
            file.id: file.lies or file.path
            for file in rows.nouns(File, {"exhibit": one.exhibit})
            if file.acquisition == one.name and not file.containers
        }
        digests = {content.file: content.sha256 for content in rows.rows.by_column(Content, "file", paths)}
        outside = {
            standing.file for standing in rows.nouns(Standing, {"exhibit": one.exhibit, "state": "out-of-scope"})
        }
        for file, path in sorted(paths.items(), key=lambda pair: pair[::-1]):
            why = self._why_left(file in outside, digests.get(file), path)
            if why is None:
                yield sum_line(digests[file], path)
            else:
                left[why] += 1

    def _why_left(self, is_outside: bool, digest: str | None, path: bytes) -> str | None:  # noqa: FBT001 # of one file
        if is_outside:
            return OUTSIDE
        if digest is None:
            return BARE
        return NAMES if self.material.is_veiled(display(path)) else None


def _head(one: Acquisition) -> Iterator[bytes]:
    yield f"# SHA-256 of the files of exhibit {one.exhibit}, acquisition {one.name}; check: sha256sum -c\n".encode()


def _end(lines: int, left: Counter[str]) -> Iterator[bytes]:
    """How many files the list has, and how many it leaves out and why."""
    yield f"# {lines} files\n".encode()
    yield from (f"# left out: {size} {why}\n".encode() for why, size in sorted(left.items()))


def _plain(label: str) -> str:
    """A label as part of the name of a file."""
    return "".join(one if one.isascii() and (one.isalnum() or one in "_-") else "_" for one in label)
