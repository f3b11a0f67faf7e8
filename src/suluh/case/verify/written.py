# SPDX-License-Identifier: Apache-2.0
"""Rules 22 and 23: frozen papers are what their authors signed, and their releases what another officer signed."""

from collections.abc import Iterator, Mapping

from suluh.case.folder import CaseFolder
from suluh.case.frozen.kept import (
    OF_PAPER,
    folder_of,
    frozen_words,
    is_whole,
    issue_words,
)
from suluh.case.frozen.rests import digest_of_rows
from suluh.case.removal.rested import frozen_while
from suluh.custody.key import PublicKey
from suluh.model.dossier.charges import Issue, Written
from suluh.model.errors import BrokenCustody
from suluh.model.intake import Removal
from suluh.store.rows import Rows

FROZEN, RELEASED = 22, 23


def check_written(folder: CaseFolder, rows: Rows, keys: Mapping[str, PublicKey]) -> None:
    """Raise `BrokenCustody` at the first frozen paper in releases/, or release of one, that does not hold."""
    papers = {one.code: one for one in rows.nouns(Written)}
    for one in papers.values():
        place = folder_of(folder, one)
        if place.exists() or place.is_symlink():
            _check_paper(folder, one, keys[one.by])
    for issue in rows.nouns(Issue):
        paper = papers.get(issue.written)
        if paper is not None and folder_of(folder, paper).exists():
            _check_issue(issue, paper, keys)


def absent_papers(folder: CaseFolder, rows: Rows) -> Iterator[str]:
    """Frozen papers whose files are not in releases/, and folders there that nobody froze."""
    papers = {one.id: one for one in rows.nouns(Written)}
    taken = {
        one.id: removal for removal in rows.nouns(Removal) if removal.carries for one in frozen_while(rows, removal)
    }
    for one in sorted(papers.values(), key=lambda one: one.code):
        removal = taken.get(one.id)
        if not folder_of(folder, one).is_dir():
            told = "are not in releases/: it can no longer be released"
            if removal is not None:
                told = f"were taken out of releases/ when {removal.exhibit} was removed under {removal.document}"
            yield f"the files of paper {one.code} {told}"
    for path in sorted(folder.releases.glob(f"{OF_PAPER}*")):
        if path.name.removeprefix(OF_PAPER) not in papers:
            yield f"releases/{path.name} is no paper of this case: it was not checked"


def _check_paper(folder: CaseFolder, one: Written, key: PublicKey) -> None:
    """One paper against its row: its files, the rows that it rests on, and the author's signature."""
    where = f"releases/{folder_of(folder, one).name}"
    if not is_whole(folder, one):
        raise _broken(where, f"its files are not what {one.by} signed", FROZEN)
    if digest_of_rows(one.rows) != one.rests_on:
        raise _broken(f"paper {one.code}", "the rows that it rests on are not those of its digest", FROZEN)
    words = frozen_words(one.form, one.about, one.digest, one.rests_on)
    if not key.verify(words, bytes.fromhex(one.signature)):
        raise _broken(f"paper {one.code}", f"the signature on it is not that of {one.by}", FROZEN)


def _check_issue(issue: Issue, paper: Written, keys: Mapping[str, PublicKey]) -> None:
    """One release against its paper: the digest, another key, and the signature over every copy."""
    where, author, other = f"issue {issue.code}", keys[paper.by], keys[issue.by]
    if issue.digest != paper.digest:
        raise _broken(where, f"it is of other files than paper {paper.code}", RELEASED)
    if issue.by == paper.by or other.shares(author):
        raise _broken(where, f"{issue.by} released a paper of their own", RELEASED)
    words = issue_words(issue.written, issue.digest, issue.copies)
    if not other.verify(words, bytes.fromhex(issue.signature)):
        raise _broken(where, f"the signature on it is not that of {issue.by}", RELEASED)


def _broken(where: str, sentence: str, rule: int) -> BrokenCustody:
    return BrokenCustody(f"{where}: {sentence}", rule=rule, where=where)
