# SPDX-License-Identifier: Apache-2.0
"""The style can be read by weak eyes, in light and dark, and fetches nothing."""

import re
from pathlib import Path

import pytest
from tools.pictures import LANGUAGES, LISTS, TYPED

from suluh import desk
from suluh.desk.web.web import pages_of_the_desk

CSS = (Path(desk.__file__).parent / "static" / "suluh.css").read_text("utf-8")
PICTURES = Path(__file__).parent.parent.parent / "docs" / "pictures"
LEAST = 4.5
"""WCAG 2.2 AA for text."""

PAIRS = [
    ("ink", "paper"),
    ("ink", "sheet"),
    ("ink", "rail"),
    ("quiet", "paper"),
    ("quiet", "sheet"),
    ("quiet", "rail"),
    ("ember", "paper"),
    ("ember", "sheet"),
    ("ink", "notice"),
    ("quiet", "notice"),
    ("tag-ink", "tag"),
    ("head-ink", "head"),
]


def schemes():
    """The colours of the light and of the dark scheme."""
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in blocks)
    return {"light": light, "dark": light | dark}


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(scheme, text, ground):
    colours = schemes()[scheme]

    assert contrast(colours[text], colours[ground]) >= LEAST


def test_black_on_white_is_the_whole_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_the_style_fetches_nothing():
    assert "url(" not in CSS
    assert "@import" not in CSS


def test_there_is_a_style_for_paper_and_for_the_dark():
    assert "@media print" in CSS
    assert "prefers-color-scheme: dark" in CSS


def test_every_page_is_in_the_pictures_of_both_languages():
    plain = {page.path.strip("/") for page in pages_of_the_desk() if "{" not in page.path} - {"", "search"}
    shown = {one.partition("?")[0] for one in (*LISTS, *TYPED)} | {"overview"}

    assert plain <= shown
    assert [one for one in shown for code in LANGUAGES if not (PICTURES / f"{one}-{code}.png").is_file()] == []
