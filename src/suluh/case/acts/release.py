# SPDX-License-Identifier: Apache-2.0
"""Releases of packages: one officer drafts, another officer's key approves, and what leaves is what was drafted."""

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path

from msgspec import structs

from suluh.case.acts.hands import check_another_officer, officer_named
from suluh.case.acts.packing import changes, check_line, check_terms, head_of, pack
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import authorities, exhibits
from suluh.case.keep import Act
from suluh.case.lease import turn
from suluh.case.line.due import check_run
from suluh.case.line.meter import stage
from suluh.case.rights import APPROVE, DRAFT, need
from suluh.case.twice import check_twice
from suluh.case.unowned import check_owned
from suluh.custody.package import (
    MANIFEST,
    Checked,
    Evidence,
    Signed,
    Statement,
    check_package,
    draft_words,
    make_manifest,
    release_words,
    seal,
)
from suluh.model.after.sharing import Draft, Release, Summary, Terms
from suluh.model.errors import Changed, Misuse, NoAuthority, NotAllowed, UnknownObject
from suluh.model.ids import make_id
from suluh.model.times import utc
from suluh.referral.recipients import RECIPIENTS
from suluh.referral.says.record import approves
from suluh.unit.folder import settle, write

PACKAGE = "package.json"
OF_DRAFT, OF_PACKAGE = "draft-", "package-"
"""How the folders under `releases/` begin."""

LEDGER = ("kind", "country", "request", "basis", "handling")
"""Terms that the ledger keeps with a draft: they say why identifiers stand in it, and name nobody."""

PROSECUTOR = Terms(kind="prosecutor")


def draft(case: Case, recipient: str, terms: Terms = PROSECUTOR) -> Draft:
    """A package for one recipient as the case stands, signed by its author. Raises `NoAuthority`, `Misuse`."""
    need(case, DRAFT)
    check_terms(terms)
    check_line("the recipient's name", recipient)
    with turn(case.folder):
        key, at = case.acting.key, utc(case.acting.now())
        with case.still() as still:
            with stage("checks", case.tell):
                _check_lawful(still)
            with stage("package", case.tell) as meter:
                files, summary = pack(still, head_of(still, recipient, terms, key.code, at))
                meter.add(len(files))
        digest = _digest(make_manifest(files))
        made = Draft(
            id=make_id("draft", recipient, digest, key.code, at),
            recipient=recipient,
            digest=digest,
            by=key.code,
            at=at,
            signature=key.sign(draft_words(recipient, digest)).hex(),
            terms=terms,
            summary=_compared(case, recipient, terms, summary, files[PACKAGE]),
        )
        with stage("written", case.tell, len(files)) as meter:
            _put(draft_folder(case, made.id), {**files, MANIFEST: make_manifest(files)})
            meter.add(len(files))
        told = {name: value for name in LEDGER if (value := getattr(terms, name)) is not None}
        detail = {"digest": digest, "recipient": recipient, **told}
        case.keep(Act("draft", made.id, detail), [made])
    return made


def name_of(kind: str) -> str:
    """What a kind of recipient is called where no name is given."""
    return RECIPIENTS[kind].english if kind in RECIPIENTS else kind


def find_draft(case: Case, name: str) -> Draft:
    """The draft of this id. Raises `UnknownObject`."""
    for found in case.rows.by_column(Draft, "id", [name]):
        return found
    known = ", ".join(one.id for one in case.nouns(Draft)) or "none yet: make one with `suluh refer`"
    raise UnknownObject(f"the case has no draft {name}; it has {known}")


def approve(case: Case, name: str, seen: str | None = None) -> Path:
    """The folder of the package that a draft proposes, released by another officer. Raises `NotAllowed`, `Changed`.

    `seen` is the digest of what the officer read, where they say it.
    """
    need(case, APPROVE)
    with turn(case.folder):
        made = find_draft(case, name)
        if seen is not None and seen != made.digest:
            raise Changed(f"what leaves with draft {name} is not what you read: read it again, then approve")
        words = draft_words(made.recipient, made.digest)
        check_another_officer(case, made.by, words, made.signature, f"draft {made.id}")
        with case.still() as still:
            _check_lawful(still)
            files = files_of_draft(case, made)
            head = head_of(still, made.recipient, made.terms or PROSECUTOR, made.by, made.at)
            again = _digest(make_manifest(pack(still, head).files))
        if again != made.digest:
            raise Changed(f"the case changed since draft {name} was made: draft it again with `suluh refer`")
        release = _release(case, made)
        case.checkpoint()  # before the package: over the approval of each one that lies here there is a checkpoint
        folder = package_folder(case, name)
        _put(folder, {**files, **_seal(case, made, release, files)})
    return folder


def verify_package(folder: Path) -> Checked:
    """Check a package, wherever it lies. Raises `BrokenCustody` that names the first file that is wrong."""
    return check_package(folder)


def draft_folder(case: Case, name: str) -> Path:
    """Where the bytes of a draft are kept."""
    return case.folder.releases / f"{OF_DRAFT}{name}"


def package_folder(case: Case, name: str) -> Path:
    """Where the package of a draft is written."""
    return case.folder.releases / f"{OF_PACKAGE}{name}"


def _compared(case: Case, recipient: str, terms: Terms, summary: Summary, now: bytes) -> Summary:
    """The sum of a draft, with what changed since the last package that was released to this recipient."""
    released = {one.draft: one.at for one in case.nouns(Release)}
    same = [
        one
        for one in case.nouns(Draft)
        if one.id in released and one.recipient == recipient and _to(one.terms) == _to(terms)
    ]
    if not same:
        return summary
    last = max(same, key=lambda one: (released[one.id], one.id))
    before = _read(package_folder(case, last.id) / PACKAGE)
    if not before:
        return structs.replace(summary, last=last.id, lost=True)
    return structs.replace(summary, last=last.id, changes=changes(before, now))


def _to(terms: Terms | None) -> tuple[str | None, ...]:
    """Whom a package is for and about, whatever request it answers."""
    return (None,) if terms is None else (terms.kind, terms.country, terms.person)


def _check_lawful(case: Case) -> None:
    """No package while an urgent seizure waits for its court, without exhibits, or with a device entered twice.

    Nor while deals rest on a device of which nobody said whose it is.
    """
    papers = authorities(case.rows)
    urgent = {paper.number for paper in papers if paper.kind == "urgent"}
    found = exhibits(case.rows)
    if not found:
        raise NoAuthority("the case has no exhibit: add one with `suluh add` before anything is referred")
    for exhibit in found:
        if exhibit.authority in urgent and not any(approves(paper, exhibit) for paper in papers):
            raise NoAuthority(
                f"{exhibit.label} rests on the urgent seizure {exhibit.authority}, which no court has approved yet: "
                f"enter the court's number with `suluh authority --kind court --approves {exhibit.authority}` first"
            )
    check_run(case)
    check_twice(case)
    check_owned(case)


def files_of_draft(case: Case, made: Draft) -> dict[str, bytes]:
    """The draft's files as they were kept. Raises `Changed` that names the first one that is not."""
    folder = draft_folder(case, made.id)
    manifest = _read(folder / MANIFEST)
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
    files = {name: _read(folder / name) for name in names if name != MANIFEST}
    if _digest(manifest) != made.digest or make_manifest(files) != manifest:
        wrong = next((name for name, raw in files.items() if _digest(raw).encode() not in manifest), MANIFEST)
        raise Changed(f"{wrong} of draft {made.id} is not what {made.by} signed: draft it again with `suluh refer`")
    return files


def _read(path: Path) -> bytes:
    """A file's bytes; nothing for one that is gone."""
    return path.read_bytes() if path.is_file() and not path.is_symlink() else b""


def _release(case: Case, made: Draft) -> Release:
    """The release of a draft: the one that stands, when a kill came before its package was written."""
    key = case.acting.key
    for release in case.nouns(Release, {"draft": made.id}):
        if package_folder(case, made.id).exists():
            raise Misuse(f"draft {made.id} was approved by {release.by} at {release.at}: its package is written")
        if release.by != key.code:
            raise NotAllowed(f"{release.by} approved this draft and was interrupted: only they can write its package")
        return release
    release = Release(
        id=make_id("release", made.id),
        draft=made.id,
        digest=made.digest,
        by=key.code,
        at=utc(case.acting.now()),
        signature=key.sign(release_words(made.id, made.digest)).hex(),
    )
    case.keep(Act("approve", made.id, {"digest": made.digest}), [release])
    return release


def _seal(case: Case, made: Draft, release: Release, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that close the package."""
    officers = officer_named(case, made.by), officer_named(case, release.by)
    author_in, approver_in, drafted, approved = (case.rows.batch_of(one) for one in (*officers, made, release))
    earlier = [int(path.stem) for path in case.folder.checkpoints.glob("*.note") if path.stem.isdecimal()]
    entries = [(one.body, one.signature) for one in case.rows.entries()]
    evidence = Evidence(entries, author_in, approver_in, drafted, approved, earlier)
    author = Signed(code=made.by, key=officers[0].key, at=made.at, signature=made.signature)
    key = case.acting.key.public.signing.hex()
    statement = Statement(
        case=case.paper.number,
        draft=made.id,
        digest=made.digest,
        recipient=made.recipient,
        author=author,
        approver=Signed(code=release.by, key=key, at=release.at, signature=release.signature),
        files=(),
    )
    return seal(make_manifest(files), statement, evidence, case.acting.key)


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder at once: beside its place, flushed, then renamed into it; what a killed command left gives way."""
    beside = folder.with_name(f".{folder.name}.new")
    for left in (beside, folder):
        if left.exists():
            shutil.rmtree(left)
    for name, raw in sorted(files.items()):
        write(beside / name, raw)
    beside.rename(folder)
    settle(folder.parent)


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
