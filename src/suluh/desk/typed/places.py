# SPDX-License-Identifier: Apache-2.0
"""Paths on this machine as officers type them: whole, for the desk stands in no folder of theirs."""

from pathlib import Path

from suluh.desk.words import N_

ABSOLUTE = N_("Write the whole path on this machine, beginning with /.")
TAKEN = N_("Something lies there already: name a new file.")
MISSING = N_("Nothing lies there.")


def is_absolute(text: str) -> bool:
    """Whether a text is a whole path on one line."""
    return text.isprintable() and Path(text).is_absolute()


def lies(text: str) -> bool:
    """Whether anything lies there that this machine lets the desk see; what can be no path is nothing."""
    try:
        return Path(text).exists()
    except OSError:  # a name that is too long, or a folder that is shut
        return False


def is_file(text: str) -> bool:
    """Whether a file lies there."""
    return lies(text) and Path(text).is_file()
