# SPDX-License-Identifier: Apache-2.0
"""What a release of the National Software Reference Library (RDS 3) changes in the one before: SQL text, never run."""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO, ClassVar, NamedTuple

from suluh.hashing.sets.columns import ALGORITHMS
from suluh.hashing.sets.format import Block, SetFormat
from suluh.hashing.sets.formats.rds import HOLDERS, alone, together
from suluh.model.matching import SetEntry, SetFlaw

_LONGEST = 1 << 20
"""Characters of a statement: NIST writes one row in each."""

_REMARKS = r"(?:\s|--[^\n]*\n|/\*.*?\*/)*+"
_NAME = r"(?:[\"`\[]?main[\"`\]]?\s*\.\s*)?[\"`\[]?(\w+)[\"`\]]?"
_FIRST = re.compile(_REMARKS + r"(?:BEGIN|PRAGMA|INSERT|REPLACE|UPDATE|DELETE)\b", re.IGNORECASE | re.DOTALL)
_OURS = re.compile(
    r"^[ \t]*+(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\s+[\"`\[]?(?:FILE|METADATA|PKG)\b",
    re.IGNORECASE | re.MULTILINE,
)
_ADDS = re.compile(
    rf"(?:INSERT\s+(?:OR\s+\w+\s+)?|REPLACE\s+)INTO\s+{_NAME}\s*(?:\(([^()']*)\))?\s*(VALUES\s*(?=\())?", re.IGNORECASE
)
_CHANGE = r"(?:DELETE\s+FROM|UPDATE(?:\s+OR\s+\w+)?|(?:DROP|ALTER)\s+TABLE(?:\s+IF\s+EXISTS)?)"
_CHANGES = re.compile(rf"{_CHANGE}\s+{_NAME}", re.IGNORECASE)
_SOMEWHERE = re.compile(
    rf"\b(?:INTO|{_CHANGE})\s+(?:[\"`\[]?\w+[\"`\]]?\s*\.\s*)?[\"`\[]?(?:{'|'.join(HOLDERS)})\b", re.IGNORECASE
)
_TEXT = re.compile(r"'[^']*+'")
_CELL = r"(?:'[^']*+(?:''[^']*+)*+'|[^',()\s;]++)"
_END = re.compile(r"\s*;\s*")
_QUOTES = ' \t\r\n"`[]'
_MOST_COLUMNS = 100

_AT_ONCE = 1024
"""Rows of a block."""

Row = tuple[int, *tuple[bytes | int | None, ...]]
"""The line of a row, and its cells."""

Forms = dict[str, "re.Pattern[str] | None"]
"""What a row looks like, by the text of its columns; null where they name no hash."""


class Statement(NamedTuple):
    """One statement, and the line on which it begins."""

    line: int
    text: str


class NsrlDelta(SetFormat):
    """RDS 3.x, ``*_delta.sql``, as NIST published it in 2026: rows that are added; any other change is a flaw."""

    name: ClassVar[str] = "nsrl-3-delta"

    def claims(self, head: bytes, name: str) -> str | None:  # noqa: ARG002 # a name decides nothing
        """It is SQL that changes tables of RDS 3."""
        text = head.decode("utf-8-sig", "replace")
        return "it is SQL for the tables of RDS 3" if _FIRST.match(text) and _OURS.search(text) else None

    def entries(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw]:
        """One entry a row that is added."""
        for one in _rows(file):
            yield one if isinstance(one, SetFlaw) else alone(one, one[0], ALGORITHMS)

    def bulk(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw | Block]:
        """Blocks of rows that stand line by line, as NIST writes them."""
        held: list[Row] = []
        for one in _rows(file):
            is_next = not isinstance(one, SetFlaw) and bool(held) and one[0] == held[-1][0] + 1
            if held and (not is_next or len(held) == _AT_ONCE):
                yield from together(held, held[0][0], ALGORITHMS)
                held.clear()
            if isinstance(one, SetFlaw):
                yield one
            else:
                held.append(one)
        if held:
            yield from together(held, held[0][0], ALGORITHMS)


def _rows(file: BinaryIO) -> Iterator[Row | SetFlaw]:
    """Every row that is added, and a flaw for what else happens to files."""
    forms: Forms = {}
    for one in _statements(file):
        if isinstance(one, SetFlaw):
            yield one
        else:
            yield from _read(one, forms)


def _statements(file: BinaryIO) -> Iterator[Statement | SetFlaw]:
    """The statements of a text; a line of a remark is none."""
    text = io.TextIOWrapper(file, "utf-8-sig", errors="backslashreplace", newline="\n")
    held: list[str] = []
    line, first, length, quotes = 0, 1, 0, 0
    while piece := text.readline(_LONGEST):
        line += 1
        if not held:
            if _is_remark(piece.strip()):
                continue
            first, length, quotes = line, 0, 0
        held.append(piece)
        length, quotes = length + len(piece), quotes + piece.count("'")
        is_whole = quotes % 2 == 0 and piece.rstrip().endswith(";")
        if length > _LONGEST:
            yield SetFlaw(line=first, reason=f"the statement has more than {_LONGEST:,} characters")
            held.clear()
        elif is_whole:
            yield Statement(first, "".join(held).lstrip())
            held.clear()
    if held:
        yield SetFlaw(line=first, reason="the file is cut off within this statement: fetch it again")
    text.detach()


def _is_remark(line: str) -> bool:
    return not line or line.startswith("--") or (line.startswith("/*") and line.find("*/") == len(line) - 2)


def _read(one: Statement, forms: Forms) -> Iterator[Row | SetFlaw]:
    """What a statement says of files; other tables hold no hash."""
    adds = _ADDS.match(one.text)
    if adds and adds[1].lower() in HOLDERS:
        yield from _added(one, adds, forms)
    elif (changes := _CHANGES.match(one.text)) and changes[1].lower() in HOLDERS:
        reason = "the statement takes out or changes rows of the set before: read the whole set of this release instead"
        yield SetFlaw(line=one.line, reason=reason)
    elif _SOMEWHERE.search(_TEXT.sub("", one.text)):
        yield SetFlaw(line=one.line, reason="a statement on files begins amid other SQL here, and cannot be read")


def _added(one: Statement, adds: "re.Match[str]", forms: Forms) -> Iterator[Row | SetFlaw]:
    """Its rows, each with the line on which it begins."""
    form = _form(adds[2] or "", forms) if adds[3] else None
    if form is None:
        yield SetFlaw(line=one.line, reason="the statement does not name its columns with a row of values for them")
        return
    at = adds.end()
    line = one.line + one.text.count("\n", 0, at)
    while row := form.match(one.text, at):
        line += one.text.count("\n", at, row.start(1))
        yield _cells(line, row)
        line += one.text.count("\n", row.start(1), row.end())
        at = row.end()
    if not _END.fullmatch(one.text, at):
        yield SetFlaw(line=line, reason="from here on the statement cannot be read, or a row does not fit its columns")


def _form(columns: str, forms: Forms) -> "re.Pattern[str] | None":
    """What a row with these columns looks like; null where there are none of hashes."""
    if columns not in forms:
        names = [name.strip(_QUOTES).lower() for name in columns.split(",")]
        fits = bool(set(names) & set(ALGORITHMS)) and len(names) == len(set(names)) <= _MOST_COLUMNS
        cells = (f"(?P<{name}>{_CELL})" if name in ALGORITHMS else _CELL for name in names)
        row = r"\s*+,\s*+".join(cells)
        forms.clear()
        forms[columns] = re.compile(rf"\s*+,?\s*+(\()\s*+{row}\s*+\)") if fits else None
    return forms[columns]


def _cells(line: int, row: "re.Match[str]") -> Row:
    """A row as a database gives it: its line, text as bytes, null, and 0 for what is neither."""
    texts = row.groupdict()
    return (line, *(_cell(texts.get(kind, "NULL")) for kind in ALGORITHMS))


def _cell(value: str) -> bytes | int | None:
    if value.startswith("'"):
        return value[1:-1].encode("utf-8")
    return None if value.upper() == "NULL" else 0
