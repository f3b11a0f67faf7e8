# SPDX-License-Identifier: Apache-2.0
"""What pages read: the viewer of the case, with counts kept as long as what they count does not change."""

import time
from collections.abc import Callable, Sequence
from copy import copy
from functools import cache
from typing import Self, TypeVar

from suluh.case.case import Case
from suluh.case.gate.counting import count_up
from suluh.case.gate.names import NAMED
from suluh.case.gate.viewer import Viewer
from suluh.case.lease import is_held
from suluh.case.line.due import is_due
from suluh.case.rights import RIGHTS
from suluh.case.safety.status import Kept as How
from suluh.case.safety.status import kept as kept_how
from suluh.case.search.index import WHILE_ONE_WAITS
from suluh.case.views.view import ALL_ROWS, Filter, Page, Row
from suluh.desk.seats.works import Works
from suluh.desk.web.shelf import Moving, Shelf, State
from suluh.model.body import Noun
from suluh.model.deeds.steps import STEPS
from suluh.model.errors import UnknownObject
from suluh.model.intake import CasePaper
from suluh.model.people import Access
from suluh.model.times import HOME_ZONE, utc

T = TypeVar("T")
READ_BY_FILE = frozenset(kind for deed in STEPS if deed.per != "case" for kind in deed.writes)
"""What a run writes as long as it goes on; what is worked out over the whole case changes at its end."""

PAUSE = 60
"""Seconds for which what was counted stands while a run goes on, at the least; the page says since when it does."""

SHARE = 300
"""So many times as long as it took to count it: some twenty lists are counted, which takes a fifteenth of the desk."""

REST = 20
"""So many times as long as it took to count one list nothing else that is held is counted anew while a run goes on.

So no page counts several lists at once, the first one least of all: what it has stands until its turn comes.
"""


class Reading:
    """The open case as one officer may see it."""

    def __init__(self, case: Case, purpose: str | None, shelf: Shelf | None = None, works: Works | None = None) -> None:
        self.case = case
        self.works = Works(case.folder) if works is None else works
        self.shelf = Shelf() if shelf is None else shelf
        self._viewer = Viewer(case, purpose, masks=self.shelf.masks)
        self._masked = Viewer(case, plain=purpose is not None, masks=self.shelf.masks)
        self._due = (0, 0.0, False)
        """The last entry that wrote something when it was looked at last, when that was, and what was found."""

        self.open_for: tuple[Viewer, str, tuple[str, ...]] | None = None
        self.purpose = purpose

    @property
    def paper(self) -> CasePaper:
        """Number and unit of the case."""
        return self.case.paper

    @property
    def officer(self) -> str:
        """The code of the officer at the desk."""
        return self.case.acting.key.code

    def witnessed(self) -> tuple[int, str] | None:
        """Last entry and root of the ledger after the last read for a purpose, as the witness file was told them."""
        seen = self.case.witnessed
        return None if seen is None else (seen.size, seen.short())

    def withheld(self) -> int:
        """How many accounts of children are hidden from this officer."""
        veil = self._viewer.veil()
        return 0 if veil is None else len(veil.accounts)

    @property
    def access(self) -> Access:
        """The access of the officer at the desk."""
        return self.case.acting.key.public.access

    def may(self, right: str) -> bool:
        """Whether the officer's access covers a right."""
        return self.access in RIGHTS[right]

    def opened(self, purpose: str, key: str, lists: tuple[str, ...]) -> Self:
        """The same case, with what some lists hold of one id in full: each such read is an entry."""
        found = copy(self)
        found.open_for = Viewer(self.case, purpose, sealed=True, masks=self.shelf.masks), key, lists
        return found

    def _by(self, what: str, where: Filter) -> Viewer:
        """Who reads: masked, but for what is opened for a purpose."""
        if self.open_for is not None:
            viewer, key, lists = self.open_for
            if what in lists and key in {where.id, where.person, where.deal, where.conversation, where.draft}:
                return viewer
        return self._viewer

    def rows(self, what: str, where: Filter = ALL_ROWS, page: Page | None = None) -> list[Row]:
        """Rows of a list."""
        return list(self._by(what, where).list(what, where, page or Page()))

    def search(self, words: str, lists: tuple[str, ...], where: Filter, page: Page) -> tuple[list[Row], int]:
        """Rows in which words stand, and how many that came of late were not looked through, while somebody waits.

        Each search is an entry of the ledger. Raises `Misuse`.
        """
        lacks = [0]
        found = self._viewer.search(words, lists, where, page, most=WHILE_ONE_WAITS, lacks=lacks.append)
        return list(found), lacks[-1]

    def one(self, what: str, key: str) -> Row | None:
        """The row of one id, or null."""
        try:
            return self._by(what, Filter(id=key)).one(what, key)
        except UnknownObject:
            return None

    def around(self, what: str, key: str, where: Filter, beside: int) -> list[Row]:
        """The row of an id among those of a filter, with some before and after it; none where it is not known."""
        try:
            return list(self._viewer.around(what, key, where, beside))
        except UnknownObject:
            return []

    def of(self, what: str, of: str, value: str, page: Page) -> list[Row]:
        """Rows of a list that rest on a row of another, or on a content: the deals of a payment, say."""
        wanted = frozenset(self._viewer.holding(what, of, value)[: page.limit])
        return self.rows(what, Filter(ids=wanted)) if wanted else []

    def first_of(self, what: str, of: str, value: str) -> str | None:
        """The id of the first row of a list that rests on a row of another, or on a content; null where none does."""
        return next(iter(self._viewer.holding(what, of, value)), None)

    def sketch(self, what: str, fields: frozenset[str], where: Filter = ALL_ROWS) -> list[Row]:
        """Some fields of all rows of a list that is not long, masked: to count, to sort, to draw.

        The last one is held, for who chooses among rows goes on choosing.
        """

        def made() -> list[Row]:
            return list(self._masked.sketch(what, fields, where))

        name = f"{what} {' '.join(sorted(fields))} {where.text()}"
        return made() if where.ids else self._take("sketches", name, what, made)

    def in_order(self, what: str, keys: Sequence[str]) -> list[Row]:
        """The rows of some ids in the order of these."""
        rows = self.rows(what, Filter(ids=frozenset(keys))) if keys else []
        held = {str(row.get("key") or row["id"]): row for row in rows}
        return [held[key] for key in keys if key in held]

    def accounts(self, what: str) -> frozenset[str]:
        """The fields of a list that hold accounts."""
        return self._viewer.accounts(what)

    @property
    def is_masked(self) -> bool:
        """Whether nothing is shown in full."""
        return self.purpose is None and self.open_for is None

    def columns(self, what: str) -> tuple[str, ...]:
        """The columns that a terminal, or a file for a spreadsheet, shows of a list."""
        return self._viewer.columns(what)

    def count(self, what: str, where: Filter = ALL_ROWS) -> int:
        """How many rows a list has."""
        name = f"count of {what} {where.text()}"
        return self._take("rows", name, what, lambda: self._masked.count(what, where))

    def kept(self, what: str) -> list[Row]:
        """All rows of a short list, masked, read again only when what it shows has changed."""
        return self._take("rows", what, what, lambda: list(self._masked.list(what)))

    def masked(self, what: str, where: Filter = ALL_ROWS) -> list[Row]:
        """All rows of a list that is not long, masked: of the whole list the last few are held."""
        if where != ALL_ROWS:
            return list(self._masked.list(what, where))
        return self._take("whole", what, what, lambda: list(self._masked.list(what)))

    def whole(self, what: str, where: Filter = ALL_ROWS) -> list[Row]:
        """All rows of a list that is not long, as the officer sees them: masked ones are held, others are read."""
        return self.masked(what) if self.is_masked and where == ALL_ROWS else self.rows(what, where)

    def once(self, name: str, what: str, make: Callable[[], T]) -> T:
        """What was made from a list, made anew only when what the list shows has changed."""
        return self._take("made", name, what, make)

    def tally(self, what: str, field: str) -> dict[str, int]:
        """How many rows of a list there are for each value of a field."""
        return self._take("rows", f"tally of {what} by {field}", what, lambda: self._masked.tally(what, field))

    def warm(self) -> None:
        """Take what was counted over the whole case, or count it, before the first page is asked for."""
        count_up(self.case)
        self.told("")

    def counted_since(self) -> str | None:
        """While a run goes on, since when the oldest count stands that pages show; null while none does."""
        if not self.shelf.moving or not is_held(self.case.folder):
            return None
        return min(one.at for one in self.shelf.moving.values())

    def told(self, words: str) -> str:
        """What a program said, which may name files and persons, masked and without children."""
        return self._masked.told(words)

    def zones(self) -> dict[str, str]:
        """The zone of each exhibit that has one: as stated, or as an officer decided."""
        return {str(row["label"]): str(row["zone"]) for row in self.kept("exhibits") if row["zone"]}

    def zone(self) -> str:
        """The zone in which acts of officers are shown beside UTC: that of the first exhibit that has one."""
        return next((str(row["zone"]) for row in self.kept("exhibits") if row["zone"]), HOME_ZONE)

    def is_due(self) -> bool:
        """Whether something was entered that is not worked out yet; while a run goes on, asked once a minute."""
        book, now = self.case.book, time.monotonic()
        state = max((*book.touched.values(), *(one.seq for one in book.finished.values())), default=0)
        known, since, found = self._due
        if known == state or (known and now - since < PAUSE and is_held(self.case.folder)):
            return found
        self._due = (state, now, is_due(self.case))
        return self._due[2]

    def safety(self) -> How:
        """How the case is kept: its last backup, its newest checkpoint, its disk."""
        return kept_how(self.case, self.case.acting.now())

    def _take(self, sort: str, name: str, what: str, make: Callable[[], T]) -> T:
        """What was made, for the state before it was read: what is decided meanwhile makes it anew."""
        state = self._state(what)
        return self.shelf.take(sort, name, state, self._masked.asked, lambda: self._timed(what, make))

    def _state(self, what: str) -> State:
        """What the rows of a list hang on.

        While a run goes on, what it reads file by file is looked at anew once a minute, or more rarely where it takes
        long to count: what was counted before, and masked by what was known then, stands so long, and pages say so.
        """
        own, names = frozenset(self._viewer.nouns(what)), frozenset(NAMED)
        still = State(*(self._viewer.state(_sorted(kinds - READ_BY_FILE)) for kinds in (own, names)))
        now, pause = time.monotonic(), max(PAUSE, SHARE * self.shelf.costs.get(what, 0))
        known = self.shelf.moving.get(what)
        is_over = known is None or (now - known.since >= pause and now >= self.shelf.rests)
        if known is None or is_over or not is_held(self.case.folder):
            read = State(*(self._viewer.state(_sorted(kinds & READ_BY_FILE)) for kinds in (own, names)))
            known = self.shelf.moving[what] = Moving(read, now, utc(self.case.now()))
        beside = self._viewer.hour(what) + self._masked.hiding()
        return State(known.state.own + still.own + beside, known.state.names + still.names)

    def _timed(self, what: str, make: Callable[[], T]) -> T:
        """What was made, with what that cost."""
        begun = time.process_time()
        made = make()
        cost = time.process_time() - begun
        self.shelf.costs[what] = max(self.shelf.costs.get(what, 0) / 2, cost)
        self.shelf.rests = max(self.shelf.rests, time.monotonic() + REST * cost)
        return made


@cache
def _sorted(kinds: frozenset[type[Noun]]) -> tuple[type[Noun], ...]:
    return tuple(sorted(kinds, key=lambda kind: kind.__name__))
