# SPDX-License-Identifier: Apache-2.0
"""Texts drawn to slow a pattern down: pieces of what it looks for, repeated, joined and broken off."""

import random
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined] # the parser that `re` itself uses
from re import _parser as parser  # type: ignore[attr-defined] # as above

MOST = 6
BREAKS = "0 x|\n-.:/é!"
PLAIN = ("0", " ", "a", "0.", "0 ", "a ", "(", ":", "_", "\n")
CLASSES = {
    code.CATEGORY_DIGIT: "0123456789",
    code.CATEGORY_SPACE: " \t\n",
    code.CATEGORY_WORD: "abz09_é",
    code.CATEGORY_NOT_DIGIT: "a .",
    code.CATEGORY_NOT_SPACE: "a0.@",
    code.CATEGORY_NOT_WORD: " .-",
}


def drawn(pattern: re.Pattern, seed: str, way: int, length: int) -> str | bytes:
    """One text of a length that makes a pattern look twice; the same seed and way at another length give its like."""
    tree = _parsed(pattern)
    text = WAYS[way % len(WAYS)](tree, random.Random(seed), length)[:length]  # noqa: S311 # texts, no secrets
    return text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")


@lru_cache(maxsize=512)
def _parsed(pattern: re.Pattern) -> object:
    return parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)


def _one_piece(tree: object, dice: random.Random, length: int) -> str:
    """One repeated piece and nothing else."""
    return _fill(_piece(tree, dice), length)


def _broken_off(tree: object, dice: random.Random, length: int) -> str:
    """What comes before a repeated piece, the piece over and over, and something that does not fit."""
    return sample(tree, dice)[: dice.randint(0, 40)] + _fill(_piece(tree, dice), length - 60) + dice.choice(BREAKS)


def _two_pieces(tree: object, dice: random.Random, length: int) -> str:
    """Two pieces by turns."""
    return _fill(_piece(tree, dice) + _piece(tree, dice), length)


def _halves(tree: object, dice: random.Random, length: int) -> str:
    """Much of one piece, then much of another."""
    return _fill(_piece(tree, dice), length // 2) + _fill(_piece(tree, dice), length // 2)


def _begun(tree: object, dice: random.Random, length: int) -> str:
    """The beginning of a whole find, over and over."""
    whole = sample(tree, dice)
    return _fill(whole[: dice.randint(1, max(1, len(whole)))], length)


def _run(tree: object, dice: random.Random, length: int) -> str:
    """The beginning of a find, then one and the same character, then something that does not fit."""
    whole = sample(tree, dice)
    start = whole[: dice.randint(1, max(1, len(whole)))]
    return start + _fill(dice.choice(_piece(tree, dice) or "0"), length - len(start) - 1) + dice.choice(BREAKS)


def _runs(tree: object, dice: random.Random, length: int) -> str:
    """The beginning of a find with a run of spaces or digits behind, over and over."""
    whole = sample(tree, dice)
    start = whole[: dice.randint(1, max(1, len(whole)))]
    return _fill(start + _fill(dice.choice(PLAIN), length // dice.choice((3, 9, 40))), length)


def _spaced(tree: object, dice: random.Random, length: int) -> str:
    """The beginning of a find, then spaces."""
    whole = sample(tree, dice)
    start = whole[: dice.randint(1, max(1, len(whole)))]
    return f"   {start}{_fill(dice.choice((' ', ' ', '0', 'a')), length)}"


def _mixed(tree: object, dice: random.Random, length: int) -> str:
    """Pieces in any order."""
    pieces = [_piece(tree, dice) for _ in range(8)]
    return "".join(dice.choice(pieces) for _ in range(length))


def _plain(tree: object, dice: random.Random, length: int) -> str:
    """A run of digits, spaces or the like behind a piece."""
    return _fill(dice.choice(PLAIN) + dice.choice(("", _piece(tree, dice))), length)


WAYS: tuple[Callable[[object, random.Random, int], str], ...] = (
    _one_piece,
    _broken_off,
    _two_pieces,
    _halves,
    _begun,
    _run,
    _runs,
    _spaced,
    _mixed,
    _plain,
)


def _fill(piece: str, length: int) -> str:
    return (piece or "0") * (length // len(piece or "0") + 1)


def _piece(tree: object, dice: random.Random) -> str:
    """A sample of any part of a pattern; parts that repeat are drawn most."""
    parts = _every_part(tree)
    repeated = [one for is_repeat, one in parts if is_repeat]
    chosen = repeated if repeated and dice.random() < 0.7 else [one for _, one in parts]
    return sample(dice.choice(chosen), dice) if chosen else "0"


@lru_cache(maxsize=512)
def _every_part(tree: object) -> tuple[tuple[bool, object], ...]:
    return tuple(_parts(tree))


def _parts(tree: object) -> Iterator[tuple[bool, object]]:
    """Every part of a pattern, and whether it stands under a repeat."""
    for op, value in tree:
        inner = list(_inner(op, value))
        is_repeat = op in {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}
        if not inner:
            yield False, [(op, value)]
        for one in inner:
            yield is_repeat, one
            yield from _parts(one)


def _inner(op: object, value: object) -> Iterator[object]:
    """The patterns inside one part."""
    if op in {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}:
        yield value[2]
    elif op is code.SUBPATTERN:
        yield value[3]
    elif op is code.ATOMIC_GROUP:
        yield value
    elif op is code.BRANCH:
        yield from value[1]
    elif op in {code.ASSERT, code.ASSERT_NOT}:
        yield value[1]
    elif op is code.GROUPREF_EXISTS:
        yield from (one for one in value[1:] if one)


def sample(tree: object, dice: random.Random) -> str:
    """A text that a pattern finds, or nearly: what must not follow is not looked at."""
    return "".join(_sample(op, value, dice) for op, value in tree)


def _sample(op: object, value: object, dice: random.Random) -> str:
    if op in SINGLE:
        return SINGLE[op](value, dice)
    if op in {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}:
        times = dice.randint(value[0], min(int(value[1]), value[0] + MOST))
        return "".join(sample(value[2], dice) for _ in range(times))
    if op is code.BRANCH:
        return sample(dice.choice(value[1]), dice)
    if op in {code.SUBPATTERN, code.ATOMIC_GROUP}:
        return sample(value[3] if op is code.SUBPATTERN else value, dice)
    return ""


def _of_class(items: list, dice: random.Random) -> str:
    """One character of a class."""
    if items[0][0] is code.NEGATE:
        refused = "".join(_letters(items[1:], dice))
        return next((one for one in dice.sample("a0 .b", 5) if one not in refused), "a")
    return dice.choice(_letters(items, dice))


def _letters(items: list, dice: random.Random) -> list[str]:
    found = []
    for op, value in items:
        if op is code.LITERAL:
            found.append(chr(value))
        elif op is code.RANGE:
            found += [chr(dice.randint(*value)), chr(value[0])]
        elif op is code.CATEGORY:
            found += list(CLASSES[value])
    return found or ["a"]


SINGLE: dict[object, Callable[[object, random.Random], str]] = {
    code.LITERAL: lambda value, _: chr(value),
    code.NOT_LITERAL: lambda value, _: "a" if chr(value) != "a" else "b",
    code.ANY: lambda _, dice: dice.choice("a0 ."),
    code.IN: _of_class,
}
"""What stands for one character of a pattern."""
