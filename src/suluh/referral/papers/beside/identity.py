# SPDX-License-Identifier: Apache-2.0
"""The identity sheet of somebody who lies in the vault: opened by two, handed over apart from every other paper."""

from dataclasses import dataclass

from suluh.referral.papers.beside.sheet import Section, Sheet
from suluh.referral.papers.beside.words import WORDS
from suluh.referral.papers.known import Both

TITLE = Both("Lembar identitas dari ruang tersegel", "Identity sheet from the vault")
APART = Both(
    "Lembar ini dibuka dengan dua kunci dan diserahkan sendiri, terpisah dari catatan dukungan dan dari berkas. Surat "
    "lain hanya memuat kodenya.",
    "This sheet was opened by two keys and is handed over by itself, apart from the note for support and from the "
    "dossier. Every other paper has the code alone.",
)
COPIES = Both(
    "Tidak digandakan. Setelah dibaca, dikembalikan atau dimusnahkan dengan catatan.",
    "Not to be copied. Once read it is given back, or destroyed with a note of that.",
)


@dataclass(frozen=True)
class Known:
    """Who somebody is, as a paper says it; what it does not say is null."""

    code: str
    name: str | None
    birth: str | None
    sex: str | None
    source: str
    """Kind, number and day of the paper."""

    opened_by: tuple[str, str]
    purpose: str
    recipient: str


def identity(one: Known) -> Sheet:
    """The whole paper."""
    said = (
        (Both("Nama", "Name"), one.name),
        (Both("Lahir", "Born"), one.birth),
        (Both("Jenis kelamin menurut surat", "Sex as the paper says"), one.sex),
        (Both("Menurut", "By"), one.source),
    )
    opened = (
        (Both("Dibuka oleh", "Opened by"), ", ".join(one.opened_by)),
        (Both("Untuk", "For"), one.recipient),
        (Both("Keperluan", "Purpose"), one.purpose),
    )
    return Sheet(
        form="identitas",
        title=TITLE,
        about=one.code,
        lines=(APART, COPIES),
        parts=(
            Section(
                Both("Siapa orang ini", "Who this is"),
                pairs=tuple((name, text or WORDS["not-entered"]) for name, text in said),
            ),
            Section(Both("Pembukaan", "Opening"), pairs=opened),
        ),
        signs=Both("Petugas perlindungan anak dan penyelia", "Child-protection officer and supervisor"),
    )
