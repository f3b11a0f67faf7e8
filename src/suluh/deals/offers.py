# SPDX-License-Identifier: Apache-2.0
"""Offers that nobody is known to have been made to alone: told to everybody, or to somebody without an account."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from suluh.deals.facts.parties import Heard
from suluh.deals.stamps import first, moment, stamp
from suluh.deals.talks.episodes import Episode
from suluh.deals.words.rule import Option
from suluh.deals.words.signals import Signal
from suluh.model.ids import make_id
from suluh.model.talk import service_of
from suluh.model.trade import Deal, Offer, Price, Term

_NO_BUYER = Term(
    rule="no-buyer",
    score=-300_000,
    text="Nothing in this offer itself says that somebody took it up.",
    text_id="Penawaran ini sendiri tidak menunjukkan bahwa ada yang menerimanya.",
)


def told_to_everybody(signals: Iterable[Signal], known: Heard) -> Iterator[Offer]:
    """One offer for the same words by the same side in one conversation, told once or again and again.

    Groups of one title on two devices are taken for one, so that what stands in the exports of both is one offer.
    """
    found: dict[tuple[str, str, bytes], list[Signal]] = defaultdict(list)
    for one in signals:
        found[_where(one.conversation, known), one.side, one.same].append(one)
    for told in found.values():
        yield _public(told, known.kinds.get(told[0].conversation, "group"))


def _where(conversation: str, known: Heard) -> str:
    titles = sorted(known.titles.get(conversation, ()))
    is_group = known.kinds.get(conversation) == "group" and bool(titles)
    return f"{service_of(conversation)} {titles[0]}" if is_group else conversation


def _times(told: Iterable[Signal]) -> int:
    """How often it was told: what stands in two conversations at one minute was told once."""
    return len({one.at.isoformat(timespec="minutes") if one.at else one.message for one in told})


def _public(told: list[Signal], where: str) -> Offer:
    opening, prices = told[0], _prices(told[0].options())
    number = _times(told)
    times = "once" if number == 1 else f"{number} times"
    term = Term(
        rule="public-offer",
        score=300_000,
        text=f"It was told to everybody {'in a group' if where == 'group' else 'who could read it'}, {times}.",
        text_id=f"Disampaikan kepada semua {'anggota grup' if where == 'group' else 'orang yang dapat membacanya'}, "
        f"{number} kali.",
    )
    return Offer(
        id=make_id("offer", opening.message),
        kind="subscription" if opening.kind == "subscription" else "sale",
        conversation=opening.conversation,
        seller=opening.account,
        at=moment(opening.at),
        seen=stamp(opening),
        prices=prices,
        items_promised=_one(prices),
        messages=tuple(one.message for one in told),
        told=number,
        reasons_for=(term,),
        reasons_against=(_NO_BUYER,),
    )


def without_buyer(deal: Deal, episode: Episode) -> Offer:
    """What would be a deal that was only offered, had its other side an account."""
    opening = first(episode.openings) or episode.openings[0]
    prices = () if episode.usual else _prices(episode.options)
    return Offer(
        id=make_id("offer", deal.id),
        kind=deal.kind,
        conversation=opening.conversation,
        seller=deal.seller,
        at=deal.offered_at,
        seen=stamp(opening),
        prices=prices,
        items_promised=deal.items_promised,
        messages=deal.messages,
        told=1,
        reasons_for=deal.reasons_for,
        reasons_against=(*deal.reasons_against, _NO_ACCOUNT),
    )


_NO_ACCOUNT = Term(
    rule="no-buyer",
    score=-300_000,
    text="No account is known of whom it was offered to.",
    text_id="Tidak diketahui akun pihak yang menerima penawaran ini.",
)


def _prices(options: Iterable[Option]) -> tuple[Price, ...]:
    return tuple(Price(items=one.items, amount_minor=one.minor, currency=one.currency) for one in options)


def _one(prices: tuple[Price, ...]) -> int | None:
    """How many items, where one price alone is named."""
    return prices[0].items if len(prices) == 1 else None
