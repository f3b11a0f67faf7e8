# SPDX-License-Identifier: Apache-2.0
"""Which of several places a paper names, which deals beside an offer, and what it says of a balance not checked."""

from types import SimpleNamespace

import pypdfium2
from msgspec.structs import replace
from tests.each import each

from suluh.case.papers.deals import contents
from suluh.case.papers.deals.booked import balance
from suluh.case.papers.deals.contents import BESIDE, FAR, NAMED, Contents, nearness
from suluh.case.papers.material import Material
from suluh.case.papers.persons.seller import Seller
from suluh.model.intake import Content, File, place_of
from suluh.model.place import Place
from suluh.model.trade import Deal, Offer, Payment, Price, Statement
from suluh.referral.papers.setting import set_paper
from suluh.referral.papers.values import Both, Head, Listed, Section, Table

CHAT = Place(exhibit="B-1", acquisition="1", path="Chat/chat.txt", file="chat")
FILES = {
    "named beside it": ("Chat/IMG-1.jpg", "IMG-1.jpg", NAMED),
    "another name beside it": ("Chat/copy.jpg", "IMG-1.jpg", BESIDE),
    "named with its folder": ("Media/Sent/IMG-1.jpg", "Sent/IMG-1.jpg", NAMED),
    "the name alone, elsewhere": ("DCIM/IMG-1.jpg", "IMG-1.jpg", FAR),
    "a folder that begins alike": ("Chatter/IMG-1.jpg", None, FAR),
    "below it": ("Chat/media/x.jpg", None, BESIDE),
}


@each("name", FILES)
def test_a_file_lies_near_the_message_that_names_it_or_beside_which_it_lies(name):
    path, said, near = FILES[name]
    file = File(id="f", exhibit="B-1", acquisition="1", path=path.encode(), order=1)

    assert nearness(file, [(CHAT, said)]) == near
    assert nearness(replace(file, exhibit="B-2"), [(CHAT, said)]) == FAR
    assert nearness(replace(file, containers=(b"a.zip",)), [(CHAT, said)]) == FAR


def test_of_several_files_the_one_beside_the_message_is_named_with_how_many_more(decided, monkeypatch):
    material = Material(decided, None)
    sha256, label = next((one, on) for one, held in material.held.items() for on, size in held.items() if size > 1)
    files = [one.file for one in material.case.rows.by_column(Content, "sha256", [sha256])]
    last = max((one for one in files if material.labels.get(one) == label), key=lambda one: one)

    monkeypatch.setattr(contents, "nearness", lambda file, _: BESIDE if file.id == last else FAR)
    said = next(one.english for one in Contents(material)._lies([sha256], {})[sha256] if one.english.startswith(label))
    [path] = material.told(map(place_of, material.case.rows.by_column(File, "id", [last])))

    assert said.startswith(f"{path.english} (file ")
    assert ", in the folder of its message or below; " in said
    assert " more file" in said


OFFER = Offer(id="o", kind="sale", conversation="c", prices=(Price(amount_minor=500, currency="IDR", items=40),))
DEALS = {
    "number and price": ({"items_promised": 40}, "R-1"),
    "no number": ({}, "R-1 (price alone)"),
    "another number": ({"items_promised": 30}, None),
    "another price": ({"items_promised": 40, "amount_minor": 501}, None),
}


@each("name", DEALS)
def test_an_offer_names_deals_of_its_price_alone_where_a_number_is_not_said(name):
    fields, said = DEALS[name]
    deal = Deal(**{"id": "d", "kind": "sale", "state": "paid", "tier": "possible", **MONEY, **fields})
    material = SimpleNamespace(parties=SimpleNamespace(deal_codes={"d": "R-1"}))
    seller = Seller(SimpleNamespace(material=material), frozenset(), (deal,))

    assert [one.english for one in seller._at_its_prices(OFFER)] == ([said] if said else [])
    bare = replace(OFFER, prices=(Price(amount_minor=deal.amount_minor, currency="IDR"),))
    assert [one.indonesian for one in seller._at_its_prices(bare)] == ["R-1 (hanya harga)"]


MONEY = {"amount_minor": 500, "currency": "IDR"}


def test_a_balance_that_could_not_be_checked_is_not_said_to_be_missing():
    statement = Statement(id="s", account="bca:1", place=CHAT)
    line = Payment(id="p", statement="s", amount_as_written="5", channel="bank", incoming=True, place=CHAT, **MONEY)

    bare, stated = balance(statement, line), balance(replace(statement, balances=(7,)), line)

    assert bare.english == "nothing to check by"
    assert stated.english.startswith("not checked: a balance or total is written there")
    assert balance(statement, replace(line, balance_after_minor=5)) == stated
    assert balance(replace(statement, adds_up=True), line).english == "adds up"


def test_those_who_sign_stand_on_one_page_with_what_they_sign(papers):
    made = next(one for one in papers.documents if one.form == "D5")
    signing = made.sections[-1]

    for size in range(12, 30, 3):
        [*_, last] = pages(set_paper(replace(made, sections=(long(size), signing)), "uji", "id"))
        assert all(one in last for one in ("Tanda tangan", "menyatakan bahwa", "Analis", "Pembaca kedua")), size


def test_a_heading_stands_on_the_page_of_the_first_row_below_it(papers):
    made = next(one for one in papers.documents if one.form == "D5")
    tall = Listed(tuple(f"tinggi{number}" for number in range(12)))
    table = Table(name="t", title=Both("y", "y"), heads=(Head(english="a", indonesian="a", width=9),), rows=((tall,),))
    section = Section(title=Both("Kepala", "Kepala"), says=(Both("pertama", "pertama"),) * 2, tables=(table,) * 2)

    for size in range(2, 30, 3):
        whole = pages(set_paper(replace(made, sections=(long(size), section)), "uji", "id"))
        told = next(one for one in whole if "Kepala" in one)
        assert told.count("pertama") == 2, size
        assert "tinggi11" in told, size


def long(size):
    """A part of so many sentences."""
    return Section(title=Both("x", "x"), says=(Both("x", "x"),) * size)


def pages(raw):
    document = pypdfium2.PdfDocument(raw)
    told = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return told
