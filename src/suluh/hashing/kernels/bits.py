# SPDX-License-Identifier: Apache-2.0
"""Counts the bits that differ, by the processor's own instruction."""

from collections.abc import Callable
from typing import cast

import numpy as np
from numpy.typing import NDArray

from suluh.hashing.kernels.compiled import compiled, instruction

Words = NDArray[np.uint64]


def _ones(typing_context, word):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202, ARG001 # numba has its own types
    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202, ARG001 # as above
        return builder.ctpop(arguments[0])

    return word(word), write


ones = cast("Callable[[np.uint64], np.uint64]", instruction(_ones))
"""How many bits of a word are set; usable in compiled functions only."""


@compiled
def distance(one: Words, other: Words) -> int:
    """How many of the 256 bits of two hashes differ."""
    return int(ones(one[0] ^ other[0]) + ones(one[1] ^ other[1]) + ones(one[2] ^ other[2]) + ones(one[3] ^ other[3]))
