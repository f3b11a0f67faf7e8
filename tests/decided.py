# SPDX-License-Identifier: Apache-2.0
"""Makes of a case that has run one that officers decided: deals, links, a child, a vault, papers, a defendant."""

from suluh.case.acts.decide import decide_deal, decide_link, decide_role
from suluh.case.case import Case
from suluh.case.line.run import run
from suluh.case.typed.enter import enter
from suluh.model.dossier.care import Identity
from suluh.model.dossier.charges import Alternative, Defendant, Dossier
from suluh.model.dossier.exhibits import Extraction, Handling, Seizure
from suluh.model.dossier.papers import Paper
from suluh.model.intake import Exhibit
from suluh.model.people import Link, Person
from suluh.model.trade import Deal

CHILD = "Zahwatul Qomariyah Petaling"
"""The made-up name of a child, which lies in the vault and stands in a text of a record."""


def decide(case: Case, *, every: int = 4) -> None:
    """Confirm the deals with a payment record but one in `every`, reject one, and type what papers rest on."""
    deals = sorted(case.nouns(Deal), key=lambda one: (one.tier, one.id), reverse=True)
    for number, one in enumerate(deals):
        if number == 1:
            decide_deal(case, one.id, "reject", "bukan jual beli")
        elif number % every:
            decide_deal(case, one.id, "confirm", "dibaca bersama mutasi rekening")
    for link in sorted(case.nouns(Link), key=lambda one: one.id):
        if link.rule in {"pays-for", "paid-to", "same-number", "contact-list"} and link.judgement == "suggested":
            decide_link(case, link.id, "confirm", "dibandingkan dengan BAP")
    run(case, lambda _: None)


def type_in(case: Case) -> str:
    """Enter papers, a seizure, an identity and a defendant; the defendant's account is given back."""
    deal = next(one for one in case.nouns(Deal) if one.judgement == "confirmed" and one.seller and one.buyer)
    seller = deal.seller or ""
    enter(case, Paper, [{"kind": "BAP-tersangka", "number": "BAP/1/2026", "date": "2026-01-09"}])
    enter(case, Paper, [{"kind": "SP.Sita", "number": "SP.Sita/7/2026", "date": "2026-01-02"}])
    exhibit = next(case.nouns(Exhibit, {"label": "B-1"})).label
    taken = {
        "exhibit": exhibit,
        "taken": "2026-01-03T09:15+07:00",
        "place": "rumah kos, kamar 4",
        "holder": "penghuni kamar",
        "officers": ("S-1", "S-2"),
        "witnesses": ("Saksi Satu", "Saksi Dua"),
        "order": "paper-2",
    }
    enter(case, Seizure, [taken])
    done = {
        "exhibit": exhibit,
        "act": "receive",
        "done": "2026-01-03T13:00+07:00",
        "taker": "S-1",
        "seal_found": "A-17",
    }
    enter(case, Handling, [done])
    enter(case, Extraction, [{"exhibit": exhibit, "tool": "Alat", "tool_version": "3.1", "examiner": "S-1"}])
    enter(case, Identity, [{"accounts": (seller,), "kind": "BAP", "paper": "paper-1", "name": "Orang Contoh"}])
    enter(case, Dossier, [{"title": "Berkas O-1", "exhibits": (exhibit,)}])
    enter(case, Defendant, [{"dossier": "dossier-1", "accounts": (seller,), "status_paper": "paper-1"}])
    answer = {"about": f"deal:{deal.id}", "row": "4", "state": "answered", "answer": "agen diperiksa, bukan perantara"}
    enter(
        case, Alternative, [answer, {"about": seller, "row": "1", "state": "not-applicable", "answer": "satu pemakai"}]
    )
    return seller


def hide_a_child(case: Case) -> str:
    """Give a buyer the role of a child, with a name in the vault; their account is given back."""
    sellers = {one.seller for one in case.nouns(Deal)}
    trades = {name for one in case.nouns(Person) if sellers & set(one.accounts) for name in one.accounts}
    confirmed = [one for one in case.nouns(Deal) if one.judgement == "confirmed" and one.buyer]
    child = [one.buyer or "" for one in confirmed if one.buyer not in trades][-1]
    decide_role(case, child, "child_victim", "surat UPTD 3", ("2026-01-05", None))
    vault = {
        "accounts": (child,),
        "kind": "ID card",
        "paper": "paper-1",
        "name": CHILD,
        "vault": True,
        "person": "AK-1",
    }
    enter(case, Identity, [{**vault, "kind": "id-card"}])
    run(case, lambda _: None)
    return child
