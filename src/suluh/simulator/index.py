# SPDX-License-Identifier: Apache-2.0
"""Finds, for what Suluh shows, what is true of it: by place, by account, by deal."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar
from urllib.parse import unquote

from suluh.simulator.truth import TrueDeal, TrueEntry, TrueRecord, Truth

Row = Mapping[str, object]
V = TypeVar("V")


class Index:
    """The truth of one made-up case, looked up by the fields that ``suluh show`` gives."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self._digest = {file.key: file.sha256 for file in truth.files}
        self._records = {where: one for one in truth.records for where in self._of_record(one)}
        self._entries = {where: one for one in truth.entries for where in self._of_entry(one)}
        self._owner = _unique((account, person.key) for person in truth.persons for account in person.accounts)
        self._number = _unique((_number(account), key) for account, key in self._owner.items())
        self._called = _unique(((label, name), one.key) for one in truth.persons for label, name in one.called)
        self._holder = _unique((person.holder, person.key) for person in truth.persons)
        self.deals = {deal.key: deal for deal in truth.deals}
        self._deal_of = {one.key: one.deal for one in truth.messages}
        self._deals_of = {one.key: one.deals for one in truth.payments}

    def record(self, place: Row) -> TrueRecord | None:
        """The message that stands at a place, in any copy of its file."""
        return _first(self._records, self._spots(place))

    def entry(self, place: Row) -> TrueEntry | None:
        """The booked line that stands at a place."""
        return _first(self._entries, self._spots(place))

    def owner(self, account: object) -> str | None:
        """The person whose account this is; null where names do not tell two apart."""
        text = str(account)
        service, _, rest = text.partition(":")
        if not rest.startswith("name/"):
            return self._owner.get(text) or self._number.get(_number(text))
        parts = [unquote(part) for part in rest.split("/")]
        if service in {"whatsapp", "telegram"}:
            return self._called.get((parts[1], parts[-1]))
        return self._holder.get(parts[-1].upper())

    def deal_of(self, record: TrueRecord) -> TrueDeal | None:
        """The deal that a message belongs to."""
        key = self._deal_of.get(record.message or "")
        return self.deals.get(key) if key else None

    def deals_of(self, entry: TrueEntry) -> tuple[str, ...]:
        """The deals that a booked line pays for."""
        return self._deals_of.get(entry.payment or "", ())

    def _of_record(self, one: TrueRecord) -> Iterator[tuple[str, str, object]]:
        sheet = self._digest[one.file]
        if one.line is not None:
            yield sheet, "line", one.line
        if one.pointer is not None:
            yield sheet, "pointer", _short(one.pointer)
        if one.table is not None:
            yield sheet, one.table, one.row

    def _of_entry(self, one: TrueEntry) -> Iterator[tuple[str, str, object]]:
        sheet = self._digest[one.file]
        if one.line is not None:
            yield sheet, "line", one.line
        if one.row is not None:
            yield sheet, "row", one.row

    def _spots(self, place: Row) -> Iterator[tuple[str, str, object]]:
        """The keys under which a shown place may stand."""
        inside = f"{place['inside']}!/" if place.get("inside") else ""
        sheet = self._digest.get(f"{place['exhibit']}/{inside}{place['path']}", "")
        if place.get("line") is not None:
            yield sheet, "line", place["line"]
        if place.get("pointer") is not None:
            yield sheet, "pointer", _short(str(place["pointer"]))
        if place.get("row") is not None:
            yield sheet, str(place.get("table") or "row"), place["row"]


def _short(pointer: str) -> str:
    """A JSON pointer without the wrapper's name, which some leave out."""
    return pointer.removesuffix("/tweet").removesuffix("/messageCreate")


def _number(account: str) -> str:
    """The identifier alone, for two names of one bank."""
    return account.partition(":")[2].rpartition("/")[2]


def _first(known: Mapping[tuple[str, str, object], V], spots: Iterable[tuple[str, str, object]]) -> V | None:
    return next((known[spot] for spot in spots if spot in known), None)


def _unique(pairs: Iterable[tuple[V, str]]) -> dict[V, str]:
    """What each key means, but for keys that mean two things."""
    found: dict[V, str | None] = {}
    for key, value in pairs:
        found[key] = value if found.get(key, value) == value else None
    return {key: value for key, value in found.items() if value is not None}
