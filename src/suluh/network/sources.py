# SPDX-License-Identifier: Apache-2.0
"""Sources: conversations through which items came in that were later sold on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from suluh.model.beyond import Origin
from suluh.model.ids import make_id
from suluh.model.talk import Account, Conversation, Message
from suluh.model.times import Dated
from suluh.model.trade import Deal
from suluh.network.countries import countries


@dataclass
class _Incoming:
    """What came in through one conversation."""

    contents: set[str] = field(default_factory=set)
    """Contents that an exhibit saw here before anywhere else."""

    sold_on: set[str] = field(default_factory=set)
    senders: set[str] = field(default_factory=set)


class _Sight(NamedTuple):
    """Where an exhibit saw a content first."""

    at: datetime
    message: str
    conversation: str
    sender: str | None


class _Sale(NamedTuple):
    """One deal in which a content was handed over."""

    seller: str | None
    messages: frozenset[str]


_UNDATED = datetime.max.replace(tzinfo=UTC)


def sources(
    talk: Iterable[Dated[Message]],
    conversations: Iterable[Conversation],
    accounts: Iterable[Account],
    deals: Iterable[Deal],
) -> Iterator[Origin]:
    """The sources in the order of ids: conversations that brought an exhibit contents that its holder then sold."""
    own = _own(accounts)
    found = _incoming(talk, own, _sales(deals))
    members: dict[str, set[str]] = defaultdict(set)
    for one in conversations:
        members[one.conversation].update(one.members)
    devices = {account for its in own.values() for account in its}
    origins = [
        Origin(
            id=make_id("origin", conversation),
            conversation=conversation,
            first_seen_items=len(incoming.contents),
            items_sold_on=len(incoming.sold_on),
            countries=countries((members[conversation] | incoming.senders) - devices),
        )
        for conversation, incoming in found.items()
        if incoming.sold_on
    ]
    yield from sorted(origins, key=lambda origin: origin.id)


def _own(accounts: Iterable[Account]) -> dict[str, set[str]]:
    """The device's own accounts, by exhibit."""
    own: dict[str, set[str]] = defaultdict(set)
    for account in accounts:
        if account.own:
            own[account.place.exhibit].add(account.account)
    return own


def _incoming(
    talk: Iterable[Dated[Message]], own: dict[str, set[str]], sales: dict[str, list[_Sale]]
) -> dict[str, _Incoming]:
    """What came in through each conversation; what the device's own side sent first did not come in."""
    found: dict[str, _Incoming] = defaultdict(_Incoming)
    for (exhibit, sha), sight in _first_sights(talk):
        # A null sender is the device itself.
        if sight.sender is None or sight.sender in own[exhibit]:
            continue
        incoming = found[sight.conversation]
        incoming.contents.add(sha)
        incoming.senders.add(sight.sender)
        if any(_sold_on(deal, sight, own[exhibit]) for deal in sales.get(sha, ())):
            incoming.sold_on.add(sha)
    return found


def _first_sights(talk: Iterable[Dated[Message]]) -> Iterator[tuple[tuple[str, str], _Sight]]:
    """For each exhibit and content where it was seen first, in the order of exhibits and contents."""
    first: dict[tuple[str, str], _Sight] = {}
    for message, at in talk:
        for attachment in message.attachments:
            if attachment.sha256 is not None:
                key = (message.place.exhibit, attachment.sha256)
                sight = _Sight(at or _UNDATED, message.id, message.conversation, message.sender)
                first[key] = min(first.get(key, sight), sight, key=lambda one: one[:2])
    yield from sorted(first.items(), key=lambda one: one[0])


def _sales(deals: Iterable[Deal]) -> dict[str, list[_Sale]]:
    """The deals that handed a content over, by content."""
    found: dict[str, list[_Sale]] = defaultdict(list)
    for deal in deals:
        if deal.state == "delivered":
            sale = _Sale(deal.seller, frozenset(deal.messages))
            for sha in set(deal.files):
                found[sha].append(sale)
    return found


def _sold_on(sale: _Sale, sight: _Sight, own: set[str]) -> bool:
    """Whether a deal is another one than that through which the content came, and the device's holder sold in it."""
    return sight.message not in sale.messages and (not own or sale.seller is None or sale.seller in own)
