# SPDX-License-Identifier: Apache-2.0
"""The words by which receipts are known: labels, words of status, kinds of business. None names a bank alone."""

import re

from suluh.model.trade import ClaimSays


def any_of(words: str) -> str:
    """A pattern for any of some words, the longest first; they stand apart by `` | ``."""
    return "|".join(sorted((re.escape(one).replace(r"\ ", " ") for one in words.split(" | ")), key=len, reverse=True))


LABELS = {
    "total": "total bayar | total pembayaran | total transaksi | total | total amount | total debit | total dibayar",
    "amount": "nominal | nominal transfer | nominal transaksi | nominal top up | nominal pembayaran | jumlah | sejumlah"
    " | jumlah transfer | jumlah uang | jumlah transaksi | jumlah bayar | jumlah pembayaran | jumlah top up | sebesar"
    " | jumlah dana | amount | transfer amount | harga | nilai transaksi | nilai transfer",
    "fee": "biaya | biaya admin | biaya administrasi | biaya transfer | biaya transaksi | biaya layanan | fee | admin",
    "reference": "no. ref | no ref | noref | no. referensi | no referensi | nomor referensi | nomor ref | ref | reff"
    " | ref no | reference | reference no | reference number | referensi | no. transaksi | no transaksi | trx id"
    " | nomor transaksi | id transaksi | transaction id | transaction no | kode transaksi | id pesanan | order id"
    " | rrn | sn | serial number | no. seri | no. resi | nomor resi | sn/ref | no. arsip | kode referensi | trx",
    "when": "tanggal | tgl | waktu | tanggal transaksi | waktu transaksi | tanggal & waktu | tanggal dan waktu | date"
    " | time | jam | tgl transaksi | transaction date | transaction time | tanggal transfer | tgl/jam | date & time",
    "from": "dari | pengirim | nama pengirim | sumber dana | rekening sumber | rekening asal | dari rekening | from"
    " | sender | source of fund | source account | rekening pengirim | akun sumber | metode pembayaran | pembayar",
    "to": "ke | kepada | penerima | nama penerima | tujuan | rekening tujuan | no. rekening tujuan | ke rekening | to"
    " | nomor rekening tujuan | no rekening tujuan | beneficiary | recipient | nama tujuan | nomor tujuan | no tujuan"
    " | nomor hp | no. hp | nomor ponsel | rekening penerima | nama pemilik rekening | transfer ke | no. tujuan"
    " | bank tujuan | bank penerima | merchant | nama merchant | akun tujuan | nomor rekening | no. rekening",
    "status": "status | status transaksi | keterangan status | hasil",
    "other": "berita | keterangan | catatan | pesan | jenis transaksi | jenis | layanan | produk | saldo | note",
}
"""What labels stand for, in small letters."""

KIND = {label: kind for kind, labels in LABELS.items() for label in labels.split(" | ")}

_SERVICES = (
    "bca | mandiri | bri | bni | bsi | cimb | permata | danamon | btn | ocbc | jago | seabank | gopay"
    " | go-pay | ovo | dana | shopeepay | linkaja"
)
SERVICES = {word: word.replace("-", "") for word in _SERVICES.split(" | ")}
"""Banks and wallets as they are written, with the word of ours that stands before a number."""

WALLETS = frozenset({"gopay", "ovo", "dana", "shopeepay", "linkaja"})
NOBODY = frozenset(
    {*SERVICES, "bank", "tabungan", "rekening", "rek", "saldo", "wallet", "qris", "rp", "idr", "tahapan", "niaga"}
    | {"nomor", "no", "hp", "akun", "number", "account"}
)
"""Words of which one makes a text no name of a person."""

SAID: tuple[tuple[ClaimSays, str], ...] = (
    (
        "unpaid",
        "menunggu pembayaran | belum dibayar | belum bayar | bayar sebelum | jatuh tempo | tagihan anda | unpaid",
    ),
    ("failed", "gagal | failed | ditolak | rejected | dibatalkan | cancelled | canceled | refund | refunded | expired"),
    ("failed", "tidak berhasil | unsuccessful | kadaluarsa"),
    ("pending", "pending | diproses | sedang proses | dalam proses | processing | terjadwal | scheduled"),
    (
        "received",
        "diterima | menerima | dana masuk | uang masuk | kredit | received | bertambah | terima uang | terima dana",
    ),
    ("paid", "berhasil | sukses | selesai | success | successful | successfully | completed | terkirim | lunas"),
)
"""Words of status by what they say, those that speak against a payment first."""

STATUSES = tuple((says, re.compile(rf"\b(?:{any_of(words)})\b", re.IGNORECASE)) for says, words in SAID)
"""The same as patterns."""

CREDIT = re.compile(
    rf"\b(?:{any_of('pulsa | voucher | vcr | paket data | kuota | token pln | token listrik | isi ulang | trx')})\b",
    re.IGNORECASE,
)
TILL = re.compile(rf"\b(?:{any_of('tarik tunai | tarikan tunai | setor tunai | setoran tunai')})\b", re.IGNORECASE)
SERVICE = re.compile(rf"\b(?P<service>{any_of(' | '.join(SERVICES))})\b", re.IGNORECASE)

_DIGIT = re.compile("[0-9]")
_HINTS = (
    *("berhasil", "sukses", "selesai", "success", "complet", "terkirim", "lunas", "gagal", "fail", "ditolak", "reject"),
    *(
        "batal",
        "cancel",
        "refund",
        "expired",
        "kadaluarsa",
        "pending",
        "proses",
        "process",
        "jadwal",
        "schedul",
        "erima",
        "masuk",
    ),
    *("kredit", "receiv", "bertambah", "ref", "rrn", "trx", "transaksi", "transaction", "resi", "order id", "pesanan"),
    *("sn", "serial", "no. seri", "no. arsip"),
)
"""Without one of these, in small letters, a message has neither a word of status nor a reference."""


def may_be_receipt(text: str) -> bool:
    """Whether a message is worth a look: most are not, and a look costs more than this."""
    if text.isascii() and _DIGIT.search(text) is None:
        return False
    low = text.casefold()
    return any(map(str.isdigit, low)) and any(map(low.__contains__, _HINTS))


def is_nobody(name: str) -> bool:
    """Whether a text is the name of a bank or wallet, or a word of a label, and of nobody."""
    return bool(set(name.casefold().replace(".", " ").split()) & NOBODY)
