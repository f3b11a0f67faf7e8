# SPDX-License-Identifier: Apache-2.0
"""What papers say that a deal lacks, and on what its reasons rest, is so by its own messages and other deals."""

import pytest
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.examined.falls import Alone
from suluh.case.papers.examined.relied_files import Deciding
from suluh.case.papers.material import Material
from suluh.case.papers.reasons.lacking import of_deal
from suluh.case.papers.reasons.others import of_other_deals
from suluh.case.papers.veiled import Veiled
from suluh.model.after.beyond import Origin
from suluh.model.intake import Content
from suluh.model.rules.codes import code
from suluh.model.trade import Term
from suluh.referral.papers.values import Both

from .test_annexes import column, of


@pytest.fixture
def trade(papers):
    case = Case.open(papers.folder, papers.acting)
    yield Trade(Material(case, Veiled(case)), Seal(case.secret))
    case.close()


def confirmed(trade):
    """A confirmed deal of two sides that nobody protects, both of whom wrote, whose messages stand on one exhibit."""
    parties, messages = trade.material.parties, trade.material.messages
    for one in parties.deals:
        shown = [messages[name] for name in one.messages if name in messages]
        writers = {said.record.sender for said in shown}
        labels = {place.exhibit for said in shown for place in said.places}
        open_ = {one.seller, one.buyer}.isdisjoint({None, *parties.children})
        if one.judgement == "confirmed" and open_ and {one.seller, one.buyer} <= writers and len(labels) == 1:
            return one, labels.pop()
    raise AssertionError


def lacks(trade, deal):
    """What it lacks, in English."""
    return [one.english for one in of_deal(trade.material, deal, trade.numbered(deal))]


def moved(trade, name, label):
    """The same case where one message stands on another exhibit alone."""
    shown = trade.material.messages[name]
    record = replace(shown.record, place=replace(shown.record.place, exhibit=label))
    places = tuple(replace(one, exhibit=label) for one in shown.places)
    trade.material.messages = {**trade.material.messages, name: shown._replace(record=record, places=places)}
    vars(trade.material).pop("heard", None)


def beside(trade, deal):
    """A message that is none of a deal's."""
    return next(name for name in trade.material.messages if name not in deal.messages)


def test_what_a_reason_rests_on_beside_the_talk_stands_where_it_does(trade):
    deal, label = confirmed(trade)
    other = next(one.label for one in trade.material.exhibits if one.label != label)
    name = beside(trade, deal)
    moved(trade, name, other)
    more = replace(deal, reasons_for=(*deal.reasons_for, Term(rule="giver-offers", score=1, text="x.", rests=(name,))))
    number = trade.numbered(more).messages[name]

    assert f"No second exhibit that shows these messages: all stand on {label} alone." in lacks(trade, deal)
    assert (
        f"No second exhibit that shows the messages of the two: all stand on {label} alone. On {other} stands what a "
        f"reason rests on beside them [message {number}]." in lacks(trade, more)
    )


def test_with_the_exhibit_of_such_a_message_a_deal_loses_some_and_does_not_fall(trade):
    deal, label = confirmed(trade)
    other = next(one.label for one in trade.material.exhibits if one.label != label)
    name = beside(trade, deal)
    moved(trade, name, other)
    only = replace(deal, payments=(), reasons_for=(Term(rule="giver-offers", score=1, text="x.", rests=(name,)),))
    trade.material.parties.deals = (only,)
    its = trade.material.parties.deal_codes[deal.id]

    rows = {row[0]: row[1:5] for row in Alone(trade.material, (label, other)).exhibits()}

    assert rows[label] == (its, "", "", "")
    assert rows[other] == ("", "", "", its)


def test_the_file_of_such_a_message_is_among_those_that_a_deal_rests_on(trade):
    deal, _ = confirmed(trade)
    name = beside(trade, deal)
    place = trade.material.messages[name].record.place
    more = replace(deal, reasons_for=(Term(rule="giver-offers", score=1, text="x.", rests=(name,)),))
    trade.material.parties.deals = (more,)

    found = Deciding(trade.material, (place.exhibit,))._resting

    assert [one.id for one in found[place.file]] == [deal.id]


def test_the_device_of_a_side_that_lacks_its_messages_is_named(trade):
    deal, label = confirmed(trade)
    other = next(one for one in trade.material.exhibits if one.label != label)
    trade.material.exhibits = (replace(other, accounts=(deal.buyer,)),)
    trade.material.owning = {}
    none = lacks(trade, deal)
    name = next(
        name
        for name, one in trade.material.messages.items()
        if one.record.sender == deal.buyer and name not in deal.messages
    )
    moved(trade, name, other.label)

    who = trade.material.parties.account(deal.buyer)
    said = (
        f"None of its messages stands on {other.label}, though {who} counts as an own account of {other.label}, by its "
        "records or as stated, and other messages of it stand there; why, no record says."
    )

    assert said not in none
    [found] = [one for one in lacks(trade, deal) if one.startswith(said)]
    [bare] = [one for one in lacks(trade, replace(deal, files=())) if one.startswith(said)]
    assert bare == said
    label, sha256 = other.label, "0" * 64
    held = next(one for one in trade.material.case.nouns(Content) if trade.material.labels.get(one.file) == label)
    more = next(one for one in lacks(trade, replace(deal, files=(held.sha256, sha256))) if one.startswith(said))
    alike = [one.file for one in trade.material.case.nouns(Content) if one.sha256 == held.sha256]
    number = sum(trade.material.labels.get(one) == label for one in alike)
    assert f" But of the 2 different contents that were sent in it 1 lie in files of {label}: {label}: " in more
    assert (f"; and {number - 3} more; whether they" in more) is (number > 3)
    assert found


def test_a_side_that_wrote_nothing_is_said_to_have(trade):
    deal, _ = confirmed(trade)
    messages = trade.material.messages
    of_seller = tuple(name for name in deal.messages if messages[name].record.sender == deal.seller)
    said = "No message of the buyer: the other side wrote all of its messages."

    assert said not in lacks(trade, deal)
    assert said in lacks(trade, replace(deal, messages=of_seller))


def test_messages_on_which_no_reason_rests_are_named(trade):
    deal, _ = confirmed(trade)
    names = deal.messages[:1]
    without = replace(
        deal,
        reasons_for=tuple(
            replace(one, rests=tuple(name for name in one.rests if name not in names)) for one in deal.reasons_for
        ),
        reasons_against=(),
    )
    numbered = trade.numbered(without)
    [said] = [one for one in of_deal(trade.material, without, numbered) if "No reason rests on" in one.english]
    counted = {name for one in without.reasons_for for name in one.rests}
    left = numbered.within(name for name in deal.messages if name not in counted)

    assert numbered.messages[names[0]] == 1
    assert f"whatever their words{left.english}: in this talk they count as no offer, order" in said.english
    assert f"apa pun katanya{left.indonesian}: dalam percakapan ini" in said.indonesian


def test_a_reason_that_rests_on_other_deals_names_them_and_who_decided(trade):
    material = trade.material
    deals = [one for one in material.parties.deals if one.payments and one.judgement != "rejected"]
    open_ = next(one for one in deals if one.judgement != "confirmed")
    sure = next(one for one in deals if one.judgement == "confirmed")
    lines = [material.lines_of(one)[0].record.id for one in (open_, sure)]
    term = Term(rule="payer-before", score=1, text=f"Who paid has paid: payment {lines[0]}, payment {lines[1]}.")
    first, second = (material.parties.deal_codes[one.id] for one in (open_, sure))

    said = of_other_deals(material, term)

    assert f"{first} (not decided)" in said.english
    assert f"{first} (belum diputuskan)" in said.indonesian
    assert second in said.english
    assert f"{second} (" not in said.english
    assert of_other_deals(material, replace(term, rule="rivals")) == Both("", "")
    assert "No deal that stands" in of_other_deals(material, replace(term, text="Nothing.")).english
    assert trade._reason(term, None).english.endswith(said.english)


def test_a_source_on_paper_has_all_known_contents_of_its_first_seen(trade, papers):
    origins = sorted(trade.material.case.nouns(Origin), key=lambda one: one.id)
    known = {code("source", number): one.known_first_seen for number, one in enumerate(origins, 1)}
    told = [
        row
        for sheet in of(papers, "D3")
        for row in zip(column(sheet, "10 sumber", "Code"), column(sheet, "10 sumber", KNOWN), strict=True)
        if row[1] is not None
    ]

    assert told
    assert [number for _, number in told] == [known[name] for name, _ in told]
    assert sum(known.values()) >= sum(one.known_items for one in origins)


KNOWN = "Known by exact hash"
