# SPDX-License-Identifier: Apache-2.0
"""A deal in full, as one card: times, money, reasons of both kinds, what it lacks, and the messages it rests on."""

from collections.abc import Iterable, Iterator

from suluh.referral.papers.lines import DealLine, ExcerptLine
from suluh.referral.papers.values import Both, Card, Cards, Cell, Clock, Head, Listed, Table
from suluh.referral.papers.words import NO_BYTES, NO_FILE, done, told

CODE = Head(english="Code", indonesian="Kode", width=7)
SIX = (
    Head(english="Attachments sent", indonesian="Lampiran dikirim", width=13, adds_up=True),
    Head(english="With bytes on an exhibit", indonesian="Ada isinya pada BB", width=9, adds_up=True),
    Head(english="Distinct contents", indonesian="Isi unik", width=10),
    Head(english="Near-duplicate groups", indonesian="Kelompok isi mirip", width=12),
    Head(english="Known by exact hash", indonesian="Dikenal, hash persis", width=10),
    Head(english="Categorised by people", indonesian="Kategori oleh orang", width=13),
)
"""The six numbers; contents that two deals share are not to be added up."""

FOR = Both("Reasons for", "Alasan mendukung")
CIRCULAR = Both(
    "Follows from the deal itself: no proof of its own", "Berasal dari rangkaian ini sendiri: bukan bukti tersendiri"
)
AGAINST = Both("Reasons against", "Alasan menentang")
HINTED = Both("Hints that name it: part 6", "Petunjuk yang menyebutnya: bagian 6")
WHY = Both("Why possible, and not supported", "Mengapa mungkin, dan bukan didukung")
LACKS = Both("What it does not have", "Yang tidak ada padanya")
CHANCE = Both("Chance match, by its parts", "Kemungkinan kebetulan, menurut bagiannya")
CLOCKS = Both("If a clock or zone was wrong", "Bila jam atau zona salah")
BOOKED = Both("Booked lines: channel, amount, names, place", "Baris rekening: saluran, jumlah, nama, tempat")
PLACES = Both("Places", "Tempat pada barang bukti")
FIELDS = (
    Both("Seller, buyer", "Penjual, pembeli"),
    Both("Offered", "Ditawarkan"),
    Both("Asked for or ordered", "Ditanyakan atau dipesan"),
    Both("Paid", "Dibayar"),
    Both("Sent", "Dikirim"),
    Both("Price asked, no payment", "Harga diminta, tanpa pembayaran"),
    Both("Recorded as paid", "Tercatat dibayar"),
    Both("Possibly paid", "Mungkin dibayar"),
    Both("Given back", "Dikembalikan"),
    BOOKED,
    Both("Six numbers of what was sent", "Enam angka kiriman"),
    *(FOR, CIRCULAR, AGAINST, HINTED, WHY, LACKS, CHANCE, CLOCKS),
    Both("Booked lines shared with", "Baris rekening bersama dengan"),
    Both("Decided by, on (UTC)", "Diputuskan oleh, pada (UTC)"),
    Both("Id in the unit's lists", "Id dalam daftar satuan"),
    PLACES,
)
"""What is said of a deal in full, one under the other."""

REASONING = frozenset({BOOKED, FOR, CIRCULAR, AGAINST, HINTED, WHY, LACKS, CHANCE, CLOCKS, PLACES})
"""What is needed to judge the reasons of a deal, and no sum of it."""

NOTHING = Both(
    "Nothing of what is looked for was found against it. Looked for: other payments that fit as well; an equal sum "
    "into the same account on its day or within 24 hours before; other sums that were named; other lines of the payer;"
    " a payer's or receiver's account that no decision counts to buyer or seller, where the booked line names one; "
    "another name of the payer; another account or price than was named, or none; a payment an hour or more after the "
    "last word before it, or before the talk; nothing sent, or money given back; a booking of the same sum that "
    "failed; a chance of one in ten or more. Other explanations are asked in part 6.",
    "Dari yang dicari tidak ada yang ditemukan menentang. Yang dicari: pembayaran lain yang juga cocok; jumlah yang "
    "sama ke akun yang sama pada harinya atau dalam 24 jam sebelumnya; jumlah lain yang disebut; baris lain dari "
    "pembayar; akun pembayar atau penerima yang tidak digabungkan keputusan dengan pembeli atau penjual, bila baris "
    "rekening menyebutnya; nama pembayar yang berbeda; akun atau harga lain dari yang disebut, atau tanpa harga; "
    "pembayaran satu jam atau lebih setelah perkataan terakhir sebelumnya, atau sebelum percakapan; tidak ada kiriman,"
    " atau uang dikembalikan; baris berjumlah sama yang gagal; kemungkinan kebetulan sepersepuluh atau lebih. "
    "Penjelasan lain ditanyakan di bagian 6.",
)
NOTHING_UNPAID = Both(
    "Nothing of what is looked for was found against it. Without a booked line no payment was compared; looked for: "
    "nothing sent, another number than was promised, attachments without their bytes, contents sent more than once. "
    "Other explanations are asked in part 6.",
    "Dari yang dicari tidak ada yang ditemukan menentang. Tanpa baris rekening tidak ada pembayaran yang dibandingkan;"
    " yang dicari: tidak ada kiriman, jumlah lain dari yang dijanjikan, lampiran tanpa isi, isi yang dikirim berulang."
    " Penjelasan lain ditanyakan di bagian 6.",
)
READING = Both(
    "A reason ends in the messages and booked lines of its own deal that it rests on, by their numbers there. Under "
    "the fields of each deal stand all its messages in the order of time, as they were written; long ones are cut, "
    "with the number of characters left. A character that shows nothing stands as its number. Places are letters of "
    "the files named under Places, with line or row.",
    "Setiap alasan diakhiri nomor pesan dan baris rekening rangkaian itu yang menjadi dasarnya. Di bawah isian setiap "
    "rangkaian tercantum semua pesannya menurut waktu, persis seperti tertulis; yang panjang dipotong, dengan jumlah "
    "karakter sisanya. Karakter yang tidak terlihat dicetak sebagai nomornya. Tempat disebut dengan huruf file pada "
    "Tempat pada barang bukti, dengan baris atau entrinya.",
)
MESSAGES = Both(
    "Messages on which it rests, and its booked lines", "Pesan yang menjadi dasarnya, dan baris rekeningnya"
)
EXCERPT = (
    Head(english="No.", indonesian="No.", width=9),
    Head(english="Time", indonesian="Waktu", width=24, is_time=True),
    Head(english="From", indonesian="Dari", width=12),
    Head(english="Text as written; attachments, marks", indonesian="Teks seperti tertulis; lampiran, tanda", width=74),
    Head(english="Place", indonesian="Tempat", width=9),
)
_LONG = frozenset({BOOKED, FOR, CIRCULAR, AGAINST, WHY, LACKS, CHANCE, CLOCKS, PLACES})
CARDS = 30
"""Deals that stand in full on paper."""

PRINTED = 40
"""Rows of one excerpt that stand on paper."""


def cards_of(deals: Iterable[DealLine], table: str, excerpts: str, only: frozenset[Both] | None = None) -> Cards:
    """Deals one under the other, each with its messages; `table` and `excerpts` are the sheets that hold all of them.

    `only` are the fields that are printed, where not all are.
    """
    return Cards(cards=tuple(card(one, excerpts, only) for one in deals), printed=CARDS, table=table)


def card(one: DealLine, excerpts: str, only: frozenset[Both] | None = None) -> Card:
    """A deal in full, or some fields of it, and its messages."""
    kind, stands, tier = told(one.kind), state(one), told(one.tier)
    title = Both(
        f"{one.code} · {kind.english} · {stands.english} · {tier.english}",
        f"{one.code} · {kind.indonesian} · {stands.indonesian} · {tier.indonesian}",
    )
    whole = _in_time(list(zip(FIELDS, _full(one), strict=True)))
    pairs = ((name, cell) for name, cell in whole if only is None or name in only)
    messages = Table(
        name=excerpts,
        title=MESSAGES,
        heads=EXCERPT,
        rows=tuple(_message(each) for each in one.excerpt),
        notes=tuple(_withheld(one.withheld)),
        printed=PRINTED,
        empty=Both("No message: booked lines alone.", "Tidak ada pesan: hanya baris rekening."),
    )
    return Card(title=title, fields=tuple((name, cell) for name, cell in pairs if cell is not None), tables=(messages,))


def _in_time(fields: list[tuple[Both, Cell]]) -> list[tuple[Both, Cell]]:
    """The fields of a card, those of times whose instant is known in the order of time: an order may come first."""
    places = [place for place, (_, cell) in enumerate(fields) if isinstance(cell, Clock) and cell.utc]
    moved = sorted((fields[place] for place in places), key=_instant)
    for place, field in zip(places, moved, strict=True):
        fields[place] = field
    return fields


def _instant(field: tuple[Both, Cell]) -> str:
    return (isinstance(field[1], Clock) and field[1].utc) or ""


def _message(one: ExcerptLine) -> tuple[Cell, ...]:
    said = () if one.text is None else (one.text,)
    return one.number, one.time, one.sender, Listed((*said, *one.beside)), one.letters


def _withheld(count: int) -> Iterator[Both]:
    if count:
        yield Both(
            f"Texts withheld: {count}. Withheld is the text of a protected person, one that may tell of a child, and "
            "on the paper of a buyer one that names another buyer or that somebody else wrote.",
            f"Teks ditahan: {count}. Yang ditahan: teks orang terlindungi, teks yang dapat menunjuk seorang anak, "
            "dan pada lembar pembeli teks yang menyebut pembeli lain atau ditulis orang lain.",
        )


def state(one: DealLine) -> Both:
    """The state of a deal; where no attachment went, giving is what was said, and not what is seen."""
    return told("said-given" if one.state == "delivered" and not one.six.sent else one.state)


def _full(one: DealLine) -> tuple[Cell, ...]:
    return (
        f"{one.seller or '—'}, {one.buyer or '—'}",
        *(one.offered, one.ordered, one.paid, one.sent),
        *(one.asked, one.recorded, one.possible, one.returned),
        _listed(one.booked),
        Listed(tuple(_six(one))),
        _listed(one.reasons_for) or Both("none of its own", "tidak ada yang tersendiri"),
        _listed(one.circular),
        _listed(one.reasons_against) or (NOTHING if one.booked else NOTHING_UNPAID),
        _rows(one.hinted),
        *map(_listed, (one.why_possible, one.lacks, one.chance, one.clocks)),
        ", ".join(one.shares) or None,
        done(one.by, one.at) or Both("not decided", "belum diputuskan"),
        one.shown,
        _listed(one.places),
    )


def _rows(numbers: tuple[int, ...]) -> Both | None:
    shown = ", ".join(map(str, numbers))
    return Both(f"{'row' if len(numbers) == 1 else 'rows'} {shown}", f"baris {shown}") if shown else None


def _listed(parts: Iterable[Both | str]) -> Listed | None:
    found = tuple(parts)
    return Listed(found) if found else None


def _six(one: DealLine) -> Iterator[Both]:
    six = one.six
    counts = (six.sent, six.held, six.distinct, six.groups, six.known, six.categorised)
    named = [(head.english, head.indonesian, str(count)) for head, count in zip(SIX, counts, strict=True)]
    yield Both(
        " · ".join(f"{english}: {count}" for english, _, count in named),
        " · ".join(f"{indonesian}: {count}" for _, indonesian, count in named),
    )
    if six.categories:
        codes = ", ".join(six.categories)
        yield Both(f"Categories: {codes}", f"Kategori: {codes}")
    if six.sent and not six.held:
        yield NO_BYTES
    if one.state == "delivered" and not six.sent:
        yield NO_FILE


def details(deals: Iterable[DealLine], name: str = "1b rincian") -> Table:
    """Every deal in full as rows, for the workbook."""
    heads = (
        CODE,
        *(
            Head(
                english=field.english,
                indonesian=field.indonesian,
                width=50 if field in _LONG else 24,
            )
            for field in FIELDS
        ),
    )
    rows = tuple((one.code, *_full(one)) for one in deals)
    return Table(name=name, title=Both("Deals in full", "Rincian rangkaian"), heads=heads, rows=rows)


def messages(deals: Iterable[DealLine], name: str = "1c kutipan") -> Table:
    """Every message of every deal, for the workbook, each with its places in full."""
    heads = (
        *(CODE, *EXCERPT[:3]),
        Head(english="Text as written", indonesian="Teks seperti tertulis", width=60),
        Head(english="Attachments, marks", indonesian="Lampiran, tanda", width=60),
        Head(english="Places", indonesian="Tempat", width=44),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.code, each.number, each.time, each.sender, each.text, _listed(each.beside), _listed(each.places))
        for one in deals
        for each in one.excerpt
    )
    return Table(name=name, title=MESSAGES, heads=heads, rows=rows)
