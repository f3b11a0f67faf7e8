# SPDX-License-Identifier: Apache-2.0
"""Freezes a paper as it was written, by its author's signature, and releases it by another officer's."""

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from suluh.case.acts.hands import check_another_officer
from suluh.case.acts.packing import check_line
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.checking import Checked, check_dossier
from suluh.case.frozen.again import about, check_as_written, of_form, papers_in
from suluh.case.frozen.kept import (
    TOTALS,
    digest_of_files,
    files_in,
    folder_of,
    frozen_words,
    is_whole,
    issue_words,
    issues,
    standing_papers,
)
from suluh.case.frozen.open import open_explanations
from suluh.case.frozen.rests import PERSON, RULE, Rests, digest_of_rows
from suluh.case.keep import Act
from suluh.case.lease import turn
from suluh.case.papers.examined.integrity import Tell
from suluh.case.rights import APPROVE, need, need_one
from suluh.case.typed.enter import next_code, one_typed
from suluh.custody.package import MANIFEST, make_manifest
from suluh.model.body import kind_of
from suluh.model.deeds.typed import TYPED
from suluh.model.dossier.charges import Issue, Rested, Written
from suluh.model.errors import Changed, Misuse, NotReady
from suluh.model.ids import make_id
from suluh.model.times import utc
from suluh.unit.folder import write

LISTS = "D1"
"""The paper that lists all others: what is missing there blocks it alone."""

ONE = frozenset({LISTS, "D2"})
"""Papers of which a dossier has one."""

FIGURES: Mapping[str, tuple[str, ...]] = {
    "D2": ("counts:", "flaws:", "unread:"),
    "D3": ("sold:",),
    "D4": ("bought:",),
    "D5": ("none:",),
}
"""How the figures are called that a form states, of papers that were written together."""

MISSING = 24
"""The check of that list."""

EXPLANATIONS = 17
"""The check that asks for other explanations to be answered."""

SAID: Mapping[str, frozenset[int]] = {"D2": frozenset({20})}
"""Checks that ask for what a form says itself: it is no warning while that form is frozen."""

KINDS = frozenset({".pdf", ".xlsx", ".csv", ".json", ".docx", ".txt"})
"""Kinds of files that a paper has: a picture is none."""

MOST = 5
"""So many of them a sentence names."""

_FORM = re.compile(r"[A-Z]\d{1,2}")


class Named(NamedTuple):
    """How a paper is called when it is frozen, and how its sentences are said in Indonesian."""

    number: str | None = None
    replaces: str | None = None
    """The one in whose place it stands."""

    tell: Tell = str


NAMELESS = Named()


def freeze(
    case: Case,
    dossier: str,
    form: str,
    folder: Path,
    why: Mapping[int, str],
    named: Named = NAMELESS,
) -> Written:
    """Sign the files of a folder as a paper of a dossier, and keep them; of papers of several forms those of this one.

    Raises `NotReady` that names what blocks it or needs a sentence, `Changed`, `Misuse`, `NotAllowed`.
    """
    need_one(case, TYPED[Written].rights)
    if not _FORM.fullmatch(form):
        raise Misuse(f"{form!r} is no paper: it is one of D1 to D13")
    with turn(case.folder):
        _check_replaced(case, dossier, form, named.replaces)
        files = _of_form(form, _read(folder))
        papers, brief = papers_in(files), Brief.of(case, dossier)
        rows = Rests(brief).of(form, about(papers))
        _check_is_new(case, brief, form, (digest_of_files(files), rows), named.replaces)
        checked = check_dossier(case, dossier)
        _check_ready(checked, form, why)
        left = open_explanations(brief, papers)
        _check_said(left, why)
        check_as_written(brief, form, papers, named.tell)
        made = _made(case, brief, form, (digest_of_files(files), rows), named)
        open_ = {one.number for one in checked.warnings} | ({EXPLANATIONS} if left else set())
        made = _with_why(made, {number: text for number, text in why.items() if number in open_})
        _put(folder_of(case.folder, made), {**files, MANIFEST: make_manifest(files)})
        case.keep(Act(kind_of(Written), made.code, {"form": form, "digest": made.digest}), [made])
    return made


def release(case: Case, code: str, copies: Sequence[str]) -> Issue:
    """Release a frozen paper in numbered copies. Raises `NotAllowed` for its author, `Changed`, `Misuse`."""
    need(case, APPROVE)
    if not copies:
        raise Misuse("a release says who gets a copy, and is made once: name each with --copy, in their order")
    for one in copies:
        check_line("who gets a copy", one)
    with turn(case.folder):
        written = one_typed(case, Written, code)
        words = frozen_words(written.form, written.about, written.digest, written.rests_on)
        check_another_officer(case, written.by, words, written.signature, f"paper {code}")
        _check_releasable(case, written)
        told, key, at = tuple(copies), case.acting.key, utc(case.acting.now())
        name = next_code(Issue, {one.code for one in case.nouns(Issue)})
        made = Issue(
            id=make_id(kind_of(Issue), name, ""),
            code=name,
            written=code,
            digest=written.digest,
            copies=told,
            signature=key.sign(issue_words(code, written.digest, told)).hex(),
            at=at,
            by=key.code,
        )
        case.keep(Act(kind_of(Issue), made.code, {"written": code, "digest": written.digest}), [made])
        case.checkpoint()
    return made


def _made(
    case: Case,
    brief: Brief,
    form: str,
    what: tuple[str, tuple[Rested, ...]],
    named: Named,
) -> Written:
    """The paper as its author signs it: the digest of its files, and the rows that it rests on."""
    digest, rows = what
    key, dossier = case.acting.key, brief.dossier.code
    rested = digest_of_rows(rows)
    code = next_code(Written, {one.code for one in case.nouns(Written)})
    return Written(
        id=make_id(kind_of(Written), code, ""),
        code=code,
        form=form,
        about=dossier,
        digest=digest,
        rests_on=rested,
        rows=rows,
        signature=key.sign(frozen_words(form, dossier, digest, rested)).hex(),
        number=named.number,
        replaces=named.replaces,
        rule=RULE,
        at=utc(case.acting.now()),
        by=key.code,
    )


def _with_why(made: Written, why: Mapping[int, str]) -> Written:
    """The same with what its author says of each open warning."""
    return replace(made, why=tuple(f"{number}: {text.strip()}" for number, text in sorted(why.items())))


def _check_ready(checked: Checked, form: str, why: Mapping[int, str]) -> None:
    """Raise `NotReady` where a check blocks the paper, or a warning has no sentence."""
    blocking = [one for one in checked.blocking if form == LISTS or one.number != MISSING]
    if blocking:
        told = "; ".join(f"{one.number} {one.where}: {one.what.english}" for one in blocking[:MOST])
        more = f"; and {len(blocking) - MOST} more" if len(blocking) > MOST else ""
        raise NotReady(
            f"{len(blocking)} findings block {form} of {checked.dossier}: {told}{more}; `suluh dossier CASE check` "
            "says what to do about each"
        )
    asked = {one.number for one in checked.warnings} - SAID.get(form, frozenset())
    silent = sorted(number for number in asked if not why.get(number, "").strip())
    if silent:
        told, flags = ", ".join(map(str, silent)), " ".join(f"--why {number}='...'" for number in silent)
        raise NotReady(
            f"warnings {told} need a sentence each: give them with {flags}; `suluh dossier CASE check` says what "
            "each is"
        )


def _check_said(left: Mapping[str, Sequence[int]], why: Mapping[int, str]) -> None:
    """Raise `NotReady` where a defendant's sheet has open explanations that the case hints of, and nobody says why."""
    if left and not why.get(EXPLANATIONS, "").strip():
        told = "; ".join(f"{number}: {', '.join(map(str, rows))}" for number, rows in left.items())
        raise NotReady(
            f"the case hints of other explanations that are open ({told}): answer each with `suluh dossier CASE "
            f"alternative`, or say why they stay open with --why {EXPLANATIONS}='...'"
        )


def _check_is_new(
    case: Case, brief: Brief, form: str, what: tuple[str, tuple[Rested, ...]], replaces: str | None
) -> None:
    """Raise `Misuse` where such a paper stands already, and is not the one that is to be replaced.

    There is one D1 and one D2 of a dossier, one D3, D4 and D5 of each person, and any other paper once.
    """
    digest, rows = what
    persons = _persons(rows)
    for one in standing_papers(case, brief.dossier.code):
        if one.code == replaces or one.form != form:
            continue
        both = sorted(persons & _persons(one.rows))
        is_same = form in ONE or one.digest == digest
        if both or is_same:
            of = f" of {', '.join(both)}" if both else ""
            raise Misuse(
                f"{form}{of} of {brief.dossier.code} was frozen as {one.code} and stands: a paper is frozen once; "
                f"freeze this one in its place with --replaces {one.code}"
            )


def _persons(rows: Sequence[Rested]) -> set[str]:
    return {one.name for one in rows if one.kind == PERSON}


def _check_replaced(case: Case, dossier: str, form: str, replaces: str | None) -> None:
    """Raise `Misuse` where the paper that is to be replaced is another one, or was replaced already."""
    if replaces is None:
        return
    old = one_typed(case, Written, replaces)
    if (old.about, old.form) != (dossier, form):
        raise Misuse(f"{replaces} is {old.form} of {old.about}: a paper replaces one of its own kind")
    later = [one.code for one in typed(case.rows, Written) if one.replaces == replaces]
    if later:
        raise Misuse(f"{replaces} was replaced by {later[0]}: replace that one")


def _check_releasable(case: Case, written: Written) -> None:
    """Raise unless the paper stands, was not released, and says what the case says still."""
    code = written.code
    if code in issues(case):
        raise Misuse(f"{code} was released already: freeze a new one with --replaces {code}")
    if written not in standing_papers(case, written.about):
        raise Misuse(f"{code} was replaced: release the one that stands in its place")
    if not is_whole(case.folder, written):
        raise Changed(f"the files of {code} are not what {written.by} signed: freeze the paper again")
    rows = Rests(Brief.of(case, written.about)).changed(written)
    if rows:
        told = ", ".join(rows[:MOST]) + (f" and {len(rows) - MOST} more" if len(rows) > MOST else "")
        raise Changed(f"{code} no longer agrees with {told}: write and freeze it again with --replaces {code}")


def _read(folder: Path) -> dict[str, bytes]:
    """The files of a folder. Raises `Misuse` where they are no paper, `Changed` where its manifest says others."""
    files = files_in(folder) if folder.is_dir() else {}
    if not files:
        raise Misuse(f"no files lie in {folder}: write the paper first, with `suluh dossier CASE write`")
    odd = next((name for name in files if PurePosixPath(name).suffix.lower() not in KINDS), None)
    if odd is not None:
        raise Misuse(f"{odd} is no file of a paper: a paper has {', '.join(sorted(KINDS))} alone")
    if any(path.is_symlink() for path in folder.rglob("*")):
        raise Misuse(f"{folder} holds a link: put the files themselves there")
    manifest = folder / MANIFEST
    if manifest.is_file() and manifest.read_bytes() != make_manifest(files):
        raise Changed(f"{folder} holds other files than its manifest lists: write the paper again")
    return files


def _of_form(form: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of one form, with what they state of its figures. Raises `Misuse` where there are none."""
    found = of_form(form, files)
    if TOTALS in found and form in FIGURES:
        told = msgspec.json.decode(found[TOTALS], type=dict[str, int])
        own = {name: size for name, size in told.items() if name.startswith(FIGURES[form])}
        found[TOTALS] = msgspec.json.encode(own, order="sorted")
    if not set(found) - {TOTALS}:
        raise Misuse(f"the folder holds papers, and no {form} among them: write it with `suluh dossier CASE write`")
    return found


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder at once: beside its place, flushed, then renamed into it."""
    beside = folder.with_name(f".{folder.name}.new")
    if beside.exists():
        shutil.rmtree(beside)
    for name, raw in sorted(files.items()):
        write(beside / name, raw)
    if folder.exists():
        shutil.rmtree(folder)  # a kill came between files and entry: nothing names them
    beside.rename(folder)
