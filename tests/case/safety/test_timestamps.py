# SPDX-License-Identifier: Apache-2.0
"""A time stamp is carried by hand to a checkpoint, kept beside it, entered, and checked with the case."""

import pytest
from tests.authority import OPENSSL, Authority
from tests.custody.every_noun import ENTRIES

from suluh.case.safety.backup import back_up
from suluh.case.safety.restore import restore
from suluh.case.safety.timestamps import attach, request
from suluh.case.verify.case import verify_case
from suluh.custody.timestamp import request_for
from suluh.model.errors import BrokenCustody, Misuse, UnknownObject

pytestmark = pytest.mark.skipif(OPENSSL is None, reason="the program openssl is not installed")


@pytest.fixture
def authority(tmp_path):
    made = Authority.start(tmp_path / "authority")
    (tmp_path / "root.pem").write_bytes(made.root.pem())
    return made


@pytest.fixture
def stamped(case, authority, tmp_path):
    """The case with a time stamp on its newest checkpoint."""
    case.checkpoint()
    size = request(case.folder, tmp_path / "out.tsq")
    (tmp_path / "in.tsr").write_bytes(authority.answer((tmp_path / "out.tsq").read_bytes()))
    assert attach(case, tmp_path / "in.tsr", tmp_path / "root.pem").entries == size
    return case


def test_a_time_stamp_is_entered_and_verified(stamped):
    held = verify_case(stamped.folder)

    assert [(one.entries, one.authority) for one in held.timestamps] == [(ENTRIES + 2, "CN=Otoritas Uji")]
    assert held.checkpoints == 3


@pytest.mark.parametrize("suffix", [".tsr", ".pem", ".note"])
def test_one_that_is_gone_or_changed_is_named(stamped, suffix):
    path = stamped.folder.note(ENTRIES + 2).with_suffix(suffix)
    raw = path.read_bytes()

    path.write_bytes(raw[:-2] + bytes([raw[-2] ^ 1]) + raw[-1:])
    with pytest.raises(BrokenCustody) as changed:
        verify_case(stamped.folder)
    path.unlink()
    with pytest.raises(BrokenCustody) as gone:
        verify_case(stamped.folder)

    assert (changed.value.rule, gone.value.rule) == (8, 8)
    assert f"{ENTRIES + 2:012}" in changed.value.where + gone.value.where


def test_one_that_nobody_entered_is_said(stamped):
    for suffix in (".tsr", ".pem"):
        path = stamped.folder.note(ENTRIES + 2).with_suffix(suffix)
        stamped.folder.note(ENTRIES).with_suffix(suffix).write_bytes(path.read_bytes())

    told = [one for one in verify_case(stamped.folder).remarks if "was entered by nobody" in one]
    assert len(told) == 2


def test_a_checkpoint_is_not_written_anew_by_another_officer(case, analyst):
    case.checkpoint()
    before = case.folder.note(ENTRIES + 2).read_bytes()
    analyst.checkpoint()

    assert case.folder.note(ENTRIES + 2).read_bytes() == before
    verify_case(case.folder)


def test_one_of_another_case_or_twice_is_refused(stamped, authority, tmp_path):
    (tmp_path / "other.tsr").write_bytes(authority.answer(request_for(b"something else")))
    entries = len(list(stamped.rows.entries()))

    with pytest.raises(UnknownObject, match="of no checkpoint of this case"):
        attach(stamped, tmp_path / "other.tsr", tmp_path / "root.pem")
    with pytest.raises(Misuse, match="has a time stamp already"):
        attach(stamped, tmp_path / "in.tsr", tmp_path / "root.pem")
    with pytest.raises(Misuse, match="was not attached: this is no answer"):
        attach(stamped, tmp_path / "root.pem", tmp_path / "root.pem")
    with pytest.raises(UnknownObject, match="no file lies"):
        attach(stamped, tmp_path / "none.tsr", tmp_path / "root.pem")
    assert len(list(stamped.rows.entries())) == entries


def test_a_request_needs_a_checkpoint_and_a_new_file(case, tmp_path):
    for path in case.folder.checkpoints.iterdir():
        path.unlink()
    with pytest.raises(Misuse, match="no checkpoint yet"):
        request(case.folder, tmp_path / "out.tsq")
    case.checkpoint()
    (tmp_path / "out.tsq").touch()
    with pytest.raises(Misuse, match="is there already"):
        request(case.folder, tmp_path / "out.tsq")


def test_a_backup_takes_the_time_stamp_along(stamped, tmp_path):
    back_up(stamped, tmp_path / "backups")

    found = restore(tmp_path / "backups", tmp_path / "new", stamped.acting)

    assert [one.entries for one in found.held.timestamps] == [ENTRIES + 2]
