# SPDX-License-Identifier: Apache-2.0
"""Whence an officer's passphrase comes, and how long it stays: the environment keeps none once the key is open."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

import typer

from suluh.model.errors import Misuse, WrongPassphrase

VARIABLE, FILE = "SULUH_PASSPHRASE", "SULUH_PASSPHRASE_FILE"
OTHER = "SULUH_OTHER_PASSPHRASE"
"""That of a second officer who acts beside the first."""


class Phrase(NamedTuple):
    """A passphrase, and whence it came; null where it was typed."""

    words: str
    whence: str | None = None


def old_phrase(code: str, *, new: bool = False) -> Phrase | None:
    """The passphrase of the acting officer: SULUH_PASSPHRASE, else the file it names, else asked for at a terminal."""
    return _given() or _asked(code, new=new)


def other_phrase(code: str) -> Phrase | None:
    """The passphrase of a second officer: asked for at a terminal, else SULUH_OTHER_PASSPHRASE; never the first one's.

    Raises `WrongPassphrase` where neither is there.
    """
    words = os.environ.pop(OTHER, None)
    found = _asked(code, new=False) or (None if words is None else Phrase(words, OTHER))
    if found is None:
        raise WrongPassphrase(f"{code} needs a passphrase of their own: type it at a terminal, or set {OTHER}")
    return found


def new_phrase(code: str) -> Phrase:
    """A passphrase for a new key: asked for at a terminal, for what is set there may be another officer's.

    Raises `WrongPassphrase` where there is no terminal and nothing is set.
    """
    found = _asked(code, new=True) or _given()
    if found is None:
        raise WrongPassphrase(f"{code} needs a passphrase: set {VARIABLE} or {FILE}")
    return found


def forget() -> None:
    """Take the passphrase out of the environment: nothing that is started from here on is told it."""
    os.environ.pop(VARIABLE, None)


def _given() -> Phrase | None:
    words, file = os.environ.get(VARIABLE), os.environ.get(FILE)
    if words is not None:
        return Phrase(words, VARIABLE)
    return None if file is None else Phrase(_first_words(Path(file)), f"{file}, which {FILE} names")


def _asked(code: str, *, new: bool) -> Phrase | None:
    """What is typed at a terminal; null where there is none."""
    if not sys.stdin.isatty():
        return None
    what = f"New passphrase of {code}" if new else f"Passphrase of {code}"
    return Phrase(str(typer.prompt(what, hide_input=True, confirmation_prompt=new, err=True)))


def _first_words(file: Path) -> str:
    """The passphrase that a file holds. Raises `Misuse`."""
    try:
        return file.expanduser().read_text("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        raise Misuse(
            f"{FILE} names {file}, which cannot be read ({why}): write the passphrase into that file"
        ) from error
