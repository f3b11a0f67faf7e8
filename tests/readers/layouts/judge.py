# SPDX-License-Identifier: Apache-2.0
"""What a reader made of a drawn statement: exact, told, or wrong in silence."""

import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.readers.folder_source import FolderSource
from tests.readers.layouts.layout import Written, statement

from suluh.model.intake import Flaw
from suluh.model.trade import Payment, Statement
from suluh.readers.statement_csv import StatementCsv

_BESIDE = 2


@dataclass
class Judged:
    """The verdicts on many drawn statements."""

    seen: Counter[str] = field(default_factory=Counter)
    silent: list[tuple[int, str]] = field(default_factory=list)
    """Seeds whose reading is wrong where nothing says so, with what is wrong."""

    inexact: list[tuple[int, str]] = field(default_factory=list)
    missed: list[int] = field(default_factory=list)
    """Seeds with a running balance and a fault in a row that nothing tells."""

    lost: list[tuple[int, int]] = field(default_factory=list)
    """Lines that are neither a payment nor told."""


def judge(seeds: range) -> Judged:
    """Read the statement of each seed and compare it with what is true."""
    found = Judged()
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            _judge(found, seed, statement(seed), Path(folder))
    return found


def _judge(found: Judged, seed: int, made: Written, folder: Path) -> None:
    (folder / "s.csv").write_bytes(made.text)
    source = FolderSource(folder, "s.csv")
    reader = StatementCsv()
    claimed = reader.claims(source) is not None
    records = list(reader.read(source)) if claimed else []
    payments = {one.place.line or 0: one for one in records if isinstance(one, Payment)}
    flaws = [one for one in records if isinstance(one, Flaw)]
    told = {
        line
        for one in flaws
        if one.place.line
        for line in range(one.place.line, (one.place.last_line or one.place.line) + 1)
    }
    fails = any(one.adds_up is False for one in records if isinstance(one, Statement))
    kind = "with" if made.layout.has_balance else "without"
    found.seen[kind] += 1
    wrong = [what for line, one in payments.items() if (what := _wrong(made, line, one))]
    if not claimed:
        wrong_here = "not claimed"
    else:
        gaps = [line for line in made.true if line not in payments or payments[line].booked is None]
        # Where a row was taken out or doubled and only the balance says the side, the row beside it is told, not read.
        beside = bool(made.layout.damage) and fails and len(gaps) <= _BESIDE and set(gaps) <= told
        wrong_here = (
            wrong[0] if wrong else f"{len(gaps)} of {len(made.true)} lines without" if gaps and not beside else ""
        )
        found.lost += [(seed, line) for line in gaps if line not in told and line not in payments]
    if wrong and not fails:
        found.silent.append((seed, wrong[0]))
    if wrong_here:
        found.seen[f"{kind} inexact"] += 1
        found.inexact.append((seed, f"{kind}: {wrong_here}; {[one.reason[:150] for one in flaws[:1]]}"))
    if made.layout.has_balance and made.layout.damage:
        found.seen["damaged"] += 1
        if not fails and payments:
            found.missed.append(seed)


def _wrong(made: Written, line: int, one: Payment) -> str:  # noqa: PLR0911 # one return for each thing that may be wrong
    """What is wrong of a payment; empty where it is right as far as it says anything."""
    true = made.true.get(line)
    if true is None:
        return f"line {line} is no booking"
    if one.amount_minor != true.minor:
        return f"line {line}: {one.amount_minor} is not {true.minor}"
    if one.incoming != true.incoming:
        return f"line {line}: wrong side"
    if one.booked is not None and one.booked != f"{true.at:%Y-%m-%d}":
        return f"line {line}: {one.booked} is not {true.at:%Y-%m-%d}"
    local = one.at.local if one.at else None
    if local and "T" in local and not f"{true.at:%Y-%m-%dT%H:%M:%S}".startswith(local):
        return f"line {line}: {local} is not {true.at}"
    name = one.payer_name if one.incoming else one.beneficiary_name
    if name is not None and name != true.name:
        return f"line {line}: {name!r} is not {true.name!r}"
    return ""
