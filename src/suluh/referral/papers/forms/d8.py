# SPDX-License-Identifier: Apache-2.0
"""D8, what stands over a package for a partner abroad: terms, risk, what is asked, and how far each row is sure.

Everything about accounts and deals is taken from the approved package. Of the case comes whether an officer confirmed a
deal, and whether it began with an order: a package has neither.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from suluh.model.dossier.partner import Grade, PartnerNote
from suluh.model.money import minor
from suluh.referral.dossier import DealLine
from suluh.referral.exchange.format import Package, Seal
from suluh.referral.papers.values import Both, Cell, Head, Listed, Section, Sum, Table
from suluh.referral.papers.words import said, told

FORM = "D8"
TITLE = Both("Information package for a partner", "Paket informasi untuk mitra")
POLICE = Both(
    "Police information: it may be used as evidence only after mutual legal assistance was given.",
    "Informasi kepolisian: sebagai alat bukti hanya setelah bantuan timbal balik diberikan.",
)
POSSIBLE = Both("phone code alone: possible, no more", "kode telepon saja: mungkin, tidak lebih")
BASIS: Mapping[str, Both] = {
    "phone-number": POSSIBLE,
    "joined": Both(
        "joined to an account with that phone code: possible, no more",
        "digabung dengan akun berkode telepon itu: mungkin, tidak lebih",
    ),
}
CHANNEL = {
    "police": Both("police to police", "polisi ke polisi"),
    "mla": Both("central authority, mutual legal assistance", "otoritas pusat, bantuan timbal balik"),
}
TRANSFER = {
    "equal-level": Both("protection at an equal level or above", "perlindungan setara atau lebih tinggi"),
    "safeguards": Both("adequate and binding safeguards", "perlindungan memadai dan mengikat"),
    "consent": Both("consent of the person", "persetujuan orangnya"),
}
KNOWN = {
    "yes": Both("yes", "ya"),
    "no": Both("no", "tidak"),
    "not-known": Both("not known: act as if yes", "tidak diketahui: bertindaklah seolah ya"),
}
OWN = Both("own initiative", "atas inisiatif sendiri")
"""What stands for the number of a request where the unit writes first."""

OUTSIDE = {
    "X": Both("protected account", "akun terlindungi"),
    "Z": Both("outside this package", "di luar paket ini"),
}
"""What the package puts for whoever stands in none of its lists."""

HANDLING = {
    "H0": Both("H0: police use", "H0: untuk kepolisian"),
    "H1": Both("H1: not for use in court", "H1: tidak untuk pengadilan"),
    "H2": Both("H2: not to be passed on", "H2: tidak diteruskan"),
    "H3": Both("H3: other, as typed under passing it on", "H3: lain, seperti tertulis pada penerusan"),
}
"""What a partner may do with it."""

WHAT = {
    "accounts": "akun",
    "deals": "rangkaian",
    "offers": "penawaran",
    "contents": "isi",
    "files": "file",
    "links": "kaitan",
    "decisions": "keputusan",
}
"""What is withheld, in Indonesian."""

NOT_GRADED = Both("not graded", "belum dinilai")
ALL = "all"
GRADES = Both(
    "Source: A always reliable, B mostly, C seldom, X not known. Information: 1 known to be true, 2 known to the "
    "source itself, 3 not known to it but supported by others, 4 cannot be judged.",
    "Sumber: A selalu dapat dipercaya, B umumnya, C jarang, X tidak diketahui. Informasi: 1 diketahui benar, 2 "
    "diketahui sendiri oleh sumber, 3 tidak diketahui sumber tetapi didukung yang lain, 4 tidak dapat dinilai.",
)
MONEY = Both(
    "The three columns of money are never added: paid by a booked line, perhaps paid by one, a price that was asked.",
    "Ketiga kolom uang tidak pernah dijumlahkan: dibayar menurut baris mutasi, mungkin dibayar, harga yang diminta.",
)
OPEN = Both(
    "No picture, video or text of a message goes with it. A deal is worked out from exhibits and is no finding of "
    "guilt.",
    "Tidak ada gambar, video, atau teks pesan di dalamnya. Rangkaian transaksi disusun dari barang bukti dan bukan "
    "penetapan kesalahan.",
)


CONFIRMED = Both("confirmed by an officer", "dikonfirmasi petugas")
SUGGESTED = Both("worked out, decided by nobody", "hasil perhitungan, belum diputuskan siapa pun")
STANDS = Both(
    "A deal that nobody decided is what the program put together: whether it is one, no person has said.",
    "Rangkaian yang belum diputuskan ialah susunan program: apakah benar demikian, belum dikatakan seorang pun.",
)


class Stands(NamedTuple):
    """What the case says of a deal of the package."""

    is_confirmed: bool = False
    by_order: bool = False
    """Whether it began by the buyer's order, so that no offer of the seller stood before it."""


@dataclass(frozen=True)
class PartnerFacts:
    """Everything that the paper says."""

    note: PartnerNote
    grades: tuple[Grade, ...]
    package: Package
    seal: Seal
    keys: tuple[tuple[str, str], ...]
    """Officers of the package and the fingerprints of their keys."""

    stands: Mapping[str, Stands]
    """By the code of a deal."""


def sections(facts: PartnerFacts) -> tuple[Section, ...]:
    """From the terms to how it is checked."""
    return (_terms(facts), _risk(facts), _asked(facts), _accounts(facts), _deals(facts), _hashes(facts), _check(facts))


def _head(english: str, indonesian: str, width: int = 12) -> Head:
    return Head(english=english, indonesian=indonesian, width=width)


def _terms(facts: PartnerFacts) -> Section:
    note, package = facts.note, facts.package
    rows: tuple[tuple[Cell, ...], ...] = (
        (Both("Country", "Negara"), package.country),
        (
            Both("Request that it answers", "Permintaan yang dijawab"),
            OWN if package.request == OWN.english else package.request,
        ),
        (Both("Channel", "Saluran"), CHANNEL[note.channel]),
        (Both("Legal basis", "Dasar hukum"), package.basis),
        (Both("Basis of the transfer", "Dasar pengiriman data"), Listed((TRANSFER[note.transfer], note.transfer_why))),
        (Both("Purpose", "Tujuan"), note.purpose),
        (Both("Passing it on", "Penerusan"), note.onward),
        (Both("Handling code", "Kode penanganan"), HANDLING.get(package.handling or "", package.handling)),
        (Both("Not to be used after", "Tidak dipakai setelah"), note.expires),
    )
    heads = (_head("Term", "Syarat", 24), _head("What it says", "Isi", 60))
    table = Table(name="1 syarat", title=Both("On what terms", "Syarat-syarat"), heads=heads, rows=rows)
    return Section(title=Both("On what terms", "Syarat-syarat"), says=(POLICE, OPEN), tables=(table,))


def _risk(facts: PartnerFacts) -> Section:
    note = facts.note
    rows: tuple[tuple[Cell, ...], ...] = (
        (
            Both("A child may be reachable there", "Seorang anak mungkin dapat dijangkau di sana"),
            KNOWN[note.child_reachable],
        ),
        (Both("A suspect knows of this already", "Tersangka sudah mengetahui hal ini"), KNOWN[note.suspect_told]),
        (Both("What else", "Lain-lain"), note.risk),
    )
    heads = (_head("Risk", "Risiko", 40), _head("Answer", "Jawaban", 50))
    table = Table(
        name="2 risiko", title=Both("Risk: read this first", "Risiko: baca lebih dahulu"), heads=heads, rows=rows
    )
    return Section(title=Both("Risk: read this first", "Risiko: baca lebih dahulu"), tables=(table,))


def _asked(facts: PartnerFacts) -> Section:
    rows = tuple((str(number), text, facts.note.asked_by) for number, text in enumerate(facts.note.asked, 1))
    heads = (_head("No", "No", 4), _head("What is asked", "Yang diminta", 70), _head("By", "Paling lambat", 14))
    table = Table(
        name="3 diminta",
        title=Both("What is asked, and by when", "Yang diminta dan batas waktunya"),
        heads=heads,
        rows=rows,
    )
    return Section(title=Both("What is asked, and by when", "Yang diminta dan batas waktunya"), tables=(table,))


def _accounts(facts: PartnerFacts) -> Section:
    rows = tuple(
        (one.code, one.service, one.account, _why(one.basis), one.sold, one.bought, grade(facts, one.code))
        for one in facts.package.accounts
    )
    heads = (
        *(_head("Code", "Kode", 7), _head("Service", "Layanan", 12), _head("Account", "Akun", 26)),
        _head("Why this country", "Mengapa negara ini", 32),
        *(_head("Sold", "Menjual", 7), _head("Bought", "Membeli", 7), _head("Grade", "Nilai", 10)),
    )
    table = Table(name="4 akun", title=Both("Accounts of that country", "Akun dari negara itu"), heads=heads, rows=rows)
    return Section(title=Both("Accounts of that country", "Akun dari negara itu"), says=(GRADES,), tables=(table,))


def _why(basis: str | None) -> Both | str | None:
    return BASIS.get(basis, basis) if basis else None


def _deals(facts: PartnerFacts) -> Section:
    rows = tuple(
        (
            *(one.code, told(one.kind), state_of(one), stands_of(facts, one.code), party(one.seller), party(one.buyer)),
            Listed(tuple(_times(one, facts.stands.get(one.code, Stands())))),
            one.items_delivered,
            *(_sum(told, one.currency) for told in (one.recorded, one.possible, one.asked)),
            *(len(one.contents), grade(facts, one.code)),
        )
        for one in facts.package.deals
    )
    heads = (
        *(_head("Code", "Kode", 6), _head("Kind", "Jenis", 10), _head("State", "Keadaan", 12)),
        _head("Stands", "Kedudukan", 14),
        *(_head("Seller", "Penjual", 8), _head("Buyer", "Pembeli", 8), _head("Times (UTC)", "Waktu (UTC)", 24)),
        *(_head("Sent", "Dikirim", 7), _head("Paid, booked", "Dibayar, tercatat", 12)),
        *(
            _head("Perhaps paid", "Mungkin dibayar", 12),
            _head("Asked", "Diminta", 12),
        ),
        *(_head("Hashes", "Hash", 7), _head("Grade", "Nilai", 10)),
    )
    table = Table(
        name="5 rangkaian", title=Both("Deals with them", "Rangkaian transaksi dengan mereka"), heads=heads, rows=rows
    )
    return Section(title=table.title, says=(MONEY, STANDS), tables=(table,))


def _sum(told: str | None, currency: str | None) -> Sum | None:
    """An amount of the package as papers write one."""
    return Sum(minor(Decimal(told), currency), currency) if told and currency else None


def state_of(one: DealLine) -> Both:
    """The state of a deal; where nothing that was sent lies on an exhibit, giving is what was said."""
    return told("said-given" if one.state == "delivered" and not one.items_delivered else one.state)


def stands_of(facts: PartnerFacts, code: str) -> Both:
    """Whether an officer confirmed a deal of the package."""
    return CONFIRMED if facts.stands.get(code, Stands()).is_confirmed else SUGGESTED


def party(code: str | None) -> Both | str | None:
    """A side of a deal by its code; one that stands in no list of the package says why."""
    return OUTSIDE.get(code, code) if code else None


def _times(one: DealLine, stands: Stands) -> Iterator[Both]:
    """When it began, was paid and was sent, as far as that is known."""
    begun, given = (
        "asked for or ordered" if stands.by_order else "offered",
        "sent" if one.items_delivered else "said given",
    )
    said = ((begun, one.offered_at), ("paid", one.paid_at), (given, one.delivered_at))
    yield from (text for word, at in said if (text := _at(word, at)) is not None)


def _at(word: str, at: str | None) -> Both | None:
    words = {
        "offered": "ditawarkan",
        "asked for or ordered": "ditanyakan atau dipesan",
        "paid": "dibayar",
        "sent": "dikirim",
        "said given": "disebut diberikan",
    }
    day = at and at.removesuffix("Z").replace("T", " ")
    return Both(f"{word} {day}", f"{words[word]} {day}") if day else None


def _hashes(facts: PartnerFacts) -> Section:
    size = len(facts.package.contents)
    begins = "1 hash lies" if size == 1 else f"{size} hashes lie"
    says = Both(
        f"{begins} in the package (package.json). `suluh convert` writes them from it as VICS JSON without "
        "media, or as CSV. Each stands for a content that was sent in one of these deals and is known by an exact "
        "match or by the votes of people.",
        f"{size} hash ada dalam paket (package.json). `suluh convert` menuliskannya dari sana sebagai VICS JSON tanpa "
        "media, atau CSV. Masing-masing mewakili isi yang dikirim dalam salah satu rangkaian ini dan dikenal karena "
        "cocok persis atau menurut penilaian orang.",
    )
    rows = tuple((one.sha256, one.md5, one.type, str(one.size)) for one in facts.package.contents)
    heads = (
        _head("SHA-256", "SHA-256", 64),
        _head("MD5", "MD5", 32),
        _head("Type", "Jenis", 12),
        _head("Bytes", "Byte", 10),
    )
    table = Table(name="6 hash", title=Both("Hashes", "Hash"), heads=heads, rows=rows)
    return Section(title=Both("Hashes", "Hash"), says=(says,), sheets=(table,))


def _check(facts: PartnerFacts) -> Section:
    rows: tuple[tuple[Cell, ...], ...] = (
        (Both("Answer to", "Jawaban kepada"), facts.note.contact),
        (Both("Digest of the package", "Digest paket"), facts.seal.digest),
        *((Both(f"Key of {code}", f"Kunci {code}"), fingerprint) for code, fingerprint in facts.keys),
        (
            Both("How to check", "Cara memeriksa"),
            Both("python3 -I verify.py, from the package", "python3 -I verify.py, dari dalam paket"),
        ),
        *(
            (
                Both(f"Withheld: {one.what}", f"Ditahan: {WHAT.get(one.what, one.what)}"),
                Both(f"{one.count}, {_said(one.why).english}", f"{one.count}, {_said(one.why).indonesian}"),
            )
            for one in facts.package.withheld or ()
        ),
    )
    heads = (_head("What", "Apa", 30), _head("Says", "Isi", 70))
    table = Table(
        name="7 periksa",
        title=Both("Whom to answer, and how to check", "Kontak dan cara memeriksa"),
        heads=heads,
        rows=rows,
    )
    return Section(title=Both("Whom to answer, and how to check", "Kontak dan cara memeriksa"), tables=(table,))


def _said(code: str) -> Both:
    return said(code) or Both(code, code)


def grade(facts: PartnerFacts, code: str) -> Both | str:
    """The grade of a row: its own, else the one for all; else that nobody gave one."""
    given = {one.row: f"{one.source}{one.information}" for one in facts.grades}
    return given.get(code) or given.get(ALL) or NOT_GRADED
