# SPDX-License-Identifier: Apache-2.0
"""Images of disks: their files are listed with their bytes, and what is not read is told."""

import hashlib
import io
from pathlib import Path

import pytest

from suluh.exhibits.containers.disk import EnCase, Raw
from suluh.exhibits.disks.encase import Disk
from suluh.model.evidence.container import Remark

from .disks_made import CHUNK, encase, fat, partitioned

FILES = {"DCIM/A.BIN": bytes(range(256)) * 30, "DCIM/B.BIN": b"shape", "NOTE.TXT": b"paket 40 file", "GONE.TXT": b"old"}
VOLUME = fat(FILES, deleted=["GONE.TXT"])
LISTED = {name.encode(): raw for name, raw in FILES.items() if name != "GONE.TXT"}
PUBLIC = Path(__file__).parent.parent / "data" / "exhibits" / "image.E01"


def opened(raw):
    file = io.BytesIO(raw)
    container = next(kind() for kind in (EnCase, Raw) if kind().claims(raw[:65536], raw[-65536:]))
    found = list(container.members(file))
    members = {one.name: container.open(file, one.name).read() for one in found if not isinstance(one, Remark)}
    return members, [one.reason for one in found if isinstance(one, Remark)]


def test_the_files_of_a_volume_are_listed_with_their_bytes():
    members, reasons = opened(VOLUME)

    assert members == LISTED
    assert len(reasons) == 1
    assert reasons[0].startswith("1 names of deleted files in the volume are not listed, and free space was not")


def test_a_time_of_fat_stays_the_clock_s_own(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Jakarta")

    [note] = [one for one in Raw().members(io.BytesIO(VOLUME)) if getattr(one, "name", None) == b"NOTE.TXT"]

    assert note.modified == "2026-03-04T10:20:00"


def test_each_partition_is_read_and_a_locked_one_is_named():
    locked = bytes(3) + b"-FVE-FS-" + bytes(1013)
    members, reasons = opened(partitioned((6, VOLUME), (7, locked), (0x83, bytes(4096))))

    assert members == {b"partition-1/" + name: raw for name, raw in LISTED.items()}
    assert next(one for one in reasons if "partition 2" in one).endswith("it is an encrypted BitLocker volume")
    assert any("partition 3" in one and "holds no file system that can be read" in one for one in reasons)


DISK = partitioned((6, VOLUME))
MD5, SHA1 = (hashlib.new(name, DISK, usedforsecurity=False).digest() for name in ("md5", "sha1"))


@pytest.mark.parametrize("parts", [1, 3])
@pytest.mark.parametrize(("md5", "sha1"), [(MD5, None), (MD5, SHA1), (None, SHA1), (None, None)])
def test_a_disk_that_sums_up_to_what_its_image_states_has_no_flaw(parts, md5, sha1):
    _, reasons = opened(b"".join(encase(DISK, parts, md5, sha1)))

    assert [one for one in reasons if "states" in one] == []


@pytest.mark.parametrize("parts", [1, 3])
@pytest.mark.parametrize(("md5", "sha1"), [(SHA1[:16], None), (MD5, MD5 + SHA1[:4]), (SHA1[:16], MD5 + SHA1[:4])])
def test_a_disk_that_sums_up_to_something_else_than_its_image_states_is_told(parts, md5, sha1):
    _, reasons = opened(b"".join(encase(DISK, parts, md5, sha1)))

    told = [one for one in reasons if "for its whole disk, which has" in one]
    wrong = [("MD5", md5, MD5)] * (md5 != MD5) + [("SHA1", sha1, SHA1)] * (sha1 not in {None, SHA1})
    assert told == [
        f"the image states {name} {stated.hex()} for its whole disk, which has {found.hex()}"
        for name, stated, found in wrong
    ]


@pytest.mark.parametrize("parts", [1, 3])
def test_an_encase_image_gives_the_files_of_its_disk(parts):
    members, reasons = opened(b"".join(encase(partitioned((6, VOLUME)), parts)))

    assert members == {b"partition-1/" + name: raw for name, raw in LISTED.items()}
    assert len(reasons) == 1


def test_an_image_without_its_last_part_says_so():
    disk = partitioned((6, VOLUME))

    _, reasons = opened(b"".join(encase(disk, 3)[:2]))

    assert any(f"of {len(disk)} bytes of the disk are here; add the whole image" in one for one in reasons)


def test_parts_in_another_order_are_refused():
    one, two, three = encase(partitioned((6, VOLUME)), 3)

    with pytest.raises(ValueError, match="part 2 of the image is another part"):
        Disk(io.BytesIO(one + three + two))


def test_a_damaged_chunk_is_told_and_costs_no_other_file():
    [image] = encase(VOLUME)
    at = image.index(FILES["DCIM/A.BIN"][:64])
    damaged = image[:at] + b"\1" + image[at + 1 :]

    with pytest.raises(ValueError, match=r"chunk 0 of the image is damaged"):
        Disk(io.BytesIO(damaged)).read()


def test_the_disk_of_an_image_is_that_of_which_it_was_made():
    disk = VOLUME + bytes(CHUNK // 2)

    assert Disk(io.BytesIO(b"".join(encase(disk, 2)))).read() == disk


def test_a_public_image_of_ext_is_read():
    """From plaso's test data (Apache-2.0): see tests/data/exhibits/SOURCES.md."""
    members, reasons = opened(PUBLIC.read_bytes())

    assert {name: len(raw) for name, raw in members.items()} == {
        b"a_directory/a_file": 53,
        b"a_directory/another_file": 22,
        b"passwords.txt": 116,
    }
    assert reasons[0].startswith("3 names of deleted files in the volume")


@pytest.mark.parametrize("raw", [b"EVF\x09\r\n\xff\0\1\1\0\0\0", VOLUME[:4096], encase(VOLUME)[0][:5000]])
def test_what_is_cut_off_is_told(raw):
    with pytest.raises(ValueError, match=r"cut off|how large|is not read|no file system"):
        opened(raw)
