# SPDX-License-Identifier: Apache-2.0
"""A table of what may be messages, from whatever form of file."""

from collections.abc import Callable
from typing import NamedTuple

from suluh.readers.tabled.form import Form


def _none() -> int:
    return 0


class Table(NamedTuple):
    """One table of a file."""

    form: Form
    number: Callable[[], int] = _none
    """Counts its rows; those of JSON are counted together, in one pass over the file."""

    steps: tuple[str, ...] = ()
    """The way to its rows, in JSON."""
