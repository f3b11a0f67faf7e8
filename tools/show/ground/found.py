# SPDX-License-Identifier: Apache-2.0
"""Drawn changes to a finished case and to packages of every kind."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.show.ground.benches import printed
from tools.show.ground.sizes import sized
from tools.show.line import Line

CASE, FEW_OF_CASE = 10_000, 300
PACKAGE, FEW_OF_PACKAGE = 3_000, 100
COUNTED = re.compile(r"([\d,]+) found, ([\d,]+) without effect, ([\d,]+) missed")


def mutations(_: Path) -> Iterator[Line]:
    """Each is found, or every row and file reads as before."""
    yield _line("a finished case", "bench.mutations", sized(CASE, FEW_OF_CASE))
    yield _line("packages of every kind", "bench.packages", sized(PACKAGE, FEW_OF_PACKAGE))


def _line(of: str, bench: str, count: int) -> Line:
    out = printed(bench, str(count))
    counts = COUNTED.search(out)
    found, without, missed = (int(one.replace(",", "")) for one in counts.groups()) if counts else (0, 0, count)
    figure = counts[0] if counts else out[-300:]
    return Line(f"{count:,} drawn changes to {of}", figure, "0 missed", missed == 0 and found + without == count)
