# SPDX-License-Identifier: Apache-2.0
"""Makes small workbooks for tests: XLSX by XlsxWriter, and what no library of ours writes, byte by byte."""

import io
import struct
import zipfile
from collections.abc import Callable
from typing import Any

import xlsxwriter

Fill = Callable[[xlsxwriter.Workbook], None]


def xlsx(fill: Fill, **options: Any) -> bytes:  # XlsxWriter's own
    """A workbook as the function fills it."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, **options}) as book:
        fill(book)
    return out.getvalue()


def with_part(raw: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """A workbook with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            data = old.read(one)
            new.writestr(one, change(data.decode()).encode() if one.filename == name else data)
    return out.getvalue()


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of MS-CFB, version 3, with streams of 4,096 bytes or more in sectors of 512."""
    size, free, end, table = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    padded = {name: raw.ljust(4096, b"\0") for name, raw in streams.items()}
    sectors: list[bytes] = []
    chain: list[int] = []
    starts = {}
    for name, raw in padded.items():
        parts = [raw[at : at + size].ljust(size, b"\0") for at in range(0, len(raw), size)]
        starts[name] = len(sectors)
        chain += [*range(len(sectors) + 1, len(sectors) + len(parts)), end]
        sectors += parts
    entries = [_entry("Root Entry", 5, end, 0, child=1)]
    names = sorted(padded)
    for number, name in enumerate(names, 1):
        after = number + 1 if number < len(names) else free
        entries.append(_entry(name, 2, starts[name], len(padded[name]), right=after))
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * size, b"\0")
    first = len(sectors)
    count = len(directory) // size
    chain += [*range(first + 1, first + count), end]
    sectors += [directory[at : at + size] for at in range(0, len(directory), size)]
    chain.append(table)
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(size, b"\xff")
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, 1, first, 0, 4096, end, 0, end, 0),
        len(sectors),
    )
    return header.ljust(size, b"\xff") + b"".join(sectors) + fat


def _entry(name: str, kind: int, start: int, length: int, *, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ", raw, len(raw), kind, 1, 0xFFFFFFFF, right, child, b"", 0, 0, 0, start, length
    )
