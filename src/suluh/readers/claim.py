# SPDX-License-Identifier: Apache-2.0
"""Who reads a file: exactly one reader, or nobody; of one database those whose tables stand in it."""

from suluh import plugins
from suluh.model.errors import TwoClaims
from suluh.model.evidence.source import Source
from suluh.readers.reader import Reader


def claimants(source: Source) -> tuple[tuple[Reader, str], ...]:
    """Every reader that claims a file, with its reason, sorted by name."""
    readers = [kind() for kind in plugins.find("suluh.readers", Reader)]
    claims = [(reader, reader.claims(source)) for reader in readers]
    return tuple((reader, reason) for reader, reason in claims if reason is not None)


def the_readers(source: Source) -> tuple[Reader, ...]:
    """The reader that claims a file; of a database each whose tables stand in it. Raises `TwoClaims` for other files.

    Programs that merge or restore put the tables of two databases into one, and what each reader takes is its own.
    """
    found = claimants(source)
    if len(found) > 1 and not source.tables:
        said = "; ".join(f"{reader.name} says: {reason}" for reader, reason in found)
        raise TwoClaims(
            f"{source.exhibit} {source.path} is of two formats at once, so it was not read ({said}): "
            "see which it is, and tell the maintainers of this program"
        )
    return tuple(reader for reader, _ in found)


def refused(source: Source) -> str | None:
    """Why a file that no reader claims is not read, as the reader of its kind says it, by name the first; or null."""
    said = (kind().refuses(source) for kind in plugins.find("suluh.readers", Reader))
    return next((reason for reason in said if reason is not None), None)
