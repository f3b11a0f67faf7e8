# SPDX-License-Identifier: Apache-2.0
"""Writes the papers for those who support a child: the note for support, and the summary for restitution."""

import re
from pathlib import Path
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.line.due import check_run, is_due
from suluh.case.rights import CARE, need
from suluh.case.sharing.clean import Clean
from suluh.case.sharing.counting import counted, told
from suluh.case.sharing.knowing import known, sealed_from
from suluh.case.sharing.sheets import check_folder, write_sheets
from suluh.model.dossier.care import Series, SupportNote
from suluh.model.errors import Misuse, UnknownObject
from suluh.referral.papers.beside.restitution import restitution
from suluh.referral.papers.beside.sheet import Sheet
from suluh.referral.papers.beside.support import support

_CODE = re.compile(r"[A-Z]{1,3}-[0-9]{1,6}")


class Written(NamedTuple):
    """What was written, and what was not and why."""

    paths: tuple[Path, ...]
    left: tuple[str, ...]


def write_care(
    case: Case, folder: Path, purpose: str | None, *, person: str | None = None, series: str | None = None
) -> Written:
    """The papers of one person or one series, by their code. Raises `Misuse`, `UnknownObject`, `NotAllowed`."""
    need(case, CARE)
    why = check_folder(folder, purpose)
    if (person is None) == (series is None):
        raise Misuse("name one: --person AK-1 for the papers of a child, or --series SR-1 for those of a series")
    code = person or series or ""
    if not _CODE.fullmatch(code):
        raise Misuse(f"{code!r} is no code that may stand on a paper: it is like AK-1, AS-1, A-1, O-1 or SR-1")
    with case.still() as still:
        sheets, left = _of_series(still, code) if series else _of_person(still, code)
        return Written(write_sheets(still, sheets, folder, why), left)


def _of_series(case: Case, code: str) -> tuple[list[Sheet], tuple[str, ...]]:
    """The summary of one series."""
    found = [one for one in typed(case.rows, Series) if one.code == code]
    if not found:
        raise UnknownObject(f"the case has no series {code}: enter it with `suluh care CASE series --code {code}`")
    check_run(case)
    return [_summary(case, code, found, found[0].child)], ()


def _of_person(case: Case, code: str) -> tuple[list[Sheet], tuple[str, ...]]:
    """The note first, for it waits for nothing; then the summary, where a series names the child and all is counted."""
    sheets: list[Sheet] = []
    left: list[str] = []
    notes = [one for one in typed(case.rows, SupportNote) if one.person == code]
    if notes:
        sheets.append(_note(case, notes[-1]))
        left += sealed_from(case)
    else:
        left.append(f"no note for support (D7) was written: enter one with `suluh care CASE note --person {code}`")
    series = [one for one in typed(case.rows, Series) if one.child == code]
    if not series:
        left.append(f"no summary for restitution (D6) was written: no series names {code}")
    elif notes and is_due(case):
        left.append("no summary for restitution (D6) was written: start `suluh run CASE`, then write it")
    else:
        check_run(case)
        sheets.append(_summary(case, code, series, code))
    if not sheets:
        raise UnknownObject(f"nothing is known of {code}: {'; '.join(left)}")
    return sheets, tuple(left)


def _note(case: Case, note: SupportNote) -> Sheet:
    """The note, if nothing in it names anybody. Raises `Misuse`."""
    found, clean = known(case, note), Clean(case)
    clean.check_note(note)
    clean.check_papers(line for _, line in found.papers)
    return support(note, found)


def _summary(case: Case, about: str, series: list[Series], child: str | None) -> Sheet:
    """The summary of some series, with all of them together."""
    each = tuple(counted(case, one.code, frozenset(one.contents)) for one in series)
    contents = frozenset(sha256 for one in series for sha256 in one.contents)
    whole = each[0] if len(each) == 1 else counted(case, about, contents)
    who = told(case, contents, child)
    Clean(case).check_papers([who.child])
    return restitution(about, each, whole, who)
