# SPDX-License-Identifier: Apache-2.0
"""Through which rooms the holders of made-up exhibits got what they sold, as far as the exhibits show it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from suluh.simulator.truth import IDLE, TrueDeal, TrueMessage, TrueOrigin, TrueRecord


class _Sight(NamedTuple):
    at: str
    message: str
    room: str
    sender: str | None


def origins(
    records: Sequence[TrueRecord],
    messages: Iterable[TrueMessage],
    deals: Sequence[TrueDeal],
    holders: Mapping[str, str],
    directs: AbstractSet[str] = frozenset(),
) -> Iterator[TrueOrigin]:
    """The rooms in the order of their keys; `holders` says whose device each exhibit is, `directs` are rooms of two.

    What came in a room of two from whom the holder handed over to is part of that trade, and makes it no source.
    """
    served = {(one.seller, one.buyer) for one in deals if one.state not in IDLE and one.seen_messages}
    told = {one.key: one for one in messages}
    shown = [(told[one.message], sha256) for one in records for sha256 in _known(one) if one.message]
    sold = _sold(shown, {one.key: one.seller for one in deals})
    rooms: dict[str, set[str]] = defaultdict(set)
    for (holder, sha256), sight in _first(records, told, holders).items():
        later = sold.get((holder, sha256), set()) - {told[sight.message].deal}
        is_traded = sight.room in directs and (holder, sight.sender) in served
        if sight.sender not in {None, holder} and later and not is_traded:
            rooms[sight.room].add(sha256)
    for room, pictures in sorted(rooms.items()):
        yield TrueOrigin(conversation=room, sold_on=len(pictures))


def _sold(shown: Iterable[tuple[TrueMessage, str]], sellers: Mapping[str, str]) -> dict[tuple[str, str], set[str]]:
    """The deals in which exhibits show that each seller handed each picture over."""
    sold: dict[tuple[str, str], set[str]] = defaultdict(set)
    for said, sha256 in shown:
        if said.deal is not None and said.sender == sellers[said.deal]:
            sold[said.sender, sha256].add(said.deal)
    return sold


def _first(
    records: Iterable[TrueRecord], told: Mapping[str, TrueMessage], holders: Mapping[str, str]
) -> dict[tuple[str, str], _Sight]:
    """Where each holder had each picture first: on their device, or sent by them as any device shows it."""
    first: dict[tuple[str, str], _Sight] = {}
    for record in records:
        for sha256 in _known(record) if record.message else ():
            said = told[record.message or ""]
            sight = _Sight(said.at, said.key, said.conversation, said.sender)
            holder = holders.get(record.file.partition("/")[0])
            for who in {holder, said.sender} & set(holders.values()):
                key = (str(who), sha256)
                first[key] = min(first.get(key, sight), sight)
    return first


def _known(record: TrueRecord) -> Iterator[str]:
    """The pictures that the exhibit tells apart: by their bytes, or by the hash that the app's database states."""
    for one in record.attachments:
        if one.sha256 is not None and (one.state == "present" or record.table is not None):
            yield one.sha256
