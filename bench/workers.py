# SPDX-License-Identifier: Apache-2.0
"""What the locked pool costs: 10,000 files of 20 KB hashed by it, beside a serial loop of one process."""

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from suluh.exhibits.types import media_type
from suluh.exhibits.walk import walk
from suluh.hashing.digest import digest
from suluh.model.body import body
from suluh.model.ids import make_id
from suluh.model.intake import Acquisition, Content, File
from suluh.model.work import Target
from suluh.workers.pool import Pool

FILES, SIZE, ROUNDS = 10_000, 20_480, 5
ACQUISITION = Acquisition(id="bench", exhibit="B-1", name="1", order=1)


def serial(root: bytes, targets: list[Target]) -> int:
    """Open, hash and describe each file in this process."""
    return sum(len(body(_content(root, target.file))) for target in targets)


def _content(root: bytes, file: File) -> Content:
    with open(root + b"/" + file.path, "rb", buffering=0) as stream:  # noqa: PTH123 # paths of evidence are bytes
        found = digest(stream)
    return Content(
        id=make_id("content", file.id),
        file=file.id,
        sha256=found.sha256,
        sha1=found.sha1,
        md5=found.md5,
        size=found.size,
        type=media_type(found.head),
    )


def pooled(root: bytes, targets: list[Target], slots: int) -> tuple[float, float]:
    """Seconds until the first answer, and from there to the last."""
    begun = time.perf_counter()
    first = begun
    with Pool(slots, {("B-1", "1"): root}, Path(tempfile.gettempdir()), containers="suluh.exhibits.containers") as pool:
        for number, answer in enumerate(pool.run("suluh.case.jobs.intake", targets)):
            assert answer.failure is None
            if number == 0:
                first = time.perf_counter()
        last = time.perf_counter()
    return first - begun, last - first


def _write(folder: Path) -> None:
    for number in range(FILES):
        sub = folder / f"{number // 100:03}"
        sub.mkdir(exist_ok=True)
        seed = hashlib.sha256(str(number).encode()).digest()
        (sub / f"{number:05}.bin").write_bytes(seed * (SIZE // len(seed)))


def _rounds(root: bytes, targets: list[Target]) -> Iterator[tuple[float, list[tuple[float, float]]]]:
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        serial(root, targets)
        yield time.perf_counter() - begun, [pooled(root, targets, slots) for slots in (1, 2)]


def main() -> int:
    """Print the medians."""
    with tempfile.TemporaryDirectory() as name:
        _write(Path(name))
        root = os.fsencode(name)
        targets = [Target(file=one) for one in walk(root, ACQUISITION) if isinstance(one, File)]
        rounds = sorted(_rounds(root, targets))
    alone = sorted(one for one, _ in rounds)[ROUNDS // 2]
    print(f"serial loop: {alone:.3f} s, {FILES / alone:,.0f} files/s")
    for at, slots in enumerate((1, 2)):
        start, work = (sorted(found[at][part] for _, found in rounds)[ROUNDS // 2] for part in (0, 1))
        rate = f"{FILES / work:,.0f} files/s, {work / alone - 1:+.1%}"
        print(f"pool of {slots}: {work:.3f} s, {rate}; first answer after {start:.3f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
