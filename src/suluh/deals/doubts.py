# SPDX-License-Identifier: Apache-2.0
"""What speaks against the payment of a deal beside its own signs: other payments, chance, another purpose."""

from collections.abc import Iterator

from suluh.deals.facts.ledger import Line
from suluh.deals.money.matched import Paid
from suluh.deals.stamps import paid_on
from suluh.deals.words.purpose import purposes
from suluh.model.trade import Term

_MANY_CHANCES = 200_000
"""A coincidence that more than a fifth of such stretches hold is said as a reason against."""

NAMED = 5
"""So many other payments that fit are named one by one: what a reader compares in a minute."""


def doubts(paid: Paid) -> Iterator[Term]:
    """Each doubt with its sentence."""
    yield from _other_purpose(paid)
    if paid.equal:
        yield _equal(paid.equal.line)
    if paid.others:
        yield _others(paid)
    if paid.chance.share > _MANY_CHANCES:
        share = f"{paid.chance.share / 10_000:.0f}"
        text = f"{share} in 100 stretches of this ledger of such a length hold another payment of this sum anyway."
        text_id = f"{share} dari 100 rentang sepanjang ini dalam mutasi ini memuat pembayaran lain berjumlah sama."
        yield Term(rule="chance-match", score=-paid.chance.share // 2, text=text, text_id=text_id)


def _other_purpose(paid: Paid) -> Iterator[Term]:
    """What the texts of the booked lines say they were for, where it is something of everyday life: not weighed."""
    written = {name: line.payments for line in paid.lines for name in purposes(line.payment)}
    if written:
        words = ", ".join(f"“{one}”" for one in written)
        yield Term(
            rule="other-purpose",
            score=0,
            text=f"The text of the booked line speaks of another purpose: {words}.",
            text_id=f"Teks baris rekening menyebut tujuan lain: {words}.",
            rests=tuple(dict.fromkeys(name for names in written.values() for name in names)),
        )


def _others(paid: Paid) -> Term:
    """The doubt that other payments raise which may be of the same offer, with which they are."""
    size = len(paid.others)
    number = "One other payment" if size == 1 else f"{size} other payments"
    first = paid.others[:NAMED]
    more, more_id = (f", and {size - NAMED} more", f", dan {size - NAMED} lagi") if size > NAMED else ("", "")
    which = ", ".join(f"{one.payment.id} of {paid_on(one)}" for one in first) + more
    which_id = ", ".join(f"{one.payment.id} pada {paid_on(one)}" for one in first) + more_id
    return Term(
        rule="rivals",
        score=-min(500_000, 100_000 * size),
        text=f"{number} may be of this offer too, whether it fits better or worse, of any sum, from its first message "
        f"to seven days after its last: {which}.",
        text_id=f"{size} pembayaran lain juga mungkin milik penawaran ini, entah lebih cocok atau kurang cocok, berapa "
        f"pun jumlahnya, dari pesan pertamanya sampai tujuh hari setelah pesan terakhirnya: {which_id}.",
    )


def _equal(rival: Line) -> Term:
    """The doubt that another payment of the same amount raises where only a name decides."""
    day, name = paid_on(rival), rival.payment.id
    return Term(
        rule="equal-rival",
        score=-700_000,
        text=f"Payment {name} of {day}, of the same amount to the same account, fits this offer as well: only a name "
        "that payer and buyer share speaks for the one given here.",
        text_id=f"Pembayaran {name} pada {day}, dengan jumlah yang sama ke akun yang sama, juga cocok dengan "
        "penawaran ini: hanya kesamaan nama pembayar dan pembeli yang mendukung pembayaran yang disebut di sini.",
    )
