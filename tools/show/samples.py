# SPDX-License-Identifier: Apache-2.0
"""The line over real sample files, and the reader of WhatsApp exports alone."""

import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tools.show.line import ROOT, Line
from tools.unit import Unit

SAMPLES = ROOT.parent / "shared" / "samples"
OURS = ("whatsapp_txt", "whatsapp_android_sql", "telegram_json", "x_archive", "csv_statement", "mt940")
RATE = 60_000


def samples(folder: Path) -> Iterator[Line]:
    """Add the samples as one exhibit and run the line."""
    unit, case = Unit(folder / "home"), folder / "case"
    unit.new(case)
    unit.must("add", str(case), str(SAMPLES), "--label", "B-1", "--authority", "PEN-1")
    start = time.monotonic()
    unit.must("run", str(case))
    seconds = time.monotonic() - start
    files = [row for row in unit.rows(case, "files") if str(row["path"]).startswith(OURS)]
    states = Counter(str(row["state"]) for row in files)
    settled = [
        row for row in files if row["state"] in {"read", "duplicate"} or (row["state"] == "unparsed" and row["reason"])
    ]
    kinds = ", ".join(f"{number} {state}" for state, number in sorted(states.items()))
    figure = f"{len(settled)} of {len(files)} ({kinds}), {seconds:.0f} s"
    yield Line("samples read by one reader, or unparsed with a reason", figure, "all", len(settled) == len(files))
    counts = {str(row["exhibit"]): row for row in unit.rows(case, "counts")}
    row = counts["B-1"]
    parts = sum(
        int(str(row[name])) for name in ("out_of_scope", "quarantined", "duplicate", "benign", "read", "unparsed")
    )
    yield Line("counts add up", f"{row['in']} in, {parts} in the states", "equal", row["in"] == parts)
    yield from _pytest("messages of five files equal a count by hand", "tests/readers", "-k", "hand")


def headers(folder: Path) -> Iterator[Line]:
    """Every header form of WhatsApp exports, and the reader's rate."""
    yield from _pytest("every row of whatsapp_headers.jsonl", "tests/readers", "-k", "header")
    script = ROOT / "bench" / "whatsapp_text.py"
    printed = subprocess.run(
        [sys.executable, script], capture_output=True, check=True, text=True
    ).stdout  # our own words
    rates = [float(found.replace(",", "")) for found in re.findall(r"([\d,.]+) lines/s", printed)]
    median = statistics.median(rates)
    yield Line(
        "WhatsApp reader alone, median of its runs", f"{median:,.0f} lines/s", f"at least {RATE:,}", median >= RATE
    )
    lines = _whole_run(folder)
    yield Line("`suluh run` over one export, all steps", f"{lines:,.0f} lines/s", "reported", is_met=True)


def _whole_run(folder: Path) -> float:
    """Lines a second of the whole line over one made-up export."""
    tree = folder / "phone"
    tree.mkdir()
    number = 50_000
    text = "".join(
        f"30/08/25 {10 + i // 6000:02}.{i // 100 % 60:02} - {'Kafo' if i % 2 else 'Wimu'}: baris {i}\n"
        for i in range(number)
    )
    (tree / "Chat WhatsApp dengan Kafo.txt").write_text(text, "utf-8")
    unit, case = Unit(folder / "home"), folder / "case"
    unit.new(case)
    unit.must("add", str(case), str(tree), "--label", "B-1", "--authority", "PEN-1")
    start = time.monotonic()
    unit.must("run", str(case))
    return number / (time.monotonic() - start)


def _pytest(what: str, *words: str) -> Iterator[Line]:
    """A line that a group of tests holds."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)  # our own words
    last = (done.stdout.strip().splitlines() or ["nothing printed"])[-1].strip("= ")
    yield Line(what, last, "all pass", done.returncode == 0)
