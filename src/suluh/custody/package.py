# SPDX-License-Identifier: Apache-2.0
"""The seal of a package: manifest, two signatures and proof from the ledger, made and checked."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from suluh.custody.checkpoint import (
    Beginning,
    Checkpoint,
    beginnings,
    check_beginnings,
    read_checkpoint,
    write_checkpoint,
)
from suluh.custody.entry import Entry, is_signed
from suluh.custody.key import OfficerKey, PublicKey
from suluh.custody.kinds import PACKAGE, NoKind, check_kind
from suluh.custody.tree import Levels, inclusion, is_included, leaf_hash
from suluh.model.body import Part, body
from suluh.model.errors import BadBody, BrokenCustody

MANIFEST, RELEASE = "manifest.json", "release.json"
NOTE, PROOF = "custody/checkpoint.note", "custody/proof.json"
SEALED = (NOTE, PROOF, MANIFEST)
"""Files that the approver's statement lists itself; the manifest lists all others."""

LINES = 5
"""Of a checkpoint with one signature."""

P = TypeVar("P", bound=Part)


class Listed(Part, frozen=True, kw_only=True):
    """One file of a package."""

    name: str
    sha256: str
    size: int


class Manifest(Part, frozen=True, kw_only=True):
    """``manifest.json``: what the author signs."""

    format: str
    files: tuple[Listed, ...]


class Proved(Part, frozen=True, kw_only=True):
    """A ledger entry, and the proof that it stands under the checkpoint's root."""

    body: str
    signature: str
    inclusion: tuple[str, ...]


class Proof(Part, frozen=True, kw_only=True):
    """``custody/proof.json``: the entries of draft and approval, and those by which their officers were admitted."""

    format: str
    author: Proved
    approver: Proved
    draft: Proved
    approval: Proved
    earlier: tuple[Beginning, ...] = ()
    """In the order of sizes; packages of earlier versions have none."""


class Signed(Part, frozen=True, kw_only=True):
    """An officer of a release, and what they signed."""

    code: str
    key: str
    """Ed25519 public key, hex."""

    at: str
    signature: str


class Statement(Part, frozen=True, kw_only=True):
    """What the approver signs last: who released what to whom, and the files that prove it."""

    case: str
    draft: str
    digest: str
    """SHA-256 of the manifest."""

    recipient: str
    author: Signed
    approver: Signed
    files: tuple[Listed, ...]


class ReleaseFile(Part, frozen=True, kw_only=True):
    """``release.json``."""

    format: str
    statement: Statement
    signature: str


@dataclass(frozen=True)
class Checked:
    """What was checked of a package, and holds."""

    files: int
    draft: str
    digest: str
    recipient: str
    kind: str
    """Of recipient; empty in packages of versions that made one for all."""

    author: str
    approver: str
    fingerprints: tuple[str, str]
    """Of the author's and the approver's key, to compare with what was received another way."""

    admitted: tuple[str, str]
    """Who admitted the author and the approver to the case; whoever started it: themself."""

    entries: int
    """Size of the ledger at the checkpoint."""

    earlier: Mapping[int, bytes]
    """Root of each earlier ledger that is proved to be its beginning, by size."""

    @property
    def note(self) -> str:
        """What must be said of the two officers, or nothing."""
        return kinship(self.author, self.approver, self.admitted)


def kinship(author: str, approver: str, admitted: tuple[str, str]) -> str:
    """What must be said where one of a package's two officers admitted the other; else nothing."""
    if admitted[1] == author:
        return f"its approver {approver} was admitted by its author {author}: ask the unit who they are"
    if admitted[0] == approver:
        return f"its author {author} was admitted by its approver {approver}: ask the unit who they are"
    return ""


def listed(files: Mapping[str, bytes]) -> tuple[Listed, ...]:
    """Names, sizes and digests, by name."""
    return tuple(
        Listed(name=name, sha256=hashlib.sha256(files[name]).hexdigest(), size=len(files[name]))
        for name in sorted(files)
    )


def make_manifest(files: Mapping[str, bytes]) -> bytes:
    """``manifest.json`` over the files of a package."""
    return body(Manifest(format="suluh-manifest/1", files=listed(files)))


def draft_words(recipient: str, digest: str) -> bytes:
    """What the author signs."""
    return f"suluh draft 1\n{recipient}\n{digest}".encode()


def release_words(draft: str, digest: str) -> bytes:
    """What the approver signs in the ledger."""
    return f"suluh release 1\n{draft}\n{digest}".encode()


def statement_words(statement: Statement) -> bytes:
    """What the approver signs in the package."""
    return b"suluh package 1\n" + body(statement)


@dataclass(frozen=True)
class Evidence:
    """The ledger at the moment of release: all bodies and signatures, and which four entries matter."""

    entries: Sequence[tuple[bytes, bytes]]
    author: int
    """Number of the entry that admitted the author."""

    approver: int
    draft: int
    """Number of the draft's entry."""

    approval: int
    earlier: Sequence[int] = ()
    """Sizes of the ledger over which somebody may hold a checkpoint."""


def seal(manifest: bytes, statement: Statement, evidence: Evidence, key: OfficerKey) -> dict[str, bytes]:
    """The files that close a package; `statement` comes without its files."""
    leaves = [leaf_hash(raw) for raw, _ in evidence.entries]
    log = Entry.read(evidence.entries[0][0]).log
    levels = Levels(leaves)
    note = write_checkpoint(f"suluh/{log}", len(leaves), levels.root(len(leaves)), key)
    numbers = {
        "author": evidence.author,
        "approver": evidence.approver,
        "draft": evidence.draft,
        "approval": evidence.approval,
    }
    proved = {name: _proved(evidence, leaves, number) for name, number in numbers.items()}
    files = {
        MANIFEST: manifest,
        NOTE: note.encode("utf-8"),
        PROOF: body(Proof(format="suluh-proof/1", earlier=beginnings(levels, evidence.earlier), **proved)),
    }
    whole = msgspec.structs.replace(statement, files=listed(files))
    signature = key.sign(statement_words(whole)).hex()
    return {**files, RELEASE: body(ReleaseFile(format="suluh-release/1", statement=whole, signature=signature))}


def _proved(evidence: Evidence, leaves: Sequence[bytes], number: int) -> Proved:
    raw, signature = evidence.entries[number - 1]
    steps = tuple(step.hex() for step in inclusion(leaves, number - 1))
    return Proved(body=raw.decode("utf-8"), signature=signature.hex(), inclusion=steps)


def check_package(folder: Path) -> Checked:
    """Check a package by the rules of docs/custody.md. Raises `BrokenCustody` naming the first file that is wrong."""
    if not (folder / RELEASE).is_file():
        raise BrokenCustody(f"{folder.name} holds no {RELEASE}: it is no package", rule=2, where=RELEASE)
    names = _names(folder)
    release = _form(folder, RELEASE, ReleaseFile, "suluh-release/1")
    statement = release.statement
    author, approver = _check_signatures(release)
    _check_files(folder, statement.files, names, SEALED)
    if next(one.sha256 for one in statement.files if one.name == MANIFEST) != statement.digest:
        raise _broken(2, RELEASE, "it lists another manifest than was signed")
    manifest = _form(folder, MANIFEST, Manifest, "suluh-manifest/1")
    _check_files(folder, manifest.files, names, None)
    allowed = {RELEASE, *SEALED, *(one.name for one in manifest.files)}
    for name in sorted(names - allowed):
        raise _broken(1, name, "it is no part of the package")
    kind = _kind(folder, statement, manifest)
    size, admitted, earlier = _check_proof(folder, statement, author, approver)
    return Checked(
        files=len(allowed),
        draft=statement.draft,
        digest=statement.digest,
        recipient=statement.recipient,
        kind=kind,
        author=author.code,
        approver=approver.code,
        fingerprints=(author.fingerprint, approver.fingerprint),
        admitted=admitted,
        entries=size,
        earlier=earlier,
    )


def _names(folder: Path) -> set[str]:
    """Every file below the folder; rule 1: nothing but plain files and folders."""
    names: set[str] = set()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise _broken(1, name, "it is no plain file")
        if path.is_file():
            names.add(name)
    return names


def _form(folder: Path, name: str, kind: type[P], form: str) -> P:
    """Rule 2: a canonical file of its form."""
    raw = (folder / name).read_bytes()
    try:
        value = msgspec.json.decode(raw, type=kind, strict=True)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _broken(2, name, str(error)) from error
    if getattr(value, "format", None) != form or body(value) != raw:
        raise _broken(2, name, f"it is no {form} in its canonical form")
    return value


def _check_signatures(release: ReleaseFile) -> tuple[PublicKey, PublicKey]:
    """Rules 4 to 6: two officers with two keys signed, each their part."""
    statement = release.statement
    author, approver = _key(statement.author), _key(statement.approver)
    if author.code == approver.code or author.signing == approver.signing:
        raise _broken(4, RELEASE, "author and approver are one officer")
    if not approver.verify(statement_words(statement), _hex(release.signature)):
        raise _broken(6, RELEASE, f"the last signature is not that of {approver.code}")
    if not author.verify(draft_words(statement.recipient, statement.digest), _hex(statement.author.signature)):
        raise _broken(5, RELEASE, f"the signature on the draft is not that of {author.code}")
    words = release_words(statement.draft, statement.digest)
    if not approver.verify(words, _hex(statement.approver.signature)):
        raise _broken(6, RELEASE, f"the signature on the release is not that of {approver.code}")
    return author, approver


def _key(officer: Signed) -> PublicKey:
    return PublicKey(code=officer.code, access="auditor", signing=_hex(officer.key), box=b"")


def _hex(text: str, name: str = RELEASE) -> bytes:
    """Lower-case hex in its one form."""
    try:
        raw = bytes.fromhex(text)
    except ValueError as error:
        raise _broken(2, name, f"{text!r} is no hex") from error
    if raw.hex() != text:
        raise _broken(2, name, f"{text!r} is no lower-case hex")
    return raw


def _check_files(folder: Path, files: Sequence[Listed], names: set[str], exactly: Sequence[str] | None) -> None:
    """Rule 3: every listed file is there and has its digest."""
    given = [one.name for one in files]
    if given != sorted(set(given)) or (exactly is not None and given != sorted(exactly)):
        raise _broken(2, RELEASE if exactly else MANIFEST, "it lists other files than it must")
    for one in files:
        if one.name not in names:
            raise _broken(3, one.name, "it is missing")
        raw = (folder / one.name).read_bytes()
        if len(raw) != one.size or hashlib.sha256(raw).hexdigest() != one.sha256:
            raise _broken(3, one.name, "it has another SHA-256 than was signed")


def _kind(folder: Path, statement: Statement, manifest: Manifest) -> str:
    """Rule 10: the kind of recipient, which decides what the package holds."""
    names = tuple(one.name for one in manifest.files)
    if PACKAGE not in names:
        raise _broken(10, MANIFEST, f"it lists no {PACKAGE}")
    try:
        return check_kind((folder / PACKAGE).read_bytes(), names, statement.case, statement.recipient)
    except NoKind as error:
        raise _broken(10, error.name, str(error)) from error


def _check_proof(
    folder: Path, statement: Statement, author: PublicKey, approver: PublicKey
) -> tuple[int, tuple[str, str], Mapping[int, bytes]]:
    """Rules 7 to 9 and 12: the ledger holds both acts, and how their officers came in.

    Its size, who admitted them, and the earlier ledgers with which it begins.
    """
    text = (folder / NOTE).read_bytes().decode("utf-8", "backslashreplace")
    try:
        note = read_checkpoint(text, [approver])
    except BadBody as error:
        raise _broken(7, NOTE, str(error)) from error
    if text.count("\n") != LINES:
        raise _broken(7, NOTE, "it has a signature of somebody else as well")
    proof = _form(folder, PROOF, Proof, "suluh-proof/1")
    for proved, officer, action in ((proof.draft, author, "draft"), (proof.approval, approver, "approve")):
        entry = _entry(proved, note)
        told = (entry.action, entry.object, entry.actor, entry.key, entry.detail.get("digest"))
        if told != (action, statement.draft, officer.code, officer.signing.hex(), statement.digest):
            raise _broken(8, PROOF, f"its {action} entry speaks of something else")
    one, two = _entry(proof.author, note), _entry(proof.approver, note)
    admitted = _admitted_by(one, author, approver), _admitted_by(two, approver, author)
    for entry, code in ((two, approver.code), (one, author.code)):
        if code in {approver.code, admitted[1]} and entry.detail.get("access") != "supervisor":
            raise _broken(9, PROOF, f"{code} was not admitted as a supervisor")
    try:
        return note.size, admitted, check_beginnings(proof.earlier, note)
    except BadBody as error:
        raise _broken(12, PROOF, str(error)) from error


def _entry(proved: Proved, note: Checkpoint) -> Entry:
    """Rule 8: an entry of this ledger, under the checkpoint, signed by the key that it names."""
    raw = proved.body.encode("utf-8")
    try:
        entry = Entry.read(raw)
    except BadBody as error:
        raise _broken(8, PROOF, str(error)) from error
    if not entry.detail:
        raise _broken(8, PROOF, f"its {entry.action} entry has no detail")
    key = PublicKey(code=entry.actor, access="auditor", signing=_hex(entry.key, PROOF), box=b"")
    if f"suluh/{entry.log}" != note.origin or not is_signed(raw, _hex(proved.signature, PROOF), key):
        raise _broken(8, PROOF, f"its {entry.action} entry is of another case, or not signed by {entry.actor}")
    steps = tuple(_hex(step, PROOF) for step in proved.inclusion)
    if not is_included(leaf_hash(raw), entry.seq - 1, note.size, steps, note.root):
        raise _broken(8, PROOF, f"its {entry.action} entry does not stand under the checkpoint")
    return entry


def _admitted_by(entry: Entry, officer: PublicKey, other: PublicKey) -> str:
    """Rule 9: who admitted this officer, with this very key; whoever started the case: themself."""
    own, told = (officer.code, officer.signing.hex()), entry.detail
    is_founder = (entry.action, entry.seq) == ("new", 1) and (entry.actor, entry.key) == own
    is_admitted = entry.action == "officer" and entry.object == officer.code != entry.actor and entry.key != own[1]
    if not (is_founder or is_admitted) or (told.get("officer"), told.get("key")) != own:
        raise _broken(9, PROOF, f"it does not show who admitted {officer.code}")
    if (entry.actor == other.code) != (entry.key == other.signing.hex()):
        raise _broken(9, PROOF, f"{entry.actor}, who admitted {officer.code}, has another key in {RELEASE}")
    return entry.actor


def _broken(rule: int, name: str, reason: str) -> BrokenCustody:
    return BrokenCustody(f"{name} was changed or is not genuine: {reason}", rule=rule, where=name)
