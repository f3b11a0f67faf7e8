# SPDX-License-Identifier: Apache-2.0
"""Sets a made paper: its values as facts of the page, with head, foot and the number of the copy."""

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from importlib.resources import files

from suluh.model.body import body
from suluh.model.money import spoken
from suluh.referral.papers.press import Fact, press
from suluh.referral.papers.values import (
    Both,
    Card,
    Cards,
    Cell,
    Clock,
    Document,
    Language,
    Listed,
    Section,
    Sum,
    Table,
    in_one,
)

Facts = dict[str, Fact]
_BLANKS = re.compile("[\u00a0\u202f]")
"""Blanks that a line is not broken at: devices write them into times, and no font of papers has them."""

_UNBROKEN = re.compile(r"\S{10}")
CONTENTS = Both("Contents", "Daftar isi")
"""Over the list of parts with their pages."""

FEW = 10
"""So many pages, by their lines, a paper has without such a list."""

LINES = 46
"""Lines of a page that lies on its side, about; to count pages by setting a paper twice would take twice its memory."""

WIDE = 205
"""Characters of a line of a table, about."""

SECRET = Both("CONFIDENTIAL", "RAHASIA")
COPY = Both("Copy {number} of {all} for: {to}", "Salinan {number} dari {all} untuk: {to}")
OWN_COPY = Both(
    "Working copy of the unit, made by {by}: not to be handed over; a numbered copy differs in this line alone",
    "Salinan kerja satuan, dibuat {by}: tidak untuk diserahkan; salinan bernomor hanya berbeda pada baris ini",
)
FOOT = Both(
    "{number} · {case} · {tool} · checkpoint: entry {size}, root {root} · content SHA-256 {digest}",
    "{number} · {case} · {tool} · titik periksa: catatan {size}, akar {root} · SHA-256 isi {digest}",
)
MORE = Both(
    "{left} more rows stand in the workbook {book}, sheet {sheet}; the totals count them as well.",
    "{left} baris lain tercantum dalam buku kerja {book}, lembar {sheet}; jumlah di atas sudah menghitungnya.",
)


def digest_of(document: Document) -> str:
    """SHA-256 of all that a paper says: that of its file of values."""
    return hashlib.sha256(body(document)).hexdigest()


def copy_line(document: Document, number: int, recipients: tuple[str, ...], language: Language) -> str:
    """What the head of each page says of the copy; without recipients it is the unit's own."""
    if not recipients:
        return OWN_COPY.say(language).format(by=document.by)
    return COPY.say(language).format(number=number, all=len(recipients), to=recipients[number - 1])


def set_paper(document: Document, copy: str, language: Language) -> bytes:
    """The paper as a tagged PDF; the same document, copy and language give the same bytes."""
    seen = document.seen
    foot = FOOT.say(language).format(
        number=document.number,
        case=document.case,
        tool=document.tool,
        size=seen.size,
        root=seen.root,
        digest=digest_of(document),
    )
    facts: Facts = {
        "title": f"{document.form}. {document.title.say(language)}",
        "about": document.about.say(language),
        "language": language,
        "foot": foot,
        "secret": SECRET.say(language),
        "copy": copy,
        "wide": document.is_wide,
        "contents": CONTENTS.say(language) if pages_about(document) > FEW else "",
        "head": [[name.say(language), _shown(one, language)] for name, one in document.head],
        "sections": [_section(one, document, language, number) for number, one in enumerate(document.sections, 1)],
    }
    return press(_source(), facts, datetime.fromisoformat(document.at))


def pages_about(document: Document) -> int:
    """How many pages a paper has, about, by the lines of what is printed of it."""
    lines = sum(_lines_of(cell, WIDE) for _, cell in document.head)
    for section in document.sections:
        lines += 3 + sum(_lines_of(text, WIDE) for text in section.says)
        lines += sum(map(_lines_of_table, section.tables))
        for card in section.cards.cards[: section.cards.printed] if section.cards else ():
            lines += 2 + sum(_lines_of(cell, WIDE * 4 // 5) for _, cell in card.fields if cell is not None)
            lines += sum(map(_lines_of_table, card.tables))
    return 1 + lines // (LINES if document.is_wide else LINES * 4 // 3)


def _lines_of_table(table: Table) -> int:
    whole = sum(head.width for head in table.heads)
    wide = [max(1, WIDE * head.width // whole) for head in table.heads]
    rows = ((*map(_lines_of, row, wide),) for row in table.rows[: table.printed])
    return 3 + sum(map(max, rows)) + sum(_lines_of(note, WIDE) for note in table.notes)


def _lines_of(cell: Cell, wide: int) -> int:
    """The lines that a cell takes where each holds so many characters."""
    return sum(1 + len(line) // wide for line in printed(cell, "id").split("\n"))


@cache
def _source() -> str:
    return (files("suluh.referral.papers") / "sheet.typ").read_text("utf-8")


def _section(one: Section, document: Document, language: Language, number: int) -> Facts:
    cards = one.cards.cards[: one.cards.printed] if one.cards else ()
    return {
        "title": f"{number}. {one.title.say(language)}",
        "says": [text.say(language) for text in one.says],
        "tables": [_table(table, document, language, one.title) for table in one.tables],
        "cards": [_card(card, document, language) for card in cards],
        "notes": list(_left(one.cards, document, language)),
    }


def _left(cards: Cards | None, document: Document, language: Language) -> Iterator[str]:
    if cards and len(cards.cards) > cards.printed:
        yield _more(len(cards.cards) - cards.printed, document, cards.table, language)


def _more(left: int, document: Document, sheet: str, language: Language) -> str:
    return MORE.say(language).format(left=left, book=f"{document.number}.xlsx", sheet=sheet)


def _head(table: Table, number: int, language: Language) -> Facts:
    """The head of a column; over figures it stands to the right as they do."""
    cells = [row[number] for row in table.rows]
    is_right = any(isinstance(one, int | Sum) for one in cells) and all(
        isinstance(one, int | Sum | None) for one in cells
    )
    return {"text": table.heads[number].both().say(language), "right": is_right, "long": False}


def _shown(cell: Cell, language: Language) -> Facts:
    """A cell with how it stands: figures to the right, long words with places to break them."""
    text = printed(cell, language)
    return {"text": text, "right": isinstance(cell, int | Sum), "long": bool(_UNBROKEN.search(text))}


def _card(card: Card, document: Document, language: Language) -> Facts:
    """A card; a time stands in one line there, for it is wide enough."""
    fields: Fact = [[name.say(language), _wide(one, language)] for name, one in card.fields if one is not None]
    tables: Fact = [_table(table, document, language, card.title) for table in card.tables]
    return {"title": card.title.say(language), "fields": fields, "tables": tables}


def _wide(cell: Cell, language: Language) -> Facts:
    shown = _shown(cell, language)
    return shown | {"text": " · ".join(_clock(cell, language))} if isinstance(cell, Clock) else shown


def _table(table: Table, document: Document, language: Language, over: Both) -> Facts:
    """A table; its title is not said again where the section has the same."""
    shown = [number for number, head in enumerate(table.heads) if head.is_printed]
    heads = [table.heads[number] for number in shown]

    def line(row: tuple[Cell, ...]) -> Fact:
        return [_shown(row[number], language) for number in shown]

    notes = [note.say(language) for note in table.notes]
    if len(table.rows) > table.printed:
        notes.insert(0, _more(len(table.rows) - table.printed, document, table.name, language))
    return {
        "title": "" if table.title == over else table.title.say(language),
        "heads": [_head(table, number, language) for number in shown],
        "widths": [head.width for head in heads],
        "lines": [line(row) for row in table.rows[: table.printed]],
        "totals": [line(row) for row in table.totals],
        "notes": notes,
        "empty": table.empty.say(language),
    }


def printed(cell: Cell, language: Language) -> str:
    """A cell as paper shows it."""
    match cell:
        case Both():
            return cell.say(language)
        case Sum():
            english, indonesian = spoken(cell.minor, cell.currency)
            return indonesian if language == "id" else english
        case Clock():
            return "\n".join(_clock(cell, language))
        case Listed():
            parts = (in_one(part, language) if isinstance(part, str) else part.say(language) for part in cell.parts)
            return "\n".join(parts)
        case int():
            return f"{cell:,}".replace(",", "." if language == "id" else ",")
        case _:
            return in_one(cell or "", language)


def _clock(clock: Clock, language: Language) -> Iterator[str]:
    """The three ways in which a time is said, each once."""
    if clock.written:
        yield f"“{_BLANKS.sub(' ', clock.written)}”"
    if clock.local:
        yield clock.local
    if clock.utc:
        yield f"{clock.utc} UTC"
    if clock.day:
        yield Both(f"booked on {clock.day}", f"tanggal buku {clock.day}").say(language)
    elif clock.written and not clock.utc:
        yield Both("zone not decided", "zona belum ditetapkan").say(language)
