# SPDX-License-Identifier: Apache-2.0
"""The lines of an exported chat, in UTF-8 or in UTF-16, which some editors save."""

import io
from collections.abc import Iterator

from suluh.model.evidence.source import Source
from suluh.readers.plain import wide


def texts(source: Source) -> Iterator[tuple[int, str]]:
    r"""Every line with its number and its end; bytes that are not in its encoding become ``\xNN``."""
    encoding = wide(source.head)
    with source.open() as file, io.TextIOWrapper(file, encoding or "utf-8", "backslashreplace", newline="\n") as text:
        if encoding and (first := text.readline()):
            yield 1, first.removeprefix("\ufeff")
        yield from enumerate(text, 2 if encoding else 1)


def not_utf8(source: Source) -> list[int]:
    """The lines that hold bytes which are not in the encoding of the file; UTF-16 has none that are told."""
    if wide(source.head) is not None:
        return []
    with source.open() as file:
        return [number for number, raw in enumerate(file, 1) if not _is_utf8(raw)]


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def head_lines(head: bytes, *, whole: bool) -> list[str]:
    """The lines that a head holds whole; of one that is longer than the head, its beginning."""
    encoding = wide(head)
    if encoding is not None:
        lines = head[: len(head) & ~1].decode(encoding, "backslashreplace").removeprefix("\ufeff").split("\n")
    else:
        lines = [line.decode("utf-8", "backslashreplace") for line in head.split(b"\n")]
    return [line for line in (lines if whole else lines[:-1] or lines) if line.strip()]
