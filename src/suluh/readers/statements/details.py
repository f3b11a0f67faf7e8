# SPDX-License-Identifier: Apache-2.0
"""The other side of an MT940 line, from the structured forms of its details."""

import re
from collections.abc import Mapping

from suluh.readers.statements.parties import Party

BANKS = {"CENAIDJA": "bca", "BMRIIDJA": "mandiri", "BRINIDJA": "bri", "BNINIDJA": "bni"}
"""Short names by the code that a bank has in transmissions; other banks go by the number as written."""

_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
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


def other_side(parts: Mapping[str, object], details: str, beside: str) -> Party:
    """The other side from what the package takes apart, from ``/NAME/`` words, or from an IBAN before a name."""
    flat = details.replace("\n", "")
    front, polish, named = _FRONT.match(details), _POLISH.search(flat), _NAME.search(flat)
    found = next((one for one in (named, front, _TRANSFER.search(details.replace("\n", "   "))) if one), None)
    name = _said(parts, "applicant_name") or (found["name"] if found else "")
    ibans = [_said(parts, "gvc_applicant_iban"), _said(parts, "applicant_iban"), beside]
    ibans += [one["iban"] for one in (polish, front) if one]
    iban = next((one for one in ibans if _IBAN.fullmatch(one)), None)
    if iban is not None:
        return Party(f"iban:{iban}", name.strip() or None)
    number, code = _said(parts, "applicant_iban"), _said(parts, "applicant_bin")
    account = f"account:{code}/{number}" if number and code else f"account:{number}" if number else None
    return Party(account, name.strip() or None)


def _said(parts: Mapping[str, object], key: str) -> str:
    found = parts.get(key)
    return "".join(found.split("\n")).strip() if isinstance(found, str) else ""
