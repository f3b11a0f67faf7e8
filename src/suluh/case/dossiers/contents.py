# SPDX-License-Identifier: Apache-2.0
"""The list of contents of a dossier, in the order of a list that the unit edits: what is there, missing, not needed."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from typing import Final, Literal, NamedTuple

from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.listed import own
from suluh.case.dossiers.matrix import code_of
from suluh.case.frozen.kept import TOTALS, feet, files_in, folder_of, is_whole, standing_papers
from suluh.case.frozen.rests import Rests
from suluh.case.papers.parties import Parties
from suluh.model.deeds.deed import Said
from suluh.model.dossier.called import row_named
from suluh.model.dossier.papers import Paper
from suluh.model.intake import Authority

State = Literal["present", "made", "missing", "not-applicable", "age-not-known"]
MADE: Final = "made"
SIDES = frozenset({"seller", "buyer"})
"""What makes an annex needed: that a defendant was on this side of a deal that is tied to a charge."""

GENERAL = frozenset({"LP", "Sprindik", "SPDP", "SP.Sita", "penetapan", "izin", "persetujuan", "resume", "pendapat"})
"""Kinds of paper that are of the whole case where they name nothing of it."""

STANDS_AS: Mapping[str, str] = {"court": "izin", "urgent": "SP.Sita", "handover": "SP.Sita", "reply": "surat"}
"""With which kind of paper an authority is listed, by its own kind."""


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
    of: Literal["foot", "file"] | None = None
    """Where the digest is found again: at the foot of every page, or as that of the file."""

    foot: str | None = None
    """The number at the foot of its pages, where it was made here."""

    fault: Said | None = None
    needed: str = ""
    """When the row is needed, as the unit's list says it, where nothing is there."""


def contents(brief: Brief) -> Iterator[Content]:
    """The rows of the list: one for each paper, or one that says that there is none."""
    unit = None if brief.case.access is None else brief.case.acting.unit
    rests = Rests(brief)
    for row in own(unit, "contents"):
        found = list(_found(brief, row, rests))
        lacking = list(_lacking(brief, row, {one.foot for one in found}))
        yield from (*found, *lacking) if found or lacking else (_bare(brief, row),)


def _found(brief: Brief, row: Mapping[str, str], rests: Rests) -> Iterator[Content]:
    """The papers of one row of the unit's list."""
    title, (kind, _, names) = Said(row["title_en"], row["title_id"]), row["what"].partition(":")
    wanted = names.split()
    if kind == MADE:
        yield Content(row["number"], title, row["what"], MADE)
    elif kind == "paper":
        for one in (each for each in papers_of(brief) if each.kind in wanted):
            said = Content(row["number"], title, row["what"], "present", one.code, one.number, one.date, one.pages)
            yield said._replace(digest=one.sha256, of="file") if one.sha256 else said
        for allowed in authorities_of(brief):
            if STANDS_AS[allowed.kind] in wanted:
                yield Content(row["number"], title, row["what"], "present", said=allowed.number, date=allowed.date)
    else:
        yield from (one for one in _annexes(brief, row["number"], title, wanted, rests))


def papers_of(brief: Brief) -> tuple[Paper, ...]:
    """The papers of a dossier: its own, those of the whole case, and letters of requests, on which no paper rests."""
    own = {*(one.code for one in brief.own_papers), *(one.paper for one in brief.requests)}
    return tuple(one for one in brief.papers.values() if one.code in own or (not one.about and one.kind in GENERAL))


def authorities_of(brief: Brief) -> tuple[Authority, ...]:
    """The papers that exhibits of the case were entered under, but those that stand among its papers as well."""
    numbers = {one.number for one in papers_of(brief)}
    return tuple(one for number, one in brief.authorities.items() if number not in numbers)


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
            bare = Content(number, title, one.form, "present", one.code, one.number, one.at[:10], fault=fault)
            yield from _parts(bare, files_in(folder_of(brief.case.folder, one)))


def _parts(paper: Content, files: Mapping[str, bytes]) -> Iterator[Content]:
    """Each of the papers that were frozen together by what stands at its foot; of typed ones each file."""
    made = list(feet(files))
    for one in made:
        pages = None if one.pages is None else str(one.pages)
        yield paper._replace(pages=pages, digest=one.digest, of="foot", foot=one.number)
    typed = {} if made else {name: raw for name, raw in files.items() if name != TOTALS}
    for name, raw in typed.items():
        title = Said(f"{paper.title.english}: {name}", f"{paper.title.indonesian}: {name}")
        yield paper._replace(title=title, digest=hashlib.sha256(raw).hexdigest(), of="file")
    if not made and not typed:
        yield paper


def _lacking(brief: Brief, row: Mapping[str, str], there: Collection[str | None]) -> Iterator[Content]:
    """The annexes of defendants that the row asks for and nobody froze: of who sold, or bought, in a deal tied here."""
    side = row["needed"]
    deals = [one for one in brief.deals if one.judgement == "confirmed"]
    if side not in SIDES or not deals:
        return
    parties, form = Parties(brief.case), row["what"].partition(":")[2]
    for one in brief.defendants:
        own = {name for account in one.accounts for name in parties.group(account)}
        code = code_of(brief, one, parties)
        if f"{form}-{code}" not in there and any(getattr(deal, side) in own for deal in deals):
            title = Said(f"{row['title_en']}: {code}", f"{row['title_id']}: {code}")
            yield Content(row["number"], title, row["what"], "missing", needed=side)


def _bare(brief: Brief, row: Mapping[str, str]) -> Content:
    """A row of which nothing is there."""
    ages = {one.age for one in brief.defendants}
    needs = {
        "always": True,
        "adult": "child" not in ages,
        "child": "child" in ages,
        "returned": bool(brief.items),
        "optional": False,
        **dict.fromkeys(SIDES, False),
    }
    state: State = "missing" if needs.get(row["needed"], True) else "not-applicable"
    if row["needed"] == "child" and state != "missing" and "not-known" in ages:
        state = "age-not-known"
    title = Said(row["title_en"], row["title_id"])
    return Content(row["number"], title, row["what"], state, needed=row["needed"])
