# SPDX-License-Identifier: Apache-2.0
"""The docs say what the code does."""

import re
import sys
from pathlib import Path

from tests.each import each

ROOT = Path(__file__).parent.parent
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
PAGES = sorted(path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))


def test_the_schema_page_is_what_the_nouns_say():
    sys.path.insert(0, str(ROOT))
    from tools import schema  # noqa: PLC0415 # tools are no part of the package

    assert (ROOT / "docs" / "schema.md").read_text("utf-8") == schema.text(), "run `make schema`"


@each("page", PAGES, lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page):
    targets = LINK.findall(page.read_text("utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_changelog_has_one_sentence_a_line():
    lines = [line for line in (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines() if line.startswith("- ")]

    assert lines
    assert [line for line in lines if not line.endswith(".")] == []


def test_every_file_that_the_promises_name_is_there():
    names = re.findall(r"`(tests/[^`]+)`", (ROOT / "SECURITY.md").read_text("utf-8"))

    assert [name for name in names if not list(ROOT.glob(name))] == []


def test_every_place_that_the_glossary_names_is_there():
    named = re.findall(r"`([a-z_]+/[\w/.]*)`", (ROOT / "docs" / "glossary.md").read_text("utf-8"))

    assert named
    assert [one for one in named if not any((ROOT / at / one).exists() for at in ("src/suluh", "."))] == []


def test_the_page_of_statements_names_every_profile():
    from tools import statements  # noqa: PLC0415 # tools are no part of the package

    written = (ROOT / "docs" / "statements.md").read_text("utf-8")
    assert written == statements.page(written), "run `python tools/statements.py docs/statements.md`"


def test_the_page_of_readers_names_every_reader():
    from tools import readers  # noqa: PLC0415 # tools are no part of the package

    written = (ROOT / "docs" / "readers.md").read_text("utf-8")
    assert written == readers.page(written), "run `python tools/readers.py docs/readers.md`"


def test_the_page_of_commands_names_what_officers_type():
    from tools import typed  # noqa: PLC0415 # tools are no part of the package

    written = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert written == typed.page(written), "run `python tools/typed.py docs/commands.md`"
