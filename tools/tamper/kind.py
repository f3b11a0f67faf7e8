# SPDX-License-Identifier: Apache-2.0
"""One kind of change: how many of it there are, and what becomes of each."""

import random
from collections.abc import Callable
from typing import NamedTuple

from tools.tamper.bed import Bed

from suluh.model.errors import BrokenCustody, CaseIsNewer

FOUND = "found and named"
NONE = "without effect"
MISSED = "MISSED"
SEED = 20261130


class Kind(NamedTuple):
    """A kind of change to what a bed holds."""

    name: str
    total: Callable[[Bed], int]
    """How many there are; of drawn ones, how many are drawn."""

    tried: Callable[[Bed, int], str]
    """What became of one of them: found, without effect, or missed and how."""


def chance_of(name: str, number: int) -> random.Random:
    """The dice of one change: the same whenever it is drawn."""
    return random.Random(f"{SEED}/{name}/{number}")  # noqa: S311 # a seed makes it run again


def said(check: Callable[[], object]) -> BrokenCustody | None:
    """What a verifier says, or null where all holds."""
    try:
        check()
    except BrokenCustody as error:
        return error
    except CaseIsNewer as error:  # a changed number of the schema's version
        return BrokenCustody(str(error), rule=1, where="case.db")
    return None


def missed(why: object) -> str:
    """A verdict that nobody wants to read."""
    return f"{MISSED}: {why}"


def named(error: BrokenCustody | None, *wanted: str) -> str:
    """Found, where one of these is what the verifier names."""
    if error is None:
        return missed("nothing was found")
    return FOUND if error.where in wanted else missed(f"named {error.where!r}, and not {' or '.join(wanted)}")
