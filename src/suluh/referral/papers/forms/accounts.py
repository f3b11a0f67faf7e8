# SPDX-License-Identifier: Apache-2.0
"""Whose accounts a paper is about, and by what each counts to them: a decision, a statement, or a record."""

from collections.abc import Iterable, Iterator

from suluh.referral.papers.lines import AccountLine, Guarded, LinkLine, PersonFacts
from suluh.referral.papers.values import Both, Cell, Head, Listed, Section, Table
from suluh.referral.papers.words import done, many, said, told

NAMED = (
    Head(english="Code", indonesian="Kode", width=7),
    Head(english="Service", indonesian="Layanan", width=12),
    Head(english="Identifier", indonesian="Pengenal", width=26),
    Head(english="Names in records", indonesian="Nama dalam catatan", width=22),
)
GROUNDS = (
    Head(english="By decision of an officer on a link", indonesian="Dengan keputusan petugas atas kaitan", width=38),
    Head(
        english="Stated by an officer, no link decided",
        indonesian="Dinyatakan petugas, tanpa keputusan atas kaitan",
        width=30,
    ),
    Head(english="By record", indonesian="Menurut catatan", width=20),
)
TITLE = Both("Accounts of this person, each with its ground", "Akun orang ini, masing-masing dengan dasarnya")


def table_of(name: str, title: Both, lines: Iterable[AccountLine]) -> Table:
    """Accounts with each ground on which they count to their person, apart."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (*_named(one), *(_listed(ground) or "—" for ground in (one.decided, one.stated, one.recorded))) for one in lines
    )
    return Table(name=name, title=title, heads=(*NAMED, *GROUNDS), rows=rows)


def open_links(facts: PersonFacts) -> tuple[str, ...]:
    """The codes of accounts that an undecided link ties to theirs, and that stand in neither table."""
    told_of = {one.code for one in (*facts.accounts, *facts.suggested)}
    ends = (code for one in facts.links if one.judgement == "suggested" for code in (one.left, one.right))
    return tuple(dict.fromkeys(code for code in ends if code not in told_of))


def _beside(facts: PersonFacts) -> Iterator[Both]:
    """That links which nobody decided tie further accounts to theirs, by codes alone."""
    if codes := open_links(facts):
        listed = ", ".join(codes)
        yield Both(
            f"Links that nobody decided, and that by themselves join nobody, tie to these accounts as well: {listed}. "
            "Where a code has no service and identifier on this paper, these are not printed.",
            "Kaitan yang belum diputuskan, dan yang sendirian tidak menggabungkan siapa pun, juga mengaitkan dengan "
            f"akun-akun ini: {listed}. Bila layanan dan pengenal suatu kode tidak ada pada lembar ini, keduanya tidak "
            "dicetak.",
        )


def _suggested(lines: Iterable[AccountLine], beside: Iterable[Both]) -> Table:
    heads = (*NAMED, Head(english="Suggested by", indonesian="Disarankan menurut", width=60))
    rows: tuple[tuple[Cell, ...], ...] = tuple((*_named(one), _listed(one.suggested)) for one in lines)
    title = Both(
        "Accounts only suggested: not counted as theirs", "Akun yang baru disarankan: tidak dihitung sebagai miliknya"
    )
    note = Both(
        "Not counted is that such an account is this person's. A confirmed deal that one of them paid, or was paid in, "
        "is counted all the same, with this among its reasons against.",
        "Yang tidak dihitung: bahwa akun seperti ini milik orang ini. Rangkaian yang dikonfirmasi dan dibayar dari "
        "atau ke akun seperti ini tetap dihitung, dan hal ini tercantum di antara alasan yang menentangnya.",
    )
    return Table(
        name="0b akun disarankan", title=title, heads=heads, rows=rows, notes=(*((note,) if rows else ()), *beside)
    )


def _named(one: AccountLine) -> tuple[Cell, ...]:
    identifier = one.identifier or Both("not printed", "tidak dicetak")
    return one.code, told(one.service), identifier, _listed(one.names)


def _listed(parts: Iterable[Both | str]) -> Listed | None:
    found = tuple(parts)
    return Listed(found) if found else None


def head_section(facts: PersonFacts) -> Section:
    """Who it is about: accounts with their grounds, accounts only suggested, others by code."""
    tables = [table_of("0a akun", TITLE, facts.accounts), _suggested(facts.suggested, _beside(facts))]
    if facts.others:
        tables.append(table_of("0c pihak lain", Both("Other parties", "Pihak lain"), facts.others))
    return Section(
        title=Both("Who this is about", "Siapa yang dimaksud"),
        says=(
            *facts.called,
            *facts.unseen,
            *facts.zones,
            *_coded(facts.coded),
            *_child(facts),
            *guarded(facts.guarded),
        ),
        tables=tuple(tables),
    )


def _child(facts: PersonFacts) -> Iterator[Both]:
    """That a side of a talk is no role, on the paper of somebody who is or may be a child."""
    if facts.is_child:
        yield Both(
            "Buyer and seller say on which side of a talk an account stood, and nothing of what a child wanted, knew "
            "or did wrong. Deals before the day from which a role was given stand under the same code: a child is "
            "protected on every day.",
            "Pembeli dan penjual hanya menyebut di pihak mana suatu akun berada dalam percakapan, dan tidak menyebut "
            "apa yang diinginkan, diketahui, atau dilakukan seorang anak. Rangkaian sebelum tanggal mulai suatu peran "
            "tercantum dengan kode yang sama: anak dilindungi pada hari apa pun.",
        )


def _coded(count: int) -> Iterator[Both]:
    if count:
        yield Both(
            f"Here under the code of their person alone: {many(count, 'account')} of children, of victims, or of who "
            "may be one.",
            f"{count} akun anak, korban, atau yang mungkin demikian tercantum di sini hanya dengan kode orangnya.",
        )


def guarded(left: Guarded) -> Iterator[Both]:
    """How much is left out as of protected accounts; it is in no table and no sum, and no sum of it is said."""
    if left.deals or left.lines or left.links:
        told = ", ".join((many(left.deals, "deal"), many(left.lines, "booked line"), many(left.links, "link")))
        yield Both(
            f"Withheld as of protected accounts: {told}. They stand in no table and no sum of this paper.",
            f"Ditahan karena akun terlindungi: {left.deals} rangkaian, {left.lines} baris rekening, {left.links} "
            "kaitan. Tidak tercantum dalam tabel dan jumlah mana pun pada lembar ini.",
        )
        yield from _not_printed(left.beside)
        yield TELLS


TELLS = Both(
    "Numbers of lines, messages and files that stand nowhere on this paper are of what is withheld, of other talk and "
    "other money alike: the paper does not say which. It cannot keep this from whoever holds the statement or the "
    "export itself: compared with these papers it shows what they do not have.",
    "Nomor baris, pesan, dan file yang tidak ada pada lembar ini dapat berasal dari yang ditahan, atau dari percakapan "
    "dan uang lain: lembar ini tidak menyebut yang mana. Hal itu tidak dapat dirahasiakan dari pemegang rekening koran "
    "atau ekspornya sendiri: perbandingan dengan lembar-lembar ini menunjukkan yang tidak tercantum.",
)
"""What a reader can and cannot tell of what is left out."""


def _not_printed(count: int) -> Iterator[Both]:
    """How many lines are not printed beside those that are withheld."""
    if count:
        yield Both(
            f"Of statements from which lines are withheld only those lines stand here that a deal or a reason names; "
            f"{many(count, 'other line')} of them {'is' if count == 1 else 'are'} not printed, for the one number left "
            "out would be that of the withheld line.",
            "Dari rekening koran yang sebagian barisnya ditahan, yang tercantum di sini hanya baris yang disebut "
            f"rangkaian atau alasan; {count} baris lainnya tidak dicetak, karena satu-satunya nomor yang hilang akan "
            "menunjuk baris yang ditahan.",
        )


_NONE = Both("none beside the officer's word", "tidak ada selain keputusan petugas")


def links_of(name: str, lines: Iterable[LinkLine]) -> Table:
    """Every link of a person's accounts, with its reasons of both kinds."""
    heads = (
        Head(english="Accounts, link", indonesian="Akun, kaitan", width=16),
        Head(english="Stands", indonesian="Kedudukan", width=14),
        Head(english="Reasons for", indonesian="Alasan mendukung", width=32),
        Head(english="Reasons against", indonesian="Alasan menentang", width=32),
        Head(english="What it does not have", indonesian="Yang tidak ada padanya", width=32),
        Head(english="Places", indonesian="Tempat", width=34),
        Head(english="Decided by, on (UTC)", indonesian="Diputuskan oleh, pada (UTC)", width=16),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            *(
                Listed((f"{one.left}, {one.right}", one.called)),
                said(one.judgement),
                Listed((*one.reasons_for, *one.clocks) or (_NONE,)),
            ),
            *(Listed(one.reasons_against), Listed(one.lacks) if one.lacks else None),
            *(Listed(one.places), done(one.by, one.at)),
        )
        for one in lines
    )
    title = Both(
        "Links, rejected and undecided ones as well", "Kaitan, termasuk yang ditolak dan yang belum diputuskan"
    )
    return Table(name=name, title=title, heads=heads, rows=rows, printed=60)
