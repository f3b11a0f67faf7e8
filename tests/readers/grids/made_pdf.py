# SPDX-License-Identifier: Apache-2.0
"""Writes small PDF files with text, in the manners in which programs differ: how a text is shown, and in what order."""

import random
import zlib
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

Manner = Literal["line", "word", "sign", "kerned"]

_WIDTHS = {
    **dict.fromkeys(" !,./:;I[\\]ft", 278),
    **dict.fromkeys("ijl'|", 222),
    **dict.fromkeys("()-r", 333),
    **dict.fromkeys("cksvxyzJ", 500),
    **dict.fromkeys("*", 389),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("CDHNRUw", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("Mm", 833),
    **dict.fromkeys("+=<>~", 584),
    **dict.fromkeys("@W", 944),
    **dict.fromkeys("%", 889),
}
"""Thousandths of the size, as Adobe's Helvetica has them (nearly); every other sign is 556."""


class Text(NamedTuple):
    """A text on a page: points from the left and from the top, and its size."""

    x: float
    y: float
    text: str
    size: float = 9.0
    align: Literal["left", "right", "centre"] = "left"
    bold: bool = False


class Style(NamedTuple):
    """How a program writes."""

    font: Literal["Helvetica", "Courier", "Times-Roman"] = "Helvetica"
    manner: Manner = "line"
    shuffled: int | None = None
    """A seed by which the texts of a page are put out of order."""

    packed: bool = False
    turned: bool = False
    """Whether the page is laid on its side and shown upright."""


def width(text: str, size: float, font: str) -> float:
    """The width of a text in points."""
    if font == "Courier":
        return 0.6 * size * len(text)
    return sum(_WIDTHS.get(sign, 556) for sign in text) * size / 1000


def pdf(pages: Sequence[Sequence[Text]], style: Style | None = None, *, size: tuple[int, int] = (595, 842)) -> bytes:
    """A PDF of these pages: the same bytes for the same texts."""
    style = style or Style()
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    fonts = [style.font, {"Times-Roman": "Times-Bold"}.get(style.font, f"{style.font}-Bold")]
    encoded = "/Encoding /WinAnsiEncoding"
    objects += [f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} {encoded} >>".encode() for font in fonts]
    kids = []
    for texts in pages:
        drawn = list(texts)
        if style.shuffled is not None:
            random.Random(style.shuffled).shuffle(drawn)  # noqa: S311 # a seeded order
        stream = b"".join(_shown(one, style, size) for one in drawn)
        packed = zlib.compress(stream) if style.packed else stream
        how = b" /Filter /FlateDecode" if style.packed else b""
        objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(packed), how, packed))
        box = (size[1], size[0]) if style.turned else size
        rotate = " /Rotate 90" if style.turned else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {box[0]} {box[1]}]{rotate} /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F0 3 0 R /F1 4 0 R >> >> >>".encode()
        )
        kids.append(len(objects))
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{one} 0 R' for one in kids)}] >>".encode()
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    starts = []
    for number, one in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % start for start in starts)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, at)
    return bytes(out)


def _shown(one: Text, style: Style, size: tuple[int, int]) -> bytes:
    wide = width(one.text, one.size, style.font)
    left = one.x - {"left": 0.0, "right": wide, "centre": wide / 2}[one.align]
    parts = b"".join(
        b"1 0 0 1 %.2f %.2f Tm %s\n" % (left + shift, size[1] - one.y, shown) for shift, shown in _pieces(one, style)
    )
    turn = b"0 1 -1 0 %d 0 cm " % size[1] if style.turned else b""
    font = b"/F%d %.2f Tf" % (int(one.bold), one.size)
    return b"q %sBT %s\n%sET Q\n" % (turn, font, parts)


def _pieces(one: Text, style: Style) -> Iterator[tuple[float, bytes]]:
    """The operators that show a text, each with its shift to the right."""
    if style.manner == "line":
        yield 0.0, _quoted(one.text) + b" Tj"
    elif style.manner == "kerned":
        words = one.text.split(" ")
        gap = width(" ", one.size, style.font) * 1000 / one.size
        yield 0.0, b"[" + (b" %.0f " % -gap).join(map(_quoted, words)) + b"] TJ"
    else:
        units = list(one.text) if style.manner == "sign" else one.text.split(" ")
        shift = 0.0
        for unit in units:
            if unit.strip():
                yield shift, _quoted(unit) + b" Tj"
            extra = "" if style.manner == "sign" else " "
            shift += width(unit + extra, one.size, style.font)


def _quoted(text: str) -> bytes:
    raw = text.encode("cp1252", "replace")
    return b"(" + raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"
