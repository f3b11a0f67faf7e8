# SPDX-License-Identifier: Apache-2.0
"""Which kind of paper may stand where one is named: a judgment ends a case, a receipt does not."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.model.body import kind_of
from suluh.model.dossier.charges import Ending
from suluh.model.dossier.entered import Entered
from suluh.model.dossier.exhibits import Seizure, Told
from suluh.model.dossier.papers import Letter, Paper, Request
from suluh.model.errors import Misuse

OTHER = "lainnya"
"""Any other paper: it may stand everywhere, for the list of kinds is not complete."""

ENDS = {
    "putusan": ("putusan",),
    "SP3": ("SP3",),
    "diversi": ("diversi", "penetapan"),
    "dismissed": ("penetapan", "putusan", "surat"),
}
"""By which papers a case ends so; diversion stands once a court's `penetapan` says so."""

BY_PROSECUTOR = ("P-16", "P-17", "P-18", "P-19", "P-20", "P-21", "P-22", "surat")
TAKES: dict[type[Entered], dict[str, tuple[str, ...]]] = {
    Letter: {"paper": ("surat",)},
    Seizure: {
        "order": ("SP.Sita", "izin", "penetapan"),
        "record": ("BA-penyitaan", "BA-penyisihan"),
        "receipt": ("tanda-terima", "tanda-terima-salinan"),
    },
    Told: {"paper": ("BAP-saksi", "BAP-korban", "BAP-ahli", "BAP-tersangka", "BAP-anak")},
}
"""What each field takes. Check 9 of a dossier asks the same of a status and its notice."""


def check_kinds(case: Case, one: Entered) -> None:
    """Raise `Misuse` for the first paper that is named where one of its kind cannot stand."""
    for wrong in wrong_kinds(case, one):
        raise Misuse(wrong)


def wrong_kinds(case: Case, one: Entered) -> Iterator[str]:
    """Each such paper, in a sentence that says what belongs there."""
    takes = {name: kinds for name, kinds in _takes(one).items() if getattr(one, name) is not None}
    if one.withdrawn or not takes:
        return
    papers = {each.code: each for each in typed(case.rows, Paper)}
    for name, kinds in takes.items():
        paper = papers.get(getattr(one, name))
        if paper is not None and paper.kind not in {*kinds, OTHER}:
            what = f"{kind_of(type(one))} {one.kind}" if isinstance(one, Ending) else kind_of(type(one))
            yield (
                f"{paper.code} ({paper.kind} {paper.number}) cannot be the {name} of this {what}: that is of the kind "
                f"{' or '.join(kinds)}; see `suluh show CASE papers`, and name the right one, or correct the kind of "
                f"this with `suluh paper CASE add --corrects {paper.code} --kind {kinds[0]}`"
            )


def _takes(one: Entered) -> dict[str, tuple[str, ...]]:
    if isinstance(one, Ending):
        return {"paper": ENDS[one.kind]}
    if isinstance(one, Request):
        return {"paper": BY_PROSECUTOR} if one.sender == "prosecutor" else {}
    return TAKES.get(type(one), {})
