# SPDX-License-Identifier: Apache-2.0
"""The two sides of an MT940 line, from the structured forms of its details and from the words of a transfer.

1. ``/ORDP/`` and what follows is who ordered it, ``/BENM/`` who receives it: the other side of money that came in is
   the first, of money that went out the second.
2. ``/NAME/`` and numbered fields without either are the other side.
3. ``DARI`` and ``KE`` (``FROM``, ``TO``) tell the sides by direction as ``/ORDP/`` and ``/BENM/`` do.
"""

import re
from typing import NamedTuple

from suluh.readers.booked.names import Sides, as_name
from suluh.readers.numbers import iban_id
from suluh.readers.statements.parties import Party

BANKS = {
    "CENAIDJA": "bca",
    "BMRIIDJA": "mandiri",
    "BRINIDJA": "bri",
    "BNINIDJA": "bni",
    "BNIAIDJA": "cimb",
    "BBBAIDJA": "permata",
    "BDINIDJA": "danamon",
    "BTANIDJA": "btn",
    "BSMDIDJA": "bsi",
    "NISPIDJA": "ocbc",
}
"""Short names by the code that a bank has in transmissions; other banks go by the number as written."""

_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_CODE = re.compile(r"\d{3}(?P<mark>[?~<>^])\d{2}")
_FIELD = re.compile(r"\d{2}")
_SAID = re.compile(r"IBAN[+:][ ]?(?P<iban>[A-Z]{2}\d{2}[A-Z0-9]{11,30})")
_POLISH = re.compile(r"\?38(?P<iban>[A-Z]{2}\d{2}[A-Z0-9]{11,30})")
_FRONT = re.compile(r"(?P<iban>[A-Z]{2}\d{2}[A-Z]{4}\d{10})[ \t]+(?P<name>\S[^\n]*)")
_SLASHED = re.compile(r"/(?P<code>[A-Z]{2,5})(?:(?=/(?:NAME|ACCW|ACCT|IBAN)/)|/)")
_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_SECTIONS = {"ORDP": "ORDP", "BENM": "BENM", "REMI": "REMI", "TRTP": "", "EREF": "", "CNTP": ""}
_PARTIES = ("CNTP", "ORDP", "BENM")
_INSIDE = ("IBAN", "ACCW", "ACCT", "NAME")
_FROM_TO = re.compile(
    r"(?:\A|\b(?:TRANSFER|TRSF|TRF|TF|PEMINDAHAN|PEMINDAHBUKUAN|KIRIMAN|KIRIM|TERIMA|PENERIMAAN|SETORAN|PEMBAYARAN|BAYAR|"
    r"PAYMENT|REMITTANCE|BI[- ]?FAST|LLG|SKN|RTGS|KLIRING)\b(?:[ ]+[A-Z-]{2,14}){0,2}?[ ]+)"
    r"(?P<way>DARI|DR|KEPADA|KPD|KE|FROM|TO)(?:[ ]?:)?[ ]+(?P<rest>\S.*+)",
    re.IGNORECASE,
)
_WAYS = {"DR": "DARI", "FROM": "DARI", "TO": "KE", "KEPADA": "KE", "KPD": "KE"}
_WAY = re.compile(r"[ ](?P<way>DARI|DR|KEPADA|KPD|KE|FROM|TO)(?:[ ]?:)?[ ]+", re.IGNORECASE)
_STOP = re.compile(
    r"[ ]{2}|[/:;|]|[ ][-][ ]|[ ](?:BERITA|KETERANGAN|KET|CATATAN|UNTUK|UTK|REFERENSI|REFF?|NO|NOMOR|NOREK|REK|VIA|TGL|"
    r"TANGGAL|PADA|BIAYA|FEE|FOR|ON)\b",
    re.IGNORECASE,
)
_BANK = re.compile(
    r"(?:BANK[ ])?(?P<bank>BCA|MANDIRI|BRI|BNI|BSI|CIMB|PERMATA|DANAMON|BTN|OCBC|"
    r"\d{3})[ ]",
    re.IGNORECASE,
)
_CODES = {
    "014": "bca",
    "008": "mandiri",
    "002": "bri",
    "009": "bni",
    "451": "bsi",
    "022": "cimb",
    "013": "permata",
    "011": "danamon",
    "200": "btn",
    "028": "ocbc",
}
"""Short names by the code of a bank in Indonesian transfers."""

_BEHIND = re.compile(
    r"(?P<name>\D{1,120}?)[ ](?:(?:BANK[ ])?(?P<bank>BCA|MANDIRI|BRI|BNI|BSI|CIMB|PERMATA|DANAMON|BTN|OCBC)[ ])?"
    r"(?P<number>\d{8,18})",
    re.IGNORECASE,
)
_FULL_LINE = 60
"""Characters of a line of details, which has 65 at most: a full one goes on in the next without a space."""

_LONGEST = 2_000


def own_account(written: str, bank: str, currency: str) -> str | None:
    """The account id of field 25: an IBAN, a bank's short name with the number, or ``account:`` as written."""
    number = written.strip().removesuffix(currency or " ").strip()
    if not number:
        return None
    if iban := iban_id(number):
        return iban
    code, _, behind = number.rpartition("/")
    service = BANKS.get((code or bank)[:8])
    return f"{service}:{behind}" if service else f"account:{number}"


def sides(details: str, beside: str, *, incoming: bool) -> Sides:
    """Both sides of a line: by sections, numbered fields, an IBAN before a name, or the words of a transfer."""
    details = details[:_LONGEST]
    flat = _unwrapped(details)
    sections = _sections(flat)
    if sections:
        other, own = ("ORDP", "BENM") if incoming else ("BENM", "ORDP")
        shown = sections.get(other, sections.get("", Party()))
        if shown.account is None and _IBAN.fullmatch(beside):
            shown = Party(iban_id(beside), shown.name)
        return Sides(shown, sections.get(own, Party()), is_told=True)
    structured = _structured(details, beside)
    if structured.account or structured.name:
        return Sides(structured, is_told=True)
    found = _FROM_TO.search(flat)
    if found is None:
        return Sides()
    ends = _ends(found["way"], found["rest"])
    other, own = ("DARI", "KE") if incoming else ("KE", "DARI")
    return Sides(ends.get(other, Party()), ends.get(own, Party()), is_told=other not in ends or bool(ends[other].name))


def _unwrapped(details: str) -> str:
    """Details on one line: where a full line was broken nothing lies between, else two spaces do."""
    text = ""
    for line in details.split("\n"):
        text += line if len(line) >= _FULL_LINE else line.rstrip() + "  "
    return text.strip()


def _sections(flat: str) -> dict[str, Party]:
    """The parties of details in slashes, by section; a bare ``/NAME/`` stands under the empty word."""
    marks = list(_SLASHED.finditer(flat))
    where, held = "", dict[str, dict[str, str]]()
    for mark, after in zip(marks, [*marks[1:], None], strict=False):
        code, value = mark["code"], flat[mark.end() : after.start() if after else None].strip(" /")
        where = _SECTIONS.get(code, where)
        if where == "REMI" or not value:
            continue
        parts = held.setdefault(where, {}) if code in _INSIDE or code in _PARTIES else {}
        if code in _INSIDE:
            parts.setdefault(code, value)
        elif code in _PARTIES:
            _bare(code, value, parts)
    return {section: _party(parts) for section, parts in held.items()}


def _bare(code: str, value: str, parts: dict[str, str]) -> None:
    """What stands in a section without codes: account, bank, name and town in this order, or a name alone."""
    cells = [one.strip() for one in value.split("/")]
    if code == "CNTP":
        parts |= {name: cell for name, cell in zip(("IBAN", "", "NAME"), cells, strict=False) if name and cell}
        return
    for cell in cells:
        name = "IBAN" if _IBAN.fullmatch(cell) else "NAME" if as_name(cell) and not _BIC.fullmatch(cell) else ""
        if name:
            parts.setdefault(name, cell)


def _party(parts: dict[str, str]) -> Party:
    """A party from the cells of its section."""
    name = as_name(parts.get("NAME"))
    written = next((parts[code] for code in ("IBAN", "ACCW", "ACCT") if code in parts), "")
    bare = written.partition(",")[0].strip()
    if _IBAN.fullmatch(bare):
        return Party(iban_id(bare), name)
    bank = BANKS.get(written.partition(",")[2].strip()[:8])
    digits = bare.replace(".", "").replace("-", "").replace(" ", "")
    if not digits.isalnum() or not any(sign.isdigit() for sign in digits):
        return Party(None, name)
    return Party(f"{bank}:{digits}" if bank else f"account:{digits}", name)


def _structured(details: str, beside: str) -> Party:
    """The other side from the numbered fields of German banks, or from an IBAN before a name."""
    flat = details.replace("\n", "")
    numbered = _numbered(flat)
    front, polish = _FRONT.match(details), _POLISH.search(flat)
    name = as_name(numbered.name or (front["name"] if front else ""))
    ibans = [numbered.iban, numbered.number, beside, *(one["iban"] for one in (polish, front) if one)]
    iban = next((one for one in ibans if _IBAN.fullmatch(one)), None)
    if iban is not None:
        return Party(iban_id(iban), name)
    service = BANKS.get(numbered.bank[:8])
    if service and numbered.number:
        return Party(f"{service}:{numbered.number}", name)
    number = f"{numbered.bank}/{numbered.number}" if numbered.bank and numbered.number else numbered.number
    return Party(f"account:{number}" if number else None, name)


def _ends(way: str, rest: str) -> dict[str, Party]:
    """The parties behind ``DARI`` and ``KE``; a text that is no name as a whole gives none."""
    found: dict[str, Party] = {}
    for _ in range(2):
        second = _WAY.search(rest)
        part = rest[: second.start()] if second else rest
        stop = _STOP.search(part)
        found.setdefault(_WAYS.get(way.upper(), way.upper()), _end(part[: stop.start()] if stop else part))
        if second is None or (stop and stop.group().strip()):
            break
        way, rest = second["way"], rest[second.end() :]
    return found


def _end(written: str) -> Party:
    """A name with its bank before it and its number behind it, where they stand there."""
    bank = _BANK.match(written)
    bare = written[bank.end() :] if bank else written
    behind = _BEHIND.fullmatch(bare.strip())
    name = as_name(behind["name"] if behind else bare)
    word = (bank["bank"] if bank else (behind["bank"] or "") if behind else "").casefold()
    service = _CODES.get(word, "" if word.isdigit() else word)
    return Party(f"{service}:{behind['number']}" if service and behind and name else None, name)


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
