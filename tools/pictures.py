# SPDX-License-Identifier: Apache-2.0
"""Takes a picture of each page of the desk in both languages, from a made-up case; needs Chromium."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from tools.browser import Browser, chromium
from tools.unit import SULUH, Unit

SEED = 1
LANGUAGES = ("id", "en")
LISTS = (
    "waiting",
    "leads",
    "deals",
    "offers",
    "persons",
    "network",
    "sources",
    "unseen",
    "exhibits",
    "files",
    "conversations",
    "payments",
    "counts",
    "flaws",
    "unprocessed",
    "statements",
    "claims",
    "decisions",
    "sets",
    "duties",
    "letters",
    "dossiers",
    "leaving",
    "samples",
    "votes",
    "calls",
    "contacts",
    "search?q=paket",
    "papers",
    "refer",
    "drafts",
    "packages",
    "work",
    "add",
    "listed",
    "draw",
    "graded",
)
TYPED = ("letter", "reply", "request", "request-item", "answer")
"""Forms of the registers, which the page of letters leads to."""

SINGLES = ("deals", "conversations", "waiting", "payments", "messages", "files")
WIDTH, HEIGHT = 1360, 1040
COLOURS = 96
ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+)(/enter/\S+)")


def main(folder: Path) -> None:
    """Make a case, open its desk, take the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        unit, case = _case(Path(scratch))
        pages = dict(_pages(unit, case))
        with desk(unit, case) as (host, entry):
            take_all(host, entry, pages, folder)


def take_all(host: str, entry: str, pages: dict[str, str], folder: Path) -> None:
    """Enter the desk once, then take each page, with few colours so that it stays small."""
    program = chromium()
    if program is None:
        sys.exit("no Chromium on this machine: install it (Debian: apt-get install chromium), then run again")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, Browser(program, Path(profile)) as browser:
        browser.go(host + entry, WIDTH)
        for name, path in pages.items():
            browser.go(host + path, WIDTH, HEIGHT)
            with Image.open(BytesIO(browser.picture(WIDTH, HEIGHT))) as full:
                full.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
                    folder / f"{name}.png", optimize=True
                )
            print(f"{name}.png")


def _case(scratch: Path) -> tuple[Unit, Path]:
    """A made-up case that has run."""
    unit, world, case = Unit(scratch / "home"), scratch / "world", scratch / "case"
    unit.must("simulate", str(world), "--seed", str(SEED))
    unit.new(case)
    for paper in json.loads((world / "case.json").read_text("utf-8"))["authorities"]:
        unit.must("authority", str(case), *(word for name, value in paper.items() for word in (f"--{name}", value)))
    unit.must("add", str(case), "--list", str(world / "exhibits.csv"))
    for name in ("known", "benign"):
        unit.must("sets", "add", str(case), str(world / f"{name}.csv"), "--as", name)
    unit.must("run", str(case))
    _dossier(unit, case)
    return unit, case


def _dossier(unit: Unit, case: Path) -> None:
    """A dossier that is begun: one charge, one deal tied to its first element, and much that is missing."""
    deal = next(row for row in _masked(unit, case, "deals") if row["tier"] == "recorded")
    stated = deal["offered_on"]
    [seller] = [row for row in _masked(unit, case, "persons") if row["id"] == deal["seller_person"]]
    law = ("--law", "UU Contoh", "--article", "1", "--kind", "offence", "--in-force-from", "2020-01-01", "--mark", "S")
    said = ("--duty-en", "An offence made up.", "--duty-id", "Pasal yang dibuat-buat.")
    words = ("--elements", "setiap orang", "--elements", "menjual")
    tie = ("--charge", "charge-1", "--element", "1", "--side", "for", "--sentence", "Menjual dan dibayar.")
    typed = (
        ("paper", "add", "--kind", "LP", "--number", "LP/1/2026", "--date", "2026-01-02"),
        ("law", "row", "--code", "pasal-1", *law, *said, *words),
        ("dossier", "new", "--title", "Berkas O-1", "--exhibits", str(stated["exhibit"])),  # type: ignore[index] # an object
        ("dossier", "defendant", "--dossier", "dossier-1", "--accounts", str(seller["id"]), "--age", "adult"),
        (
            *("dossier", "charge", "--defendant", "defendant-1", "--law", "pasal-1"),
            *("--deed-from", "2025-01-01", "--deed-to", "2025-12-31"),
        ),
        ("dossier", "tie", *tie, "--fact", f"deal:{deal['id']}"),
    )
    for group, *rest in typed:
        unit.must(group, str(case), *rest)


def singles(unit: Unit, case: Path) -> dict[str, str]:
    """The path of one page of each kind that shows a single thing."""
    deals, talks, links, payments, messages, files = (_masked(unit, case, what) for what in SINGLES)
    deal = next(row for row in deals if row["tier"] == "recorded")
    talk = max(talks, key=lambda row: int(str(row["messages"])))
    link, payment, message, file = links[0], payments[0], messages[0], files[0]
    return {
        "deal": f"deals/{deal['id']}",
        "person": f"persons/{deal['seller_person']}",
        "conversation": f"conversations/{talk['key']}",
        "link": f"links/{link['id']}",
        "payment": f"payments/{payment['id']}",
        "statement": f"statements/{payment['statement']}",
        "message": f"messages/{message['id']}",
        "file": f"files/{file['id']}",
        "exhibit": f"exhibits/{file['exhibit']}",
        "role": f"persons/{deal['seller_person']}/role",
        "status": f"persons/{deal['seller_person']}/status",
    }


def _masked(unit: Unit, case: Path, what: str) -> list[dict[str, object]]:
    """The rows of a list as a desk without a purpose shows them."""
    printed = unit.must("show", str(case), what, "--json")
    return [json.loads(line) for line in printed.splitlines()]


def _pages(unit: Unit, case: Path) -> Iterator[tuple[str, str]]:
    """The name of each picture, and the path of its page."""
    ones = singles(unit, case)
    for language in LANGUAGES:
        yield f"overview-{language}", f"/{language}/"
        yield from ((f"{name.partition('?')[0]}-{language}", f"/{language}/{name}") for name in (*LISTS, *TYPED))
        yield from ((f"{name}-{language}", f"/{language}/{path}") for name, path in ones.items())
        yield f"dossier-{language}", f"/{language}/dossiers/dossier-1"


@contextmanager
def desk(unit: Unit, case: Path) -> Iterator[tuple[str, str]]:
    """The open desk: its host, and the path that enters it once."""
    words = [str(SULUH), "desk", str(case)]
    with subprocess.Popen(words, env=unit.environment(), stdout=subprocess.PIPE, text=True) as process:
        try:
            found = next(filter(None, map(ADDRESS.search, process.stdout or ())))
            yield found.group(1), found.group(2)
        finally:
            process.terminate()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
