# SPDX-License-Identifier: Apache-2.0
"""What is said of a table whose columns are named as those of messages and which no reader takes."""

from suluh.model.evidence.source import Source
from suluh.readers.reader import counted
from suluh.readers.tabled.files.comma import table_of
from suluh.readers.tabled.files.objects import tables_of as of_json
from suluh.readers.tabled.files.sheets import sheets_of
from suluh.readers.tabled.form import Doubt

_LONGEST = 300


def doubt_of(source: Source) -> str | None:
    """That columns or keys name a time, words and somebody, and no more speaks for messages; null where none do."""
    for one in (table_of(source), *of_json(source), *sheets_of(source)):
        if isinstance(one, Doubt) and not one.columns:
            return (
                "each of its rows holds a time, a direction, a number and words, as messages do, and no heading says "
                "what they are: not read; write the names of the columns into a first row of a copy and add that"
            )
        if isinstance(one, Doubt):
            named = ", ".join(" ".join(column.split()) for column in one.columns)[:_LONGEST]
            rows = f" in {counted(one.number(), 'row')}" if one.number is not None else ""
            return (
                f"its columns are named as those of messages ({named}){rows}, and nothing else says that it holds any"
            )
    return None
