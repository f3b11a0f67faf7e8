# SPDX-License-Identifier: Apache-2.0
"""`suluh without` says in both languages what would fall, masked without a purpose, with counts at the end."""

import hashlib
import json

import pytest
from tests.case.test_without import CHAT
from tests.case.views.made import acting

from suluh.case.without.compare import Change, Changed
from suluh.case.without.saying import _FIELDS, FALLS, changed, parted_into
from suluh.model.trade import Deal


@pytest.fixture
def case(suluh, tmp_path):
    """A case with a chat and a note, which has run."""
    case = tmp_path / "one"
    acting(tmp_path / "home")
    for label, text in (("B-1", CHAT), ("B-2", "bukan percakapan")):
        (tmp_path / label).mkdir()
        (tmp_path / label / "Chat WhatsApp dengan Ani.txt").write_text(text, "utf-8")
    paper = ("--kind", "court", "--number", "PEN-1", "--issuer", "PN Contoh", "--date", "2026-01-02")
    for words in (
        ("new", case, "--number", "LP/1/2026", "--unit", "Unit Contoh"),
        ("authority", case, *paper),
        *(("add", case, tmp_path / one, "--label", one, "--authority", "PEN-1") for one in ("B-1", "B-2")),
        ("run", case),
    ):
        assert suluh(*words).code == 0
    return case


def test_what_falls_is_told_with_counts(suluh, case):
    done = suluh("without", case, "B-1")

    assert done.code == 0, done.err
    assert "Nothing of this deal is left." in done.out
    assert "message falls: 10" in done.out
    assert "deal falls: 1" in done.out
    assert "content falls: 1" in done.out
    assert "Budi" not in done.out


def test_scripts_get_each_value_on_a_line_and_the_counts_last(suluh, case):
    masked = [json.loads(line) for line in suluh("without", case, "B-1", "--json").out.splitlines()]
    full = [json.loads(line) for line in suluh("without", case, "B-1", "--json", "--purpose", "uji").out.splitlines()]

    assert masked[-1]["counts"] == full[-1]["counts"]
    assert masked[-1]["counts"]["message falls"] == sum(row["what"] == "message" for row in masked) == 10
    assert [row["id"] for row in masked if row["what"] == "deal"] == [
        row["id"] for row in full if row["what"] == "deal"
    ]
    assert all(row["text"] != row["text_id"] for row in masked[:-1])
    assert [row["sha256"] for row in masked if row["what"] == "content"] == [hashlib.sha256(CHAT.encode()).hexdigest()]
    assert "Budi" in str(full)
    assert "Budi" not in str(masked)
    [*_, look] = [json.loads(line) for line in suluh("show", case, "ledger", "--json").out.splitlines()]
    assert look["detail"]["where"] == "exhibit=B-1"


def test_an_exhibit_on_which_nothing_rests_and_one_that_is_not_there(suluh, case):
    assert "content falls: 1" in suluh("without", case, "B-2").out
    wrong = suluh("without", case, "B-7")
    assert (wrong.code, "no exhibit B-7" in wrong.err) == (2, True)
    assert suluh("without", case).code == 2


def deal(**fields) -> Deal:
    plain = {"id": "a", "kind": "sale", "state": "delivered", "tier": "recorded", "currency": "IDR"}
    return Deal(**{**plain, "amount_minor": 5_000_000, "seller": "x:1", **fields})


def test_a_weaker_deal_is_said_in_both_languages():
    before, after = deal(), deal(tier="possible", amount_minor=None, state="paid-not-delivered", seller=None)
    changes = (
        Change("tier", "recorded", "possible"),
        Change("amount_minor", 5_000_000, None),
        Change("state", "delivered", "paid-not-delivered"),
        Change("seller", "x:1", None),
        Change("score", 912_345, 500_000),
    )

    english, indonesian = changed(Changed(before, after, changes))

    assert english == (
        "This deal stands and is weaker: tier recorded -> possible, amount IDR 50,000.00 -> none, "
        "state delivered -> paid-not-delivered, seller: nobody, score 0.91 -> 0.50."
    )
    assert indonesian == (
        "Rangkaian ini tetap ada, lebih lemah: tingkat tercatat -> mungkin, jumlah Rp50.000,00 -> tidak ada, "
        "keadaan dikirim -> dibayar, belum dikirim, penjual: tidak ada, skor 0,91 -> 0,50."
    )


@pytest.mark.parametrize(
    ("change", "weaker"),
    [
        (Change("tier", "recorded", "possible"), True),
        (Change("tier", "possible", "recorded"), False),
        (Change("amount_minor", 5, 7), False),
        (Change("amount_minor", 7, 5), True),
        (Change("messages", 3, 2), True),
        (Change("score", 3, 2), False),
        (Change("money", "recorded", "asked"), True),
        (Change("money", "asked", "possible"), False),
    ],
)
def test_less_support_is_weaker_and_a_score_alone_is_not(change, weaker):
    assert Changed(deal(), deal(), (change,)).is_weaker is weaker


def test_every_sentence_stands_in_both_languages():
    said = (*FALLS.values(), *_FIELDS.values(), parted_into(2))

    assert [one for one in said if one.english == one.indonesian] == []
