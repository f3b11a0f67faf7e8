# SPDX-License-Identifier: Apache-2.0
"""How exhibits came and were copied, as the report of an examination says it, and what nobody entered of that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from suluh.case.corrections.standing_papers import authorities, typed
from suluh.case.papers.after_taking import alone_in
from suluh.case.papers.examined.left_empty import (
    COPIED,
    HANDLED,
    TAKEN,
    empties,
    later_authority,
    left_empty,
    reply_papers,
    two_holders,
    two_replies,
)
from suluh.case.papers.material import Material
from suluh.case.papers.places import TO, ranges
from suluh.model.dossier.entered import Entered
from suluh.model.dossier.exhibits import Extraction, Handling, Seizure
from suluh.model.dossier.papers import Paper, Reply
from suluh.model.intake import Standing
from suluh.referral.papers.kinds import numbered, typed_moment
from suluh.referral.papers.values import Both, Cell
from suluh.referral.papers.words import told

E = TypeVar("E", bound=Entered)


@dataclass(frozen=True)
class Received:
    """The exhibits that a report is about, by their labels."""

    material: Material
    labels: tuple[str, ...]

    def _typed(self, kind: type[E]) -> tuple[E, ...]:
        """What stands of a kind that officers type."""
        return typed(self.material.case.rows, kind)

    def _paper(self, code: str | None) -> Both | str | None:
        """A paper as it is called outside, by its kind and number."""
        found = next((one for one in self._typed(Paper) if one.code == code), None)
        return code if found is None else numbered(found.kind, found.number)

    def lacking(self) -> Iterator[Both]:
        """What nobody entered of exhibits that were seized, and what follows: an empty table does not say it."""
        for (english, indonesian), lacks in zip(_ENTERED, self._lacks(), strict=True):
            yield from _not_entered(lacks, english, indonesian)
        for (english, indonesian), lacks in zip(_OF_REPLIES, self._replies_lack(), strict=True):
            yield from _not_entered(lacks, english, indonesian)
        taken = ", ".join(self._named(self._lacks()))
        if taken:
            yield Both(
                f"So this report does not show whether each of these is as it was when it was taken: {taken}.",
                f"Karena itu laporan ini tidak menunjukkan apakah masing-masing sama seperti saat disita: {taken}.",
            )
        sent = ", ".join(self._named(self._replies_lack()))
        if sent:
            yield Both(
                f"Nor whether each of these, which came as replies, is as it was when it was sent: {sent}.",
                "Laporan ini juga tidak menunjukkan apakah masing-masing berikut, yang datang sebagai balasan, sama "
                f"seperti saat dikirim: {sent}.",
            )

    def partly(self) -> Iterator[Both]:
        """What is empty in what was entered, and papers that are younger than the taking."""
        taken = [one for one in self._typed(Seizure) if one.exhibit in self.labels]
        handled = [one for one in self._typed(Handling) if one.exhibit in self.labels]
        copied = [one for one in self._typed(Extraction) if one.exhibit in self.labels]
        yield from left_empty(Both("how it was taken", "penyitaannya"), taken, TAKEN)
        yield from left_empty(Both("what was done with it", "penanganannya"), handled, HANDLED)
        yield from left_empty(Both("how it was copied", "penyalinannya"), copied, COPIED)
        mine = [one for one in self.material.exhibits if one.label in self.labels]
        yield from two_holders(mine, taken)
        allowed = tuple(authorities(self.material.case.rows))
        yield from later_authority(mine, allowed, taken)
        yield from two_replies(mine, allowed, reply_papers(self._typed(Reply), self._typed(Paper)))

    def bare(self) -> tuple[str, ...]:
        """The exhibits of which something of that was not entered."""
        return self._named((*self._lacks(), *self._replies_lack()))

    def half_empty(self) -> dict[str, tuple[Both, ...]]:
        """What is empty in what was entered of exhibits of which each step was, by exhibit in the order of intake."""
        found: dict[str, dict[Both, None]] = {}
        taken, handled = empties(self._typed(Seizure), TAKEN), empties(self._typed(Handling), HANDLED)
        for label, names in (*taken, *handled, *empties(self._typed(Extraction), COPIED)):
            found.setdefault(label, {}).update(dict.fromkeys(names))
        wanted = (one.label for one in self.material.exhibits if one.label in {*self.labels} - {*self.bare()})
        return {label: tuple(found[label]) for label in wanted if label in found}

    def _named(self, lacks: Sequence[Sequence[str]]) -> tuple[str, ...]:
        """Exhibits of which any of some things was not entered, in the order of intake."""
        found = {label for each in lacks for label in each}
        return tuple(one.label for one in self.material.exhibits if one.label in found)

    def _came_as_replies(self) -> list[str]:
        """Exhibits that came as a reply: nobody seized them, and there is no image of them."""
        replies = {one.number for one in authorities(self.material.case.rows) if one.kind == "reply"}
        came = (one.label for one in self.material.exhibits if one.authority in replies)
        return [label for label in came if label in self.labels]

    def _replies_lack(self) -> tuple[list[str], ...]:
        """Of what can be entered of a reply, in the order of `_OF_REPLIES`, the exhibits that lack it."""
        handled = {one.exhibit for one in self._typed(Handling)}
        dated = {one.exhibit for one in self._typed(Reply)}
        bare = [label for label in self._came_as_replies() if label not in handled]
        return bare, [label for label in bare if label not in dated]

    def _lacks(self) -> tuple[list[str], ...]:
        """Of each kind in the order of `_ENTERED` the exhibits of which nobody entered it."""
        replies = set(self._came_as_replies())
        wanted = [one.label for one in self.material.exhibits if one.label in {*self.labels} - replies]
        copied = self._typed(Extraction)
        entered = (
            {one.exhibit for one in self._typed(Seizure)},
            {one.exhibit for one in self._typed(Handling)},
            {one.exhibit for one in copied},
            {one.exhibit for one in copied if one.image_digests},
        )
        return tuple([label for label in wanted if label not in has] for has in entered)

    def later(self) -> Iterator[Both]:
        """Files whose path holds a day after the one on which their exhibit was taken, and the deals that they bear."""
        for label, one in self.material.late.items():
            if label in self.labels:
                yield self._later(label, one.day, one.files)
                yield from self._bear(label)

    def _later(self, label: str, day: str, names: Sequence[str]) -> Both:
        standings = self.material.case.rows.by_column(Standing, "file", names)
        shown = ", ".join(ranges(sorted(one.position + 1 for one in standings)))
        return Both(
            f"{label} was taken on {day}; {len(names)} of its files hold a later day in their path (numbers in the "
            f"order of intake: {shown}). Folders and archives are of the path. "
            "Why so is not said here: a name can be wrong, and so can the day.",
            f"{label} disita pada {day}; {len(names)} filenya memuat tanggal sesudahnya dalam jalurnya (nomor urut "
            f"penerimaan: {shown}). Jalur mencakup folder dan arsip. "
            "Sebabnya tidak dinyatakan di sini: nama dapat salah, tanggal penyitaan juga.",
        )

    def _bear(self, label: str) -> Iterator[Both]:
        """The deals of which messages stand in such files alone, the first of them on this exhibit."""
        material, found = self.material, list[Both]()
        for deal in material.parties.deals:
            some = sum(one == label for one in alone_in(material.said(deal), material.of_late))
            if some and deal.judgement != "rejected":
                name, size = material.parties.named(deal), f"{some}/{len(material.said(deal))}"
                found.append(Both(f"{name.english} {size}", f"{name.indonesian} {size}"))
        if found:
            yield Both(
                f"Messages of deals that stand in these files of {label} and in no file without such a day, of all "
                f"messages of each: {', '.join(one.english for one in found)}.",
                f"Pesan rangkaian yang ada dalam file {label} itu dan tidak dalam file tanpa tanggal seperti itu, dari "
                f"semua pesan masing-masing: {', '.join(one.indonesian for one in found)}.",
            )

    def seizures(self) -> Iterator[tuple[Cell, ...]]:
        """How each was taken, with the papers by kind and number."""
        for one in self._typed(Seizure):
            if one.exhibit in self.labels:
                papers = joined(tuple(map(self._paper, (one.order, one.record, one.receipt))), " / ")
                yield (
                    *(
                        one.exhibit,
                        typed_moment(one.taken),
                        one.place,
                        one.holder,
                        ", ".join(one.officers),
                        ", ".join(one.witnesses),
                    ),
                    *(papers, typed_moment(one.copies_given)),
                )

    def handling(self) -> Iterator[tuple[Cell, ...]]:
        """What was done with each."""
        for one in self._typed(Handling):
            if one.exhibit in self.labels:
                act = told("opened" if one.act == "open" else one.act)
                seals = joined((one.seal_found, one.seal_left), " / ")
                yield (
                    *(one.exhibit, act, typed_moment(one.done), one.giver, one.taker, seals, ", ".join(one.witnesses)),
                    joined((self._paper(one.paper), one.note), "; "),
                )

    def extractions(self) -> Iterator[tuple[Cell, ...]]:
        """How each was copied."""
        for one in self._typed(Extraction):
            if one.exhibit in self.labels:
                yield (
                    *(one.exhibit, one.acquisition, f"{one.tool} {one.tool_version}", one.examiner),
                    *(
                        joined((typed_moment(one.started), typed_moment(one.ended)), f" {TO} "),
                        one.report_number,
                        "\n".join(map(algorithm, one.image_digests)),
                    ),
                    *("; ".join(one.not_obtained), joined((one.seal_received, one.seal_after), " / ")),
                )


_ENTERED = (
    ("how it was taken", "cara penyitaannya"),
    ("what was done with it", "penanganannya"),
    ("how it was copied", "cara penyalinannya"),
    ("the digest of its image", "hash citranya"),
)


_OF_REPLIES = (
    ("who received the reply, and on what carrier it came", "siapa yang menerima balasannya, dan pada media apa"),
    ("on which day the reply came", "tanggal balasannya diterima"),
)


def _not_entered(lacks: Sequence[str], english: str, indonesian: str) -> Iterator[Both]:
    bare = ", ".join(lacks)
    if bare:
        yield Both(f"Not entered, {english}: {bare}.", f"Belum dimasukkan, {indonesian}: {bare}.")


_ALGORITHMS = {32: "MD5", 40: "SHA-1", 64: "SHA-256"}
"""By how many hexadecimal digits a digest has; no other length can be entered."""


def algorithm(digest: str) -> str:
    """A digest behind the name of what makes digests of its length."""
    return f"{_ALGORITHMS[len(digest)]} {digest}"


def joined(parts: Sequence[Both | str | None], between: str) -> Both | None:
    """What is there of some texts, with something between; null where nothing is."""
    there = [part if isinstance(part, Both) else Both(part, part) for part in parts if part]
    if not there:
        return None
    return Both(between.join(one.english for one in there), between.join(one.indonesian for one in there))
