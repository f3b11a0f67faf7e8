# SPDX-License-Identifier: Apache-2.0
"""A case comes back from its backup as it was put there, or not at all."""

import hashlib
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from tests.custody.every_noun import officer, start

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.safety.backup import back_up
from suluh.case.safety.held import tag_of
from suluh.case.safety.packed import Index, Listed, Unpacking, index_of, packed
from suluh.case.safety.restore import restore
from suluh.case.verify.case import verify_case
from suluh.custody.backup import About, write_backup
from suluh.desk.commands.restore import told
from suluh.model.body import body
from suluh.model.errors import BadBody, BrokenCustody, Misuse, UnknownObject
from suluh.store.copy import copy, digests
from suluh.unit.folder import UnitFolder

EMPTY = hashlib.sha256(b"").hexdigest()


def held_by(folder: Path) -> dict[str, bytes]:
    """Every file that a backup holds, but the case file."""
    names = ("secret", "keys/*", "checkpoints/*", "releases/**/*")
    found = [path for name in names for path in folder.glob(name) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_the_newest_comes_back_as_it_was(case, tmp_path):
    back_up(case, tmp_path / "backups")
    made = back_up(case, tmp_path / "backups")

    found = restore(tmp_path / "backups", tmp_path / "new", case.acting)

    assert (found.name, found.number, found.held.entries) == (made.path.name, "LP/1/2026", made.entries)
    assert held_by(tmp_path / "new") == held_by(case.folder.path)
    assert {one.name for one in (tmp_path / "new").iterdir()} == {
        *("case.db", "checkpoints", "keys", "releases", "secret", "unit", "work")
    }
    assert verify_case(CaseFolder(tmp_path / "new")).entries == made.entries


def test_work_goes_on_in_what_came_back(case, tmp_path):
    back_up(case, tmp_path / "backups")
    restore(tmp_path / "backups", tmp_path / "new", case.acting)

    opened = Case.open(CaseFolder(tmp_path / "new"), replace(case.acting, unit=UnitFolder(tmp_path / "other")))
    opened.note(Act("look", "persons", {"purpose": "uji"}))
    opened.close()

    assert verify_case(CaseFolder(tmp_path / "new")).entries == len(list(case.rows.entries()))


def test_an_older_one_says_how_much_is_rolled_back(case, tmp_path):
    first = back_up(case, tmp_path / "backups")
    case.note(Act("look", "persons", {"purpose": "uji"}))
    back_up(case, tmp_path / "backups")

    older = restore(tmp_path / "backups", tmp_path / "old", case.acting, first.path.stem)
    newest = restore(tmp_path / "backups", tmp_path / "new", case.acting)

    assert (older.held.entries, older.beyond) == (first.entries, 2)
    assert newest.beyond == 0
    with pytest.raises(BrokenCustody, match="cut or rolled back"):
        verify_case(CaseFolder(tmp_path / "old"), unit=case.acting.unit)


def test_without_a_witness_file_nothing_is_said_of_what_came_after(case, tmp_path):
    back_up(case, tmp_path / "backups")

    elsewhere = replace(case.acting, unit=UnitFolder(tmp_path / "other"))
    found = restore(tmp_path / "backups", tmp_path / "new", elsewhere)

    assert (found.unwitnessed, found.compared) == ("is not there", 0)


def test_a_backup_of_another_history_is_found_by_the_witness(case, tmp_path):
    """The same number and unit, started anew by the same officer: the ledger's id is the same."""
    other = start(tmp_path / "second", UnitFolder(tmp_path / "elsewhere"), case.acting.key)
    for number in range(case.seen().size):
        other.note(Act("look", f"persons {number}"))
    back_up(other, tmp_path / "backups")
    other.close()

    with pytest.raises(BrokenCustody, match="history was rewritten, or the case was started anew"):
        restore(tmp_path / "backups", tmp_path / "new", case.acting)
    assert not (tmp_path / "new").exists()


def test_a_backup_from_before_every_line_of_the_witness_is_compared_with_none(case, tmp_path):
    other = start(tmp_path / "second", UnitFolder(tmp_path / "elsewhere"), case.acting.key)
    back_up(other, tmp_path / "backups")
    other.close()

    found = restore(tmp_path / "backups", tmp_path / "new", case.acting)

    assert found.compared == 0
    assert found.beyond > 0
    assert "none of its lines is old enough" in told(found)


def test_what_lies_there_is_never_touched(case, tmp_path):
    back_up(case, tmp_path / "backups")
    (tmp_path / "new").mkdir()

    with pytest.raises(Misuse, match="is there already"):
        restore(tmp_path / "backups", tmp_path / "new", case.acting)
    with pytest.raises(Misuse, match="is no folder"):
        restore(tmp_path / "backups", tmp_path / "none" / "new", case.acting)


@pytest.mark.parametrize("name", ["20200101T000000Z-1", "../backups/x", ""])
def test_a_name_that_no_backup_has_is_refused(case, tmp_path, name):
    back_up(case, tmp_path / "backups")

    with pytest.raises(UnknownObject, match="holds no backup"):
        restore(tmp_path / "backups", tmp_path / "new", case.acting, name)


def test_a_damaged_one_among_them_is_named_and_nothing_is_restored_in_its_place(case, tmp_path):
    first, second = back_up(case, tmp_path / "backups"), back_up(case, tmp_path / "backups")
    second.path.write_bytes(second.path.read_bytes()[:-9])

    with pytest.raises(BrokenCustody, match=f"{second.path.name} is not whole.*{first.path.name}: name one with --of"):
        restore(tmp_path / "backups", tmp_path / "new", case.acting)
    restore(tmp_path / "backups", tmp_path / "new", case.acting, first.path.name)


def test_a_folder_without_any_says_so(case, tmp_path):
    with pytest.raises(UnknownObject, match="holds no backup"):
        restore(tmp_path, tmp_path / "new", case.acting)


def test_what_is_left_of_a_killed_restore_is_removed_by_the_next(case, tmp_path):
    back_up(case, tmp_path / "backups")
    left = tmp_path / ".new.0123abcd.unfinished"
    left.mkdir()
    (left / "case.db").write_bytes(b"half")

    restore(tmp_path / "backups", tmp_path / "new", case.acting)

    assert not left.exists()


class Forger:
    """Who has an officer's key seals what they like for the supervisors: it must be found when it is restored."""

    def __init__(self, case: Case, root: Path) -> None:
        self.case, self.root = case, root
        self.files = root / "forged"
        shutil.copytree(case.folder.path, self.files)
        for beside in (*self.files.glob("case.db*"), *self.files.glob("*.lock")):
            beside.unlink()
        copy(case.folder.file, self.files / "case.db")

    def about(self, **changes: object) -> About:
        seen = self.case.seen()
        made = About("2026-01-02T04:00:00Z", seen.size, seen.root, tag_of(self.case.secret))
        return made._replace(**changes)

    def restore(self, about: About, key=None, tables=None) -> None:
        case, folder = self.case, self.root / "forged-backups"
        folder.mkdir()
        names = [path for path in sorted(self.files.rglob("*")) if path.is_file() and "work" not in path.parts]
        files = {path.relative_to(self.files).as_posix(): path for path in names}
        index = index_of(files, tables or digests(self.files / "case.db"))
        with (folder / "x.suluh").open("wb") as file:
            write_backup(file, packed(index, files), about, key or case.acting.key, [case.acting.key.public])
        restore(folder, self.root / "new", case.acting)


@pytest.fixture
def forger(case, tmp_path):
    case.checkpoint()
    return Forger(case, tmp_path)


def test_what_is_sealed_by_the_rules_comes_back(forger):
    forger.restore(forger.about())

    assert (forger.root / "new" / "case.db").is_file()


FORGED = {
    "other rows": (5, "tables"),
    "other entries": (7, "entries"),
    "another root": (7, "root"),
    "no checkpoint": (7, "note"),
    "another secret": (8, "secret"),
    "another maker": (9, "maker"),
    "a file that no case has": (5, "stray"),
    "no secret": (5, "bare"),
}


@pytest.mark.parametrize("fault", sorted(FORGED))
def test_a_forged_one_is_named_by_its_rule(forger, fault):
    rule, what = FORGED[fault]
    about, key, tables = forger.about(), None, None
    note = forger.files / "checkpoints" / forger.case.folder.note(about.entries).name
    if what == "tables":
        tables = digests(forger.files / "case.db") | {"message": "00" * 32}
    elif what == "entries":
        about = about._replace(entries=about.entries + 1)
    elif what == "root":
        about = about._replace(root="ab" * 32)
    elif what == "note":
        note.unlink()
    elif what == "secret":
        (forger.files / "secret").write_bytes(b"x" * 32)
    elif what == "maker":
        key = officer(UnitFolder(forger.root / "strange"), "S-1")
    elif what == "stray":
        (forger.files / "foto.png").write_bytes(b"x")
    else:
        (forger.files / "secret").unlink()

    with pytest.raises(BrokenCustody) as found:
        forger.restore(about, key, tables)

    assert found.value.rule == rule
    assert not (forger.root / "new").exists()


@pytest.mark.parametrize(
    "names",
    [
        ("../foto",),
        ("/foto",),
        ("keys/../../foto",),
        ("case.db/foto",),
        ("secret/foto",),
        ("keys",),
        ("keys/a", "keys/a/b"),
        ("keys/" + "a" * 256,),
        ("releases/" + "d/" * 8 + "foto",),
        ("case.db-wal",),
    ],
)
def test_a_name_that_leads_elsewhere_or_cannot_be_made_is_refused_before_anything_is_written(names):
    files = dict.fromkeys(("case.db", "secret", *names), b"")
    raw = body(Index(files=tuple(Listed(name=one, size=0, sha256=EMPTY) for one in files), tables={}))

    with pytest.raises(BadBody, match="what no case folder holds"):
        Unpacking([len(raw).to_bytes(8, "big") + raw])


def test_a_row_that_was_changed_in_it_is_found_as_in_any_case(forger):
    with sqlite3.connect(forger.files / "case.db") as connection:
        connection.execute("UPDATE message SET body = CAST(replace(body, '50rb', '90rb') AS BLOB)")
    connection.close()
    for beside in forger.files.glob("case.db-*"):
        beside.unlink()

    with pytest.raises(BrokenCustody, match="message"):
        forger.restore(forger.about())
