# SPDX-License-Identifier: Apache-2.0
"""Gives each column of a table its role: by a profile, else by its heading and by what stands in it."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from suluh.readers.statements.grid import Grid
from suluh.readers.statements.heads.content import SAMPLE, Column, columns
from suluh.readers.statements.heads.heading import Heading
from suluh.readers.statements.heads.lexicon import is_of_booking, plain, role_of
from suluh.readers.statements.profile import Columns, Profile

Places = dict[str, tuple[int, ...]]
"""Which columns hold each role, counted from 0."""

MANY = frozenset({"text", "bank", "kind"})
"""Roles that several columns may have together."""

_SIDES = 2
_MOST = 0.7
"""Of the rows so many have the day of their booking; the others are still to come."""

_EVEN = 0.2
"""Of the rows so many must have the cells of the heading to speak for the others."""

_DEEP = 4
"""Columns of the narrowest table with a mark behind its sums."""


_ADDED = ("balance", "balance_mark", "status", "currency", "time", "direction", "before")
"""Roles that a profile may leave to the words of the heading."""


class Layout(NamedTuple):
    """What a table is: its heading, and where in a row each role stands."""

    profile: Profile
    known: bool
    """Whether a profile fits, or the roles were found by the words and the contents alone."""

    heading: Heading
    places: Places
    wide_at: int | None = None
    """The column behind which rows may hold one cell more than the heading: the mark of the amount."""

    added: frozenset[str] = frozenset()
    """Roles that the words gave and the profile did not."""


def laid_out(grid: Grid, heading: Heading, profile: Profile, *, known: bool) -> Layout:
    """The layout of a table under a heading."""
    under = grid.rows[heading.last + 1 : heading.last + 1 + 2 * SAMPLE]
    heading = _unshifted(heading, [row.cells for row in under], profile)
    width = len(heading.names)
    rows = [row.cells for row in grid.rows[heading.last + 1 : heading.last + 1 + 2 * SAMPLE] if len(row.cells) > 1]
    wide_at = _wide(rows, heading, profile)
    narrow = [joined(cells, width, wide_at) for cells in rows]
    filled = [cells for cells in narrow if sum(map(bool, cells)) > 2]  # noqa: PLR2004 # a booking has three
    # A line of a text with fewer cells than the heading speaks of the table and is no row of it.
    # One with more cells than the heading may have its words parted.
    even = [cells for cells in filled if len(cells) == width]
    kept = even if len(even) >= _EVEN * len(filled) else [cells for cells in filled if len(cells) >= width]
    content = columns((kept or filled)[:SAMPLE], width)
    by_words = _by_words(heading.names, content)
    if not known:
        return Layout(profile, known, heading, by_words, wide_at)
    own = places_of(profile.columns, heading.names)
    taken = {at for several in own.values() for at in several}
    more = {
        role: by_words[role]
        for role in _ADDED
        if not own.get(role) and role in by_words and not taken & set(by_words[role])
    }
    if profile.sign.always or not all(content[at].is_marks for at in more.get("direction", ())):
        more.pop("direction", None)
    return Layout(profile, known, heading, {**own, **more}, wide_at, frozenset(more))


def joined(cells: Sequence[str], width: int, wide_at: int | None) -> tuple[str, ...]:
    """The cells of a row under the heading: one with a cell more has its mark joined to the amount before it."""
    if wide_at is None or len(cells) != width + 1:
        return tuple(cells)
    return (*cells[:wide_at], f"{cells[wide_at]} {cells[wide_at + 1]}".strip(), *cells[wide_at + 2 :])


def places_of(wanted: Columns, names: Sequence[str]) -> Places:
    """Where in a row each field of a profile stands; a field whose heading is absent has no place."""
    plains, roles = [plain(cell) for cell in names], {"payer": "from", "payee": "to"}
    roles |= {"payer_name": "from_name", "payee_name": "to_name"}
    found: Places = {}
    for field in wanted.__struct_fields__:
        said = getattr(wanted, field)
        several = said if isinstance(said, tuple) else (said,) if said else ()
        found[roles.get(field, field)] = tuple(at for one in several if (at := _place(one, plains)) is not None)
    return {field: at for field, at in found.items() if at}


def _place(wanted: str, names: Sequence[str]) -> int | None:
    """The column of one heading: ``Name``, ``Name|Other``, ``Name#2`` or ``Name+1``."""
    parts = re.fullmatch(r"(.*?)(?:#(\d))?(?:\+(\d))?", wanted, re.DOTALL)
    if parts is None:
        return None
    either = set(map(plain, parts[1].split("|")))
    at = [number for number, name in enumerate(names) if name in either]
    nth, right = int(parts[2] or 1), int(parts[3] or 0)
    if not 0 < nth <= len(at):
        return None
    found = at[nth - 1] + right
    return found if not right or (found < len(names) and not names[found]) else None


def _unshifted(heading: Heading, rows: Sequence[Sequence[str]], profile: Profile) -> Heading:
    """The heading without the empty name at its end, where a spreadsheet gave it one for the mark behind each sum."""
    names, width = heading.names, len(heading.names)
    if width < _DEEP or names[-1] or not names[-2]:
        return heading
    found = columns([cells for cells in rows if len(cells) == width and cells[-1]], width)
    sums = [at for at, name in enumerate(names[:-2]) if _is_sum(name, profile)]
    is_shifted = any(found[at].is_amounts and found[at + 1].is_marks and names[at + 1] for at in sums)
    return heading._replace(names=names[:-1]) if is_shifted and found[-1].is_amounts else heading


def _is_sum(name: str, profile: Profile) -> bool:
    role = role_of(name)
    return (role is not None and role.name == "amount") or plain(name) == plain(profile.extra_after or "-")


def _wide(rows: Sequence[Sequence[str]], heading: Heading, profile: Profile) -> int | None:
    """The amount behind which a row has a cell more than the heading, where that cell is a mark."""
    width = len(heading.names)
    wide = [cells for cells in rows if len(cells) == width + 1]
    names = [plain(name) for name in heading.names]
    if profile.extra_after and plain(profile.extra_after) in names:
        at = names.index(plain(profile.extra_after))
        return at if at + 1 == width or names[at + 1] else None
    if len(wide) < max(1, len(rows) // 2):
        return None
    found = columns(wide, width + 1)
    amounts = [at for at, name in enumerate(names) if (role := role_of(name)) and role.name == "amount"]
    return next((at for at in amounts if found[at + 1].is_marks and found[at].is_amounts), None)


def _by_words(names: Sequence[str], content: Sequence[Column]) -> Places:
    """The roles of all columns, by their words where what stands in them agrees."""
    claims: dict[str, list[tuple[int, int]]] = {}
    for at, name in enumerate(names):
        role = role_of(name)
        found = _agreed(role.name if role else "", content[at], at, content)
        if found:
            claims.setdefault(found, []).append((role.weight if role else 1, at))
    return _settled(claims, content, names)


def _agreed(role: str, column: Column, at: int, content: Sequence[Column]) -> str:  # noqa: PLR0911 # one rule a role
    """The role of a column after a look at what stands in it; empty for none."""
    if role in {"amount", "kind", "direction", "debit", "credit", "text", ""} and column.is_marks:
        return "direction" if role or (at and content[at - 1].is_amounts) else ""
    if role in {"debit", "credit", "balance", "before", "amount", "fee", "net"}:
        return role if column.is_amounts or not column.filled else ""
    if role in {"date", "value_date"} or (role == "currency" and column.is_days):
        role = role.replace("currency", "value_date")
        return role if column.is_days or not column.filled else "time" if column.is_clocks else ""
    if role == "time":
        return "date" if column.is_days and not column.is_clocks else "time"
    if role == "number":
        return "" if column.rising or column.is_amounts else "reference"
    if role == "direction":
        return "direction" if column.kinds <= 6 else "text"  # noqa: PLR2004 # words of a side
    if role in {"kind", "text"}:
        is_side = role == "kind" and column.kinds == _SIDES < column.filled / 2 and not column.is_worded
        return "direction" if is_side and not column.rising else role
    if role in {"party_name", "from_name", "to_name"} and column.filled and not column.is_worded:
        return {"party_name": "party", "from_name": "from", "to_name": "to"}[role]
    if role in {"party", "from", "to"} and column.is_worded:
        return {"party": "party_name", "from": "from_name", "to": "to_name"}[role]
    return role


def _settled(claims: dict[str, list[tuple[int, int]]], content: Sequence[Column], names: Sequence[str]) -> Places:
    """One column a role, but for those that several may have: the surest words, then the fullest, then the first."""
    found: Places = {}
    behind = _behind(claims)
    if behind is not None:
        found["balance_mark"] = (behind,)
        claims = {**claims, "direction": [one for one in claims["direction"] if one[1] != behind]}
    for role, several in claims.items():
        if role in MANY:
            found[role] = tuple(at for _, at in sorted(several, key=lambda one: one[1]))
            continue
        ranked = _ranked(role, several, content, names)
        found[role] = (ranked[0],)
        if role == "date" and len(ranked) > 1:
            found.setdefault("value_date", (ranked[1],))
    if "date" not in found and "value_date" in found:
        found["date"] = found.pop("value_date")
    if "kind" in found:
        found["text"] = (*found.pop("kind"), *found.get("text", ()))
    _add_words(found, content)
    if "debit" in found and "credit" in found:
        found.pop("amount", None)
    elif ("debit" in found) != ("credit" in found) and "amount" in found:
        found.pop("debit", None)
        found.pop("credit", None)
    return found


def _add_words(found: Places, content: Sequence[Column]) -> None:
    """Let the fullest column of words that has no role be text as well, where most rows would have none."""
    rows = max((content[at].filled for at in found.get("date", ())), default=0)
    if sum(content[at].filled for at in found.get("text", ())) >= _MOST * rows:
        return
    taken = {at for several in found.values() for at in several}
    words = [at for at, one in enumerate(content) if at not in taken and one.is_worded and one.kinds > _SIDES]
    if words:
        best = max(words, key=lambda at: (content[at].filled, -at))
        found["text"] = tuple(sorted((*found.get("text", ()), best)))


def _ranked(
    role: str, several: Sequence[tuple[int, int]], content: Sequence[Column], names: Sequence[str]
) -> list[int]:
    """The columns that claim a role, the best first: the surest words, then the fullest; of days the booking's."""
    if role == "balance":
        return [
            at for _, at in sorted(several, key=lambda one: (-content[one[1]].filled, _rank(names[one[1]]), one[1]))
        ]
    ranked = [at for _, at in sorted(several, key=lambda one: (-one[0], -content[one[1]].filled, one[1]))]
    return sorted(ranked, key=lambda at: not _is_booked(names[at], content[at], content)) if role == "date" else ranked


def _is_booked(name: str, column: Column, content: Sequence[Column]) -> bool:
    """Whether a column holds the day of the booking in most rows: such a day counts before that of the payment."""
    return is_of_booking(name) and column.filled >= _MOST * max(one.filled for one in content)


def _behind(claims: dict[str, list[tuple[int, int]]]) -> int | None:
    """The second column of marks, where it stands right behind the balance: it says whether that is overdrawn."""
    balances = {at for _, at in claims.get("balance", ())}
    marks = [at for _, at in claims.get("direction", ())]
    fits = [at for at in marks if at - 1 in balances]
    return fits[0] if len(marks) > 1 and len(fits) == 1 else None


def _rank(name: str) -> int:
    """A balance after the row comes before others."""
    words = plain(name)
    return 0 if any(word in words for word in ("akhir", "clos", "running", "setelah", "after", "ending")) else 1


def usual_width(rows: Sequence[Sequence[str]]) -> int:
    """The number of cells that most rows have."""
    widths = Counter(len(cells) for cells in rows)
    return max(widths, key=lambda one: (widths[one], one)) if widths else 0
