# SPDX-License-Identifier: Apache-2.0
"""What a list of a case is."""

from abc import ABC, abstractmethod
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar, TypeVar

import msgspec

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import C, History
from suluh.case.gate.mask import Shape
from suluh.case.gate.seal import Seal
from suluh.case.views.days import day_of
from suluh.case.views.orders import held
from suluh.case.views.records import zones
from suluh.model.body import Noun, kind_of
from suluh.model.errors import Misuse
from suluh.model.ids import make_id
from suluh.model.people import Person
from suluh.model.place import Place
from suluh.model.trade import Stamp, Term
from suluh.store.rows import Part
from suluh.store.tables import COLUMNS

T = TypeVar("T")
N = TypeVar("N", bound=Noun)
Row = dict[str, object]
Page = Part
"""Which part of a list is wanted, for those who show lists and do not read the store."""


@dataclass(frozen=True)
class Filter:
    """Which rows are wanted; null means all."""

    person: str | None = None
    account: str | None = None
    exhibit: str | None = None
    start: str | None = None
    end: str | None = None
    first: str | None = None
    """From this day on, in the zone of each row."""

    last: str | None = None
    """Up to this day, in the zone of each row."""

    conversation: str | None = None
    """Messages of this conversation only."""

    id: str | None = None
    """The one row of this id or key."""

    ids: frozenset[str] = frozenset()
    """The rows of these ids; empty for all."""

    state: str | None = None
    """Files or deals in this state only."""

    deal: str | None = None
    """Messages or payments that this deal rests on only."""

    statement: str | None = None
    """Payments of this statement only."""

    file: str | None = None
    """What stands in this file only."""

    draft: str | None = None
    """What stands in this draft of a package only."""

    def text(self) -> str:
        """The filter in words, for the ledger."""
        given = ((name, getattr(self, name)) for name in self.__dataclass_fields__)
        return " ".join(f"{name}={_word(value)}" for name, value in given if value)


ALL_ROWS = Filter()


def _word(value: object) -> str:
    return f"{len(value)} ids" if isinstance(value, frozenset) else str(value)


class View(ABC):
    """One list: its name, its fields, what in it identifies persons, and its rows."""

    name: ClassVar[str]
    nouns: ClassVar[tuple[type[Noun], ...]]
    """The nouns it is made of."""

    named_by: ClassVar[tuple[type[Noun], ...]] = ()
    """The nouns on which the ids of its rows hang, where that is not all of them."""

    fields: ClassVar[tuple[str, ...]]
    shown: ClassVar[tuple[str, ...]] = ()
    """Columns of a terminal, where it shows other than the fields; `--json` has them all."""

    called: ClassVar[str] = ""
    """What a person is told that the list holds, where its name alone would say more than the case knows."""

    private: ClassVar[Mapping[str, Shape]] = {}
    """Fields that identify persons, and how they are masked without a purpose."""

    def shapes(self, row: Row) -> Mapping[str, Shape]:
        """How the fields of one row are masked, where what a field holds hangs on another one."""
        del row
        return self.private

    ids: ClassVar[tuple[str, ...]] = ()
    """Fields with ids that are hashes of what identifies persons: shown under the case's secret, purpose or not."""

    accounts: ClassVar[tuple[str, ...]] = ()
    """Fields that hold account ids, for the filters on account and person."""

    exhibits: ClassVar[tuple[str, ...]] = ()
    """Fields that hold exhibits or places."""

    time: ClassVar[str | None] = None
    """The field that the filters on time compare."""

    of_deal: ClassVar[str | None] = None
    """The field of a deal that holds ids of this list."""

    in_files: ClassVar[bool] = False
    """Whether it can be asked what stands in one file."""

    goes_by_the_clock: ClassVar[bool] = False
    """Whether its rows change with the time alone, such as days left."""

    each: ClassVar[type[Noun] | None] = None
    """The noun of which each makes one row, where that is so: it counts the list."""

    def keep(self, case: Case, name: str, kinds: Iterable[type[Noun]], make: Callable[[], T]) -> T:
        """What was made from some nouns, made anew only when they changed."""
        return case.kept.of(case.rows, f"{self.name} {name}", kinds, make)

    def lasting(self, case: Case, name: str, kinds: Iterable[type[Noun]], form: type[T], make: Callable[[], T]) -> T:
        """The same for what takes long: it is kept beside the case as well."""
        return case.kept.lasting(case.rows, f"{self.name} {name}", kinds, form, make)

    def count_up(self, case: Case) -> None:
        """Make what takes long over the whole case, and lasts; a list of which nothing does makes nothing."""
        del case

    def in_shown_order(self, case: Case, kind: type[N], where: Filter) -> Iterator[N]:
        """Nouns in the order of the ids that lists show: that of their own would tell something of what they hash."""
        wanted, seal = where.ids or frozenset(filter(None, [where.id])), Seal(case.secret)
        return held(case, kind, sorted(wanted, key=seal.of) if wanted else self.shown_order(case, kind))

    def shown_order(self, case: Case, kind: type[Noun]) -> Sequence[str]:
        """The ids of all nouns of a kind in the order of those that lists show."""
        own, seal = case.rows.columns(kind, ("id",)), Seal(case.secret)
        return self.keep(
            case, f"order {kind_of(kind)}", (kind,), lambda: sorted((name for (name,) in own), key=seal.of)
        )

    def ordered(self, case: Case) -> Sequence[str] | None:
        """The ids of all rows in the order of the list, where it keeps them: a page of it reads no other row."""
        del case
        return None

    @abstractmethod
    def rows(self, case: Case) -> Iterator[Row]:
        """All rows in a fixed order, in full."""

    def own(self, case: Case) -> Iterator[str]:
        """The ids, or the keys, of all rows."""
        return (name for kind in self.nouns[:1] for (name,) in case.rows.columns(kind, ("id",)))

    def former(self, case: Case) -> Iterator[tuple[str, str]]:
        """Ids that a row had, or may have had, each with the id that it has now."""
        del case
        return iter(())

    def holding(self, case: Case, name: str) -> Iterator[str]:
        """The ids of the rows in which an id of another list, or a digest, stands; of most lists nobody asks for it."""
        del case, name
        return iter(())

    def check(self, where: Filter) -> None:
        """Raise `Misuse` for a filter that this list cannot follow."""
        if (where.account or where.person) and not self.accounts:
            raise Misuse(f"{self.name} has no accounts: leave out --account and --person")
        if where.exhibit and not self.exhibits:
            raise Misuse(f"{self.name} has no exhibits: leave out --exhibit")
        if (where.start or where.end or where.first or where.last) and self.time is None:
            raise Misuse(f"{self.name} has no times: leave out --from and --to")
        if where.file and not self.in_files:
            raise Misuse(f"{self.name} has no files: leave it out")
        if where.deal and self.of_deal is None:
            raise Misuse(f"{self.name} has no deals: leave it out")
        for name in ("conversation", "state", "statement", "draft"):
            if getattr(where, name) and name not in self.fields:
                raise Misuse(f"{self.name} has no {name}: leave it out")

    def select(self, case: Case, where: Filter, part: Part) -> Iterator[Row]:
        """The wanted part of the wanted rows."""
        order = self.ordered(case) if where == ALL_ROWS and part.limit >= 0 else None
        if order is not None:
            wanted = order[part.offset : part.offset + part.limit]
            return self.near(case, Filter(ids=frozenset(wanted))) if wanted else iter(())
        chosen = self._chosen(case, where)
        stop = None if part.limit < 0 else part.offset + part.limit
        return islice(chosen, part.offset, stop)

    def around(self, case: Case, where: Filter, key: str, beside: int) -> Iterator[Row]:
        """The row of an id among those of a filter, and those that stand just before and after it."""
        before: deque[Row] = deque(maxlen=beside)
        rows = self.select(case, where, Page())
        for row in rows:
            if row["id"] == key:
                yield from (*before, row, *islice(rows, beside))
                return
            before.append(row)

    def slim(self, case: Case, where: Filter, fields: frozenset[str]) -> Iterator[Row]:
        """All wanted rows with at least some fields: a list that can leaves out what takes long and nobody asks for."""
        del fields
        return self.select(case, where, Page())

    def tally(self, case: Case, field: str) -> Mapping[str, int]:
        """How many rows there are for each value of a field."""
        kind = self.each
        if kind is not None and field in COLUMNS[kind_of(kind)]:
            return {str(value): size for (value,), size in case.rows.tally(kind, field).items()}
        return Counter(str(row[field]) for row in self.slim(case, ALL_ROWS, frozenset({field})))

    def count(self, case: Case, where: Filter) -> int:
        """How many rows are wanted."""
        if where == ALL_ROWS and self.each is not None:
            return case.rows.count(self.each)
        return sum(1 for _ in self._chosen(case, where))

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """All rows that a filter can want, by the quickest way the list has; `select` still compares each."""
        del where
        return self.rows(case)

    def _chosen(self, case: Case, where: Filter, near: Iterable[Row] | None = None) -> Iterator[Row]:
        """The wanted rows, of those that are near where they are given."""
        if where == ALL_ROWS and near is None:
            return self.rows(case)
        wanted = accounts_of(case, where)
        given = self.near(case, where) if near is None else near
        found = (row for row in given if self._fits(row, where, wanted))
        if self.time is None or not (where.first or where.last):
            return found
        time, own = self.time, zones(case)
        first, last = where.first or "", where.last or "~"
        return (row for row in found if (day := day_of(row, time, own)) is not None and first <= day <= last)

    def _fits(self, row: Row, where: Filter, wanted: frozenset[str] | None) -> bool:
        return _is_named(row, where) and self._is_within(row, where, wanted)

    def _is_within(self, row: Row, where: Filter, wanted: frozenset[str] | None) -> bool:
        if wanted is not None and not wanted & set(_texts(row, self.accounts)):
            return False
        if where.exhibit is not None and where.exhibit not in _texts(row, self.exhibits):
            return False
        if self.time is None or not (where.start or where.end):
            return True
        moment = row[self.time]
        return (
            isinstance(moment, str)
            and (where.start or "") <= moment
            and moment[: len(where.end or "")] <= (where.end or "~")
        )


def _is_named(row: Row, where: Filter) -> bool:
    """Whether a row is of the id, conversation and state that a filter names."""
    if where.id is not None and where.id not in (row.get("id"), row.get("key")):
        return False
    if where.ids and where.ids.isdisjoint((str(row.get("id")), str(row.get("key")))):
        return False
    if where.file is not None and where.file not in _files(row):
        return False
    if where.conversation is not None and where.conversation not in _names(row, "conversation"):
        return False
    asked = {"statement": where.statement, "draft": where.draft, "state": where.state}
    return all(wanted is None or wanted == row[name] for name, wanted in asked.items())


def _names(row: Row, field: str) -> tuple[object, object]:
    """An id and what stands for it."""
    return row[field], row.get(f"{field}_key")


def _files(row: Row) -> Iterator[object]:
    """The files in which a row stands."""
    yield row.get("file")
    for field in ("place", "places"):
        value = row.get(field)
        yield from (one.get("file") for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict))


def accounts_of(case: Case, where: Filter) -> frozenset[str] | None:
    """The accounts that the filter names, or null when it names none."""
    if where.account is None and where.person is None:
        return None
    named = {where.account} if where.account else set()
    for person in case.rows.by_column(Person, "id", [where.person or ""]):
        named |= {*person.accounts, person.id}
    return frozenset(named)


def _texts(row: Row, fields: tuple[str, ...]) -> Iterator[str]:
    """The texts in some fields, in lists and places as well."""
    for field in fields:
        yield from _inside(row[field])


def _inside(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _inside(one)
    elif isinstance(value, dict) and isinstance(value.get("exhibit"), str):
        yield value["exhibit"]


def noun_row(noun: Noun, fields: tuple[str, ...]) -> Row:
    """Fields of a noun as they are."""
    return {name: _plain(getattr(noun, name)) for name in fields}


def corrected_rows(
    case: Case, kind: type[C], fields: tuple[str, ...], order: Callable[[C], tuple[object, ...]]
) -> Iterator[Row]:
    """Every noun of a kind as it was entered, with the id of what stands in its place; null where it stands itself."""
    history = History(case.rows, kind)
    for _, one in sorted(history.entered, key=lambda pair: order(pair[1])):
        later = history.later.get(one.id)
        shown = {name: _plain(getattr(one, name)) for name in fields if name != "corrected_by"}
        yield {name: shown.get(name, later and later.id) for name in fields}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


class Keys:
    """What stands for accounts and conversations where their ids must not stand; lists show it sealed."""

    def __init__(self, case: Case, noun: str) -> None:
        self._noun, self._paper = noun, case.paper.id

    def of(self, name: str) -> str:
        """The key of one id: the same in this case for ever."""
        return make_id(self._noun, self._paper, name)

    def all(self, names: Iterable[tuple[str, ...]]) -> Iterator[str]:
        """The keys of all ids, each the first of a row."""
        return (self.of(name) for name, *_ in names)


def place_row(place: Place) -> Row:
    """A place with every field, unused ones null."""
    names = ("exhibit", "acquisition", "path", "inside", "line", "last_line", "table", "row", "pointer")
    row: Row = {name: getattr(place, name) for name in names}
    more = {"path_b64": place.path_b64, "beside": place.beside, "sheet": place.sheet, "page": place.page}
    row["file"] = place.file
    return row | {name: value for name, value in more.items() if value is not None}


def share(millionths: int | None) -> msgspec.Raw | None:
    """Millionths as a decimal with six digits."""
    if millionths is None:
        return None
    sign = "-" if millionths < 0 else ""
    return msgspec.Raw(f"{sign}{abs(millionths) // 1_000_000}.{abs(millionths) % 1_000_000:06}".encode())


def term_rows(terms: tuple[Term, ...], lines: Collection[str] | None = None) -> list[Row]:
    """Reasons as objects; `lines` are the booked lines of a deal, whose reasons name what each of them rests on."""
    rows: list[Row] = []
    for one in terms:
        row: Row = {"rule": one.rule, "score": share(one.score), "text": one.text, "text_id": one.text_id}
        if lines is not None:
            row["messages"] = [name for name in one.rests if name not in lines]
            row["payments"] = [name for name in one.rests if name in lines]
        rows.append(row)
    return rows


def stamp_row(stamp: Stamp | None) -> Row | None:
    """Where a moment is written, and how."""
    return None if stamp is None else {"exhibit": stamp.exhibit, "written": stamp.written}
