# SPDX-License-Identifier: Apache-2.0
"""What does not leave with a package, and why: nothing is left out without a count."""

from collections.abc import Iterator

from suluh.model.trade import Deal
from suluh.referral.dossier import WithheldLine
from suluh.referral.says.choice import WITHHELD, Choice


def withheld(choice: Choice) -> Iterator[WithheldLine]:
    """Counts that are not zero."""
    return (WithheldLine(what=what, why=why, count=size) for what, why, size in _all(choice) if size)


def _all(choice: Choice) -> Iterator[tuple[str, str, int]]:
    tables, rows = choice.to.tables, choice.to.rows
    named = _named(choice.all_deals) | (choice.found.person if rows == "person" else set())
    guarded = named & choice.found.protected
    yield "accounts", "protected", len(guarded)
    is_named = "accounts" in tables
    others = named - guarded - (choice.codes.keys() if is_named else set())
    yield "accounts", rows if is_named else "recipient", len(others)
    is_told = "deals" in tables
    left = len(choice.all_deals) - (len(choice.deals) if is_told else 0)
    yield "deals", rows if is_told else "recipient", left
    why = "other-deals" if choice.to.hashes == "own" else "recipient"
    yield "contents", why, len(choice.known) - len(choice.listed)
    yield "contents", "not-listed", len(choice.held) - len(choice.known)
    yield "files", "scope", sum(one.state in WITHHELD for one in choice.found.standings)


def _named(deals: list[Deal]) -> set[str]:
    return {name for one in deals for name in (one.seller, one.buyer) if name is not None}
