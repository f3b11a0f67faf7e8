# SPDX-License-Identifier: Apache-2.0
"""A case in which, act by act, every time of the list that comes along starts and ends."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tests.case.views.made import ANI, acting, made_case

from suluh.case.acts.admit import admit
from suluh.case.acts.intake import Bag, add_exhibit, record_authority
from suluh.case.acts.intake import Paper as Authority
from suluh.case.case import Case
from suluh.case.clocks.law import check_rows, import_rows
from suluh.case.folder import CaseFolder
from suluh.case.gate.viewer import Viewer
from suluh.case.typed.enter import correct, enter
from suluh.desk.typed.lists import listed
from suluh.model.dossier.care import Identity, SupportNote
from suluh.model.dossier.charges import Defendant, Dossier, Ending
from suluh.model.dossier.exhibits import Handling, Seizure
from suluh.model.dossier.papers import Answer, Letter, Paper, Reply, Request, RequestItem
from suluh.unit.folder import SEED

MORNING = "2026-03-02T09:00+07:00"
"""A Monday."""

Do = Callable[[Case], object]


class Script(NamedTuple):
    """What starts a time, what ends it, and the last day or moment between."""

    start: Do
    end: Do | None
    due: str | None


def paper(kind: str, date: str = "2026-03-02", **fields: object) -> Do:
    """Enters a paper under a code of its kind and day."""
    code = f"{kind}-{date}" + ("-b" if fields.pop("again", False) else "")
    row = {"kind": kind, "number": code, "date": date, "code": code, **fields}
    return lambda case: enter(case, Paper, [row])


def typed(noun: type, /, **row: object) -> Do:
    """Enters one thing."""
    return lambda case: enter(case, noun, [row])


def both(*acts: Do) -> Do:
    """One act after the other."""
    return lambda case: [act(case) for act in acts]


def defendant(age: str, code: str = "defendant-1") -> Do:
    """A dossier with its defendant."""
    dossier = code.replace("defendant", "dossier")
    return both(
        typed(Dossier, code=dossier, title="Berkas", exhibits=("B-1",)),
        typed(Defendant, code=code, dossier=dossier, accounts=(ANI,), age=age),
    )


def changed(noun: type, name: str, /, **row: object) -> Do:
    """Corrects one thing."""
    return lambda case: correct(case, noun, name, row, "dilengkapi")


def urgent(case: Case) -> None:
    """An exhibit under an urgent seizure."""
    record_authority(case, Authority("urgent", "MENDESAK-1", "Unit Contoh", "2026-03-02"))
    folder = case.folder.path.parent / "U-1"
    folder.mkdir()
    add_exhibit(case, Bag(folder, "U-1", "MENDESAK-1"))


def approved(case: Case) -> None:
    """The court's approval of it."""
    record_authority(case, Authority("court", "PEN-9", "PN Contoh", "2026-03-04", approves="MENDESAK-1"))


def ended(case: Case) -> None:
    """A paper that allows the work until a day."""
    record_authority(case, Authority("court", "PEN-7", "PN Contoh", "2026-03-02", end="2026-04-01"))


def seizure(**more: object) -> Do:
    """How B-1 was taken."""
    return typed(Seizure, code="seizure-1", exhibit="B-1", taken="2026-03-02T08:15+07:00", place="Jl. Contoh 1", **more)


def handled(act: str, date: str = "2026-03-04") -> Do:
    """What was done with B-1."""
    return typed(Handling, exhibit="B-1", act=act, done=f"{date}T10:00+07:00")


def ending(kind: str, **more: object) -> Do:
    """How the case of the one defendant ended."""
    paper_kind = "SP3" if kind == "SP3" else "putusan"
    return both(
        defendant("adult"),
        paper(paper_kind),
        typed(Ending, defendant="defendant-1", kind=kind, paper=f"{paper_kind}-2026-03-02", date="2026-03-02", **more),
    )


def status(age: str) -> Do:
    """A paper that gives a status to the one defendant."""
    return both(
        defendant(age),
        paper("penetapan-status", about=("defendant-1",)),
        changed(Defendant, "defendant-1", status_paper="penetapan-status-2026-03-02"),
    )


def held(age: str, kind: str, **more: object) -> Do:
    """Somebody is detained."""
    return both(defendant(age), paper(kind, about=("defendant-1",), **more))


def on(kind: str, date: str = "2026-03-04", **fields: object) -> Do:
    """A paper about the one defendant."""
    return paper(kind, date, about=("defendant-1",), **fields)


CHILD = {"kind": "id-card", "paper": "BAP-korban-2026-03-02", "name": "Nama Dibuat", "person": "AK-1", "vault": True}
SENT = both(defendant("adult"), changed(Dossier, "dossier-1", sent="2026-03-02"))
ASKED = both(
    paper("surat"),
    typed(Letter, code="letter-1", to="Bank Contoh", kind="bank", paper="surat-2026-03-02", sent="2026-03-02"),
)
WANTED = both(
    paper("P-19"),
    typed(
        Request,
        code="request-1",
        sender="prosecutor",
        paper="P-19-2026-03-02",
        received="2026-03-02",
        due="2026-03-12",
    ),
    typed(RequestItem, code="item-1", request="request-1", number="1", text="lengkapi"),
)
SIGNED = {"signed": MORNING}

SCRIPTS: dict[str, Script] = {
    "kuhap-60-1": Script(paper("Sprindik"), paper("SPDP", "2026-03-04"), "2026-03-09"),
    "kuhap-120-1": Script(urgent, approved, "2026-03-09"),
    "kuhap-121-2": Script(paper("penolakan", about=("B-1",)), paper("persetujuan", "2026-03-04", about=("B-1",)), None),
    "kuhap-121-4": Script(paper("penolakan", about=("B-1",)), handled("return"), "2026-03-05"),
    "kuhap-122-4": Script(
        seizure(), changed(Seizure, "seizure-1", copies_given="2026-03-03T09:00+07:00"), "2026-03-04"
    ),
    "kuhap-153": Script(
        paper("BAP-tersangka"),
        paper("tanda-terima-salinan", "2026-03-03", answers="BAP-tersangka-2026-03-02"),
        "2026-03-03",
    ),
    "kuhap-90": Script(status("adult"), on("pemberitahuan", "2026-03-03"), "2026-03-03"),
    "kuhap-24-4": Script(ending("SP3"), on("pemberitahuan", "2026-03-03"), "2026-03-03"),
    "kuhap-140-izin": Script(
        paper("pemblokiran", **SIGNED),
        paper("persetujuan", "2026-03-04", answers="pemblokiran-2026-03-02"),
        "2026-03-04T09:00:00+07:00",
    ),
    "kuhap-140-akhir": Script(
        paper("pemblokiran"), paper("pembukaan-blokir", "2026-03-04", answers="pemblokiran-2026-03-02"), "2027-03-02"
    ),
    "kuhap-59-4": Script(SENT, paper("berita-acara-koordinasi", "2026-03-04", about=("dossier-1",)), None),
    "kuhap-59-teliti": Script(SENT, paper("P-21", "2026-03-04", about=("dossier-1",)), None),
    "kuhap-59-kembali": Script(
        both(defendant("adult"), paper("P-19", about=("dossier-1",))),
        paper("pengantar", "2026-03-04", about=("dossier-1",)),
        None,
    ),
    "kuhap-tahan-penyidik": Script(held("adult", "SP.Tahan"), on("pembebasan"), None),
    "kuhap-tahan-penuntut": Script(held("adult", "SP.Tahan-penuntut"), on("pembebasan"), None),
    "kuhap-tahan-hakim": Script(held("adult", "SP.Tahan-hakim"), on("pembebasan"), None),
    "tahan-surat": Script(held("adult", "SP.Tahan", until="2026-03-21"), on("pembebasan"), "2026-03-21"),
    "tpks-42-1": Script(
        paper("LP", **SIGNED), paper("pelindungan", signed="2026-03-02T20:00+07:00"), "2026-03-03T09:00:00+07:00"
    ),
    "tpks-42-2": Script(paper("pelindungan"), None, "2026-03-16"),
    "tpks-43-1": Script(
        paper("pelindungan", **SIGNED),
        paper("surat-LPSK", "2026-03-03", answers="pelindungan-2026-03-02"),
        "2026-03-03T09:00:00+07:00",
    ),
    "tpks-31-1": Script(
        both(paper("BAP-korban"), typed(Identity, **CHILD)),
        both(
            paper("pemberitahuan", "2026-03-06"),
            typed(SupportNote, person="AK-1", risk="no", told="pemberitahuan-2026-03-06"),
        ),
        None,
    ),
    "sppa-30-tangkap": Script(held("child", "SP.Tangkap"), on("SP.Tahan", "2026-03-03"), None),
    "sppa-33": Script(held("child", "SP.Tahan"), on("pembebasan"), "2026-03-09"),
    "sppa-34": Script(held("child", "SP.Tahan-penuntut"), on("pembebasan"), "2026-03-07"),
    "sppa-35": Script(held("child", "SP.Tahan-hakim"), on("pembebasan"), "2026-03-12"),
    "sppa-36": Script(
        both(defendant("child"), seizure()), paper("penetapan", "2026-03-04", about=("B-1",)), "2026-03-04"
    ),
    "sppa-diversi": Script(status("child"), on("diversi"), None),
    "sppa-laporan": Script(status("not-known"), on("laporan-sosial"), None),
    "pdp-46": Script(
        paper("kebocoran-data", **SIGNED),
        paper("pemberitahuan", "2026-03-04", answers="kebocoran-data-2026-03-02"),
        "2026-03-05T09:00:00+07:00",
    ),
    "satuan-surat": Script(ASKED, typed(Reply, letter="letter-1", received="2026-03-10"), "2026-03-16"),
    "satuan-petunjuk": Script(WANTED, typed(Answer, item="item-1", sentence="ada pada nomor 8"), "2026-03-12"),
    "satuan-dasar": Script(ended, None, "2026-04-01"),
    "satuan-paket": Script(
        paper("pengantar", until="2026-06-30"),
        paper("tanda-terima", "2026-03-20", answers="pengantar-2026-03-02"),
        "2026-06-30",
    ),
    "satuan-retensi": Script(
        paper("retensi", about=("B-1",), until="2026-12-31"), handled("destroy", "2026-03-20"), "2026-12-31"
    ),
    "satuan-kembali": Script(ending("putusan", returned=("B-1",)), handled("return"), None),
    "satuan-musnah": Script(ending("putusan", destroyed=("B-1",)), handled("destroy"), None),
}
"""For each duty of the list that comes along."""


def lawful_case(folder: Path, *, checked: bool = True) -> Case:
    """A made-up case with the rows that come along, that Monday at nine; two officers checked its duties, or none."""
    case = at(made_case(folder), MORNING)
    import_rows(case, list(listed(SEED)), "law.csv")
    if checked:
        everything = [str(row["code"]) for row in Viewer(case).list("law") if row["kind"] == "duty"]
        check_rows(case, everything, "naskah")
        second = acting(folder / "home", "S2")
        admit(case, second.key.public)
        check_rows(Case(case.folder, case._connection, second), everything, "naskah")
    return case


def copied(folder: Path, to: Path) -> Case:
    """A copy of such a case, opened at the same moment."""
    shutil.copytree(folder, to)
    return at(Case.open(CaseFolder(to / "case"), acting(to / "home")), MORNING)


def at(case: Case, moment: str) -> Case:
    """The same case at another moment."""
    when = datetime.fromisoformat(moment).astimezone(UTC)
    return Case(case.folder, case._connection, replace(case.acting, now=lambda: when))


def duties(case: Case, row: str) -> list[dict[str, object]]:
    """The clocks of one row."""
    return [one for one in Viewer(case).list("duties") if one["row"] == row]


def rows_of_the_list() -> Iterator[str]:
    """The duties of the list that comes along."""
    return (str(one["id"]) for one in listed(SEED) if one["kind"] == "duty")
