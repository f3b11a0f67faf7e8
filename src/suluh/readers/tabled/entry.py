# SPDX-License-Identifier: Apache-2.0
"""A row of a table of messages, from whatever form of file, and the table as it is read: twice, from its start."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from suluh.model.intake import Flaw
from suluh.model.place import Place
from suluh.readers.tabled.form import Form


class Entry(NamedTuple):
    """One row."""

    place: Place
    cells: Mapping[str, str]
    chat: str = ""
    """The list in which it stands, where the file has one for each conversation."""

    about: Mapping[str, str] = {}
    """What stands beside that list: the name of the conversation, its kind."""


class Table(NamedTuple):
    """One table of a file."""

    form: Form
    place: Place
    """Where its columns are named."""

    named: str
    """How they are, as written."""

    rows: Callable[[], Iterator[Entry | Flaw]]
    mark: str = ", "
    """What stands between the cells of a row where it is shown as one."""

    steps: tuple[str, ...] = ()
    """The way to its rows, in JSON."""

    said: str = ""
    """What of the file beside its rows may name the app."""
