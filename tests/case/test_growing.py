# SPDX-License-Identifier: Apache-2.0
"""While a run goes on, what came is added to what is held; it says the same as what is made of all rows at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.case.views.made import BUDI, acting, message

from suluh.case.acts.decide import decide_role
from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.case.unowned import unowned
from suluh.case.views import records
from suluh.case.views.view import ALL_ROWS, Filter
from suluh.model.ids import make_id
from suluh.model.intake import Content, File, Flaw, Standing, place_of
from suluh.model.talk import Account, Contact, Conversation, Message
from suluh.model.trade import Payment
from suluh.store.rows import Part

FURTHER = ("pesan baru", "panggilan kedua", "yang ketiga")


@pytest.fixture
def case(copied_case: Case) -> Iterator[Case]:
    made = copied_case
    yield made
    made.close()


def anew(case: Case, home: Path) -> Viewer:
    """A reader of the same case in a process that knows nothing yet."""
    return Viewer(Case.open(CaseFolder(case.folder.path), acting(home / "home")))


def talks(viewer: Viewer) -> list[str]:
    return [str(row["key"]) for row in viewer.list("conversations")]


def called(file: File, number: int) -> Message:
    """A call of the direct conversation."""
    return replace(message(file, number % 10, "panggilan"), id=make_id("call", number), kind="call")


def broken(file: File, number: int) -> Flaw:
    """A line that cannot be read."""
    where = replace(place_of(file), line=number + 1)
    return Flaw(id=make_id("flaw", "more", number), step="read", reason="a line has no time", place=where)


def paged(viewer: Viewer, what: str, where: Filter) -> list[object]:
    """The ids of a list as its pages have them, three rows at a time."""
    size = viewer.count(what, where)
    return [row["id"] for at in range(0, size, 3) for row in viewer.list(what, where, Part(3, at))]


def test_messages_that_come_take_their_place_in_the_order_of_their_conversation(case: Case, tmp_path: Path) -> None:
    viewer, file = Viewer(case), next(case.nouns(File))
    before = {key: paged(viewer, "messages", Filter(conversation=key)) for key in talks(viewer)}
    for number, text in zip((9, 5, 7), FURTHER, strict=True):
        case.keep(Act("read", "files"), [message(file, number, text)])
        after = {key: paged(viewer, "messages", Filter(conversation=key)) for key in talks(viewer)}

        assert after == {key: paged(anew(case, tmp_path), "messages", Filter(conversation=key)) for key in after}
        assert sum(map(len, after.values())) == viewer.count("messages")
    assert sum(map(len, after.values())) == sum(map(len, before.values())) + len(FURTHER)


def test_one_page_of_a_conversation_says_what_the_whole_list_says(case: Case) -> None:
    viewer = Viewer(case)
    for key in talks(viewer):
        where = Filter(conversation=key)
        assert paged(viewer, "messages", where) == [row["id"] for row in viewer.list("messages", where)]
    for row in viewer.list("statements"):
        where = Filter(statement=str(row["id"]))
        whole = list(viewer.list("payments", where))
        assert paged(viewer, "payments", where) == [one["id"] for one in whole]
        assert viewer.count("payments", where) == len(whole)


def test_a_conversation_that_comes_is_found_by_its_key_and_the_others_keep_theirs(case: Case, tmp_path: Path) -> None:
    viewer, place = Viewer(case), next(case.nouns(Account)).place
    before = talks(viewer)
    name = "telegram:group/77"
    new = Conversation(id=make_id("conversation", name), conversation=name, kind="group", place=place, title="Baru")

    case.keep(Act("read", "files"), [new])

    [key] = set(talks(viewer)) - set(before)
    assert viewer.one("conversations", key)["service"] == "telegram"
    assert talks(viewer) == talks(anew(case, tmp_path))


def test_calls_that_come_are_listed(case: Case, tmp_path: Path) -> None:
    viewer, file = Viewer(case), next(case.nouns(File))
    before = [row["id"] for row in viewer.list("calls")]
    one = message(file, 8, "panggilan")
    fields = {name: getattr(one, name) for name in one.__struct_fields__ if name not in ("kind", "id")}
    call = Message(id=make_id("message", "call"), kind="call", **fields)

    case.keep(Act("read", "files"), [message(file, 6, 'kata "kind":"call" dalam pesan'), call])

    after = [row["id"] for row in viewer.list("calls")]
    assert len(after) == len(before) + 1
    assert after == [row["id"] for row in anew(case, tmp_path).list("calls")]


@pytest.mark.parametrize("number", [9, 4, 8])
def test_calls_and_flaws_that_come_take_their_place(case: Case, tmp_path: Path, number: int) -> None:
    viewer, file = Viewer(case), next(case.nouns(File))
    for start in (0, 1):
        case.keep(Act("read", "files"), [called(file, 5 + 2 * start), broken(file, 5 + 2 * start)])
        before = {what: paged(viewer, what, ALL_ROWS) for what in ("calls", "flaws")}

    case.keep(Act("read", "files"), [called(file, number + 20), broken(file, number)])

    for what, some in before.items():
        after = paged(viewer, what, ALL_ROWS)
        assert after == [row["id"] for row in anew(case, tmp_path).list(what)]
        assert len(after) == len(some) + 1 == viewer.count(what)


def test_messages_that_come_are_counted_for_their_conversation(case: Case, tmp_path: Path) -> None:
    viewer, file = Viewer(case), next(case.nouns(File))
    before = [row["messages"] for row in viewer.list("conversations")]

    case.keep(Act("read", "files"), [message(file, 5, "satu"), message(file, 6, "dua")])

    after = [row["messages"] for row in viewer.list("conversations")]
    assert sum(after) == sum(before) + 2
    assert after == [row["messages"] for row in anew(case, tmp_path).list("conversations")]


def test_an_account_that_a_record_calls_its_own_is_known_when_it_comes(case: Case, tmp_path: Path) -> None:
    case.keep(Act("read", "files"), [message(next(case.nouns(File)), 5, "satu")])
    before = unowned(case)
    place, service = next(case.nouns(Account)).place, "whatsapp"
    own = Account(id=make_id("account", "own"), account=f"{service}:+6281999", place=place, own=True)

    case.keep(Act("read", "files"), [own])

    again = Case.open(CaseFolder(case.folder.path), acting(tmp_path / "home"))
    assert unowned(case) == unowned(again)
    assert [one for one in before if one.exhibit == place.exhibit] != unowned(case)
    again.close()


@pytest.mark.parametrize("kind", ["payment", "account", "contact"])
def test_a_child_is_hidden_under_every_name_that_comes(case: Case, tmp_path: Path, kind: str) -> None:
    viewer = Viewer(case)
    assert viewer.veil() is None
    decide_role(case, BUDI, "child_victim", "BA 1", ("2025-08-30", None))
    place = next(case.nouns(Account)).place
    assert viewer.veil() is not None
    payment = next(case.nouns(Payment))
    came = {
        "payment": replace(payment, id=make_id("payment", 9), payer=BUDI, payer_name="Zulkarnainsyah"),
        "account": Account(id=make_id("account", 9), account=BUDI, names=("Zulkarnainsyah",), place=place),
        "contact": Contact(id=make_id("contact", 9), account=BUDI, name="Zulkarnainsyah", place=place),
    }

    case.keep(Act("read", "files"), [came[kind]])

    veil, new = viewer.veil(), anew(case, tmp_path).veil()
    assert veil is not None
    assert new is not None
    assert "Zulkarnainsyah" not in veil.text("kata Zulkarnainsyah besok")
    assert (veil.accounts, veil._words) == (new.accounts, new._words)


def test_copies_of_a_file_are_its_duplicates_in_the_order_of_intake(case: Case) -> None:
    standings = {one.file: one for one in case.nouns(Standing)}
    held = {one.file for one in case.nouns(Content)}
    for file in case.nouns(File):
        copies = [one for one in standings.values() if one.state == "duplicate" and one.same_as == file.id]
        wanted = [one.file for one in sorted(copies, key=lambda one: one.position)]
        assert [one.id for one in case.rows.copies(file.id)] == wanted
    assert any(one.state == "duplicate" and one.same_as in held for one in standings.values())
    assert place_of(next(case.nouns(File))).file


def test_of_orders_no_more_is_held_than_has_room_and_the_last_one_always(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    viewer = Viewer(case)
    keys = talks(viewer)
    whole = {key: paged(anew(case, tmp_path), "messages", Filter(conversation=key)) for key in keys}
    assert [paged(viewer, "messages", Filter(conversation=key)) for key in keys] == list(whole.values())
    assert len(case.kept.named("order of message ")) == len(keys) > 1
    monkeypatch.setattr(records, "HELD", 1)

    for key in keys:
        assert paged(viewer, "messages", Filter(conversation=key)) == whole[key]
        assert len(case.kept.named("order of message ")) == 1
