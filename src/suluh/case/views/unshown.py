# SPDX-License-Identifier: Apache-2.0
"""The list of buyers whose own side no reply shows, and why not."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Literal

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.registers.letters import plain
from suluh.case.registers.replies import replies_of
from suluh.case.views.hiding import hide
from suluh.case.views.view import Keys, Row, View
from suluh.model.dossier.papers import Letter, Reply
from suluh.model.people import Person
from suluh.model.trade import Deal, Statement

TALK = frozenset({"whatsapp", "telegram", "x", "line", "signal", "facebook", "instagram", "sms", "imessage"})
"""Services on which nobody books anything."""

Why = Literal["no-account", "not-asked", "waiting", "refused", "not-in-reply"]


class Unshown(View):
    """Buyers of deals of whose own accounts no statement lies in the case: their side is not to be seen."""

    name = "unshown"
    nouns = (Deal, Person, Statement, Letter, Reply)
    fields = ("id", "accounts", "deals", "why", "letters")
    private = hide(id="id", accounts="account")
    accounts = ("accounts",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every such buyer, by the number of deals."""
        shown = {plain(one.account) for one in case.nouns(Statement) if one.account}
        persons = {account: one for one in case.nouns(Person) for account in one.accounts}
        deals: dict[tuple[str, ...], int] = defaultdict(int)
        for deal in case.nouns(Deal):
            if deal.buyer and deal.state not in ("offered", "cancelled") and deal.judgement != "rejected":
                person = persons.get(deal.buyer)
                deals[(deal.buyer,) if person is None else person.accounts] += 1
        letters = _letters(case)
        ids = Keys(case, "buyer")
        made = [
            _row(ids.of(accounts[0]), accounts, size, letters)
            for accounts, size in deals.items()
            if shown.isdisjoint(map(plain, _booked(accounts)))
        ]
        return iter(sorted(made, key=lambda row: (-int(str(row["deals"])), str(row["id"]))))


def _booked(accounts: tuple[str, ...]) -> list[str]:
    """Those on which money is booked, and that a letter could ask for: known by more than a name."""
    return [one for one in accounts if one.partition(":")[0] not in TALK and ":name/" not in one]


def _letters(case: Case) -> Mapping[str, list[tuple[str, Why]]]:
    """The letters that asked for each account, with what came of them."""
    replies = replies_of(case)
    found: dict[str, list[tuple[str, Why]]] = defaultdict(list)
    for one in typed(case.rows, Letter):
        given = replies.get(one.code, [])
        is_refused = bool(given) and all(each.reply.refused for each in given)
        why: Why = "refused" if is_refused else "not-in-reply" if given else "waiting"
        for account in one.accounts:
            found[plain(account)].append((one.code, why))
    return found


def _row(name: str, accounts: tuple[str, ...], deals: int, letters: Mapping[str, list[tuple[str, Why]]]) -> Row:
    booked = _booked(accounts)
    asked = [one for account in booked for one in letters.get(plain(account), [])]
    why: Why = "no-account" if not booked else asked[0][1] if asked else "not-asked"
    return {
        "id": name,
        "accounts": list(accounts),
        "deals": deals,
        "why": why,
        "letters": sorted({code for code, _ in asked}),
    }
