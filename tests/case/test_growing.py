# SPDX-License-Identifier: Apache-2.0
"""While a run goes on, what came is added to what is held; it says the same as what is made of all rows at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.case.views.made import acting, message

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.case.views.view import Filter
from suluh.model.ids import make_id
from suluh.model.intake import Content, File, Standing, place_of
from suluh.model.talk import Account, Conversation, Message
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


def test_copies_of_a_file_are_its_duplicates_in_the_order_of_intake(case: Case) -> None:
    standings = {one.file: one for one in case.nouns(Standing)}
    held = {one.file for one in case.nouns(Content)}
    for file in case.nouns(File):
        copies = [one for one in standings.values() if one.state == "duplicate" and one.same_as == file.id]
        wanted = [one.file for one in sorted(copies, key=lambda one: one.position)]
        assert [one.id for one in case.rows.copies(file.id)] == wanted
    assert any(one.state == "duplicate" and one.same_as in held for one in standings.values())
    assert place_of(next(case.nouns(File))).file
