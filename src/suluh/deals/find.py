# SPDX-License-Identifier: Apache-2.0
"""Deals: who offered what to whom, which payment belongs to it, what was sent."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from suluh.deals.compose import apart, deal
from suluh.deals.facts.ledger import Line, lines
from suluh.deals.facts.parties import Parties, heard, parties
from suluh.deals.hints import hints
from suluh.deals.judge.judge import Judged, Weighed, judge
from suluh.deals.judge.kinds import Kinded, kinds
from suluh.deals.judge.marks import marks, seen
from suluh.deals.money.covered import Covered
from suluh.deals.money.matched import Paid, match
from suluh.deals.money.refunds import with_refunds
from suluh.deals.offers import told_to_everybody, without_buyer
from suluh.deals.otherwise import otherwise
from suluh.deals.reading.rooms import Rooms
from suluh.deals.talks.episodes import Episode, Talk
from suluh.deals.talks.handover import Handed, hand_over, paid_about
from suluh.deals.talks.pairs import split, talks
from suluh.deals.told import Told, all_told
from suluh.deals.words.amounts import LONGEST, beginning
from suluh.deals.words.same_as import SameAs
from suluh.deals.words.shared import Share, shared_signals
from suluh.deals.words.signals import signals
from suluh.model.ids import make_id
from suluh.model.intake import Flaw
from suluh.model.people import Link, Person
from suluh.model.rules.holders import Holder
from suluh.model.rules.lost import Lost
from suluh.model.talk import Account, Conversation, Message
from suluh.model.times import Dated
from suluh.model.trade import UNKNOWN_LAYOUT, Deal, Offer, Payment, Statement


class Together(NamedTuple):
    """Everything that was put together, before it is judged."""

    told: tuple[tuple[Told, Paid | None], ...]
    offers: tuple[Offer, ...]
    sides: Parties
    flaws: tuple[Flaw, ...]
    booked: tuple[Line, ...]


def find(  # noqa: PLR0913, PLR0917 # the line hands over each kind of noun by itself
    rooms: Rooms,
    payments: Iterable[Dated[Payment]],
    statements: Iterable[Statement],
    conversations: Iterable[Conversation],
    persons: Iterable[Person],
    accounts: Iterable[Account],
    own: Mapping[str, Holder],
    ends: Mapping[str, datetime],
    same_as: Mapping[str, str] = MappingProxyType({}),
    share: Share | None = None,
) -> Iterator[Deal | Offer | Link | Flaw]:
    """Every deal in the order of ids, every offer, then links that payments suggest; nothing here joins two persons.

    A message or payment that cannot be worked with is left out of the deals, and a flaw at the end says so; another
    flaw is for each message that is too long to be read whole.

    Each deal says how likely it is one: one with a payment is `recorded` from a share on that held for every writer of
    the corpus; all others are `possible`. Messages are read once, conversation by conversation, and only what speaks of
    trade is kept in memory.
    Words of `same_as` are read as the known ones that they stand for. Where there is a `share`, several processes read
    the messages, and nothing comes out otherwise.
    """
    found = put_together(rooms, payments, statements, conversations, persons, accounts, own, same_as, share)
    offers, deals, sure = list(found.offers), list[Deal](), list[tuple[Talk, Paid]]()
    for (told, paid), kinded, judged in _judged(found.told):
        one = deal(told, paid, ends, kinded, judged)
        if one.state == "offered" and one.buyer is None:
            offers.append(without_buyer(one, told.episode))
            continue
        deals.append(one)
        if paid is not None and one.tier == "recorded":
            sure.append((told.talk, paid))
    yield from sorted(apart(otherwise(deals, found.booked)), key=lambda one: one.id)
    yield from sorted(offers, key=lambda one: one.id)
    yield from hints(sure, found.sides)
    yield from found.flaws


def _judged(
    found: Sequence[tuple[Told, Paid | None]],
) -> Iterator[tuple[tuple[Told, Paid | None], Kinded, Judged]]:
    """What is likely enough to be said, of the likeliest kind: each episode beside all others of its seller."""
    sorts, weighed = list[Kinded](), list[Weighed]()
    for told, paid in found:
        its = marks(told, paid)
        sorts.append(kinds().of(its))
        sides = told.episode.seller, told.episode.buyer
        weighed.append(judge().weighed(its | sorts[-1].marks(), seen(told, paid), *sides))
    for one, kinded, judged in zip(found, sorts, judge().judged(weighed), strict=True):
        if judged is not None:
            yield one, kinded, judged


def put_together(  # noqa: PLR0913, PLR0917 # as above
    rooms: Rooms,
    payments: Iterable[Dated[Payment]],
    statements: Iterable[Statement],
    conversations: Iterable[Conversation],
    persons: Iterable[Person],
    accounts: Iterable[Account],
    own: Mapping[str, Holder],
    same_as: Mapping[str, str] = MappingProxyType({}),
    share: Share | None = None,
) -> Together:
    """Every episode that shows more than a question, with the payment that fits it best."""
    lost = Lost("deals")
    papers, money = tuple(statements), tuple(payments)
    sides = parties(persons, accounts, papers, (one.value for one in money), own)
    long: list[Flaw] = []
    noted = (_noted(room, long) for room in rooms)
    read = shared_signals(noted, sides, lost, same_as, share) if share else signals(noted, sides, lost, SameAs(same_as))
    known = heard(conversations, sides)
    streams, public = split(read, known, sides)
    found = talks(streams, public, sides)
    streams.clear()  # what is said in no trade is most of it
    episodes = [episode for one in found for episode in one.episodes]
    booked = lines(money, papers, lost)
    paid = with_refunds(found, episodes, _proved(match(found, episodes, booked, sides), papers), booked)
    handed = _handed(found, paid)
    every = enumerate(all_told(found, episodes, paid, handed, Covered(booked, sides)))
    told = ((one, paid.get(number)) for number, one in every if _is_deal(one.episode, paid.get(number), one.handed))
    return Together(tuple(told), tuple(told_to_everybody(public, known)), sides, (*long, *lost.flaws), tuple(booked))


def _noted(room: Iterable[Dated[Message]], long: list[Flaw]) -> Iterator[Dated[Message]]:
    """Every message, with a flaw for each that is longer than is looked at for amounts."""
    for one in room:
        message = one.value
        if len(message.text) > LONGEST:
            read = len(beginning(message.text))
            reason = f"a message of {len(message.text):,} characters: amounts were looked for in the first {read:,}"
            identity = make_id("flaw", "deals", message.id, "long")
            long.append(Flaw(id=identity, step="deals", reason=reason, place=message.place))
        yield one


def _proved(paid: Mapping[int, Paid], papers: Iterable[Statement]) -> dict[int, Paid]:
    """The payments: one on a statement that only its own arithmetic explains is possible, until it is accepted."""
    open_ = {one.id for one in papers if one.layout == UNKNOWN_LAYOUT}
    return {
        number: replace(one, held=True) if any(line.payment.statement in open_ for line in one.lines) else one
        for number, one in paid.items()
    }


def _handed(found: Iterable[Talk], paid: Mapping[int, Paid]) -> dict[int, Handed]:
    """What every episode got, by its number over all talks."""
    handed: dict[int, Handed] = {}
    for talk in found:
        numbers = {place: len(handed) + place for place in range(len(talk.episodes))}
        times = {
            number: paid_about(talk, talk.episodes[place], paid[number].lines[-1])
            for place, number in numbers.items()
            if number in paid
        }
        promised = {
            number: (paid[number].pair.items if number in paid else None) or talk.episodes[place].promised()
            for place, number in numbers.items()
        }
        handed |= hand_over(talk, numbers, times, promised)
    return handed


def _is_deal(episode: Episode, paid: Paid | None, handed: Handed) -> bool:
    """Whether an episode is more than a question that nobody answered."""
    if episode.kind in {"gift", "barter"}:
        return bool(handed.deliveries) and (episode.kind == "gift" or bool(handed.returned))
    return paid is not None or bool(handed.deliveries or handed.claims or handed.access or episode.offers)
