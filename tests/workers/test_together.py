# SPDX-License-Identifier: Apache-2.0
"""A worker may say that the log of its own database was read with it, and of no other file."""

import msgspec
import pytest

from suluh.model.body import body
from suluh.model.evidence.work import Target
from suluh.model.ids import file_id, make_id, record_id
from suluh.model.intake import File, Flaw, Outcome, place_of
from suluh.model.place import at
from suluh.workers.wire.check import Check, NotItsOwn
from suluh.workers.wire.together import together

FILE = File(id=file_id("B-1", "1", (), b"x/m.db"), exhibit="B-1", acquisition="1", path=b"x/m.db", order=1)
OWN = together(FILE)["-wal"]
READ = Outcome(id=make_id("outcome", FILE.id), file=FILE.id, state="read", reader="made up")
FOUND = Flaw(
    id=record_id("flaw", FILE.id, "odd"), step="read", reason="made up", place=at("flaw", place_of(FILE), "odd")
)


def placed(beside: str) -> Flaw:
    return msgspec.structs.replace(FOUND, place=msgspec.structs.replace(FOUND.place, beside=beside))


def test_the_log_of_its_own_database_may_be_named() -> None:
    check = Check(Target(file=FILE, content="a" * 64))

    for noun in (msgspec.structs.replace(READ, together=(OWN.file,)), placed("x/m.db-wal")):
        assert check.read(body(noun)) == noun


@pytest.mark.parametrize(
    "noun",
    [msgspec.structs.replace(READ, together=(OWN.file, FILE.id)), placed("x/other.db-wal"), placed("y/m.db-wal")],
)
def test_no_other_file_may(noun: Outcome | Flaw) -> None:
    with pytest.raises(NotItsOwn):
        Check(Target(file=FILE, content="a" * 64)).read(body(noun))


def test_what_was_handed_over_beside_may_be_named_with_its_log() -> None:
    check = Check(Target(file=FILE, content="a" * 64))
    other = msgspec.structs.replace(FILE, path=b"x/settings.xml", id=file_id("B-1", "1", (), b"x/settings.xml"))
    named = msgspec.structs.replace(READ, together=(other.id, together(other)["-wal"].file))

    with pytest.raises(NotItsOwn):
        check.read(body(named))
    check.beside(other.path)

    assert check.read(body(named)) == named
