# SPDX-License-Identifier: Apache-2.0
"""Markup, formulas and characters that turn text around, typed into every field of the desk: shown, and never run."""

import os
import random
import re
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from tests.desk.browser import links, token_of
from tests.desk.conftest import _open

from suluh.desk.deciding import DecidingPage
from suluh.desk.web.web import pages_of_the_desk

COUNT = int(os.environ.get("PAYLOADS", "60"))
"""How many are drawn; `make show TOPIC=desk` draws 2,000."""

BREAKS = (
    "",
    '"',
    "'",
    ">",
    '">',
    "'>",
    "</title>",
    "</textarea>",
    "</option></select>",
    "--\x3e",
    "]]>",
    "\x00",
    "\u2028",
)
LIVE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><a xlink:href=javascript:alert(1)>",
    " onfocus=alert(1) autofocus ",
    "javascript:alert(1)",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "<style>*{display:none}</style>",
    "<form action=//evil.example>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0>",
    "\u202etxt.exe",
    "\u2066\u200b\ufeff",
    "=HYPERLINK(1)",
    "\uff1d1+1",
    "+1|cmd",
    "@SUM(1)",
)
TAGS = frozenset({"script", "style", "img", "iframe", "object", "embed", "base", "form", "svg", "a", "meta"})
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff\x00\u2028]")


class Live(HTMLParser):
    """Whether anything on a page could run, or leads away."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag in {"script", "style", "img", "iframe", "object", "embed", "base"}:
            self.found.append(tag)
        for name, value in attrs:
            away = name in {"href", "action", "src", "xlink:href", "formaction"} and not re.match(r"[/#]", value or "/")
            double = name in {"href", "action"} and (value or "").startswith("//")
            if name.startswith("on") or name in {"style", "autofocus"} or away or double or value == "refresh":
                self.found.append(f"{tag} {name}={value}")


def live(text):
    """What could run on a page."""
    parser = Live()
    parser.feed(text)
    turned = TURNS.search(text)
    return parser.found + ([f"U+{ord(turned.group()):04X}"] if turned else []) + (["49"] if ">49<" in text else [])


def payloads(seed):
    drawn = random.Random(seed)  # noqa: S311 # drawn payloads
    return [drawn.choice(BREAKS) + drawn.choice(LIVE) + drawn.choice(BREAKS) + str(number) for number in range(COUNT)]


@pytest.fixture
def own(tmp_path, copied_case):
    case = copied_case
    yield _open(case, tmp_path / "home", None, "supervisor")
    case.close()


def test_what_is_looked_for_is_found():
    assert live("<p>safe &lt;script&gt;</p><a href='/en/'>x</a>") == []
    assert all(
        map(
            live, ("<script>", "<p onclick=x>", "<a href=javascript:x>", "<a href='//evil'>", "a\u202eb", "<p style=x>")
        )
    )


def test_nothing_typed_into_an_address_runs(own):
    browser = own.enter()
    fields = ("q", "in", "exhibit", "sort", "size", "state", "from", "to", "least", "person", "month", "done", "page")
    paths = ("/en/search", "/id/deals", "/id/files", "/en/payments", "/en/waiting", "/en/links/x", "/id/persons/y")

    for number, one in enumerate(payloads(1)):
        path, field = paths[number % len(paths)], fields[number % len(fields)]
        answer = browser.get(f"{path}?q={quote(one)}&{field}={quote(one)}")
        assert live(answer.text) == [], (path, field, one)


def test_nothing_typed_into_a_form_runs(own):
    browser = own.enter()
    text = browser.get("/en/waiting").text
    link = next(one for one in links(text) if re.fullmatch(r"/en/links/\w{26}", one))
    person = next(one for one in links(browser.get("/en/persons").text) if re.fullmatch(r"/en/persons/\w{26}", one))
    token = token_of(text)

    for number, one in enumerate(payloads(2)):
        where = (link, f"{person}/role", person)[number % 3]
        act = "unmask" if where == person else "decide"
        names = ("reason", "choice", "role", "start", "end", "seen", "back", "purpose", "words")
        answer = browser.post(where, {"token": token, "act": act} | dict.fromkeys(names, one))
        assert answer.status_code in {403, 422}, (where, one)
        assert live(answer.text) == [], (where, one)


def test_nothing_typed_into_a_path_runs(own):
    browser = own.enter()

    for one in payloads(3):
        answer = browser.get(f"/en/deals/{quote(one, safe='')}")
        assert answer.status_code == 404
        assert live(answer.text) == [], one


FORMS = [page for page in pages_of_the_desk() if isinstance(page, DecidingPage)]


def address_of(browser, page):
    """The address of a form; of a page with an id, that of the first thing that a list leads to."""
    parts = page.path.split("/{key}")
    if len(parts) == 1:
        return f"/en{page.path}"
    shape = rf"/en{parts[0]}/(?:\w{{26}}|B-\d)"
    pages = f"/en{parts[0]}", "/en/waiting"
    found = (one for listed in pages for one in links(browser.get(listed).text) if re.fullmatch(shape, one))
    return next((f"{one}{parts[1]}" for one in found), None)


@pytest.mark.parametrize("page", FORMS, ids=lambda page: page.name)
def test_payloads_typed_into_every_field_of_every_form_are_shown_and_not_run(own, page):
    browser = own.enter()
    address = address_of(browser, page)
    if address is None:
        assert page.name in {"draft", "charge", "tie"}  # the made case has none
        return
    token, found = token_of(browser.get("/en/").text), {}

    for payload in payloads(3)[: max(COUNT // 6, 10)]:
        form = {"token": token, "act": "decide", "back": payload, "seen": payload, "words": payload}
        answer = browser.post(address, form | {one.name: payload for one in page.fields})
        assert answer.status_code == 422
        found |= {payload: live(answer.text)} if live(answer.text) else {}

    assert found == {}


def test_payloads_typed_as_a_code_are_shown_and_not_run(own):
    browser, found = own.browser, {}

    for payload in payloads(4):
        form = {"token": token_of(browser.get("/en/sign-in").text), "code": payload, "passphrase": "", "back": payload}
        text = browser.post("/en/sign-in", form | {"typed": payload}).text
        found |= {payload: live(text)} if live(text) else {}

    assert found == {}
