# SPDX-License-Identifier: Apache-2.0
"""Writes the papers of a dossier that are lists: D1 with its contents and matrix, and the result of a check."""

import hashlib
from datetime import datetime
from pathlib import Path

from suluh import __version__
from suluh.case.case import Case
from suluh.case.checks.children import Children
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.checking import Checked
from suluh.case.dossiers.contents import contents
from suluh.case.dossiers.lawful import law_of
from suluh.case.dossiers.matrix import code_of, matrix, places, seizures, witnesses
from suluh.case.frozen.kept import files_in
from suluh.case.rights import READ, need
from suluh.custody.package import MANIFEST, make_manifest
from suluh.model.errors import Misuse, NotReady
from suluh.model.times import utc
from suluh.referral.papers.tabled import Head, Table, Tabled, data_of, write_tabled

STATES = {"present": "ada", "made": "dibuat di sini", "missing": "belum ada", "not-applicable": "tidak berlaku"}
SIDES = {"for": "mendukung", "against": "menentang"}
NEVER = "Tabel ini memuat fakta yang dikaitkan petugas pada berkas ini saja; program tidak mengaitkan apa pun sendiri."


def write_d1(case: Case, code: str, folder: Path) -> None:
    """Write the list of contents, the lists and the matrix of a dossier into a folder. Raises `Misuse`, `NotReady`."""
    need(case, READ)
    brief, seen = Brief.of(case, code), case.seen()
    _check_names_no_child(brief)
    foot = f"{case.paper.number} · D1 {code} · Suluh {__version__} · titik periksa {seen.size} {seen.short()}"
    _write(case, d1_of(brief, foot), folder)


def _check_names_no_child(brief: Brief) -> None:
    """Raise `NotReady` where the paper would tell of a child: nothing is written then."""
    told = [one for one in Children().findings(brief) if one.severity == "B"]
    if told:
        raise NotReady(
            f"the paper would tell of a child: {told[0].where}: {told[0].what.english} {told[0].next.english}"
        )


def write_check(case: Case, checked: Checked, folder: Path) -> None:
    """Write the result of a check as a paper into a folder. Raises `Misuse`."""
    foot = (
        f"{case.paper.number} · {checked.dossier} · Suluh {__version__} · titik periksa {checked.size} {checked.root}"
    )
    _write(case, check_of(checked, foot), folder)


def d1_of(brief: Brief, foot: str) -> Tabled:
    """D1 as frozen values."""
    dossier = brief.dossier
    facts = (
        ("Perkara", brief.case.paper.number),
        ("Unit", brief.case.paper.unit),
        ("Berkas", f"{dossier.number or dossier.code} {dossier.title}"),
        ("Kejaksaan", dossier.prosecutor or "-"),
        ("Sangkaan", "; ".join(f"{one.code} {law_of(brief, one)}" for one in brief.charges) or "-"),
    )
    tables = (_contents(brief), _witnesses(brief), _defendants(brief), _exhibits(brief), _papers(brief), _matrix(brief))
    return Tabled(
        form="D1",
        title=f"Daftar isi berkas perkara {dossier.number or dossier.code}",
        number=dossier.number,
        facts=facts,
        tables=tables,
        notes=(NEVER,),
        foot=foot,
    )


def check_of(checked: Checked, foot: str) -> Tabled:
    """The result of a check as frozen values."""
    heads = (
        Head(indonesian="No", english="No", width=4),
        Head(indonesian="Bobot", english="Severity", width=6),
        Head(indonesian="Di mana", english="Where", width=18),
        Head(indonesian="Apa", english="What", width=34),
        Head(indonesian="Dasar", english="Rule", width=12),
        Head(indonesian="Langkah berikut", english="Next", width=34),
    )
    rows = tuple(
        (str(one.number), one.severity, one.where, one.what.indonesian, one.rule or "-", one.next.indonesian)
        for one in checked.findings
    )
    return Tabled(
        form="check",
        title=f"Hasil pemeriksaan berkas {checked.dossier}",
        facts=(
            ("Diperiksa", checked.at),
            ("Titik periksa", f"{checked.size} {checked.root}"),
            ("Menghalangi (B)", str(len(checked.blocking))),
            ("Perlu penjelasan (W)", str(len(checked.warnings))),
            ("SHA-256 hasil", checked.digest),
        ),
        tables=(Table(name="findings", title="Temuan", heads=heads, rows=rows),),
        foot=foot,
    )


def _contents(brief: Brief) -> Table:
    heads = (
        Head(indonesian="No", english="No", width=4),
        Head(indonesian="Isi", english="Content", width=34),
        Head(indonesian="Nomor surat", english="Number", width=22),
        Head(indonesian="Tanggal", english="Date", width=11),
        Head(indonesian="Halaman", english="Pages", width=11),
        Head(indonesian="Keadaan", english="State", width=15),
        Head(indonesian="SHA-256", english="SHA-256", width=16),
    )
    rows = tuple(
        (
            one.number,
            one.title.indonesian,
            one.said or "",
            one.date or "",
            one.pages or "",
            STATES[one.state],
            one.digest or "",
        )
        for one in contents(brief)
    )
    return Table(name="contents", title="Daftar isi", heads=heads, rows=rows)


def _witnesses(brief: Brief) -> Table:
    heads = (Head(indonesian="Kode", english="Code", width=12), Head(indonesian="Unsur", english="Elements", width=40))
    speaks = {
        who: "; ".join(f"{one.tie.charge} {one.tie.element}" for one in brief.facts if one.tie.witness == who)
        for who in witnesses(brief)
    }
    return Table(name="witnesses", title="Daftar saksi dan ahli", heads=heads, rows=tuple(speaks.items()))


def _defendants(brief: Brief) -> Table:
    heads = (
        Head(indonesian="Kode", english="Code", width=8),
        Head(indonesian="Dewasa atau Anak", english="Adult or child", width=16),
        Head(indonesian="Penetapan status", english="Paper of status", width=24),
        Head(indonesian="Sangkaan", english="Charges", width=30),
    )
    ages = {"adult": "dewasa", "child": "Anak", "not-known": "belum diketahui"}
    rows = []
    for one in brief.defendants:
        paper = brief.papers.get(one.status_paper or "")
        charges = "; ".join(law_of(brief, charge) for charge in brief.charges if charge.defendant == one.code)
        rows.append((code_of(brief, one), ages[one.age], paper.number if paper else "", charges))
    return Table(name="defendants", title="Daftar tersangka atau Anak", heads=heads, rows=tuple(rows))


def _exhibits(brief: Brief) -> Table:
    heads = (
        Head(indonesian="Barang bukti", english="Exhibit", width=14),
        Head(indonesian="Dasar kewenangan", english="Authority", width=22),
        Head(indonesian="BA penyitaan", english="Seizure record", width=22),
        Head(indonesian="Disita", english="Seized", width=22),
    )
    seized, rows = seizures(brief), []
    for one in brief.exhibits:
        its = seized.get(one.label)
        record = brief.papers.get(its.record or "") if its else None
        rows.append((one.label, one.authority, record.number if record else "", its.taken if its else ""))
    return Table(name="exhibits", title="Daftar barang bukti", heads=heads, rows=tuple(rows))


def _papers(brief: Brief) -> Table:
    heads = (
        Head(indonesian="Jenis", english="Kind", width=18),
        Head(indonesian="Nomor", english="Number", width=26),
        Head(indonesian="Tanggal", english="Date", width=11),
        Head(indonesian="Tentang", english="About", width=24),
    )
    rows = tuple((one.kind, one.number, one.date, ", ".join(one.about)) for one in brief.own_papers)
    return Table(name="papers", title="Daftar surat", heads=heads, rows=rows)


def _matrix(brief: Brief) -> Table:
    heads = (
        Head(indonesian="Unsur", english="Element", width=24),
        Head(indonesian="Arah", english="For or against", width=13),
        Head(indonesian="Fakta", english="Fact", width=36),
        Head(indonesian="Tempat", english="Place", width=20),
        Head(indonesian="Alat bukti", english="Means of proof", width=14),
        Head(indonesian="Saksi atau ahli", english="Witness or expert", width=10),
        Head(indonesian="Terbuka", english="Open", width=12),
    )
    rows = []
    for element in matrix(brief):
        name = f"{element.charge} {element.number}. {element.words}"
        facts = (*element.facts_for, *element.facts_against)
        if not facts:
            rows.append((name, "", "", "", "", "", "belum ada fakta"))
        for fact in facts:
            tie = fact.tie
            said = tie.sentence if not tie.answer else f"{tie.sentence} Jawaban: {tie.answer}"
            is_open = tie.side == "against" and not tie.answer
            where = ", ".join(places(brief, fact))
            rows.append(
                (
                    name,
                    SIDES[tie.side],
                    said,
                    where,
                    tie.means or "",
                    tie.witness or "",
                    "belum dijawab" if is_open else "",
                )
            )
    return Table(name="matrix", title="Matriks unsur", heads=heads, rows=tuple(rows))


def _write(case: Case, paper: Tabled, folder: Path) -> None:
    """Write a paper with its manifest into a folder that is new or empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Misuse(f"{folder} is there and not empty: name a new folder for the paper")
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(data_of(paper)).hexdigest()
    at = datetime.fromisoformat(utc(case.acting.now()))
    write_tabled(paper, folder, case.folder.work / "papers", at, digest)
    (folder / MANIFEST).write_bytes(make_manifest(files_in(folder)))
