# SPDX-License-Identifier: Apache-2.0
"""Whether headings, marks and signs alone say which way all money went, where no balance proves it."""

import re

from suluh.readers.statements.heads.evidence import is_of_books
from suluh.readers.statements.heads.heading import MONEY
from suluh.readers.statements.heads.lexicon import role_of
from suluh.readers.statements.profile import Status
from suluh.readers.statements.solve.ledgers import Line
from suluh.readers.statements.solve.solution import Solution
from suluh.readers.statements.solve.words import IN_WORDS, side_told

_LEAST = 3
"""Bookings: fewer show no way of writing sides."""

_NAMELESS = 6
"""Bookings of a table without any heading: fewer may show only some of what stands in its columns."""

_SURE = 0.9
"""Of the bookings so many must have a side by themselves; the others are flaws, row by row."""

_ENTRIES = 4
_NUMBER = re.compile(r"(?:\d[\s.-]?){5,}")
_OWN_BOOKS = re.compile(
    r"\b(?:buku kas|kas (?:masuk|keluar|kecil)|arus kas|jurnal umum|general ledger|buku besar|petty cash|cash ?book|"
    r"chart of accounts|debit account|credit account|akun debit|akun kredit|budget\w*|anggaran|invoice (?:no|number)|"
    r"kode akun|account code|gl account|voucher no|faktur|order id|order number|nomor pesanan|haushaltsbuch|"
    r"libro diario|grand livre)\b",
    re.IGNORECASE,
)
"""Books that somebody keeps of their own: money that came in stands under debit there."""

_CARD = re.compile(
    r"\b(?:card (?:no|number|ending|member)|card ?holder|cardmember|credit card|visa|mastercard|american express|amex|"
    r"kartu kredit|kad kredit|kreditkarte\w*|kartennummer|"
    r"carte|tarjeta|cart\u00e3o|carta)\b|\u5361\u53f7|\u4fe1\u7528\u5361|\u5e97\u8217|\u05db\u05e8\u05d8\u05d9\u05e1",
    re.IGNORECASE,
)
"""Words above the rows of a card, where what was bought may stand without a minus."""

_BOOKED: frozenset[Status] = frozenset({"booked", "reversal"})


_DEBIT = re.compile(r"\b(?:debe|debi)", re.IGNORECASE)
"""Begins the word of a column that banks and bookkeepers use the opposite way."""


def is_said(solution: Solution) -> bool:
    """Whether words name day, text and sums, the table is a bank's or a wallet's, and nearly every row has its side.

    No balance may speak against it. Days and signs must be decided as well.
    """
    lines = [line for one in solution.ledgers for line in one.lines if line.status in _BOOKED and not line.is_nothing]
    sure = solution.style.decided and solution.days.decided and not solution.by_balance and not solution.by_delta
    if len(lines) < _LEAST or not sure or any(one.breaks for one in solution.verdicts.values()):
        return False
    if solution.table.layout.profile.sign.always or not _is_named(solution) or _is_private(solution):
        return False
    sided = [line for line in lines if line.side is not None and not line.wrong]
    return len(sided) >= _SURE * len(lines) and _has_sides(solution, sided) and _is_of_a_bank(solution)


def open_of(solution: Solution) -> str:
    """What a table without a balance leaves open besides, in words; empty where that is a matter of its kind."""
    lines = [line for one in solution.ledgers for line in one.lines if line.status in _BOOKED and not line.is_nothing]
    sideless = sum(line.side is None or bool(line.wrong) for line in lines)
    if not solution.style.decided:
        return "whether '.' or ',' stands before the fraction is undecided"
    if not solution.days.decided:
        return "whether the day or the month stands first is undecided"
    if sideless > (1 - _SURE) * len(lines):
        return f"nothing says the side of {sideless} of its {len(lines)} bookings"
    if len({line.side for line in lines if line.side}) == 1:
        return "all its money goes one way"
    return "" if _is_of_a_bank(solution) else "no account, bank, wallet or title of a statement stands in it"


def _is_named(solution: Solution) -> bool:
    """Whether words say which columns hold day, text and sums."""
    layout = solution.table.layout
    if not any(layout.heading.names):
        many = sum(len(one.lines) for one in solution.ledgers) >= _NAMELESS
        return many and _is_numbered(solution) and layout.places.keys() >= {"date", "text", "amount", "currency"}
    told = {role.name for name in layout.heading.names if (role := role_of(name))}
    places = layout.places.keys()
    is_dated = bool({"date", "value_date"} & told)
    return is_dated and MONEY & places <= told and bool({"text", "party_name"} & places)


def _is_private(solution: Solution) -> bool:
    """Whether the table is somebody's own bookkeeping, and no bank's."""
    return bool(_OWN_BOOKS.search(_above(solution)))


def _has_sides(solution: Solution, lines: list[Line]) -> bool:
    """Whether columns, marks or signs say the sides: both occur, and no sign stands against the words of its row."""
    if {line.side for line in lines} != {"in", "out"} or _is_journal(lines):
        return False
    if all(line.column != "amount" or line.mark for line in lines):
        return not _are_turned(lines) and _are_borne_out(solution, lines)
    signed = [line for line in lines if line.column == "amount" and not line.mark]
    return len(signed) == len(lines) and solution.direction.has_signs and _are_meant(solution, signed)


def _is_journal(lines: list[Line]) -> bool:
    """Whether as much came in as went out: the two sides of every entry of a journal, and rarely a statement's."""
    return len(lines) >= _ENTRIES and not sum((line.amount or 0) * (1 if line.side == "in" else -1) for line in lines)


def _are_turned(lines: list[Line]) -> bool:
    """Whether every mark of money in stands beside a minus: it may be the word of another language for money out."""
    into = [line.written for line in lines if line.mark in IN_WORDS and line.written]
    return bool(into) and all(written.negative for written in into)


def _are_borne_out(solution: Solution, lines: list[Line]) -> bool:
    """Whether words of rows stand for their columns or marks: in somebody's own books money comes in by a debit.

    Headings that say in and out need none; debit and credit mean the opposite in such books, so one row must say it.
    """
    told = [(line.side, side_told(line.entry.cells["text"])) for line in lines]
    against = sum(word not in {None, side} for side, word in told)
    agree = sum(word == side for side, word in told)
    is_open = all(line.column != "amount" for line in lines) and _DEBIT.search(_above(solution)) is not None
    return agree > against or (agree == against and not (is_open and not agree))


def _are_meant(solution: Solution, lines: list[Line]) -> bool:
    """Whether a minus means money out: it does at the account of a bank, and may mean the opposite at a card."""
    told = [(line.side, side_told(line.entry.cells["text"])) for line in lines]
    against = sum(word not in {None, side} for side, word in told)
    agree = [side for side, word in told if word == side]
    if _is_numbered(solution):
        is_card = any(_is_of_a_card(one.number) for one in solution.ledgers)
        return against <= len(agree) and not is_card and not _CARD.search(_above(solution))
    return not against and {"in", "out"} <= set(agree) and not _CARD.search(_above(solution))


def _is_of_a_card(number: str) -> bool:
    """Whether a number may be a payment card's: sixteen digits with the check digit of ISO/IEC 7812, or masked ones."""
    digits = re.sub(r"[ -]", "", number)
    if not re.fullmatch(r"[0-9*xX]{15,16}", digits):
        return False
    if not digits.isdigit():
        return True
    doubled = [int(one) * (1 + at % 2) for at, one in enumerate(reversed(digits))]
    return sum(one - 9 * (one > 9) for one in doubled) % 10 == 0  # noqa: PLR2004 # a doubled digit of two counts by both


def _above(solution: Solution) -> str:
    """The lines down to the heading."""
    return " ".join(row.raw for row in solution.table.grid.rows[: solution.table.layout.heading.last + 1])


def _is_numbered(solution: Solution) -> bool:
    """Whether the number of the account is stated."""
    return all(_NUMBER.search(one.number) for one in solution.ledgers)


def _is_of_a_bank(solution: Solution) -> bool:
    """Whether an account, a bank, a wallet or the title of a statement is named."""
    layout, grid = solution.table.layout, solution.table.grid
    return _is_numbered(solution) or layout.profile.service != "account" or is_of_books(grid, layout)
