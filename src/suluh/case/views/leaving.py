# SPDX-License-Identifier: Apache-2.0
"""The list of what leaves: each draft of a package in numbers, what it leaves out and why, and what changed."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.view import Row, View
from suluh.model.after.sharing import Draft, Release, Summary
from suluh.model.ids import make_id

Said = tuple[str, str | None, str | None, int | None]
"""What is said, of what, why, and how many."""


class Leaving(View):
    """Every draft in the order of drafting, with a row for each number that whoever approves it has to know."""

    name = "leaving"
    nouns = (Draft, Release)
    fields = (
        *("id", "draft", "recipient", "kind", "country", "request", "state"),
        *("says", "what", "why", "count", "by", "at"),
    )
    shown = ("draft", "recipient", "kind", "state", "says", "what", "why", "count", "by", "at")

    def rows(self, case: Case) -> Iterator[Row]:
        """The rows of each draft; of one of an earlier version, which says nothing, one row."""
        released = {one.draft for one in case.nouns(Release)}
        for draft in sorted(case.nouns(Draft), key=lambda one: (one.at, one.id)):
            terms = draft.terms
            head: Row = {
                "draft": draft.id,
                "recipient": draft.recipient,
                "kind": terms and terms.kind,
                "country": terms and terms.country,
                "request": terms and terms.request,
                "state": "approved" if draft.id in released else "to-approve",
            }
            for says, what, why, count in _said(draft.summary):
                told = {"says": says, "what": what, "why": why, "count": count, "by": draft.by, "at": draft.at}
                yield {"id": make_id("leaving", draft.id, says, what or "", why or ""), **head, **told}

    def own(self, case: Case) -> Iterator[str]:
        """The ids of all rows."""
        return (str(row["id"]) for row in self.rows(case))


def _said(summary: Summary | None) -> Iterator[Said]:
    """What leaves, what does not, and what changed."""
    if summary is None:
        yield "not-told", None, None, None
        return
    yield "leaves", "persons", None, summary.persons
    yield "leaves", "accounts-in-full", None, summary.named
    yield "leaves", "children", None, summary.children
    yield "leaves", "hashes", None, summary.hashes
    yield "leaves", "texts", None, summary.texts
    for one in summary.withheld:
        yield "left-out", one.what, f"left-{one.why}", one.count
    yield from _changed(summary)


def _changed(summary: Summary) -> Iterator[Said]:
    """What came and went since the last package to the same recipient."""
    if summary.last is None:
        yield "first-package", None, None, None
    elif summary.lost:
        yield "not-compared", None, None, None
    elif not summary.changes:
        yield "unchanged", None, None, None
    for one in summary.changes:
        yield from ((says, one.table, None, size) for says, size in (("came", one.more), ("went", one.fewer)) if size)
