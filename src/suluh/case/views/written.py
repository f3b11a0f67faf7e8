# SPDX-License-Identifier: Apache-2.0
"""The list of papers that Suluh wrote, as their authors froze them: how each stands, and whether it agrees still."""

from collections.abc import Iterator, Mapping

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.kept import is_whole, issues
from suluh.case.frozen.rests import Rests
from suluh.case.typed.listing import Typed
from suluh.case.views.view import Row
from suluh.model.dossier.charges import Dossier, Issue, Written


class WrittenPapers(Typed):
    """Papers that Suluh wrote, as their authors froze them."""

    name = "written"
    kind = Written
    shown = ("code", "form", "about", "number", "state", "agrees", "changed", "by", "at")

    def rows(self, case: Case) -> Iterator[Row]:
        """Every one as it was frozen, with its state."""
        released, later = issues(case), {one.replaces: one.code for one in case.nouns(Written) if one.replaces}
        rests = {one.code: Rests(Brief(case, one)) for one in typed(case.rows, Dossier)}
        frozen = {one.id: one for one in case.nouns(Written)}
        for row in super().rows(case):
            one = frozen[str(row["id"])]
            yield row | _stands(case, one, released, later, rests)


def _stands(
    case: Case,
    one: Written,
    released: Mapping[str, Issue],
    later: Mapping[str, str],
    rests: Mapping[str, Rests],
) -> Row:
    """The state of a paper, and the rows with which it no longer agrees."""
    issue, whole = released.get(one.code), rests.get(one.about)
    rows = [f"dossier {one.about}"] if whole is None else list(whole.changed(one))
    state = "replaced" if one.code in later else "frozen" if issue is None else "released"
    return {
        "state": state,
        "agrees": not rows,
        "changed": rows,
        "is_whole": is_whole(case.folder, one),
        "replaced_by": later.get(one.code),
        "issue": issue and issue.code,
        "copies": list(issue.copies) if issue else [],
    }
