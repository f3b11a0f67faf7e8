# SPDX-License-Identifier: Apache-2.0
"""Asks axe-core which rules of WCAG 2.0 to 2.2, levels A and AA, the page in a real browser breaks."""

import json
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple, cast

from tools.browser import Browser

AXE = Path(__file__).parent.parent / "tests" / "data" / "axe" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
BEST = "best-practice"
"""Rules beyond WCAG that axe-core holds to be good practice: they are asked as well."""

SCHEMES = ("light", "dark")
WIDTHS = (390, 1440)
RUN = (
    "axe.run(document, {{runOnly: {tags}, resultTypes: ['violations']}}).then(found => JSON.stringify("
    "found.violations.map(one => [one.id, one.help, one.nodes.map(node => node.target.join(' '))])))"
)


OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true })"
"""What is folded is looked at as well."""


class Broken(NamedTuple):
    """One rule that a page breaks, and where."""

    page: str
    rule: str
    says: str
    places: tuple[str, ...]

    def __str__(self) -> str:
        """The rule with its first places, for whoever mends it."""
        return f"{self.page}: {self.rule}, {self.says}: {'; '.join(self.places[:3])} ({len(self.places)})"


def broken(browser: Browser, page: str) -> Iterator[Broken]:
    """The rules that the page breaks which the browser shows."""
    browser.work_out(OPEN)
    if browser.work_out("typeof axe") == "undefined":
        browser.work_out(f"{AXE.read_text('utf-8')};0")
    told = browser.work_out(RUN.format(tags=json.dumps([*TAGS, BEST])))
    for rule, says, places in json.loads(cast("str", told)):
        yield Broken(page, rule, says, tuple(places))


def looks(
    browser: Browser, host: str, paths: Iterable[str], languages: Iterable[str], widths: Iterable[int] = WIDTHS
) -> Iterator[list[Broken]]:
    """What each page breaks in each language, colour scheme and width: an empty list for one that breaks nothing."""
    for path, language, width in product(paths, languages, widths):
        browser.go(f"{host}/{language}{path}", width)
        for scheme in SCHEMES:
            browser.scheme(scheme)
            yield list(broken(browser, f"/{language}{path} at {width}, {scheme}"))
