# SPDX-License-Identifier: Apache-2.0
"""From the ids that people read and cite back to those of the store; an old one leads to what it became."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from suluh.case.case import Case
from suluh.case.gate.seal import Seal, is_id
from suluh.case.search.index import is_looked_up, shown_as
from suluh.case.views.view import Filter, View
from suluh.model.errors import UnknownObject
from suluh.model.trade import Deal

_SAMPLE = "a" * 26
"""An id of nothing: as which it is shown says by which secret ids are."""

_NOTHING = frozenset({""})
"""The ids of no row: an empty set of ids would mean all rows."""


class Cited:
    """What ids stand for in one case."""

    def __init__(self, case: Case, views: Mapping[str, View], *, plain: bool) -> None:
        """`plain` says whether ids are also taken as the store has them: for a purpose, or with a reason."""
        self._case, self._views, self._plain = case, views, plain
        self.seal = Seal(case.secret)

    def one(self, what: str, key: str) -> str:
        """The id, or the key, that the row of a cited id has in the store. Raises `UnknownObject`."""
        found = self._found(self._views[what], key)
        if found is None:
            raise UnknownObject(
                f"{what} holds nothing of the id {key}: `suluh show CASE {what}` lists what there is; "
                "an id as the case file has it, which older versions printed, is taken with --purpose only"
            )
        return found

    def filter(self, view: View, where: Filter) -> Filter:
        """A filter with the ids of the store. Raises `UnknownObject`."""
        wanted = where
        if where.person is not None:
            wanted = replace(wanted, person=self.one("persons", where.person))
        if where.id is not None and not self._is_name(where.id):
            wanted = replace(wanted, id=self.one(view.name, where.id))
        if where.ids:
            wanted = replace(wanted, ids=self._some(view, where.ids) or _NOTHING)
        if where.conversation is not None and not self._is_name(where.conversation):
            wanted = replace(wanted, conversation=self.one("conversations", where.conversation))
        if where.statement is not None:
            wanted = replace(wanted, statement=self.one("statements", where.statement))
        if where.file is not None:
            wanted = replace(wanted, file=self.one("files", where.file))
        return wanted if where.deal is None else self._of_deal(view, wanted, where.deal)

    def shown(self, where: Filter, wanted: Filter) -> Filter:
        """A filter as the ledger keeps it: with the ids that lists show now, whatever was given."""
        return replace(
            where,
            person=where.person and self.seal.of(wanted.person or ""),
            id=where.id and self.seal.of(wanted.id or ""),
            conversation=where.conversation and self.seal.of(wanted.conversation or ""),
            statement=where.statement and self.seal.of(wanted.statement or ""),
            file=where.file and self.seal.of(wanted.file or ""),
            deal=where.deal and self.seal.of(wanted.deal or ""),
        )

    def _is_name(self, given: str) -> bool:
        """Whether an account or a conversation is named itself, where that is taken."""
        return self._plain and ":" in given

    def _of_deal(self, view: View, wanted: Filter, key: str) -> Filter:
        """The rows of a list that one deal rests on."""
        deal = self.one("deals", key)
        held = next(self._case.rows.by_column(Deal, "id", [deal]))
        return replace(wanted, deal=deal, ids=frozenset(getattr(held, view.of_deal or "")) or _NOTHING)

    def _some(self, view: View, keys: frozenset[str]) -> frozenset[str]:
        """The ids of the store of those of some ids that the list shows now."""
        if not _seals(view):
            return keys & frozenset(view.own(self._case))
        if _is_indexed(view):
            index = self._index(view)
            return frozenset(index[key] for key in keys if key in index)
        if is_looked_up(view.nouns[0]) and all(map(is_id, keys)):
            known = shown_as(self._case, view.nouns[0], keys)
            if known is not None and not (self._plain and len(known) < len(keys)):
                return frozenset(known.values())
        return frozenset(one for one in view.own(self._case) if self._is_one_of(one, keys))

    def _found(self, view: View, key: str) -> str | None:
        """The id of the store of a cited id, be it an old one; null where nothing is known of it."""
        if _is_indexed(view):
            now = self._index(view).get(key)
            return now or next((row for old, row in view.former(self._case) if self._is_one_of(old, {key})), None)
        held = (one for kind in view.nouns[:1] for one in self._case.rows.by_column(kind, "id", [key]))
        if self._plain and next(held, None) is not None:
            return key
        if is_looked_up(view.nouns[0]) and is_id(key):
            known = shown_as(self._case, view.nouns[0], {key})
            if known is not None:
                return known.get(key)
        return next((one for one in view.own(self._case) if self._is_one_of(one, {key})), None)

    def _is_one_of(self, name: str, keys: AbstractSet[str]) -> bool:
        """Whether an id of the store is among some, as lists show it or, where that is taken, as it is."""
        return self.seal.of(name) in keys or (self._plain and name in keys)

    def _index(self, view: View) -> dict[str, str]:
        """The ids of a list in the store by the ids that are taken for them, made anew when its nouns changed."""

        def made(last: dict[str, str] | None) -> dict[str, str]:
            known = {own: key for key, own in (last or {}).items() if key != own}
            own = tuple(view.own(self._case))
            index = {one: one for one in own} if self._plain else {}
            return index | {known.get(one) or self.seal.of(one): one for one in own}

        name = f"cited {view.name} {self._plain} {self.seal.of(_SAMPLE)}"
        return self._case.kept.again(self._case.rows, name, view.named_by or view.nouns, made)


def _seals(view: View) -> bool:
    """Whether a list shows other ids than the store has: those of drafts identify nobody and stand as they are."""
    return any(name in view.ids or view.private.get(name) == "id" for name in ("id", "key"))


def _is_indexed(view: View) -> bool:
    """Whether the ids of a list are held; of records there may be a million, and they are gone through."""
    return bool({"id", "key"} & set(view.ids))
