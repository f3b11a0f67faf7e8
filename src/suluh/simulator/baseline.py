# SPDX-License-Identifier: Apache-2.0
"""The plainest honest rule for deals: each payment goes to the oldest open offer of its amount."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

Row = Mapping[str, object]

WINDOW = timedelta(days=7)
_AMOUNT = re.compile(r"(?:rp\s?)?(\d{1,3}(?:\.\d{3})+|\d+)\s?(rb|ribu|k|jt)?\b", re.IGNORECASE)
_UNITS = {"rb": 1_000, "ribu": 1_000, "k": 1_000, "jt": 1_000_000}
LEAST = 5_000
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass
class _Talk:
    """A direct conversation in the order of time."""

    lines: list[tuple[datetime, Row]] = field(default_factory=list)
    used: datetime = LONG_AGO
    """Offers up to this moment have had their payment."""

    @property
    def words(self) -> str:
        """Every digit that was said."""
        return " ".join(str(row["text"]) for _, row in self.lines)


def first_in_time(messages: Iterable[Row], payments: Iterable[Row]) -> list[Row]:
    """The deals that the rule finds, in the shape of ``suluh show CASE deals``."""
    talks = _talks(messages)
    incoming = sorted((_moment(row), str(row["id"]), row) for row in payments if _is_incoming(row))
    return [deal for at, _, row in incoming if (deal := _deal(at, row, talks)) is not None]


def _talks(messages: Iterable[Row]) -> list[_Talk]:
    """Conversations of two senders, in the order of their names."""
    found: dict[str, _Talk] = {}
    for row in messages:
        if row["sent_at"] is not None and row["sender"] is not None and row["kind"] != "system":
            at = datetime.fromisoformat(str(row["sent_at"]))
            found.setdefault(str(row["conversation"]), _Talk()).lines.append((at, row))
    talks = [found[name] for name in sorted(found)]
    for talk in talks:
        talk.lines.sort(key=lambda line: line[0])
    return [talk for talk in talks if len({row["sender"] for _, row in talk.lines}) == 2]  # noqa: PLR2004 # two sides


def _deal(at: datetime, payment: Row, talks: Iterable[_Talk]) -> Row | None:
    """The deal of a payment with the oldest open offer of its amount, if there is one."""
    amount = int(str(payment["amount_minor"])) // 100
    number = re.sub(r"\D", "", str(payment["beneficiary"]).partition(":")[2]).removeprefix("62")
    best: tuple[datetime, _Talk, Row] | None = None
    for talk in talks:
        offer = _offer(talk, at, amount)
        if offer is None or (best is not None and offer[0] >= best[0]) or number not in talk.words:
            continue
        best = (offer[0], talk, offer[1])
    return _found(at, payment, best[1], best[2]) if best else None


def _offer(talk: _Talk, at: datetime, amount: int) -> tuple[datetime, Row] | None:
    """The oldest open message before a payment that names its amount."""
    for moment, row in talk.lines:
        if max(at - WINDOW, talk.used) < moment <= at and amount in _amounts(str(row["text"])):
            return moment, row
    return None


def _found(at: datetime, payment: Row, talk: _Talk, offer: Row) -> Row:
    """The deal, with what the seller sent in the days after."""
    talk.used = at
    seller = _seller(talk, payment)
    buyer = next(row["sender"] for _, row in talk.lines if row["sender"] != seller)
    sent = [row for moment, row in talk.lines if at < moment <= at + WINDOW and row["sender"] == seller]
    media = [row for row in sent if row["attachments"]]
    return {
        "id": f"first-in-time/{payment['id']}",
        "kind": "sale",
        "state": "delivered" if media else "paid-not-delivered",
        "tier": "recorded",
        "seller": seller,
        "buyer": buyer,
        "payments": [payment["id"]],
        "messages": [offer["id"]],
        "items_delivered": len(media),
        "amount_minor": payment["amount_minor"],
    }


def _seller(talk: _Talk, payment: Row) -> object:
    """Who told the number that the money went to."""
    number = re.sub(r"\D", "", str(payment["beneficiary"]).partition(":")[2]).removeprefix("62")
    return next((row["sender"] for _, row in talk.lines if number in str(row["text"])), None)


def _amounts(text: str) -> set[int]:
    """Every amount of money that a text names, in whole rupiah."""
    found = set()
    for digits, unit in _AMOUNT.findall(text):
        value = int(digits.replace(".", "")) * _UNITS.get(unit.lower(), 1)
        if value >= LEAST:
            found.add(value)
    return found


def _is_incoming(row: Row) -> bool:
    return bool(row["beneficiary"]) and "/" not in str(row["beneficiary"]) and row["status"] in {"booked", None}


def _moment(row: Row) -> datetime:
    """When it was paid; a line that has only a day counts at that day's end."""
    if row["at"] is not None:
        return datetime.fromisoformat(str(row["at"]))
    return datetime.fromisoformat(f"{row['booked']}T23:59:59+07:00")
