# SPDX-License-Identifier: Apache-2.0
"""Kinds of perceptual hash: one file each, found by itself."""

from abc import ABC, abstractmethod
from typing import ClassVar

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""A decoded picture as stored: rows by columns when grey, rows by columns by red, green and blue when coloured."""


class Look(Struct, frozen=True):
    """What a perceptual hash says of one picture."""

    value: bytes
    quality: int
    """From 0 (flat) to 100."""


class Kind(ABC):
    """One kind of perceptual hash."""

    name: ClassVar[str]
    lowest_quality: ClassVar[int]
    """Below this the hash says nothing and is recorded as unusable."""

    @abstractmethod
    def of(self, pixels: Pixels) -> Look:
        """The hash of a picture."""

    @abstractmethod
    def forms(self, pixels: Pixels) -> tuple[Look, ...]:
        """The hashes of a picture turned and mirrored in every way, the upright one first."""

    @abstractmethod
    def warm(self) -> None:
        """Compile all that hashing needs, so that a locked process need not."""
