# SPDX-License-Identifier: Apache-2.0
"""What goes on in the background of a desk: runs, and acts that take long, each of the officer who started it."""

import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from suluh.case.folder import CaseFolder
from suluh.case.line.beside import Going, Running, begin, going
from suluh.case.line.meter import Progress, Tell
from suluh.model.body import Noun
from suluh.model.errors import CaseIsLocked, Misuse, SuluhError, UnknownObject

STOPPED = 130
"""Exit code of a run that was asked to end."""

MOST = 10
"""Runs that are remembered."""

State = Literal["going", "pausing", "paused", "finished", "failed"]


@dataclass
class Work:
    """One run that this desk started."""

    by: str
    at: str
    running: Running
    is_stopping: bool = False

    @property
    def state(self) -> State:
        """How it stands."""
        code = self.running.ended()
        if code is None:
            return "pausing" if self.is_stopping else "going"
        return "finished" if code == 0 else "paused" if code == STOPPED or self.is_stopping else "failed"

    @property
    def said(self) -> str:
        """What it said last."""
        return self.running.said()


@dataclass
class Doing:
    """One act that goes on in a thread of the desk, whatever becomes of the browser that asked for it."""

    called: str
    by: str
    at: str
    steps: dict[str, Progress] = field(default_factory=dict)
    about: str = ""
    """The page, below the language, that says how far it is, where one does."""

    leads: str = ""
    """The page, below the language, of what came of it."""

    _kept: list[Noun] | None = None
    _fault: SuluhError | OSError | None = None
    _ended: threading.Event = field(default_factory=threading.Event)

    @property
    def state(self) -> State:
        """How it stands."""
        return "going" if not self._ended.is_set() else "failed" if self._kept is None else "finished"

    @property
    def said(self) -> str:
        """Why it was refused; nothing where it was not. Whatever is no sentence of ours is not repeated."""
        if self._fault is None:
            return ""
        return str(self._fault) if isinstance(self._fault, SuluhError) else type(self._fault).__name__

    def begin(self, act: Callable[[Tell], list[Noun]], leads: Callable[[Sequence[Noun]], str]) -> None:
        """Begin it, in a thread that the desk waits for when it is closed: no act is cut off."""

        def at_work() -> None:
            try:
                self._kept = act(self._hear)
                self.leads = leads(self._kept)
            except (SuluhError, OSError) as error:  # it is told on the page, or raised where somebody waits
                self._fault = error
            finally:
                self._ended.set()

        threading.Thread(target=at_work, name="act").start()

    def wait(self, seconds: float) -> None:
        """Wait for its end, but no longer."""
        self._ended.wait(seconds)

    def kept(self) -> list[Noun]:
        """What it kept. Raises what it was refused for."""
        if self._kept is None:
            raise self._fault or Misuse("the act broke off: look whether it was done, and do it again if not")
        return self._kept

    def _hear(self, progress: Progress) -> None:
        self.steps[progress.step] = progress


class Works:
    """What goes on at one desk: of runs one at a time, for a case has one writer."""

    def __init__(self, folder: CaseFolder) -> None:
        self._folder = folder
        self.all: list[Work] = []
        self.acts: list[Doing] = []

    def remember(self, called: str, by: str, at: str) -> Doing:
        """An act that is to begin, remembered beside the last ones."""
        made = Doing(called, by, at)
        going_on = [one for one in self.acts if one.state == "going"]
        ended = [one for one in self.acts if one.state != "going"]
        self.acts = [made, *going_on, *ended[: MOST - 1]]
        return made

    def going(self) -> Going | None:
        """How far the run is that goes on now, wherever it was started."""
        return going(self._folder)

    @property
    def own(self) -> Work | None:
        """The run of this desk that goes on now."""
        return next((one for one in self.all if one.running.ended() is None), None)

    def run(self, code: str, phrase: str, at: str) -> Work:
        """Start a run. Raises `CaseIsLocked` while another goes on."""
        elsewhere = self.going()
        if self.own is not None or elsewhere is not None:
            number = elsewhere.pid if elsewhere else "of this desk"
            raise CaseIsLocked(f"process {number} runs this case now: wait for it or end it, then run again")
        made = Work(code, at, begin(self._folder, code, phrase, os.environ))
        self.all = [made, *self.all][:MOST]
        return made

    def pause(self) -> None:
        """Ask the run of this desk to end; the next one goes on where it was. Raises `UnknownObject`."""
        if self.own is None:
            raise UnknownObject("no run of this desk goes on: there is nothing to pause")
        self.own.is_stopping = True
        self.own.running.stop()
