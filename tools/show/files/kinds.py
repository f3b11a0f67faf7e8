# SPDX-License-Identifier: Apache-2.0
"""Every kind of file that was once wrong, each held by tests with variants of its own."""

from collections.abc import Iterator
from pathlib import Path

from tools.show.ground.held import held
from tools.show.line import Line

WHOLE = "tests/hashing/test_whole.py"
ZIPS = "tests/exhibits/test_zip_damaged.py"
FORMS = "tests/hashing/test_set_forms.py"


def pictures(_: Path) -> Iterator[Line]:
    """Pictures."""
    yield held(
        "JPEG without its end, cut, progressive: hashed, and told",
        f"{WHOLE}::test_a_jpeg_without_its_end_is_near_the_whole_one",
        f"{WHOLE}::test_what_is_missing_of_a_picture_is_told",
    )
    yield held(
        "64 and 108 million points: near the small one",
        f"{WHOLE}::test_a_jpeg_of_a_phones_full_setting_is_hashed_at_a_reduced_scale",
    )
    yield held(
        "stickers of one look: one hash; a drawing in alpha alone: usable",
        f"{WHOLE}::test_stickers_of_one_look_have_one_hash_whatever_stands_under_them",
        f"{WHOLE}::test_a_drawing_in_what_is_seen_through_alone_has_a_hash",
    )
    yield held("each page of a TIFF", f"{WHOLE}::test_each_page_of_a_tiff_is_hashed")
    yield held("LAB, cut and whole pictures behind the lock as before it", "tests/hashing/test_locked.py")
    yield held(
        "fields of EXIF of another kind: named, the others stand",
        f"{WHOLE}::test_a_field_of_the_header_that_is_of_another_kind_is_named",
        f"{WHOLE}::test_a_field_that_leads_nowhere_leaves_the_others",
    )


def media(_: Path) -> Iterator[Line]:
    """Media types."""
    yield held("42 kinds of picture and film told as one", "tests/exhibits/test_types.py")


def databases(_: Path) -> Iterator[Line]:
    """Databases."""
    yield held(
        "long views, triggers, indexes, and orders of an app: tables read, no damage told",
        "tests/workers/test_database.py",
    )


def archives(_: Path) -> Iterator[Line]:
    """Archives."""
    yield held("ZIP cut, padded, miscounted, marked, unpacking itself, hidden and equal members, six methods", ZIPS)
    yield held("what lies behind or in a picture, film or sound", "tests/exhibits/test_behind.py")
    yield held("what is not opened says so; stores of thumbnails", "tests/exhibits/test_shut.py")
    yield held("disks: raw, EnCase in parts, partitions, locked, cut off, damaged", "tests/exhibits/test_disks.py")
    yield held(
        "disks of virtual machines, Apple and Android: the same files byte for byte", "tests/exhibits/test_virtual.py"
    )
    yield held("previews of raw files, DICOM, covers and attachments of films", "tests/exhibits/test_previews.py")
    yield held("7z and RAR, where the system has libarchive", "tests/exhibits/test_archive.py")
    yield held(
        "archives cut into parts: RAR 4 and 5, ZIP, 7z and pieces; a missing part told", "tests/exhibits/test_parts.py"
    )
    yield held(
        "pictures in rows of databases, in their logs, and as letters in texts: items, byte for byte",
        "tests/exhibits/test_sqlite.py",
        "tests/exhibits/test_wrapped.py",
    )
    yield held("tar in five packings, mails, OLE", "tests/exhibits/test_tar.py", "tests/exhibits/test_mail.py")


def sets(_: Path) -> Iterator[Line]:
    """Hash lists."""
    yield held("37 forms in four encodings, 9 of VICS; an open quote hides nothing", FORMS)


def away(_: Path) -> Iterator[Line]:
    """What was empty, locked, not attached or changed."""
    yield held("empty, unreadable, not attached, changed: told, and listed later", "tests/case/test_reach.py")


def phone(_: Path) -> Iterator[Line]:
    """One phone in six forms."""
    yield held(
        "a phone as tar, tar.gz, ZIP cut off, .ab, iOS backup, raw and EnCase image: the lists of the folder",
        "tests/case/test_forms_of_a_phone.py",
    )
