# SPDX-License-Identifier: Apache-2.0
"""Each route by each access, of this case and of another: the cells are made from the routes, and none is left out."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from tests.case.views.made import PASSPHRASE, acting, made_case
from tests.desk.browser import Answer, Browser, token_of
from tests.desk.conftest import HOST, Clock
from tests.each import each

from suluh.case.acts.admit import admit
from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.viewer import Viewer
from suluh.case.rights import RIGHTS
from suluh.desk.deciding import DecidingPage
from suluh.desk.languages import LANGUAGES
from suluh.desk.pages.page import DeskPage
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build, pages_of_the_desk
from suluh.model.people import Access

ACCESS: tuple[Access, ...] = ("examiner", "analyst", "child-protection", "supervisor", "prosecutor", "auditor")
PAGES = {page.name: page for page in pages_of_the_desk()}
OURS = {"", "/static/suluh.css", "/key", "/sign-in", "/sign-out"}
"""Routes that are no page: each has its own tests in `test_guard` and `test_seats`."""

THINGS = {
    "conversation": ("conversations", "key"),
    "talkpair": ("conversations", "key"),
    "deal": ("deals", "id"),
    "exhibit": ("exhibits", "label"),
    "without": ("exhibits", "label"),
    "zone": ("exhibits", "label"),
    "file": ("files", "id"),
    "category": ("files", "id"),
    "link": ("links", "id"),
    "message": ("messages", "id"),
    "payment": ("payments", "id"),
    "person": ("persons", "id"),
    "pair": ("persons", "id"),
    "role": ("persons", "id"),
    "status": ("persons", "id"),
    "statement": ("statements", "id"),
}
"""The list of which each page with an id shows one row, and the field that is its id."""

NONE_MADE = {"dossier", "draft", "package", "charge", "tie"}
"""Pages of whose things the made case has none: an id of another case is asked for all the same."""


class Two(NamedTuple):
    """Two cases of one unit with a desk each, and the application of the first."""

    one: Case
    other: Case
    app: object
    door: Door


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """The first case admits every access; the second is of the same officers and holds the same."""
    root = tmp_path_factory.mktemp("rights")
    cases = []
    for name in ("one", "other"):
        (root / name).mkdir()
        cases.append(made_case(root / name))
    officers = [acting(root / "one" / "home", f"O-{access}", access) for access in ACCESS]
    for officer in officers:
        admit(cases[0], officer.key.public)
    first = Case.open(CaseFolder(cases[0].folder.path), officers[3])
    door = Door(Clock())
    yield Two(cases[0], cases[1], build(Reading(first, None), door, HOST, lambda _: True), door)
    first.close()
    for case in cases:
        case.close()


@pytest.fixture(scope="module")
def seated(two: Two) -> dict[str, Browser]:
    """A browser for each access, signed in."""
    found = {}
    for access in ACCESS:
        browser = Browser(two.app, HOST)  # type: ignore[arg-type] # an application
        token = token_of(browser.get("/en/sign-in").text)
        browser.post("/en/sign-in", {"token": token, "code": f"O-{access}", "passphrase": PASSPHRASE, "back": ""})
        found[access] = browser
    return found


def key_of(case: Case, page: DeskPage) -> str:
    """The id of one thing that a page shows, as lists show it."""
    what, field = THINGS[page.name]
    return next(str(row[field]) for row in Viewer(case).list(what) if row[field])


def routes(two: Two) -> list[Route]:
    """Every route of the desk, as the application itself has it."""
    app = two.app._ways.app  # type: ignore[attr-defined] # the pages behind the guard
    assert isinstance(app, Starlette)
    return [one for one in app.routes if isinstance(one, Route)]


def page_at(path: str) -> DeskPage | None:
    """The page of a route, or null where it is none."""
    bare = re.sub(rf"^/({'|'.join(LANGUAGES)})(?=/|$)", "", path)
    return next((page for page in PAGES.values() if page.path == bare or (page.path == "/" and bare == "/")), None)


def test_every_route_is_a_page_with_a_right_or_one_of_ours(two: Two) -> None:
    known = {f"/{code}{page.path}" for code in LANGUAGES for page in PAGES.values()}
    ours = {f"/{code}{path}" for code in LANGUAGES for path in OURS if path} | {"/", "/static/suluh.css"}

    paths = {one.path for one in routes(two)}

    assert paths - ours == known
    assert all(page.right in RIGHTS for page in PAGES.values())
    assert all(page.decides in RIGHTS for page in PAGES.values() if isinstance(page, DecidingPage))


def test_every_page_with_an_id_has_a_thing_to_ask_for() -> None:
    named = {page.name for page in PAGES.values() if "{key}" in page.path}

    assert named == set(THINGS) | NONE_MADE


def cells() -> list[tuple[str, str, str]]:
    """Every page by every access, of this case and of another; of a page without an id there is one case."""
    found = []
    for name, access in product(PAGES, ACCESS):
        cases = ("own", "other", "unknown") if "{key}" in PAGES[name].path else ("own",)
        found += [(name, access, which) for which in cases]
    return found


@each("name, access, which", cells())
def test_a_page_is_there_for_whom_it_is_and_absent_for_all_others(
    two: Two, seated: dict[str, Browser], name: str, access: str, which: str
) -> None:
    page = PAGES[name]
    key = "nothing"
    if "{key}" in page.path and which != "unknown":
        source = two.one if which == "own" else two.other
        key = key_of(source, page) if name in THINGS else "dossier-1"

    answer = seated[access].get(f"/en{page.path.replace('{key}', key)}")

    is_label = THINGS.get(name, ("", ""))[1] == "label"  # labels are the same words in both cases, and show this one's
    is_there = access in RIGHTS[page.right] and (
        "{key}" not in page.path or (name in THINGS and (which == "own" or (which == "other" and is_label)))
    )
    assert answer.status_code == (200 if is_there else 404)
    assert is_there or "<h1>Not found</h1>" in answer.text


def forms() -> list[str]:
    """The pages that take forms, by their methods."""
    return [name for name, page in PAGES.items() if page.opens or page.asks or isinstance(page, DecidingPage)]


def filled(page: DeskPage, token: str) -> dict[str, str]:
    """A form of a page in which every field is filled in."""
    given = {"token": token, "act": "decide", "passphrase": PASSPHRASE, "seen": "0" * 64, "words": "0"}
    if isinstance(page, DecidingPage):
        for one in page.fields:
            given[one.name] = one.choices[-1] if one.choices else "2025-06-01" if one.kind == "day" else "x"
    elif page.asks:
        return {"token": token, **dict.fromkeys(page.asks, "B-1")}
    else:
        given |= {"act": "unmask", "purpose": "protecting a child", "words": "x"}
    return given


def own_address(two: Two, page: DeskPage) -> str:
    """The address of a page with a thing of the case that there is."""
    key = key_of(two.one, page) if page.name in THINGS else "dossier-1"
    return f"/en{page.path.replace('{key}', key)}"


@each("name, access", product(forms(), ACCESS))
def test_a_form_is_taken_from_whom_it_is_for_and_from_nobody_else(
    two: Two, seated: dict[str, Browser], name: str, access: str
) -> None:
    page, browser = PAGES[name], seated[access]
    token = token_of(browser.get("/en/counts").text)
    before = two.one.rows.last_entry()

    answer = browser.post(own_address(two, page), filled(page, token))

    may = access in RIGHTS[page.right] and (not isinstance(page, DecidingPage) or access in RIGHTS[page.decides])
    if may and name not in NONE_MADE:
        assert (answer.status_code in {200, 422}, answer.is_led) == (True, True)
    else:
        assert answer.status_code == 404
        assert two.one.rows.last_entry() == before


REFUSED = {
    "no token": ({"token": ""}, {}),
    "a guessed token": ({"token": "guessed"}, {}),
    "no origin": ({}, {"origin": ""}),
    "another origin": ({}, {"origin": "http://evil.example"}),
    "another port": ({}, {"origin": "http://127.0.0.1:9999"}),
    "a page of another site": ({}, {"sec-fetch-site": "cross-site"}),
    "another host": ({}, {"host": "evil.example"}),
    "no form": ({}, {"content-type": "text/plain"}),
    "no session": ({}, {"cookie": "x=y"}),
}


def posts() -> list[str]:
    """Every path that takes a POST, one language for all: pages with forms, and ours."""
    return [*forms(), "/key", "/sign-out", "/sign-in"]


def bad_forms() -> list[tuple[str, str]]:
    """Each form with each fault; whoever signs in has no session yet."""
    return [pair for pair in product(posts(), REFUSED) if pair != ("/sign-in", "no session")]


@each("name, why", bad_forms())
def test_every_form_without_token_session_or_origin_is_refused_and_does_nothing(
    two: Two, seated: dict[str, Browser], name: str, why: str
) -> None:
    browser = seated["supervisor"]
    token = two.door.form if name == "/sign-in" else token_of(browser.get("/en/").text)
    address = f"/en{name}" if name.startswith("/") else own_address(two, PAGES[name])
    given = filled(PAGES[name], token) if name in PAGES else {"token": token, "code": "x", "passphrase": "x"}
    fields, headers = REFUSED[why]
    before = two.one.rows.last_entry()

    answer = browser.post(address, given | fields, headers)

    assert answer.status_code in {403, 421}
    assert two.one.rows.last_entry() == before
    assert browser.get("/en/counts").status_code == 200


@pytest.mark.parametrize("name", posts())
def test_every_form_of_another_user_of_the_machine_is_refused(two: Two, name: str) -> None:
    case = two.one
    door = Door(Clock())
    own = Case.open(CaseFolder(case.folder.path), acting(Path(case.folder.path).parent / "home", "O-supervisor"))
    stranger = Browser(build(Reading(own, None), door, HOST, lambda _: False), HOST)
    address = f"/en{name}" if name.startswith("/") else own_address(two, PAGES[name])
    given = filled(PAGES[name], "x") if name in PAGES else {"token": door.form}

    answer = stranger.post(address, given)
    own.close()

    assert answer.status_code == 403
    assert "answers only the user of this machine" in answer.text


def test_the_forms_of_one_session_are_none_of_another(two: Two, seated: dict[str, Browser]) -> None:
    theirs = token_of(seated["analyst"].get("/en/").text)

    answers = [
        seated["supervisor"].post(own_address(two, PAGES[name]), filled(PAGES[name], theirs)) for name in forms()
    ]

    assert {one.status_code for one in answers} == {403}


def unmasked() -> list[str]:
    """Pages that show something in full for a purpose."""
    return [name for name, page in PAGES.items() if page.opens and name in THINGS]


@pytest.mark.parametrize(("name", "access"), list(product(unmasked(), ("examiner", "analyst", "supervisor"))))
def test_every_unmasked_read_is_an_entry_of_whoever_read_it(
    two: Two, seated: dict[str, Browser], name: str, access: str
) -> None:
    page, browser = PAGES[name], seated[access]
    address = own_address(two, page)
    form = {
        "token": token_of(browser.get("/en/").text),
        "act": "unmask",
        "purpose": "protecting a child",
        "words": name,
    }
    browser.post(address, form)

    for _ in range(3):
        before = two.one.rows.last_entry()
        assert before is not None
        answer = browser.get(address)
        entries = [entry.body for entry in two.one.rows.entries(before.seq + 1)]
        read = {one for one in page.opens if any(f'"object":"{one}"'.encode() in body for body in entries)}

        assert "Shown in full" in answer.text
        assert page.opens[0] in read
        assert all(f'"actor":"O-{access}"'.encode() in body for body in entries)
        assert all(f"protecting a child: {name}".encode() in body for body in entries)
    browser.post(address, {"token": form["token"], "act": "mask"})
    after = two.one.rows.last_entry()
    assert "Shown in full" not in browser.get(address).text
    assert two.one.rows.last_entry() == after


def test_no_masked_page_is_an_entry(two: Two, seated: dict[str, Browser]) -> None:
    token = token_of(seated["supervisor"].get("/en/").text)
    for name in unmasked():
        seated["supervisor"].post(own_address(two, PAGES[name]), {"token": token, "act": "mask"})
    before = two.one.rows.last_entry()

    answers: list[Answer] = [
        seated["supervisor"].get(own_address(two, page) if "{key}" in page.path else f"/en{page.path}")
        for page in PAGES.values()
        if page.name not in NONE_MADE
    ]

    assert {one.status_code for one in answers} == {200}
    assert two.one.rows.last_entry() == before
