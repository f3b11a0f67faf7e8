# SPDX-License-Identifier: Apache-2.0
"""`suluh search`: words, names and numbers in everything that the exhibits say."""

from typing import Annotated

import typer

from suluh.case.gate.viewer import Viewer
from suluh.case.search.texts import LISTS
from suluh.case.views.view import Filter, Page
from suluh.desk.acting import open_case, purpose_of
from suluh.desk.commands.show import moment
from suluh.desk.options import Actor, CaseArgument, Purpose
from suluh.desk.printing import json_lines, say, table

MOST = 50
"""Rows that a terminal shows."""

COLUMNS = ("what", "at", "account", "text", "place")
app = typer.Typer()


@app.command(epilog="Example: suluh search cases/lp-1 '0812-3456-7890' --purpose 'who used this number'")
def search(
    *,
    case: CaseArgument,
    words: Annotated[
        str,
        typer.Argument(
            metavar="WORDS",
            help='Words that stand in one text; "words in this order"; a number in any writing; beg* for beginnings.',
            show_default=False,
        ),
    ],
    lists: Annotated[
        list[str] | None,
        typer.Option("--in", metavar="LIST", help=f"Only in some of {', '.join(LISTS)}.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object a row: every row found.")] = False,
    exhibit: Annotated[str | None, typer.Option(help="Only of this exhibit.", show_default=False)] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From then on.", show_default=False)
    ] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Until then.", show_default=False)] = None,
    purpose: Purpose = None,
    actor: Actor = None,
) -> None:
    """Search messages, names, numbers, file names and booked lines; each search is entered in the ledger."""
    where = Filter(exhibit=exhibit, start=moment(start), end=moment(end))
    with open_case(case, actor) as opened:
        viewer = Viewer(opened, purpose_of(purpose))
        part = Page() if as_json else Page(MOST + 1)
        found = list(viewer.search(words, tuple(lists or ()), where, part))
        if as_json:
            json_lines(found)
            return
        table(f"search: {words}", COLUMNS, found[:MOST])
        if not found:
            say("Nothing was found. Words must all stand in one text: try fewer of them, or a beginning such as pak*.")
        if len(found) > MOST:
            say(f"The first {MOST}: narrow it with --in, --exhibit, --from, --to or more words; --json gives all.")
