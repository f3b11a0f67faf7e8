# SPDX-License-Identifier: Apache-2.0
"""A real browser opens the desk; skipped by name where there is none."""

import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from tests.case.views.made import PASSPHRASE
from tools.browser import Browser, chromium

import suluh
from suluh.desk.languages import LANGUAGES
from suluh.desk.web.web import pages_of_the_desk

CHROMIUM = chromium()
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/enter/\S+")
WIDTHS = (1024, 1280)
"""Those of small laptops."""

SCRIPT = "from suluh.desk.main import main; main()"


@pytest.mark.skipif(CHROMIUM is None, reason="the desk in a real browser: no Chromium on this machine")
def test_a_real_browser_opens_the_desk_with_its_address_and_meets_no_script(case, home, tmp_path):
    environment = own(home)
    words = [sys.executable, "-c", SCRIPT, "desk", str(case.folder.path)]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as desk:
        address = next(filter(None, map(ADDRESS.search, desk.stdout))).group()
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


def too_wide(address, profile):
    """The pages that reach beyond the edge of a small laptop, or hold a table that does."""
    with Browser(CHROMIUM, profile) as browser:
        browser.go(address, WIDTHS[0])
        pages = [page for page in pages_of_the_desk() if "{" not in page.path]
        for page, language, width in product(pages, LANGUAGES, WIDTHS):
            browser.go(f"{address.partition('/enter/')[0]}/{language}{page.path}", width)
            if browser.wider():
                yield page.name, language, width


@pytest.mark.skipif(CHROMIUM is None, reason="pages at their widths: no Chromium on this machine")
def test_no_page_is_wider_than_a_laptop(case, home, tmp_path):
    environment = own(home)
    words = [sys.executable, "-c", SCRIPT, "desk", str(case.folder.path)]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as desk:
        try:
            address = next(filter(None, map(ADDRESS.search, desk.stdout))).group()
            wide = list(too_wide(address, tmp_path))
        finally:
            desk.terminate()

    assert wide == []


def test_the_browser_of_this_machine_is_named():
    assert CHROMIUM is None or Path(CHROMIUM).is_file()
