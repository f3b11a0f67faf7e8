# SPDX-License-Identifier: Apache-2.0
"""Deals and payments per seller and buyer."""

from collections.abc import Iterator
from typing import ClassVar

from suluh.referral.forms.form import Form
from suluh.referral.sheets import (
    AT,
    Cell,
    Column,
    Lists,
    Row,
    Sheet,
    Zones,
    money,
    number,
    times,
    value,
    words,
    zones_of,
)
from suluh.referral.words import both

PARTIES = (Column("Penjual", "Seller", 28), Column("Pembeli", "Buyer", 28))

MONEY = (
    Column("Tercatat dibayar", "Recorded as paid", 18),
    Column("Mungkin dibayar", "Possibly paid", 18),
    Column("Harga diminta, tanpa pembayaran", "Price asked, no payment", 18),
)
"""What an amount is stands in its column; none of the three is ever added to another."""

KINDS = ("recorded", "possible", "asked")

PAIRS = (
    *PARTIES,
    Column("Jenis", "Kind", 20),
    Column("Rangkaian transaksi", "Deals", 12),
    Column("Didukung catatan pembayaran", "Supported by a payment record", 16),
    Column("File dikirim", "Items delivered", 12),
    *MONEY,
    *(Column(f"{one.indonesian}, pertama", f"{one.english}, first", one.width) for one in AT),
    *(Column(f"{one.indonesian}, terakhir", f"{one.english}, last", one.width) for one in AT),
    Column("Kelompok akun penjual", "Seller's group of accounts", 30),
    Column("Kelompok akun pembeli", "Buyer's group of accounts", 30),
)

DEALS = (
    *PARTIES,
    Column("Jenis", "Kind", 20),
    Column("Status", "State", 24),
    Column("Tingkat dukungan", "Tier", 30),
    Column("Dijanjikan", "Items promised", 12),
    Column("Dikirim", "Items delivered", 12),
    Column("Isi unik", "Distinct items", 12),
    *MONEY,
    *(Column(f"Ditawarkan: {one.indonesian}", f"Offered: {one.english}", one.width) for one in AT),
    *(Column(f"Dibayar: {one.indonesian}", f"Paid: {one.english}", one.width) for one in AT),
    *(Column(f"Dikirim: {one.indonesian}", f"Delivered: {one.english}", one.width) for one in AT),
    Column("Kemungkinan kebetulan", "Chance match", 60),
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


class Deals(Form):
    """Who sold to whom, each deal, and each payment with the deals that rest on it."""

    name: ClassVar[str] = "deals"

    def sheets(self, lists: Lists) -> Iterator[Sheet]:
        """Three tables."""
        zones, deals = zones_of(lists), sorted(lists("deals"), key=_order)
        yield Sheet("pairs", PAIRS, _pairs(lists, zones))
        yield Sheet("deals", DEALS, (_deal(row, zones) for row in deals))
        resting: dict[str, list[str]] = {}
        for row in deals:
            for payment in _ids(row["payments"]):
                resting.setdefault(payment, []).append(str(row["id"]))
        yield Sheet("payments", PAYMENTS, (_payment(row, resting, zones) for row in lists("payments")))


def _ids(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else []


def _order(row: Row) -> tuple[str, ...]:
    moment = row["offered_at"] or row["paid_at"] or row["delivered_at"]
    return (*_parties(row), str(moment or "~"), str(row["id"]))


def _parties(row: Row) -> tuple[str, ...]:
    """Who sold and bought, told apart by their persons where the accounts are masked."""
    return tuple(str(row[name] or "") for name in ("seller", "seller_person", "buyer", "buyer_person"))


def _pairs(lists: Lists, zones: Zones) -> Iterator[tuple[Cell, ...]]:
    """The very rows of the network: each pair and kind has one sum of each sort, here and there."""
    faces = {row["id"]: _face(_ids(row["accounts"])) for row in lists("persons")}
    for row in lists("network"):
        yield (
            faces.get(row["left"], words(row["left"])),
            faces.get(row["right"], words(row["right"])),
            both(str(row["kind"])),
            number(row["deals"]),
            number(row["recorded_deals"]),
            number(row["items"]),
            *(money(row, name) for name in ("amount_minor", "possible_minor", "asked_minor")),
            *times(row["first"], row["first_on"], zones),
            *times(row["last"], row["last_on"], zones),
            words(row["left"]),
            words(row["right"]),
        )


def _face(accounts: list[str]) -> str:
    """The account that stands for a group: one known by more than a name, where there is one."""
    return min(accounts, key=lambda one: (":name/" in one, one), default="")


def _deal(row: Row, zones: Zones) -> tuple[Cell, ...]:
    return (
        words(row["seller"]),
        words(row["buyer"]),
        both(str(row["kind"])),
        both(str(row["state"])),
        both(str(row["tier"])),
        number(row["items_promised"]),
        number(row["items_delivered"]),
        number(row["items_distinct"]),
        *(money(row) if row["money"] == kind else None for kind in KINDS),
        *times(row["offered_at"], row["offered_on"], zones),
        *times(row["paid_at"], row["paid_on"], zones),
        *times(row["delivered_at"], row["delivered_on"], zones),
        f"{row['chance_text_id']} / {row['chance_text']}" if row["chance_text"] else None,
        words(row["id"]),
    )


def _payment(row: Row, resting: dict[str, list[str]], zones: Zones) -> tuple[Cell, ...]:
    place = row["place"] if isinstance(row["place"], dict) else {}
    shown = {"exhibit": place.get("exhibit"), "written": row["at_written"]}
    return (
        words(row["payer"]),
        words(row["payer_name"]),
        words(row["beneficiary"]),
        words(row["beneficiary_name"]),
        money(row),
        words(row["amount_as_written"]),
        value(row["channel"]),
        *times(row["at"], shown, zones),
        words(row["booked"]),
        words(row["text"]),
        value(row["status"]),
        words(resting.get(str(row["id"]), [])),
        words(row["id"]),
    )
