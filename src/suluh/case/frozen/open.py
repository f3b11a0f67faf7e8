# SPDX-License-Identifier: Apache-2.0
"""Which other explanations a defendant's sheet leaves open although the case hints of them."""

from collections.abc import Iterator, Mapping, Sequence

from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.matrix import code_of
from suluh.case.papers.hints.asked import NEVER, NOTHING
from suluh.case.papers.parties import Parties
from suluh.referral.papers.forms import d5
from suluh.referral.papers.values import Document, Listed
from suluh.referral.papers.words import told


def open_explanations(brief: Brief, papers: Sequence[Document]) -> Mapping[str, tuple[int, ...]]:
    """By the number of each sheet (D5) of a defendant the rows of the catalogue that are open and have a hint."""
    sheets = [one for one in papers if one.form == d5.FORM]
    if not sheets:
        return {}
    parties = Parties(brief.case)
    own = {f"{d5.FORM}-{code_of(brief, one, parties)}" for one in brief.defendants}
    found = {one.number: tuple(_open(one)) for one in sheets if one.number in own}
    return {number: rows for number, rows in found.items() if rows}


def _open(sheet: Document) -> Iterator[int]:
    for table in sheet.tables():
        for number, _, hints, state, *_ in table.rows if table.name == d5.ALTERNATIVES else ():
            parts = hints.parts if isinstance(hints, Listed) else ()
            if state == told("open") and isinstance(number, int) and set(parts) - {NOTHING, NEVER}:
                yield number
