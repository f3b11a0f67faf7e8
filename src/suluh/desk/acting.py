# SPDX-License-Identifier: Apache-2.0
"""Who acts, where the unit's folder lies and what time it is, as options and the environment say."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.desk.closing import close_to_others
from suluh.desk.phrase import Phrase, forget, old_phrase, other_phrase
from suluh.desk.printing import aside
from suluh.model.errors import Misuse, WrongPassphrase
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import unlock

HOME = "~/.local/share/suluh"


def unit_folder() -> UnitFolder:
    """The unit's folder: SULUH_HOME, else the user's own; its witness files lie where SULUH_WITNESS says."""
    elsewhere = os.environ.get("SULUH_WITNESS")
    home = Path(os.environ.get("SULUH_HOME") or HOME).expanduser()
    return UnitFolder(home, Path(elsewhere).expanduser() if elsewhere else None)


def now() -> datetime:
    """The time of human acts: SULUH_NOW, else the clock. Raises `Misuse`."""
    fixed = os.environ.get("SULUH_NOW")
    if not fixed:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(fixed)
    except ValueError as error:
        raise Misuse(f"SULUH_NOW is {fixed!r}: write it as 2026-09-30T08:00:00+07:00") from error
    if moment.tzinfo is None:
        raise Misuse(f"SULUH_NOW is {fixed!r} and names no zone: write it as 2026-09-30T08:00:00+07:00")
    return moment


def clock() -> str:
    """What set the clock of human acts, if anything did: it stands in every ledger entry."""
    return "SULUH_NOW" if os.environ.get("SULUH_NOW") else ""


def secret() -> bytes | None:
    """The secret of a case to be made, where tests fix it: SULUH_SECRET, else none. Raises `Misuse`."""
    given = os.environ.get("SULUH_SECRET")
    if not given:
        return None
    if not re.fullmatch(r"[0-9a-f]{64}", given):
        raise Misuse("SULUH_SECRET is not 64 hexadecimal digits: it is for tests only; leave it out")
    return bytes.fromhex(given)


def officer_code(actor: str | None) -> str:
    """The code of the acting officer: `--actor`, else SULUH_ACTOR. Raises `Misuse`."""
    code = actor or os.environ.get("SULUH_ACTOR")
    if not code:
        raise Misuse("nobody acts: name the officer with --actor or SULUH_ACTOR")
    return code


def unlocked(unit: UnitFolder, code: str, phrase: Phrase | None) -> Acting:
    """An officer at work, with their key open; the environment keeps no passphrase. Raises `WrongPassphrase`."""
    try:
        key = unlock(unit, code, None if phrase is None else phrase.words)
    except WrongPassphrase as error:
        if phrase is None:
            raise
        where = "type it again" if phrase.whence is None else f"it came from {phrase.whence}: see what that holds"
        raise WrongPassphrase(f"{error}: {where}") from error
    forget()
    close_to_others(unit.path)
    return Acting(key, unit, now, clock(), secret())


def acting(actor: str | None) -> Acting:
    """The officer at work, with their key unlocked."""
    code, unit = officer_code(actor), unit_folder()
    return unlocked(unit, code, old_phrase(code))


def acting_with(code: str) -> Acting:
    """A second officer at work beside the first, with their key unlocked by a passphrase of their own."""
    return unlocked(unit_folder(), code, other_phrase(code))


@contextmanager
def open_case(folder: Path, actor: str | None) -> Iterator[Case]:
    """A case opened by its acting officer."""
    with _closing(folder, acting(actor)) as case:
        yield case


@contextmanager
def read_case(folder: Path, actor: str | None, purpose: str | None) -> Iterator[Case]:
    """A case opened to be read: a key is needed for a purpose only."""
    with _closing(folder, acting(actor) if purpose is not None else None) as case:
        yield case


def purpose_of(purpose: str | None) -> str | None:
    """The purpose of a read: `--purpose`, else SULUH_PURPOSE, else none. Raises `Misuse` for an empty one."""
    given = os.environ.get("SULUH_PURPOSE") if purpose is None else purpose
    if given is not None and not given.strip():
        raise Misuse("the purpose is empty: say in a few words why you read what identifies persons")
    return given


@contextmanager
def _closing(folder: Path, officer: Acting | None) -> Iterator[Case]:
    case = Case.open(CaseFolder(folder), officer, now)
    close_to_others(folder, must=officer is not None)
    try:
        yield case
        if case.witnessed is not None:
            aside(f"The ledger stands at entry {case.witnessed.size}, root {case.witnessed.short()}: note both.")
    finally:
        case.close()
