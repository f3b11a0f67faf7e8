# SPDX-License-Identifier: Apache-2.0
"""The limits of containers, as docs/workers.md lists them."""

from dataclasses import dataclass

MIB = 1 << 20
RATIO = 200
"""A member may not unpack to more than so many times its size..."""

RATIO_AFTER = 10 * MIB
"""...once it has given this much."""


@dataclass(frozen=True)
class Caps:
    """How much of one archive is read."""

    members: int | None = 1_000_000
    read: int | None = 64 * 1024 * MIB
    """Bytes of all members together."""

    depth: int = 8
    """Containers within containers."""

    nested: int = 256 * MIB
    """A container within a container is held in memory: larger ones are hashed and not opened."""


OTHER = Caps()
GIVEN = Caps(members=None, read=None)
"""For an archive that was given to `suluh add` itself: the extraction as it was handed over."""
