# SPDX-License-Identifier: Apache-2.0
"""A backup holds what the case needs of the unit's folder, and nothing by which anybody else would get in."""

import pytest

from suluh.case.safety.backup import back_up
from suluh.case.safety.packed import index_of, packed, taken_of_unit
from suluh.case.safety.restore import restore
from suluh.case.verify.beside import log_of
from suluh.case.verify.case import verify_case
from suluh.custody.tree import Tree
from suluh.custody.witness import Seen
from suluh.model.errors import CaseError
from suluh.unit.witness import append

SETTINGS = {
    "profiles/bank.toml": b"name = 'bank'",
    "layouts/ab.json": b"{}",
    "words/sedap.json": b"{}",
    "templates/letter.txt": b"Kepada Yth.",
    "law.csv": b"code",
}


@pytest.fixture
def settled(unit):
    """A unit with settings of every sort, and with what is to stay where it is."""
    for name, raw in {**SETTINGS, "sets/x.known": b"set", "set-keys/S-1": b"key", "own/x.json": b"{}"}.items():
        (unit.path / name).parent.mkdir(parents=True, exist_ok=True)
        (unit.path / name).write_bytes(raw)
    return unit


def test_settings_and_the_witness_of_the_case_come_back_and_no_key_does(case, settled, tmp_path):
    log = log_of(case.rows)
    case.checkpoint()
    (settled.witness).mkdir(exist_ok=True)
    (settled.witness / "other.txt").write_text("of another case", "ascii")
    line = Seen.of(Tree.load(case.rows.tree())).line(log)
    append(settled, log, line)
    back_up(case, tmp_path / "backups")

    found = restore(tmp_path / "backups", tmp_path / "back", case.acting)

    held = {p.relative_to(tmp_path / "back/unit").as_posix(): p for p in (tmp_path / "back/unit").rglob("*")}
    files = {name for name, path in held.items() if path.is_file()}
    assert {name: held[name].read_bytes() for name in SETTINGS} == SETTINGS
    assert files == {*SETTINGS, f"witness/{log}.txt", "officers/S-1.pub", "officers/S-2.pub", "officers/A-1.pub"}
    assert found.unit == len(files)
    verify_case(case.folder)


def test_a_witness_file_that_grows_meanwhile_is_taken_as_it_was(case, settled):
    log = log_of(case.rows)
    append(settled, log, "one\n")
    files = taken_of_unit(settled, log).files
    index = index_of(files, {})
    append(settled, log, "two\n")

    plain = b"".join(packed(index, files))

    assert b"one\n" in plain
    assert b"two" not in plain


def test_a_setting_that_changes_meanwhile_stops_it(case, settled):
    files = taken_of_unit(settled, log_of(case.rows)).files
    index = index_of(files, {})
    (settled.path / "law.csv").write_bytes(b"CODE")

    with pytest.raises(CaseError, match="changed while it was copied"):
        list(packed(index, files))


def test_a_link_among_the_settings_is_told_and_not_followed(case, settled, tmp_path):
    (tmp_path / "secret.txt").write_text("elsewhere")
    (settled.profiles / "link.toml").symlink_to(tmp_path / "secret.txt")

    made = back_up(case, tmp_path / "backups")

    assert any("unit/profiles/link.toml is not in the backup" in one for one in made.remarks)
