# SPDX-License-Identifier: Apache-2.0
"""Which sign parts the cells of a text: the one under which a heading stands there."""

from collections.abc import Sequence

from suluh.readers.statements.heads.arithmetic import roles
from suluh.readers.statements.heads.heading import WITHIN, by_words, candidates, known
from suluh.readers.statements.heads.lexicon import role_of
from suluh.readers.statements.heads.unnamed import by_content
from suluh.readers.statements.profile import Profile
from suluh.readers.statements.text import DELIMITERS, Text, grid_of

_PROVED = 3
"""What balances that follow are worth, in headings whose words are known."""


def delimiter_of(text: Text, profiles: Sequence[Profile]) -> str | None:
    """The sign between cells; null where no heading of a statement stands under any."""
    head = Text(text.lines[: 2 * WITHIN], text.whole)
    best: tuple[int, str] | None = None
    for delimiter in dict.fromkeys((*DELIMITERS, *(sign for one in profiles for sign in one.delimiters))):
        if not any(delimiter in line for line in head.lines):
            continue
        grid = grid_of(head, delimiter)
        tried = candidates(grid)
        if any(known(tried, one) for one in profiles if delimiter in one.delimiters):
            return delimiter
        heading = by_words(tried) or by_content(grid)
        worth = 1 + sum(role_of(name) is not None for name in heading.names) if heading else 0
        if heading and worth == 1 and roles(grid, heading):
            worth = _PROVED
        if worth and (best is None or worth > best[0]):
            best = worth, delimiter
    return best[1] if best else None
