# SPDX-License-Identifier: Apache-2.0
"""No byte of media is in anything that Suluh makes."""

import os
import re
import signal
import subprocess
import time
from http.cookiejar import CookieJar
from urllib.parse import urljoin
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from tests.canaries import NUMBER, Canaries, leaks, plant
from tests.forked_unit import ForkedUnit
from tools.unit import LISTS, SULUH

ADDRESS = re.compile(rb"http://127\.0\.0\.1:\d+/\S+")
LINK = re.compile(r'href="([^"#]+)"')
MOST_PAGES = 150


@pytest.fixture(scope="module")
def canaries(tmp_path_factory):
    return Canaries(41), tmp_path_factory.mktemp("media")


@pytest.fixture(scope="module")
def ready(canaries):
    """A unit and a case with planted media, which has not run yet."""
    blocks, folder = canaries
    plant(folder / "phone", blocks)
    unit, case = ForkedUnit(folder / "made" / "home"), folder / "made" / "case"
    unit.new(case)
    unit.must("add", str(case), str(folder / "phone"), "--label", "B-1", "--authority", "PEN-1")
    return unit, case, folder / "made"


@pytest.mark.usefixtures("ready")
def test_enough_blocks_are_planted_and_the_search_finds_them(canaries):
    blocks, folder = canaries

    assert len(blocks.blocks) >= NUMBER
    assert len(leaks(folder / "phone", blocks)) > NUMBER / 4


def test_a_killed_run_leaves_no_media_after_the_next_command(ready, canaries):
    unit, case, made = ready
    process = unit.start("run", str(case))
    while process.poll() is None and not any((case / "work").iterdir()):
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()

    unit.must("show", str(case), "counts", "--json", "--purpose", "looking")

    assert leaks(made, canaries[0]) == []


def test_no_list_export_or_package_holds_media(ready, canaries):
    unit, case, made = ready
    unit.must("run", str(case))
    for what, shown in unit.lists(case, LISTS).items():
        (made / f"{what}.jsonl").write_bytes(shown)
    unit.must("export", str(case), str(made / "forms"), "--purpose", "looking")
    heard = re.search(rb"(?:[0-9a-f]{4} ){7}[0-9a-f]{4}", unit.must("officer", "add", "S-2", "--access", "supervisor"))
    unit.must("officer", "admit", str(case), "S-2", "--fingerprint", heard.group().decode())
    draft = unit.must("refer", str(case), "--to", "prosecutor")
    (made / "draft.txt").write_bytes(draft)
    identity = re.search(r"Drafted ([a-z2-7]{26})", draft.decode()).group(1)
    ForkedUnit(unit.home, "S-2").must("approve", str(case), identity)

    flaws = (made / "flaws.jsonl").read_bytes()
    assert flaws.count(b"what may be a file") > len(LISTS)
    assert b'"read":0' not in (made / "counts.jsonl").read_bytes().replace(b" ", b"")
    assert leaks(made, canaries[0]) == []


def test_no_page_of_the_desk_holds_media(ready, canaries):
    unit, case, _ = ready
    desk = [SULUH, "desk", str(case), "--purpose", "looking"]
    with subprocess.Popen(desk, env=unit.environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        try:
            pages = _crawl(process)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)

    assert len(pages) > 10
    assert [address for address, page in pages.items() if canaries[0].found_in(page)] == []


def _crawl(process) -> dict[str, bytes]:
    """Every page of the desk that links lead to, up to a number."""
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    line = b""
    while not (found := ADDRESS.search(line)):
        line = process.stdout.readline()
        assert line, "the desk ended before it printed its address"
    waiting, pages = [found.group().decode()], {}
    while waiting and len(pages) < MOST_PAGES:
        address = waiting.pop(0)
        if address in pages:
            continue
        with opener.open(address, timeout=20) as page:
            pages[address] = page.read()
        waiting += [urljoin(address, link) for link in LINK.findall(pages[address].decode("utf-8", "replace"))]
    return pages
