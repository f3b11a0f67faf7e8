# SPDX-License-Identifier: Apache-2.0
"""The desk: its pages in a real browser, how quick they are, and what nobody gets it to do."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from statistics import median

from tools.axe import looks
from tools.browser import Browser, chromium
from tools.made_up import made_up
from tools.pictures import LANGUAGES, LISTS, TYPED, desk, singles
from tools.show.line import Line
from tools.show.samples import _pytest
from tools.show.worlds import SEEDS
from tools.unit import Unit

WIDTHS = (390, 1024, 1440)
RATIO = 1.6
MEDIAN, SLOWEST, SEARCH = 0.2, 0.5, 0.15
ROUNDS = 5
ASKED = ("paket", "0899", "kirim", "file", "transfer")


def pages(folder: Path) -> Iterator[Line]:
    """Every page at three widths: nothing scrolls sideways, and at 1024 none is much higher than at 1440."""
    program = chromium()
    if program is None:
        yield Line("pages in a real browser", "no Chromium on this machine", "Chromium", is_met=False)
        return
    profile = folder / "profile"
    with _ran(folder) as (host, entry, paths), Browser(program, profile) as browser:
        browser.go(host + entry, WIDTHS[0])
        wide, ratios = [], {}
        for path, language in product(paths, LANGUAGES):
            heights = {}
            for width in WIDTHS:
                browser.go(f"{host}/{language}{path}", width)
                heights[width] = browser.height()
                wide += [f"/{language}{path} at {width}"] if browser.wider() and width > WIDTHS[0] else []
            ratios[f"/{language}{path}"] = heights[1024] / heights[1440]
    worst = max(ratios, key=lambda one: ratios[one])
    figure = f"{len(wide)} of {len(ratios) * 2}" + (f", first: {wide[0]}" if wide else "")
    yield Line("pages that scroll sideways at 1024 or 1440", figure, "0", not wide)
    said = f"{ratios[worst]:.2f} ({worst}), median {median(ratios.values()):.2f}"
    yield Line("height at 1024 by that at 1440", said, f"{RATIO} at most", ratios[worst] <= RATIO)


def axe(folder: Path) -> Iterator[Line]:
    """Rules of WCAG 2.0 to 2.2, A and AA, on every page in both languages, both colour schemes and two widths."""
    program = chromium()
    if program is None:
        yield Line("rules of WCAG on rendered pages", "no Chromium on this machine", "Chromium", is_met=False)
        return
    with _ran(folder) as (host, entry, paths), Browser(program, folder / "profile") as browser:
        browser.go(host + entry, WIDTHS[0])
        found = list(looks(browser, host, [*paths, "/nothing"], ("id",) if os.environ.get("QUICK") else LANGUAGES))
    broken = [one for some in found for one in some]
    figure = f"{len(broken)} on {len(found)} looks" + (f", first: {broken[0]}" if broken else "")
    yield Line("violations that axe-core finds (WCAG 2.2 AA and good practice)", figure, "0", not broken)


def scale(_: Path) -> Iterator[Line]:
    """A large case, 20 users, a run beside them: `bench/desk.py`."""
    done = subprocess.run([sys.executable, "-m", "bench.desk"], capture_output=True, text=True, check=False)
    told = [one for one in done.stdout.splitlines() if not one.startswith("  ")]
    goal = "200 and 500 ms, searches 150 ms, 300 MiB"
    yield Line("pages of a large case for 20 users while a run goes on", "; ".join(told), goal, done.returncode == 0)


def speed(folder: Path) -> Iterator[Line]:
    """How long pages and searches of a small made-up case take over HTTP."""
    with _ran(folder) as (host, entry, paths):
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        opener.open(host + entry).read()
        took = [_seconds(opener, f"{host}/id{path}") for _ in range(ROUNDS) for path in paths]
        asked = [_seconds(opener, f"{host}/id/search?q={one}") for _ in range(ROUNDS) for one in ASKED]
    ordered = sorted(took)
    late = ordered[int(len(ordered) * 0.99)]
    figure = f"median {median(took) * 1000:.0f} ms, 99th percentile {late * 1000:.0f} ms, {len(took)} loads"
    is_met = median(took) <= MEDIAN and late <= SLOWEST
    yield Line("pages of a small case", figure, f"{MEDIAN * 1000:.0f} and {SLOWEST * 1000:.0f} ms", is_met)
    told = f"median {median(asked) * 1000:.0f} ms"
    yield Line("searches of a small case", told, f"{SEARCH * 1000:.0f} ms", median(asked) <= SEARCH)


def forms(_: Path) -> Iterator[Line]:
    """Decisions, unmasking, and forms from elsewhere."""
    yield from _pytest(
        "decisions by the act of the terminal; forms from elsewhere, without token or key: refused",
        *("tests/desk/test_deciding.py", "tests/desk/test_deciding_more.py", "tests/desk/test_layouts.py"),
        *("tests/desk/test_unmask.py", "tests/desk/test_guard.py", "tests/referral/test_drafts_desk.py"),
    )


def payloads(_: Path) -> Iterator[Line]:
    """Markup, bidi and formulas typed into every field."""
    count = "60" if os.environ.get("QUICK") else "2000"
    os.environ["PAYLOADS"] = count
    yield from _pytest(
        f"{count} payloads into addresses, into forms and into paths each", "tests/desk/test_payloads.py"
    )


def ways(_: Path) -> Iterator[Line]:
    """Ask, sort, choose, go down and back."""
    yield from _pytest(
        "a number in four writings; lists sorted, chosen, as CSV; every figure leads to its rows",
        *(
            "tests/desk/test_search.py",
            "tests/desk/test_tables.py",
            "tests/desk/test_ways.py",
            "tests/desk/test_charts.py",
        ),
    )


def rights(_: Path) -> Iterator[Line]:
    """Each route by each access, of this case and of another; forms from elsewhere; every unmasked read an entry."""
    yield from _pytest(
        "every route by every access, own and other case; every form refused without token, origin, uid or session; "
        "every unmasked read an entry",
        *("tests/desk/test_rights.py", "tests/desk/test_seats.py", "tests/desk/test_pages.py"),
    )


def work(_: Path) -> Iterator[Line]:
    """A run beside the desk, and officers beside each other."""
    yield from _pytest(
        "a run started, watched and paused on a page; two officers at once, the second sees the first",
        *("tests/desk/test_work.py", "tests/desk/test_server.py", "tests/desk/test_seats.py"),
    )


@contextmanager
def _ran(folder: Path) -> Iterator[tuple[str, str, list[str]]]:
    """The open desk of a made-up case that has run: its host, the way in, and the path of every page."""
    unit = Unit(folder / "home")
    _, case = made_up(unit, folder, SEEDS[0])
    unit.must("run", str(case))
    paths = ["/", *(f"/{name}" for name in (*LISTS, *TYPED)), *(f"/{path}" for path in singles(unit, case).values())]
    with desk(unit, case) as (host, entry):
        yield host, entry, paths


def _seconds(opener: urllib.request.OpenerDirector, address: str) -> float:
    start = time.monotonic()
    opener.open(address).read()
    return time.monotonic() - start
