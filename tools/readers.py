# SPDX-License-Identifier: Apache-2.0
"""Writes the table of docs/readers.md from the readers: ``python tools/readers.py docs/readers.md``."""

import inspect
import re
import sys
from pathlib import Path

from suluh import plugins
from suluh.readers.reader import Reader

_TABLE = re.compile(r"(?<=\|---\|---\|---\|\n).*?(?=\n\n)", re.DOTALL)


def page(text: str) -> str:
    """The page with the table of today."""
    rows = "\n".join(f"| `{one.name}` | {one.covers} | {_said(one)} |" for one in plugins.find("suluh.readers", Reader))
    return _TABLE.sub(lambda _: rows, text)


def _said(reader: type[Reader]) -> str:
    """What a reader says of itself, on one line."""
    return " ".join((inspect.getdoc(reader) or "").replace("``", "`").split())


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(page(path.read_text("utf-8")), "utf-8")
