# SPDX-License-Identifier: Apache-2.0
"""Write ``expected.jsonl`` of the fixtures named (``reader/fixture``) anew; look at every changed line.

Run as ``python -m tests.readers.regenerate whatsapp-text/android-id``; without a name it writes only what is missing.
"""

import sys
import tempfile
from pathlib import Path

from tests.readers.fixtures import all_fixtures, bodies


def main(names: list[str]) -> None:
    """Write the records of each fixture that is named, or that has none yet."""
    for fixture in all_fixtures():
        if f"{fixture.reader}/{fixture.folder.name}" not in names and fixture.expected.exists():
            continue
        with tempfile.TemporaryDirectory() as folder:
            fixture.expected.write_bytes(bodies(fixture.sources(Path(folder))))
        print(f"{fixture.expected.relative_to(Path.cwd())} written: read it line by line")  # noqa: T201 # a maintainer runs this


if __name__ == "__main__":
    main(sys.argv[1:])
