# SPDX-License-Identifier: Apache-2.0
"""Offers with the prices that they ask."""

from collections.abc import Iterator
from typing import ClassVar

from suluh.referral.forms.form import Form
from suluh.referral.sheets import AT, Cell, Column, Lists, Sheet, money, number, times, words, zones_of
from suluh.referral.words import both

COLUMNS = (
    Column("Penjual", "Seller", 28),
    Column("Jenis", "Kind", 16),
    Column("Percakapan", "Conversation", 36),
    Column("Berapa kali disampaikan", "Times told", 14),
    Column("Jumlah materi", "Items", 12),
    Column("Harga diminta", "Price asked", 18),
    *AT,
    Column("Id", "Id", 30),
)


class Offers(Form):
    """What was announced, one row for each price: nobody is known to have taken it up, and nothing of it was paid."""

    name: ClassVar[str] = "offers"

    def sheets(self, lists: Lists) -> Iterator[Sheet]:
        """One table."""
        yield Sheet("offers", COLUMNS, _rows(lists))


def _rows(lists: Lists) -> Iterator[tuple[Cell, ...]]:
    zones = zones_of(lists)
    for row in lists("offers"):
        prices = row["prices"] if isinstance(row["prices"], list) else []
        for price in prices or [{"items": row["items_promised"]}]:
            yield (
                words(row["seller"]),
                both(str(row["kind"])),
                words(row["conversation"]),
                number(row["told"]),
                number(price["items"]),
                money(price),
                *times(row["at"], row["seen"], zones),
                words(row["id"]),
            )
