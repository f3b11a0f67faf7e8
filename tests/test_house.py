# SPDX-License-Identifier: Apache-2.0
"""The house is built as designed: floors, powers, sizes, nouns."""

import re
import tomllib
from pathlib import Path

import pytest
from tests.custody.every_noun import every_noun
from tests.form import reasonless
from tests.house import faults
from tests.shape import CROWD, MIDDLE, shape_faults

from suluh import plugins
from suluh.case.views.view import View
from suluh.model.body import kind_of
from suluh.model.nouns import KINDS
from suluh.store.tables import ASKED, COLUMNS

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "suluh"
HEAD = '# SPDX-License-Identifier: Apache-2.0\n"""A planted fault."""\n\n'
MOST_RULES_OFF = 12

UNLISTED = {
    "case": "its number and unit head every page",
    "fingerprint": "a hash alone says nothing: matches and groups list what it is near",
    "officer": "every row that an officer made names the code, and `verify` checks the key",
}
"""Nouns of which no list is made, and why."""

ENTERED = {"case", "officer"}
"""Nouns that a new case writes by itself; all others are made for the test of bodies."""

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
    "a process by another name": ("leads/planted.py", "from os import system\n", "os.system is not"),
    "an executor": ("readers/planted.py", "from concurrent.futures import ProcessPoolExecutor\n", "is not for this"),
    "a pickled array": ("hashing/planted.py", "A = load('a', allow_pickle=True)\n", "a pickle is read"),
    "a port": ("case/planted.py", "listener.bind(('', 0))\n", "bind is not"),
    "an encoder": ("hashing/planted.py", "image.save('out')\n", "save is not"),
    "a database opened": ("case/planted.py", "import sqlite3\nA = sqlite3.connect('a')\n", "sqlite3.connect is not"),
    "a module by its name": ("case/planted.py", "import importlib\nimportlib.import_module('x')\n", "import_module is"),
    "a room that nobody planned": ("extra/planted.py", "from suluh.model import ids\n", "no room extra"),
    "a desk that reads the store": ("desk/planted.py", "from suluh.store import rows\n", "the desk imports store"),
    "a print": ("leads/planted.py", "print('found')\n", "print is not"),
    "a file without a name": ("deals/helpers.py", "A = 1\n", "no place yet"),
    "an empty name": ("deals/planted.py", "class DealManager:\n    pass\n", "says nothing"),
    "a check that is off": ("deals/planted.py", "A = 1  # noqa: E501\n", "without a reason"),
    "a long file": ("deals/planted.py", "A = 1\n" * 398, "lines are more than 400"),
    "a long function": ("deals/planted.py", "def f() -> None:\n" + "    f()\n" * 50, "more than 50"),
    "a deep function": (
        "deals/planted.py",
        "def f() -> None:\n if f:\n  for a in b:\n   while a:\n    with a:\n     f()\n",
        "4 blocks deep",
    ),
    "an untyped signature": ("deals/planted.py", "async def f(*a: Any) -> None:\n    pass\n", "Any in the public"),
    "a broad except": ("case/planted.py", "try:\n    A = 1\nexcept Exception:\n    A = 2\n", "a broad except"),
}


def test_the_house_has_no_faults():
    assert [*faults(SOURCE), *shape_faults(SOURCE)] == []


@pytest.mark.parametrize("fault", sorted(PLANTED))
def test_a_planted_fault_is_found(fault, tmp_path):
    where, code, sentence = PLANTED[fault]
    planted = tmp_path / "suluh" / where
    planted.parent.mkdir(parents=True)
    planted.write_text(HEAD + code, "utf-8")

    found = faults(tmp_path / "suluh")

    assert any(one.startswith(where) and sentence in one for one in found)


SHAPES = {
    "a crowded folder": ({f"deals/words/a{number}.py": "" for number in range(CROWD + 1)}, "deals/words: 17 files"),
    "long files": ({f"deals/a{number}.py": "\n" * (MIDDLE + 1) for number in range(2)}, "half of all files"),
    "a circle": ({"deals/a.py": "from suluh.deals import b\n", "deals/b.py": "from .a import c\n"}, "in a circle"),
    "a circle of three, for typing and inside a function": (
        {
            "deals/a.py": "import suluh.deals.b\n",
            "deals/b.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from suluh.persons.c import d\n",
            "persons/c.py": "def f():\n    from suluh.deals import a\n",
        },
        "in a circle",
    ),
    "a folder that imports what imports it": (
        {"deals/__init__.py": "from suluh.deals.a import b\n", "deals/a.py": "import suluh.deals\n"},
        "in a circle",
    ),
}


@pytest.mark.parametrize("fault", sorted(SHAPES))
def test_a_planted_fault_of_shape_is_found(fault, tmp_path):
    files, sentence = SHAPES[fault]
    for where, code in files.items():
        (tmp_path / where).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / where).write_text(code, "utf-8")

    [found] = shape_faults(tmp_path)

    assert sentence in found


def test_extensions_may_be_many_and_a_folder_may_be_full(tmp_path):
    for folder, count in (("readers", CROWD + 9), ("deals/words", CROWD)):
        (tmp_path / folder).mkdir(parents=True)
        for number in range(count):
            (tmp_path / folder / f"a{number}.py").write_text("import suluh.model.ids\n" * MIDDLE, "utf-8")

    assert list(shape_faults(tmp_path)) == []


def test_every_noun_has_a_table_and_only_nouns_have_columns():
    assert list(COLUMNS) == list(KINDS)
    assert set(ASKED) <= set(KINDS)


def test_every_noun_is_in_a_list_or_has_a_reason():
    listed = {kind_of(noun) for view in plugins.find("suluh.case.views", View) for noun in view.nouns}

    assert set(KINDS) - listed == set(UNLISTED)


def test_every_noun_has_a_test_of_its_body():
    assert {kind_of(type(noun)) for noun in every_noun()} == set(KINDS) - ENTERED


def test_every_noun_has_its_rows_in_the_schema_page():
    heads = set(re.findall(r"^## \w+ \(`(\w+)/\d+`\)$", (ROOT / "docs" / "schema.md").read_text("utf-8"), re.MULTILINE))

    assert heads == set(KINDS)


def test_few_rules_are_off_and_each_has_its_reason():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    lint = tomllib.loads(text)["tool"]["ruff"]["lint"]
    apart = [rule for rules in lint["per-file-ignores"].values() for rule in rules]

    assert len(lint["ignore"]) <= MOST_RULES_OFF
    assert [rule for rule in (*lint["ignore"], *apart) if not re.search(rf'"{rule}".*#\s+\w', text)] == []


@pytest.mark.parametrize("folder", ["tests", "tools", "bench"])
def test_no_check_is_off_without_a_reason(folder):
    texts = [path for path in sorted((ROOT / folder).rglob("*.py")) if path.name not in {"form.py", "test_house.py"}]

    found = [(path.name, line) for path in texts for line, _ in reasonless(path.read_text("utf-8"))]

    assert found == []


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
