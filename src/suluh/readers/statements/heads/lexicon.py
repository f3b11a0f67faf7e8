# SPDX-License-Identifier: Apache-2.0
"""The words by which statements name their columns, and the role that each gives: Indonesian and English first."""

import re
from functools import lru_cache
from typing import NamedTuple

from suluh.readers.statements.heads.foreign import PARTS, WORDS

_SPACES = re.compile(r"[\s\u00a0]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGNS = re.compile(r"[^\w#/]+|_")
_UNIT = re.compile(
    r"\((?:rp\.?|rupiah|idr|usd|eur|gbp|sgd|myr|aud|chf|cny|jpy|thb|php|krw|vnd|inr|bdt|kes|ngn|brl|"
    r"(?:us|hk|nz|nt|[sacr])?\$|rm|ksh|[\u20ac\u00a3\u00a5\u20a6\u20b9\u20b1\u0e3f\u20ab\u20a9\u5186\u5143\uc6d0]|"
    r"\u0e1a\u0e32\u0e17)\)|"
    r"\b(?:in|en) (?:idr|rupiah|eur|euros?|usd)\b|\bdalam rupiah\b",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"(?<=\w)-\n(?=[a-z])")


class Role(NamedTuple):
    """A role that a heading gives, and how sure the words are: 3 where they are the whole heading."""

    name: str
    weight: int


_WHOLE: dict[str, str] = {
    "date": "tanggal|tgl|date|tanggal transaksi|tgl transaksi|tgl trx|tgl tran|tgl txn|transaction date|trans date|"
    "trx date|txn date|post date|posting date|posted date|book date|booking date|tanggal posting|tgl posting|"
    "tanggal pembukuan|tgl pembukuan|tanggal buku|tgl buku|entry date|tgl entri|tgl entry|hari|hari tanggal|"
    "tanggal waktu|tanggal dan waktu|date time|datetime|date and time|waktu transaksi|tgl/jam|tanggal/jam|tgl jam|"
    "tanggal jam|tanggal/waktu|transaction time|created at|created time|created|timestamp|tarikh|"
    "transaction date time|tanggal trx|tanggal mutasi|tgl mutasi|completion date|settlement date|tanggal settlement",
    "value_date": "tgl val|tanggal valuta|tgl valuta|value date|val date|tgl efektif|tanggal efektif|eff date|"
    "effective date|tgl status|tanggal status|valuta date|tanggal nilai",
    "time": "jam|time|pukul|jam tran|jam transaksi|jam trx|time of day|waktu|hour|trx time|waktu trx",
    "text": "keterangan|ket|penerbit|issuer|"
    "uraian|description|deskripsi|rincian|details|detail|remarks|remark|narrative|narasi|berita|"
    "catatan|note|notes|memo|uraian transaksi|keterangan transaksi|rincian transaksi|transaction description|"
    "transaction details|transaction detail|particulars|transaksi|transaction|additional desc|desk tran|desc|"
    "trremk|remark custom|operation|produk|product|kode produk|info|informasi|berita transaksi|activity|aktivitas|"
    "keterangan tambahan|deskripsi transaksi|detail transaksi|perihal|penjelasan|butiran|reason|"
    "comment|comments|narration|transaction narration|transaction remark|transaction ref1|transaction ref2|"
    "transaction ref3|"
    "subject|purpose|pesan|message|layanan|service",
    "kind": "jenis|jenis transaksi|tipe|tipe transaksi|type|transaction type|jenis mutasi|kategori|category|trx type|"
    "kode transaksi|transaction code|tran type|kode|trans code|tx type|txn type",
    "amount": "jumlah|nominal|nilai|amount|mutasi|jml|jumlah transaksi|nilai transaksi|transaction amount|"
    "nominal transaksi|jumlah rp|nilai mutasi|jumlah mutasi|amt|besar|sum|value|amaun|trx amount|"
    "nominal rp|amount idr|jumlah uang|total transaksi|change|nominal mutasi|gross|bruto|"
    "gross amount|nominal kotor|jumlah bruto",
    "debit": "debit|debet|db|dr|debits|mutasi debet|mutasi debit|debit amount|debet amount|withdrawal|withdrawals|"
    "penarikan|keluar|uang keluar|dana keluar|pengeluaran|money out|paid out|out|outgoing|jumlah debit|jumlah debet|"
    "amount debit|debit idr|withdrawn|mutasi keluar|pembayaran keluar|withdraw|spending|saldo keluar|uang keluar rp",
    "credit": "kredit|credit|cr|kr|credits|mutasi kredit|credit amount|deposit|deposits|setoran|masuk|uang masuk|"
    "dana masuk|pemasukan|penerimaan|money in|paid in|in|incoming|jumlah kredit|amount credit|kredit idr|"
    "mutasi masuk|saldo masuk|uang masuk rp|top up",
    "direction": "d/k|dk|d/c|dc|db/cr|dbcr|cr/db|k/d|dr/cr|debit/kredit|debet/kredit|debit/credit|arah|posisi|sign|"
    "gl sign|glsign|tanda|mark|debit kredit|debet kredit|d k|db cr|in/out|masuk/keluar|direction|db/kr|"
    "debit or credit|arah transaksi|arah dana|kredit/debit|credit/debit|flow",
    "balance": "saldo|balance|sisa|saldo akhir|closing balance|running balance|ending balance|saldo berjalan|"
    "close balance|saldo akhir mutasi|available balance|sisa saldo|balance after|saldo setelah|saldo rp|"
    "saldo setelah transaksi|saldo akhir rp|ledger balance|baki|bal|saldo sesudah|saldo kini|current balance|"
    "account balance|balance idr|sisa rp|saldo mutasi",
    "before": "saldo awal|saldo awal mutasi|opening balance|saldo sebelum|beginning balance|balance before|"
    "starting balance|saldo sebelumnya|initial balance",
    "reference": "no referensi|referensi|reference|reference no|ref|no ref|ref no|journal no|no jurnal|jurnal|"
    "id transaksi|transaction id|trx id|trxid|nomor transaksi|no transaksi|sn|serial|serial number|rrn|no bukti|"
    "voucher|nomor referensi|reference number|order id|invoice|transaction no|kode referensi|trx ref|ft number|"
    "journal|txn id|trace no|no trx|nomor resi|no resi|bukti|no dokumen",
    "status": "status|keadaan|state|hasil|status transaksi|transaction status|result|trx status",
    "account": "no rekening|norek|nomor rekening|account no|account number|account|rekening|no akun|nomor akun|"
    "kode reseller|nmid|mid|merchant id|id merchant|no rek|own account|rekening sendiri|nomor rekening nasabah|acct no|"
    "acc no|this party account|this account|own account number",
    "holder": "nama pemilik|account name|nama rekening|holder|nama akun|pemilik|nama nasabah|account holder",
    "currency": "ccy|currency|mata uang|curr|valuta|kode mata uang|cur|matauang|currency code|iso currency code|"
    "billing currency|account currency|transaction currency",
    "party": "rekening lawan|no rekening lawan|rekening tujuan|no rekening tujuan|nomor tujuan/asal|nomor tujuan|"
    "no hp lawan|tujuan|counterparty account|beneficiary account|rek lawan|nomor lawan|to account|"
    "no tujuan|nomor hp lawan|rekening tujuan/asal|rekening asal/tujuan|msisdn|no hp tujuan|no rek lawan|"
    "opponent account|counterpart account|nomor rekening lawan|akun lawan|no hp|nomor hp|nomor ponsel|phone|lawan|"
    "other party account|other party account number|other account",
    "party_name": "other party|other party name|"
    "nama pelanggan|pelanggan|nama pembeli|pembeli|customer|customer name|nama customer|"
    "nama lawan|lawan transaksi|nama tujuan|nama tujuan/asal|nama asal/tujuan|counterparty|"
    "counterparty name|payee|payer|beneficiary name|nama|name|nama lawan transaksi|opponent name|nama rekening lawan|"
    "dari/ke|from/to|nama penerima/pengirim|nama pengirim/penerima|pihak lawan|pengirim/penerima|penerima/pengirim",
    "from_name": "pengirim|nama pengirim|sender|sender name|dari|from|ordering party|nama asal",
    "to_name": "penerima|nama penerima|recipient|recipient name|ke|kepada|to|beneficiary",
    "from": "rekening pengirim|rekening asal|no pengirim|from account|source account|no rekening asal|nomor asal",
    "to": "rekening penerima|no penerima|destination account|destination|no rekening penerima|nomor penerima",
    "bank": "bank|bank tujuan|bank lawan|bank asal|nama bank|kode bank|bank tujuan/asal|bank penerima|bank pengirim",
    "fee": "mdr rp|mdr amount|nominal mdr|potongan mdr|biaya mdr|potongan|"
    "biaya|fee|admin|biaya admin|mdr|charge|charges|biaya transaksi|biaya layanan|fees",
    "net": "net|netto|nett|net amount|jumlah bersih|nominal bersih|nominal settlement|settlement amount|net settlement|"
    "jumlah diterima|diterima|net settle|jumlah settlement|dana diterima|diterima merchant|payout|net payout|settled|"
    "settled amount|amount settled",
    "number": "no|nomor|no urut|#|seq|urut|nr|num|number|id|line|row|baris",
    "branch": "cabang|cbg|branch|kantor|teller|teller id|user id|kcp|outlet|truser|terminal|kode cabang|office",
}
_OWN = {word: role for role, words in _WHOLE.items() for word in words.split("|")}
_ROLES = {word: role for role, words in WORDS.items() for word in words.split("|")} | _OWN

_NET = (
    r"\b(?:net|nett|netto|settlement)\b.*\b(?:amount|nominal|jumlah)\b|"
    r"\b(?:nominal|jumlah|amount|dana)\b.*\b(?:net|nett|netto|bersih|settlement|settle)\b"
)
_PARTS: tuple[tuple[str, str], ...] = (
    ("fee", r"\bmdr\b|\bmerchant discount\b"),
    ("net", _NET),
    (
        "value_date",
        r"\b(?:valuta|value|val|efektif|effective|eff)\b.*\b(?:tanggal|tgl|date)\b|\b(?:tanggal|tgl|date)\b.*\b(?:valuta|efektif)\b",
    ),
    (
        "before",
        r"\b(?:saldo|balance)\b.*\b(?:awal|sebelum\w*|before|opening)\b|\b(?:opening|beginning|previous)\b.*\bbalance\b",
    ),
    ("balance", r"\b(?:saldo|balance|sisa)\b"),
    (
        "direction",
        r"\b(?:debit|debet|db|d)\b\W*(?:/|atau|or|dan|and)\W*\b(?:kredit|credit|cr|k|c)\b|\b(?:kredit|credit|cr)\b\W*/\W*\b(?:debit|debet|db)\b",
    ),
    ("debit", r"\b(?:debit|debet|withdrawal|keluar|pengeluaran|penarikan)\b"),
    ("credit", r"\b(?:kredit|credit|deposit|masuk|pemasukan|penerimaan|setoran)\b"),
    ("date", r"\b(?:tanggal|tgl|date)\b"),
    ("party_name", r"\b(?:nama|name)\b.*\b(?:lawan|tujuan|asal|penerima|pengirim|counterparty|beneficiary)\b"),
    ("party", r"\b(?:rekening|no|nomor|account|hp|akun)\b.*\b(?:lawan|tujuan|asal|counterparty|beneficiary)\b"),
    ("party", r"\b(?:counterparty|partner|beneficiary|payee|payer|lawan|tujuan)\b.*\biban\b"),
    ("reference", r"\b(?:referensi|reference|ref|jurnal|journal|rrn)\b"),
    ("status", r"\bstatus\b"),
    ("currency", r"\b(?:mata uang|currency|ccy)\b"),
    ("account", r"\b(?:no|nomor|account)\b.*\b(?:rekening|account|rek|no|number)\b"),
    (
        "text",
        (
            r"\b(?:keterangan|uraian|description|desc|deskripsi|remarks?|rincian|berita|catatan|detail|details|"
            r"text|purpose|memo|narration|narrative|particulars)\b"
        ),
    ),
    ("amount", r"\b(?:jumlah|nominal|amount|nilai|mutasi)\b"),
    ("time", r"\b(?:jam|waktu|time|pukul)\b"),
    ("kind", r"\b(?:jenis|tipe|type|kategori)\b"),
)
_BY_PART = tuple((role, re.compile(pattern)) for role, pattern in (*_PARTS, *PARTS))
_OTHER_MONEY = re.compile(
    r"\b(?:original\w*|orig|foreign|asing|asset|security|instrument|valas|fremd\w*|exchange|kurs|rate|wechselkurs|umrechnungs\w*|původní|"
    r"валют\w+ операции|курс|devizapénznem|汇率)\b"
)
"""What was paid in another money, and its rate: neither moved this account."""

_BOOKING = re.compile(
    r"book|post|complet|settle|buchung|boek|k\u00f6nyvel|ksi\u0119g|contab|comptab|za\u00fa\u010dt|bokf|bogf|\u8bb0\u8d26|\u5165\u8d26|"
    r"\u8a18\u5e33|\bbuku|pembukuan|\u043f\u0440\u043e\u0432\u043e\u0434",
    re.IGNORECASE,
)
_LONGEST = 60
"""Characters of a heading; what is longer is a sentence."""

_LATIN = 0x24F
"""The last letter of the Latin ones."""


def plain(heading: str) -> str:
    """A heading without case, marks and surplus spaces, so that two ways of writing it are one."""
    return _SPACES.sub(" ", _BROKEN.sub("", heading)).strip(" '\"\ufeff").casefold()


@lru_cache(maxsize=4000)
def role_of(heading: str) -> Role | None:
    """The role that the words of a heading give; null where they give none."""
    if not heading or len(heading) > _LONGEST:
        return None
    joined = _UNIT.sub(" ", _BROKEN.sub("", heading))
    for text in (joined, _CAMEL.sub(" ", joined)):
        words = _words(text)
        tight = words.replace(" / ", "/").replace("/ ", "/").replace(" /", "/")
        role = _ROLES.get(words) or _ROLES.get(tight)
        if role is not None:
            return Role(role, 3)
    words = _words(_CAMEL.sub(" ", joined))
    if _OTHER_MONEY.search(words):
        return None
    found = next((role for role, pattern in _BY_PART if pattern.search(words)), None)
    return Role(found, 2) if found else None


def is_of_booking(heading: str) -> bool:
    """Whether a heading names the day on which a bank books a payment, and not that on which it was made."""
    return bool(_BOOKING.search(heading))


def is_foreign(heading: str) -> bool:
    """Whether a heading says its role in another language than the two of this program."""
    joined = _UNIT.sub(" ", heading)
    words = _words(joined)
    of_parts = (pattern.search(words) for _, pattern in _BY_PART[: len(_PARTS)])
    if words in _OWN or words.replace(" / ", "/") in _OWN or any(of_parts):
        return False
    return role_of(heading) is not None or any(sign.isalpha() and ord(sign) > _LATIN for sign in heading)


def _words(text: str) -> str:
    return _SPACES.sub(" ", _SIGNS.sub(" ", text)).strip().casefold()
