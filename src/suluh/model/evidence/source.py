# SPDX-License-Identifier: Apache-2.0
"""What a reader may see of one input: no path of this machine, ever."""

from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO, Literal, NamedTuple, Protocol

from suluh.model.intake import File
from suluh.model.place import Place

Cell = int | float | str | bytes | None

SETTINGS = "../shared_prefs"
"""Where an Android app keeps its settings, seen from the folder of its databases."""

PREFERENCES = "Library/Preferences"
"""Where an app of iOS keeps them, seen from the folder that it shares with its extensions."""


class Line(NamedTuple):
    """One line of a text: its number from 1, its raw bytes with the line end, its text without."""

    number: int
    raw: bytes
    text: str


class Row(NamedTuple):
    """One row of a table: its row id, and the cells in the order they were asked for."""

    id: int
    cells: tuple[Cell, ...]


class Source(Protocol):
    """One input, opened by the parent and handed over as descriptors."""

    file: str
    """Id of the file item."""

    item: File
    """The file item itself."""

    exhibit: str
    acquisition: str
    inside: str | None
    path: str
    head: bytes
    """The first 64 KiB."""

    size: int
    tables: Mapping[str, tuple[str, ...]]
    """Tables and columns, when it is a database; else empty."""

    names: frozenset[str]
    """What lies in the same folder or archive."""

    accounts: tuple[str, ...]
    """The device's own accounts as the officer stated them with the exhibit: ``whatsapp:+62...``."""

    profiles: tuple[str, ...]
    """The unit's own statement profiles, as TOML texts."""

    content: str | None
    """SHA-256 of its bytes, once they are digested."""

    mode: Literal["fast", "full"] | None
    """How a picture is to be looked at."""

    film: Literal["key frames", "seconds"] | None
    """Which frames of a video are to be looked at."""

    given: bool
    """Whether it is what `suluh add` was given."""

    kinds: tuple[str, ...]
    """Kinds of data that its authority covers; empty where the paper does not limit them."""

    @property
    def together(self) -> tuple[str, ...]:
        """Ids of the files that are read as one with it, such as the log of a database."""
        ...

    def whole(self) -> BinaryIO:
        """The bytes from the start, and behind them those of its further parts, where it is the first of several."""
        ...

    def open(self) -> BinaryIO:
        """The bytes from the start, seekable."""
        ...

    def lines(self) -> Iterator[Line]:
        """Every line; together they cover every byte."""
        ...

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """The rows of a table in the order of their ids; an absent column gives null, an absent table no row.

        Raises `OSError` where the database cannot be read on; the rows before it have been given.
        """
        ...

    def beside(self, name: str) -> "Source | None":
        """A file in the same folder or archive, or in `SETTINGS` or `PREFERENCES`; it counts as read by this reader."""
        ...

    def glance(self, name: str) -> bytes | None:
        """The first 64 KiB of a file in the same folder or archive; it does not count as read."""
        ...

    def place(  # noqa: PLR0913 # whatever tells where in an input a record stands, each by name
        self,
        *,
        line: int | None = None,
        last_line: int | None = None,
        table: str | None = None,
        row: str | None = None,
        pointer: str | None = None,
        sheet: str | None = None,
        page: int | None = None,
    ) -> Place:
        """A place in this input."""
        ...
