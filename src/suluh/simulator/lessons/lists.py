# SPDX-License-Identifier: Apache-2.0
"""The lists of papers beside the exhibits, with faults planted in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from suluh.simulator.evidence.devices import Seizure
from suluh.simulator.evidence.papers import table
from suluh.simulator.gather import COURT
from suluh.simulator.lessons.key import Fault

URGENT = "SP.Sita/13/2026/MADE-UP"
"""Number of the seizure that no court has approved."""

URGENT_PAPER, RETURNED = "paper-6", "paper-7"
WITNESSES = ("Saksi Zolvi", "Saksi Rukda")
PLACES = {"Asia/Makassar": ("Jl. Contoh 2, Makassar", "+08:00")}
PLACE = ("Jl. Contoh 1, Jakarta", "+07:00")
ITEMS = (
    ("formal", "Lengkapi BA penyitaan: tanda tangan dua orang saksi"),
    ("formal", "Lampirkan persetujuan pengadilan atas penyitaan mendesak"),
    ("material", "Jelaskan atas dasar apa akun-akun pembeli dinyatakan satu orang"),
    ("material", "Jelaskan siapa yang membayar dan apakah barangnya dikirim"),
    ("formal", "Sebutkan versi alat, tanggal, dan petugas yang memeriksa barang bukti"),
)
"""What the prosecutor asks for, as the P-19 has it."""

Rows = Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class Shelf:
    """The lists by their file names, and what is wrong in them."""

    lists: dict[str, str]
    faults: tuple[Fault, ...]


def shelf(seizures: Sequence[Seizure], alone: Seizure) -> Shelf:
    """The lists of papers, seizures, the prosecutor's request and its items; one seizure has one witness alone."""
    faults = [
        Fault(name="witness-missing", sign="two-witnesses", codes=(_code(seizures, alone),), value=alone.label),
        Fault(
            name="urgent-not-approved", sign="approved", codes=(URGENT_PAPER,), value=URGENT, right=_urgent(seizures)
        ),
    ]
    faults += [Fault(name=f"p19-{one['number']}", sign="answered", value=one["code"]) for one in _items()]
    lists = {
        "papers.csv": _list(_papers(seizures)),
        "seizures.csv": _list([_seizure(seizures, one, alone) for one in seizures]),
        "requests.csv": _list(
            [{"code": "request-1", "sender": "prosecutor", "paper": RETURNED, "received": "2026-02-16"}]
        ),
        "items.csv": _list(_items()),
    }
    return Shelf(lists, tuple(faults))


def child(seizures: Sequence[Seizure]) -> Shelf:
    """The child who sold stands as an adult in one dossier with another, and that they were a victim stands nowhere."""
    adult, minor = seizures[0], seizures[1]
    papers = [
        _paper("paper-20", "BAP-anak", "BAP/21/2026", "2026-01-23", minor.label)
        | {"note": "Pemegang B-2 berumur 15 tahun menurut kartu keluarga, menjawab pernah menjadi korban (no. 7)"},
        _paper("paper-21", "laporan-sosial", "LS/4/2026", "2026-01-27", minor.label)
        | {"note": "Menyebut pemegang B-2 sebagai anak korban pada tahun sebelumnya"},
    ]
    parties = [
        {"code": f"defendant-{n}", "dossier": "dossier-1", "accounts": one.holder.whatsapp, "age": "adult"}
        for n, one in enumerate((adult, minor), 1)
    ]
    dossiers = [{"code": "dossier-1", "title": "Berkas para penjual", "exhibits": f"{adult.label};{minor.label}"}]
    faults = (
        Fault(name="child-with-adult", sign="child-apart", codes=("defendant-2",), value="defendant-2"),
        Fault(name="victim-not-said", sign="victim", value=minor.holder.key),
    )
    lists = {
        "papers-child.csv": _list(papers),
        "dossiers.csv": _list(dossiers),
        "defendants.csv": _list(parties),
    }
    return Shelf(lists, faults)


def wrong_zone(seizure: Seizure) -> Fault:
    """The list of exhibits states another zone than the place at which the device was taken."""
    return Fault(name="wrong-zone", sign="zone", value=seizure.label, right=seizure.zone)


def _papers(seizures: Sequence[Seizure]) -> Rows:
    urgent = _urgent(seizures)
    others = ";".join(one.label for one in seizures if one.label != urgent)
    everything = ";".join(one.label for one in seizures)
    return [
        _paper("paper-1", "LP", "LP/1/2026", "2026-01-19", ""),
        _paper("paper-2", "Sprindik", "SPDIK/2/2026", "2026-01-19", ""),
        _paper("paper-3", "SPDP", "SPDP/3/2026", "2026-01-22", ""),
        _paper("paper-4", "SP.Sita", "SP.Sita/12/2026", "2026-01-22", others),
        _paper("paper-5", "penetapan", COURT, "2026-01-22", others),
        _paper(URGENT_PAPER, "SP.Sita", URGENT, "2026-01-21", urgent),
        _paper(RETURNED, "P-19", "B/77/2026", "2026-02-16", everything),
        _paper("paper-8", "BA-penyitaan", "BA/8/2026", "2026-01-22", everything),
        _paper("paper-9", "tanda-terima", "TT/9/2026", "2026-01-22", everything),
    ]


def _paper(code: str, kind: str, number: str, date: str, about: str) -> dict[str, str]:
    return {"code": code, "kind": kind, "number": number, "date": date, "about": about, "note": ""}


def _seizure(seizures: Sequence[Seizure], one: Seizure, alone: Seizure) -> dict[str, str]:
    place, offset = PLACES.get(one.zone, PLACE)
    return {
        "code": _code(seizures, one),
        "exhibit": one.label,
        "taken": f"2026-01-2{1 if one.label == _urgent(seizures) else 2}T09:15{offset}",
        "place": place,
        "holder": one.holder.name,
        "officers": "L1;L2",
        "witnesses": ";".join(WITNESSES[: 1 if one == alone else 2]),
        "order": URGENT_PAPER if one.label == _urgent(seizures) else "paper-4",
        "record": "paper-8",
        "receipt": "paper-9",
    }


def _items() -> list[dict[str, str]]:
    return [
        {"code": f"item-{number}", "request": "request-1", "number": str(number), "text": text, "kind": kind}
        for number, (kind, text) in enumerate(ITEMS, 1)
    ]


def _urgent(seizures: Sequence[Seizure]) -> str:
    """Label of the exhibit that was taken without the court."""
    return next(one.label for one in seizures if one.paper)


def _code(seizures: Sequence[Seizure], one: Seizure) -> str:
    return f"seizure-{seizures.index(one) + 1}"


def _list(rows: Rows) -> str:
    return table(tuple(rows[0]), [tuple(row.values()) for row in rows])
