# SPDX-License-Identifier: Apache-2.0
"""The name of a person or firm in the words of a bank: bank codes, apps, numbers of accounts and remarks cut off."""

import re
from functools import lru_cache
from typing import NamedTuple

from suluh.model.money import DIGITS

BANKS = {
    **dict.fromkeys(("BCA", "BANK CENTRAL ASIA", "CENAIDJA"), "bca"),
    **dict.fromkeys(("MANDIRI", "BANK MANDIRI", "BMRIIDJA", "LIVIN"), "mandiri"),
    **dict.fromkeys(("BRI", "BANK RAKYAT INDONESIA", "BRINIDJA", "BRIMO"), "bri"),
    **dict.fromkeys(("BNI", "BANK NEGARA INDONESIA", "BNINIDJA", "WONDR"), "bni"),
    **dict.fromkeys(("BSI", "BANK SYARIAH INDONESIA"), "bsi"),
    **dict.fromkeys(("CIMB", "CIMB NIAGA", "BANK CIMB NIAGA"), "cimb"),
    **dict.fromkeys(("PERMATA", "BANK PERMATA", "PERMATABANK"), "permata"),
    **dict.fromkeys(("JAGO", "BANK JAGO"), "jago"),
    **dict.fromkeys(("SEABANK", "BANK SEABANK"), "seabank"),
    **dict.fromkeys(("BTN", "BANK BTN"), "btn"),
    **dict.fromkeys(("DANAMON", "BANK DANAMON"), "danamon"),
    **dict.fromkeys(("OCBC", "OCBC NISP"), "ocbc"),
    **dict.fromkeys(("PANIN", "BANK PANIN"), "panin"),
    **dict.fromkeys(("MAYBANK",), "maybank"),
    **dict.fromkeys(("MEGA", "BANK MEGA"), "mega"),
    **dict.fromkeys(("SINARMAS", "BANK SINARMAS"), "sinarmas"),
}
"""Account services by the words that texts use for a bank."""

WALLETS = {
    **dict.fromkeys(("GOPAY", "GO-PAY", "GO PAY"), "gopay"),
    "OVO": "ovo",
    "DANA": "dana",
    **dict.fromkeys(("SHOPEEPAY", "SHOPEE PAY", "SHOPEE"), "shopeepay"),
    **dict.fromkeys(("LINKAJA", "LINK AJA"), "linkaja"),
}
SERVICES = {**BANKS, **WALLETS}

_BY_LENGTH = sorted(SERVICES, key=len, reverse=True)
_SERVICE = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in _BY_LENGTH)
_FRONT = re.compile(
    rf"^(?:[\s:;,/|.\-]+|(?:\d{{3}}\s*/\s*)+\d{{0,3}}\s*/?\s*|\d{{3}}\s+(?=\D)|BANK\s+(?=(?:{_SERVICE})\b)|"
    rf"(?P<service>(?:{_SERVICE}))\b(?!\s*(?:\.|CONTOH\b))|(?:Sdri?|Bpk|Sdr)\b\.?\s+|A/C\b\s*|"
    r"(?:TGL|TANGGAL)\s*:?\s*\d\d/\d\d(?:/\d{2,4})?|\d\d/\d\d\s+|(?:DARI|DR|KE|KEPADA|TO|FROM|A/?N|AN)\b[\s.:]+|A\.\s?N\b[\s.:]*|"
    r"(?:REK(?:ENING)?|NO)\b\.?[\s:]+)",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"\s*\(\s*(?:BANK\s+)?(?P<service>{_SERVICE})\s*\)\s*$", re.IGNORECASE)
_APPS = re.compile(
    r"[\s,/|(-]+(?:KBI|M-?\s?BCA|MY\s?BCA|KLIK\s?BCA|BCA MOBILE|BRIMO|LIVIN(?:'? BY MANDIRI)?|WONDR(?: BY BNI)?|"
    r"E-?CHANNEL|MOBILE BANKING|INTERNET BANKING|M-?BANKING|I-?BANKING|BI-?\s?FAST|ONLINE|OCTO(?: MOBILE)?|"
    r"PERMATA ?ME|BSI MOBILE|TRANSFER FEE\b.*|ESB:.*|NBMB\b.*|QRIS\b.*|VIA\b.*|LEWAT\b.*|MELALUI\b.*|"
    rf"BANK\s+(?:{_SERVICE})|"
    r"SEABANK|BCA|BRI|BNI|BSI|BTN|CIMB NIAGA|OCBC NISP|GOPAY|OVO|SHOPEEPAY|LINKAJA)\W*$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"[\s;,]+(?:for\s+[\"\u201c].*|(?:conf(?:irmation)?|ref(?:erence)?|trx|txn|trace|auth(?:orization)?|order|invoice|inv)"
    r"\s?(?:no\.?|number|code|id)?\s?[#:].*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A remark in quotation marks, or a number of the payment, behind a name."""

_NUMBER = re.compile(r"(?<![\w/])(?P<number>\d[\d-]{6,18}\d)(?![\w/])")
_COARSE = re.compile(r"\s*\b\d[.,]\d+E\+?\d+.*$|\s*\b(?=\w*\d\w*\d)[\w/-]+.*$|\s*[|].*$", re.DOTALL)
_LETTER = re.compile(r"[^\W\d_]")
_LETTERS = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d\d")
_NOBODY = re.compile(
    r"(?:(?:transfer|trsf|trf|tunai|atm|giro|internal|rekening|tabungan|bank|switching|bi-?fast|otomatis|kr|db|cr|"
    r"debit|kredit|kredit|setor|setoran|tarik|tarikan|biaya|adm(?:in)?|bunga|pajak|qris|topup|top-?up|va|virtual|"
    r"account|external|an|online|mobile|echannel|pay|payment|pembayaran|e-?banking|llg|rtgs|sknbi|m-?bca|mybca|klikbca|brimo|"
    r"livin|ke|dari|dr|to|from|nbmb|antar|masuk|keluar|dana masuk|dana keluar|oneklik|one|klik|atas|nama|"
    r"(?:e-?)?wallet|dompet|saldo|reload|upi|neft|imps|card|kartu|savings|pocket|kantong|cash|exchanged?)\b\W*)+",
    re.IGNORECASE,
)
_REMARK = re.compile(r"^(?:[a-z][a-z.,]*\s+)+(?=[A-Z][A-Z'.]+(?:\s+[A-Z][A-Z'.]*)+$)")
_LONGEST = 120
_SHORTEST = 2
_CUT_HOLDER = 8


class Found(NamedTuple):
    """What the words after a *from* or *to* hold."""

    name: str | None = None
    number: str | None = None
    service: str | None = None
    """The bank or wallet that they name."""


@lru_cache(maxsize=20_000)
def taken(text: str) -> Found:
    """The name, the account and the bank in words such as ``008 / 008 / BUDI CONTOH  M-BCA``."""
    rest, service = text[:_LONGEST].strip(), None
    behind_name = _BEHIND.search(rest)
    if behind_name is not None:
        service = SERVICES.get(_key(behind_name["service"]))
        rest = rest[: behind_name.start()]
    while (front := _FRONT.match(rest)) and front.end():
        service = service or (front["service"] and SERVICES.get(_key(front["service"])))
        rest = rest[front.end() :]
    number = _NUMBER.search(rest)
    digits = number["number"].replace("-", "") if number else ""
    named = rest[: number.start()] if number and number.start() > 1 else rest[number.end() :] if number else rest
    if number and number.start() <= 1:
        behind = taken(named) if named.strip() else Found()
        return Found(behind.name, digits if digits.strip("0") else behind.number, service or behind.service)
    return Found(name_in(named), digits if digits.strip("0") else None, service or None)


@lru_cache(maxsize=20_000)
def name_in(text: str) -> str | None:
    """A name by itself: it begins with a letter, holds no run of digits, is no bank's word; null for what is none."""
    kept = _REFERENCE.sub("", text[:_LONGEST].strip())
    while (shorter := _APPS.sub("", kept)) != kept:
        kept = shorter
    kept = re.split(r"\s{2,}|\n", kept, maxsplit=1)[0]
    whole, kept = kept, _COARSE.sub("", kept)
    if kept != whole and "|" not in whole and len(kept.split()) < _SHORTEST:
        return None
    kept = kept.strip(" -,;:/|.*=+_'\"()")
    if not kept or not _LETTER.match(kept) or _DIGITS.search(kept) or len(_LETTERS.findall(kept)) < _SHORTEST:
        return None
    if _NOBODY.fullmatch(kept) or _key(kept) in SERVICES or kept.upper() in DIGITS:
        return None
    # A remark typed in small letters stands before a name in capitals.
    return _REMARK.sub("", kept)


def is_holder(name: str, holder: str) -> bool:
    """Whether a name is that of the statement's own holder, cut short as banks cut names or not."""
    one, own = _letters(name), _letters(holder)
    if not one or not own:
        return False
    shorter, longer = sorted((one, own), key=len)
    return one == own or (len(shorter) >= _CUT_HOLDER and longer.startswith(shorter))


@lru_cache(maxsize=20_000)
def _letters(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def _key(word: str) -> str:
    return re.sub(r"\s+", " ", word).strip().upper()
