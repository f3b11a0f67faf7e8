# SPDX-License-Identifier: Apache-2.0
"""Pictures in the rows of databases are items, byte for byte; nothing else of a database is."""

import base64
import gzip
import io
import plistlib
import random
import sqlite3

import pytest
from PIL import Image

from .conftest import listing, zipped


def picture(turn=0, size=256, kind="JPEG"):
    written = io.BytesIO()
    Image.linear_gradient("L").rotate(turn).resize((size, size)).save(written, kind)
    return written.getvalue()


ROWS = [(None, "tanpa gambar", None), (7, "kecil", picture(10, 32)), (-3, "besar", picture(20, 900, "PNG"))]


def database(tmp_path, *, size=4096, extra="", rows=ROWS):
    path = tmp_path / "a.db"
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA page_size={size}")
        connection.execute(f"CREATE TABLE foto(_id INTEGER PRIMARY KEY, judul TEXT, kecil BLOB){extra}")
        connection.executemany("INSERT INTO foto VALUES (?, ?, ?)", rows)
    connection.close()
    return path.read_bytes()


@pytest.mark.parametrize("size", [512, 1024, 4096, 65536])
def test_pictures_of_rows_are_items_byte_for_byte(tmp_path, size):
    found = listing(database(tmp_path, size=size))

    assert found.data == {b"foto/7-3.jpg": ROWS[1][2], b"foto/-3-3.png": ROWS[2][2]}
    assert found.containers[b"a.zip"] is None
    assert found.flaws == {}


def test_a_picture_behind_a_long_text_and_among_many_rows_is_found(tmp_path):
    rows = [(number, "x" * (number * 37 % 9000), picture(number, 64)) for number in range(1, 300)]

    found = listing(database(tmp_path, rows=rows))

    assert len(found.data) == 299
    assert all(found.data[b"foto/%d-3.jpg" % number] == raw for number, _, raw in rows)


def test_a_table_without_row_numbers_gives_its_pictures_too(tmp_path):
    path = tmp_path / "b.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t(kunci TEXT PRIMARY KEY, isi BLOB) WITHOUT ROWID")
        connection.executemany("INSERT INTO t VALUES (?, ?)", [(f"k{n}", picture(n, 90)) for n in range(80)])
    connection.close()

    assert sorted(listing(path.read_bytes()).data.values()) == sorted(picture(n, 90) for n in range(80))


PHOTO = picture(50, 300)
FORMS = {
    "zip": (zipped(**{"a.jpg": PHOTO, "b.txt": b"paket 40 file"}), {b"a.jpg": PHOTO, b"b.txt": b"paket 40 file"}),
    "gz": (gzip.compress(PHOTO), {b"unpacked": PHOTO}),
    "plist": (plistlib.dumps({"isi": ["kata", PHOTO]}, fmt=plistlib.FMT_BINARY), {b"jpg": PHOTO}),
    "txt": (base64.b64encode(PHOTO).decode(), {b"jpg": PHOTO}),
    "bmp": (picture(50, 90, "BMP"), {}),
    "tif": (picture(50, 90, "TIFF"), {}),
}


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("size", [512, 4096])
def test_values_in_which_a_picture_lies_are_opened(tmp_path, form, size):
    value, inside = FORMS[form]

    found = listing(database(tmp_path, size=size, rows=[(1, "sebelum", None), (2, "judul", value)])).data

    raw = value.encode() if isinstance(value, str) else value
    assert found.pop(f"foto/2-3.{form}".encode()) == raw
    assert {name if name in inside else name.rpartition(b".")[2]: data for name, data in found.items()} == inside


@pytest.mark.parametrize("before", [b"\0\1\0\0\0\7", b"\1", b"JPEG:  "])
def test_a_picture_behind_a_few_bytes_of_a_value_is_an_item_without_them(tmp_path, before):
    found = listing(database(tmp_path, rows=[(2, "judul", before + PHOTO)])).data

    assert found == {b"foto/2-3.jpg": PHOTO}


def test_a_picture_that_stands_as_an_address_of_data_is_opened(tmp_path):
    value = "data:image/jpeg;base64," + base64.b64encode(PHOTO).decode()

    assert PHOTO in listing(database(tmp_path, rows=[(1, "judul", value)])).data.values()


def test_packed_words_and_lists_without_pictures_are_no_files(tmp_path):
    words = b"paket 40 file 50rb " * 90
    others = [
        gzip.compress(words),
        plistlib.dumps({"a": words.decode()}, fmt=plistlib.FMT_BINARY),
        "lihat /9j/ di " * 90,
    ]

    assert listing(database(tmp_path, rows=[(None, words.decode(), one) for one in others])).data == {}


def test_a_database_without_pictures_holds_nothing(tmp_path):
    rows = [(number, "paket 40 file", bytes(range(200))) for number in range(200)]

    assert listing(database(tmp_path, rows=rows)).data == {}


def test_what_stands_in_the_log_alone_is_found_there(tmp_path):
    path = tmp_path / "c.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=wal")
    connection.execute("PRAGMA wal_autocheckpoint=0")
    connection.execute("CREATE TABLE t(isi BLOB)")
    connection.execute("INSERT INTO t VALUES (?)", (picture(5, 700, "PNG"),))
    connection.commit()
    log = (tmp_path / "c.db-wal").read_bytes()
    connection.close()

    assert list(listing(log).data.values()) == [picture(5, 700, "PNG")]


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_database_raises_nothing(tmp_path, seed):
    dice = random.Random(seed)  # noqa: S311 # damage, not secrets
    rows = [(number, "judul", picture(number, 300)) for number in range(1, 12)]
    raw = bytearray(database(tmp_path, rows=rows, size=1024))
    for _ in range(dice.randrange(1, 400)):
        raw[dice.randrange(len(raw) if seed % 2 else 3000)] = dice.randrange(256)

    listing(bytes(raw[: dice.randrange(len(raw))] if seed % 3 else raw))
