# SPDX-License-Identifier: Apache-2.0
"""The list of payments."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from suluh.case.case import Case
from suluh.case.registers.replies import answers_of
from suluh.case.views.hiding import hide
from suluh.case.views.records import Records, Shown
from suluh.case.views.view import ALL_ROWS, Filter, Page, Row, View, place_row
from suluh.model.after.beyond import Joint
from suluh.model.dossier.papers import Letter, Paper, Reply
from suluh.model.money import decimal_text
from suluh.model.rules.one_payment import as_one
from suluh.model.trade import Payment


class Payments(View):
    """Booked lines of statements, each once, by statement and time."""

    name = "payments"
    nouns = (Payment, Joint, Reply, Letter, Paper)
    fields = (
        "id",
        "statement",
        "payer",
        "beneficiary",
        "payer_name",
        "beneficiary_name",
        "amount",
        "amount_minor",
        "amount_as_written",
        "currency",
        "at",
        "booked",
        "channel",
        "text",
        "status",
        "reverses",
        "balance_after",
        "place",
        "places",
    )
    shown = ("booked", "payer", "beneficiary", "amount", "currency", "channel", "status", "text", "place")
    private = hide(
        id="id",
        statement="id",
        reverses="id",
        payer="account",
        beneficiary="account",
        payer_name="name",
        beneficiary_name="name",
        text="name",
        reference="text",
    )
    accounts = ("payer", "beneficiary")
    of_deal = "payments"
    exhibits = ("places",)
    time = "moment"

    def rows(self, case: Case) -> Iterator[Row]:
        """Every payment."""
        return map(_rows(case), self._records(case).all())

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """One payment, or those of one statement, without reading the others."""
        if where.id is None and not where.ids:
            return map(_rows(case), self._records(case).all(where.statement))
        return map(_rows(case), self._records(case).some(where.ids or {where.id or ""}))

    def select(self, case: Case, where: Filter, part: Page) -> Iterator[Row]:
        """A page of a statement or of all, without reading the lines before it."""
        if part.limit < 0 or where != Filter(statement=where.statement):
            return super().select(case, where, part)
        order = self._part(case, part, where.statement)
        rows = {str(row["id"]): row for row in map(_rows(case), self._records(case).some(order))}
        return (rows[name] for name in order if name in rows)

    def _part(self, case: Case, part: Page, statement: str | None) -> list[str]:
        """The ids of a part of all payments, or of those of one statement: of the others no order is made."""
        records, left, found = self._records(case), part.offset, list[str]()
        sizes = self._sizes(case) if statement is None else {statement: len(records.order(statement))}
        for name, size in sizes.items():
            if left < size and len(found) < part.limit:
                found += records.order(name)[left : left + part.limit - len(found)]
            left = max(0, left - size)
        return found

    def _sizes(self, case: Case) -> Mapping[str, int]:
        """How many payments each statement has, joined copies counted once, in the order of the list."""

        def made() -> dict[str, int]:
            later = Counter(one.statement for one in case.rows.by_column(Payment, "id", self._records(case).later))
            return {name: size - later[name] for (name,), size in case.rows.tally(Payment, "statement").items()}

        return self.keep(case, "sizes", (Payment, Joint), made)

    def count(self, case: Case, where: Filter) -> int:
        """How many payments there are, joined copies counted once."""
        if where.statement is not None and where == Filter(statement=where.statement):
            return len(self._records(case).order(where.statement))
        if where != ALL_ROWS:
            return super().count(case, where)
        return case.rows.count(Payment) - len(self._records(case).later)

    def count_up(self, case: Case) -> None:
        """Which are copies of others."""
        len(self._records(case).later)

    def _records(self, case: Case) -> Records[Payment]:
        return Records(case, Payment, "statement", as_one)


def _rows(case: Case) -> Callable[[Shown[Payment]], Row]:
    """How a payment is shown, with the letter and the reply by which one of its places came."""
    answers = answers_of(case)

    def row(shown: Shown[Payment]) -> Row:
        came = next((answers[place.exhibit] for place in shown.places if place.exhibit in answers), None)
        return {**_row(shown), "letter": came and came.letter, "reply": came and came.reply}

    return row


def _row(shown: Shown[Payment]) -> Row:
    payment = shown.record
    balance = payment.balance_after_minor
    at = None if payment.at is None or payment.at.precision == "day" else shown.at
    return {
        "id": payment.id,
        "statement": payment.statement,
        "payer": payment.payer,
        "beneficiary": payment.beneficiary,
        "payer_name": payment.payer_name,
        "beneficiary_name": payment.beneficiary_name,
        "amount": decimal_text(payment.amount_minor, payment.currency),
        "amount_minor": payment.amount_minor,
        "amount_as_written": payment.amount_as_written,
        "currency": payment.currency,
        "at": at,
        "booked": payment.booked,
        "channel": payment.channel,
        "text": payment.text,
        "status": payment.status,
        "reverses": payment.reverses,
        "balance_after": None if balance is None else decimal_text(balance, payment.currency),
        "place": place_row(payment.place),
        "places": [place_row(place) for place in shown.places],
        "at_local": payment.at.local if payment.at else None,
        "at_written": payment.at.written if payment.at else None,
        "incoming": payment.incoming,
        "reference": payment.reference,
        "usable": payment.usable,
        "differs": list(shown.differs),
        "one_because": list(shown.reasons),
        "moment": at or payment.booked,
    }
