# SPDX-License-Identifier: Apache-2.0
"""What a work list is, and what a format of one does."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import ClassVar, Literal, NamedTuple

from suluh.model.place import Place

Need = Literal["first-generation", "handed-over", "unknown", "near-known"]
"""Why a content waits for a person, most pressing first: in no set and probably first generation from a camera found on
the exhibits; in no set and delivered in a deal; in no set; near known material, a candidate."""

NEEDS: tuple[Need, ...] = ("first-generation", "handed-over", "unknown", "near-known")


class Wanted(NamedTuple):
    """One content to look at, for itself or for its group of near duplicates."""

    number: int
    need: Need
    places: tuple[Place, ...]
    """Where it lies, in the order of intake."""

    sha256: str
    sha1: str
    md5: str
    size: int
    type: str
    others: tuple[str, ...] = ()
    """SHA-256 of its near duplicates that nobody categorised yet: one look is for all of them."""


class Head(NamedTuple):
    """What stands over a work list."""

    case: str
    number: str
    """Number of the case."""


class WorkListFormat(ABC):
    """One format of work lists."""

    name: ClassVar[str]
    suffix: ClassVar[str]

    @abstractmethod
    def write(self, head: Head, rows: Iterable[Wanted]) -> bytes:
        """The whole file; the same rows give the same bytes."""
