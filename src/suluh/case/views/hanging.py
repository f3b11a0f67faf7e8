# SPDX-License-Identifier: Apache-2.0
"""Which deals hang on an account, a conversation, or a link of two of them."""

from collections import defaultdict
from collections.abc import Mapping

from suluh.case.case import Case
from suluh.case.views.records import joined_talks
from suluh.model.people import ONE_CONVERSATION, Link
from suluh.model.talk import Message
from suluh.model.trade import Deal, Payment

Hanging = Mapping[str, frozenset[str]]
"""The deals in which each account takes part, as seller, buyer, payer or beneficiary; of conversations that may be one
the deals that rest on their messages."""


def hanging_of(case: Case) -> Hanging:
    """The deals of each account, and of each conversation that may be one with another."""
    kinds, form = (Deal, Payment, Link), dict[str, frozenset[str]]
    return case.kept.lasting(case.rows, "waiting hanging", kinds, form, lambda: _hanging(case))


def on_link(case: Case, link: Link) -> frozenset[str]:
    """The deals that hang on a link, whether it waits or was decided."""
    return hanging_on(link, hanging_of(case))


def hanging_on(link: Link, hanging: Hanging) -> frozenset[str]:
    """Those of that of its two sides which has fewer."""
    return min((hanging.get(side, frozenset()) for side in (link.left, link.right)), key=len)


def _hanging(case: Case) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    of_payment: dict[str, set[str]] = defaultdict(set)
    for deal in case.nouns(Deal):
        for side in filter(None, (deal.seller, deal.buyer)):
            found[side].add(deal.id)
        for payment in deal.payments:
            of_payment[payment].add(deal.id)
    for line in case.rows.by_column(Payment, "id", of_payment):
        for side in filter(None, (line.payer, line.beneficiary)):
            found[side] |= of_payment[line.id]
    for name, deals in _on_talks(case).items():
        found[name] |= deals
    return {name: frozenset(deals) for name, deals in found.items()}


def _on_talks(case: Case) -> dict[str, set[str]]:
    """The deals that rest on messages of each conversation that may be one with another."""
    links = [one for one in case.nouns(Link) if one.rule == ONE_CONVERSATION]
    names = {name for one in links for name in (one.left, one.right)}
    if not names:
        return {}
    of_message: dict[str, set[str]] = defaultdict(set)
    for deal in case.nouns(Deal):
        for message in deal.messages:
            of_message[message].add(deal.id)
    first = {name: joint.members[0] for joint in joined_talks(case) for name in joint.members}
    of_talk: dict[str, set[str]] = defaultdict(set)
    for one in case.rows.by_column(Message, "id", of_message):
        of_talk[first.get(one.conversation, one.conversation)] |= of_message[one.id]
    return {name: of_talk[first.get(name, name)] for name in names}
