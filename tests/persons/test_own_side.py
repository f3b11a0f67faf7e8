# SPDX-License-Identifier: Apache-2.0
"""Whose device an exhibit probably is: a link with reasons, which joins nothing before an officer has decided."""

from collections.abc import Iterable
from typing import Any

from suluh.model.after.beyond import Joint
from suluh.model.intake import Exhibit
from suluh.model.people import Link, Person
from suluh.model.rules.holders import own_accounts
from suluh.model.talk import Owning, device_account, named_account
from suluh.persons.resolve import Told, resolve

DEVICE = device_account("whatsapp", "B-1")
NUMBER = "whatsapp:+628110000001"


def owner(world: Any, name: str, chat: str, by: str = "title") -> str:
    account = named_account("whatsapp", "B-1", f"whatsapp:chat/{chat}", name)
    return str(world.see(account, name, owning=Owning(device=DEVICE, by=by)))  # type: ignore[arg-type] # one of four


def speaks(world: Any, name: str, chat: str) -> str:
    return str(world.see(named_account("whatsapp", "B-1", f"whatsapp:chat/{chat}", name), name))


def own_side(world: Any, **more: Any) -> list[Link]:
    found = resolve(world.accounts, world.contacts, world.decisions, **more)
    return [one for one in found if isinstance(one, Link) and one.rule == "own-side"]


def reasons(link: Link) -> tuple[set[str], set[str]]:
    return {term.rule for term in link.reasons_for}, {term.rule for term in link.reasons_against}


def holders(world: Any) -> dict[str, Any]:
    persons = [one for one in resolve(world.accounts, [], world.decisions) if isinstance(one, Person)]
    return own_accounts([Exhibit(id="B-1", label="B-1", authority="1", order=1)], world.accounts, persons)


def test_the_side_that_no_title_names_is_proposed_once_for_all_its_chats(world: Any) -> None:
    accounts = [owner(world, "Ani Lestari", chat) for chat in ("a", "b", "c")]

    [link] = own_side(world)

    assert {link.left, link.right} == {DEVICE, min(accounts)}
    assert reasons(link) == ({"own-title", "own-every"}, {"other-phone"})
    assert (link.judgement, link.merges) == ("suggested", False)
    assert "3 exported chats" in link.reasons_for[-1].text
    assert "B-1" not in holders(world)


def test_two_who_look_like_the_holder_stand_against_each_other(world: Any) -> None:
    owner(world, "Ani Lestari", "a")
    owner(world, "Budi", "b", by="deletion")

    links = own_side(world)

    assert [reasons(link)[1] for link in links] == [{"other-phone", "several-own"}] * 2
    assert all((link.score or 0) < 500_000 for link in links)


def test_an_author_of_every_export_is_proposed_unless_somebody_else_is_in_all_as_well(world: Any) -> None:
    for chat in ("a", "b", "c"):
        speaks(world, "Ani Lestari", chat)
        speaks(world, f"Teman {chat}", chat)
    [link] = own_side(world)
    assert reasons(link)[0] == {"own-every"}

    for chat in ("a", "b", "c"):
        speaks(world, "Budi", chat)
    assert own_side(world) == []


def test_what_an_officer_stated_outranks_all_signs(world: Any) -> None:
    owner(world, "Ani Lestari", "a")
    exhibit = Exhibit(id="B-1", label="B-1", authority="1", order=1, accounts=(NUMBER,))

    assert own_side(world, told=Told(own=own_accounts([exhibit], world.accounts))) == []


def test_a_number_under_which_another_phone_tells_the_own_side_is_proposed(world: Any) -> None:
    ani = owner(world, "Ani Lestari", "a")
    world.see(NUMBER, on="B-2")
    place = world.place("B-1")
    joint = Joint(
        id="j", record="conversation", members=("x", "y"), places=(place, place), agree=12, same=((NUMBER, ani),)
    )

    links = own_side(world, told=Told(same_talk=[joint]))

    assert {one for link in links for one in (link.left, link.right)} == {DEVICE, ani, NUMBER}
    assert {"own-told"} in [reasons(link)[0] for link in links]


def test_a_decision_makes_the_holder_and_joins_the_same_name_in_the_other_exports(world: Any) -> None:
    accounts = [owner(world, "Ani Lestari", chat) for chat in ("a", "b")]
    friend = speaks(world, "Budi Santoso", "a")
    [link] = own_side(world)

    world.decide_on(link, "confirm")

    assert holders(world)["B-1"].accounts == {DEVICE, *accounts}
    assert (friend,) in world.groups()
    world.decide_on(link, "retract")
    assert "B-1" not in holders(world)


def _texts(links: Iterable[Link]) -> list[str]:
    return [text for link in links for term in link.reasons_for for text in (term.text, term.text_id)]


def test_every_sign_is_said_in_both_languages(world: Any) -> None:
    for by in ("title", "deletion", "peer", "groups"):
        owner(world, "Ani Lestari", by, by=by)

    said = _texts(own_side(world))

    assert len(said) == 10
    assert all(said)
