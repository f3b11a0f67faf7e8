# SPDX-License-Identifier: Apache-2.0
"""Brings a case back from a backup, and proves that it is the one that was put there."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from suluh.case.case import Acting
from suluh.case.folder import CaseFolder
from suluh.case.safety.held import check_whole, chosen, tag_of, unpacking
from suluh.case.safety.packed import UNIT, Index, index_of
from suluh.case.safety.unfinished import put, sync, unfinished_folder
from suluh.case.secret import fault_of
from suluh.case.verify.beside import log_of
from suluh.case.verify.case import Verified, read_keys, verify_case
from suluh.case.verify.witness import seen_outside
from suluh.custody.backup import NEXT, Foot
from suluh.custody.checkpoint import read_checkpoint
from suluh.custody.tree import leaf_hash
from suluh.custody.verify import Ledger
from suluh.custody.witness import check_seen
from suluh.model.errors import BadBody, BrokenCustody, Misuse
from suluh.model.intake import CasePaper
from suluh.model.times import utc_instant
from suluh.store.copy import copied, digests
from suluh.store.rows import Rows


class Restored(NamedTuple):
    """A case that came back, and what it lacks."""

    name: str
    number: str
    maker: str
    at: datetime
    held: Verified
    beyond: int
    """How many entries the witness file of the unit saw after those of the backup."""

    compared: int
    """Lines of the witness file with which it was compared."""

    unwitnessed: str
    """Why the witness file says nothing; empty where it does."""

    unit: int
    """Files of the unit's folder that lie in the restored case, for who has lost that as well."""


def restore(folder: Path, target: Path, acting: Acting, of: str | None = None) -> Restored:
    """The case of the newest backup of a folder, or of the one named. Raises `Misuse`, `NotAllowed`, `BrokenCustody`.

    Nothing lies at `target` until all of it is proved.
    """
    if target.exists() or target.is_symlink():
        raise Misuse(f"{target} is there already: name a folder that is not, and put the old one aside yourself")
    if not target.parent.is_dir():
        raise Misuse(f"{target.parent} is no folder: make it, or name another place")
    path, _ = chosen(folder, of)
    foot = check_whole(path)
    with unfinished_folder(target) as draft:
        index = _unpack(path, foot, acting, draft)
        found = _proved(CaseFolder(draft), path.name, foot, index, acting)
        for beside in draft.glob("case.db-*"):
            beside.unlink()  # what SQLite left of reading
        _flush(draft)
        put(draft, target)
    return found


def _unpack(path: Path, foot: Foot, acting: Acting, draft: Path) -> Index:
    """Every file of a backup in its place."""
    folder = CaseFolder(draft)
    for part in (folder.keys, folder.checkpoints, folder.releases, folder.work):
        part.mkdir(mode=0o700)
    with path.open("rb") as file, unpacking(file, foot, acting.key, path.name) as found:
        for one, pieces in found.files():
            _write(draft / one.name, pieces)
        return found.index


def _write(place: Path, pieces: Iterator[bytes]) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def _flush(draft: Path) -> None:
    """Flush every folder, the innermost first."""
    for path in sorted(draft.rglob("*"), reverse=True):
        if path.is_dir():
            sync(path)
    sync(draft)


def _proved(folder: CaseFolder, name: str, foot: Foot, index: Index, acting: Acting) -> Restored:
    """Rules 5 to 9 of docs/backup.md, on what lies on this disk now. Raises `BrokenCustody`."""
    if index_of({one.name: folder.path / one.name for one in index.files}, digests(folder.file)) != index:
        raise _broken(name, 5, "what lies on this disk is not what was read from it")
    held = verify_case(folder, now=acting.now())
    with copied(folder.file) as connection:
        rows = Rows(connection)
        log, papers = log_of(rows), list(rows.nouns(CasePaper))
        ledger = Ledger(leaves=[leaf_hash(one.body) for one in rows.entries()])
    _check_foot(folder, name, foot, ledger)
    outside = seen_outside(acting.unit, log)
    check_seen((one for one in outside.found.seen if one.size <= foot.entries), ledger)
    beyond = [one.size - foot.entries for one in outside.found.seen if one.size > foot.entries]
    compared = len(outside.found.seen) - len(beyond)
    told = papers[0].number, foot.maker, utc_instant(foot.at)
    unit = sum(one.name.startswith(f"{UNIT}/") for one in index.files)
    return Restored(name, *told, held, max(beyond, default=0), compared, outside.why, unit)


def _check_foot(folder: CaseFolder, name: str, foot: Foot, ledger: Ledger) -> None:
    """Rules 7 to 9: ledger, checkpoint, secret and maker are those that the foot states."""
    keys = read_keys(folder)
    if (ledger.size, ledger.tree(ledger.size).root().hex()) != (foot.entries, foot.root):
        raise _broken(name, 7, "its ledger is not the one that its foot states")
    try:
        note = read_checkpoint(folder.note(foot.entries).read_text("utf-8"), keys.values())
    except (BadBody, OSError, UnicodeDecodeError) as error:
        raise _broken(name, 7, f"it has no checkpoint over its {foot.entries} entries") from error
    if (note.size, note.root.hex()) != (foot.entries, foot.root):
        raise _broken(name, 7, "its checkpoint is over another ledger than its foot states")
    if fault_of(folder, None) is not None or tag_of(folder.secret.read_bytes()) != foot.of:
        raise _broken(name, 8, "its secret is that of another case")
    if foot.maker not in keys or keys[foot.maker].signing != foot.key:
        raise _broken(name, 9, f"{foot.maker}, who signed it, is no officer of its case with that key")


def _broken(name: str, rule: int, reason: str) -> BrokenCustody:
    return BrokenCustody(f"the backup {name} does not hold: {reason} (rule {rule}); {NEXT}", rule=rule, where=name)
