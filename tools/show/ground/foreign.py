# SPDX-License-Identifier: Apache-2.0
"""Rows of every kind in the table of every other one."""

import shutil
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

from tests.custody.every_noun import fill, officer, start
from tests.custody.test_tamper_kinds import moved
from tools.show.ground.sizes import sized
from tools.show.line import Line

from suluh.case.folder import CaseFolder
from suluh.case.verify.case import verify_case
from suluh.model.errors import BrokenCustody
from suluh.model.nouns import KINDS
from suluh.unit.folder import UnitFolder

STRIDE = 29
"""Every so many pairs one is tried where all would take too long."""


def kinds(folder: Path) -> Iterator[Line]:
    """Move all rows that one batch has of a kind into each other table, with columns and manifest that fit there."""
    unit = UnitFolder(folder / "unit")
    whole = start(folder / "whole", unit, officer(unit, "S-1"))
    fill(whole)
    whole.close()
    verify_case(whole.folder)
    pairs = list(permutations(sorted(KINDS), 2))[:: sized(1, STRIDE)]
    silent = [
        (kind, other) for kind, other in pairs if not _is_named(_found(whole.folder, folder / "copy", kind, other))
    ]
    figure = f"{len(pairs) - len(silent):,} of {len(pairs):,} pairs refused and named"
    more = f"; not {', '.join(f'{kind} in {other}' for kind, other in silent[:5])}" if silent else ""
    yield Line(f"rows of {len(KINDS)} kinds, each in every other table", figure + more, "all", not silent)


def _found(whole: CaseFolder, copy: Path, kind: str, other: str) -> BrokenCustody | None:
    """What verification says of one pair."""
    shutil.rmtree(copy, ignore_errors=True)
    return moved(CaseFolder(Path(shutil.copytree(whole.path, copy))), kind, other)


def _is_named(error: BrokenCustody | None) -> bool:
    """Whether a fault was found, with its rule and the place at which it stands."""
    return error is not None and bool(error.rule and error.where)
