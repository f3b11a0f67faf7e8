# SPDX-License-Identifier: Apache-2.0
"""Verifies that each file has as many records as its outcome counts, none outside its period: rule 20 of custody.md."""

from collections import Counter
from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.corrections.corrected import is_settled
from suluh.case.corrections.standing_papers import authorities, exhibits
from suluh.case.second import is_left_out
from suluh.exhibits.scope import covers_record
from suluh.model.body import Noun, kind_of
from suluh.model.deeds import steps
from suluh.model.errors import BrokenCustody
from suluh.model.ids import display
from suluh.model.intake import Authority, File, Flaw, Outcome
from suluh.model.talk import Message
from suluh.model.trade import Payment
from suluh.store.rows import Rows

RULE = 20
RECORDS = tuple(kind for kind in steps.READ_FILES.writes if kind not in {Outcome, Flaw})
"""Kinds of what readers read."""


def check_counted(case: Case) -> None:
    """Raise `BrokenCustody` for a file of which a record is missing or too many, or lies outside its paper's period.

    Until a run followed a correction, records may stand that a new period does not cover.
    """
    there, left_out = _there(case.rows), _left_out(case.rows)
    for one in case.rows.nouns(Outcome):
        counted, found = one.records - one.outside, there[one.file]
        if one.state == "read" and not found <= counted <= found + left_out[one.file]:
            where = _where(case.rows, one.file)
            sentence = f"{where} has {found} records, and its outcome counts {counted} inside its period"
            raise BrokenCustody(f"{sentence}: one was added or is missing", rule=RULE, where=where)
    for record, paper in _outside(case.rows) if is_settled(case) else ():
        where = f"{kind_of(type(record))} {record.id}"
        sentence = f"{where} lies outside the period of {paper.number}, under which it was read"
        raise BrokenCustody(sentence, rule=RULE, where=where)


def _there(rows: Rows) -> Counter[str]:
    """How many records of each file there are."""
    found = Counter[str]()
    for kind in RECORDS:
        found.update({file: count for (file,), count in rows.tally(kind, "place.file").items()})
    return found


def _left_out(rows: Rows) -> Counter[str]:
    """How many records of each file were left out, for another had their id: each has a flaw."""
    flaws = rows.nouns(Flaw, {"step": steps.READ_FILES.word})
    return Counter(one.place.file for one in flaws if is_left_out(one, RECORDS))


def _outside(rows: Rows) -> Iterator[tuple[Noun, Authority]]:
    """Records outside the period of the paper of their exhibit."""
    papers = {paper.number: paper for paper in authorities(rows)}
    for exhibit in exhibits(rows):
        paper = papers.get(exhibit.authority)
        if paper is None or not (paper.covers_from or paper.covers_to):
            continue
        for kind in (Message, Payment):
            found: Iterator[Noun] = rows.nouns(kind, {"place.exhibit": exhibit.label})
            yield from ((one, paper) for one in found if not covers_record(paper, one))


def _where(rows: Rows, file: str) -> str:
    for one in rows.by_column(File, "id", [file]):
        path = "!/".join(display(part) for part in (*one.containers, one.path))
        return f"{one.exhibit} {one.acquisition} {path}"
    return f"file {file}"
