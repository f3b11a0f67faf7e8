# SPDX-License-Identifier: Apache-2.0
"""Whoever kept an earlier checkpoint sees that the ledger of a later package begins with it, or that it does not."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.authority import OPENSSL, Authority

from suluh.case.acts.release import verify_package
from suluh.custody import standalone
from suluh.custody.checkpoint import Beginning, Checkpoint, check_beginnings, write_checkpoint
from suluh.custody.key import OfficerKey
from suluh.custody.timestamp import request_for
from suluh.custody.tree import Levels, leaf_hash
from suluh.desk.main import main
from suluh.model.errors import BadBody

NOTE = "custody/checkpoint.note"
LEVELS = Levels([leaf_hash(bytes([number])) for number in range(9)])


def beginning(of: int, **other: object) -> Beginning:
    steps = tuple(step.hex() for step in LEVELS.consistency(of))
    return Beginning(**{"size": of, "root": LEVELS.root(of).hex(), "steps": steps} | other)


def kept(whole: Path, tmp_path: Path) -> Path:
    """The first checkpoint of the case, which lay in it before the package was made."""
    found = min((whole / "checkpoints").glob("*.note"))
    (tmp_path / "kept.note").write_bytes(found.read_bytes())
    return tmp_path / "kept.note"


def theirs(package: Path, *words: object) -> tuple[int, str]:
    given = [sys.executable, "-I", str(package / "verify.py"), str(package), *map(str, words)]
    done = subprocess.run(given, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def ours(capsys: pytest.CaptureFixture[str], package: Path, *words: object) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        main(["verify", str(package), *map(str, words)])
    shown = capsys.readouterr()
    return int(ended.value.code or 0), " ".join((shown.out + shown.err).split())


def test_a_package_proves_each_checkpoint_of_its_case(whole: Path, package: Path) -> None:
    sizes = [int(path.stem) for path in sorted((whole / "checkpoints").glob("*.note"))]
    found = verify_package(package)

    assert sizes
    assert set(sizes) <= {*found.earlier, found.entries}
    assert found.earlier == standalone.check(package).earlier


def test_both_say_that_it_begins_with_a_kept_checkpoint(
    whole: Path, package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = kept(whole, tmp_path)
    size = note.read_text("utf-8").split("\n")[1]

    assert f"{size} catatan pertama / first entries" in theirs(package, "--checkpoint", note)[1]
    code, said = ours(capsys, package, "--checkpoint", note)
    assert code == 0
    assert f"Its ledger begins with the {size} entries of your checkpoint." in said


def test_a_checkpoint_of_another_history_is_named_by_both(
    whole: Path, package: Path, tmp_path: Path, author: OfficerKey, capsys: pytest.CaptureFixture[str]
) -> None:
    origin, size, *_ = kept(whole, tmp_path).read_text("utf-8").split("\n")
    note = tmp_path / "false.note"
    note.write_text(write_checkpoint(origin, int(size), bytes(32), author), "utf-8")

    for code, said in (theirs(package, "--checkpoint", note), ours(capsys, package, "--checkpoint", note)):
        assert code == 1
        assert f"its first {size} entries are not those of this ledger" in said


@pytest.mark.parametrize("fault", ["other log", "later", "cut"])
def test_what_shows_nothing_is_refused_by_both(
    whole: Path, package: Path, tmp_path: Path, author: OfficerKey, capsys: pytest.CaptureFixture[str], fault: str
) -> None:
    origin = kept(whole, tmp_path).read_text("utf-8").split("\n")[0]
    log, size = ("suluh/other", 3) if fault == "other log" else (origin, 10**6)
    text = write_checkpoint(log, size, bytes(32), author)
    note = tmp_path / "odd.note"
    note.write_text(text[:20] if fault == "cut" else text, "utf-8")

    for code, said in (theirs(package, "--checkpoint", note), ours(capsys, package, "--checkpoint", note)):
        assert code == 1
        assert ("proves nothing of" if fault == "later" else "it is no checkpoint of") in said


@pytest.mark.parametrize(
    "found",
    [
        [beginning(4, root=LEVELS.root(5).hex())],
        [beginning(4, steps=beginning(3).steps)],
        [beginning(4), beginning(3)],
        [beginning(4), beginning(4)],
        [beginning(4, size=9)],
        [beginning(4, root=LEVELS.root(4).hex().upper())],
        [beginning(4, root="zz")],
    ],
)
def test_a_beginning_that_is_none_is_found_by_both(found: list[Beginning]) -> None:
    note = Checkpoint("suluh/x", 9, LEVELS.root(9), "S-1")
    told = [{"size": one.size, "root": one.root, "steps": list(one.steps)} for one in found]

    with pytest.raises(BadBody):
        check_beginnings(found, note)
    with pytest.raises(standalone.Broken) as error:
        standalone.check_earlier(told, note[:3])
    assert error.value.rule == 12


def test_true_beginnings_hold_for_both() -> None:
    note = Checkpoint("suluh/x", 9, LEVELS.root(9), "S-1")
    found = [beginning(size) for size in (1, 4, 8)]
    told = [{"size": one.size, "root": one.root, "steps": list(one.steps)} for one in found]

    assert check_beginnings(found, note) == standalone.check_earlier(told, note[:3])


@pytest.mark.skipif(OPENSSL is None, reason="the program openssl is not installed")
def test_a_time_stamp_of_a_package_is_checked_by_the_command(
    package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    authority = Authority.start(tmp_path / "authority")
    (tmp_path / "root.pem").write_bytes(authority.root.pem())
    note = (package / NOTE).read_bytes()
    (tmp_path / "in.tsr").write_bytes(authority.answer(request_for(note)))
    (tmp_path / "other.tsr").write_bytes(authority.answer(request_for(note + b"x")))
    under = ("--certificates", tmp_path / "root.pem")

    good = ours(capsys, package, "--token", tmp_path / "in.tsr", *under)
    bad = ours(capsys, package, "--token", tmp_path / "other.tsr", *under)
    alone = ours(capsys, package, "--token", tmp_path / "in.tsr")

    assert good[0] == 0
    assert "Its checkpoint was there at" in good[1]
    assert (bad[0], "other.tsr" in bad[1]) == (1, True)
    assert (alone[0], "belong together" in alone[1]) == (2, True)
