# SPDX-License-Identifier: Apache-2.0
"""Makes one page of each text, with the contents beside it and a search that needs no server."""

import html
import json
import re
import shutil
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tools.site.plan import planned

HERE = Path(__file__).parent
BESIDE = ("site.css", "search.js")
_LINK = re.compile(r"^(?!https?:|#|mailto:)([^#]+?)\.md(#.*)?$")


class Page(NamedTuple):
    """One page: where it lies, what it is called, and what it says."""

    name: str
    """Below the folder, with ``/``: ``decisions/0001-x.html``."""

    title: str
    body: str
    text: str


def build(root: Path, folder: Path) -> list[str]:
    """Write every page, the index and what they need; the names of the pages. The same texts give the same bytes."""
    shutil.rmtree(folder, ignore_errors=True)
    contents, pages = [], [_page(root, root / "README.md", "index.html")]
    for section, paths in planned(root / "docs"):
        made = [_page(root, path, _name(root, path)) for path in paths]
        contents.append((section.title, [(one.name, one.title) for one in made]))
        pages += made
    pages += [_page(root, path, _name(root, path)) for path in _beside(root, {one.name for one in pages})]
    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.get_template("page.html")
    for one in pages:
        up = "../" * one.name.count("/")
        written = template.render(page=one, contents=contents, up=up)
        (folder / one.name).parent.mkdir(parents=True, exist_ok=True)
        (folder / one.name).write_text(written, "utf-8")
    _write_index(folder, pages)
    for name in BESIDE:
        shutil.copy(HERE / name, folder / name)
    _copy_pictures(root / "docs", folder)
    return [one.name for one in pages]


def _beside(root: Path, have: set[str]) -> list[Path]:
    """Pages of the root, and figures that stand below a page."""
    loose = [*root.glob("*.md"), *(root / "docs").rglob("*.md")]
    return sorted(path for path in loose if path.name != "README.md" and _name(root, path) not in have)


def _name(root: Path, path: Path) -> str:
    base = root / "docs" if path.is_relative_to(root / "docs") else root
    return path.relative_to(base).with_suffix(".html").as_posix()


def _page(root: Path, path: Path, name: str) -> Page:
    """A text as a page; links to texts become links to pages."""
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = reader.parse(path.read_text("utf-8"))
    is_root = not path.is_relative_to(root / "docs")
    for token in tokens:
        _headed(token, tokens)
        for child in token.children or ():
            _led(child, is_root=is_root)
    body = reader.renderer.render(tokens, reader.options, {})
    text = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())
    heads = (after.content for token, after in pairwise(tokens) if token.type == "heading_open")
    return Page(name, re.sub(r"[`*]", "", next(heads, name)), body, text)


def _headed(token: Token, tokens: list[Token]) -> None:
    """Give a heading the anchor that links name it by."""
    if token.type == "heading_open":
        words = tokens[tokens.index(token) + 1].content
        token.attrSet("id", anchor(words))


def anchor(words: str) -> str:
    """The anchor of a heading: its words, small, with dashes."""
    return re.sub(r"[\s]+", "-", re.sub(r"[^\w\s-]", "", words.casefold()).strip())


def _led(token: Token, *, is_root: bool) -> None:
    """Lead a link or a picture of a text to where it lies beside the page."""
    for name in ("href", "src"):
        target = token.attrGet(name)
        if not isinstance(target, str) or target.startswith(("http", "#", "mailto:")):
            continue
        if is_root:
            target = target.removeprefix("docs/")
        token.attrSet(name, _LINK.sub(r"\1.html\2", target))


def _write_index(folder: Path, pages: list[Page]) -> None:
    """What the search reads: a script, for a page that lies in a folder may load no other file."""
    rows = [[one.name, one.title, one.text] for one in pages]
    (folder / "index.js").write_text(f"const PAGES = {json.dumps(rows, ensure_ascii=False)};\n", "utf-8")


def _copy_pictures(docs: Path, folder: Path) -> None:
    for path in sorted((*docs.rglob("*.png"), *docs.rglob("*.svg"))):
        target = folder / path.relative_to(docs)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
