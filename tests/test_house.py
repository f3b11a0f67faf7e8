# SPDX-License-Identifier: Apache-2.0
"""The house is built as designed: floors, powers, sizes, nouns."""

import re
import tomllib
from pathlib import Path

import pytest
from tests.house import faults

from suluh.model.nouns import KINDS
from suluh.store.tables import COLUMNS, TABLES

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "suluh"
HEAD = '# SPDX-License-Identifier: Apache-2.0\n"""A planted fault."""\n\n'
MOST_RULES_OFF = 12

PLANTED = {
    "a neighbour's import": ("deals/planted.py", "from suluh.persons import resolve\n", "its neighbour persons"),
    "a neighbour's import for typing": (
        "deals/planted.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from suluh.readers.reader import Reader\n",
        "its neighbour readers",
    ),
    "a relative import": ("persons/planted.py", "from ..deals import find\n", "its neighbour deals"),
    "an import that goes up": ("hashing/planted.py", "import suluh.case.case\n", "goes up"),
    "SQL outside its rooms": ("case/planted.py", 'QUERY = "SELECT body FROM message"\n', "SQL outside"),
    "an HTTP client": ("leads/planted.py", "import urllib.request\n", "urllib.request is not"),
    "a pickle": ("workers/planted.py", "from pickle import loads\n", "pickle is not"),
    "a process": ("readers/planted.py", "import subprocess\n", "subprocess is not"),
    "a decoder": ("desk/planted.py", "from PIL import Image\n", "PIL is not"),
    "a second writer": ("case/planted.py", "from suluh.store import write\n", "for case/keep.py alone"),
    "a broad except": ("case/planted.py", "try:\n    A = 1\nexcept Exception:\n    A = 2\n", "a broad except"),
}


def test_the_house_has_no_faults():
    assert faults(SOURCE) == []


@pytest.mark.parametrize("fault", sorted(PLANTED))
def test_a_planted_fault_is_found(fault, tmp_path):
    where, code, sentence = PLANTED[fault]
    planted = tmp_path / "suluh" / where
    planted.parent.mkdir(parents=True)
    planted.write_text(HEAD + code, "utf-8")

    found = faults(tmp_path / "suluh")

    assert any(one.startswith(where) and sentence in one for one in found)


def test_every_noun_has_a_table_and_its_columns():
    assert set(KINDS) == set(TABLES) == set(COLUMNS)


def test_few_rules_are_off_and_each_has_its_reason():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    rules = tomllib.loads(text)["tool"]["ruff"]["lint"]["ignore"]

    assert len(rules) <= MOST_RULES_OFF
    assert all(re.search(rf'"{rule}",\s+#\s+\w', text) for rule in rules)


def test_every_folder_of_the_house_says_what_it_is():
    folders = {path.parent for path in SOURCE.rglob("*.py")}

    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_no_file_names_a_machine_or_a_package_index():
    pattern = re.compile(
        r"(?<![\w.])/(work|root|farm|home)/[a-z]|--(extra-)?index-url|https?://[a-z.]*(pypi|npm)[a-z.]*/"
    )
    texts = [
        path for path in ROOT.rglob("*") if path.suffix in {".py", ".md", ".toml", ".lock", ".sh", ".html", ".css"}
    ]
    ours = [path for path in texts if not {".venv", "demo", "bundle", "build"} & set(path.relative_to(ROOT).parts)]

    found = [path.name for path in ours if path != Path(__file__) and pattern.search(path.read_text("utf-8"))]

    assert found == []
