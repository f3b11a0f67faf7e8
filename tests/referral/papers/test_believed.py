# SPDX-License-Identifier: Apache-2.0
"""What a court would believe after reading a paper is so: links, exhibits, payers, exports, days, statements."""

import re
from types import SimpleNamespace

import msgspec
import pytest
from msgspec.structs import replace
from tests.referral.papers.test_annexes import column, of

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import authorities, typed
from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.papers import d1_of
from suluh.case.gate.seal import Seal
from suluh.case.papers.after_taking import Late, alone_in
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.examined.decided import Decided
from suluh.case.papers.examined.falls import JOINED, NO_LINE, Alone
from suluh.case.papers.examined.left_empty import COPIED, later_authority, left_empty
from suluh.case.papers.examined.paid import paid_by
from suluh.case.papers.examined.received import Received
from suluh.case.papers.examined.relied_files import Deciding
from suluh.case.papers.examined.stated_of_persons import stated
from suluh.case.papers.hints.asked import hints_of
from suluh.case.papers.hints.subject import Subject
from suluh.case.papers.material import Material
from suluh.case.papers.parties import Parties
from suluh.case.papers.persons.people import People
from suluh.case.papers.persons.person import Persons
from suluh.case.papers.places import named
from suluh.case.papers.reasons.against import exported
from suluh.case.papers.reasons.circular import Circles
from suluh.case.papers.reasons.talk.between import Between
from suluh.case.papers.veiled import Veiled
from suluh.model.dossier.care import Identity
from suluh.model.dossier.exhibits import Extraction, Seizure
from suluh.model.people import Link
from suluh.model.talk import Attachment
from suluh.model.trade import Term
from suluh.referral.papers.forms.d2_limits import PATHS
from suluh.referral.papers.kinds import gives_status
from suluh.referral.papers.values import WITHHELD, Both, Head, Listed, Sum, totals_of
from suluh.referral.papers.words import told as word


@pytest.fixture
def trade(papers):
    case = Case.open(papers.folder, papers.acting)
    yield Trade(Material(case, Veiled(case)), Seal(case.secret))
    case.close()


def confirmed(trade, *, paid):
    """A confirmed deal of two that nobody protects, with a booked line or without."""
    parties = trade.material.parties
    return next(
        one
        for one in parties.deals
        if one.judgement == "confirmed"
        and {one.seller, one.buyer}.isdisjoint({None, *parties.children})
        and bool(one.payments) == paid
    )


def link(left, right, rule, judgement="suggested", **more):
    return Link(id="x", left=left, right=right, rule=rule, judgement=judgement, **more)


def test_an_account_that_is_suggested_says_how_each_of_its_links_stands_and_whose_it_is_counted(trade):
    parties, people = trade.material.parties, People(trade.material, trade)
    own = frozenset({"telegram:made-up"})
    known = next(one for one in parties.links if one.judgement == "confirmed" and not parties.is_child(one.left))
    [account, other] = known.left, known.right

    line = people._suggested(account, own)

    stands = [one.english for one in line.suggested]
    code = parties.account(other)
    assert any(re.search(rf"with {code}: .*, confirmed by {known.by}, ", one) for one in stands)
    assert stands[0].startswith(f"counted to {parties.person(account)} by what officers decided or stated")
    assert "no decision confirms" in stands[0]  # true as well where officers rejected a link of the two
    rule = word(known.rule).english
    assert not any(f"with {code}: {rule}, not decided" in one for one in stands)


def test_an_account_that_is_suggested_has_every_link_to_the_person_those_that_join_nothing_as_well(trade):
    parties, people = trade.material.parties, People(trade.material, trade)
    one, other = sorted(name for name in parties.computed if not parties.is_child(name))[:2]
    parties.links = [
        link(one, other, "own-name", merges=True),
        link(one, other, "same-talk"),
        link(one, other, "same-name", "rejected", by="S-1", at="2026-01-01T00:00:00Z"),
    ]

    said = [each.english for each in people._suggested(one, frozenset({other})).suggested]

    assert sum("own name" in each for each in said) == 1
    assert sum("same talk, not decided" in each for each in said) == 1
    assert sum("rejected by S-1" in each for each in said) == 1


def test_why_no_confirmed_deal_loses_an_account_without_a_link_is_the_reason_that_holds(trade):
    parties = trade.material.parties
    alone = Alone(trade.material, ("B-1", "B-2", "B-3"))
    deal = confirmed(trade, paid=True)
    line = trade.material.lines_of(deal)[0].record
    made = link(line.payer, deal.buyer, "pays-for", "confirmed")
    parties.links = [made]
    parties.__dict__.pop("_groups", None)
    undecided = replace(deal, judgement=None)

    hit = alone._link(made)[2]
    parties.deals = [undecided]
    open_ = alone._link(made)[2]
    parties.deals = []
    bare = alone._link(made)[2]
    parties.links = [made, link(line.payer, deal.buyer, "same-name", "confirmed")]
    parties.links[1] = replace(parties.links[1], id="y")
    joined = alone._link(made)[2]

    code = parties.deal_codes.get(deal.id, "")
    assert isinstance(hit, Listed)
    assert open_.english.startswith("no confirmed deal; of others it would take the account: R-")
    assert "(not decided)" in open_.english
    assert (bare, joined) == (NO_LINE, JOINED)
    assert code or parties.deals == []


def test_a_link_that_carries_a_side_of_deals_says_which_accounts_are_one_person_no_more(trade):
    parties = trade.material.parties
    alone, deal = Alone(trade.material, ("B-1", "B-2", "B-3")), confirmed(trade, paid=True)
    made = link(deal.seller, "telegram:made-up", "same-name", "confirmed")
    parties.links = [made]
    parties.__dict__.pop("_groups", None)

    said = alone._link(made)[2].parts

    which = parties.account(deal.seller)
    assert [one for one in said if f"seller ({which}) counts as one person with " in one.english]
    assert all("booked line" not in one.english for one in said)


def test_a_paper_names_every_exhibit_on_which_a_deal_of_the_person_stands(trade):
    material = trade.material
    persons = Persons(People(material, trade), ())

    for own in persons.named("buyer"):
        facts = persons.facts(own, "buyer")
        deals = [one for one in material.parties.deals if one.buyer in own and one.judgement != "rejected"]
        labels = {place.exhibit for one in deals for shown in material.said(one) for place in shown.places}
        assert labels <= set(facts.exhibits)
        assert labels


def subject(trade, deal, *, is_seller=True, side=None):
    own = frozenset({side or deal.seller or ""})
    return Subject(trade, own, (deal,), (), (), is_seller)


def test_words_in_exports_of_text_are_told_of_each_deal_also_beside_deals_of_other_kinds(trade, monkeypatch):
    material, deals = trade.material, [one for one in trade.material.parties.deals if one.messages][:2]
    first = {place.file for shown in material.said(deals[0]) for place in shown.places}
    monkeypatch.setattr(exported, "_text_files", lambda *_: frozenset(first))

    said = [one.says.english for one in exported.exported(material, deals)]

    code, size = material.parties.deal_codes[deals[0].id], len(material.said(deals[0]))
    assert any(one.startswith("messages that stand in exports as text alone") and f"{code} " in one for one in said)
    assert any(f"{size}/{size} [" in one for one in said)


def test_files_that_an_export_left_out_are_told_as_a_hint_of_an_edited_export(trade):
    material, deal = trade.material, confirmed(trade, paid=True)
    name, shown = next((name, one) for name in deal.messages if (one := material.messages.get(name)))
    record = replace(shown.record, attachments=(Attachment(state="omitted"), Attachment(state="missing")))
    material.__dict__["messages"] = {**material.messages, name: shown._replace(record=record)}

    said = [one.says.english for one in hints_of("edited", subject(trade, deal))]

    code = material.parties.deal_codes[deal.id]
    gone = [one for one in said if one.startswith("attachments that the record names, and that lie not beside it: ")]
    assert re.search(rf"{code} [2-9]", gone[0])


def test_messages_in_files_of_a_later_day_alone_are_a_reason_against_their_deal(trade):
    material, deal = trade.material, confirmed(trade, paid=True)
    label = material.said(deal)[0].record.place.exhibit
    every = [material.messages[name] for name in trade.numbered(deal).messages]
    files = tuple({place.file for shown in every for place in shown.places})
    material.__dict__["late"] = {label: Late("2026-01-03", files[:1]), "B-9": Late("2026-01-03", files[1:])}

    against = [one.english for one in trade.deal(deal).reasons_against]
    material.__dict__["late"] = {label: Late("2026-01-03", ("no-file",))}
    del material.__dict__["of_late"]
    none = [one.english for one in trade.deal(deal).reasons_against]

    size = len(every)
    begins = f"{size} of the {size} messages on which it and its reasons rest stand in files of {label} whose path"
    assert any(one.startswith(begins) and "[message" in one for one in against)
    assert not any("whose path has a day after" in one for one in none)


def test_a_message_with_a_copy_in_another_file_stands_not_in_late_files_alone(trade):
    [shown, *_] = trade.material.said(confirmed(trade, paid=True))
    there = shown.record.place
    twice = shown._replace(places=[there, replace(there, file="other")])

    assert list(alone_in([shown._replace(places=[there])], {there.file}))
    assert list(alone_in([twice], {there.file})) == []
    assert list(alone_in([twice], {there.file, "other"})) == [there.exhibit]


def test_every_number_of_a_file_with_a_later_day_is_printed_and_the_deals_that_it_bears(trade):
    material = trade.material
    received = Received(material, ("B-1", "B-2", "B-3"))
    said = [one.english for one in received.later()]

    assert said
    assert not any("\u2026" in one for one in said)
    for label in material.late:
        codes = [
            material.parties.deal_codes[one.id]
            for one in material.parties.deals
            if one.judgement != "rejected" and label in alone_in(material.said(one), material.of_late)
        ]
        bear = next(
            (one for one in said if one.startswith(f"Messages of deals that stand in these files of {label}")), ""
        )
        assert re.findall(r"R-\d+", bear) == codes


def test_a_link_that_counts_payments_rests_on_supported_deals_alone_and_an_officers_on_all(trade):
    deal = confirmed(trade, paid=True)
    line = trade.material.lines_of(deal)[0].record
    counts = Term(rule="pays-for", score=1, text="Counts.", text_id="Hitung.")
    decided = Term(rule="confirm", score=1, text="Decision.", text_id="Putusan.")
    parties = trade.material.parties
    parties.deals = [replace(deal, tier="possible") if one is deal else one for one in parties.deals]
    code = parties.deal_codes[deal.id]

    made = [
        Circles(trade.material).joins(link(line.payer, deal.buyer, "pays-for", reasons_for=(term,)))
        for term in (counts, decided)
    ]

    assert made[0] is None or not re.search(rf"\b{code}\b", made[0].english)
    assert re.search(rf"\b{code}\b", made[1].english)


def test_others_of_a_name_stand_by_code_on_the_annex_of_a_seller_and_are_counted_elsewhere(trade):
    material, deal = trade.material, confirmed(trade, paid=False)
    parties = material.parties
    material.__dict__["names"] = {deal.seller: ("Nama Buatan",), deal.buyer: ("Nama Buatan",)}

    on_d3 = hints_of("namesake", subject(trade, deal))[0].says.english
    on_d4 = hints_of("namesake", subject(trade, deal, is_seller=False))[0].says.english

    assert on_d3.endswith(f"others in this case who go by it, 1: {parties.person(deal.buyer)}")
    assert on_d4.endswith("go by it, 1: 1 whose code does not stand on this paper")


def test_no_code_of_a_child_stands_beside_a_name(trade, papers):
    material, deal = trade.material, confirmed(trade, paid=False)
    material.__dict__["names"] = {deal.seller: ("Nama Buatan",), papers.child: ("Nama Buatan",)}

    said = hints_of("namesake", subject(trade, deal))[0].says.english

    assert material.parties.person(papers.child) not in said
    assert "1 whose code does not stand on this paper" in said


def test_messages_of_no_deal_are_told_with_their_places(trade):
    talks = {shown.record.conversation for one in trade.material.parties.deals for shown in trade.material.said(one)}
    size, where = trade.between.beside(talks)

    assert size
    assert re.search(r"B-\d: .+", where.english)
    for deal in trade.material.parties.deals:
        said = [one.says.english for one in hints_of("otherwise", subject(trade, deal))]
        assert all(re.search(r"debt; B-\d", one) for one in said if "to no deal" in one)


def test_a_message_that_was_taken_back_counts_among_those_of_no_deal_and_what_the_app_says_does_not(trade):
    shown = trade.material.said(confirmed(trade, paid=True))[0].record
    said = [replace(shown, id=kind, kind=kind, sender=None) for kind in ("revoked", "unsupported", "call", "system")]
    case = SimpleNamespace(nouns=lambda *_: said)
    hidden = SimpleNamespace(accounts=frozenset())
    other = Between(SimpleNamespace(case=case, parties=SimpleNamespace(hidden=hidden), told=trade.material.told))
    other.__dict__["_used"] = frozenset()

    assert other.beside([shown.conversation])[0] == 3


def test_where_money_came_from_stands_beside_who_bought(trade):
    parties = trade.material.parties
    deal = confirmed(trade, paid=True)
    said = [one.english for one in paid_by(trade.material, deal)]
    other = [one.english for one in paid_by(trade.material, replace(deal, buyer="telegram:made-up"))]

    assert said
    assert all(one.startswith(f"{parties.deal_codes[deal.id]}: ") for one in said)
    assert all("by no decision" in one or "names no account" in one for one in other)


def test_the_head_of_a_paper_names_the_deals_that_others_paid(trade):
    material = trade.material
    for own in Persons(People(material, trade), ()).named("buyer"):
        facts = Persons(People(material, trade), ()).facts(own, "buyer")
        codes = {
            material.parties.deal_codes[one.id]
            for one in material.parties.deals
            if one.judgement == "confirmed" and one.buyer in own
            for shown in material.paid_and_back(one)[0]
            if not material.parties.is_decided(shown.record.payer or "", one.buyer)
        }
        beside = [one.english for one in facts.beside if one.english.startswith("Paid from accounts that no decision")]
        assert {code for one in beside for code in re.findall(r"R-\d+", one)} == codes


def test_what_is_empty_in_an_entered_row_is_said_and_a_full_one_says_nothing(decided):
    [copied] = typed(decided.rows, Extraction)
    full = replace(
        copied,
        started="2026-01-04T09:00+07:00",
        ended="2026-01-04T10:00+07:00",
        report_number="L/1",
        not_obtained=("none",),
        seal_received="A-1",
        seal_after="A-2",
    )
    how = Both("how it was copied", "penyalinannya")

    [said] = left_empty(how, [copied], COPIED)

    assert said.english.startswith("B-1, how it was copied: not entered are when it began, when it ended")
    assert list(left_empty(how, [full], COPIED)) == []


def test_an_authority_younger_than_the_taking_is_told(decided):
    material = Material(decided, None)
    [seizure] = typed(decided.rows, Seizure)
    papers = {one.number: one for one in authorities(decided.rows)}
    paper = papers[material.exhibits[0].authority]

    [said] = later_authority(material.exhibits[:1], [replace(paper, date="2026-01-22")], [seizure])
    none = list(later_authority(material.exhibits[:1], [replace(paper, date="2026-01-02")], [seizure]))

    assert "before the day of" in said.english
    assert "is not entered" in said.english
    assert none == []


def test_entries_that_join_accounts_or_name_a_person_stand_in_the_report_beside_decisions(trade, papers):
    case = trade.material.case
    rows = stated(trade.material, None)
    texts = msgspec.json.encode([Listed((one[1],)) if isinstance(one[1], str) else one[1] for one in rows]).decode()

    own = [one for one in trade.material.exhibits if one.accounts]
    assert len(rows) == len(own) + len(typed(case.rows, Identity)) + 1
    assert all(
        trade.material.parties.account(name) in texts for one in own for name in one.accounts if name != papers.child
    )
    assert "Orang Contoh" not in texts
    table = next(one for one in papers.documents if one.number == "D2")
    assert any(one.name == "11d pernyataan" and one.rows for one in table.tables())


def test_a_supported_deal_that_an_officer_rejected_is_told_beside_the_rates(trade):
    parties = trade.material.parties
    deal = next(one for one in parties.deals if one.tier == "recorded")
    parties.deals = [replace(one, judgement="rejected") if one.id == deal.id else one for one in parties.deals]

    said = [one.english for one in Decided(trade.material).facts()]

    code = parties.deal_codes[deal.id]
    assert any(re.search(rf"officers rejected \d+ \(.*\b{code}\b", one) for one in said)
    bare = [parties.deal_codes[one.id] for one in parties.deals if one.judgement == "confirmed" and not one.payments]
    assert any(one.startswith(f"Confirmed deals without any booked line: {', '.join(bare)}.") for one in said)


def test_an_exhibit_that_came_by_a_reply_has_its_number_beside_each_booked_line(trade):
    material = trade.material
    replies = {one.number for one in authorities(material.case.rows) if one.kind == "reply"}
    labels = {one.label: one.authority for one in material.exhibits if one.authority in replies}
    lines = [one for one in material.payments.values() if one.record.place.exhibit in labels]

    assert lines
    assert {trade.lines.row(one, frozenset()).letter for one in lines} == {f"\u2014 / {one}" for one in labels.values()}


def test_a_record_of_interview_is_not_called_a_paper_of_status(papers):
    [sheet] = of(papers, "D5")
    sources = [one for table in sheet.tables() for row in table.rows for one in row if isinstance(one, Both)]

    assert gives_status("penetapan-status", "S/1").english == "paper of legal status S/1"
    assert any("BAP/1/2026, which gives no status" in one.english for one in sources)


def test_the_last_instant_of_an_exhibit_stands_where_a_state_is_told_by_it(trade):
    material, deal = trade.material, confirmed(trade, paid=True)
    parties, people = material.parties, People(material, trade)
    own = parties.group(deal.seller or "")
    parties.deals = [replace(one, state="paid" if one is deal else "delivered") for one in parties.deals]

    said = [one.english for one in Persons(people, ()).facts(own, "seller").zones if "its last message" in one.english]

    labels = {one.record.place.exhibit for one in material.said(deal)}
    assert len(said) == len(labels)
    assert all(f"the state of {parties.deal_codes[deal.id]} is told by it" in one for one in said)
    last = max(str(one.at) for one in material.payments.values() if one.at)
    assert max(material.last.values()) >= last


def test_a_column_of_money_without_any_has_a_nought_as_its_total():
    heads = (Head(english="Code", indonesian="Kode"), Head(english="Paid", indonesian="Dibayar", adds_up=True))

    assert totals_of(heads, (("R-1", None),))[0][1] == 0
    assert totals_of(heads, (("R-1", Sum(5, "IDR")),))[0][1] == Sum(5, "IDR")
    assert totals_of(heads, (("R-1", Both("not compared", "tidak dibandingkan")),))[0][1] is None


def test_a_link_that_rests_on_a_file_is_named_by_its_accounts(trade):
    cells = [one for row in Deciding(trade.material, ("B-1", "B-2", "B-3")).rows() for one in row[7].parts]
    links = [one.english for one in cells if one.english.startswith("links ")]

    children = [one for one in links if "(" not in one]
    assert len(links) > len(children)
    assert not any("AK-" in one for one in links)
    assert all(re.search(r"\d+( \(K-\d+ \+ K-\d+.*\))?$", one) for one in links)


def test_a_line_break_in_a_path_stands_as_its_number_and_the_report_has_the_key(trade, papers):
    place = replace(trade.material.said(confirmed(trade, paid=True))[0].record.place, path="a/baris\nbaru.txt")
    report = next(one for one in papers.documents if one.number == "D2")

    assert named(place).english.endswith("baris\u2039U+000A\u203abaru.txt")
    assert [table.name for table in report.tables() if PATHS in table.notes] == ["8c satu per satu", "14b file penentu"]


def test_services_stand_in_one_language_and_nothing_counts_one_of_many(papers):
    texts = [msgspec.json.encode(one).decode() for one in papers.documents]

    assert not any("pulsa / phone credit" in one for one in texts)
    assert not any(
        re.search(r'[ "]1 (deals|accounts|booked lines|confirmed deals|further deals)\b', one) for one in texts
    )
    assert not any(WITHHELD + " / " in one for one in texts)
    assert any(column(one, "2 baris rekening", "Payer") for one in of(papers, "D3"))


def test_the_list_of_contents_says_why_its_matrix_is_empty_and_which_exhibits_it_leaves_out(decided):
    [brief] = Brief.every(decided)
    parties = Parties(decided)
    own = {name for account in brief.accounts for name in parties.group(account)}
    mine = [one for one in parties.deals if one.judgement == "confirmed" and own & {one.seller, one.buyer}]
    stamps = [stamp for one in mine for stamp in (one.offered_on, one.ordered_on, one.paid_on, one.delivered_on)]
    left = {one.exhibit for one in stamps if one} - set(brief.labels)

    tables = {one.name: one for one in d1_of(brief).tables()}
    printed = " ".join(one.english for one in tables["4 barang bukti"].notes)

    assert left
    assert set(re.findall(r"\bB-\d", printed)) == left
    assert tables["6 matriks unsur"].rows == ()
    assert "no charge is entered" in tables["6 matriks unsur"].empty.english
    assert "which gives no status" in tables["3 tersangka"].rows[0][2].parts[0].english
