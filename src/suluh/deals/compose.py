# SPDX-License-Identifier: Apache-2.0
"""Writes an episode, with or without its payment, as the deal that an analyst reads."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from math import exp
from typing import Literal, NamedTuple

import msgspec

from suluh.deals.facts.ledger import Line
from suluh.deals.money.matched import Paid
from suluh.deals.stamps import booked, first, moment, stamp
from suluh.deals.talks.episodes import DELIVER, Basis, Episode, Talk
from suluh.deals.talks.handover import Handed
from suluh.deals.talks.pairs import account_of
from suluh.model.ids import deal_id, make_id
from suluh.model.times import utc
from suluh.model.trade import Deal, Term

State = Literal["offered", "paid", "delivered", "paid-not-delivered"]

_MANY_CHANCES = 200_000
"""A coincidence that more than a fifth of such stretches hold is said as a reason against."""


class Told(NamedTuple):
    """An episode with all that belongs to it."""

    talk: Talk
    episode: Episode
    handed: Handed


def deal(told: Told, paid: Paid | None, ends: Mapping[str, datetime]) -> Deal:
    """The deal of an episode, with or without its payment."""
    episode, handed = told.episode, told.handed
    messages = _messages(told)
    for_, against = _reasons(told, paid)
    amount, currency = _amount(episode, paid)
    files = tuple(dict.fromkeys(sha for one in handed.deliveries for sha in one.items if sha))
    last, given = paid.lines[-1] if paid else None, first(handed.deliveries or handed.access)
    return Deal(
        id=deal_id(messages[0]),
        kind=episode.kind,
        state=_state(told, paid, ends),
        tier=_tier(told, paid),
        seller=account_of(told.talk, episode.seller, set(messages)),
        buyer=account_of(told.talk, episode.buyer, set(messages)),
        items_promised=_promised(told, paid),
        items_delivered=handed.items,
        items_distinct=len(files),
        amount_minor=amount,
        currency=currency,
        offered_at=moment(episode.opened),
        paid_at=moment(last.at) if last else None,
        delivered_at=moment(given.at) if given else None,
        payments=tuple(name for line in paid.lines for name in line.payments) if paid else (),
        messages=messages,
        files=files,
        score=round(_probability(paid) * (trade(told) or 1)) if paid else _score_of_talk(for_),
        chance=paid.chance.share if paid else None,
        reasons_for=for_,
        reasons_against=against,
        offered_on=stamp(first(episode.openings)),
        paid_on=booked(last),
        delivered_on=stamp(given),
        coincidence=paid.chance.parts if paid else None,
    )


LEAST_TRADE, RECORDED_TRADE = 0.4, 0.8
"""Below the first mean share of trade a stretch of talk is ordinary life; a `recorded` deal reaches the second.

Chosen on the corpus, each writer read by weights that they had no part in: docs/accuracy.md has what they give.
"""


def trade(told: Told) -> float | None:
    """How much the messages of an episode read as trade in digital items, on average.

    Null where none was read, and where one names goods with their price in words that need no weights.
    """
    episode, handed = told.episode, told.handed
    if any(one.plain for one in episode.openings):
        return None
    said = (*episode.openings, *episode.others, *handed.claims, *handed.returned, *handed.deliveries, *handed.access)
    shares = {one.message: one.trade for one in said if one.trade is not None}
    return sum(shares.values()) / len(shares) if shares else None


def apart(deals: Iterable[Deal]) -> Iterator[Deal]:
    """Deals under ids of their own: one whose first message is another deal's as well is told apart by its number."""
    times: Counter[str] = Counter()
    for one in deals:
        number = times[one.id]
        times[one.id] += 1
        yield msgspec.structs.replace(one, id=make_id("deal", one.id, number)) if number else one


def _tier(told: Told, paid: Paid | None) -> Literal["recorded", "possible"]:
    """A payment that stands out makes a deal `recorded` only where its talk reads as trade."""
    share = trade(told)
    if paid is None or (share is not None and share < RECORDED_TRADE):
        return "possible"
    return paid.tier


def _state(told: Told, paid: Paid | None, ends: Mapping[str, datetime]) -> State:
    handed = told.handed
    if handed.deliveries or handed.access:
        return "delivered"
    if paid is None and not handed.claims:
        return "offered"
    claimed = first(handed.claims)
    at = paid.lines[-1].end if paid else claimed and claimed.at
    return "paid-not-delivered" if at is not None and _closed(told, at, ends) else "paid"


def _closed(told: Told, at: datetime, ends: Mapping[str, datetime]) -> bool:
    """Whether the exhibits that hold the talk go on past the time in which items would have been sent."""
    exhibits = {one.exhibit for one in (*told.episode.openings, *told.handed.claims)}
    return any(ends[one] > at + DELIVER for one in exhibits if one in ends)


def _promised(told: Told, paid: Paid | None) -> int | None:
    """How many items were promised: by the price that was paid, by the order, or because one offer was made."""
    if paid and paid.pair.items:
        return paid.pair.items
    return told.episode.promised()


def _amount(episode: Episode, paid: Paid | None) -> tuple[int | None, str | None]:
    """What was paid, or else the one price that was named."""
    if paid:
        return sum(line.amount for line in paid.lines), paid.lines[0].payment.currency
    prices = set() if episode.usual else {(option.minor, option.currency) for option in episode.options}
    return prices.pop() if len(prices) == 1 else (None, None)


def _messages(told: Told) -> tuple[str, ...]:
    handed = told.handed
    said = (*told.episode.openings, *told.episode.others, *handed.claims, *handed.returned)
    return tuple(dict.fromkeys(one.message for one in (*said, *handed.deliveries, *handed.access)))


def _reasons(told: Told, paid: Paid | None) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    terms = [*_talk_terms(told), *(paid.pair.terms if paid else ()), *(_doubts(paid) if paid else ())]
    return tuple(term for term in terms if term.score >= 0), tuple(term for term in terms if term.score < 0)


def _talk_terms(told: Told) -> Iterator[Term]:
    episode, handed = told.episode, told.handed
    yield from _BASES.get(told.talk.basis, ())
    yield from _trade_term(told)
    if episode.offers:
        yield Term(rule="offer", score=300_000, text="The seller offered it.", text_id="Penjual menawarkannya.")
    if episode.orders:
        yield Term(rule="order", score=200_000, text="The buyer asked for it.", text_id="Pembeli memintanya.")
    if handed.claims:
        yield Term(
            rule="said-paid",
            score=100_000,
            text="The buyer said that it was paid.",
            text_id="Pembeli mengatakan sudah membayar.",
        )
    yield from _sent_terms(told)


def _trade_term(told: Told) -> Iterator[Term]:
    share = trade(told)
    if share is None:
        return
    number = round(100 * share)
    yield Term(
        rule="reads-as-trade",
        score=0 if share >= RECORDED_TRADE else -50_000,
        text=f"Its messages read as trade in digital items rather than ordinary life at {number} of 100 on average.",
        text_id="Pesan-pesannya terbaca sebagai jual beli materi digital, bukan kehidupan sehari-hari, rata-rata"
        f" {number} dari 100.",
    )


def _sent_terms(told: Told) -> Iterator[Term]:
    handed = told.handed
    if handed.deliveries:
        yield Term(
            rule="sent",
            score=300_000,
            text=f"{handed.items} items went from seller to buyer after it.",
            text_id=f"Setelah itu {handed.items} materi dikirim dari penjual kepada pembeli.",
        )
    elif handed.access:
        yield Term(
            rule="access",
            score=200_000,
            text="The seller said that access was given.",
            text_id="Penjual mengatakan akses sudah diberikan.",
        )
    else:
        yield Term(
            rule="not-sent",
            score=-100_000,
            text="The exhibits show no item sent after it.",
            text_id="Barang bukti tidak menunjukkan materi yang dikirim setelah itu.",
        )
    if handed.returned:
        yield Term(
            rule="returned",
            score=200_000,
            text="The buyer sent items in exchange.",
            text_id="Pembeli mengirim materi sebagai penukar.",
        )
    if handed.in_one_going:
        yield Term(
            rule="in-one-going",
            score=-50_000,
            text="Items of two trades came in one going: their number fits, which belong to which is not sure.",
            text_id="Materi dari dua jual beli dikirim sekaligus: jumlahnya cocok untuk keduanya, tetapi materi mana "
            "milik yang mana tidak pasti.",
        )
    promised = _promised(told, None)
    if promised and handed.items and promised != handed.items:
        text = f"{promised} items were spoken of and {handed.items} were sent."
        text_id = f"{promised} materi dibicarakan dan {handed.items} dikirim."
        yield Term(rule="number-differs", score=-50_000, text=text, text_id=text_id)


_BASES: Mapping[Basis, tuple[Term, ...]] = {
    "as-usual": (
        Term(
            rule="usual-account",
            score=100_000,
            text="When asked, the seller named the account that others pay for items into.",
            text_id="Ketika diminta, penjual menyebut akun yang dipakai orang lain untuk membayar materi.",
        ),
        Term(
            rule="price-not-told",
            score=-100_000,
            text="The two never named items with their price.",
            text_id="Keduanya tidak pernah menyebut materi beserta harganya.",
        ),
    ),
    "seller-gives": (
        Term(
            rule="giver-offers",
            score=100_000,
            text="The side that gives offers items to everybody.",
            text_id="Pihak yang memberi menawarkan materi kepada semua orang.",
        ),
    ),
    "sold-elsewhere": (
        Term(
            rule="sold-elsewhere",
            score=100_000,
            text="At least half of the contents given that are held were sent in other sales as well.",
            text_id="Sedikitnya separuh isi pemberian yang tersedia juga dikirim dalam penjualan lain.",
        ),
        Term(
            rule="not-a-known-seller",
            score=-100_000,
            text="The side that gives made no offer to everybody.",
            text_id="Pihak yang memberi tidak pernah menawarkan kepada semua orang.",
        ),
    ),
}
"""Why the talk counts as trade, where its own words do not say it."""


def _doubts(paid: Paid) -> Iterator[Term]:
    if paid.equal:
        yield _equal(paid.equal.line)
    if paid.rivals:
        number = "One other payment fits" if paid.rivals == 1 else f"{paid.rivals} other payments fit"
        text = f"{number} this offer as well."
        text_id = f"{paid.rivals} pembayaran lain juga cocok dengan penawaran ini."
        yield Term(rule="rivals", score=-min(500_000, 100_000 * paid.rivals), text=text, text_id=text_id)
    if paid.chance.share > _MANY_CHANCES:
        share = f"{paid.chance.share / 10_000:.0f}"
        text = f"{share} in 100 stretches of this ledger of such a length hold such a payment anyway."
        text_id = f"{share} dari 100 rentang waktu sepanjang ini dalam mutasi ini memuat pembayaran seperti itu juga."
        yield Term(rule="chance-match", score=-paid.chance.share // 2, text=text, text_id=text_id)


def _equal(rival: Line) -> Term:
    """The doubt that another payment of the same amount raises where only a name decides."""
    day = moment(rival.at) or rival.payment.booked or utc(rival.end)[:10]
    name = rival.payment.id
    return Term(
        rule="equal-rival",
        score=-700_000,
        text=f"Payment {name} of {day}, of the same amount to the same account, fits this offer as well: only a name "
        "that payer and buyer share speaks for the one given here.",
        text_id=f"Pembayaran {name} pada {day}, dengan jumlah yang sama ke akun yang sama, juga cocok dengan "
        "penawaran ini: hanya kesamaan nama pembayar dan pembeli yang mendukung pembayaran yang disebut di sini.",
    )


def _score_of_talk(reasons: tuple[Term, ...]) -> int:
    """Without a payment record the score says how much of a deal the talk shows, and is never high."""
    return min(600_000, sum(term.score for term in reasons) * 3 // 4)


def _probability(paid: Paid) -> int:
    """How often a pair of this weight and margin was right in made-up worlds."""
    weight, margin = paid.pair.weight / 1_000_000, max(-1.0, min(3.0, paid.margin / 1_000_000))
    return round(1_000_000 / (1 + exp(-(INTERCEPT + BY_WEIGHT * weight + BY_MARGIN * margin))))


INTERCEPT, BY_WEIGHT, BY_MARGIN = -0.5, 0.6, 1.2
"""Chosen by hand on the simulator's made-up worlds, not fitted; bench/deals.py measures what they give."""
