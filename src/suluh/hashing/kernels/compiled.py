# SPDX-License-Identifier: Apache-2.0
"""How numeric functions are compiled: on first use, and kept only where the parent process said so."""

import os
from collections.abc import Callable
from functools import cached_property
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Later(Generic[P, R]):
    """What the compiler makes of a function, made when it is first called, or first met in another such function.

    Loading the compiler takes longer than most commands take, and most call no such function.
    """

    def __init__(self, work: Callable[P, R], make: Callable[[Callable[P, R]], object]) -> None:
        self._work, self._make = work, make
        self.__doc__ = work.__doc__

    @cached_property
    def _made(self) -> Any:  # noqa: ANN401 # numba has no types
        """The compiler's own object."""
        return self._make(self._work)

    @property
    def _numba_type_(self) -> object:
        """What the compiler asks of a value that it meets in a function."""
        from numba.core.registry import cpu_target  # noqa: PLC0415 # loaded when first called

        made, known = self._made, cpu_target.typing_context
        known.refresh()
        return known.resolve_value_type(made)

    def __call__(self, *given: P.args, **named: P.kwargs) -> R:
        """Call the compiled function."""
        done: R = self._made(*given, **named)
        return done


def compiled(work: Callable[P, R]) -> Later[P, R]:
    """A function as machine code that holds no lock of the interpreter.

    Compiled code is read back from a folder only if `NUMBA_CACHE_DIR` names one: the package's own folder may be
    read-only, and what is read back is trusted like code.
    """
    return Later(work, _to_machine_code)


def instruction(write: Callable[P, R]) -> Later[P, R]:
    """A function of one word that says itself how it is written in machine code; for use in compiled functions only."""
    return Later(write, _to_instruction)


def _to_machine_code(work: Callable[..., object]) -> object:
    import numba  # noqa: PLC0415 # loaded when first called

    kept = bool(os.environ.get("NUMBA_CACHE_DIR"))
    return numba.njit(work, nogil=True, error_model="numpy", cache=kept)


def _to_instruction(write: Callable[..., object]) -> object:
    from numba.extending import intrinsic  # noqa: PLC0415 # loaded when first called

    return intrinsic(write)
