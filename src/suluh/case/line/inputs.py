# SPDX-License-Identifier: Apache-2.0
"""What the steps of the line take from the case, each value in the order of its id unless said otherwise."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from heapq import merge
from itertools import chain, groupby
from operator import attrgetter
from typing import TypeVar

from msgspec.structs import replace

from suluh.case.case import Acting
from suluh.case.corrections import standing_papers
from suluh.exhibits.scope import covers_kind, is_media
from suluh.exhibits.standing import Known, Rules, in_order
from suluh.hashing.matching.match import Entries
from suluh.model.after.beyond import Joint
from suluh.model.body import Noun
from suluh.model.errors import NotAllowed
from suluh.model.ids import file_id
from suluh.model.intake import Authority, Content, Exhibit, File, Outcome, Standing, place_of
from suluh.model.matching import Match
from suluh.model.people import Decision, Link, Person
from suluh.model.place import Place
from suluh.model.rules.copies import First, firsts, with_files
from suluh.model.rules.holders import Holder, own_accounts
from suluh.model.rules.one_payment import as_one
from suluh.model.talk import Account, Contact, Conversation, Message
from suluh.model.times import Dated, instant, last_day
from suluh.model.trade import Claim, Payment
from suluh.persons.decided import GONE
from suluh.readers.attach import Shelf
from suluh.store.rows import Rows
from suluh.unit.sets import load_sets

N = TypeVar("N", bound=Noun)
DATABASE, LOG = "application/vnd.sqlite3", b"-wal"
V = TypeVar("V")

SHELVES = 4
"""Files come in the order of intake: a shelf that was left is hardly asked again."""


class Found(Mapping[str, V]):
    """What is looked up in the case when it is asked for, so that no case is held whole; it cannot be gone through."""

    def __init__(self, look_up: Callable[[str], V]) -> None:
        self._look_up = lru_cache(maxsize=4096)(look_up)

    def __getitem__(self, key: str) -> V:
        return self._look_up(key)

    def __iter__(self) -> Iterator[str]:
        raise TypeError("this is looked up and cannot be gone through")

    def __len__(self) -> int:
        raise TypeError("this is looked up and cannot be counted")


class Inputs:
    """One case as its steps see it: made anew for each step, so that it never shows what was replaced."""

    def __init__(self, rows: Rows, acting: Acting | None) -> None:
        self.rows = rows
        self._acting = acting
        self.outside: Counter[str] = Counter()
        """Records left out so far, by file."""

        self.not_come: Counter[str] = Counter()
        """Messages so far whose time had not come yet, by file."""

        self.said: dict[str, set[str]] = {}
        """Ids of what was said so far of each file that is being worked on."""

        self._shelves: dict[tuple[str, str], Shelf] = {}

    @property
    def acting(self) -> Acting:
        """The officer at work, whose unit holds hash sets and profiles. Raises `NotAllowed` when nobody is."""
        if self._acting is None:
            raise NotAllowed("this needs the unit's hash sets: name an officer with --actor or SULUH_ACTOR")
        return self._acting

    def all(self, kind: type[N]) -> Iterator[N]:
        """Every noun of one kind."""
        return self.rows.nouns(kind)

    @cached_property
    def authorities(self) -> Mapping[str, Authority]:
        """The authority of each exhibit."""
        papers = {paper.number: paper for paper in standing_papers.authorities(self.rows)}
        return {exhibit.label: papers[exhibit.authority] for exhibit in self.exhibits}

    @cached_property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """The exhibits in the order of `add`."""
        return standing_papers.exhibits(self.rows)

    def shows(self, link: Link) -> bool:
        """Whether a link is shown: while exhibits are sealed, none decided on an account that no record has."""
        return not (self._has_sealed and any(term.rule == GONE for term in link.reasons_against))

    @cached_property
    def _has_sealed(self) -> bool:
        return len(self.exhibits) < len(standing_papers.exhibits(self.rows, with_sealed=True))

    @cached_property
    def entered(self) -> Mapping[str, str]:
        """The last day that can have come anywhere when each exhibit was entered, as far as that is known."""
        days = {one.label: last_day(one.at) for one in self.exhibits}
        return {label: day for label, day in days.items() if day is not None}

    @cached_property
    def zones(self) -> Mapping[str, str | None]:
        """The time zone of each exhibit: the officer's latest decision, else as stated with `add`."""
        zones = {exhibit.label: exhibit.timezone for exhibit in self.exhibits}
        decisions = (one for one in self.all(Decision) if one.act == "zone")
        return zones | {one.left: one.right for one in sorted(decisions, key=lambda one: one.order)}

    @cached_property
    def stated(self) -> Mapping[str, Holder]:
        """The holder's accounts of each exhibit, as stated and as records call them, before persons are known."""
        return own_accounts(self.exhibits, self.all(Account))

    @cached_property
    def holders(self) -> Mapping[str, Holder]:
        """The holder's accounts of each exhibit, with all that links and decisions join to them."""
        return own_accounts(self.exhibits, self.all(Account), self.all(Person), self.all(Link))

    def files(self) -> Iterator[Known]:
        """Every file in the order of intake, with what the case knows of it."""
        return (Known(*row) for row in self.rows.known())

    @cached_property
    def rules(self) -> Rules:
        """What besides decides the state of each file."""
        benign = frozenset(self._exact("benign") - self._exact("known"))
        return Rules(self.authorities, benign, self._logs(), self._beside())

    def _beside(self) -> dict[str, str | None]:
        """The reader of each file that was read as one with another, or beside it."""
        read = (one for one in self.all(Outcome) if one.state == "read" and one.together)
        return {file: one.reader for one in read for file in one.together}

    def _logs(self) -> dict[str, str]:
        """SHA-256 of the write-ahead log that lies beside a database, by the database's file."""
        bases = self.rows.by_column(Content, "type", [DATABASE])
        files = self.rows.by_column(File, "id", (one.file for one in bases))
        beside = {file_id(one.exhibit, one.acquisition, one.containers, one.path + LOG): one.id for one in files}
        logs = self.rows.by_column(Content, "file", beside)
        return {beside[one.file]: one.sha256 for one in logs if one.size}

    def _exact(self, kind: str) -> set[str]:
        """Contents in a set of one kind by their digest."""
        return {one.sha256 for one in self.rows.nouns(Match, {"kind": "exact", "set_kind": kind})}

    @cached_property
    def later_copies(self) -> frozenset[str]:
        """Records that are the same message or payment as an earlier one."""
        return frozenset(member for joint in self.all(Joint) for member in joint.members if member != joint.id)

    @cached_property
    def same_talk(self) -> tuple[Joint, ...]:
        """Conversations that are one."""
        return tuple(one for one in self.all(Joint) if one.record == "conversation")

    @cached_property
    def firsts(self) -> Mapping[str, First]:
        """What each conversation that has copies is told as."""
        return firsts(self.same_talk)

    def together(self, conversations: Iterable[Conversation]) -> Iterator[Conversation]:
        """The conversations, those that are one under one id and with the accounts that say most."""
        for one in conversations:
            first = self.firsts.get(one.conversation)
            if first is None:
                yield one
                continue
            members = tuple(dict.fromkeys(first.accounts.get(account, account) for account in one.members))
            yield replace(one, conversation=first.conversation, members=members)

    def minutes(self, message: Message) -> int | None:
        """When a message was sent in whole minutes, by the instant or, without a zone, by the clock of its exhibit."""
        at = instant(message.sent, self.zones.get(message.place.exhibit) or "UTC")
        return None if at is None else int(at.timestamp()) // 60

    def messages(self) -> Iterator[Message]:
        """Every message, conversation by conversation, each in the order of ids: so they lie in the case file."""
        return self.rows.nouns(Message, order="conversation")

    def within(self, conversations: AbstractSet[str]) -> Iterator[Message]:
        """The messages of some conversations in that order, found without looking at any other."""
        each = (self.rows.nouns(Message, {"conversation": name}) for name in sorted(conversations))
        return chain.from_iterable(each)

    def talk(self) -> Iterator[Dated[Message]]:
        """Every message once, with its instant; copies of one conversation as one, under the accounts that say most."""
        return chain.from_iterable(self.rooms())

    def rooms(self) -> Iterator[Iterator[Dated[Message]]]:
        """The same by conversation, each in the order of ids."""
        for name, said in groupby(self.messages(), key=attrgetter("conversation")):
            if name not in self.firsts:
                yield filter(None, map(self._told, said))
        copies: dict[str, list[str]] = defaultdict(list)
        for name, first in self.firsts.items():
            copies[first.conversation].append(name)
        for names in copies.values():
            each = (self.rows.nouns(Message, {"conversation": name}) for name in names)
            yield filter(None, map(self._told, merge(*each, key=attrgetter("id"))))

    def _told(self, one: Message) -> Dated[Message] | None:
        """A message as it is told, with its instant; null for a later copy."""
        if one.id in self.later_copies:
            return None
        message = with_files(one, self._fuller[one.id]) if one.id in self._fuller else one
        at = instant(message.sent, self.zones[message.place.exhibit])
        first = self.firsts.get(message.conversation)
        if first is not None:
            sender = message.sender and first.accounts.get(message.sender, message.sender)
            message = replace(message, conversation=first.conversation, sender=sender)
        return Dated(message, at)

    @cached_property
    def _fuller(self) -> Mapping[str, tuple[Message, ...]]:
        """The copies of each message that are told to hold other files than it does."""
        joints = {one.id: one.members for one in self.all(Joint) if _differ_in_files(one)}
        members = self.rows.by_column(Message, "id", chain.from_iterable(joints.values()))
        copies = {one.id: one for one in members}
        return {one: tuple(copies[member] for member in its) for one, its in joints.items()}

    def sightings(self) -> Iterator[Dated[Message]]:
        """Every message on each exhibit that holds it, under the id of its earliest record."""
        first = {member: joint.id for joint in self.all(Joint) for member in joint.members}
        for message in self.messages():
            at = instant(message.sent, self.zones[message.place.exhibit])
            yield Dated(replace(message, id=first[message.id]) if message.id in first else message, at)

    def money(self) -> Iterator[Dated[Payment]]:
        """Every payment once, with its instant, and with what all its lines say of it."""
        joints = {one.id: one.members for one in self.all(Joint) if one.record == "payment"}
        members = self.rows.by_column(Payment, "id", chain.from_iterable(joints.values()))
        lines = {one.id: one for one in members}
        for payment in self.all(Payment):
            if payment.id in self.later_copies:
                continue
            whole = as_one(payment, [lines[one] for one in joints.get(payment.id, ())])
            yield Dated(whole, instant(whole.at, self.zones[payment.place.exhibit]))

    @cached_property
    def lists(self) -> Mapping[str, AbstractSet[str]]:
        """The files that list people, by the SHA-256 of their contents."""
        found: dict[str, set[str]] = {}
        for one in self.rows.by_column(Content, "file", sorted({one.place.file for one in self.all(Contact)})):
            found.setdefault(one.sha256, set()).add(one.file)
        return found

    def claims(self) -> Iterator[Dated[Claim]]:
        """Every claim of payment, with the instant at which it was sent."""
        for claim in self.all(Claim):
            yield Dated(claim, instant(claim.sent, self.zones[claim.place.exhibit]))

    @cached_property
    def orders(self) -> Mapping[str, tuple[int, str]]:
        """For each file its place in the order of `add`, and within it."""
        return Found(self._order)

    def _order(self, file: str) -> tuple[int, str]:
        for one in self.rows.nouns(Standing, {"file": file}):
            return one.position, file
        raise KeyError(file)

    def on_disk(self, file: File) -> File | None:
        """The file on disk that a member lies in; null for one that lies on disk itself."""
        if not file.containers:
            return None
        return self._on_disk[file_id(file.exhibit, file.acquisition, (), file.containers[0])]

    @cached_property
    def _on_disk(self) -> Mapping[str, File]:
        return Found(lambda one: next(self.rows.by_column(File, "id", [one])))

    def shelf(self, file: File) -> Shelf:
        """All files of the acquisition that a file belongs to, to be found by name; the last few are held."""
        key = (file.exhibit, file.acquisition)
        if key not in self._shelves:
            while len(self._shelves) >= SHELVES:
                del self._shelves[next(iter(self._shelves))]
            files = [one for one in self.rows.nouns(File, {"exhibit": key[0]}) if one.acquisition == key[1]]
            contents = self.rows.by_column(Content, "file", (one.id for one in files))
            self._shelves[key] = Shelf(files, {content.file: content.sha256 for content in contents})
        return self._shelves[key]

    @cached_property
    def media(self) -> Mapping[str, AbstractSet[str]]:
        """The exhibits on which each picture and video lies, as far as their authorities cover media."""
        return Found(self._exhibits)

    def _exhibits(self, sha256: str) -> AbstractSet[str]:
        copies = self.rows.by_column(Content, "sha256", [sha256])
        files = self.rows.by_column(File, "id", (one.file for one in copies if is_media(one.type)))
        return {one.exhibit for one in files if covers_kind(self.authorities.get(one.exhibit), "media")}

    def place_of_content(self, sha256: str) -> Place:
        """Where a content was found first."""
        copies = self.rows.by_column(Content, "sha256", [sha256])
        files = self.rows.by_column(File, "id", (content.file for content in copies))
        return place_of(in_order(files)[0])

    def sets(self) -> Entries:
        """The entries of the case's hash sets, opened with the acting officer's key."""
        acting = self.acting
        return load_sets(acting.unit, acting.key, standing_papers.hash_sets(self.rows))


def _differ_in_files(joint: Joint) -> bool:
    """Whether copies of a message are told to hold other files than the first of them."""
    return joint.record == "message" and "attachments" in joint.differs
