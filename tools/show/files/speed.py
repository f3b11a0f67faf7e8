# SPDX-License-Identifier: Apache-2.0
"""How long intake takes: a folder of many small files, and items of several kinds."""

import os
from collections.abc import Iterator
from pathlib import Path

from tools.show.line import Line, timed

from suluh.exhibits.walk import walk
from suluh.model.evidence.work import Target
from suluh.model.intake import Acquisition, File
from suluh.workers.pool import Pool

MANY, SOME = 200_000, 5_000
GOAL = 1.0
"""Milliseconds a file, listed and digested by two workers."""


def folder(scratch: Path) -> Iterator[Line]:
    """Small files in one folder."""
    number = SOME if os.environ.get("QUICK") else MANY
    root = scratch / "folder"
    root.mkdir()
    for place in range(number):
        (root / f"{place:06}.txt").write_bytes(b"paket %d file\n" % place)
    done: list[int] = []
    acquisition = Acquisition(id="x", exhibit="B-1", name="1", order=1)

    def work() -> None:
        files = (one for one in walk(os.fsencode(root), acquisition) if isinstance(one, File))
        targets = (Target(file=one) for one in files)
        with Pool(
            2, {("B-1", "1"): os.fsencode(root)}, scratch / "work", containers="suluh.exhibits.containers"
        ) as pool:
            done.append(sum(answer.last for answer in pool.run("suluh.case.jobs.intake", targets)))

    each = 1000 * timed(work) / number
    yield Line(
        f"{number:,} small files of one folder listed and digested",
        f"{each:.2f} ms each",
        f"<= {GOAL} ms",
        each <= GOAL and done == [number],
    )
