# SPDX-License-Identifier: Apache-2.0
"""Different conversations stay apart, whatever they share: a false join makes two people one."""

import random
from typing import Any

import pytest
from msgspec.structs import replace
from tests.readers.copied import (
    BOTH_WAYS,
    LEFT_OUT,
    SHORT,
    SMALL,
    SPOKEN,
    TERSE,
    group,
    joined,
    numbered,
    one_sided,
    renamed,
    talk,
    told,
    with_files,
)

from suluh.model.talk import Attachment, Conversation
from suluh.model.times import When
from suluh.readers.copies.lines.marks import marks
from suluh.readers.copies.same import Copies, copies


def test_a_thousand_pairs_of_different_chats_stay_apart() -> None:
    chance = random.Random(1)  # noqa: S311 # as above
    for number in range(1000):
        one, two = told("x", talk(chance, 40)), told("y", talk(chance, 40), exhibit=f"B-{number % 3}")

        assert joined(one, two, by_name=number < BOTH_WAYS) == Copies((), ())


def test_small_talk_of_one_minute_and_a_broadcast_of_one_side_join_nothing() -> None:
    chance = random.Random(2)  # noqa: S311 # as above
    small = [(1_000_000 + n, "ab"[n % 2], SMALL[n % len(SMALL)]) for n in range(60)]
    sent = [(1_000_000 + 60 * n, "a", f"daftar harga baru nomor {n} ya") for n in range(20)]
    one = sorted([*sent, *talk(chance, 10, two=("b",))])
    two = sorted([*sent, *talk(chance, 10, two=("b",))])

    assert joined(told("x", small), told("y", small, exhibit="B-2")) == Copies((), ())
    assert joined(told("x", one), told("y", two)) == Copies((), ())


def test_what_one_side_sends_to_a_thousand_pairs_who_answer_in_small_talk_joins_nothing() -> None:
    chance = random.Random(4)  # noqa: S311 # as above
    for number in range(1000):
        said = one_sided(chance, 30)
        answered = [
            (minute + chance.randrange(1, 9), who, chance.choice(SMALL)) if who == "b" else (minute, who, words)
            for minute, who, words in said
        ]
        one, two = told("x", said), told("y", sorted(answered), exhibit=f"B-{number % 3}")

        assert joined(one, two, by_name=number < BOTH_WAYS) == Copies((), ())


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


@pytest.mark.parametrize(
    "change",
    [
        lambda said: [*said[:3], (122, "b", "nanti dulu"), *said[4:]],
        lambda said: [*said[:3], (250, *said[3][1:]), *said[4:]],
        lambda said: said[:4],
        lambda said: [*said, (150, "a", "barang lain"), (151, "a", "sudah habis")],
        lambda said: [one for one in said if one[1] == "b" or one[0] == 106],
    ],
    ids=["other words", "another time", "too little", "more was said", "one side alone"],
)
def test_a_short_talk_of_which_not_all_agrees_stays_apart(change: Any) -> None:
    assert joined(told("x", SPOKEN), told("y", sorted(change(SPOKEN)), exhibit="B-2")) == Copies((), ())


def test_a_thousand_sellers_who_tell_each_customer_the_same_join_none_of_their_talks() -> None:
    chance = random.Random(9)  # noqa: S311 # drawn talk
    for number in range(1000):
        two = [(m, who, words) if who == "a" else (m + chance.randrange(2, 9), who, words) for m, who, words in SPOKEN]
        found = joined(
            told("x", SPOKEN), told("y", sorted(two), exhibit=f"B-{2 + number % 3}"), by_name=number < BOTH_WAYS
        )

        assert found == Copies((), ())


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


def test_two_ids_of_the_service_are_two_conversations_whatever_they_hold() -> None:
    said = [(n * 50, "abcde"[n % 5], f"pesan nomor {n} di grup ini") for n in range(20)]
    groups = [renamed(told(name, said, exhibit=f"B-{n}"), f"whatsapp:12036{n}@g.us") for n, name in enumerate("xy")]
    talks = [
        renamed(told(name, SPOKEN, exhibit=f"B-{n}"), f"whatsapp:direct/+62811000000/+6282200000{n}")
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
    one = [replace(m, sender=f"whatsapp:+62{'811' if m.sender[-1] == 'a' else '822'}0000") for m in told("x", SPOKEN)]
    two = [
        replace(m, sender=f"whatsapp:+62{'811' if m.sender[-1] == 'a' else '833'}0000")
        for m in told("y", SPOKEN, exhibit="B-2")
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


def test_an_album_sent_to_a_thousand_pairs_of_buyers_at_once_joins_none_of_their_talks() -> None:
    chance = random.Random(12)  # noqa: S311 # drawn talk
    went = [(201 + n // 12, "a", "") for n in range(48)]
    for number in range(1000):
        answered = [(m + (who == "b") * chance.randrange(2, 9), who, words) for m, who, words in SPOKEN]
        one = with_files(told("x", sorted([*SPOKEN, *went])), held=True)
        two = with_files(told("y", sorted([*answered, *went[1:]]), exhibit="B-2"), held=False)

        assert joined(one, two, by_name=number < BOTH_WAYS) == Copies((), ())


CAST = [(1440 * day, "s", f"stok hari ke {day} silakan dipilih ya") for day in range(20)]
"""What a seller sends to all buyers."""

ANSWER = [(1440 * 5 + 2, "b", "terima kasih infonya kak")]


def _buyers(answer: list[tuple[int, str, str]]) -> tuple[list[tuple[int, str, str]], list[tuple[int, str, str]]]:
    """The talks of a seller with two who order in their own words, and answer once in the same words."""
    one = [(1440 * day + 37, "b", f"pesan saya nomor {day * 7} untuk ibu di rumah") for day in range(0, 20, 2)]
    two = [(1440 * day + 611, "b", f"kalau yang biru {day * 13} masih ada tidak") for day in range(1, 20, 2)]
    return sorted([*CAST, *one, *ANSWER]), sorted([*CAST, *two, *answer])


@pytest.mark.parametrize("exhibit", ["B-1", "B-2"])
@pytest.mark.parametrize("later", [-1, 0, 1])
@pytest.mark.parametrize(
    ("service", "one", "two"),
    [
        ("whatsapp", {}, {}),
        (
            "whatsapp",
            {"s": "whatsapp:+62811", "b": "whatsapp:+62822"},
            {"s": "whatsapp:+62811", "b": "whatsapp:+62833"},
        ),
        ("telegram", {"s": "telegram:user1", "b": "telegram:user2"}, {"s": "telegram:user1", "b": "telegram:user3"}),
        ("phone", {"s": "phone:+62811", "b": "phone:+62822"}, {"s": "phone:+62811", "b": "phone:+62833"}),
    ],
    ids=["names", "numbers", "telegram", "sms"],
)
def test_one_equal_answer_to_a_broadcast_makes_no_two_buyers_one(
    exhibit: str, later: int, service: str, one: dict[str, str], two: dict[str, str]
) -> None:
    said = _buyers([(minute + later, who, words) for minute, who, words in ANSWER])
    first = numbered(told("x", said[0], service=service), **one)
    second = numbered(told("y", said[1], exhibit=exhibit, service=service), **two)

    assert joined(first, second) == Copies((), ())


@pytest.mark.parametrize("draw", [talk, one_sided])
def test_two_accounts_of_the_service_are_two_people_whatever_they_say(draw: Any) -> None:
    said = draw(random.Random(13), 60)  # noqa: S311 # drawn talk
    one, two, three = (
        numbered(told(f"x{n}", said, exhibit=f"B-{n}"), a="line:u1", b=f"line:{who}") for n, who in enumerate("223")
    )

    assert joined(one, three) == Copies((), ())
    assert [joint.members for joint in joined(one, two, three).conversations] == [
        ("whatsapp:chat/x0", "whatsapp:chat/x1")
    ]


def test_a_buyer_who_deleted_nearly_all_is_not_who_wrote_much() -> None:
    one, two = _buyers(ANSWER)
    more = [(1440 * (n % 7) + 300 + n, "bs"[n % 2], f"obrolan {n} dengan teman lama") for n in range(300)]

    assert joined(told("x", sorted([*CAST, *ANSWER])), told("y", sorted([*two, *more]), exhibit="B-2")) == Copies(
        (), ()
    )
    assert joined(told("x", one[:9]), told("y", two[:9], exhibit="B-2")) == Copies((), ())


def test_the_phone_of_one_buyer_does_not_draw_another_into_its_talk() -> None:
    one, two = _buyers(ANSWER)

    [joint] = joined(told("x", one), told("y", two), told("z", two, exhibit="B-2")).conversations

    assert joint.members == ("whatsapp:chat/y", "whatsapp:chat/z")


PHRASES = [
    f"{begin} {end} kak"
    for begin in ("terima kasih", "oke siap", "baik nanti", "mau dong", "masih ada")
    for end in ("ya", "dulu", "infonya", "deh")
]


@pytest.mark.parametrize("is_sticker", [False, True])
@pytest.mark.parametrize("lag", [0, 5, 30])
def test_five_hundred_pairs_who_answer_a_broadcast_in_set_phrases_stay_two(lag: int, *, is_sticker: bool) -> None:
    chance = random.Random(lag)  # noqa: S311 # drawn talk
    pack = {words: Attachment(state="present", name="s.webp", sha256=f"{n:064}") for n, words in enumerate(PHRASES)}
    for number in range(500):
        sides = []
        for name in "xy":
            own = [
                (1440 * day + chance.randrange(lag + 1), "b", chance.choice(PHRASES))
                for day in range(20)
                if chance.random() < 0.5
            ]
            side = told(name, sorted([*CAST, *own]), exhibit=f"B-{'xy'.index(name) * (number % 2)}")
            sides.append(
                [replace(m, kind="media", text="", attachments=(pack[m.text],)) if m.text in pack else m for m in side]
                if is_sticker
                else side
            )

        assert joined(*sides, by_name=number < BOTH_WAYS) == Copies((), ())


FLOW = [
    (100, "b", "halo kak saya mau pesan"),
    (100, "s", "selamat datang di toko kami, balas angka"),
    (101, "b", "1"),
    (101, "s", "kirim foto barang yang mau dicetak"),
    (166, "s", "foto diterima, balas ya untuk lanjut"),
    (167, "b", "ya"),
    (167, "s", "terima kasih pesanan dicatat"),
    (168, "b", "ok"),
]
"""What a shop's program says, and what it has each buyer answer."""


def _went(who: str, files: dict[int, int]) -> list[tuple[int, str, str]]:
    """How many files somebody sends in which minute."""
    return [(minute, who, "") for minute, times in files.items() for _ in range(times)]


@pytest.mark.parametrize("seller", ["", "whatsapp:+62811"])
@pytest.mark.parametrize(
    ("one", "two"),
    [
        ([*FLOW], [*FLOW]),
        ([*FLOW[:3], (103, "s", "baik, tunggu sebentar")], [*FLOW[:3], (103, "s", "baik, tunggu sebentar")]),
        (
            [*FLOW, *_went("b", {102: 30, 103: 2, 104: 12})],
            [*FLOW, *_went("b", {102: 3, 103: 28, 104: 10})],
        ),
        ([*FLOW, *_went("b", {102: 30, 106: 7})], [*FLOW, *_went("b", {102: 1, 106: 36})]),
        (
            [*FLOW, *_went("b", dict.fromkeys(range(102, 142), 1))],
            [*FLOW, *_went("b", dict.fromkeys(range(102, 138), 1))],
        ),
        (
            [*FLOW[:2], *_went("b", {102: 6}), *_went("s", {130: 10, 131: 9}), *_went("b", {140: 6})],
            [*FLOW[:2], *_went("b", {102: 6}), *_went("s", {130: 10, 131: 9}), *_went("b", {140: 6})],
        ),
    ],
    ids=["texts", "four texts", "pictures", "late pictures", "one a minute", "as many pictures"],
)
def test_two_buyers_whom_a_program_serves_in_the_same_minutes_stay_two(seller: str, one: Any, two: Any) -> None:
    for held in (False, True):
        first = with_files(told("x", sorted(one)), held=held)
        second = with_files(told("y", sorted(two), exhibit="B-2"), held=False)
        first, second = (numbered(side, s=seller) if seller else side for side in (first, second))

        assert joined(first, second) == Copies((), ())


@pytest.mark.parametrize("known", [1, 4, 20])
def test_files_that_both_know_and_that_differ_make_no_copies_of_talks(known: int) -> None:
    said = sorted([*SPOKEN, *_went("b", {102: 5, 110: 5, 130: 5, 150: 5})])
    one = with_files(told("x", said), held=True)
    other = [
        replace(m, attachments=(replace(m.attachments[0], sha256="f" * 60 + f"{n:04}") if n <= known else LEFT_OUT,))
        if m.attachments
        else m
        for m, n in zip(
            with_files(told("y", said, exhibit="B-2"), held=True),
            [sum(not words for _, _, words in said[: at + 1]) for at in range(len(said))],
            strict=True,
        )
    ]

    assert joined(one, with_files(told("y", said, exhibit="B-2"), held=True)).conversations
    assert joined(one, other) == Copies((), ())


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({}, {}),
        ({"M": "whatsapp:+62811"}, {"M": "whatsapp:+62811"}),
        ({"M": "whatsapp:+62811", "A": "whatsapp:+62822"}, {}),
        ({}, {"M": "whatsapp:+62811", "B": "whatsapp:+62833"}),
    ],
    ids=["names", "the middleman by number", "numbers on one phone", "numbers on the other"],
)
@pytest.mark.parametrize("size", [10, 60])
def test_who_pastes_what_one_says_to_another_a_minute_later_makes_these_no_copies(
    size: int, one: Any, two: Any
) -> None:
    said = [f"pesan nomor {n} yang disalin" for n in range(size)]
    first = [(100 + 10 * n + (n % 2 == 0), "A" if n % 2 else "M", words) for n, words in enumerate(said)]
    second = [(100 + 10 * n + n % 2, "M" if n % 2 else "B", words) for n, words in enumerate(said)]

    sides = numbered(told("x", first), **one), numbered(told("y", second, exhibit="B-2"), **two)

    assert joined(*sides) == Copies((), ())


POSTS = [(600 * day, "s", f"info barang hari ke {day} sudah siap") for day in range(10)]


def _members(who: str, later: int) -> list[tuple[int, str, str]]:
    return [(600 * n + later, who[n % 3], f"saya {who[n % 3]} tanya nomor {n * later} dong") for n in range(8)]


def _thanks(who: str) -> list[tuple[int, str, str]]:
    return [(3001, who, "terima kasih infonya kak")]


@pytest.mark.parametrize("title", ["Info Toko", None])
@pytest.mark.parametrize("exhibit", ["B-1", "B-2"])
@pytest.mark.parametrize(
    ("one", "two"),
    [
        ([*POSTS, *_members("efg", 40)], [*POSTS, *_members("hij", 90)]),
        ([*POSTS, *_members("efg", 40), *_thanks("e")], [*POSTS, *_members("hij", 90), *_thanks("h")]),
        ([(m, "stu"[n % 3], "new set") for n, (m, _, _) in enumerate(POSTS)],) * 2,
        ([(m, "stu"[n % 3], words) for n, (m, _, words) in enumerate(POSTS)],) * 2,
        (POSTS[:4], POSTS[:4]),
    ],
    ids=["one admin", "and one who thanks", "three of few words", "three", "nobody else"],
)
def test_who_posts_the_same_to_two_groups_makes_them_no_copies(one: Any, two: Any, exhibit: str, title: Any) -> None:
    for form in (
        lambda side: side,
        lambda side: numbered(side, **{who: f"whatsapp:+62{ord(who)}" for who in "stuefghij"}),
    ):
        sides = form(told("x", sorted(one))), form(told("y", sorted(two), exhibit=exhibit))

        assert joined(*sides, kind="group", title=title) == Copies((), ())


def test_of_two_talks_of_a_phone_that_both_seem_to_be_a_third_neither_is() -> None:
    said = talk(random.Random(14), 90)  # noqa: S311 # drawn talk
    one, two = (told(name, [m for n, m in enumerate(said) if n % 4 != left]) for name, left in (("x", 0), ("y", 1)))
    three = told("z", said, exhibit="B-2")

    assert len(joined(one, three).conversations) == len(joined(two, three).conversations) == 1
    assert joined(one, two) == joined(one, two, three) == Copies((), ())


def test_a_name_does_not_make_two_numbers_one_by_way_of_a_third_phone() -> None:
    said = talk(random.Random(15), 90)  # noqa: S311 # drawn talk
    one = told("x", said)
    two, three = (numbered(told(f"y{n}", said, exhibit=f"B-{n}"), b=f"whatsapp:+6282{n}") for n in (2, 3))

    assert len(joined(one, two).conversations) == 1
    assert joined(one, two, three) == Copies((), ())


def test_a_greeting_that_is_said_over_and_over_is_compared_with_nothing() -> None:
    said = [(5 * n, "ab"[n % 2], "selamat pagi semua kawan") for n in range(3000)]
    sides = [*told("x", said), *told("y", said, exhibit="B-2")]
    titles = dict.fromkeys(("whatsapp:chat/x", "whatsapp:chat/y"), "Keluarga")

    assert marks(sides, frozenset(), lambda one: int(one.sent.local), titles) == {}


@pytest.mark.parametrize("words", ["ok", "terima kasih, pesan anda segera kami balas"])
@pytest.mark.parametrize("days", [12, 20])
def test_what_answers_every_broadcast_at_once_in_the_same_words_makes_no_two_buyers_one(days: int, words: str) -> None:
    one, two = (sorted([*CAST[:days], *((1440 * day + later, "b", words) for day in range(days))]) for later in (0, 1))

    assert joined(told("x", one), told("y", two, exhibit="B-2")) == Copies((), ())
    assert joined(told("x", one), told("y", one, exhibit="B-2")) == Copies((), ())


BUTTONS = [
    (100, "s", "selamat datang di toko kami"),
    (101, "b", "lihat daftar harga"),
    (101, "s", "ini daftar harga kami hari ini"),
    (104, "b", "pilih cara bayar"),
    (104, "s", "bayar lewat mana yang mudah"),
    (108, "b", "bayar dengan kode"),
    (108, "s", "pesanan kakak sudah dicatat"),
    (114, "b", "sudah saya bayar"),
]
"""A program whose buttons have three words each."""


@pytest.mark.parametrize("ahead", [0, 1, 2, 90])
def test_who_press_the_same_buttons_within_minutes_are_not_one(ahead: int) -> None:
    sides = told("x", BUTTONS), told("y", BUTTONS, ahead=ahead, exhibit="B-2")
    seller = [numbered(side, s="whatsapp:+62811") for side in sides]

    assert joined(*sides) == joined(*seller) == Copies((), ())


@pytest.mark.parametrize("middle", [{}, {"M": "whatsapp:+62811"}])
def test_who_pastes_at_once_is_not_the_other_side_of_both(middle: dict[str, str]) -> None:
    said = [(100 + 20 * n, n % 2, f"pesan nomor {n} yang disalin") for n in range(20)]
    sides = [
        numbered(told(name, [(minute, who[side], words) for minute, side, words in said], exhibit=exhibit), **middle)
        for name, exhibit, who in (("x", "B-1", "AM"), ("y", "B-2", "MB"))
    ]

    assert joined(*sides) == Copies((), ())


@pytest.mark.parametrize(
    "answers",
    [
        [(minute, "b", "terima kasih infonya kak") for minute in (110, 150, 190)],
        [(minute, "b", words) for minute, words in zip(range(110, 230, 20), ("ok", "ya", "sip") * 2, strict=True)],
    ],
    ids=["the same three times", "small talk six times"],
)
def test_too_little_of_one_side_joins_nothing(answers: list[tuple[int, str, str]]) -> None:
    said = sorted([*answers, *((100 + 30 * n, "a", f"stok hari ini nomor {n}") for n in range(5))])

    assert joined(told("x", said), told("y", said, exhibit="B-2")) == Copies((), ())


def test_a_short_talk_on_another_clock_stays_apart() -> None:
    for said in (SHORT, SPOKEN):
        assert joined(told("x", said), told("y", said, ahead=1, exhibit="B-2")).conversations
        assert joined(told("x", said), told("y", said, ahead=90, exhibit="B-2")) == Copies((), ())
