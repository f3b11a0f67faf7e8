# SPDX-License-Identifier: Apache-2.0
"""Our exact join of 256-bit hashes against faiss BinaryFlat in turn, in one process, and against brute force."""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from suluh.hashing.kernels.bucket import Pairs  # the folder of the project comes first
from suluh.hashing.matching.join import join  # the same
from suluh.hashing.matching.proof import _brute, joined  # the same

Words = NDArray[np.uint64]
Lures = tuple[Words, NDArray[np.int64], NDArray[np.int64]]

PLANTED = 2_000
REPORTED, UPRIGHT, TURNS = 31, 45, 7
TIMES, SECONDS, LONG, GIB = 700, 30, 180, 2
NEEDED = "avx512_vpopcntdq"


class Took(NamedTuple):
    """What one join took, and its pairs."""

    cpu: float
    wall: float
    memory: float
    """GiB at most, the hashes themselves among them."""

    pairs: Pairs


def uniform(number: int, seed: int) -> Words:
    """Random hashes."""
    return np.random.default_rng(seed).integers(0, 2**64, (number, 4), dtype=np.uint64)


def listed(number: int) -> Words:
    """Random hashes, sorted as a set keeps them."""
    known = uniform(number, 1)
    return known[np.lexsort((known[:, 1], known[:, 0]))]


def planted(known: Words, number: int, seed: int) -> Lures:
    """Known hashes with 0 to 60 bits flipped, the rows they were made of, and how many bits."""
    numbers = np.random.default_rng(seed)
    rows = numbers.integers(0, len(known), number)
    flips = numbers.integers(0, 61, number)
    hashes = known[rows].copy()
    for place, bits in enumerate(flips):
        for bit in numbers.permutation(256)[:bits]:
            hashes[place, bit // 64] ^= np.uint64(1) << np.uint64(bit % 64)
    return hashes, rows, flips


def flags() -> list[str]:
    """What the processor offers for counting bits."""
    found = Path("/proc/cpuinfo").read_text("ascii").split()
    return [flag for flag in (NEEDED, "avx2", "popcnt") if flag in found]


def take(queries: Words, known: Words, radius: int, work: Callable[[Words, Words, int], Pairs] = joined) -> Took:
    """One join; with its self-test, as a run does it, unless said otherwise."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # forget the most memory so far
    cpu, wall = time.process_time(), time.perf_counter()
    pairs = work(queries, known, radius)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    most = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    return Took(cpu, wall, most / 2**20, pairs)


class Peer(NamedTuple):
    """CPU seconds of faiss BinaryFlat, one thread."""

    within: float
    """Every known hash within the distance, which is what we find; its radius is strict."""

    nearest: float
    """Only the nearest known hash: the fastest way in which it goes over all of them."""


def peer(queries: Words, known: Words, radius: int) -> Peer:
    """What the peer takes for these queries."""
    import faiss  # noqa: PLC0415 # a peer that may not be there

    faiss.omp_set_num_threads(1)
    index = faiss.IndexBinaryFlat(256)
    index.add(known.view(np.uint8))
    asked = queries.view(np.uint8)
    times = []
    for ask in (lambda: index.range_search(asked, radius + 1), lambda: index.search(asked, 1)):
        cpu = time.process_time()
        ask()
        times.append(time.process_time() - cpu)
    return Peer(*times)


def say(what: str, figure: str, goal: str, *, good: bool) -> None:
    """Print one line."""
    print(f"{'pass ' if good else 'SHORT'}  {what}: {figure} (goal: {goal})", flush=True)


def clustered(queries: int, known: int) -> tuple[Words, Words]:
    """Hashes around 200 centres, further from them or nearer."""
    centres = uniform(200, 11)
    numbers = np.random.default_rng(12)

    def around(number: int) -> Words:
        flips = numbers.random((number, 256)) < numbers.uniform(0, 0.12, (number, 1))
        noise = np.packbits(flips, axis=1).view(np.uint64)
        return centres[numbers.integers(0, len(centres), number)] ^ noise

    return around(queries), around(known)


def at_every_radius(what: str, queries: Words, known: Words) -> None:
    """The pairs are those of brute force, all of them and no other, at each radius."""
    apart = [pair for place in range(len(queries)) for pair in _brute(place, queries[place], known, REPORTED)]
    equal, pairs = 0, 0
    for radius in range(REPORTED + 1):
        due = [pair for pair in apart if pair[2] <= radius]
        found = join(queries, known, radius)
        rows = zip(found.query.tolist(), found.known.tolist(), found.distance.tolist(), strict=True)
        equal, pairs = equal + (list(rows) == due), pairs + len(due)
    figure = f"{equal} of {REPORTED + 1} radii equal, {pairs:,} pairs in all"
    say(f"brute force, {what}, {len(queries):,} x {len(known):,}", figure, "all", good=equal == REPORTED + 1)


def upright(queries: Words, known: Words, lures: Lures, peers: int) -> None:
    """The judged join: time, memory, planted pairs, and the peer beside it."""
    _, rows, flips = lures
    took = take(queries, known, REPORTED, join)
    first = len(queries) - PLANTED
    found = took.pairs.query >= first
    places, partners = took.pairs.query[found] - first, took.pairs.known[found]
    seen = set(zip(places.tolist(), partners.tolist(), strict=True))
    due = {(place, int(row)) for place, row in enumerate(rows) if flips[place] <= REPORTED}
    size = f"{len(queries):,} x {len(known):,} at {REPORTED}"
    say(size, f"{took.wall:.1f} s, {took.cpu:.1f} cpu-s", f"{SECONDS} s", good=took.wall <= SECONDS)
    say(f"{size}, memory", f"{took.memory:.2f} GiB, hashes among them", f"{GIB} GiB", good=took.memory <= GIB)
    figure = f"{len(due - seen)} of {len(due)} missed, {len(seen - due)} too many"
    say(f"{size}, planted pairs", figure, "0 and 0", good=due == seen)
    tested = take(queries, known, REPORTED)
    equal = (tested.pairs.query == took.pairs.query).all() and (tested.pairs.known == took.pairs.known).all()
    say(f"{size}, with its self-test", f"passed, {tested.wall:.1f} s", "passed, the same pairs", good=bool(equal))
    if find_spec("faiss") is None:
        say(f"{size}, CPU", "faiss is not installed", f"{TIMES} times less than BinaryFlat", good=False)
        return
    sample = queries[:: max(1, len(queries) // peers)][:peers]
    other, scale = peer(sample, known, REPORTED), len(queries) / len(sample) / took.cpu
    times, least = other.within * scale, min(other) * scale
    judged = NEEDED in flags()
    figure = f"{least:,.0f} times less than the fastest scan of faiss BinaryFlat, {times:,.0f} than its range_search"
    goal = f"{TIMES} by the fastest, judged with {NEEDED}; here {', '.join(flags())}"
    say(f"{size}, CPU, {len(sample)} queries of the peer", figure, goal, good=least >= TIMES or not judged)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=int, default=750_000)
    parser.add_argument("--known", type=int, default=10_000_000)
    parser.add_argument("--peer-queries", type=int, default=200)
    parser.add_argument("--forms-alone", action="store_true")
    options = parser.parse_args()
    join(uniform(100, 1), uniform(100, 2), REPORTED)
    if options.forms_alone:
        forms_alone(options.queries * (TURNS + 2), listed(options.known))
        return
    at_every_radius("clustered", *clustered(3_000, 30_000))
    known = listed(options.known)
    part = known[:: max(1, len(known) // 1_000_000)]
    at_every_radius("planted in a part of the list", planted(part, 750, 6)[0], part)
    lures = planted(known, PLANTED, 2)
    queries = np.concatenate([uniform(options.queries - PLANTED, 3), lures[0]])
    upright(queries, known, lures, options.peer_queries)
    for what, number, radius in (("upright", 1, UPRIGHT), ("turned forms", TURNS, REPORTED), ("cut", 1, REPORTED)):
        forms(what, options.queries * number, known, radius)
    del known, part, lures, queries
    words = ("--forms-alone", "--queries", str(options.queries), "--known", str(options.known))
    subprocess.run([sys.executable, __file__, *words], check=True)  # noqa: S603 # ours


def forms(what: str, number: int, known: Words, radius: int) -> None:
    """Some forms of all contents at once."""
    took = take(uniform(number, 4 + radius), known, radius)
    figure = f"{took.wall:.1f} s, {took.cpu:.1f} cpu-s, {took.memory:.2f} GiB"
    say(f"{what}: {number:,} x {len(known):,} at {radius}", figure, f"{LONG} s", good=took.wall <= LONG)


def forms_alone(number: int, known: Words) -> None:
    """Every form of every content in one join, in a process that did nothing else before."""
    took = take(uniform(number, 5), known, REPORTED)
    what = f"all nine forms at once: {number:,} x {len(known):,} at {REPORTED}, memory"
    say(what, f"{took.memory:.2f} GiB, {took.wall:.1f} s", f"{GIB} GiB", good=took.memory <= GIB)


if __name__ == "__main__":
    main()
