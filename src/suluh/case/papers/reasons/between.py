# SPDX-License-Identifier: Apache-2.0
"""Messages that stand among those of a deal and in no deal: they may bear on it, so a paper says where they stand."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from suluh.case.papers.material import Material
from suluh.model.place import Place, number_at
from suluh.model.talk import Message
from suluh.model.trade import Deal
from suluh.referral.papers.values import Both

_SYSTEM = "system"
"""The kind of what an app says itself: anything else somebody sent, also what was revoked or is not shown."""

_MOST = 40
"""So many are named by their places; of more the number is said."""


_At = tuple[str, int]
"""Where a message stands in its file: by its time as the record has it, within it by its number."""


class _Left(NamedTuple):
    """A message of no deal."""

    sender: str | None
    at: _At
    place: Place


class Between:
    """Looks for them in the conversations of deals."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._left: dict[str, list[_Left]] = {}

    @cached_property
    def _used(self) -> frozenset[str]:
        """The messages of every deal, of those as well that stand on no paper."""
        return frozenset(name for deal in self._material.case.nouns(Deal) for name in deal.messages)

    def of(self, deal: Deal) -> Iterator[Both]:
        """How many messages of its two sides stand between its first and last one in the same file, and where."""
        parties = self._material.parties
        sides = {name for side in (deal.seller, deal.buyer) if side for name in parties.group(side)}
        shown = [said.record for name in deal.messages if (said := self._material.messages.get(name))]
        spans: dict[tuple[str, str], list[_At]] = {}
        for record in shown:
            spans.setdefault((record.conversation, record.place.file), []).append(_at(record))
        found = [
            one
            for (conversation, file), times in spans.items()
            for one in self._of_no_deal(conversation)
            if one.place.file == file and min(times) < one.at < max(times) and one.sender in sides
        ]
        if found:
            yield self._told(found)

    def beside(self, conversations: Iterable[str]) -> tuple[int, Both]:
        """How many messages of some conversations are of no deal, and where; none of a protected account."""
        hidden = self._material.parties.hidden.accounts
        found = [one for each in sorted(conversations) for one in self._of_no_deal(each) if one.sender not in hidden]
        return len(found), self._where(found)

    def _of_no_deal(self, conversation: str) -> list[_Left]:
        if conversation not in self._left:
            every = self._material.case.nouns(Message, {"conversation": conversation})
            self._left[conversation] = [
                _Left(one.sender, _at(one), one.place)
                for one in every
                if one.kind != _SYSTEM and one.id not in self._used
            ]
        return self._left[conversation]

    def _told(self, found: list[_Left]) -> Both:
        where, size = self._where(found), len(found)
        stands = "stands 1 message" if size == 1 else f"stand {size} messages"
        return Both(
            f"Among its messages {stands} of its two sides that no deal counts, not printed here; what is said there "
            f"may bear on it: {where.english}.",
            f"Di antara pesan-pesannya ada {size} pesan kedua pihak yang tidak dihitung dalam rangkaian mana pun "
            f"dan tidak dicetak di sini; isinya mungkin berkaitan: {where.indonesian}.",
        )

    def _where(self, found: list[_Left]) -> Both:
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
