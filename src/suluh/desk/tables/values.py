# SPDX-License-Identifier: Apache-2.0
"""Values of a row as they are compared: to sort by, to count, to choose by."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

import msgspec

from suluh.case.views.view import Row

Weight = tuple[int, Decimal, str]
"""A value among others: what it is, its number, its text."""

_MONTH = len("2026-01")


def in_order(rows: Iterable[Row], field: str, *, down: bool) -> list[Row]:
    """Rows by one field; those without a value come last either way."""
    held = [(weight, row) for row in rows for weight in [_weight(row.get(field))]]
    known = [(weight, row) for weight, row in held if weight is not None]
    known.sort(key=lambda pair: pair[0], reverse=down)
    return [row for _, row in known] + [row for weight, row in held if weight is None]


def values(row: Row, field: str, time: str) -> frozenset[str]:
    """The values that a row counts under: of a list each, of a place its exhibit, of a time its month in its zone."""
    if field == "month":
        return frozenset(one[:_MONTH] for one in _texts(row.get(f"day:{time}")))
    if field == "exhibit":
        held = (row.get(name) for name in ("exhibit", "exhibits", "place", "places"))
        return frozenset(one for value in held for one in _labels(value))
    if field == "service":
        return frozenset(one.partition(":")[0] for value in row.values() for one in _texts(value) if _is_account(one))
    return frozenset(_texts(row.get(field)))


def amount(row: Row, field: str) -> Decimal | None:
    """The amount of a row."""
    try:
        return Decimal(str(row[field]))
    except InvalidOperation:
        return None


def _weight(value: object) -> Weight | None:
    if value is None or value in ("", []):
        return None
    if isinstance(value, msgspec.Raw):
        return 0, Decimal(bytes(value).decode("ascii")), ""
    if isinstance(value, int):
        return 0, Decimal(value), ""
    if isinstance(value, str):
        return _of_text(value)
    return 1, Decimal(0), " ".join(sorted(_texts(value)))


def _of_text(text: str) -> Weight:
    """A decimal text, such as an amount, is a number among others."""
    if text.replace(".", "", 1).removeprefix("-").isdecimal() and text.isascii():
        return 0, Decimal(text), ""
    return 1, Decimal(0), text.casefold()


def _texts(value: object) -> Iterator[str]:
    """The texts that a value holds."""
    if isinstance(value, bool):
        yield "yes" if value else "no"
    elif isinstance(value, str | int):
        yield str(value)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, Mapping) and isinstance(value.get("code"), str):
        yield value["code"]


def _labels(value: object) -> Iterator[str]:
    """The exhibits that a value names: itself, or those of places."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _labels(value.get("exhibit"))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _labels(one)


def _is_account(text: str) -> bool:
    service, mark, rest = text.partition(":")
    return bool(mark and rest) and service.isascii() and service.replace("-", "").isalpha() and service.islower()
