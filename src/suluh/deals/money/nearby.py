# SPDX-License-Identifier: Apache-2.0
"""The payments of a time whose sides may be those of an episode, found without looking at any other."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from suluh.deals.facts.ledger import Line
from suluh.deals.facts.parties import Parties, name_words
from suluh.deals.talks.episodes import Episode, Talk

Key = tuple[str, str]
"""What ties a payment to somebody, and by what: an account, a side, an exhibit, a word of a name."""


class Nearby:
    """Every payment under all that may tie it to a seller or buyer: `Payers.judge` closes its gate for the others."""

    def __init__(self, sides: Parties, booked: Sequence[Line], buyers: Iterable[tuple[str, str]]) -> None:
        """`buyers` gives payers by their keys, each with the buyer that it pays for."""
        self._sides = sides
        self._starts = [line.start for line in booked]
        ledgers = {name: place for place, name in enumerate(dict.fromkeys(line.ledger for line in booked))}
        self._ranks = [(ledgers[line.ledger], number) for number, line in enumerate(booked)]
        found: dict[Key, list[int]] = defaultdict(list)
        for number, line in enumerate(booked):
            for key in dict.fromkeys(self._ties(line)):
                found[key].append(number)
        self._numbers: Mapping[Key, list[int]] = dict(found)
        self._keys: dict[str, list[str]] = defaultdict(list)
        for payer, buyer in buyers:
            self._keys[buyer].append(payer)

    def of(self, talk: Talk, episode: Episode, since: datetime, until: datetime) -> list[int]:
        """The numbers of payments that begin in a time, ledger by ledger and each in the order of time."""
        low, high = bisect_left(self._starts, since), bisect_left(self._starts, until)
        found: set[int] = set()
        for key in dict.fromkeys((*self._received(episode), *self._paid(talk, episode))):
            numbers = self._numbers.get(key, ())
            found.update(numbers[bisect_left(numbers, low) : bisect_left(numbers, high)])
        return sorted(found, key=self._ranks.__getitem__)

    def _ties(self, line: Line) -> Iterator[Key]:
        """All that a payment may be found by."""
        if line.payee:
            yield "payee", line.payee
            yield "payee's side", self._sides.side(line.payee)
        yield from (("payee's name", word) for word in name_words(line.payee_name or ""))
        if line.incoming:
            yield "received on", line.exhibit
            return
        # What is known from the payer's side only must be tied to the buyer, where nothing ties it to the seller.
        yield "paid on", line.exhibit
        if line.payer:
            yield "payer", line.payer
            yield "payer's side", self._sides.side(line.payer)
        if line.payer_key:
            yield "payer's key", line.payer_key
        yield from (("payer's name", word) for word in name_words(line.payer_name or ""))

    def _received(self, episode: Episode) -> Iterator[Key]:
        """By what the seller may have received."""
        seller, sides = episode.seller, self._sides
        yield from (("payee", account) for account in (*episode.pay_to, *sides.named.get(seller, ())))
        yield "payee's side", seller
        yield from (("received on", exhibit) for exhibit in self._devices(seller))
        # Two words of a name are asked for: whoever has two has one beside the commonest.
        names = [("payee's name", word) for word in sides.names.get(seller, ())]
        yield from sorted(names, key=lambda key: (len(self._numbers.get(key, ())), key))[:-1]

    def _paid(self, talk: Talk, episode: Episode) -> Iterator[Key]:
        """By what the buyer may have paid."""
        buyer, sides = episode.buyer, self._sides
        yield from (("paid on", exhibit) for exhibit in self._devices(buyer))
        yield "payer's side", buyer
        yield from (("payer", account) for account in sides.named.get(buyer, ()))
        yield from (("payer's key", key) for key in self._keys.get(buyer, ()))
        said = (word for one in talk.claims for word in one.named.names)
        yield from (("payer's name", word) for word in (*sides.names.get(buyer, ()), *said))

    def _devices(self, side: str) -> Iterator[str]:
        yield from self._sides.devices.get(side, ())
        if side.startswith("own:"):
            yield side.removeprefix("own:")
