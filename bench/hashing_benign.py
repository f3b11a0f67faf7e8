# SPDX-License-Identifier: Apache-2.0
"""A made-up benign set of any size on disk: how long it takes to build, and to look the contents of a case up in it."""

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from suluh.hashing.benign import Benign  # the folder of the project comes first
from suluh.hashing.columns import KEY, Words, unpack, words  # the same
from suluh.hashing.lookup import spans  # the same
from suluh.hashing.setfile import mapped  # the same

BLOCK = 1_000_000
WIDTH = 32


def digests(block: int) -> bytes:
    """A million made-up SHA-256 digests."""
    return np.random.default_rng(block).bytes(BLOCK * WIDTH)


def build(number: int, path: Path, scratch: Path) -> float:
    """Wall seconds for the set."""
    start = time.perf_counter()
    benign = Benign(scratch)
    for block in range(number // BLOCK):
        benign.add_block("sha256", digests(block), 1)
    benign.write(path)
    return time.perf_counter() - start


def wanted(contents: int, benign: int) -> tuple[Words, int]:
    """Half of the contents from the set, half not; and how many are in it."""
    blocks = benign // BLOCK
    each = contents // 2 // blocks
    own = b"".join(digests(block)[: each * WIDTH] for block in range(blocks))
    other = np.random.default_rng(10**9).bytes((contents - each * blocks) * WIDTH)
    cells = np.frombuffer(own + other, np.uint8).reshape(-1, WIDTH)[:, :KEY]
    keys = words(np.ascontiguousarray(cells).tobytes(), KEY)
    return keys[np.lexsort((keys[:, 1], keys[:, 0]))], each * blocks


def look_up(path: Path, keys: Words) -> tuple[float, float, int]:
    """Wall and CPU seconds, and how many stand in the set."""
    wall, cpu = time.perf_counter(), time.process_time()
    starts, ends = spans(unpack(mapped(path)).keys["sha256"].words, keys)
    return time.perf_counter() - wall, time.process_time() - cpu, int((ends > starts).sum())


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--benign", type=int, default=200_000_000)
    parser.add_argument("--contents", type=int, default=750_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "set"
        seconds = build(options.benign, path, Path(name))
        print(f"built in {seconds:.1f} s, {options.benign / seconds:,.0f} rows/s, {path.stat().st_size / 1e9:.2f} GB")
        print(f"peak memory so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB")
        keys, inside = wanted(options.contents, options.benign)
        small = keys[:10].copy()
        spans(small, small)
        os.sync()
        descriptor = os.open(path, os.O_RDONLY)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        cold, _, _ = look_up(path, keys)
        with path.open("rb") as file:
            while file.read(BLOCK):
                pass
        warm, cpu, found = look_up(path, keys)
        good = warm <= 10 and found == inside
        print(f"{'pass' if good else 'SHORT'} {len(keys):,} x {options.benign:,}: {warm:.2f} s warm ({cpu:.2f} cpu-s)")
        print(f"  {cold:.1f} s cold")
        print(f"  {found} found of {inside} that are in it (goal: 10 s warm, none missed, none too many)")


if __name__ == "__main__":
    main()
