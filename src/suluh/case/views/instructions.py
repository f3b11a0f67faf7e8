# SPDX-License-Identifier: Apache-2.0
"""The register of instructions: what prosecutors, courts and others ask for, item by item, and the answers."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from suluh.case.case import Case
from suluh.case.clocks.clock import Clock
from suluh.case.clocks.days import Calendar
from suluh.case.clocks.events import answered_at
from suluh.case.clocks.now import MADE_OF, calendar_of, clocks_of
from suluh.case.corrections.standing_papers import typed
from suluh.case.views.hiding import hide
from suluh.case.views.view import Row, View
from suluh.model.dossier.papers import Answer, Paper, Request, RequestItem, item_state


class Instructions(View):
    """Items of requests, open ones first, by the day on which they are due."""

    name = "instructions"
    nouns = MADE_OF
    fields = (
        *("id", "request", "sender", "paper", "received", "number", "kind", "text", "owner", "due", "state", "days"),
        *("answer", "papers", "about", "version", "answered", "why", "defendant", "element"),
    )
    shown = ("id", "sender", "paper", "number", "text", "owner", "due", "state", "days", "answer")
    private = hide(text="text", answer="text", said="text", why="text", about="object")
    time = "received"
    goes_by_the_clock = True

    def rows(self, case: Case) -> Iterator[Row]:
        """Every item of every request."""
        requests = {one.code: one for one in typed(case.rows, Request)}
        papers = {one.code: one for one in typed(case.rows, Paper)}
        answers, calendar, running = typed(case.rows, Answer), calendar_of(case), clocks_of(case)
        made = []
        for item in typed(case.rows, RequestItem):
            request = requests.get(item.request)
            if request is not None:
                own = tuple(one for one in answers if one.item == item.code)
                due = request.due or _due(request, running)
                made.append(_row(item, request, own, papers, due, _days(request, item, own, calendar, case.now())))
        return iter(sorted(made, key=lambda row: (row["state"] != "open", str(row["due"] or "~"), str(row["request"]))))


def _due(request: Request, running: Sequence[Clock]) -> str | None:
    """The day by which the law wants an answer, where a row that was checked says one."""
    found = (one.due for one in running if one.event.code in (request.code, request.paper) and one.state != "grey")
    return min(filter(None, found), default=None)


def _days(request: Request, item: RequestItem, own: tuple[Answer, ...], calendar: Calendar, now: datetime) -> int:
    """Days from the request to the answer, or to today."""
    answered = answered_at(item, own)
    end = now if answered is None else datetime.fromisoformat(answered)
    return (end.astimezone(calendar.zone).date() - date.fromisoformat(request.received)).days


def _row(
    item: RequestItem,
    request: Request,
    own: tuple[Answer, ...],
    papers: dict[str, Paper],
    due: str | None,
    days: int,
) -> Row:
    named = [papers[code] for one in own for code in one.papers if code in papers]
    return {
        "id": item.code,
        "request": request.code,
        "sender": request.sender,
        "paper": papers[request.paper].number if request.paper in papers else None,
        "received": request.received,
        "number": item.number,
        "kind": item.kind,
        "text": item.text,
        "owner": item.owner,
        "due": due,
        "state": item_state(item, is_answered=bool(own)),
        "days": days,
        "answer": " ".join(one.sentence for one in own) or None,
        "papers": [f"{one.kind} {one.number}" for one in named],
        "about": sorted({name for one in own for name in one.about}),
        "version": next((one.version for one in reversed(own) if one.version), None),
        "answered": answered_at(item, own),
        "why": item.why,
        "defendant": item.defendant,
        "element": item.element,
        "said": " ".join(one.sentence for one in own) or item.why,
        "digests": [one.sha256 for one in named if one.sha256],
        "pages": [one.pages for one in named if one.pages],
    }
