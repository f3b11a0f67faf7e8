# SPDX-License-Identifier: Apache-2.0
"""Sets aside what a step found until it is whole, so that the case is locked only while it is written."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from suluh.model.body import Noun, body
from suluh.model.nouns import noun

MEMORY = 16 * 1024 * 1024
"""More than so many bytes lie in the case's scratch folder, in a file without a name."""

_LENGTH = 4


class Spool:
    """Bodies of nouns in the order in which they came; use it in a ``with`` statement."""

    def __init__(self, scratch: Path) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=MEMORY, dir=str(scratch))  # noqa: SIM115 # closed by `__exit__`

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def fill(self, nouns: Iterable[Noun]) -> Iterator[None]:
        """Take each noun, and say so."""
        for one in nouns:
            raw = body(one)
            self._file.write(len(raw).to_bytes(_LENGTH, "big") + raw)
            yield

    def __iter__(self) -> Iterator[Noun]:
        self._file.seek(0)
        while size := self._file.read(_LENGTH):
            yield noun(self._file.read(int.from_bytes(size, "big")))
