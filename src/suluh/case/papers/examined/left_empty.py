# SPDX-License-Identifier: Apache-2.0
"""What was left empty where it was entered how an exhibit was taken, handled or copied: an empty cell is no answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from suluh.model.dossier.exhibits import Extraction, Handling, Seizure
from suluh.model.dossier.papers import Paper, Reply
from suluh.model.intake import Authority, Exhibit
from suluh.referral.papers.kinds import typed_moment
from suluh.referral.papers.values import Both

R = TypeVar("R", Seizure, Handling, Extraction)
Parts = Mapping[Both, Callable[[R], object]]

TAKEN: Parts[Seizure] = {
    Both("from whom", "dari siapa"): lambda one: one.holder,
    Both("who took it", "siapa yang menyita"): lambda one: one.officers,
    Both("witnesses", "saksi"): lambda one: one.witnesses,
    Both("the order", "surat perintah"): lambda one: one.order,
    Both("the seizure record", "berita acara penyitaan"): lambda one: one.record,
    Both("the receipt", "tanda terima"): lambda one: one.receipt,
    Both("when copies were given", "kapan salinan diberikan"): lambda one: one.copies_given,
}
HANDLED: Parts[Handling] = {
    Both("from whom", "dari siapa"): lambda one: one.giver,
    Both("to whom", "kepada siapa"): lambda one: one.taker,
    Both("the seal found or left", "segel yang ditemukan atau dipasang"): lambda one: one.seal_found or one.seal_left,
    Both("witnesses", "saksi"): lambda one: one.witnesses,
    Both("the paper about it", "surat tentangnya"): lambda one: one.paper,
}
COPIED: Parts[Extraction] = {
    Both("when it began", "kapan mulai"): lambda one: one.started,
    Both("when it ended", "kapan selesai"): lambda one: one.ended,
    Both("the number of its report", "nomor laporannya"): lambda one: one.report_number,
    Both("what was not obtained", "yang tidak diperoleh"): lambda one: one.not_obtained,
    Both("the seal found", "segel yang ditemukan"): lambda one: one.seal_received,
    Both("the seal left", "segel yang dipasang"): lambda one: one.seal_after,
}
"""What may be entered of each, by what it is called."""


def empties(rows: Iterable[R], parts: Parts[R]) -> Iterator[tuple[str, tuple[Both, ...]]]:
    """The exhibit of each row that leaves something empty, with what that is."""
    for one in rows:
        empty = tuple(name for name, said in parts.items() if not said(one))
        if empty:
            yield one.exhibit, empty


def left_empty(what: Both, rows: Iterable[R], parts: Parts[R]) -> Iterator[Both]:
    """Of each row what it leaves empty, the rows of one exhibit that leave the same empty said once."""
    found: dict[tuple[str, tuple[Both, ...]], int] = {}
    for key in empties(rows, parts):
        found[key] = found.get(key, 0) + 1
    for (label, empty), times in found.items():
        many, many_id = (f" ({times} times)", f" ({times} kali)") if times > 1 else ("", "")
        yield Both(
            f"{label}, {what.english}{many}: not entered are {', '.join(one.english for one in empty)}.",
            f"{label}, {what.indonesian}{many_id}: belum dimasukkan {', '.join(one.indonesian for one in empty)}.",
        )


def two_holders(exhibits: Iterable[Exhibit], taken: Iterable[Seizure]) -> Iterator[Both]:
    """Exhibits whose holder was entered under one name with the exhibit and under another with how it was taken."""
    held = {one.label: one.holder for one in exhibits}
    for one in taken:
        name = held.get(one.exhibit)
        if name and one.holder and name.casefold() != one.holder.casefold():
            yield Both(
                f"{one.exhibit}: its holder was entered as “{name}” with the exhibit and as “{one.holder}” with how it "
                "was taken. Whether both are one person is not entered.",
                f"{one.exhibit}: pemegangnya dimasukkan sebagai “{name}” bersama barang bukti dan sebagai "
                f"“{one.holder}” pada penyitaannya. Apakah keduanya orang yang sama belum dimasukkan.",
            )


def later_authority(
    exhibits: Iterable[Exhibit], papers: Iterable[Authority], taken: Iterable[Seizure]
) -> Iterator[Both]:
    """Exhibits that were taken before the day of the paper that they were entered under."""
    known, days = {one.number: one for one in papers}, {one.exhibit: one.taken for one in taken}
    for one in exhibits:
        paper, day = known.get(one.authority), days.get(one.label)
        if paper is None or day is None or paper.date <= day[:10]:
            continue
        more, more_id = (
            ("", "")
            if paper.approves
            else (
                " That it approves an earlier, urgent seizure is not entered.",
                " Bahwa surat itu menyetujui penyitaan mendesak sebelumnya belum dimasukkan.",
            )
        )
        yield Both(
            f"{one.label} was taken on {typed_moment(day)}, before the day of {paper.number} ({paper.date}), under "
            f"which it was entered.{more}",
            f"{one.label} disita pada {typed_moment(day)}, sebelum tanggal {paper.number} ({paper.date}) yang "
            f"menjadi dasar pencatatannya.{more_id}",
        )


def two_replies(exhibits: Iterable[Exhibit], papers: Iterable[Authority], replies: Mapping[str, str]) -> Iterator[Both]:
    """Exhibits that were entered under one reply and of which a paper of another number is entered as the reply."""
    known = {one.number: one for one in papers}
    for one in exhibits:
        paper, number = known.get(one.authority), replies.get(one.label)
        if paper is not None and paper.kind == "reply" and number and number != paper.number:
            yield Both(
                f"{one.label} was entered under the reply {paper.number} ({paper.date}), and as the paper that came "
                f"with its reply {number} is entered. Whether both are one paper is not entered.",
                f"{one.label} dicatat berdasarkan balasan {paper.number} ({paper.date}), sedangkan sebagai surat yang "
                f"datang bersama balasannya dimasukkan {number}. Apakah keduanya surat yang sama belum dimasukkan.",
            )


def reply_papers(replies: Iterable[Reply], papers: Iterable[Paper]) -> dict[str, str]:
    """By exhibit the number of the paper that came with the reply that it holds."""
    numbers = {one.code: one.number for one in papers}
    found = ((one.exhibit, numbers.get(one.paper or "")) for one in replies)
    return {label: number for label, number in found if label and number}
