# SPDX-License-Identifier: Apache-2.0
"""The corpus of made-up conversations: who speaks, what is paid, what is true."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "corpus"


class Script(NamedTuple):
    """One conversation by one writer."""

    id: str
    writer: str
    app: str
    people: dict[str, dict[str, str]]
    turns: list[dict[str, Any]]
    deals: list[dict[str, Any]]


@cache
def scripts() -> tuple[Script, ...]:
    """Every script of every writer, in the order of files and lines."""
    found = []
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            found.append(Script(row["id"], path.stem, row["app"], row["people"], row["turns"], row["deals"]))
    return tuple(found)


def writers() -> tuple[str, ...]:
    """The letters of the writers."""
    return tuple(sorted({one.writer for one in scripts()}))


def digest() -> str:
    """SHA-256 over the files of the corpus, each after its name."""
    total = sha256()
    for path in sorted(FOLDER.glob("*.jsonl")):
        total.update(f"{path.name}\n".encode())
        total.update(path.read_bytes())
    return total.hexdigest()
