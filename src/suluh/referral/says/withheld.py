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
    others = len(named - guarded - choice.codes.keys())
    yield "accounts", rows if rows != "all" and "accounts" in tables else "recipient", 0 if _has_all(choice) else others
    is_told = "deals" in tables
    left = len(choice.all_deals) - (len(choice.deals) if is_told else 0)
    yield "deals", rows if is_told else "recipient", left
    why = "other-deals" if choice.to.hashes == "own" else "recipient"
    yield "contents", why, len(choice.known) - len(choice.listed)
    yield "contents", "not-listed", len(choice.held) - len(choice.known)
    yield "files", "scope", sum(one.state in WITHHELD for one in choice.found.standings)


def _has_all(choice: Choice) -> bool:
    """Whether every account that may stand has a row."""
    return choice.to.rows == "all" and "accounts" in choice.to.tables


def _named(deals: list[Deal]) -> set[str]:
    return {name for one in deals for name in (one.seller, one.buyer) if name is not None}
