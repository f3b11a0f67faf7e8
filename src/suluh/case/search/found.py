# SPDX-License-Identifier: Apache-2.0
"""What a search finds, as rows of one list: people first, messages last, each joined copy and each account once."""

from collections.abc import Callable, Iterator

from suluh.case.case import Case
from suluh.case.search.index import bring_up
from suluh.case.search.query import Query
from suluh.case.search.texts import KINDS, LISTS, PAID, Told, list_of, told
from suluh.case.views.hiding import hide
from suluh.case.views.people import persons_of
from suluh.case.views.view import ALL_ROWS, Filter, Keys, Row, View
from suluh.model.after.beyond import Joint
from suluh.model.body import Noun, kind_of, read
from suluh.model.errors import Misuse
from suluh.model.people import Person
from suluh.model.talk import Account, Message
from suluh.store.tables import COLUMNS
from suluh.store.words import Words

_EXHIBIT = {kind: name for kind in KINDS for name in ("exhibit", "place.exhibit") if name in COLUMNS[kind_of(kind)]}
"""The column of each kind that says in which exhibit its nouns stand."""


class Found(View):
    """The rows that one search finds."""

    name = "search"
    nouns = (*KINDS, Joint, Person)
    fields = ("what", "id", "at", "account", "conversation", "text", "place", *PAID)
    shown = ("what", "id", "at", "account", "conversation", "text", "place")
    private = hide(
        id="id",
        account="account",
        conversation="account",
        text="text",
        payer="account",
        beneficiary="account",
        words="text",
    )
    ids = ("conversation_key", "person")
    accounts = ("account", "conversation")
    exhibits = ("place",)
    time = "at"

    def __init__(
        self,
        wanted: Query,
        lists: tuple[str, ...] = (),
        most: int | None = None,
        lacks: Callable[[int], None] = lambda _: None,
    ) -> None:
        """`lists` are the lists in which is searched, all if there is none. Raises `Misuse` for an unknown one.

        `most` are the rows that are taken into the index first, where it lacks some; all if there is none. `lacks`
        hears how many came of late and were not searched.
        """
        for one in lists:
            if one not in LISTS:
                raise Misuse(f"{one!r} is not searched: choose some of {', '.join(LISTS)}")
        self._wanted, self._lists, self._most, self._lacks = wanted, lists or LISTS, most, lacks

    def rows(self, case: Case) -> Iterator[Row]:
        """Every row of which the text has all that is wanted."""
        return self.near(case, ALL_ROWS)

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """The same, of one exhibit without reading the others: a copy that stands in it is found there."""
        joined = self.lasting(case, "joined", (Joint,), dict[str, str], lambda: _joined(case))
        seen: set[str] = set()
        for noun, said in self._hits(case, where.exhibit):
            name = said.account if isinstance(noun, Account) and said.account else joined.get(noun.id, noun.id)
            if name not in seen:
                seen.add(name)
                yield said.row(list_of(type(noun)), joined.get(noun.id, noun.id)) | self._ways(case, said)

    def _ways(self, case: Case, said: Told) -> Row:
        """What a row leads to: the conversation, and the group of accounts of whom it is about."""
        persons = persons_of(case)
        talk = None if said.conversation is None else Keys(case, "conversation").of(said.conversation)
        return {"conversation_key": talk, "person": persons.get(said.account or "")}

    def count(self, case: Case, where: Filter = ALL_ROWS) -> int:
        """How many rows there are."""
        return sum(1 for _ in self._chosen(case, where))

    def _hits(self, case: Case, exhibit: str | None) -> Iterator[tuple[Noun, Told]]:
        """Nouns that the index names, each read again: what does not hold what is wanted is passed over."""
        numbers = [number for number, name in enumerate(LISTS) if name in self._lists]
        with Words(case.folder.words) as words:
            self._lacks(bring_up(case, words, most=self._most))
            for hit in words.find(self._wanted.terms, numbers):
                kind = KINDS[hit.kind]
                body = case.rows.body_at(kind, hit.row, _within(kind, exhibit))
                if body is None or (kind is Message and not self._wanted.may_fit(body)):
                    continue
                noun = read(body, kind)
                said = told(noun)
                if self._wanted.fits(said.whole):
                    yield noun, said


def _within(kind: type[Noun], exhibit: str | None) -> dict[str, str]:
    """The column that says in which exhibit a noun stands, where its table has one; each row is still compared."""
    if exhibit is None or kind not in _EXHIBIT:
        return {}
    return {_EXHIBIT[kind]: exhibit}


def _joined(case: Case) -> dict[str, str]:
    """The id under which each joined copy is shown."""
    return {member: one.id for one in case.nouns(Joint) for member in one.members}
