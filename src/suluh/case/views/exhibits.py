# SPDX-License-Identifier: Apache-2.0
"""The list of exhibits."""

from collections import defaultdict
from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import History, Sealed, acquisitions, exhibits, sealed
from suluh.case.twice import twice
from suluh.case.views.hiding import hide
from suluh.case.views.records import zones
from suluh.case.views.view import Row, View, corrected_rows, noun_row
from suluh.model.intake import Acquisition, Authority, Content, Exhibit, Removal
from suluh.model.people import Decision


class Exhibits(View):
    """Exhibits in the order of `add`, with their acquisitions and the time zone in force."""

    name = "exhibits"
    nouns = (Exhibit, Authority, Acquisition, Decision, Removal)
    fields = ("id", "label", "authority", "order", "holder", "accounts", "timezone", "at", "by")
    shown = ("label", "authority", "holder", "accounts", "timezone", "zone", "acquisitions", "sealed")
    private = hide(holder="name", accounts="account", reason="text")
    accounts = ("accounts",)
    exhibits = ("label",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every exhibit as it stands, with what of it was corrected: each as it was before, and why.

        Sealed ones come last, and say nothing else.
        """
        zone_of = zones(case)
        copies: dict[str, list[str]] = defaultdict(list)
        for copy in acquisitions(case.rows):
            copies[copy.exhibit].append(copy.name)
        pairs = self.keep(case, "twice", (Acquisition, Content), lambda: twice(case))
        history = History(case.rows, Acquisition)
        corrected = [copy for _, copy in history.standing() if copy.withdrawn or copy.same_as]
        before = list(corrected_rows(case, Exhibit, (*self.fields, "corrected_by"), lambda one: (one.order,)))
        for one in exhibits(case.rows):
            beside = {"acquisitions": copies[one.label], "zone": zone_of.get(one.label)}
            earlier = [row for row in before if row["label"] == one.label and row["corrected_by"]]
            settled = [_settled(copy) for copy in corrected if copy.exhibit == one.label]
            same = [pair.row for pair in pairs if one.label in {pair.first.exhibit, pair.second.exhibit}]
            said = {"reason": one.reason, "before": earlier, "same_files": same, "settled": settled, "sealed": None}
            yield noun_row(one, self.fields) | beside | said
        papers = {one.label: one.authority for one in exhibits(case.rows, with_sealed=True)}
        for seal in sealed(case.rows).values():
            yield _sealed(seal, papers.get(seal.label), self.fields)


def _sealed(seal: Sealed, paper: str | None, fields: tuple[str, ...]) -> Row:
    """All that is said of a sealed exhibit: by what, since which entry, and whether it was removed."""
    row: Row = dict.fromkeys(fields)
    by = {"number": seal.number, "entry": seal.since, "removed": seal.removal is not None}
    empty: Row = {name: [] for name in ("accounts", "acquisitions", "before", "same_files", "settled")}
    return row | {"label": seal.label, "authority": paper, "zone": None, "reason": None} | empty | {"sealed": by}


def _settled(copy: Acquisition) -> Row:
    """What an officer said of an acquisition that looked like a mistake: taken out, or right as it is."""
    return {
        "acquisition": copy.name,
        "withdrawn": copy.withdrawn,
        "same_as": list(copy.same_as),
        "reason": copy.reason,
        "by": copy.by,
        "at": copy.at,
    }
