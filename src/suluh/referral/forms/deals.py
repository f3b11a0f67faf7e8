# SPDX-License-Identifier: Apache-2.0
"""Deals and payments per seller and buyer."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from suluh.referral.forms.form import Form
from suluh.referral.sheets import AT, Cell, Column, Lists, Money, Row, Sheet, money, number, times, value, words
from suluh.referral.words import both

PARTIES = (Column("Penjual", "Seller", 28), Column("Pembeli", "Buyer", 28))

PAIRS = (
    *PARTIES,
    Column("Rangkaian transaksi", "Deals", 12),
    Column("Didukung catatan pembayaran", "Supported by a payment record", 16),
    Column("File dikirim", "Items delivered", 12),
    Column("Jumlah", "Amount", 20),
    *(Column(f"{one.indonesian}, pertama", f"{one.english}, first", 22) for one in AT),
    *(Column(f"{one.indonesian}, terakhir", f"{one.english}, last", 22) for one in AT),
)

DEALS = (
    *PARTIES,
    Column("Jenis", "Kind", 20),
    Column("Status", "State", 24),
    Column("Tingkat dukungan", "Tier", 30),
    Column("Dijanjikan", "Items promised", 12),
    Column("Dikirim", "Items delivered", 12),
    Column("Isi unik", "Distinct items", 12),
    Column("Jumlah", "Amount", 18),
    *(Column(f"Ditawarkan: {one.indonesian}", f"Offered: {one.english}", 22) for one in AT),
    *(Column(f"Dibayar: {one.indonesian}", f"Paid: {one.english}", 22) for one in AT),
    *(Column(f"Dikirim: {one.indonesian}", f"Delivered: {one.english}", 22) for one in AT),
    Column("Id", "Id", 30),
)

PAYMENTS = (
    Column("Pembayar", "Payer", 28),
    Column("Nama pembayar", "Payer's name", 24),
    Column("Penerima", "Beneficiary", 28),
    Column("Nama penerima", "Beneficiary's name", 24),
    Column("Jumlah", "Amount", 18),
    Column("Seperti tertulis", "As written", 18),
    Column("Saluran", "Channel", 14),
    *AT,
    Column("Tanggal buku", "Booked", 12),
    Column("Keterangan", "Text", 36),
    Column("Status", "Status", 12),
    Column("Rangkaian transaksi", "Deals", 30),
    Column("Id", "Id", 30),
)


@dataclass
class _Pair:
    """All deals of one seller and one buyer in one currency."""

    deals: int = 0
    recorded: int = 0
    items: int = 0
    minor: int = 0
    first: str | None = None
    last: str | None = None

    def add(self, row: Row) -> None:
        """Count one deal."""
        self.deals += 1
        self.recorded += row["tier"] == "recorded"
        self.items += number(row["items_delivered"]) or 0
        self.minor += number(row["amount_minor"]) or 0
        moments = (row["offered_at"], row["paid_at"], row["delivered_at"])
        for at in (one for one in moments if isinstance(one, str)):
            self.first = min(at, self.first or at)
            self.last = max(at, self.last or at)


class Deals(Form):
    """Who sold to whom, each deal, and each payment with the deals that rest on it."""

    name: ClassVar[str] = "deals"

    def sheets(self, lists: Lists) -> Iterator[Sheet]:
        """Three tables."""
        deals = sorted(lists("deals"), key=_order)
        yield Sheet("pairs", PAIRS, _pairs(deals))
        yield Sheet("deals", DEALS, map(_deal, deals))
        resting: dict[str, list[str]] = {}
        for row in deals:
            for payment in _ids(row["payments"]):
                resting.setdefault(payment, []).append(str(row["id"]))
        yield Sheet("payments", PAYMENTS, (_payment(row, resting) for row in lists("payments")))


def _ids(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else []


def _order(row: Row) -> tuple[str, ...]:
    moment = row["offered_at"] or row["paid_at"] or row["delivered_at"]
    return (*_parties(row), str(moment or "~"), str(row["id"]))


def _parties(row: Row) -> tuple[str, ...]:
    """Who sold and bought, told apart by their persons where the accounts are masked."""
    return tuple(str(row[name] or "") for name in ("seller", "seller_person", "buyer", "buyer_person"))


def _pairs(deals: list[Row]) -> Iterator[tuple[Cell, ...]]:
    pairs: dict[tuple[str, ...], _Pair] = {}
    for row in deals:
        pairs.setdefault((*_parties(row), str(row["currency"] or "")), _Pair()).add(row)
    for (seller, _, buyer, _, currency), pair in sorted(pairs.items()):
        amount = Money(pair.minor, currency) if currency else None
        yield (
            seller,
            buyer,
            pair.deals,
            pair.recorded,
            pair.items,
            amount,
            *times(pair.first),
            *times(pair.last),
        )


def _deal(row: Row) -> tuple[Cell, ...]:
    return (
        words(row["seller"]),
        words(row["buyer"]),
        both(str(row["kind"])),
        both(str(row["state"])),
        both(str(row["tier"])),
        number(row["items_promised"]),
        number(row["items_delivered"]),
        number(row["items_distinct"]),
        money(row),
        *times(row["offered_at"]),
        *times(row["paid_at"]),
        *times(row["delivered_at"]),
        words(row["id"]),
    )


def _payment(row: Row, resting: dict[str, list[str]]) -> tuple[Cell, ...]:
    return (
        words(row["payer"]),
        words(row["payer_name"]),
        words(row["beneficiary"]),
        words(row["beneficiary_name"]),
        money(row),
        words(row["amount_as_written"]),
        value(row["channel"]),
        *times(row["at"]),
        words(row["booked"]),
        words(row["text"]),
        value(row["status"]),
        words(resting.get(str(row["id"]), [])),
        words(row["id"]),
    )
