# SPDX-License-Identifier: Apache-2.0
"""The result of a training case in words, first in Indonesian, then in English."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from suluh.simulator.lessons.check import Result


class Both(NamedTuple):
    """One thing in both languages."""

    indonesian: str
    english: str


NAMES: Mapping[str, Both] = {
    "namesake": Both("nama yang sama", "namesake"),
    "recycled-number": Both("nomor daur ulang", "recycled number"),
    "sold-account": Both("rekening yang dijual", "sold account"),
    "counter-top-up": Both("pulsa diisi lewat konter", "topped up at a counter"),
    "undelivered": Both("dibayar tetapi tidak dikirim", "paid and never delivered"),
    "edited-export": Both("ekspor yang diubah", "edited export"),
    "wrong-zone": Both("zona waktu salah", "wrong zone"),
    "child-with-adult": Both("anak dalam berkas orang dewasa", "child in an adult's dossier"),
    "victim-not-said": Both("penjual anak yang juga korban", "child seller who is a victim"),
    "urgent-not-approved": Both("penyitaan mendesak tanpa persetujuan", "urgent seizure without approval"),
    "witness-missing": Both("saksi penyitaan kurang", "witness of a seizure missing"),
    **{f"p19-{n}": Both(f"P-19 butir {n}", f"P-19 item {n}") for n in range(1, 6)},
}
"""What traps and faults are called."""

LESSON = Both(
    "Pelajaran {0}, {1} menit dari catatan pertama sampai terakhir.",
    "Lesson {0}, {1} minutes from the first entry to the last.",
)
LINKS = Both(
    "Kaitan: {0} benar, {1} salah digabung, {2} salah dipisah, {3} belum digabung, {4} belum ditolak.",
    "Links: {0} right, {1} wrongly joined, {2} wrongly parted, {3} not joined, {4} not rejected.",
)
WRONG = Both("  Keputusan yang salah: {0}.", "  Wrong decisions: {0}.")
JOIN = Both("  Satu orang, belum digabung: {0}.", "  One person, not joined: {0}.")
REJECT = Both("  Dua orang, belum ditolak: {0}.", "  Two persons, not rejected: {0}.")
DEALS = Both(
    "Rangkaian transaksi: {0} benar, {1} salah diputus, {2} belum diputus.",
    "Deals: {0} right, {1} wrongly decided, {2} not decided.",
)
DECIDED = Both("  Salah diputus: {0}.", "  Wrongly decided: {0}.")
TIES = Both(
    "Fakta pada unsur: {0} rangkaian benar, {1} tidak benar atau belum dikonfirmasi.",
    "Facts of elements: {0} deals right, {1} not right or not confirmed.",
)
TIED = Both("  Tidak boleh diandalkan: {0}.", "  Not to be relied on: {0}.")
ALTERNATIVES = Both("Penjelasan lain: {0} dari {1} dijawab.", "Other explanations: {0} of {1} answered.")
OPEN = Both("  Masih terbuka: {0}.", "  Still open: {0}.")
FAULTS = Both("Kesalahan berkas: {0} dari {1} ditemukan.", "Faults of the dossier: {0} of {1} found.")
MISSED = Both("  Belum ditemukan: {0}.", "  Not found: {0}.")
KEPT = Both("Hasil ini tidak disimpan.", "Nothing of this is kept.")

Line = tuple[Both, Sequence[object]]


def told(result: Result) -> Iterator[str]:
    """The lines, one after another."""
    lines = list(_lines(result))
    for number in range(len(Both._fields)):
        yield from (both[number].format(*_named(values, number)) for both, values in lines)


def _lines(result: Result) -> Iterator[Line]:
    links, deals = result.links, result.deals
    yield LESSON, (result.lesson, result.minutes)
    sides = (links.wrong, links.wrongly_parted, links.missed, links.left)
    yield LINKS, (links.right, *map(len, sides))
    yield from _if_any(WRONG, sorted((*links.wrong, *links.wrongly_parted)))
    yield from _if_any(JOIN, links.missed)
    yield from _if_any(REJECT, links.left)
    yield DEALS, (deals.right, len(deals.wrong), len(deals.missed))
    yield from _if_any(DECIDED, deals.wrong)
    yield TIES, (result.ties.right, len(result.ties.wrong))
    yield from _if_any(TIED, result.ties.wrong)
    yield ALTERNATIVES, (result.alternatives - len(result.alternatives_open), result.alternatives)
    yield from _if_any(OPEN, result.alternatives_open)
    yield FAULTS, (result.faults - len(result.faults_missed), result.faults)
    yield from _if_any(MISSED, result.faults_missed)
    yield KEPT, ()


def _if_any(both: Both, values: Sequence[object]) -> Iterator[Line]:
    if values:
        yield both, (values,)


def _named(values: Sequence[object], number: int) -> list[str]:
    """Values as a language says them: a list of names or ids with commas between."""
    return [
        ", ".join(_name(one, number) for one in value) if isinstance(value, list | tuple) else str(value)
        for value in values
    ]


def _name(value: object, number: int) -> str:
    both = NAMES.get(str(value))
    return str(value) if both is None else both[number]
