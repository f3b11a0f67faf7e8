# SPDX-License-Identifier: Apache-2.0
"""The known figures of this version: measured before it left, each with the command that measures it again."""

import hashlib
from importlib.resources import files

import msgspec
from msgspec import Struct

NAME = "validation.json"
REPORTED = "-"
"""The goal of a figure that is only reported."""


class Both(Struct, frozen=True):
    """The same words in Indonesian and in English."""

    id: str
    en: str


class Known(Struct, frozen=True, kw_only=True):
    """How well one function did on one set."""

    name: str
    function: Both
    set: Both
    """What it was measured on."""

    size: int
    date: str
    figure: str
    low: str
    high: str
    """The interval that holds the true share 95 times in 100, in percent."""

    goal: str
    is_met: bool
    command: str
    """What measures it again."""

    made_up: bool
    """Measured on made-up data, not on a case."""

    others: bool = False
    """Whether that was made up by others than the project, who never saw the program."""


class Validation(Struct, frozen=True, kw_only=True):
    """All of them."""

    version: str
    rows: tuple[Known, ...]


def known() -> tuple[Known, ...]:
    """The known figures that this version ships."""
    return msgspec.json.decode(raw(), type=Validation, strict=True).rows


def digest() -> str:
    """The SHA-256 of the file."""
    return hashlib.sha256(raw()).hexdigest()


def raw() -> bytes:
    """The file as it is shipped."""
    return (files("suluh.referral.papers") / NAME).read_bytes()
