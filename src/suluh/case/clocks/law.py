# SPDX-License-Identifier: Apache-2.0
"""The unit's list of law in a case: what of it came in, and that an officer checked rows as they stand."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.clocks.checked import checkers, digest_of
from suluh.case.corrections.standing_papers import typed
from suluh.case.typed.enter import correct, enter, one_typed
from suluh.case.typed.fields import Given, as_typed
from suluh.case.typed.law import check_law
from suluh.model.dossier.entered import fields_of
from suluh.model.dossier.law import LawCheck, LawRow
from suluh.model.errors import Misuse

UNKNOWN = "?"
"""The article of a row that nobody filled in."""


class Taken(NamedTuple):
    """What became of the rows of a list, by their ids."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    absent: tuple[str, ...]
    """Rows of the case that the list does not have: they stay as they are."""


def check_rows(case: Case, codes: Sequence[str], source: str) -> list[LawCheck]:
    """Enter that the acting officer checked rows as they stand. Raises `Misuse`, `UnknownObject`, `NotAllowed`."""
    if not source.strip():
        raise Misuse("a check needs where the text was read: give it with --source")
    known = checkers(case.rows)
    by = case.acting.key.code
    twice = [code for code in codes if by in known.get(code, ())]
    if twice:
        raise Misuse(f"{by} checked {', '.join(twice)} as it stands already: another officer checks it now")
    rows = [one_typed(case, LawRow, code) for code in dict.fromkeys(codes)]
    bare = next((one.code for one in rows if one.kind == "offence" and one.article == UNKNOWN), None)
    if bare is not None:
        raise Misuse(
            f"{bare} names no article yet, so nobody can have compared it: enter the article first with `suluh law "
            f"CASE row --corrects {bare} --article ... --reason ...`"
        )
    given = [{"row": one.code, "digest": digest_of(one), "source": source} for one in rows]
    return enter(case, LawCheck, given)


def import_rows(case: Case, listed: Sequence[Mapping[str, Given]], whence: str) -> Taken:
    """Put the rows of a list into the case; what says the same is left as it is.

    All rows are checked before any is entered. Raises `Misuse`, `UnknownObject`, `NotAllowed`.
    """
    known = {one.code: one for one in typed(case.rows, LawRow)}
    rows = {_id(one): _fields(one) for one in listed}
    if len(rows) < len(listed):
        ids = [_id(one) for one in listed]
        raise Misuse(f"{whence} has {next(one for one in ids if ids.count(one) > 1)} twice: an id is given once")
    changes = {code: as_typed(case, LawRow, given, known.get(code)) for code, given in rows.items()}
    for code, fields in changes.items():
        check_law({**_said(known.get(code)), **fields})
    new = [{**rows[code], "code": code} for code in rows if code not in known]
    changed = [code for code in rows if code in known and _differs(known[code], changes[code])]
    if new:
        enter(case, LawRow, new)
    for code in changed:
        correct(case, LawRow, code, rows[code], f"as {whence} has it now")
    same = tuple(code for code in rows if code in known and code not in changed)
    new_ones = tuple(code for code in rows if code not in known)
    return Taken(new_ones, tuple(changed), same, tuple(code for code in known if code not in rows))


def _id(row: Mapping[str, Given]) -> str:
    found = row.get("id")
    if not isinstance(found, str) or not found:
        raise Misuse("a row of the list has no id: every row of law has one, by which it is named")
    return found


def _fields(row: Mapping[str, Given]) -> dict[str, Given]:
    """All fields of a row, those without a value empty, so that what was taken out of a list goes."""
    extra = set(row) - {"id"} - {one.name for one in fields_of(LawRow)}
    if extra:
        raise Misuse(f"a row of law has no {min(extra)!r}: see the heading of the list")
    return {one.name: row.get(one.name, "") for one in fields_of(LawRow)}


def _said(row: LawRow | None) -> dict[str, object]:
    return {} if row is None else {one.name: getattr(row, one.name) for one in fields_of(LawRow)}


def _differs(old: LawRow, fields: Mapping[str, object]) -> bool:
    return any(getattr(old, name) != value for name, value in fields.items())
