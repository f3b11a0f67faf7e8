# SPDX-License-Identifier: Apache-2.0
"""What hash sets a case uses: each is kept by the unit, and named in the case by its digest."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import History, check_reason, hash_sets
from suluh.case.keep import Act
from suluh.case.lease import lease, turn
from suluh.case.rights import ADD, need
from suluh.model.errors import Misuse
from suluh.model.ids import make_id
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
    for flaw in added.flaws:
        tell(f"{added.place} {flaw.line} of {path.name} was left out: {flaw.reason}")
    for warning in added.warnings:
        tell(warning)
    if version is None and added.set.version is not None:
        tell(f"{path.name} states its version: {added.set.version}")
    return use_when_free(case, added.set, tell)


def use_when_free(case: Case, one: HashSet, tell: Callable[[str], None] = _say_nothing) -> HashSet:
    """Enter that the case uses a set, once no run goes on that would look up some files in it and not others."""
    with lease(case.folder, tell), turn(case.folder):
        check_unused(case, one)
        return use(case, one)


def check_unused(case: Case, one: HashSet) -> None:
    """Raise `Misuse` when the case uses a set already."""
    for known in hash_sets(case.rows):
        if (known.digest, known.kind) == (one.digest, one.kind):
            raise Misuse(f"the case uses this very set already, as {known.name}: nothing was added")


def use(case: Case, one: HashSet) -> HashSet:
    """Enter that the case uses a set which the unit holds; one that was dropped before comes again."""
    before = History(case.rows, HashSet).latest(lambda row: (row.digest, row.kind) == (one.digest, one.kind))
    found = _entered(case, one, before)
    detail = {"kind": found.kind, "digest": found.digest, "entries": str(found.entries), "flaws": str(found.flaws)}
    case.keep(Act("sets", found.name, detail), [found])
    return found


def drop_set(case: Case, name: str, reason: str | None) -> HashSet:
    """Enter that the case uses a set no longer, named by its digest or the beginning of it. Raises `Misuse`."""
    need(case, ADD)
    why = check_reason(reason)
    with lease(case.folder), turn(case.folder):
        used = hash_sets(case.rows)
        found = [one for one in used if name and one.digest.startswith(name.lower())]
        if len(found) != 1:
            known = "; ".join(f"{one.digest[:16]} {one.name} ({one.kind})" for one in used) or "none"
            raise Misuse(f"{len(found)} sets of the case begin with {name!r}: give more of the digest; it uses {known}")
        gone = msgspec.structs.replace(_entered(case, found[0], found[0]), dropped=True, reason=why)
        detail = {"kind": gone.kind, "digest": gone.digest, "dropped": gone.name, "reason": why}
        case.keep(Act("sets", gone.name, detail), [gone])
    return gone


def _entered(case: Case, one: HashSet, before: HashSet | None) -> HashSet:
    """A set as the acting officer enters it, after what the case says of it so far."""
    by, at = case.acting.key.code, utc(case.acting.now())
    if before is None:
        return msgspec.structs.replace(one, by=by, at=at)
    identity = make_id("hashset", one.kind, one.digest, before.id)
    return msgspec.structs.replace(one, id=identity, corrects=before.id, by=by, at=at)
