# SPDX-License-Identifier: Apache-2.0
"""The documentation: no link leads nowhere, every page and command is in it, its search needs no server."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tools.browser import Browser, chromium  # noqa: E402 # tools are no part of the package
from tools.site.build import build  # noqa: E402 # as above
from tools.site.links import broken  # noqa: E402 # as above
from tools.site.plan import planned  # noqa: E402 # as above

from suluh.desk.main import command_names  # noqa: E402 # as above

OFFICERS = ("id", "en")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build(ROOT, folder)
    return folder


def test_no_link_leads_nowhere(site: Path) -> None:
    assert list(broken(site)) == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<h1 id="one">1</h1><a href="b.html">b</a><a href="#two">2</a><a href="#one">1</a>'
    )

    assert [one.partition(": ")[2] for one in broken(tmp_path)] == [
        "b.html leads to no file",
        "#two leads to no heading",
    ]


def test_every_text_is_a_page_of_it(site: Path) -> None:
    texts = {path.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for path in (ROOT / "docs").rglob("*.md")}

    assert {name for name in texts if not (site / name).is_file()} == set()


@pytest.mark.parametrize("language", OFFICERS)
def test_officers_are_told_of_every_command(language: str) -> None:
    told = "".join(path.read_text("utf-8") for path in sorted((ROOT / "docs" / "officer" / language).glob("*.md")))

    assert [name for name in command_names() if f"suluh {name}" not in told] == []


def test_both_languages_have_the_same_pages_and_pictures() -> None:
    one, other = ([path.name for path in sorted((ROOT / "docs" / "officer" / code).glob("*.md"))] for code in OFFICERS)
    assert one == other
    for name in one:
        here, there = ((ROOT / "docs" / "officer" / code / name).read_text("utf-8") for code in OFFICERS)
        assert here.count("\n## ") == there.count("\n## "), name
        assert re.findall(r"suluh [a-z]+", here) == re.findall(r"suluh [a-z]+", there), name


def test_the_same_texts_give_the_same_pages(site: Path, tmp_path: Path) -> None:
    build(ROOT, tmp_path / "again")

    for path in (one for one in site.rglob("*") if one.is_file()):
        assert (tmp_path / "again" / path.relative_to(site)).read_bytes() == path.read_bytes()


def test_a_page_that_no_section_names_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "loose.md").write_text("# Loose\n")

    with pytest.raises(ValueError, match=r"loose\.md"):
        list(planned(tmp_path))


@pytest.mark.skipif(chromium() is None, reason="no Chromium is installed")
def test_the_search_works_from_the_file_system(site: Path, tmp_path: Path) -> None:
    with Browser(str(chromium()), tmp_path) as browser:
        browser.go((site / "custody.html").as_uri(), 1024)
        found = browser.work_out(
            "(() => { const field = document.getElementById('search'); field.value = 'checkpoint'; "
            "field.dispatchEvent(new Event('input')); return document.querySelectorAll('#found a').length; })()"
        )

    assert isinstance(found, int)
    assert found > 2
