# SPDX-License-Identifier: Apache-2.0
"""Work lists as VICS JSON 2.0, the exchange format of Project VIC, without media and without PhotoDNA."""

from collections.abc import Iterable
from typing import ClassVar

import msgspec

from suluh.model.place import Place
from suluh.referral.worklists.format import Head, Wanted, WorkListFormat

MODEL = "http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml/CUSTOM/$metadata#Cases"


class Vics(WorkListFormat):
    """One case with a media object a look; `Category` is null until somebody grades it."""

    name: ClassVar[str] = "vics"
    suffix: ClassVar[str] = ".json"

    def write(self, head: Head, rows: Iterable[Wanted]) -> bytes:
        """One JSON object."""
        media = [_media(one) for one in rows]
        case = {"CaseID": head.case, "CaseNumber": head.number, "SourceApplicationName": "Suluh", "Media": media}
        return msgspec.json.encode({"@odata.context": MODEL, "value": [case]}) + b"\n"


def _media(one: Wanted) -> dict[str, object]:
    return {
        "MediaID": one.number,
        "Category": None,
        "MD5": one.md5.upper(),
        "SHA1": one.sha1.upper(),
        "MediaSize": one.size,
        "MimeType": one.type,
        "RelativeFilePath": _path(one.places[0]),
        "Tags": one.need,
        "Comments": f"near duplicates: {' '.join(one.others)}" if one.others else None,
        "AlternateHashes": [{"HashName": "SHA256", "HashValue": one.sha256.upper()}],
        "MediaFiles": [
            {"FileName": _path(place).rpartition("\\")[2], "FilePath": _path(place)} for place in one.places
        ],
    }


def _file(path: str) -> dict[str, str]:
    return {"FileName": path.rpartition("\\")[2], "FilePath": path}


def _path(place: Place) -> str:
    r"""Exhibit and path with ``\``, as viewers of this format write it; containers stand before their members."""
    inside = f"{place.inside}!/" if place.inside else ""
    return f"{place.exhibit}/{inside}{place.path}".replace("/", "\\")
