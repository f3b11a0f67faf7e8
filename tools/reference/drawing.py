# SPDX-License-Identifier: Apache-2.0
"""What drawing the pictures of the reference case took, noted beside them for whoever judges it later."""

from pathlib import Path

import msgspec
from msgspec import Struct
from tools.reference.drawn import place

NAME = "drawn.json"
BLOCK = 512


class Drawing(Struct, frozen=True):
    """Pictures that were drawn, in one go or in several."""

    pictures: int
    """How many there are."""

    timed: int
    """How many of them were drawn while the clock ran; others were there already when it was first noted."""

    seconds: float
    bytes: int
    room: int
    """Bytes that they take on the disk, in whole blocks."""


def missing(pictures: Path, count: int) -> int:
    """How many of the first pictures are not there yet."""
    return sum(not (pictures / place(number)).exists() for number in range(count))


def noted(folder: Path) -> Drawing | None:
    """What was noted, if it was."""
    path = folder / NAME
    return msgspec.json.decode(path.read_bytes(), type=Drawing) if path.is_file() else None


def note(folder: Path, count: int, made: int, seconds: float) -> Drawing:
    """Add a draw to what was noted; one that found every picture there changes nothing."""
    before = noted(folder)
    if before is not None:
        if not made:
            return before
        count = max(count, before.pictures)
    sizes = [(folder / "pictures" / place(number)).stat() for number in range(count)]
    now = Drawing(
        pictures=count,
        timed=min(count, made + (before.timed if before else 0)),
        seconds=seconds + (before.seconds if before else 0.0),
        bytes=sum(one.st_size for one in sizes),
        room=sum(one.st_blocks for one in sizes) * BLOCK,
    )
    (folder / NAME).write_bytes(msgspec.json.format(msgspec.json.encode(now)))
    return now
