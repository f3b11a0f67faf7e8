# SPDX-License-Identifier: Apache-2.0
"""What is seen of a ledger outside its case: its size and root, in a witness file, on a screen, on paper.

1. A line of a witness file is log, size and root, as the ledger stood after an entry, and whether a checkpoint says so.
2. The ledger holds at least as many entries as any line or paper says: else it was cut or rolled back.
3. Its first entries have the root that is said of them: else its history was written anew.
4. What is no such line, or is of another log, is counted and said: it accuses nobody.

Files are not read here, and who may write them is not known here: SECURITY.md says what that leaves open.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Self

from suluh.custody.tree import Tree
from suluh.custody.verify import Ledger
from suluh.model.errors import BrokenCustody, Misuse

SHOWN = 16
"""Hex digits of a root that screens and papers show: nobody finds another history whose root begins so."""

_LOG = re.compile(r"[a-z2-7]{26}")
_LINE = re.compile(r"([a-z2-7]{26}) ([1-9][0-9]{0,17}) ([0-9a-f]{64})( checkpoint)?")
_SHOWN = re.compile(r"([1-9][0-9]{0,17})[\s:,]+((?:[0-9a-f]\s*){16,64})", re.IGNORECASE)


class Seen(NamedTuple):
    """How far a ledger had grown when somebody looked."""

    size: int
    """Number of its last entry."""

    root: str
    """Root of its tree, hex; on paper how that begins."""

    where: str = ""
    """Where it was seen, for who must find it again."""

    is_note: bool = False
    """Whether the checkpoint over so many entries lay in its place by then. Lines of earlier versions do not say so."""

    def line(self, log: str) -> str:
        """As a witness file keeps it."""
        return f"{log} {self.size} {self.root}{' checkpoint' if self.is_note else ''}\n"

    def short(self) -> str:
        """The root as people read and type it, in groups of four."""
        return " ".join(self.root[start : start + 4] for start in range(0, SHOWN, 4))

    @classmethod
    def of(cls, tree: Tree) -> Self:
        """The state of a ledger."""
        return cls(tree.size, tree.root().hex())

    @classmethod
    def typed(cls, text: str) -> Self:
        """What a screen or paper shows, as it was typed in: entry and root. Raises `Misuse`."""
        found = _SHOWN.fullmatch(text.strip())
        if found is None:
            raise Misuse(
                f"{text!r} is no entry with its root: type both as they are shown, as in '41 3f2a 91c2 d7e3 0b5c'"
            )
        root = "".join(found.group(2).split()).lower()
        return cls(int(found.group(1)), root, f"what you saw ({text.strip()})")


class Lines(NamedTuple):
    """What a witness file holds of one ledger."""

    seen: tuple[Seen, ...]
    others: int
    """Lines of other logs."""

    unread: tuple[int, ...]
    """Numbers of lines that are none."""


def is_log(log: str) -> bool:
    """Whether this can be the id of a log, and so name a file."""
    return _LOG.fullmatch(log) is not None


def read_lines(name: str, lines: Iterable[str], log: str) -> Lines:
    """The lines of a witness file; each is in one of the three parts."""
    seen, unread, others = [], [], 0
    for number, text in enumerate(lines, 1):
        found = _LINE.fullmatch(text.rstrip("\n"))
        if found is None:
            unread.append(number)
        elif found.group(1) != log:
            others += 1
        else:
            seen.append(Seen(int(found.group(2)), found.group(3), f"line {number} of {name}", bool(found.group(4))))
    return Lines(tuple(seen), others, tuple(unread))


def check_seen(seen: Iterable[Seen], ledger: Ledger) -> None:
    """Rule 8: the ledger has grown from everything that was seen of it. Raises `BrokenCustody`."""
    for one, root in _roots(sorted(seen), ledger):
        if root is None:
            raise BrokenCustody(
                f"the ledger was cut or rolled back: {one.where} saw entry {one.size}, and {ledger.size} are left",
                rule=8,
                where=f"entry {ledger.size + 1}",
            )
        if not root.startswith(one.root):
            raise BrokenCustody(
                f"the first {one.size} entries are not those of {one.where}, which saw the root {one.short()}: history "
                "was rewritten, or the case was started anew under its number",
                rule=8,
                where=one.where,
            )


def _roots(seen: list[Seen], ledger: Ledger) -> Iterator[tuple[Seen, str | None]]:
    """Each with the root of as many entries, or null where there are fewer: in one pass over the ledger."""
    for one in seen:
        tree = ledger.tree(one.size)
        yield one, tree.root().hex() if tree.size == one.size else None
