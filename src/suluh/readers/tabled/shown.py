# SPDX-License-Identifier: Apache-2.0
"""Web pages on which people talk, of a program that no reader knows: told by the words that the page shows."""

import html
import io
import re
from collections.abc import Mapping
from typing import BinaryIO, cast

from suluh.model.evidence.source import Source
from suluh.readers.tabled.dated import dated

_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}(?:<!--|<!doctype html|<html|<head|<body|<div|<table)", re.IGNORECASE)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z!][\w-]{0,20})[^<>]{0,20000}>")
_UNSEEN = frozenset({"style", "script", "head", "svg"})
_READ, _SHOWN = 4 << 20, 1 << 16


class _Page:
    """The words of a page as a text."""

    def __init__(self, text: str) -> None:
        self.head = text.encode()[:_SHOWN].decode("utf-8", "ignore").encode()
        self.size = len(self.head)
        self.tables: Mapping[str, tuple[str, ...]] = {}

    def open(self) -> BinaryIO:
        """Its bytes."""
        return io.BytesIO(self.head)


def shown(source: Source) -> str | None:
    """The sentence about such a page; null where it is none."""
    if source.tables or not _BEGINS.match(source.head):
        return None
    with source.open() as file:
        text = file.read(_READ).decode("utf-8", "replace")
    return dated(cast("Source", _Page(html.unescape(_words(text)))), plainly=True)


def _words(text: str) -> str:
    """What stands between the tags of a page, a line each, without styles and scripts."""
    pieces, at, within = list[str](), 0, ""
    for tag in _TAG.finditer(text):
        if not within:
            pieces.append(text[at : tag.start()])
        name = tag["name"].lower()
        if not within and name in _UNSEEN and not tag["end"] and not tag[0].endswith("/>"):
            within = name
        elif name == within and tag["end"]:
            within = ""
        at = tag.end()
    return "\n".join(pieces if within else [*pieces, text[at:]])
