# SPDX-License-Identifier: Apache-2.0
"""Sentences of the catalogue are known by their fixed words, whatever stands in their values, and soon."""

import random
import re

import pytest

from suluh.desk.sentences import LONGEST, VALUE, Template, catalogue

SHAPES = {"count": r"\d[\d,]*", "amount": r"-?\d+(?:\.\d+)?", "number": r"-?\d[\d.,]*", "line": r"\d+"}
SOURCES = sorted(source for source, _ in catalogue("id"))


def as_pattern(source: str) -> re.Pattern[str]:
    """What a sentence looks like, as one pattern that may try every way."""
    shape, at = "", 0
    for one in VALUE.finditer(source):
        shape += re.escape(source[at : one.start()]) + f"(?P<{one[1]}{one[2]}>{SHAPES.get(one[1], '.+?')})"
        at = one.end()
    return re.compile(shape + re.escape(source[at:]), re.DOTALL)


def drawn(source: str, chance: random.Random) -> str:
    """A sentence with values that look like its own words, and sometimes a word too few or too many."""
    pieces = [one for one in re.split(r"\{[a-z]+\d*\}", source) if one] or ["x"]

    def value(one: re.Match[str]) -> str:
        if one[1] in SHAPES:
            return chance.choice(["1", "1,234", "-5", "12.5", "7,", "x", "0"])
        return "".join(chance.choice([*pieces, "a", "12", ", ", "\n", ""]) for _ in range(chance.randrange(4)))

    return VALUE.sub(value, source) + chance.choice(["", "", "", " ", "x"])


@pytest.mark.parametrize("seed", range(3))
def test_the_same_as_a_pattern_that_tries_every_way(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 # a seed makes it run again
    for source in SOURCES:
        pattern, template = as_pattern(source), Template(source)
        for _ in range(4):
            sentence = drawn(source, chance)
            found = pattern.fullmatch(sentence)
            assert template.values(sentence) == (found.groupdict() if found else None), (source, sentence)


def test_steps_grow_with_the_length_and_not_with_its_powers(monkeypatch: pytest.MonkeyPatch) -> None:
    steps, ends = [0], Template._ends

    def counted(self: Template, sentence: str, place: int, at: int, failed: list[int]) -> list[int] | None:
        steps[0] += 1
        return ends(self, sentence, place, at, failed)

    monkeypatch.setattr(Template, "_ends", counted)
    template = Template("{name} is {name2} is {name3} is {name4} is {count} times")
    assert template.values("a" + " is " * (LONGEST // 4 - 3) + " times") is None
    assert 100 < steps[0] < 5 * LONGEST
