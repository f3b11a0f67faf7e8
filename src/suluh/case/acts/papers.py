# SPDX-License-Identifier: Apache-2.0
"""Writes the made papers of a case: values, PDF and workbook of each, and the list of all files with their digests."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec

from suluh.case.acts.decide import accounts_of
from suluh.case.case import Case
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.figures import figures
from suluh.case.frozen.kept import TOTALS
from suluh.case.keep import Act
from suluh.case.line.due import check_run
from suluh.case.papers.making import FORMS, Wanted, documents, hash_lists
from suluh.case.papers.parties import Parties
from suluh.case.rights import READ, need
from suluh.case.verify.again.sources import verify_sources
from suluh.custody.package import MANIFEST, make_manifest
from suluh.model.deeds.acts import PAPERS
from suluh.model.errors import Misuse
from suluh.referral.papers.book import document_files
from suluh.referral.papers.values import Document, Language, annex_totals
from suluh.unit.folder import write

LONGEST = 120
ANNEXES = {"D3": "sold", "D4": "bought"}
"""How the figures of annexes are called."""

REPORT, OF_EXHIBITS = "D2", ("counts:", "flaws:", "unread:")
"""The report of the examination, and how the figures that its part 8 states are called."""

DEALS, RECORDED = "1 rangkaian", "Recorded as paid"
"""The table of deals of an annex, and its column of money that a booked line paid."""


@dataclass(frozen=True)
class How:
    """How papers are written."""

    purpose: str
    language: Language = "id"
    copies: Sequence[str] = ()
    """Who gets each copy, in the order of their numbers; none for the unit's own."""

    digests_sources: bool = False
    """Whether the exhibits' files are digested again for the report."""


def write_papers(case: Case, folder: Path, wanted: Wanted, how: How, at: datetime) -> tuple[Path, ...]:
    """Write every wanted paper after its ledger entry; the same case and time give the same bytes.

    Raises `Misuse`, `NotAllowed`, `UnknownObject`, `BrokenCustody`.
    """
    need(case, READ)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Misuse(f"{folder} is a file or holds something: name a new folder for the papers")
    for name in how.copies:
        if not name.strip() or not name.isprintable() or len(name) > LONGEST:
            raise Misuse(f"the recipient of a copy is one line of at most {LONGEST} characters")
    with case.still() as still:
        files = paper_files(still, wanted, how, at)
        digest = hashlib.sha256(files[MANIFEST]).hexdigest()
        count, forms = (
            sum(name.endswith(".json") and name not in {MANIFEST, TOTALS} for name in files),
            " ".join(sorted(set(wanted.forms))),
        )
        still.note(Act(PAPERS.word, forms, {"purpose": how.purpose, "digest": digest, "papers": str(count)}))
    for name, raw in files.items():
        write(folder / name, raw)
    return tuple(folder / name for name in sorted(files))


def paper_files(still: Case, wanted: Wanted, how: How, at: datetime) -> dict[str, bytes]:
    """Every file of the wanted papers by its path, with their manifest, whose SHA-256 freezing signs.

    The case stands still. Of a dossier the figures that its papers state stand beside them.

    Raises `Misuse`, `NotAllowed`, `UnknownObject`, `BrokenCustody`.
    """
    check_run(still)
    chosen = replace(wanted, sources=verify_sources(still)) if how.digests_sources else wanted
    papers = list(documents(still, chosen, at))
    if not papers:
        raise Misuse(
            "there is nothing to write: no deal of these persons is confirmed; decide with `suluh decide CASE deal ID "
            "confirm`, run `suluh run CASE`, or name a person with --person and --form D5"
        )
    _check_named(still, chosen, papers)
    files: dict[str, bytes] = {}
    for paper in papers:
        files |= document_files(paper, how.language, how.copies)
    files |= hash_lists(still, chosen)
    totals = {} if wanted.dossier is None else _totals(still, wanted.dossier, papers)
    if totals:
        files[TOTALS] = msgspec.json.encode(totals, order="sorted")
    files[MANIFEST] = make_manifest(files)
    return files


def _check_named(still: Case, wanted: Wanted, papers: Sequence[Document]) -> None:
    """Raise `Misuse` where annexes were asked for by form, and somebody who was named gets none of them."""
    asked = [form for form in wanted.forms if form in ANNEXES]
    if not asked or set(wanted.forms) >= set(FORMS) or not wanted.persons:
        return
    parties, written = Parties(still), {one.number for one in papers}
    for name in wanted.persons:
        code = parties.person(accounts_of(still, name)[0])
        if written.isdisjoint({f"{form}-{code}" for form in asked}):
            raise Misuse(
                f"{name} stands in no confirmed deal for which {' or '.join(asked)} is written: name the account of "
                "the deal, or decide first the links that join it with that one"
            )


def _totals(still: Case, dossier: str, papers: Sequence[Document]) -> dict[str, int]:
    """What papers of a dossier state, for its checks: files of each exhibit in the report, sums paid in annexes."""
    told = figures(Brief.of(still, dossier)) if any(one.form == REPORT for one in papers) else {}
    return {name: size for name, size in told.items() if name.startswith(OF_EXHIBITS)} | _paid(papers)


def _paid(papers: Sequence[Document]) -> dict[str, int]:
    """What each annex says was recorded as paid, by person and currency."""
    found: Counter[str] = Counter()
    for paper in papers:
        for one in annex_totals(paper) if paper.form in ANNEXES else ():
            if one.column == RECORDED and one.table == DEALS and one.currency:
                code = paper.number.removeprefix(f"{paper.form}-")
                found[f"{ANNEXES[paper.form]}:{code}:{one.currency}"] += one.stated
    return dict(sorted(found.items()))
