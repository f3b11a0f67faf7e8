# SPDX-License-Identifier: Apache-2.0
"""Notices in a sentence: SMS of banks and operators, messages of wallets.

A notice names one sum beside those of balance and fee, a word of status, and a reference with its word or the number of
an account; a person who writes that something was paid gives none of the last two.
"""

import re

from suluh.readers.booked.names import as_name
from suluh.readers.receipts.receipt import Receipt, account, channel, status
from suluh.readers.receipts.sums import Sum, sums, worth
from suluh.readers.receipts.words import any_of, is_nobody
from suluh.readers.statements.parties import Party

_LONGEST = 1_000
_REFERENCE_WORDS = (
    "no ref | no. ref | noref | ref | reff | referensi | no referensi | no. referensi | reference | ref no | ref id"
    " | sn | sn/ref | sn / ref | trx | trx id | trxid | id transaksi | rrn | no transaksi | no. transaksi"
    " | kode transaksi"
)
_REFERENCE = re.compile(
    rf"\b(?:{any_of(_REFERENCE_WORDS)})\b[ .:#=]{{0,4}}(?P<reference>[A-Z0-9][A-Z0-9./-]{{5,39}})", re.IGNORECASE
)
_OTHER_SUMS = "saldo | sisa | biaya | admin | fee | limit | minimal | min | cashback | diskon | bonus | bal | balance"
_NOT_THE_SUM = re.compile(rf"\b(?:{any_of(_OTHER_SUMS)})\b[^\d\n]{{0,24}}\Z", re.IGNORECASE)
_GROWN = re.compile(rf"\b(?:{any_of('bertambah | berkurang | masuk')})\b", re.IGNORECASE)
_BEFORE = 40
_LEFT = re.compile(r"(?P<before>\d[\d.,]{0,18}) ?- ?(?P<sum>\d[\d.,]{0,18}) ?= ?(?P<after>\d[\d.,]{0,18})")
_MASKED = re.compile(r"\b(?:rek(?:ening)?|acc?(?:oun)?t|kartu)\b[^\d\n*xX]{0,12}[\dxX*]{3,20}", re.IGNORECASE)
_DAY = re.compile(r"\b\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?(?:[ ,]{1,2}\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?\b")
_TO = re.compile(r"\b(?:ke|kepada|to|tujuan)\b[ :]{1,3}(?P<rest>[^\n]{1,80})", re.IGNORECASE)
_FROM = re.compile(r"\b(?:dari|from)\b[ :]{1,3}(?P<rest>[^\n]{1,80})", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:a\.?n\.?|atas nama|an)\b[ .:]{1,3}(?P<name>[^\W\d_][^\n\d,;:()]{1,60})", re.IGNORECASE)
_ENDS = (
    "rp | idr | berhasil | sukses | sebesar | sejumlah | senilai | pada | tgl | tanggal | ref | no | sn | ke | dari"
    " | via | telah | sudah | gagal"
)
_STOP = re.compile(rf"[,;:().\d]|\b(?:{any_of(_ENDS)})\b", re.IGNORECASE)


def notice(text: str) -> Receipt | None:
    """The receipt that a sentence is; null for any other message."""
    flat = " ".join(text.split())
    if not flat or len(text) > _LONGEST:
        return None
    says = status(flat)
    named = (found["reference"].rstrip("./-") for found in _REFERENCE.finditer(flat))
    reference = next((one for one in named if any(map(str.isdigit, one))), None)
    if says is None or says == "unpaid":
        return None
    day = _DAY.search(flat)
    if reference is None and not (_MASKED.search(flat) and day):
        return None
    amount = _by_balance(flat) or _one(flat)
    if amount is None:
        return None
    way = channel(flat)
    to, since = (_party(pattern, flat, way) for pattern in (_TO, _FROM))
    return Receipt("notice", amount, says, way, day.group() if day else None, reference, since, to)


def _one(text: str) -> Sum | None:
    """The one sum that is no balance and no fee; null where several are left."""
    told = [one for one in sums(text) if not _is_other(text[max(0, one.start - _BEFORE) : one.start])]
    return told[0] if len({one.minor for one in told}) == 1 else None


def _is_other(before: str) -> bool:
    """Whether the words before a sum make it a balance or a fee; by what a balance grew is neither."""
    found = _NOT_THE_SUM.search(before)
    return found is not None and not _GROWN.search(found.group())


def _by_balance(text: str) -> Sum | None:
    """The sum of an operator who writes balance before, sum and balance after, where the three agree."""
    found = _LEFT.search(text)
    if found is None:
        return None
    before, value, after = (worth(found[name].rstrip(".,")) for name in ("before", "sum", "after"))
    if value is None or before is None or before - value != (after or 0):
        return None
    return Sum(value, found["sum"].rstrip(".,"))


def _party(pattern: re.Pattern[str], text: str, way: str) -> Party:
    """The party behind a word of direction: its number with a service, its name."""
    found = pattern.search(text)
    if found is None:
        return Party()
    rest = found["rest"]
    called = _CALLED.search(rest)
    bare = called["name"] if called else rest
    stop = _STOP.search(bare)
    name = as_name(bare[: stop.start()] if stop else bare)
    own = "phone-credit" if way == "phone-credit" else ""
    return Party(account(rest, own), None if name is None or is_nobody(name) else name)
