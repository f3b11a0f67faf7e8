# SPDX-License-Identifier: Apache-2.0
"""How far a run of this case is, for whoever looks from beside it; and a run that goes on beside this process."""

import json
import os
import time
from collections.abc import Mapping
from typing import NamedTuple, Protocol

from suluh.case.folder import CaseFolder
from suluh.case.line.meter import Progress, Tell
from suluh.workers.beside import Beside

NAME = "progress.json"
EVERY = 1.0
"""Seconds between two notes of one step."""

_NOT_ITS_OWN = frozenset({"SULUH_PASSPHRASE", "SULUH_OTHER_PASSPHRASE", "SULUH_PURPOSE"})
"""What a run is not told of the environment: it has one officer, whose passphrase comes by its input."""


class Going(NamedTuple):
    """A run as it noted itself last."""

    pid: int
    steps: tuple[Progress, ...]
    """Each step that began, the last of them at work."""


def noting(folder: CaseFolder, tell: Tell) -> Tell:
    """Tells as before, and notes in the scratch folder of the case how far each step is, until that is swept."""
    steps: dict[str, Progress] = {}
    noted = 0.0

    def told(progress: Progress) -> None:
        nonlocal noted
        is_new = progress.step not in steps
        steps[progress.step] = progress
        if is_new or time.monotonic() - noted >= EVERY:
            noted = time.monotonic()
            _note(folder, Going(os.getpid(), tuple(steps.values())))
        tell(progress)

    return told


def _note(folder: CaseFolder, going: Going) -> None:
    path = folder.work / NAME
    draft = path.with_suffix(f".{going.pid}")
    folder.work.mkdir(parents=True, exist_ok=True)
    draft.write_text(json.dumps([going.pid, [list(one) for one in going.steps]]), "utf-8")
    draft.replace(path)


def forget(folder: CaseFolder) -> None:
    """Take the note of this process away: its run has ended. That of another run stays."""
    now = going(folder)
    if now is not None and now.pid == os.getpid():
        (folder.work / NAME).unlink(missing_ok=True)


def going(folder: CaseFolder) -> Going | None:
    """The run that goes on now, wherever it was started; null where none does."""
    try:
        pid, steps = json.loads((folder.work / NAME).read_text("utf-8"))
        os.kill(pid, 0)
    except (OSError, ValueError, TypeError):
        return None
    return Going(pid, tuple(Progress(*one) for one in steps))


class Running(Protocol):
    """A command that goes on beside this process."""

    def ended(self) -> int | None:
        """Its exit code; null while it goes on."""

    def said(self) -> str:
        """The last lines that it said."""

    def stop(self) -> None:
        """Ask it to end; what it kept stays."""

    def wait(self, seconds: float) -> int | None:
        """Its exit code, waited for so long; null while it goes on."""


def begin(folder: CaseFolder, code: str, phrase: str, environment: Mapping[str, str]) -> Running:
    """`suluh run` of this case by an officer, beside this process."""
    kept = {name: value for name, value in environment.items() if name not in _NOT_ITS_OWN}
    own = {"SULUH_ACTOR": code, "SULUH_PASSPHRASE_FILE": "/dev/stdin", "PYTHONUNBUFFERED": "1"}
    return Beside(("run", str(folder.path.absolute())), phrase, kept | own)
