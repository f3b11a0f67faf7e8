# SPDX-License-Identifier: Apache-2.0
"""D5, sheet of a person: what speaks for and what against, in the same size, other explanations, what is missing."""

from collections.abc import Iterable

from suluh.referral.papers.forms import accounts, brief, cards, trade
from suluh.referral.papers.forms.rates import person_rates
from suluh.referral.papers.lines import FactLine, LinkLine, PersonFacts
from suluh.referral.papers.values import Both, Cell, Head, Listed, Section, Table
from suluh.referral.papers.words import done, said, told

FORM = "D5"
TITLE = Both("Sheet of a person: for and against", "Lembar orang: mendukung dan menentang")
ALTERNATIVES = "7 penjelasan lain"
"""The table of other explanations, by its name."""

MESSAGES = Both(
    "Messages and booked lines of the confirmed deals", "Pesan dan baris rekening rangkaian yang dikonfirmasi"
)

_NONE = Both("none beside the officer's word", "tidak ada selain putusan petugas")
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
        _facts("6 menentang", Both("Facts against", "Fakta yang menentang"), facts.speaks_against),
        trade.alternatives_section(facts.alternatives, ALTERNATIVES),
        Section(
            title=Both(
                "What is missing, and who could supply it", "Apa yang belum ada, dan siapa yang dapat memberikannya"
            ),
            says=facts.missing or (Both("Nothing is noted.", "Tidak ada catatan."),),
        ),
        _roles(facts),
        cards.sheet_section(MESSAGES, facts.deals),
        brief.signing("11 tanda tangan", brief.ANALYST, brief.SECOND),
    )


def _who(facts: PersonFacts) -> Section:
    title = Both(
        "Which person, and why these accounts are one", "Orang yang mana, dan mengapa akun-akun ini satu orang"
    )
    joined = accounts.table_of("1a akun", accounts.TITLE, facts.accounts)
    return Section(title=title, says=(*facts.zones, *person_rates()), tables=(joined, _links(facts.links)))


def _links(lines: Iterable[LinkLine]) -> Table:
    heads = (
        Head(english="Accounts, link", indonesian="Akun, kaitan", width=16),
        Head(english="Stands", indonesian="Kedudukan", width=14),
        Head(english="Reasons for", indonesian="Alasan mendukung", width=32),
        Head(english="Reasons against", indonesian="Alasan menentang", width=32),
        Head(english="What it does not have", indonesian="Yang tidak ada padanya", width=32),
        PLACES,
        Head(english="Decided by, on (UTC)", indonesian="Diputuskan oleh, pada (UTC)", width=16),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            *(
                Listed((f"{one.left}, {one.right}", one.called)),
                said(one.judgement),
                Listed(one.reasons_for or (_NONE,)),
            ),
            *(Listed(one.reasons_against), Listed(one.lacks) if one.lacks else None),
            *(Listed(one.places), done(one.by, one.at)),
        )
        for one in lines
    )
    title = Both(
        "Links, rejected and undecided ones as well", "Kaitan, termasuk yang ditolak dan yang belum diputuskan"
    )
    return Table(name="1b kaitan", title=title, heads=heads, rows=rows, printed=60)


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
    return Section(title=title, tables=(Table(name="4 peristiwa", title=title, heads=heads, rows=rows, printed=300),))


def _facts(name: str, title: Both, lines: Iterable[FactLine]) -> Section:
    """For and against have the same columns, widths and size."""
    heads = (
        Head(english="Fact", indonesian="Fakta", width=60),
        PLACES,
        Head(english="Tied by, on (UTC)", indonesian="Dikaitkan oleh, pada (UTC)", width=16),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.what, Listed(one.places) if one.places else None, one.by) for one in lines
    )
    says = Both(
        "Messages and booked lines are named by their numbers in part 10.",
        "Pesan dan baris rekening disebut dengan nomornya di bagian 10.",
    )
    table = Table(name=name, title=title, heads=heads, rows=rows, printed=300)
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
