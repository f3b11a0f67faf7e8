# SPDX-License-Identifier: Apache-2.0
"""What D1 says of papers that hang on an age, and of a status of which nobody entered whose it is."""

from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.contents import papers_of
from suluh.case.dossiers.matrix import code_of
from suluh.case.papers.parties import NOBODY, Parties
from suluh.model.dossier.papers import Paper
from suluh.referral.papers.kinds import STATUS_PAPER, numbered
from suluh.referral.papers.values import Both, Cell, Listed


def of_a_child(brief: Brief, parties: Parties) -> dict[tuple[str, str], Both]:
    """How a paper of a child stands where no defendant is said to be one: by an age not known, or another child."""
    ages = [code_of(brief, one, parties) for one in brief.defendants if one.age == "not-known"]
    others = sorted({parties.person(one) for one in parties.children} - {*ages, NOBODY})
    who, also = ", ".join(ages), ", ".join(others)
    victim = Both(
        f"of {also}, a child of this case who is no defendant here, none is entered",
        f"dari {also}, anak dalam perkara ini yang bukan tersangka di sini, tidak ada yang dimasukkan",
    )
    unknown = Both(
        f"none entered; whether it is needed depends on the age of {who}, which is not known",
        f"tidak dimasukkan; perlu tidaknya bergantung pada umur {who}, yang belum diketahui",
    )
    if not others:
        return {("child", "age-not-known"): unknown}
    both = Both(*("; ".join(pair) for pair in zip(_texts(unknown), _texts(victim), strict=True)))
    none = Both(
        f"of the defendants not applicable; {victim.english}", f"bagi tersangka tidak berlaku; {victim.indonesian}"
    )
    return {("child", "age-not-known"): both, ("child", "not-applicable"): none}


def _texts(one: Both) -> tuple[str, str]:
    return one.english, one.indonesian


def of_nobody(brief: Brief) -> tuple[Paper, ...]:
    """The papers of status in this dossier that no defendant names: whose status they give is not entered."""
    named = {one.status_paper for one in brief.defendants}
    return tuple(one for one in papers_of(brief) if one.kind == STATUS_PAPER and one.code not in named)


def with_unsaid(status: Both | None, unsaid: tuple[Paper, ...]) -> Cell:
    """What was entered for a status, and papers of status of which nobody entered whose it is."""
    told = [] if status is None else [status]
    for name in (numbered(one.kind, one.number) for one in unsaid):
        english = f"whose status {name.english} gives is not entered"
        told.append(Both(english, f"status siapa yang ditetapkan {name.indonesian} belum dimasukkan"))
    return Listed(tuple(told)) if told else ""
