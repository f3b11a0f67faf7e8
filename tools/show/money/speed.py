# SPDX-License-Identifier: Apache-2.0
"""How long large statements take in the locked worker, its start included, and how much memory it holds."""

from collections.abc import Iterator
from pathlib import Path

from bench.statements import FORMS, MEMORY, measured
from tools.show.ground.sizes import sized
from tools.show.line import Line


def speed(folder: Path) -> Iterator[Line]:
    """Each form in its whole size, a tenth of it where little is to be measured."""
    for form in FORMS:
        size = sized(form.size, form.size // 10)
        found = measured(form, size, folder / form.name.partition(".")[0])
        yield Line(
            f"{form.name} of {size:,} {form.unit} read in the locked worker",
            found.told(),
            f"<= {form.seconds:.0f} s, <= {MEMORY} MiB",
            found.fits(form),
        )
