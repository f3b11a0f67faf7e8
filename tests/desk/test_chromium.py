# SPDX-License-Identifier: Apache-2.0
"""A real browser opens the desk; skipped by name where there is none."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import product
from pathlib import Path

import pytest
from tests.case.views.made import PASSPHRASE, made_case
from tests.custody.every_noun import PASSPHRASE as WORDS
from tests.custody.every_noun import officer, work_out
from tests.desk.test_questions import QUESTIONS
from tests.referral.made import made_case as package_case
from tests.referral.terms import TERMS
from tools.axe import broken, looks
from tools.browser import Browser, Refused, chromium

import suluh
from suluh.case.acts.admit import admit
from suluh.case.acts.release import draft, package_folder, verify_package
from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer
from suluh.desk.languages import LANGUAGES
from suluh.desk.web.web import pages_of_the_desk
from suluh.model.after.sharing import Release
from suluh.model.people import Decision
from suluh.unit.folder import UnitFolder

CHROMIUM = chromium()
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/enter/\S+")
WIDTHS = (1024, 1280)
"""Those of small laptops."""

SCRIPT = "from suluh.desk.main import main; main()"


@pytest.mark.skipif(CHROMIUM is None, reason="the desk in a real browser: no Chromium on this machine")
def test_a_real_browser_opens_the_desk_with_its_address_and_meets_no_script(case, home, tmp_path):
    with started(case, own(home)) as (desk, address):
        camera = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--dump-dom"]
        words = [*camera, f"--user-data-dir={tmp_path}", address]
        shown = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True)
        desk.terminate()
        ended = desk.wait(10)

    assert ended == 0
    assert "<h1>Overview</h1>" in shown.stdout or "<h1>Ikhtisar</h1>" in shown.stdout
    assert "Content Security Policy" not in shown.stderr


def own(home):
    """The environment of the officer, with this very source."""
    source = str(Path(suluh.__file__).parent.parent)
    officer = {"SULUH_ACTOR": "S1", "SULUH_PASSPHRASE": PASSPHRASE, "PYTHONPATH": source}
    return {"SULUH_HOME": str(home / "home"), **officer}


@contextmanager
def started(case: Case, environment: Mapping[str, str]) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A desk of the case as its officer starts it, and the address that it prints."""
    words = [sys.executable, "-c", SCRIPT, "desk", str(case.folder.path)]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as desk:
        try:
            yield desk, next(filter(None, map(ADDRESS.search, desk.stdout))).group()
        finally:
            desk.terminate()


@pytest.fixture(scope="module")
def opened(case: Case, home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, str]]:
    """A browser that was let in to the desk of the case that all read, and where that desk is."""
    profile = tmp_path_factory.mktemp("profile")
    with started(case, own(home)) as (_, address), Browser(CHROMIUM, profile) as browser:
        browser.go(address, WIDTHS[0])
        yield browser, address.partition("/enter/")[0]


def too_wide(browser, host):
    """The pages that reach beyond the edge of a small laptop, or hold a table that does."""
    pages = [page for page in pages_of_the_desk() if "{" not in page.path]
    for page, language in product(pages, LANGUAGES):
        browser.go(f"{host}/{language}{page.path}", WIDTHS[0])
        for width in WIDTHS:
            browser.widen(width)
            if browser.wider():
                yield page.name, language, width


@pytest.mark.skipif(CHROMIUM is None, reason="pages at their widths: no Chromium on this machine")
def test_no_page_is_wider_than_a_laptop(opened):
    assert list(too_wide(*opened)) == []


@pytest.mark.skipif(CHROMIUM is None, reason="the rules of WCAG on rendered pages: no Chromium on this machine")
def test_no_page_breaks_a_rule_of_wcag(case, opened):
    paths = [page.path for page in pages_of_the_desk() if "{" not in page.path] + list(singles_of(case)) + ["/nothing"]

    found = [one for some in looks(*opened, paths, ("id",), (390,)) for one in some]

    assert list(map(str, found)) == []


def singles_of(case):
    """The path of one page of each kind that shows a single thing."""
    viewer = Viewer(case)
    for what in ("deals", "persons", "links", "payments", "statements", "messages", "files"):
        yield f"/{what}/{next(viewer.list(what))['id']}"
    yield f"/conversations/{next(viewer.list('conversations'))['key']}"
    yield "/exhibits/B-1"


CLICK = (
    "(() => { const link = [...document.querySelectorAll('a[href]')].find(one => new RegExp(WAY).test("
    "one.getAttribute('href'))); link.scrollIntoView(); link.click(); return link.getAttribute('href') })()"
)


@pytest.mark.skipif(CHROMIUM is None, reason="ten questions by clicks: no Chromium on this machine")
def test_questions_are_answered_by_clicks_in_a_real_browser(opened):
    assert len(QUESTIONS) >= 10
    assert [one for one in QUESTIONS if not is_answered(*opened, *one[1:])] == []


def is_answered(browser, host, clicks, answer):
    """Whether clicks from the first page lead to a page that shows the answer."""
    browser.go(f"{host}/id/", WIDTHS[1])
    for click in clicks:
        way = browser.work_out(CLICK.replace("WAY", repr(f"^/id/{click}$")))
        until(browser, f"location.pathname === {way!r} && document.readyState === 'complete'")
    return answer in str(browser.work_out("document.body.textContent")).replace("\xa0", " ")


@pytest.mark.skipif(CHROMIUM is None, reason="rules of WCAG on a page that breaks them: no Chromium on this machine")
def test_what_breaks_a_rule_of_wcag_is_named(opened, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<html lang=id><title>x</title><main><h1>x</h1><input><p style='color:#bbb'>pucat</p></main>")

    browser, _ = opened
    browser.go(page.as_uri(), WIDTHS[0])
    found = list(broken(browser, "page"))

    assert {one.rule for one in found} >= {"label", "color-contrast"}
    assert "page: label" in str(next(one for one in found if one.rule == "label"))


CONFIRM = (
    "document.querySelector('.decide textarea').value = 'dua akun, satu nomor';"
    "document.querySelector('.decide button[value=confirm]').click()"
)
SIGN = (
    "document.querySelector('input[type=password]').value = PASS;document.querySelector('.decide button.meant').click()"
)
RETRACT = (
    "document.querySelector('.decide textarea').value = 'salah halaman';"
    "document.querySelector('.decide button[value=retract]').click()"
)


def until(browser, expression):
    """Wait until a page says something."""
    for _ in range(100):
        with suppress(Refused):
            found = browser.work_out(expression)
            if found:
                return found
        time.sleep(0.1)
    raise AssertionError(expression)


@pytest.mark.skipif(CHROMIUM is None, reason="a page that gives way: no Chromium on this machine")
def test_a_page_that_gives_way_to_the_next_is_asked_again(opened):
    browser, host = opened
    browser.go(f"{host}/id/", WIDTHS[1])
    browser.work_out("setTimeout(() => location.assign('/id/decisions'), 50)")

    with pytest.raises(Refused, match=r"Runtime\.evaluate"):
        browser.work_out("new Promise(() => {})")
    assert until(browser, "location.pathname === '/id/decisions'")


@pytest.mark.skipif(CHROMIUM is None, reason="a decision in a real browser: no Chromium on this machine")
def test_a_link_is_confirmed_and_taken_back_in_a_real_browser(tmp_path):
    case = made_case(tmp_path)
    with started(case, own(tmp_path)) as (_, address), Browser(CHROMIUM, tmp_path / "profile") as browser:
        host = address.partition("/enter/")[0]
        browser.go(address, WIDTHS[0])
        browser.go(f"{host}/id/waiting?what=link", WIDTHS[0])
        browser.work_out(CONFIRM)
        until(browser, "document.querySelector('input[type=password]') !== null")
        browser.work_out(SIGN.replace("PASS", repr(PASSPHRASE)))
        said = until(browser, "(document.querySelector('[role=status]') || {}).textContent")
        browser.go(f"{host}/en/links/{_link(case)}", WIDTHS[0])
        browser.work_out(RETRACT)
        back = until(browser, "(document.querySelector('[role=status]') || {}).textContent")
    acts = [one.act for one in sorted(case.nouns(Decision), key=lambda one: one.order)]
    case.close()

    assert "Disimpan sebagai keputusan 2" in said
    assert "Kept as decision 3" in back
    assert acts == ["join", "confirm", "retract"]


def _link(case):
    """The id of the one link as the desk shows it."""
    return next(Viewer(case).list("links"))["id"]


def test_the_browser_of_this_machine_is_named():
    assert CHROMIUM is None or Path(CHROMIUM).is_file()


IN = (
    "document.querySelector('#code').value = CODE;document.querySelector('#passphrase').value = PASS;"
    "document.querySelector('.porch button').click()"
)
APPROVE = "document.querySelector('.decide button[value=approve]').click()"


@pytest.mark.skipif(CHROMIUM is None, reason="an approval in a real browser: no Chromium on this machine")
def test_a_second_officer_signs_in_and_approves_a_draft_in_a_real_browser(tmp_path):
    unit = UnitFolder(tmp_path / "home")
    author, approver = officer(unit, "S-1"), officer(unit, "S-2")
    case = package_case(tmp_path / "case", unit, author)
    admit(case, approver.public)
    work_out(case)
    drafted = draft(case, "Kantor", TERMS["prosecutor"])
    environment = own(tmp_path) | {"SULUH_ACTOR": "S-1", "SULUH_PASSPHRASE": WORDS}
    with started(case, environment) as (_, address), Browser(CHROMIUM, tmp_path / "profile") as browser:
        host = address.partition("/enter/")[0]
        browser.go(f"{host}/id/drafts/{drafted.id}", WIDTHS[0])
        shut = browser.work_out("document.body.innerText")
        browser.work_out(IN.replace("CODE", "'S-2'").replace("PASS", repr(WORDS)))
        until(browser, "document.querySelector('.decide button[value=approve]') !== null")
        read = browser.work_out("document.body.innerText")
        browser.work_out(APPROVE)
        said = until(browser, "(document.querySelector('[role=status]') || {}).textContent")
        browser.work_out("document.querySelector('.leave button').click()")
        until(browser, "document.querySelector('#passphrase') !== null")
    releases = [(one.draft, one.by) for one in case.nouns(Release)]
    case.close()

    assert drafted.digest not in shut
    assert drafted.digest in read
    assert "Yang keluar" in read
    assert "Disetujui" in said
    assert releases == [(drafted.id, "S-2")]
    verify_package(package_folder(case, drafted.id))
