# SPDX-License-Identifier: Apache-2.0
"""Writes a letter as DOCX from a plain wording; what the case fills in stands in grey brackets until confirmed."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from html import escape
from io import BytesIO

FIELD = re.compile(r"\{(\w+)\}")
_DAY = (2000, 1, 1, 0, 0, 0)
"""The time of every part, so that the same letter has the same bytes."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_OFFICE}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_GREY = '<w:rPr><w:color w:val="595959"/><w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/></w:rPr>'


def letter(wording: str, fields: Mapping[str, str]) -> bytes:
    """The DOCX of a wording; a field of it that nobody knows stays in its brackets, empty."""
    body = "".join(_paragraph(line, fields) for line in wording.splitlines())
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" '
    page += 'w:left="1701" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    space = f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main"'
    document = f"{_HEAD}<w:document {space}><w:body>{body}{page}</w:body></w:document>"
    return _zip({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document})


def fields_of(wording: str) -> frozenset[str]:
    """The names of the fields that a wording asks for."""
    return frozenset(FIELD.findall(wording))


def _zip(parts: Mapping[str, str]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _DAY), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _paragraph(line: str, fields: Mapping[str, str]) -> str:
    return f"<w:p>{''.join(_runs(line, fields))}</w:p>"


def _runs(line: str, fields: Mapping[str, str]) -> Iterator[str]:
    """What is fixed as it is, what came from the case in grey brackets; a value of several lines breaks them."""
    for number, part in enumerate(FIELD.split(line)):
        if number % 2:
            lines = f"[{fields.get(part, '')}]".splitlines()
            yield f"<w:r>{_GREY}{'<w:br/>'.join(map(_text, lines))}</w:r>"
        elif part:
            yield f"<w:r>{_text(part)}</w:r>"


def _text(words: str) -> str:
    """Words as XML takes them: without characters that cannot be printed."""
    shown = "".join(one for one in words if one.isprintable())
    return f'<w:t xml:space="preserve">{escape(shown, quote=False)}</w:t>'
