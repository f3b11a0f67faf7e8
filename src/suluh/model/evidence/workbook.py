# SPDX-License-Identifier: Apache-2.0
"""Which files are workbooks: packages that are ZIP archives, and of which a reader takes the sheets all the same."""

import re

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
ODS = "application/vnd.oasis.opendocument.spreadsheet"

WORKBOOKS = frozenset({XLSX, XLSB, ODS})
"""Media types of workbooks that are archives as well: their members are listed, their sheets are read."""

READ_AS_WELL = WORKBOOKS | {"application/pdf", "application/x-ole-storage"}
"""Media types of containers of which a reader is asked besides: it may find a statement in what they show."""

_LOCAL = re.compile(rb"PK\x03\x04.{22}(..)(..)", re.DOTALL)
"""The head of a member, APPNOTE 6.3.10, 4.3.7: the lengths of its name and of its extra field stand at its end."""

_PARTS = re.compile(rb"\[Content_Types\]\.xml$|(?:_rels|docProps|xl|customXml)/")
_SHEETS = re.compile(rb"xl/(?:workbook\.|worksheets/|sharedStrings\.|styles\.|theme/|_rels/)")


def workbook_type(head: bytes) -> str | None:
    """The media type of a workbook by its first bytes, null for every other file.

    The first member must be a part of such a package: an archive that holds a workbook is none itself.
    """
    names = [_name(head, found) for found in _LOCAL.finditer(head)]
    if not names or not head.startswith(b"PK\3\4"):
        return None
    if names[0] == b"mimetype":
        return ODS if ODS.encode() in head[:200] else None
    if _PARTS.match(names[0]) is None or not any(_SHEETS.match(name) for name in names):
        return None
    return XLSB if b"xl/workbook.bin" in names or any(_is_binary_sheet(name) for name in names) else XLSX


def _name(head: bytes, found: re.Match[bytes]) -> bytes:
    return head[found.end() : found.end() + int.from_bytes(found[1], "little")]


def _is_binary_sheet(name: bytes) -> bool:
    return name.startswith(b"xl/worksheets/") and name.endswith(b".bin")
