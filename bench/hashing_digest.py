# SPDX-License-Identifier: Apache-2.0
"""The digest of files against a bare loop over OpenSSL's three digests, one process and two, in turn."""

import argparse
import hashlib
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from suluh.hashing.digest import BLOCK, digest  # the folder of the project comes first

ROUNDS = 7


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


WAYS = {"ours": ours, "bare": bare}


def wall(way: str, folder: Path, processes: int) -> float:
    """Wall seconds of so many processes that share the files, the start of the interpreter left out."""
    command = [sys.executable, __file__, "--way", way, "--folder", str(folder)]
    shares = [[*command, "--share", f"{i}/{processes}"] for i in range(processes)]
    running = [subprocess.Popen(one, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for one in shares]  # noqa: S603 # ours
    for one in running:
        assert one.stdout is not None
        one.stdout.readline()
    start = time.perf_counter()
    for one in running:
        one.communicate(b"\n")
    return time.perf_counter() - start


def share(way: str, folder: Path, part: str) -> None:
    """Be one of the processes: say that it is ready, wait for the start, work."""
    number, processes = (int(one) for one in part.split("/"))
    paths = sorted(folder.iterdir())[number::processes]
    print("ready", flush=True)
    sys.stdin.readline()
    WAYS[way](paths)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--way")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--share")
    options = parser.parse_args()
    if options.way:
        share(options.way, options.folder, options.share)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sizes = np.random.default_rng(1).integers(20_000, 900_000, options.files)
        for number, size in enumerate(sizes):
            (folder / f"{number:06}").write_bytes(np.random.default_rng(number).bytes(int(size)))
        paths = sorted(folder.iterdir())
        ratios, gains, bare_gains = [], [], []
        for _ in range(ROUNDS):
            own, other = (_cpu(way, paths) for way in ("ours", "bare"))
            ratios.append(other / own)
            gains.append(wall("ours", folder, 1) / wall("ours", folder, 2))
            bare_gains.append(wall("bare", folder, 1) / wall("bare", folder, 2))
        total = int(sizes.sum()) / 2**20
    ratio, gain, bare_gain = (statistics.median(one) for one in (ratios, gains, bare_gains))
    print(f"{'pass' if ratio >= 0.95 else 'SHORT'} {ratio:.3f} of the bare loop (goal 0.95), {total:.0f} MiB")
    good = gain >= 1.8 or gain >= 0.95 * bare_gain
    print(f"{'pass' if good else 'SHORT'} two processes {gain:.2f} times one; two bare loops {bare_gain:.2f}")


def _cpu(way: str, paths: list[Path]) -> float:
    start = time.process_time()
    WAYS[way](paths)
    return time.process_time() - start


if __name__ == "__main__":
    main()
