# SPDX-License-Identifier: Apache-2.0
"""Nouns of trade: statement, payment, deal."""

from typing import Literal

from suluh.model.body import Noun, Part
from suluh.model.place import Place
from suluh.model.times import When

Channel = Literal["bank", "atm", "e-wallet", "phone-credit"]


class Statement(Noun, frozen=True, kw_only=True, tag="statement/1"):
    """A list of booked lines of one account."""

    account: str | None
    place: Place
    holder: str | None = None
    currency: str = ""
    period_from: str | None = None
    period_to: str | None = None
    opening_minor: int | None = None
    closing_minor: int | None = None
    adds_up: bool | None = None
    """Whether opening plus lines is closing, or the running balances chain; null where nothing is stated."""

    letter: str | None = None


class Payment(Noun, frozen=True, kw_only=True, tag="payment/1"):
    """A booked line on a statement."""

    statement: str
    """Id of the statement noun."""

    amount_minor: int
    """Never negative; payer and beneficiary give the direction."""

    amount_as_written: str
    currency: str
    channel: Channel
    incoming: bool
    """Whether the statement's own account received it."""

    place: Place
    payer: str | None = None
    beneficiary: str | None = None
    payer_name: str | None = None
    beneficiary_name: str | None = None
    at: When | None = None
    booked: str | None = None
    """ISO date."""

    text: str = ""
    status: Literal["booked", "pending", "failed", "reversal"] = "booked"
    reverses: str | None = None
    balance_after_minor: int | None = None
    reference: str | None = None
    usable: bool = True
    """False where the statement does not add up or its signs are undecided: not used for deals."""


class Term(Part, frozen=True, kw_only=True):
    """One term of a score, with its sentence."""

    rule: str
    score: int
    """Millionths; negative speaks against."""

    text: str
    text_id: str = ""
    """The sentence in Indonesian."""


class Deal(Noun, frozen=True, kw_only=True, tag="deal/1"):
    """Offer, payment and delivery put together."""

    kind: Literal["sale", "subscription", "barter", "gift"]
    state: Literal["offered", "paid", "delivered", "paid-not-delivered"]
    tier: Literal["recorded", "possible"]
    seller: str | None = None
    buyer: str | None = None
    items_promised: int | None = None
    items_delivered: int = 0
    items_distinct: int = 0
    amount_minor: int | None = None
    currency: str | None = None
    offered_at: str | None = None
    paid_at: str | None = None
    delivered_at: str | None = None
    payments: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    """SHA-256 of what was delivered, where the exhibits hold it."""

    score: int = 0
    """Millionths from 0 to 1,000,000."""

    chance: int | None = None
    """Millionths: how often a window like this one holds such a payment by accident; null without a payment."""

    reasons_for: tuple[Term, ...] = ()
    reasons_against: tuple[Term, ...] = ()
