# SPDX-License-Identifier: Apache-2.0
"""The pool: gives files to locked workers and hands on what they answer."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from suluh.model.errors import Misuse
from suluh.model.work import Answer, Target
from suluh.plugins import find
from suluh.workers.engines.engine import Arrangement, Engine
from suluh.workers.limits import Limits
from suluh.workers.scratch import sweep


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
        self._engine = _engine(engine)(arrangement)
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


def _engine(name: str) -> type[Engine]:
    """An engine by its name."""
    found: tuple[type[Engine], ...] = find("suluh.workers.engines", Engine)
    for engine in found:
        if engine.name == name:
            return engine
    raise Misuse(f"there is no engine {name!r} for workers: use {', '.join(engine.name for engine in found)}")
