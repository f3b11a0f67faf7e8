# SPDX-License-Identifier: Apache-2.0
"""What cannot be seen in a text is made to be seen."""

import sys
import unicodedata

import pytest

from suluh.desk.main import main
from suluh.desk.printing import cell, say
from suluh.desk.web.visible import on_one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Halo, dunia", "Halo, dunia"),
        ("Zoë 你好 مرحبا 😀", "Zoë 你好 مرحبا 😀"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("evil\u202etxt.exe", "evil⟨U+202E⟩txt.exe"),
        ("zero\u200bwidth\ufeff", "zero⟨U+200B⟩width⟨U+FEFF⟩"),
        ("\x1b[2Jcleared", "⟨U+001B⟩[2Jcleared"),
        ("tag\U000e0041", "tag⟨U+E0041⟩"),
        ("half \ud83d", "half ⟨U+D83D⟩"),
    ],
)
def test_hidden_characters_become_tokens(text, shown):
    assert visible(text) == shown


def test_no_character_that_hides_or_turns_is_left():
    whole = "".join(map(chr, range(sys.maxunicode + 1)))

    left = {one for one in visible(whole) if unicodedata.category(one) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert left == {"\n", "\t"}


def test_a_long_text_is_cut_on_one_line():
    assert on_one_line("a\nb" * 100, 10) == "a ba ba b…"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "-"),
        (True, "yes"),
        (["a", "b"], "a, b"),
        ({"exhibit": "B-1", "path": "a.txt", "line": 3}, "B-1 a.txt line 3"),
        ({"exhibit": "B-1", "path": "a.txt", "line": None}, "B-1 a.txt"),
        ({"rule": "r", "score": 1, "text": "because"}, "because"),
        ({"code": "ID", "basis": "number"}, "ID number"),
    ],
)
def test_a_cell_says_a_value_as_a_person_reads_it(value, shown):
    assert cell(value) == shown


NAME = "x\n\x1b[2JThe case holds"
SHOWN = "x⟨U+000A⟩⟨U+001B⟩[2JThe case holds"


def test_a_sentence_with_a_name_in_it_stays_one_line(capsys):
    say(f"releases/{NAME} is none")

    assert capsys.readouterr().out == f"releases/{SHOWN} is none\n"


def test_an_error_with_a_name_in_it_stays_one_line(capsys):
    with pytest.raises(SystemExit):
        main(["verify", NAME])

    assert capsys.readouterr().err == f"suluh: nothing lies at {SHOWN}: name a case folder or a package\n"
