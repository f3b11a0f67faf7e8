# SPDX-License-Identifier: Apache-2.0
"""Prints each line of the first milestone with its figure, its goal, and pass or short; names after it choose some."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.show import fresh, safety, samples, worlds  # the folder of the project comes first
from tools.show.line import Measure  # the same

MEASURES: dict[str, Measure] = {
    "samples": samples.samples,
    "headers": samples.headers,
    "worlds": worlds.worlds,
    "same": worlds.same,
    "kill": worlds.kill,
    "verify": safety.verify,
    "media": safety.media,
    "package": safety.package,
    "house": safety.house,
    "pictures": safety.pictures,
    "extend": safety.extend,
    "fresh": fresh.fresh,
    "bundle": fresh.bundle,
}


def main(names: list[str]) -> int:
    """Run the measures and print their lines; 1 when one is short."""
    short = 0
    for name in names or list(MEASURES):
        with tempfile.TemporaryDirectory(prefix="suluh-show-") as folder:
            for line in MEASURES[name](Path(folder)):
                short += not line.is_met
                print(line.text(), flush=True)
    print(f"{short} short")
    return min(short, 1)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
