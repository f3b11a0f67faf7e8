# SPDX-License-Identifier: Apache-2.0
"""Writes the pages of docs/ into a folder: ``python -m tools.site FOLDER``."""

import sys
from pathlib import Path

from tools.site.build import build
from tools.site.links import broken

ROOT = Path(__file__).parent.parent.parent


def main(folder: Path) -> int:
    """Build the pages and say what is in them; 1 when a link leads nowhere."""
    written = build(ROOT, folder)
    faults = list(broken(folder))
    for one in faults:
        print(one)
    print(f"{len(written)} pages in {folder}: open {folder / 'index.html'}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
