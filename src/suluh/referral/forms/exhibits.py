# SPDX-License-Identifier: Apache-2.0
"""The list of exhibits."""

from collections.abc import Iterator
from typing import ClassVar

from suluh.referral.forms.form import Form
from suluh.referral.sheets import AT, Cell, Column, Lists, Sheet, number, times, value, words, zones_of

COLUMNS = (
    Column("No.", "No.", 6),
    Column("Label barang bukti", "Exhibit"),
    Column("Dasar kewenangan", "Authority", 24),
    Column("Jenis dasar", "Kind of authority", 18),
    Column("Penerbit", "Issuer", 24),
    Column("Tanggal", "Date", 12),
    Column("Penguasa barang", "Holder", 24),
    Column("Akun perangkat", "Accounts of the device", 32),
    Column("Zona waktu", "Time zone"),
    *AT,
    Column("Petugas", "Officer", 12),
)


class Exhibits(Form):
    """Exhibits in the order of intake, with the papers that allow the work on them."""

    name: ClassVar[str] = "exhibits"

    def sheets(self, lists: Lists) -> Iterator[Sheet]:
        """One table."""
        yield Sheet("exhibits", COLUMNS, _rows(lists))


def _rows(lists: Lists) -> Iterator[tuple[Cell, ...]]:
    papers = {paper["number"]: paper for paper in lists("authorities") if not paper["corrected_by"]}
    zones = zones_of(lists)
    for row in lists("exhibits"):
        paper = papers.get(row["authority"], {})
        yield (
            number(row["order"]),
            words(row["label"]),
            words(row["authority"]),
            value(paper.get("kind")),
            words(paper.get("issuer")),
            words(paper.get("date")),
            words(row["holder"]),
            words(row["accounts"]),
            words(row["timezone"]),
            *times(row["at"], {"exhibit": row["label"]}, zones),
            words(row["by"]),
        )
