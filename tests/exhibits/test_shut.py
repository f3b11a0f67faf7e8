# SPDX-License-Identifier: Apache-2.0
"""A container that is not opened says so, and one that is encrypted too."""

import io
import struct

import pytest
from PIL import Image

from suluh.exhibits.disks import sleuthkit
from suluh.exhibits.members import Ends
from suluh.exhibits.shut import is_index_inside, is_orphan, why_shut
from suluh.exhibits.unpack import library
from suluh.model.intake import File

from .conftest import listing, zipped


def at(place, mark, size=70_000):
    return bytes(place) + mark + bytes(size - place - len(mark))


DISK = at(446, b"\x80\1\1\0\x07\xfe\xff\xff\x3f\0\0\0\0\x08\0\0" + bytes(48) + b"\x55\xaa")
SHUT = {
    "ad1": (b"ADSEGMENTEDFILE\0" + bytes(600), "AccessData logical image (AD1)"),
    "lx01": (b"LEF2\r\n\x81\0" + bytes(60), "EnCase logical image (Lx01)"),
    "aff": (b"AFF10\r\n\0" + bytes(60), "AFF image"),
    "erofs": (at(1024, b"\xe2\xe1\xf5\xe0"), "disk image with an EROFS file system"),
    "lvm": (at(512, b"LABELONE"), "disk image with LVM volumes"),
    "lzop": (b"\x89LZO\0\r\n\x1a\n" + bytes(60), "lzop"),
    "vhdx": (b"vhdxfile" + bytes(90), "Hyper-V disk image"),
    "ex01": (b"EVF2\r\n\x81\0" + bytes(60), "EnCase image (Ex01)"),
    "outlook": (b"!BDN" + bytes(90), "Outlook store"),
}
DISKS = {
    "e01": (b"EVF\x09\r\n\xff\0\1\1\0" + bytes(60), "EnCase image (E01)"),
    "iso": (at(32769, b"CD001"), "ISO 9660 image"),
    "ntfs": (at(3, b"NTFS    "), "disk image with an NTFS file system"),
    "ext": (at(1080, b"\x53\xef"), "disk image with an ext file system"),
    "disk": (DISK, "disk image with a partition table"),
    "gpt": (at(512, b"EFI PART"), "disk image with a partition table"),
}
ARCHIVES = {
    "7z": (b"7z\xbc\xaf\x27\x1c\0\4" + bytes(90), "7z"),
    "rar": (b"Rar!\x1a\x07\1\0" + bytes(4) + b"\x0d\1\0", "RAR"),
    "old cpio": (b"\xc7\x71" + bytes(4) + b"\xa4\x81" + bytes(12) + b"\2\0\0\0\0\0a\0" + bytes(60), "cpio"),
    "cab": (b"MSCF\0\0\0\0" + bytes(60), "Windows cabinet"),
    "xar": (b"xar!\0\x1c" + bytes(60), "xar"),
    "rpm": (b"\xed\xab\xee\xdb\3" + bytes(100), "RPM"),
    "lz4": (b"\x04\x22\x4d\x18" + bytes(60), "LZ4"),
    "older lz4": (b"\x02\x21\x4c\x18" + bytes(60), "LZ4"),
    "lzip": (b"LZIP\1" + bytes(60), "lzip"),
    "compress": (b"\x1f\x9d\x90" + bytes(60), "compress"),
    "lzh": (b"\x21\x55-lh5-" + bytes(60), "LZH"),
    "deb": (b"!<arch>\ndebian-binary   1", "ar or deb"),
}
LOCKED = {
    "7z": (b"7z\xbc\xaf\x27\x1c\0\4" + bytes(90) + bytes.fromhex("1706f1070100"), "7z"),
    "rar 5": (b"Rar!\x1a\x07\1\0" + bytes(4) + b"\x21\4\0", "RAR"),
    "rar 4": (b"Rar!\x1a\x07\0\xce\x99\x73\x80\0\x0d\0", "RAR"),
    "pdf": (b"%PDF-1.4\n" + bytes(900) + b"trailer <</Encrypt 5 0 R>>\n%%EOF", "PDF"),
    "office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900) + "EncryptedPackage".encode("utf-16-le"), "Office"),
    "luks": (b"LUKS\xba\xbe\0\1", "LUKS volume"),
    "bitlocker": (at(3, b"-FVE-FS-"), "BitLocker volume"),
}


def said(raw):
    return why_shut(Ends(raw[:65536], raw[-65536:]))


@pytest.mark.parametrize("kind", sorted(DISKS))
def test_an_image_of_a_disk_is_opened_with_the_extra_and_else_says_so(kind, monkeypatch):
    raw, name = DISKS[kind]
    assert said(raw) is None

    monkeypatch.setattr(sleuthkit, "_TSK", None)

    assert said(raw) == (
        f"this is a container of type {name}; its files were not looked at: install `suluh[images]` and add it again "
        "with --corrects, or unpack it outside, and add what comes out as a further acquisition"
    )


@pytest.mark.parametrize("kind", sorted(ARCHIVES))
def test_an_archive_is_opened_with_the_library_and_else_says_so(kind, monkeypatch):
    raw, name = ARCHIVES[kind]
    assert (said(raw) is None) == library.is_installed()

    monkeypatch.setattr(library, "_LIBRARY", None)

    assert said(raw).startswith(f"this is a container of type {name}; its files were not looked at: install libarchive")


@pytest.mark.parametrize("kind", sorted(SHUT))
def test_a_container_that_is_not_opened_says_so(kind):
    raw, name = SHUT[kind]

    assert said(raw) == (
        f"this is a container of type {name}; its files were not looked at: unpack it outside, and add what comes out "
        "as a further acquisition"
    )


@pytest.mark.parametrize("kind", sorted(LOCKED))
def test_one_that_is_encrypted_says_so(kind):
    raw, name = LOCKED[kind]

    assert said(raw) == (
        f"this is an encrypted container of type {name}; its files were not looked at: decrypt it outside with its "
        "password or key, and add what comes out as a further acquisition"
    )


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"30/08/25, 18.00 - Budi: paket 40 file 50rb\n" * 300,
        zipped(a="x"),
        b"SQLite format 3\0" + bytes(4000),
        b"%PDF-1.4\n%%EOF",
        b"`\xea is how this note begins, and it goes on for as long as a note does, or a little longer than that",
        bytes(70_000),
        bytes(510) + b"\x55\xaa" + bytes(600),
    ],
)
def test_what_is_none_or_is_opened_says_nothing(raw):
    assert said(raw) is None


def picture(turn):
    written = io.BytesIO()
    Image.linear_gradient("L").rotate(turn).save(written, "JPEG")
    return written.getvalue()


PICTURES = [picture(turn) for turn in (0, 90, 180)]


@pytest.mark.parametrize("kind", sorted(SHUT))
def test_one_in_which_a_picture_is_found_says_so_all_the_same(kind):
    raw, name = SHUT[kind]
    whole = raw + PICTURES[0]

    assert name in said(whole)
    assert list(listing(whole).data.values()) == [PICTURES[0]]


def test_an_aff4_image_says_that_its_disk_was_not_looked_at():
    assert "AFF4" in said(zipped(**{"container.description": "aff4://0", "information.turtle": "@prefix aff4: <x> ."}))


def stores():
    """Stores in the forms of Android, iOS and Windows."""
    slots = [b"\1" + struct.pack(">QI", number, len(one)) + one for number, one in enumerate(PICTURES)]
    thumbdata = b"".join(slot.ljust(20_000, b"\0") for slot in slots)
    head = b"CMMM" + struct.pack("<5I", 0x20, 0, 24, 24 + 900, 3)
    windows = head + b"".join(
        b"CMMM" + struct.pack("<I", 80 + len(one)) + bytes(range(1, 73)) + one for one in PICTURES
    )
    return {
        "empty slots first": bytes(30_000) + thumbdata,
        "thumbcache": windows,
        "imgcache": b"\xb6\xc4\x3b\x41" + bytes(range(1, 255)) * 4 + b"".join(PICTURES),
    }


@pytest.mark.parametrize("kind", sorted(stores()))
def test_the_pictures_of_a_store_are_items_in_it(kind):
    found = listing(stores()[kind])

    assert sorted(found.data.values()) == sorted(PICTURES)
    assert found.containers[b"a.zip"] is None


def test_a_store_that_counts_as_its_first_picture_holds_that_one_and_the_others():
    raw = b"\1" + struct.pack(">QI", 0, len(PICTURES[0])) + b"\0".join(PICTURES)

    assert [data for _, data in sorted(listing(raw).data.items())] == PICTURES


def test_bytes_that_only_look_like_the_start_of_a_picture_are_none():
    assert listing(bytes(range(1, 256)) * 9 + b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)) * 40).data == {}


@pytest.mark.parametrize("before", [70_000, 5 << 20])
def test_a_picture_far_behind_in_bytes_of_no_known_kind_is_an_item(before):
    raw = bytes(range(256)) * (before // 256)

    assert sorted(listing(raw + b"".join(PICTURES) + raw).data.values()) == sorted(PICTURES)


def test_a_picture_in_boxes_among_other_bytes_is_an_item_where_it_is_whole():
    written = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(written, "AVIF")
    raw = written.getvalue()
    other = bytes(range(256)) * 5

    assert list(listing(other + raw + other).data.values()) == [raw]
    assert listing(other + raw[:-40]).data == {}


@pytest.mark.parametrize("before", [2, 700])
def test_the_last_part_of_a_cut_file_that_is_long_is_told(before):
    assert is_orphan(b"disk.raw.002", Ends((bytes(range(256)) * before)[: 1 << 16], b"x"))


def test_the_index_of_an_old_backup_is_told():
    assert said(b"mbdb\5\0" + bytes(90)).startswith("this is the index of an iPhone's backup by iOS 4 to 9")


@pytest.mark.parametrize(
    ("path", "around", "is_one"), [(b"b/Manifest.db", (b"a.zip",), True), (b"Manifest.db", (), False)]
)
def test_the_index_of_a_backup_in_an_archive_is_told(path, around, is_one):
    file = File(id="x", exhibit="B-1", acquisition="1", path=path, order=1, containers=around)

    assert is_index_inside(file) is is_one
