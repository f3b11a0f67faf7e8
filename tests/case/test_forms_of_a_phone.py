# SPDX-License-Identifier: Apache-2.0
"""A phone as a folder, an archive whole or cut off, or a backup gives the same lists but for places."""

import gzip
import hashlib
import io
import sqlite3
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from tests.custody.every_noun import officer, start
from tests.exhibits.disks_made import encase, fat, partitioned

from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.acts.sets import add_set
from suluh.case.case import Case
from suluh.case.line.run import run
from suluh.case.verify.again.sources import verify_sources
from suluh.case.verify.case import verify_case
from suluh.model.evidence.backup import hashed
from suluh.model.intake import Content, File, Flaw
from suluh.model.matching import Fingerprint, Match
from suluh.model.talk import Message
from suluh.unit.folder import UnitFolder

DOMAIN = "AppDomainGroup-group.uji"
CHAT = "Chat/WhatsApp Chat with Budi.txt"
SAID = (
    "30/08/25, 18.00 - Pesan dan panggilan dienkripsi secara end-to-end.\n"
    "30/08/25, 18.01 - Budi: paket 40 file 50rb\n"
    "30/08/25, 18.02 - Ani: IMG-20250830-WA0001.jpg (file terlampir)\n"
)


def picture(turn: int) -> bytes:
    """A made-up picture with structure."""
    written = io.BytesIO()
    slope = Image.linear_gradient("L").resize((320, 240)).rotate(turn)
    Image.merge("RGB", (slope, Image.radial_gradient("L").resize((320, 240)), slope)).save(written, "JPEG")
    return written.getvalue()


def database(folder: Path) -> bytes:
    """A database with an app's table."""
    path = folder / "made.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t(a)")
    connection.execute("INSERT INTO t VALUES ('x')")
    connection.commit()
    connection.close()
    return path.read_bytes()


@pytest.fixture
def phone(tmp_path: Path) -> dict[str, bytes]:
    return {
        CHAT: SAID.encode(),
        "Chat/IMG-20250830-WA0001.jpg": picture(30),
        "DCIM/1.jpg": picture(60),
        "DCIM/2.jpg": picture(90) + b"\0\0\0\x18ftypisom\0\0\2\0isommp41" + b"\0\0\0\x10moov" + bytes(8),
        "DCIM/old.zip": zipped({"deep.jpg": picture(120)}),
        "databases/app.db": database(tmp_path),
        "notes.txt": b"catatan\n" * 40,
    }


def zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in files.items():
            written.writestr(name, data)
    return packed.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as written:
        for name, data in files.items():
            one = tarfile.TarInfo(name)
            one.size = len(data)
            written.addfile(one, io.BytesIO(data))
    return packed.getvalue()


def as_folder(files: dict[str, bytes], root: Path) -> Path:
    for name, data in files.items():
        path = root / "tree" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root / "tree"


def as_file(raw: bytes, root: Path) -> Path:
    (root / "one").write_bytes(raw)
    return root / "one"


def as_ios(files: dict[str, bytes], root: Path) -> Path:
    """A backup as Apple's programs write it: hashed names, and an index."""
    folder = root / "backup" / "00008101-000A1B2C3D4E001E"
    folder.mkdir(parents=True)
    connection = sqlite3.connect(folder / "Manifest.db")
    columns = "fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB"
    connection.execute(f"CREATE TABLE Files ({columns})")
    for name, data in files.items():
        key = hashed(DOMAIN.encode(), name.encode()).decode()
        (folder / key[:2]).mkdir(exist_ok=True)
        (folder / key[:2] / key).write_bytes(data)
        connection.execute("INSERT INTO Files VALUES (?, ?, ?, 1, NULL)", (key, DOMAIN, name))
    connection.execute("INSERT INTO Files VALUES (?, ?, 'DCIM', 2, NULL)", ("ab" * 20, DOMAIN))
    connection.commit()
    connection.close()
    return root / "backup"


def as_image(files: dict[str, bytes], root: Path) -> Path:
    """A disk image in three parts of EnCase's form."""
    (root / "image").mkdir()
    for number, raw in enumerate(encase(partitioned((6, fat(files))), parts=3), 1):
        (root / "image" / f"phone.E{number:02}").write_bytes(raw)
    return root / "image"


FORMS: dict[str, Callable[[dict[str, bytes], Path], Path]] = {
    "tar.gz": lambda files, root: as_file(gzip.compress(tarred(files)), root),
    "tar": lambda files, root: as_file(tarred(files), root),
    "zip cut off": lambda files, root: as_file(zipped(files)[:-200], root),
    "android backup": lambda files, root: as_file(b"ANDROID BACKUP\n5\n1\nnone\n" + zlib.compress(tarred(files)), root),
    "ios backup": as_ios,
    "raw image": lambda files, root: as_file(partitioned((6, fat(files))), root),
    "EnCase image": as_image,
}


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Callable[[Path], Case]]:
    """Runs a case of its own over an exhibit."""
    cases: list[Case] = []

    def make(exhibit: Path) -> Case:
        root = tmp_path / f"case-{len(cases)}"
        unit = UnitFolder(root / "unit")
        case = start(root / "case", unit, officer(unit, "S-1"))
        record_authority(case, Paper("court", "P-1", "PN Contoh", "2026-01-01"))
        add_exhibit(case, Bag(exhibit, "B-1", "P-1"))
        known = root / "known.txt"
        known.write_text(hashlib.sha256(picture(60)).hexdigest())
        add_set(case, known, kind="known")
        run(case, lambda _: None)
        cases.append(case)
        return case

    yield make
    for case in cases:
        verify_case(case.folder)
        case.close()


def lists(case: Case, names: set[str]) -> dict[str, list[object]]:
    """What a case knows, without where."""
    messages, contents = list(case.nouns(Message)), list(case.nouns(Content))
    files = {one.id: one for one in case.nouns(File)}
    paths = {one.id: one.path.decode().rpartition(f"{DOMAIN}/")[2] for one in files.values()}
    hashes = {paths[one.file].removeprefix("partition-1/"): one.sha256 for one in contents}
    return {
        "messages": sorted(
            (str(one.sent and one.sent.local), one.text or "", len(one.attachments)) for one in messages
        ),
        "found": sorted(len([each for each in one.attachments if each.sha256]) for one in messages),
        "files": sorted((name, hashes[name]) for name in hashes if name in names),
        "types": sorted((one.sha256, one.type) for one in contents if one.type.startswith(("image/", "video/"))),
        "looks": sorted((one.sha256, one.value or "") for one in case.nouns(Fingerprint)),
        "matches": sorted(one.sha256 for one in case.nouns(Match)),
    }


def test_every_form_of_a_phone_gives_its_lists(
    phone: dict[str, bytes], made: Callable[[Path], Case], tmp_path: Path
) -> None:
    names = {*phone, "deep.jpg"}
    whole = made(as_folder(phone, tmp_path))
    expected = lists(whole, names)
    assert len(expected["files"]) == len(names)
    assert expected["found"] == [0, 0, 1]
    assert len(expected["types"]) == 5
    assert len(expected["matches"]) == 1

    for form, write in FORMS.items():
        root = tmp_path / form
        root.mkdir()
        case = made(write(phone, root))

        assert (form, lists(case, names)) == (form, expected)
        assert verify_sources(case) > 0


def test_a_backup_says_where_the_bytes_of_a_file_lie(
    phone: dict[str, bytes], made: Callable[[Path], Case], tmp_path: Path
) -> None:
    case = made(as_ios(phone, tmp_path))

    files = [one for one in case.nouns(File) if one.path.endswith(CHAT.encode())]

    key = hashed(DOMAIN.encode(), CHAT.encode())
    assert [one.path for one in files] == [f"00008101-000A1B2C3D4E001E/{DOMAIN}/{CHAT}".encode()]
    assert [one.lies for one in files] == [b"00008101-000A1B2C3D4E001E/" + key[:2] + b"/" + key]


def test_a_backup_whose_index_cannot_be_read_keeps_hashed_names_and_says_so(
    phone: dict[str, bytes], made: Callable[[Path], Case], tmp_path: Path
) -> None:
    exhibit = as_ios(phone, tmp_path)
    [index] = exhibit.glob("*/Manifest.db")
    index.write_bytes(bytes(range(256)) * 40)

    case = made(exhibit)

    assert len([one for one in case.nouns(File) if not one.containers]) == len(phone) + 1
    reasons = [one.reason for one in case.nouns(Flaw)]
    assert any("the index of an iPhone's backup and cannot be read" in one for one in reasons)
