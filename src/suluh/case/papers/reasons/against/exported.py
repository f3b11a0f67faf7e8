# SPDX-License-Identifier: Apache-2.0
"""What bears on whether words were changed or left out: exports of text alone, files left out, files of a later day."""

import re
from collections.abc import Iterator, Sequence

from suluh.case.papers.after_taking import alone_in
from suluh.case.papers.material import Material
from suluh.case.papers.reasons.numbered import Numbered
from suluh.case.papers.remark import Remark
from suluh.case.views.records import Shown
from suluh.model.after.beyond import Joint
from suluh.model.intake import Standing
from suluh.model.place import Place
from suluh.model.talk import Message
from suluh.model.trade import Deal
from suluh.referral.papers.values import Both

_TEXT = re.compile(r"(^|-)(text|html)$")
"""Readers of exports in which each line is plain text."""

_LEFT_OUT = frozenset({"omitted", "not-exported", "missing"})


def exported(material: Material, deals: Sequence[Deal]) -> Iterator[Remark]:
    """What some deals have of it, each deal by its code with its number of messages."""
    told = {one.id: material.said(one) for one in deals}
    texts = _text_files(material, (place for some in told.values() for one in some for place in one.places))
    codes = material.parties.deal_codes
    bare, left, late = list[_One](), list[_One](), list[_One]()
    for deal in deals:
        name, said = (codes[deal.id], material.parties.named(deal)), told[deal.id]
        plain = [one for one in said if all(place.file in texts for place in one.places)]
        if plain:
            on = ", ".join(sorted({place.exhibit for one in plain for place in one.places}))
            bare.append(_after(name, f"{len(plain)}/{len(said)} [{on}]"))
        if gone := sum(one.state in _LEFT_OUT for shown in said for one in shown.record.attachments):
            left.append(_after(name, str(gone)))
        if some := sum(1 for _ in alone_in(said, material.of_late)):
            late.append(_after(name, f"{some}/{len(said)}"))
    if bare:
        yield _listed(
            "messages that stand in exports as text alone, in which a line can be changed or taken out: ",
            "pesan yang hanya ada dalam ekspor berupa teks, yang barisnya dapat diubah atau dihapus: ",
            bare,
        )
    if left:
        yield _listed(
            "attachments that the record names, and that lie not beside it: ",
            "lampiran yang disebut catatan, tetapi tidak ada di sampingnya: ",
            left,
        )
    if late:
        yield _listed(
            "messages that stand in files alone whose path has a day after the exhibit was taken: ",
            "pesan yang hanya ada dalam file yang jalurnya memuat tanggal sesudah barang bukti disita: ",
            late,
        )
    yield from map(Remark, _differing(material, [one for some in told.values() for one in some]))


_One = tuple[str, Both]
"""A deal by its code, and as it stands in a list."""


def _after(one: _One, size: str) -> _One:
    """A deal and how many of its messages."""
    code, name = one
    return code, Both(f"{name.english} {size}", f"{name.indonesian} {size}")


def _listed(english: str, indonesian: str, deals: Sequence[_One]) -> Remark:
    says = Both(
        english + ", ".join(one.english for _, one in deals), indonesian + ", ".join(one.indonesian for _, one in deals)
    )
    return Remark(says, deals=tuple(code for code, _ in deals))


def _text_files(material: Material, places: Iterator[Place]) -> frozenset[str]:
    """The files of some places that a reader of text alone read."""
    files = sorted({place.file for place in places})
    found = material.case.rows.by_column(Standing, "file", files)
    return frozenset(one.file for one in found if _TEXT.search(one.reader or ""))


def _differing(material: Material, said: Sequence[Shown[Message]]) -> Iterator[Both]:
    """Copies that differ in words or clocks."""
    differ = sum(bool(one.differs) for one in said)
    if differ:
        yield Both(f"{differ} messages differ between two exhibits", f"{differ} pesan berbeda antara dua barang bukti")
    talks = sum(1 for joint in material.case.nouns(Joint) if joint.record == "conversation" and any(joint.shifts))
    if talks:
        yield Both(
            f"{talks} conversations of the case have copies with other clocks",
            f"{talks} percakapan dalam perkara ini mempunyai salinan dengan jam berbeda",
        )


def against(material: Material, numbered: Numbered) -> Iterator[Both]:
    """Messages of a deal or its reasons that stand in files alone of a day after their exhibit was taken."""
    every = {name: one for name in numbered.messages if (one := material.messages.get(name))}
    for label, late in material.late.items():
        names = [name for name, one in every.items() if label in alone_in((one,), material.of_late)]
        if names:
            at = numbered.within(names)
            yield Both(
                f"{len(names)} of the {len(every)} messages on which it and its reasons rest stand in files of {label} "
                f"whose path has a day after it was taken ({late.day}), and in no file without such a day. How these "
                f"files came there is not said.{at.english}",
                f"{len(names)} dari {len(every)} pesan yang menjadi dasarnya dan dasar alasannya ada dalam file "
                f"{label} yang jalurnya memuat tanggal sesudah penyitaannya ({late.day}), dan tidak dalam file tanpa "
                f"tanggal seperti itu. Bagaimana file itu ada di sana tidak dinyatakan.{at.indonesian}",
            )
