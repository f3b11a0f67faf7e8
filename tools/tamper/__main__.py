# SPDX-License-Identifier: Apache-2.0
"""Tampers with everything in every way, and says what was found: `make tamper`.

With a number that share of it; with words after it, the kinds whose names begin so.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from tools.tamper import cells, files, forks, ledger, packages, sources
from tools.tamper.bed import Bed, make, opened
from tools.tamper.clean import CLEAN, clean
from tools.tamper.kind import FOUND, MISSED, NONE, SEED, Kind, missed
from tools.tamper.packages import APART

KINDS: Sequence[Kind] = (
    *ledger.KINDS,
    *cells.KINDS,
    *forks.KINDS,
    *files.KINDS,
    *packages.KINDS,
    *sources.KINDS,
)
LEDGERS = 1_000
CHUNK = 50
SHOWN = 5
WHOLE = "ledgers that nobody changed"
MEMORY = Path("/dev/shm")  # noqa: S108 # a folder of our own is made there


class Said(NamedTuple):
    """What became of the changes of one kind."""

    kind: str
    verdicts: Counter[str]
    faults: tuple[str, ...]

    def text(self) -> str:
        """One line, and one for each of the first changes that nobody found."""
        one = self.verdicts
        first = f"{one.total():>8,} {one[FOUND]:>8,} {one[NONE]:>7,} {one[MISSED]:>6,}  {self.kind}"
        return "\n".join((first, *(f"         {fault}" for fault in self.faults[:SHOWN])))


@cache
def _bed(root: Path) -> Bed:
    return opened(root)


def tried(root: Path, job: tuple[int, int]) -> tuple[int, str]:
    """The kind of one change, and what became of it; -1 is a ledger that nobody changed."""
    kind, number = job
    bed = _bed(root)
    try:
        return kind, clean(bed, number) if kind < 0 else KINDS[kind].tried(bed, number)
    except Exception as error:  # noqa: BLE001 # whatever a verifier falls over is a fault of its own, and the rest goes on
        return kind, missed(f"number {number}: {error!r}")


def jobs(bed: Bed, share: float, names: Sequence[str] = ()) -> Iterator[tuple[int, int]]:
    """Changes of each kind by their numbers, evenly over all that there are of it; and ledgers that stay whole.

    With names only of those kinds whose own name begins so.
    """
    for at, kind in enumerate(KINDS):
        if names and not kind.name.startswith(tuple(names)):
            continue
        total = kind.total(bed)
        taken = max(1, round(total * share))
        yield from ((at, number * total // taken) for number in range(taken))
    yield from ((-1, number) for number in range(max(1, round(LEDGERS * share))))


def tamper(root: Path, share: float, slots: int, names: Sequence[str] = ()) -> Iterator[Said]:
    """Make what is tampered with, change that share of it, and say of each kind what became of it; clean ledgers last.

    What one process alone is to do is done here.
    """
    make(root)
    wanted = list(jobs(opened(root), share, names))
    with ProcessPoolExecutor(slots) as pool:
        work = partial(tried, root)
        found = pool.map(work, wanted, chunksize=CHUNK) if slots > 1 else map(work, wanted)
        for kind, verdicts in groupby(found, key=itemgetter(0)):
            yield _said(KINDS[kind].name if kind >= 0 else WHOLE, [verdict for _, verdict in verdicts])


def _said(name: str, verdicts: Sequence[str]) -> Said:
    parts = [verdict.partition(": ") for verdict in verdicts]
    return Said(name, Counter(word for word, _, _ in parts), tuple(why for word, _, why in parts if word == MISSED))


def main(words: Sequence[str]) -> int:
    """Print a line for each kind, and the sum; 1 where something was missed, or a clean ledger was blamed."""
    share = float(words[0]) if words else 1.0
    start = time.monotonic()
    home = MEMORY if os.access(MEMORY, os.W_OK) else None
    print(f"seed {SEED}, {share:.3%} of all\n changes    found  no effect missed  kind", flush=True)
    with tempfile.TemporaryDirectory(prefix="suluh-tamper-", dir=home) as name:
        said = [_printed(one) for one in tamper(Path(name), share, os.cpu_count() or 1, words[1:])]
    *changed, whole = said
    sums = Counter(chain.from_iterable(one.verdicts.elements() for one in changed))
    alarms = whole.verdicts[MISSED]
    judged = [one for one in changed if one.kind in {kind.name for kind in packages.KINDS}]
    apart = sum(fault.startswith(APART) for one in judged for fault in one.faults)
    print(f"{sum(one.verdicts.total() for one in judged):,} packages: the two verifiers disagree on {apart}")
    print(f"{sums.total():,} changes: {sums[FOUND]:,} found, {sums[NONE]:,} without effect, {sums[MISSED]:,} missed")
    print(f"{whole.verdicts.total():,} clean ledgers: {alarms} false alarms, {whole.verdicts[CLEAN]:,} hold")
    print(f"{time.monotonic() - start:.0f} s")
    return min(1, sums[MISSED] + alarms)


def _printed(one: Said) -> Said:
    if one.kind != WHOLE:
        print(one.text(), flush=True)
    else:
        print("\n".join(one.faults[:SHOWN]), end="\n" if one.faults else "")
    return one


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
