# SPDX-License-Identifier: Apache-2.0
"""The rows of a package on one line each, under the heads by which its page and its workbook have them."""

from collections.abc import Iterator, Mapping
from types import SimpleNamespace

from suluh.referral.tables import TABLES

HEADS: Mapping[str, tuple[str, str]] = {
    "case": ("Perkara", "Case"),
    "unit": ("Satuan", "Unit"),
    "recipient": ("Penerima", "Recipient"),
    "kind": ("Jenis penerima", "Kind of recipient"),
    "country": ("Negara", "Country"),
    "request": ("Permintaan", "Request"),
    "basis": ("Dasar hukum", "Legal basis"),
    "handling": ("Kode penanganan", "Handling code"),
    "author": ("Disusun oleh", "Drafted by"),
    "at": ("Pada (UTC)", "At (UTC)"),
    "tool": ("Program", "Program"),
    "format": ("Format", "Format"),
}
"""What stands over the tables of a package."""


def one_line(table: str, line: Mapping[str, object]) -> tuple[str, str]:
    """A row in Indonesian and in English, each value after its head; what is empty is left out."""
    given = list(_cells(table, line) if table in TABLES else _head(line))
    local = "; ".join(f"{head}: {value}" for head, _, value in given)
    return local, "; ".join(f"{head}: {value}" for _, head, value in given)


def _head(line: Mapping[str, object]) -> Iterator[tuple[str, str, object]]:
    for name, value in line.items():
        if value not in (None, "", [], {}):
            yield (*HEADS.get(name, (name, name)), value)


def _cells(table: str, line: Mapping[str, object]) -> Iterator[tuple[str, str, object]]:
    row = _part(line)
    for column in TABLES[table].columns:
        value = column.text(row) if set(column.fields) <= set(line) else None
        if value not in (None, ""):
            yield column.indonesian, column.english, value


def _part(value: object) -> object:
    """A part of a package as its columns read it."""
    if isinstance(value, Mapping):
        return SimpleNamespace(**{name: _part(one) for name, one in value.items()})
    return tuple(map(_part, value)) if isinstance(value, list) else value
