# SPDX-License-Identifier: Apache-2.0
"""Rule 14 for drafts: what lies in releases/ as a draft is what its author signed; and what is not there is named."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from suluh.case.folder import CaseFolder
from suluh.case.removal.rested import rested
from suluh.custody.key import PublicKey
from suluh.custody.kinds import PACKAGE, NoKind, check_kind
from suluh.custody.package import MANIFEST, draft_words, make_manifest
from suluh.model.after.sharing import Draft, Release
from suluh.model.errors import BrokenCustody
from suluh.model.intake import CasePaper, Removal
from suluh.store.rows import Rows


def check_drafts(folder: CaseFolder, rows: Rows, keys: Mapping[str, PublicKey]) -> None:
    """Raise `BrokenCustody` at the first draft in releases/ that is not what the case entered."""
    number = next(rows.nouns(CasePaper)).number
    for draft in rows.nouns(Draft):
        place = folder.releases / f"draft-{draft.id}"
        if place.exists() or place.is_symlink():
            _check(draft, place, number, keys[draft.by])


def absent(folder: CaseFolder, rows: Rows) -> Iterator[str]:
    """What the case entered and releases/ does not hold, and drafts that nobody entered."""
    drafts = {one.id for one in rows.nouns(Draft)}
    released = {one.draft for one in rows.nouns(Release)}
    gone = dict(_removed(rows))
    for name in sorted(released):
        if name in gone and not (folder.releases / f"package-{name}").exists():
            yield f"the package of draft {name} was {gone[name]}: whoever received it holds it still"
        elif not (folder.releases / f"package-{name}").is_dir():
            yield f"the package of draft {name} was released and is not in releases/: handed on, or lost"
    for name in sorted(drafts - released):
        if name in gone:
            yield f"draft {name} was {gone[name]}: it can no longer be approved"
        elif not (folder.releases / f"draft-{name}").is_dir():
            yield f"draft {name} is not in releases/: it can no longer be approved"
    for path in sorted(folder.releases.glob("draft-*")):
        if path.name.removeprefix("draft-") not in drafts:
            told = "is no draft of this case, or the command that made it was stopped: it was not checked"
            yield f"releases/{path.name} {told}"


def _removed(rows: Rows) -> Iterator[tuple[str, str]]:
    """Drafts that rested on a removed exhibit, each with under what it was taken away."""
    for removal in rows.nouns(Removal):
        for one in rested(rows, removal) if removal.carries else ():
            yield one.draft, f"taken out of releases/ when {removal.exhibit} was removed under {removal.document}"


def _check(draft: Draft, place: Path, number: str, key: PublicKey) -> None:
    """One draft against its row: every file, the author's signature, and the kind of its recipient."""
    where = f"releases/{place.name}"
    files = dict(_files(place, where))
    manifest = files.pop(MANIFEST, b"")
    if hashlib.sha256(manifest).hexdigest() != draft.digest:
        raise _broken(f"{where}/{MANIFEST}", f"it is not what {draft.by} signed")
    for name in sorted(files):
        if hashlib.sha256(files[name]).hexdigest().encode() not in manifest:
            raise _broken(f"{where}/{name}", f"it is not what {draft.by} signed")
    if make_manifest(files) != manifest:
        raise _broken(where, "it holds other files than its manifest lists")
    if not key.verify(draft_words(draft.recipient, draft.digest), bytes.fromhex(draft.signature)):
        raise _broken(where, f"the signature on it is not that of {draft.by}")
    try:
        kind = check_kind(files.get(PACKAGE, b""), tuple(sorted(files)), number, draft.recipient)
    except NoKind as error:
        raise _broken(f"{where}/{error.name}", str(error)) from error
    if kind != (draft.terms.kind if draft.terms else ""):
        raise _broken(f"{where}/{PACKAGE}", "it is for another kind of recipient than was drafted")


def _files(place: Path, where: str) -> Iterator[tuple[str, bytes]]:
    """The files of a draft. Raises `BrokenCustody` for what is no plain file."""
    if place.is_symlink() or not place.is_dir():
        raise _broken(where, "it is no folder")
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place).as_posix()
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise _broken(f"{where}/{name}", "it is no plain file")
        if path.is_file():
            yield name, path.read_bytes()


def _broken(where: str, reason: str) -> BrokenCustody:
    return BrokenCustody(f"{where} was changed: {reason}", rule=14, where=where)
