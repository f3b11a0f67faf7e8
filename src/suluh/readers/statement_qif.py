# SPDX-License-Identifier: Apache-2.0
"""Reads QIF: lists of bookings in the form that programs for a household exchange, a letter before each part."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal, NamedTuple

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.money import NO_CURRENCY
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.statements.grid import Grid, Row
from suluh.readers.statements.heads.heading import Heading
from suluh.readers.statements.heads.layout import laid_out
from suluh.readers.statements.profile import Columns, Dates, Profile
from suluh.readers.statements.read import of_one
from suluh.readers.statements.reading import Reading
from suluh.readers.statements.text import text_of

_BEGINS = re.compile(r"\s*!(?:Type:(?:Bank|Cash|CCard|Oth|Invst)|Account|Option:|Clear:)", re.IGNORECASE)
_NAMES = {"D": "Date", "T": "Amount", "N": "Number", "P": "Payee", "M": "Memo", "L": "Category"}
_HEADING = tuple(_NAMES.values())
_BOOKED = ("!type:bank", "!type:cash", "!type:ccard", "!type:oth")
_PROFILE = Profile(
    name="qif",
    service="account",
    describes="QIF, a list of bookings as programs for a household exchange them; it names no currency",
    header=_HEADING,
    columns=Columns(date="Date", amount="Amount", text=("Payee", "Memo"), reference="Number"),
    dates=Dates(formats=()),
    currency=NO_CURRENCY,
)


class StatementQif(Reader):
    """QIF of bank accounts, cash and cards, as Quicken described it; investments are told, not read."""

    name = "statement-qif"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "money"

    def claims(self, source: Source) -> str | None:
        """Trust the first line, which begins with ``!``."""
        head = None if source.tables else text_of(source, whole=False)
        return "first line is one of QIF" if head and head.lines and _is_qif(head.lines) else None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield a statement for each account, and its lines."""
        text = text_of(source, whole=True)
        parts = list(_parts(text.lines if text else ()))
        for number, part in enumerate(parts, 1):
            grid = _grid(part, f"{number} {part.account}".strip() if len(parts) > 1 else None)
            if part.is_read and part.records:
                layout = laid_out(grid, Heading(1, 1, _HEADING), _PROFILE, known=True)
                yield from of_one(source, Reading(grid, (layout,)))
            elif part.records:
                place = source.place(line=part.first, last_line=part.records[-1].last)
                many = f"{len(part.records):,}"
                reason = f"this list holds no bookings of an account and is not read; records in it: {many}"
                yield flaw(source, f"part:{number}", reason, place)


class _Record(NamedTuple):
    first: int
    last: int
    said: dict[str, str]
    raw: str


class _Part(NamedTuple):
    """The bookings of one account."""

    first: int
    account: str
    is_read: bool
    records: list[_Record]


def _is_qif(lines: Sequence[str]) -> bool:
    first = next((line for line in lines if line.strip()), "")
    return bool(_BEGINS.match(first)) and any(line.strip() == "^" for line in lines)


def _parts(lines: Sequence[str]) -> Iterator[_Part]:
    """The lists of bookings, each with the account that was named before it, and the lists of names."""
    account, kind, held = "", "", _Part(0, "", is_read=False, records=[])
    for one in _blocks(lines):
        if not isinstance(one, _Record):
            number, kind = one
            if kind.startswith("!type:"):
                yield from (held,) if held.records else ()
                held = _Part(number, account, kind.startswith(_BOOKED), [])
        elif kind.startswith("!account"):
            account = one.said.get("N", account)
        else:
            held.records.append(one)
    if held.records:
        yield held


def _blocks(lines: Sequence[str]) -> Iterator[_Record | tuple[int, str]]:
    """Each title with its line, and each record that ends with ``^`` or with the file."""
    first, said, is_titled = 0, dict[str, str](), False
    for number, line in enumerate((*lines, "^"), 1):
        sign = line[:1]
        if sign == "!":
            yield number, line.strip().casefold()
            first, said, is_titled = 0, {}, True
        elif sign == "^":
            if said:
                yield _Record(first, min(number, len(lines)), said, "\n".join(lines[first - 1 : number]))
            first, said = 0, {}
        elif sign.strip() and is_titled:
            first = first or number
            said.setdefault(sign.upper(), line[1:].strip())


def _grid(part: _Part, sheet: str | None) -> Grid:
    """The bookings of one account as a table."""
    named = Row(1, 1, ("Account", part.account), part.account, sheet)
    head = Row(1, 1, _HEADING, "", sheet)
    return Grid(sheet or "", "text", (named, head, *(_row(one, sheet) for one in part.records)))


def _row(one: _Record, sheet: str | None) -> Row:
    day = one.said.get("D", "")
    said = {**one.said, "D": day.replace("'", "/").replace(" ", "") if "'" in day else day}
    said["T"] = said.get("T") or said.get("U", "")
    return Row(one.first, one.last, tuple(said.get(sign, "") for sign in _NAMES), one.raw, sheet)
