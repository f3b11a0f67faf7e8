# SPDX-License-Identifier: Apache-2.0
"""What hash sets a case uses: each is kept by the unit, and named in the case by its digest."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec

from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.rights import ADD, need
from suluh.model.errors import Misuse
from suluh.model.matching import HashSet
from suluh.model.times import utc
from suluh.unit import sets


def _say_nothing(_: str) -> None:
    """Nobody listens."""


def add_set(
    case: Case,
    path: Path,
    *,
    kind: Literal["known", "benign"],
    name: str | None = None,
    version: str | None = None,
    tell: Callable[[str], None] = _say_nothing,
) -> HashSet:
    """Keep a hash set with the unit and use it in this case; flaws and warnings are told as sentences."""
    need(case, ADD)
    if not path.is_file():
        raise Misuse(f"no file lies at {path}: name the file of the hash set")
    acting = case.acting
    with path.open("rb") as file:
        added = sets.add_set(acting.unit, acting.key, file, kind, name or path.stem, version)
    for one in case.nouns(HashSet, {"digest": added.set.digest}):
        if one.kind == kind:
            raise Misuse(f"the case uses this very set already, as {one.name}: nothing was added")
    for flaw in added.flaws:
        tell(f"{added.place} {flaw.line} of {path.name} was left out: {flaw.reason}")
    for warning in added.warnings:
        tell(warning)
    if version is None and added.set.version is not None:
        tell(f"{path.name} states its version: {added.set.version}")
    found = msgspec.structs.replace(added.set, by=acting.key.code, at=utc(acting.now()))
    detail = {"kind": kind, "digest": found.digest, "entries": str(found.entries), "flaws": str(found.flaws)}
    case.keep(Act("sets", found.name, detail), [found])
    return found
