# SPDX-License-Identifier: Apache-2.0
"""Sets a paper as a tagged PDF: a source that we wrote, and facts that are never read as markup."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Final
from unicodedata import bidirectional, category

import msgspec
import typst

from suluh.model.errors import PaperFault

Fact = str | int | bool | None | Sequence["Fact"] | Mapping[str, "Fact"]
"""What a source finds under ``facts``: no floats, for how many digits of a figure are said is decided before."""

LONGEST = 20_000
"""Characters of one fact; a longer text belongs in an annex."""

CUT = " [{left} lagi / more]"
NUMBER = "\u2039U+{:04X}\u203a"
MARKS = 4
"""So many accents on one letter can be told apart; Vietnamese and Hindi need no more."""

TOGETHER = "\u2068{}\u2069"
_FROM_RIGHT = {"R", "AL", "AN"}
STANDARD: Final = "ua-1"
"""PDF/UA-1: the file can be read aloud, and every picture in it has words."""

_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")
_REACHES = re.compile(r"\b(?:eval|read|plugin|include|import|csv|yaml|toml|xml|cbor|image|bibliography)\b\s*[(\"]")
"""What would read a file, fetch a package, or take a fact for markup."""


def press(source: str, facts: Mapping[str, Fact], at: datetime) -> bytes:
    """The PDF that a typst source and its facts make; the same ones give the same bytes.

    The source begins where ``press.typ`` ends, and finds what is said of a case as ``facts``. It is a file of ours and
    never built from texts of a case: a fact is shown letter by letter, whatever it holds. ``at`` is the date of the
    file. Raises `PaperFault` where a source reaches for anything else, or the paper cannot be set as it stands.
    """
    if reach := _REACHES.search(source):
        raise PaperFault(f"the source of a paper says {reach[0]!r}, but may use nothing beside its facts")
    whole = f"{_part('press.typ')}\n{source}".encode()
    given = msgspec.json.encode(_legible(facts)).decode()
    try:
        pdf, warnings = typst.compile_with_warnings(
            whole,
            ignore_system_fonts=True,
            sys_inputs={"facts": given},
            pdf_standards=[STANDARD],
            timestamp=int(at.timestamp()),
        )
    except typst.TypstError as error:
        raise PaperFault(f"a paper cannot be set: {error.message} {' '.join(error.hints)}".strip()) from error
    if warnings:
        raise PaperFault(f"a paper cannot be set as it stands: {warnings[0].message}")
    return pdf


def pages_of(pdf: bytes) -> int | None:
    """How many pages a PDF has that `press` made; null for one of another program."""
    found = _PAGES.search(pdf)
    return int(found[1]) if found else None


def legible(text: str) -> str:
    """A text as paper can show it: what no font has, shows nothing or turns the line stands as its number.

    One that is written from right to left is kept together, so that it moves no figure that stands beside it.
    """
    kept = text if len(text) <= LONGEST else text[:LONGEST] + CUT.format(left=len(text) - LONGEST)
    seen, marks = [], 0
    for one in kept:
        marks = marks + 1 if category(one).startswith("M") else 0
        seen.append(one if marks <= MARKS and _has_picture(one) else NUMBER.format(ord(one)))
    said = "".join(seen)
    return TOGETHER.format(said) if any(bidirectional(one) in _FROM_RIGHT for one in said) else said


def _legible(fact: Fact) -> Fact:
    if isinstance(fact, str):
        return legible(fact)
    if isinstance(fact, Mapping):
        return {name: _legible(one) for name, one in fact.items()}
    return [_legible(one) for one in fact] if isinstance(fact, Sequence) else fact


def _has_picture(one: str) -> bool:
    if one in " \n" or one.isprintable():
        starts, ends = _glyphs()
        place = bisect_right(starts, ord(one)) - 1
        return one == "\n" or (place >= 0 and ord(one) <= ends[place])
    return False


@cache
def _glyphs() -> tuple[list[int], list[int]]:
    """First and last of each run of characters that the fonts inside typst can show."""
    lines = [line.split() for line in _part("glyphs.txt").splitlines() if not line.startswith("#")]
    return [int(first, 16) for first, _ in lines], [int(last, 16) for _, last in lines]


def _part(name: str) -> str:
    return (files("suluh.referral.papers") / name).read_text("utf-8")
