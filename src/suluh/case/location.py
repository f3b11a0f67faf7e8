# SPDX-License-Identifier: Apache-2.0
"""Where an acquisition lies on this machine: the officer who adds it signs that, and nobody else can say otherwise."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote_to_bytes

from suluh.custody.entry import Entry
from suluh.model.ids import display
from suluh.model.intake import Acquisition
from suluh.store.rows import Rows

SOURCE, SCHEME = "source", "file://"
"""In the detail of the entry that adds an acquisition, its place stands under this name, as a URI."""


def written(path: Path) -> dict[str, str]:
    """A place as the entry states it."""
    return {SOURCE: path.absolute().as_uri()}


def location(rows: Rows, acquisition: Acquisition) -> bytes | None:
    """Where an acquisition lies, as the entry that added it states; null where that states none."""
    stored = next(rows.entries(rows.batch_of(acquisition)))
    place = Entry.read(stored.body).detail.get(SOURCE)
    return None if place is None else _path(place)


def shown(detail: Mapping[str, str]) -> dict[str, str]:
    """What an entry states beside, its place as a path: only in words can be masked what a path says of persons."""
    return {name: display(_path(text)) if name == SOURCE else text for name, text in detail.items()}


def _path(place: str) -> bytes:
    return unquote_to_bytes(place.removeprefix(SCHEME))
