# SPDX-License-Identifier: Apache-2.0
"""The list of what stands in drafts of packages, row by row, as it would leave."""

from collections.abc import Iterator

import msgspec

from suluh.case.acts.release import PACKAGE, files_of_draft, find_draft
from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.view import ALL_ROWS, Filter, Row, View
from suluh.model.after.sharing import Draft
from suluh.model.ids import make_id
from suluh.referral.rows import one_line

HEAD = "head"
"""What stands over the tables of a package, as one row."""


class Drafted(View):
    """Every row of every table of a draft, in the order in which the package has them."""

    name = "drafted"
    nouns = (Draft,)
    fields = ("id", "draft", "table", "number", "says", "says_id")
    shown = ("draft", "table", "number", "says")
    private = hide(says="text", says_id="text")

    def rows(self, case: Case) -> Iterator[Row]:
        """What stands in all drafts."""
        return self.near(case, ALL_ROWS)

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """What stands in one draft alone, where one is named. Raises `Changed` for one that is not as it was signed."""
        drafts = sorted(case.nouns(Draft), key=lambda one: (one.at, one.id))
        wanted = drafts if where.draft is None else [find_draft(case, where.draft)]
        return (row for draft in wanted for row in _rows(case, draft))

    def own(self, case: Case) -> Iterator[str]:
        """The ids of all rows."""
        return (str(row["id"]) for row in self.rows(case))


def _rows(case: Case, draft: Draft) -> Iterator[Row]:
    """The rows of one draft, from the very bytes that its author signed."""
    tables = msgspec.json.decode(files_of_draft(case, draft)[PACKAGE], type=dict[str, object])
    head = {name: value for name, value in tables.items() if not isinstance(value, list)}
    for table, lines in ((HEAD, [head]), *((name, value) for name, value in tables.items() if isinstance(value, list))):
        for number, line in enumerate(lines, 1):
            indonesian, english = one_line(table, line)
            yield {
                "id": make_id("drafted", draft.id, table, number),
                "draft": draft.id,
                "table": table,
                "number": number,
                "says": english,
                "says_id": indonesian,
            }
