# SPDX-License-Identifier: Apache-2.0
"""The list of claims of payment."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.records import zones
from suluh.case.views.view import Keys, Row, View, place_row, term_rows
from suluh.model.intake import Exhibit
from suluh.model.money import decimal_text
from suluh.model.people import Decision
from suluh.model.times import instant, utc
from suluh.model.trade import Claim


class Claims(View):
    """What receipts, slips and notices in messages say was paid, in the order of time: nothing of it is booked."""

    name = "claims"
    nouns = (Claim, Exhibit, Decision)
    each = Claim
    called = "claims (what messages say was paid; what is claimed is not booked)"
    fields = (
        *("id", "message", "conversation", "sender", "form", "says", "amount", "amount_minor", "amount_as_written"),
        *("currency", "channel", "payer", "payer_name", "beneficiary", "beneficiary_name", "at", "at_written"),
        *("reference", "payment", "reasons_for", "reasons_against", "place"),
    )
    shown = (
        *("at", "says", "amount", "currency", "sender", "payer_name", "beneficiary_name", "beneficiary"),
        *("reference", "payment", "place"),
    )
    private = hide(
        id="id",
        message="id",
        payment="id",
        conversation="account",
        sender="account",
        payer="account",
        beneficiary="account",
        payer_name="name",
        beneficiary_name="name",
        reference="text",
        at_written="text",
        text="told",
        text_id="told",
    )
    ids = ("conversation_key",)
    accounts = ("sender", "payer", "beneficiary")
    exhibits = ("place",)
    time = "moment"

    def rows(self, case: Case) -> Iterator[Row]:
        """Every claim."""
        keys, zone_of = Keys(case, "conversation"), zones(case)
        told = ((_moment(one, zone_of.get(one.place.exhibit)), one) for one in case.nouns(Claim))
        for moment, one in sorted(told, key=lambda pair: (pair[0] or "~", pair[1].id)):
            yield _row(one, moment) | {"conversation_key": keys.of(one.conversation)}


def _moment(one: Claim, zone: str | None) -> str | None:
    """When it is said to have been paid, else when it was sent, as far as either is an instant."""
    times = (instant(when, zone) for when in (one.at, one.sent) if when is not None and when.precision != "day")
    return next((utc(when) for when in times if when is not None), None)


def _row(one: Claim, moment: str | None) -> Row:
    return {
        "id": one.id,
        "message": one.message,
        "conversation": one.conversation,
        "sender": one.sender,
        "form": one.form,
        "says": one.says,
        "amount": decimal_text(one.amount_minor, one.currency),
        "amount_minor": one.amount_minor,
        "amount_as_written": one.amount_as_written,
        "currency": one.currency,
        "channel": one.channel,
        "payer": one.payer,
        "payer_name": one.payer_name,
        "beneficiary": one.beneficiary,
        "beneficiary_name": one.beneficiary_name,
        "at": one.at.local if one.at else None,
        "at_written": one.at.written if one.at else None,
        "reference": one.reference,
        "payment": one.payment,
        "reasons_for": term_rows(one.reasons_for),
        "reasons_against": term_rows(one.reasons_against),
        "place": place_row(one.place),
        "sent_at_written": one.sent.written if one.sent else None,
        "moment": moment,
    }
