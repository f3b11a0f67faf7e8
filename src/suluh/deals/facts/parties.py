# SPDX-License-Identifier: Apache-2.0
"""Who stands behind an account: the person, the device that wrote without a name, the names and numbers given."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from suluh.deals.facts.numbers import LEAST, is_of_an_account, parts, plain, runs
from suluh.model.money import MOST_DIGITS
from suluh.model.people import Person
from suluh.model.rules.holders import Holder
from suluh.model.talk import Account, Conversation, is_named_only
from suluh.model.trade import Payment, Statement

_DIGIT = re.compile(r"[0-9]")
_WORD = re.compile(r"[^\W\d_]+")
_NONE = frozenset[str]()
_SHORT = 7
_ROUND = 50_000
_EXACT = re.compile(r"(?<![\w.,])[0-9]{1,3}(?:\.[0-9]{3})+(?![\w.,][0-9])|(?<![\w.,])[0-9]{4,7}(?![\w]|[.,][0-9])")


@dataclass
class Parties:
    """The sides of conversations and payments; a side is a person's id, or `own:<exhibit>` where nobody is named."""

    person: Mapping[str, str]
    own: Mapping[str, Holder]
    """The accounts of each exhibit's holder."""

    names: dict[str, frozenset[str]]
    """Words of the names that a side goes by."""

    devices: Mapping[str, frozenset[str]]
    """The exhibits that are a side's own."""

    accounts_of_digits: Mapping[str, frozenset[str]]
    """Accounts of statements and payments by their digits, to be found in messages: a telephone has several."""

    speakers: set[str] = field(default_factory=set)
    """Sides that speak in some conversation."""

    references: Mapping[str, str] = field(default_factory=dict)
    """Payments by the digits of their reference."""

    exact: frozenset[int] = frozenset()
    """Amounts of the ledgers that are told apart by their last digits, in minor units."""

    ledger_names: frozenset[str] = frozenset()
    """Words of the names that statements print."""

    met: set[tuple[str, str]] = field(default_factory=set)
    """Sides that talk with each other, both ways round."""

    silent: dict[str, str] = field(default_factory=dict)
    """An account of each side that stands among the members of a direct conversation."""

    named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Accounts of statements and payments that a side named in its messages."""

    def side(self, account: str) -> str:
        """The side that an account belongs to."""
        return self.person.get(account, account)

    def listen(self, side: str, text: str) -> "Named":
        """Note that a side speaks; which accounts, payments and names of the ledgers it names."""
        self.speakers.add(side)
        named = self.ledger_names.intersection(_WORD.findall(text.casefold())) if self.ledger_names else _NONE
        if _DIGIT.search(text) is None:
            return Named(names=named) if named else NOTHING_NAMED
        found = runs(text)
        digits = {plain(part) for run in found for part in parts(run)}
        accounts = _NONE.union(*(self.accounts_of_digits.get(one, _NONE) for one in digits))
        cited = frozenset(self.references[one] for one in digits if one in self.references)
        self.named[side] |= accounts
        exact = self.exact & _exact_in(text) if self.exact else frozenset()
        is_strange = not accounts and not cited and is_of_an_account(text, found)
        return Named(accounts, cited, named, exact, is_strange)

    def call(self, side: str, name: str) -> None:
        """Note a name that a side goes by."""
        words = frozenset(name_words(name))
        self.names[side] = self.names.get(side, frozenset()) | words

    def meet(self, one: str, two: str) -> None:
        """Note that two sides talk with each other."""
        self.met.add((one, two))
        self.met.add((two, one))

    def holder(self, exhibit: str) -> str | None:
        """The one side that a device is known to be of."""
        found = [side for side, its in self.devices.items() if exhibit in its]
        return found[0] if len(found) == 1 else None

    def is_own(self, side: str, exhibit: str) -> bool:
        """Whether a device is a side's own."""
        return exhibit in self.devices.get(side, ()) or side == f"own:{exhibit}"


class Named(NamedTuple):
    """What of the ledgers a message names."""

    accounts: frozenset[str] = frozenset()
    payments: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    amounts: frozenset[int] = frozenset()
    is_strange: bool = False
    """Whether it names a number as long as an account's, and none that a ledger knows."""


NOTHING_NAMED = Named()


def parties(
    persons: Iterable[Person],
    accounts: Iterable[Account],
    statements: Iterable[Statement],
    payments: Iterable[Payment],
    own: Mapping[str, Holder],
) -> Parties:
    """Everything that is known of the sides before any message is read."""
    booked = tuple(payments)
    person = {account: one.id for one in persons for account in one.accounts}
    called: dict[str, set[str]] = defaultdict(set)
    devices: dict[str, set[str]] = defaultdict(set)
    for sighting in accounts:
        side = person.get(sighting.account, sighting.account)
        called[side].update(word for name in sighting.names for word in name_words(name))
    for exhibit, holder in own.items():
        for account in holder.accounts:
            devices[person.get(account, account)].add(exhibit)
    return Parties(
        person=person,
        own=own,
        names={side: frozenset(found) for side, found in called.items()},
        devices={side: frozenset(found) for side, found in devices.items()},
        accounts_of_digits=_by_digits(statements, booked),
        references={plain(one.reference or ""): one.id for one in booked if len(plain(one.reference or "")) > _SHORT},
        exact=frozenset(one.amount_minor for one in booked if one.currency == "IDR" and one.amount_minor % _ROUND),
        ledger_names=frozenset(
            word for one in booked for name in (one.payer_name, one.beneficiary_name) for word in name_words(name or "")
        ),
    )


@dataclass
class Heard:
    """What the sightings of conversations say."""

    kinds: dict[str, str] = field(default_factory=dict)
    members: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """The sides of each conversation, with the smallest account of each."""

    titles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


_BROADEST = {"": 0, "direct": 1, "channel": 2, "group": 3}


def heard(conversations: Iterable[Conversation], sides: Parties) -> Heard:
    """Kind, members as sides, and titles of each conversation over all sightings."""
    found = Heard()
    for one in conversations:
        known = found.kinds.get(one.conversation, "")
        found.kinds[one.conversation] = max(known, one.kind, key=lambda kind: _BROADEST[kind])
        there = found.members[one.conversation]
        for account in one.members:
            side = sides.side(account)
            there[side] = min(there.get(side, account), account)
        if one.title:
            found.titles[one.conversation].add(one.title)
    return found


@lru_cache(maxsize=65_536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, small, those of one letter left out."""
    return tuple(word for word in _WORD.findall(name.casefold()) if len(word) > 1)


def _exact_in(text: str) -> frozenset[int]:
    """Amounts of a text that are written to the last digit, in minor units."""
    found = (one.replace(".", "") for one in _EXACT.findall(text))
    return frozenset(100 * int(one) for one in found if len(one) <= MOST_DIGITS)


def _by_digits(statements: Iterable[Statement], payments: Iterable[Payment]) -> dict[str, frozenset[str]]:
    found = {one.account for one in statements}
    for payment in payments:
        found |= {payment.payer, payment.beneficiary}
    by_digits: dict[str, frozenset[str]] = defaultdict(frozenset)
    for account in sorted(one for one in found if one and not is_named_only(one)):
        digits = plain(account.partition(":")[2])
        if len(digits) >= LEAST:
            by_digits[digits] |= {account}
    return dict(by_digits)
