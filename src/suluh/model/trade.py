# SPDX-License-Identifier: Apache-2.0
"""Nouns of trade: statement, payment, deal, offer."""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from suluh.model.body import Noun, Part
from suluh.model.place import Place
from suluh.model.times import When

Channel = Literal["bank", "atm", "e-wallet", "phone-credit"]


UNKNOWN_LAYOUT = "unknown-layout"
"""The layout of a statement that no profile knows: its lines make no `recorded` deal before an officer accepts it."""


class Settled(Part, frozen=True, kw_only=True):
    """What was decided of a whole statement before any of its rows was read, and by what."""

    what: Literal["signs", "days", "direction", "currency", "columns"]
    answer: str
    by: str
    """A profile, the running balance, the form of the numbers, an officer; empty where it stayed open."""


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
    layout: str = ""
    """The profile that it was read by; ``unknown-layout`` where its own arithmetic was the only guide."""

    settled: tuple[Settled, ...] = ()
    balances: tuple[int, ...] = ()
    """Lines that state a balance or a total and book nothing."""

    breaks: tuple[int, ...] = ()
    """Lines whose balance does not follow from the one before; 0 for a sum outside the table."""


_HEADLESS = re.compile(r"[a-z_]{1,30} = column \d{1,4}(?:; [a-z_]{1,30} = column \d{1,4}){0,60}")
"""Columns of a table without any heading: that two tables have as many is no sign that one bank made both."""


def layout_of(statement: Statement) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """How a statement of an unknown layout was read: the service of its account, and each answer that holds for it.

    Null for one that a profile read, and for a table without headings.
    """
    answers = tuple((one.what, one.answer) for one in statement.settled)
    columns = dict(answers).get("columns", "")
    if statement.layout != UNKNOWN_LAYOUT or not columns or _HEADLESS.fullmatch(columns):
        return None
    return (statement.account or "").partition(":")[0], answers


def layout_digest(service: str, answers: Iterable[tuple[str, str]]) -> str:
    """SHA-256 of a layout, hex: the same for every statement of one form that was read in the same way."""
    told = json.dumps(["layout", service, sorted(map(list, answers))], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(told.encode("ascii")).hexdigest()


def is_of_layout(statement: Statement, left: str) -> bool:
    """Whether a decision on a layout is about this statement: by its own id, or by the digest of its layout."""
    layout = layout_of(statement)
    return left == statement.id or (layout is not None and left == layout_digest(*layout))


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

    rests: tuple[str, ...] = ()
    """Ids of the messages and booked lines that it rests on, of a deal."""


class Stamp(Part, frozen=True, kw_only=True):
    """Where a moment of a deal stands, and the characters that are written there."""

    exhibit: str
    """Its time zone is that of the moment."""

    written: str | None = None


class Coincidence(Part, frozen=True, kw_only=True):
    """What a chance match was counted from: the booked lines of the account that might be taken for the payment."""

    days: int
    """Days from the first to the last booked line of either direction, both counted."""

    lines: int
    """How many lines they have in the same direction."""

    others: int
    """How many of these, beside the payment, are of the same sum; of the same payer too where `payer` says so."""

    window: int
    """Minutes from offer to payment, half an hour at least."""

    payer: bool = False
    since: str | None = None
    """The first of these days, and below it the last."""

    until: str | None = None


class Deal(Noun, frozen=True, kw_only=True, tag="deal/1"):
    """Offer, payment and delivery put together."""

    kind: Literal["sale", "subscription", "barter", "gift"]
    state: Literal["offered", "cancelled", "paid", "delivered", "paid-not-delivered", "refunded"]
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

    offered_on: Stamp | None = None
    paid_on: Stamp | None = None
    delivered_on: Stamp | None = None
    coincidence: Coincidence | None = None
    """The parts of `chance`."""

    ordered_at: str | None = None
    """When the buyer first ordered; where that began the deal, `offered_at` is the same moment."""

    ordered_on: Stamp | None = None

    judgement: Literal["confirmed", "rejected", "disputed"] | None = None
    """What officers say of it; null where none spoke, or where it changed since."""

    by: str | None = None
    at: str | None = None
    """Who spoke last, and when."""


MoneyKind = Literal["recorded", "possible", "asked"]
"""What an amount is: paid by a booked line, perhaps paid by one, or a price alone. The three are never added up."""


def counts(deal: Deal) -> bool:
    """Whether a deal counts in the network and in packages: not if officers rejected it."""
    return deal.judgement != "rejected"


def paid_of(deal: Deal, sums: Sequence[int]) -> int:
    """How many of a deal's booked lines, of these sums, paid it; those that gave it back stand behind them."""
    whole = 0
    for number, one in enumerate(sums, 1):
        whole += one
        if whole == deal.amount_minor:
            return number
    return len(sums)


def is_traded(deal: Deal) -> bool:
    """Whether a deal is in the sums of a person and a pair: one that counts and is no mere offer."""
    return counts(deal) and deal.state != "offered"


def money_of(deal: Deal) -> MoneyKind | None:
    """What the amount of a deal is; null where it has none."""
    if deal.amount_minor is None:
        return None
    return deal.tier if deal.payments else "asked"


ClaimSays = Literal["paid", "received", "pending", "failed", "unpaid"]
"""How far a payment got, by the words of a receipt."""


class Claim(Noun, frozen=True, kw_only=True, tag="claim/1"):
    """A message that says that something was paid, in the form of a receipt. What is claimed is not booked."""

    message: str
    conversation: str
    form: Literal["slip", "notice"]
    """Labels with values, or a sentence."""

    says: ClaimSays
    amount_minor: int
    amount_as_written: str
    currency: str
    channel: Channel
    place: Place
    """That of the message."""

    sender: str | None = None
    """Who sent the message: not who is said to have paid."""

    sent: When | None = None
    payer: str | None = None
    payer_name: str | None = None
    beneficiary: str | None = None
    beneficiary_name: str | None = None
    at: When | None = None
    """When it is said to have been paid; without a local time where the order of its day and month is open."""

    reference: str | None = None
    payment: str | None = None
    """Id of the booked line that has the same reference and sum."""

    reasons_for: tuple[Term, ...] = ()
    reasons_against: tuple[Term, ...] = ()


class Price(Part, frozen=True, kw_only=True):
    """So many items, or access, for so much."""

    amount_minor: int
    currency: str
    items: int | None = None


class Offer(Noun, frozen=True, kw_only=True, tag="offer/1"):
    """Something announced for sale or exchange to everybody, or to somebody of whom no account is known: no deal."""

    kind: Literal["sale", "subscription", "barter", "gift"]
    conversation: str
    seller: str | None = None
    at: str | None = None
    seen: Stamp | None = None
    prices: tuple[Price, ...] = ()
    """What was asked; nothing of it was paid."""

    items_promised: int | None = None
    """Null where it names several prices, or none."""

    messages: tuple[str, ...] = ()
    told: int = 0
    """How often; what exports of several devices hold of one telling counts once."""

    reasons_for: tuple[Term, ...] = ()
    reasons_against: tuple[Term, ...] = ()
