# SPDX-License-Identifier: Apache-2.0
"""Writes the papers of a dossier that are lists: D1 with its contents and matrix, and the result of a check."""

from collections.abc import Iterator
from pathlib import Path

from suluh import __version__
from suluh.case.case import Case
from suluh.case.checks.children import Children
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.checking import Checked
from suluh.case.dossiers.lawful import days, law_of
from suluh.case.dossiers.matrix import code_of, name_of
from suluh.case.frozen.lists import MATRIX, TABLES, findings_table
from suluh.case.papers.checkpoint import last_change
from suluh.case.papers.parties import Parties
from suluh.case.rights import READ, need
from suluh.custody.package import MANIFEST, make_manifest
from suluh.model.dossier.charges import Charge, Dossier
from suluh.model.errors import Misuse, NotReady
from suluh.model.rules.codes import ANY
from suluh.model.times import utc
from suluh.referral.papers.book import document_files
from suluh.referral.papers.legend import with_legend
from suluh.referral.papers.values import Both, Cell, Document, Listed, Section
from suluh.unit.folder import write

FORM, CHECK = "D1", "check"
TITLE = Both("List of contents of a dossier", "Daftar isi berkas perkara")
CHECKED = Both("Result of the check of a dossier", "Hasil pemeriksaan berkas")
NEVER = Both(
    "This table holds the facts that officers tied to this dossier alone; the program ties nothing itself.",
    "Tabel ini memuat fakta yang dikaitkan petugas pada berkas ini saja; program tidak mengaitkan apa pun sendiri.",
)


def write_d1(case: Case, code: str, folder: Path) -> None:
    """Write the list of contents, the lists and the matrix of a dossier into a folder. Raises `Misuse`, `NotReady`."""
    need(case, READ)
    brief = Brief.of(case, code)
    _check_names_no_child(brief)
    _write(d1_of(brief), folder)


def _check_names_no_child(brief: Brief) -> None:
    """Raise `NotReady` where the paper would tell of a child: nothing is written then."""
    told = [one for one in Children().findings(brief) if one.severity == "B"]
    if told:
        raise NotReady(
            f"the paper would tell of a child: {told[0].where}: {told[0].what.english} {told[0].next.english}"
        )


def write_check(case: Case, checked: Checked, folder: Path) -> None:
    """Write the result of a check as a paper into a folder. Raises `Misuse`."""
    _write(check_of(case, checked), folder)


def d1_of(brief: Brief) -> Document:
    """D1 as frozen values."""
    dossier = brief.dossier
    charges = [_charged(brief, one) for one in brief.charges]
    head = (
        (Both("Dossier", "Berkas"), " ".join(filter(None, (dossier.number, dossier.title)))),
        (Both("Prosecutor's office", "Kejaksaan"), dossier.prosecutor or "-"),
        (Both("Charges", "Sangkaan"), Listed(tuple(charges)) if charges else "-"),
        *_titled(brief),
    )
    tables = tuple(one(brief) for one in TABLES)
    sections = tuple(
        Section(title=one.title, says=(NEVER,) if one.name == MATRIX else (), tables=(one,)) for one in tables
    )
    return with_legend(_paper(brief.case, FORM, dossier, (TITLE, head), sections), given(brief))


def _titled(brief: Brief) -> Iterator[tuple[Both, Cell]]:
    """Whom the title names by a code who is no defendant of the dossier, and on which papers they stand."""
    parties = Parties(brief.case)
    own = {code_of(brief, one, parties) for one in brief.defendants}
    for code in dict.fromkeys(ANY.findall(name_of(brief.dossier))):
        accounts = parties.by_code(code)
        if code in own or not accounts:
            continue
        confirmed = [one for one in parties.deals if one.judgement == "confirmed"]
        sold, bought = (sum(getattr(one, side) in accounts for one in confirmed) for side in ("seller", "buyer"))
        yield (
            Both(f"{code}, of the title", f"{code}, pada judul"),
            Both(
                f"no defendant of this dossier; seller in {sold} and buyer in {bought} confirmed deals of the case"
                f"{f' (D3-{code})' if sold else ''}{f' (D4-{code})' if bought else ''}",
                f"bukan tersangka berkas ini; penjual dalam {sold} dan pembeli dalam {bought} rangkaian perkara ini "
                f"yang dikonfirmasi{f' (D3-{code})' if sold else ''}{f' (D4-{code})' if bought else ''}",
            ),
        )


def given(brief: Brief) -> frozenset[str]:
    """The codes of the case, with those of defendants who have no account."""
    parties = Parties(brief.case)
    return parties.given | {code_of(brief, one, parties) for one in brief.defendants}


def _charged(brief: Brief, charge: Charge) -> Both:
    """A charge with its days and the means of proof that the investigator names for it."""
    law, means = f"{law_of(brief, charge)} ({days(charge)})", "; ".join(charge.means)
    return Both(f"{law}; means of proof: {means or '-'}", f"{law}; alat bukti: {means or '-'}")


def check_of(case: Case, checked: Checked) -> Document:
    """The result of a check as frozen values."""
    head = (
        (Both("Checked", "Diperiksa"), checked.at),
        (Both("Checkpoint", "Titik periksa"), f"{checked.size} {checked.root}"),
        (Both("Blocking (B)", "Menghalangi (B)"), str(len(checked.blocking))),
        (Both("Needs a sentence (W)", "Perlu penjelasan (W)"), str(len(checked.warnings))),
        (Both("SHA-256 of the result", "SHA-256 hasil"), checked.digest),
    )
    table = findings_table(checked)
    return _paper(
        case,
        CHECK,
        Brief.of(case, checked.dossier).dossier,
        (CHECKED, head),
        (Section(title=table.title, tables=(table,)),),
    )


Head = tuple[Both, tuple[tuple[Both, Cell], ...]]
"""The title of a paper, and what stands above its sections."""


def _paper(case: Case, form: str, dossier: Dossier, head: Head, sections: tuple[Section, ...]) -> Document:
    number, name = case.paper.number, name_of(dossier)
    return Document(
        form=form,
        number=f"{form}-{dossier.code}",
        title=head[0],
        about=Both(f"Case {number}, dossier {name}", f"Perkara {number}, berkas {name}"),
        case=number,
        unit=case.paper.unit,
        by=case.acting.key.code,
        at=utc(case.acting.now()),
        tool=f"Suluh {__version__}",
        seen=last_change(case),
        head=head[1],
        sections=sections,
        is_wide=True,
    )


def _write(paper: Document, folder: Path) -> None:
    """Write a paper with its manifest into a folder that is new or empty. Raises `Misuse`."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Misuse(f"{folder} is there and not empty: name a new folder for the paper")
    files = document_files(paper, "id")
    files[MANIFEST] = make_manifest(files)
    for name, raw in files.items():
        write(folder / name, raw)
