# SPDX-License-Identifier: Apache-2.0
"""The list of links."""

from collections.abc import Iterator, Sequence

from suluh.case.acts.decide import digest_of
from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.records import joined_talks
from suluh.case.views.view import ALL_ROWS, Filter, Keys, Row, View, accounts_of, place_row, share, term_rows
from suluh.model.after.beyond import Joint
from suluh.model.people import ONE_CONVERSATION, Link
from suluh.model.rules.copies import firsts
from suluh.model.trade import Term


class Links(View):
    """Claims that two accounts are one person, or two conversations one, with reasons for and against."""

    name = "links"
    nouns = (Link, Joint)
    each = Link
    fields = (
        "id",
        "left",
        "right",
        "rule",
        "judgement",
        "score",
        "chance",
        "reasons_for",
        "reasons_against",
        "by",
        "at",
        "retracted_at",
    )
    shown = ("id", "left", "right", "rule", "judgement", "score", "chance", "reasons_for", "reasons_against")
    private = hide(left="account", right="account", messages="id", text="text", text_id="text")
    ids = ("id", "seen", "talks")
    accounts = ("left", "right")
    exhibits = ("places",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every link."""
        return self.near(case, ALL_ROWS)

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """Some links without reading the others."""
        named = accounts_of(case, where)
        if named is not None and not (where.ids or where.id):
            found = (one.id for side in ("left", "right") for one in case.rows.by_column(Link, side, named))
            where = Filter(ids=frozenset(found))
            if not where.ids:
                return
        keys, first = Keys(case, "conversation"), firsts(joined_talks(case))
        for link in self.in_shown_order(case, Link, where):
            row = _row(link)
            if link.rule == ONE_CONVERSATION:
                told = (first[name].conversation if name in first else name for name in (link.left, link.right))
                row["talks"] = [keys.of(name) for name in dict.fromkeys(told)]
            yield row

    def ordered(self, case: Case) -> Sequence[str]:
        """The ids of all links in the order of the ids that lists show."""
        return self.shown_order(case, Link)


def reason_rows(link: Link, reasons: tuple[Term, ...]) -> list[Row]:
    """The reasons of a link; those of conversations name the messages that they rest on."""
    return term_rows(reasons, () if link.rule == ONE_CONVERSATION else None)


def _row(link: Link) -> Row:
    return {
        "id": link.id,
        "left": link.left,
        "right": link.right,
        "rule": link.rule,
        "judgement": link.judgement,
        "score": share(link.score),
        "chance": share(link.chance),
        "reasons_for": reason_rows(link, link.reasons_for),
        "reasons_against": reason_rows(link, link.reasons_against),
        "by": link.by,
        "at": link.at,
        "retracted_at": link.retracted_at,
        "merges": link.merges,
        "places": [place_row(place) for place in link.places],
        "seen": digest_of(link),
    }
