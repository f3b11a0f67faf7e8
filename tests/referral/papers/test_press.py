# SPDX-License-Identifier: Apache-2.0
"""Papers: hostile texts stand letter by letter, the same facts give the same bytes, nothing else is reached."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from tools import glyphs

from suluh.model.errors import PaperFault
from suluh.referral.papers.press import LONGEST, legible, press

AT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
PAPERS = Path(glyphs.PAGE).parent
SOURCE = """
#show: paper.with(title: facts.title, foot: facts.title)
= #facts.title
#rows(("no", "text"), facts.lines.enumerate().map(((number, line)) => (number, line)), columns: (auto, 1fr))
"""
HOSTILE = (
    '#eval("1 + 1")',
    "#panic()",
    "#{1 + 1}",
    '#import "@preview/cetz:0.4.0"',
    '#read("/etc/passwd")',
    "*bold* _slanted_ `raw` $x^2$ @ref <label> \\u{41} \\#",
    "= heading",
    "- list",
    "+ list",
    "// a comment",
    "/* a comment */",
    "https://x.example/",
    "\"quoted\" 'quoted' -- --- ~ ...",
    '"}, "title": "another"',
    "]) #pagebreak() #([",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script> {{ 7 * 7 }}",
)


def made(*lines, title="Uji"):
    return press(SOURCE, {"title": title, "lines": list(lines)}, AT)


def numbered(text):
    """A text with the numbers of characters between angles, as they stand on paper between others."""
    return re.sub(r"<(U\+[0-9A-F]+)>", "\u2039\\1\u203a", text)


def words(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_and_never_read(text):
    assert text in words(made(text, title=text))
    assert words(made(text)).startswith(f"Uji no text 0 {text}")


def test_what_no_font_has_stands_as_its_number():
    assert numbered("a<U+1F44D>b") in words(made("a\U0001f44db"))
    assert legible("nama\u202etxt.exe") == numbered("nama<U+202E>txt.exe")
    assert legible("\x00\ud800 日") == numbered("<U+0000><U+D800> <U+65E5>")
    assert legible("Siti é Ω ж") == "Siti é Ω ж"


def test_a_text_from_right_to_left_moves_nothing_beside_it():
    pdf = press('#show: paper.with(title: "x")\nNama #facts.name, 3 file', {"name": "العربية"}, AT)

    assert re.search(r"Nama \S+ *, 3 file", words(pdf).replace("\u2069", ""))


def test_accents_without_end_are_told_by_their_numbers():
    assert legible("a" + "\u0301" * 6 + "b") == numbered("a" + "\u0301" * 4 + "<U+0301><U+0301>b")


def test_every_character_that_is_called_legible_can_be_set():
    every = [chr(one) for one in range(0x11000) if not 0xD800 <= one < 0xE000]
    kept = "".join(one for one in every if legible(one).strip("\u2068\u2069") == one)

    assert len(kept) > 3000
    assert made(*(kept[start : start + 500] for start in range(0, len(kept), 500)))


def test_a_long_text_is_cut_and_says_so():
    assert legible("x" * (LONGEST + 7)) == "x" * LONGEST + " [7 lagi / more]"


def test_a_word_without_end_stays_on_the_page():
    [page] = pypdfium2.PdfDocument(made("x" * 2000))
    text = page.get_textpage()

    right = max(text.get_charbox(number)[2] for number in range(text.count_chars()))

    assert right < page.get_width()


def test_the_same_facts_give_the_same_bytes_and_other_dates_others():
    assert made("satu") == made("satu")
    assert made("satu") != press(SOURCE, {"title": "Uji", "lines": ["satu"]}, AT.replace(year=2027))


def test_a_paper_is_tagged_and_names_its_standard():
    pdf = made("satu")

    assert b"/StructTreeRoot" in pdf
    assert b"pdfuaid:part" in pdf


REACHING = ('#read("x")', '#eval("1")', '#import "@preview/a:1.0.0": b', '#include "x"', '#image("x.png")', '#csv("x")')


@pytest.mark.parametrize("source", REACHING)
def test_a_source_that_reaches_for_anything_is_refused(source):
    with pytest.raises(PaperFault, match="nothing beside its facts"):
        press(SOURCE + source, {"title": "", "lines": []}, AT)


def test_a_source_that_cannot_be_set_says_why():
    with pytest.raises(PaperFault, match="cannot be set: dictionary does not contain key"):
        press(SOURCE + "#facts.missing", {"title": "Uji", "lines": []}, AT)
    with pytest.raises(PaperFault, match="unknown font"):
        press(SOURCE + '#text(font: "Nowhere Sans")[x]', {"title": "Uji", "lines": []}, AT)


def test_the_list_of_glyphs_is_what_the_fonts_say():
    assert (PAPERS / "glyphs.txt").read_text("utf-8") == glyphs.text(), "run tools/glyphs.py"
