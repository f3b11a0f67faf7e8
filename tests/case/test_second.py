# SPDX-License-Identifier: Apache-2.0
"""Two bodies under one id: of what files gave the first stays and the other is a flaw, of all else nothing is kept."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import file_away, officer, start

from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.verify.case import verify_case
from suluh.model.body import Noun
from suluh.model.errors import TwoUnderOneId
from suluh.model.ids import file_id, make_id, record_id
from suluh.model.intake import Content, File, Flaw, Outcome, place_of
from suluh.model.matching import Fingerprint, Group
from suluh.model.place import at
from suluh.model.talk import Message
from suluh.store import write
from suluh.unit.folder import UnitFolder

FILE = File(id=file_id("B-1", "1", (), b"a.txt"), exhibit="B-1", acquisition="1", path=b"a.txt", order=1, size=1)
CONTENT = Content(
    id=make_id("content", FILE.id),
    file=FILE.id,
    sha256="a" * 64,
    sha1="a" * 40,
    md5="a" * 32,
    size=1,
    type="text/plain",
)
LOOK = Fingerprint(
    id=make_id("fingerprint", "pdq", "fast", "a" * 64), sha256="a" * 64, kind="pdq", mode="fast", reason="none"
)
OUTCOME = Outcome(id=make_id("outcome", FILE.id), file=FILE.id, state="read", reader="whatsapp-text", records=1)
SAID = Message(
    id=record_id("message", FILE.id, "line:1"),
    conversation="whatsapp:group/1",
    kind="text",
    place=msgspec.structs.replace(place_of(FILE), line=1),
    text="paket 40 file 50rb",
)
SECONDS = [
    (FILE, {"size": 2}),
    (CONTENT, {"size": 2}),
    (LOOK, {"reason": "another"}),
    (OUTCOME, {"reader": "whatsapp-msgstore"}),
    (SAID, {"text": "paket 20 file 30rb"}),
]
HELD = [FILE, CONTENT, LOOK, OUTCOME, SAID]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    unit = UnitFolder(tmp_path / "unit")
    made = start(tmp_path / "case", unit, officer(unit, "S-1"))
    yield made
    made.close()


def second_of(first: Noun, fields: dict[str, object]) -> Noun:
    return msgspec.structs.replace(first, **fields)


@pytest.mark.parametrize(("first", "fields"), SECONDS, ids=lambda one: type(one).__name__)
def test_a_second_record_of_a_file_is_left_out_with_a_flaw(case: Case, first: Noun, fields: dict[str, object]) -> None:
    file_away(case, HELD)

    file_away(case, [second_of(first, fields), first])
    file_away(case, [second_of(first, fields)])

    [flaw] = case.nouns(Flaw)
    assert list(case.nouns(type(first))) == [first]
    assert flaw.reason.startswith(f"a second {type(first).__name__.lower()} under the id of another was left out: ")
    assert "B-1/1 a.txt" in flaw.reason
    verify_case(case.folder)


@pytest.mark.parametrize("apart", [0, write.CHUNK])
def test_it_is_the_same_within_one_batch(case: Case, apart: int) -> None:
    between = [msgspec.structs.replace(SAID, id=make_id("message", number)) for number in range(apart)]

    file_away(case, [FILE, SAID, *between, second_of(SAID, {"text": "b"}), second_of(SAID, {"text": "c"})])

    assert SAID in list(case.nouns(Message))
    assert len(list(case.nouns(Flaw))) == 2


def test_the_flaw_names_both_places(case: Case) -> None:
    elsewhere = msgspec.structs.replace(SAID.place, path="b.txt", line=7)

    file_away(case, [FILE, SAID, second_of(SAID, {"place": elsewhere})])

    [flaw] = case.nouns(Flaw)
    assert flaw.place == elsewhere
    assert flaw.raw == SAID.text
    assert flaw.reason.endswith("left out: it stands at B-1/1 b.txt (7), the first at B-1/1 a.txt (1)")


def test_two_flaws_under_one_id_are_counted_as_two(case: Case) -> None:
    place = at("flaw", place_of(FILE), "x")
    one = Flaw(id=record_id("flaw", FILE.id, "x"), step="read", reason="one", place=place)

    file_away(case, [FILE, one, second_of(one, {"reason": "other"})])

    assert len(list(case.nouns(Flaw))) == 2


@pytest.mark.parametrize("held", [True, False])
def test_a_step_or_an_act_that_gives_two_is_an_error_and_keeps_nothing(case: Case, held: bool) -> None:  # noqa: FBT001 # both ways
    one = Group(id=make_id("group", 1), contents=("a",))
    other = second_of(one, {"contents": ("b",)})
    if held:
        case.keep(Act("compare", "case"), [one])

    with pytest.raises(TwoUnderOneId, match=f"group have the id {one.id}"):
        case.keep(Act("compare", "case"), [other] if held else [one, other])

    assert list(case.nouns(Group)) == [one] * held
