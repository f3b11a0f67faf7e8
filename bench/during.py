# SPDX-License-Identifier: Apache-2.0
"""How often an honest run is called broken: verifications during runs, as many as are asked for (500)."""

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.during import during  # the folder of the project comes first
from tools.made_up import made_up  # the same
from tools.unit import Unit  # the same

COUNT = 500
SEED = 4


def main() -> int:
    """Print how many verifications there were, over how large ledgers, and each false alarm."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as name:
        unit = Unit(Path(name) / "home")
        _, case = made_up(unit, Path(name), SEED)
        start = time.monotonic()
        looks = list(during(unit, case, number))
        took = time.monotonic() - start
    alarms = [one.alarm for one in looks if one.alarm]
    sizes = sorted({one.entries for one in looks})
    print(f"{len(looks)} verifications during runs in {took:.0f} s, over {sizes[0]} to {sizes[-1]} entries")
    print(f"{len(alarms)} false alarms, goal: 0")
    print(*alarms[:10], sep="\n")
    return min(1, len(alarms))


if __name__ == "__main__":
    sys.exit(main())
