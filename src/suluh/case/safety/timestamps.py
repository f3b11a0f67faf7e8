# SPDX-License-Identifier: Apache-2.0
"""Time stamps of another office on checkpoints: the request that is carried there, and the answer that comes back."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.rights import READ, need
from suluh.custody.timestamp import (
    MOST,
    TimeStamp,
    certificates_in,
    check_timestamp,
    pem_of,
    request_for,
    timestamped_digest,
)
from suluh.model.deeds.acts import TIMESTAMP
from suluh.model.errors import BadBody, Misuse, UnknownObject
from suluh.model.times import utc
from suluh.unit.folder import write


class Attached(NamedTuple):
    """A time stamp that was attached."""

    entries: int
    stamp: TimeStamp


def request(folder: CaseFolder, out: Path) -> int:
    """Write the request for the newest checkpoint to a new file; how many entries it covers. Raises `Misuse`."""
    notes = list(_notes(folder))
    if not notes:
        raise Misuse("the case has no checkpoint yet: sign one with `suluh custody CASE checkpoint`")
    if out.exists():
        raise Misuse(f"{out} is there already: name a new file for the request")
    note = notes[-1]
    write(out, request_for(note.read_bytes()))
    return entries_of(note)


def attach(case: Case, answer: Path, certificates: Path) -> Attached:
    """Keep an answer beside the checkpoint that it is of, and enter it. Raises `Misuse`, `UnknownObject`."""
    need(case, READ)
    token, given = _bytes(answer), _bytes(certificates)
    try:
        note = _note_of(case.folder, timestamped_digest(token))
        pem = pem_of(certificates_in(given))
        found = check_timestamp(token, note.read_bytes(), pem)
    except BadBody as error:
        raise Misuse(f"{answer} was not attached: {error}") from error
    beside = token_beside(note), certificates_beside(note)
    if any(one.exists() for one in beside):
        raise Misuse(f"checkpoint {note.name} has a time stamp already: sign a new checkpoint and ask for one of that")
    for path, content in zip(beside, (token, pem), strict=True):
        write(path, content)
    detail = {"entries": str(entries_of(note)), "at": utc(found.at), "authority": found.authority}
    digests = {"token": hashlib.sha256(token).hexdigest(), "certificates": hashlib.sha256(pem).hexdigest()}
    case.note(Act(TIMESTAMP.word, note.name, detail | digests))
    return Attached(entries_of(note), found)


def token_beside(note: Path) -> Path:
    """Where the time stamp of a checkpoint lies."""
    return note.with_suffix(".tsr")


def certificates_beside(note: Path) -> Path:
    """Where the certificates lie under which that time stamp is trusted."""
    return note.with_suffix(".pem")


def entries_of(note: Path) -> int:
    """How many entries a checkpoint covers, by its name."""
    return int(note.stem)


def _notes(folder: CaseFolder) -> Iterator[Path]:
    """The checkpoints of a case, the newest last."""
    return (path for path in sorted(folder.checkpoints.glob("*.note")) if path.stem.isascii() and path.stem.isdigit())


def _note_of(folder: CaseFolder, digest: bytes) -> Path:
    """The checkpoint of a SHA-256. Raises `UnknownObject`."""
    for note in _notes(folder):
        if hashlib.sha256(note.read_bytes()).digest() == digest:
            return note
    raise UnknownObject("this time stamp is of no checkpoint of this case: see that it is the answer to its request")


def _bytes(path: Path) -> bytes:
    """A short file. Raises `Misuse`."""
    if not path.is_file():
        raise UnknownObject(f"no file lies at {path}: name the one that the authority gave you")
    with path.open("rb") as file:
        raw = file.read(MOST + 1)
    if len(raw) > MOST:
        raise Misuse(f"{path} is larger than any time stamp or certificate: see that it is the right file")
    return raw
