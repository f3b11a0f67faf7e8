# SPDX-License-Identifier: Apache-2.0
"""D7, the note for those who support somebody: risk first, then needs; nothing of material, trade or other persons."""

from dataclasses import dataclass

from suluh.model.dossier.care import SupportNote
from suluh.referral.papers.beside.sheet import Section, Sheet
from suluh.referral.papers.beside.words import RISK, ROLES, STATES, WORDS
from suluh.referral.papers.known import Both

TITLE = Both("Catatan dukungan", "Note for support")
APART = Both(
    "Siapa orang ini tidak tertulis di sini: identitas disampaikan terpisah, dari ruang tersegel.",
    "Who this is does not stand here: the identity is handed over apart, from the vault.",
)


@dataclass(frozen=True)
class Known:
    """What the case knows beside the note."""

    roles: tuple[tuple[str, str | None, str | None], ...] = ()
    """A child's role or status with its days."""

    papers: tuple[tuple[str, str], ...] = ()
    """Kind, number and day of each paper that this rests on, under its code in the case."""

    victim_before: str | None = None
    told: str | None = None
    duties: tuple[tuple[Both, str, str], ...] = ()
    """Law with what it asks, day and state of each duty towards them."""


def support(note: SupportNote, known: Known) -> Sheet:
    """The whole paper."""
    parts = (_now(note), _needs(note), _roles(known), _duties(known), _sources(known))
    return Sheet(
        form="D7",
        title=TITLE,
        about=note.person,
        lines=(APART,),
        parts=tuple(one for one in parts if one is not None),
        signs=Both("Petugas perlindungan anak", "Child-protection officer"),
    )


def _now(note: SupportNote) -> Section:
    return Section(
        Both("Bahaya sekarang", "Risk now"),
        pairs=(
            (Both("Dalam bahaya", "At risk"), RISK[note.risk]),
            (Both("Mengapa", "Why"), note.why or WORDS["not-entered"]),
        ),
    )


def _needs(note: SupportNote) -> Section:
    entered = (
        (Both("Yang dibutuhkan", "What they need"), note.needs),
        (Both("Cara dihubungi yang diinginkan", "How they want to be reached"), note.contact),
        (Both("Bahasa", "Language"), note.language),
    )
    return Section(
        Both("Kebutuhan dan keinginan", "Needs and wishes"),
        pairs=tuple((name, value or WORDS["not-entered"]) for name, value in entered),
    )


def _roles(known: Known) -> Section:
    before = ((Both("Pernah menjadi korban, menurut", "Was a victim before, says"), known.victim_before or ""),)
    return Section(
        Both("Kedudukan dan pemberitahuan", "Roles and notices"),
        pairs=(
            *((ROLES[kind], _days(since, until)) for kind, since, until in known.roles),
            *(before if known.victim_before else ()),
            (
                Both("Diberi tahu tentang restitusi", "Told of restitution"),
                known.told or WORDS["not-entered"],
            ),
        ),
    )


def _days(since: str | None, until: str | None) -> Both:
    if since is None and until is None:
        return Both("tanpa tanggal", "without a day")
    return Both(
        " ".join(f"{word} {day}" for word, day in (("sejak", since), ("sampai", until)) if day),
        " ".join(f"{word} {day}" for word, day in (("since", since), ("until", until)) if day),
    )


def _duties(known: Known) -> Section | None:
    if not known.duties:
        return None
    rows = tuple((law, due or WORDS["unknown"], STATES.get(state, state)) for law, due, state in known.duties)
    heads = (Both("Ketentuan", "Law"), Both("Paling lambat", "Due"), Both("Keadaan", "State"))
    return Section(Both("Kewajiban kepada orang ini", "Duties towards them"), heads=heads, rows=rows)


def _sources(known: Known) -> Section:
    return Section(
        Both("Dasar", "Sources"),
        lines=() if known.papers else (WORDS["none"],),
        heads=(Both("Letak", "Place"), Both("Surat", "Paper")),
        rows=known.papers,
    )
