# SPDX-License-Identifier: Apache-2.0
"""A deal that an officer tied to an element stands with what its records say: no sentence makes more of it."""

from dataclasses import replace
from pathlib import Path

from msgspec.structs import replace as changed
from tests.case.dossiers.made import DOSSIER, Plan, build

from suluh.case.case import Case
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.facts import Fact
from suluh.case.frozen.papers import d1_of
from suluh.case.papers.reasons.tied import bare, by_records, leaves_open
from suluh.model.trade import Deal, Term
from suluh.referral.papers.values import Both, Cell, Listed

TERM = Term(rule="offer", score=1, text="-")
SENTENCE = "Menawarkan, lalu dibayar."


def tied(case: Case, **said: object) -> tuple[Deal, Both, Cell]:
    """The row of the matrix of a deal that says other things, and the deal."""
    brief = Brief.of(case, DOSSIER)
    one = next(one for one in brief.facts if one.deal is not None and one.tie.side == "for")
    assert one.deal is not None
    fact = replace(one, deal=changed(one.deal, **said), tie=changed(one.tie, sentence=SENTENCE))
    brief.facts = (fact,)
    rows = next(one for one in d1_of(brief).tables() if one.name == "6 matriks unsur").rows
    [row] = [row for row in rows if isinstance(row[2], Both)]
    assert isinstance(row[2], Both)
    return _deal(fact), row[2], row[6]


def _deal(fact: Fact) -> Deal:
    assert fact.deal is not None
    return fact.deal


def test_the_matrix_says_of_a_possible_deal_what_it_lacks_and_holds_the_element_open(tmp_path: Path) -> None:
    case = build(tmp_path, Plan(1))
    deal, said, is_open = tied(case, tier="possible", items_delivered=0, reasons_for=(), reasons_against=())

    assert said.english.endswith(f"{SENTENCE}\n{by_records(deal).english}")
    assert "possible; " in said.english
    for lack in ("no message in which the seller offers", "no attachment that was sent"):
        assert lack in said.english
    for lack in ("tidak ada pesan penawaran dari penjual", "tidak ada lampiran yang dikirim"):
        assert lack in said.indonesian
    assert is_open == Listed(leaves_open(deal))
    assert "the deal is only possible" in {one.english for one in leaves_open(deal)}


def test_a_supported_deal_that_has_all_of_it_leaves_nothing_open(tmp_path: Path) -> None:
    case = build(tmp_path, Plan(1))
    terms = tuple(changed(TERM, rule=rule) for rule in ("offer", "order", "sent"))
    deal, said, is_open = tied(case, tier="recorded", judgement="confirmed", reasons_for=terms, items_delivered=3)

    assert not bare(deal)
    assert "supported by a payment record" in said.english
    assert is_open is None
