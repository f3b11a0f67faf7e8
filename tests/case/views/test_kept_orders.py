# SPDX-License-Identifier: Apache-2.0
"""What lists keep so that a page reads its own rows alone says the same as the whole list."""

import random
from collections.abc import Iterator
from itertools import product

import msgspec
import pytest
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer, views
from suluh.case.keep import Act
from suluh.case.views.rests import Rests
from suluh.case.views.settled import Settled
from suluh.case.views.view import ALL_ROWS, Filter
from suluh.model.after.beyond import Joint
from suluh.model.ids import make_id
from suluh.model.intake import File, Standing
from suluh.model.trade import Deal, Payment, Statement
from suluh.store.rows import Part

LISTS = sorted(views())
LABELS, STATES = ("B-1", "B-2", "B-10"), ("read", "unparsed", "duplicate")


@pytest.mark.parametrize("what", LISTS)
def test_pages_of_two_rows_are_the_whole_list(seen: Case, what: str) -> None:
    viewer = Viewer(seen)
    whole = list(viewer.list(what))

    paged = [row for at in range(0, len(whole) + 1, 2) for row in viewer.list(what, ALL_ROWS, Part(2, at))]

    assert paged == whole


@pytest.mark.parametrize("what", LISTS)
def test_what_a_sketch_says_of_a_row_is_what_the_list_says(seen: Case, what: str) -> None:
    viewer, view = Viewer(seen), views()[what]
    flat = frozenset(one for one in (*view.fields, "id", "key") if "place" not in one)
    for field in flat:
        whole = [row.get(field) for row in viewer.list(what)]
        assert [row.get(field) for row in viewer.sketch(what, frozenset({field, "id", "key", "exhibits"}))] == whole


@pytest.mark.parametrize("size", [1, 2, 4])
def test_booked_lines_of_several_statements_stand_on_their_pages(case: Case, size: int) -> None:
    book, line = next(case.nouns(Statement)), next(case.nouns(Payment))
    books = [replace(book, id=make_id("statement", "more", one), account=f"bca:{one:010}") for one in range(3)]
    lines = [
        replace(line, id=make_id("payment", "more", one), statement=books[one % 3].id, booked=f"2025-08-{20 - one}")
        for one in range(8)
    ]
    case.keep(Act("read", "files"), [*books, *lines])
    twins = Joint(
        id=lines[0].id, record="payment", members=(lines[0].id, lines[4].id), places=(lines[0].place, lines[4].place)
    )
    case.keep(Act("join", "case"), [twins])
    viewer = Viewer(case)
    whole = list(viewer.list("payments"))

    paged = [row for at in range(0, len(whole) + 1, size) for row in viewer.list("payments", ALL_ROWS, Part(size, at))]

    assert paged == whole
    assert len(whole) == viewer.count("payments") == 8


def files_of(case: Case, exhibit: str | None, state: str | None) -> list[str]:
    """The ids of files of an exhibit and state in the order of intake, those that are not settled last."""
    settled = {one.file: one for one in case.nouns(Standing)}
    some = [one for one in case.nouns(File) if exhibit in (None, one.exhibit)]
    known = sorted((one for one in some if one.id in settled), key=lambda one: settled[one.id].position)
    waits = [one.id for one in some if one.id not in settled and state is None]
    return [*(one.id for one in known if state in (None, settled[one.id].state)), *waits]


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_files_of_each_exhibit_and_state_stand_on_their_pages(seen: Case, size: int) -> None:
    viewer = Viewer(seen)
    states = {one.state for one in seen.nouns(Standing)}
    for exhibit, state in product((None, "B-1", "B-2", "B-3"), (None, *sorted(states))):
        where, wanted = Filter(exhibit=exhibit, state=state), files_of(seen, exhibit, state)

        found = [row for at in range(0, len(wanted) + 2, size) for row in viewer.list("files", where, Part(size, at))]

        assert [row["id"] for row in found] == [viewer.seal.of(name) for name in wanted]
        assert viewer.count("files", where) == len(wanted)


def drawn(seed: int) -> Iterator[tuple[int, str, str]]:
    """Settled files in stretches of an exhibit, some positions left out, in no order."""
    draw = random.Random(seed)  # noqa: S311 # a drawn case
    rows, at = list[tuple[int, str, str]](), 0
    for _ in range(draw.randrange(1, 9)):
        label = draw.choice(LABELS)
        for _ in range(draw.randrange(9)):
            rows.append((at, label, draw.choice(STATES)))
            at += draw.choice((1, 1, 1, 3))
    draw.shuffle(rows)
    yield from rows


@pytest.mark.parametrize("seed", range(20))
def test_a_part_of_settled_files_is_what_counting_them_gives(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("suluh.case.views.settled._BLOCK", 4)
    rows = list(drawn(seed))
    found = Settled.of(rows)
    for label, state in product((None, *LABELS, "B-9"), (None, *STATES, "benign")):
        wanted = sorted(at for at, own, is_in in rows if label in (None, own) and state in (None, is_in))

        assert found.size(label, state) == len(wanted)
        for offset in range(len(wanted) + 2):
            assert found.part(label, state, Part(3, offset)) == wanted[offset : offset + 3]


def test_the_deals_that_rest_on_something_are_those_that_name_it(seen: Case) -> None:
    view, deals = views()["deals"], list(seen.nouns(Deal))
    named = {name for one in deals for name in (*one.messages, *one.payments, *one.files)}
    for name in named:
        wanted = [one.id for one in deals if name in (*one.messages, *one.payments, *one.files)]
        assert list(view.holding(seen, name)) == wanted
    assert named
    assert not list(view.holding(seen, "of nothing"))


def test_what_is_kept_beside_the_case_reads_back_as_it_was() -> None:
    settled, rests = Settled.of(drawn(3)), Rests.of([("one", ["ab", "cd"]), ("two", ["ab"])])

    again = [msgspec.json.decode(msgspec.json.encode(one), type=type(one)) for one in (settled, rests)]

    assert again == [settled, rests]
    assert sorted(again[1].among("ab")) == ["one", "two"]
    assert again[0].part(None, None, Part(5, 1)) == settled.part(None, None, Part(5, 1))


def test_names_that_begin_alike_are_all_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("suluh.case.views.rests._begin", len)

    found = Rests.of([("one", ["ab", "cde"]), ("two", ["xy"]), ("three", [])])

    assert list(found.among("ab")) == ["one", "two"]
    assert list(found.among("cde")) == ["one"]
    assert not list(found.among("four"))
