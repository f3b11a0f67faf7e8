# SPDX-License-Identifier: Apache-2.0
"""The sentences on what falls and weakens, in both languages."""

from collections.abc import Iterator, Mapping

from suluh.case.without.compare import Change, Changed
from suluh.model.deeds.deed import Said
from suluh.model.money import spoken

FALLS: Mapping[str, Said] = {
    "deal": Said("Nothing of this deal is left.", "Tidak ada yang tersisa dari rangkaian transaksi ini."),
    "arises": Said(
        "This deal is found only without the exhibits: with them its records are told otherwise.",
        "Rangkaian transaksi ini baru muncul tanpa barang bukti itu: dengannya, catatannya disusun lain.",
    ),
    "link": Said("No record gives this link any more.", "Tidak ada lagi catatan yang memberi kaitan ini."),
    "person": Said("No record names any of these accounts.", "Tidak ada lagi catatan yang menyebut akun-akun ini."),
    "less": Said("Some of these accounts are named no more.", "Sebagian akun ini tidak lagi disebut."),
    "source": Said("Nothing shows this source any more.", "Tidak ada lagi yang menunjukkan sumber ini."),
    "source-other": Said("This source counts otherwise.", "Hitungan sumber ini berubah."),
    "lead": Said("Nothing gives this lead any more.", "Tidak ada lagi yang memberi saran langkah ini."),
    "estimate": Said("This estimate cannot be made any more.", "Perkiraan ini tidak dapat dibuat lagi."),
    "estimate-other": Said("This estimate comes out otherwise.", "Hasil perkiraan ini berubah."),
    "message": Said("No record tells this message any more.", "Tidak ada lagi catatan yang memuat pesan ini."),
    "payment": Said("No statement books this payment any more.", "Tidak ada lagi rekening koran yang mencatat ini."),
    "content": Said("No file of this content is left.", "Tidak ada lagi file dengan isi ini."),
    "match": Said("This content is matched with no hash set.", "Isi ini tidak lagi cocok dengan himpunan hash."),
}
"""What is said of a thing that falls, or stands otherwise."""

_FIELDS: Mapping[str, Said] = {
    "kind": Said("kind", "jenis"),
    "state": Said("state", "keadaan"),
    "tier": Said("tier", "tingkat"),
    "seller": Said("seller", "penjual"),
    "buyer": Said("buyer", "pembeli"),
    "items_promised": Said("items promised", "file dijanjikan"),
    "items_delivered": Said("items delivered", "file dikirim"),
    "amount_minor": Said("amount", "jumlah"),
    "currency": Said("currency", "mata uang"),
    "money": Said("what the amount is", "sifat jumlah"),
    "messages": Said("messages", "pesan"),
    "payments": Said("payments", "pembayaran"),
    "files": Said("contents", "isi"),
    "score": Said("score", "skor"),
    "chance": Said("chance match", "kemungkinan kebetulan"),
}

_VALUES: Mapping[str, str] = {
    "recorded": "tercatat",
    "possible": "mungkin",
    "asked": "diminta",
    "offered": "ditawarkan",
    "cancelled": "dibatalkan",
    "paid": "dibayar",
    "delivered": "dikirim",
    "paid-not-delivered": "dibayar, belum dikirim",
    "refunded": "dikembalikan",
    "sale": "penjualan",
    "subscription": "langganan",
    "barter": "barter",
    "gift": "pemberian",
}
"""Words of deals in Indonesian."""

_WITHHELD = frozenset({"seller", "buyer"})
"""Fields that name accounts: the sentence says that they are others, the row says which."""

_MILLIONTHS = frozenset({"score", "chance"})


def changed(one: Changed) -> Said:
    """What of a deal stands otherwise."""
    parts = [_said(each, one) for each in one.changes]
    english, indonesian = (", ".join(part[at] for part in parts) for at in (0, 1))
    if one.is_weaker:
        return Said(
            f"This deal stands and is weaker: {english}.", f"Rangkaian ini tetap ada, lebih lemah: {indonesian}."
        )
    return Said(f"This deal stands otherwise: {english}.", f"Rangkaian ini tetap ada, berubah: {indonesian}.")


def parted_into(number: int) -> Said:
    """That nothing joins accounts any more."""
    return Said(
        f"Nothing joins these accounts any more: they are {number} groups.",
        f"Tidak ada lagi yang menyatukan akun-akun ini: menjadi {number} kelompok.",
    )


def _said(change: Change, one: Changed) -> Said:
    named = _FIELDS[change.field]
    if change.field in _WITHHELD:
        how = ("nobody", "tidak ada") if change.after is None else ("another account", "akun lain")
        return Said(f"{named.english}: {how[0]}", f"{named.indonesian}: {how[1]}")
    before, after = (_value(change.field, value, currency) for value, currency in _pair(change, one))
    return Said(
        f"{named.english} {before.english} -> {after.english}",
        f"{named.indonesian} {before.indonesian} -> {after.indonesian}",
    )


def _pair(change: Change, one: Changed) -> Iterator[tuple[str | int | None, str]]:
    yield change.before, one.before.currency or ""
    yield change.after, one.after.currency or ""


def _value(field: str, value: str | int | None, currency: str) -> Said:
    """A value as both languages write it."""
    if value is None:
        return Said("none", "tidak ada")
    if field == "amount_minor":
        return Said(*spoken(int(value), currency))
    if field in _MILLIONTHS:
        decimal = f"{int(value) / 1_000_000:.2f}"
        return Said(decimal, decimal.replace(".", ","))
    return Said(str(value), _VALUES.get(str(value), str(value)))
