# SPDX-License-Identifier: Apache-2.0
"""`suluh verify CASE --checkpoint FILE` compares a case with what was kept elsewhere, and says what is wrong."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.case.views.made import acting

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.custody.checkpoint import read_checkpoint, write_checkpoint
from suluh.custody.key import OfficerKey


class Kept(NamedTuple):
    """A case, the checkpoint that was kept elsewhere, and the key that signed it."""

    case: Path
    note: Path
    key: OfficerKey

    @property
    def root(self) -> bytes:
        """The root that it signs."""
        return read_checkpoint(self.note.read_text("utf-8"), [self.key.public]).root


@pytest.fixture
def kept(tmp_path) -> Kept:
    officer = acting(tmp_path / "home")
    folder = CaseFolder(tmp_path / "case")
    case = Case.start(folder, "LP/1/2026", "Unit Contoh", officer)
    case.note(Act("look", "messages"))
    note = tmp_path / "on another disk.note"
    note.write_text(case.checkpoint(), "utf-8")
    shutil.rmtree(folder.checkpoints)
    shutil.rmtree(officer.unit.witness)  # it saw that checkpoint
    case.note(Act("look", "messages"))
    case.close()
    return Kept(folder.path, note, officer.key)


def test_a_case_that_grew_from_a_checkpoint_holds(suluh, kept):
    done = suluh("verify", kept.case, "--checkpoint", kept.note, "--checkpoint", kept.note)

    assert (done.code, done.err) == (0, "")
    assert "2 checkpoints (2 kept elsewhere)" in done.out


def another_case(kept: Kept, _: OfficerKey) -> str:
    return write_checkpoint("suluh/other", 2, kept.root, kept.key)


def cut_off(kept: Kept, _: OfficerKey) -> str:
    log = kept.note.read_text("utf-8").split("\n")[0]
    return write_checkpoint(log, 4, bytes(32), kept.key)


def rewritten(kept: Kept, _: OfficerKey) -> str:
    log = kept.note.read_text("utf-8").split("\n")[0]
    return write_checkpoint(log, 2, bytes(32), kept.key)


def stranger(kept: Kept, other: OfficerKey) -> str:
    log = kept.note.read_text("utf-8").split("\n")[0]
    return write_checkpoint(log, 2, kept.root, other)


@pytest.mark.parametrize(
    ("forge", "sentence"),
    [
        (lambda *_: "", "this is no checkpoint"),
        (lambda *_: "\x00" * 100_000, "this is no checkpoint"),
        (another_case, "is of another case (suluh/other)"),
        (cut_off, " over 4 entries, and 3 are left"),
        (rewritten, "S1 signed in checkpoint"),
        (stranger, "no officer whose key is at hand signed this checkpoint"),
    ],
)
def test_what_is_wrong_with_a_checkpoint_is_said(suluh, kept, tmp_path, forge, sentence):
    other = acting(tmp_path / "elsewhere", "S9").key
    forged = tmp_path / "forged.note"
    forged.write_text(forge(kept, other), "utf-8")

    done = suluh("verify", kept.case, "--checkpoint", kept.note, "--checkpoint", forged)

    assert (done.code, done.out) == (1, "")
    assert sentence in done.err
    assert len(done.err.splitlines()) == 1


def test_a_checkpoint_that_is_no_file_is_misuse(suluh, kept, tmp_path):
    gone, folder = (suluh("verify", kept.case, "--checkpoint", path) for path in (tmp_path / "gone", tmp_path))

    assert (gone.code, folder.code) == (2, 2)
    assert f"no file lies at {tmp_path / 'gone'}" in gone.err


def test_what_a_screen_showed_is_compared_with_a_case_only(suluh, tmp_path):
    (tmp_path / "package").mkdir()

    done = suluh("verify", tmp_path / "package", "--seen", "41 3f2a")

    assert (done.code, "--seen is for a case" in done.err) == (2, True)
