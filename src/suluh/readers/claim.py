# SPDX-License-Identifier: Apache-2.0
"""Who reads a file: exactly one reader, or nobody."""

from suluh import plugins
from suluh.model.errors import TwoClaims
from suluh.model.evidence.source import Source
from suluh.readers.reader import Reader


def claimants(source: Source) -> tuple[tuple[Reader, str], ...]:
    """Every reader that claims a file, with its reason, sorted by name."""
    readers = [kind() for kind in plugins.find("suluh.readers", Reader)]
    claims = [(reader, reader.claims(source)) for reader in readers]
    return tuple((reader, reason) for reader, reason in claims if reason is not None)


def the_reader(source: Source) -> Reader | None:
    """The one reader that claims a file, or null. Raises `TwoClaims` naming both."""
    found = claimants(source)
    if len(found) > 1:
        said = "; ".join(f"{reader.name} says: {reason}" for reader, reason in found)
        raise TwoClaims(
            f"{source.exhibit} {source.path} is claimed by more than one reader ({said}): make one stricter"
        )
    return found[0][0] if found else None


def why_not(source: Source) -> str:
    """Why a file that no reader claims is not read: what the reader of its kind says, by name the first."""
    said = (kind().refuses(source) for kind in plugins.find("suluh.readers", Reader))
    return next((reason for reason in said if reason is not None), "no reader claims this format")
