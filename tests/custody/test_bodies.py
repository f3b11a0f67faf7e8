# SPDX-License-Identifier: Apache-2.0
"""Bodies are the bytes of RFC 8785, and only those bytes are read back."""

import json

import pytest
import rfc8785
from tests.custody.every_noun import AT, every_noun
from tests.each import each

from suluh.custody.entry import Entry
from suluh.custody.key import OfficerKey
from suluh.model.body import Noun, body
from suluh.model.errors import BadBody
from suluh.model.nouns import noun


@each("one", every_noun(), lambda one: type(one).__name__)
def test_a_body_is_what_rfc_8785_says(one: Noun) -> None:
    assert body(one) == rfc8785.dumps(json.loads(body(one)))
    assert noun(body(one)) == one


def entry(**fields: object) -> Entry:
    given = {
        "log": "x",
        "seq": 1,
        "prev": "",
        "at": AT,
        "actor": "S-1",
        "key": "00",
        "action": "new",
        "object": "é\x7f",
    }
    return Entry(**{**given, "tool": "suluh 1", **fields})


def test_an_entry_is_what_rfc_8785_says() -> None:
    one = entry(replaces=(3, 1), detail={"zo": "\u2028", "a": '"\\/\b'}, count=2, root="ff")

    assert one.body() == rfc8785.dumps(json.loads(one.body()))
    assert Entry.read(one.body()) == one


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.replace(b",", b", ", 1),
        lambda data: data.replace(b'"seq":1', b'"seq":1.0'),
        lambda data: data.replace(b'"seq":1', b'"seq":"1"'),
        lambda data: data.replace(b'"seq":1', b'"seq":1,"seq":1'),
        lambda data: data.replace(b'"tool"', b'"root":null,"tool"'),
        lambda data: data.replace(b'"tool"', b'"toll":"","tool"'),
        lambda data: data.replace(b"entry/1", b"entry/2"),
        lambda data: data.replace("é".encode(), b"\\u00e9"),
        lambda data: data[:-1],
        lambda data: data + b" ",
        lambda _: b"\xff",
    ],
)
def test_an_entry_in_any_other_form_is_refused(spoil: object) -> None:
    with pytest.raises(BadBody):
        Entry.read(spoil(entry().body()))


def test_text_that_is_no_unicode_is_refused_in_words() -> None:
    with pytest.raises(BadBody, match="no Unicode"):
        entry(object="\udcff").body()


def test_a_signature_is_for_entries_only(key: OfficerKey) -> None:
    one = entry()

    assert not key.public.verify(one.body(), one.sign(key))
