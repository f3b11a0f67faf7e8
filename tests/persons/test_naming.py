# SPDX-License-Identifier: Apache-2.0
"""Accounts of statements that the holder of a device names to those who pay."""

from datetime import UTC, datetime
from typing import Any

import pytest

from suluh.model.intake import Exhibit
from suluh.model.place import Place
from suluh.model.rules.holders import own_accounts
from suluh.model.talk import Message
from suluh.model.times import Dated
from suluh.model.trade import Statement
from suluh.persons.names import fits
from suluh.persons.said.naming import Namings

LEDGER, ANI = "bca:0123456789", "whatsapp:+628110000001"
BARE, FULL = "transfer ke 0123456789", "BCA 0123456789 an Ani Contoh"
PLACE = Place(exhibit="B-1", acquisition="1", path="chat", file="f")
OWN = own_accounts([Exhibit(id="e", label="B-1", authority="1", order=1, accounts=(ANI,))], [])


@pytest.fixture
def shop(world: Any) -> Any:
    world.see(ANI, "Ani Contoh", own=True)
    world.see(LEDGER, on="B-6")
    return world


def doubts(world: Any) -> list[list[str]]:
    """What speaks against each link but the caution."""
    return [[term.rule for term in link.reasons_against[1:]] for link in world.links("named-to-pay")]


def test_an_account_named_in_three_talks_under_the_own_full_name_is_joined(shop: Any) -> None:
    shop.names(ANI, LEDGER, FULL, FULL, "Ani Contoh 0123456789")

    [link] = shop.links("named-to-pay")

    assert (link.merges, link.score, shop.groups()) == (True, 920_000, [(LEDGER, ANI)])


def test_the_name_on_the_statement_is_enough_where_no_message_says_one(world: Any) -> None:
    world.see(ANI, "Ani Contoh", own=True)
    world.see(LEDGER, "ANI CONTOH LESTA", on="B-6")
    world.names(ANI, LEDGER, BARE, BARE, BARE)

    assert doubts(world) == [[]]


@pytest.mark.parametrize("name", ["Bu Contoh", "Ny. Ani Contoh"])
def test_the_account_of_a_husband_is_not_his_wifes(world: Any, name: str) -> None:
    world.see(ANI, name, own=True)
    world.see(LEDGER, "ANI CONTOH", on="B-6")
    world.names(ANI, LEDGER, BARE, BARE, BARE)

    assert doubts(world) == [["held-otherwise"]]


@pytest.mark.parametrize(("namesake", "few"), [(None, []), ("Joko Misal", []), ("ANI CONTOH", ["few-talks"])])
def test_one_talk_is_enough_under_a_whole_name_that_nobody_else_bears(world: Any, namesake: Any, few: Any) -> None:
    world.see(ANI, "Ani Contoh", own=True)
    world.see(LEDGER, "ANI CONTOH", on="B-6")
    if namesake:
        world.see("whatsapp:+628110000002", namesake, on="B-2")
    world.names(ANI, LEDGER, BARE)

    assert doubts(world) == [few]


def test_a_name_of_record_that_is_cut_off_is_no_whole_name(world: Any) -> None:
    world.see(ANI, "Ani Contoh Lestari", own=True)
    world.see(LEDGER, "ANI CONTOH LESTA", on="B-6")
    world.names(ANI, LEDGER, BARE)

    assert doubts(world) == [["few-talks"]]


@pytest.mark.parametrize(
    ("record", "texts", "doubt"),
    [
        ((), (FULL, FULL), ["few-talks", "said-seldom"]),
        ((), (FULL, BARE, BARE), ["said-seldom"]),
        ((), (BARE, BARE, BARE), ["nobody-says"]),
        (("JOKO MISAL",), (FULL, FULL, FULL), ["held-otherwise"]),
        (("ANI MISAL",), (BARE, BARE, BARE), ["held-otherwise"]),
    ],
)
def test_what_is_not_certain_only_proposes(world: Any, record: Any, texts: Any, doubt: list[str]) -> None:
    world.see(ANI, "Ani Contoh", own=True)
    world.see(LEDGER, *record, on="B-6")
    world.names(ANI, LEDGER, *texts)

    assert doubts(world) == [doubt]
    assert len(world.groups()) == 2


def test_an_account_that_somebody_of_another_name_names_as_well_only_proposes(shop: Any) -> None:
    other = shop.see("whatsapp:+628110000002", "Ani Lain", own=True, on="B-2")
    shop.names(ANI, LEDGER, FULL, FULL, FULL)
    shop.names(other, LEDGER, BARE)

    assert not any(link.merges for link in shop.links("named-to-pay"))
    assert "named-by-others" in doubts(shop)[0]


@pytest.mark.parametrize(("other", "joins"), [("Ani Lain", False), ("Joko Misal", True)])
def test_a_name_of_one_word_joins_only_where_no_other_device_has_it(world: Any, other: str, joins: bool) -> None:  # noqa: FBT001 # an example
    world.see(ANI, "Ani", own=True)
    world.see("whatsapp:+628110000002", other, own=True, on="B-2")
    world.see(LEDGER, "ANI CONTOH", on="B-6")
    world.names(ANI, LEDGER, BARE, BARE, BARE)

    assert [link.merges for link in world.links("named-to-pay")] == [joins]


def test_a_name_that_others_gave_is_not_the_own_one(world: Any) -> None:
    world.see(ANI, own=True)
    world.see(ANI, "Ani Contoh", on="B-5")
    world.see(LEDGER, "ANI CONTOH", on="B-6")
    world.names(ANI, LEDGER, BARE, BARE, BARE)

    assert doubts(world) == [["held-otherwise"]]


def test_the_holder_of_a_wallet_of_the_own_number_is_a_name_they_go_by(world: Any) -> None:
    world.see(ANI, "Ani", own=True)
    world.see("gopay:+628110000001", "ANI CONTOH", on="B-6")
    world.see(LEDGER, "ANI CONTOH", on="B-6")
    world.see("whatsapp:+628110000002", "Ani Lain", own=True, on="B-2")
    world.pays("gopay:+628119999999", "BUDI CONTOH", "gopay:+628110000001", 1)
    world.names(ANI, LEDGER, BARE, BARE, BARE)

    assert doubts(world) == [[]]


def test_parting_the_two_restores_them_and_taking_it_back_joins_them(shop: Any) -> None:
    shop.names(ANI, LEDGER, FULL, FULL, FULL)
    before = shop.persons()

    shop.decide_on(shop.links("named-to-pay")[0], "reject")
    assert len(shop.groups()) == 2
    shop.decide_on(shop.links("named-to-pay")[0], "retract")

    assert shop.persons() == before


@pytest.mark.parametrize(
    ("record", "called", "fit"),
    [
        ("ANI CONTOH LESTA", "Ani Contoh Lestari", True),
        ("ANI CONTOH LE", "Ani Contoh Lestari", False),
        ("ANI CONTOH", "Anita Contoh", False),
        ("ANI", "Anita", False),
        ("ANI CONTOH", "Ani", True),
        ("ANI CONTOH", "Ani Misal", False),
        ("ANI CONTOH", "Contoh", True),
        ("ANI", "", False),
    ],
)
def test_a_name_of_record_fits_one_that_is_a_part_of_it(record: str, called: str, fit: bool) -> None:  # noqa: FBT001 # an example
    assert fits(record, called) == fit


def said(text: str, sender: str | None = ANI, kind: Any = "text") -> Dated[Message]:
    message = Message(id=text, conversation="whatsapp:chat", kind=kind, place=PLACE, sender=sender, text=text)
    return Dated(message, datetime(2026, 1, 1, tzinfo=UTC))


def heard(*messages: Dated[Message], account: str = LEDGER) -> list[tuple[str, str]]:
    papers = [Statement(id="s", account=account, place=PLACE)]
    namings = Namings(papers, OWN)
    for dated in messages:
        namings.note(dated.value)
    return [(one.sender, one.account) for one in namings.found]


@pytest.mark.parametrize("text", [BARE, "0123-456-789", "rek: 0123 456 789\na.n. Ani"])
def test_an_account_is_known_by_its_digits_however_they_are_set(text: str) -> None:
    assert heard(said(text)) == [(ANI, LEDGER)]


@pytest.mark.parametrize(
    "message",
    [
        said("9990123456789"),
        said("01234567890"),
        said("besok ya"),
        said(BARE, sender="whatsapp:+628119999999"),
        said(BARE, sender=None, kind="system"),
    ],
)
def test_other_digits_and_other_people_name_nothing(message: Dated[Message]) -> None:
    assert heard(message) == []


def test_what_nobody_is_known_to_have_written_names_no_account() -> None:
    assert heard(said(BARE, sender=None)) == []


def test_a_number_of_a_phone_may_mean_the_phone() -> None:
    assert heard(said("wa 628110000009"), account="gopay:+628110000009") == []
