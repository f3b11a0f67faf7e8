# SPDX-License-Identifier: Apache-2.0
"""The list of persons."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.people import persons_of
from suluh.case.views.view import ALL_ROWS, Filter, Row, View, noun_row, share
from suluh.model.ids import person_id
from suluh.model.people import Link, Person
from suluh.persons.explain import chains


class Persons(View):
    """Accounts that are one person, as the live links and decisions say."""

    name = "persons"
    called = "groups of accounts (each probably one person)"
    nouns = (Person, Link)
    each = Person
    fields = ("id", "accounts", "roles", "exhibits")
    shown = ("id", "accounts", "roles", "exhibits", "rules")
    private = hide(accounts="account", account="account", left="account", right="account")
    ids = ("id", "link")
    accounts = ("id", "accounts")
    exhibits = ("exhibits",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every person."""
        return self.near(case, ALL_ROWS)

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """Some persons without reading the others."""
        joining = self.keep(case, "joining", (Link,), lambda: _joining(case.nouns(Link)))
        for person in self.in_shown_order(case, Person, where):
            ways = _chains(person, joining)
            rules = sorted({link.rule for chain in ways.values() for link in chain})
            joined = [{"account": one, "by": [_step(link) for link in chain]} for one, chain in ways.items()]
            yield noun_row(person, self.fields) | {"rules": rules, "joined": joined}

    def slim(self, case: Case, where: Filter, fields: frozenset[str]) -> Iterator[Row]:
        """Persons without the links that join them, where nobody asks for these."""
        if fields & {"rules", "joined"} or where != ALL_ROWS:
            return super().slim(case, where, fields)
        return (noun_row(person, self.fields) for person in self.in_shown_order(case, Person, where))

    def ordered(self, case: Case) -> Sequence[str]:
        """The ids of all persons in the order of the ids that lists show."""
        return self.shown_order(case, Person)

    def holding(self, case: Case, name: str) -> Iterator[str]:
        """The persons of the two accounts of a link."""
        known = persons_of(case)
        sides = (side for one in case.rows.by_column(Link, "id", [name]) for side in (one.left, one.right))
        return iter(sorted({known[side] for side in sides if side in known}))

    def former(self, case: Case) -> Iterator[tuple[str, str]]:
        """Ids of persons that were joined to another."""
        return persons_by_account(case.nouns(Person))


def _joining(links: Iterable[Link]) -> dict[str, list[Link]]:
    """The links that join, by each of their accounts."""
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.merges:
            found[link.left].append(link)
            found[link.right].append(link)
    return found


def _chains(person: Person, joining: Mapping[str, list[Link]]) -> dict[str, tuple[Link, ...]]:
    """The shortest chain of links by which each further account is joined with the first one."""
    links = {link.id: link for account in person.accounts for link in joining.get(account, ())}
    return chains(links.values(), person.accounts[0])


def _step(link: Link) -> Row:
    """One link of a chain."""
    return {
        "link": link.id,
        "left": link.left,
        "right": link.right,
        "rule": link.rule,
        "judgement": link.judgement,
        "score": share(link.score),
    }


def persons_by_account(persons: Iterable[Person]) -> Iterator[tuple[str, str]]:
    """Each account of a person may be the first of one that was joined to it: that one's id leads to the person."""
    return ((person_id(account), person.id) for person in persons for account in person.accounts)
