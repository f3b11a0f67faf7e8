# SPDX-License-Identifier: Apache-2.0
"""A worker may say that the log of its own database was read with it, and of no other file."""

import msgspec
import pytest

from suluh.model.body import body
from suluh.model.evidence.work import Target
from suluh.model.ids import make_id
from suluh.model.intake import File, Flaw, Outcome, place_of
from suluh.workers.wire.check import Check, NotItsOwn
from suluh.workers.wire.together import together

FILE = File(id=make_id("file", 1), exhibit="B-1", acquisition="1", path=b"x/m.db", order=1)
OWN = together(FILE)["-wal"]
READ = Outcome(id=make_id("outcome", 1), file=FILE.id, state="read", reader="made up")
FOUND = Flaw(id=make_id("flaw", 1), step="read", reason="made up", place=place_of(FILE))


def placed(beside: str) -> Flaw:
    return msgspec.structs.replace(FOUND, place=msgspec.structs.replace(FOUND.place, beside=beside))


def test_the_log_of_its_own_database_may_be_named() -> None:
    check = Check(Target(file=FILE))

    for noun in (msgspec.structs.replace(READ, together=(OWN.file,)), placed("x/m.db-wal")):
        assert check.read(body(noun)) == noun


@pytest.mark.parametrize(
    "noun",
    [msgspec.structs.replace(READ, together=(OWN.file, FILE.id)), placed("x/other.db-wal"), placed("y/m.db-wal")],
)
def test_no_other_file_may(noun: Outcome | Flaw) -> None:
    with pytest.raises(NotItsOwn):
        Check(Target(file=FILE)).read(body(noun))
