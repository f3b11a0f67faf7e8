# SPDX-License-Identifier: Apache-2.0
"""What an engine is: it runs one job over many files in locked workers, on this machine or elsewhere."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from suluh.model.evidence.work import Answer, Target
from suluh.workers.wire.limits import Limits


@dataclass(frozen=True)
class Arrangement:
    """What an engine needs to know of this machine."""

    slots: int
    """How many workers at a time."""

    roots: Mapping[tuple[str, str], bytes]
    """Where each acquisition lies, by exhibit and name."""

    scratch: Path
    """The folder of the case that may be deleted."""

    containers: str | None
    """The package in which container formats are found."""

    limits: Limits
    job_paths: tuple[str, ...] = ()
    """Folders that a worker may import its job from besides the installed packages."""

    lasting: bool = False
    """Whether workers wait for the next run of their job."""


class Engine(ABC):
    """One way to run locked workers: one class in one file of this folder."""

    name: ClassVar[str]

    def __init__(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement

    @classmethod
    def is_here(cls) -> bool:
        """Whether all that it needs is installed."""
        return True

    @abstractmethod
    def run(self, job: str, targets: Iterable[Target]) -> Iterator[Answer]:
        """Every answer about every target, checked against the model; each file's own answers in their order."""

    @abstractmethod
    def close(self) -> None:
        """End every worker, and remove every copy."""
