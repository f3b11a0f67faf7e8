# SPDX-License-Identifier: Apache-2.0
"""D5, sheet of a person: what speaks for and what against, in the same size, other explanations, what is missing."""

from collections.abc import Iterable

from suluh.referral.papers.forms import accounts, brief, cards, trade
from suluh.referral.papers.forms.rates import person_rates
from suluh.referral.papers.lines import FactLine, PersonFacts
from suluh.referral.papers.values import Both, Cell, Head, Listed, Section, Table
from suluh.referral.papers.words import done, said, told

FORM = "D5"
TITLE = Both("Sheet of a person: for and against", "Lembar orang: mendukung dan menentang")
ALTERNATIVES = "7 penjelasan lain"
"""The table of other explanations, by its name."""

_NOTHING = Both("nothing decided, stated or recorded", "tidak ada keputusan, pernyataan, atau catatan")
PLACES = Head(english="Places", indonesian="Tempat", width=34)


def sections(facts: PersonFacts) -> tuple[Section, ...]:
    """From who it is to what is missing."""
    return (
        _who(facts),
        _holder(facts),
        _devices(facts),
        _acts(facts),
        _facts("5 mendukung", Both("Facts for", "Fakta yang mendukung"), facts.speaks_for),
        _against(facts),
        trade.alternatives_section(facts.alternatives, ALTERNATIVES),
        Section(
            title=Both(
                "What is missing, and who could supply it", "Apa yang belum ada, dan siapa yang dapat memberikannya"
            ),
            says=facts.missing or (Both("Nothing is noted.", "Tidak ada catatan."),),
        ),
        _roles(facts),
        _elsewhere(facts),
        brief.signing("11 tanda tangan", brief.ANALYST, brief.SECOND),
    )


def _who(facts: PersonFacts) -> Section:
    title = Both(
        "Which person, and why these accounts are one", "Orang yang mana, dan mengapa akun-akun ini satu orang"
    )
    joined = accounts.table_of("1a akun", accounts.TITLE, facts.accounts)
    return Section(
        title=title,
        says=(*facts.called, *facts.zones, *accounts.guarded(facts.guarded), *person_rates()),
        tables=(joined, accounts.links_of("1b kaitan", facts.links)),
    )


def _holder(facts: PersonFacts) -> Section:
    heads = (
        *accounts.NAMED[:3],
        Head(
            english="Holder of record (names in records)",
            indonesian="Terdaftar atas nama (nama dalam catatan)",
            width=34,
        ),
        Head(
            english="By what it is taken to be this person's",
            indonesian="Dasar akun ini dianggap milik orang ini",
            width=44,
        ),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            *(one.code, told(one.service), one.identifier or Both("not printed", "tidak dicetak")),
            Listed(one.names) if one.names else Both("no record names anybody", "tidak ada catatan yang menyebut nama"),
            Listed((*one.decided, *one.stated, *one.recorded) or (_NOTHING,)),
        )
        for one in facts.accounts
    )
    title = Both(
        "Holder of record and person in control, apart", "Pemilik terdaftar dan pihak yang menguasai, terpisah"
    )
    says = Both(
        "That accounts are taken to be of one person says nothing of who used one of them at a given time.",
        "Bahwa akun-akun dianggap milik satu orang tidak menyatakan siapa yang memakai salah satunya pada suatu waktu.",
    )
    return Section(title=title, says=(says,), tables=(Table(name="2 pemilik", title=title, heads=heads, rows=rows),))


def _devices(facts: PersonFacts) -> Section:
    heads = (
        Head(english="Exhibit", indonesian="Barang bukti", width=10),
        Head(english="Holder as entered", indonesian="Pemegang seperti dimasukkan", width=24),
        Head(english="Taken", indonesian="Disita", width=24),
        Head(english="Place", indonesian="Tempat", width=24),
        Head(english="Record", indonesian="Berita acara", width=16),
        Head(english="Own accounts stated", indonesian="Akun sendiri yang dinyatakan", width=22),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.exhibit, one.holder, one.taken, one.place, one.record, ", ".join(one.accounts)) for one in facts.devices
    )
    says = Both(
        "Who held a device at the time of an act follows from none of these rows alone.",
        "Siapa yang memegang perangkat pada saat suatu perbuatan tidak dapat disimpulkan dari baris ini saja.",
    )
    title = Both(
        "Device: who held it, when, by which facts", "Perangkat: siapa yang memegang, kapan, menurut fakta apa"
    )
    return Section(title=title, says=(says,), tables=(Table(name="3 perangkat", title=title, heads=heads, rows=rows),))


def _acts(facts: PersonFacts) -> Section:
    heads = (
        Head(english="Time", indonesian="Waktu", width=26, is_time=True),
        Head(english="Act", indonesian="Peristiwa", width=40),
        PLACES,
        Head(english="By", indonesian="Oleh", width=16),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.time, one.what, Listed(one.places) if one.places else None, one.by) for one in facts.acts
    )
    title = Both("Acts by date", "Peristiwa menurut tanggal")
    says = Both(
        "By: who did it, by code; of a payment whoever the booked line names. In brackets stands on which side of the "
        "deal this person is, whoever did it.",
        "Oleh: siapa yang melakukannya, dengan kode; untuk pembayaran, yang disebut baris rekening. Dalam kurung "
        "tercantum di pihak mana orang ini dalam rangkaian, siapa pun yang melakukannya.",
    )
    return Section(
        title=title, says=(says,), tables=(Table(name="4 peristiwa", title=title, heads=heads, rows=rows, printed=300),)
    )


def _facts(name: str, title: Both, lines: Iterable[FactLine], *more: Table, says: tuple[Both, ...] = ()) -> Section:
    """For and against have the same columns, widths and size."""
    heads = (
        Head(english="Fact", indonesian="Fakta", width=60),
        PLACES,
        Head(english="Tied by, on (UTC)", indonesian="Dikaitkan oleh, pada (UTC)", width=16),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.what, Listed(one.places) if one.places else None, one.by) for one in lines
    )
    numbered = Both(
        "Messages and booked lines are named by the numbers that they have in the paper named in part 10.",
        "Pesan dan baris rekening disebut dengan nomornya pada lembar yang disebut di bagian 10.",
    )
    table = Table(name=name, title=title, heads=heads, rows=rows, printed=300)
    return Section(title=title, says=(numbered, *says), tables=(table, *more))


def _against(facts: PersonFacts) -> Section:
    """Facts against; what deals do not have, and what follows from themselves, stands apart and is counted as none."""
    said = brief.doubted(facts)
    count = Both(f"{said.english}.", f"{said.indonesian}.")
    title = Both("Facts against", "Fakta yang menentang")
    return _facts(
        "6 menentang",
        title,
        facts.speaks_against,
        _shared("6b tidak ada", cards.LACKS, ((one.code, one.lacks) for one in facts.deals)),
        _shared("6c sendiri", cards.CIRCULAR, ((one.code, one.circular) for one in facts.deals)),
        says=(count,),
    )


def _shared(name: str, title: Both, deals: Iterable[tuple[str, Iterable[Both]]]) -> Table:
    """Sentences of several deals, each once with the deals of which it is said."""
    found: dict[Both, list[str]] = {}
    for code, sentences in deals:
        for one in sentences:
            found.setdefault(one, []).append(code)
    heads = (
        Head(english="Sentence", indonesian="Kalimat", width=80),
        Head(english="Deals", indonesian="Rangkaian", width=30),
    )
    return Table(name=name, title=title, heads=heads, rows=tuple((one, ", ".join(found[one])) for one in found))


def _elsewhere(facts: PersonFacts) -> Section:
    """Where the confirmed deals stand in full, with messages, booked lines, chance and clocks: no deal twice."""
    sides = (("D3", "seller"), ("D4", "buyer"))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (f"{form}-{facts.code}, 2", told(side), ", ".join(codes))
        for form, side in sides
        if (codes := [one.code for one in facts.deals if getattr(one, side) == facts.code])
    )
    heads = (
        Head(english="Paper, part", indonesian="Lembar, bagian", width=20),
        Head(english="As", indonesian="Sebagai", width=14),
        Head(english="Deals", indonesian="Rangkaian", width=60),
    )
    title = Both("Where the confirmed deals stand in full", "Tempat rangkaian yang dikonfirmasi tercantum lengkap")
    says = Both(
        "Messages, booked lines, chance by its parts and what a wrong clock would change stand in these papers, made "
        "from the same case; this sheet does not repeat them. The papers are part of the same file.",
        "Pesan, baris rekening, kemungkinan kebetulan menurut bagiannya, dan apa yang berubah bila jam salah tercantum "
        "pada lembar ini, yang dibuat dari perkara yang sama; tidak diulang di sini. Lembar itu bagian dari berkas "
        "yang sama.",
    )
    table = Table(name="10 rangkaian", title=title, heads=heads, rows=rows)
    return Section(title=title, says=(says,), tables=(table,))


def _roles(facts: PersonFacts) -> Section:
    heads = (
        Head(english="Kind", indonesian="Jenis", width=14),
        Head(english="As", indonesian="Sebagai", width=24),
        Head(english="Since", indonesian="Sejak", width=12),
        Head(english="Until", indonesian="Sampai", width=12),
        Head(english="Source, document", indonesian="Sumber, surat", width=34),
        Head(english="By, at (UTC)", indonesian="Oleh, pada (UTC)", width=22),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (said(one.kind), one.value, one.since, one.until, one.source, done(one.by, one.at)) for one in facts.roles
    )
    title = Both(
        "Roles with dates and sources, status with document", "Peran dengan tanggal dan sumber, status dengan surat"
    )
    says = Both(
        "A role is by conduct and no finding of guilt; one person can be seller and victim.",
        "Peran adalah menurut perbuatan dan bukan pernyataan bersalah; satu orang dapat menjadi penjual dan korban.",
    )
    return Section(title=title, says=(says,), tables=(Table(name="9 peran", title=title, heads=heads, rows=rows),))
