# SPDX-License-Identifier: Apache-2.0
"""Verifies a case by the numbered rules of docs/custody.md; needs no key and no passphrase."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.outdated import outdated
from suluh.case.corrections.standing_papers import hash_sets
from suluh.case.folder import CaseFolder
from suluh.case.frozen.kept import OF_PAPER
from suluh.case.secret import fault_of
from suluh.case.verify.beside import Beside, beside, log_of
from suluh.case.verify.corrections import check_corrections
from suluh.case.verify.counted import check_counted
from suluh.case.verify.drafts import absent, check_drafts
from suluh.case.verify.officers import Hand, check_officers, dependent
from suluh.case.verify.removed import check_removed
from suluh.case.verify.rows import check_rows
from suluh.case.verify.shared import sharing
from suluh.case.verify.steps import check_lifted, check_steps
from suluh.case.verify.taken import check_taken
from suluh.case.verify.timestamps import TimeStamped, check_timestamps, remarks_on
from suluh.case.verify.witness import absent_notes, check_notes, check_outside, check_released
from suluh.case.verify.written import absent_papers, check_written
from suluh.custody.key import PublicKey
from suluh.custody.package import NOTE, Checked, check_package
from suluh.custody.verify import Ledger, Stored, check_checkpoint, check_entries, check_tree
from suluh.custody.witness import Seen
from suluh.model.after.sharing import Draft, Release
from suluh.model.errors import BadBody, BrokenCustody, CaseIsDamaged
from suluh.store import check
from suluh.store.open import Connection
from suluh.store.rows import Rows
from suluh.unit.folder import UnitFolder

Note = tuple[str, bytes]
"""The name of a checkpoint, and its bytes."""


class Elsewhere(NamedTuple):
    """What lies outside the case and is compared with it."""

    notes: Sequence[Note]
    """Checkpoints that were kept elsewhere."""

    unit: UnitFolder | None
    """Where hash sets and witness files lie."""

    typed: Sequence[Seen]
    """What somebody read off a screen or paper."""

    now: datetime | None
    """The clock of who verifies."""

    beside: Beside
    """What lay beside the case file before it was read."""


class Verified(NamedTuple):
    """What was checked and holds."""

    entries: int
    rows: int
    checkpoints: int
    officers: int
    remarks: tuple[str, ...]
    """What breaks no rule, and is worth knowing."""

    hands: tuple[Hand, ...]
    """Officers of the case: fingerprints are to be compared with what was received another way."""

    timestamps: tuple[TimeStamped, ...] = ()
    """Checkpoints with a time stamp of another office."""

    witnessed: int = 0
    """Lines of the witness file outside the case with which it was compared."""


def verify_case(
    folder: CaseFolder,
    elsewhere: Sequence[Note] = (),
    unit: UnitFolder | None = None,
    typed: Sequence[str] = (),
    now: datetime | None = None,
) -> Verified:
    """Check everything, also against what was kept and seen elsewhere. Raises `BrokenCustody` at the first fault."""
    outside = Elsewhere(elsewhere, unit, [Seen.typed(one) for one in typed], now, beside(folder, unit))
    try:
        with check.open_to_check(folder.file) as connection:
            return _verify(folder, connection, outside)
    except CaseIsDamaged as error:
        raise BrokenCustody(str(error), rule=1, where=folder.file.name) from error


def _verify(folder: CaseFolder, connection: Connection, elsewhere: Elsewhere) -> Verified:
    wrong = check.fault(connection) or check.strange(connection)
    if wrong is not None:
        sentence = f"the case file is damaged or was changed: {' '.join(wrong.split())}; go back to the last backup"
        raise BrokenCustody(sentence, rule=1, where=folder.file.name)
    with check.of_this_version(connection) as today:
        return _verify_case(folder, today, elsewhere)


def _verify_case(folder: CaseFolder, connection: Connection, elsewhere: Elsewhere) -> Verified:
    keys, rows = read_keys(folder), Rows(connection)
    last = rows.last_entry()
    with sharing(last.seq if last else 0) as ahead:
        ledger = check_entries((Stored(*entry) for entry in rows.entries()), keys, elsewhere.now, ahead)
    notes = _check_checkpoints(elsewhere, ledger, log_of(rows), keys)
    outside = elsewhere.beside.outside
    unseen = check_outside(outside, ledger, elsewhere.typed)
    check_notes(folder, outside.found.seen)
    check_released(folder, ledger, elsewhere.beside.packages)
    stamps = check_timestamps(folder, ledger)
    check_tree(check.tree(connection), ledger)
    batches = check_rows(connection, ledger)
    corrected = check_corrections(rows)
    removed = check_removed(Case(folder, connection, None), ledger)
    hands = check_officers(batches, ledger, keys)
    _check_releases(elsewhere.beside.packages, rows, ledger, keys)
    check_drafts(folder, rows, keys)
    check_written(folder, rows, keys)
    case = Case(folder, connection, None)
    others = check_steps(case)
    check_lifted(case)
    others += check_taken(case)
    check_counted(case)
    alone = dependent(rows.nouns(Draft), rows.nouns(Release), ledger)
    said = (
        *_unused_keys(keys, ledger),
        *removed,
        *corrected,
        *alone,
        *_strangers(folder),
        *_missing_sets(rows, elsewhere.unit),
    )
    said += tuple(remarks_on(folder, rows, stamps))
    lost = absent_notes(folder, rows, outside.found.seen)
    said += (
        *absent(folder, rows),
        *absent_papers(folder, rows),
        *lost,
        *_of_other_versions(others),
        *_lost_secret(folder, case.known_by),
        *outdated(rows),
    )
    remarks = (*ledger.remarks, *unseen, *said)
    return Verified(ledger.size, batches.rows, notes, len(hands), remarks, hands, stamps, len(outside.found.seen))


def read_keys(folder: CaseFolder) -> dict[str, PublicKey]:
    """The public keys in `keys/`, by code. Raises `BrokenCustody`."""
    keys: dict[str, PublicKey] = {}
    for path in sorted(folder.keys.glob("*.pub")):
        try:
            key = PublicKey.read(path.read_bytes())
        except (BadBody, OSError) as error:
            raise BrokenCustody(f"keys/{path.name} was changed: {error}", rule=5, where=f"keys/{path.name}") from error
        if f"{key.code}.pub" != path.name:
            raise BrokenCustody(f"keys/{path.name} is the key of {key.code}", rule=5, where=f"keys/{path.name}")
        keys[key.code] = key
    return keys


def _check_checkpoints(elsewhere: Elsewhere, ledger: Ledger, log: str, keys: Mapping[str, PublicKey]) -> int:
    """Rule 8, for every note of the case and those that were kept elsewhere; how many there were."""
    own = [(path.name, _note(path)) for path in elsewhere.beside.checkpoints]
    for name, note in (*own, *elsewhere.notes):
        found = check_checkpoint(name, note.decode("utf-8", "backslashreplace"), ledger, log, keys)
        if (name, note) in own and name != CaseFolder(Path()).note(found.size).name:
            sentence = (
                f"checkpoint {name} is over {found.size} entries: it was renamed, or lies in the place of another"
            )
            raise BrokenCustody(sentence, rule=8, where=f"checkpoint {name}")
    return len(own) + len(elsewhere.notes)


def _note(path: Path) -> bytes:
    """The bytes of a checkpoint. Raises `BrokenCustody` for what is no file that can be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        where = f"checkpoint {path.name}"
        raise BrokenCustody(f"{where} cannot be read ({error.strerror})", rule=8, where=where) from error


def _check_releases(packages: Sequence[Path], rows: Rows, ledger: Ledger, keys: Mapping[str, PublicKey]) -> None:
    """Rule 14: what lies in releases/ is what was released, by the keys of this case, and its proof is of this ledger.

    A package shows by itself only that one hand signed all of it: here the case knows whose keys they must be.
    """
    drafts = {one.id: one for one in rows.nouns(Draft)}
    released = {one.draft: one for one in rows.nouns(Release)}
    for path in packages:
        where = f"releases/{path.name}"
        try:
            found = check_package(path)
        except BrokenCustody as error:
            raise BrokenCustody(f"{where}: {error}", rule=14, where=f"{where}/{error.where}") from error
        name = path.name.removeprefix("package-")
        if name not in released or name not in drafts or _told(found) != _entered(drafts[name], released[name], keys):
            raise BrokenCustody(f"{where} is no package that this case released", rule=14, where=where)
        note = (path / NOTE).read_bytes().decode("utf-8", "backslashreplace")
        check_checkpoint(f"{where}/{NOTE}", note, ledger, log_of(rows), keys)


def _told(found: Checked) -> tuple[object, ...]:
    """What a package says of its release."""
    return found.draft, found.digest, found.recipient, found.kind, found.author, found.approver, found.fingerprints


def _entered(draft: Draft, release: Release, keys: Mapping[str, PublicKey]) -> tuple[object, ...]:
    """What the case says of the same release."""
    prints = keys[draft.by].fingerprint, keys[release.by].fingerprint
    kind = draft.terms.kind if draft.terms else ""
    return draft.id, release.digest, draft.recipient, kind, draft.by, release.by, prints


def _unused_keys(keys: Mapping[str, PublicKey], ledger: Ledger) -> Iterator[str]:
    for code in sorted(set(keys) - set(ledger.admitted)):
        yield f"keys/{code}.pub belongs to nobody whom this case admitted"


def _of_other_versions(steps: Sequence[str]) -> Iterator[str]:
    """What rules 16 and 17 cannot say, because another version finished a step."""
    if steps:
        yield (
            f"another version of Suluh finished {', '.join(steps)}: whether these steps left something out was not "
            "checked; `suluh run CASE` finishes them with this one"
        )


def _lost_secret(folder: CaseFolder, expected: str | None) -> Iterator[str]:
    """A copy that was handed on may lack the secret: it breaks no rule, and the ids that were shown are lost there."""
    fault = fault_of(folder, expected)
    if fault is not None:
        yield fault


def _strangers(folder: CaseFolder) -> Iterator[str]:
    """What lies in releases/ under a name that no draft or package has: nothing was checked of it."""
    for path in sorted(folder.releases.glob("*")):
        if not path.name.startswith(("draft-", "package-", OF_PAPER, ".")):
            yield f"releases/{path.name} is neither a draft nor a package nor a paper of this case: it was not checked"


def _missing_sets(rows: Rows, unit: UnitFolder | None) -> Iterator[str]:
    """Hash sets that the case names and the unit's folder does not hold."""
    if unit is None:
        return
    for one in hash_sets(rows):
        if not (unit.sets / f"{one.digest}.{one.kind}").is_file():
            yield f"the hash set {one.name} ({one.digest}) is not in this unit's folder"
