# SPDX-License-Identifier: Apache-2.0
"""The one place where a step tries a record: one that cannot be worked with loses itself, and never the step."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from suluh.model.errors import BadBody
from suluh.model.ids import make_id
from suluh.model.intake import Flaw
from suluh.model.talk import Message
from suluh.model.times import Dated
from suluh.model.trade import Payment

R = TypeVar("R", Message, Payment)
T = TypeVar("T")

FAULTS = (ValueError, ArithmeticError, BadBody)
"""What odd evidence raises: text that is no number, a number or a day out of bounds. Anything else is the program's."""

_LONGEST = 200


class Lost:
    """The records that one step could not use, each as a flaw."""

    def __init__(self, step: str) -> None:
        self.flaws: list[Flaw] = []
        self.step = step

    def tried(self, work: Callable[[Dated[R]], T], records: Iterable[Dated[R]]) -> Iterator[T]:
        """What comes of each record; one that cannot be worked with is among the flaws."""
        for record in records:
            try:
                found = work(record)
            except FAULTS as error:
                self.flaws.append(self._flaw(record.value, error))
            else:
                yield found

    def _flaw(self, record: R, error: Exception) -> Flaw:
        why = " ".join(str(error).split())[:_LONGEST]
        return Flaw(
            id=make_id("flaw", self.step, record.id),
            step=self.step,
            reason=f"left out of the step {self.step}: {type(error).__name__}: {why}",
            place=record.place,
        )
