# SPDX-License-Identifier: Apache-2.0
"""An officer types docs/officer/08 from its first line to its last, after the papers of 02: every command works."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.case.views.made import PASSPHRASE

DOCS = Path(__file__).parents[2] / "docs" / "officer"
SIZE = (
    "--sellers",
    "1",
    "--buyers",
    "4",
    "--deals",
    "12",
    "--days",
    "20",
    "--pictures",
    "24",
    "--picture-side",
    "64",
    "--played",
    "0",
)
PRINT = re.compile("(?:[0-9a-f]{4} ){7}[0-9a-f]{4}")
QUOTED = re.compile(r'"[^"]*"')
OFFICERS = {"S-1": "supervisor", "S-2": "supervisor", "P-1": "examiner", "N-1": "analyst"}
SAID_ELSEWHERE = {"suluh add", "suluh authority", "suluh officer", "suluh new"}
"""Commands of 02 that the fixture types, with the files and papers of its made-up world."""


def commands(language: str, page: str) -> Iterator[str]:
    """What a page has one type, line by line."""
    blocks = re.findall(r"```\n(.*?)```", (DOCS / language / page).read_text("utf-8"), re.DOTALL)
    return (line for block in blocks for line in block.splitlines() if line.startswith("suluh "))


def test_both_languages_have_one_type_the_same() -> None:
    for page in sorted(path.name for path in (DOCS / "id").glob("*.md")):
        local, english = ([QUOTED.sub('""', one) for one in commands(tongue, page)] for tongue in ("id", "en"))
        assert local == english, page


@pytest.fixture
def case(suluh, tmp_path, monkeypatch):
    """A case of the unit of docs/officer/02, run and with its deals decided, in the folder that the pages name."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SULUH_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("SULUH_NOW", "2026-12-01T09:00:00+07:00")
    Path("perkara").mkdir()
    prints = {}
    for code, access in OFFICERS.items():
        prints[code] = PRINT.search(suluh("officer", "add", code, "--access", access).out).group()
    done(suluh("new", "perkara/lp-1", "--number", "LP/1/2026", "--unit", "Unit PPA", "--actor", "S-1"))
    for code in ("S-2", "P-1", "N-1"):
        said = ("--fingerprint", prints[code], "--actor", "S-1")
        done(suluh("officer", "admit", "perkara/lp-1", code, *said))
        done(suluh("sets", "share", code, *said))
    done(suluh("simulate", "dunia", "--seed", "4", *SIZE))
    for paper in json.loads(Path("dunia/case.json").read_text("utf-8"))["authorities"]:
        given = (word for name, value in paper.items() for word in (f"--{name}", value))
        done(suluh("authority", "perkara/lp-1", *given, "--actor", "P-1"))
    done(suluh("add", "perkara/lp-1", "--list", "dunia/exhibits.csv", "--actor", "P-1"))
    done(suluh("sets", "add", "perkara/lp-1", "dunia/known.csv", "--as", "known", "--version", "1", "--actor", "S-1"))
    done(suluh("run", "perkara/lp-1", "--actor", "P-1"))
    return "perkara/lp-1"


def done(answer):
    assert answer.code == 0, answer.err
    return answer.out


def listed(suluh, case, what):
    shown = done(suluh("show", case, what, "--json", "--purpose", "latihan", "--actor", "N-1"))
    return [json.loads(line) for line in shown.splitlines() if line.startswith("{")]


def decided(suluh, case):
    """Every recorded deal of the seller confirmed; what stands in the pages for an account, a deal, a content."""
    deals = [one for one in listed(suluh, case, "deals") if one["tier"] == "recorded" and one["files"]]
    for one in deals:
        done(suluh("decide", case, "deal", one["id"], "confirm", "--reason", "cocok", "--actor", "N-1"))
    known = {one["sha256"] for one in listed(suluh, case, "matches") if one["set_kind"] == "known"}
    [first, *others] = sorted(deals, key=lambda one: -len(known.intersection(one["files"])))
    other = next(one["buyer"] for one in others if one["buyer"] != first["buyer"])
    return {
        "AKUN-PEMBELI-LAIN": other,
        "AKUN-PEMBELI": first["buyer"],
        "AKUN": first["seller"],
        "ID": first["id"],
        "SHA256": next(iter(sorted(known.intersection(first["files"])))),
        "B-4": "B-2",
        "2026-01-02": "2025-01-02",
        "2026-01-05": "2025-10-05",
    }


def test_the_way_from_links_to_a_dossier_is_walked_as_it_is_written(suluh, case):
    stands_for = decided(suluh, case)
    papers = [one for one in commands("id", "02-case.md") if not one.startswith(tuple(SAID_ELSEWHERE))]
    said = ""

    for line in [*papers, *commands("id", "08-dossier.md")]:
        words = [re.sub("|".join(stands_for), lambda one: stands_for[one.group()], word) for word in shlex.split(line)]
        answer = suluh(*words[1:])
        assert answer.code in ({0, 1} if " check --dossier" in line else {0}), (line, answer.out, answer.err)
        said += answer.out

    assert "deal:" in said
    assert "3 findings block it" in said
    assert said.count("Froze D") == 5
    assert all(Path(name).exists() for name in ("salinan", "surat.xlsx", "petunjuk.xlsx", "akhir/D13-id.pdf"))
