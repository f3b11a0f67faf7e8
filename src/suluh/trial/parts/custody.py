# SPDX-License-Identifier: Apache-2.0
"""Custody: drawn changes to the ledger and the rows of a made-up case are found and named; an untouched one holds."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

from suluh.case.folder import CaseFolder
from suluh.case.verify.beside import log_of
from suluh.case.verify.case import read_keys, verify_case
from suluh.custody.checkpoint import write_checkpoint
from suluh.custody.key import OfficerKey, PublicKey
from suluh.custody.tree import Tree, leaf_hash
from suluh.custody.verify import Stored, check_checkpoint, check_entries
from suluh.model.body import body
from suluh.model.errors import BrokenCustody
from suluh.model.talk import Message
from suluh.referral.papers.known import Both
from suluh.store.open import open_read_only
from suluh.store.rows import Rows
from suluh.trial.changes import CHANGES, Ledger, Note, turned
from suluh.trial.line import Line, none, share
from suluh.trial.part import Part
from suluh.trial.setting import Setting

LEDGERS, ROWS, WHOLE = 3_000, 100, 20
"""Changes to the ledger, changes to rows in the case file, and looks at what nobody touched."""

Keys = Mapping[str, PublicKey]


class Custody(Part):
    """A changed ledger or row is found, and the sentence says where."""

    name = "custody"
    place = 5
    title = Both("Buku jejak", "Custody")
    untested = Both(
        "Perbuatan orang yang memegang kunci petugas sebelum ada titik periksa di luar perkara.",
        "Acts of somebody who holds an officer's key before a checkpoint lies outside the case.",
    )

    def lines(self, setting: Setting) -> Iterator[Line]:
        """Changes to entries and checkpoints, to rows, and none at all."""
        folder = setting.case.folder
        keys, log, ledger = _read(folder)
        ledger = replace(ledger, notes=(*ledger.notes, _elsewhere(ledger, log, setting.case.acting.key)))
        many, chance = setting.many(LEDGERS), Random(setting.seed)  # noqa: S311 # a seed makes it run again
        sorts = list(CHANGES.values())
        found = sum(_is_found(sorts[number % len(sorts)](ledger, chance), keys, log) for number in range(many))
        yield share(
            Both("perubahan buku jejak ditemukan dan disebut", "changes to the ledger found and named"), found, many
        )
        rows = setting.many(ROWS)
        found = sum(_is_row_found(folder, setting.scratch / f"row-{number}", chance) for number in range(rows))
        yield share(Both("perubahan baris ditemukan dan disebut", "changes to rows found and named"), found, rows)
        looks = setting.many(WHOLE)
        alarms = sum(_alarm(folder) or _is_found(ledger, keys, log) for _ in range(looks))
        yield none(Both("peringatan palsu", "false alarms"), alarms, looks)


def _read(folder: CaseFolder) -> tuple[Keys, str, Ledger]:
    """The keys, the log's id, and the ledger with its checkpoints."""
    connection = open_read_only(folder.file)
    try:
        rows = Rows(connection)
        entries, log = tuple(Stored(*one) for one in rows.entries()), log_of(rows)
    finally:
        connection.close()
    notes = tuple((path.name, path.read_text("utf-8")) for path in sorted(folder.checkpoints.glob("*.note")))
    return read_keys(folder), log, Ledger(entries, notes)


def _elsewhere(ledger: Ledger, log: str, key: OfficerKey) -> Note:
    """A checkpoint over the whole ledger, as a witness outside the case keeps it."""
    tree = Tree.of([leaf_hash(one.body) for one in ledger.entries])
    return "elsewhere", write_checkpoint(f"suluh/{log}", len(ledger.entries), tree.root(), key)


def _is_found(ledger: Ledger, keys: Keys, log: str) -> bool:
    """Whether a ledger is refused with a place."""
    try:
        held = check_entries(ledger.entries, keys)
        for name, note in ledger.notes:
            check_checkpoint(name, note, held, log, keys)
    except BrokenCustody as error:
        return bool(error.rule and (error.where or not ledger.entries))
    return False


def _is_row_found(folder: CaseFolder, place: Path, chance: Random) -> bool:
    """Turn one bit of one message's body where it lies in the case file, and verify the copy."""
    copy = CaseFolder(Path(shutil.copytree(folder.path, place)))
    try:
        whole = copy.file.read_bytes()
        row = chance.choice(_bodies(folder))
        at = whole.find(row)
        copy.file.write_bytes(whole[:at] + turned(row, chance) + whole[at + len(row) :])
        return at >= 0 and _alarm(copy)
    finally:
        shutil.rmtree(place)


def _bodies(folder: CaseFolder) -> list[bytes]:
    """Bodies of messages that lie in one piece."""
    connection = open_read_only(folder.file)
    try:
        return [body(one) for one in Rows(connection).nouns(Message)]
    finally:
        connection.close()


def _alarm(folder: CaseFolder) -> bool:
    """Whether verification refuses the case, and says where."""
    try:
        verify_case(folder)
    except BrokenCustody as error:
        return bool(error.rule and error.where)
    return False
