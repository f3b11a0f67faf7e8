# SPDX-License-Identifier: Apache-2.0
"""What may be one conversation is proposed with its reasons; officers join and part, and never two known to be two."""

import random

import pytest
from msgspec.structs import replace
from tests.readers.copied import FEW, SHORT, SMALL, SPOKEN, group, looked, numbered, one_sided, renamed, talk, told

from suluh.model.people import ONE_CONVERSATION, Judgement, Link
from suluh.model.talk import Conversation, Message, device_account
from suluh.readers.copies.lines.offset import untied
from suluh.readers.copies.same import NO_COPIES, Copies, copies
from suluh.readers.copies.talks import Beside
from suluh.readers.copies.together import parted, rivals, sets

ANI, BUDI, CICI = "whatsapp:+6281100000001", "whatsapp:+6281200000002", "whatsapp:+6281300000003"

X, Y, Z = (f"whatsapp:chat/{name}" for name in "xyz")


def said(*pairs: tuple[str, str], by: Judgement) -> Beside:
    return Beside(dict.fromkeys(pairs, by))


def rules(link: Link) -> set[str]:
    return {one.rule for one in (*link.reasons_for, *link.reasons_against)}


def together(found: Copies) -> set[tuple[str, ...]]:
    return {one.members for one in found.conversations}


def phones(
    talk_: list[tuple[int, str, str]] = FEW, left: dict[str, str] | None = None, right: dict[str, str] | None = None
) -> tuple[list[Message], list[Message]]:
    """One talk as its two phones hold it, with the accounts that each knows by number."""
    one, two = told("x", talk_), told("y", talk_, exhibit="B-2")
    return numbered(one, **(left or {})), numbered(two, **(right or {}))


def test_a_short_talk_of_two_phones_is_proposed_with_its_reasons_and_messages() -> None:
    found = looked(*phones())

    [link] = found.links
    assert (link.left, link.right, link.rule, link.merges, link.judgement) == (
        X,
        Y,
        ONE_CONVERSATION,
        False,
        "suggested",
    )
    assert {"equal-lines", "few-lines", "names-alone"} == rules(link)
    assert {"x-0001", "y-0001"} <= set(link.reasons_for[0].rests)
    assert [place.exhibit for place in link.places] == ["B-1", "B-2"]
    assert all(one.text and one.text_id for one in (*link.reasons_for, *link.reasons_against))
    assert found.conversations == ()


def test_what_an_officer_confirmed_is_joined_with_its_messages_and_what_they_dispute_is_not() -> None:
    joined = looked(*phones(), beside=said((X, Y), by="confirmed"))
    disputed = looked(*phones(), beside=said((X, Y), by="disputed"))

    assert together(joined) == {(X, Y)}
    assert {tuple(one.id for one in pair) for pair in joined.messages} == {
        (f"x-{n:04}", f"y-{n:04}") for n in range(len(FEW))
    }
    assert [one.merges for one in joined.links] == [True]
    assert (disputed.conversations, [one.merges for one in disputed.links]) == ((), [False])


def test_two_that_the_program_joined_are_kept_apart_where_an_officer_says_that_they_are_two() -> None:
    free, parted = looked(*phones(SPOKEN)), looked(*phones(SPOKEN), beside=said((X, Y), by="rejected"))

    assert together(free) == {(X, Y)}
    assert [one.merges for one in free.links] == [True]
    assert (parted.conversations, parted.messages, [one.merges for one in parted.links]) == ((), (), [False])


def test_no_third_copy_brings_two_together_that_an_officer_parted() -> None:
    long = talk(random.Random(3), 60)  # noqa: S311 # drawn talk
    sides = [told(name, long, exhibit=f"B-{n}") for n, name in enumerate("xyz", 1)]

    assert together(looked(*sides)) == {(X, Y, Z)}
    assert together(looked(*sides, beside=said((X, Y), by="rejected"))) == set()
    kept = looked(*sides, beside=Beside({(X, Y): "rejected", (X, Z): "confirmed"}))
    assert together(kept) == {(X, Z)}
    assert ["contradiction" in rules(one) for one in kept.links] == [False, False, True]


def test_what_officers_said_both_ways_of_three_joins_none_of_them() -> None:
    sides = [told(name, SHORT, exhibit=f"B-{n}") for n, name in enumerate("xyz", 1)]
    both = Beside({(X, Y): "rejected", (X, Z): "confirmed", (Y, Z): "confirmed"})

    found = looked(*sides, beside=both)
    assert together(found) == set()
    assert ["contradiction" in rules(one) for one in found.links] == [False, True, True]


def test_a_group_in_which_nothing_rare_was_said_is_proposed_by_its_title() -> None:
    small = [(n * 50, "abcde"[n % 5], SMALL[n % 4]) for n in range(30)]
    sides = group("x", small, "B-1"), group("y", small[6:11], "B-2")

    assert [one.merges for one in looked(*sides, kind="group", title="Kue").links] == [False]
    assert looked(*sides, kind="group").links == ()


@pytest.mark.parametrize("words", [SHORT, SPOKEN])
def test_talks_that_show_three_accounts_are_neither_proposed_nor_joined_by_a_word(
    words: list[tuple[int, str, str]],
) -> None:
    sides = phones(words, {"a": ANI, "b": BUDI}, {"b": CICI})
    bare = looked(*sides)
    word = looked(*sides, beside=said((X, Y), by="confirmed"))

    assert bare.links == ()
    assert word.conversations == ()
    assert [(one.merges, "three-accounts" in rules(one)) for one in word.links] == [(False, True)]


def test_the_own_account_of_a_device_stands_for_whoever_wrote_on_it() -> None:
    sides = phones(FEW, {"a": device_account("whatsapp", "B-1"), "b": BUDI}, {"a": ANI})
    unknown, known, another = (looked(*sides, beside=Beside(own=own)) for own in ({}, {"B-1": {ANI}}, {"B-1": {CICI}}))

    assert [rules(one) >= {"same-accounts"} for one in known.links] == [True]
    assert [rules(one) >= {"same-accounts"} for one in unknown.links] == [False]
    assert another.links == ()


def test_an_address_book_that_has_the_others_account_under_the_name_of_the_chat_speaks_for_it() -> None:
    sides = phones(FEW, {}, {"b": BUDI})
    book, other = (Beside(listed={("B-1", "b"): {account}}) for account in (BUDI, CICI))

    assert [rules(one) >= {"listed-name"} for one in looked(*sides, beside=book).links] == [True]
    assert [rules(one) >= {"listed-name"} for one in looked(*sides, beside=other).links] == [False]


def test_by_way_of_a_third_no_word_joins_talks_of_three_accounts() -> None:
    sides = [
        numbered(told("x", SHORT), a=ANI, b=BUDI),
        told("y", SHORT, exhibit="B-2"),
        numbered(told("z", SHORT, exhibit="B-3"), a=ANI, b=CICI),
    ]

    found = looked(*sides, beside=said((X, Y), (Y, Z), by="confirmed"))

    assert found.conversations == ()
    assert not any(one.merges for one in found.links)


OTHER = [(5000, "a", "lain sekali ini semua"), (5010, "b", "benar benar berbeda ya"), (5020, "c", "tujuh delapan")]
HIDDEN = "whatsapp:123@lid"
DEVICE = device_account("whatsapp", "B-1")
KNOWN_TWO = [
    ("two-sides", numbered(told("x", SPOKEN), b=BUDI), numbered(told("y", SPOKEN), b=CICI)),
    ("two-sides", numbered(told("x", SHORT), b=BUDI), numbered(told("y", OTHER[:2]), b=CICI)),
    ("two-sides", numbered(told("x", SPOKEN), a=DEVICE, b=BUDI), numbered(told("y", SPOKEN), a=DEVICE, b=CICI)),
    ("two-sides", numbered(told("x", SHORT), b=BUDI), numbered(told("y", SHORT, exhibit="B-2"), b=CICI)),
    ("two-sides", numbered(told("x", SPOKEN), b=BUDI), numbered(told("y", SPOKEN, exhibit="B-2"), b=CICI)),
    (
        "three-accounts",
        numbered(told("x", OTHER), a=ANI, b=BUDI, c=CICI),
        numbered(told("y", OTHER[:2], exhibit="B-2"), a="whatsapp:+621", b="whatsapp:+622"),
    ),
    ("hidden-number", numbered(told("x", SPOKEN), b=HIDDEN), numbered(told("y", SPOKEN, exhibit="B-2"), b=HIDDEN)),
]


@pytest.mark.parametrize(("why", "one", "other"), KNOWN_TWO)
def test_what_is_known_to_be_two_is_joined_by_nobodys_word_and_says_why(
    why: str, one: list[Message], other: list[Message]
) -> None:
    found = looked(one, other, beside=said((X, Y), by="confirmed"))

    assert found.conversations == ()
    assert [(link.merges, why in rules(link)) for link in found.links] == [(False, True)]


def test_a_group_and_a_talk_of_two_are_joined_by_nobodys_word() -> None:
    sides = told("x", SPOKEN), told("y", SPOKEN, exhibit="B-2")
    known = [
        Conversation(id=f"c-{kind}", conversation=side[0].conversation, kind=kind, place=side[0].place)
        for side, kind in zip(sides, ("direct", "group"), strict=True)
    ]

    found = copies(
        lambda: [*sides[0], *sides[1]],
        known,
        {},
        lambda one: int(one.sent.local),
        beside=said((X, Y), by="confirmed"),
    )

    assert found.conversations == ()
    assert ["two-kinds" in rules(one) for one in found.links] == [True]


@pytest.mark.parametrize(
    "sides",
    [
        (numbered(told("x", SHORT), b=BUDI), numbered(told("y", SHORT, exhibit="B-2"), a=ANI)),
        (numbered(told("x", FEW), b=BUDI), numbered(told("y", OTHER[:2], exhibit="B-2"), b=CICI)),
        (
            numbered(told("x", OTHER), a=ANI, b=BUDI, c=CICI),
            numbered(told("y", OTHER[:2], exhibit="B-2"), a=ANI, b=BUDI),
        ),
        (numbered(told("x", OTHER[:2]), b=BUDI), numbered(told("y", FEW), b=BUDI)),
    ],
)
def test_two_phones_that_show_each_the_other_side_and_a_side_that_changed_its_number_may_be_one(
    sides: tuple[list[Message], list[Message]],
) -> None:
    assert together(looked(*sides, beside=said((X, Y), by="confirmed"))) == {(X, Y)}


def test_a_wrong_word_gives_way_to_what_the_program_surely_found_and_says_why() -> None:
    long = talk(random.Random(3), 60)  # noqa: S311 # drawn talk
    sides = [
        numbered(told("x", long), b=BUDI),
        numbered(told("y", long, exhibit="B-2"), b=BUDI),
        numbered(told("z", OTHER[:2]), b=CICI),
    ]

    for words in (said((Y, Z), by="confirmed"), said((X, Y), (Y, Z), by="confirmed")):
        found = looked(*sides, beside=words)

        assert together(found) == {(X, Y)}
        assert [(one.merges, "known-two" in rules(one)) for one in found.links] == [(True, False), (False, True)]


def test_what_the_program_found_of_three_exhibits_that_contradict_by_numbers_says_so() -> None:
    long = talk(random.Random(15), 90)  # noqa: S311 # drawn talk
    sides = [
        told("x", long),
        numbered(told("y", long, exhibit="B-2"), b=BUDI),
        numbered(told("z", long, exhibit="B-3"), b=CICI),
    ]

    found = looked(*sides)

    assert found.conversations == ()
    assert [rules(one) & {"known-two", "rival"} for one in found.links] == [{"known-two"}] * 2


def test_what_fits_two_talks_of_one_exhibit_is_joined_with_no_third_and_says_so() -> None:
    exhibits = {"x": "B-1", "y": "B-1", "z": "B-2", "w": "B-3"}
    sides = [told(name, SPOKEN, exhibit=exhibit) for name, exhibit in exhibits.items()]

    found = looked(*sides, beside=said((X, Y), by="rejected"))

    fits = {f"{one.left[-1]}{one.right[-1]}": rules(one) & {"rival", "rival-beside"} for one in found.links}
    assert found.conversations == ()
    assert fits == {name: {"rival"} for name in ("wx", "wy", "xz", "yz")} | {"wz": {"rival-beside"}, "xy": set()}


def test_two_ids_of_the_service_are_joined_by_nobodys_word() -> None:
    names = [f"whatsapp:direct/+62811000000/+6282200000{n}" for n in range(2)]
    sides = [renamed(told(name, SPOKEN, exhibit=f"B-{n}"), names[n]) for n, name in enumerate("xy")]

    found = looked(*sides, beside=said((names[0], names[1]), by="confirmed"))

    assert (found.conversations, [one.merges for one in found.links]) == ((), [False])


def test_of_two_talks_of_a_phone_that_may_be_a_third_both_say_that_the_other_may_be_it() -> None:
    found = looked(told("x", FEW), told("y", FEW[:3]), told("z", FEW, exhibit="B-2"))

    with_third = [one for one in found.links if one.right == Z]
    assert len(with_third) == 2
    assert all("rival" in rules(one) for one in with_third)


def test_what_is_joined_with_one_talk_of_a_phone_is_not_proposed_for_another_of_its_time() -> None:
    buyer = [one for one in SPOKEN if one[0] < 130]
    sides = told("x", SPOKEN), told("y", buyer), told("z", SPOKEN, exhibit="B-2")

    found = looked(*sides)

    assert together(found) == {(X, Z)}
    assert not any({one.left, one.right} == {Y, Z} for one in found.links)


def test_of_copies_that_are_one_already_one_link_is_proposed_and_none_where_an_officer_spoke() -> None:
    said_ = [(n * 50, "abcde"[n % 5], f"pesan nomor {n} di grup ini") for n in range(30)]
    sides = group("x", said_, "B-1"), group("y", said_, "B-2"), group("z", said_[6:8], "B-3")

    free = looked(*sides, kind="group", title="Kue")
    [open_] = [one for one in free.links if not one.merges]
    spoken = looked(*sides, kind="group", title="Kue", beside=said((open_.left, open_.right), by="rejected"))

    assert together(free) == together(spoken) == {(X, Y)}
    assert [(one.left, one.right) for one in spoken.links if not one.merges] == [(open_.left, open_.right)]


def test_a_group_of_which_one_phone_holds_a_few_messages_is_proposed() -> None:
    said_ = [(n * 50, "abcde"[n % 5], f"pesan nomor {n} di grup ini") for n in range(30)]
    few = [said_[6], said_[7]]

    [link] = looked(group("x", said_, "B-1"), group("y", few, "B-2"), kind="group", title="Kue").links

    assert not link.merges
    assert {"equal-lines", "one-title", "same-accounts"} >= rules(link) - {"few-lines"}


def test_a_thousand_pairs_of_different_chats_and_of_a_broadcast_answered_in_small_talk_propose_nothing() -> None:
    chance = random.Random(5)  # noqa: S311 # drawn talk
    for number in range(500):
        one, two = told("x", talk(chance, 12)), told("y", talk(chance, 12), exhibit=f"B-{number % 3}")
        sent = one_sided(chance, 12)
        answered = sorted(
            (minute + chance.randrange(1, 9), who, chance.choice(SMALL)) if who == "b" else (minute, who, words)
            for minute, who, words in sent
        )

        assert looked(one, two).links == ()
        assert looked(told("x", sent), told("y", answered, exhibit=f"B-{number % 3}")).links == ()


def test_groups_of_one_title_of_which_one_holds_no_message_are_passed_over() -> None:
    small = [(n * 50, "abcde"[n % 5], SMALL[n % 4]) for n in range(9)]
    empty = Conversation(
        id="c-y", conversation=Y, kind="group", place=told("y", small, exhibit="B-2")[0].place, title="Kue"
    )
    every = group("x", small, "B-1")
    known = replace(empty, id="c-x", conversation=X, place=every[0].place)

    found = copies(lambda: every, [known, empty], {}, lambda one: int(one.sent.local))

    assert found == NO_COPIES


def test_many_talks_are_joined_and_parted_each_by_itself() -> None:
    ties = [untied((f"{number:06}/a", f"{number:06}/b")) for number in range(20_000)]
    parting = [(f"{number:06}/a", f"{number:06}/b") for number in range(0, 20_000, 2)]

    assert len(sets(ties)) == len(ties)
    assert len(parted(ties, parting, frozenset())) == len(ties) // 2
    assert not rivals(ties, {}, {})
