# SPDX-License-Identifier: Apache-2.0
"""Notes every file that has no bytes: a made-up step that shows what one more costs."""

from collections.abc import Iterable, Iterator

from suluh.model.ids import make_id
from suluh.model.intake import File, Flaw, place_of


def hollow(files: Iterable[File]) -> Iterator[Flaw]:
    """A flaw for each file of size 0."""
    for file in files:
        if file.size == 0:
            identity = make_id("flaw", "hollow", file.id)
            yield Flaw(id=identity, step="hollow", reason="this file holds no bytes at all", place=place_of(file))
