# SPDX-License-Identifier: Apache-2.0
"""Whose device an exhibit is stands first, and nothing leaves while deals rest on a device that is nobody's."""

import json
from pathlib import Path

import pytest
from tests.case.views.made import acting
from tests.desk.browser import Browser
from tests.desk.conftest import anybody

from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build

PAPER = ("--kind", "court", "--number", "PEN 1", "--issuer", "PN Contoh", "--date", "2026-01-02")
REFER = ("--to", "prosecutor", "--name", "Kejaksaan Contoh")
HOST = "127.0.0.1:8011"
CHAT = (
    "01/01/26, 10.00 - Toko Bunga: ada apa kak\n01/01/26, 10.01 - Ani Lestari: paket 40 file 50rb\n"
    "01/01/26, 10.02 - Toko Bunga: mau, saya ambil\n"
    "01/01/26, 10.03 - Ani Lestari: tf ke BCA 0123456789\n01/01/26, 10.20 - Toko Bunga: udah tf ya\n"
)


@pytest.fixture
def ran(suluh, tmp_path: Path):
    """A case of one phone of which nobody stated an account, and what its run said."""
    case = tmp_path / "case"
    acting(tmp_path / "home")
    (tmp_path / "B-1").mkdir()
    (tmp_path / "B-1" / "Chat WhatsApp dengan Toko Bunga.txt").write_text(CHAT)
    suluh("new", case, "--number", "LP/1/2026", "--unit", "Unit Contoh")
    suluh("authority", case, *PAPER)
    assert suluh("add", case, tmp_path / "B-1", "--label", "B-1", "--authority", "PEN 1").code == 0
    done = suluh("run", case)
    assert done.code == 0, done.err
    return case, done.out


def link_of(suluh, case) -> dict:
    found = [json.loads(line) for line in suluh("show", case, "links", "--json").out.splitlines()]
    [one] = [row for row in found if row["rule"] == "own-side"]
    return one


def test_a_run_and_the_first_page_say_first_whose_device_is_not_known(ran, tmp_path):
    case, said = ran
    missing = [line for line in said.splitlines() if line.startswith("Missing, ")]
    assert missing[0].startswith("Missing, B-1: its own accounts are not stated")
    assert missing[1].startswith("Missing, B-1: its chats show whose it probably is, for an officer to decide: 1 links")

    door = Door(lambda: 0.0)
    opened = Case.open(CaseFolder(case), acting(tmp_path / "home"))
    browser = Browser(build(Reading(opened, None), door, HOST, anybody), HOST)
    browser.get(f"/enter/{door.token}")
    page = browser.get("/id/").text
    opened.close()
    assert page.index("Belum ada yang menyatakan milik siapa") < page.index('class="hero"')


def test_nothing_leaves_before_an_officer_has_said_whose_it_is(suluh, ran):
    case, _ = ran
    refused = suluh("refer", case, *REFER)
    assert (refused.code, "1 deals rest on B-1, whose owner is not known" in " ".join(refused.err.split())) == (2, True)

    link = link_of(suluh, case)
    assert suluh("decide", case, "link", link["id"], "confirm", "--reason", "BA 1", "--seen", link["seen"]).code == 0
    assert "whose it probably is" not in suluh("run", case).out
    assert suluh("refer", case, *REFER).code == 0


def test_an_account_that_is_stated_settles_it_as_well(suluh, ran):
    case, _ = ran
    stated = ("--account", "whatsapp:+6281234567890", "--reason", "BA 1")
    assert suluh("add", case, "--corrects", "B-1", *stated).code == 0

    assert "its own accounts are not stated" not in suluh("run", case).out
    assert suluh("refer", case, *REFER).code == 0
