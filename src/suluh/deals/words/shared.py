# SPDX-License-Identifier: Apache-2.0
"""Messages that several processes read, some conversations each; what they say comes in the order of one alone."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

import msgspec

from suluh.deals.facts.parties import NOTHING_NAMED, Parties, parties
from suluh.deals.reading.acts import ACTS
from suluh.deals.reading.rooms import Rooms
from suluh.deals.words.amounts import NO_NUMBERS
from suluh.deals.words.same_as import SameAs
from suluh.deals.words.signals import Held, Signal, by_some, of_some
from suluh.model.intake import Flaw
from suluh.model.rules.lost import Lost
from suluh.model.talk import Message
from suluh.model.times import Dated

Share = Callable[[bytes, Iterable[bytes]], Iterator[bytes]]
"""Gives what `begun` makes of what it is told makes of each chunk, in the order of the chunks."""

_ROW = len(ACTS)
_NO_ACTS = array("f", [float("nan")] * _ROW).tobytes()


class _Before(NamedTuple):
    """What is known before any message is read."""

    step: str
    person: dict[str, str]
    accounts_of_digits: dict[str, frozenset[str]]
    references: dict[str, str]
    exact: frozenset[int]
    ledger_names: frozenset[str]
    same_as: dict[str, str]


class _Answer(NamedTuple):
    """What some conversations say."""

    signals: list[Signal]
    """Without what they do, which stands beside them."""

    acts: bytes
    """A row of four-byte numbers for each."""

    speakers: list[str]
    named: dict[str, list[str]]
    flaws: list[Flaw]


_encoder = msgspec.msgpack.Encoder()
_before = msgspec.msgpack.Decoder(_Before)
_chunk = msgspec.msgpack.Decoder(list[list[Dated[Message]]])
_answer = msgspec.msgpack.Decoder(_Answer)


def shared_signals(
    rooms: Rooms, sides: Parties, lost: Lost, same_as: Mapping[str, str], share: Share
) -> Iterator[Signal]:
    """What `signals` gives, read by the processes of `share`."""
    known = _Before(
        step=lost.step,
        person=dict(sides.person),
        accounts_of_digits=dict(sides.accounts_of_digits),
        references=dict(sides.references),
        exact=sides.exact,
        ledger_names=sides.ledger_names,
        same_as=dict(same_as),
    )
    held: Held = {}
    for raw in share(_encoder.encode(known), map(_encoder.encode, by_some(rooms))):
        answer = _answer.decode(raw)
        sides.speakers.update(answer.speakers)
        for side, accounts in answer.named.items():
            sides.named[side].update(accounts)
        lost.flaws.extend(answer.flaws)
        acts = array("f", answer.acts)
        for number, one in enumerate(answer.signals):
            yield _whole(one, acts[number * _ROW : (number + 1) * _ROW], held)


def _whole(one: Signal, acts: "array[float]", held: Held) -> Signal:
    """A signal with what it does; words that come again and again are held once."""
    once = held.setdefault
    file, number, pointer = one.order
    return one._replace(
        conversation=once(one.conversation, one.conversation),
        exhibit=once(one.exhibit, one.exhibit),
        side=once(one.side, one.side),
        account=once(one.account, one.account),
        order=(once(file, file), number, pointer),
        cues=once(one.cues, one.cues),
        reading=NO_NUMBERS if one.reading == NO_NUMBERS else one.reading,
        named=NOTHING_NAMED if one.named == NOTHING_NAMED else one.named,
        acts=None if acts[0] != acts[0] else acts,  # what is no number is unlike itself
    )


def begun(told: bytes) -> Callable[[bytes], bytes]:
    """What reads conversations in a process of its own, by what is known before."""
    before = _before.decode(told)
    known = replace(
        parties([], [], [], [], {}),
        person=before.person,
        accounts_of_digits=before.accounts_of_digits,
        references=before.references,
        exact=before.exact,
        ledger_names=before.ledger_names,
    )
    same_as, held = SameAs(before.same_as), Held()

    def work(chunk: bytes) -> bytes:
        sides, lost = replace(known, speakers=set(), named=defaultdict(set)), Lost(before.step)
        found = list(of_some(_chunk.decode(chunk), sides, lost, same_as, held))
        acts = b"".join([_NO_ACTS if one.acts is None else array("f", one.acts).tobytes() for one in found])
        bare = [one._replace(acts=None) for one in found]
        named = {side: list(accounts) for side, accounts in sides.named.items()}
        return _encoder.encode(_Answer(bare, acts, list(sides.speakers), named, lost.flaws))

    return work
