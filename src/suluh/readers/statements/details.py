# SPDX-License-Identifier: Apache-2.0
"""The other side of an MT940 line, from the structured forms of its details."""

import re
from typing import NamedTuple

from suluh.readers.statements.parties import Party

BANKS = {"CENAIDJA": "bca", "BMRIIDJA": "mandiri", "BRINIDJA": "bri", "BNINIDJA": "bni"}
"""Short names by the code that a bank has in transmissions; other banks go by the number as written."""

_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_CODE = re.compile(r"\d{3}(?P<mark>[?~<>^])\d{2}")
_FIELD = re.compile(r"\d{2}")
_SAID = re.compile(r"IBAN[+:][ ]?(?P<iban>[A-Z]{2}\d{2}[A-Z0-9]{11,30})")
_POLISH = re.compile(r"\?38(?P<iban>[A-Z]{2}\d{2}[A-Z0-9]{11,30})")
_NAME = re.compile(r"/NAME/(?P<name>.+?)(?:/[A-Z]{3,4}/|$)")
_FRONT = re.compile(r"(?P<iban>[A-Z]{2}\d{2}[A-Z]{4}\d{10})[ \t]+(?P<name>\S[^\n]*)")
_TRANSFER = re.compile(r"\b(?:TRANSFER|TRF|PEMINDAHAN)\s+(?:DARI|KE)\s+(?P<name>[^\W\d_].*?)(?:\s{2,}.*)?\s*$")


def own_account(written: str, bank: str, currency: str) -> str | None:
    """The account id of field 25: an IBAN, a bank's short name with the number, or ``account:`` as written."""
    number = written.strip().removesuffix(currency or " ").strip()
    if not number:
        return None
    if _IBAN.fullmatch(number):
        return f"iban:{number}"
    code, _, behind = number.rpartition("/")
    service = BANKS.get((code or bank)[:8])
    return f"{service}:{behind}" if service else f"account:{number}"


def other_side(details: str, beside: str) -> Party:
    """The other side from the numbered fields of German banks, from ``/NAME/``, or from an IBAN before a name."""
    flat = details.replace("\n", "")
    numbered = _numbered(flat)
    front, polish, named = _FRONT.match(details), _POLISH.search(flat), _NAME.search(flat)
    found = next((one for one in (named, front, _TRANSFER.search(details.replace("\n", "   "))) if one), None)
    name = (numbered.name or (found["name"] if found else "")).strip()
    ibans = [numbered.iban, numbered.number, beside, *(one["iban"] for one in (polish, front) if one)]
    iban = next((one for one in ibans if _IBAN.fullmatch(one)), None)
    if iban is not None:
        return Party(f"iban:{iban}", name or None)
    number = f"{numbered.bank}/{numbered.number}" if numbered.bank and numbered.number else numbered.number
    return Party(f"account:{number}" if number else None, name or None)


class _Numbered(NamedTuple):
    """What the numbered fields say of the other side."""

    bank: str = ""
    number: str = ""
    name: str = ""
    iban: str = ""
    """From the words of the purpose, where it is said there."""


def _numbered(flat: str) -> _Numbered:
    """Details that begin with the code of a business and go on in fields, each after a mark and two figures."""
    bare = flat.lstrip()
    head = _CODE.match(bare)
    if head is None:
        return _Numbered()
    fields: dict[str, str] = {}
    for part in bare[3:].split(head["mark"])[1:]:
        if _FIELD.match(part):
            fields[part[:2]] = fields.get(part[:2], "") + part[2:]
    purpose = "".join(fields[key] for key in sorted(fields) if key[0] in "26")
    said = _SAID.search(purpose)
    return _Numbered(
        bank=fields.get("30", "").strip(),
        number=fields.get("31", "").strip(),
        name=fields.get("32", "") + fields.get("33", ""),
        iban=said["iban"] if said else "",
    )
