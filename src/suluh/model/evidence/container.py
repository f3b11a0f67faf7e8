# SPDX-License-Identifier: Apache-2.0
"""What a container format is: a file that holds files, listed and streamed, never extracted by name."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
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


class Container(ABC):
    """One container format: one class in one file of ``exhibits/containers/``."""

    name: ClassVar[str]

    @abstractmethod
    def claims(self, head: bytes) -> bool:
        """Whether a file with these first bytes is of this format."""

    @abstractmethod
    def members(self, file: BinaryIO) -> Iterator[Member]:
        """Every member, in the order of raw names. Raises `ValueError` for a directory that cannot be read."""

    @abstractmethod
    def open(self, file: BinaryIO, name: bytes) -> BinaryIO:
        """One member's bytes as a stream that stops with `ValueError` past the limits of docs/workers.md."""
