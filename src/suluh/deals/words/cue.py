# SPDX-License-Identifier: Apache-2.0
"""Finds the words of trade in a message."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

Cues = frozenset[str]
"""Kinds of words that a message holds: `goods`, `offer`, `order`, `paid` and their like."""

_NOT_TRADE = "not_trade"
"""Phrases that hold a word of trade and say something else: what they cover says nothing."""


@cache
def _words() -> tuple[re.Pattern[str], Mapping[str, Cues]]:
    """One pattern of all phrases, the longest first, and what each of them says."""
    kinds: dict[str, set[str]] = {}
    folder = resources.files("suluh.deals.cues")
    for name in sorted(one.name for one in folder.iterdir() if one.name.endswith(".toml")):
        for kind, phrases in tomllib.loads((folder / name).read_text("utf-8")).items():
            for phrase in phrases:
                kinds.setdefault(phrase, set()).add(kind)
    phrases = sorted(kinds, key=lambda phrase: (-len(phrase), phrase))
    pattern = re.compile("|".join(map(_pattern, phrases)))
    return pattern, {one: frozenset(found) for one, found in kinds.items()}


def _pattern(phrase: str) -> str:
    """A phrase with any blanks between its words; where it begins or ends with a letter, a word does."""
    before = r"(?<![a-z0-9])" if phrase[0].isalnum() else ""
    after = r"(?![a-z0-9])" if phrase[-1].isalnum() else ""
    return before + re.escape(phrase).replace(r"\ ", r"\s+") + after


def cues(text: str) -> Cues:
    """The kinds of words of trade that a text holds."""
    pattern, kinds = _words()
    found: set[str] = set()
    for phrase in pattern.findall(text.lower()):
        found |= kinds[" ".join(phrase.split())]
    return frozenset(found - {_NOT_TRADE})
