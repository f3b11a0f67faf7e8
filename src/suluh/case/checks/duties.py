# SPDX-License-Identifier: Apache-2.0
"""Check 22: duties that are late, and why."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.case.gate.viewer import views
from suluh.model.deeds.deed import Said
from suluh.model.dossier.law import Late

LIST, LATE = "duties", "late"
"""The list of duties, and how it calls one that is late and of which nobody said why."""


class Duties(Check):
    """Whether somebody said why a time passed; the program lifts nothing."""

    name = "22"
    severity = "W"
    asks = Said("Every clock that is late has a reason.", "Setiap tenggat yang lewat punya alasan.")
    next = Said("Say why with `suluh law CASE late`.", "Jelaskan dengan `suluh law CASE late`.")

    def found(self, brief: Brief) -> Iterator[Fault]:
        """What is late by the list of duties, and requests whose own day has passed."""
        told = {(one.row, one.event) for one in brief.typed(Late)}
        duties = views().get(LIST)
        for row in () if duties is None else duties.rows(brief.case):
            key = str(row.get("row")), str(row.get("event"))
            if row.get("state") == LATE and key not in told:
                what = "It is late, and nobody said why.", "Sudah lewat dan belum ada alasannya."
                yield Fault(" ".join(key), Said(*what))
        yield from _requests(brief, {event for _, event in told})


def _requests(brief: Brief, told: set[str]) -> Iterator[Fault]:
    """Requests with an item that is open after the day by which they wanted an answer."""
    for request in dict.fromkeys(request for request, _ in brief.items):
        last = max((one.at[:10] for one in brief.answers), default="")
        is_open = any(one.state == "open" for its, one in brief.items if its.code == request.code)
        is_late = request.due is not None and (is_open or last > request.due)
        if is_late and request.code not in told:
            what = f"It wanted an answer by {request.due}.", f"Jawaban diminta paling lambat {request.due}."
            yield Fault(request.code, Said(*what))
