# SPDX-License-Identifier: Apache-2.0
"""A backup of a large case while another process writes: ``python -m bench.backup [MIB [FLIPS]]``, 2,048 and 20.

The case holds texts of random letters, which no compression makes small. The backup is made, restored beside it and
proved by its own digests of every table; then single bytes of it are changed, one at a time, and each must be found.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import NamedTuple

from bench.desk import opened
from bench.desk_world import more_messages

from suluh.case.keep import Act
from suluh.case.safety.backup import back_up
from suluh.case.safety.held import check_whole
from suluh.case.safety.restore import restore
from suluh.model.errors import SuluhError
from suluh.model.ids import make_id
from suluh.model.place import Place
from suluh.model.talk import Message

LONG, BATCH = 20_000, 500
"""Letters of a text, and texts that are kept at once."""

EACH = 100
"""Messages that the other process keeps at a time."""


class Measured(NamedTuple):
    """What was made, and what became of it."""

    size: int
    """Bytes of the backup."""

    entries: int
    later: int
    """Entries that came while it was made."""

    seconds: float
    restored: float
    """Seconds until the case stood again, proved."""

    is_equal: bool
    missed: int
    """Changed bytes that were not found."""


def measure(mebibytes: int, flips: int) -> Measured:
    """Make a case of about that size, back it up while another writes, restore it, change bytes of the backup."""
    with tempfile.TemporaryDirectory(prefix="suluh-backup-") as name:
        folder = Path(name)
        case = opened(folder, new=True)
        texts = _texts(mebibytes * (1 << 20) // LONG)
        while batch := list(islice(texts, BATCH)):
            case.keep(Act("read", "files"), batch)
        context = get_context("spawn")
        stop = context.Event()
        writer = context.Process(target=_write, args=(folder, stop))
        writer.start()
        begun = time.monotonic()
        made = back_up(case, folder / "backups")
        seconds = time.monotonic() - begun
        stop.set()
        writer.join()
        later = sum(1 for one in case.rows.entries() if one.seq > made.entries)
        begun = time.monotonic()
        found = restore(folder / "backups", folder / "again", case.acting)
        restored = time.monotonic() - begun
        missed = sum(not _is_found(made.path, number) for number in range(flips))
        case.close()
        is_equal = found.held.entries == made.entries
        return Measured(made.path.stat().st_size, made.entries, later, seconds, restored, is_equal, missed)


def _texts(count: int) -> Iterator[Message]:
    draw = random.Random(1)  # noqa: S311 # drawn again alike
    place = Place(exhibit="B-1", acquisition="1", path="chat.txt", file="a" * 26)
    for number in range(count):
        text = f"{draw.getrandbits(4 * LONG):0{LONG}x}"
        own = make_id("message", "long", number)
        yield Message(id=own, conversation="x:1", kind="text", place=place, sender="x:2", text=text)


def _write(folder: Path, stop: Event) -> None:
    case, number = opened(folder), 0
    while not stop.wait(0.2):
        case.keep(Act("read", "files"), more_messages(number, EACH))
        number += EACH
    case.close()


def _is_found(path: Path, number: int) -> bool:
    """Change one byte somewhere in a backup, look whether it is still whole, and put it back."""
    at = random.Random(number).randrange(path.stat().st_size)  # noqa: S311 # as above
    with path.open("r+b") as file:
        file.seek(at)
        before = file.read(1)
        file.seek(at)
        file.write(bytes([before[0] ^ 1]))
    try:
        check_whole(path)
    except SuluhError:
        return True
    else:
        return False
    finally:
        with path.open("r+b") as file:
            file.seek(at)
            file.write(before)


def main(mebibytes: int = 2_048, flips: int = 20) -> int:
    """Print what was measured; 1 where it came back otherwise, or a changed byte was not found."""
    found = measure(mebibytes, flips)
    print(
        f"a backup of {found.size / 1e9:.2f} GB, {found.entries} entries, in {found.seconds:.0f} s, "
        f"{found.later} entries came meanwhile: restored in {found.restored:.0f} s, "
        f"{'equal' if found.is_equal else 'OTHERWISE'}; {found.missed} of {flips} changed bytes not found"
    )
    return int(found.missed > 0 or not found.is_equal)


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
