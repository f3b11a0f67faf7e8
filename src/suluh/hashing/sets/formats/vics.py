# SPDX-License-Identifier: Apache-2.0
"""Hash sets of Project VIC, and of CAID, which has the same shape: VICS JSON 1.2, 1.3 and 2.0."""

import re
from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from suluh.hashing.sets.format import HEAD, LENGTHS, SetFormat, checked
from suluh.hashing.sets.records import Record, records
from suluh.model.matching import Category, SetEntry, SetFlaw

_MODEL = re.compile(
    r'"@?odata\.(?:context|metadata)"\s*:\s*"https?:\\?/\\?/github\.com\\?/(?:ICMEC|VICSDATAMODEL)\\?/ProjectVic\\?/'
    r'DataModels\\?/(\d+(?:\.\d+)*)\.xml(?:\\?/([^/"#\\]+))?[^"#]*#(Media|Cases)"',
    re.IGNORECASE,
)
_START = r'\{\s*"(?:MediaID|Category|MD5|SHA1)"\s*:'


class Vics(SetFormat):
    """VICS JSON of any country; the shape never says whether a set is known or benign.

    PhotoDNA values are left where they are. Category numbers are national: they keep the model and country that the
    file names as their scheme, such as ``vics-2.0-us``.
    """

    name: ClassVar[str] = "vics"

    def claims(self, head: bytes, name: str) -> str | None:  # noqa: ARG002 # a name decides nothing
        """It names a data model of Project VIC."""
        found = model_of(head)
        return f"it names the data model {found[1]} of Project VIC" if found else None

    def entries(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw]:
        """One entry a media object, of all cases in the file."""
        for number, record, scheme in media(file):
            yield SetFlaw(line=number, reason=record) if isinstance(record, str) else entry_of(number, record, scheme)


def media(file: BinaryIO) -> Iterator[tuple[int, Record | str, str]]:
    """Every media object with its ordinal and the scheme of its category; a sentence for one that cannot be read."""
    model = model_of(file.read(HEAD))
    file.seek(0)
    country = f"-{model[2].lower()}" if model and model[2] else ""
    scheme = f"vics-{model[1]}{country}" if model else "vics"
    lists = "Media" if model and model[3].lower() == "cases" else "value"
    for number, record in records(file, lists, _START):
        yield number, record, scheme


def model_of(head: bytes) -> re.Match[str] | None:
    """The data model that a file names."""
    encoding = "utf-16" if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    return _MODEL.search(head.decode(encoding, "replace"))


def entry_of(number: int, media: Record, scheme: str) -> SetEntry | SetFlaw:
    """One media object by its hashes and its category."""
    try:
        found = {kind: checked(kind, value) for kind, value in _hashes(media)}
    except ValueError as error:
        return SetFlaw(line=number, reason=str(error))
    if not any(found.values()):
        return SetFlaw(line=number, reason="the object has no hash")
    code = media.get("Category")
    return SetEntry(
        number=number,
        md5=found.get("md5"),
        sha1=found.get("sha1"),
        sha256=found.get("sha256"),
        pdq=found.get("pdq"),
        name=_name(media),
        category=None if code is None or code == "" else Category(scheme=scheme, code=str(code)),
    )


def _hashes(media: Record) -> Iterator[tuple[str, str]]:
    """The hashes of one object, the alternate ones included."""
    pairs = [("md5", media.get("MD5")), ("sha1", media.get("SHA1")), ("sha256", media.get("SHA256"))]
    others = media.get("AlternateHashes")
    for other in others if isinstance(others, list) else ():
        if isinstance(other, dict):
            kind = re.sub(r"[^a-z0-9]", "", str(other.get("HashName")).lower())
            pairs.append((kind, other.get("HashValue")))
    for kind, value in pairs:
        if kind in LENGTHS and isinstance(value, str):
            yield kind, value


def _name(media: Record) -> str | None:
    files = media.get("MediaFiles")
    first = files[0] if isinstance(files, list) and files else None
    name = first.get("FileName") if isinstance(first, dict) else media.get("RelativeFilePath")
    return name if isinstance(name, str) and name else None
