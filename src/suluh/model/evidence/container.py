# SPDX-License-Identifier: Apache-2.0
"""What a container format is: a file that holds files, listed and streamed, never extracted by name."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import BinaryIO, ClassVar, NamedTuple


class Member(NamedTuple):
    """One name in a container's directory."""

    name: bytes
    """Raw bytes as the container holds them; never used as a path of this machine."""

    size: int | None
    """As the directory states it: not to be trusted."""

    modified: str | None
    """ISO local time as the directory states it."""

    special: str | None
    """Why it has no bytes to read (encrypted, symbolic link, over a limit), else null."""


class Remark(NamedTuple):
    """What is odd about a container, beside its members: it becomes a flaw of the container."""

    position: str
    """One word that sets it apart from other remarks on the same container."""

    reason: str


class Container(ABC):
    """One container format: one class in one file of ``exhibits/containers/``."""

    name: ClassVar[str]
    is_host: ClassVar[bool] = False
    """Whether a file of this kind is a thing of its own besides, such as a picture: then it is looked at and read as
    that, and it counts as a container only where something lies in it."""

    is_carved: ClassVar[bool] = False
    """Whether members are only found by their own form, whatever the file is: another kind of container may be around
    them."""

    has_parts: ClassVar[bool] = False
    """Whether such a file may be cut into parts that lie beside it: then they are joined before it is opened."""

    @abstractmethod
    def claims(self, head: bytes, tail: bytes | None) -> bool:
        """Whether a file with these first and last bytes is of this format.

        With a null tail, which is not known yet: whether it may be.
        """

    def continues(self, head: bytes) -> bool:
        """Whether a file with these first bytes can be a further part: unless told otherwise, what begins as none."""
        return not self.claims(head, None)

    @abstractmethod
    def members(self, file: BinaryIO) -> Iterator[Member | Remark]:
        """Every member, in an order that the bytes alone fix, no two of one name; and what is odd.

        Raises `ValueError` for a directory that cannot be read.
        """

    @abstractmethod
    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """One member's bytes as a stream that stops with `ValueError` past the limits of docs/workers.md."""


def in_turn(kinds: Iterable[type[Container]]) -> tuple[type[Container], ...]:
    """Formats in the order in which they are asked: what is a container and nothing else comes before a host.

    An archive whose first member is a picture begins like one among other bytes, and is an archive all the same.
    """
    return tuple(sorted(kinds, key=lambda kind: kind.is_host))


TAIL = 1 << 16
"""So many of the last bytes a container is claimed by: the end of a ZIP archive with its longest comment, nearly."""


class Distinct:
    """Gives each name once: of several members of one name the second is called ``name#2``, and so on."""

    def __init__(self) -> None:
        self._numbers: dict[bytes, int] = {}

    def own(self, name: bytes) -> bytes:
        """What a member of this name is called."""
        number = self._numbers[name] = self._numbers.get(name, 0) + 1
        own = name
        while number > 1 and (own := name + b"#%d" % number) in self._numbers:
            number = self._numbers[name] = number + 1
        self._numbers.setdefault(own, 1)
        return own


def distinct(names: Iterable[bytes]) -> list[bytes]:
    """The same names, each once: of several members of one name the second is called ``name#2``, and so on."""
    seen: dict[bytes, int] = {}
    taken = set(listed := list(names))
    found = []
    for name in listed:
        number = seen[name] = seen.get(name, 0) + 1
        while number > 1 and (other := name + b"#%d" % number) in taken:
            number = seen[name] = number + 1
        found.append(name if number == 1 else other)
        taken.add(found[-1])
    return found
