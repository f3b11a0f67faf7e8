# SPDX-License-Identifier: Apache-2.0
"""Messages that stand among those of a deal, or right after them, and in no deal: they may bear on it.

A paper says where they stand, and of those right after, where a deal lacks what may stand in them, when and who.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import takewhile
from operator import attrgetter
from typing import NamedTuple

from suluh.case.papers.material import Material, local, plain_utc
from suluh.model.after.beyond import Joint
from suluh.model.place import Place, number_at
from suluh.model.talk import Message
from suluh.model.times import When, instant, utc
from suluh.model.trade import Deal
from suluh.referral.papers.values import Both

_SYSTEM = "system"
"""The kind of what an app says itself: anything else somebody sent, also what was revoked or is not shown."""

_MOST = 40
"""So many are named by their places; of more the number is said."""


_FIRST = 5
"""So many of those right after a deal are named one by one: what a reader looks up in a minute."""

_At = tuple[str, int]
"""Where a message stands in its file: by its time as the record has it, within it by its number."""


class _Said(NamedTuple):
    """A message of a conversation of deals."""

    id: str
    sender: str | None
    at: _At
    place: Place
    sent: When | None
    is_left: bool
    """Whether it is of no deal, or of one alone that an officer rejected."""


class Between:
    """Looks for them in the conversations of deals."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._talks: dict[str, list[_Said]] = {}

    @cached_property
    def _used(self) -> frozenset[str]:
        """The messages of every deal but rejected ones, of those too that stand on no paper, and their copies.

        What their reasons rest on is printed with them, and is none that nobody sees.
        """
        hidden = self._material.parties.hidden.deals
        deals = [one for one in self._material.case.nouns(Deal) if one.judgement != "rejected" or one.id in hidden]
        return self._with_copies({name for deal in deals for name in (*deal.messages, *_rests(deal))})

    @cached_property
    def _copies(self) -> Mapping[str, frozenset[str]]:
        """The copies of each message of a deal, or on which a reason of one rests: joints are many, and read once."""
        named = {name for deal in self._material.case.nouns(Deal) for name in (*deal.messages, *_rests(deal))}
        joints = (one.members for one in self._material.case.nouns(Joint) if one.record == "message")
        touching = (frozenset(members) for members in joints if not named.isdisjoint(members))
        return {name: members for members in touching for name in members}

    def _with_copies(self, named: set[str]) -> frozenset[str]:
        return frozenset(named).union(*(self._copies.get(name, ()) for name in named))

    def of(self, deal: Deal) -> Iterator[Both]:
        """How many messages of its two sides stand between its first and last one in the same file, and where."""
        sides = self._sides(deal)
        found = [
            one
            for (conversation, file), times in self._spans(deal).items()
            for one in self._of_no_deal(conversation)
            if one.place.file == file and min(times) < one.at < max(times) and one.sender in sides
        ]
        if found:
            yield self._told(found)

    def after(self, deal: Deal) -> Iterator[Both]:
        """Which messages of its two sides follow its last one in the same file, as far as the next one of a deal.

        Said where a deal has no answer to its payment, or nothing that was sent: they may hold it.
        """
        rules = {one.rule for one in (*deal.reasons_for, *deal.reasons_against)}
        lacks = (deal.payments and "then-answered" not in rules) or not (deal.items_delivered or "sent" in rules)
        sides = self._sides(deal) - self._material.parties.hidden.accounts if lacks else set()
        found, printed = list[_Said](), self._with_copies(_rests(deal))
        for (conversation, file), times in self._spans(deal).items():
            later = (one for one in self._of(conversation) if one.place.file == file and one.at > max(times))
            later = (one for one in later if one.id not in printed)
            by_sides = (one for one in sorted(later, key=_by_time) if one.sender in sides)
            found += takewhile(attrgetter("is_left"), by_sides)
        if found:
            yield self._following(found)

    def _following(self, found: list[_Said]) -> Both:
        told, size = [self._one(one) for one in found[:_FIRST]], len(found)
        english, indonesian = ("; ".join(getattr(one, tongue) for one in told) for tongue in ("english", "indonesian"))
        more, more_id = (f"; and {size - _FIRST} more", f"; dan {size - _FIRST} lagi") if size > _FIRST else ("", "")
        stands = "stands 1 message" if size == 1 else f"stand {size} messages"
        return Both(
            f"Right after its messages {stands} of its two sides that no deal counts, not printed here; whether "
            f"one assents or speaks of handing over is to be read there: {english}{more}.",
            f"Tepat sesudah pesan-pesannya ada {size} pesan kedua pihak yang tidak dihitung dalam rangkaian mana pun "
            "dan tidak dicetak di sini; apakah ada yang setuju atau bicara soal kiriman harus dibaca di sana: "
            f"{indonesian}{more_id}.",
        )

    def _one(self, one: _Said) -> Both:
        """When a message was sent, by whom and where it stands."""
        parties, zone = self._material.parties, self._material.zones.get(one.place.exhibit)
        at, written = instant(one.sent, zone), (one.sent and one.sent.written) or "—"
        when = (at and (local(utc(at), zone) or f"{plain_utc(utc(at))} UTC")) or f"“{written}”"
        sender = one.sender or ""
        who = (
            parties.person(sender)
            if parties.is_child(sender)
            else f"{parties.person(sender)} {parties.account(sender)}"
        )
        [where] = self._material.told((one.place,))
        return Both(f"{when}, {who}, {where.english}", f"{when}, {who}, {where.indonesian}")

    def _sides(self, deal: Deal) -> set[str]:
        """The accounts of its two sides."""
        return {name for side in (deal.seller, deal.buyer) if side for name in self._material.parties.group(side)}

    def _spans(self, deal: Deal) -> dict[tuple[str, str], list[_At]]:
        """Where its messages stand in each conversation and file."""
        shown = [said.record for name in deal.messages if (said := self._material.messages.get(name))]
        spans: dict[tuple[str, str], list[_At]] = {}
        for record in shown:
            spans.setdefault((record.conversation, record.place.file), []).append(_at(record))
        return spans

    def beside(self, conversations: Iterable[str]) -> tuple[int, Both]:
        """How many messages of some conversations are of no deal, and where; none of a protected account."""
        every = (one for each in sorted(conversations) for one in self._of_no_deal(each))
        found = [one for one in every if one.sender not in self._hidden]
        return len(found), self._where(found)

    def of_rejected(self, conversations: Iterable[str]) -> Mapping[str, int]:
        """How many of these are of each deal that an officer rejected, by its code."""
        parties, counts = self._material.parties, dict[str, int]()
        left = {one.id for each in conversations for one in self._of_no_deal(each) if one.sender not in self._hidden}
        for deal in parties.deals:
            if deal.judgement == "rejected" and (size := len(left & self._with_copies(set(deal.messages)))):
                counts[parties.deal_codes[deal.id]] = size
        return counts

    @property
    def _hidden(self) -> Collection[str]:
        return self._material.parties.hidden.accounts

    def _of_no_deal(self, conversation: str) -> list[_Said]:
        return [one for one in self._of(conversation) if one.is_left]

    def _of(self, conversation: str) -> list[_Said]:
        if conversation not in self._talks:
            every = self._material.case.nouns(Message, {"conversation": conversation})
            self._talks[conversation] = [
                _Said(one.id, one.sender, _at(one), one.place, one.sent, one.id not in self._used)
                for one in every
                if one.kind != _SYSTEM
            ]
        return self._talks[conversation]

    def _told(self, found: list[_Said]) -> Both:
        where, size = self._where(found), len(found)
        stands = "stands 1 message" if size == 1 else f"stand {size} messages"
        return Both(
            f"Among its messages {stands} of its two sides that no deal counts, not printed here; what is said there "
            f"may bear on it: {where.english}.",
            f"Di antara pesan-pesannya ada {size} pesan kedua pihak yang tidak dihitung dalam rangkaian mana pun "
            f"dan tidak dicetak di sini; isinya mungkin berkaitan: {where.indonesian}.",
        )

    def _where(self, found: list[_Said]) -> Both:
        """Where some of them stand, each file once; of many the first."""
        ordered = [one.place for one in sorted(found, key=lambda one: (one.place.exhibit, one.place.path, one.at))]
        where, size = self._material.told(ordered[:_MOST]), len(found)
        more, more_id = (f"; and {size - _MOST} more", f"; dan {size - _MOST} lagi") if size > _MOST else ("", "")
        return Both(
            "; ".join(one.english for one in where) + more, "; ".join(one.indonesian for one in where) + more_id
        )


def _at(message: Message) -> _At:
    sent = message.sent
    return (sent and (sent.at or sent.local)) or "", number_at(message.place)


def _rests(deal: Deal) -> set[str]:
    """What the reasons of a deal rest on."""
    return {name for one in (*deal.reasons_for, *deal.reasons_against) for name in one.rests}


def _by_time(one: _Said) -> tuple[_At, str]:
    return one.at, one.place.path
