# SPDX-License-Identifier: Apache-2.0
"""Every word on the screen is in both languages, and none is a word that the screen avoids."""

import re
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from suluh import desk
from suluh.desk.languages import LANGUAGES, SOURCE, Language
from suluh.desk.words import WORDS
from suluh.model.deeds.acts import DEEDS
from suluh.model.intake import State
from suluh.model.people import Judgement
from suluh.model.trade import Channel, Deal
from suluh.persons.rule import Rule
from suluh.plugins import find
from suluh.unseen.estimate import METHOD
from suluh.unseen.estimator import Estimator

FOLDER = Path(desk.__file__).parent
METHODS = [("**/templates/**.html", "jinja2.ext:babel_extract"), ("**.py", "python")]
OPTIONS = {"**/templates/**.html": {"newstyle_gettext": "true", "silent": "false", "trim_blocks": "true"}}
KEYWORDS = {"N_": None, "_": None, "gettext": None, "ngettext": (1, 2)}

AVOIDED = re.compile(
    r"\b(child porn\w*|pornografi anak|child prostitute|prostitusi anak|terlibat|guilty|tersangka|suspects?|predator|"
    r"hits?|collections?|targets?|established|terbukti|terkonfirmasi|blacklist|whitelist|illegal|pelaku|"
    r"penyerahan(?! sukarela)|(?<!rangkaian )(?<!baris )transaksi(?:nya)?)\b",
    re.IGNORECASE,
)
"""The glossary's list, in both languages; *transaksi* alone is a bank's line, and *penyerahan* a stage of procedure."""


def messages():
    """Every message of templates and code."""
    found = extract_from_dir(FOLDER, method_map=METHODS, options_map=OPTIONS, keywords=KEYWORDS)
    return {message[2] if isinstance(message[2], str) else message[2][0] for message in found}


def catalogue(code):
    with (FOLDER / "locale" / code / "LC_MESSAGES" / "suluh.po").open("rb") as file:
        return {
            (entry.id if isinstance(entry.id, str) else entry.id[0]): entry for entry in read_po(file, code) if entry.id
        }


OTHERS = [code for code in LANGUAGES if code != SOURCE]


def test_the_messages_are_found():
    assert {"Overview", "Reasons against", "%(count)s character", "Not found", "Court permission"} <= messages()


@pytest.mark.parametrize("code", OTHERS)
def test_every_message_is_translated_and_no_translation_is_left_over(code):
    known = catalogue(code)

    assert set(known) == messages()
    assert [name for name, entry in known.items() if entry.fuzzy or not "".join(entry.string)] == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_the_same_values_in_it(code):
    value = re.compile(r"%\(\w+\)s|`[^`]+`")

    for name, entry in catalogue(code).items():
        text = entry.string if isinstance(entry.string, str) else entry.string[0]
        assert set(value.findall(name)) == set(value.findall(text)), name


@pytest.mark.parametrize("code", OTHERS)
def test_no_word_that_the_screen_avoids_is_used(code):
    said = [*messages(), *("".join(entry.string) for entry in catalogue(code).values())]

    assert [text for text in said if AVOIDED.search(text)] == []


def test_templates_say_nothing_outside_the_catalogue():
    outside = re.compile(r">\s*([A-Za-z]{3,}[^<{]*)<")

    for path in sorted((FOLDER / "templates").glob("*.html")):
        text = path.read_text("utf-8")
        bare = re.sub(r"\{%\s*trans.*?endtrans\s*%\}|<svg.*?</svg>", "", text, flags=re.DOTALL)
        bare = re.sub(r"\{[%{#].*?[%}#]\}", "", bare, flags=re.DOTALL)
        found = [text for text in outside.findall(bare) if text.strip() not in {"Suluh", "SHA-256"}]
        assert found == [], path.name


def test_every_state_and_kind_of_the_model_has_a_word():
    hints = Deal.__annotations__
    values = [*get_args(State), *get_args(Judgement), *get_args(Channel)]
    values += [one for field in ("kind", "state", "tier") for one in get_args(hints[field])]
    assert [value for value in values if value not in WORDS] == []


@pytest.mark.parametrize(
    ("code", "number", "percent", "money", "moment"),
    [
        ("id", "750.000", "12,5 %", "Rp50.000,00", "30 Agu 2025 18.00 WIB"),
        ("en", "750,000", "12.5 %", "IDR\xa050,000.00", "30 Aug 2025 18:00 WIB"),
    ],
)
def test_figures_are_written_as_each_language_writes_them(code, number, percent, money, moment):
    language = Language(code)

    assert language.number(750_000) == number
    assert language.percent("0.125000") == percent
    assert language.money("50000.00", "IDR") == money
    assert language.moment("2025-08-30T11:00:00Z", "Asia/Jakarta") == moment


def test_every_step_is_called_something_in_each_language():
    steps = [deed.word for deed in DEEDS.values() if deed.form == "step" and deed.writes]

    assert len(steps) > 10
    for code in LANGUAGES:
        called = [Language(code).step(word) for word in steps]
        assert [one for one in called if one in steps or AVOIDED.search(one)] == []
        assert len(set(called)) == len(steps)


def test_every_rule_that_links_and_every_method_has_a_word():
    rules = {one.name for one in find("suluh.persons.rules", Rule)} | {"paid-to", "paid-for"}
    methods = {one.name for one in find("suluh.unseen.estimators", Estimator)} | {METHOD}

    assert len(rules) > 5
    assert len(methods) > 5
    assert (rules | methods) - WORDS.keys() == set()


def test_a_word_that_is_no_step_stands_as_it_is():
    assert [Language(code).step("unknown") for code in LANGUAGES] == ["unknown"] * len(LANGUAGES)
