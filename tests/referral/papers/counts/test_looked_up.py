# SPDX-License-Identifier: Apache-2.0
"""What a paper counts or calls decided can be looked up: earlier words, undecided links, prices, places of facts."""

from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.material import Material
from suluh.case.papers.persons.history import before, behind
from suluh.case.papers.persons.people import People
from suluh.case.papers.persons.sheet import Sheet
from suluh.case.papers.reasons import usual
from suluh.case.papers.reasons.others import of_other_deals
from suluh.case.papers.veiled import Veiled
from suluh.deals.money.worth import USUAL
from suluh.model.dossier.exhibits import Told
from suluh.model.people import Decision, Link
from suluh.model.trade import Term
from suluh.referral.papers.forms.accounts import head_section
from suluh.referral.papers.forms.brief import brief
from suluh.referral.papers.lines import AccountLine, LinkLine, PersonFacts
from suluh.referral.papers.setting import printed
from suluh.referral.papers.values import Both

ONE, OTHER = "bca:1", "telegram:2"
LINK = Link(id="x", left=ONE, right=OTHER, rule="paid-to", judgement="confirmed")


@pytest.fixture
def trade(papers):
    case = Case.open(papers.folder, papers.acting)
    yield Trade(Material(case, Veiled(case)), Seal(case.secret))
    case.close()


def decision(order, act, by="S-1", rule="paid-to"):
    at = f"2026-02-02T00:00:0{order}Z"
    return Decision(id=f"d{order}", order=order, act=act, left=OTHER, right=ONE, rule=rule, by=by, at=at)


def test_a_word_that_a_later_one_closed_is_said_beside_it():
    said = (decision(1, "reject"), decision(2, "reject", rule="same-name"), decision(3, "confirm"))

    told = behind(before(said, LINK))

    assert told.english == " (before that: rejected by S-1, 2026-02-02 00:00:01 UTC)"
    assert told.indonesian.startswith(" (sebelumnya: ditolak oleh S-1")


def test_words_that_stand_are_no_earlier_ones():
    said = (decision(1, "reject", "S-2"), decision(2, "confirm"))

    assert behind(before(said, replace(LINK, judgement="disputed"))).english == ""


def test_a_dispute_of_two_accounts_of_one_person_stands_in_their_rows(trade):
    parties = trade.material.parties
    one, other = sorted(name for name in parties.computed if not parties.is_child(name))[:2]
    at = "2026-02-02T00:00:00Z"
    link = Link(id="x", left=one, right=other, rule="same-number", judgement="disputed", by="S-1", at=at)
    parties.links = [*parties.links, link]

    [row, _] = People(trade.material, trade).accounts((one, other))

    assert any("disputed by S-1" in said.english for said in row.decided)


def facts(**more):
    account = AccountLine(code="AK-1", service="telegram")
    links = tuple(
        LinkLine(left=left, right="AK-1", called=Both("paid", "bayar"), judgement=judgement)
        for left, judgement in (("K-58", "suggested"), ("K-9", "rejected"), ("AK-1", "suggested"))
    )
    return PersonFacts(code="AK-1", identity=Both("-", "-"), accounts=(account,), links=links, **more)


def test_accounts_that_an_undecided_link_ties_to_a_person_are_named_where_none_is_suggested():
    [table] = [one for one in head_section(facts()).tables if one.name == "0b akun disarankan"]

    [note] = table.notes
    assert "as well: K-58." in note.english
    assert "akun-akun ini: K-58." in note.indonesian
    assert any(
        "beside 1 account that other undecided links tie to theirs" in printed(one, "en") for _, one in brief(facts())
    )


def test_of_payments_in_other_trades_the_deals_of_those_named_are_said_to_be_theirs(trade):
    name = next(iter(trade.material.resting))
    term = Term(rule="payer-before", score=1, text=f"payment {name} of 2025-12-01, and 2 more.")

    assert of_other_deals(trade.material, term).english.startswith(" Those named stand in R-")


def test_a_price_that_is_taken_from_others_can_be_looked_up(trade):
    deals = trade.material.parties.deals
    deal = next(one for one in deals if one.seller and one.amount_minor)
    other = replace(deal, id="o" * 26)
    trade.material.parties.deals = [*deals, other]
    reason = Term(rule="same-amount", score=1, text=USUAL)

    [said] = usual.of(trade.material, replace(deal, reasons_for=(reason,)))

    assert trade.material.parties.deal_codes[other.id] in said.english
    assert list(usual.of(trade.material, replace(deal, reasons_for=()))) == []


def test_a_fact_of_a_deal_stands_at_its_own_lines_and_one_told_at_its_question(trade, monkeypatch):
    material = trade.material
    deal = next(one for one in material.parties.deals if one.payments and one.messages)
    other = next(name for name, one in material.payments.items() if name not in deal.payments and one.places)
    cites = Term(rule="rivals", score=0, text="Another.", rests=(other,))
    material.parties.deals = [replace(deal, reasons_for=(cites,), reasons_against=())]
    sheet = Sheet(SimpleNamespace(material=material, trade=trade), frozenset(), ())
    told = Told(
        id="t",
        code="told-1",
        paper="p-9",
        question="7",
        who="W-1",
        sentence="-",
        by="S-1",
        at="2026-02-02T00:00:00Z",
    )
    monkeypatch.setattr("suluh.case.papers.persons.sheet.typed", lambda _, kind: [told] if kind is Told else [])

    own = sheet._places_of(f"deal:{deal.id}")

    assert own == trade.own_places(deal) != trade.lettered(material.parties.deals[0]).told()
    assert [one.english for one in sheet._places_of("told:told-1")] == ["p-9, question 7"]
