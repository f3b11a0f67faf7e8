# SPDX-License-Identifier: Apache-2.0
"""The other side of a payment by the words of its text: from whom where money came in, to whom where it went out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from suluh.readers.statements.sides.names import WALLETS, Found, is_holder, taken

_WALLET = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(WALLETS, key=len, reverse=True))
_PHONE = r"(?:\+?62|0)?8[1-9]\d{7,10}|\+62[ -]8[1-9]\d(?:[ -]?\d{3,5}){2}|08[1-9]\d(?:-\d{3,5}){2}"
_TOPPED = re.compile(
    rf"\b(?P<service>{_WALLET})\b(?:[^\w]|\b(?:TOP\s?-?\s?UP|CUSTOMER|CUST|USER|ID|KE|DARI|NO|HP|DRIVER|PREMIUM|CASH|"
    rf"INDONESIA|VA|BANK|TRANSFER)\b)*?(?P<phone>{_PHONE})(?!\d)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:BRIVA|VA|TOP\s?-?\s?UP|VIRTUAL ACCOUNT)\b[^\d]{{0,20}}\d{{3,6}}(?P<phone>08[1-9]\d{{7,10}})(?!\d)\W+"
    rf"(?P<service>{_WALLET})\b",
    re.IGNORECASE,
)
"""A virtual account that ends in a phone, before the wallet's name."""

_VIRTUAL = re.compile(r"(?<!\d)(?P<code>70001|39358|3901|112|8059|911|122)(?P<phone>0?8[1-9]\d{7,10})(?!\d)")
_CODES = {"70001": "gopay", "39358": "ovo", "3901": "dana", "112": "shopeepay", "911": "linkaja", "122": "shopeepay"}
_SURE_CODES = frozenset({"70001", "39358", "3901"})
_CREDIT = re.compile(
    r"\b(?:PULSA|VOUCHER|VCR|PAKET DATA|TELKOMSEL|INDOSAT|XL|TRI|SMARTFREN|AXIS|SIMPATI)\b.*?(?<!\d)"
    rf"(?P<phone>{_PHONE})(?!\d)",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:DARI|DR|FR|FROM|ORDP//NAME/|PENGIRIM|PENYETOR|SENDER)\b[\s.:]*(?!\s*TANGGAL)", re.IGNORECASE)
_TO = re.compile(r"\b(?:KE|KEPADA|TO|BENM//NAME/|PENERIMA|UNTUK|TUJUAN)\b(?!-)[\s.:]*", re.IGNORECASE)
_STRUCTURED = {
    "in": re.compile(r"/ORDP//NAME/(?P<name>[^/]+)"),
    "out": re.compile(r"/BENM//NAME/(?P<name>[^/]+)"),
}
_BOTH = re.compile(r"\bNBMB\s+(?P<front>\S.*?)\s+TO\s+(?P<behind>\S.*)", re.IGNORECASE)
_ONE = re.compile(r"\bNBMB\s+(?P<front>\S.*)", re.IGNORECASE)
_APART = re.compile(r"\s{2,}")
_LIMIT = 500
_LONG = re.compile(r"\d{8}|\d{3,5}[ -]\d{3,5}[ -]\d{3}|/FTFVA/", re.IGNORECASE)
_SHOP = re.compile(r"/FTFVA/", re.IGNORECASE)


class Side(NamedTuple):
    """The other side: a name, a number, whose number it is, and whether it is a phone."""

    name: str | None = None
    number: str | None = None
    service: str | None = None
    is_phone: bool = False


def of_text(text: str, side: str, holder: str) -> Side:
    """The other side of a row; nobody where the words name none, or only the holder."""
    short = text[:_LIMIT].replace("\n", "   ")
    structured = _STRUCTURED["in" if side == "in" else "out"].search(short) if "//NAME/" in short else None
    candidates = (taken(structured["name"]),) if structured else _named(short, side)
    for found in candidates:
        if found.name and holder and is_holder(found.name, holder):
            continue
        if found.name or found.number:
            return Side(found.name, found.number, found.service)
    return Side()


def of_number(text: str) -> Side | None:
    """The other side by a number alone: a wallet, or a phone that got credit; nobody where it is a shop's."""
    if not _LONG.search(text):
        return None
    topped = _TOPPED.search(text) or _BEFORE.search(text)
    if topped is not None:
        return Side(None, topped["phone"], WALLETS[re.sub(r"\s+", " ", topped["service"]).upper()], is_phone=True)
    virtual = _VIRTUAL.search(text)
    if virtual is not None and virtual["code"] in _SURE_CODES:
        return Side(None, virtual["phone"], _CODES[virtual["code"]], is_phone=True)
    credit = _CREDIT.search(text)
    if credit is not None:
        return Side(None, credit["phone"], "phone-credit", is_phone=True)
    return Side() if _SHOP.search(text) else None


def _named(text: str, side: str) -> Iterator[Found]:
    """What stands behind the word of the right direction, in each field of the text, the first that holds something."""
    is_nbmb = "NBMB" in text.upper()
    both = _BOTH.search(text) if is_nbmb else None
    if both is not None:
        yield taken(_APART.split(both["front" if side == "in" else "behind"])[0])
        return
    one = _ONE.search(text) if is_nbmb else None
    if one is not None and side == "in":
        yield taken(_APART.split(one["front"])[0])
    wanted, other = (_FROM, _TO) if side == "in" else (_TO, _FROM)
    fields = [field.strip() for field in text.split("|")]
    for at, field in enumerate(fields):
        mark = wanted.search(field)
        if mark is None:
            continue
        rest = field[mark.end() :]
        end = other.search(rest)
        yield _joined([rest[: end.start()] if end else rest, *fields[at + 1 :]])
        return


def _joined(fields: list[str]) -> Found:
    """The first name in the fields, with the bank and the account that stand before it."""
    name = number = service = None
    for field in fields:
        parts = [part for part in _APART.split(field) if part]
        found = Found()
        for part in parts[:3]:
            found = taken(part)
            number, service = number or found.number, service or found.service
            if found.name:
                break
        if found.name:
            name = found.name
            break
    return Found(name, number, service)
