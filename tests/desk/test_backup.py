# SPDX-License-Identifier: Apache-2.0
"""`suluh backup`, `restore` and `verify` of a backup: what they say."""

import pytest


@pytest.fixture
def case(suluh, tmp_path):
    assert suluh("new", tmp_path / "case", "--number", "LP/1/2026", "--unit", "Unit PPA").code == 0
    return tmp_path / "case"


def test_a_case_is_backed_up_checked_and_restored(suluh, case, tmp_path):
    done = suluh("backup", case, tmp_path / "backups")
    assert done.code == 0
    assert "opened again and compared" in done.out
    assert "It opens with the key and passphrase of S1, and with nothing else" in done.out
    assert "S1 is the only one who can open it" in done.err

    checked = suluh("verify", tmp_path / "backups")
    assert (checked.code, "is whole (its blocks are those that were signed): 1 entries" in checked.out) == (0, True)
    assert "opened and compared" in suluh("verify", tmp_path / "backups", "--actor", "S1").out

    back = suluh("restore", tmp_path / "backups", tmp_path / "new")
    assert back.code == 0
    assert "Restored case LP/1/2026" in back.out
    assert "the witness file of this unit saw nothing after it" in back.out
    assert suluh("verify", tmp_path / "new").code == 0


def test_what_was_entered_after_an_older_one_is_said_in_numbers(suluh, case, tmp_path):
    suluh("backup", case, tmp_path / "backups")
    suluh("show", case, "exhibits", "--purpose", "uji")

    back = suluh("restore", tmp_path / "backups", tmp_path / "new")

    assert "the witness file saw entry 3, so that at least 2 entries are rolled back" in back.out
    assert "cut or rolled back" in suluh("verify", tmp_path / "new").err


def test_a_changed_backup_is_named(suluh, case, tmp_path):
    suluh("backup", case, tmp_path / "backups")
    [path] = (tmp_path / "backups").iterdir()
    raw = bytearray(path.read_bytes())
    raw[500] ^= 4
    path.write_bytes(raw)

    for words in (
        ("verify", path),
        ("verify", tmp_path / "backups"),
        ("restore", tmp_path / "backups", tmp_path / "new"),
    ):
        done = suluh(*words)
        assert (done.code, f"the backup {path.name} is not whole: block 1 of " in done.err) == (1, True)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("option", ["--sources", "--again", "--seen=41 3f2a 91c2 d7e3 0b5c"])
def test_what_is_asked_of_a_case_alone_is_not_asked_of_a_backup(suluh, case, tmp_path, option):
    suluh("backup", case, tmp_path / "backups")

    assert suluh("verify", tmp_path / "backups", option).code == 2
