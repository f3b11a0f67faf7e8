# SPDX-License-Identifier: Apache-2.0
"""Our exact join of 256-bit hashes against faiss BinaryFlat in turn, in one process, and against brute force."""

import argparse
import resource
import sys
import time
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from suluh.hashing.join import join  # the folder of the project comes first
from suluh.hashing.proof import joined  # the same

Words = NDArray[np.uint64]

PLANTED = 2_000


def uniform(number: int, seed: int) -> Words:
    """Random hashes."""
    return np.random.default_rng(seed).integers(0, 2**64, (number, 4), dtype=np.uint64)


def planted(known: Words, number: int, seed: int) -> tuple[Words, NDArray[np.int64], NDArray[np.int64]]:
    """Known hashes with 0 to 60 bits flipped, the rows they were made of, and how many bits."""
    numbers = np.random.default_rng(seed)
    rows = numbers.integers(0, len(known), number)
    flips = numbers.integers(0, 61, number)
    hashes = known[rows].copy()
    for place, bits in enumerate(flips):
        for bit in numbers.permutation(256)[:bits]:
            hashes[place, bit // 64] ^= np.uint64(1) << np.uint64(bit % 64)
    return hashes, rows, flips


def features() -> str:
    """What the processor offers for counting bits."""
    flags = Path("/proc/cpuinfo").read_text("ascii").split()
    return ", ".join(flag for flag in ("avx512_vpopcntdq", "avx2", "popcnt") if flag in flags) or "none"


def ours(queries: Words, known: Words, radius: int) -> tuple[float, float, int]:
    """CPU seconds, wall seconds, pairs."""
    cpu, wall = time.process_time(), time.perf_counter()
    pairs = join(queries, known, radius)
    return time.process_time() - cpu, time.perf_counter() - wall, len(pairs.query)


def peer(queries: Words, known: Words, radius: int) -> float:
    """CPU seconds of faiss BinaryFlat for these queries, one thread; its radius is strict."""
    faiss.omp_set_num_threads(1)
    index = faiss.IndexBinaryFlat(256)
    index.add(known.view(np.uint8))
    cpu = time.process_time()
    index.range_search(queries.view(np.uint8), radius + 1)
    return time.process_time() - cpu


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=int, default=750_000)
    parser.add_argument("--known", type=int, default=10_000_000)
    parser.add_argument("--peer-queries", type=int, default=200)
    parser.add_argument("--radii", type=int, nargs="*", default=[31])
    options = parser.parse_args()
    known = uniform(options.known, 1)
    known = known[np.lexsort((known[:, 1], known[:, 0]))]
    lures, rows, flips = planted(known, PLANTED, 2)
    queries = np.concatenate([uniform(options.queries - PLANTED, 3), lures])
    join(queries[:100], known[:100], 31)
    print(f"processor: {features()}")
    for radius in options.radii:
        cpu, wall, number = ours(queries, known, radius)
        sample = queries[:: max(1, len(queries) // options.peer_queries)][: options.peer_queries]
        other = peer(sample, known, radius) * len(queries) / len(sample)
        pairs = join(np.concatenate([lures]), known, radius)
        seen = set(zip(pairs.query.tolist(), pairs.known.tolist(), strict=True))
        due = {(place, int(row)) for place, row in enumerate(rows) if flips[place] <= radius}
        print(f"{len(queries):,} x {len(known):,} at {radius}: {cpu:.1f} cpu-s, {wall:.1f} s, {number} pairs")
        print(f"  faiss BinaryFlat {other:,.0f} cpu-s, from {len(sample)} queries: {other / cpu:,.0f} times")
        print(f"  planted: {len(due - seen)} missed, {len(seen - due)} others, of {len(due)}")
    joined(queries[:1000], known, 31)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"self-test against brute force passed; peak memory {peak:.2f} GiB with faiss's copy and planting")


if __name__ == "__main__":
    main()
