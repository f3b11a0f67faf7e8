# SPDX-License-Identifier: Apache-2.0
"""A body of an earlier version is read as the noun that it is today."""

import json

import pytest

from suluh.model.body import Noun, body, kind_of, read
from suluh.model.errors import BadBody
from suluh.model.ids import make_id
from suluh.model.matching import Group
from suluh.model.nouns import KINDS, noun
from suluh.model.older import OLDER, Fields
from suluh.model.talk import Message

GROWN: tuple[str, ...] = ()
"""Every older tag so far. Tags are only added."""

ID = make_id("group", 1)
TODAY = Group(id=ID, contents=("a", "b"))


def from_group_0(fields: Fields) -> Fields:
    """A made-up version that wrote the contents of a group as one text."""
    return {"noun": "group/1", "id": fields["id"], "contents": str(fields["members"]).split()}


@pytest.fixture(autouse=True)
def group_0(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(OLDER, "group/0", from_group_0)


def written(**fields: str) -> bytes:
    return json.dumps({"noun": "group/0", **fields}).encode()


def test_an_older_body_is_the_noun_of_today() -> None:
    raw = written(id=ID, members="a b")

    assert noun(raw) == read(raw, Group) == TODAY


def test_a_body_of_today_stays_what_it_is() -> None:
    assert noun(body(TODAY)) == read(body(TODAY), Group) == TODAY


@pytest.mark.parametrize("raw", [written(id=ID), written(members="a b"), b'{"noun":"group/9"}', b"[]", b"{"])
def test_a_body_that_is_of_no_version_is_refused(raw: bytes) -> None:
    with pytest.raises(BadBody):
        noun(raw)
    with pytest.raises(BadBody):
        read(raw, Group)


def test_an_older_body_is_no_noun_of_another_kind() -> None:
    with pytest.raises(BadBody, match="no Message"):
        read(written(id=ID, members="a b"), Message)


def _tag(kind: type[Noun]) -> str:
    return str(kind.__struct_config__.tag)


def test_every_older_tag_is_of_a_noun_and_of_another_version_than_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()

    assert tuple(OLDER) == GROWN
    assert {tag.partition("/")[0] for tag in OLDER} <= {kind_of(kind) for kind in KINDS.values()}
    assert not set(OLDER) & {_tag(kind) for kind in KINDS.values()}
