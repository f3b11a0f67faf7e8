# SPDX-License-Identifier: Apache-2.0
"""Writes the table of docs/statements.md from the profiles: ``python tools/statements.py docs/statements.md``."""

import re
import sys
from pathlib import Path

from suluh.readers.statements.profile import SHIPPED

_TABLE = re.compile(r"(?<=\|---\|---\|\n).*?(?=\n\n## What no profile knows)", re.DOTALL)


def page(text: str) -> str:
    """The page with the table of today."""
    rows = "\n".join(f"| `{one.name}` | {one.describes} |" for one in SHIPPED)
    return _TABLE.sub(lambda _: rows, text)


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(page(path.read_text("utf-8")), "utf-8")
