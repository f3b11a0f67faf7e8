# SPDX-License-Identifier: Apache-2.0
"""A file that was cut into parts is read as one with them, and each part says so; a part without the others is told."""

import hashlib
import io
import zipfile
from itertools import islice

import pytest
from tests.workers.conftest import Bench

from suluh.exhibits.unpack import library
from suluh.model.evidence.parts import between, first, further, last
from suluh.model.ids import display
from suluh.model.intake import Content, File, Flaw, Outcome

from .volumes_made import rar_4, rar_5, split_zip

needs_library = pytest.mark.skipif(not library.is_installed(), reason="libarchive is not installed here")
ONE, TWO = bytes(range(256)) * 40, b"paket 40 file " * 300
BOTH = [(b"satu.bin", ONE), (b"dua.txt", TWO)]


def zipped():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("satu.bin", ONE)
        archive.writestr("dua.txt", TWO)
    return packed.getvalue()


def cut(raw, size):
    return [raw[at : at + size] for at in range(0, len(raw), size)]


VOLUMES_5 = [
    rar_5([(b"satu.bin", ONE[:4000], ONE, False, True)], more=True),
    rar_5([(b"satu.bin", ONE[4000:], ONE, True, False), (b"dua.txt", TWO[:700], TWO, False, True)], 1, more=True),
    rar_5([(b"dua.txt", TWO[700:], TWO, True, False)], 2, more=False),
]
VOLUMES_4 = [
    rar_4([(b"satu.bin", ONE[:4000], ONE, False, True)], is_first=True, more=True),
    rar_4(
        [(b"satu.bin", ONE[4000:], ONE, True, False), (b"dua.txt", TWO, TWO, False, False)], is_first=False, more=False
    ),
]
FORMS = {
    "paket.zip.001": dict(zip(("paket.zip.001", "paket.zip.002", "paket.zip.003"), cut(zipped(), 6000), strict=True)),
    "paket.z01": dict(
        zip(
            ("paket.z01", "paket.z02", "paket.zip"),
            split_zip([(b"satu.bin", ONE), (b"dua.txt", TWO)], 6000),
            strict=True,
        )
    ),
    "paket.part1.rar": {f"paket.part{number}.rar": raw for number, raw in enumerate(VOLUMES_5, 1)},
    "paket.rar": dict(zip(("paket.rar", "paket.r00"), VOLUMES_4, strict=True)),
}


def intake(tmp_path, files):
    """What the job of the intake says of a folder: digests of members, flaws, and who read each file on disk."""
    bench = Bench(tmp_path / "root", tmp_path / "scratch")
    (tmp_path / "scratch").mkdir()
    for name, raw in files.items():
        bench.write(name, raw)
    nouns = [noun for answer in bench.run("suluh.case.jobs.intake", *files) for noun in answer.nouns]
    contents = {noun.file: noun.sha256 for noun in nouns if isinstance(noun, Content)}
    members = {display(noun.path): contents.get(noun.id) for noun in nouns if isinstance(noun, File)}
    readers = {bench.file(name).id: name for name in files}
    read = {readers[noun.file]: noun.reader for noun in nouns if isinstance(noun, Outcome) and noun.file in readers}
    return members, [noun.reason for noun in nouns if isinstance(noun, Flaw)], read


def sha256(raw):
    return hashlib.sha256(raw).hexdigest()


@needs_library
@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_file_cut_into_parts_is_read_as_one(tmp_path, name):
    members, flaws, read = intake(tmp_path, FORMS[name])

    assert members == {"satu.bin": sha256(ONE), "dua.txt": sha256(TWO)}
    assert flaws == []
    assert read == dict.fromkeys([one for one in FORMS[name] if one != name], "zip" if ".z" in name else "archive")


@needs_library
@pytest.mark.parametrize("name", sorted(FORMS))
@pytest.mark.parametrize("lost", [0, 1])
def test_that_a_part_is_missing_is_told(tmp_path, name, lost):
    gone = list(FORMS[name])[lost]

    members, flaws, read = intake(tmp_path, {one: raw for one, raw in FORMS[name].items() if one != gone})

    assert flaws
    assert read == ({"paket.zip": "zip"} if gone == "paket.z02" else {})
    unlike = {*members.values()} - {None, sha256(ONE), sha256(TWO)}
    assert not unlike or any("bytes, and it holds" in one for one in flaws)


@needs_library
def test_archives_that_are_only_called_like_parts_are_each_opened(tmp_path):
    one = rar_5([(b"satu.bin", *(ONE, ONE), False, False)], more=False)
    two = rar_5([(b"dua.txt", *(TWO, TWO), False, False)], more=False)

    members, _, read = intake(tmp_path, {"a.part1.rar": one, "a.part2.rar": two})

    assert members == {"satu.bin": sha256(ONE), "dua.txt": sha256(TWO)}
    assert read == {}


@pytest.mark.parametrize(
    ("name", "second", "third"),
    [
        ("a.E01", "a.E02", "a.E03"),
        ("b/a.e01", "b/a.e02", "b/a.e03"),
        ("a.001", "a.002", "a.003"),
        ("a.7z.0001", "a.7z.0002", "a.7z.0003"),
        ("a.part1.rar", "a.part2.rar", "a.part3.rar"),
        ("a.part01.RAR", "a.part02.RAR", "a.part03.RAR"),
        ("a.rar", "a.r00", "a.r01"),
        ("A.Z01", "A.Z02", "A.Z03"),
    ],
)
def test_names_of_parts_lead_to_the_first_and_back(name, second, third):
    raw = name.encode()

    assert list(islice(further(raw), 2)) == [second.encode(), third.encode()]
    assert first(second.encode()) == first(third.encode()) == raw
    assert list(between(raw, third.encode())) == [second.encode()]
    assert first(raw) is None


def test_the_last_part_of_a_zip_archive_is_called_otherwise():
    assert last(b"a.z01") == b"a.zip"
    assert first(b"a.zip") == b"a.z01"
    assert list(between(b"a.z01", b"a.zip")) == []
    assert last(b"a.zip") is None
    assert [first(name) for name in (b"a.txt", b"a.jpg", b"a", b"a.part1.rar", b"a.png")] == [None] * 5
