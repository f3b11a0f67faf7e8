# SPDX-License-Identifier: Apache-2.0
"""What the locked pool costs: 10,000 files of 20 KB hashed by it, beside a serial loop of one process."""

import hashlib
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from suluh.exhibits.types import media_type
from suluh.exhibits.walk import walk
from suluh.hashing.digest import digest
from suluh.model.body import body
from suluh.model.evidence.work import Target
from suluh.model.ids import make_id
from suluh.model.intake import Acquisition, Content, File
from suluh.workers.pool import Pool

ROUNDS = 5
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


def pooled(root: bytes, targets: list[Target], slots: int) -> None:
    """The same in locked workers."""
    scratch = Path(tempfile.gettempdir())
    with Pool(slots, {("B-1", "1"): root}, scratch, containers="suluh.exhibits.containers") as pool:
        for answer in pool.run("suluh.case.jobs.intake", targets):
            assert answer.failure is None


def _write(folder: Path, count: int, size: int) -> None:
    for number in range(count):
        sub = folder / f"{number // 100:03}"
        sub.mkdir(exist_ok=True)
        seed = hashlib.sha256(str(number).encode()).digest()
        (sub / f"{number:05}.bin").write_bytes(seed * (size // len(seed)))


def _cpu() -> float:
    """Processor seconds of this process and of the workers that have ended."""
    own, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime


def _measured(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock and on the processor."""
    begun, cpu = time.perf_counter(), _cpu()
    work()
    return time.perf_counter() - begun, _cpu() - cpu


def _median(values: Iterable[float]) -> float:
    return sorted(values)[ROUNDS // 2]


def compare(count: int, size: int) -> None:
    """Print the medians for so many files of one size."""
    with tempfile.TemporaryDirectory() as name:
        _write(Path(name), count, size)
        root = os.fsencode(name)
        targets = [Target(file=one) for one in walk(root, ACQUISITION) if isinstance(one, File)]
        ways = {
            "serial loop": lambda: serial(root, targets),
            "pool of 1": lambda: pooled(root, targets, 1),
            "pool of 2": lambda: pooled(root, targets, 2),
            "start of 1": lambda: pooled(root, targets[:1], 1),
        }
        rounds = [{way: _measured(work) for way, work in ways.items()} for _ in range(ROUNDS)]
    start, start_cpu = (_median(one["start of 1"][part] for one in rounds) for part in (0, 1))
    alone, alone_cpu = (_median(one["serial loop"][part] for one in rounds) for part in (0, 1))
    print(f"{count} files of {size} bytes; serial loop {count / alone:,.0f} files/s; a worker's start {start:.3f} s")
    for slots in (1, 2):
        wall, cpu = (_median(one[f"pool of {slots}"][part] for one in rounds) for part in (0, 1))
        wall, cpu = wall - start, cpu - slots * start_cpu
        rate, each = f"{count / wall:,.0f} files/s", 1e6 * (cpu - alone_cpu) / count
        more = f"time {wall / alone - 1:+.1%}, processor {cpu / alone_cpu - 1:+.1%} ({each:.0f} us a file)"
        print(f"  pool of {slots}: {rate}, {more}")


def main() -> int:
    """Small files, as chats and thumbnails are; larger ones, as photographs are."""
    for count, size in ((10_000, 20_480), (400, 2_097_152)):
        compare(count, size)
    return 0


if __name__ == "__main__":
    sys.exit(main())
