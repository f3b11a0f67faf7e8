# SPDX-License-Identifier: Apache-2.0
"""How numeric functions are compiled: on first use, and kept only where the parent process said so."""

import os
from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")


def compiled(work: Callable[P, R]) -> Callable[P, R]:
    """A function as machine code that holds no lock of the interpreter.

    Compiled code is read back from a folder only if `NUMBA_CACHE_DIR` names one: the package's own folder may be
    read-only, and what is read back is trusted like code.
    """
    kept = bool(os.environ.get("NUMBA_CACHE_DIR"))
    return cast("Callable[P, R]", numba.njit(work, nogil=True, error_model="numpy", cache=kept))
