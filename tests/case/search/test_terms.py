# SPDX-License-Identifier: Apache-2.0
"""What is searched for is found however it is written, and nothing else is."""

import re
from itertools import product

import pytest
from tests.each import each

from suluh.case.search.query import LONGEST, query
from suluh.case.search.terms import indexed, number, terms, words
from suluh.case.search.texts import told
from suluh.model.body import body
from suluh.model.errors import Misuse
from suluh.model.ids import make_id
from suluh.model.place import Place
from suluh.model.talk import Attachment, Message

PLACE = Place(exhibit="B-1", acquisition="1", path="chat.txt", file=make_id("file", "chat"))

SAME = (
    "081234567890",
    "0812-3456-7890",
    "+62 812 3456 7890",
    "62812 3456 7890",
    "(0812) 3456.7890",
    "0812_3456_7890",
    "+62-812-3456-7890",
    "٠٨١٢٣٤٥٦٧٨٩٠",
    "\uff10\uff18\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff10",
)


@each("said, asked", product(SAME, SAME))
def test_a_number_is_found_in_any_writing(said: str, asked: str):
    assert query(asked).fits(f"wa aja ya {said} kak")


def test_a_number_is_found_beside_other_numbers():
    assert query("0812 3456 7890").fits("tf 50000 ke 0812-3456-7890 50.000, 3 file")
    assert query("1234567").fits("rek 1234567 8901234")
    assert query("8901234").fits("rek 1234567 8901234")


@pytest.mark.parametrize("other", ["081234567891", "81234567", "0812345678901", "0812 3456 78"])
def test_another_number_is_not_found(other: str):
    assert not query("081234567890").fits(f"nomor {other}")


@pytest.mark.parametrize(
    ("said", "asked", "fits"),
    [
        ("Café MAWAR buka", "cafe mawar", True),
        ("Kafe Mawar", "mawar kafe", True),
        ("Kafe Mawar", '"mawar kafe"', False),
        ("Kafe Mawar", '"Kafe mawar"', True),
        ("paket 40 file 50rb", '"40 file"', True),
        ("paket 40 lalu file", '"40 file"', False),
        ("paketan besar", "paket", False),
        ("paketan besar", "paket*", True),
        ("@budi_01 halo", "@budi_01", True),
        ("@budi_02 halo", "@budi_01", False),
        ("foto 照片集 baru", "照片", True),
        ("foto 片照 baru", "照片", False),
        ("laporan.final.pdf", "laporan.final.pdf", True),
        ("İstanbul", "istanbul", True),
        ("straße", "STRASSE", True),
    ],
)
def test_words_are_found_by_their_form_alone(said: str, asked: str, fits: bool):  # noqa: FBT001 # one of the examples
    assert query(asked).fits(said) is fits


@pytest.mark.parametrize("wrong", ["", "!!", '"', '"a', "—", "x" * (LONGEST + 1)])
def test_what_cannot_be_looked_up_is_said(wrong: str):
    with pytest.raises(Misuse):
        query(wrong)


def test_terms_of_a_long_row_of_numbers_are_bounded():
    assert len(terms("1234567 " * 2000)) < 30_000
    assert number("1" * 17) is None
    assert words("a_b") == ["a", "b"]


@pytest.mark.parametrize(
    "said",
    [
        *SAME,
        "Café_MAWAR buka",
        "a_b-c\x00d",
        "照片 foto",
        "straße 0812-3456-7890",
        "x" * 300,
        "FOTO照片baru",
        "İSTANBUL \uff46\uff49\uff4c\uff45",
        "e\u0301tiket ½ 🙂ok🙂",
        "0812\u20113456\u00a07890 — 50.000\u0663",
        "0812🙂3456789",
        "สวัสดี ﷺ ④⑤ x²",
    ],
)
def test_an_index_that_splits_at_ascii_makes_the_same_terms(said: str):
    assert set(re.findall(r"[a-z0-9\u0080-\U0010ffff]+", indexed(said).lower())) == set(terms(said))


TEXTS = (
    "paket 40 file",
    "paket  40-file",
    "Paket_40 FILE",
    "40 paket file",
    'paket "40" file',
    "pakét 40 file",
    "paket\n40 file",
)


@pytest.mark.parametrize("asked", ['"paket 40"', '"40 file" paket', "paket file", '"file paket"', '"paket 40 file"'])
def test_a_message_that_fits_is_never_passed_over_by_its_body_alone(asked: str):
    wanted = query(asked)
    for at, said in enumerate(TEXTS):
        for attached in ((), (Attachment(state="present", name="paket 40.jpg"),)):
            one = Message(
                id=make_id("message", at),
                conversation="x:1",
                kind="text",
                place=PLACE,
                text=said,
                attachments=attached,
            )
            assert wanted.may_fit(body(one)) or not wanted.fits(told(one).whole)


def test_a_message_without_the_phrase_is_passed_over_by_its_body():
    one = Message(id=make_id("message", 1), conversation="x:1", kind="text", place=PLACE, text="40 paket file")

    assert not query('"paket 40"').may_fit(body(one))
    assert query('"40 paket"').may_fit(body(one))
