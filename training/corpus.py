# SPDX-License-Identifier: Apache-2.0
"""The corpus of made-up conversations: who speaks, what is paid, what is true."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import suluh.simulator.scripts

FOLDER = Path(__file__).parent / "corpus"
APART = Path(suluh.simulator.scripts.__file__).parent
"""Scripts that made-up cases play, and from which nothing is learned."""

OURS = frozenset((*"jklmntuvwxyz", "aa", "ab", "ac", "ad", "ae", "af", "ag", "ah", "ai"))
"""Writers of the project's own, who had seen the form of a script alone: learned from, and not measured on."""

AT_ONCE = 4
"""Writers of the project's own who are left out together: each of the others is left out alone."""


class Script(NamedTuple):
    """One conversation by one writer."""

    id: str
    writer: str
    app: str
    people: dict[str, dict[str, str]]
    turns: list[dict[str, Any]]
    deals: list[dict[str, Any]]


def scripts() -> tuple[Script, ...]:
    """Every script of every writer from whom is learned, in the order of files and lines."""
    return _read(FOLDER)


def apart() -> tuple[Script, ...]:
    """Scripts of writers of the project's own from whom nothing is learned."""
    return _read(APART)


@cache
def _read(folder: Path) -> tuple[Script, ...]:
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            found.append(Script(row["id"], path.stem, row["app"], row["people"], row["turns"], row["deals"]))
    return tuple(found)


def writers() -> tuple[str, ...]:
    """The letters of the writers."""
    return tuple(sorted({one.writer for one in scripts()}))


def strangers() -> tuple[str, ...]:
    """Those on whose scripts is measured: they had no part in the project."""
    return tuple(one for one in writers() if one not in OURS)


def digest() -> str:
    """SHA-256 over the files of the corpus, each after its name."""
    total = sha256()
    for path in sorted(FOLDER.glob("*.jsonl")):
        total.update(f"{path.name}\n".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def left_out_with(writer: str) -> tuple[str, ...]:
    """The writers without whom the scripts of one are read, themselves among them."""
    ours = [one for one in writers() if one in OURS]
    if writer not in ours:
        return (writer,)
    first = ours.index(writer) // AT_ONCE * AT_ONCE
    return tuple(ours[first : first + AT_ONCE])
