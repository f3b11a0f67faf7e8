# SPDX-License-Identifier: Apache-2.0
"""What officers typed of a clean made-up dossier."""

from collections.abc import Iterator
from random import Random

from tests.case.dossiers.evidence import Evidence, sha

from suluh.model.dossier.care import Identity
from suluh.model.dossier.charges import Alternative, Charge, Defendant, Dossier, Tie
from suluh.model.dossier.entered import Entered
from suluh.model.dossier.exhibits import Extraction, Handling, Seizure, Told
from suluh.model.dossier.law import LawRow
from suluh.model.dossier.papers import Answer, Letter, Paper, Reply, Request, RequestItem

Rows = Iterator[tuple[type[Entered], dict[str, object]]]
PLACES = ("Jl. Contoh 1", "Jl. Contoh 2", "Kantor Unit Contoh")
GENERAL = ("LP", "Sprindik", "SPDP", "resume")
OF_DEFENDANT = ("penetapan-status", "pemberitahuan", "BAP-saksi", "BAP-tersangka")


def typed_rows(dice: Random, evidence: Evidence) -> Rows:
    """Every row with its code, in an order in which each names only what stands before it."""
    yield from _papers(dice, evidence)
    yield from _handled(dice, evidence)
    yield LawRow, _law(dice, evidence)
    yield (
        LawRow,
        {
            "code": "sita-1",
            "law": "UU Contoh",
            "article": "9(1)",
            "kind": "duty",
            "duty_en": "Two witnesses.",
            "duty_id": "Dua saksi.",
            "start": "seizure",
            "mark": "S",
        },
    )
    yield from _dossier(dice, evidence)
    yield from _ties(dice, evidence)
    yield from _beyond(dice, evidence)


def _papers(dice: Random, evidence: Evidence) -> Rows:
    day = f"2026-01-{dice.randint(1, 4):02}"
    for kind in (*GENERAL, *OF_DEFENDANT):
        about = () if kind in GENERAL else ("B-1",)
        number = f"{kind}/{dice.randint(1, 99)}/I/2026"
        yield Paper, {"code": kind, "kind": kind, "number": number, "date": day, "about": about, "pages": "3"}
    for label in evidence.labels:
        for kind in ("SP.Sita", "BA-penyitaan", "tanda-terima"):
            number = f"{kind}/{label}/2026"
            yield Paper, {"code": f"{kind}-{label}", "kind": kind, "number": number, "date": day, "about": (label,)}
    for code, kind in (("surat-1", "surat"), ("balasan-1", "surat"), ("p-19", "P-19"), ("d-9", "lainnya")):
        yield Paper, {"code": code, "kind": kind, "number": f"{code}/2026", "date": day}


def _handled(dice: Random, evidence: Evidence) -> Rows:
    for number, label in enumerate(evidence.labels):
        yield (
            Seizure,
            {
                "code": f"sita-{label}",
                "exhibit": label,
                "taken": f"2026-01-02T08:{10 + number}+07:00",
                "place": dice.choice(PLACES),
                "witnesses": ("W-1", "W-2"),
                "order": f"SP.Sita-{label}",
                "record": f"BA-penyitaan-{label}",
                "receipt": f"tanda-terima-{label}",
            },
        )
        seal = f"SG-{dice.randint(100, 999)}"
        shared = {"exhibit": label}
        yield (
            Handling,
            {
                **shared,
                "code": f"terima-{label}",
                "act": "receive",
                "done": f"2026-01-02T10:{10 + number}+07:00",
                "giver": "Penyidik 1",
                "taker": "Pemeriksa 1",
                "seal_left": seal,
            },
        )
        yield (
            Handling,
            {
                **shared,
                "code": f"salin-{label}",
                "act": "copy",
                "done": f"2026-01-03T10:{10 + number}+07:00",
                "giver": "Pemeriksa 1",
                "taker": "Pemeriksa 1",
                "seal_found": seal,
                "seal_left": f"{seal}a",
            },
        )
        yield (
            Extraction,
            {
                **shared,
                "code": f"salinan-{label}",
                "tool": "Alat Contoh",
                "tool_version": f"{dice.randint(1, 9)}.0",
                "examiner": "E-1",
                "image_digests": (sha(label),),
            },
        )


def _law(dice: Random, evidence: Evidence) -> dict[str, object]:
    return {
        "code": "pasal-1",
        "law": "UU Contoh",
        "article": f"{dice.randint(1, 99)}(1)",
        "kind": "offence",
        "in_force_from": "2020-01-01",
        "duty_en": "An offence made up.",
        "duty_id": "Pasal yang dibuat-buat.",
        "elements": evidence.elements,
        "mark": "S",
    }


def _dossier(dice: Random, evidence: Evidence) -> Rows:
    yield Dossier, {"code": "dossier-1", "title": "Berkas O-1", "number": "BP/1/2026", "exhibits": evidence.labels}
    yield (
        Identity,
        {
            "code": "identity-1",
            "accounts": (evidence.seller,),
            "kind": "id-card",
            "paper": "BAP-tersangka",
            "name": "Orang Contoh",
            "birth": f"{dice.randint(1970, 2000)}-05-01",
            "person": "O-1",
        },
    )
    yield (
        Defendant,
        {
            "code": "defendant-1",
            "dossier": "dossier-1",
            "accounts": tuple(sorted((evidence.bank, evidence.seller))),
            "status_paper": "penetapan-status",
            "notice": "pemberitahuan",
            "age": "adult",
            "identity": "identity-1",
        },
    )
    yield (
        Charge,
        {
            "code": "charge-1",
            "defendant": "defendant-1",
            "law": "pasal-1",
            "deed_from": "2026-01-01",
            "deed_to": "2026-01-05",
            "place": dice.choice(PLACES),
            "means": ("keterangan saksi", "surat"),
        },
    )


def _ties(dice: Random, evidence: Evidence) -> Rows:
    yield (
        Told,
        {
            "code": "told-1",
            "paper": "BAP-saksi",
            "question": str(dice.randint(1, 40)),
            "who": "W-1",
            "sentence": "Melihat penawaran itu.",
        },
    )
    said = {"charge": "charge-1", "side": "for"}
    for element in map(str, range(1, len(evidence.elements) + 1)):
        deal = evidence.deals[(int(element) - 1) % len(evidence.deals)]
        yield (
            Tie,
            {
                **said,
                "code": f"tie-{element}-deal",
                "element": element,
                "fact": f"deal:{deal.id}",
                "sentence": "Menjual, dan dibayar lewat baris mutasi.",
            },
        )
        yield (
            Tie,
            {
                **said,
                "code": f"tie-{element}-told",
                "element": element,
                "fact": "told:told-1",
                "sentence": "Saksi menerangkan penawaran itu.",
                "witness": "W-1",
            },
        )
    yield (
        Tie,
        {
            **said,
            "code": "tie-content",
            "element": "2",
            "fact": f"content:{sha(evidence.words[0])}",
            "sentence": "Isi ini dikirim.",
        },
    )


def _beyond(dice: Random, evidence: Evidence) -> Rows:
    yield (
        Letter,
        {
            "code": "letter-1",
            "to": "Bank Contoh",
            "kind": "bank",
            "paper": "surat-1",
            "sent": "2026-01-02",
            "accounts": (evidence.bank,),
            "asked_from": "2026-01-01",
            "asked_to": "2026-01-04",
        },
    )
    yield (
        Reply,
        {
            "code": "reply-1",
            "letter": "letter-1",
            "received": "2026-01-04",
            "paper": "balasan-1",
            "given_from": "2026-01-01",
            "given_to": "2026-01-04",
        },
    )
    if dice.random() < 0.5:
        yield Alternative, {"code": "alternative-1", "about": evidence.seller, "row": "3", "state": "not-applicable"}
    yield Request, {"code": "request-1", "sender": "court", "paper": "p-19", "received": "2026-01-03"}
    yield RequestItem, {"code": "item-1", "request": "request-1", "number": "1", "text": "Lengkapi.", "state": "open"}
    yield Answer, {"code": "answer-1", "item": "item-1", "sentence": "Sudah.", "papers": ("d-9",)}
