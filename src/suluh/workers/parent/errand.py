# SPDX-License-Identifier: Apache-2.0
"""One file's way through the workers: what was answered about it, and how often it was tried."""

import hashlib
import posixpath
from dataclasses import dataclass, field

from suluh.model.body import Noun
from suluh.model.evidence.parts import further, last
from suluh.model.evidence.source import PREFERENCES, SETTINGS
from suluh.model.evidence.work import Answer, Failure, Target
from suluh.workers.wire.check import Check, NotItsOwn

TRIES = 2


class Errand:
    """One target, until its last answer."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.tries = 0
        """How often it was tried alone and stopped the worker."""

        self.gathered: list[Noun] = []
        """Answered, and not handed on yet."""

        self._begin()
        self._handed, self._handed_digest = 0, b""

    @property
    def container(self) -> tuple[str, str, bytes] | None:
        """The outermost container around it."""
        file = self.target.file
        return (file.exhibit, file.acquisition, file.containers[0]) if file.containers else None

    def take(self, payload: bytes) -> None:
        """One frame of bodies. Raises `BadBody`, `NotItsOwn`. What an earlier try has handed on is not taken again."""
        for raw in payload.split(b"\n"):
            found = self.check.read(raw)
            self._count += 1
            self._digest.update(raw)
            if self._count > self._handed:
                self.gathered.append(found)
            elif self._count == self._handed and self._digest.digest() != self._handed_digest:
                raise NotItsOwn("an answer that differs from the one before")

    def hand_on(self) -> tuple[Noun, ...]:
        """What was gathered since the last time."""
        found = tuple(self.gathered)
        self.gathered.clear()
        self._handed += len(found)
        self._handed_digest = self._digest.digest()
        return found

    def answer(self, *, last: bool, failure: Failure | None = None) -> Answer:
        """What was gathered since the last time, as an answer."""
        return Answer(self.target, self.hand_on(), last, failure, tuple(self.besides))

    def is_part(self, path: bytes) -> bool:
        """Whether a path is that of a further part of the file on disk that this is, or lies in."""
        file = self.target.file
        own = file.containers[0] if file.containers else file.path
        return path in further(own) or path == last(own)

    def gained(self, path: bytes, seconds: float) -> float:
        """How much longer a further part lets the file take: so many seconds when it is asked for, and no more."""
        is_new = path not in self._parts
        self._parts.add(path)
        return seconds if is_new else 0.0

    def beside(self, path: bytes) -> None:
        """A file in the same folder, or the app's settings, was asked for. Raises `ValueError` for any other."""
        folder = posixpath.dirname(self.target.file.path)
        allowed = (posixpath.join(folder, one.encode()) for one in (SETTINGS, PREFERENCES))
        if posixpath.dirname(path) not in {folder, *map(posixpath.normpath, allowed)}:
            raise ValueError("a file in another folder was asked for")
        self.check.beside(path)
        self.besides.append(path)

    def is_short(self) -> bool:
        """Whether a second try has said less than the first."""
        return self._count < self._handed

    def again(self) -> None:
        """Forget the answers of a worker that broke off, but not what was handed on."""
        self.gathered.clear()
        self._begin()

    def _begin(self) -> None:
        self.check = Check(self.target)
        self.besides: list[bytes] = []
        self._parts: set[bytes] = set()
        self._count = 0
        self._digest = hashlib.blake2b(digest_size=16)


@dataclass
class Load:
    """Errands that a worker is given together, in their order."""

    errands: list[Errand]
    alone: bool = False
    """Whether it is one file that must be tried by itself."""

    small: bool = True
    database: bool = False
    done: int = 0
    seconds: list[float] = field(default_factory=list)
    """What each may take."""

    @property
    def current(self) -> Errand:
        """The errand that is being worked on."""
        return self.errands[self.done]

    def longer(self, seconds: float) -> None:
        """Let the current errand take so much longer."""
        self.seconds[self.done] += seconds

    @property
    def rest(self) -> list[Errand]:
        """Errands without their last answer."""
        return self.errands[self.done :]
