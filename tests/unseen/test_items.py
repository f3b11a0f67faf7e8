# SPDX-License-Identifier: Apache-2.0
"""Items are counted by their look, and those that cannot be compared are left out."""

from typing import Any

import pytest

from suluh.model.intake import Content
from suluh.model.matching import Fingerprint, Group, Match
from suluh.model.trade import Deal
from suluh.unseen.estimate import estimate
from suluh.unseen.items import handed_over, items, one_item


def sold(number: int, *files: str, **fields: Any) -> Deal:
    known: Any = {"kind": "sale", "state": "delivered", "tier": "recorded"} | fields
    return Deal(id=f"d{number}", seller="wa:s", buyer=f"wa:{number}", files=files, **known)


def held(sha256: str, kind: str = "image/jpeg") -> Content:
    return Content(id=sha256, file=sha256, sha256=sha256, sha1="", md5="", size=1, type=kind)


def looked(sha256: str, value: str | None = "00", moment: int | None = None) -> Fingerprint:
    return Fingerprint(id=f"f{sha256}", sha256=sha256, kind="pdq", value=value, moment=moment)


def in_set(sha256: str, entry: int, moment: int | None = None) -> Match:
    given: Any = {"kind": "near", "set": "s", "set_name": "s", "set_kind": "known", "moment": moment}
    return Match(id=f"m{sha256}", sha256=sha256, set_entry=entry, **given)


def test_contents_that_look_alike_are_one_item() -> None:
    contents = ["a", "b", "c", "d", "e"]
    group, matches = Group(id="g", contents=("a", "b")), [in_set("b", 1), in_set("c", 1), in_set("d", 2)]

    same = one_item(contents, map(held, contents), map(looked, contents), [group], matches)

    assert len({same[one] for one in "abc"}) == 1
    assert len({same[one] for one in "ade"}) == 3


@pytest.mark.parametrize(
    ("content", "look", "counts"),
    [
        ([held("a")], [looked("a")], True),
        ([], [looked("a")], True),
        ([held("a")], [looked("a", None)], False),
        ([held("a", "video/mp4")], [looked("a", moment=0)], False),
        ([held("a", "application/pdf")], [], True),
    ],
    ids=["a picture", "on no exhibit", "a picture without a look", "a film", "a document"],
)
def test_what_cannot_be_compared_is_left_out(content: Any, look: Any, counts: bool) -> None:  # noqa: FBT001 # an example
    expected = counts and bool(content)

    assert bool(one_item(["a"], content, look, [], [])) == expected


def test_frames_of_films_make_pictures_no_one_item() -> None:
    matches = [in_set("a", 1, moment=5), in_set("b", 1, moment=9)]

    same = one_item(["a", "b"], map(held, "ab"), map(looked, "ab"), [], matches)

    assert same["a"] != same["b"]


def test_a_picture_that_was_sent_again_as_another_file_is_seen_twice_and_not_two_once() -> None:
    deals = [sold(1, "a"), sold(2, "b"), sold(3, "x")]

    assert items(deals, None).frequencies == {1: 3}
    assert items(deals, {"a": "a", "b": "a"}).frequencies == {2: 1}
    assert items(deals, {"a": "a", "b": "a"}).units == 2


def test_the_sentence_says_how_many_contents_were_handed_over() -> None:
    deals = [sold(1, "a", "b"), sold(2, "b", "c"), sold(3, "z", state="offered")]

    [one] = [found for found in estimate(deals, [], [], (), {"a": "a", "b": "a"}) if found.of == "items"]

    assert handed_over(deals) == {"a", "b", "c"}
    assert one.observed == 1
    assert one.sentence.startswith("3 contents were handed over; 1 items are counted")
    assert one.sentence_id.startswith("3 isi berkas diserahkan; 1 materi")
