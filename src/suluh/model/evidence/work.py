# SPDX-License-Identifier: Apache-2.0
"""What a step asks of a locked worker about one file, and what it gets back."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, Protocol

from suluh.model.body import Noun, Part
from suluh.model.evidence.source import Source
from suluh.model.intake import File


class Target(Part, frozen=True, kw_only=True):
    """One file to work on. It names no path of this machine: the pool opens the bytes and hands over descriptors."""

    file: File
    type: str = ""
    """Media type by content, once the digest step knows it."""

    names: tuple[str, ...] = ()
    """What lies in the same folder or archive, as displayed."""

    accounts: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    content: str | None = None
    """SHA-256 of its bytes, once they are digested."""

    mode: Literal["fast", "full"] | None = None
    """How a picture is to be looked at, null for what is no picture to look at."""

    film: Literal["key frames", "seconds"] | None = None
    """Which frames of a video are to be looked at, null for what is no video to look at."""

    given: bool = False
    """Whether it is what `suluh add` was given, which has wider limits."""

    kinds: tuple[str, ...] = ()
    """Kinds of data that its authority covers; empty where the paper does not limit them."""

    around: File | None = None
    """The file on disk that it lies in, as listed; null where it lies on disk itself."""


FailureKind = Literal["timed out", "too large", "killed", "not its own", "not opened", "changed", "broken"]

STOPPED: frozenset[FailureKind] = frozenset({"timed out", "too large", "killed", "not its own"})
"""A file that stopped its worker: it is set aside."""

AWAY: frozenset[FailureKind] = frozenset({"not opened", "changed"})
"""A file that is not there, or is no longer the one that was digested: a later run asks for it again."""


class Failure(NamedTuple):
    """Why a file could not be finished."""

    kind: FailureKind
    reason: str
    """In one line."""


class Answer(NamedTuple):
    """Part of what a worker found in one file; large files answer in many parts, in the order of the file."""

    target: Target
    nouns: tuple[Noun, ...]
    last: bool
    """Whether this is the file's last part."""

    failure: Failure | None = None
    """On the last part: why the file could not be finished, else null."""

    beside: tuple[bytes, ...] = ()
    """Paths of the files beside it that its worker has asked for until now."""


class Job(Protocol):
    """A module with these two functions is a job; the pool is given its dotted name."""

    def warm(self) -> None:
        """Import and compile all that the work needs, before the worker locks itself."""
        ...

    def work(self, source: Source) -> Iterator[Noun]:
        """Every fact of one file. May raise for bad evidence: the pool turns that into a failure with its reason."""
        ...
