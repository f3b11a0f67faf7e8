# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: SIM905 # lines are shown as they are written
"""Copies of one conversation are one, with the difference of their clocks; different ones stay apart."""

import random
from typing import Any

import pytest
from msgspec.structs import replace

from suluh.model.place import Place
from suluh.model.talk import Attachment, Conversation, Message
from suluh.model.times import When
from suluh.readers.copies.same import Copies, copies

WORDS = (
    "kue bolu nastar roti donat pastel risoles lemper onde klepon pasar bandung besok pagi sore kirim ambil dua".split()
)
SMALL = ("ok", "ya", "siap kak", "terima kasih", "sip")


def talk(chance: random.Random, size: int, *, two: tuple[str, ...] = ("a", "b")) -> list[tuple[int, str, str]]:
    """What two say to each other: minute, who, words."""
    minute, found = 1_000_000 + chance.randrange(50_000), []
    for _ in range(size):
        minute += chance.randrange(1, 40)
        short = chance.random() < 0.4
        words = chance.choice(SMALL) if short else " ".join(chance.sample(WORDS, 5)) + f" {chance.randrange(10_000)}"
        found.append((minute, chance.choice(two), words))
    return found


def told(name: str, said: list[tuple[int, str, str]], *, ahead: int = 0, exhibit: str = "B-1") -> list[Message]:
    """One copy of a talk: under its own names, on its own clock."""
    place = Place(exhibit=exhibit, acquisition="1", path=f"{name}.txt", file=f"file-{name}")
    return [
        Message(
            id=f"{name}-{number:04}",
            conversation=f"whatsapp:chat/{name}",
            kind="text",
            place=place,
            sent=When(written=str(minute + ahead), local=str(minute + ahead), precision="minute"),
            sender=f"whatsapp:name/{exhibit}/{name}/{who}",
            text=words,
        )
        for number, (minute, who, words) in enumerate(said)
    ]


def joined(*sides: list[Message], kind: str = "direct", title: str | None = None) -> Copies:
    """What is found of some conversations, be those that may be copies looked for among all messages or by name."""
    every = [one for side in sides for one in side]
    first = {side[0].conversation: side[0] for side in sides}
    known = [
        Conversation(id=f"c-{name}", conversation=name, kind=kind, place=one.place, title=title)
        for name, one in first.items()
    ]
    orders = {side[0].place.file: (number, side[0].place.file) for number, side in enumerate(sides)}
    found, by_name = (
        copies(lambda: every, known, orders, lambda one: int(one.sent.local), within)
        for within in (None, lambda names: [one for one in every if one.conversation in names])
    )
    assert found == by_name
    return found


def lost(chance: random.Random, said: list, share: float) -> list:
    return [one for one in said if chance.random() >= share]


@pytest.mark.parametrize("ahead", [0, 7, -7, 60, 420, -481])
def test_the_two_phones_of_a_chat_are_one_conversation_and_their_clocks_are_told(ahead: int) -> None:
    chance = random.Random(ahead)  # noqa: S311 # drawn talk
    said = talk(chance, 120)
    one = told("satu", lost(chance, said, 0.03))
    two = told("dua", lost(chance, said, 0.03), ahead=ahead, exhibit="B-2")

    found = joined(one, two)

    [joint] = found.conversations
    assert joint.members == ("whatsapp:chat/satu", "whatsapp:chat/dua")
    assert abs(joint.shifts[1] - ahead) <= 1
    texts = {(x.sent.local, x.text): x for x in one}
    both = sum((str(int(y.sent.local) - ahead), y.text) in texts for y in two)
    assert len(found.messages) == both
    pairs = [sorted(pair, key=lambda it: it.place.exhibit) for pair in found.messages]
    assert all(x.text == y.text and int(y.sent.local) - int(x.sent.local) == ahead for x, y in pairs)
    assert {(x.rpartition("/")[2], y.rpartition("/")[2]) for x, y in joint.same if x != y} == {("a", "a"), ("b", "b")}


def test_a_thousand_pairs_of_different_chats_stay_apart() -> None:
    chance = random.Random(1)  # noqa: S311 # as above
    for number in range(1000):
        one, two = told("x", talk(chance, 40)), told("y", talk(chance, 40), exhibit=f"B-{number % 3}")

        assert joined(one, two) == Copies((), ())


def test_small_talk_of_one_minute_and_a_broadcast_of_one_side_join_nothing() -> None:
    chance = random.Random(2)  # noqa: S311 # as above
    small = [(1_000_000 + n, "ab"[n % 2], SMALL[n % len(SMALL)]) for n in range(60)]
    sent = [(1_000_000 + 60 * n, "a", f"daftar harga baru nomor {n} ya") for n in range(20)]
    one = sorted([*sent, *talk(chance, 10, two=("b",))])
    two = sorted([*sent, *talk(chance, 10, two=("b",))])

    assert joined(told("x", small), told("y", small, exhibit="B-2")) == Copies((), ())
    assert joined(told("x", one), told("y", two)) == Copies((), ())


def test_an_export_and_a_later_one_of_the_same_chat_are_one_and_equal_lines_stay_as_many() -> None:
    said = [
        (100, "a", "paket isi empat puluh"),
        (101, "b", "mau kak saya ambil"),
        (102, "a", "transfer ke sini ya"),
        (103, "b", "oke sudah saya kirim"),
        (104, "b", "ya"),
        (104, "b", "ya"),
    ]
    found = joined(told("x", said), told("y", [*said, (2000, "a", "masih ada lagi kak")]))

    assert len(found.messages) == 6
    assert [one.members for one in found.conversations] == [("whatsapp:chat/x", "whatsapp:chat/y")]


def test_what_was_deleted_or_left_out_on_one_phone_is_one_message_with_both_records() -> None:
    chance = random.Random(3)  # noqa: S311 # as above
    said = talk(chance, 60)
    one, two = told("x", said), told("y", said, ahead=3, exhibit="B-2")
    gone = Message(
        **{**{k: getattr(two[30], k) for k in two[30].__struct_fields__}, "kind": "revoked", "text": "dihapus"}
    )
    two[30] = gone
    photo = Attachment(state="present", name="a.jpg", sha256="a" * 64)
    one[40] = Message(
        **{
            **{k: getattr(one[40], k) for k in one[40].__struct_fields__},
            "kind": "media",
            "text": "",
            "attachments": (photo,),
        }
    )
    two[40] = Message(
        **{
            **{k: getattr(two[40], k) for k in two[40].__struct_fields__},
            "kind": "media",
            "text": "",
            "attachments": (Attachment(state="omitted"),),
        }
    )

    pairs = {x.id: y.id for x, y in joined(one, two).messages}

    assert pairs[one[30].id] == gone.id
    assert pairs[one[40].id] == two[40].id
    assert len(pairs) == 60


def test_groups_of_one_title_need_fewer_signs_and_never_the_title_alone() -> None:
    said = [(n * 50, "abc"[n % 3], f"pesan nomor {n} di grup ini") for n in range(5)]
    other = [(n * 50 + 3, "abc"[n % 3], f"kabar lain {n} hari ini") for n in range(5)]

    same = joined(told("x", said), told("y", said, ahead=2, exhibit="B-2"), kind="group", title="Kue")
    apart = joined(told("x", said), told("y", other, exhibit="B-2"), kind="group", title="Kue")

    assert len(same.messages) == 5
    assert apart == Copies((), ())


def one_sided(chance: random.Random, size: int) -> list[tuple[int, str, str]]:
    """A talk in which one side sends what is rare, and the other answers in small talk."""
    minute, found = 1_000_000 + chance.randrange(50_000), []
    for number in range(size):
        minute += chance.randrange(1, 40)
        mine = chance.random() < 0.4
        words = chance.choice(SMALL) if mine or number % 3 else " ".join(chance.sample(WORDS, 5)) + f" {number}"
        found.append((minute, "b" if mine else "a", words))
    return found


@pytest.mark.parametrize("ahead", [0, 7, -61])
@pytest.mark.parametrize("size", [40, 90])
def test_two_phones_of_which_one_side_alone_says_anything_rare_are_one_by_the_whole(ahead: int, size: int) -> None:
    chance = random.Random(ahead)  # noqa: S311 # as above
    said = one_sided(chance, size)

    found = joined(told("x", said), told("y", said[:-1], ahead=ahead, exhibit="B-2"))

    assert [joint.shifts[1] for joint in found.conversations] == [ahead]
    assert len(found.messages) == size - 1
    assert len([pair for pair in found.conversations[0].same if pair[0] != pair[1]]) == 2


def test_what_one_side_sends_to_a_thousand_pairs_who_answer_in_small_talk_joins_nothing() -> None:
    chance = random.Random(4)  # noqa: S311 # as above
    for number in range(1000):
        said = one_sided(chance, 30)
        answered = [
            (minute + chance.randrange(1, 9), who, chance.choice(SMALL)) if who == "b" else (minute, who, words)
            for minute, who, words in said
        ]
        one, two = told("x", said), told("y", sorted(answered), exhibit=f"B-{number % 3}")

        assert joined(one, two) == Copies((), ())


def test_what_two_copies_share_is_one_message_where_a_third_one_shows_that_they_are_copies() -> None:
    chance = random.Random(5)  # noqa: S311 # as above
    early, late = talk(chance, 40), [(2_000_000, "a", "ya"), (2_000_040, "b", "ok"), (2_000_090, "a", "sip")]
    said = sorted([*early, *late])
    one, two = told("x", early), told("y", [*said[:20], *late], ahead=7, exhibit="B-2")
    three = told("z", [*said[20:40], *late], exhibit="B-3")

    found = joined(one, two, three)

    [joint] = found.conversations
    assert len(joint.members) == 3
    texts = [{message.text for message in pair} for pair in found.messages]
    assert all(len(text) == 1 for text in texts)
    shared = [{message.conversation[-1] for message in pair} for pair in found.messages if pair[0].text in SMALL]
    assert sum(pair == {"y", "z"} for pair in shared) == len(late)


def test_what_the_app_wrote_in_one_minute_is_the_same_in_the_same_order_in_other_words() -> None:
    chance = random.Random(6)  # noqa: S311 # as above
    said = talk(chance, 40)
    at = said[20][0] + 1
    own = {"kind": "system", "sender": None}
    sides = []
    for name, exhibit, words in (("x", "B-1", ("membuat grup", "menambahkan Ani")), ("y", "B-2", ("created", "added"))):
        side = told(name, [*said[:20], *((at, "a", one) for one in words), *said[20:]], exhibit=exhibit)
        plain = {field: [getattr(one, field) for one in side] for field in side[0].__struct_fields__}
        sides.append(
            [
                Message(**({field: values[n] for field, values in plain.items()} | (own if n in {20, 21} else {})))
                for n in range(42)
            ]
        )

    pairs = {one.id: other.id for one, other in joined(*sides).messages}

    assert (pairs["x-0020"], pairs["x-0021"]) == ("y-0020", "y-0021")


@pytest.mark.parametrize("is_database", [True, False])
def test_who_passes_one_talk_on_into_another_word_by_word_makes_them_no_copies(*, is_database: bool) -> None:
    """A holder in the middle is one side of the one talk and the other side of the other."""
    said = talk(random.Random(7), 80)  # noqa: S311 # drawn talk
    sides = []
    for name, who in (("am", {"a": "ani", "b": "holder"}), ("mb", {"a": "holder", "b": "budi"})):
        called = {
            key: f"whatsapp:+62{one}" if is_database else f"whatsapp:name/B-1/{name}/{one}" for key, one in who.items()
        }
        sides.append([replace(one, sender=called[one.sender[-1]]) for one in told(name, said)])

    assert joined(*sides) == Copies((), ())


def test_a_member_who_is_there_by_number_and_by_what_hides_it_keeps_copies_together() -> None:
    """A database tells a member of a group by number first and by a hidden id later; an export by number."""
    said = talk(random.Random(10), 60, two=("a", "b", "c"))  # noqa: S311 # drawn talk
    one, two = (
        [replace(m, sender=f"whatsapp:+62{m.sender[-1]}") for m in told(name, said, exhibit=exhibit)]
        for name, exhibit in (("x", "B-1"), ("y", "B-2"))
    )
    one = [replace(m, sender="whatsapp:123@lid") if m.sender[-1] == "a" and n > 30 else m for n, m in enumerate(one)]

    assert len(joined(one, two, kind="group", title="Kue").messages) == len(said)


SHORT = [
    (100, "b", "kak ready?"),
    (106, "a", "isi empat delapan lembar tiga puluh"),
    (119, "a", "transfer ke sini aja"),
    (122, "b", "gas"),
    (145, "b", "sudah ya"),
    (198, "a", "ok cek dulu"),
    (260, "b", "terima kasih"),
]
"""A talk of two in which little was said, most of it as everybody says it."""


@pytest.mark.parametrize("ahead", [0, 1])
def test_a_short_talk_that_two_phones_tell_alike_is_one_conversation(ahead: int) -> None:
    found = joined(told("x", SHORT), told("y", SHORT, ahead=ahead, exhibit="B-2"))

    assert [one.members for one in found.conversations] == [("whatsapp:chat/x", "whatsapp:chat/y")]
    assert len(found.messages) == len(SHORT)


def test_a_short_talk_on_another_clock_is_one_where_a_longer_one_of_the_two_phones_tells_how_far() -> None:
    said = talk(random.Random(8), 60)  # noqa: S311 # drawn talk
    long = told("p", said), told("q", said, ahead=7, exhibit="B-2")
    short = told("x", SHORT), told("y", SHORT, ahead=7, exhibit="B-2")

    assert joined(*short) == Copies((), ())
    assert len(joined(*long, *short).conversations) == 2


def test_whose_clock_is_wrong_may_be_told_by_a_third_phone() -> None:
    said = talk(random.Random(11), 60)  # noqa: S311 # drawn talk
    long = told("p", said, exhibit="B-3"), told("q", said, ahead=7, exhibit="B-2")

    assert len(joined(*long, told("x", SHORT), told("y", SHORT, ahead=7, exhibit="B-2")).conversations) == 2
    assert len(joined(*long, told("x", SHORT), told("y", SHORT, ahead=-7, exhibit="B-2")).conversations) == 1
    assert len(joined(*long, told("x", SHORT), told("y", SHORT, ahead=8, exhibit="B-4")).conversations) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda said: [*said[:3], (122, "b", "nanti dulu"), *said[4:]],
        lambda said: [*said[:3], (300, "b", "gas"), *said[4:]],
        lambda said: said[:4],
        lambda said: [*said, (150, "a", "barang lain"), (151, "a", "sudah habis")],
        lambda said: [one for one in said if one[1] == "b" or one[0] == 106],
    ],
    ids=["other words", "another time", "too little", "more was said", "one side alone"],
)
def test_a_short_talk_of_which_not_all_agrees_stays_apart(change: Any) -> None:
    assert joined(told("x", SHORT), told("y", sorted(change(SHORT)), exhibit="B-2")) == Copies((), ())


def test_short_talks_of_one_phone_or_with_two_copies_on_another_stay_apart() -> None:
    """A shop's phone answers many alike; of two that fit nobody can say which it is."""
    one, two, three = told("x", SHORT), told("y", SHORT), told("z", SHORT, exhibit="B-2")

    assert joined(one, two) == Copies((), ())
    assert joined(one, two, three) == Copies((), ())


def test_a_thousand_sellers_who_tell_each_customer_the_same_join_none_of_their_talks() -> None:
    chance = random.Random(9)  # noqa: S311 # drawn talk
    for number in range(1000):
        two = [(m, who, words) if who == "a" else (m + chance.randrange(1, 9), who, words) for m, who, words in SHORT]
        found = joined(told("x", SHORT), told("y", sorted(two), exhibit=f"B-{2 + number % 3}"))

        assert found == Copies((), ())


def with_files(side: list[Message], *, held: bool) -> list[Message]:
    """A copy in which what has no words is a file, held or left out of the export."""
    return [
        one
        if one.text
        else replace(
            one,
            kind="media",
            attachments=(Attachment(state="present", name="x.jpg", sha256=f"{n:064}") if held else LEFT_OUT,),
        )
        for n, one in enumerate(side)
    ]


LEFT_OUT = Attachment(state="omitted")
SWAP = [
    (100, "b", "aku kirim dua puluh, kamu dua puluh"),
    (114, "a", "boleh, dua puluh ganti dua puluh"),
    *[(119, "b", "")] * 13,
    *[(120, "b", "")] * 7,
    *[(123, "a", "")] * 12,
    *[(124, "a", "")] * 8,
]
"""Two messages and forty files: what a swap of two people leaves."""


def test_files_of_one_minute_count_as_what_was_written_and_one_of_many_may_be_gone() -> None:
    one, two = with_files(told("x", SWAP), held=True), with_files(told("y", SWAP, exhibit="B-2"), held=False)
    less = [*two[:5], *two[6:]]

    assert len(joined(one, two).messages) == len(SWAP)
    assert len(joined(one, less).messages) == len(SWAP) - 1


@pytest.mark.parametrize(
    "change",
    [
        lambda said: [one for one in said if one[0] != 124],
        lambda said: [(m + 3 * (m > 119), who, words) for m, who, words in said],
        lambda said: said[:15],
        lambda said: [*said[:20], *said[22:]],
    ],
    ids=["a going less", "other minutes", "of one side", "two of seven less"],
)
def test_files_that_do_not_agree_join_nothing(change: Any) -> None:
    two = with_files(told("y", change(SWAP), exhibit="B-2"), held=False)

    assert joined(with_files(told("x", SWAP), held=True), two) == Copies((), ())


LONGER = sorted([*SHORT, (101, "b", "mau yang kemarin"), (262, "a", "sama sama")])
"""The same with a word more of each."""

WENT = [(201, "a", "")] * 9 + [(202, "a", "")] * 14 + [(203, "a", "")] * 16 + [(204, "a", "")] * 10
"""What went over four minutes."""


def _less(said: list[tuple[int, str, str]], *minutes: int) -> list[tuple[int, str, str]]:
    """The same without one file of each of these minutes."""
    left = list(said)
    for minute in minutes:
        left.remove((minute, "a", ""))
    return left


def _two(one: list[tuple[int, str, str]], two: list[tuple[int, str, str]]) -> tuple[list[Message], list[Message]]:
    """A talk on a phone that holds its files, and one on a phone that left them out."""
    sides = told("x", sorted(one)), told("y", sorted(two), exhibit="B-2")
    return with_files(sides[0], held=True), with_files(sides[1], held=False)


def test_a_tenth_of_what_went_over_several_minutes_may_be_gone_however_much_of_one_minute() -> None:
    less = _less(WENT, 202, 202, 204, 204)

    found = joined(*_two([*LONGER, *WENT], [*LONGER, *less]))

    assert len(found.conversations) == 1
    assert len(found.messages) == len(LONGER) + len(less)


@pytest.mark.parametrize(
    ("said", "went"),
    [
        (SHORT, _less(WENT, 202, 202, 204, 204)),
        ([one for one in LONGER if one[0] != 122], _less(WENT, 202, 202, 204, 204)),
        (LONGER, _less(WENT, 202, 202, 204, 204, 204, 201)),
        (LONGER, [(minute + 9 * (minute == 204), who, words) for minute, who, words in WENT]),
        (LONGER, [(minute, "b" if minute > 202 else who, words) for minute, who, words in WENT]),
    ],
    ids=["seven texts", "a text gone", "more than a tenth", "a part later", "of the other side"],
)
def test_where_the_minutes_of_a_going_differ_all_else_must_agree(said: Any, went: Any) -> None:
    assert joined(*_two([*LONGER, *WENT], [*said, *went])) == Copies((), ())


def test_a_going_of_other_files_makes_no_copies_where_both_phones_hold_them() -> None:
    one, two = _two([*LONGER, *WENT], [*LONGER, *_less(WENT, 202, 202)])
    held = with_files(told("y", sorted([*LONGER, *_less(WENT, 202, 202)]), exhibit="B-2"), held=True)
    other = [
        replace(m, attachments=(replace(m.attachments[0], sha256=f"{n:064x}".replace("0", "f")),)) if not m.text else m
        for n, m in enumerate(held)
    ]

    assert joined(one, two).conversations
    assert joined(one, other) == Copies((), ())


def test_an_album_sent_to_a_thousand_pairs_of_buyers_at_once_joins_none_of_their_talks() -> None:
    chance = random.Random(12)  # noqa: S311 # drawn talk
    for _ in range(1000):
        answered = [
            (m, who, words) if who == "a" else (m + chance.randrange(1, 9), who, words) for m, who, words in LONGER
        ]
        went = _less(WENT, *chance.sample((201, 202, 203, 204), 2))

        assert joined(*_two([*LONGER, *WENT], [*answered, *went])) == Copies((), ())


def test_three_messages_of_two_numbers_are_one_talk_and_of_a_number_and_a_name_are_none() -> None:
    said = [(100, "b", "mau tanya paket yang kemarin"), (113, "a", "isi tiga puluh, 35 ribu"), (127, "b", "mahal bang")]
    numbers = [
        [replace(m, sender=f"whatsapp:+62{m.sender[-1]}") for m in told(name, said, exhibit=exhibit)]
        for name, exhibit in (("x", "B-1"), ("y", "B-2"))
    ]

    assert len(joined(*numbers).messages) == len(said)
    assert joined(numbers[0], told("y", said, exhibit="B-2")) == Copies((), ())


def group(name: str, said: list[tuple[int, str, str]], exhibit: str, named: str = "") -> list[Message]:
    """One copy of a group: members by number, but for those whom it knows by a name."""
    return [
        m if m.sender[-1] in named else replace(m, sender=f"whatsapp:+62{m.sender[-1]}")
        for m in told(name, said, exhibit=exhibit)
    ]


TERSE = [(n * 700, "12345"[n % 5], ("new", "enjoy", "", "set 1")[n % 4]) for n in range(40)]
"""A group in which hardly a word is said."""


@pytest.mark.parametrize("first", [0, 20])
def test_groups_of_one_title_whose_members_wrote_at_the_same_times_are_one(first: int) -> None:
    one = with_files(group("x", TERSE, "B-1", named="3"), held=True)
    two = with_files(group("y", TERSE[first:], "B-2"), held=False)

    found = joined(one, two, kind="group", title="Foto")

    assert [joint.shifts for joint in found.conversations] == [(0, 0)]
    assert len(found.messages) >= 3


@pytest.mark.parametrize(
    "other",
    [
        [(m + 5, who, words) for m, who, words in TERSE],
        [*[one for one in TERSE if one[1] in "12"], *[(n * 650, "678"[n % 3], "hi all") for n in range(40)]],
        [one for one in TERSE if one[1] == "1"],
        TERSE[:2],
        TERSE[-4:],
        [one for one in TERSE if one[1] in "12"],
        [*TERSE, *[(n * 90, "678"[n % 3], "") for n in range(300)]],
    ],
    ids=["other times", "two who post to both", "one author", "two messages", "four", "two of five", "a busy one"],
)
def test_groups_of_one_title_that_share_too_little_stay_apart(other: list[tuple[int, str, str]]) -> None:
    one = with_files(group("x", TERSE, "B-1"), held=True)
    two = with_files(group("y", sorted(other), "B-2"), held=False)

    assert joined(one, two, kind="group", title="Foto").conversations == ()


def renamed(side: list[Message], conversation: str) -> list[Message]:
    return [replace(one, conversation=conversation) for one in side]


def test_two_ids_of_the_service_are_two_conversations_whatever_they_hold() -> None:
    said = [(n * 50, "abc"[n % 3], f"pesan nomor {n} di grup ini") for n in range(20)]
    groups = [renamed(told(name, said, exhibit=f"B-{n}"), f"whatsapp:12036{n}@g.us") for n, name in enumerate("xy")]
    talks = [
        renamed(told(name, SHORT, exhibit=f"B-{n}"), f"whatsapp:direct/+62811000000/+6282200000{n}")
        for n, name in enumerate("xy")
    ]

    assert joined(*groups, kind="group", title="Info") == Copies((), ())
    assert joined(*talks) == Copies((), ())


def test_a_group_that_was_made_after_the_other_began_is_another() -> None:
    one = group("x", TERSE, "B-1")
    made = replace(one[0], id="y-made", sender=None, kind="system", text='Sari membuat grup "Foto"')
    two = [replace(made, sent=When(written="9000", local="9000", precision="minute")), *group("y", TERSE[20:], "B-2")]
    two = renamed(two, "whatsapp:chat/y")

    assert joined(one, group("y", TERSE[20:], "B-2"), kind="group", title="Foto").conversations
    assert joined(one, two, kind="group", title="Foto") == Copies((), ())


def test_files_that_both_know_and_that_differ_make_no_copies() -> None:
    said = [(m, who, words if n % 4 else "") for n, (m, who, words) in enumerate(TERSE)]
    one, two = with_files(group("x", said, "B-1"), held=True), with_files(group("y", said, "B-2"), held=True)
    other = [replace(m, attachments=(replace(m.attachments[0], sha256="f" * 64),)) if m.attachments else m for m in two]

    assert joined(one, two, kind="group", title="Foto").conversations
    assert joined(one, other, kind="group", title="Foto") == Copies((), ())


@pytest.mark.parametrize("latest", [1, 2, 8])
def test_buyers_who_answer_a_broadcast_with_a_picture_stay_two(latest: int) -> None:
    """The seller's phone holds the talk with one of them, and the other one's phone the talk with the seller."""
    chance = random.Random(latest)  # noqa: S311 # drawn talk
    for _ in range(300):
        talks = []
        for name in "xy":
            said = [(100, "a", "paket baru isi empat puluh, kirim bukti dulu"), (130, "a", ""), (131, "a", "")]
            said += [(minute + chance.randrange(latest + 1), "b", "") for minute in (101, 130, 140)]
            talks.append(with_files(told(name, sorted(said), exhibit=f"B-{'xy'.index(name)}"), held=False))

        assert joined(*talks) == Copies((), ())


def test_buyers_who_answer_a_broadcast_with_many_pictures_in_the_same_minutes_stay_two() -> None:
    said = [(100, "a", "kirim enam dulu baru aku kirim sepuluh"), *[(101, "b", "")] * 6, *[(130, "a", "")] * 10]
    said += [*[(131, "b", "")] * 6, *[(140, "a", "")] * 10]
    one, two = (with_files(told(name, said, exhibit=f"B-{n}"), held=False) for n, name in enumerate("xy"))

    assert joined(one, two) == Copies((), ())


def test_two_numbers_on_the_other_side_are_two_people() -> None:
    one = [replace(m, sender=f"whatsapp:+62{'811' if m.sender[-1] == 'a' else '822'}0000") for m in told("x", SHORT)]
    two = [
        replace(m, sender=f"whatsapp:+62{'811' if m.sender[-1] == 'a' else '833'}0000")
        for m in told("y", SHORT, exhibit="B-2")
    ]

    assert joined(one, two) == Copies((), ())


def test_who_writes_under_a_number_and_what_hides_it_is_not_both_sides() -> None:
    said = [(100, "a", "paket baru isi empat puluh lembar"), (113, "h", "kirim ke rekening biasa ya kak"), *SHORT[2:3]]
    names = {"a": "whatsapp:+6281100000", "h": "whatsapp:123@lid"}
    talks = [
        [replace(m, sender=names[m.sender[-1]]) for m in told(name, said, exhibit=f"B-{n}")]
        for n, name in enumerate("xy")
    ]

    assert joined(*talks) == Copies((), ())


def test_a_group_without_any_time_is_no_copy() -> None:
    one = [replace(m, sent=When(written="0")) for m in told("x", TERSE)]
    two = told("y", TERSE, exhibit="B-2")
    place = {side[0].conversation: side[0].place for side in (one, two)}
    known = [
        Conversation(id=name, conversation=name, kind="group", place=at, title="Keluarga") for name, at in place.items()
    ]
    orders = {at.file: (0, at.file) for at in place.values()}

    found = copies(lambda: [*one, *two], known, orders, lambda m: int(m.sent.local) if m.sent.local else None)

    assert found == Copies((), ())


def test_captions_and_kinds_are_kept_apart_where_a_file_of_many_is_gone() -> None:
    sent = [(200, "a", "")] * 11
    one, two = told("x", sorted([*SHORT, *sent])), told("y", sorted([*SHORT, *sent[1:]]), exhibit="B-2")
    one, two = with_files(one, held=True), with_files(two, held=False)
    voice = replace(LEFT_OUT, mime="audio/ogg")
    spoken = [replace(m, attachments=(voice,)) if m.attachments else m for m in two]

    assert len(joined(one, two).messages) == len(SHORT) + 10
    assert len(joined(one, spoken).messages) == len(SHORT)


def test_pictures_of_one_minute_are_the_same_in_order_where_both_phones_hold_as_many() -> None:
    sent = [(200, "a", "")] * 4
    one, two = told("x", sorted([*SHORT, *sent])), told("y", sorted([*SHORT, *sent]), exhibit="B-2")
    held = [Attachment(state="present", name=f"{n}.jpg", sha256=str(n) * 64) for n in range(4)]
    left = [Attachment(state="omitted")] * 4
    one, two = (
        [replace(m, kind="media", attachments=(files.pop(0),)) if not m.text else m for m in side]
        for side, files in ((one, held), (two, left))
    )

    found = joined(one, two)
    fewer = joined(one, [m for m in two if m.id != next(x.id for x in two if not x.text)])

    assert len(found.messages) == len(one)
    assert sum(x.kind == "media" for x, _ in fewer.messages) == 0
