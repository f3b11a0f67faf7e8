# SPDX-License-Identifier: Apache-2.0
"""Whether a paper still says what the case says: it is made anew, and compared table by table with what was written."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import zip_longest
from pathlib import PurePosixPath

import msgspec
from msgspec.structs import replace

from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.papers import FORM as LISTS
from suluh.case.frozen.papers import d1_of
from suluh.case.papers.examined.integrity import Tell
from suluh.case.papers.making import FORMS, OF_PERSONS, Wanted, documents
from suluh.case.papers.parties import Parties
from suluh.model.errors import Changed, Misuse
from suluh.referral.papers.forms import d2
from suluh.referral.papers.forms.d2_again import ANNEXES
from suluh.referral.papers.legend import CODES_HERE
from suluh.referral.papers.values import Document, Section, Seen

MADE = frozenset({LISTS, *FORMS})
"""Papers that the program makes whole, and can make again."""

MOST = 3
"""So many tables a sentence names."""


def papers_in(files: Mapping[str, bytes]) -> tuple[Document, ...]:
    """The made papers among some files, by their values."""
    return tuple(paper for name, raw in files.items() if name.endswith(".json") for paper in _papers(raw))


def _papers(raw: bytes) -> Iterator[Document]:
    try:
        yield msgspec.json.decode(raw, type=Document)
    except msgspec.MsgspecError:
        return


def about(papers: tuple[Document, ...]) -> tuple[str, ...]:
    """The codes of the persons whom papers are about."""
    return tuple(one.number.removeprefix(f"{one.form}-") for one in papers if one.form in OF_PERSONS)


def check_as_written(brief: Brief, form: str, papers: tuple[Document, ...], tell: Tell) -> None:
    """Raise `Changed` where a paper would say something else if it were made now; its head and foot say when it was.

    Raises `Misuse` where the files hold no such paper.
    """
    if form not in MADE:
        return
    mine = {one.number: one for one in papers if one.form == form}
    how = "contents" if form == LISTS else "write"
    if not mine:
        raise Misuse(f"the folder holds no {form} as `suluh dossier CASE {how}` writes it: write it first")
    now = {one.number: one for one in _anew(brief, form, tuple(mine.values()), tell)}
    for number, then in mine.items():
        differ = list(_differ(then, now[number])) if number in now else ["what it is about"]
        if differ:
            told = ", ".join(differ[:MOST]) + (f" and {len(differ) - MOST} more" if len(differ) > MOST else "")
            raise Changed(
                f"something changed since {number} was written, in {told}: write it again with `suluh dossier CASE "
                f"{how}`"
            )


def _anew(brief: Brief, form: str, then: tuple[Document, ...], tell: Tell) -> Iterator[Document]:
    """The same papers, made now."""
    if form == LISTS:
        yield d1_of(brief)
        return
    at = datetime.fromisoformat(then[0].at)
    code = brief.dossier.code if any(one.number.endswith(f"-{brief.dossier.code}") for one in then) else None
    persons: list[str] = []
    if form in OF_PERSONS:
        parties = Parties(brief.case)
        persons = [min(own) for one in about(then) if (own := parties.by_code(one))]
        if not persons:
            return
    yield from documents(brief.case, Wanted((form,), code, persons, tell=tell), at)


def _differ(then: Document, now: Document) -> Iterator[str]:
    """What two papers say otherwise: their tables by name, else the parts that hold them."""
    if _head(then) != _head(now):
        yield "its head"
    old, new = map(_plain, then.sections), map(_plain, now.sections)
    for one, other in zip_longest(old, new):
        if one is None or other is None:
            yield "its parts"
        elif one != other:
            tables = [each.name for each, beside in zip(one.tables, other.tables, strict=False) if each != beside]
            yield from tables or [one.title.english.lower()]


def _head(one: Document) -> Document:
    """A paper without its sections and what their codes mean, and without when, by whom and with which version."""
    head = tuple(line for line in one.head if line[0] != CODES_HERE)
    return replace(one, at="", by="", tool="", seen=Seen(size=0, root=""), head=head, sections=())


def _plain(one: Section) -> Section:
    """A section without what depends on what was made together, and on whether exhibits were digested again."""
    names = {table.name for table in one.tables}
    tables = tuple(
        replace(table, rows=(), totals=(), notes=()) if table.name == ANNEXES else table for table in one.tables
    )
    return replace(one, tables=tables, says=() if d2.INTEGRITY in names else one.says)


def of_form(form: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Of files that were written together those of one form: what bears the name of another paper is left."""
    return {name: raw for name, raw in files.items() if not _is_of_another(form, PurePosixPath(name).name)}


def _is_of_another(form: str, name: str) -> bool:
    first = name.partition(".")[0].partition("-")[0]
    return first != form and first in MADE
