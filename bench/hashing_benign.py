# SPDX-License-Identifier: Apache-2.0
"""A made-up benign set of any size on disk: how long it takes to build, and to look the contents of a case up in it."""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from suluh.hashing.matching.match import exact  # the same
from suluh.hashing.sets.benign import Benign  # the folder of the project comes first
from suluh.hashing.sets.columns import KEY, unpack, words  # the same
from suluh.hashing.sets.entries import Loaded  # the same
from suluh.hashing.sets.lookup import spans  # the same
from suluh.hashing.sets.setfile import mapped  # the same
from suluh.model.intake import Content  # the same
from suluh.model.matching import HashSet  # the same

BLOCK = 1_000_000
WIDTH = 32
SECONDS, GIB, RATE = 10, 1, 1_000_000


def digests(block: int) -> bytes:
    """A million made-up SHA-256 digests."""
    return np.random.default_rng(block).bytes(BLOCK * WIDTH)


def build(number: int, path: Path, scratch: Path) -> float:
    """Wall seconds for the set."""
    start = time.perf_counter()
    benign = Benign(scratch)
    for block in range(number // BLOCK):
        benign.add_block({"sha256": digests(block)}, 1)
    benign.write(path)
    return time.perf_counter() - start


def wanted(contents: int, benign: int) -> tuple[bytes, NDArray[np.bool_]]:
    """Digests of contents, half of them from the set, in the order of their names; and which of them are in it."""
    blocks = benign // BLOCK
    each = contents // 2 // blocks
    own = b"".join(digests(block)[: each * WIDTH] for block in range(blocks))
    other = np.random.default_rng(10**9).bytes((contents - each * blocks) * WIDTH)
    cells = np.frombuffer(own + other, np.uint8).reshape(-1, WIDTH)
    order = np.lexsort(cells.T[::-1])
    return cells[order].tobytes(), order < each * blocks


def look_up(path: Path, folder: Path) -> None:
    """Be the process that looks up; print wall and CPU seconds of the look-up, and of the whole step of the line."""
    names = (folder / "names").read_bytes()
    cells = np.frombuffer(names, np.uint8).reshape(-1, WIDTH)[:, :KEY]
    keys = words(np.ascontiguousarray(cells).tobytes(), KEY)
    small = keys[:10].copy()
    spans(small, small)
    wall, cpu = time.perf_counter(), time.process_time()
    starts, ends = spans(unpack(mapped(path)).keys["sha256"].words, keys)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    np.save(folder / "found.npy", ends > starts)
    print(wall, cpu, flush=True)
    noun = HashSet(id="s", name="benign", kind="benign", digest="d" * 64)
    loaded = Loaded(noun, lambda: unpack(mapped(path)))
    wall, cpu = time.perf_counter(), time.process_time()
    number = sum(1 for _ in exact(contents(names), (loaded,)))
    print(time.perf_counter() - wall, time.process_time() - cpu, number)


def contents(names: bytes) -> Iterator[Content]:
    """Made-up contents of these SHA-256."""
    for at in range(0, len(names), WIDTH):
        name = names[at : at + WIDTH].hex()
        yield Content(id=name, file=name, sha256=name, sha1=name[:40], md5=name[:32], size=1, type="image/jpeg")


class Took(NamedTuple):
    """Wall and CPU seconds of the look-up alone and of the whole step, how many matches, and GiB of memory."""

    wall: float
    cpu: float
    step: float
    step_cpu: float
    matches: int
    memory: float


def started(path: Path, folder: Path) -> Took:
    """A look-up in a process of its own, and the most anonymous memory that it held."""
    command = [sys.executable, __file__, "--look-up", str(path), "--folder", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 # ours
    most = 0
    while process.poll() is None:
        most = max(most, _anonymous(process.pid))
        time.sleep(0.005)
    assert process.stdout is not None
    wall, cpu, step, step_cpu, matches = (float(one) for one in process.stdout.read().split())
    return Took(wall, cpu, step, step_cpu, int(matches), most / 2**20)


def _anonymous(process: int) -> int:
    """KiB that are no page of a file."""
    try:
        lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("RssAnon")), 0)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--benign", type=int, default=200_000_000)
    parser.add_argument("--contents", type=int, default=750_000)
    parser.add_argument("--look-up", type=Path)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    if options.look_up:
        look_up(options.look_up, options.folder)
        return
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "set"
        seconds = build(options.benign, path, Path(name))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        rate = f"{options.benign / seconds:,.0f} rows/s, {path.stat().st_size / 1e9:.2f} GB"
        say(
            "a benign set on disk",
            f"{rate}, {peak:.2f} GiB at most",
            f"{RATE:,} rows/s",
            good=options.benign / seconds >= RATE,
        )
        names, inside = wanted(options.contents, options.benign)
        (Path(name) / "names").write_bytes(names)
        os.sync()
        descriptor = os.open(path, os.O_RDONLY)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        cold = started(path, Path(name))
        with path.open("rb") as file:
            while file.read(BLOCK):
                pass
        warm = started(path, Path(name))
        found = np.load(Path(name) / "found.npy")
    size = f"benign, {len(found):,} x {options.benign:,}"
    figure = f"{warm.wall:.2f} s warm ({warm.cpu:.2f} cpu-s), {cold.wall:.1f} s cold"
    say(size, figure, f"{SECONDS} s warm", good=warm.wall <= SECONDS)
    figure = f"{warm.step:.1f} s ({warm.step_cpu:.1f} cpu-s), {warm.matches:,} matches written out"
    say(f"{size}, the whole step", figure, f"{SECONDS} s warm", good=warm.step <= SECONDS)
    wrong = int((found != inside).sum()) + abs(warm.matches - int(inside.sum()))
    figure = f"{wrong} wrong, {found.sum():,} of {len(found):,} eliminated"
    say(f"{size}, elimination", figure, "0 wrong", good=not wrong)
    say(f"{size}, anonymous memory", f"{warm.memory:.2f} GiB", f"{GIB} GiB", good=warm.memory <= GIB)


def say(what: str, figure: str, goal: str, *, good: bool) -> None:
    """Print one line."""
    print(f"{'pass ' if good else 'SHORT'}  {what}: {figure} (goal: {goal})", flush=True)


if __name__ == "__main__":
    main()
