# SPDX-License-Identifier: Apache-2.0
"""What goes on in the background of a desk: runs, each of the officer who started it."""

import os
from dataclasses import dataclass
from typing import Literal

from suluh.case.folder import CaseFolder
from suluh.case.line.beside import Going, Running, begin, going
from suluh.model.errors import CaseIsLocked, UnknownObject

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


class Works:
    """The runs of one desk: one at a time, for a case has one writer."""

    def __init__(self, folder: CaseFolder) -> None:
        self._folder = folder
        self.all: list[Work] = []

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
