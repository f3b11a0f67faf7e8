# SPDX-License-Identifier: Apache-2.0
"""What this officer may see for this purpose: access, masking and the ledger of reads in one place."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from suluh.case.case import Case
from suluh.case.gate.cited import Cited
from suluh.case.gate.known import check_known
from suluh.case.gate.mask import Mask, Shape, Shown, covered
from suluh.case.gate.names import NAMED, accounts_of, named, names_of, titles_of
from suluh.case.gate.seal import Seal, is_id
from suluh.case.gate.veil import RESTS_ON, Veil, veil_of
from suluh.case.keep import Act
from suluh.case.rights import READ, need
from suluh.case.search.found import Found
from suluh.case.search.query import query
from suluh.case.views.days import day_of
from suluh.case.views.records import zones
from suluh.case.views.view import ALL_ROWS, Filter, Row, View
from suluh.case.without.told import Falling
from suluh.case.without.without import without
from suluh.custody.verify import PURPOSE
from suluh.model.body import Noun, kind_of
from suluh.model.deeds.acts import LOOK, SEARCH
from suluh.model.errors import Misuse, UnknownObject
from suluh.plugins import find
from suluh.store.live import State
from suluh.store.rows import ALL, Part

_AN_ID: Shape = "id"
_SERVICE = "service:"
Batches = dict[type[Noun], State]
"""The state of the batches that hold nouns of a kind."""

Masks = dict[str, tuple[Batches, Mask]]
"""The mask of the case as it stood, with the batches that it knows, by its state."""


def views() -> dict[str, View]:
    """Every list of a case by its name."""
    return {kind.name: kind() for kind in find("suluh.case.views", View)}


class Viewer:
    """One reader of a case: pages and `show` use nothing else."""

    def __init__(
        self,
        case: Case,
        purpose: str | None = None,
        *,
        sealed: bool = False,
        plain: bool = False,
        masks: Masks | None = None,
    ) -> None:
        """`sealed` keeps every id as a reader without a purpose sees it; `plain` takes them as one for a purpose does.

        So a page that has rows of both kinds leads from each to the other. `masks` is where several readers of one case
        keep its mask together.
        """
        self.case = case
        self._sealed = sealed
        self.purpose = purpose
        self._views = views()
        self._masks: Masks = {} if masks is None else masks
        self._veils: dict[str, Veil | None] = {}
        self._digests: dict[type[Noun], tuple[State, bytes]] = {}
        self._states: tuple[tuple[int, int] | None, dict[tuple[type[Noun], ...], str]] = (None, {})
        """What was said of some nouns, as long as nobody writes."""

        self.seal = Seal(case.secret)
        self._cited = Cited(case, self._views, plain=plain or purpose is not None)
        if purpose is not None:
            need(case, READ)

    def list(self, what: str, where: Filter = ALL_ROWS, part: Part = ALL) -> Iterator[Row]:
        """Rows of one list, masked without a purpose; with one, after the ledger entry. Raises `UnknownObject`.

        Children are hidden from whom their names are not for, with a purpose and without.
        """
        view = self._view(what)
        self._check(view, where)
        wanted = self._wanted(view, where)
        if self.purpose is not None and (view.private or _is_looked_up(where)):
            self._enter(view, self._cited.shown(where, wanted))
        rows, as_shown, veil = view.select(self.case, wanted, part), self._as_shown(view), self.veil()
        return map(as_shown, rows) if veil is None else veil.rows(what, rows, as_shown)

    def sketch(self, what: str, fields: frozenset[str], where: Filter = ALL_ROWS) -> Iterator[Row]:
        """Some fields of the rows of a list, of places the exhibit alone: to count, to sort, to draw.

        ``day:paid_at`` is the day of that time in the zone of its exhibit, and ``service:members`` says of the accounts
        in that field of which services they are. Masked and entered as by `list`. Raises `UnknownObject`.
        """
        view = self._view(what)
        self._check(view, where)
        wanted = self._wanted(view, where)
        if self.purpose is not None and (view.private or _is_looked_up(where)):
            self._enter(view, self._cited.shown(where, wanted))
        as_shown, veil = self._as_shown(view), self.veil()
        days, own = [one for one in fields if one.startswith("day:")], zones(self.case)
        services = [one for one in fields if one.startswith(_SERVICE)]
        rows = (
            {name: _slim(value) for name, value in row.items() if name in fields}
            | {name: day_of(row, name.removeprefix("day:"), own) for name in days}
            | {name: _services(row.get(name.removeprefix(_SERVICE)), veil) for name in services}
            for row in view.slim(self.case, wanted, fields)
        )
        return map(as_shown, rows) if veil is None else veil.rows(what, rows, as_shown)

    def tally(self, what: str, field: str) -> dict[str, int]:
        """How many rows of a list there are for each value of a field, in the order of the values; masked as a row."""
        view = self._view(what)
        if field in view.private or field in view.ids:
            counted: Mapping[str, int] = Counter(str(row[field]) for row in self.sketch(what, frozenset({field})))
        else:
            counted = view.tally(self.case, field)
        return dict(sorted(counted.items()))

    def holding(self, what: str, of: str, key: str) -> tuple[str, ...]:
        """The ids, as lists show them, of the rows of a list in which an id of another list, or a digest, stands."""
        value = self._cited.one(of, key) if is_id(key) else key
        return tuple(map(self.seal.of, self._view(what).holding(self.case, value)))

    def accounts(self, what: str) -> frozenset[str]:
        """The fields of a list that hold accounts."""
        view = self._view(what)
        return frozenset(name for name, shape in view.private.items() if shape in ("account", "about", "object"))

    def search(
        self,
        text: str,
        lists: tuple[str, ...] = (),
        where: Filter = ALL_ROWS,
        part: Part = ALL,
        *,
        most: int | None = None,
        lacks: Callable[[int], None] = lambda _: None,
    ) -> Iterator[Row]:
        """Rows in which words or numbers stand, after the ledger entry; masked without a purpose. Raises `Misuse`.

        Children are hidden as in `list`, and asking for one of them finds nothing. Where no more than `most` rows of
        late are looked through first, `lacks` hears how many were not.
        """
        need(self.case, READ)
        view = Found(query(text), lists, most, lacks)
        self._check(view, where)
        wanted = self._wanted(view, where)
        given = {"words": text, "lists": " ".join(lists), "where": self._cited.shown(where, wanted).text()}
        why = {} if self.purpose is None else {PURPOSE: self.purpose}
        detail = {name: value for name, value in given.items() if value} | why
        self.case.note(Act(SEARCH.word, view.name, detail | {"batches": self.state(view.nouns)}))
        as_shown = self._masked(view) if self.purpose is None else self._in_full(view)
        rows, veil = view.select(self.case, wanted, part), self.veil()
        if veil is None:
            return map(as_shown, rows)
        if veil.text(text) != text:
            return iter(())  # whoever may not know of a child learns nothing by asking for it
        return veil.rows(view.name, (row for row in rows if row["account"] not in veil.accounts), as_shown)

    def without(self, labels: Iterable[str]) -> Iterator[Row]:
        """What would fall without some exhibits, after the ledger entry if there is a purpose; else masked.

        Raises `UnknownObject`, `Misuse`.
        """
        wanted = tuple(labels)
        view = Falling(without(self.case, wanted))
        if self.purpose is not None:
            self._enter(view, ALL_ROWS, " ".join(f"exhibit={label}" for label in wanted))
        rows, as_shown, veil = view.rows(self.case), self._as_shown(view), self.veil()
        return map(as_shown, rows) if veil is None else veil.rows(view.name, rows, as_shown)

    def one(self, what: str, key: str) -> Row:
        """The row of one id or key. Raises `UnknownObject`."""
        for row in self.list(what, Filter(id=key)):
            return row
        raise UnknownObject(f"{what} holds nothing of the id {key}: `suluh show CASE {what}` lists what there is")

    def around(self, what: str, key: str, where: Filter, beside: int) -> Iterator[Row]:
        """The row of an id among those of a filter, with so many before and after it. Raises `UnknownObject`."""
        view = self._view(what)
        wanted, own = self._wanted(view, where), self._cited.one(what, key)
        if self.purpose is not None:
            self._enter(view, self._cited.shown(where, wanted))
        rows = view.around(self.case, wanted, own, beside)
        as_shown, veil = self._as_shown(view), self.veil()
        return map(as_shown, rows) if veil is None else veil.rows(what, rows, as_shown)

    def count(self, what: str, where: Filter = ALL_ROWS) -> int:
        """How many rows the list has."""
        view = self._view(what)
        self._check(view, where)
        return view.count(self.case, self._wanted(view, where))

    def told(self, words: str) -> str:
        """A text that stands in no list, masked, and without children."""
        whole: Row = {"says": words}
        row, veil = self._mask().row(whole, {"says": "text"}), self.veil()
        found = [row] if veil is None else veil.rows("told", [whole], lambda _: row)
        return str(next(iter(found))["says"])

    def now(self, what: str, key: str) -> str:
        """The id under which a list shows what an id was given for. Raises `UnknownObject`."""
        return self.seal.of(self._wanted(self._view(what), Filter(id=key)).id or "")

    def fields(self, what: str) -> tuple[str, ...]:
        """The fixed fields of a list, in their order."""
        return self._view(what).fields

    def columns(self, what: str) -> tuple[str, ...]:
        """The columns of a list that a terminal shows."""
        return self._view(what).shown or self._view(what).fields

    def called(self, what: str) -> str:
        """What a list is said to hold beside its name; nothing where the name says it."""
        return self._view(what).called

    def state(self, kinds: tuple[type[Noun], ...]) -> str:
        """The digest of the batches that hold some nouns: equal as long as they did not change."""
        written = self.case.rows.written()
        of, said = self._states  # of one moment: several threads ask
        if of is None or of != written:
            _, said = self._states = (written, {})
        if kinds not in said:
            said[kinds] = hashlib.sha256(b"".join(map(self._batches, kinds))).hexdigest()
        return said[kinds]

    def _batches(self, kind: type[Noun]) -> bytes:
        """The digest of the batches of one kind: a list asks for those of many, and of a thousand batches each."""
        rows, name = self.case.rows, kind_of(kind)
        state, known = rows.state_of(name), self._digests.get(kind)
        if known is None or known[0] != state:
            digest = hashlib.sha256(f"{name}:{rows.batches_of(name)};".encode()).digest()
            known = self._digests[kind] = state, digest
        return known[1]

    def asked(self) -> tuple[int, int]:
        """Which mask there is, and how often it looked for names in words: rows without any hang on no name."""
        mask = self._mask()
        return id(mask), mask.asked

    def hour(self, what: str) -> str:
        """The hour that it is, for a list whose rows change with the time alone; nothing for any other."""
        return f"{self.case.now():%Y-%m-%dT%H}" if self._view(what).goes_by_the_clock else ""

    def nouns(self, what: str) -> tuple[type[Noun], ...]:
        """The nouns that a list is made of."""
        return self._view(what).nouns

    def _check(self, view: View, where: Filter) -> None:
        """Raise `Misuse` for a filter that the list cannot follow, or that looks a person up unseen."""
        view.check(where)
        if where.account is not None and self.purpose is None:
            raise Misuse("--account looks somebody up: say why with --purpose, which makes one ledger entry")

    def _wanted(self, view: View, where: Filter) -> Filter:
        """A filter with the ids of the store; one for an unknown id is entered as well: nobody tries ids unseen."""
        try:
            wanted = self._cited.filter(view, where)
            check_known(self.case, wanted, self._hidden(where))
        except UnknownObject:
            if self.purpose is not None:
                self._enter(view, where)
            raise
        return wanted

    def _hidden(self, where: Filter) -> frozenset[str | None]:
        """What a filter names itself that this officer may not know of."""
        veil = self.veil()
        return frozenset() if veil is None else veil.accounts & {where.account, where.conversation}

    def _view(self, what: str) -> View:
        if what not in self._views:
            raise UnknownObject(f"there is no list {what!r}: choose one of {', '.join(self._views)}")
        return self._views[what]

    def hiding(self) -> str:
        """What hides children from this officer, in a few letters; nothing where nobody is to be hidden."""
        veil = self.veil()
        return "" if veil is None else veil.digest

    def veil(self) -> Veil | None:
        """What hides children from this officer; null where nobody is to be hidden."""
        state = self.state(RESTS_ON)
        if state not in self._veils:
            self._veils = {state: veil_of(self.case, self.purpose)}
        return self._veils[state]

    def _as_shown(self, view: View) -> Callable[[Row], Row]:
        """How rows of a list look to this officer."""
        if not (view.ids or ((self.purpose is None or self._sealed) and view.private)):
            return lambda row: row
        return self._masked(view) if self.purpose is None else self._in_full(view)

    def _masked(self, view: View) -> Callable[[Row], Row]:
        """How rows look without a purpose."""
        mask, shapes = self._mask(), {**dict.fromkeys(view.ids, _AN_ID), **view.private}
        if type(view).shapes is View.shapes:
            return lambda row: mask.row(row, shapes)
        return lambda row: mask.row(row, {**dict.fromkeys(view.ids, _AN_ID), **view.shapes(row)})

    def _in_full(self, view: View) -> Callable[[Row], Row]:
        """How rows look for a purpose: all is shown, ids that derive from identifiers as without one."""
        private = (name for name, shape in view.private.items() if self._sealed and shape == _AN_ID)
        shapes = dict.fromkeys((*view.ids, *private), _AN_ID)
        as_shown: Shown = {_AN_ID: self.seal.of}
        return lambda row: covered(row, shapes, as_shown)

    def _mask(self) -> Mask:
        """The mask of the case as it stands now; several threads may ask for it at once."""
        state = self.state(NAMED)
        found = self._masks.get(state)
        if found is None:
            found = self._new_mask(next(iter(self._masks.values()), ({}, Mask(self.seal))))
            self._masks.clear()
            self._masks[state] = found
        return found[1]

    def _new_mask(self, last: tuple[Batches, Mask]) -> tuple[Batches, Mask]:
        """The mask, made of the last one where records only came since then."""
        rows, (held, mask) = self.case.rows, last
        now: Batches = {kind: rows.state_of(kind_of(kind)) for kind in NAMED}
        if not held or any(rows.state_of(kind_of(kind), one.size) != one for kind, one in held.items()):
            return now, Mask(self.seal, *named(self.case))
        batches = ((kind, one) for kind in NAMED for one in rows.batches_of(kind_of(kind))[held[kind].size :])
        mask.learn((one for pair in batches for _, one in rows.placed(*pair)), names_of, accounts_of, titles_of)
        return now, mask

    def _enter(self, view: View, where: Filter, besides: str = "") -> None:
        """Enter the read in the ledger before anything is shown."""
        said = where.text() or besides
        detail = {"purpose": self.purpose or "", "where": said, "batches": self.state(view.nouns)}
        self.case.note(Act(LOOK.word, view.name, detail))


def _services(value: object, veil: Veil | None) -> list[str]:
    """The services of one account or of several, each as an account of which nothing is told; of hidden ones none."""
    texts = [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else []
    found: set[str] = set()
    for one in map(str, texts):
        service, mark, _ = one.partition(":")
        if mark and service not in found and (veil is None or veil.text(one) == one):
            found.add(service)
    return [f"{service}:…" for service in sorted(found)]


def _slim(value: object) -> object:
    """A value with no more of a place than its exhibit."""
    if isinstance(value, dict) and "exhibit" in value:
        return {"exhibit": value["exhibit"]}
    return [_slim(one) for one in value] if isinstance(value, list) else value


def _is_looked_up(where: Filter) -> bool:
    """Whether a filter looks somebody up: that is a read of them in any list."""
    return where.account is not None or where.person is not None
