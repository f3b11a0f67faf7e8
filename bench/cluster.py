# SPDX-License-Identifier: Apache-2.0
"""What the way over Ray costs: 10,000 files of 20 KB hashed by posts of a Ray node, beside the local pool."""

import hashlib
import os
import sys
import tempfile
import time
from pathlib import Path

from suluh.exhibits.walk import walk
from suluh.model.evidence.work import Answer, Target
from suluh.model.intake import Acquisition, File
from suluh.workers.engines.batch import FILES
from suluh.workers.pool import Pool

ROUNDS = 5
COUNT, SIZE, SLOTS = 10_000, 20_480, 2
ACQUISITION = Acquisition(id="bench", exhibit="B-1", name="1", order=1)


def run(engine: str, root: bytes, targets: list[Target]) -> tuple[float, float, list[Answer]]:
    """Seconds until the first answer and from there to the last, and all answers."""
    with tempfile.TemporaryDirectory() as scratch:
        begun = first = time.perf_counter()
        answers: list[Answer] = []
        with Pool(SLOTS, {("B-1", "1"): root}, Path(scratch), engine=engine) as pool:
            for answer in pool.run("suluh.case.jobs.intake", targets):
                if not answers:
                    first = time.perf_counter()
                answers.append(answer)
            last = time.perf_counter()
    return first - begun, last - first, answers


def _write(folder: Path) -> None:
    for number in range(COUNT):
        sub = folder / f"{number // FILES:03}"
        sub.mkdir(exist_ok=True)
        seed = hashlib.sha256(str(number).encode()).digest()
        (sub / f"{number:05}.bin").write_bytes(seed * (SIZE // len(seed)))


def _said(answers: list[Answer]) -> list[tuple[bytes, object]]:
    return sorted((answer.target.file.path, answer.nouns) for answer in answers)


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def main() -> int:
    """Both ways in turn; the first round of Ray also starts Ray."""
    with tempfile.TemporaryDirectory() as name:
        _write(Path(name))
        root = os.fsencode(name)
        targets = [Target(file=one) for one in walk(root, ACQUISITION) if isinstance(one, File)]
        cold, _, _ = run("ray", root, targets[:1])
        rounds = []
        for _ in range(ROUNDS):
            local, afar = run("local", root, targets), run("ray", root, targets)
            assert _said(local[2]) == _said(afar[2])
            rounds.append((local, afar))
    print(f"{COUNT} files of {SIZE} bytes, {SLOTS} workers, batches of {FILES}; medians of {ROUNDS} rounds")
    for name, way in (("local pool", 0), ("over Ray", 1)):
        start, work = (_median([one[way][part] for one in rounds]) for part in (0, 1))
        print(f"  {name}: first answer after {start:.2f} s, then {work:.2f} s, {COUNT / work:,.0f} files/s")
    more = _median([(afar[1] - local[1]) / (COUNT / FILES) for local, afar in rounds])
    print(
        f"  a batch costs {1000 * more:.1f} ms more over Ray; Ray's own start {cold:.1f} s, once a run; answers equal"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
