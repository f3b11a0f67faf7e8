# SPDX-License-Identifier: Apache-2.0
"""7z, RAR and the like are opened where the system has libarchive, and else say so."""

import io
import random
import tarfile
import zlib
from itertools import product
from pathlib import Path

import pytest
from tests.each import each

from suluh.exhibits.containers.archive import Archive
from suluh.exhibits.members import Ends
from suluh.exhibits.shut import why_shut
from suluh.exhibits.unpack import library
from suluh.exhibits.unpack.streams import Mismatch
from suluh.model.evidence.container import Remark

from .archives_made import seven_zip
from .conftest import listing
from .streams_made import cabinet, compress, lz4, lzip, old_lz4, rpm, xar

needs_library = pytest.mark.skipif(not library.is_installed(), reason="libarchive is not installed here")
PUBLIC = Path(__file__).parent.parent / "data" / "exhibits"
FILES = [("DCIM/a.bin", bytes(range(256)) * 900), ("nama ü.txt", b"paket 40 file"), ("b.bin", b"\7" * 70000)]
NAMED = {name.encode(): raw for name, raw in FILES}


def opened(raw):
    file, container = io.BytesIO(raw), Archive()
    assert container.claims(raw[:65536], raw[-65536:])
    found = [one for one in container.members(file) if not isinstance(one, Remark)]
    return {one.name: container.open(file, one.name).read() for one in found if one.special is None}


@needs_library
def test_the_members_of_a_solid_archive_are_given_in_one_pass():
    file, container = io.BytesIO(seven_zip(FILES)), Archive()

    found = {one.name: container.open(file, one.name).read() for one in container.members(file)}

    assert found == NAMED


@needs_library
def test_members_are_given_in_any_order_afterwards():
    file, container = io.BytesIO(seven_zip(FILES)), Archive()

    found = {name: container.open(file, name).read() for name in reversed(NAMED)}

    assert found == NAMED
    with pytest.raises(KeyError):
        container.open(file, b"none.bin")


@needs_library
def test_two_members_of_one_name_are_both_given():
    file = io.BytesIO(seven_zip([("a", b"one"), ("a", b"two")]))

    said = list(Archive().members(file))

    assert [one.name for one in said if not isinstance(one, Remark)] == [b"a", b"a#2"]
    assert Archive().open(file, b"a#2").read() == b"two"
    assert [one.reason for one in said if isinstance(one, Remark)] == [
        "a further member is called a: it is listed as a#2"
    ]


@needs_library
def test_a_stream_is_of_no_use_once_the_archive_was_read_on():
    file, container = io.BytesIO(seven_zip(FILES)), Archive()
    members = container.members(file)
    stream = container.open(file, next(members).name)
    next(members)

    with pytest.raises(ValueError, match="read on before"):
        stream.read()


@needs_library
def test_public_archives_of_both_forms_of_rar_are_read():
    """From the tests of libarchive (BSD-2-Clause): see tests/data/exhibits/SOURCES.md."""
    four, five, locked = (members(f"{name}.rar") for name in ("rar4", "rar5", "rar4_one_encrypted"))

    assert {one.name: one.special for one in four} == {
        b"test.txt": None,
        b"testlink": "symbolic link to test.txt",
        b"testdir/test.txt": None,
    }
    assert four[0].modified == "2011-06-26T14:53:46"
    assert [one.special and one.special[:9] for one in five] == [None, "hard link", "symbolic "]
    assert [one.special for one in locked] == ["encrypted", None]
    assert sorted(map(len, opened((PUBLIC / "rar4.rar").read_bytes()).values())) == [20, 20]


def members(name):
    return list(Archive().members(io.BytesIO((PUBLIC / name).read_bytes())))


@needs_library
def test_a_member_that_is_whole_but_for_its_checksum_gives_its_bytes_and_the_fault():
    raw = bytearray(seven_zip([("a.bin", b"\7" * 70000)]))
    at = bytes(raw).rindex(zlib.crc32(b"\7" * 70000).to_bytes(4, "little"))
    raw[at] ^= 1
    start = len(raw) - int.from_bytes(raw[20:28], "little")
    raw[28:32] = zlib.crc32(bytes(raw[start:])).to_bytes(4, "little")
    raw[8:12] = zlib.crc32(bytes(raw[12:32])).to_bytes(4, "little")
    stream = Archive().open(io.BytesIO(bytes(raw)), b"a.bin")

    assert stream.read(70000) == b"\7" * 70000
    with pytest.raises(Mismatch, match="the archive's program says"):
        stream.read(1)


@needs_library
@pytest.mark.parametrize("kept", [40, 100, 200])
def test_an_archive_that_is_cut_off_is_told(kept):
    with pytest.raises(ValueError, match=r"."):
        opened(seven_zip(FILES)[:kept])


def test_without_the_library_an_archive_says_what_would_open_it(monkeypatch):
    monkeypatch.setattr(library, "_LIBRARY", None)

    assert why_shut(Ends(seven_zip(FILES), b"")) == (
        "this is a container of type 7z; its files were not looked at: install libarchive on this machine (Debian: "
        "libarchive13) and add it again with --corrects, or unpack it outside, and add what comes out as a further "
        "acquisition"
    )


LETTERS = b"paket 40 file 50rb\n" * 5000
STREAMS = {"lz4": lz4, "older lz4": old_lz4, "lzip": lzip, "compress": compress}
HOLDERS = {
    "cabinet": lambda name, raw: cabinet(name, raw, packed=False),
    "packed cabinet": lambda name, raw: cabinet(name, raw, packed=True),
    "xar": lambda name, raw: xar(name.decode(), raw),
    "rpm": rpm,
}


@needs_library
@pytest.mark.parametrize("kind", sorted(STREAMS))
def test_a_packed_file_is_its_one_member(kind):
    packed = STREAMS[kind](LETTERS)

    assert opened(packed) == {b"unpacked": LETTERS}
    assert listing(packed).flaws == {}


@needs_library
@pytest.mark.parametrize("kind", sorted(STREAMS))
def test_an_archive_of_tar_in_a_packed_file_gives_its_members(kind):
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as made:
        one = tarfile.TarInfo("DCIM/a.bin")
        one.size = len(LETTERS)
        made.addfile(one, io.BytesIO(LETTERS))

    assert opened(STREAMS[kind](written.getvalue())) == {b"DCIM/a.bin": LETTERS}


@needs_library
@pytest.mark.parametrize("kind", sorted(set(STREAMS) - {"compress"}))  # that form has no end of its own
def test_a_packed_file_that_is_cut_off_says_so(kind):
    packed = STREAMS[kind](random.Random(1).randbytes(90_000))  # noqa: S311 # bytes that cannot be packed, no secret

    found = listing(packed[: len(packed) // 2])

    assert found.data == {}
    assert any(found.flaws.values())


@needs_library
def test_lz4_behind_a_frame_to_skip_is_opened_and_one_of_zeros_says_so():
    assert opened(b"\x53\x2a\x4d\x18\4\0\0\0note" + lz4(LETTERS)) == {b"unpacked": LETTERS}

    assert "nothing comes out of it but zeros" in listing(lz4(bytes(70_000))).flaws["a.zip"][0]


@needs_library
@pytest.mark.parametrize("kind", sorted(HOLDERS))
def test_cabinets_xar_and_packages_give_their_files(kind):
    raw = LETTERS[:30_000]

    [(name, data)] = opened(HOLDERS[kind](b"a.bin", raw)).items()

    assert (name.rpartition(b"/")[2], data) == (b"a.bin", raw)


@needs_library
@each("kind, seed", product(sorted({**STREAMS, **HOLDERS}), range(12)))
def test_changed_bytes_of_a_packed_file_raise_nothing_else(kind, seed):
    raw = bytearray(STREAMS[kind](LETTERS) if kind in STREAMS else HOLDERS[kind](b"a.bin", LETTERS[:30_000]))
    draw = random.Random(seed)  # noqa: S311 # a drawn place, no secret
    for _ in range(9):
        raw[draw.randrange(4, len(raw))] = draw.randrange(256)

    listing(bytes(raw))


@needs_library
@pytest.mark.parametrize(
    ("made", "kind"),
    [(seven_zip([("a.bin", LETTERS)]), b"7z"), (cabinet(b"a.bin", LETTERS[:30_000], packed=True), b"cab")],
)
def test_an_archive_behind_the_program_that_unpacks_it_is_opened(made, kind):
    program = b"MZ" + bytes(range(256)) * 1200 + made

    found = listing(program)

    assert found.data[b"archive." + kind] == made
    assert found.data[b"a.bin"] == LETTERS[: len(found.data[b"a.bin"])]
    assert listing(b"MZ" + bytes(range(256)) * 1200).data == {}
