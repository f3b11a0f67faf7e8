# SPDX-License-Identifier: Apache-2.0
"""What of each noun is looked up, and how what is found looks as a row."""

from collections.abc import Callable
from typing import NamedTuple

from suluh.case.views.view import Row, place_row
from suluh.model.body import Noun
from suluh.model.intake import File, place_of
from suluh.model.money import decimal_text
from suluh.model.place import Place
from suluh.model.talk import Account, Contact, Conversation, Message
from suluh.model.times import When
from suluh.model.trade import Payment, Statement

PAID = ("payer", "beneficiary", "amount", "currency", "words")


class Told(NamedTuple):
    """What a noun says that can be looked up."""

    text: str
    """What is shown."""

    account: str | None
    place: Place
    at: str | None = None
    conversation: str | None = None
    more: str = ""
    """What is looked up as well."""

    paid: Row | None = None
    """Of a payment both sides, the sum with its currency, and what else it says."""

    @property
    def whole(self) -> str:
        """All that is looked up."""
        return f"{self.text} \n {self.more}" if self.more else self.text

    def row(self, what: str, name: str) -> Row:
        """The row of a list that `suluh search` prints."""
        return {
            "what": what,
            "id": name,
            "at": self.at,
            "account": self.account,
            "conversation": self.conversation,
            "text": self.text,
            "place": place_row(self.place),
            **(self.paid or dict.fromkeys(PAID)),
        }


def _message(one: Message) -> Told:
    """Its words and the names of what is attached; who wrote it is found among the accounts."""
    names = " ".join(part.name for part in one.attachments if part.name) if one.attachments else ""
    return Told(one.text or names, one.sender, one.place, _time(one.sent), one.conversation, names if one.text else "")


def _payment(one: Payment) -> Told:
    """Its words, both sides, the sum and the reference."""
    account, name = (one.payer, one.payer_name) if one.incoming else (one.beneficiary, one.beneficiary_name)
    own = one.beneficiary if one.incoming else one.payer
    amount = decimal_text(one.amount_minor, one.currency)
    words = " · ".join(part for part in (name, one.text, one.reference) if part)
    said = f"{one.currency} {amount} · {words}" if words else f"{one.currency} {amount}"
    paid: Row = dict(zip(PAID, (one.payer, one.beneficiary, amount, one.currency, words), strict=True))
    more = " ".join((account or "", own or "", one.amount_as_written, amount.partition(".")[0]))
    return Told(said, account, one.place, one.booked, more=more, paid=paid)


def _account(one: Account) -> Told:
    return Told(" · ".join(one.names), one.account, one.place, more=" ".join((one.account, *one.aliases)))


def _contact(one: Contact) -> Told:
    return Told(one.name, one.account, one.place, more=one.account)


def _conversation(one: Conversation) -> Told:
    return Told(one.title or "", None, one.place, conversation=one.conversation)


def _statement(one: Statement) -> Told:
    return Told(one.holder or "", one.account, one.place, one.period_from, more=one.account or "")


def _file(one: File) -> Told:
    place = place_of(one)
    return Told(place.path, None, place, more=place.inside or "")


def _time(one: When | None) -> str | None:
    return None if one is None else one.at or one.local or one.written


_TOLD: dict[type[Noun], tuple[str, Callable[..., Told]]] = {
    Account: ("accounts", _account),
    Contact: ("contacts", _contact),
    Conversation: ("conversations", _conversation),
    Statement: ("statements", _statement),
    Payment: ("payments", _payment),
    File: ("files", _file),
    Message: ("messages", _message),
}
"""The kinds of what is looked up in the order in which it is shown, each with its list."""

KINDS = tuple(_TOLD)
LISTS = tuple(name for name, _ in _TOLD.values())


def list_of(kind: type[Noun]) -> str:
    """The list that shows nouns of a kind."""
    return _TOLD[kind][0]


def told(noun: Noun) -> Told:
    """What a noun says."""
    return _TOLD[type(noun)][1](noun)
