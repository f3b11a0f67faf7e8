# SPDX-License-Identifier: Apache-2.0
"""Sources: conversations through which items came in that were later sold on.

1. Exhibits of one holder are looked at together, on all of which a content is seen first at one message.
2. What the holder sent first, on whatever exhibit it stands, came from no source.
3. A content came in only if whoever sent that message is certainly somebody else; where the sender may be the holder,
   nothing is said of the conversation, and a flaw names it.
4. It makes a source if the holder sold or gave it in another deal; by 2, that was later. In a group it makes one as
   well if it is known material and the holder sells: most exports hold nothing of what was sold.
5. Copies of one conversation are one source.
6. A talk of two in which the holder sold to the other side is no source: what came in there is part of that trade.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import unquote

from suluh.model.after.beyond import Joint, Origin, Poster
from suluh.model.ids import make_id
from suluh.model.intake import Flaw
from suluh.model.people import Person
from suluh.model.place import Place
from suluh.model.rules.holders import NOBODY, Holder
from suluh.model.talk import Conversation, Message, is_named_only, service_of
from suluh.model.times import Dated
from suluh.model.trade import Deal
from suluh.network.copies import Copies
from suluh.network.countries import countries

UNKNOWN = (
    "whether items that were sold came in here or were sent from here cannot be said: the own account of the exhibit "
    "in this conversation is not known; state it with --account, or decide on its links"
)


@dataclass
class _Incoming:
    """What came in through one conversation and its copies."""

    contents: set[str] = field(default_factory=set)
    """Contents that a holder saw here before anywhere else."""

    sold_on: set[str] = field(default_factory=set)
    posted: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The contents that each sender brought."""

    takers: set[str] = field(default_factory=set)
    """The accounts of the holders to whom they came."""

    known: set[str] = field(default_factory=set)
    """Those of a group that stand in a set of known material, and came to somebody who sold."""

    conversations: set[str] = field(default_factory=set)


class _Sight(NamedTuple):
    """Where a holder saw a content first."""

    at: datetime
    message: str
    conversation: str
    sender: str | None
    place: Place


class _Sale(NamedTuple):
    """One deal in which a content was handed over."""

    seller: str | None
    messages: frozenset[str]


_UNDATED = datetime.max.replace(tzinfo=UTC)


def sources(  # noqa: PLR0913, PLR0917 # the line hands over each kind of noun by itself
    talk: Iterable[Dated[Message]],
    conversations: Iterable[Conversation],
    own: Mapping[str, Holder],
    deals: Iterable[Deal],
    persons: Iterable[Person] = (),
    same_talk: Iterable[Joint] = (),
    material: AbstractSet[str] = frozenset(),
) -> Iterator[Origin | Flaw]:
    """The sources in the order of ids, then a flaw for each conversation of which nothing can be said.

    `talk` holds each message on every exhibit that has it; `same_talk` are conversations that are one,
    `material` the contents that stand in a set of known material.
    """
    known = tuple(conversations)
    persons = tuple(persons)
    person = {account: one.id for one in persons for account in one.accounts}
    alike, people = Copies(known, own, person, same_talk), _together(own)
    numbers = _Numbers(persons)
    first = _first_sights(talk, people, alike)
    copies = alike.first_of()
    members: dict[str, set[str]] = defaultdict(set)
    holders: dict[str, set[str]] = defaultdict(set)
    there: dict[tuple[str, str], Conversation] = {}
    for one in known:
        first_copy = copies.get(one.conversation, one.conversation)
        members[first_copy].update(one.members, alike.shown_in(one.conversation))
        holders[first_copy].update(people.holding(one.place.exhibit))
        key = one.place.exhibit, one.conversation
        if key not in there or (there[key].kind == "direct" and one.kind != "direct"):
            there[key] = one
    traded = tuple(deals)
    sold = _customers(traded, person), _sellers(traded)
    case = _Case(people, own, there, copies, person, _sales(traded), *sold, material)
    found, doubtful = _incoming(first, case)
    origins = [
        _origin(one, its, material, numbers.of((members[one] - holders[one]).union(its.posted) - its.takers))
        for one, its in found.items()
        if its.sold_on or its.known
    ]
    yield from sorted(origins, key=lambda origin: origin.id)
    for (exhibit, conversation), place in sorted(doubtful.items(), key=lambda one: one[0]):
        yield Flaw(id=make_id("flaw", "draw", exhibit, conversation), step="draw", reason=UNKNOWN, place=place)


def _origin(conversation: str, its: _Incoming, material: AbstractSet[str], others: set[str]) -> Origin:
    return Origin(
        id=make_id("origin", conversation),
        conversation=conversation,
        first_seen_items=len(its.contents),
        items_sold_on=len(its.sold_on),
        known_items=len(its.known),
        known_first_seen=len(its.contents & material),
        countries=countries(others),
        copies=tuple(sorted(its.conversations - {conversation})),
        posters=tuple(
            Poster(account=account, items=len(contents), sold_on=len(contents & its.sold_on))
            for account, contents in sorted(its.posted.items())
        ),
    )


class _Numbers:
    """The phone numbers behind accounts that are none: those of the same person on the same service."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self._numbers: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._person = {account: one.id for one in persons for account in one.accounts}
        for account, person in self._person.items():
            if _is_number(account):
                self._numbers[person, service_of(account)].add(account)

    def of(self, accounts: Iterable[str]) -> set[str]:
        """The accounts, those that are no number with the numbers of their person."""
        found: set[str] = set()
        for one in accounts:
            found.add(one)
            if not _is_number(one) and one in self._person:
                found |= self._numbers.get((self._person[one], service_of(one)), set())
        return found


def _is_number(account: str) -> bool:
    return account.partition(":")[2].startswith("+")


class _People(NamedTuple):
    """Holders, each under the first label of its exhibits."""

    of_exhibit: Mapping[str, str]
    accounts: Mapping[str, frozenset[str]]
    of_account: Mapping[str, frozenset[str]]
    """The holders whose account it is: one, but for accounts that several exhibits state."""

    def holding(self, exhibit: str) -> AbstractSet[str]:
        """The accounts of whoever holds an exhibit."""
        return self.accounts.get(self.of_exhibit.get(exhibit, exhibit), frozenset())


def _together(own: Mapping[str, Holder]) -> _People:
    """Exhibits that share an account of their holders are those of one holder."""
    of_exhibit: dict[str, str] = {}
    accounts: dict[str, set[str]] = {}
    for label, holder in sorted(own.items()):
        same = [name for name, held in accounts.items() if held & holder.accounts]
        first = same[0] if same else label
        merged = accounts.setdefault(first, set()) | holder.accounts
        merged.update(*(accounts.pop(name) for name in same[1:]))
        accounts[first] = merged
        of_exhibit = {one: first if name in same else name for one, name in of_exhibit.items()} | {label: first}
    of_account: dict[str, set[str]] = defaultdict(set)
    for name, held in accounts.items():
        for account in held:
            of_account[account].add(name)
    return _People(
        of_exhibit,
        {name: frozenset(held) for name, held in accounts.items()},
        {account: frozenset(names) for account, names in of_account.items()},
    )


Sights = dict[tuple[str, str], _Sight]


def _first_sights(talk: Iterable[Dated[Message]], people: _People, copies: Copies) -> Sights:
    """For each holder and content where it was seen first: on the holder's exhibits, or sent by them on any."""
    first: Sights = {}
    for message, at in talk:
        copies.note(message, at)
        contents = [one.sha256 for one in message.attachments if one.sha256 is not None]
        if not contents:
            continue
        label = message.place.exhibit
        sight = _Sight(at or _UNDATED, message.id, message.conversation, message.sender, message.place)
        for who in {people.of_exhibit.get(label, label)} | people.of_account.get(message.sender or "", frozenset()):
            for sha in contents:
                first[who, sha] = min(first.get((who, sha), sight), sight, key=lambda one: one[:2])
    return first


class _Case(NamedTuple):
    """What decides whether a content came in, and whether it was sold on."""

    people: _People
    own: Mapping[str, Holder]
    there: Mapping[tuple[str, str], Conversation]
    """A sighting of each conversation, by exhibit and id."""

    copies: Mapping[str, str]
    person: Mapping[str, str]
    """The person of each account."""

    sales: Mapping[str, list[_Sale]]
    customers: AbstractSet[tuple[str, str]]
    """The accounts of sellers, each with the person to whom it sold."""

    sellers: AbstractSet[str]
    """The accounts that handed something over in a deal."""

    material: AbstractSet[str]

    def name(self, account: str) -> str:
        """The person of an account, or the account itself."""
        return self.person.get(account, account)

    def is_customer(self, sight: _Sight, mine: AbstractSet[str]) -> bool:
        """Whether something came from whom the holder sold to, in a talk of the two alone."""
        there = self.there.get((sight.place.exhibit, sight.conversation))
        sender = self.name(sight.sender or "")
        return there is not None and there.kind == "direct" and any((one, sender) in self.customers for one in mine)

    def is_known(self, sha: str, sight: _Sight, mine: AbstractSet[str]) -> bool:
        """Whether known material came to somebody who sells, in a talk of more than two."""
        there = self.there.get((sight.place.exhibit, sight.conversation))
        is_group = there is not None and there.kind != "direct"
        return is_group and sha in self.material and bool(self.sellers & mine)


def _customers(deals: Iterable[Deal], person: Mapping[str, str]) -> set[tuple[str, str]]:
    sold = (one for one in deals if one.state != "offered")
    return {(one.seller, person.get(one.buyer, one.buyer)) for one in sold if one.seller and one.buyer}


def _sellers(deals: Iterable[Deal]) -> set[str]:
    return {one.seller for one in deals if one.state == "delivered" and one.seller}


def _incoming(first: Sights, case: _Case) -> tuple[dict[str, _Incoming], dict[tuple[str, str], Place]]:
    """What came in through each conversation, and where it cannot be said."""
    found: dict[str, _Incoming] = defaultdict(_Incoming)
    doubtful: dict[tuple[str, str], Place] = {}
    for (who, sha), sight in sorted(first.items(), key=lambda one: one[0]):
        mine = case.people.accounts.get(who, frozenset())
        where = (sight.place.exhibit, sight.conversation)
        if sight.sender is None:
            doubtful.setdefault(where, sight.place)
            continue
        if sight.sender in mine or case.is_customer(sight, mine):
            continue
        sold = [sale for sale in case.sales.get(sha, ()) if sight.message not in sale.messages]
        if not _is_another(sight.sender, case.own.get(where[0], NOBODY), case.there.get(where), where[1]):
            if any(case.name(sale.seller or "") != case.name(sight.sender) for sale in sold):
                doubtful.setdefault(where, sight.place)
            continue
        incoming = found[case.copies.get(sight.conversation, sight.conversation)]
        incoming.contents.add(sha)
        incoming.posted[sight.sender].add(sha)
        incoming.takers |= mine
        incoming.conversations.add(sight.conversation)
        if any(sale.seller in mine for sale in sold):
            incoming.sold_on.add(sha)
        if case.is_known(sha, sight, mine):
            incoming.known.add(sha)
    return found, doubtful


def _is_another(sender: str, holder: Holder, there: Conversation | None, conversation: str) -> bool:
    """Whether a sender is certainly not the holder, who may go by a name that nothing joins to them yet."""
    service = service_of(conversation)
    if sender in holder.doubtful:
        return False
    if not is_named_only(sender):
        return holder.has(service)
    if there is not None and holder.accounts & set(there.members):
        return True
    if there is not None and there.kind == "direct" and there.title != unquote(sender.rpartition("/")[2]):
        return False
    return service in holder.named_in


def _sales(deals: Iterable[Deal]) -> dict[str, list[_Sale]]:
    """The deals that handed a content over, by content."""
    found: dict[str, list[_Sale]] = defaultdict(list)
    for deal in deals:
        if deal.state == "delivered":
            sale = _Sale(deal.seller, frozenset(deal.messages))
            for sha in set(deal.files):
                found[sha].append(sale)
    return found
