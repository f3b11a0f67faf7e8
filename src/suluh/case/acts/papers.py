# SPDX-License-Identifier: Apache-2.0
"""Writes the made papers of a case: values, PDF and workbook of each, and the list of all files with their digests."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.line.due import check_run
from suluh.case.papers.making import Wanted, documents
from suluh.case.rights import READ, need
from suluh.case.verify.again.sources import verify_sources
from suluh.model.body import Part, body
from suluh.model.deeds.acts import PAPERS
from suluh.model.errors import Misuse
from suluh.referral.papers.book import book_of
from suluh.referral.papers.setting import copy_line, set_paper
from suluh.referral.papers.values import Document, Language
from suluh.unit.folder import write

MANIFEST = "manifest.json"
LONGEST = 120


class WrittenFile(Part, frozen=True, kw_only=True):
    """One file that was written, relative to the folder."""

    path: str
    sha256: str


class Manifest(Part, frozen=True, kw_only=True):
    """The list of all files; freezing signs its SHA-256."""

    case: str
    at: str
    tool: str
    size: int
    """Entries of the ledger up to the last change."""

    root: str
    files: tuple[WrittenFile, ...]


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
        count, forms = sum(name.endswith(".json") for name in files) - 1, " ".join(sorted(set(wanted.forms)))
        still.note(Act(PAPERS.word, forms, {"purpose": how.purpose, "digest": digest, "papers": str(count)}))
    for name, raw in files.items():
        write(folder / name, raw)
    return tuple(folder / name for name in sorted(files))


def paper_files(still: Case, wanted: Wanted, how: How, at: datetime) -> dict[str, bytes]:
    """Every file of the wanted papers by its path, with their manifest, of a case that stands still.

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
    files = dict(_files(papers, how))
    files[MANIFEST] = body(_manifest(papers[0], files))
    return files


def _files(papers: Sequence[Document], how: How) -> Iterator[tuple[str, bytes]]:
    """Every file by its path; values once, PDF and workbook for each copy."""
    for paper in papers:
        name = paper.number
        yield f"{name}.json", body(paper)
        for number in range(1, 1 + max(1, len(how.copies))):
            copy = copy_line(paper, number, tuple(how.copies), how.language)
            place = f"salinan-{number}/{name}" if how.copies else name
            yield f"{place}.pdf", set_paper(paper, copy, how.language)
            yield f"{place}.xlsx", book_of(paper, copy)


def _manifest(paper: Document, files: dict[str, bytes]) -> Manifest:
    """The list of files in the order of their paths."""
    listed = tuple(WrittenFile(path=name, sha256=hashlib.sha256(files[name]).hexdigest()) for name in sorted(files))
    seen = paper.seen
    return Manifest(case=paper.case, at=paper.at, tool=paper.tool, size=seen.size, root=seen.root, files=listed)
