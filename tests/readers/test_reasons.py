# SPDX-License-Identifier: Apache-2.0
"""What speaks for two conversations being one is counted as it is said, in whatever order messages come."""

import random

import pytest
from tests.readers.copied import FEW, looked, numbered, told, with_files

from suluh.model.people import Link
from suluh.model.talk import Conversation, Message
from suluh.readers.copies.lines.align import Laid, Said
from suluh.readers.copies.lines.marks import digest
from suluh.readers.copies.lines.offset import Tie
from suluh.readers.copies.proposed import NAMED, Seen, proposal
from suluh.readers.copies.same import copies
from suluh.readers.copies.shown import Kind
from suluh.readers.copies.talks import Beside

ANI, BUDI = "whatsapp:+6281100000001", "whatsapp:+6281200000002"
X, Y = "whatsapp:chat/x", "whatsapp:chat/y"
TURNS = [(100, "b", "kak ready?"), (122, "s", "album baru 40 foto kucing"), (137, "s", "transfer ke rekening biasa")]
TURNS += [(144, "b", "bentar ya kak"), (177, "b", "sudah transfer bang"), (191, "s", "oke masuk")]


def _rules(link: Link) -> set[str]:
    return {one.rule for one in (*link.reasons_for, *link.reasons_against)}


def of_turns() -> tuple[list[Message], list[Message]]:
    return told("x", TURNS), told("y", TURNS, exhibit="B-2")


def _others() -> list[list[Message]]:
    """Talks in which everybody says the same, each at its own times."""
    chance, found = random.Random(3), []  # noqa: S311 # drawn talks
    for number in range(10):
        waits = [chance.randrange(1, 60) for _ in TURNS]
        said = [(100_000 * (number + 1) + sum(waits[: n + 1]), who, words) for n, (_, who, words) in enumerate(TURNS)]
        found.append(told(f"n{number}", said, exhibit=f"B-{1 + number % 2}"))
    return found


BOTH_KNOWN = [(100, "a", "album baru 40 foto kucing"), (110, "b", "ok"), (120, "a", "ya"), (130, "b", "siap kak")]
ONE_APART = [(n, who, words) for n, (_, who, words) in zip((101, 106, 119, 123), FEW, strict=True)]
FILES = [(100, "a", ""), (101, "a", ""), (102, "a", ""), (103, "a", "ok"), (104, "b", "ya")]


@pytest.mark.parametrize(
    ("sides", "rule", "counted"),
    [
        (
            of_turns(),
            "equal-turns",
            ("6 messages of 2 authors", "in the same minute, on one clock; 4 of them are rare"),
        ),
        (
            tuple(numbered(told(*each), a=ANI, b=BUDI) for each in (("x", BOTH_KNOWN), ("y", BOTH_KNOWN))),
            "equal-words",
            ("4 messages of 2 authors", "1 of them are rare"),
        ),
        (
            (told("x", FEW), told("y", ONE_APART, exhibit="B-2")),
            "equal-lines",
            ("4 messages of 2 authors", "in the same minute or one apart", "2 of them are rare"),
        ),
        (
            tuple(with_files(told(name, FILES, exhibit=f"B-{n}"), held=True) for n, name in enumerate("xy", 1)),
            "equal-lines",
            ("5 messages of 2 authors", "3 of them are rare"),
        ),
    ],
)
def test_a_reason_counts_what_agrees_as_it_says(
    sides: tuple[list[Message], list[Message]], rule: str, counted: tuple[str, ...]
) -> None:
    [link] = looked(*sides).links

    assert link.reasons_for[0].rule == rule
    assert [one for one in counted if one not in link.reasons_for[0].text] == []
    assert link.reasons_for[0].text_id.count("2 penulis") == 1


QUIZ = [(10 * n, "g", f"Soal {n}: ibu kota nomor {n} adalah a b c atau d") for n in range(1, 6)]


def _answered(waits: tuple[int, ...]) -> list[tuple[int, str, str]]:
    return sorted([*QUIZ, *((10 * n + waits[n % 3], "s", f"{n}. {'abcd'[n % 4]}") for n in range(1, 6))])


def test_answers_whose_words_were_put_into_the_mouth_speak_against() -> None:
    dictated = told("x", _answered((1, 2, 3))), told("y", _answered((2, 2, 2)), exhibit="B-2")
    own_words = told("x", FEW), told("y", FEW, exhibit="B-2")

    [link] = looked(*dictated).links
    [against] = [one for one in link.reasons_against if one.rule == "dictated"]
    assert not link.merges
    assert against.text.startswith("5 of the 5 equal texts of one side")
    assert against.text_id.startswith("5 dari 5 teks")
    assert [one for one in looked(*own_words).links if "dictated" in _rules(one)] == []


LONG = [(100 + 17 * n, "ab"[n % 2], f"pesan nomor {n} dari dua puluh") for n in range(20)]


def test_copies_of_which_each_phone_lost_a_third_are_proposed() -> None:
    mine, theirs = ([one for n, one in enumerate(LONG) if n % 7 not in gone] for gone in ((0, 3), (1, 5)))

    [link] = looked(told("x", mine), told("y", theirs, exhibit="B-2")).links

    assert not link.merges
    assert "in-one-alone" in _rules(link)


def test_a_copy_of_one_side_alone_is_proposed_with_its_reason_and_a_broadcast_of_one_time_is_not() -> None:
    mine = [one for one in LONG if one[1] == "a"]
    at_once = [(100 + n // 4, "a", words) for n, (_, _, words) in enumerate(mine)]
    answered = sorted([*at_once, (104, "b", "ok"), (120, "b", "siap kak")])

    [link] = looked(told("x", LONG), told("y", mine, exhibit="B-2")).links
    assert not link.merges
    assert "one-side" in _rules(link)
    assert looked(told("x", LONG), told("y", mine)).links == ()
    assert looked(told("x", answered), told("y", at_once, exhibit="B-2")).links == ()


def test_the_card_of_the_holder_and_of_who_is_another_speak_for_nothing() -> None:
    sides = told("x", FEW), numbered(told("y", FEW, exhibit="B-2"), b=BUDI)
    holder = Beside(listed={("B-1", "b"): {BUDI}}, own={"B-1": {BUDI}})
    another = Beside(listed={("B-1", "a"): {BUDI}})

    for beside in (holder, another):
        assert [_rules(one) >= {"listed-name"} for one in looked(*sides, beside=beside).links] == [False]


def test_many_messages_that_agree_are_explained_in_their_number() -> None:
    said_ = [(100 + n // 9, "ab"[n % 2], f"pesan nomor {n} di sini") for n in range(9_000)]
    sides = [
        Said(minute, who, digest(words), message)
        for (minute, who, words), message in zip(said_, told("x", said_), strict=True)
    ]
    seen = Seen(
        Tie((X, Y), 0, 9, ()),
        Kind(is_direct=True, is_titled=False, are_apart=True, ahead=None),
        sides,
        sides,
        Laid(list(zip(sides, sides, strict=True)), []),
        ("B-1", "B-2"),
        (frozenset(), frozenset()),
        frozenset(),
        is_sure=True,
    )
    rare = frozenset(one.words for one in sides)

    link = proposal(seen, rare, [], [])

    assert len(link.reasons_for[0].rests) == NAMED


def test_turns_are_found_in_whatever_order_messages_come() -> None:
    sides = [*of_turns(), *_others()]
    every = [one for side in sides for one in side]
    known = [
        Conversation(
            id=f"c-{side[0].conversation}", conversation=side[0].conversation, kind="direct", place=side[0].place
        )
        for side in sides
    ]

    by_talk, by_time = (
        copies(lambda given=given: given, known, {}, lambda one: int(one.sent.local))
        for given in (every, sorted(every, key=lambda one: one.sent.local))
    )

    assert len(by_talk.conversations) == 1
    assert by_time == by_talk
