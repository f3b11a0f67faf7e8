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
_UNSEEN = re.compile(r"<(style|script|head|svg)\b.*?</\1\s{0,8}>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,20000}>")
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
    lines = _TAG.sub("\n", _UNSEEN.sub("\n", text))
    return dated(cast("Source", _Page(html.unescape(lines))), plainly=True)
