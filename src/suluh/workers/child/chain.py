# SPDX-License-Identifier: Apache-2.0
"""Opens members of containers within containers, and keeps the last ones open for the next file."""

from collections.abc import Callable
from functools import partial
from typing import BinaryIO, NamedTuple

from suluh.model.evidence.container import TAIL, Container, in_turn
from suluh.model.evidence.parts import further, last
from suluh.model.ids import display
from suluh.plugins import find
from suluh.workers.child.views import Bytes, Joined, Member

Ask = Callable[[bytes], Bytes | None]
"""Gives the file of a path beside the outermost one, if there is one."""


class _Level(NamedTuple):
    """An open container."""

    key: tuple[str, str, tuple[bytes, ...]]
    container: Container
    file: BinaryIO


class Chain:
    """The containers that are open now, outermost first."""

    def __init__(self, package: str | None) -> None:
        self._kinds: tuple[type[Container], ...] = in_turn(find(package, Container)) if package else ()
        self._levels: list[_Level] = []

    def member(
        self, key: tuple[str, str], outermost: Bytes, containers: tuple[bytes, ...], name: bytes, ask: Ask
    ) -> Bytes:
        """One member. Raises `ValueError` when a container around it cannot be read."""
        level: _Level | None = None
        for depth in range(1, len(containers) + 1):
            wanted = (*key, containers[:depth])
            if len(self._levels) >= depth and self._levels[depth - 1].key == wanted:
                level = self._levels[depth - 1]
                continue
            del self._levels[depth - 1 :]
            around = outermost if level is None else _member(level, containers[depth - 1])
            container = self._container(around, containers[depth - 1])
            if level is None and container.has_parts:
                around = joined(around, containers[0], ask)
            level = _Level(wanted, container, around.open())
            self._levels.append(level)
        if level is None:
            raise ValueError("a member stands in no container")
        return _member(level, name)

    def _container(self, around: Bytes, name: bytes) -> Container:
        """The format of a container, by its first bytes."""
        with around.open() as file:
            file.seek(max(0, around.size - TAIL))
            tail = file.read(TAIL)
        for kind in self._kinds:
            container = kind()
            if container.claims(around.head, tail):
                return container
        raise ValueError(f"{display(name)} is no container of a known format")


def joined(one: Bytes, name: bytes, ask: Ask) -> Bytes:
    """A file with the further parts of it that lie beside it."""
    parts = [one]
    for path in further(name):
        part = ask(path)
        if part is None:
            break
        parts.append(part)
    end = last(name)
    if end is not None and (part := ask(end)) is not None:
        parts.append(part)
    return one if len(parts) == 1 else Joined(parts)


def _member(level: _Level, name: bytes) -> Bytes:
    return Member(partial(level.container.open, level.file, name))
