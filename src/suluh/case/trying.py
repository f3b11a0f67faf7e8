# SPDX-License-Identifier: Apache-2.0
"""How a file would be read as a statement, worked out in a locked worker and kept nowhere."""

import hashlib
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from suluh.model.body import Noun
from suluh.model.errors import Misuse
from suluh.model.evidence.work import Target
from suluh.model.ids import file_id
from suluh.model.intake import File, Flaw, Outcome
from suluh.model.trade import Payment, Statement
from suluh.workers.pool import Pool

_JOB = "suluh.case.jobs.read"
_EXHIBIT = ("tried", "1")


class Tried(NamedTuple):
    """What a file gives."""

    statements: tuple[Statement, ...]
    payments: tuple[Payment, ...]
    flaws: tuple[Flaw, ...]
    outcome: Outcome | None
    failure: str | None = None
    """Why the worker could not finish it."""


def tried(path: Path, profiles: Sequence[str]) -> Tried:
    """What the readers make of one file. Raises `Misuse` where nothing lies there."""
    if not path.is_file():
        raise Misuse(f"{path} is no file: name the statement that the bank handed over")
    name = os.fsencode(path.name)
    file = File(
        id=file_id(*_EXHIBIT, (), name),
        exhibit=_EXHIBIT[0],
        acquisition=_EXHIBIT[1],
        path=name,
        order=1,
        size=path.stat().st_size,
    )
    roots = {_EXHIBIT: os.fsencode(path.parent.absolute())}
    with tempfile.TemporaryDirectory(prefix="suluh-try-") as scratch, Pool(1, roots, Path(scratch)) as pool:
        target = Target(file=file, names=(path.name,), profiles=tuple(profiles), content=_sha256(path))
        answers = list(pool.run(_JOB, [target]))
    found: list[Noun] = [noun for answer in answers for noun in answer.nouns]
    return Tried(
        tuple(one for one in found if isinstance(one, Statement)),
        tuple(one for one in found if isinstance(one, Payment)),
        tuple(one for one in found if isinstance(one, Flaw)),
        next((one for one in found if isinstance(one, Outcome)), None),
        next((one.failure.reason for one in answers if one.failure), None),
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def profile_text(name: str, mapping: str) -> str:
    """A profile in the form of docs/profiles.md for a mapping as statements of unknown layout state it.

    Raises `Misuse` for a table without headings.
    """
    pairs = [one.split(" = ", 1) for one in mapping.split("; ") if " = " in one]
    if all(re.fullmatch(r"column \d+", heading) for _, heading in pairs):
        raise Misuse("the table has no headings by which a profile would know it: accept the statement as it is read")
    header = dict.fromkeys(heading.partition("#")[0].partition("+")[0] for _, heading in pairs)
    lines = [
        f"name = {_quoted(name)}",
        'service = "account"  # what stands before the number of an account: bca, gopay',
        'describes = "say in one sentence whose form this is, and where you have it from"',
        f"header = [{', '.join(map(_quoted, header))}]",
        "",
        "[columns]",
    ]
    for role in dict.fromkeys(role for role, _ in pairs):
        headings = [heading for one, heading in pairs if one == role]
        several = f"[{', '.join(map(_quoted, headings))}]"
        lines.append(f"{role} = {several if role == 'text' else _quoted(headings[0])}")
    return "\n".join([*lines, "", "[dates]", "formats = []  # such as %d/%m/%Y; empty: each file decides it", ""])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
