# SPDX-License-Identifier: Apache-2.0
"""The limits of docs/workers.md, as data."""

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What one worker and one file may take."""

    memory: int = 1536 * MIB
    """Bytes of address space of one worker."""

    descriptors: int = 512
    """Two frames of them, and the parts of an image that was cut into some hundreds."""

    index: int = 64 * MIB
    """The largest file that a database worker may write: SQLite's shared index of a write-ahead log."""

    picture: float = 5.0
    video: float = 60.0
    video_per_10_mib: float = 1.0
    other: float = 180.0
    other_per_mib: float = 2.0
    """Seconds for one file, by its media type and size."""

    start: float = 180.0
    """Seconds in which a worker must have compiled what it needs and locked itself."""

    starts: int = 3
    """How many workers in a row may die at their start before the run stops."""

    files: int = 1000
    """A worker is replaced after so many files."""

    tmpfs: int = 1024 * MIB
    """Databases above this size are copied to disk."""

    def seconds(self, media_type: str, size: int) -> float:
        """How long one file may take."""
        if media_type.startswith("image/"):
            return self.picture
        if media_type.startswith(("video/", "audio/")):
            return self.video + self.video_per_10_mib * size / (10 * MIB)
        return self.other + self.other_per_mib * size / MIB

    def further(self, size: int) -> float:
        """How much longer a file may take for a further part of it."""
        return self.other_per_mib * size / MIB
