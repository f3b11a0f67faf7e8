# SPDX-License-Identifier: Apache-2.0
"""Every phrase of trade is found by itself, between other words, and with any blanks inside."""

import pytest

from suluh.deals.words.cue import _NOT_TRADE, _words, cues

PATTERN, KINDS = _words()


@pytest.mark.parametrize("frame", ["{}", "ya {} kak", "50,{}.", "\n{}\n"])
def test_every_phrase_is_found(frame: str) -> None:
    lost = [phrase for phrase in KINDS if not KINDS[phrase] <= cues(frame.format(phrase)) | {_NOT_TRADE}]

    assert lost == []


def test_of_two_phrases_that_begin_alike_the_longer_is_taken() -> None:
    longer = [one for one in KINDS if any(one != two and one.startswith(two) for two in KINDS)]

    assert longer
    assert [PATTERN.findall(one) for one in longer] == [[one] for one in longer]


def test_blanks_between_words_may_be_any_and_letters_around_a_phrase_may_not() -> None:
    for phrase in (one for one in KINDS if " " in one):
        assert PATTERN.findall(phrase.replace(" ", " \t\n ")) == [phrase.replace(" ", " \t\n ")]
    for phrase in (one for one in KINDS if one.isalpha()):
        assert phrase not in PATTERN.findall(f"x{phrase}") + PATTERN.findall(f"{phrase}9")
