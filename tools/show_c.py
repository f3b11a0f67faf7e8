# SPDX-License-Identifier: Apache-2.0
"""Prints each line of hashing and matching at size with its figure, its goal, and pass or short; names choose some."""

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.show import matching  # the folder of the project comes first
from tools.show.line import Measure  # the same

MEASURES: dict[str, Measure] = {
    "digest": matching.digest,
    "pdq": matching.pdq,
    "near": matching.near,
    "benign": matching.benign,
    "sets": matching.sets,
    "look": matching.look,
    "reference": matching.reference,
    "ray": matching.ray,
}


def main(names: list[str]) -> int:
    """Run the measures and print their lines; 1 when one is short."""
    short = 0
    print(f"load before: {' '.join(f'{one:.1f}' for one in os.getloadavg())}, {os.cpu_count()} processors", flush=True)
    for name in names or list(MEASURES):
        with tempfile.TemporaryDirectory(prefix="suluh-show-") as folder:
            for line in MEASURES[name](Path(folder)):
                short += not line.is_met
                print(line.text(), flush=True)
    print(f"{short} short")
    return min(short, 1)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
