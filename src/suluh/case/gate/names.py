# SPDX-License-Identifier: Apache-2.0
"""The names and accounts that a case holds, so that words and paths can be masked."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from suluh.case.case import Case
from suluh.model.body import Noun
from suluh.model.deeds.typed import TYPED
from suluh.model.dossier.entered import Entered, fields_of
from suluh.model.intake import Exhibit
from suluh.model.people import Person
from suluh.model.talk import Account, Contact, Conversation, Trait, is_named_only
from suluh.model.trade import Payment, Statement

_TYPED: Mapping[type[Entered], tuple[str, ...]] = {
    kind: names for kind in TYPED if (names := tuple(one.name for one in fields_of(kind) if one.form == "name"))
}
"""What officers type that names somebody, by kind."""

NAMED: tuple[type[Noun], ...] = (Account, Contact, Conversation, Exhibit, Payment, Person, Statement, Trait, *_TYPED)
"""The nouns that hold names and accounts."""


def named_in(case: Case) -> Iterator[Noun]:
    """Every noun that holds names and accounts."""
    return (noun for kind in NAMED for noun in case.nouns(kind))


def names_of(one: Noun) -> Iterator[str]:
    """Every name that a record gives to a person; titles of groups are no names of persons."""
    match one:
        case Account():
            yield from one.names
            yield from _own_name(one.account)
        case Contact():
            yield one.name
        case Trait(what="owner" | "device-name"):
            yield one.value
        case Conversation():
            yield from filter(None, [one.title if one.kind == "direct" else None])
        case Exhibit() | Statement():
            yield from filter(None, [one.holder])
        case Payment():
            yield from filter(None, (one.payer_name, one.beneficiary_name))
        case Entered():
            yield from (name for field in _TYPED.get(type(one), ()) for name in _texts(getattr(one, field)))


def titles_of(one: Noun) -> Iterator[str]:
    """The title of a group or channel; that of a talk of two is a name."""
    if isinstance(one, Conversation) and one.title and one.kind != "direct":
        yield one.title


def accounts_of(one: Noun) -> Iterator[str]:
    """Every account id that a record holds."""
    match one:
        case Account():
            yield from (one.account, *one.aliases)
        case Contact():
            yield one.account
        case Person() | Exhibit():
            yield from one.accounts
        case Statement():
            yield from filter(None, [one.account])
        case Payment():
            yield from filter(None, (one.payer, one.beneficiary))


class Named(NamedTuple):
    """All that a case knows of persons by name, each once."""

    names: list[str]
    accounts: list[str]
    titles: list[str]


def named(case: Case) -> Named:
    """Every name, account id and title of a group that the case holds."""

    def made() -> Named:
        found: tuple[set[str], set[str], set[str]] = set(), set(), set()
        for one in named_in(case):
            for held, of in zip(found, (names_of, accounts_of, titles_of), strict=True):
                held.update(of(one))
        return Named(*map(sorted, found))

    known = case.kept.lasting(case.rows, "named", NAMED, Named, made)
    case.kept.forget(["named"])  # the mask holds what it needs of them
    return known


def accounts_in(case: Case) -> Iterator[str]:
    """Every account id that some record holds."""
    return (account for one in named_in(case) for account in accounts_of(one))


def _texts(said: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return said if isinstance(said, tuple) else (said,) if said else ()


def _own_name(account: str) -> Iterator[str]:
    """The name inside the id of an account that is known by name only, or its handle."""
    if is_named_only(account):
        yield unquote(account.rpartition("/")[2])
    else:
        yield account.partition(":")[2]
