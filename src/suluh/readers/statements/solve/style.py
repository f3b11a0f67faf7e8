# SPDX-License-Identifier: Apache-2.0
"""Which sign stands before the fraction: decided once for a whole file, by all that can be read at all."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from suluh.readers.statements.amounts import STYLES, Style, read

Number = tuple[str, str]
"""A number as written, and its currency."""


class Choice(NamedTuple):
    """A style, and what decided it."""

    style: Style
    decided: bool
    by: str


def choose(numbers: Iterable[Number], fixed: Style | None, adds_up: Callable[[Style], bool]) -> Choice:
    """The style under which the most numbers of a file can be read; where several are, the one that adds up.

    A profile's own style counts only where the numbers leave it open: a form may have been saved by another program.
    """
    seen = Counter(numbers)
    values = {style: {one: read(one[0], style, one[1]) for one in seen} for style in STYLES}
    failed = {style: sum(seen[one] for one, value in values[style].items() if value is None) for style in STYLES}
    left = [style for style in STYLES if failed[style] == min(failed.values())]
    if len(left) == 1:
        return Choice(left[0], decided=True, by="the form of the numbers")
    if values[left[0]] == values[left[1]]:
        return Choice(fixed or left[0], decided=True, by="every number, which reads the same either way")
    proved = [style for style in left if adds_up(style)]
    if len(proved) == 1:
        return Choice(proved[0], decided=True, by="the running balance")
    return Choice(fixed or left[0], decided=fixed is not None, by="the profile" if fixed else "nothing")
