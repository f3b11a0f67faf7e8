# SPDX-License-Identifier: Apache-2.0
"""Who passes on in one talk what was said in another makes them no copies, as far as times or address books tell."""

import random
from datetime import datetime, timedelta
from typing import Literal

import pytest
from msgspec.structs import replace
from tests.readers.copied import SPOKEN, joined, looked, lost, numbered, talk, told, with_files

from suluh.model.talk import Message
from suluh.model.times import When
from suluh.readers.copies.same import Copies
from suluh.readers.copies.talks import Beside

BEGAN = datetime(2026, 3, 1)  # noqa: DTZ001 # the clock of a phone
Timed = list[tuple[int, str, str]]
"""Second, who, words."""


def timed(name: str, said: Timed, *, exhibit: str = "B-1", to: Literal["second", "minute"] = "second") -> list[Message]:
    """One copy of a talk whose times have seconds, or were cut to the minute."""
    said = sorted(said)
    side = told(name, said, exhibit=exhibit)
    times = [(BEGAN + timedelta(seconds=second)).isoformat()[: 19 if to == "second" else 16] for second, _, _ in said]
    return [replace(one, sent=When(written=at, local=at, precision=to)) for one, at in zip(side, times, strict=True)]


def said_in(chance: random.Random, size: int) -> Timed:
    """What two say to each other."""
    return [(60 * (minute - 1_000_000) + chance.randrange(60), who, words) for minute, who, words in talk(chance, size)]


def passed_on(chance: random.Random, size: int, longest: int) -> tuple[Timed, Timed]:
    """The two talks of one who pastes in each, some seconds later, what was said in the other."""
    one, two = [], []
    for second, who, words in said_in(chance, size):
        later = second + chance.randrange(2, longest + 1)
        one.append((second if who == "a" else later, who, words))
        two.append((later if who == "a" else second, who, words))
    return one, two


@pytest.mark.parametrize("longest", [10, 30, 90])
@pytest.mark.parametrize("size", [12, 40])
def test_who_pastes_what_each_says_to_the_other_joins_none_of_thirty_talks(size: int, longest: int) -> None:
    chance = random.Random(size + longest)  # noqa: S311 # drawn talks
    for _ in range(30):
        one, two = passed_on(chance, size, longest)

        assert joined(timed("x", one), timed("y", two, exhibit="B-2")) == Copies((), ())


def test_where_one_phone_or_both_cut_times_to_the_minute_long_talks_tell_it() -> None:
    chance = random.Random(9)  # noqa: S311 # drawn talks
    for _ in range(30):
        one, two = passed_on(chance, 60, 30)
        cut = timed("y", two, exhibit="B-2", to="minute")

        assert joined(timed("x", one), cut) == Copies((), ())
        assert joined(timed("x", one, to="minute"), cut) == Copies((), ())


@pytest.mark.parametrize("to", ["second", "minute"])
@pytest.mark.parametrize("ahead", [0, 1, 60, 425])
def test_true_copies_of_which_some_is_lost_lie_on_one_clock(ahead: int, to: Literal["second", "minute"]) -> None:
    chance = random.Random(ahead)  # noqa: S311 # drawn talks
    for _ in range(20):
        said = said_in(chance, 60)
        later = [(second + ahead, who, words) for second, who, words in lost(chance, said, 0.05)]

        assert joined(timed("x", said), timed("y", later, exhibit="B-2", to=to)).conversations


def test_most_talks_of_which_each_phone_lost_some_are_one() -> None:
    chance = random.Random(5)  # noqa: S311 # drawn talks
    lossy = [(said, lost(chance, said, 0.2), lost(chance, said, 0.2)) for said in (talk(chance, 30) for _ in range(30))]

    found = [joined(told("x", one), told("y", two, exhibit="B-2")).conversations for _, one, two in lossy]

    assert sum(map(bool, found)) >= 26


def _order(chance: random.Random, shown: list[tuple[int, str]]) -> list[tuple[int, str, str]]:
    """A buyer answers each offer in the form that it asks for, with the courtesy that many use."""
    said = []
    for minute, code in shown:
        said.append((minute, "s", f"stok malam ini kode {code} isi 40, balas KODE untuk pesan"))
        if chance.random() < 0.9:
            said.append((minute + chance.randrange(2), "b", f"KODE {code} ya kak"))
    return sorted(said, key=lambda one: one[0])


def test_who_answer_each_offer_in_the_form_that_it_asks_for_stay_two() -> None:
    chance = random.Random(6)  # noqa: S311 # drawn talks
    for _ in range(60):
        shown = [(1440 * day + chance.randrange(90), f"K{day}") for day in range(14)]
        one, two = (
            told(name, _order(chance, shown), exhibit=exhibit) for name, exhibit in (("x", "B-1"), ("y", "B-2"))
        )

        assert joined(one, two) == Copies((), ())


def test_what_was_perhaps_passed_on_is_proposed_with_that_reason() -> None:
    one, two = passed_on(random.Random(1), 20, 20)  # noqa: S311 # drawn talks

    (link,) = looked(timed("x", one), timed("y", two, exhibit="B-2")).links

    assert not link.merges
    assert "passed-on" in {term.rule for term in link.reasons_against}


def test_a_side_that_both_know_by_one_number_had_nobody_in_between() -> None:
    one, two = passed_on(random.Random(2), 60, 20)  # noqa: S311 # drawn talks
    sides = [
        numbered(timed(name, said, exhibit=e), a="whatsapp:+6281")
        for name, said, e in (("x", one, "B-1"), ("y", two, "B-2"))
    ]

    assert joined(*sides).conversations


def test_seconds_that_are_always_nought_are_no_seconds() -> None:
    said = said_in(random.Random(3), 60)  # noqa: S311 # drawn talk
    cut = [(second - second % 60, who, words) for second, who, words in said]

    assert joined(timed("x", said), timed("y", cut, exhibit="B-2")).conversations


@pytest.mark.parametrize(("number", "is_one"), [("+6281", True), ("+6282", False)])
def test_an_address_book_that_knows_another_number_than_the_other_phone_keeps_two_apart(
    number: str, *, is_one: bool
) -> None:
    sides = told("x", SPOKEN), numbered(told("y", SPOKEN, exhibit="B-2"), a="whatsapp:+6281")
    beside = Beside(listed={("B-1", "a"): frozenset({f"whatsapp:{number}"})})

    found = looked(*sides, beside=beside)

    assert bool(found.conversations) is is_one
    rules = {term.rule for link in found.links for term in link.reasons_against}
    assert ("other-listed" in rules) is not is_one


@pytest.mark.parametrize("gone", [0, 20])
def test_a_photograph_that_one_phone_lost_makes_the_others_no_later(gone: int) -> None:
    said = [(60 * minute, who, words) for minute, who, words in talk(random.Random(17), 24)]  # noqa: S311 # drawn talk
    sent = [(said[-1][0] + 600 + 12 * n, "a", "") for n in range(60)]
    sides = [
        with_files(timed(name, [*said, *files], exhibit=exhibit, to="minute"), held=False)
        for name, exhibit, files in (("x", "B-1", [*sent[:gone], *sent[gone + 1 :]]), ("y", "B-2", sent))
    ]

    assert joined(*sides).conversations
