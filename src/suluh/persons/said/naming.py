# SPDX-License-Identifier: Apache-2.0
"""Which accounts of statements the holder of a device names in messages, and with which words of a name."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from suluh.model.rules.holders import Holder
from suluh.model.talk import Message, is_named_only
from suluh.model.trade import Statement
from suluh.persons.identifiers import identifier_of, number_of
from suluh.persons.names import words

SHORTEST = 8
"""Digits that an account has at least. Set by hand: shorter runs are sums, dates and counts."""

_RUN = re.compile(r"(?<!\d)\d(?:[ .-]?\d){7,}")
_SIGNS = re.compile(r"\D")


class Naming(NamedTuple):
    """One message of a device's holder that names an account of a statement."""

    sender: str
    account: str
    conversation: str
    words: frozenset[str]
    """The words of the message, as those of names are compared."""

    message: str = ""
    """Its id."""


class Namings:
    """The messages in which a holder names an account that a statement on the case is of, message by message.

    An account that is a phone number is left out: whether a message means the phone or the wallet nobody can tell.
    """

    def __init__(self, statements: Iterable[Statement], own: Mapping[str, Holder]) -> None:
        self.found: list[Naming] = []
        self._ledgers = _by_digits(statements)
        self._senders = {account for holder in own.values() for account in holder.accounts}

    def note(self, message: Message) -> None:
        """Take one message into account."""
        sender = message.sender
        if not self._ledgers or sender not in self._senders or len(message.text) < SHORTEST:
            return
        runs = {_SIGNS.sub("", run) for run in _RUN.findall(message.text)}
        for account in sorted(self._ledgers[run] for run in runs & self._ledgers.keys()):
            spoken = frozenset(words(message.text))
            self.found.append(Naming(sender or "", account, message.conversation, spoken, message.id))


def _by_digits(statements: Iterable[Statement]) -> dict[str, str]:
    """The accounts of statements by their digits; digits of two accounts name neither."""
    found: dict[str, set[str]] = {}
    for account in {one.account for one in statements if one.account}:
        digits = _SIGNS.sub("", identifier_of(account))
        if len(digits) >= SHORTEST and not is_named_only(account) and number_of(account) is None:
            found.setdefault(digits, set()).add(account)
    return {digits: next(iter(accounts)) for digits, accounts in found.items() if len(accounts) == 1}
