# SPDX-License-Identifier: Apache-2.0
"""Numbers that people say are theirs, and talks that went on under another: what joins, and what only proposes."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from suluh.model.intake import Exhibit
from suluh.model.place import Place
from suluh.model.rules.holders import own_accounts
from suluh.model.talk import Message
from suluh.model.times import Dated
from suluh.persons.said.numbers import claimed, is_handed_on, numbers, spellings
from suluh.persons.said.talks import DAY, Sent, Talks

ANI, BUDI, BARU = "whatsapp:+628110000001", "whatsapp:+628120000002", "whatsapp:+628130000003"
CITRA, NICK = "whatsapp:+628140000004", "x:77"
PLACE = Place(exhibit="B-1", acquisition="1", path="chat", file="f")
PAPERS = [Exhibit(id="e", label="B-1", authority="1", order=1, accounts=(ANI, "x:11"))]


@pytest.mark.parametrize(
    ("text", "how", "digits"),
    [
        ("bang ini Budi, ganti nomor ya. nomor lama 0812-0000-002 sudah mati", "old", "08120000002"),
        ("my old number was +62 812 0000 002", "old", "628120000002"),
        ("nomor baru saya 08130000003", "new", "08130000003"),
        ("08130000003 nomor wa saya yang baru", "new", "08130000003"),
        ("aku ganti nomor 08130000003 ya kak", "new", "08130000003"),
        ("kak ganti nomor jadi 08130000003", "new", "08130000003"),
        ("pak, nomor lama saya hilang, ini nomor baru ya pak 08130000003", "new", "08130000003"),
        ("lanjut wa saya 08130000003", "here", "08130000003"),
    ],
)
def test_who_says_that_a_number_is_theirs_says_which(text: str, how: str, digits: str) -> None:
    assert claimed(text) == (how, digits)


@pytest.mark.parametrize(
    "text",
    [
        "nomor bengkel 0812-3344-5566",
        "ini nomor baru saya, Budi",
        "nomor baru istri saya 08130000003",
        "ini nomor wa barunya 08130000003 yang lama 0812",
        "si Budi ganti nomor 08130000003",
        "nomor lama 08120000002 nomor baru 08130000003",
        "salah sambung mas, nomor lama 08120000002 bukan saya",
        "ini nomor baru pak Budi 08130000003",
        "Pak Rudi ganti nomor 08130000003",
        "nomor baru Budi: 08130000003",
        "nomor baru 08130000003 (Budi)",
        "08130000003 nomor baru Citra",
        "nomor baru mama 08130000003",
        "nomor baru kak 08130000003",
        "nomor baru kamu 08130000003 ya?",
        "hubungi Budi di nomor baru 08130000003",
        "08130000003 bukan nomor baru saya",
        "wa saya rusak hubungi Budi 08130000003",
        "new number of Budi 08130000003",
        "No. resi JP12345678",
        "paket 40 file 50rb",
    ],
)
def test_other_numbers_are_nobodys(text: str) -> None:
    assert claimed(text) is None


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("salah sambung mas, ini nomor baru saya beli di konter", True),
        ("saya bukan Budi, nomor ini baru saya pakai", True),
        ("sorry, wrong number", True),
        ("bang ini Budi, ganti nomor ya", False),
        ("ini nomor baru saya", False),
    ],
)
def test_who_got_a_number_of_another_says_so(text: str, is_so: bool) -> None:  # noqa: FBT001 # an example
    assert is_handed_on(text) == is_so


def test_a_number_is_written_with_its_country_or_at_home() -> None:
    assert list(spellings("+628120000002")) == ["628120000002", "08120000002"]
    assert list(spellings("+12025550100")) == ["12025550100", "02025550100"]
    assert numbers("jam 07.30, (0812) 0000-002") == {"08120000002"}


def read(*told: tuple[int, str | None, str], conversation: str = "whatsapp:talk") -> Talks:
    """A talk on Ani's phone: minutes, senders and words."""
    start = datetime(2026, 1, 1, tzinfo=UTC)
    talks = Talks([conversation], own_accounts(PAPERS, []))
    for number, (minute, sender, text) in enumerate(told):
        message = Message(id=str(number), conversation=conversation, kind="text", place=PLACE, sender=sender, text=text)
        talks.note(Dated(message, start + timedelta(minutes=minute)))
    return talks


def test_a_talk_knows_its_sides_whatever_order_it_is_read_in() -> None:
    [talk] = read((9, BUDI, "oke"), (5, ANI, "ready kak"), (7, BUDI, "p")).talks()

    assert (talk.own, talk.other, talk.minutes[0] - talk.began, talk.handed_on) == (frozenset({ANI}), BUDI, 2, None)


def test_a_number_is_anothers_from_the_first_message_of_that_day() -> None:
    day = DAY
    [talk] = read((0, BUDI, "p"), (9 * day, BUDI, "permisi"), (9 * day + 5, BUDI, "salah sambung mas")).talks()

    assert talk.handed_on == talk.minutes[1]


def test_a_number_is_said_by_the_other_side_and_sent_by_the_holder() -> None:
    talks = read((0, NICK, "wa saya 08120000002"), (1, "x:11", "lanjut wa 08110000001"), conversation="x:talk")

    assert [(one.sender, one.claim.digits, one.turn) for one in talks.said()] == [(NICK, "08120000002", 0)]
    assert [one.account for one in talks.sent()] == [ANI]


def test_what_a_side_forwards_is_nobodys_word() -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    talks = Talks(["whatsapp:talk"], own_accounts(PAPERS, []))
    for minute, text in enumerate(("nomor baru saya 08130000003", "salah sambung mas")):
        message = Message(
            id=text,
            conversation="whatsapp:talk",
            kind="text",
            place=PLACE,
            sender=BUDI,
            text=text,
            forwarded=True,
        )
        talks.note(Dated(message, start + timedelta(minutes=minute)))

    assert (talks.said(), [talk.handed_on for talk in talks.talks()]) == ((), [None])


def test_a_number_that_a_holder_gives_to_a_group_is_sent_as_well() -> None:
    talks = Talks([], own_accounts(PAPERS, []))
    message = Message(id="m", conversation="x:g", kind="text", place=PLACE, sender="x:11", text="wa 08110000001")
    talks.note(Dated(message, datetime(2026, 1, 1, tzinfo=UTC)))

    assert [(one.conversation, one.account) for one in talks.sent()] == [("x:g", ANI)]


@pytest.fixture
def phone(world: Any) -> Any:
    """Ani's phone, with a talk under Budi's old number and one under the new."""
    world.see(ANI, own=True)
    for account in (BUDI, BARU, CITRA, NICK):
        world.see(account)
    return world


def doubts(world: Any, rule: str) -> list[list[str]]:
    return [[one.rule for one in link.reasons_against[1:]] for link in world.links(rule)]


def test_an_old_number_said_at_once_joins(phone: Any) -> None:
    phone.talk(ANI, BUDI, 0, 10)
    phone.talk(ANI, BARU, 1000, 1001)
    phone.says(BARU, "old", "08120000002", 1000)

    [link] = phone.links("said-number")

    assert ({link.left, link.right}, link.merges, link.score) == ({BUDI, BARU}, True, 900_000)


@pytest.mark.parametrize(
    ("old", "handed_on", "turn", "doubt"),
    [
        ((0, 10, 2000), None, 0, ["wrote-on"]),
        ((0, 10, 2000), 2000, 0, []),
        ((0, 10), None, 9, ["not-at-once"]),
        ((1005,), None, 0, ["not-at-once", "wrote-on"]),
    ],
    ids=["the old number writes on", "but as another", "said late", "the old one began later"],
)
def test_a_stranger_who_names_a_known_number_only_proposes(
    phone: Any, old: tuple[int, ...], handed_on: int | None, turn: int, doubt: list[str]
) -> None:
    phone.talk(ANI, BUDI, *old, handed_on=handed_on)
    phone.talk(ANI, BARU, 1000, 1001)
    phone.says(BARU, "old", "08120000002", 1000, turn)

    assert doubts(phone, "said-number") == [doubt]


def test_a_number_that_two_claim_joins_neither(phone: Any) -> None:
    phone.talk(ANI, BUDI, 0, 10)
    for number, account in enumerate((BARU, CITRA)):
        phone.talk(ANI, account, 1000 + number)
        phone.says(account, "old", "08120000002", 1000 + number)

    assert doubts(phone, "said-number") == [["claimed-twice"], ["claimed-twice"]]


def test_full_names_that_share_no_word_speak_against_a_claim(phone: Any) -> None:
    phone.see(BUDI, "Budi Contoh")
    phone.see(BARU, "Joko Misal")
    phone.talk(ANI, BUDI, 0, 10)
    phone.talk(ANI, BARU, 1000)
    phone.says(BARU, "old", "08120000002", 1000)

    assert doubts(phone, "said-number") == [["names-differ"]]


def test_a_new_number_under_which_a_stranger_answers_only_proposes(phone: Any) -> None:
    phone.talk(ANI, BUDI, 0, 1000)
    phone.talk(ANI, BARU, 1010, 1020, handed_on=1010)
    phone.says(BUDI, "new", "08130000003", 1000)

    assert doubts(phone, "said-number") == [["of-another"]]


@pytest.mark.parametrize("is_old", [False, True], ids=["of the sender", "of the one that was said"])
def test_which_of_two_who_had_a_number_said_it_nobody_knows(phone: Any, *, is_old: bool) -> None:
    for account, minutes, is_another in ((BUDI, (0, 10, 500, 510), is_old), (BARU, (600, 1000, 1001), not is_old)):
        phone.talk(ANI, account, *minutes, handed_on=(500 if account == BUDI else 900) if is_another else None)
    phone.says(BARU, "old", "08120000002", 1000)

    assert doubts(phone, "said-number") == [["of-another"]]


@pytest.mark.parametrize(
    ("new", "doubt"),
    [
        ((1010, 1020), []),
        ((30 * DAY,), ["not-at-once"]),
        ((5,), ["not-at-once"]),
        ((500, 1010), []),
        ((-30 * DAY, 1010), ["not-at-once"]),
    ],
)
def test_a_new_number_joins_where_it_writes_within_the_week(phone: Any, new: tuple[int, ...], doubt: list[str]) -> None:
    phone.talk(ANI, BUDI, 0, 1000)
    phone.talk(ANI, BARU, *new)
    phone.says(BUDI, "new", "08130000003", 1000)

    assert doubts(phone, "said-number") == [doubt]


def test_a_number_of_whom_no_device_holds_a_talk_is_nobodys(phone: Any) -> None:
    phone.talk(ANI, BARU, 1000)
    phone.says(BARU, "old", "08120000002", 1000)

    assert phone.links("said-number") == []


def moving(phone: Any, *began: int, told: int = 100_000) -> None:
    """Talks that began on Ani's phone in some minutes, and one on X in which she gave her number."""
    for number, minute in enumerate(began):
        account = phone.see(f"whatsapp:+62815000000{number}")
        phone.talk(ANI, account, minute)
    talk = phone.talk("x:11", NICK, told - 10)
    phone.sent.append(Sent(talk, ANI, told))


def test_the_one_talk_that_begins_when_a_number_was_given_joins(phone: Any) -> None:
    moving(phone, 0, 60_000, 100_030, 180_000, 340_000)

    [link] = phone.links("moved-on")

    assert (link.right, link.merges, link.chance) == (NICK, True, 5 * 30 * 1_000_000 // 340_000)


@pytest.mark.parametrize(
    ("began", "doubt"),
    [
        ((0, 100_030, 100_040, 340_000), [["several-moved"], ["several-moved"]]),
        ((0, 100_900, 340_000), [["often-new"]]),
        ((0, 99_990, 340_000), []),
        ((0, 103_000, 340_000), []),
    ],
    ids=["two begin", "late in the day", "before it", "days later"],
)
def test_a_talk_that_begins_by_accident_joins_nothing(phone: Any, began: tuple[int, ...], doubt: Any) -> None:
    moving(phone, *began)

    assert doubts(phone, "moved-on") == doubt


def test_of_two_who_were_told_a_number_none_is_known_to_have_come(phone: Any) -> None:
    moving(phone, 0, 100_030, 340_000)
    other = phone.see("x:78")
    phone.sent.append(Sent(phone.talk("x:11", other, 100_000), ANI, 100_010))

    assert doubts(phone, "moved-on") == [["several-moved"], ["several-moved"]]


@pytest.mark.parametrize(("told", "doubt"), [(100_020, [["several-moved"]]), (90_000, []), (100_040, [])])
def test_who_comes_after_a_group_was_told_may_be_anybody_of_it(phone: Any, told: int, doubt: list[list[str]]) -> None:
    moving(phone, 0, 60_000, 100_030, 180_000, 340_000)
    phone.sent.append(Sent("x:group", ANI, told))

    assert doubts(phone, "moved-on") == (doubt or [[]])


def test_a_talk_that_the_holder_began_is_no_answer(phone: Any) -> None:
    moving(phone, 0, 340_000)
    phone.talk(ANI, BUDI, 100_040, began=100_030)

    assert phone.links("moved-on") == []
