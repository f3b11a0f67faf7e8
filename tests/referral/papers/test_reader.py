# SPDX-License-Identifier: Apache-2.0
"""What a reader who never saw the program must not be led to believe: days, payers, sums, first and last, offers."""

import re

import pytest
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.papers import d1_of
from suluh.case.gate.seal import Seal
from suluh.case.papers.deals.trade import BARE, Trade
from suluh.case.papers.examined.decided import Decided
from suluh.case.papers.material import Material
from suluh.case.papers.persons.people import People
from suluh.case.papers.persons.seller import Seller
from suluh.case.papers.reasons.circular import Circle, Circles
from suluh.case.papers.reasons.talk.excerpt import DAY_ALONE
from suluh.case.papers.veiled import Veiled
from suluh.model.after.beyond import Joint
from suluh.model.body import body
from suluh.model.people import Decision
from suluh.model.trade import Offer, Price
from suluh.referral.papers.beside import restitution
from suluh.referral.papers.forms import trade as trade_form
from suluh.referral.papers.forms.brief import brief
from suluh.referral.papers.lines import PersonFacts
from suluh.referral.papers.setting import printed
from suluh.referral.papers.values import WITHHELD, Both, Listed, Sum
from suluh.referral.papers.words import told

from .test_annexes import cards_of, column, field, of, papers_deal


@pytest.fixture
def trade(papers):
    case = Case.open(papers.folder, papers.acting)
    yield Trade(Material(case, Veiled(case)), Seal(case.secret))
    case.close()


def paid(trade):
    """A confirmed deal of two that nobody protects with one booked line and words, and that line."""
    parties, material = trade.material.parties, trade.material
    deal = next(
        one
        for one in parties.deals
        if one.judgement == "confirmed"
        and {one.seller, one.buyer}.isdisjoint({None, *parties.children})
        and len(material.lines_of(one)) == 1
        and len(one.messages) > 2
    )
    return deal, material.lines_of(deal)[0]


def put(trade, shown, **said):
    """Let a booked line say other things."""
    other = shown._replace(record=replace(shown.record, **said))
    known = trade.material.payments
    trade.material.__dict__["payments"] = {name: other if one is shown else one for name, one in known.items()}
    return other


def test_a_line_of_a_day_alone_stands_before_all_messages_of_its_day_and_says_so(trade):
    deal, shown = paid(trade)
    messages = [one for name in deal.messages if (one := trade.material.messages[name]).at]
    zone = trade.material.zones[shown.record.place.exhibit]
    day = min(trade.material.clock(one.at, None).utc or "" for one in messages)[:10]
    assert zone
    put(trade, shown, at=replace(shown.record.at, precision="day"), booked=day)

    lines, _ = trade.excerpt(deal, frozenset())

    place = next(number for number, one in enumerate(lines) if isinstance(one.number, Both))
    assert DAY_ALONE in lines[place].beside
    assert all((one.time.utc or "")[:10] < day or one.time.local < day for one in lines[:place])
    assert [one for one in lines if DAY_ALONE in one.beside] == [lines[place]]


def test_of_a_payer_whom_no_record_names_nothing_is_withheld(trade):
    deal, shown = paid(trade)
    own = trade.material.parties.group(deal.buyer)
    put(trade, shown, payer=None, payer_name=None)
    trade.material.parties.deals[:] = [
        replace(one, payments=()) if one.id == deal.id else one for one in trade.material.parties.deals
    ]
    named = replace(deal, payments=(shown.record.id,))

    booked = trade.deal(named, own).booked[0]

    assert "payer not named by the record" in booked.english
    assert "pembayar tidak disebut catatan" in booked.indonesian
    assert "withheld" not in booked.english


def test_a_head_says_why_nothing_is_counted_as_recorded(papers):
    deal = replace(papers_deal(papers), recorded=None, possible=Sum(80_000_00, "IDR"), shares=())
    facts = PersonFacts(code="O-1", identity=Both("x", "x"), accounts=(), deals=(deal,))

    said = printed(brief(facts)[0][1], "en")
    bare = printed(brief(replace(facts, deals=(replace(deal, possible=None),)))[0][1], "en")
    shared = printed(brief(replace(facts, deals=(replace(deal, possible=None, shares=("R-99",)),)))[0][1], "en")

    assert f"({deal.code}) stand under possibly paid" in said
    assert "No confirmed deal has a booked line." in bare
    assert f"booked lines of {deal.code} are counted in another deal" in shared


def test_the_last_of_a_buyer_is_the_last_message_of_their_deals(papers, trade):
    parties, seen = trade.material.parties, 0
    for paper in of(papers, "D3"):
        seller = paper.number.removeprefix("D3-")
        codes, firsts, lasts = (column(paper, "9 pembeli", name) for name in ("Buyer", "First (UTC)", "Last (UTC)"))
        for code, first, last in zip(codes, firsts, lasts, strict=True):
            deals = [
                one
                for one in parties.deals
                if one.judgement == "confirmed"
                and (parties.person(one.seller), parties.person(one.buyer)) == (seller, code)
            ]
            names = {name for one in deals for name in one.messages}
            times = [one.at for name in names if (one := trade.material.messages[name]).at]
            seen += bool(times)
            assert not times or last >= max(times)[:19].replace("T", " ")
            assert not times or first <= min(times)[:19].replace("T", " ")
    assert seen


def test_an_offer_names_the_confirmed_deals_of_its_number_and_price(trade):
    deal, _ = paid(trade)
    number = deal.items_promised or deal.items_delivered
    same = Price(amount_minor=deal.amount_minor, currency=deal.currency, items=number)
    dear = replace(same, amount_minor=same.amount_minor + 1)
    seller = Seller(People(trade.material, trade), trade.material.parties.group(deal.seller), (deal,))

    def line(*prices):
        return seller._offer(Offer(id="o", kind="sale", conversation="c", seller=deal.seller, prices=prices))

    assert number
    code = trade.material.parties.deal_codes[deal.id]
    assert line(dear, same).deals == (Both(code, code),)
    assert line(dear).deals == ()
    assert "IDR" in line(same).prices[0].english
    assert "Rp" in line(same).prices[0].indonesian


def test_a_booking_that_failed_beside_the_one_that_paid_speaks_against_the_deal(trade):
    deal, shown = paid(trade)
    parties = trade.material.parties
    twin = shown._replace(record=replace(shown.record, id="a" * 26, status="failed"))
    before = trade.deal(deal)
    trade.material.__dict__["payments"] = {**trade.material.payments, twin.record.id: twin}
    twinned = Trade(trade.material, trade.seal)

    for own in (parties.group(deal.seller), parties.group(deal.buyer)):
        said = twinned.deal(deal, own)
        assert len(said.reasons_against) == len(before.reasons_against) + 1
        number = next(one.english for one in said.booked if "(failed) (did not pay this deal)" in one.english)
        assert re.search(
            r"\[booked lines 1[^\]]*\b" + number.partition(".")[0] + r"\]$", said.reasons_against[-1].english
        )
    far = twin._replace(record=replace(twin.record, amount_minor=shown.record.amount_minor + 1))
    trade.material.__dict__["payments"] = {**trade.material.payments, twin.record.id: far}
    assert Trade(trade.material, trade.seal).deal(deal).reasons_against == before.reasons_against


def test_a_link_that_other_rules_propose_as_well_names_them(trade):
    parties, people = trade.material.parties, People(trade.material, trade)
    link = next(one for one in parties.links if one.reasons_for and one.by is None)
    bare = replace(link, id="x", rule="paid-to", judgement="confirmed", by="S-1", reasons_for=(), reasons_against=())

    alone, beside = people._link(replace(bare, left="a:1", right="b:2")), people._link(bare)

    assert "no rule proposes this link beside" in alone.reasons_against[-1].english
    assert told(link.rule).english in beside.reasons_against[-1].english
    assert BARE in alone.reasons_against
    assert "no rule proposes this link beside" not in beside.reasons_against[-1].english


def test_links_of_the_same_two_accounts_stand_together(papers):
    for paper in of(papers, "D5"):
        pairs = [frozenset(cell.parts[0].split(", ")) for cell in column(paper, "1b kaitan", "Accounts, link")]
        runs = [one for number, one in enumerate(pairs) if number == 0 or pairs[number - 1] != one]
        assert len(runs) == len(set(pairs)) > 0


def decision(trade, **said):
    made = {"id": "d", "by": "S-1", "at": "2026-02-02T00:00:00Z", "order": 1, "left": "", **said}
    return printed(Decided(trade.material)._sentence(Decision(**made)), "en")


def test_a_decision_names_its_deal_by_what_it_was_made_on_and_says_why_it_stands_no_more(trade):
    deal, _ = paid(trade)
    code, held = trade.material.parties.deal_codes[deal.id], (*deal.messages, *deal.payments)

    still = decision(trade, act="confirm-deal", left="gone", holds=held)
    less = decision(trade, act="confirm-deal", left="gone", holds=held[:-1])
    none = decision(trade, act="confirm-deal", left="gone", holds=("x",))

    assert still == f"Confirmed the deal {code}."
    assert less.startswith("Confirmed the deal that is no more. It stands no more: ")
    assert f"({code} has {len(held) - 1} of them and 1 more" in less
    assert "none of the 1 messages and booked lines" in none


def test_a_link_of_payments_names_its_deals_with_where_they_stand(trade):
    parties, (deal, shown) = trade.material.parties, paid(trade)
    said = {"act": "confirm", "rule": "pays-for", "left": "bca:1", "right": deal.buyer}
    line = put(trade, shown, payer="bca:1").record

    confirmed = decision(trade, **said)
    parties.deals[:] = [replace(one, judgement="rejected") if one.id == deal.id else one for one in parties.deals]
    rejected = decision(trade, **said)
    put(trade, trade.material.payments[line.id], payer="bca:2")
    nowhere = decision(trade, **said)

    code = parties.deal_codes[deal.id]
    assert f"Rests on: {code}: D3-{parties.person(deal.seller)} / D4-{parties.person(deal.buyer)}, part 2" in confirmed
    assert f"{code}, rejected: on no annex" in rejected
    assert "no annex shows one" in nowhere


def test_a_withheld_name_is_said_in_the_language_of_the_paper():
    for cell in (WITHHELD, Both(WITHHELD, WITHHELD), Listed((WITHHELD,))):
        assert (printed(cell, "en"), printed(cell, "id")) == ("(withheld)", "(ditahan)")


def test_d1_says_of_papers_that_are_not_frozen_no_more_than_that(papers):
    case = Case.open(papers.folder, papers.acting)
    brief = Brief.of(case, "dossier-1")
    paper = d1_of(brief)
    rows = {row[1].english: row[6].english for row in paper.sections[0].tables[0].rows}
    code = paper.sections[2].tables[0].rows[0][0]
    other = next(one.number.removeprefix("D3-") for one in of(papers, "D3") if not one.number.endswith(code))
    brief.dossier = replace(brief.dossier, title=f"Berkas {other}")
    [titled] = [cell.english for name, cell in d1_of(brief).head if name.english == f"{other}, of the title"]
    case.close()

    annexes = {title: state for title, state in rows.items() if re.search(r"\(D[2-5]\)", title)}
    assert annexes
    assert all(state.startswith("not frozen") for state in annexes.values())
    assert rows["Letters and replies"] == "present"
    assert rows["Papers of search"] == "none entered"
    assert titled.startswith("no defendant of this dossier; seller in ")
    assert f"(D3-{other})" in titled


def d2(papers, table):
    report = next(one for one in papers.documents if one.number == "D2")
    return next(one for one in report.tables() if one.name == table)


def test_d2_says_what_falls_with_one_exhibit_and_counts_every_confirmed_deal_once(papers, trade):
    codes = trade.material.parties.deal_codes
    confirmed = {codes[one.id]: one for one in trade.material.parties.deals if one.judgement == "confirmed"}
    rows = d2(papers, "11b satu barang bukti").rows

    assert rows
    assert any(row[1] for row in rows)
    for label, whole, *others, left in rows:
        hit = [code for cell in (whole, *others) for code in cell.split(", ") if code]
        assert len(hit) == len(set(hit)) == len(confirmed) - left
        for code in filter(None, whole.split(", ")):
            shown = [trade.material.messages[name] for name in confirmed[code].messages]
            assert {place.exhibit for one in shown for place in one.places} == {label}


FALLS = re.compile(r"R-[^:]+: (the (payer|receiving)|(its|their) (seller|buyer)|the accounts of)")


def test_d2_says_what_falls_with_one_link(papers, trade):
    table, parties = d2(papers, "11c satu kaitan"), trade.material.parties
    confirmed = [one for one in parties.links if one.judgement == "confirmed"]
    fallen = [row for row in table.rows if isinstance(row[2], Listed)]

    assert len(table.rows) == len(confirmed)
    assert fallen
    assert all(FALLS.match(part.english) for row in fallen for part in row[2].parts)
    link = next(one for one in confirmed if one.rule == "pays-for" and not parties.is_child(one.left))
    assert parties.without(link) != parties._groups


def test_the_sums_of_d2_are_those_of_the_annexes_of_sellers(papers):
    table = d2(papers, "9b uang")
    stated = {
        one.english: column(next(p for p in papers.documents if p.number == "D2"), "9b uang", one.english)
        for one in (head.both() for head in table.heads)
    }
    recorded = sum(one.minor for one in stated["Recorded as paid"] if one)
    annexes = [one for paper in of(papers, "D3") for one in column(paper, "1 rangkaian", "Recorded as paid") if one]

    assert recorded == sum(one.minor for one in annexes) > 0
    assert set(stated["In full"]) <= {paper.number for paper in papers.documents}


def test_every_file_on_which_links_and_offers_rest_has_its_digest_in_d2(papers, trade):
    rows, material = d2(papers, "14b file penentu").rows, trade.material
    files = {place.file for one in material.parties.links if one.judgement != "rejected" for place in one.places}
    files |= {p.file for o in material.parties.offers for n in o.messages for p in material.messages[n].places}

    assert len([row for row in rows if row[7].parts]) == len(files) > 0
    assert all(row[4] for row in rows)


def test_a_seller_without_a_sheet_has_the_reasons_of_their_links_on_their_annex(papers):
    sheets = {paper.number.removeprefix("D5-") for paper in of(papers, "D5")}
    for paper in of(papers, "D3"):
        names = {one.name for one in paper.tables()}
        assert ("0d kaitan" in names) is (paper.number.removeprefix("D3-") not in sheets)
    assert any(one.name == "0d kaitan" and one.rows for paper in of(papers, "D3") for one in paper.tables())


def test_a_stretch_that_ends_with_a_day_names_its_message_as_well(papers):
    cards = [card for paper in of(papers, "D3") for card in cards_of(paper)]
    days = [
        printed(field(card, "Chance match, by its parts"), "en")
        for card in cards
        if "Paid" in {name.english for name, _ in card.fields} and getattr(field(card, "Paid"), "day", None)
    ]

    assert days
    assert any("is there or an order [message" in one for one in days)


def test_states_are_explained_where_they_stand_and_a_deal_without_sendings_is_no_deal_without_files(papers):
    for paper in (*of(papers, "D3"), *of(papers, "D4")):
        assert trade_form.STATES in next(one for one in paper.tables() if one.name == "1 rangkaian").notes
    deal = papers_deal(papers)
    deal = replace(deal, six=replace(deal.six, sent=3, held=3))
    bare = replace(deal, six=replace(deal.six, sent=0, held=0))
    facts = PersonFacts(code="O-1", identity=Both("x", "x"), accounts=(), deals=(deal, replace(bare, code="R-99")))
    assert "no attachment that was sent in R-99" in printed(brief(facts)[1][1], "en")


def test_the_number_of_a_payment_stands_beside_its_text(trade):
    _, shown = paid(trade)

    said = trade.lines.row(put(trade, shown, text="T80", reference="755218239957"), frozenset()).text

    assert said == Both("T80; number 755218239957", "T80; nomor 755218239957")


def test_every_moment_of_an_officer_says_its_zone(papers):
    moment = re.compile(r"S-\d, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?! UTC)")
    for paper in papers.documents:
        assert moment.search(body(paper).decode()) is None, paper.number


def test_no_paper_calls_a_deal_that_waits_possible():
    assert "Possible" not in " ".join(one.en for one in (*restitution.HEADS, *restitution.ABOUT))


def test_a_link_of_one_talk_says_by_how_much_the_clocks_differ(trade):
    people, material = People(trade.material, trade), trade.material
    joint = next((one for one in material.case.nouns(Joint) if one.same and one.shifts), None)
    assert joint is not None
    [one, other], *_ = joint.same
    link = next(iter(material.parties.links))
    said = people._link(replace(link, id="x", rule="same-talk", left=one, right=other, places=()))
    none = people._link(replace(link, id="x", rule="same-number", left=one, right=other, places=()))

    assert len(said.clocks) >= 1
    assert all(f" {minutes:+d}" in said.clocks[0].english for minutes in joint.shifts)
    assert none.clocks == ()


def test_a_role_by_a_paper_that_nobody_entered_says_so(trade):
    role = {"id": "d", "act": "role", "by": "S-1", "at": "2026-02-02T00:00:00Z", "order": 1, "left": "", "right": "x"}
    grounds = [
        Decided(trade.material)._ground(Decision(**role, reason=said)) for said in ("surat UPTD 3", "BAP/1/2026")
    ]

    assert printed(grounds[0], "en") == "surat UPTD 3 (no paper of this number is entered)"
    assert grounds[1] == "BAP/1/2026"


def test_the_paper_of_a_child_says_that_a_side_is_no_role(papers):
    for paper in of(papers, "D4"):
        says = " ".join(one.english for one in paper.sections[0].says)
        assert ("on which side of a talk" in says) is paper.number.startswith("D4-A")


def test_a_link_of_a_record_that_nobody_decided_stands_beside_what_follows_from_the_deal_itself(trade):
    (deal, shown), material = paid(trade), trade.material
    parties, name = material.parties, "Zolkarna Feb"
    put(trade, shown, payer_name=name)
    near = f"wa:{name}"
    link = replace(parties.links[0], rule="contact-list", judgement="suggested", left=deal.buyer, right=near, by=None)
    circle = Circle("payer", shown.record.payer, deal.buyer, (deal,), (), says_name=False)
    material.__dict__["names"] = {**material.names, near: (name,)}
    parties.suggested = lambda _: [near]

    def said(**other):
        parties.links[:] = [replace(link, **other)]
        return [one.english for one in Circles(material).apart(circle, deal)]

    assert [one.startswith("Not decided, and no consequence of a payment: ") for one in said()] == [True]
    assert said(rule="pays-for") == said(rule="same-name") == said(judgement="rejected") == []
    assert list(Circles(material).apart(circle._replace(says_name=True), deal)) == []
