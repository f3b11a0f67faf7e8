# SPDX-License-Identifier: Apache-2.0
"""Whoever paid for a deal may have paid for other things as well: their other booked lines speak against it, unweighed.

1. Of the same payer, on the same statement and to the same known account, a line counts that no deal holds, and one
   whose text speaks of another purpose, whatever deal holds it.
2. A line of the deal itself is none; what is known of a payer by a name alone is said of that name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from msgspec.structs import replace

from suluh.deals.doubts import NAMED
from suluh.deals.facts.ledger import Line
from suluh.deals.stamps import paid_on
from suluh.deals.words.purpose import purposes
from suluh.model.trade import Deal, Term

RULE = "payer-otherwise"

_Key = tuple[str, bool, str, str | None]


def otherwise(deals: Sequence[Deal], booked: Iterable[Line]) -> Iterator[Deal]:
    """The same deals, each with what its payer paid for otherwise."""
    of_payer, line_of = defaultdict[_Key, list[Line]](list), dict[str, Line]()
    tied = {name for one in deals for name in one.payments}
    for line in booked:
        line_of |= dict.fromkeys(line.payments, line)
        if (key := _key(line)) and (tied.isdisjoint(line.payments) or purposes(line.payment)):
            of_payer[key].append(line)
    for deal in deals:
        own = {its.payments: its for name in deal.payments if (its := line_of.get(name))}
        keys = {key: None for its in own.values() if (key := _key(its))}
        size = sum(len(of_payer[key]) for key in keys)
        size -= sum(bool((key := _key(its)) and purposes(its.payment)) for its in own.values())
        if size:
            lines = chain.from_iterable(of_payer[key] for key in keys)
            first = list(islice((one for one in lines if one.payments not in own), NAMED))
            yield replace(deal, reasons_against=(*deal.reasons_against, _term(first, size, tied)))
        else:
            yield deal


def _key(line: Line) -> _Key | None:
    return (line.ledger, line.incoming, line.payer_key, line.payee) if line.payer_key and line.payee else None


def _term(named: Sequence[Line], size: int, tied: set[str]) -> Term:
    """The doubt, with the first few of so many lines."""
    more, more_id = (f", and {size - NAMED} more", f", dan {size - NAMED} lagi") if size > NAMED else ("", "")
    first = [(one, *_says(one, is_tied=not tied.isdisjoint(one.payments))) for one in named]
    which = ", ".join(f"{one.payment.id} of {paid_on(one)} ({says})" for one, says, _ in first) + more
    which_id = ", ".join(f"{one.payment.id} pada {paid_on(one)} ({says})" for one, _, says in first) + more_id
    number = "another booked line" if size == 1 else f"{size} other booked lines"
    who, who_id = f"Who paid has {number}", f"Pembayar ini memiliki {size} baris lain"
    if any(one.payer is None for one in named):
        who = f"The payer is known by a printed name alone, and the same name stands on {number}"
        who_id = f"Pembayar hanya dikenal dari nama yang tercetak, yang juga tercetak pada {size} baris lain"
    return Term(
        rule=RULE,
        score=0,
        text=f"{who} to the same account on this statement that may be for something else: {which}. So "
        "a payment of this payer need not be for this deal.",
        text_id=f"{who_id} ke akun yang sama di rekening koran ini yang mungkin untuk "
        f"hal lain: {which_id}. Jadi pembayaran dari pembayar ini belum tentu untuk rangkaian ini.",
    )


def _says(line: Line, *, is_tied: bool) -> tuple[str, str]:
    """Why a line may be for something else."""
    words = ", ".join(f"“{one}”" for one in purposes(line.payment))
    parts = [] if is_tied else [("in no deal", "tidak dalam rangkaian mana pun")]
    if words:
        parts.append((f"its text speaks of another purpose: {words}", f"teksnya menyebut tujuan lain: {words}"))
    return "; ".join(one for one, _ in parts), "; ".join(one for _, one in parts)
