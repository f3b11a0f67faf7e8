# SPDX-License-Identifier: Apache-2.0
"""A line of a witness file is there as a whole, or nothing is shown."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from suluh.model.errors import CaseError
from suluh.unit.folder import UnitFolder
from suluh.unit.witness import append, witness_file

LOG = "a" * 26
LINE = f"{LOG} 7 {'0' * 64}\n"


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file of this process may be longer."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("room", [0, 1, len(LINE) - 1])
def test_a_line_that_was_cut_short_lets_nothing_be_shown(tmp_path, room):
    unit = UnitFolder(tmp_path / "unit")
    append(unit, LOG, LINE)

    with pytest.raises(CaseError, match="cannot be written"), room_for(len(LINE) + room):
        append(unit, LOG, LINE)

    assert witness_file(unit, LOG).stat().st_size == len(LINE) + room
