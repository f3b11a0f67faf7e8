# SPDX-License-Identifier: Apache-2.0
"""Prints each line of hashing and matching at size with its figure, its goal, and pass or short; names choose some."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.show import matching  # the folder of the project comes first
from tools.show.line import Measure, show  # the same

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


if __name__ == "__main__":
    print(f"load before: {' '.join(f'{one:.1f}' for one in os.getloadavg())}, {os.cpu_count()} processors", flush=True)
    raise SystemExit(show(MEASURES, sys.argv[1:]))
