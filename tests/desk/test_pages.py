# SPDX-License-Identifier: Apache-2.0
"""Pages of the desk: all reachable, all in two languages, nothing run, nobody named without a purpose."""

import re
from html.parser import HTMLParser

import pytest
from tests.case.views.made import CHAT, HOSTILE
from tests.desk.browser import links

from suluh.case.rights import RECEIVE, RIGHTS
from suluh.desk.languages import LANGUAGES
from suluh.desk.pages.page import DeskPage
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import check_right, pages_of_the_desk
from suluh.model.errors import Misuse, NotAllowed

SECRETS = ("81234567890", "5711112222", "0123456789", "Citra", "Lestari", "Budi", "Hartono", "HARTONO", "citra_l")
ELSEWHERE = {"dossier", "charge", "tie", "draft", "package"}
"""Pages of which the made case has nothing: `test_dossier`, `test_typing` and `test_drafts_desk` open them."""

ACCESS = ("examiner", "analyst", "child-protection", "supervisor", "prosecutor", "auditor")


def test_every_link_leads_to_a_page(masked, full):
    for pages in (masked, full):
        assert [address for address, answer in pages.items() if answer.status_code != 200] == []


def test_every_page_is_reached_by_links_in_every_language(masked):
    reached = {address.partition("?")[0] for address in masked}

    for page in (one for one in pages_of_the_desk() if one.name not in ELSEWHERE):
        for language in LANGUAGES:
            shape = re.compile(f"/{language}{page.path}".replace("{key}", r"(?:[a-z2-7]{26}|B-\d)"))
            assert any(shape.fullmatch(address) for address in reached), (page.name, language)


def test_nobody_is_named_without_a_purpose(masked):
    for address, answer in masked.items():
        assert [secret for secret in SECRETS if secret in answer.text + address] == [], address


def test_no_read_without_a_purpose_is_entered(desk):
    browser, before = desk.enter(), desk.case.rows.last_entry()

    for address in ("/en/", "/en/persons", "/id/conversations", "/id/files"):
        browser.get(address)

    assert desk.case.rows.last_entry() == before


def test_a_purpose_names_and_is_entered(open_desk):
    desk = open_desk("preparing the dossier")
    before = desk.case.rows.last_entry().seq

    text = desk.enter().get("/en/persons").text

    assert "+6281234567890" in text
    bodies = [entry.body for entry in desk.case.rows.entries(before + 1)]
    assert any(b'"object":"persons"' in body and b"preparing the dossier" in body for body in bodies)


def test_text_from_exhibits_is_shown_and_never_run(full):
    shown = [answer.text for answer in full.values() if "Evil" in answer.text]
    assert shown
    assert all("<script" not in text and "&lt;script&gt;" in text for text in shown)


def test_characters_that_turn_text_around_become_tokens(full):
    assert "\u202e" in HOSTILE
    assert not [address for address, answer in full.items() if "\u202e" in answer.text]
    assert any("⟨U+202E⟩" in answer.text for answer in full.values())


def test_no_page_has_script_or_inline_style_or_media(masked, full):
    unwanted = re.compile(
        r"<script|<style|\sstyle=|\son\w+=|<img|<video|<audio|<object|<embed|<iframe|data:|javascript:", re.IGNORECASE
    )

    pages = [*masked.items(), *full.items()]
    assert not [address for address, answer in pages if unwanted.search(answer.text)]


def test_names_stand_apart_from_the_direction_of_the_page(open_desk):
    text = open_desk("reading").enter().get("/en/conversations").text

    assert "<bdi>Citra Lestari</bdi>" in text


def test_a_figure_of_the_first_page_leads_to_its_sources_in_two_clicks(open_desk):
    browser = open_desk("reading").enter()

    first = [address for address in links(browser.get("/en/").text) if address.startswith("/en/deals")]
    second = {
        one for address in first for one in links(browser.get(address).text) if re.match(r"/en/deals/\w{26}", one)
    }

    assert second
    assert all(CHAT.path.decode() in browser.get(address).text for address in second)


def test_a_deal_shows_reasons_for_and_against_and_what_its_chance_means(desk):
    browser = desk.enter()
    address = next(one for one in links(browser.get("/en/deals").text) if re.match(r"/en/deals/\w{26}", one))

    text = browser.get(address).text

    assert "Reasons for" in text
    assert "Reasons against" in text
    assert "nor of guilt" in text


def test_a_reason_leads_to_the_message_and_the_payment_that_it_rests_on(desk):
    browser = desk.enter()
    address = next(one for one in links(browser.get("/id/deals").text) if re.match(r"/id/deals/\w{26}", one))

    shown = browser.get(address).text.partition('<div class="reasons">')[2].partition("</ul>")[0]

    found = re.findall(r'<a class="way" href="(/id/(?:messages|payments)/\w{26})">(\w+)', shown)
    assert [word for _, word in found] == ["pesan", "pembayaran"]
    assert all(browser.get(one).status_code == 200 for one, _ in found)


def test_what_was_paid_for_a_lead_is_shown_as_money(desk):
    browser = desk.enter()

    assert "Recorded as paid <b>IDR\xa075,000.00</b>" in browser.get("/en/leads").text
    assert "Tercatat dibayar <b>Rp75.000,00</b>" in browser.get("/id/leads").text.replace("\xa0", "")


def test_both_zones_and_the_time_as_written_are_shown(desk):
    browser = desk.enter()

    texts = [browser.get(one).text for one in links(browser.get("/id/conversations").text) if "/conversations/" in one]

    assert any("18.00 WIB" in text and "11.00 UTC" in text and "30/08/25 18.00" in text for text in texts)


def test_a_time_stands_as_written_then_in_the_zone_of_its_exhibit_then_in_utc(desk):
    text = desk.enter().get("/id/deals").text

    written, own, utc = (text.index(word) for word in ("30/08/2025 18:05", "18.05 WIB", "11.05 UTC"))
    assert written < own < utc


def test_each_time_is_told_in_the_zone_of_its_own_exhibit(monkeypatch, desk):
    monkeypatch.setattr(Reading, "zones", lambda _: {"B-1": "Asia/Jakarta", "B-2": "Asia/Makassar"})
    text = desk.enter().get("/id/deals").text

    assert "19.05 WITA" in text
    assert "18.05 WIB" not in text


def test_an_offer_has_a_page_of_its_own_and_is_in_no_list_of_deals(desk):
    browser = desk.enter()

    page = browser.get("/en/offers").text.replace("\xa0", " ")

    assert "IDR 50,000.00" in page
    assert "for 40 items" in page
    assert "no sum of sales" in page
    assert "Penawaran bukan rangkaian transaksi" in browser.get("/id/offers").text
    assert "IDR 30,000.00" not in browser.get("/en/deals").text.replace("\xa0", " ")


def test_a_claim_has_a_page_that_says_that_it_is_not_booked(desk):
    browser = desk.enter()

    page = browser.get("/en/claims").text.replace("\xa0", " ")

    assert "What is claimed is not booked" in page
    assert "IDR 50,000.00" in page
    assert "says that it was paid" in page
    assert "Yang diklaim belum tercatat" in browser.get("/id/claims").text


def test_recorded_possible_and_asked_are_three_columns_of_the_network(desk):
    browser = desk.enter()

    english, indonesian = browser.get("/en/network").text, browser.get("/id/network").text

    assert all(name in english for name in ("Recorded as paid", "Possibly paid", "Price asked, no payment"))
    assert "Harga diminta, tanpa pembayaran" in indonesian
    assert "Rp1.234,00" in indonesian.replace("\xa0", "")
    assert "51.234" not in indonesian


def test_a_chance_is_said_by_its_parts_in_both_languages(desk):
    browser = desk.enter()
    address = next(one for one in links(browser.get("/en/deals").text) if re.match(r"/en/deals/\w{26}", one))

    assert "12 lines this way in 31 days; 1 other counted line is of this sum" in browser.get(address).text
    assert "1 baris terhitung lain berjumlah sama" in browser.get(address.replace("/en/", "/id/")).text


def test_persons_are_called_groups_of_accounts(desk):
    browser = desk.enter()

    assert "Groups of accounts, each probably one person" in browser.get("/en/persons").text
    assert "Kelompok akun, masing-masing mungkin satu orang" in browser.get("/id/").text


def test_money_is_written_as_each_language_writes_it(desk):
    browser = desk.enter()

    assert "Rp50.000,00" in browser.get("/id/payments").text.replace("\xa0", "")
    assert "IDR 50,000.00" in browser.get("/en/payments").text.replace("\xa0", " ")


def test_missing_sets_are_said(desk):
    text = desk.enter().get("/en/").text

    assert "no set of known material" in text
    assert "no set of ordinary files" in text


def test_exhibits_that_were_not_run_are_said(desk):
    assert "Not everything was run yet" in desk.enter().get("/en/").text


@pytest.mark.parametrize(
    "path",
    ["/en/deals/nothing", "/en/nothing", "/xx/deals", "/en/deals?page=x", "/en/files?page=0"],
)
def test_what_is_not_there_is_not_found(desk, path):
    answer = desk.enter().get(path)

    assert answer.status_code == 404
    assert "<h1>" in answer.text


@pytest.mark.parametrize("path", ["/en/deals?page=2", "/en/files?size=10&page=900", "/en/files?sort=-size&page=900"])
def test_beyond_the_end_of_a_list_stands_its_last_page_and_says_so(desk, path):
    answer = desk.enter().get(path)

    assert answer.status_code == 200
    assert "of this view: this is its last one" in answer.text
    assert 'id="r-' in answer.text or "<tbody>" in answer.text


@pytest.mark.parametrize("access", ACCESS)
def test_a_page_is_seen_by_those_who_have_its_right_alone(open_desk, access):
    browser = open_desk(access=access).enter()

    for page in pages_of_the_desk():
        answer = browser.get(f"/en{page.path.replace('{key}', 'nothing')}")
        may = access in RIGHTS[page.right] and "{key}" not in page.path
        assert answer.status_code == (200 if may else 404), page.name
        assert f'<li><a href="/en{page.path}"' not in answer.text or access in RIGHTS[page.right]


def test_a_desk_without_any_page_for_its_officer_does_not_start(open_desk, monkeypatch):
    monkeypatch.setitem(RIGHTS, RECEIVE, frozenset())
    with pytest.raises(NotAllowed, match="O-prosecutor"):
        open_desk(access="prosecutor")


def test_a_missing_right_and_an_unknown_id_look_the_same(open_desk):
    auditor, analyst = open_desk(access="auditor"), open_desk(access="analyst")

    refused = auditor.enter().get("/en/deals/nothing").text
    unknown = analyst.enter().get("/en/deals/nothing").text

    main = re.compile(r"<main.*</main>", re.DOTALL)
    assert main.search(refused).group() == main.search(unknown).group()


def test_a_page_without_a_declared_right_does_not_start():
    class Careless(DeskPage):
        name = path = title = template = "careless"

        def content(self, reading, asked):
            return {"reading": reading, "asked": asked}

    with pytest.raises(Misuse, match="careless"):
        check_right(Careless())


class Outline(HTMLParser):
    """What a reader with a keyboard or a voice meets."""

    def __init__(self):
        super().__init__()
        self.tags, self.headings, self.tables, self.captions = [], [], 0, 0

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.tables += tag == "table"
        self.captions += tag == "caption"
        if re.fullmatch(r"h\d", tag):
            self.headings.append(int(tag[1]))


def test_pages_can_be_used_by_keyboard_and_voice(masked):
    for address, answer in masked.items():
        if address.startswith("/static"):
            continue
        outline = Outline()
        outline.feed(answer.text)

        assert next(tag for tag in outline.tags if tag[0] == "a")[1]["href"] == "#content", address
        assert ("html", {"lang": address.split("/")[1]}) in outline.tags
        assert outline.tables == outline.captions, address
        assert outline.headings.count(1) == 1
        assert all(cell[1].get("scope") for cell in outline.tags if cell[0] == "th"), address
        scrolls = [tag for tag in outline.tags if tag[1].get("class") == "scroll"]
        assert all(tag[1].get("tabindex") == "0" for tag in scrolls)


def test_a_long_list_comes_in_pages_with_the_full_count(desk, monkeypatch):
    monkeypatch.setattr("suluh.desk.tables.wish.SIZES", (4,))
    browser = desk.enter()

    first, last = browser.get("/en/files?size=4").text, browser.get("/en/files?size=4&page=3").text

    assert "1 to 4 of 11" in first
    assert "9 to 11 of 11" in last
    assert 'rel="next"' in first
    assert 'rel="next"' not in last
