# SPDX-License-Identifier: Apache-2.0
"""The last instant that each exhibit holds, noted while its records are read for something else."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TypeVar

from suluh.model.talk import Message
from suluh.model.times import Dated
from suluh.model.trade import Payment

R = TypeVar("R", Message, Payment)


class Ends:
    """The latest of all records that went by."""

    def __init__(self) -> None:
        self.last: dict[str, datetime] = {}
        """By exhibit: final once every record was taken."""

    def noted(self, records: Iterable[Dated[R]]) -> Iterator[Dated[R]]:
        """The records, each noted as it is taken."""
        for one in records:
            if one.at is not None:
                label = one.value.place.exhibit
                self.last[label] = max(one.at, self.last.get(label, one.at))
            yield one
