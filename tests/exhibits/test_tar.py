# SPDX-License-Identifier: Apache-2.0
"""Archives of tar in every form and packing give every member, once, and are read at any place."""

import bz2
import gzip
import io
import lzma
import shutil
import subprocess
import tarfile
import zlib

import pytest
import zstandard
from PIL import Image
from tests.each import each

from suluh.exhibits.containers.tar import Gzip, Tar
from suluh.exhibits.limits import MIB, Caps
from suluh.exhibits.types import media_type

from .conftest import listing

DATA = {
    "a/1.txt": b"satu " * 400,
    "a/2.bin": bytes(number * number % 251 for number in range(70_000)),
    f"{'folder/' * 12}{'long' * 20}.txt": b"panjang",
    "kosong": b"",
    "b.txt": b"dua",
}
PACKINGS = {
    "bare": lambda raw: raw,
    "gzip": gzip.compress,
    "gzip in parts": lambda raw: gzip.compress(raw[:9000]) + gzip.compress(raw[9000:]),
    "bzip2": bz2.compress,
    "bzip2 in parts": lambda raw: bz2.compress(raw[:9000]) + bz2.compress(raw[9000:]),
    "xz": lzma.compress,
    "lzma": lambda raw: lzma.compress(raw, lzma.FORMAT_ALONE),
    "xz with zeros between": lambda raw: lzma.compress(raw[:9000]) + bytes(8) + lzma.compress(raw[9000:]) + bytes(4),
    "zstandard": zstandard.compress,
    "zstandard behind a frame to skip": lambda raw: b"\x53\x2a\x4d\x18\4\0\0\0note" + zstandard.compress(raw),
    "android": lambda raw: b"ANDROID BACKUP\n5\n1\nnone\n" + zlib.compress(raw),
    "xiaomi": lambda raw: b"MIUI BACKUP\n2\ncom.contoh coba\n-1\n0\nANDROID BACKUP\n5\n1\nnone\n" + zlib.compress(raw),
    "android, not packed": lambda raw: b"ANDROID BACKUP\n3\n0\nnone\n" + raw,
}


def tarred(form=tarfile.PAX_FORMAT, **others):
    """An archive with plain files, a folder and links."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=form) as written:
        folder = tarfile.TarInfo("a")
        folder.type = tarfile.DIRTYPE
        written.addfile(folder)
        for name, data in {**DATA, **others}.items():
            one = tarfile.TarInfo(name)
            one.size, one.mtime = len(data), 1_750_000_000
            written.addfile(one, io.BytesIO(data))
        for kind, name in ((tarfile.SYMTYPE, "tautan"), (tarfile.LNKTYPE, "keras")):
            link = tarfile.TarInfo(name)
            link.type, link.linkname = kind, "../b.txt"
            written.addfile(link)
    return packed.getvalue()


EXPECTED = {name.encode(): data for name, data in DATA.items()}


@pytest.mark.parametrize("packing", sorted(PACKINGS))
@pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_every_member_is_read(form, packing):
    found = listing(PACKINGS[packing](tarred(form)))

    assert found.data == EXPECTED
    assert found.flaws == {}
    assert found.containers[b"a.zip"] in {"tar", "gzip", "bzip2", "xz", "lzma", "zstandard", "android-backup"}
    specials = {file.path: file.special for file in found.files if file.special}
    assert specials == {b"tautan": "symbolic link to ../b.txt", b"keras": "hard link to ../b.txt"}
    assert {file.modified for file in found.files if not file.special} == {"2025-06-15T15:06:40Z"}


@pytest.mark.parametrize("packing", sorted(PACKINGS))
def test_one_that_is_cut_off_gives_what_comes_before_and_a_flaw(packing):
    whole = PACKINGS[packing](tarred(tarfile.GNU_FORMAT))

    found = listing(whole[: len(whole) * 2 // 3])

    assert found.flaws
    assert all(EXPECTED[name] == data for name, data in found.data.items())


def test_members_of_one_name_are_each_read():
    found = listing(tarred() + tarred())

    assert found.data[b"b.txt"] == found.data[b"b.txt#2"] == b"dua"
    assert any("a further member is called b.txt" in one for one in found.flaws["a.zip"])


def test_a_damaged_block_hides_no_member_behind_it():
    whole = bytearray(tarred(tarfile.GNU_FORMAT))
    at = whole.index(b"a/1.txt")
    whole[at : at + 100] = b"\1" * 100

    found = listing(bytes(whole))

    assert {name: data for name, data in EXPECTED.items() if name != b"a/1.txt"} == found.data
    assert "are of no member" in found.flaws["a.zip"][0]


@pytest.mark.parametrize("size", [b"\xff" * 12, b"\x80" + b"\x7f" * 11])
@pytest.mark.parametrize("kind", [b"V", b"x", b"L", b"0"])
def test_a_size_that_cannot_be_hides_no_member_behind_it(size, kind):
    whole = tarred(c=b"tiga")
    head = bytearray(whole[:512])
    head[124:136], head[156:157], head[148:156] = size, kind, b" " * 8
    head[148:156] = b"%06o\0 " % sum(head)

    found = listing(whole[:512] + bytes(head) + b"\7" * 2048 + whole[512:])

    assert found.data[b"c"] == b"tiga"
    assert "are of no member" in str(found.flaws["a.zip"])


def test_one_packed_file_is_the_one_member():
    named = io.BytesIO()
    with gzip.GzipFile("catatan.txt", "wb", fileobj=named) as written:
        written.write(b"halo")

    assert listing(named.getvalue()).data == {b"catatan.txt": b"halo"}
    assert listing(bz2.compress(b"halo")).data == {b"unpacked": b"halo"}
    assert listing(lzma.compress(b"halo")).data == {b"unpacked": b"halo"}


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstandard.compress])
def test_a_bomb_is_stopped(pack):
    found = listing(pack(bytes(64 * MIB)))

    assert found.data == {}
    assert found.stopped or "too large" in str(found.flaws)


def test_the_caps_hold():
    found = listing(tarred(), Caps(members=2))

    assert "more than 2 members" in found.flaws["a.zip"][0]


def test_a_backup_with_a_password_says_so():
    for before in (b"", b"MIUI BACKUP\n2\ncom.contoh coba\n-1\n0\n"):
        found = listing(before + b"ANDROID BACKUP\n5\n1\nAES-256\nabc\ndef\n" + bytes(90))

        assert "it is encrypted" in found.flaws["a.zip"][0]


@pytest.mark.parametrize("kind", [Tar, Gzip])
def test_members_are_read_in_any_order_and_again(kind):
    raw = tarred() if kind is Tar else gzip.compress(tarred())
    file, container = io.BytesIO(raw), kind()

    for name in [*sorted(EXPECTED, reverse=True), *sorted(EXPECTED)]:
        assert container.open(file, name).read() == EXPECTED[name]


@each("seed", range(80))
def test_changed_bytes_raise_nothing_else(seed):
    whole = bytearray(gzip.compress(tarred()) if seed % 2 else tarred())
    whole[seed * 7919 % len(whole)] ^= 1 << seed % 8

    listing(bytes(whole))


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT])
@pytest.mark.parametrize("without_mark", [False, True])
def test_an_archive_that_begins_with_a_picture_is_an_archive(form, without_mark):
    written = io.BytesIO()
    Image.linear_gradient("L").save(written, "JPEG")
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=form) as archive:
        for name in ("1.jpg", "2.jpg"):
            one = tarfile.TarInfo(name)
            one.size = len(written.getvalue())
            archive.addfile(one, io.BytesIO(written.getvalue()))
    raw = old(packed.getvalue()) if without_mark else packed.getvalue()

    found = listing(raw)

    assert found.data == {b"1.jpg": written.getvalue(), b"2.jpg": written.getvalue()}
    assert found.containers[b"a.zip"] == "tar"
    assert media_type(raw) == "application/x-tar"


def old(raw):
    """The same without the marks that came with POSIX: as tar of UNIX 7 wrote it."""
    blocks = [raw[at : at + 512] for at in range(0, len(raw), 512)]
    return b"".join(unmarked(one) if one[257:262] == b"ustar" else one for one in blocks)


def unmarked(block):
    plain = block[:148] + b" " * 8 + block[156:257] + bytes(255)
    return plain[:148] + b"%06o\0 " % sum(plain) + plain[156:]


HOLES = b"awal" + bytes(40_000) + b"tengah" * 900 + bytes(9_000)


@pytest.mark.skipif(shutil.which("tar") is None, reason="the program tar is not installed")
@pytest.mark.parametrize(
    "form",
    [["gnu"], ["posix", "--sparse-version=0.0"], ["posix", "--sparse-version=0.1"], ["posix", "--sparse-version=1.0"]],
)
@pytest.mark.parametrize("pieces", [2, 40])
def test_a_file_with_holes_is_read_with_its_holes(tmp_path, form, pieces):
    data = HOLES * (pieces // 2)
    with (tmp_path / "berlubang.bin").open("wb") as file:
        for at in range(0, len(data), 4096):
            block = data[at : at + 4096]
            file.seek(at)
            file.write(block) if any(block) else None
        file.truncate(len(data))
    (tmp_path / "lain.txt").write_bytes(b"paket 40 file")
    command = ["tar", "-S", "--format", *form, "-cf", "a.tar", "berlubang.bin", "lain.txt"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=60)

    found = listing((tmp_path / "a.tar").read_bytes())

    assert found.data[b"lain.txt"] == b"paket 40 file"
    assert found.data[b"berlubang.bin"] == data
    assert found.flaws == {}


def test_a_file_with_holes_that_make_no_sense_says_so():
    one = tarfile.TarInfo("GNUSparseFile.1/a.bin")
    one.pax_headers = {"GNU.sparse.map": "90,10,5,3", "GNU.sparse.size": "100", "GNU.sparse.name": "a.bin"}
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as written:
        written.addfile(one)

    [file] = listing(packed.getvalue()).files

    assert (file.path, file.special) == (b"a.bin", "sparse file of a form that is not read")


def test_holes_that_are_far_larger_than_what_is_stored_end_at_the_limit():
    one = tarfile.TarInfo("a.bin")
    one.pax_headers = {"GNU.sparse.map": "0,0", "GNU.sparse.size": str(1 << 45)}
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as written:
        written.addfile(one)

    found = listing(packed.getvalue())

    assert found.stopped == [b"a.bin"]
    assert "too large" in found.flaws["a.bin"][0]
