# SPDX-License-Identifier: Apache-2.0
"""Finds the words of trade in a message."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from importlib import resources

Cues = frozenset[str]
"""Kinds of words that a message holds: `goods`, `offer`, `order`, `paid` and their like."""

_NOT_TRADE = "not_trade"
"""Phrases that hold a word of trade and say something else: what they cover says nothing."""


@cache
def _words() -> tuple[re.Pattern[str], Mapping[str, Cues]]:
    """One pattern of all phrases, and what each of them says."""
    kinds: dict[str, set[str]] = {}
    folder = resources.files("suluh.deals.cues")
    for name in sorted(one.name for one in folder.iterdir() if one.name.endswith(".toml")):
        for kind, phrases in tomllib.loads((folder / name).read_text("utf-8")).items():
            for phrase in phrases:
                kinds.setdefault(phrase, set()).add(kind)
    words = _any_of({one for one in kinds if one[0].isalnum()})
    others = _any_of({one for one in kinds if not one[0].isalnum()})
    pattern = re.compile(rf"(?<![a-z0-9]){words}|{others}")
    return pattern, {one: frozenset(found) for one, found in kinds.items()}


def _any_of(phrases: AbstractSet[str]) -> str:
    """The pattern of some phrases, the longest first: what several begin with is looked for once."""
    if phrases == {""}:
        return ""
    begun: dict[str, set[str]] = {}
    for phrase in phrases - {""}:
        begun.setdefault(phrase[0], set()).add(phrase[1:])
    ways = [_one(first) + _ended(first, rest) for first, rest in sorted(begun.items())]
    return rf"(?:{'|'.join(ways)})"


def _ended(first: str, rest: AbstractSet[str]) -> str:
    """What may follow a character; where a phrase ends with a letter, a word does."""
    end = r"(?![a-z0-9])" if first.isalnum() else ""
    if "" not in rest:
        return _any_of(rest)
    return rf"(?:{_any_of(rest)}|{end})" if rest != {""} else end


def _one(sign: str) -> str:
    """A character of a phrase; a blank stands for any blanks."""
    return r"\s++" if sign == " " else re.escape(sign)


def phrases() -> Iterable[str]:
    """Every phrase that is looked for."""
    return _words()[1]


def cues(text: str) -> Cues:
    """The kinds of words of trade that a text holds."""
    pattern, kinds = _words()
    found: set[str] = set()
    for phrase in pattern.findall(text.lower()):
        found |= kinds[" ".join(phrase.split())]
    return frozenset(found - {_NOT_TRADE})
