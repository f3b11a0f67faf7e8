# SPDX-License-Identifier: Apache-2.0
"""Which messages and booked lines a reason of a deal rests on, so that a court finds each where it stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec.structs import replace

from suluh.deals.money.matched import Paid
from suluh.deals.told import Told, said_in
from suluh.deals.words.signals import Signal
from suluh.model.trade import Term


def _sent(told: Told) -> Iterable[Signal]:
    return told.handed.deliveries or told.handed.access


def _accounts(told: Told) -> Iterable[Signal]:
    """What the seller said of where to pay."""
    said = (*told.episode.openings, *told.episode.others)
    return (one for one in said if one.side == told.episode.seller and one.named.accounts)


def _prices(told: Told) -> Iterable[Signal]:
    """What was offered and ordered: there the prices stand."""
    return told.episode.openings


SAID: Mapping[str, Callable[[Told], Iterable[Signal]]] = {
    "offer": lambda told: told.episode.offers,
    "order": lambda told: told.episode.orders,
    "said-paid": lambda told: told.handed.claims,
    "sent": lambda told: told.handed.deliveries,
    "access": lambda told: told.handed.access,
    "returned": lambda told: told.handed.returned,
    "claim": lambda told: told.handed.claims,
    "account-named": _accounts,
    "then-sent": _sent,
    "same-amount": _prices,
    "told-amount": _prices,
    "unique-digits": _prices,
    "fee": _prices,
    "times": _prices,
    "another-price": _prices,
    "taught-words": lambda told: (one for one in said_in(told) if one.taught),
}
"""By rule: the messages that bear it, beside those that a sign of the payment names itself and the booked lines."""


def resting(terms: Iterable[Term], told: Told, paid: Paid | None) -> Iterator[Term]:
    """Each reason with the ids of what it rests on; one that compares the whole with other cases rests on none."""
    lines = tuple(name for line in paid.lines for name in line.payments) if paid else ()
    of_lines = {term.rule for term in paid.pair.terms} if paid else set[str]()
    for term in terms:
        said = SAID[term.rule](told) if term.rule in SAID else ()
        names = dict.fromkeys((*term.rests, *(one.message for one in said)))
        yield replace(term, rests=(*names, *(lines if term.rule in of_lines else ())))
