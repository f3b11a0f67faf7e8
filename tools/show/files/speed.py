# SPDX-License-Identifier: Apache-2.0
"""How long intake takes: a folder of many small files, and items of several kinds."""

import io
import os
import resource
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from PIL import Image
from tools.show.line import Line, timed

from suluh.exhibits.walk import walk
from suluh.model.body import Noun
from suluh.model.evidence.work import Target
from suluh.model.intake import Acquisition, Content, File
from suluh.model.matching import Fingerprint
from suluh.workers.pool import Pool

MANY, SOME = 200_000, 5_000
GOAL = 0.8
"""Milliseconds of a processor a file, listed and digested: that does not depend on what else a machine does."""

ITEMS, FEW_ITEMS, _FEWEST = 6_000, 900, 3
RATE = 150
"""Items a second through intake, pictures and readers on two processors that do nothing else."""


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

    before = processor()
    each = 1000 * timed(work) / number
    used = 1000 * (processor() - before) / number
    yield Line(
        f"{number:,} small files of one folder listed and digested",
        f"{used:.2f} ms of a processor each; {each:.2f} ms by the clock at a load of {os.getloadavg()[0]:.1f}",
        f"<= {GOAL} ms",
        used <= GOAL and done == [number],
    )


def processor() -> float:
    """Seconds of processor time that this process and its workers took until now."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def items(scratch: Path) -> Iterator[Line]:
    """A made-up phone with pictures, archives, a database and texts; what starts cost is taken off."""
    few = scratch / "few"
    _phone(few, _FEWEST)
    before = processor()
    _through(few, scratch / "work")
    starts = processor() - before
    root = scratch / "phone"
    wanted = _phone(root, FEW_ITEMS if os.environ.get("QUICK") else ITEMS)
    before, nouns = processor(), list[Noun]()
    took = timed(lambda: nouns.extend(_through(root, scratch / "work")))
    used = processor() - before - starts
    found = sum(isinstance(one, Content) for one in nouns)
    hashed = len({one.sha256 for one in nouns if isinstance(one, Fingerprint)})
    rate, clock = 2 * found / used, found / took
    yield Line(
        f"{found:,} items of a phone through intake, pictures and readers, once started",
        f"{rate:,.0f} items/s by {1000 * used / found:.1f} ms of a processor each; "
        f"{clock:,.0f} by the clock with all starts at a load of {os.getloadavg()[0]:.1f}; {hashed:,} pictures hashed",
        f">= {RATE} items/s on two idle processors, {wanted:,} items",
        rate >= RATE and found == wanted,
    )


def _through(root: Path, scratch: Path) -> list[Noun]:
    """What intake, pictures and readers say of a folder."""
    roots, package = {("B-1", "1"): os.fsencode(root)}, "suluh.exhibits.containers"
    acquisition = Acquisition(id="x", exhibit="B-1", name="1", order=1)
    nouns: list[Noun] = []

    def given(job: str, targets: Iterable[Target]) -> None:
        with Pool(2, roots, scratch, containers=package) as pool:
            for answer in pool.run(f"suluh.case.jobs.{job}", targets):
                nouns.extend(answer.nouns)

    listed = [one for one in walk(os.fsencode(root), acquisition) if isinstance(one, File)]
    given("intake", (Target(file=one) for one in listed))
    files = {one.id: one for one in [*listed, *nouns] if isinstance(one, File)}
    first = {one.sha256: one for one in reversed(nouns) if isinstance(one, Content)}.values()
    for job, is_picture in (("picture", True), ("read", False)):
        chosen = [one for one in first if one.type.startswith("image/") == is_picture]
        sort = sorted(chosen, key=lambda one: files[one.file].intake_key)
        mode: Literal["fast"] | None = "fast" if is_picture else None
        given(job, [Target(file=files[one.file], type=one.type, content=one.sha256, mode=mode) for one in sort])
    return nouns


def _phone(root: Path, number: int) -> int:
    """So many pictures in folders, an archive for each hundred, a database, texts; how many items that makes."""
    each = number // 3
    for place in range(each):
        (root / f"DCIM/{place % 10}").mkdir(parents=True, exist_ok=True)
        (root / f"DCIM/{place % 10}/{place:05}.jpg").write_bytes(_picture(place, (800, 600)))
        (root / "chat").mkdir(exist_ok=True)
        (root / f"chat/{place:05}.txt").write_bytes(b"paket %d file 50rb\n" % place * 20)
    (root / "arsip").mkdir()
    archives = 0
    for start in range(0, each, 100):
        archives += 1
        with zipfile.ZipFile(root / f"arsip/{start}.zip", "w") as packed:
            for place in range(start, min(start + 100, each)):
                packed.writestr(f"{place}.jpg", _picture(each + place, (400, 300)))
    connection = sqlite3.connect(root / "kecil.db")
    connection.execute("CREATE TABLE kecil(isi BLOB)")
    rows = number - 3 * each + 50
    connection.executemany(
        "INSERT INTO kecil VALUES (?)", [(_picture(3 * each + one, (90, 60)),) for one in range(rows)]
    )
    connection.commit()
    connection.close()
    return 3 * each + archives + rows + 1


def _picture(place: int, size: tuple[int, int]) -> bytes:
    written = io.BytesIO()
    slope = Image.linear_gradient("L").rotate(place * 7 % 360).resize(size)
    Image.merge("RGB", (slope, Image.radial_gradient("L").resize(size), slope.point([place % 256] * 256))).save(
        written, "JPEG", comment=str(place)
    )
    return written.getvalue()
