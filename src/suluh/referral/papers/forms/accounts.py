# SPDX-License-Identifier: Apache-2.0
"""Whose accounts a paper is about, and by what each counts to them: a decision, a statement, or a record."""

from collections.abc import Iterable, Iterator

from suluh.referral.papers.lines import AccountLine, Guarded, PersonFacts
from suluh.referral.papers.values import Both, Cell, Head, Listed, Section, Table
from suluh.referral.papers.words import told

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


def _suggested(lines: Iterable[AccountLine]) -> Table:
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
    return Table(name="0b akun disarankan", title=title, heads=heads, rows=rows, notes=(note,) if rows else ())


def _named(one: AccountLine) -> tuple[Cell, ...]:
    identifier = one.identifier or Both("not printed", "tidak dicetak")
    return one.code, told(one.service), identifier, _listed(one.names)


def _listed(parts: Iterable[Both | str]) -> Listed | None:
    found = tuple(parts)
    return Listed(found) if found else None


def head_section(facts: PersonFacts) -> Section:
    """Who it is about: accounts with their grounds, accounts only suggested, others by code."""
    tables = [table_of("0a akun", TITLE, facts.accounts), _suggested(facts.suggested)]
    if facts.others:
        tables.append(table_of("0c pihak lain", Both("Other parties", "Pihak lain"), facts.others))
    return Section(
        title=Both("Who this is about", "Siapa yang dimaksud"),
        says=(*facts.called, *facts.unseen, *facts.zones, *_coded(facts.coded), *guarded(facts.guarded)),
        tables=tuple(tables),
    )


def _coded(count: int) -> Iterator[Both]:
    if count:
        yield Both(
            f"{count} accounts of children, victims or who may be one stand here under the code of their person alone.",
            f"{count} akun anak, korban, atau yang mungkin demikian tercantum di sini hanya dengan kode orangnya.",
        )


def guarded(left: Guarded) -> Iterator[Both]:
    """How much is left out as of protected accounts; it is in no table and no sum, and no sum of it is said."""
    if left.deals or left.lines or left.links:
        told = ", ".join((_many(left.deals, "deal"), _many(left.lines, "booked line"), _many(left.links, "link")))
        yield Both(
            f"Withheld as of protected accounts: {told}. They stand in no table and no sum of this paper.",
            f"Ditahan karena akun terlindungi: {left.deals} rangkaian, {left.lines} baris rekening, {left.links} "
            "kaitan. Tidak tercantum dalam tabel dan jumlah mana pun pada lembar ini.",
        )


def _many(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
