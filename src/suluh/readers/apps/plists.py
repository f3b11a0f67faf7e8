# SPDX-License-Identifier: Apache-2.0
"""Property lists of Apple, as XML or in binary form."""

import plistlib
from xml.parsers.expat import ExpatError


class BrokenPlist(ValueError):
    """It breaks off, or is none."""


def loaded(raw: bytes) -> object:
    """What a property list holds. Raises `BrokenPlist`, whatever the library stumbles over."""
    try:
        return plistlib.loads(raw)
    except (ExpatError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise BrokenPlist(str(error).partition(":")[0] or "it is broken") from error
