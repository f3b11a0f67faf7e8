# SPDX-License-Identifier: Apache-2.0
"""What a form of the unit is."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from suluh.referral.sheets import Lists, Sheet


class Form(ABC):
    """One form: its tables from the lists of a case."""

    name: ClassVar[str]

    @abstractmethod
    def sheets(self, lists: Lists) -> Iterator[Sheet]:
        """Its tables, one after another; each is read to its end before the next."""
