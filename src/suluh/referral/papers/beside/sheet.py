# SPDX-License-Identifier: Apache-2.0
"""A paper of a few sections in one language, each page headed RAHASIA, with its digest at the foot."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import Literal

import msgspec

from suluh.model.rules.codes import ANY, CODES, kind_of
from suluh.referral.papers.beside.words import WORDS, in_tongue
from suluh.referral.papers.known import Both
from suluh.referral.papers.press import Fact, press

_CODED = frozenset({"child-victim", "child-witness", "child-in-conflict", "person", "series"})
"""Kinds of codes that these papers have."""

Tongue = Literal["id", "en"]
TONGUES: tuple[Tongue, ...] = ("id", "en")


@dataclass(frozen=True)
class Section:
    """One section: sentences, then named values or a table."""

    title: Both
    lines: tuple[Both | str, ...] = ()
    pairs: tuple[tuple[Both, Both | str], ...] = ()
    heads: tuple[Both, ...] = ()
    rows: tuple[tuple[Both | str, ...], ...] = ()


@dataclass(frozen=True)
class Sheet:
    """What one paper says, in both languages; a plain text is the same in both."""

    form: str
    """Which paper: D6, D7, D13."""

    title: Both
    about: str
    lines: tuple[Both | str, ...]
    parts: tuple[Section, ...]
    signs: Both


@dataclass(frozen=True)
class Foot:
    """When a paper was made, by which version, and how far the ledger had grown."""

    at: str
    tool: str
    entry: int
    root: str


def set_sheet(sheet: Sheet, foot: Foot, tongue: Tongue) -> bytes:
    """The PDF: the same paper and foot give the same bytes."""
    said: dict[str, Fact] = {
        "title": in_tongue(sheet.title, tongue),
        "about": sheet.about,
        "lines": [in_tongue(one, tongue) for one in (*sheet.lines, *_legend(sheet))],
        "parts": [_section(one, tongue) for one in sheet.parts],
    }
    digest = hashlib.sha256(msgspec.json.encode(said, order="sorted")).hexdigest()
    at = f"{in_tongue(WORDS['entry'], tongue)} {foot.entry}, {in_tongue(WORDS['root'], tongue)} {foot.root}"
    whole = f"{in_tongue(WORDS['digest'], tongue)} {digest[:16]}"
    source = (files("suluh.referral.papers.beside") / "sheet.typ").read_text("utf-8")
    facts: dict[str, Fact] = {
        **said,
        "language": tongue,
        "secret": in_tongue(WORDS["secret"], tongue),
        "signs": in_tongue(sheet.signs, tongue),
        "hand": in_tongue(WORDS["hand"], tongue),
        "foot": f"{sheet.form} {sheet.about}; {foot.at}; {foot.tool}; {at}; {whole}",
    }
    return press(source, facts, datetime.fromisoformat(foot.at))


def _legend(sheet: Sheet) -> Iterator[Both]:
    """What the codes of people and series on a paper mean, those kinds alone that stand there."""
    cells = (cell for part in sheet.parts for row in (*part.rows, *part.pairs) for cell in row)
    texts = (one.id if isinstance(one, Both) else one for one in (sheet.about, *sheet.lines, *cells))
    found = {kind_of(code) for text in texts for code in ANY.findall(text)} & _CODED
    for kind in (one for one in CODES if one in found):
        one = CODES[kind]
        begins = f"{one.letters}-1, {one.letters}-2"
        yield Both(f"{begins}, dan seterusnya: {one.indonesian}.", f"{begins} and so on: {one.english}.")


def _section(one: Section, tongue: Tongue) -> Fact:
    return {
        "title": in_tongue(one.title, tongue),
        "lines": [in_tongue(line, tongue) for line in one.lines],
        "pairs": [[in_tongue(name, tongue), in_tongue(value, tongue)] for name, value in one.pairs],
        "heads": [in_tongue(head, tongue) for head in one.heads],
        "rows": [[in_tongue(cell, tongue) for cell in row] for row in one.rows],
    }
