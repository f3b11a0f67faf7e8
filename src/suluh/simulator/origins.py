# SPDX-License-Identifier: Apache-2.0
"""Through which rooms the holders of made-up exhibits got what they sold, as far as the exhibits show it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from suluh.simulator.truth import TrueDeal, TrueMessage, TrueOrigin, TrueRecord


class _Sight(NamedTuple):
    at: str
    message: str
    room: str
    sender: str | None


def origins(
    records: Iterable[TrueRecord],
    messages: Iterable[TrueMessage],
    deals: Iterable[TrueDeal],
    holders: Mapping[str, str],
) -> Iterator[TrueOrigin]:
    """The rooms in the order of their keys; `holders` says whose device each exhibit is."""
    told = {one.key: one for one in messages}
    sold = _sold(deals)
    rooms: dict[str, set[str]] = defaultdict(set)
    for (holder, sha256), sight in _first(records, told, holders).items():
        later = sold.get((holder, sha256), set()) - {None}
        if sight.sender not in {None, holder} and later - {told[sight.message].deal}:
            rooms[sight.room].add(sha256)
    for room, pictures in sorted(rooms.items()):
        yield TrueOrigin(conversation=room, sold_on=len(pictures))


def _sold(deals: Iterable[TrueDeal]) -> dict[tuple[str, str], set[str | None]]:
    """The deals in which each seller handed each picture over."""
    sold: dict[tuple[str, str], set[str | None]] = defaultdict(set)
    for deal in deals:
        for sha256 in deal.pictures if deal.seen_messages else ():
            sold[deal.seller, sha256].add(deal.key)
    return sold


def _first(
    records: Iterable[TrueRecord], told: Mapping[str, TrueMessage], holders: Mapping[str, str]
) -> dict[tuple[str, str], _Sight]:
    """Where each holder had each picture first: on their device, or sent by them as any device shows it."""
    first: dict[tuple[str, str], _Sight] = {}
    for record in records:
        for one in record.attachments:
            if record.message is None or one.sha256 is None or not _is_known(record, one.state):
                continue
            said = told[record.message]
            sight = _Sight(said.at, said.key, said.conversation, said.sender)
            holder = holders.get(record.file.partition("/")[0])
            for who in {holder, said.sender} & set(holders.values()):
                key = (str(who), one.sha256)
                first[key] = min(first.get(key, sight), sight)
    return first


def _is_known(record: TrueRecord, state: str) -> bool:
    """Whether the exhibit tells which picture it was: by its bytes, or by the hash that the app's database states."""
    return state == "present" or record.table is not None
