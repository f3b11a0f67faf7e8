# SPDX-License-Identifier: Apache-2.0
"""What would leave with a package: its terms checked, its files, and its sum in numbers."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

import msgspec

from suluh import __version__
from suluh.case.acts.decide import accounts_of
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import authorities, exhibits, hash_sets
from suluh.case.gate.children import children_of
from suluh.case.line.line import LINE
from suluh.case.line.step import Derived
from suluh.case.papers.hidden import Hidden
from suluh.custody.verifier import verifier
from suluh.model.after.sharing import Change, Summary, Terms, Withheld
from suluh.model.errors import Misuse, UnknownObject
from suluh.model.intake import Content, File, Flaw, Standing
from suluh.model.matching import Group, Match
from suluh.model.people import ONE_CONVERSATION, Decision, Link, Person
from suluh.model.talk import Conversation, Message
from suluh.model.trade import Deal, Offer, counts
from suluh.network.countries import country_of
from suluh.referral.package import dossier, files_of
from suluh.referral.recipients import ALWAYS, HANDLING, RECIPIENTS
from suluh.referral.says.care import said_of_children
from suluh.referral.says.choice import Choice
from suluh.referral.says.findings import Findings, Guarded, Head
from suluh.referral.says.withheld import withheld

T = TypeVar("T")
_Line = dict[str, object]
"""One row of a table of a package, as JSON has it."""

VERIFIER = "verify.py"
LONGEST = 200
CODES = frozenset({"code", "seller", "buyer", "left", "right", "other", "account"})
"""Fields that may hold a code of one package, which may differ in the next without anything new being said."""

_CODE = re.compile(r"[A-Z]{1,2}-\d+|[XZ]")


class Packed(NamedTuple):
    """Everything that would leave, and what it comes to."""

    files: dict[str, bytes]
    summary: Summary


class Kind(NamedTuple):
    """One kind of recipient, as a form asks for it."""

    kind: str
    lacks: tuple[str, str]
    """What is in no package for it, in Indonesian and English."""

    needs: tuple[str, ...]
    takes: tuple[str, ...]
    """Terms that may narrow its package."""

    def bears(self, name: str) -> bool:
        """Whether a package for it may be made by a term."""
        return name in {*ALWAYS, *self.needs, *self.takes}


KINDS = {one.kind: Kind(one.kind, one.lacks, one.needs, one.takes) for one in RECIPIENTS.values()}
"""Every kind of recipient."""

CODES_OF_HANDLING = HANDLING
"""What a partner may do with a package."""


def check_terms(terms: Terms) -> None:
    """Raise `Misuse` for an unknown kind of recipient, and for terms that are missing, wrong or not for this kind."""
    to = RECIPIENTS.get(terms.kind)
    if to is None:
        raise Misuse(f"there is no recipient {terms.kind!r}: choose one of {', '.join(RECIPIENTS)}")
    given = {name: value for name in terms.__struct_fields__ if (value := getattr(terms, name)) is not None}
    for name in given.keys() - {"kind", *ALWAYS, *to.needs, *to.takes}:
        raise Misuse(f"a package for {to.kind} is not made by {name}: leave --{name} out")
    missing = [name for name in to.needs if name not in given]
    if missing:
        raise Misuse(f"a package for {to.kind} needs {' and '.join(f'--{name}' for name in missing)}")
    for name, value in given.items():
        check_line(f"--{name}", value)
    if terms.handling is not None and terms.handling not in HANDLING:
        raise Misuse(f"{terms.handling!r} is no handling code: choose one of {', '.join(HANDLING)}")
    if not re.fullmatch("[A-Z]{2}", terms.country or "MY"):
        raise Misuse(f"{terms.country!r} is no country: write its two capital letters, such as MY")


def check_line(what: str, text: str) -> None:
    """Raise `Misuse` for a text that is not one line to print."""
    if not text.strip() or len(text) > LONGEST or not text.isprintable():
        raise Misuse(f"{what} is one line of at most {LONGEST} characters")


def pack(case: Case, head: Head) -> Packed:
    """Every file that would leave, by name, and the sum of them. Raises `Misuse`, `UnknownObject`."""
    choice = Choice(_findings(case, head.terms), head.terms)
    _check_chosen(choice)
    files = {**files_of(dossier(head, choice)), VERIFIER: verifier()}
    return Packed(files, _summary(choice, files))


def _check_chosen(choice: Choice) -> None:
    """Raise `UnknownObject` where the terms choose nothing: no package goes out empty."""
    terms = choice.terms
    if choice.to.rows == "country" and not choice.deals:
        found = {
            choice.found.countries.get(name) for one in choice.all_deals for name in (one.seller, one.buyer) if name
        }
        known = ", ".join(sorted(filter(None, found))) or "none"
        raise UnknownObject(
            f"no deal has a party of {terms.country} that may be told: by their numbers there are {known}"
        )
    if terms.kind == "support" and terms.person and not any(said_of_children(choice)):
        raise UnknownObject(
            "nobody gave this person a role or status of a child: enter it with `suluh decide CASE role`"
        )


def head_of(case: Case, recipient: str, terms: Terms, author: str, at: str) -> Head:
    """What stands over a package."""
    paper, tool = case.paper, f"suluh {__version__}"
    return Head(case=paper.number, unit=paper.unit, recipient=recipient, author=author, at=at, terms=terms, tool=tool)


def changes(before: bytes, now: bytes) -> tuple[Change, ...]:
    """How many rows came and went between two ``package.json``; codes alone are no change.

    Rows are compared by the fields that both packages have: one of an earlier format has fewer, and a row that says the
    same in all of them is the same row.
    """
    one, other = _tables(before), _tables(now)
    found = ((name, *_counted(one.get(name, []), other.get(name, []))) for name in sorted(one | other))
    counted = ((name, (new - old).total(), (old - new).total()) for name, old, new in found)
    return tuple(Change(table=name, more=more, fewer=fewer) for name, more, fewer in counted if more or fewer)


def _tables(raw: bytes) -> dict[str, list[_Line]]:
    """The rows of each table."""
    tables = msgspec.json.decode(raw, type=dict[str, object])
    return {name: rows for name, rows in tables.items() if isinstance(rows, list)}


def _counted(before: list[_Line], now: list[_Line]) -> tuple[Counter[bytes], Counter[bytes]]:
    """The rows of a table in two packages by the fields that both have, without their codes, counted."""
    fields = {name for row in before for name in row} & {name for row in now for name in row}
    old, new = (
        Counter(msgspec.json.encode(_plain(row, fields), order="sorted") for row in rows) for rows in (before, now)
    )
    return old, new


def _plain(row: _Line, fields: Collection[str]) -> _Line:
    known = ((name, value) for name, value in row.items() if name in fields)
    return {name: value for name, value in known if not (name in CODES and _CODE.fullmatch(str(value)))}


class _Each(Generic[T]):
    """Nouns that can be gone through more than once."""

    def __init__(self, start: Callable[[], Iterable[T]]) -> None:
        self._start = start

    def __iter__(self) -> Iterator[T]:
        return iter(self._start())


def _findings(case: Case, terms: Terms) -> Findings:
    hidden = Hidden(case)
    persons = list(case.nouns(Person))
    deals = [one for one in case.nouns(Deal) if counts(one) and one.id not in hidden.deals]
    offers = [one for one in case.nouns(Offer) if one.seller not in hidden.accounts]
    parties = {name for one in deals for name in (one.seller, one.buyer) if name}
    named = parties.union((one.seller for one in offers if one.seller), *(one.accounts for one in persons))
    return Findings(
        authorities=authorities(case.rows),
        exhibits=exhibits(case.rows),
        files=_Each(lambda: case.nouns(File)),
        standings=_Each(lambda: case.nouns(Standing)),
        contents=_Each(lambda: case.nouns(Content)),
        sets=hash_sets(case.rows),
        matches=list(case.nouns(Match, {"kind": "exact", "set_kind": "known"})),
        decisions=[one for one in case.nouns(Decision) if not hidden.is_decision(one)],
        deals=deals,
        offers=offers,
        persons=persons,
        links=[one for one in case.nouns(Link) if not hidden.is_link(one)],
        talks=_talks(case),
        groups=list(case.nouns(Group)),
        flaws=_Each(lambda: case.nouns(Flaw)),
        steps=[(step.name, step.version if isinstance(step, Derived) else 1) for step in LINE],
        children=children_of(case) - hidden.accounts,
        guarded=_guarded(case, hidden),
        person=frozenset(_accounts(case, terms.person)) - hidden.accounts,
        countries={name: code for name in sorted(named) if (code := country_of(name))},
    )


def _guarded(case: Case, hidden: Hidden) -> Guarded:
    """What is of accounts under guard."""
    if not hidden.accounts:
        return Guarded()
    return Guarded(
        accounts=hidden.accounts,
        deals=tuple(filter(counts, hidden.deals.values())),
        offers=tuple(one for one in case.nouns(Offer) if one.seller in hidden.accounts),
        links=hidden.links,
        decisions=tuple(filter(hidden.is_decision, case.nouns(Decision))),
    )


def _talks(case: Case) -> dict[str, frozenset[str]]:
    """Who takes part in each conversation on which an officer decided."""
    spoken = [one for one in case.nouns(Decision) if one.rule == ONE_CONVERSATION]
    found: dict[str, frozenset[str]] = {}
    for name in {name for one in spoken for name in (one.left, one.right) if name}:
        members = (one.members for one in case.nouns(Conversation, {"conversation": name}))
        wrote = (one.sender for one in case.nouns(Message, {"conversation": name}) if one.sender)
        found[name] = frozenset(wrote).union(*members)
    return found


def _accounts(case: Case, name: str | None) -> tuple[str, ...]:
    """All accounts of the person whom an account, or a person's id, names."""
    if name is None:
        return ()
    first = set(accounts_of(case, name))
    whole = (one.accounts for one in case.nouns(Person) if not first.isdisjoint(one.accounts))
    return tuple(sorted(first.union(*whole)))


def _summary(choice: Choice, files: Mapping[str, bytes]) -> Summary:
    """What leaves, in numbers."""
    told = msgspec.json.decode(files["package.json"], type=dict[str, object])
    rows = {name: value for name, value in told.items() if isinstance(value, list)}
    standing = choice.codes if {"deals", "accounts"} & rows.keys() else {}
    return Summary(
        persons=len({choice.person_of.get(name, name) for name in standing}),
        named=sum(bool(row.get("account")) for row in rows.get("accounts", ())),
        children=len({row["code"] for row in rows.get("children", ())}),
        hashes=len(choice.listed),
        withheld=tuple(Withheld(what=one.what, why=one.why, count=one.count) for one in withheld(choice)),
    )
