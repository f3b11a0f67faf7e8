# SPDX-License-Identifier: Apache-2.0
"""The names and accounts that a case holds, so that words and paths can be masked."""

from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from suluh.case.case import Case
from suluh.model.body import Noun
from suluh.model.deeds.typed import TYPED
from suluh.model.dossier.entered import Entered, fields_of
from suluh.model.intake import Exhibit
from suluh.model.people import Person
from suluh.model.talk import Account, Contact, Conversation, is_named_only
from suluh.model.trade import Payment, Statement

_TYPED: Mapping[type[Entered], tuple[str, ...]] = {
    kind: names for kind in TYPED if (names := tuple(one.name for one in fields_of(kind) if one.form == "name"))
}
"""What officers type that names somebody, by kind."""

NAMED: tuple[type[Noun], ...] = (Account, Contact, Conversation, Exhibit, Payment, Person, Statement, *_TYPED)
"""The nouns that hold names and accounts."""


def names_in(case: Case) -> Iterator[str]:
    """Every name that some record gives to a person; titles of groups are no names of persons."""
    for account in case.nouns(Account):
        yield from account.names
        yield from _own_name(account.account)
    yield from (contact.name for contact in case.nouns(Contact))
    yield from (talk.title for talk in case.nouns(Conversation) if talk.title and talk.kind == "direct")
    yield from (exhibit.holder for exhibit in case.nouns(Exhibit) if exhibit.holder)
    yield from (statement.holder for statement in case.nouns(Statement) if statement.holder)
    for payment in case.nouns(Payment):
        yield from filter(None, (payment.payer_name, payment.beneficiary_name))
    for kind, fields in _TYPED.items():
        for one in case.nouns(kind):
            yield from (name for field in fields for name in _texts(getattr(one, field)))


def _texts(said: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return said if isinstance(said, tuple) else (said,) if said else ()


def titles_in(case: Case) -> Iterator[str]:
    """Every title of a group or channel; those of a talk of two are names."""
    yield from (talk.title for talk in case.nouns(Conversation) if talk.title and talk.kind != "direct")


def _own_name(account: str) -> Iterator[str]:
    """The name inside the id of an account that is known by name only, or its handle."""
    if is_named_only(account):
        yield unquote(account.rpartition("/")[2])
    else:
        yield account.partition(":")[2]


def accounts_in(case: Case) -> Iterator[str]:
    """Every account id that some record holds."""
    for account in case.nouns(Account):
        yield account.account
        yield from account.aliases
    yield from (contact.account for contact in case.nouns(Contact))
    yield from (account for person in case.nouns(Person) for account in person.accounts)
    yield from (account for exhibit in case.nouns(Exhibit) for account in exhibit.accounts)
    yield from (statement.account for statement in case.nouns(Statement) if statement.account)
    for payment in case.nouns(Payment):
        yield from filter(None, (payment.payer, payment.beneficiary))
