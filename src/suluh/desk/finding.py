# SPDX-License-Identifier: Apache-2.0
"""What a run found, in a few lines: figures only, for nobody is named without a purpose."""

import re
import shlex
from collections import Counter

from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer
from suluh.case.views.view import Page, Row
from suluh.desk.lacking import files_left, lacking
from suluh.desk.languages import SOURCE, Language
from suluh.desk.printing import counted, say, table
from suluh.desk.web.visible import on_one_line

WHAT = ("conversations", "messages", "payments", "persons", "deals", "offers", "sources", "flaws", "leads")
FIRST_LEADS = 3
LONGEST = 240


def tell_findings(case: Case) -> None:
    """Print what came in, what was found, how little is still to look at, what is missing, and what to do next."""
    viewer = Viewer(case)
    tell_run(viewer, str(case.folder.path))
    for row in viewer.list("unseen"):
        if row["role"] == "floor":
            say(f"Not yet seen, {row['of']}: {_unseen(row)}")
    for row in viewer.list("leads", part=Page(FIRST_LEADS)):
        reasons = row["reasons"] if isinstance(row["reasons"], list) else []
        say(on_one_line(f"Lead {row['rank']}: {row['about']}: {' '.join(map(str, reasons))}", LONGEST))


def _unseen(row: Row) -> str:
    """What is said of the unseen part, or why nothing is."""
    refused = f"The exhibits show {row['observed']:,}. No figure is given for the unseen part: {row['refused']}."
    return refused if row["refused"] else str(row["sentence"])


def tell_run(viewer: Viewer, folder: str) -> None:
    """Print what a run found, what it left aside, and what is missing, each with the command that mends it."""
    table("What came in, and what became of it", viewer.fields("counts"), viewer.list("counts"))
    say("Found: " + ", ".join(counted(viewer.count(what), viewer.called(what) or what) for what in WHAT) + ".")
    deals = list(viewer.list("deals"))
    say(f"Deals: {_tally(deals, 'tier')}; {_tally(deals, 'state')}.")
    _say_look(next(row for row in viewer.list("look") if row["stage"] == "grouped" and row["sets"]))
    where = shlex.quote(folder)
    _say_left(list(viewer.list("unprocessed")), where)
    english = Language(SOURCE)
    for row in viewer.list("missing"):
        command = re.sub(r"\bCASE\b", lambda _: where, str(row["command"]))
        say(f"Missing, {row['exhibit'] or 'the case'}: {lacking(row, english)}. Next: {command}")


def _say_left(rows: list[Row], folder: str) -> None:
    """How many files were not processed, those that are encrypted beside."""
    files, sealed = files_left(rows), files_left(row for row in rows if row["encrypted"])
    size = sum(int(str(row["bytes"] or 0)) for row in rows)
    if files:
        left = f"{counted(files, 'files')}, {counted(size, 'bytes')}, {sealed:,} encrypted"
        say(f"Not processed: {left}: suluh show {folder} unprocessed")


def _tally(rows: list[Row], field: str) -> str:
    counted = Counter(str(row[field]) for row in rows)
    return ", ".join(f"{size:,} {value}" for value, size in sorted(counted.items())) or "none"


def _say_look(row: Row) -> None:
    say(f"To look at: {row['to_look']:,} of {row['contents']:,} distinct pictures and videos, each group once.")
