# SPDX-License-Identifier: Apache-2.0
"""Writes an episode, with or without its payment, as the deal that an analyst reads."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Literal

import msgspec

from suluh.deals.doubts import doubts
from suluh.deals.heard import READ_SO, spoken_terms
from suluh.deals.judge.judge import Judged
from suluh.deals.judge.kinds import Kinded
from suluh.deals.money.matched import Paid
from suluh.deals.reading.acts import NOT_YET
from suluh.deals.resting import resting
from suluh.deals.stamps import booked, first, moment, stamp
from suluh.deals.talks.episodes import DELIVER, Basis, Episode
from suluh.deals.talks.pairs import account_of
from suluh.deals.told import Told, said_in
from suluh.deals.words.rule import Kind
from suluh.model.ids import deal_id, make_id
from suluh.model.trade import Deal, Term

State = Literal["offered", "cancelled", "paid", "delivered", "paid-not-delivered", "refunded"]

DOUBTS = frozenset({READ_SO, "without-bytes", "sent-again"})
"""Reasons of the talk that weigh nothing and speak against a deal."""

AS_GOOD = 350_000
"""Another use of a payment or an episode that weighs less by no more than this is as good."""


def deal(told: Told, paid: Paid | None, ends: Mapping[str, datetime], kinded: Kinded, judged: Judged) -> Deal:
    """The deal of an episode, with or without its payment."""
    episode, handed = told.episode, told.handed
    messages = _messages(told)
    for_, against = _reasons(told, paid, kinded, judged)
    amount, currency = _amount(episode, paid, kinded.kind)
    files = tuple(dict.fromkeys(sha for one in handed.deliveries for sha in one.items if sha))
    ordered = first(one for one in episode.orders if one.side == episode.buyer)
    last, given = paid.lines[-1] if paid else None, first(handed.deliveries or handed.access)
    return Deal(
        id=deal_id(messages[0]),
        kind=kinded.kind,
        state=_state(told, paid, ends),
        tier=_tier(paid, judged),
        seller=account_of(told.talk, episode.seller, set(messages)),
        buyer=account_of(told.talk, episode.buyer, set(messages)),
        items_promised=_promised(told, paid),
        items_delivered=handed.items,
        items_distinct=len(files),
        amount_minor=amount,
        currency=currency,
        offered_at=moment(episode.opened),
        paid_at=moment(last.at) if last else None,
        delivered_at=moment(given.at) if given else None,
        payments=tuple(name for line in (*paid.lines, *paid.back) for name in line.payments) if paid else (),
        messages=messages,
        files=files,
        score=judged.share,
        chance=paid.chance.share if paid else None,
        reasons_for=for_,
        reasons_against=against,
        offered_on=stamp(first(episode.openings)),
        paid_on=booked(last),
        delivered_on=stamp(given),
        coincidence=paid.chance.parts if paid else None,
        ordered_at=moment(ordered.at) if ordered else None,
        ordered_on=stamp(ordered),
    )


def apart(deals: Iterable[Deal]) -> Iterator[Deal]:
    """Deals under ids of their own: one whose first message is another deal's as well is told apart by its number."""
    times: Counter[str] = Counter()
    for one in deals:
        number = times[one.id]
        times[one.id] += 1
        yield msgspec.structs.replace(one, id=make_id("deal", one.id, number)) if number else one


def _tier(paid: Paid | None, judged: Judged) -> Literal["recorded", "possible"]:
    """A payment makes a deal `recorded` where no other use of the two is as good and the whole is judged to be one."""
    return "recorded" if paid is not None and does_stand(paid) and judged.holds else "possible"


def does_stand(paid: Paid) -> bool:
    """Whether no other use of the episode or the payment is as good, and nothing holds it."""
    return not paid.held and paid.margin > AS_GOOD


def _state(told: Told, paid: Paid | None, ends: Mapping[str, datetime]) -> State:
    """Items that went stay the state, also where the money went back: what was handed over is in the buyer's hands.

    Where nothing went, and a part came back, the greater part says which it is.
    """
    handed = told.handed
    if handed.deliveries or handed.access:
        return "delivered"
    if paid is not None and _is_mostly_back(paid):
        return "refunded"
    if paid is None and not handed.claims:
        return "cancelled" if _is_called_off(told.episode) else "offered"
    claimed = first(handed.claims)
    at = paid.lines[-1].end if paid else claimed and claimed.at
    return "paid-not-delivered" if at is not None and _closed(told, at, ends) else "paid"


def _is_mostly_back(paid: Paid) -> bool:
    return 2 * sum(line.amount for line in paid.back) >= sum(line.amount for line in paid.lines)


def _is_called_off(episode: Episode) -> bool:
    """Whether the buyer, who had been told where to pay, spoke last of not paying."""
    said = [one for one in episode.others if one.speaks]
    return bool(episode.pay_to) and bool(said) and said[-1].side == episode.buyer and said[-1].does(NOT_YET)


def _closed(told: Told, at: datetime, ends: Mapping[str, datetime]) -> bool:
    """Whether the exhibits that hold the talk go on past the time in which items would have been sent."""
    exhibits = {one.exhibit for one in (*told.episode.openings, *told.handed.claims)}
    return any(ends[one] > at + DELIVER for one in exhibits if one in ends)


def _promised(told: Told, paid: Paid | None) -> int | None:
    """How many items were promised: by the price that was paid, by the order, or because one offer was made."""
    if paid and paid.pair.items:
        return paid.pair.items
    return told.episode.promised()


def _amount(episode: Episode, paid: Paid | None, kind: Kind) -> tuple[int | None, str | None]:
    """What was paid, or else the one price that was named; what is given or exchanged without a payment has none."""
    if paid:
        return sum(line.amount for line in paid.lines), paid.lines[0].payment.currency
    if kind in {"gift", "barter"}:
        return None, None
    prices = set() if episode.usual else {(option.minor, option.currency) for option in episode.options}
    return prices.pop() if len(prices) == 1 else (None, None)


def _messages(told: Told) -> tuple[str, ...]:
    return tuple(one.message for one in said_in(told))


def _reasons(
    told: Told, paid: Paid | None, kinded: Kinded, judged: Judged
) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """What speaks for a deal and against it: a sign of the payment stands where its sentence puts it."""
    said = (_judged_term(judged), _kind_term(kinded), *_talk_terms(told, paid))
    for_ = [one for one in said if one.score >= 0 and one.rule not in DOUBTS]
    against = [one for one in said if one.score < 0 or one.rule in DOUBTS]
    if paid is not None:
        for_.extend(paid.pair.terms("for"))
        against.extend((*paid.pair.terms("against"), *doubts(told, paid)))
    return tuple(resting(for_, told, paid)), tuple(resting(against, told, paid))


def _talk_terms(told: Told, paid: Paid | None) -> Iterator[Term]:
    for one in _BASES.get(told.talk.basis, ()):
        yield msgspec.structs.replace(one, rests=told.talk.because) if one.rule == "giver-offers" else one
    yield from _trade_term(told)
    yield from _taught_term(told)
    yield from spoken_terms(told, paid)
    yield from _sent_terms(told, paid)


def _trade_term(told: Told) -> Iterator[Term]:
    """How much its messages read as trade in digital items, on average."""
    shares = [one.trade for one in said_in(told) if one.trade is not None]
    if not shares:
        return
    number = round(100 * sum(shares) / len(shares))
    yield Term(
        rule="reads-as-trade",
        score=0,
        text=f"Its messages read as trade in digital items rather than ordinary life at {number} of 100 on average.",
        text_id="Pesan-pesannya terbaca sebagai jual beli materi digital, bukan kehidupan sehari-hari, rata-rata"
        f" {number} dari 100.",
    )


def _taught_term(told: Told) -> Iterator[Term]:
    """Which of its words are read as others because officers said so."""
    taught = sorted({pair for one in said_in(told) for pair in one.taught})
    if taught:
        english = ", ".join(f"{word!r} is read as {known!r}" for word, known in taught)
        indonesian = ", ".join(f"{word!r} dibaca sebagai {known!r}" for word, known in taught)
        yield Term(
            rule="taught-words",
            score=0,
            text=f"By decision of officers {english}.",
            text_id=f"Menurut keputusan petugas {indonesian}.",
        )


def _judged_term(judged: Judged) -> Term:
    """How often deals like this one were right."""
    number = round(judged.share / 10_000)
    return Term(
        rule="judged",
        score=0 if judged.holds else -50_000,
        text=f"By the made-up conversations of the corpus, {number} in 100 deals put together like this one are right.",
        text_id=f"Menurut percakapan rekaan dalam korpus, {number} dari 100 rangkaian yang tersusun seperti ini benar.",
    )


_KINDS: Mapping[Kind, tuple[str, str]] = {
    "sale": ("a sale", "penjualan"),
    "subscription": ("access for a time", "akses untuk jangka waktu tertentu"),
    "barter": ("an exchange", "pertukaran"),
    "gift": ("a gift", "pemberian"),
}


def _kind_term(kinded: Kinded) -> Term:
    """How often trades like this one were of its kind."""
    number, (kind, kind_id) = round(kinded.share / 10_000), _KINDS[kinded.kind]
    return Term(
        rule="kind",
        score=0,
        text=f"By the made-up conversations of the corpus, {number} in 100 deals put together like this are {kind}.",
        text_id=f"Menurut percakapan rekaan dalam korpus, {number} dari 100 rangkaian transaksi yang tersusun seperti "
        f"ini adalah {kind_id}.",
    )


_ACCESS = Term(
    rule="access",
    score=200_000,
    text="The seller sent a link or invitation, or said that access was given; nothing shows what it opens.",
    text_id="Penjual mengirim tautan atau undangan, atau mengatakan akses sudah diberikan; tidak ada yang "
    "menunjukkan apa yang dibukanya.",
)


def _sent_terms(told: Told, paid: Paid | None) -> Iterator[Term]:
    handed = told.handed
    if handed.deliveries:
        yield Term(
            rule="sent",
            score=300_000,
            text=f"{handed.items} attachments went from seller to buyer after it.",
            text_id=f"Setelah itu {handed.items} lampiran dikirim dari penjual kepada pembeli.",
        )
        yield from _contents(told)
    elif handed.access:
        yield _ACCESS
    else:
        yield Term(
            rule="not-sent",
            score=-100_000,
            text="The exhibits show no attachment sent after it.",
            text_id="Barang bukti tidak menunjukkan lampiran yang dikirim setelah itu.",
        )
    if paid is not None and paid.back:
        yield _back_term(paid)
    if handed.returned:
        yield Term(
            rule="returned",
            score=200_000,
            text="The buyer sent attachments in exchange.",
            text_id="Pembeli mengirim lampiran sebagai penukar.",
        )
    if handed.in_one_going:
        yield Term(
            rule="in-one-going",
            score=-50_000,
            text="Items of two trades came in one going: their number fits, which belong to which is not sure.",
            text_id="Materi dari dua jual beli dikirim sekaligus: jumlahnya cocok untuk keduanya, tetapi materi mana "
            "milik yang mana tidak pasti.",
        )
    promised = _promised(told, None)
    if promised and handed.items and promised != handed.items:
        text = f"{promised} items were spoken of and {handed.items} were sent."
        text_id = f"{promised} materi dibicarakan dan {handed.items} dikirim."
        yield Term(rule="number-differs", score=-50_000, text=text, text_id=text_id)


def _back_term(paid: Paid) -> Term:
    """What was given back, of all that was paid or of a part."""
    many = len(paid.back)
    whole = sum(line.amount for line in paid.back) == sum(line.amount for line in paid.lines)
    lines, lines_id = f"{many} booked lines give", f"{many} baris rekening"
    if many == 1:
        lines, lines_id = "A booked line gives", "Satu baris rekening"
    what, what_id = ("all that", "seluruh") if whole else ("a part of what", "sebagian")
    return Term(
        rule="given-back",
        score=0,
        text=f"{lines} {what} was paid back, and the two speak of it.",
        text_id=f"{lines_id} mengembalikan {what_id} pembayaran, dan keduanya membicarakannya.",
    )


_ONE = "1 is", "its bytes", "it holds"


def _contents(told: Told) -> Iterator[Term]:
    """What the number of attachments does not say: which of them are held, and how many contents these are."""
    items = [sha for one in told.handed.deliveries for sha in one.items]
    held = [sha for sha in items if sha]
    missing, distinct = len(items) - len(held), len(set(held))
    if missing:
        count, bytes_, they = _ONE if missing == 1 else (f"{missing} are", "their bytes", "they hold")
        some = f"Of the {len(items)} attachments {count} on no exhibit with {bytes_}: what {they}"
        some_id = f"Dari {len(items)} lampiran, {missing} tidak ada di barang bukti beserta isinya: apa isinya"
        if not held:
            some = f"None of the {len(items)} attachments is on an exhibit with its bytes: what they hold"
            some_id = f"Tidak satu pun dari {len(items)} lampiran ada di barang bukti beserta isinya: apa isinya"
        yield Term(rule="without-bytes", score=0, text=f"{some} is not known.", text_id=f"{some_id} tidak diketahui.")
    contents = "content" if distinct == 1 else "contents"
    if distinct < len(held):
        yield Term(
            rule="sent-again",
            score=0,
            text=f"The {len(held)} attachments whose bytes are held are {distinct} distinct {contents}: some were sent "
            "more than once, so that their number is not that of different contents.",
            text_id=f"{len(held)} lampiran yang isinya ada terdiri atas {distinct} isi berbeda: sebagian dikirim "
            "lebih dari sekali, sehingga jumlahnya bukan jumlah isi yang berbeda.",
        )


_BASES: Mapping[Basis, tuple[Term, ...]] = {
    "as-usual": (
        Term(
            rule="usual-account",
            score=100_000,
            text="When asked, the seller named the account that others pay for items into.",
            text_id="Ketika diminta, penjual menyebut akun yang dipakai orang lain untuk membayar materi.",
        ),
        Term(
            rule="price-not-told",
            score=-100_000,
            text="The two never named items with their price.",
            text_id="Keduanya tidak pernah menyebut materi beserta harganya.",
        ),
    ),
    "seller-gives": (
        Term(
            rule="giver-offers",
            score=100_000,
            text="The side that gives offers items to everybody.",
            text_id="Pihak yang memberi menawarkan materi kepada semua orang.",
        ),
    ),
    "sold-elsewhere": (
        Term(
            rule="sold-elsewhere",
            score=100_000,
            text="At least half of the contents given that are held were sent in other sales as well.",
            text_id="Sedikitnya separuh isi pemberian yang tersedia juga dikirim dalam penjualan lain.",
        ),
        Term(
            rule="not-a-known-seller",
            score=-100_000,
            text="The side that gives made no offer to everybody.",
            text_id="Pihak yang memberi tidak pernah menawarkan kepada semua orang.",
        ),
    ),
}
"""Why the talk counts as trade, where its own words do not say it."""
