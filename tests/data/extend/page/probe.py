# SPDX-License-Identifier: Apache-2.0
"""A page with a list of its own: in the menu of each language, with its row, and shown at a terminal."""

import sys
import time
from pathlib import Path

from tests.custody.every_noun import officer, start
from tests.desk.browser import Browser, anybody, links

from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.gate.viewer import Viewer
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build
from suluh.unit.folder import UnitFolder

HOST = "127.0.0.1:8011"
root = Path(sys.argv[1])
bag = root / "bag"
bag.mkdir(parents=True)
unit = UnitFolder(root / "unit")
case = start(root / "case", unit, officer(unit, "S-1"))
record_authority(case, Paper("court", "P-1", "PN Contoh", "2026-01-01"))
add_exhibit(case, Bag(bag, "B-77", "P-1"))

assert Viewer(case).columns("acquisitions") == ("exhibit", "name")
door = Door(time.monotonic)
browser = Browser(build(Reading(case, None), door, HOST, anybody), HOST)
browser.get(f"/enter/{door.token}")
for language, title in (("en", "Acquisitions in their order"), ("id", "Akuisisi menurut urutan")):
    assert f"/{language}/acquisitions" in links(browser.get(f"/{language}/").text)
    text = browser.get(f"/{language}/acquisitions").text
    assert title in text
    assert "B-77" in text
case.close()
sys.stdout.write("worked\n")
