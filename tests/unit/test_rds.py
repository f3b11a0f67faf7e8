# SPDX-License-Identifier: Apache-2.0
"""A set of NIST's RDS 3 is read as the database it is, and gives the set that the same rows as a table give."""

import hashlib
import io
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from suluh.custody.key import QUICK, OfficerKey
from suluh.hashing.matching.match import exact
from suluh.model.errors import Misuse
from suluh.model.intake import Content
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import add_officer, unlock
from suluh.unit.sets import Added, Kind, add_set, load_sets

FULL = """
CREATE TABLE METADATA (object_id INTEGER PRIMARY KEY, crc32, md5, sha1, sha256, file_name, bytes, package_id);
CREATE TABLE VERSION (version VARCHAR PRIMARY KEY, build_set, build_date, release_date, description);
CREATE VIEW FILE AS SELECT UPPER(sha256) AS sha256, UPPER(sha1) AS sha1, UPPER(md5) AS md5 FROM METADATA;
CREATE VIEW DISTINCT_HASH AS SELECT DISTINCT sha256, sha1, md5, crc32 FROM METADATA;
CREATE VIEW PKG AS SELECT 1 AS package_id;
"""
"""Of full sets: the shape of what is documented, with made-up columns beside the hashes."""

MINIMAL = """
CREATE TABLE FILE (sha256 VARCHAR NOT NULL, sha1 VARCHAR NOT NULL, md5 VARCHAR NOT NULL, crc32 VARCHAR NOT NULL,
 file_name VARCHAR NOT NULL, file_size INTEGER NOT NULL, package_id INTEGER NOT NULL,
 CONSTRAINT k PRIMARY KEY (sha256, sha1, md5, crc32, file_name, file_size, package_id)){without};
CREATE TABLE PKG (package_id INTEGER NOT NULL, name VARCHAR NOT NULL);
CREATE TABLE VERSION (version VARCHAR UNIQUE NOT NULL);
CREATE VIEW DISTINCT_HASH AS SELECT DISTINCT sha256, sha1, md5, crc32 FROM FILE;
"""

Hashes = tuple[str | None, str | None, str | None]
Add = Callable[..., Added]


@pytest.fixture
def unit(tmp_path: Path) -> UnitFolder:
    return UnitFolder(tmp_path / "unit")


@pytest.fixture
def key(unit: UnitFolder) -> OfficerKey:
    add_officer(unit, "E1", "examiner", "a passphrase", "2026-09-30T02:00:00Z", QUICK)
    return unlock(unit, "E1", "a passphrase")


@pytest.fixture
def add(unit: UnitFolder, key: OfficerKey) -> Add:
    def added(path: Path, kind: Kind = "benign", version: str | None = None) -> Added:
        with path.open("rb") as file:
            return add_set(unit, key, file, kind, "rds", version)

    return added


def _hashes(text: str) -> Hashes:
    raw = text.encode()
    return (
        hashlib.sha256(raw).hexdigest().upper(),
        hashlib.sha1(raw, usedforsecurity=False).hexdigest().upper(),
        hashlib.md5(raw, usedforsecurity=False).hexdigest().upper(),
    )


TEXTS = [*map(str, range(40)), *map(str, range(30))]
"""Made-up contents, many of them twice as in NIST's sets."""


def _full(path: Path, rows: Sequence[Hashes]) -> Path:
    with closing(sqlite3.connect(path)) as base, base:
        base.executescript(FULL)
        base.executemany("INSERT INTO METADATA(sha256, sha1, md5, file_name) VALUES (lower(?), ?, ?, 'a.dll')", rows)
        base.execute("INSERT INTO VERSION(version) VALUES ('2024.03.1'), ('2024.12.1')")
    return path


def _minimal(path: Path, rows: Sequence[Hashes], *, without: str = "", first: int = 1) -> Path:
    with closing(sqlite3.connect(path)) as base, base:
        base.executescript(MINIMAL.format(without=without))
        ids = "" if without else ", rowid"
        numbered = [(*row, number) for number, row in enumerate(rows, first)]
        values = "?, ?, ?, 'AB', ?, 1, 1" + ("" if without else ", ?4")
        base.executemany(
            f"INSERT INTO FILE(sha256, sha1, md5, crc32, file_name, file_size, package_id{ids}) VALUES ({values})",
            numbered,
        )
    return path


def _csv(path: Path, rows: Sequence[Hashes]) -> Path:
    path.write_text("sha256,sha1,md5\n" + "".join(f"{','.join(one or '' for one in row)}\n" for row in rows), "utf-8")
    return path


@pytest.mark.parametrize("shape", ["full", "minimal", "without rowid"])
def test_the_set_is_that_of_the_same_rows_as_a_table(shape: str, add: Add, tmp_path: Path) -> None:
    rows, path = [_hashes(text) for text in TEXTS], tmp_path / "rds.db"
    if shape == "full":
        _full(path, rows)
    else:
        _minimal(path, rows, without="WITHOUT ROWID" if shape == "without rowid" else "")

    found, expected = add(path), add(_csv(tmp_path / "rds.csv", rows))

    assert found.set.digest == expected.set.digest
    assert (found.format, found.set.entries, found.set.flaws) == ("nsrl-3", len(TEXTS), 0)


def test_a_known_set_is_that_of_the_same_rows_as_a_table_or_a_list(add: Add, tmp_path: Path) -> None:
    sums = [(sha256, None, None) for sha256, _, _ in map(_hashes, TEXTS)]
    plain = tmp_path / "rds.txt"
    plain.write_text("".join(f"{sha256}\n" for sha256, _, _ in sums), "ascii")

    assert add(_full(tmp_path / "rds.db", sums), "known").set.digest == add(plain, "known").set.digest


def test_odd_rows_are_told_by_their_row_ids_and_the_set_is_still_that_of_the_table(add: Add, tmp_path: Path) -> None:
    rows = [_hashes(text) for text in TEXTS]
    odd: list[Hashes] = [("", None, None), (None, None, _hashes("md5 alone")[2]), ("abc", None, rows[0][2])]
    rows[5:5] = odd

    found = add(_full(tmp_path / "rds.db", rows))
    expected = add(
        _csv(tmp_path / "rds.csv", [row for row in rows if row[0] != "abc"])
    )  # of which a table uses the MD5

    assert found.set.digest == expected.set.digest
    assert found.set.flaws == 2
    assert [(flaw.line, flaw.reason) for flaw in found.flaws] == [
        (6, "the row has no hash"),
        (8, "sha256 has 3 characters, not 64"),
    ]


def test_blobs_and_numbers_in_the_place_of_hashes_are_flaws(add: Add, tmp_path: Path) -> None:
    path = _full(tmp_path / "rds.db", [_hashes("one")])
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("INSERT INTO METADATA(sha256) VALUES (x'00ff'), (5), (1.5), (zeroblob(32))")

    found = add(path)

    assert (found.set.entries, found.set.flaws, found.place) == (1, 4, "row")


def test_a_database_with_one_kind_of_hash_is_read(add: Add, tmp_path: Path) -> None:
    path = tmp_path / "rds.db"
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("CREATE TABLE FILE(MD5 TEXT)")
        base.execute("INSERT INTO FILE VALUES (?)", (_hashes("one")[2],))

    assert (add(path).set.entries, add(path).set.version) == (1, None)


@pytest.mark.parametrize(("named", "kept"), [(None, "2024.12.1"), ("of my own", "of my own")])
def test_its_version_is_that_of_its_table_when_the_officer_names_none(
    named: str | None, kept: str, add: Add, tmp_path: Path
) -> None:
    assert add(_full(tmp_path / "rds.db", [_hashes("one")]), "benign", named).set.version == kept


def test_a_trigger_and_a_view_of_a_hostile_list_do_nothing(add: Add, tmp_path: Path) -> None:
    path = _minimal(tmp_path / "rds.db", [_hashes("one")])
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("CREATE TRIGGER g AFTER INSERT ON FILE BEGIN DELETE FROM FILE; END")
        base.execute(
            "CREATE VIEW METADATA AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) "
            "SELECT hex(randomblob(32)) AS sha256 FROM n"
        )
    before = path.read_bytes()

    assert add(path).set.entries == 1
    assert path.read_bytes() == before


def test_a_content_is_found_by_it(add: Add, unit: UnitFolder, key: OfficerKey, tmp_path: Path) -> None:
    added = add(_full(tmp_path / "rds.db", [_hashes(text) for text in TEXTS]))
    sha256, sha1, md5 = (str(one).lower() for one in _hashes("7"))
    content = Content(id="c", file="f", sha256=sha256, sha1=sha1, md5=md5, size=1, type="image/png")

    [match] = exact([content], load_sets(unit, key, [added.set]))

    assert (match.set_name, match.set_kind) == ("rds", "benign")


def test_the_hash_of_an_empty_file_in_a_known_one_is_warned_of(add: Add, tmp_path: Path) -> None:
    [warning] = add(_full(tmp_path / "rds.db", [_hashes("one"), _hashes("")]), "known").warnings

    assert "hash of an empty file (entries 2)" in warning


def test_a_database_that_is_no_rds_is_refused_with_its_tables(add: Add, tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("CREATE TABLE message(text)")
        base.execute('CREATE TABLE "chat\x1b[2J"(id)')

    with pytest.raises(Misuse, match=r"has the tables chat\?\[2J, message: wanted is a table METADATA or FILE"):
        add(path)


def test_a_database_with_hashes_in_two_tables_loses_neither_without_a_word(add: Add, tmp_path: Path) -> None:
    path = _minimal(tmp_path / "rds.db", [_hashes("one")])
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("CREATE TABLE Metadata(md5)")

    with pytest.raises(Misuse, match="rds has hashes in two tables, FILE and Metadata, and an RDS 3 of NIST in one"):
        add(path)


def test_an_rds_without_a_row_is_refused(add: Add, tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="rds holds no hash that can be used"):
        add(_full(tmp_path / "rds.db", []))


def test_rows_behind_a_damaged_page_are_missing_and_said_so(add: Add, tmp_path: Path) -> None:
    path = _full(tmp_path / "rds.db", [_hashes(str(number)) for number in range(2000)])
    pages = path.stat().st_size // 4096
    with path.open("r+b") as file:
        file.seek(pages // 2 * 4096)
        file.write(b"\xff" * 4096)

    found = add(path)

    assert 0 < found.set.entries < 2000
    assert found.set.flaws == 1
    assert "fetch the database again" in found.flaws[0].reason


def test_a_delta_gives_the_set_of_the_rows_that_it_adds(add: Add, tmp_path: Path) -> None:
    rows = [_hashes(text) for text in TEXTS]
    path = tmp_path / "delta.sql"
    path.write_text(
        "BEGIN TRANSACTION;\n"
        + "".join(
            "INSERT INTO FILE(sha256,sha1,md5,file_name) VALUES('{}','{}','{}','a');\n".format(*row) for row in rows
        )
        + "DELETE FROM FILE WHERE sha256='x';\nCOMMIT;\n",
        "utf-8",
    )

    found = add(path)

    assert found.set.digest == add(_csv(tmp_path / "rds.csv", rows)).set.digest
    assert (found.format, found.set.flaws) == ("nsrl-3-delta", 1)
    assert "read the whole set of this release instead" in found.flaws[0].reason


def test_a_zip_is_refused_with_what_to_do(unit: UnitFolder, key: OfficerKey) -> None:
    with pytest.raises(Misuse, match="unpack it"):
        add_set(unit, key, io.BytesIO(b"PK\x03\x04 and so on"), "benign", "rds", None)
