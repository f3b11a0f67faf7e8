# SPDX-License-Identifier: Apache-2.0
"""The list of contents of a dossier, in the order of a list that the unit edits: what is there, missing, not needed."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.listed import own
from suluh.case.frozen.kept import files_in, folder_of, is_whole, standing_papers
from suluh.case.frozen.rests import Rests
from suluh.model.deeds.deed import Said
from suluh.model.dossier.called import row_named
from suluh.model.dossier.charges import Written
from suluh.model.dossier.papers import Paper
from suluh.referral.papers.press import pages_of

State = Literal["present", "made", "missing", "not-applicable"]
MADE: Final = "made"
GENERAL = frozenset({"LP", "Sprindik", "SPDP", "SP.Sita", "penetapan", "izin", "persetujuan", "resume", "pendapat"})
"""Kinds of paper that are of the whole case where they name nothing of it."""


class Content(NamedTuple):
    """One row of the list."""

    number: str
    title: Said
    what: str
    """What the row takes, as the unit's list says it."""

    state: State
    paper: str | None = None
    """The code of the paper."""

    said: str | None = None
    """The number that the paper bears."""

    date: str | None = None
    pages: str | None = None
    digest: str | None = None
    fault: Said | None = None


def contents(brief: Brief) -> Iterator[Content]:
    """The rows of the list: one for each paper, or one that says that there is none."""
    unit = None if brief.case.access is None else brief.case.acting.unit
    rests = Rests(brief)
    for row in own(unit, "contents"):
        found = list(_found(brief, row, rests))
        yield from found or [_bare(brief, row)]


def _found(brief: Brief, row: Mapping[str, str], rests: Rests) -> Iterator[Content]:
    """The papers of one row of the unit's list."""
    title, (kind, _, names) = Said(row["title_en"], row["title_id"]), row["what"].partition(":")
    wanted = names.split()
    if kind == MADE:
        yield Content(row["number"], title, row["what"], MADE)
    elif kind == "paper":
        for one in (each for each in papers_of(brief) if each.kind in wanted):
            yield Content(
                row["number"], title, row["what"], "present", one.code, one.number, one.date, one.pages, one.sha256
            )
    else:
        yield from (one for one in _annexes(brief, row["number"], title, wanted, rests))


def papers_of(brief: Brief) -> tuple[Paper, ...]:
    """The papers of a dossier: its own, and those of the whole case."""
    own = {one.code for one in brief.own_papers}
    return tuple(one for one in brief.papers.values() if one.code in own or (not one.about and one.kind in GENERAL))


def _annexes(brief: Brief, number: str, title: Said, forms: list[str], rests: Rests) -> Iterator[Content]:
    """Frozen papers of some forms, and what is wrong with them."""
    for one in standing_papers(brief.case, brief.dossier.code):
        if one.form in forms:
            fault = None
            if not is_whole(brief.case.folder, one):
                fault = Said("Its files are not what was signed.", "Filenya bukan yang ditandatangani.")
            elif rows := rests.changed(one):
                english, indonesian = (", ".join(one) for one in zip(*map(row_named, rows), strict=True))
                fault = Said(f"It no longer agrees with {english}.", f"Tidak lagi sesuai dengan {indonesian}.")
            yield Content(
                number,
                title,
                one.form,
                "present",
                one.code,
                one.number,
                one.at[:10],
                _pages(brief, one),
                one.digest,
                fault,
            )


def _pages(brief: Brief, one: Written) -> str | None:
    """How many pages each of its files has that were set here; null where one was not."""
    files = files_in(folder_of(brief.case.folder, one))
    sizes = [pages_of(raw) for name, raw in sorted(files.items()) if name.endswith(".pdf")]
    return " + ".join(map(str, sizes)) if sizes and None not in sizes else None


def _bare(brief: Brief, row: Mapping[str, str]) -> Content:
    """A row of which nothing is there."""
    ages = {one.age for one in brief.defendants}
    needs = {
        "always": True,
        "adult": "child" not in ages,
        "child": "child" in ages,
        "returned": bool(brief.items),
        "optional": False,
    }
    state: State = "missing" if needs.get(row["needed"], True) else "not-applicable"
    title = Said(row["title_en"], row["title_id"])
    return Content(row["number"], title, row["what"], state)
