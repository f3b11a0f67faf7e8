# SPDX-License-Identifier: Apache-2.0
"""What every reader promises, asked of every fixture: a new reader gets these tests with its files."""

import ast
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.each import each
from tests.readers.fixtures import Fixture, all_fixtures, bodies, claimed, records
from tests.readers.folder_source import FolderSource

import suluh.readers
from suluh import plugins
from suluh.model.body import Noun, body
from suluh.model.intake import Flaw
from suluh.model.nouns import noun
from suluh.model.place import Place
from suluh.model.talk import Account, Contact, Conversation, Message
from suluh.model.trade import Payment, Statement
from suluh.readers.claim import claimants
from suluh.readers.reader import Reader
from suluh.workers.wire.check import identity
from suluh.workers.wire.form import fault

FACTS = Message | Payment | Contact | Flaw
ALLOWED = {
    *("suluh.model", "suluh.plugins", "suluh.readers", "ijson", "msgspec", "phonenumbers"),
    *("olefile", "pypdfium2", "python_calamine"),
}
IN_PARENT = {f"copies/{name}.py": "numpy" for name in ("joint", "lines/marks", "lines/chains", "bounds/passed")}
"""What lies in the room of readers and runs over the whole case, in no worker."""

CPU_SECONDS = 5.0
IN_GRIDS = {"statement-html", "statement-json", "statement-pdf", "statement-workbook"}
FLIPS, LEAST_FLIPS = 60, 6
"""Copies with flipped bytes: so many of a reader's fixtures together, and at least so many of each."""

FIXTURES = all_fixtures()
OF_A_READER = Counter(one.reader for one in FIXTURES)
ROOM = Path(suluh.readers.__file__).parent


class Read(NamedTuple):
    """A file that was read: who claims it, and all records of it."""

    source: FolderSource
    names: list[str]
    records: list[Noun]


Reads = Callable[[Fixture], list[Read]]


def named(one: Fixture) -> str:
    return f"{one.reader}/{one.folder.name}"


@pytest.fixture(params=FIXTURES, ids=named)
def fixture(request: pytest.FixtureRequest) -> Fixture:
    return request.param


@pytest.fixture(scope="module")
def reads(tmp_path_factory: pytest.TempPathFactory) -> Reads:
    """The files of a fixture, each with all that its reader says of it; read once for all who only look at it."""

    @cache
    def read(one: Fixture) -> list[Read]:
        sources = claimed(one.sources(tmp_path_factory.mktemp("read")))
        return [Read(source, [reader.name for reader, _ in claimants(source)], records(source)) for source in sources]

    return read


def said(found: list[Read]) -> bytes:
    """The canonical bodies of all records, one a line."""
    return b"".join(body(record) + b"\n" for one in found for record in one.records)


def test_every_reader_has_a_fixture() -> None:
    names = {reader.name for reader in plugins.find("suluh.readers", Reader)}

    assert names == {one.reader for one in FIXTURES}


@each("one", FIXTURES, named)
def test_exactly_one_reader_claims_a_file(reads: Reads, one: Fixture) -> None:
    assert reads(one)
    assert [read.names for read in reads(one) if read.names != [one.reader]] == []


@each("one", FIXTURES, named)
def test_the_records_are_those_expected(reads: Reads, one: Fixture) -> None:
    assert said(reads(one)) == one.expected.read_bytes()


@each("one", FIXTURES, named)
def test_a_file_read_twice_gives_the_same(reads: Reads, one: Fixture) -> None:
    assert bodies([read.source for read in reads(one)]) == said(reads(one))


@each("one", FIXTURES, named)
def test_every_record_has_its_own_id_and_a_body_that_reads_back(reads: Reads, one: Fixture) -> None:
    found = [record for read in reads(one) for record in read.records]

    assert [noun(body(record)) for record in found] == found
    assert [id_ for id_, times in Counter(record.id for record in found).items() if times > 1] == []


@each("one", FIXTURES, named)
def test_every_id_can_be_worked_out_from_the_record_itself(reads: Reads, one: Fixture) -> None:
    """A worker is believed no id: what the parent works out must be what the reader made, in the form it counts on."""
    found = [record for read in reads(one) for record in read.records]

    assert [record for record in found if record.id != identity(record)] == []
    assert [record for record in found if fault(record)] == []


@each("fixture", FIXTURES, named)
def test_every_line_is_accounted_for_and_none_twice(reads: Reads, fixture: Fixture) -> None:
    """Facts never share a line; a statement stands around its lines, with heading and footer.

    What lies on a sheet or a page, or in the marks of HTML, is counted by rows: `test_grids.py`.
    """
    for source, _, found in reads(fixture):
        told = [record for record in found if isinstance(record, FACTS) and not _is_of_read_lines(record)]
        facts = [record.place for record in told]
        spots = [(one.sheet, one.page, line) for one in facts for line in _numbers(one)]
        assert [one for one, times in Counter(spots).items() if times > 1] == []
        lines = [line for record in told for line in _lines(record)]
        if not lines or fixture.reader in IN_GRIDS:
            continue
        frame = {line for record in found if isinstance(record, Statement) for line in _lines(record)}
        assert [line for line, times in Counter(lines).items() if times > 1] == []
        assert sorted({*lines, *frame}) == list(range(1, 1 + sum(1 for _ in source.lines())))


@each("fixture", FIXTURES, named)
def test_every_row_is_accounted_for_and_none_twice(reads: Reads, fixture: Fixture) -> None:
    """Of each table that gives facts, every row gives one, or at least a sighting of an account or conversation."""
    for source, _, found in reads(fixture):
        facts = [record.place for record in found if isinstance(record, FACTS)]
        seen = {(one.place.table, one.place.row) for one in found if isinstance(one, Account | Conversation)}
        told = [place for place in facts if place.table and place.row and place.path == source.path]
        rows = {(place.table, place.row) for place in told}
        spots = Counter((place.table, place.row, place.position) for place in told)  # a cell may hold several numbers
        tables = {table for table, _ in rows if table in source.tables}
        assert [one for one, times in spots.items() if times > 1] == []
        assert {one for one in {*rows, *seen} if one[0] in tables} == {
            (table, str(row.id)) for table in tables for row in source.rows(table, ())
        }


@each("fixture", FIXTURES, named)
def test_no_two_facts_share_a_pointer(reads: Reads, fixture: Fixture) -> None:
    for _, _, found in reads(fixture):
        facts = [record.place.pointer for record in found if isinstance(record, FACTS)]

        assert [one for one, times in Counter(facts).items() if one is not None and times > 1] == []


def test_a_file_cut_anywhere_gives_records_and_no_exception(fixture: Fixture, tmp_path: Path) -> None:
    for source in claimed(fixture.sources(tmp_path)):
        whole = (tmp_path / source.path).read_bytes()
        for step in range(20):
            _survives(fixture, source, tmp_path, whole[: len(whole) * step // 20])
        (tmp_path / source.path).write_bytes(whole)


def test_a_file_with_flipped_bytes_gives_records_and_no_exception(fixture: Fixture, tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 # a seeded draw of faults
    sources = claimed(fixture.sources(tmp_path))
    each = max(LEAST_FLIPS, FLIPS // OF_A_READER[fixture.reader])
    for source in sources:
        whole = (tmp_path / source.path).read_bytes()
        for _ in range(-(-each // len(sources))):
            broken = bytearray(whole)
            for _ in range(chance.choice((1, 3, 10))):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            _survives(fixture, source, tmp_path, bytes(broken))
        (tmp_path / source.path).write_bytes(whole)


@each("path", sorted(ROOM.rglob("*.py")), lambda path: path.relative_to(ROOM).as_posix())
def test_a_reader_imports_only_the_model_and_a_short_list(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    names = {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names.discard("suluh")  # `from suluh import plugins`
    more = IN_PARENT.get(path.relative_to(ROOM).as_posix())

    assert {name for name in names if not _is_allowed(name) and name.partition(".")[0] != more} == set()


def _is_allowed(name: str) -> bool:
    known = any(name == one or name.startswith(one + ".") for one in ALLOWED)
    return known or name.partition(".")[0] in sys.stdlib_module_names - {"sqlite3", "pickle", "subprocess", "socket"}


def _is_of_read_lines(record: FACTS) -> bool:
    """Whether a flaw speaks of lines that are read, each as its own fact."""
    return isinstance(record, Flaw) and re.match(r"line \d+: |\d+ lines from \d+ to ", record.reason) is not None


def _lines(record: Noun) -> range:
    return _numbers(record.place)


def _numbers(place: Place) -> range:
    return range(0) if place.line is None else range(place.line, 1 + (place.last_line or place.line))


def _survives(fixture: Fixture, source: FolderSource, folder: Path, broken: bytes) -> None:
    """Read broken bytes as this reader would; every record must still have a body."""
    (folder / source.path).write_bytes(broken)
    [reader] = [one() for one in plugins.find("suluh.readers", Reader) if one.name == fixture.reader]
    again = FolderSource(folder, source.path, accounts=fixture.accounts)
    start = time.process_time()

    claimants(again)
    for record in reader.read(again):
        body(record)

    assert time.process_time() - start < CPU_SECONDS
