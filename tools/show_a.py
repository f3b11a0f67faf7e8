# SPDX-License-Identifier: Apache-2.0
"""Prints each line of the first milestone with its figure, its goal, and pass or short; names after it choose some."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.show import fresh, safety, samples, worlds  # the folder of the project comes first
from tools.show.line import Measure, show  # the same

MEASURES: dict[str, Measure] = {
    "samples": samples.samples,
    "headers": samples.headers,
    "worlds": worlds.worlds,
    "same": worlds.same,
    "kill": worlds.kill,
    "verify": safety.verify,
    "during": safety.during,
    "media": safety.media,
    "package": safety.package,
    "house": safety.house,
    "pictures": safety.pictures,
    "extend": safety.extend,
    "fresh": fresh.fresh,
    "bundle": fresh.bundle,
}


if __name__ == "__main__":
    raise SystemExit(show(MEASURES, sys.argv[1:]))
