# SPDX-License-Identifier: Apache-2.0
"""A list that is made at the scene is read by `sha256sum` and by us, says the same for ever, and changes nothing."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from suluh.case.safety.scene import write_manifest
from suluh.exhibits.manifest import stated
from suluh.exhibits.standing import Known
from suluh.exhibits.stated import disagreements
from suluh.exhibits.walk import walk
from suluh.model.errors import Misuse, UnknownObject
from suluh.model.ids import make_id
from suluh.model.intake import Acquisition, Content, File

NAMES = (
    b"a.txt",
    b"b/c d.txt",
    b"b/ lead",
    b"trail ",
    b"new\nline",
    b"re\rturn",
    b"back\\slash",
    b"\xff\xfe.bin",
    b"#x",
    b"%y",
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    root = tmp_path / "tree"
    for number, name in enumerate(NAMES):
        path = os.path.join(os.fsencode(root), name)  # noqa: PTH118 # raw bytes
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 # as above
        Path(os.fsdecode(path)).write_bytes(b"x" * number)
    (root / "link").symlink_to("a.txt")
    (root / "empty").mkdir()
    return root


def known(root: Path, acquisition: Acquisition):
    for one in walk(os.fsencode(root), acquisition):
        assert isinstance(one, File)
        raw = b"" if one.special else Path(os.fsdecode(os.fsencode(root) + b"/" + one.path)).read_bytes()
        sums = {name: hashlib.new(name, raw, usedforsecurity=False).hexdigest() for name in ("sha256", "sha1", "md5")}
        content = None if one.special else Content(id=one.id, file=one.id, size=len(raw), type="-", **sums)
        yield Known(one, content, None, None)


def compared(root: Path, list_: Path) -> list[str]:
    """What intake says of a tree by a list."""
    found = stated(list_.read_bytes())
    acquisition = Acquisition(
        id=make_id("a", 1), exhibit="B-1", name="1", order=1, stated=found.hashes, whole=found.form == "whole"
    )
    return [f"{one.place.path}: {one.reason}" for one in disagreements([acquisition], known(root, acquisition))]


def test_a_list_of_a_tree_agrees_with_it_whatever_its_names_are(tree, tmp_path):
    made = write_manifest(tree, tmp_path / "list")

    assert (made.files, made.size, made.faults) == (len(NAMES), sum(range(len(NAMES))), ())
    assert made.sha256 == hashlib.sha256((tmp_path / "list").read_bytes()).hexdigest()
    assert len(stated((tmp_path / "list").read_bytes()).hashes) == len(NAMES)
    assert compared(tree, tmp_path / "list") == []


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="the program sha256sum is not installed")
def test_sha256sum_checks_the_same_list(tree, tmp_path):
    write_manifest(tree, tmp_path / "list")
    words = ["sha256sum", "--check", "--strict", "--quiet", str(tmp_path / "list")]

    assert subprocess.run(words, cwd=tree, check=False).returncode == 0
    (tree / "a.txt").write_text("other", "utf-8")
    assert subprocess.run(words, cwd=tree, check=False, capture_output=True).returncode == 1


def test_the_same_tree_gives_the_same_bytes_and_keeps_its_times(tree, tmp_path):
    before = [(one, one.stat().st_mtime_ns, one.stat().st_atime_ns) for one in sorted(tree.rglob("*"))]
    one, two = write_manifest(tree, tmp_path / "one"), write_manifest(tree, tmp_path / "two")

    assert one == two
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert [(path, path.stat().st_mtime_ns, path.stat().st_atime_ns) for path, *_ in before] == before


def test_what_came_went_or_changed_since_is_named(tree, tmp_path):
    write_manifest(tree, tmp_path / "list")
    (tree / "b" / "new.txt").write_text("x", "utf-8")
    (tree / "#x").unlink()
    (tree / "%y").write_text("other", "utf-8")

    found = compared(tree, tmp_path / "list")

    assert [one.partition(":")[0] for one in sorted(found)] == ["#x", "%y", "b/new.txt"]


def test_a_list_that_was_cut_or_added_to_is_no_whole_one(tree, tmp_path):
    write_manifest(tree, tmp_path / "list")
    lines = (tmp_path / "list").read_bytes().splitlines(keepends=True)

    cuts = [lines[:-1], lines[:2] + lines[3:], [*lines, lines[2]], [*lines[:-1], lines[-1].rstrip()]]
    assert stated(b"".join(lines)).form == "whole"
    assert [stated(b"".join(one)).form for one in cuts] == ["cut"] * 4
    assert stated(b"".join(lines[1:])).form == "some"


def test_one_file_is_listed_by_its_name(tree, tmp_path):
    made = write_manifest(tree / "%y", tmp_path / "list")

    assert made.files == 1
    assert stated((tmp_path / "list").read_bytes()).hashes[0][0] == "%y"


def test_nothing_is_written_into_what_is_listed_or_over_a_file(tree, tmp_path):
    (tmp_path / "list").touch()

    with pytest.raises(Misuse, match="lies in"):
        write_manifest(tree, tree / "b" / "list")
    with pytest.raises(Misuse, match="is there already"):
        write_manifest(tree, tmp_path / "list")
    with pytest.raises(UnknownObject, match="nothing lies at"):
        write_manifest(tree / "none", tmp_path / "other")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_cannot_be_read_is_told(tree, tmp_path):
    (tree / "a.txt").chmod(0)

    made = write_manifest(tree, tmp_path / "list")

    assert made.files == len(NAMES) - 1
    assert "a.txt: this file cannot be read" in made.faults[0]
