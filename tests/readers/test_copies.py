# SPDX-License-Identifier: Apache-2.0
"""Copies of one conversation are one, with the difference of their clocks."""

import random

import pytest
from msgspec.structs import replace
from tests.readers.copied import (
    LEFT_OUT,
    SMALL,
    SPOKEN,
    TERSE,
    group,
    joined,
    looked,
    lost,
    one_sided,
    talk,
    told,
    with_files,
)

from suluh.model.talk import Attachment, Message
from suluh.readers.copies.same import Copies


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


def test_an_export_and_a_later_one_of_the_same_chat_are_one_and_equal_lines_stay_as_many() -> None:
    said = [
        (100, "a", "paket isi empat puluh"),
        (124, "b", "mau kak saya ambil"),
        (148, "a", "transfer ke sini ya"),
        (172, "b", "oke sudah saya kirim"),
        (176, "b", "ya"),
        (176, "b", "ya"),
        (190, "a", "barang sudah dikirim kak"),
        (210, "b", "sampai hari ini kak"),
    ]
    found = joined(told("x", said), told("y", [*said, (2000, "a", "masih ada lagi kak")]))

    assert len(found.messages) == 8
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
    said = [(n * 50, "abcde"[n % 5], f"pesan nomor {n} di grup ini") for n in range(15)]
    other = [(n * 50 + 3, "abcde"[n % 5], f"kabar lain {n} hari ini") for n in range(15)]

    same = joined(told("x", said), told("y", said, ahead=2, exhibit="B-2"), kind="group", title="Kue")
    apart = joined(told("x", said), told("y", other, exhibit="B-2"), kind="group", title="Kue")

    assert len(same.messages) == 15
    assert apart == Copies((), ())


@pytest.mark.parametrize("ahead", [0, 7, -61])
@pytest.mark.parametrize("size", [40, 90])
def test_two_phones_of_which_one_side_alone_says_anything_rare_are_one_by_the_whole(ahead: int, size: int) -> None:
    chance = random.Random(ahead)  # noqa: S311 # as above
    said = one_sided(chance, size)

    found = joined(told("x", said), told("y", said[:-1], ahead=ahead, exhibit="B-2"))

    assert [joint.shifts[1] for joint in found.conversations] == [ahead]
    assert len(found.messages) == size - 1
    assert len([pair for pair in found.conversations[0].same if pair[0] != pair[1]]) == 2


def test_what_two_copies_share_is_one_message_where_a_third_one_shows_that_they_are_copies() -> None:
    chance = random.Random(5)  # noqa: S311 # as above
    early, late = talk(chance, 40), [(2_000_000, "a", "ya"), (2_000_040, "b", "ok"), (2_000_090, "a", "sip")]
    said = sorted([*early, *late])
    one, two = told("x", early), told("y", [*said[:30], *late], ahead=7, exhibit="B-2")
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


def test_a_member_who_is_there_by_number_and_by_what_hides_it_keeps_copies_together() -> None:
    """A database tells a member of a group by number first and by a hidden id later; an export by number."""
    said = talk(random.Random(10), 60, two=("a", "b", "c", "d", "e"))  # noqa: S311 # drawn talk
    one, two = (
        [replace(m, sender=f"whatsapp:+62{m.sender[-1]}") for m in told(name, said, exhibit=exhibit)]
        for name, exhibit in (("x", "B-1"), ("y", "B-2"))
    )
    one = [replace(m, sender="whatsapp:123@lid") if m.sender[-1] == "a" and n > 30 else m for n, m in enumerate(one)]

    assert len(joined(one, two, kind="group", title="Kue").messages) == len(said)


@pytest.mark.parametrize("ahead", [0, 1])
def test_a_short_talk_is_one_where_each_side_says_three_things_of_its_own(ahead: int) -> None:
    found = joined(told("x", SPOKEN), told("y", SPOKEN, ahead=ahead, exhibit="B-2"))

    assert [one.members for one in found.conversations] == [("whatsapp:chat/x", "whatsapp:chat/y")]
    assert len(found.messages) == len(SPOKEN)


def test_a_group_of_few_words_on_another_clock_is_one_where_another_of_the_two_phones_tells_how_far() -> None:
    said = talk(random.Random(8), 60, two=("a", "b", "c", "d", "e"))  # noqa: S311 # drawn talk
    long = told("p", said), told("q", said, ahead=7, exhibit="B-2")
    terse = group("x", TERSE, "B-1"), group("y", [(m + 7, who, words) for m, who, words in TERSE], "B-2")

    assert joined(*terse, kind="group", title="Foto") == Copies((), ())
    assert len(joined(*long, *terse, kind="group", title="Foto").conversations) == 2


def test_whose_clock_is_wrong_may_be_told_by_a_third_phone() -> None:
    said = talk(random.Random(11), 60, two=("a", "b", "c", "d", "e"))  # noqa: S311 # drawn talk
    long = told("p", said, exhibit="B-3"), told("q", said, ahead=7, exhibit="B-2")

    def found(ahead: int, exhibit: str) -> int:
        later = group("y", [(m + ahead, who, words) for m, who, words in TERSE], exhibit)
        return len(joined(*long, group("x", TERSE, "B-1"), later, kind="group", title="Foto").conversations)

    assert found(7, "B-2") == 2
    assert found(-7, "B-2") == 1
    assert found(8, "B-4") == 1


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

    found = joined(*_two([*SPOKEN, *WENT], [*SPOKEN, *less]))

    assert len(found.conversations) == 1
    assert len(found.messages) == len(SPOKEN) + len(less)


def test_a_going_of_other_files_makes_no_copies_where_both_phones_hold_them() -> None:
    one, two = _two([*SPOKEN, *WENT], [*SPOKEN, *_less(WENT, 202, 202)])
    held = with_files(told("y", sorted([*SPOKEN, *_less(WENT, 202, 202)]), exhibit="B-2"), held=True)
    other = [
        replace(m, attachments=(replace(m.attachments[0], sha256=f"{n:064x}".replace("0", "f")),)) if not m.text else m
        for n, m in enumerate(held)
    ]

    assert joined(one, two).conversations
    assert joined(one, other) == Copies((), ())


def test_files_sent_while_one_clock_is_half_a_minute_late_are_one_in_their_order() -> None:
    went = [(minute, "a", "") for minute in (201, 202, 203, 204) for _ in range(10)]
    late = [(minute + (n % 10 >= 5), who, words) for n, (minute, who, words) in enumerate(went)]

    found = joined(*_two([*SPOKEN, *went], [*SPOKEN, *late]))

    assert len(found.messages) == len(SPOKEN) + len(went)


@pytest.mark.parametrize("ahead", [-1, 1])
def test_files_are_laid_out_on_the_clock_that_the_words_show(ahead: int) -> None:
    one, two = _two([*SPOKEN, *WENT], [(m + ahead, who, words) for m, who, words in (*SPOKEN, *WENT)])

    found = joined(one, two)

    pairs = [(int(x.sent.local), int(y.sent.local)) for x, y in found.messages]
    assert len(found.messages) == len(one)
    assert {y - x for x, y in pairs} == {ahead}


def test_files_of_which_some_are_left_out_and_some_gone_count_once() -> None:
    one, _ = _two([*SPOKEN, *WENT], [])
    files = {n: m.attachments for n, m in enumerate(one)}
    two = told("y", sorted([*SPOKEN, *WENT]), exhibit="B-2")
    two = [replace(m, kind="media", attachments=files[n]) if not m.text else m for n, m in enumerate(two)]
    of = [m.id for m in two if m.sent.local == "202"]
    two = [replace(m, attachments=(LEFT_OUT,)) if m.id in of[:2] else m for m in two if m.id not in of[2:4]]

    assert len(joined(one, two).messages) == len(SPOKEN) + len(WENT) - 2


def test_three_messages_of_two_numbers_are_one_talk_and_of_a_number_and_a_name_are_none() -> None:
    said = [(100, "b", "mau tanya paket yang kemarin"), (113, "a", "isi tiga puluh, 35 ribu"), (127, "b", "mahal bang")]
    numbers = [
        [replace(m, sender=f"whatsapp:+62{m.sender[-1]}") for m in told(name, said, exhibit=exhibit)]
        for name, exhibit in (("x", "B-1"), ("y", "B-2"))
    ]

    assert len(joined(*numbers).messages) == len(said)
    assert joined(numbers[0], told("y", said, exhibit="B-2")) == Copies((), ())


@pytest.mark.parametrize("first", [0, 20])
def test_groups_of_one_title_whose_members_wrote_at_the_same_times_are_one(first: int) -> None:
    one = with_files(group("x", TERSE, "B-1", named="3"), held=True)
    two = with_files(group("y", TERSE[first:], "B-2"), held=False)

    found = joined(one, two, kind="group", title="Foto")

    assert [joint.shifts for joint in found.conversations] == [(0, 0)]
    assert len(found.messages) >= 3


def test_captions_and_kinds_are_kept_apart_where_a_file_of_many_is_gone() -> None:
    said = talk(random.Random(16), 80)  # noqa: S311 # drawn talk
    sent = [(said[40][0] + 1, "a", "")] * 11
    one, two = told("x", sorted([*said, *sent])), told("y", sorted([*said, *sent[1:]]), exhibit="B-2")
    one, two = with_files(one, held=True), with_files(two, held=False)
    voice = replace(LEFT_OUT, mime="audio/ogg")
    spoken = [replace(m, attachments=(voice,)) if m.attachments else m for m in two]

    assert len(joined(one, two).messages) == len(said) + 10
    assert len(joined(one, spoken).messages) == len(said)


def test_pictures_of_one_minute_are_the_same_in_order_where_both_phones_hold_as_many() -> None:
    sent = [(200, "a", "")] * 4
    one, two = told("x", sorted([*SPOKEN, *sent])), told("y", sorted([*SPOKEN, *sent]), exhibit="B-2")
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


def _moved(said: list[tuple[int, str, str]], place: int, step: int) -> list[tuple[int, str, str]]:
    """The same on a phone whose clock is moved in the middle of the talk."""
    return [(minute + step * (n >= place), who, words) for n, (minute, who, words) in enumerate(said)]


@pytest.mark.parametrize("step", [7, 45, -45, 4 * 24 * 60, -3 * 24 * 60])
@pytest.mark.parametrize("place", [30, 60, 90])
def test_a_talk_in_whose_midst_one_clock_was_moved_is_one_whole(place: int, step: int) -> None:
    said = talk(random.Random(11), 120)  # noqa: S311 # drawn talk
    found = looked(told("x", said), told("y", _moved(said, place, step), exhibit="B-2"))

    assert [one.members for one in found.conversations] == [("whatsapp:chat/x", "whatsapp:chat/y")]
    assert sum({one.id[1:] for one in pair} == {pair[0].id[1:]} for pair in found.messages) >= 116
    assert "clock-moved" in {one.rule for link in found.links for one in link.reasons_for}


def test_what_was_said_too_little_of_after_a_clock_was_moved_stays_alone() -> None:
    said = talk(random.Random(11), 120)  # noqa: S311 # drawn talk
    found = looked(told("x", said), told("y", _moved(said, 114, 500), exhibit="B-2"))

    assert len(found.conversations) == 1
    assert len(found.messages) == 114


def test_who_says_the_same_later_to_another_moves_no_clock() -> None:
    chance = random.Random(12)  # noqa: S311 # drawn talk
    said = talk(chance, 60)
    later = sorted([*talk(chance, 60), *((minute + 3000, who, words) for minute, who, words in said if who == "a")])

    assert joined(told("x", said), told("y", later, exhibit="B-2")) == Copies((), ())
