# SPDX-License-Identifier: Apache-2.0
"""What was said of one file so far, by id: the same on both ends of the wire."""

MOST = 100_000
"""Ids that are remembered; a second body under one that was forgotten is found when it is kept."""


class Said:
    """The ids of one file's nouns with what stood under each."""

    def __init__(self) -> None:
        self._found: dict[str, int] = {}

    def is_second(self, identity: str, raw: bytes) -> bool:
        """Whether another body than this was said under the id before; the first one stays noted."""
        if len(self._found) >= MOST and identity not in self._found:
            del self._found[next(iter(self._found))]
        mark = hash(raw)
        return self._found.setdefault(identity, mark) != mark
