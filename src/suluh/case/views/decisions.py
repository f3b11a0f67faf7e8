# SPDX-License-Identifier: Apache-2.0
"""The list of decisions."""

from collections.abc import Iterator, Mapping, Sequence

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import sealed
from suluh.case.gate.mask import Shape
from suluh.case.removal.spoken import Spoken
from suluh.case.views.hiding import hide
from suluh.case.views.people import persons_of
from suluh.case.views.view import Row, View, noun_row
from suluh.model.intake import Content
from suluh.model.people import Decision, Person
from suluh.model.rules.spoken import closing
from suluh.persons.decided import by_link, by_talks

OURS = frozenset({"role", "status", "category", "zone"})
"""Acts whose right side is a code of a list, or a zone: it identifies nobody, and is shown as it is."""

OF_PERSON = frozenset({"role", "status"})
"""Acts whose left side is an account of a person."""

WORDS = frozenset({"layout", "word"})
"""Acts whose right side is said in words."""


class Decisions(View):
    """What officers decided, in order; a later decision closes an earlier one, and both stay."""

    name = "decisions"
    nouns = (Decision, Person, Content)
    fields = (
        "id",
        "order",
        "act",
        "left",
        "right",
        "link",
        "rule",
        "reason",
        "seen",
        "document",
        "valid_from",
        "valid_to",
        "by",
        "at",
        "closed_by",
        "closes",
    )
    shown = ("order", "act", "left", "right", "reason", "document", "by", "at", "closed_by")
    private = hide(left="about", right="account", reason="text", holds="id")
    ids = ("id", "link", "deal", "seen", "person", "other", "file")
    accounts = ("left", "right")
    time = "at"

    def shapes(self, row: Row) -> Mapping[str, Shape]:
        """What stands on the right is an account where two are joined, words of files, or a word of ours."""
        act = str(row.get("act"))
        if act in OURS:
            return {name: shape for name, shape in self.private.items() if name != "right"}
        return {**self.private, "right": "text"} if act in WORDS else self.private

    def rows(self, case: Case) -> Iterator[Row]:
        """Every decision; while exhibits are sealed, none on what nothing but they held."""
        shut = sealed(case.rows)
        spoken = Spoken(case.rows) if shut else None
        persons = persons_of(case)
        said = sorted(case.nouns(Decision), key=lambda one: one.order)
        closed = _closed(said)
        closes = {later: earlier for earlier, later in closed.items()}
        for one in said:
            if spoken is not None and (one.left in shut or spoken.is_about_nothing(one, of_exhibit=False)):
                continue
            deal = one.left if one.act.endswith("-deal") else None
            is_of_two = one.act in {"join", "part"}
            yield noun_row(one, _OWN) | {
                "closed_by": closed.get(one.order),
                "closes": closes.get(one.order),
                "holds": list(one.holds),
                "deal": deal,
                "person": persons.get(one.left) if is_of_two or one.act in OF_PERSON else None,
                "other": persons.get(one.right or "") if is_of_two else None,
                "file": _file_of(case, one.left) if one.act == "category" else None,
            }


def _file_of(case: Case, sha256: str) -> str | None:
    """The first file that holds a content."""
    return min((one.file for one in case.rows.by_column(Content, "sha256", [sha256])), default=None)


_OWN = Decisions.fields[: Decisions.fields.index("closed_by")]
"""Fields that a decision has itself."""


def _closed(said: Sequence[Decision]) -> dict[int, int]:
    """The number of each decision on a link, a pair or a deal that a later one closed, with the number of that."""
    on_deals: dict[frozenset[str], tuple[Decision, ...]] = {}
    for one in said:
        if one.holds:
            held = frozenset(one.holds)
            on_deals[held] = (*on_deals.get(held, ()), one)
    histories = (*by_link(said).values(), *by_talks(said).values(), *on_deals.values())
    return {earlier: later for history in histories for earlier, later in closing(history)}
