# SPDX-License-Identifier: Apache-2.0
"""Writes the unit's statistics over many cases, and keeps what left the unit to compare the next ones with."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.statistics.counted import counted_of
from suluh.model.errors import Misuse
from suluh.referral.statistics.counted import Counted
from suluh.referral.statistics.hide import Shown
from suluh.referral.statistics.tables import groups, published, sheets
from suluh.referral.workbook import write_form
from suluh.unit.folder import UnitFolder, write

NAME = "statistics"


def kept(unit: UnitFolder) -> Path:
    """The file of what left the unit so far."""
    return unit.path / NAME / "published.json"


def write_statistics(
    cases: Iterable[CaseFolder], out: Path, unit: UnitFolder, provinces: Mapping[str, str], *, inside: bool
) -> tuple[Path, ...]:
    """The tables over some cases; outside the unit without small numbers, beside all that left it before."""
    counted, path = list(_counted(cases)), kept(unit)
    before = msgspec.json.decode(path.read_bytes(), type=list[dict[str, Shown]]) if path.is_file() else []
    told = published(groups(counted, provinces), before, inside=inside)
    out.mkdir(parents=True, exist_ok=True)
    scratch = out / ".scratch"
    written = write_form(sheets(counted, told, inside=inside), out, NAME, scratch)
    scratch.rmdir()
    now = {" ".join(key): one for key, one in told.items()}
    if not inside and now not in before:
        write(path, msgspec.json.encode([*before, now]))
    return written


def _counted(cases: Iterable[CaseFolder]) -> Iterator[Counted]:
    """The figures of each case. Raises `Misuse` for one that lies there twice, as a copy or a restored one does."""
    seen: dict[str, Path] = {}
    for folder in cases:
        case = Case.open(folder)
        try:
            if (other := seen.setdefault(case.paper.id, folder.path)) != folder.path:
                raise Misuse(
                    f"{other} and {folder.path} hold the same case, which would be counted twice: put one of them aside"
                )
            yield counted_of(case)
        finally:
            case.close()
