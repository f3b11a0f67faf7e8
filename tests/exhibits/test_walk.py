# SPDX-License-Identifier: Apache-2.0
"""A walk lists every file once, in the order of raw path bytes, and follows nothing."""

import os
import socket
import tracemalloc

import msgspec
import pytest

from suluh.exhibits.walk import walk
from suluh.model.ids import file_id
from suluh.model.intake import File, Flaw


@pytest.fixture
def tree(tmp_path, acquisition):
    """Makes files and walks them."""

    class Tree:
        root = tmp_path / "tree"

        def make(self, *paths):
            for path in paths:
                target = self.root / os.fsdecode(path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(b"x")

        def walk(self):
            return list(walk(os.fsencode(self.root), acquisition))

    Tree.root.mkdir()
    return Tree()


def test_files_come_in_the_order_of_their_raw_paths(tree):
    tree.make(b"b", b"a/z", b"a.txt", b"a-b/c", b"a/b/c", b"B", b"\xc3\xa9", b"\xff")

    paths = [file.path for file in tree.walk()]

    assert paths == sorted(paths)
    assert len(paths) == 8


@pytest.mark.parametrize("name", [b"\xff\xfe.jpg", b"a\nb", b"x" * 255, b" ", "é".encode(), "e\u0301".encode()])
def test_odd_names_are_kept_byte_for_byte(tree, name):
    tree.make(name)

    [file] = tree.walk()

    assert file.path == name
    assert file.id == file_id("B-1", "1", (), name)


def test_a_link_is_listed_and_not_followed(tree, tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret").write_bytes(b"x")
    (tree.root / "folder").symlink_to(tmp_path / "outside")
    (tree.root / "loop").symlink_to(tree.root)

    assert [(file.path, file.special) for file in tree.walk()] == [
        (b"folder", "symbolic link"),
        (b"loop", "symbolic link"),
    ]


def test_pipes_and_sockets_are_listed_as_what_they_are(tree):
    os.mkfifo(tree.root / "pipe")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(tree.root / "socket"))

    assert [file.special for file in tree.walk()] == ["named pipe", "socket"]


def test_size_and_time_are_stated(tree):
    tree.make(b"a")
    os.utime(tree.root / "a", (1_756_576_800, 1_756_576_800))

    [file] = tree.walk()

    assert (file.size, file.modified, file.order) == (1, "2025-08-30T18:00:00Z", 3)


def test_a_folder_that_cannot_be_read_is_a_flaw_and_the_rest_goes_on(tree, monkeypatch):
    tree.make(b"a/x", b"b/x", b"c/x")
    real = os.open

    def refusing(path, *rest, **options):
        if path == b"b":
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **options)

    monkeypatch.setattr(os, "open", refusing)
    found = tree.walk()

    assert [one.path if isinstance(one, File) else one.place.path for one in found] == [b"a/x", "b", b"c/x"]
    assert isinstance(found[1], Flaw)


def test_an_exhibit_that_is_one_file_has_one_item(tmp_path, acquisition):
    (tmp_path / "chat.zip").write_bytes(b"x")

    [file] = walk(os.fsencode(tmp_path / "chat.zip"), msgspec.structs.replace(acquisition, single=True))

    assert (file.path, file.id) == (b"chat.zip", file_id("B-1", "1", (), b"chat.zip"))


def test_a_tree_deeper_than_python_can_recurse_is_walked(tree):
    folder = os.open(tree.root, os.O_RDONLY)
    for _ in range(400):
        os.mkdir("d", dir_fd=folder)
        deeper = os.open("d", os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = deeper
    os.close(os.open("x", os.O_CREAT | os.O_WRONLY, dir_fd=folder))
    os.close(folder)

    [file] = tree.walk()

    assert file.path == b"d/" * 400 + b"x"


def test_the_tree_is_not_touched(tree):
    tree.make(b"a/b")
    os.utime(tree.root / "a", (1, 1))

    tree.walk()

    assert (tree.root / "a").stat().st_atime == 1


def test_memory_grows_with_one_folder_and_not_with_the_tree(tree, acquisition):
    tree.make(*[f"{folder:02}/{number:02}".encode() for folder in range(40) for number in range(25)])

    tracemalloc.start()
    count = sum(1 for _ in walk(os.fsencode(tree.root), acquisition))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 1000
    assert most < 100_000


def test_what_could_not_be_read_can_be_walked_by_itself(tree, acquisition):
    tree.make(b"a", b"sub/b", b"sub/deep/c", b"sub/deep/\xff", b"subway")
    whole, root = tree.walk(), os.fsencode(tree.root)

    for below in (b"sub", b"sub/deep", b"sub/deep/\xff", b"a"):
        wanted = [file for file in whole if file.path == below or file.path.startswith(below + b"/")]
        assert list(walk(root, acquisition, below)) == wanted


@pytest.mark.parametrize("below", [b"gone", b"a/b", b"link", b"link/a", b".."])
def test_a_path_that_is_not_there_or_leads_elsewhere_is_a_flaw(tree, acquisition, tmp_path, below):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a").write_bytes(b"x")
    tree.make(b"a")
    (tree.root / "link").symlink_to(tmp_path / "outside")

    [found] = walk(os.fsencode(tree.root), acquisition, below)

    if below == b"link":
        assert found.special == "symbolic link"
    else:
        assert isinstance(found, Flaw)


def test_an_acquisition_that_cannot_be_opened_is_a_flaw(tree):
    tree.root.rmdir()

    [flaw] = tree.walk()

    assert flaw.reason == "this acquisition cannot be read: No such file or directory"
