# SPDX-License-Identifier: Apache-2.0
"""Short talks whose turns agree are one; what many say, on one phone or at once, is not."""

import random
from typing import Any

import pytest
from tests.readers.copied import BOTH_WAYS, SHORT, group, joined, numbered, told

from suluh.model.talk import Message, device_account
from suluh.readers.copies.same import Copies

SAID = [(100, "b", "kak ready?"), (122, "s", "album baru 40 foto kucing"), (137, "s", "transfer ke rekening biasa")]
SAID += [(144, "b", "bentar ya kak"), (177, "b", "sudah transfer bang"), (191, "s", "oke masuk")]


def _others() -> list[list[Message]]:
    """Talks in which everybody says the same, each at its own times."""
    chance = random.Random(3)  # noqa: S311 # drawn talks
    sides = []
    for number in range(10):
        minute, said = 100_000 * (number + 1), []
        for _, who, words in SAID:
            minute += chance.randrange(1, 60)
            said.append((minute, who, words))
        sides.append(told(f"n{number}", said, exhibit=f"B-{1 + number % 2}"))
    return sides


@pytest.mark.parametrize("ahead", [0, 1, -7])
def test_a_short_talk_whose_words_everybody_says_is_one_by_its_turns(ahead: int) -> None:
    longer = [*SAID, (700, "b", "ada yang baru lagi kak"), (733, "s", "belum ada bang")]
    sides = told("x", longer), told("y", longer, ahead=ahead, exhibit="B-2")

    (joint,) = joined(*sides, *_others()).conversations

    assert set(joint.members) == {"whatsapp:chat/x", "whatsapp:chat/y"}
    assert joint.shifts == (0, ahead)


def test_the_same_on_one_phone_or_with_one_answer_at_another_time_stays_apart() -> None:
    moved = [(180, "b", words) if minute == 177 else (minute, who, words) for minute, who, words in SAID]

    assert joined(told("x", SAID), told("y", SAID, exhibit="B-2")).conversations
    assert joined(told("x", SAID), told("y", SAID)) == Copies((), ())
    assert joined(told("x", SAID), told("y", moved, exhibit="B-2")) == Copies((), ())


def test_a_copy_may_lack_one_text_and_two_numbers_are_two_people() -> None:
    sides = told("x", SHORT), told("y", [one for one in SHORT if one[0] != 122], exhibit="B-2")
    one, two = (numbered(side, b=f"whatsapp:+628{n}") for n, side in enumerate(sides))

    assert joined(*sides).conversations
    assert joined(one, sides[1]).conversations
    assert joined(one, two) == Copies((), ())


ANSWERS = ("ok", "oke kak", "siap", "mau kak", "berapa kak", "masih ada?", "cek dulu ya", "sudah tf ya kak", "p")


def _buyer(chance: random.Random, cast: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    said = list(cast)
    for minute, _, _ in cast:
        if chance.random() < 0.8:
            later = minute + int(chance.lognormvariate(1.0, 0.8))
            said += [(later, "b", chance.choice(ANSWERS)), (later, "s", "terima kasih, ketik 1 untuk bayar")]
            said += [(later + chance.randrange(3), "b", "1")]
    return sorted(said)


@pytest.mark.parametrize("ahead", [0, 7])
def test_six_hundred_pairs_of_buyers_who_answer_the_same_broadcasts_stay_apart(ahead: int) -> None:
    chance = random.Random(ahead)  # noqa: S311 # drawn talks
    for number in range(600):
        cast = [
            (300 * n, "s", f"stok hari ini {n} paket {chance.randrange(90)}rb") for n in range(chance.randrange(3, 12))
        ]
        one, two = told("x", _buyer(chance, cast)), told("y", _buyer(chance, cast), ahead=ahead, exhibit="B-2")

        assert joined(one, two, by_name=number < BOTH_WAYS) == Copies((), ())


def test_members_whom_one_phone_knows_by_number_and_the_other_by_name_are_told_by_their_minutes() -> None:
    chance, minute, said = random.Random(5), 1000, []  # noqa: S311 # a drawn group
    for number in range(120):
        minute += chance.randrange(2, 60)
        rare = number % 10 == 3
        said.append((minute, "abcdefgh"[chance.randrange(8)], f"album baru nomor {number} dari saya" if rare else ""))
    one = group("x", said, "B-1")
    two = told("y", [each for n, each in enumerate(said) if n % 20], exhibit="B-2")

    (joint,) = joined(one, two, kind="group", title="Album Share").conversations

    assert len(joint.same) == len("abcdefgh")


def test_two_groups_of_one_title_with_three_common_posters_stay_apart() -> None:
    chance = random.Random(6)  # noqa: S311 # drawn groups
    posts = [(600 * n, "abc"[n % 3], f"album baru nomor {n} dari saya") for n in range(12)]
    sides = []
    for name, members in (("x", "defgh"), ("y", "ijklm")):
        own = [(chance.randrange(7000), chance.choice(members), "") for _ in range(60)]
        sides.append(told(name, sorted([*posts, *own]), exhibit=f"B-{name}"))

    assert joined(*sides, kind="group", title="Album Share") == Copies((), ())


def _asked(chance: random.Random) -> list[tuple[int, str, str]]:
    """Orders open at eight; a program answers each after a set time and says what to answer."""
    minute = 1200 + chance.choice((0, 0, 0, 1))
    said = [(minute, "b", "ORDER paket 1")]
    for wait, asks, answer in (
        (1, "pesanan dicatat. metode bayar? balas BCA DANA OVO", chance.choice(("DANA", "BCA"))),
        (2, "silakan bayar 50.123 sebelum 15 menit. balas SUDAH bila sudah", "SUDAH"),
        (5, "terima kasih, pembayaran masuk. balas OK untuk selesai", "OK"),
    ):
        said.append((minute + wait, "s", asks))
        minute += wait + int(chance.lognormvariate(0.6, 0.6))
        said.append((minute, "b", answer))
    return said


def _course(chance: random.Random) -> list[tuple[int, str, str]]:
    """Each hour the other side says what to answer when a lesson is done."""
    asked = [(60 * n, "s", f"pelajaran {n} sudah dibuka, balas SELESAI {n}") for n in range(20)]
    answers = [(at + int(chance.lognormvariate(0.4, 0.7)), "b", words.partition("balas ")[2]) for at, _, words in asked]
    return sorted([*asked, *answers], key=lambda one: one[0])


def _script(chance: random.Random) -> list[tuple[int, str, str]]:
    """A video says what to write step by step; a program answers each step after a minute."""
    minute, said = 1000, []
    for words, answer in (
        ("MAU DAFTAR", "silakan kirim kode undangan"),
        ("KODE RJ88", "kode benar, pilih paket 1/2/3"),
        ("2", "paket 2 50rb, bayar lewat qris"),
        ("SUDAH BAYAR", "kami cek dulu ya"),
        ("TERIMA KASIH", "akun aktif"),
    ):
        said += [(minute, "b", words), (minute + 1, "s", answer)]
        minute += 1 + int(chance.lognormvariate(0.8, 0.5))
    return said


@pytest.mark.parametrize("drawn", [_asked, _course, _script])
def test_who_answers_as_the_other_side_dictates_is_nobody_elses_copy(drawn: Any) -> None:
    chance = random.Random(6)  # noqa: S311 # drawn talks
    for _ in range(150):
        assert joined(told("x", drawn(chance)), told("y", drawn(chance), exhibit="B-2")) == Copies((), ())


def test_the_own_sides_of_two_devices_are_joined_by_no_turns() -> None:
    sides = [
        numbered(told(name, SHORT, exhibit=exhibit), b=device_account("whatsapp", exhibit))
        for name, exhibit in (("x", "B-1"), ("y", "B-2"))
    ]

    assert joined(*sides) == Copies((), ())


def test_the_same_steps_at_other_times_are_another_talk_though_most_of_them_agree() -> None:
    said = [(100 + 12 * n, "bs"[n % 2], f"langkah ke {n} sudah selesai semua") for n in range(20)]
    other = [(minute + 5 * (n in {9, 10, 15}), who, words) for n, (minute, who, words) in enumerate(said)]

    assert joined(told("x", said), told("y", said, exhibit="B-2")).conversations
    assert joined(told("x", said), told("y", other, exhibit="B-2")) == Copies((), ())


@pytest.mark.parametrize("late", [0, 1])
def test_three_common_admins_and_members_who_report_by_a_timer_make_no_copies(late: int) -> None:
    chance = random.Random(9)  # noqa: S311 # drawn times of posts
    posts = [(1440 * day + chance.randrange(1440), who, f"info {who} hari {day}") for day in range(7) for who in "abc"]
    sides = [
        sorted(
            [
                *posts,
                *(
                    (240 * n + 5 * k + late * (n % 2), who, f"pos {k} aman")
                    for n in range(42)
                    for k, who in enumerate(names)
                ),
            ]
        )
        for names in ("defgh", "ijklm")
    ]

    one, two = group("x", sides[0], "B-1", named="defgh"), group("y", sides[1], "B-2", named="ijklm")
    assert joined(one, two, kind="group", title="Laporan") == Copies((), ())


def test_who_report_at_the_same_minute_of_each_hour_are_not_one_by_it() -> None:
    posts = [(1440 * day, "ab"[day % 2], f"info posko hari ke {day} untuk semua") for day in range(9)]
    sides = [
        [
            *posts,
            *((240 * n + 7 * k + 5, who, f"pos {k} aman terkendali") for n in range(50) for k, who in enumerate(names)),
        ]
        for names in ("defgh", "ijklm")
    ]

    one = group("x", sorted(sides[0]), "B-1")
    two = group("y", sorted(sides[1]), "B-2", named="ijklm")
    assert joined(one, two, kind="group", title="Laporan") == Copies((), ())
