# SPDX-License-Identifier: Apache-2.0
"""What a step of the line is: its deed in the ledger, and all that run, corrections and verification ask of it."""

import gc
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

from suluh.case.line import gather
from suluh.case.line.inputs import Inputs
from suluh.model.body import Noun
from suluh.model.deeds.deed import Deed
from suluh.model.intake import Authority, Exhibit, File

Terms = Callable[[Exhibit, Authority | None], object]
"""What of an exhibit and its paper decides what a step reads of it."""


@dataclass(frozen=True)
class _Row:
    """One row of the line; its word, who may run it and what it writes stand in its deed."""

    deed: Deed

    @property
    def name(self) -> str:
        """Its word in the ledger."""
        return self.deed.word


@dataclass(frozen=True)
class Walked(_Row):
    """The step that lists each acquisition once."""


@dataclass(frozen=True)
class Derived(_Row):
    """A step over the whole case: its rows are replaced when what it takes has changed."""

    takes: tuple[str, ...]
    work: Callable[[Inputs], Iterator[Noun]]
    version: int = 1

    def found(self, inputs: Inputs) -> Generator[Noun]:
        """What its work gives. Meanwhile nobody looks for circles: frozen values make none, and there are millions.

        Whoever leaves it before its end closes it.
        """
        looked = gc.isenabled()
        gc.disable()
        try:
            yield from self.work(inputs)
        finally:
            if looked:
                gc.enable()


@dataclass(frozen=True)
class Gathered(_Row):
    """A step over single files in locked workers: a file that has its result is not read again."""

    job: str
    targets: gather.Targets
    settle: gather.Settle
    takes: tuple[str, ...] = ()
    """What may let more files wait: while none of it has changed since the step ended, nothing waits.

    Empty where something outside the case decides as well, such as what is installed.
    """

    again: bool = False
    """Whether what it finds may bring more files for it."""

    waits: Callable[[Inputs], Iterator[File]] | None = None
    """Files that wait for it, without the unit's folder; null where something outside the case decides."""

    terms: Terms | None = None
    """What it reads of a file hangs on; null where no correction changes that."""

    asks_sets: bool = False
    """Whether which files it looks at hangs on the known sets."""


Step = Walked | Gathered | Derived
