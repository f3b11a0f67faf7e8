# SPDX-License-Identifier: Apache-2.0
"""The digest of files against a bare loop over OpenSSL's three digests; two locked workers against one, in turn."""

import argparse
import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from suluh.exhibits.walk import walk  # the folder of the project comes first
from suluh.hashing.digest import BLOCK, digest  # the same
from suluh.model.evidence.work import Target  # the same
from suluh.model.intake import Acquisition, File  # the same
from suluh.workers.pool import Pool  # the same

ROUNDS = 7
SHARE, GAIN, OF_BARE = 0.95, 1.8, 0.95


def ours(paths: list[Path]) -> None:
    """As the line does it."""
    for path in paths:
        with path.open("rb", buffering=0) as file:
            digest(file)


def bare(paths: list[Path]) -> None:
    """Nothing but three digests."""
    for path in paths:
        digests = [hashlib.md5(usedforsecurity=False), hashlib.sha1(usedforsecurity=False), hashlib.sha256()]
        with path.open("rb", buffering=0) as file:
            while block := file.read(BLOCK):
                for one in digests:
                    one.update(block)


def cpu(work: object, paths: list[Path]) -> float:
    """CPU seconds."""
    start = time.process_time()
    (ours if work == "ours" else bare)(paths)
    return time.process_time() - start


def loops(folder: Path, processes: int) -> float:
    """Wall seconds of so many bare loops that share the files, the start of the interpreter left out."""
    command = [sys.executable, __file__, "--folder", str(folder)]
    shares = [[*command, "--share", f"{i}/{processes}"] for i in range(processes)]
    running = [subprocess.Popen(one, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for one in shares]  # noqa: S603 # ours
    for one in running:
        assert one.stdout is not None
        one.stdout.readline()
    start = time.perf_counter()
    for one in running:
        one.communicate(b"\n")
    return time.perf_counter() - start


def share(folder: Path, part: str) -> None:
    """Be one of the loops: say that it is ready, wait for the start, work."""
    number, processes = (int(one) for one in part.split("/"))
    paths = sorted(folder.iterdir())[number::processes]
    print("ready", flush=True)
    sys.stdin.readline()
    bare(paths)


def workers(folder: Path, slots: int) -> float:
    """Wall seconds of so many locked workers over the files, from the first answers on: their start is left out."""
    acquisition = Acquisition(id="bench", exhibit="B-1", name="1", order=1)
    files = [one for one in walk(os.fsencode(folder), acquisition) if isinstance(one, File)]
    with tempfile.TemporaryDirectory() as scratch:
        roots = {("B-1", "1"): os.fsencode(folder)}
        with Pool(slots, roots, Path(scratch), containers="suluh.exhibits.containers") as pool:
            for _ in pool.run("suluh.case.jobs.intake", [Target(file=one) for one in files[: 2 * slots]]):
                pass
            start = time.perf_counter()
            for answer in pool.run("suluh.case.jobs.intake", [Target(file=one) for one in files]):
                assert answer.failure is None
            return time.perf_counter() - start


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=800)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--share")
    options = parser.parse_args()
    if options.share:
        share(options.folder, options.share)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sizes = np.random.default_rng(1).integers(20_000, 900_000, options.files)
        for number, size in enumerate(sizes):
            (folder / f"{number:06}").write_bytes(np.random.default_rng(number).bytes(int(size)))
        paths = sorted(folder.iterdir())
        ratios, gains, bare_gains = [], [], []
        for _ in range(ROUNDS):
            ratios.append(cpu("bare", paths) / cpu("ours", paths))
            gains.append(workers(folder, 1) / workers(folder, 2))
            bare_gains.append(loops(folder, 1) / loops(folder, 2))
    ratio, gain, bare_gain = (statistics.median(one) for one in (ratios, gains, bare_gains))
    verdict = "pass " if ratio >= SHARE else "SHORT"
    print(f"{verdict}  digest pass: {ratio:.3f} of a bare loop over {sizes.sum() / 2**20:.0f} MiB (goal: {SHARE})")
    verdict = "pass " if gain >= GAIN or gain >= OF_BARE * bare_gain else "SHORT"
    figure = f"{gain:.2f} times one, {gain / bare_gain:.2f} of the {bare_gain:.2f} that two bare loops gain"
    print(f"{verdict}  two workers: {figure} (goal: {GAIN}, or {OF_BARE} of the bare gain)")


if __name__ == "__main__":
    main()
