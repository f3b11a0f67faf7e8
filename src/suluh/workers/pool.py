# SPDX-License-Identifier: Apache-2.0
"""The pool: gives files to locked workers and hands on what they answer."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from suluh.model.errors import Misuse
from suluh.model.evidence.work import Answer, Target
from suluh.plugins import find
from suluh.workers.engines.engine import Arrangement, Engine
from suluh.workers.parent.scratch import sweep
from suluh.workers.wire.limits import Limits


class Pool:
    """Locked workers for one case; use it in a ``with`` statement, from one thread."""

    def __init__(  # noqa: PLR0913 # what a case knows of its machine, each by name
        self,
        slots: int,
        roots: Mapping[tuple[str, str], bytes],
        scratch: Path,
        *,
        containers: str | None = None,
        limits: Limits | None = None,
        job_paths: tuple[str, ...] = (),
        engine: str = "local",
    ) -> None:
        arrangement = Arrangement(slots, roots, scratch, containers, limits or Limits(), job_paths)
        self._engine = engine_named(engine)(arrangement)
        self._scratch = scratch

    def __enter__(self) -> Self:
        sweep(self._scratch)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.close()

    def run(self, job: str, targets: Iterable[Target]) -> Iterator[Answer]:
        """Every answer of a job about every target; see docs/workers.md. Raises `WorkerCannotStart`."""
        return self._engine.run(job, targets)


def engine_named(name: str) -> type[Engine]:
    """An engine by its name, if all that it needs is installed. Raises `Misuse`."""
    found: tuple[type[Engine], ...] = find("suluh.workers.engines", Engine)
    here = {engine.name: engine for engine in found if engine.is_here()}
    if name not in here:
        known = name in {engine.name for engine in found}
        fault = f"what engine {name} needs is not installed" if known else f"there is no engine {name!r} for workers"
        raise Misuse(f"{fault}: set SULUH_ENGINE to {' or '.join(here)}, or see docs/workers.md")
    return here[name]
