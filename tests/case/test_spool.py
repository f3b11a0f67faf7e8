# SPDX-License-Identifier: Apache-2.0
"""What a step found comes back as it was, however much it is, and leaves no file behind."""

from pathlib import Path

import pytest

from suluh.case.line import spool
from suluh.model.ids import make_id
from suluh.model.intake import Exhibit
from suluh.model.matching import Group


@pytest.mark.parametrize("memory", [1, spool.MEMORY])
def test_nouns_come_back_in_the_order_in_which_they_came(tmp_path: Path, memory: int, monkeypatch) -> None:
    monkeypatch.setattr(spool, "MEMORY", memory)
    values = [
        Group(id=make_id("group", 2), contents=("b",)),
        Exhibit(id=make_id("exhibit", "B-1"), label="B-1", authority="7", order=1),
        Group(id=make_id("group", 1), contents=("a",)),
    ]

    with spool.Spool(tmp_path) as found:
        counted = sum(1 for _ in found.fill(values))

        assert (counted, list(found)) == (3, values)
    assert not list(tmp_path.iterdir())
