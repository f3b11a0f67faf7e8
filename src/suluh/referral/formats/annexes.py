# SPDX-License-Identifier: Apache-2.0
"""The package as tables, for spreadsheets."""

from collections.abc import Iterator
from typing import ClassVar

from suluh.referral.cells import table
from suluh.referral.columns import Column, allowed
from suluh.referral.dossier import PackageText
from suluh.referral.formats.format import Format
from suluh.referral.recipients import Recipient
from suluh.referral.tables import tables_of


class Annexes(Format):
    """CSV files with ``;`` between cells, one for each table of the recipient."""

    name: ClassVar[str] = "csv"

    def write(self, dossier: PackageText, to: Recipient) -> Iterator[tuple[str, bytes]]:
        """One file for each table."""
        for name, written, fields, lines in tables_of(dossier, to):
            columns = allowed(written.columns, fields)
            yield (
                f"annex-{name}.csv",
                table([_head(one) for one in columns], ([one.text(line) for one in columns] for line in lines)),
            )


def _head(column: Column) -> str:
    """A column's head in both languages."""
    one, other = column.indonesian, column.english
    return one if one == other else f"{one} / {other}"
