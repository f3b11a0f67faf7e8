# SPDX-License-Identifier: Apache-2.0
"""Whether the arithmetic of a table proves how it was read, where no profile says it."""

import re

from suluh.model.money import DIGITS
from suluh.readers.statements.heads.heading import MONEY
from suluh.readers.statements.heads.lexicon import role_of
from suluh.readers.statements.heads.owed import is_in_thousands, is_owed
from suluh.readers.statements.solve.ledgers import Line
from suluh.readers.statements.solve.said import is_said, open_of
from suluh.readers.statements.solve.solution import Solution

LEAST = 5
"""Running balances that must follow from the one before."""

LEAST_NAMED = 3
"""So many where the headings themselves name day, text, sums, sides and balance, and all follow."""

LEAST_STATED = 2
"""So many where an account and its currency are stated as well."""


def lacking(solution: Solution) -> str:
    """What is missing for a proof, in words; empty where the table proves itself."""
    lines = [line for one in solution.ledgers for line in one.lines]
    if len(solution.table.layout.places.get("amount", ())) > 1:
        return "several of its columns hold sums, and no heading and no balance says which is which"
    if not lines:
        return "no row of it could be read"
    if _split(solution, lines):
        return ""
    if other := _other(solution, lines):
        return other
    return "" if _ends_meet(solution, lines) or is_said(solution) else _missing(solution)


def _other(solution: Solution, lines: list[Line]) -> str:
    """Why its sums mean something else, in words; empty where they do not."""
    grid, heading = solution.table.grid, solution.table.layout.heading
    if is_in_thousands(grid, heading):
        return "its heading says that its sums are thousands or millions"
    if grid.form == "json" and _are_whole(solution, lines):
        return "its sums are whole numbers, which may be of the smallest unit of its currency"
    overdrawn = all(line.balance <= 0 for line in lines if line.balance is not None)
    if is_owed(grid, heading) and not (overdrawn and "balance" in solution.table.layout.places):
        return "it is of a card or a loan, whose balance is what is owed: which way its money went is not decided"
    return ""


def _are_whole(solution: Solution, lines: list[Line]) -> bool:
    """Whether no sum has a fraction though its currency has one: programs count cents, rupiah they do not."""
    with_cents = any(DIGITS.get(one.currency, 2) and one.currency != "IDR" for one in solution.ledgers)
    return with_cents and not any(line.written and re.search(r"[.,]\d{1,2}$", line.written.number) for line in lines)


def _missing(solution: Solution) -> str:
    """What its running balances lack."""
    verdicts = list(solution.verdicts.values())
    links, wrong = sum(one.links for one in verdicts), sum(one.line > 0 for v in verdicts for one in v.breaks)
    if "balance" not in solution.table.layout.places or solution.drops_balance:
        besides = open_of(solution)
        unproved = "no running balance and no stated opening and closing prove which way its money went"
        return f"{unproved}, and {besides}" if besides else unproved
    stated = all(one.number and one.currency_said for one in solution.ledgers)
    named = not wrong and links >= (LEAST_STATED if stated else LEAST_NAMED) and _is_named(solution)
    if links < LEAST and not named:
        return f"only {max(links, 0)} of its running balances can be checked, {LEAST} are needed"
    if wrong > max(1, links // 10):
        return f"{wrong} of its {links} running balances do not follow from the one before"
    if any(_is_level(one.lines) for one in solution.ledgers):
        return "all its rows have one day and one sum: its balances follow from either end, and prove no side"
    return ""


def _is_level(lines: list[Line]) -> bool:
    """Whether the balances of several rows follow upwards under one side and downwards under the other."""
    return len(lines) > 1 and len({(line.entry.day, line.column, line.amount) for line in lines}) == 1


def _is_named(solution: Solution) -> bool:
    """Whether no role rests on the arithmetic alone: words name them all."""
    layout = solution.table.layout
    names = {
        role: {one.name for at in places if (one := role_of(layout.heading.names[at]))}
        for role, places in layout.places.items()
    }
    lines = [line for one in solution.ledgers for line in one.lines]
    sided = {"debit", "credit"} <= names.keys() or solution.direction.has_signs or all(line.mark for line in lines)
    told = all(role in names.get(role, ()) for role in ("balance", *MONEY & names.keys()))
    told = told and bool({"date", "value_date"} & names["date"])
    whole = all(one.adds_up for one in solution.verdicts.values())
    # That the balance says which way a fee went that stands alone is what a column of fees is for.
    by_itself = solution.by_delta <= sum(line.column == "fee" for line in lines)
    sure = solution.style.decided and solution.days.decided and not solution.by_balance and by_itself
    return told and sided and whole and sure and "text" in names


def _ends_meet(solution: Solution, lines: list[Line]) -> bool:
    """Whether a stated opening and the lines make a stated closing, without any balance between."""
    ends = all({stated.opening, stated.closing}.isdisjoint({None}) for stated in map(solution.stated, solution.ledgers))
    whole = all(one.adds_up and not one.links for one in solution.verdicts.values())
    return ends and whole and len(lines) >= LEAST and not _told(lines)


def _split(solution: Solution, lines: list[Line]) -> bool:
    """Whether a shop's sums, fees and what is left agree in nearly every row."""
    agree = sum(line.agrees for line in lines)
    is_shop = solution.table.layout.profile.sign.always is not None
    return is_shop and agree >= LEAST and len(lines) - agree <= max(1, len(lines) // 10)


def _told(lines: list[Line]) -> bool:
    """Whether a side rests on the words of a text alone: sums of a whole table are no proof of them."""
    return any(
        line.column == "amount" and not line.mark and line.written and not line.written.negative for line in lines
    ) and not any(line.written and line.written.negative for line in lines)
