# SPDX-License-Identifier: Apache-2.0
"""What speaks against the payment of a deal beside its own signs: other payments, chance, another purpose."""

from collections.abc import Iterable, Iterator, Sequence

from suluh.deals.facts.ledger import Line
from suluh.deals.money.matched import Paid
from suluh.deals.stamps import paid_on
from suluh.deals.told import Told, said_in
from suluh.deals.words.purpose import purposes
from suluh.model.trade import Term

_MANY_CHANCES = 200_000
"""A coincidence that more than a fifth of such stretches hold is said as a reason against."""

NAMED = 5
"""So many other payments that fit are named one by one: what a reader compares in a minute."""


def doubts(told: Told, paid: Paid) -> Iterator[Term]:
    """Each doubt with its sentence."""
    yield from _other_purpose(paid)
    if paid.equal:
        yield _equal(paid.equal.line)
    rival = paid.equal.line.payment.id if paid.equal else None
    if near := [one for one in paid.near if one.payment.id != rival]:
        yield _near(told, paid, near)
    if paid.elsewhere:
        yield _elsewhere(told, paid)
    if paid.others:
        yield _others(paid)
    if paid.named:
        yield _named(told, paid)
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
    which, which_id = some(paid.others)
    return Term(
        rule="rivals",
        score=-min(500_000, 100_000 * size),
        text=f"{number} may be of this offer too, whether it fits better or worse, of any sum, from its first message "
        f"to seven days after its last: {which}. {_CHOSEN}",
        text_id=f"{size} pembayaran lain juga mungkin milik penawaran ini, entah lebih cocok atau kurang cocok, berapa "
        f"pun jumlahnya, dari pesan pertamanya sampai tujuh hari setelah pesan terakhirnya: {which_id}. {_CHOSEN_ID}",
    )


_CHOSEN = (
    "These are the lines that by the same signs as the one given here (who received, who paid, sum, times) weigh more "
    "than none; a line that weighs less is not among them."
)
_CHOSEN_ID = (
    "Yang disebut adalah baris yang menurut tanda yang sama (penerima, pembayar, jumlah, waktu) berbobot lebih dari "
    "tidak ada; baris yang bobotnya kurang tidak termasuk."
)


def _named(told: Told, paid: Paid) -> Term:
    """The lines of another sum that was named, which are not taken to fit."""
    size = len(paid.named)
    which, which_id = some(paid.named)
    number = "One other payment" if size == 1 else f"{size} other payments"
    is_, weigh = ("is", "weighs") if size == 1 else ("are", "weigh")
    return Term(
        rule="named-sums",
        score=0,
        text=f"{number} into the same account {is_} of another sum that this talk names, from its first message to "
        f"seven days after its last, and {weigh} too little by the signs of accounts, names and times to be held for "
        f"this deal's: {which}.",
        text_id=f"{size} pembayaran lain ke akun yang sama berjumlah seperti jumlah lain yang disebut dalam percakapan "
        "ini, dari pesan pertamanya sampai tujuh hari setelah pesan terakhirnya, dan menurut tanda akun, nama, dan "
        f"waktu terlalu ringan untuk dianggap milik rangkaian ini: {which_id}.",
        rests=_naming(told, paid.named),
    )


def _naming(told: Told, lines: Iterable[Line]) -> tuple[str, ...]:
    """The messages that name the sum of one of some lines."""
    sums = {(one.amount, one.payment.currency) for one in lines}
    return tuple(one.message for one in said_in(told) if not sums.isdisjoint(one.money()))


def some(lines: Sequence[Line]) -> tuple[str, str]:
    """Some booked lines by their ids and times, the first few of them, in English and Indonesian."""
    first, size = lines[:NAMED], len(lines)
    more, more_id = (f", and {size - NAMED} more", f", dan {size - NAMED} lagi") if size > NAMED else ("", "")
    which = ", ".join(f"{one.payment.id} of {paid_on(one)}" for one in first)
    return which + more, ", ".join(f"{one.payment.id} pada {paid_on(one)}" for one in first) + more_id


def _elsewhere(told: Told, paid: Paid) -> Term:
    """The doubt that the same sum raises which went to another account of the person at the same time."""
    size, naming = len(paid.elsewhere), _naming(told, paid.lines)
    which, which_id = some(paid.elsewhere)
    number, them = ("Another booked line", "it") if size == 1 else (f"{size} other booked lines", "them")
    exact, exact_id = (
        (
            f" That the talk names this sum, however exactly, does not tell the payment given here from {them}.",
            " Disebutnya jumlah ini dalam percakapan, setepat apa pun, tidak membedakan pembayaran di sini darinya.",
        )
        if naming
        else ("", "")
    )
    return Term(
        rule="equal-elsewhere",
        score=0,
        text=f"{number} of exactly this sum went to another account that is taken for the same person's, on the same "
        f"day or within 24 hours before or after: {which}.{exact} Where chance is counted, it is counted in the "
        "statement of the payment given here alone, and not with that of the other account.",
        text_id=f"{size} baris lain berjumlah persis sama masuk ke akun lain yang dianggap milik orang yang sama, pada "
        f"hari yang sama atau dalam 24 jam sebelum atau sesudahnya: {which_id}.{exact_id} Bila kemungkinan kebetulan "
        "dihitung, hitungannya hanya dalam rekening koran pembayaran di sini, tanpa rekening koran akun lain itu.",
        rests=(*naming, *(name for line in paid.lines for name in line.payments)),
    )


def _near(told: Told, paid: Paid, before: Sequence[Line]) -> Term:
    """The doubt that the same sum raises which came into the same account before or after, on the same day."""
    size, more, more_id = len(before), "", ""
    if size > NAMED:
        more, more_id = f", and {size - NAMED} more", f", dan {size - NAMED} lagi"
    each = [(one, *_stands(told, paid, one)) for one in before[:NAMED]]
    which = ", ".join(f"{one.payment.id} of {paid_on(one)} ({stands})" for one, stands, _ in each) + more
    which_id = ", ".join(f"{one.payment.id} pada {paid_on(one)} ({stands})" for one, _, stands in each) + more_id
    number = "Another payment" if size == 1 else f"{size} other payments"
    return Term(
        rule="equal-before",
        score=0,
        text=f"{number} of exactly this sum came into the same account on the same day, or within 24 hours before or "
        f"after: {which}. By its sum alone the payment given here does not stand out, and another reading of the talk "
        "is possible.",
        text_id=f"{size} pembayaran lain dengan jumlah yang persis sama masuk ke akun yang sama pada hari yang sama, "
        f"atau dalam 24 jam sebelum atau sesudahnya: {which_id}. Menurut jumlahnya saja, pembayaran yang disebut "
        "di sini tidak menonjol, dan percakapan itu dapat dibaca lain.",
        rests=(*_naming(told, paid.lines), *(name for line in paid.lines for name in line.payments)),
    )


def _stands(told: Told, paid: Paid, one: Line) -> tuple[str, str]:
    """Where a line stands: before the first message of a deal, its sum's naming or its payment, or after that."""
    sums = {(line.amount, line.payment.currency): line for line in paid.lines}
    line = sums.get((one.amount, one.payment.currency), paid.lines[0])
    if one.at is None or line.at is None or one.at == line.at:
        return _NOT_KNOWN
    money, said = (line.amount, line.payment.currency), [each for each in said_in(told) if each.at]
    first = min((each.at for each in said if each.at), default=line.at)
    named = min((each.at for each in said if each.at and money in each.money()), default=None)
    if one.at < first:
        return "before the first message of this deal", "sebelum pesan pertama rangkaian ini"
    if one.at > line.at:
        return "after this payment", "sesudah pembayaran ini"
    if named is not None and one.at < named:
        return "before this sum was named in the talk", "sebelum jumlah ini disebut dalam percakapan"
    return "before this payment", "sebelum pembayaran ini"


_NOT_KNOWN = "which came first is not known", "mana yang lebih dahulu tidak diketahui"


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
