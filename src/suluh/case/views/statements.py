# SPDX-License-Identifier: Apache-2.0
"""The list of statements."""

from collections.abc import Iterable, Iterator

from suluh.case.acts.decide import digest_of
from suluh.case.case import Case
from suluh.case.registers.replies import Answers, answers_of
from suluh.case.views.hiding import hide
from suluh.case.views.view import Filter, Row, View, place_row
from suluh.model.dossier.papers import Letter, Paper, Reply
from suluh.model.money import decimal_text
from suluh.model.people import Decision
from suluh.model.trade import UNKNOWN_LAYOUT, Statement, is_of_layout, layout_digest, layout_of


class Statements(View):
    """Lists of booked lines, by account and period."""

    name = "statements"
    nouns = (Statement, Decision, Reply, Letter, Paper)
    each = Statement
    fields = ("id", "account", "period", "opening", "closing", "adds_up", "letter", "place")
    shown = ("account", "holder", "period", "opening", "closing", "currency", "adds_up", "place")
    private = hide(id="id", account="account", holder="name", reason="text")
    ids = ("seen",)
    accounts = ("account",)
    exhibits = ("place",)
    in_files = True

    def rows(self, case: Case) -> Iterator[Row]:
        """Every statement."""
        return _rows(case, case.nouns(Statement))

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """Some statements, or those of one file, without reading the others."""
        if where.file is not None:
            return _rows(case, case.rows.by_column(Statement, "place.file", [where.file]))
        if where.id is not None or where.ids:
            return _rows(case, case.rows.by_column(Statement, "id", where.ids or {where.id or ""}))
        return self.rows(case)


def _rows(case: Case, statements: Iterator[Statement]) -> Iterator[Row]:
    answers = answers_of(case)
    said = sorted((one for one in case.nouns(Decision) if one.act == "layout"), key=lambda one: one.order)
    ordered = sorted(statements, key=lambda one: (one.account or "", one.period_from or "", one.id))
    return (_row(one, answers.get(one.place.exhibit), said) for one in ordered)


def _accepted(one: Statement, said: Iterable[Decision]) -> Row | None:
    """Who accepted how a statement of an unknown layout was read: it alone, or its layout for the unit."""
    for word in said if one.layout == UNKNOWN_LAYOUT else ():
        if is_of_layout(one, word.left):
            whole = word.left != one.id
            return {"by": word.by, "at": word.at, "reason": word.reason, "unit": whole, "order": word.order}
    return None


def _row(one: Statement, answers: Answers | None, said: Iterable[Decision]) -> Row:
    layout = layout_of(one)
    return {
        "id": one.id,
        "account": one.account,
        "period": f"{one.period_from}/{one.period_to}" if one.period_from and one.period_to else None,
        "opening": _money(one.opening_minor, one.currency),
        "closing": _money(one.closing_minor, one.currency),
        "adds_up": one.adds_up,
        "letter": one.letter or (answers and answers.letter),
        "place": place_row(one.place),
        "holder": one.holder,
        "currency": one.currency or None,
        "opening_minor": one.opening_minor,
        "closing_minor": one.closing_minor,
        "period_from": one.period_from,
        "period_to": one.period_to,
        "layout": one.layout or None,
        "settled": [f"{part.what}: {part.answer} ({part.by})" for part in one.settled],
        "balances": list(one.balances),
        "breaks": list(one.breaks),
        "reply": answers and answers.reply,
        "accepted": _accepted(one, said),
        "layout_digest": layout and layout_digest(*layout),
        "seen": digest_of(one),
        "words": sum(is_of_layout(one, word.left) for word in said),
    }


def _money(amount_minor: int | None, currency: str) -> str | None:
    return None if amount_minor is None else decimal_text(amount_minor, currency)
