# SPDX-License-Identifier: Apache-2.0
"""What can be said beforehand of a statement whose layout no profile knows: its bank, by the words that it states."""

import re
from itertools import pairwise

from suluh.model.trade import UNKNOWN_LAYOUT
from suluh.readers.statements.grid import Grid
from suluh.readers.statements.heads.country import currency_of
from suluh.readers.statements.heads.heading import Heading
from suluh.readers.statements.profile import Columns, Dates, Profile, Sign
from suluh.readers.statements.sides.names import SERVICES, WALLETS

_ABOVE = 30
_SHOP = re.compile(r"\bMDR\b|merchant discount", re.IGNORECASE)
"""A fee that is taken of what a shop's customers paid: all its rows are money that came in."""

_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)?")


def unknown_profile(grid: Grid, heading: Heading, path: str) -> Profile:
    """A profile that knows nothing but the bank: the one that the lines above the table name, else the file's path."""
    above = " ".join(row.raw for row in grid.rows[: min(heading.first, _ABOVE)])
    service = _named(above) or _named(f"{path} {grid.name}") or "account"
    is_wallet = service in WALLETS.values()
    is_shop = any(_SHOP.search(name) for name in heading.names)
    return Profile(
        name=UNKNOWN_LAYOUT,
        service="qris" if is_shop and service == "account" else service,
        describes="a table that no profile knows, read because its amounts and balances follow from each other",
        header=tuple(name for name in heading.names if name),
        columns=Columns(date=""),
        dates=Dates(formats=()),
        currency=currency_of(grid, heading, service),
        sign=Sign(always="in") if is_shop else Sign(),
        channel="e-wallet" if is_wallet or is_shop else "bank",
        account_is="phone" if is_wallet else "code" if is_shop else "number",
        party_is="phone" if is_wallet else "number",
    )


def _named(text: str) -> str | None:
    """The bank or wallet that a text names, where it names one alone."""
    named = {service for service in map(_service, _titles(text)) if service}
    return named.pop() if len(named) == 1 else None


def _titles(above: str) -> list[str]:
    """Single words and pairs of words."""
    words = _WORDS.findall(above.upper())
    return [*words, *(f"{one} {two}" for one, two in pairwise(words))]


def _service(words: str) -> str | None:
    """A bank or wallet; ``DANA`` alone is also the word for money."""
    return None if words == "DANA" else SERVICES.get(words)
