# SPDX-License-Identifier: Apache-2.0
"""Files that are hidden in texts as base64 or hex: of such a run a text keeps its length and its hash, never itself."""

import hashlib
import re
from collections.abc import Iterator

SHORTEST = 200
"""Characters of a run that may be a file; no word, number or address of an account is so long."""

_FEWEST = 8
"""Different characters in it: laughter and lines of dashes have fewer, a picture in base64 has many more."""

_PIECE = re.compile(r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_=-]{32,}+")
"""One line of such a run: the standard alphabet, the one for addresses, or hex."""

_BETWEEN = re.compile(r"(?:\\[rn]|[\s>\"'+,]){1,12}+")
"""What stands between its lines, as mail, source code and quotations write them."""

_LAST = re.compile(r"[\"' ]{0,3}+(?:\\[rn]|[\r\n])(?:\\[rn]|[\s>\"'+,]){0,12}+[A-Za-z0-9+/_-]{4,31}={0,2}(?![\w+/=-])")
"""Its last line, which may be short."""

_SPARSE = re.compile(r"[0-9A-Fa-f%\\xX:,;\s-]{200,}+")
_PAIR = re.compile(r"(?<![0-9A-Fa-f])[0-9A-Fa-f]{2}(?![0-9A-Fa-f])")
_DIGIT = re.compile(r"[0-9A-Fa-f]")
_FEWEST_PAIRS = 100
"""Hex in pairs, with marks between them: so many pairs, and hardly any other digit."""

_BYTES = re.compile(r"(?:\\x[0-9a-f]{2}(?:[^\\]|\\(?!x[0-9a-f]{2})){0,24}+){40,}+")
"""Bytes that were no text, as they are shown."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_FEWEST_CONTROLS = 3
"""Text in an old encoding holds none of these, a picture many."""


def without_files(text: str) -> str:
    """The text with a sentence in place of each run that may be a file."""
    if len(text) < SHORTEST:
        return text
    shown, at = "", 0
    for start, end in sorted(_spans(text)):
        if start >= at:
            shown += text[at:start] + _said(text[start:end])
            at = end
    return shown + text[at:] if at else text


def _said(run: str) -> str:
    digest = hashlib.sha256(run.encode("utf-8", "surrogatepass")).hexdigest()
    return f"[{len(run)} characters that may be a file, SHA-256 {digest}]"


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where such runs stand."""
    yield from (span for span in _joined(text) if _is_one(text[span[0] : span[1]]))
    yield from (span for one in _SPARSE.finditer(text) if (span := _in_pairs(one)))
    if "\\x" in text:
        found = (one for one in _BYTES.finditer(text) if len(_CONTROL.findall(one.group())) >= _FEWEST_CONTROLS)
        yield from (one.span() for one in found)


def _in_pairs(run: re.Match[str]) -> tuple[int, int] | None:
    """From the first pair of a run to its last, where it is hex in pairs."""
    text, pairs = run.group(), [one.span() for one in _PAIR.finditer(run.group())]
    if len(pairs) < _FEWEST_PAIRS or 3 * len(pairs) < len(_DIGIT.findall(text)) or not _is_one(text):
        return None
    return run.start() + pairs[0][0], run.start() + pairs[-1][1]


def _joined(text: str) -> Iterator[tuple[int, int]]:
    """Lines of a run as one."""
    held: tuple[int, int] | None = None
    for piece in _PIECE.finditer(text):
        between = _BETWEEN.match(text, held[1]) if held else None
        if held and between and between.end() == piece.start():
            held = (held[0], piece.end())
            continue
        if held:
            yield _ended(text, held)
        held = piece.span()
    if held:
        yield _ended(text, held)


def _ended(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A run with its last line; one of a single line has none."""
    last = _LAST.match(text, span[1])
    return (span[0], last.end()) if last else span


def _is_one(run: str) -> bool:
    return len(run) >= SHORTEST and len(set(run)) >= _FEWEST
