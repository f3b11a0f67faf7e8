# SPDX-License-Identifier: Apache-2.0
"""Seconds for a statement of 50,000 rows as CSV, in a locked worker: the median of three."""

import statistics
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from suluh.case.trying import tried

ROWS, GOAL = 50_000, 2.0
HEAD = "AccountNo;Ccy;PostDate;Remarks;AdditionalDesc;Credit Amount;Debit Amount;Close Balance"
NAMES = [f"CONTOH {chr(65 + at // 26)}{chr(65 + at % 26)}" for at in range(500)]


def main() -> None:
    """Write the statement, read it three times, print the median."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mutasi.csv"
        path.write_text(_text(), "utf-8")
        seconds = statistics.median(_seconds(path) for _ in range(3))
    print(f"statement-csv {ROWS:,} rows {seconds:.2f} s (goal {GOAL:.0f}) {'pass' if seconds <= GOAL else 'short'}")


def _text() -> str:
    at, balance, lines = datetime(2025, 1, 1), 5_000_000, [HEAD]  # noqa: DTZ001 # a statement names no zone
    for row in range(ROWS):
        at += timedelta(minutes=7)
        amount, incoming = 1000 * (1 + row * 7919 % 300), row % 2 == 0
        balance += amount if incoming else -amount
        words = f"Transfer {'dari' if incoming else 'ke'} {NAMES[row % len(NAMES)]}"
        sums = (amount if incoming else 0, 0 if incoming else amount, balance)
        money = ";".join(f"{one:,}.00" for one in sums)
        lines.append(f"1230000000001;IDR;{at:%d %B %Y %H:%M:%S};{words};{row};{money}")
    return "\n".join(lines) + "\n"


def _seconds(path: Path) -> float:
    start = time.perf_counter()
    assert len(tried(path, ()).payments) == ROWS
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
