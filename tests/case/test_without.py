# SPDX-License-Identifier: Apache-2.0
"""A case without some exhibits says the same as one that never had them, and asking changes nothing."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.case.test_correct_run import listed
from tests.custody.every_noun import clock, officer

from suluh.case.acts.decide import decide_deal
from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.acts.sets import add_set
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.viewer import Viewer
from suluh.case.line.run import run
from suluh.case.views.view import Row
from suluh.case.without.rest import rest_of
from suluh.case.without.without import Without, without
from suluh.model.after.beyond import Joint
from suluh.model.body import Noun
from suluh.model.errors import Misuse, UnknownObject
from suluh.model.intake import Acquisition, Content, Exhibit, File
from suluh.model.matching import Fingerprint, HashSet
from suluh.model.nouns import KINDS
from suluh.model.people import Decision, Officer
from suluh.model.talk import Message
from suluh.model.trade import Deal, Payment
from suluh.simulator.simulate import simulate
from suluh.store.rows import Rows
from suluh.unit.folder import UnitFolder

Make = Callable[..., Case]
ENTERED: tuple[type[Noun], ...] = (Decision, HashSet, Officer)
"""Kinds of what people enter: it names its time and number."""

PAPER = Paper("court", "PEN-1", "PN Contoh", "2026-01-02")


@pytest.fixture(scope="module", params=[4, 11])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    simulate(folder, request.param, sellers=2, buyers=4, deals=9, days=9, pictures=12, picture_side=64)
    return folder


def acting(folder: Path) -> Acting:
    unit = UnitFolder(folder / "unit")
    return Acting(officer(unit, "S-1"), unit, clock(datetime(2026, 2, 2, tzinfo=UTC)), secret=bytes(32))


def build(folder: Path, world: Path, *left_out: str) -> Case:
    """A case of the exhibits of a world that has run, without some of them."""
    case = Case.start(CaseFolder(folder / "case"), "1", "Unit", acting(folder))
    for paper in json.loads((world / "case.json").read_text("utf-8"))["authorities"]:
        record_authority(case, Paper(**paper))
    for bag in listed(world):
        if bag.label not in left_out:
            add_exhibit(case, bag)
    add_set(case, world / "known.csv", kind="known", name="daftar")
    run(case, lambda _: None)
    return case


@pytest.fixture(scope="module")
def whole(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    case = build(tmp_path_factory.mktemp("whole"), world)
    yield case
    case.close()


@pytest.fixture(scope="module")
def never(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Case]]:
    """Cases that were built without some exhibits of the world, each once and closed at the end."""
    with ExitStack() as opened:
        yield cache(
            lambda *labels: opened.enter_context(closing(build(tmp_path_factory.mktemp("never"), world, *labels)))
        )


def told(rows: Rows) -> dict[str, list[Noun]]:
    """All that a case holds but what people entered; the order of `add` is another one without an exhibit."""
    found = {name: list(rows.nouns(kind)) for name, kind in KINDS.items() if kind not in (*ENTERED, Exhibit)}
    found["file"] = [replace(one, order=0) for one in rows.nouns(File)]
    found["acquisition"] = [replace(one, order=0, at=None) for one in rows.nouns(Acquisition)]
    found["deal"] = [replace(one, at=None) for one in rows.nouns(Deal)]
    found["authority"] = [replace(one, at=None) for one in found["authority"]]  # type: ignore[call-arg] # a paper has it
    return found


def digest_of(folder: Path) -> str:
    """All that lies in a case folder, byte for byte."""
    seen = hashlib.sha256()
    for path in sorted(one for one in folder.rglob("*") if one.is_file() and one.suffix != ".db-shm"):
        seen.update(path.name.encode() + path.read_bytes())
    return seen.hexdigest()


def accounts(rows: list[Row]) -> set[str]:
    return {one for row in rows for one in row["accounts"]}  # type: ignore[attr-defined] # a list of texts


@pytest.mark.parametrize("labels", [("B-1",), ("B-2",), ("B-1", "B-3")])
def test_a_case_without_exhibits_is_equal_to_one_built_without_them(
    whole: Case, never: Callable[..., Case], labels: tuple[str, ...]
) -> None:
    with rest_of(whole, frozenset(labels)) as rest:
        assert told(rest.rows) == told(never(*labels).rows) != told(whole.rows)
        assert rest.unread == []


def test_what_falls_is_what_the_other_case_does_not_hold(whole: Case, never: Callable[..., Case]) -> None:
    other = never("B-2")

    found = without(whole, ["B-2"])

    gone, there = ids(whole) - ids(other), ids(other)
    assert found.messages | found.payments <= gone
    assert {found.stands[one] for one in gone if one in found.stands} <= there
    assert {one.id for one in found.links} == names(whole, "link") - names(other, "link")
    assert {one.id for one in found.leads} == names(whole, "lead") - names(other, "lead")
    assert found.contents == digests(whole) - digests(other)
    assert len(found.deals) + len(found.stands.keys() & names(whole, "deal")) == len(names(whole, "deal"))
    assert found.deals
    assert {one.id for one in found.deals} <= found.fallen


def ids(case: Case) -> set[str]:
    return names(case, "message") | names(case, "payment")


def names(case: Case, kind: str) -> set[str]:
    return {one.id for one in case.nouns(KINDS[kind])}


def digests(case: Case) -> set[str]:
    return {one.sha256 for one in case.nouns(Content)}


def test_a_payment_that_falls_makes_its_deals_possible(whole: Case) -> None:
    found = without(whole, ["B-3"])

    tiers = [
        (one.before.tier, one.after.tier) for one in found.changed if one.before.payments and not one.after.payments
    ]
    assert found.deals == ()
    assert all(one.is_weaker for one in found.changed if (one.before.tier, one.after.tier) == ("recorded", "possible"))
    assert set(tiers) <= {("recorded", "possible"), ("possible", "possible")}


def test_asking_changes_nothing_but_the_ledger_of_reads(whole: Case) -> None:
    before = digest_of(whole.folder.path)
    without(whole, ["B-1"])
    masked = list(Viewer(whole).without(["B-1"]))

    assert digest_of(whole.folder.path) == before

    full = list(Viewer(whole, "persiapan berkas").without(["B-1"]))
    assert accounts(full)
    assert not accounts(full) & accounts(masked)
    assert [row["what"] for row in masked] == [row["what"] for row in full]
    assert json.dumps(masked[-1]["counts"]) == json.dumps(full[-1]["counts"])


def test_an_exhibit_that_is_not_there_is_named_and_what_is_due_is_worked_out_first(tmp_path: Path) -> None:
    (tmp_path / "B-1").mkdir()
    (tmp_path / "B-1" / "catatan.txt").write_text("bukan percakapan")
    case = Case.start(CaseFolder(tmp_path / "case"), "1", "Unit", acting(tmp_path))
    record_authority(case, PAPER)
    add_exhibit(case, Bag(tmp_path / "B-1", "B-1", "PEN-1"))

    with pytest.raises(UnknownObject, match="B-9"):
        without(case, ["B-9"])
    with pytest.raises(Misuse, match="suluh run"):
        without(case, ["B-1"])
    case.close()


CHAT = """30/08/25 18.00 - Budi: paket 40 file 50rb
30/08/25 18.01 - Ani: mau kak
30/08/25 18.02 - Budi: transfer ke bca 0123456789
30/08/25 18.05 - Ani: sudah transfer 50rb
30/08/25 18.09 - Budi: IMG-20250830-WA0001.jpg (file terlampir)
30/08/25 18.09 - Budi: IMG-20250830-WA0002.jpg (file terlampir)
30/08/25 18.09 - Budi: IMG-20250830-WA0003.jpg (file terlampir)
30/08/25 18.10 - Budi: IMG-20250830-WA0004.jpg (file terlampir)
30/08/25 18.10 - Budi: IMG-20250830-WA0005.jpg (file terlampir)
30/08/25 18.20 - Ani: makasih kak, sudah masuk semua
"""


def put(folder: Path, world: Path) -> Path:
    """An export of a chat, and a picture of the world as all that was sent."""
    folder.mkdir()
    (folder / "Chat WhatsApp dengan Ani.txt").write_text(CHAT, "utf-8")
    picture = next(path for path in sorted(world.rglob("*.jpg")) if path.stat().st_size)
    for number in range(1, 6):
        shutil.copy(picture, folder / f"IMG-20250830-WA000{number}.jpg")
    for path in folder.iterdir():
        os.utime(path, (0, 0))
    return folder


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up world, for one of its pictures."""
    folder = tmp_path_factory.mktemp("pictures")
    simulate(folder, 4, sellers=1, buyers=2, deals=2, days=3, pictures=3, picture_side=64)
    return folder


def two_copies(folder: Path, world: Path, *left_out: str, kinds: tuple[str, ...] = ()) -> Case:
    """A case with the same export on two exhibits, the second under a paper of its own."""
    case = Case.start(CaseFolder(folder / "case"), "1", "Unit", acting(folder))
    record_authority(case, PAPER)
    record_authority(case, Paper("court", "PEN-2", "PN Contoh", "2026-01-02", kinds=kinds))
    for label, paper in (("B-1", "PEN-1"), ("B-2", "PEN-2")):
        if label not in left_out:
            bag = Bag(put(folder / label, world), label, paper, timezone="Asia/Jakarta")
            add_exhibit(case, bag)
    run(case, lambda _: None)
    return case


def test_a_copy_that_is_left_is_read_and_what_it_tells_stands(pictures: Path, tmp_path: Path) -> None:
    case, never = two_copies(tmp_path / "both", pictures), two_copies(tmp_path / "one", pictures, "B-1")
    [deal] = case.nouns(Deal)

    with rest_of(case, frozenset({"B-1"})) as rest:
        assert told(rest.rows) == told(never.rows)
    found = without(case, ["B-1"])

    assert (found.messages, found.contents, found.deals, found.unread) == (frozenset(), frozenset(), (), 0)
    assert {found.stands[one.id] for one in case.nouns(Message)} == {one.id for one in never.nouns(Message)}
    assert [found.stands[deal.id]] == [one.id for one in never.nouns(Deal)]
    case.close()
    never.close()


def test_a_copy_out_of_reach_is_counted_and_its_messages_are_said_to_fall(pictures: Path, tmp_path: Path) -> None:
    case = two_copies(tmp_path / "both", pictures)
    shutil.move(tmp_path / "both" / "B-2", tmp_path / "elsewhere")

    found = without(case, ["B-1"])

    assert found.unread == 1
    assert found.messages == {one.id for one in case.nouns(Message)}
    assert not found.contents
    case.close()


def test_a_picture_that_no_paper_covers_any_more_loses_its_hash(pictures: Path, tmp_path: Path) -> None:
    case = two_copies(tmp_path / "both", pictures, kinds=("chat",))
    never = two_copies(tmp_path / "one", pictures, "B-1", kinds=("chat",))
    assert list(case.nouns(Fingerprint))

    with rest_of(case, frozenset({"B-1"})) as rest:
        assert told(rest.rows) == told(never.rows)
    case.close()
    never.close()


def test_decisions_stay_as_they_are(pictures: Path, tmp_path: Path) -> None:
    case, never = two_copies(tmp_path / "both", pictures), two_copies(tmp_path / "one", pictures, "B-2")
    for one in (case, never):
        [deal] = one.nouns(Deal)
        decide_deal(one, deal.id, "reject", "salah baca")
        run(one, lambda _: None)

    with rest_of(case, frozenset({"B-2"})) as rest:
        assert told(rest.rows) == told(never.rows)
        assert [one.judgement for one in rest.rows.nouns(Deal)] == ["rejected"]
    found: Without = without(case, ["B-2"])
    assert (found.deals, found.changed, found.arising) == ((), (), ())
    assert not list(case.nouns(Payment))
    case.close()
    never.close()


LONG = "".join(
    f"{day:02}/08/25 18.{number:02} - {('Ani', 'Budi')[number % 2]}: kata{day}x{number} tentang paket {number} file\n"
    for day in (28, 29)
    for number in range(30)
)


def both_sides(folder: Path, *left_out: str) -> Case:
    """A case with exports of one talk from both phones, of which one holds a message more."""
    case = Case.start(CaseFolder(folder / "case"), "1", "Unit", acting(folder))
    record_authority(case, PAPER)
    for label, other, more in (("B-1", "Budi", ""), ("B-2", "Ani", "30/08/25 10.00 - Ani: sampai besok ya\n")):
        (folder / label).mkdir()
        chat = folder / label / f"Chat WhatsApp dengan {other}.txt"
        chat.write_text(LONG + more, "utf-8")
        os.utime(chat, (0, 0))
        if label not in left_out:
            add_exhibit(case, Bag(folder / label, label, "PEN-1", timezone="Asia/Jakarta"))
    run(case, lambda _: None)
    return case


@pytest.mark.parametrize(("label", "fallen"), [("B-1", 0), ("B-2", 1)])
def test_a_message_stands_while_the_other_phone_holds_it(tmp_path: Path, label: str, fallen: int) -> None:
    case, never = both_sides(tmp_path / "both"), both_sides(tmp_path / "one", label)
    assert [one for one in case.nouns(Joint) if one.record == "message"]

    with rest_of(case, frozenset({label})) as rest:
        assert told(rest.rows) == told(never.rows)
    found = without(case, [label])

    assert len(found.messages) == fallen
    shown = {one.id for one in never.nouns(Message)}
    assert {found.stands[one.id] for one in case.nouns(Message) if one.id not in found.messages} == shown
    case.close()
    never.close()


def test_a_case_that_stands_still_is_asked_as_well_and_one_without_any_exhibit(whole: Case) -> None:
    with whole.still() as still:
        assert without(still, ["B-1"]) == without(whole, ["B-1"])

    nothing = without(whole, ["B-1", "B-2", "B-3"])

    assert {one.id for one in nothing.deals} == names(whole, "deal")
    assert nothing.messages == names(whole, "message")
    assert nothing.stands == {}
