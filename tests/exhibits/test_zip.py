# SPDX-License-Identifier: Apache-2.0
"""Archives that lie, hide or swell give what can be read, and a flaw for the rest."""

import hashlib
import io
import tracemalloc
import zipfile

import pytest
from tests.each import each

from suluh.exhibits.containers.zip import Zip
from suluh.exhibits.limits import GIVEN, MIB, Caps

from .conftest import Part, archive, listing, zipped

ODD = {
    "climbs out": b"../../evil.txt",
    "absolute": b"/abs.txt",
    "drive": b"C:\\x.txt",
    "not utf-8": b"caf\xe9.txt",
    "utf-8 flag on what is none": b"\xff\xfe",
    "newline": b"a\nb",
    "zero byte": b"a\0b",
    "long": b"x" * 60_000,
    "empty": b"",
}


@pytest.mark.parametrize("kind", sorted(ODD))
@pytest.mark.parametrize("flags", [0, 0x800])
def test_odd_names_are_kept_as_bytes_and_read(kind, flags):
    found = listing(archive(Part(ODD[kind], b"hello", flags=flags)))

    assert found.data == {ODD[kind]: b"hello"}
    assert found.files[0].containers == (b"a.zip",)


def test_members_come_in_the_order_of_raw_names():
    found = listing(archive(*[Part(name, b"x") for name in (b"b", b"\xff", b"a/c", b"B")]))

    assert [file.path for file in found.files] == [b"B", b"a/c", b"b", b"\xff"]


@pytest.mark.parametrize(
    ("part", "special"),
    [
        (Part(b"x", b"/etc/passwd", mode=0o120777), "symbolic link"),
        (Part(b"x", b"", mode=0o20666), "character device"),
        (Part(b"x", b"secret", flags=1), "encrypted"),
        (Part(b"x", b"data", method=98), "packed with method 98 (PPMd), which is not read"),
    ],
)
def test_what_has_no_bytes_to_read_says_why(part, special):
    found = listing(archive(part, Part(b"y", b"fine")))

    assert [file.special for file in found.files] == [special, None]
    assert found.data == {b"y": b"fine"}


def test_a_bomb_is_stopped_by_what_it_unpacks_to():
    bomb = archive(Part(b"bomb", bytes(64 * MIB), size=10), Part(b"fine", b"x"))

    tracemalloc.start()
    found = listing(bomb)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (found.data, found.stopped) == ({b"fine": b"x"}, [b"bomb"])
    assert most < 48 * MIB  # what it may give is held, to be searched for pictures


def test_members_that_overlap_are_not_read():
    first = archive(Part(b"a", b"x" * 1000))
    found = listing(archive(Part(b"a", b"x" * 1000), Part(b"b", b"y" * 1000, start=0), Part(b"c", b"fine")))

    assert listing(first).data == {b"a": b"x" * 1000}
    assert [(file.path, file.special is not None) for file in found.files] == [
        (b"a", True),
        (b"b", True),
        (b"b#2", False),
        (b"c", False),
    ]
    assert found.data == {b"b#2": b"y" * 1000, b"c": b"fine"}


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        (Part(b"x", b"hello", size=3), "says 3 bytes, and it holds 5"),
        (Part(b"x", b"hello", size=1 << 31), "and it holds 5"),
        (Part(b"x", b"hello", crc=1), "checksum"),
    ],
)
def test_a_directory_that_lies_about_a_member_is_a_flaw_and_the_bytes_are_kept(part, reason):
    found = listing(archive(part))

    assert found.data == {b"x": b"hello"}
    assert reason in found.flaws["x"][0]


@pytest.mark.parametrize("packed", [b"", b"\x00", b"\xff" * 50])
def test_packed_bytes_that_are_damaged_are_a_flaw_without_content(packed):
    found = listing(archive(Part(b"x", b"hello", packed=packed), Part(b"y", b"fine")))

    assert (found.data, len(found.flaws["x"])) == ({b"y": b"fine"}, 1)


def test_each_of_several_members_of_one_name_is_read_under_a_name_of_its_own():
    found = listing(archive(Part(b"x", b"one"), Part(b"x#2", b"other"), Part(b"x", b"two"), Part(b"x", b"three")))

    assert found.data == {b"x": b"one", b"x#2": b"other", b"x#3": b"two", b"x#4": b"three"}
    assert [one.rpartition(" ")[2] for one in found.flaws["a.zip"]] == ["x#3", "x#4"]


@pytest.mark.parametrize("length", range(0, 400, 7))
def test_an_archive_that_is_cut_off_gives_a_flaw_and_no_error(length):
    whole = zipped(a="hello" * 20, b="world" * 20)

    found = listing(b"PK\3\4" + whole[4:length])

    assert found.files or found.flaws or length >= len(whole)


@each("seed", range(200))
def test_an_archive_with_a_changed_byte_gives_no_error(seed):
    whole = bytearray(zipped(a="hello" * 20, b="world" * 20, c=zipped(d="deep")))
    whole[4 + seed * 7919 % (len(whole) - 4)] ^= 1 << seed % 8

    listing(bytes(whole))


def test_an_archive_behind_other_bytes_is_read_from_its_end():
    shifted = b"PK\3\4 a stub " + zipped(a="hello")

    assert listing(shifted).data == {b"a": b"hello"}


def test_an_archive_with_wide_sizes_is_read(monkeypatch):
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 10)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)

    assert listing(zipped(a="hello" * 10, b="world" * 10)).data == {b"a": b"hello" * 10, b"b": b"world" * 10}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_every_method_that_is_read_gives_the_same_bytes_in_any_pieces(method):
    data = bytes(number * number % 251 for number in range(700_000))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as written:
        written.writestr("x", data)

    with Zip().open(packed, b"x") as stream:
        parts = [stream.read(1), stream.read(1000), stream.read(300_000), stream.read()]

    assert b"".join(parts) == data


def test_an_archive_in_an_archive_is_opened():
    found = listing(zipped(outer=zipped(inner="deep")))

    assert found.data[b"inner"] == b"deep"
    assert found.files[1].containers == (b"a.zip", b"outer")
    assert (found.containers[b"outer"], found.containers[b"inner"]) == ("zip", None)


def test_an_archive_that_is_the_same_as_one_around_it_is_not_opened():
    inner = zipped(x="y")

    found = listing(zipped(one=zipped(two=inner)), sha256=hashlib.sha256(inner).hexdigest())

    assert [file.path for file in found.files] == [b"one", b"two"]
    assert found.flaws == {"two": ["its members are not listed: it is the same as a container around it"]}


def test_archives_are_opened_only_so_deep():
    data = b"bottom"
    for depth in range(12):
        data = zipped(**{f"level{depth}": data})

    found = listing(data)

    assert len(found.files) == 8
    assert "containers deep" in found.flaws["level4"][0]


def test_the_caps_hold_for_an_archive_that_was_not_given():
    many = zipped(**{f"{number:03}": "x" * 100 for number in range(50)})

    listed = listing(many, Caps(members=20))
    read = listing(many, Caps(read=2050))

    assert (len(listed.files), len(listed.flaws["a.zip"])) == (20, 1)
    assert (len(read.data), len(read.files)) == (20, 50)
    assert len(listing(many, GIVEN).data) == 50


def test_an_archive_inside_that_is_too_large_to_hold_is_hashed_and_not_opened():
    found = listing(zipped(inner=zipped(x="y" * 1000)), Caps(nested=50))

    assert b"inner" in found.data
    assert "not listed" in found.flaws["inner"][0]


def test_bytes_of_no_known_kind_that_are_too_many_to_hold_say_that_they_were_not_searched():
    found = listing(zipped(inner=bytes(range(256)) * 400), Caps(nested=50))

    assert "pictures among its bytes were not looked for" in found.flaws["inner"][0]
