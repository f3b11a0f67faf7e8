# SPDX-License-Identifier: Apache-2.0
"""What officers decide about links, and that it can be taken back."""

from typing import Any

import pytest

NUMBER = "+628110000001"


@pytest.fixture
def pair(world: Any) -> Any:
    """One person by number, and a third account that bears the same name."""
    world.see(f"whatsapp:{NUMBER}", "Budi Santoso")
    world.see(f"gopay:{NUMBER}", "BUDI SANTOSO")
    world.see("telegram:user7", "Budi Santoso")
    return world


def test_a_confirmed_link_joins_and_names_its_officer(pair: Any) -> None:
    pair.decide_on(pair.links("same-name")[0], "confirm")

    [link] = pair.links("same-name")

    assert len(pair.groups()) == 1
    assert (link.judgement, link.by) == ("confirmed", "OFFICER-1")


def test_retracting_a_confirmation_restores_the_partition_exactly(pair: Any) -> None:
    before = pair.persons()
    link = pair.links("same-name")[0]

    pair.decide_on(link, "confirm")
    pair.decide_on(link, "retract")

    assert pair.persons() == before
    assert pair.links("same-name")[0].retracted_at is not None
    assert pair.links("same-name")[0].by is None


def test_retracting_a_link_of_software_splits_the_person(pair: Any) -> None:
    link = pair.links("same-number")[0]

    pair.decide_on(link, "retract")

    assert len(pair.groups()) == 3
    assert pair.links("same-number")[0].retracted_at is not None


def test_retracting_a_rejection_brings_the_join_back(pair: Any) -> None:
    before = pair.persons()
    link = pair.links("same-number")[0]

    pair.decide_on(link, "reject")
    assert pair.persons() != before
    pair.decide_on(pair.links("same-number")[0], "retract")

    assert pair.persons() == before


def test_joining_and_retracting_the_join_restores_the_partition(pair: Any) -> None:
    before = pair.persons()

    pair.decide("join", "telegram:user7", f"gopay:{NUMBER}")
    assert len(pair.groups()) == 1
    pair.decide_on(pair.links("join")[0], "retract")

    assert pair.persons() == before


def test_a_later_word_of_one_officer_supersedes_the_earlier(pair: Any) -> None:
    link = pair.links("same-name")[0]

    pair.decide_on(link, "confirm")
    pair.decide_on(link, "reject")

    assert pair.links("same-name")[0].judgement == "rejected"


def test_words_of_two_officers_that_differ_are_a_dispute(pair: Any) -> None:
    link = pair.links("same-name")[0]

    pair.decide_on(link, "confirm", by="OFFICER-1")
    pair.decide_on(link, "reject", by="OFFICER-2")

    [found] = pair.links("same-name")
    assert (found.judgement, found.merges) == ("disputed", False)


def test_joined_by_one_and_parted_by_another_is_a_dispute(pair: Any) -> None:
    pair.decide("join", "telegram:user7", f"gopay:{NUMBER}", by="OFFICER-1")
    pair.decide("part", "telegram:user7", f"gopay:{NUMBER}", by="OFFICER-2")

    [link] = [one for one in pair.links() if one.rule in {"join", "part"}]

    assert link.judgement == "disputed"
    assert len(pair.groups()) == 2


def test_parting_stops_what_software_joined(pair: Any) -> None:
    pair.decide("part", f"whatsapp:{NUMBER}", f"gopay:{NUMBER}")

    [link] = pair.links("same-number")

    assert (link.judgement, link.merges) == ("disputed", False)
    assert len(pair.groups()) == 3


def test_parting_stops_a_join_by_way_of_a_third_account(pair: Any) -> None:
    pair.decide("join", "telegram:user7", f"gopay:{NUMBER}", by="OFFICER-1")
    pair.decide("part", "telegram:user7", f"whatsapp:{NUMBER}", by="OFFICER-2")

    together = [group for group in pair.groups() if len(group) > 1]

    assert together == [(f"gopay:{NUMBER}", "telegram:user7")]
    assert [link.judgement for link in pair.links("same-number")] == ["disputed"]


def test_officers_words_that_contradict_are_all_disputed(world: Any) -> None:
    one, two, three = (world.see(f"telegram:user{number}") for number in (1, 2, 3))

    world.decide("join", one, two, by="OFFICER-1")
    world.decide("join", two, three, by="OFFICER-1")
    world.decide("part", one, three, by="OFFICER-2")

    assert [link.judgement for link in world.links()] == ["disputed"] * 3
    assert len(world.groups()) == 3


def test_retracting_the_parting_restores_the_partition(pair: Any) -> None:
    before = pair.persons()

    pair.decide("part", f"whatsapp:{NUMBER}", f"gopay:{NUMBER}")
    [part] = pair.links("part")
    pair.decide_on(part, "retract")

    assert pair.persons() == before


def test_a_decision_about_an_account_that_is_gone_is_listed(pair: Any) -> None:
    pair.decide("join", "telegram:user7", "telegram:user404")

    [link] = pair.links("join")

    assert (link.judgement, link.merges) == ("confirmed", False)
    assert "gone" in [term.rule for term in link.reasons_against]


def test_a_confirmed_link_of_another_room_joins(pair: Any) -> None:
    pair.decide("confirm", "telegram:user7", f"gopay:{NUMBER}", link="link-of-deals", rule="paid-for")

    assert len(pair.groups()) == 1


def test_roles_come_from_decisions_only(pair: Any) -> None:
    assert all(person.roles == () for person in pair.persons())

    pair.decide("role", "telegram:user7", "seller", valid_from="2025-01-01")

    assert [person.roles for person in pair.persons() if "telegram:user7" in person.accounts] == [("seller",)]
