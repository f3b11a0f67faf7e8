# SPDX-License-Identifier: Apache-2.0
"""A disk that loses power: what was not flushed is there, or not, or there in part, in any order.

As strictly as POSIX has it: bytes are lasting once their own file was flushed, a name, its change or its end once the
folder was flushed in which it stands. File systems give more; nothing here rests on that.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import NamedTuple

SECTOR = 512


class Op(NamedTuple):
    """One thing that was done to the disk."""

    do: str
    """write, cut, make (a file), folder, rename, link, remove, flush."""

    path: str
    """Where; of a write the path that the file had when it was opened."""

    node: int = 0
    """Which file, by a number of its own."""

    offset: int = 0
    data: bytes = b""
    to: str = ""
    """The new name."""


@dataclass
class _Tree:
    """Files and folders by their names."""

    names: dict[str, int] = field(default_factory=dict)
    """The file under each name; a folder is 0."""

    held: dict[int, bytearray] = field(default_factory=dict)

    def name(self, op: Op) -> None:
        """Do what changes names; what has nothing to work on changes nothing."""
        if op.do in {"make", "folder"} and self._has_folder(op.path):
            self.names.setdefault(op.path, op.node)
        elif op.do == "remove":
            self.names.pop(op.path, None)
        elif op.do == "link" and op.path in self.names and self._has_folder(op.to):
            self.names.setdefault(op.to, self.names[op.path])
        elif op.do == "rename" and op.path in self.names and self._has_folder(op.to):
            moved = {one: node for one, node in self.names.items() if one == op.path or one.startswith(f"{op.path}/")}
            for one in moved:
                del self.names[one]
            self.names.update({f"{op.to}{one.removeprefix(op.path)}": node for one, node in moved.items()})

    def write(self, op: Op, size: int | None = None) -> None:
        """Put bytes into a file, or cut it; of a torn write the first bytes alone."""
        held = self.held.setdefault(op.node, bytearray())
        if op.do == "cut":
            del held[op.offset :]
            held.extend(bytes(op.offset - len(held)))
            return
        data = op.data if size is None else op.data[:size]
        held.extend(bytes(max(0, op.offset - len(held))))
        held[op.offset : op.offset + len(data)] = data

    def _has_folder(self, path: str) -> bool:
        folder = str(PurePath(path).parent)
        return folder not in self.names or self.names[folder] == 0


def flushed(ops: Sequence[Op]) -> list[bool]:
    """Of each thing that was done, whether it is lasting."""
    lasting = [False] * len(ops)
    for at, op in enumerate(ops):
        if op.do != "flush":
            continue
        for before in range(at):
            one = ops[before]
            is_bytes = one.do in {"write", "cut"}
            if (op.node and is_bytes and one.node == op.node) or (not op.node and not is_bytes and _in(one, op.path)):
                lasting[before] = True
    return lasting


def _in(op: Op, folder: str) -> bool:
    """Whether a change of names is one of this folder."""
    return op.do != "flush" and str(PurePath(op.to or op.path).parent) == folder


def after(start: Path, ops: Sequence[Op], chance: random.Random | None, to: Path) -> None:
    """Write what lies on the disk when power is lost after these; without dice what lies there while it goes on."""
    tree = _read(start)
    kept = flushed(ops)
    is_each, share = chance is not None and chance.random() < 0.5, chance.random() if chance else 1.0  # noqa: PLR2004 # half
    last = int(share * len(ops))
    for at, op in enumerate(ops):
        comes = chance is None or kept[at] or (chance.random() < share if is_each else at < last)
        if not comes or op.do == "flush":
            continue
        if op.do in {"write", "cut"}:
            is_torn = chance is not None and not kept[at] and len(op.data) > SECTOR and chance.random() < 0.2  # noqa: PLR2004 # a fifth
            tree.write(op, chance.randrange(len(op.data) // SECTOR + 1) * SECTOR if chance and is_torn else None)
        else:
            tree.name(op)
    _lay(tree, to)


def lost(start: Path, ops: Sequence[Op], to: Path) -> None:
    """Write what lies on the disk when all that was not flushed is lost."""
    tree = _read(start)
    for op, stays in zip(ops, flushed(ops), strict=True):
        if stays and op.do in {"write", "cut"}:
            tree.write(op)
        elif stays:
            tree.name(op)
    _lay(tree, to)


def _read(start: Path) -> _Tree:
    """What lay there before, all of it lasting; the numbers of its files are those that a recording gives them."""
    tree = _Tree()
    for path, number in numbered(start).items():
        tree.names[path] = number
        if number:
            tree.held[number] = bytearray((start / path).read_bytes())
    return tree


def numbered(start: Path) -> dict[str, int]:
    """Every name below a folder with the number of its file; folders are 0."""
    names = sorted(start.rglob("*"))
    return {str(path.relative_to(start)): 0 if path.is_dir() else at for at, path in enumerate(names, 1)}


def _lay(tree: _Tree, to: Path) -> None:
    to.mkdir(parents=True)
    for path, number in sorted(tree.names.items()):
        place = to / path
        if any(str(one) not in tree.names for one in PurePath(path).parents if str(one) != "."):
            continue  # its folder is gone
        if number:
            place.write_bytes(tree.held.get(number, b""))
        else:
            place.mkdir()
