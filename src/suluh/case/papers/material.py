# SPDX-License-Identifier: Apache-2.0
"""What of a case papers are made of, each part read once: booked lines, messages, contents, zones, statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from itertools import chain
from zoneinfo import ZoneInfo

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import authorities, exhibits, hash_sets, typed
from suluh.case.papers.after_taking import Late, late_files
from suluh.case.papers.parties import Parties
from suluh.case.papers.places import Lettered, named, told_places
from suluh.case.papers.veiled import Veiled
from suluh.case.views.records import Records, Shown, zones
from suluh.case.votes import ballots
from suluh.model.after.beyond import Joint
from suluh.model.dossier.papers import Letter, Paper, Reply
from suluh.model.intake import Content, Exhibit, File, Standing
from suluh.model.matching import Group, Match
from suluh.model.people import Decision
from suluh.model.place import Place
from suluh.model.rules.codes import code
from suluh.model.rules.holders import called_own
from suluh.model.rules.one_payment import as_one
from suluh.model.talk import Account, Contact, Conversation, Message
from suluh.model.times import ZONES, instant, utc
from suluh.model.trade import Deal, Payment, Stamp, Statement, paid_of
from suluh.referral.papers.values import WITHHELD, Both, Clock
from suluh.referral.papers.words import done

OUTSIDE = frozenset({"out-of-scope", "quarantined"})


class Material:
    """One case as papers need it."""

    def __init__(self, case: Case, veiled: Veiled | None) -> None:
        """Without a veil for whoever works out figures alone and says no place."""
        self.case = case
        self._veiled = veiled
        self.parties = Parties(case)

    def told(self, places: Iterable[Place]) -> tuple[Both, ...]:
        """Places as papers name them, each file once."""
        return told_places(places, self._file)

    def lettered(self, places: Iterable[Place]) -> Lettered:
        """Places of which each file has a letter."""
        return Lettered(places, self._file)

    def _file(self, place: Place) -> Both:
        """A file by its path; one whose path names a child by its number in the order of intake."""
        shown = named(place)
        if not self.is_veiled(shown.english):
            return shown
        standing = next(self.case.rows.by_column(Standing, "file", [place.file]), None)
        number = "?" if standing is None else standing.position + 1
        return Both(f"file {number} in the order of intake", f"file ke-{number} menurut urutan penerimaan")

    def is_veiled(self, text: str) -> bool:
        """Whether a text holds a word that papers leave out."""
        return self._veiled is not None and self._veiled.text(text) != text

    def whole(self, text: str) -> str:
        """A name as it is written; one with a word that papers leave out is withheld as a whole, never half."""
        return WITHHELD if self.is_veiled(text) else text

    @cached_property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """The exhibits in the order of intake."""
        return exhibits(self.case.rows)

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """Every sighting of an account."""
        return tuple(one for one in self.case.nouns(Account) if one.account not in self.parties.hidden.accounts)

    @cached_property
    def owning(self) -> Mapping[str, frozenset[str]]:
        """The exhibits whose records call an account the device's own, by account."""
        found: dict[str, set[str]] = defaultdict(set)
        for one in called_own(self.accounts):
            found[one.account].add(one.place.exhibit)
        return {account: frozenset(labels) for account, labels in found.items()}

    @cached_property
    def conversations(self) -> tuple[Conversation, ...]:
        """Every sighting of a conversation."""
        return tuple(self.case.nouns(Conversation))

    @cached_property
    def payments(self) -> Mapping[str, Shown[Payment]]:
        """Each booked line under every id that it has: copies on several statements are one; without what is hidden."""
        records = Records(self.case, Payment, "statement", as_one)
        found: dict[str, Shown[Payment]] = {}
        for shown in records.all():
            if shown.record.id not in self.parties.hidden.lines:
                found[shown.record.id] = shown
        for joint in self.case.nouns(Joint):
            if joint.record == "payment" and joint.id in found:
                found |= dict.fromkeys(joint.members, found[joint.id])
        return found

    @cached_property
    def booked_on(self) -> Mapping[str, frozenset[str]]:
        """The exhibits on which a booked line has an account on a side, by account."""
        found: dict[str, set[str]] = defaultdict(set)
        for shown in self.payments.values():
            for account in filter(None, (shown.record.payer, shown.record.beneficiary)):
                found[account] |= {place.exhibit for place in shown.places}
        return {account: frozenset(labels) for account, labels in found.items()}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """The statements by id."""
        return {one.id: one for one in self.case.nouns(Statement)}

    @cached_property
    def messages(self) -> Mapping[str, Shown[Message]]:
        """The messages of all deals and offers, and those that reasons rest on, by id; without what is hidden."""
        return {name: one for name, one in self._messages.items() if not self.parties.hidden.is_message(one.record)}

    @cached_property
    def hidden_messages(self) -> frozenset[str]:
        """Ids of those among them that somebody under guard wrote."""
        return frozenset(self._messages.keys() - self.messages.keys())

    @cached_property
    def _messages(self) -> Mapping[str, Shown[Message]]:
        wanted = {name for one in self.parties.deals for name in one.messages}
        wanted |= {name for one in self.parties.offers for name in one.messages}
        reasons = (term for one in self.parties.deals for term in (*one.reasons_for, *one.reasons_against))
        wanted |= {name for term in reasons for name in term.rests}
        return {one.record.id: one for one in Records(self.case, Message, "conversation").some(wanted)}

    def said(self, deal: Deal) -> list[Shown[Message]]:
        """The messages of a deal that are no hidden ones."""
        return [one for name in deal.messages if (one := self.messages.get(name))]

    @cached_property
    def late(self) -> Mapping[str, Late]:
        """The files of each exhibit whose path holds a day after it was taken."""
        return late_files(self.case)

    @cached_property
    def of_late(self) -> frozenset[str]:
        """The ids of all those files."""
        return frozenset(name for one in self.late.values() for name in one.files)

    @cached_property
    def heard(self) -> frozenset[tuple[str | None, str]]:
        """The senders of messages here, each with the exhibits that show some of them."""
        every = self.messages.values()
        return frozenset((one.record.sender, place.exhibit) for one in every for place in one.places)

    @cached_property
    def last(self) -> Mapping[str, str]:
        """The last instant that a message or booked line of each exhibit has, as states of deals are told by it.

        Of an exhibit whose last one is withheld there is none.
        """
        hidden, found = self.parties.hidden, dict[str, tuple[str, bool]]()
        said = ((one.sent, one.place.exhibit, hidden.is_message(one)) for one in self.case.nouns(Message))
        paid = ((one.at, one.place.exhibit, one.id in hidden.lines) for one in self.case.nouns(Payment))
        for when, label, is_hidden in chain(said, paid):
            if at := instant(when, self.zones.get(label)):
                found[label] = max((utc(at), is_hidden), found.get(label, ("", False)))
        return {label: at for label, (at, is_hidden) in found.items() if not is_hidden}

    def lines_of(self, deal: Deal) -> list[Shown[Payment]]:
        """The booked lines of a deal, each once, as they stand in it: first what was paid, then what went back."""
        found = {shown.record.id: shown for name in deal.payments if (shown := self.payments.get(name))}
        return list(found.values())

    def paid_and_back(self, deal: Deal) -> tuple[list[Shown[Payment]], list[Shown[Payment]]]:
        """The lines that paid a deal, and those that gave it back."""
        lines = self.lines_of(deal)
        number = paid_of(deal, [shown.record.amount_minor for shown in lines])
        return lines[:number], lines[number:]

    @cached_property
    def counted(self) -> Mapping[str, str]:
        """Which deal counts a booked line as paid: the first confirmed one that a payment record supports."""
        found: dict[str, str] = {}
        for deal in self.parties.deals:
            if deal.judgement == "confirmed" and deal.tier == "recorded":
                for shown in self.paid_and_back(deal)[0]:
                    found.setdefault(shown.record.id, deal.id)
        return found

    @cached_property
    def resting(self) -> Mapping[str, tuple[Deal, ...]]:
        """The deals that rest on each booked line, without those that officers rejected."""
        found: dict[str, list[Deal]] = defaultdict(list)
        for deal in self.parties.deals:
            if deal.judgement != "rejected":
                for shown in self.lines_of(deal):
                    found[shown.record.id].append(deal)
        return {name: tuple(deals) for name, deals in found.items()}

    @cached_property
    def rejected(self) -> Mapping[str, tuple[Deal, ...]]:
        """The deals that officers rejected on each booked line that is of no other deal."""
        found: dict[str, list[Deal]] = defaultdict(list)
        for deal in self.parties.deals:
            for shown in self.lines_of(deal) if deal.judgement == "rejected" else ():
                if shown.record.id not in self.resting:
                    found[shown.record.id].append(deal)
        return {name: tuple(deals) for name, deals in found.items()}

    @cached_property
    def payers(self) -> Mapping[str, frozenset[str]]:
        """The accounts that paid in the deals of each buyer's account, without those that officers rejected."""
        found: dict[str, set[str]] = defaultdict(set)
        for deal in self.parties.deals:
            if deal.buyer and deal.judgement != "rejected":
                found[deal.buyer] |= {one.record.payer for one in self.lines_of(deal) if one.record.payer}
        return {account: frozenset(payers) for account, payers in found.items()}

    @cached_property
    def paid_for(self) -> Mapping[str, frozenset[str]]:
        """The buyers in whose deals each account paid, by the codes of their persons."""
        found: dict[str, set[str]] = defaultdict(set)
        for buyer, payers in self.payers.items():
            for payer in payers:
                found[payer].add(self.parties.person(buyer))
        return {payer: frozenset(codes) for payer, codes in found.items()}

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Every name that a record gives to an account."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for one in self.accounts:
            found[one.account].update(dict.fromkeys(one.names))
        for contact in self.case.nouns(Contact):
            if contact.account not in self.parties.hidden.accounts:
                found[contact.account].setdefault(contact.name)
        for statement in self.statements.values():
            if statement.account and statement.holder and statement.account not in self.parties.hidden.accounts:
                found[statement.account].setdefault(statement.holder)
        for shown in self.payments.values():
            line = shown.record
            for account, name in ((line.payer, line.payer_name), (line.beneficiary, line.beneficiary_name)):
                if account and name:
                    found[account].setdefault(name)
        return {account: tuple(sorted(names)) for account, names in found.items()}

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision that a paper may say."""
        hidden = self.parties.hidden
        return tuple(one for one in self.case.nouns(Decision) if not hidden.is_decision(one))

    @cached_property
    def zones(self) -> Mapping[str, str | None]:
        """The time zone of each exhibit."""
        return zones(self.case)

    @cached_property
    def zones_decided(self) -> Mapping[str, Decision]:
        """The latest decision on the zone of each exhibit that has one."""
        said = sorted((one for one in self.case.nouns(Decision) if one.act == "zone"), key=lambda one: one.order)
        return {one.left: one for one in said}

    def zone_says(self, labels: Iterable[str]) -> tuple[Both, ...]:
        """In which zone the times of some exhibits are said, and who decided it."""
        wanted = set(labels)
        return tuple(self._zone(one) for one in self.exhibits if one.label in wanted)

    def _zone(self, one: Exhibit) -> Both:
        zone = self.zones.get(one.label)
        if not zone:
            return Both(
                f"{one.label}: nobody decided its time zone; its times stand as written.",
                f"{one.label}: zona waktunya belum ditetapkan; waktunya dicantumkan seperti tertulis.",
            )
        said = self.zones_decided.get(one.label)
        name, who = ZONES.get(zone, zone), done(said.by, said.at) if said else done(one.by or "—", one.at)
        if said:
            return Both(
                f"{one.label}: times in {name} ({zone}), decided by {who}.",
                f"{one.label}: waktu dalam {name} ({zone}), ditetapkan oleh {who}.",
            )
        return Both(
            f"{one.label}: times in {name} ({zone}), stated with the exhibit by {who}.",
            f"{one.label}: waktu dalam {name} ({zone}), dinyatakan bersama barang bukti oleh {who}.",
        )

    def clock(self, at: str | None, on: Stamp | None) -> Clock | None:
        """A moment of a deal as written, in the zone of the exhibit that shows it, and in UTC."""
        if at is None and on is None:
            return None
        zone = self.zones.get(on.exhibit) if on else None
        return Clock(written=on.written if on else None, local=local(at, zone), utc=plain_utc(at))

    def booked_at(self, shown: Shown[Payment]) -> Clock:
        """When a line was booked, as exactly as its statement says."""
        line = shown.record
        at = shown.at if line.at and line.at.precision != "day" else None
        return Clock(
            written=line.at.written if line.at else None,
            local=local(at, self.zones.get(line.place.exhibit)),
            utc=plain_utc(at),
            day=None if at else line.booked,
        )

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The exhibit of each file that is within scope."""
        outside = {one.file for one in self.case.nouns(Standing) if one.state in OUTSIDE}
        return {one.id: one.exhibit for one in self.case.nouns(File) if one.id not in outside}

    @cached_property
    def held(self) -> Mapping[str, Mapping[str, int]]:
        """On which exhibits each content lies, and in how many files."""
        found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for content in self.case.nouns(Content):
            if content.file in self.labels:
                found[content.sha256][self.labels[content.file]] += 1
        return found

    @cached_property
    def types(self) -> Mapping[str, str]:
        """What kind of file each content is by its bytes."""
        return {one.sha256: one.type for one in self.case.nouns(Content)}

    @cached_property
    def media(self) -> frozenset[str]:
        """Contents that are pictures or videos by their bytes."""
        return frozenset(sha256 for sha256, kind in self.types.items() if kind.startswith(("image/", "video/")))

    @cached_property
    def known(self) -> Mapping[str, tuple[str, ...]]:
        """Exact matches in known sets: set, version and entry, by content."""
        versions = {one.digest: one.version for one in hash_sets(self.case.rows)}
        found: dict[str, list[str]] = defaultdict(list)
        for one in self.case.nouns(Match, {"kind": "exact", "set_kind": "known"}):
            version = versions.get(one.set)
            found[one.sha256].append(f"{one.set_name}{f' {version}' if version else ''} #{one.set_entry}")
        return {sha256: tuple(sorted(sets)) for sha256, sets in found.items()}

    @cached_property
    def categories(self) -> Mapping[str, tuple[str, ...]]:
        """Categories that people gave, each with its votes, by content."""
        found: dict[str, list[str]] = defaultdict(list)
        for one in ballots(self.case):
            version = f" {one.version}" if one.version else ""
            found[one.sha256].append(f"{one.scheme}{version}:{one.code} ({len(one.votes)}/{one.of})")
        return {sha256: tuple(codes) for sha256, codes in found.items()}

    @cached_property
    def groups(self) -> Mapping[str, str]:
        """The code of the group of near duplicates that a content is in, where it is in one."""
        groups = sorted((sorted(one.contents) for one in self.case.nouns(Group)), key=lambda one: one[:1])
        return {sha256: code("near", number) for number, group in enumerate(groups, 1) for sha256 in group}

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """By which letter and reply an exhibit came, by their numbers; a reply without a paper by its day.

        Of one that was entered under a reply, and under no letter, the number of that reply.
        """
        replies = {one.number for one in authorities(self.case.rows) if one.kind == "reply"}
        found = {one.label: f"\u2014 / {one.authority}" for one in self.exhibits if one.authority in replies}
        numbers: dict[str | None, str] = {one.code: one.number for one in typed(self.case.rows, Paper)}
        sent = {one.code: numbers.get(one.paper, one.paper) for one in typed(self.case.rows, Letter)}
        for one in typed(self.case.rows, Reply):
            if one.exhibit:
                letter = sent.get(one.letter, one.letter)
                found[one.exhibit] = f"{letter} / {numbers.get(one.paper, one.received)}"
        return found


def local(at: str | None, zone: str | None) -> str | None:
    """What a clock in a zone showed, with the zone's short name; null where either is unknown."""
    if at is None or not zone:
        return None
    clock = datetime.fromisoformat(at).astimezone(ZoneInfo(zone))
    return f"{clock:%Y-%m-%d %H:%M:%S} {ZONES.get(zone, zone)}"


def plain_utc(at: str | None) -> str | None:
    """An instant as people read it."""
    return None if at is None else f"{datetime.fromisoformat(at):%Y-%m-%d %H:%M:%S}"
