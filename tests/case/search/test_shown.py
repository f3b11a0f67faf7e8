# SPDX-License-Identifier: Apache-2.0
"""The index beside a case finds rows by the ids that lists show, and calls: no list is gone through for one row."""

import hmac

import pytest

from suluh.case.gate.seal import Seal
from suluh.case.gate.viewer import Viewer
from suluh.case.search import index
from suluh.case.search.found import Found
from suluh.case.search.index import calls, shown_as
from suluh.case.search.query import query
from suluh.case.views.view import Filter, Page, View
from suluh.model.after.beyond import Joint
from suluh.model.errors import CaseIsFull, UnknownObject
from suluh.model.ids import beginning, begun, letters, make_id
from suluh.model.intake import File
from suluh.model.talk import Message
from suluh.model.trade import Payment, Statement

KINDS = {"files": File, "messages": Message, "payments": Payment, "statements": Statement}


@pytest.fixture
def case(copied_case):
    made = copied_case
    yield made
    made.close()


@pytest.mark.parametrize("what", KINDS)
def test_every_id_that_a_list_shows_is_found(case, what):
    shown = {str(row["id"]) for row in Viewer(case).list(what)}

    found = shown_as(case, KINDS[what], shown)

    assert set(found) == shown
    assert set(found.values()) == {one.id for one in case.nouns(KINDS[what]) if one.id in set(found.values())}


def test_an_id_of_nothing_and_an_id_of_another_kind_are_not_found(case):
    payment = next(str(row["id"]) for row in Viewer(case).list("payments"))

    assert shown_as(case, Message, {"a" * 26}) == {}
    assert shown_as(case, Message, {payment}) == {}


@pytest.mark.parametrize("what", KINDS)
def test_an_id_that_begins_as_one_that_is_shown_is_not_found(case, what):
    shown = next(str(row["id"]) for row in Viewer(case).list(what))

    assert set(shown_as(case, KINDS[what], {shown, shown[:3] + "a" * 23})) == {shown}


def test_ids_are_sealed_as_rfc_2104_has_it_and_begin_as_they_go_on():
    for secret in (b"", b"short", b"k" * 64, b"longer than a block" * 9):
        name = make_id("message", str(len(secret)))
        sealed = Seal(secret).of(name)
        assert sealed == letters(hmac.digest(secret, name.encode(), "sha256")[:16])
        assert Seal(secret).begins(name) == begun(sealed)


@pytest.mark.parametrize("raw", [bytes(16), b"\xff" * 16, bytes(range(16)), bytes(range(240, 256))])
def test_an_id_begins_with_the_bits_of_its_bytes(raw):
    assert begun(letters(raw)) == beginning(raw) == int(raw.hex(), 16) >> 113


def test_one_message_is_found_without_asking_for_the_ids_of_all(case, monkeypatch):
    key = next(str(row["id"]) for row in Viewer(case).list("messages"))
    monkeypatch.setattr(View, "own", lambda *_: pytest.fail("the list was gone through"))

    assert Viewer(case).one("messages", key)["id"] == key
    with pytest.raises(UnknownObject):
        Viewer(case).one("messages", "a" * 26)


def test_where_the_index_cannot_be_had_the_list_is_gone_through(case, monkeypatch):
    def broken(_):
        raise CaseIsFull("no room")

    key = next(str(row["id"]) for row in Viewer(case).list("files"))
    monkeypatch.setattr(index, "Words", broken)

    assert shown_as(case, File, {key}) is None
    assert calls(case) is None
    assert Viewer(case).one("files", key)["id"] == key


def test_an_index_that_lacks_much_is_not_made_while_somebody_waits(case, monkeypatch):
    monkeypatch.setattr(index, "_MANY", 1)
    key = next(str(row["id"]) for row in Viewer(case).list("messages"))

    assert shown_as(case, Message, {key}) is None


def test_calls_are_found_without_the_other_messages(case):
    listed = {one.id for one in case.nouns(Message) if one.kind == "call"}

    assert set(calls(case)) == listed
    assert Viewer(case).count("calls") == len(listed)


def test_a_joined_message_is_found_in_each_exhibit_that_holds_a_copy(case):
    [joint] = [one for one in case.nouns(Joint) if one.record == "message"]
    copies = [one for one in case.nouns(Message) if one.id in joint.members]

    for one in copies:
        found = Found(query(one.text)).select(case, Filter(exhibit=one.place.exhibit), Page())
        assert joint.id in {row["id"] for row in found}
    assert len({one.place.exhibit for one in copies}) == 2
