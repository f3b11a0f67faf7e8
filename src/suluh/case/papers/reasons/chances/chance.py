# SPDX-License-Identifier: Apache-2.0
"""Chance on paper, always by its parts: also where it is nought, and where there is nothing to count."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from suluh.case.papers.material import Material
from suluh.case.papers.reasons.numbered import Numbered
from suluh.case.views.records import Shown
from suluh.deals.facts import saying
from suluh.deals.facts.chance import SHORTEST
from suluh.deals.facts.saying import span
from suluh.model.trade import Coincidence, Deal, Payment
from suluh.referral.papers.values import Both

_DAY = 1440
"""Minutes."""

_NO_LINE = Both(
    "No booked line is in this deal: there is nothing of which a chance could be counted.",
    "Tidak ada baris rekening dalam rangkaian ini: tidak ada yang dapat dihitung kemungkinan kebetulannya.",
)
_NO_PARTS = Both(
    "The parts of the chance were not counted for this deal.",
    "Bagian-bagian kemungkinan kebetulan tidak dihitung untuk rangkaian ini.",
)
_NOT_OF_ANYBODY = Both(
    "This says how often a stretch of time holds such a payment by accident, and nothing of whether the link is wrong "
    "or of any person.",
    "Ini menyebut seberapa sering suatu rentang waktu memuat pembayaran seperti itu secara kebetulan, dan tidak "
    "menyebut apakah kaitan ini salah atau apa pun tentang orang.",
)

_EQUAL_ALONE = Both(
    "Lines of the same sum alone were counted; other payments that fit, among the reasons against, may be of any sum.",
    "Yang dihitung hanya baris berjumlah sama; pembayaran lain yang cocok (alasan menentang) dapat berjumlah lain.",
)
_UNNAMED = Both("", "")


AMOUNTS = frozenset({"told-amount", "same-amount", "unique-digits", "fee"})
"""Reasons that rest on what was said of the price."""

_HELD = Both(
    "Its parts are not printed: booked lines of protected accounts are among those that were counted, and the counts "
    "would tell of them.",
    "Bagian-bagiannya tidak dicetak: di antara baris yang dihitung ada baris akun terlindungi, dan angkanya akan "
    "menunjuk baris itu.",
)
_MUCH_HELD = Both(f"It is one in ten or more. {_HELD.english}", f"Nilainya sepersepuluh atau lebih. {_HELD.indonesian}")
MUCH = 100_000
"""Millionths of chance at which it stands first among the reasons against."""


def told(material: Material, deal: Deal, numbered: Numbered, left: Iterable[Shown[Payment]] = ()) -> Iterator[Both]:
    """The parts of a deal's chance; over a ledger of which lines are withheld that they are not printed.

    `left` are the lines of its sum, and of its payer where that is known, that were not counted.
    """
    statements = (material.statements.get(one.record.statement) for one in material.paid_and_back(deal)[0])
    ledgers = {one.account or one.id for one in statements if one is not None}
    if material.parties.hidden.ledgers.isdisjoint(ledgers):
        opening = begins(material, deal, numbered)
        first, *others = by_parts(deal, opening, pricing(material, deal, numbered, opening))
        yield first
        yield from _uncounted(material, deal, numbered, tuple(left))
        yield from others
    else:
        yield _MUCH_HELD if (deal.chance or 0) >= MUCH else _HELD


def _uncounted(material: Material, deal: Deal, numbered: Numbered, left: Sequence[Shown[Payment]]) -> Iterator[Both]:
    """Which lines of the same sum were not counted: a reader of the statement sees them."""
    if not left:
        return
    by, by_id = (" by this payer", " dari pembayar ini") if deal.coincidence and deal.coincidence.payer else ("", "")
    at, size = numbered.within(one.record.id for one in left), len(left)
    where = material.told(place for one in left for place in one.places)
    english, indonesian = ("; ".join(getattr(one, tongue) for one in where) for tongue in ("english", "indonesian"))
    lines = "1 line" if size == 1 else f"{size} lines"
    yield Both(
        f"In this statement {'stands' if size == 1 else 'stand'} {lines} of this sum{by} and of this direction that "
        f"{'is' if size == 1 else 'are'} not counted: {english}.{at.english}",
        f"Dalam rekening ini ada {size} baris searah berjumlah sama{by_id} yang tidak dihitung: "
        f"{indonesian}.{at.indonesian}",
    )


def begins(material: Material, deal: Deal, numbered: Numbered) -> Both:
    """The message with which the stretch of a deal's chance begins: the last offer or order not after the payment.

    Of a line of a day alone it reaches to the end of that day. Empty where no such message gives the stretch that was
    counted.
    """
    paid, parts = material.paid_and_back(deal)[0], deal.coincidence
    ends = [end for one in paid if (end := _end(material, one))]
    if parts is None or not ends:
        return _UNNAMED
    said = _said(material, deal, frozenset({"offer", "order"}))
    fits = [name for name, at in said.items() if at <= min(ends) and _minutes(min(ends) - at) == parts.window]
    if not fits:
        return _UNNAMED
    return numbered.within((max(fits, key=lambda name: (said[name], numbered.messages.get(name, 0))),))


def pricing(material: Material, deal: Deal, numbered: Numbered, first: Both) -> Both:
    """The messages by which a price was settled after that first one and before the payment: they begin no stretch."""
    ends = [end for one in material.paid_and_back(deal)[0] if (end := _end(material, one))]
    opened = [at for name, at in _said(material, deal).items() if numbered.within((name,)) == first]
    if not ends or not opened:
        return _UNNAMED
    priced = _said(material, deal, AMOUNTS)
    return numbered.within(name for name, at in priced.items() if max(opened) < at <= min(ends))


def _said(material: Material, deal: Deal, rules: frozenset[str] | None = None) -> dict[str, datetime]:
    """The messages on which its reasons of some rules rest, or all, with their instants."""
    names = (name for one in deal.reasons_for if rules is None or one.rule in rules for name in one.rests)
    return {name: _at(one.at) for name in names if (one := material.messages.get(name)) and one.at}


def _minutes(long: timedelta) -> int:
    return round(max(long, SHORTEST) / timedelta(minutes=1))


def _end(material: Material, shown: Shown[Payment]) -> datetime | None:
    """When a line was booked; of a day alone the end of that day by the zone of its exhibit."""
    line = shown.record
    if shown.at and line.at and line.at.precision != "day":
        return _at(shown.at)
    zone = material.zones.get(line.place.exhibit)
    if not line.booked or not zone:
        return None
    return datetime.fromisoformat(line.booked).replace(tzinfo=ZoneInfo(zone)) + timedelta(days=1)


def _at(written: str) -> datetime:
    return datetime.fromisoformat(written)


def by_parts(deal: Deal, first: Both = _UNNAMED, priced: Both = _UNNAMED) -> Iterator[Both]:
    """The parts of a deal's chance, one sentence each; the first has the days, lines and others of the same sum.

    `first` names the message with which the stretch begins, as ``[message 2]``; `priced` later ones on the price.
    """
    parts = deal.coincidence
    if not deal.payments or parts is None or deal.chance is None:
        yield _NO_PARTS if deal.payments else _NO_LINE
        return
    yield Both(*saying.told(deal.chance, parts))
    yield from _stretch(parts, first, priced)
    yield (
        Both("Lines of this payer alone were counted.", "Yang dihitung hanya baris dari pembayar ini.")
        if parts.payer
        else Both("Lines of any payer were counted.", "Yang dihitung baris dari pembayar mana pun.")
    )
    yield _EQUAL_ALONE
    yield _NOT_OF_ANYBODY


def _stretch(parts: Coincidence, first: Both, priced: Both) -> Iterator[Both]:
    """How long the stretch is, and that every beginning of it was counted."""
    english, indonesian = span(parts.window)
    later, later_id = "", ""
    if priced.english:
        later = f" (what was said of the price after it begins none{priced.english})"
        later_id = f" (yang dikatakan tentang harga sesudahnya bukan awal rentang{priced.indonesian})"
    long = (
        "The stretch is as long as from the last message before the payment that is counted as an offer, a question "
        f"whether it is there or an order{first.english}{later} to the payment (of a day alone, to the end of that "
        f"day), half an hour at least: {english} ({parts.window} minutes)"
    )
    long_id = (
        "Panjang rentang: dari pesan terakhir sebelum pembayaran yang dihitung sebagai penawaran, pertanyaan apakah "
        f"masih ada, atau pesanan{first.indonesian}{later_id} sampai pembayaran (bila hanya ada tanggal, sampai akhir "
        f"hari itu), sedikitnya setengah jam: {indonesian} ({parts.window} menit)"
    )
    if parts.window >= parts.days * _DAY:
        yield Both(
            f"{long}: as long as the whole statement, so that no share can be counted.",
            f"{long_id}: sepanjang seluruh rekening koran, sehingga bagiannya tidak dapat dihitung.",
        )
        return
    whole, each = f"{parts.days * _DAY:,}", f"{min(parts.window + _DAY, parts.days * _DAY):,}"
    yield Both(
        f"{long}. Nothing was drawn by lot: every minute of these days was counted as one at which such a stretch may "
        f"begin ({parts.days} * 1,440 = {whole}), and a stretch that reaches beyond the last day goes on at the first. "
        f"A line is reached from the {parts.window:,} minutes before it; one that has its day alone may lie anywhere "
        f"in it and is counted as filling all of that day ({each} minutes). A minute that reaches two such lines "
        "was counted once; so the share may be less than that of each line added up.",
        f"{long_id}. Tidak ada yang diundi: setiap menit dalam hari-hari itu dihitung sebagai saat rentang seperti itu "
        f"dapat dimulai ({parts.days} * 1.440 = {_id(whole)}), dan rentang yang melewati hari terakhir dilanjutkan "
        f"pada hari pertama. Satu baris tercapai dari {_id(f'{parts.window:,}')} menit sebelumnya; baris yang hanya "
        "memuat tanggal dapat terjadi kapan saja pada hari itu dan dihitung memenuhi seluruh hari itu "
        f"({_id(each)} menit). Menit yang mencapai dua baris seperti itu dihitung satu kali; jadi bagiannya dapat "
        "lebih kecil daripada jumlah bagian tiap baris.",
    )
    if parts.lines == 1:
        yield Both(
            "The payment is the only counted line this way: there is nothing else of which a share could be counted.",
            "Pembayaran ini satu-satunya baris searah yang dihitung: tidak ada baris lain untuk dihitung bagiannya.",
        )
    elif not parts.others:
        yield Both(
            f"Share: 0 of 10,000 starting moments, counted and not drawn. Nought says that none was found among "
            f"{parts.lines} lines, and not that it cannot be.",
            f"Bagian: 0 dari 10.000 saat mulai, dihitung dan tidak diundi. Nol berarti tidak ditemukan di antara "
            f"{parts.lines} baris, bukan tidak mungkin.",
        )


def _id(number: str) -> str:
    """A number with the marks of Indonesian."""
    return number.replace(",", ".")
