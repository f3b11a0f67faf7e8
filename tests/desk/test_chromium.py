# SPDX-License-Identifier: Apache-2.0
"""A real browser opens the desk; skipped by name where there is none."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.case.views.made import PASSPHRASE

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/enter/\S+")
SCRIPT = "from suluh.desk.main import main; main()"


@pytest.mark.skipif(CHROMIUM is None, reason="the desk in a real browser: no Chromium on this machine")
def test_a_real_browser_opens_the_desk_with_its_address_and_meets_no_script(case, home, tmp_path):
    environment = {"SULUH_HOME": str(home / "home"), "SULUH_ACTOR": "S1", "SULUH_PASSPHRASE": PASSPHRASE}
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


def test_the_browser_of_this_machine_is_named():
    assert CHROMIUM is None or Path(CHROMIUM).is_file()
