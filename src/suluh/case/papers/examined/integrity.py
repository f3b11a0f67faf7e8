# SPDX-License-Identifier: Apache-2.0
"""What the report says of exhibits and their copies: how they came, and whether every digest agrees."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from suluh.case.corrections.standing_papers import acquisitions, typed
from suluh.case.dossiers.noted import noted
from suluh.case.papers.material import Material
from suluh.model.dossier.exhibits import Extraction
from suluh.model.intake import Content, File, Flaw
from suluh.referral.papers.forms import d2
from suluh.referral.papers.values import Both, Cell
from suluh.referral.papers.words import done

Tell = Callable[[str], str]
"""Says a sentence of the case in Indonesian, as far as it can."""


@dataclass(frozen=True)
class Integrity:
    """Of the exhibits that a report is about, by their labels."""

    material: Material
    labels: tuple[str, ...]
    tell: Tell
    sources: int | None
    """How many files were digested again when this was written, and agreed; null where nobody asked for that."""

    def exhibits(self) -> Iterator[tuple[Cell, ...]]:
        """Each exhibit as it was entered."""
        copies = Counter(one.exhibit for one in acquisitions(self.material.case.rows))
        zones = {
            one.label: said
            for one, said in zip(self.material.exhibits, self.material.zone_says(self._all), strict=True)
        }
        for one in self.material.exhibits:
            if one.label in self.labels:
                yield one.label, one.authority, one.holder, copies[one.label], zones[one.label], done(one.by, one.at)

    @property
    def _all(self) -> list[str]:
        return [one.label for one in self.material.exhibits]

    def copies(self) -> Iterator[tuple[Cell, ...]]:
        """Of each copy how many files it lists, have a digest, and have a stated one that agrees."""
        owner = {one.id: (one.exhibit, one.acquisition) for one in self.material.case.nouns(File) if not one.containers}
        listed, hashed = Counter(owner.values()), Counter[tuple[str, str]]()
        hashed.update(owner[one.file] for one in self.material.case.nouns(Content) if one.file in owner)
        differ = Counter((one.place.exhibit, one.place.acquisition) for one in self._stated())
        for one in acquisitions(self.material.case.rows):
            if one.exhibit in self.labels:
                key = one.exhibit, one.name
                compared: Cell = differ[key] if one.stated else d2.NOTHING_STATED
                yield one.exhibit, one.name, listed[key], hashed[key], len(one.stated), compared

    def _stated(self) -> Iterator[Flaw]:
        return self.material.case.nouns(Flaw, {"step": "stated"})

    def disagreements(self) -> Iterator[tuple[Cell, ...]]:
        """Files whose digest is not the stated one."""
        why = {
            (one.exhibit, one.acquisition): one.difference
            for one in typed(self.material.case.rows, Extraction)
            if one.difference
        }
        for one in sorted(self._stated(), key=lambda flaw: (flaw.place.exhibit, flaw.place.path, flaw.id)):
            if one.place.exhibit in self.labels:
                said = why.get((one.place.exhibit, one.place.acquisition))
                more = f" ({said})" if said else ""
                yield (
                    one.place.exhibit,
                    self.material.told((one.place,))[0],
                    Both(one.reason + more, self.tell(one.reason) + more),
                )

    def checked(self) -> Iterator[Both]:
        """What was compared again, and when."""
        yield Both(
            "Every row that this report is made of was compared with the ledger when it was read.",
            "Setiap baris yang menjadi dasar laporan ini dicocokkan dengan buku jejak saat dibaca.",
        )
        if self.sources is None:
            yield self._digested()
        else:
            yield Both(
                f"Files of the exhibits that were digested again for this report: {self.sources}; all agree.",
                f"Untuk laporan ini {self.sources} file barang bukti dihitung ulang; semuanya cocok.",
            )

    def _digested(self) -> Both:
        """When the files of the exhibits were last digested again, where that holds still."""
        last = noted(self.material.case).sources
        if last is None:
            return Both(
                "The files of the exhibits were not digested again since they were added or read.",
                "File barang bukti belum dihitung ulang hash-nya sejak dimasukkan atau dibaca.",
            )
        day, by = last.at[:10], last.actor
        return Both(
            f"The files of the exhibits were last digested again on {day} by {by}; all agreed, and nothing was added, "
            "read anew or corrected since.",
            f"File barang bukti terakhir dihitung ulang hash-nya pada {day} oleh {by}; semuanya cocok, dan sejak itu "
            "tidak ada yang ditambahkan, dibaca ulang, atau diperbaiki.",
        )
