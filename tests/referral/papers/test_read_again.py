# SPDX-License-Identifier: Apache-2.0
"""What a reader who doubts the papers found to say too much or too little: devices, exhibits, sums, lists of papers."""

import re

import pytest
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import exhibits, typed
from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.papers import d1_of
from suluh.case.frozen.rested import rested
from suluh.case.frozen.rows import RowsOf
from suluh.case.gate.seal import Seal
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.examined.falls import ALL_WORDS, OTHERWISE, Alone
from suluh.case.papers.examined.left_empty import two_holders
from suluh.case.papers.examined.received import Received
from suluh.case.papers.examined.relied_files import UNPRINTED, Deciding
from suluh.case.papers.examined.sums import NAMES
from suluh.case.papers.hints.accounts import UNSAID
from suluh.case.papers.hints.asked import hints_of, is_hinted
from suluh.case.papers.hints.subject import Subject
from suluh.case.papers.material import Material
from suluh.case.papers.persons.people import OWN_UNDECIDED, People, may_be_own
from suluh.case.papers.reasons.others import lines_elsewhere
from suluh.case.papers.veiled import Veiled
from suluh.case.typed.enter import enter
from suluh.model.dossier.exhibits import Handling, Seizure
from suluh.model.dossier.papers import Paper, Request
from suluh.model.money import spoken
from suluh.model.trade import Term, money_of
from suluh.referral.papers.forms import cards
from suluh.referral.papers.forms.d2_limits import left
from suluh.referral.papers.forms.d3 import NO_SHEET
from suluh.referral.papers.forms.trade import IN_WORKBOOK
from suluh.referral.papers.report import ReportFacts
from suluh.referral.papers.values import Both, Listed
from suluh.referral.papers.words import many

from .test_annexes import cards_of, column, field, of


@pytest.fixture
def trade(papers):
    case = Case.open(papers.folder, papers.acting)
    yield Trade(Material(case, Veiled(case)), Seal(case.secret))
    case.close()


def confirmed(trade, **more):
    """A confirmed deal that a booked line paid, of two sides that nobody protects."""
    children = {None, *trade.material.parties.children}
    found = (one for one in trade.material.parties.deals if one.judgement == "confirmed" and one.payments)
    return replace(next(one for one in found if children.isdisjoint({one.seller, one.buyer})), **more)


def english(said):
    return [one.english for one in said]


def test_no_device_of_their_own_is_said_of_decisions_alone_and_a_holder_of_their_name_is_named(trade):
    material, people = trade.material, People(trade.material, trade)
    account = next(
        one for one in material.names if not material.parties.is_child(one) and not people.own_exhibits({one})
    )
    name, [first, *others] = material.names[account][0], material.exhibits
    material.exhibits = (replace(first, holder="Lain Sekali"), *others)
    before = people.unseen({account})

    material.exhibits = (replace(first, holder=name.upper()), *others)
    after = people.unseen({account})

    assert before[0] == after[0] == OWN_UNDECIDED
    assert "By no decision or statement" in OWN_UNDECIDED.english
    assert not [one for one in english(before) if "held by somebody of a name" in one]
    assert [one for one in english(after) if one.startswith(f"{first.label} was entered as held by somebody of a name")]
    assert [one for one in after if "Bahwa orangnya sama tidak dikonfirmasi keputusan mana pun." in one.indonesian]


def test_a_device_of_an_account_that_may_be_theirs_is_named(trade):
    material, people = trade.material, People(trade.material, trade)
    parties = material.parties
    own, near = next(
        (one, near[0])
        for one in material.names
        if not parties.is_child(one) and not people.own_exhibits({one}) and (near := parties.suggested({one}))
    )
    first, *others = material.exhibits
    material.exhibits = (replace(first, accounts=(near,)), *others)
    code = parties.account(near)

    said = [one for one in english(people.unseen({own})) if f"({code})" in one]

    assert [one for one in said if one.startswith(f"{first.label} may be theirs, which no decision confirms: ")]


def test_a_deal_names_the_other_explanations_of_which_a_hint_names_it(papers):
    seen = set()
    for paper in (*of(papers, "D3"), *of(papers, "D4")):
        numbers, hints = (column(paper, "5 penjelasan lain", name) for name in ("No.", "What the case hints"))
        hinted = [(no, one.english) for no, cell in zip(numbers, hints, strict=True) for one in cell.parts]
        for card in cards_of(paper):
            code = card.title.english.partition(" ")[0]
            rows = dict.fromkeys(str(no) for no, text in hinted if code in re.findall(r"\bR-\d+\b", text))
            shown = field(card, cards.HINTED.english)
            assert shown == (
                Both(f"row{'s' * (len(rows) > 1)} {', '.join(rows)}", f"baris {', '.join(rows)}") if rows else None
            )
            seen.add(bool(rows))
        said = {name.english: cell for name, cell in paper.head}["What speaks against"]
        assert any(one.english.startswith("The case itself hints something") for one in said.parts)
    assert True in seen


def test_where_nothing_speaks_against_a_deal_part_6_is_named():
    for one in (cards.NOTHING, cards.NOTHING_UNPAID):
        assert one.english.startswith("Nothing of what is looked for")
        assert one.english.endswith("Other explanations are asked in part 6.")
        assert one.indonesian.endswith("Penjelasan lain ditanyakan di bagian 6.")


def moved(trade, name, label):
    """The same case where one message stands on another exhibit alone."""
    shown = trade.material.messages[name]
    places = tuple(replace(one, exhibit=label) for one in shown.places)
    trade.material.messages = {**trade.material.messages, name: shown._replace(places=places)}


def test_with_the_talk_of_other_deals_on_which_a_reason_rests_a_deal_loses_some(trade):
    material = trade.material
    deals = [one for one in material.parties.deals if one.payments and one.messages and one.judgement == "confirmed"]
    other = deals[0]
    deal = next(one for one in deals if not set(one.payments) & set(other.payments))
    line = material.lines_of(other)[0].record.id
    for name in other.messages:
        moved(trade, name, "B-X")
    term = Term(rule="payer-before", score=1, text=f"Who paid has paid in other trades: payment {line}.")
    alone = Alone(material, ("B-X",))

    plain = alone._effect(replace(deal, reasons_for=()), "B-X")
    rests = alone._effect(replace(deal, reasons_for=(term,)), "B-X")

    assert material.said(other)
    assert (plain, rests) == (None, "some")
    assert lines_elsewhere(material, replace(term, rule="rivals")) == []


RECEIVED = {"exhibit": "B-3", "act": "receive", "done": "2026-01-20T10:00+07:00", "taker": "S-1"}


def test_an_exhibit_that_came_as_a_reply_is_named_where_it_is_not_entered_how_it_came(decided):
    def lacking():
        received = Received(Material(decided, Veiled(decided)), ("B-1", "B-2", "B-3"))
        return received.bare(), english(received.lacking())

    before, said = lacking()
    enter(decided, Handling, [RECEIVED])
    after, then = lacking()

    own = [one for one in said if one.endswith(": B-3.")]
    assert [one.partition(",")[0] for one in own] == ["Not entered", "Not entered", "Nor whether each of these"]
    assert before == ("B-1", "B-2", "B-3")
    assert after == ("B-1", "B-2")
    assert not [one for one in then if "B-3" in one]


def test_receiving_accounts_and_the_head_tell_possible_sums_apart_from_recorded_ones(papers, trade):
    material, seen = trade.material, 0
    for paper in of(papers, "D3"):
        own = material.parties.by_code(paper.number.removeprefix("D3-"))
        sold = [one for one in material.parties.deals if one.judgement == "confirmed" and one.seller in own]
        possible = [one for one in sold if money_of(one) == "possible"]
        lines = {each.record.id: each.record for one in possible for each in material.paid_and_back(one)[0]}
        sums = [one.minor for one in column(paper, "8 akun penerima", "Possibly paid") if one]
        recorded = [one.minor for one in column(paper, "8 akun penerima", "Recorded as paid") if one]
        told = [one.minor for one in column(paper, "1 rangkaian", "Recorded as paid") if one]
        head = {name.english: cell for name, cell in paper.head}["Recorded as paid, in all"]
        said = [one for one in english(head.parts) if "possibly paid" in one]

        assert sum(sums) == sum(one.amount_minor for name, one in lines.items() if name not in material.counted)
        assert sum(recorded) == sum(told)
        assert bool(said) == bool(possible)
        assert all(material.parties.deal_codes[one.id] in said[0] for one in possible)
        seen += len(lines)
    assert seen


def test_d2_says_what_falls_if_an_account_is_no_exhibits_own(papers, trade):
    material, parties = trade.material, trade.material.parties
    table = next(one for one in of(papers, "D2")[0].tables() if one.name == "11d satu pernyataan")
    stated = [(one, account) for one in material.exhibits for account in one.accounts]
    alone = Alone(material, tuple(one.label for one in material.exhibits))

    single = [row for row in alone.statements() if row[1] != ALL_WORDS]

    assert len([row for row in table.rows if row[1] != ALL_WORDS]) == len(stated) > 0
    for (exhibit, account), row in zip(stated, single, strict=True):
        groups = parties.unstated(exhibit.label, account)
        own = groups.get(account, frozenset({account}))
        is_joined = not own.isdisjoint({*exhibit.accounts} - {account})
        deals = [one for one in parties.deals if one.judgement == "confirmed" and not own.isdisjoint({one.seller})]
        hit = english(row[2].parts) if isinstance(row[2], Listed) else []
        held = [one for one in hit if "its seller (" in one and one.endswith(f"of {exhibit.label} no more")]

        assert (row[2] == OTHERWISE) == is_joined
        assert is_joined or [one.partition(":")[0] for one in held] == [parties.deal_codes[one.id] for one in deals]
    assert any(isinstance(row[2], Listed) for row in table.rows)


def test_d1_lists_authorities_and_the_letter_of_a_request(decided):
    enter(decided, Paper, [{"kind": "surat", "number": "B/41/2026", "date": "2026-01-20"}])
    code = max((one.code for one in typed(decided.rows, Paper)), key=lambda one: int(one.partition("-")[2]))
    enter(decided, Request, [{"sender": "prosecutor", "paper": code, "received": "2026-01-21"}])

    brief = Brief.of(decided, "dossier-1")
    paper = d1_of(brief)

    tables = {one.name: one for one in paper.tables()}
    letters = {row[2] for row in tables["1 isi"].rows if row[1].english == "Letters and replies"}
    listed = {row[1]: row[3] for row in tables["5 surat"].rows}
    replies = {one.number for one in brief.authorities.values() if one.kind == "reply"}
    assert replies
    assert letters == {"B/41/2026", *replies}
    assert listed.keys() >= {"B/41/2026", *brief.authorities}
    for one in exhibits(decided.rows):
        assert one.label in listed[one.authority].parts


def test_an_act_of_a_sheet_names_who_did_it_and_on_which_side_the_person_is(papers, trade):
    material, codes = trade.material, trade.material.parties.deal_codes
    deals = {codes[one.id]: one for one in material.parties.deals}
    seen = set()
    for sheet in of(papers, "D5"):
        for act, by in zip(column(sheet, "4 peristiwa", "Act"), column(sheet, "4 peristiwa", "By"), strict=True):
            found = re.fullmatch(r"(R-\d+): (.+) \(this person: (seller|buyer)\)", act.english)
            if found is None:
                continue
            deal, person = deals[found[1]], material.parties.person
            payers = {person(one.record.payer) for one in material.paid_and_back(deal)[0] if one.record.payer}
            want = {"offered": person(deal.seller), "asked for or ordered": person(deal.buyer)}
            assert by == want.get(found[2], ", ".join(sorted(payers)) or None) or found[2] not in {*want, "paid"}
            assert person(getattr(deal, found[3])) == sheet.number.removeprefix("D5-")
            assert "(orang ini: " in act.indonesian
            seen.add(found[2])
    assert {"offered", "paid"} <= seen


def test_two_names_of_one_holder_are_told(papers, trade):
    [seizure] = typed(trade.material.case.rows, Seizure)
    exhibit = next(one for one in trade.material.exhibits if one.label == seizure.exhibit)

    [said] = two_holders([replace(exhibit, holder="Nama Lain")], [seizure])

    assert f"“Nama Lain” with the exhibit and as “{seizure.holder}”" in said.english
    assert list(two_holders([replace(exhibit, holder=seizure.holder.upper())], [seizure])) == []
    assert list(two_holders([replace(exhibit, holder=None)], [seizure])) == []
    report = of(papers, "D2")[0].sections[2]
    assert any("its holder was entered as" in one.english for one in report.says) == (
        bool(exhibit.holder) and exhibit.holder != seizure.holder
    )


def test_an_annex_of_a_seller_names_the_sheet_with_the_links_or_says_that_there_is_none(papers):
    sheets, seen = {one.number for one in of(papers, "D5")}, set()
    for paper in of(papers, "D3"):
        sheet = f"D5-{paper.number.removeprefix('D3-')}"
        said = paper.sections[0].says
        assert (NO_SHEET in said) == (sheet not in sheets)
        assert any(f"stand in {sheet}, part 1" in one for one in english(said)) == (sheet in sheets)
        seen.add(sheet in sheets)
    assert True in seen


def test_a_deal_that_a_dealers_account_paid_says_so(trade):
    deal = confirmed(trade)
    material = trade.material
    shown = material.paid_and_back(deal)[0][0]
    line = replace(shown.record, payer="bca:1234567890")
    material.payments = {**material.payments, line.id: shown._replace(record=line)}
    before = english(trade.deal(deal).reasons_against)
    line = replace(shown.record, payer="otomax:R100")
    material.payments = {**material.payments, line.id: shown._replace(record=line)}

    said = [one for one in trade.deal(deal).reasons_against if "is a dealer's" in one.english]

    assert not [one for one in before if "is a dealer's" in one]
    assert [one.english.rpartition(" [")[2] for one in said] == ["booked line 1]"]
    assert "tidak menyatakan siapa yang membayar agen" in said[0].indonesian


def test_one_is_counted_as_one(papers):
    facts = ReportFacts(unprocessed=((None, None, None, None, None, 1, 2, 3),), twice=1)
    assert any(one.english.startswith("1 of these records speaks of a file") for one in left(facts))
    assert any(one.english.startswith("2 of these records speak of a file") for one in left(replace(facts, twice=2)))
    texts = {one for paper in papers.documents for table in paper.tables() for row in table.rows for one in flat(row)}
    assert [one for one in texts if re.search(r"(?<![\d,])1 (messages|pieces|deals|records|files|lines) ", one)] == []


def flat(row):
    """The English sentences of the cells of a row."""
    parts = (part for cell in row for part in (cell.parts if isinstance(cell, Listed) else (cell,)))
    return [part.english for part in parts if isinstance(part, Both)]


def test_a_path_that_is_left_out_says_nothing_of_whom_it_names(papers, trade):
    material = trade.material
    material.is_veiled = lambda _: True
    for label in [one.label for one in material.exhibits]:
        assert {row[3] for row in Deciding(material, (label,)).rows()} <= {UNPRINTED}
    for one in (UNPRINTED.english, UNPRINTED.indonesian, NAMES):
        assert not re.search(r"protect|child|informant|lindung|anak|informan", one)
    for paper in of(papers, "D2"):
        assert not [one for section in paper.sections for one in english(section.says) if "names somebody" in one]


def test_the_paper_of_a_child_names_nobody_who_bears_the_same_name(trade):
    material = trade.material
    child = next(iter(material.parties.children))
    other = next(one for one in material.names if one not in material.parties.children)
    material.names = {**material.names, child: ("Nama Sama",), other: ("Nama Sama",)}
    of_child, of_other = (Subject(trade, frozenset({one}), (), (), ()) for one in (child, other))

    assert [one.says for one in hints_of("namesake", of_child)] == [UNSAID]
    assert not is_hinted(hints_of("namesake", of_child))
    assert any("others in this case who go by it" in one.says.english for one in hints_of("namesake", of_other))


def test_an_annex_of_a_seller_says_where_the_lines_of_chances_are_told(papers):
    for paper in of(papers, "D3"):
        booked = next(one for one in paper.sections if any(table.name == "2 baris rekening" for table in one.tables))
        [table] = booked.tables
        assert (IN_WORKBOOK[0] in table.notes) == bool(booked.sheets[0].rows)
    assert any(IN_WORKBOOK[0] in table.notes for paper in of(papers, "D3") for table in paper.tables())


def test_the_short_form_has_what_each_seller_came_to_and_which_supported_deals_were_rejected(papers):
    report, short = of(papers, "D2")[:2]
    said = next(one for one in short.sections if one.title.english == "What confirmed deals came to").says
    sellers = column(report, "9b uang", "Seller")
    sizes = column(report, "9b uang", "Confirmed deals")

    for code in dict.fromkeys(sellers):
        size = sum(number for seller, number in zip(sellers, sizes, strict=True) if seller == code)
        annex = next(one for one in of(papers, "D3") if one.number == f"D3-{code}")
        recorded = sum(one.minor for one in column(annex, "1 rangkaian", "Recorded as paid") if one)
        paid = spoken(recorded, "IDR")[0] if recorded else "nothing"
        begins = f"Seller {code}, {many(size, 'confirmed deal')}: recorded as paid {paid}; possibly paid "
        assert len([one for one in english(said) if one.startswith(begins)]) == 1
    rejected = [one for one in english(said) if "officers rejected" in one]
    decisions = next(one for one in report.sections if one.title.english.startswith("Decisions"))
    assert rejected == [one for one in english(decisions.says) if "officers rejected" in one] != []


def test_a_reason_on_what_a_stated_account_wrote_falls_with_the_statement(trade):
    material, parties = trade.material, trade.material.parties
    exhibit, deal = material.exhibits[0], confirmed(trade)
    own = parties.group(deal.seller)
    name, shown = next((name, one) for name, one in material.messages.items() if name not in deal.messages)
    writer = "x:1234"
    material.messages = {**material.messages, name: shown._replace(record=replace(shown.record, sender=writer))}
    parties.group = lambda _: own | {writer}
    term = Term(rule="giver-offers", score=1, text="x.", rests=(name,))
    alone = Alone(material, (exhibit.label,))

    said = list(alone._wrote(replace(deal, reasons_for=(term,)), frozenset({writer}), exhibit))

    assert len(said) == 1
    assert said[0].english.endswith(f"which counts as the holder of {exhibit.label} no more")
    assert list(alone._wrote(replace(deal, reasons_for=()), frozenset({writer}), exhibit)) == []


def test_a_frozen_annex_rests_on_an_exhibit_that_may_be_the_persons(decided):
    rows = RowsOf(Brief.of(decided, "dossier-1"))
    material = rows._material
    sold = {one.seller for one in material.parties.deals} - {None, *material.parties.children}
    account = next(one for one, names in material.names.items() if one in sold and names)
    own = material.parties.group(account)
    first, *others = (replace(one, accounts=(), holder=None) for one in material.exhibits)
    material.exhibits = (first, *others)
    before = set(rows.of("D3", (material.parties.person(account),)))
    held = replace(first, holder=material.names[account][0])
    material.exhibits = (held, *others)

    after = set(rows.of("D3", (material.parties.person(account),)))

    assert [one for one, _ in may_be_own(material, own)] == [held]
    assert rested(held) in after - before
