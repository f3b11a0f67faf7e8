# SPDX-License-Identifier: Apache-2.0
"""D13, the sheet of how a case ended: for each defendant, for the children as a number, and what came back."""

from dataclasses import dataclass

from suluh.model.dossier.charges import Ending
from suluh.referral.papers.beside.sheet import Section, Sheet
from suluh.referral.papers.beside.words import ENDINGS, KINDS, WORDS
from suluh.referral.papers.known import Both

TITLE = Both("Lembar akhir perkara", "Sheet of the end of a case")
ABOUT = (
    Both(
        "Lembar ini dibaca sekali oleh setiap petugas yang menandatangani catatan dalam perkara ini.",
        "This sheet is read once by every officer who signed an entry of this case.",
    ),
    Both(
        "Isi putusan tidak dicetak di sini, karena dapat memuat nama; lihat suratnya.",
        "What a judgment says is not printed here, for it may hold names; see the paper.",
    ),
)


@dataclass(frozen=True)
class Ended:
    """One defendant, by codes, with the ending and its paper; null where none is entered."""

    defendant: str
    dossier: str
    ending: Ending | None = None
    paper: str = ""


@dataclass(frozen=True)
class Sent:
    """A package that left, and the papers that answered it."""

    kind: str
    day: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What one kind of sender asked, and how it stands."""

    sender: str
    items: int
    answered: int
    cannot: int


@dataclass(frozen=True)
class Whole:
    """Everything that the sheet is made of."""

    case: str
    ended: tuple[Ended, ...] = ()
    children: tuple[tuple[str, int], ...] = ()
    """Children under codes in the vault, notes and series, by the letters of their code."""

    sent: tuple[Sent, ...] = ()
    asked: tuple[Asked, ...] = ()
    officers: tuple[tuple[str, str | None, bool], ...] = ()
    """Who signed an entry, on which day they read this, and whether it says still what they read."""


_CHILDREN = {
    "AK": Both("Anak korban", "Child victims"),
    "AS": Both("Anak saksi", "Child witnesses"),
    "A": Both("Anak yang berkonflik dengan hukum", "Children in conflict with the law"),
}


def ending(whole: Whole) -> Sheet:
    """The whole paper."""
    parts = (_endings(whole), _restitution(whole), _exhibits(whole), _children(whole), _sent(whole), _asked(whole))
    return Sheet(
        form="D13",
        title=TITLE,
        about=whole.case,
        lines=ABOUT,
        parts=(*parts, _read(whole)),
        signs=Both("Penyelia", "Supervisor"),
    )


def _table(title: Both, heads: tuple[Both, ...], rows: tuple[tuple[Both | str, ...], ...]) -> Section:
    """A table; where it has no row it says so."""
    return Section(title, lines=() if rows else (WORDS["none"],), heads=heads if rows else (), rows=rows)


def _endings(whole: Whole) -> Section:
    heads = (
        Both("Tersangka", "Defendant"),
        Both("Berkas", "Dossier"),
        Both("Akhir", "Ending"),
        Both("Tanggal", "Day"),
        Both("Surat", "Paper"),
    )
    rows = tuple(
        (
            one.defendant,
            one.dossier,
            ENDINGS[one.ending.kind] if one.ending else WORDS["not-entered"],
            one.ending.date if one.ending else "",
            one.paper,
        )
        for one in whole.ended
    )
    return _table(Both("Akhir per tersangka", "Ending for each defendant"), heads, rows)


def _restitution(whole: Whole) -> Section:
    heads = (Both("Tersangka", "Defendant"), Both("Diperintahkan", "Ordered"), Both("Dibayar", "Paid"))
    found = [
        (one.defendant, one.ending.restitution_ordered, one.ending.restitution_paid)
        for one in whole.ended
        if one.ending
    ]
    named = [row for row in found if row[1] or row[2]]
    rows: list[tuple[Both | str, ...]] = [(who, _money(ordered), _money(paid)) for who, ordered, paid in named]
    if len(rows) > 1:
        sums = (str(sum(int(row[at] or 0) for row in named)) for at in (1, 2))
        rows.append((WORDS["whole"], *map(_money, sums)))
    title = Both("Restitusi, dalam satuan mata uang putusan", "Restitution, in the currency of the judgment")
    return _table(title, heads, tuple(rows))


def _money(digits: str | None) -> Both:
    if digits is None:
        return WORDS["not-entered"]
    english = f"{int(digits):,}"
    return Both(english.replace(",", "."), english)


def _exhibits(whole: Whole) -> Section:
    heads = (
        Both("Tersangka", "Defendant"),
        Both("Dikembalikan", "Returned"),
        Both("Dimusnahkan", "Destroyed"),
        Both("Dirampas", "Forfeited"),
    )
    rows = tuple(
        (
            one.defendant,
            *(
                ", ".join(labels) or "\u2013"
                for labels in (one.ending.returned, one.ending.destroyed, one.ending.forfeited)
            ),
        )
        for one in whole.ended
        if one.ending and (one.ending.returned or one.ending.destroyed or one.ending.forfeited)
    )
    return _table(Both("Barang bukti", "Exhibits"), heads, rows)


def _children(whole: Whole) -> Section:
    title = Both("Anak yang dilindungi, dalam jumlah", "Children safeguarded, as a number")
    return Section(title, pairs=tuple((_CHILDREN[letters], str(size)) for letters, size in whole.children))


def _sent(whole: Whole) -> Section:
    heads = (Both("Paket untuk", "Package for"), Both("Disetujui", "Approved"), Both("Jawaban", "Answer"))
    rows = tuple(
        (KINDS.get(one.kind, KINDS["other"]), one.day, "; ".join(one.answers) or WORDS["not-entered"])
        for one in whole.sent
    )
    return _table(Both("Paket yang dikirim dan jawabannya", "Packages sent and their answers"), heads, rows)


def _asked(whole: Whole) -> Section:
    heads = (
        Both("Permintaan dari", "Requests of"),
        Both("Butir", "Items"),
        Both("Dijawab", "Answered"),
        Both("Tidak dapat dijawab", "Cannot be answered"),
        Both("Masih terbuka", "Still open"),
    )
    rows: tuple[tuple[Both | str, ...], ...] = tuple(
        (
            KINDS.get(one.sender, KINDS["other"]),
            *map(str, (one.items, one.answered, one.cannot, one.items - one.answered - one.cannot)),
        )
        for one in whole.asked
    )
    return _table(Both("Permintaan kepada unit", "Requests to the unit"), heads, rows)


def _read(whole: Whole) -> Section:
    heads = (Both("Petugas", "Officer"), Both("Dibaca pada, atau paraf", "Read on, or initials"))
    rows = tuple((code, _when(day, is_same=is_same)) for code, day, is_same in whole.officers)
    return _table(Both("Dibaca oleh", "Read by"), heads, rows)


def _when(day: str | None, *, is_same: bool) -> Both | str:
    if day is None or is_same:
        return day or ""
    return Both(f"{day}; isinya berubah sejak itu", f"{day}; it changed since")
