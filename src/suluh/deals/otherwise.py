# SPDX-License-Identifier: Apache-2.0
"""Whoever paid for a deal may have paid for other things as well: their other booked lines speak against it, unweighed.

1. Of the same payer, on the same statement and to the same account, a line counts that no deal holds, and one whose
   text speaks of another purpose, whatever deal holds it.
2. A line of the deal itself is none; what is known of a payer by a name alone is said of that name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

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
    for line in booked:
        line_of |= dict.fromkeys(line.payments, line)
        if key := _key(line):
            of_payer[key].append(line)
    tied = {name for one in deals for name in one.payments}
    for deal in deals:
        keys = {key: None for name in deal.payments if (its := line_of.get(name)) and (key := _key(its))}
        found = [
            one
            for key in keys
            for one in of_payer[key]
            if set(deal.payments).isdisjoint(one.payments) and (tied.isdisjoint(one.payments) or purposes(one.payment))
        ]
        yield replace(deal, reasons_against=(*deal.reasons_against, _term(found, tied))) if found else deal


def _key(line: Line) -> _Key | None:
    return (line.ledger, line.incoming, line.payer_key, line.payee) if line.payer_key else None


def _term(found: Sequence[Line], tied: set[str]) -> Term:
    size = len(found)
    more, more_id = (f", and {size - NAMED} more", f", dan {size - NAMED} lagi") if size > NAMED else ("", "")
    first = [(one, *_says(one, is_tied=not tied.isdisjoint(one.payments))) for one in found[:NAMED]]
    which = ", ".join(f"{one.payment.id} of {paid_on(one)} ({says})" for one, says, _ in first) + more
    which_id = ", ".join(f"{one.payment.id} pada {paid_on(one)} ({says})" for one, _, says in first) + more_id
    number = "another booked line" if size == 1 else f"{size} other booked lines"
    return Term(
        rule=RULE,
        score=0,
        text=f"Who paid has {number} to the same account on this statement that may be for something else: {which}. So "
        "a payment of this payer need not be for this deal.",
        text_id=f"Pembayar ini memiliki {size} baris lain ke akun yang sama di rekening koran ini yang mungkin untuk "
        f"hal lain: {which_id}. Jadi pembayaran dari pembayar ini belum tentu untuk rangkaian ini.",
    )


def _says(line: Line, *, is_tied: bool) -> tuple[str, str]:
    """Why a line may be for something else."""
    words = ", ".join(f"“{one}”" for one in purposes(line.payment))
    parts = [] if is_tied else [("in no deal", "tidak dalam rangkaian mana pun")]
    if words:
        parts.append((f"its text speaks of another purpose: {words}", f"teksnya menyebut tujuan lain: {words}"))
    return "; ".join(one for one, _ in parts), "; ".join(one for _, one in parts)
