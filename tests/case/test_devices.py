# SPDX-License-Identifier: Apache-2.0
"""What a device says of itself stands with its exhibit, and what was read beside a database counts as read."""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.custody.every_noun import officer, start
from tests.desk.browser import Browser, anybody

from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer
from suluh.case.line.run import run
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build
from suluh.unit.folder import UnitFolder

READ = Path(__file__).parent.parent / "data" / "readers"
HOST = "127.0.0.1:8011"
APP = "data/com.whatsapp"
SETTINGS = f"{APP}/shared_prefs/com.whatsapp_preferences_light.xml"


def _phone(folder: Path) -> None:
    """A phone with WhatsApp, its settings, signed-in accounts and properties."""
    (folder / APP / "databases").mkdir(parents=True)
    (folder / SETTINGS).parent.mkdir()
    (folder / SETTINGS).write_text('<map><string name="registration_jid">6281100001111</string></map>', "utf-8")
    scripts = {
        f"{APP}/databases/msgstore.db": READ / "whatsapp-msgstore/2026-01/input/msgstore.db.sql",
        "accounts_ce.db": READ / "device-android-tables/accounts/input/accounts_ce.db.sql",
    }
    for name, script in scripts.items():
        with closing(sqlite3.connect(folder / name)) as base:
            base.executescript(script.read_text("utf-8"))
    shutil.copy(READ / "device-android/properties/input/build.prop", folder)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    tmp_path = tmp_path_factory.mktemp("devices")
    unit = UnitFolder(tmp_path / "unit")
    made = start(tmp_path / "case", unit, officer(unit, "S-1"))
    _phone(tmp_path / "phone")
    record_authority(made, Paper("court", "P-1", "PN Contoh", "2026-01-01"))
    add_exhibit(made, Bag(tmp_path / "phone", "B-1", "P-1"))
    run(made, lambda _: None)
    yield made
    made.close()


def test_a_device_is_known_by_its_own_files_and_what_lies_beside_a_database_is_read(case: Case) -> None:
    rows = list(Viewer(case, "the dossier").list("devices"))
    said = {(row["what"], row["value"]) for row in rows}
    states = {row["path"]: (row["state"], row["reader"]) for row in Viewer(case).list("files")}

    assert {("model", "CT-100"), ("serial", "R0CT000001"), ("account", "rina@contoh.invalid")} <= said
    assert {row["place"]["path"] for row in rows} == {"build.prop", "accounts_ce.db"}
    assert states[SETTINGS] == ("read", "whatsapp-msgstore")
    assert {state for state, _ in states.values()} == {"read"}


@pytest.mark.parametrize(
    ("language", "title", "model"),
    [
        ("en", "What the device says of itself", "Model of the device"),
        ("id", "Yang dikatakan perangkat tentang dirinya", "Model perangkat"),
    ],
)
def test_the_page_of_the_exhibit_says_what_the_device_says(case: Case, language: str, title: str, model: str) -> None:
    door = Door(time.monotonic)
    browser = Browser(build(Reading(case, None), door, HOST, anybody), HOST)
    browser.get(f"/enter/{door.token}")

    text = browser.get(f"/{language}/exhibits/B-1").text

    assert title in text
    assert model in text
    assert "CT-100" in text
    assert "rina@contoh.invalid" not in text
