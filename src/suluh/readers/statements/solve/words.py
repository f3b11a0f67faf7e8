# SPDX-License-Identifier: Apache-2.0
"""Words that say what a row is and what became of it: balances, totals, states, sides; in Indonesian and English."""

import re
from functools import lru_cache
from typing import Literal

from suluh.readers.statements.amounts import IN, OUT
from suluh.readers.statements.profile import Status

Sum = Literal["opening", "closing", "carried", "total"]
Side = Literal["in", "out"]

_LIMIT = 200
_SHORT = 60
"""Characters of a balance's or a status's name; a sentence is none."""

_TAIL = r"(?:\s*(?:[:=]|per|tanggal|tgl|bulan|periode|as of|on|at)?\s*[\d/.: -]*(?:[^\W\d_]{3,9}(?:\s+\d{4})?)?)?"
_SUM_WORDS: dict[Sum, str] = {
    "opening": (
        r"saldo (?:awal|lalu|sebelumnya|terdahulu|permulaan|pembukaan|bawaan|bulan lalu|periode lalu)"
        r"(?: (?:bulan|periode|hari|bulan lalu|mutasi))?|(?:opening|beginning|starting|previous|initial) balance|"
        r"(?:balance |saldo )?(?:b/?f|b/?d)|balance brought (?:forward|down)|brought forward|opening|begin saldo|"
        r"anfangssaldo|anfangsbestand|beginsaldo|saldo (?:inicial|anterior)|solde (?:initial|pr\u00e9c\u00e9dent)|"
        r"\u671f\u521d\u4f59\u989d|s\u1ed1 d\u01b0 \u0111\u1ea7u k\u1ef3|"
        r"\u0e22\u0e2d\u0e14\u0e22\u0e01\u0e21\u0e32|\u524d\u65e5\u6b8b\u9ad8|\uc774\uc6d4\uc794\uc561|"
        r"ancien solde|solde en d\u00e9but de p\u00e9riode|saldo iniziale"
    ),
    "closing": (
        r"saldo (?:akhir|penutup|penutupan|terakhir|sekarang|saat ini|kini)(?: (?:bulan|periode|hari|mutasi))?|"
        r"(?:closing|ending|final) balance|(?:balance |saldo )?c/?[fd]|balance carried (?:forward|down)|"
        r"carried forward|endsaldo|endbestand|eindsaldo|saldo final|solde (?:final|actuel)|\u671f\u672b\u4f59\u989d|"
        r"s\u1ed1 d\u01b0 cu\u1ed1i k\u1ef3|\u0e22\u0e2d\u0e14\u0e22\u0e01\u0e44\u0e1b|s a l d o|"
        r"nouveau solde|solde en fin de p\u00e9riode|saldo finale"
    ),
    "carried": (
        r"(?:saldo |jumlah )?pindahan(?: saldo| dari halaman \d+)?|saldo (?:di)?pindah(?:kan|an)?|"
        r"dipindahkan(?: ke halaman \d+)?|saldo per|saldo|"
        r"saldo (?:do|del) d[i\u00ed]a|saldo di[a\u00e1]rio|saldo (?:total )?dispon[i\u00ed]vel(?: (?:do )?dia)?|"
        r"(?:end of day|day end|daily|eod) balance|balance (?:at|of) (?:the )?(?:end of (?:the )?)?day|tagessaldo|"
        r"saldo (?:akhir )?hari(?: ini)?|solde (?:cr[e\u00e9]diteur|du jour|interm[e\u00e9]diaire)(?: au)?"
    ),
    "total": (
        r"(?:grand |sub-?\s?)?total(?:\s+[^\W\d_]+){0,3}|"
        r"jumlah(?: total| seluruh| mutasi| transaksi| debe?t| debit|"
        r" kredit| masuk| keluar)+|jumlah|(?:total )?mutasi (?:debe?t|debit|kredit)|subtotal|sum|totals|page total|"
        r"\ud569\uacc4|\ucd1d\uacc4|\u5408\u8ba1|\u5408\u8a08|\u603b\u8ba1|\u5408\u8ba1\u91d1\u989d|"
        r"t\u1ed5ng(?: s\u1ed1| c\u1ed9ng)?|\u0e23\u0e27\u0e21|\u0438\u0442\u043e\u0433\u043e|razem|summe|"
        r"totaal|totale|toplam|celkem|(?:total )?turnover|apyvarta|obroty|obraty|umsatzsumme|"
        r"\u4eba\u6c11\u5e01\u5408\u8ba1|\u043e\u0431\u043e\u0440\u043e\u0442\u044b?"
    ),
}
_SUMS = {name: re.compile(rf"\W*(?:{words}){_TAIL}\W*", re.IGNORECASE) for name, words in _SUM_WORDS.items()}
"""A row of these words and no others is a balance or a total."""

_BEGINS = re.compile(
    r"\W{0,20}(?:saldo|opening|beginning|starting|previous|initial|balance|b/|c/|b[fd]\b|c[fd]\b|brought|carried|begin|anfang|end|eind|solde|\u671f|"
    r"closing|ending|final|jumlah|pindahan|dipindah|grand|sub|total|transaction|period|statement|mutasi|sum|day|eod|tages"
    r"|turnover|apyvarta|obrot|obrat|umsatz|\u4eba|\u043e\u0431\u043e"
    r"|s\u1ed1|\u0e22\u0e2d\u0e14|\u524d\u65e5|\uc774\uc6d4|ancien|nouveau|s a l|\ud569|\ucd1d|\u5408|\u603b|"
    r"t\u1ed5ng|\u0e23\u0e27\u0e21|\u0438\u0442\u043e\u0433\u043e|razem|page|toplam|celkem)",
    re.IGNORECASE,
)
"""How every such row begins."""

_STATUS_WORDS: dict[Status, str] = {
    "failed": (
        r"(?:transaksi |payment |trx |status )?(?:gagal|failed?|failure|ditolak|tolak|reject(?:ed)?|declined?|"
        r"denied|expired?|ke?da?lu?warsa|kadaluarsa|kadaluwarsa|hangus|cancell?ed|canceled|cancel|"
        r"(?:di)?batal(?:kan)?|void(?:ed)?|time ?-?out|error|abort(?:ed)?|invalid|unpaid)(?: .{1,40})?|"
        r"(?:tidak|belum|un|not|non)[ -]?(?:berhasil|sukses|success(?:ful)?|valid|terkirim|dibayar|paid|completed?)"
        r"(?: .{1,40})?|unsuccessful|deny|(?:tujuan|nomor) (?:salah|diblokir|tidak terdaftar|tidak aktif)|"
        r"stok kosong|"
        r"saldo (?:tidak (?:cukup|mencukupi)|kurang)|insufficient (?:funds|balance)|"
        r"reverted|storniert|abgebrochen|abgelehnt|fehlgeschlagen|produk (?:gangguan|ditutup|kosong)|"
        r"rechazad[oa]|cancelad[oa]|anulad[oa]|fallid[oa]|recusad[oa]|estornad[oa]|falhou|n\u00e3o autorizad[oa]|"
        r"annul\u00e9e?|refus\u00e9e?|\u00e9chou\u00e9e?|rejet\u00e9e?|rifiutat[oa]|annullat[oa]|geweigerd|"
        r"geannuleerd|mislukt|"
        r"reddedildi|iptal(?: edildi)?|ba\u015far\u0131s\u0131z|odrzucon[ay]|anulowan[ay]|dibatalkan|dibatal|"
        r"tidak berjaya|"
        r"kh\u00f4ng th\u00e0nh c\u00f4ng|th\u1ea5t b\u1ea1i|\u0111\u00e3 h\u1ee7y|\u4ea4\u6613\u5173\u95ed|"
        r"\u5df2\u5173\u95ed|\u5931\u8d25|\u5df2\u64a4\u9500"
    ),
    "pending": (
        r"pend(?:ing)?|(?:sedang |masih )?(?:di)?proses|processing|in (?:process|progress)|menunggu(?: .{1,30})?|"
        r"waiting|on hold|hold|tertunda|ditunda|ditangguhkan|authori[sz]ed|queued|antri(?:an)?|scheduled|terjadwal|"
        r"(?:dalam|sedang) proses|on process|initiated|open|suspect|"
        r"ausstehend|(?:umsatz )?vorgemerkt|in bearbeitung|pendiente|en attente|in behandeling|pendente|"
        r"em processamento|"
        r"en proceso|retenid[oa]|in attesa|in sospeso|in afwachting|beklemede|bekliyor|oczekuj\u0105c[ay]|"
        r"dalam proses|"
        r"\u0111ang x\u1eed l\u00fd|ch\u1edd x\u1eed l\u00fd|\u5904\u7406\u4e2d|\u7b49\u5f85\u4ed8\u6b3e"
    ),
    "reversal": (
        r"(?:di)?refund(?:ed)?|(?:di)?kembali(?:kan)?|pengembalian(?: dana)?|revers(?:al|ed)|retur(?:n|ned)?|"
        r"charge ?back|koreksi|dikreditkan kembali|partially refunded|reversal .{1,30}|"
        r"(?:dana|saldo|uang) dikembalikan|berhasil (?:di)?(?:batal|refund|kembali)(?:kan)?|r\u00fcckzahlung"
    ),
    "booked": (
        r"(?:transaksi |payment |trx )?(?:berhasil|sukses|success(?:ful(?:ly)?)?|succeeded|completed?|selesai|done|"
        r"settled?|settlement|paid|lunas|ok(?:e|ay)?|booked|posted|approved|disetujui|terkirim|sent|diterima|"
        r"received|tercatat|dibayar|terbayar|capture[d]?|executed|processed|finished|terbuku|dibukukan|00)|"
        r"abgeschlossen|(?:umsatz )?gebucht|ausgef\u00fchrt|completad[oa]|termin\u00e9e?|voltooid|"
        r"efetivad[oa]|conclu\u00edd[oa]|"
        r"aprovad[oa]|realizad[oa]|liquidad[oa]|aplicad[oa]|procesad[oa]|exitos[oa]|contabilizad[oa]|"
        r"ejecutad[oa]|effectu\u00e9e?|"
        r"comptabilis\u00e9e?|ex\u00e9cut\u00e9e?|eseguit[oa]|contabilizzat[oa]|completat[oa]|verwerkt|"
        r"geboekt|tamamland\u0131|"
        r"ba\u015far\u0131l\u0131|zrealizowan[ay]|zaksi\u0119gowan[ay]|berjaya|th\u00e0nh c\u00f4ng|"
        r"\u4ea4\u6613\u6210\u529f|"
        r"\u652f\u4ed8\u6210\u529f|\u5df2\u5b8c\u6210|\u6210\u529f|\uc644\ub8cc|\u5b8c\u4e86"
    ),
}
_STATUSES = {name: re.compile(rf"\W*(?:{words})\W*", re.IGNORECASE) for name, words in _STATUS_WORDS.items()}

_TOTAL_IN = re.compile(r"\b(?:kredit|credits?|masuk|pemasukan|incoming|cr|setoran|haben|abonos?)\b", re.IGNORECASE)
_TOTAL_OUT = re.compile(r"\b(?:debe?t|debits?|keluar|pengeluaran|outgoing|db|penarikan|soll|cargos?)\b", re.IGNORECASE)
_TURNED = re.compile(
    r"^\W*(?:koreksi|reversal|reversed?|batal|pembatalan|rev|retur|refund|pengembalian|cancellation)\b", re.IGNORECASE
)

IN_WORDS = frozenset(
    {*IN, "IN", "MASUK", "DANA MASUK", "UANG MASUK", "INCOMING", "MONEY IN", "+", "TERIMA", "PENERIMAAN", "PEMASUKAN"}
    | {
        "RECEIVE",
        "RECEIVED",
        "DEPOSIT",
        "CREDITS",
        "MUTASI KREDIT",
        "CR.",
        "TRANSFER MASUK",
        "SETORAN",
        "BIJ",
        "PAID IN",
        *("HABEN", "GUTSCHRIFT", "ABONO", "\u8d37 CR", "\u8d37", "\u6536", "\u6536\u5165"),
    }
)
OUT_WORDS = frozenset(
    {*OUT, "OUT", "KELUAR", "DANA KELUAR", "UANG KELUAR", "OUTGOING", "MONEY OUT", "-", "KIRIM", "PENGELUARAN"}
    | {"SEND", "SENT", "WITHDRAWAL", "DEBITS", "MUTASI DEBET", "TRANSFER KELUAR", "PENARIKAN", "AF", "PAID OUT"}
    | {"SOLL", "LASTSCHRIFT", "CARGO", "\u501f DR", "\u501f", "\u652f", "\u652f\u51fa"}
)
"""Words of a column that says the side, whatever a profile adds."""

_IN_TEXT = re.compile(
    r"\b(?:masuk|terima|diterima|menerima|penerimaan|received?|incoming|cash ?in|isi saldo|refund|pengembalian|bunga|"
    r"interest|setor|setoran|deposit|transfer dari|trf dari|kiriman dari|from|bonus|cashback)\b",
    re.IGNORECASE,
)
_OUT_TEXT = re.compile(
    r"\b(?:keluar|kirim|mengirim|pengiriman|pembayaran|bayar|payment|purchase|pembelian|beli|tarik|penarikan|"
    r"withdraw(?:al)?|biaya|fee|sent|send|outgoing|transfer ke|trf ke|pajak|tax|belanja|dibayarkan)\b",
    re.IGNORECASE,
)


_KIND = r"(?:transfer|trf|trsf|uang|dana|saldo|money)?\s*"
_NOT_BACK = r"\b(?!.*\b(?:kembali\w*|batal\w*|refund\w*|revers\w*|gagal|retur\w*)\b)"
_IN_KIND = re.compile(rf"{_KIND}(?:masuk|terima|diterima|menerima|received?|incoming){_NOT_BACK}", re.IGNORECASE)
_OUT_KIND = re.compile(rf"{_KIND}(?:keluar|kirim|mengirim|terkirim|sent|send|outgoing){_NOT_BACK}", re.IGNORECASE)
"""How the kind of a wallet's row begins where it names the side outright."""


@lru_cache(maxsize=20_000)
def sum_named(text: str) -> Sum | None:
    """What balance or total a row is by its words; null where they say anything else."""
    if not text or len(text) > _SHORT or not _BEGINS.match(text):
        return None
    return next((name for name, words in _SUMS.items() if words.fullmatch(text)), None)


@lru_cache(maxsize=4000)
def status_named(cell: str) -> Status | None:
    """What the word of a status says; null for a word that is not known."""
    if len(cell) > _SHORT:
        return None
    return next((name for name, words in _STATUSES.items() if words.fullmatch(cell)), None)


def side_of_total(text: str) -> Side | None:
    """Whether a total is of what came in or of what went out, where its words say one of the two."""
    into, out = bool(_TOTAL_IN.search(text[:_LIMIT])), bool(_TOTAL_OUT.search(text[:_LIMIT]))
    return None if into == out else "in" if into else "out"


@lru_cache(maxsize=50_000)
def side_named(text: str) -> Side | None:
    """The side that a part of a text names outright as its first word: ``Transfer Keluar``; null where none does."""
    parts = text[:_LIMIT].split("   ")
    into, out = any(map(_IN_KIND.match, parts)), any(map(_OUT_KIND.match, parts))
    return None if into == out else "in" if into else "out"


_PART = (
    r"(?:transactions?|transaksi|entries|payments?|activity|movements?|movimientos|movimentos|ums\u00e4tze|op\u00e9rations|"
    r"operaciones|lan\u00e7amentos|items?)"
)
_STILL = (
    r"pending|upcoming|not yet booked|unposted|uncleared|tertunda|belum dibukukan|dalam proses|vorgemerkte?|"
    r"pendientes?|pendentes?|\u00e0 venir|en attente"
)
_OF = r"(?:(?:your|all|list of|daftar|lista de)\s+)?"
_PENDING_PART = re.compile(
    rf"\W*{_OF}(?:{_PART}\W+(?:{_STILL})|(?:{_STILL})\W+(?:{_PART}|{_STILL}))(?:\W+(?:{_STILL}))*\W*", re.IGNORECASE
)
"""A title of rows; *pending* by itself may be a word of a booking that goes on in this line."""

_BOOKED_PART = re.compile(
    r"(?=.*\b(?:posted|booked|completed|cleared|settled|dibukukan|selesai|gebuchte?|contabilizad[oa]s|efetivad[oa]s)\b)"
    rf"(?=.*\b{_PART}\b)(?!.*\bnot\b)[^\d]{{1,60}}",
    re.IGNORECASE,
)


def part_named(text: str) -> Status | None:
    """Whether a line by itself says that the rows below it are still to come, or are booked; null for any other."""
    if _BOOKED_PART.fullmatch(text):
        return "booked"
    return "pending" if _PENDING_PART.fullmatch(text) else None


def is_turned(text: str) -> bool:
    """Whether a text says that the row takes another one back."""
    return bool(_TURNED.search(text[:_LIMIT]))


@lru_cache(maxsize=50_000)
def side_told(text: str) -> Side | None:
    """The side that the words of a text tell, where they tell one of the two alone."""
    into, out = bool(_IN_TEXT.search(text[:_LIMIT])), bool(_OUT_TEXT.search(text[:_LIMIT]))
    return None if into == out else "in" if into else "out"
