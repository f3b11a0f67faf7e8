# SPDX-License-Identifier: Apache-2.0
"""Scores what Suluh shows of a made-up case against what is true of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations
from typing import NamedTuple

from suluh.simulator.baseline import first_in_time
from suluh.simulator.index import Index, Row
from suluh.simulator.truth import IDLE, TrueDeal, TrueEntry, TrueRecord, Truth

LISTS = ("messages", "payments", "deals", "persons", "network", "sources")
"""What a score is made of."""


@dataclass(frozen=True)
class Rate:
    """How many are right of those shown and of those there are."""

    right: int
    shown: int
    true: int

    @property
    def precision(self) -> float:
        """Share of what is shown that is right; one where nothing is shown."""
        return self.right / self.shown if self.shown else 1.0

    @property
    def recall(self) -> float:
        """Share of what is true that is shown; one where there is nothing."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.shown + self.true) if self.shown + self.true else 1.0

    def __str__(self) -> str:
        return (
            f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f} ({self.right} of {self.shown}, {self.true})"
        )


@dataclass(frozen=True)
class Score:
    """How well a made-up case was read and put together."""

    messages: Rate
    payments: Rate
    recorded: Rate
    """Deals of the tier that a payment record supports."""

    paid: Rate
    """Deals that carry a payment, of both tiers: compared with the baseline."""

    deals: Rate
    """All deals but mere offers and what was called off."""

    first_in_time: Rate
    """What the plainest rule finds of the same rows: each payment goes to the oldest open offer of its amount."""

    edges: Rate
    persons: Rate
    """Pairs of accounts that are one person."""

    sources: Rate
    """Conversations through which items came that were sold on; a copy of one is a wrong one."""

    faults: Counter[str] = field(default_factory=Counter)
    """Fields of found records that are wrong: sender, time, text, kind, attachments, party, amount, day; two records
    wrongly joined; and of rightly found deals: kind, state."""

    items_error: float = 0.0
    """Items of rightly found deals too many or too few, as a share of all their items."""

    money_error: float = 0.0
    """Money of all deals shown too much or too little, as a share of all that was paid."""

    @property
    def wrong_sender(self) -> int:
        """Messages given to somebody who did not send them."""
        return self.faults["sender"]

    def lines(self) -> list[str]:
        """The figures, one a line."""
        names = ("messages", "payments", "recorded", "paid", "first_in_time", "deals", "edges", "persons", "sources")
        rates = [f"{name.replace('_', ' ')}: {getattr(self, name)}" for name in names]
        wrong = ", ".join(f"{name} {count}" for name, count in sorted(self.faults.items())) or "none"
        return [*rates, f"items error {self.items_error:.3f}, money error {self.money_error:.3f}", f"faults: {wrong}"]


def score(truth: Truth, shown: Mapping[str, Iterable[Row]]) -> Score:
    """The figures for the rows of ``suluh show``: those of `LISTS`, in full, not masked."""
    rows = {what: list(shown.get(what, ())) for what in LISTS}
    scorer = _Scorer(Index(truth), rows)
    messages, payments = scorer.messages(), scorer.payments()
    plain = [dict(deal) for deal in first_in_time(rows["messages"], rows["payments"])]
    return Score(
        messages=messages,
        payments=payments,
        recorded=scorer.deals([deal for deal in rows["deals"] if deal["tier"] == "recorded"], paid=True),
        paid=scorer.deals([deal for deal in rows["deals"] if deal["payments"]], paid=True),
        deals=scorer.deals(rows["deals"], paid=False),
        first_in_time=scorer.deals(plain, paid=True),
        edges=scorer.edges(),
        persons=scorer.persons(),
        sources=scorer.sources(),
        faults=scorer.faults,
        items_error=scorer.items_error(),
        money_error=scorer.money_error(),
    )


class Kept(NamedTuple):
    """What a shown deal is in truth."""

    right: str | None
    """The deal that it is, null where it mixes several or names other persons; an account of two is no fault."""

    mostly: str | None
    """The deal that most of its messages belong to."""


def true_deals(index: Index, shown: Mapping[str, Iterable[Row]]) -> dict[object, Kept]:
    """What each shown deal is in truth, by its id: of the rows of `score`, those of messages, payments and deals."""
    rows = {what: list(shown.get(what, ())) for what in LISTS}
    scorer = _Scorer(index, rows)
    scorer.messages()
    scorer.payments()
    return {row["id"]: scorer.kept(row) for row in rows["deals"]}


class _Scorer:
    """One comparison while it is made."""

    def __init__(self, index: Index, rows: Mapping[str, Sequence[Row]]) -> None:
        self.index = index
        self.rows = rows
        self.faults: Counter[str] = Counter()
        self.message_deal: dict[object, str | None] = {}
        self.payment_deals: dict[object, tuple[str, ...]] = {}

    def messages(self) -> Rate:
        """Records found at their place with the right time, text and sender."""
        right, shown = set(), 0
        for row in self.rows["messages"]:
            places = _places(row)
            found = [self.index.record(place) for place in places]
            shown += len({id(one) if one else number for number, one in enumerate(found)})
            first = self.index.record(_place(row))
            deal = self.index.deal_of(first) if first else None
            self.message_deal[row["id"]] = deal.key if deal else None
            if first is not None and self._is_right(row, first):
                right |= {id(one) for one in found if one is not None and self._is_copy(one, first)}
        return Rate(len(right), shown, len(self.index.truth.records))

    def _is_right(self, row: Row, record: TrueRecord) -> bool:
        """Whether time, text and sender are as they really were; kind and attachments are counted beside."""
        faults = []
        if row["sent_at"] is None or _moment(row["sent_at"]) != _moment(record.sent):
            faults.append("time")
        if record.text is not None and row["text"] != record.text:
            faults.append("text")
        if record.person is not None and not self._is_sender(row["sender"], record):
            faults.append("sender" if row["sender"] is not None else "no sender")
        self.faults.update(faults)
        self.faults["kind"] += row["kind"] != record.kind
        self.faults["attachments"] += _states(row["attachments"]) != [one.state for one in record.attachments]
        self.faults += Counter()
        return not faults

    def _is_copy(self, one: TrueRecord, first: TrueRecord) -> bool:
        """Whether two records that are shown as one really are."""
        is_same = (one.message, one.conversation) == (first.message, first.conversation)
        self.faults["joined"] += not is_same
        return is_same

    def _is_sender(self, sender: object, record: TrueRecord) -> bool:
        """An account must be the very one; a name must be that person's on that exhibit."""
        if sender is None:
            return False
        if record.sender is not None and record.sender_name is None:
            return sender == record.sender
        return self.index.owner(sender) == record.person

    def payments(self) -> Rate:
        """Booked lines found at their place with the right amount, direction and day."""
        right, shown = set(), 0
        for row in self.rows["payments"]:
            found = [self.index.entry(place) for place in _places(row)]
            shown += len({id(one) if one else number for number, one in enumerate(found)})
            entry = self.index.entry(_place(row))
            self.payment_deals[row["id"]] = self.index.deals_of(entry) if entry else ()
            if entry is None:
                continue
            wrong = self._wrong(row, entry)
            self.faults.update(wrong)
            if not wrong:
                right |= {id(one) for one in found if one is not None}
        return Rate(len(right), shown, len(self.index.truth.entries))

    def _wrong(self, row: Row, entry: TrueEntry) -> list[str]:
        """What of a booked line is not as it stands on the statement."""
        own = row["beneficiary"] if entry.incoming else row["payer"]
        checks = {
            "amount": row["amount_minor"] == entry.amount_minor,
            "party": self.index.owner(own) == self.index.owner(entry.account),
            "day": row["booked"] == entry.booked,
        }
        return [name for name, is_right in checks.items() if not is_right]

    def deals(self, shown: Sequence[Row], *, paid: bool) -> Rate:
        """Shown deals that are one true deal each: its payments, its two persons, most of its messages."""
        claimed = [deal for deal in shown if deal["state"] not in IDLE]
        found = {key: deal for deal in claimed if (key := self._true_deal(deal))}
        true = [deal for deal in self.index.deals.values() if _is_seen(deal, paid=paid)]
        if not paid:
            for key, deal in found.items():
                self.faults["deal kind"] += deal["kind"] != self.index.deals[key].kind
                self.faults["deal state"] += deal["state"] != self.index.deals[key].state
            self.faults += Counter()
        return Rate(len(found.keys() & {deal.key for deal in true}), len(claimed), len(true))

    def _true_deal(self, shown: Row) -> str | None:
        """The deal that a shown one is, or null where it mixes several or names the wrong persons."""
        key = self._one_deal(shown)
        return key if key is not None and self._sides(shown) == self._true_sides(key) else None

    def _sides(self, shown: Row) -> tuple[str | None, str | None]:
        return self.index.owner(shown["seller"]), self.index.owner(shown["buyer"])

    def _true_sides(self, key: str) -> tuple[str, str]:
        return self.index.deals[key].seller, self.index.deals[key].buyer

    def _one_deal(self, shown: Row) -> str | None:
        """The deal to which all payments and most messages of a shown one belong, whoever its sides are."""
        paid = [self.payment_deals.get(one, ()) for one in _items(shown["payments"])]
        said = Counter(key for one in _items(shown["messages"]) if (key := self.message_deal.get(one)))
        common = said.most_common(1)[0][0] if said else None
        if paid:
            shared = set(paid[0]).intersection(*paid[1:])
            return common if common in shared else min(shared) if shared and not said else None
        return common

    def kept(self, shown: Row) -> Kept:
        """What one shown deal is in truth."""
        said = Counter(key for one in _items(shown["messages"]) if (key := self.message_deal.get(one)))
        key = self._one_deal(shown)
        fits = key is not None and all(
            one in {None, other} for one, other in zip(self._sides(shown), self._true_sides(key), strict=True)
        )
        return Kept(key if fits else None, said.most_common(1)[0][0] if said else None)

    def edges(self) -> Rate:
        """Pairs of seller and buyer; those whose chats no exhibit holds need not be found."""
        people = {row["id"]: self._person(row) for row in self.rows["persons"]}
        true = {(deal.seller, deal.buyer) for deal in self.index.deals.values() if _is_seen(deal, paid=False)}
        shown = {(row["left"], row["right"]): None for row in self.rows["network"]}
        right = {pair for left, right in shown if (pair := (people.get(left), people.get(right))) in true}
        return Rate(len(right), len(shown), len(true))

    def _person(self, row: Row) -> str | None:
        owners = Counter(owner for one in _items(row["accounts"]) if (owner := self.index.owner(one)))
        return owners.most_common(1)[0][0] if owners else None

    def persons(self) -> Rate:
        """Pairs of shown accounts: joined rightly, joined, to be joined."""
        groups = [
            [owner for one in _items(row["accounts"]) if (owner := self.index.owner(one))]
            for row in self.rows["persons"]
        ]
        pairs = [pair for group in groups for pair in combinations(group, 2)]
        accounts = Counter(owner for group in groups for owner in group)
        true = sum(count * (count - 1) // 2 for count in accounts.values())
        return Rate(sum(one == other for one, other in pairs), len(pairs), true)

    def sources(self) -> Rate:
        """Conversations that brought what was sold on, by the room that they really are."""
        rooms = {
            row["conversation"]: record.conversation
            for row in self.rows["messages"]
            if (record := self.index.record(_place(row)))
        }
        true = {one.conversation for one in self.index.truth.origins}
        shown = [rooms.get(row["conversation"]) for row in self.rows["sources"]]
        return Rate(len(true.intersection(one for one in shown if one)), len(shown), len(true))

    def items_error(self) -> float:
        """How far the delivered items of right deals are from the truth."""
        wrong = whole = 0
        for row in self.rows["deals"]:
            key = self._true_deal(row)
            if key is None:
                continue
            deal = self.index.deals[key]
            whole += deal.delivered
            wrong += abs(deal.delivered - int(str(row["items_delivered"] or 0)))
        return wrong / whole if whole else 0.0

    def money_error(self) -> float:
        """How far the money of all shown deals with payments is from what was paid for seen deals."""
        true = sum(deal.paid_minor for deal in self.index.deals.values() if _is_seen(deal, paid=True))
        shown = sum(int(str(row["amount_minor"] or 0)) for row in self.rows["deals"] if row["payments"])
        return abs(shown - true) / true if true else 0.0


def _is_seen(deal: TrueDeal, *, paid: bool) -> bool:
    """Whether the exhibits hold enough of a deal that it can be found."""
    if deal.state in IDLE or not deal.seen_messages:
        return False
    return bool(deal.seen_payments) or not paid


def _place(row: Row) -> Row:
    place = row["place"]
    return place if isinstance(place, Mapping) else {}


def _places(row: Row) -> list[Row]:
    return [place for place in _items(row.get("places") or [row["place"]]) if isinstance(place, Mapping)]


def _items(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _states(attachments: object) -> list[object]:
    return [one["state"] for one in _items(attachments) if isinstance(one, Mapping)]


def _moment(text: object) -> datetime:
    return datetime.fromisoformat(str(text))
