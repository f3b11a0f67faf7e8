# SPDX-License-Identifier: Apache-2.0
"""What does not leave with a package, and why: nothing is left out without a count."""

from collections.abc import Iterator

from suluh.model.trade import Deal, Offer
from suluh.referral.dossier import WithheldLine
from suluh.referral.says.choice import WITHHELD, Choice


def withheld(choice: Choice) -> Iterator[WithheldLine]:
    """Counts that are not zero."""
    return (WithheldLine(what=what, why=why, count=size) for what, why, size in _all(choice) if size)


def _all(choice: Choice) -> Iterator[tuple[str, str, int]]:
    tables, rows = choice.to.tables, choice.to.rows
    named = _named(choice.all_deals, choice.all_offers) | (choice.found.person if rows == "person" else set())
    guarded, children = choice.found.guarded, named & choice.found.children
    yield "accounts", "protected", len(children) + len(_named([*guarded.deals], [*guarded.offers]) & guarded.accounts)
    yield from _guarded(choice)
    is_named = "accounts" in tables
    others = named - children - (choice.codes.keys() if is_named else set())
    # Whoever of the package's own country or person stands in offers alone is left out with these, not with others.
    own = others & (choice.inside or frozenset()) if is_named else others
    yield "accounts", rows, len(others - own)
    yield "accounts", "recipient", len(own)
    is_told = "deals" in tables
    left = len(choice.all_deals) - (len(choice.deals) if is_told else 0)
    yield "deals", rows if is_told else "recipient", left
    yield "offers", rows if "offers" in tables else "recipient", len(choice.all_offers) - len(choice.offers)
    why = "other-deals" if choice.to.hashes == "own" else "recipient"
    yield "contents", why, len(choice.known) - len(choice.listed)
    yield "contents", "not-listed", len(choice.held) - len(choice.known)
    yield "files", "scope", sum(one.state in WITHHELD for one in choice.found.standings)


def _guarded(choice: Choice) -> Iterator[tuple[str, str, int]]:
    """What is left out whole as of accounts under guard: of the tables that this recipient gets."""
    found, own = choice.found.guarded, choice.inside or frozenset()
    yield "deals", "protected", len(found.deals)
    if "offers" in choice.to.tables:
        yield "offers", "protected", len(found.offers)
    if "links" in choice.to.tables:
        yield "links", "protected", sum(not own.isdisjoint({one.left, one.right}) for one in found.links)
        yield "decisions", "protected", sum(not own.isdisjoint({one.left, one.right}) for one in found.decisions)


def _named(deals: list[Deal], offers: list[Offer]) -> set[str]:
    parties = (name for one in deals for name in (one.seller, one.buyer))
    return {name for name in (*parties, *(one.seller for one in offers)) if name is not None}
