# SPDX-License-Identifier: Apache-2.0
"""Search over many messages: how fast the index is made, how big it is, how soon the first page stands.

``python -m bench.search [MESSAGES]``; words are drawn from a made-up tongue with the frequencies of a real one (Zipf).
"""

import math
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tests.custody.every_noun import officer, start

from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.case.search.index import bring_up
from suluh.case.views.view import ALL_ROWS, Page
from suluh.model.ids import make_id
from suluh.model.place import Place
from suluh.model.talk import Message
from suluh.model.times import When, utc
from suluh.store.words import Words
from suluh.unit.folder import UnitFolder

BATCH = 1000
ROUNDS = 3
WORDS = 60_000
QUESTIONS = ("ba", '"ba ke"', "0812-3000-0077", "+62 812 3000 0077", "ra* ba", "kelu ra", "ra*", "b*", "nowhere")


def vocabulary(draw: random.Random) -> list[str]:
    """Made-up words, the short ones first."""
    parts = [a + b for a in "bklmnprst" for b in "aeiou"]
    return ["".join(draw.choice(parts) for _ in range(1 + number // 100 % 4)) for number in range(WORDS)]


def messages(count: int) -> Iterator[Message]:
    """Messages of some twelve words, one in twenty with a number."""
    draw = random.Random(1)  # noqa: S311 # a drawn world, no secret
    known = vocabulary(draw)
    weights = [1 / (rank + 10) for rank in range(WORDS)]
    drawn = draw.choices(known, weights, k=2_000_000)
    sent = When(written="1", at=utc(datetime(2026, 1, 2, tzinfo=UTC)))
    for number in range(count):
        at = draw.randrange(len(drawn) - 20)
        text = " ".join(drawn[at : at + draw.randrange(2, 20)])
        if number % 20 == 0:
            text += f" 0812-3000-{draw.randrange(10_000):04}"
        place = Place(exhibit="B-1", acquisition="1", path="chat.txt", file="a" * 26, line=number + 1)
        yield Message(
            id=make_id("message", number),
            conversation="x:1",
            kind="text",
            place=place,
            sent=sent,
            sender="x:2",
            text=text,
        )


class Measured(NamedTuple):
    """What an index of so many messages takes."""

    size: int
    """Bytes of text."""

    took: float
    rate: float
    """Messages a second of one core."""

    share: float
    """Bytes of index a byte of text."""

    pages: dict[str, float]
    """Seconds until the first page of each question stands, the best of the rounds."""

    rows: dict[str, int]


def measure(count: int) -> Measured:
    """Keep so many messages, make the index, ask every question."""
    with tempfile.TemporaryDirectory() as folder:
        unit = UnitFolder(Path(folder) / "unit")
        case = start(Path(folder) / "case", unit, officer(unit, "S-1"))
        source, size = messages(count), 0
        while batch := list(islice(source, BATCH)):
            case.keep(Act("read", "files"), batch)
            size += sum(len(one.text.encode()) for one in batch)
        begun, cpu = time.perf_counter(), time.process_time()
        with Words(case.folder.words) as words:
            bring_up(case, words)
        took, cpu = time.perf_counter() - begun, time.process_time() - cpu
        share = case.folder.words.stat().st_size / size
        viewer = Viewer(case, "bench")
        pages: dict[str, float] = {}
        rows: dict[str, int] = {}
        for question in QUESTIONS * ROUNDS:
            begun = time.perf_counter()
            rows[question] = len(list(viewer.search(question, (), ALL_ROWS, Page(50))))
            pages[question] = min(time.perf_counter() - begun, pages.get(question, math.inf))
        case.close()
    return Measured(size, took, count / cpu, share, pages, rows)


def main(count: int) -> None:
    """Print the figures."""
    found = measure(count)
    print(f"{count:,} messages, {found.size:,} bytes: {found.took:.1f} s, {found.rate:,.0f} a cpu-s")
    print(f"index {found.share:.3f} of the text")
    for question, seconds in found.pages.items():
        print(f"{question!r}: {found.rows[question]} rows in {1000 * seconds:.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000)
