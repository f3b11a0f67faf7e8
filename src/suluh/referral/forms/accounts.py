# SPDX-License-Identifier: Apache-2.0
"""The list of accounts."""

from collections.abc import Iterator
from typing import ClassVar

from suluh.referral.forms.form import Form
from suluh.referral.sheets import Cell, Column, Lists, Sheet, words

COLUMNS = (
    Column("Layanan", "Service", 16),
    Column("Akun", "Account", 36),
    Column("Nama yang tercatat", "Names on record", 40),
    Column("Negara", "Country", 10),
    Column("Akun lain dari catatan yang sama", "Other accounts of the same record", 40),
    Column("Barang bukti", "Exhibits", 24),
)


class Accounts(Form):
    """Accounts with the names that records give them."""

    name: ClassVar[str] = "accounts"

    def sheets(self, lists: Lists) -> Iterator[Sheet]:
        """One table."""
        yield Sheet("accounts", COLUMNS, _rows(lists))


def _rows(lists: Lists) -> Iterator[tuple[Cell, ...]]:
    for row in lists("accounts"):
        service, _, identifier = str(row["id"]).partition(":")
        yield (
            service,
            identifier,
            words(row["names"]),
            words(row["country"]),
            words(row["aliases"]),
            words(row["exhibits"]),
        )
