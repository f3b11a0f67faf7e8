# SPDX-License-Identifier: Apache-2.0
"""Finds links of the pages that lead nowhere: to no file, or to no heading of it."""

import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

_LINK = re.compile(r'<(?:a|img|script|link)\b[^>]*?\s(?:href|src)="([^"]+)"')
_ANCHOR = re.compile(r'\sid="([^"]+)"')


def broken(folder: Path) -> Iterator[str]:
    """Every link that leads nowhere, as a sentence."""
    for path in sorted(folder.rglob("*.html")):
        for target in _LINK.findall(path.read_text("utf-8")):
            name, _, mark = unquote(html.unescape(target)).partition("#")
            if name.startswith(("http:", "https:", "mailto:")):
                continue
            there = (path.parent / name).resolve() if name else path
            if not there.exists():
                yield f"{path.relative_to(folder)}: {target} leads to no file"
            elif mark and there.suffix == ".html" and mark not in _anchors(there):
                yield f"{path.relative_to(folder)}: {target} leads to no heading"


@cache
def _anchors(path: Path) -> frozenset[str]:
    return frozenset(_ANCHOR.findall(path.read_text("utf-8")))
