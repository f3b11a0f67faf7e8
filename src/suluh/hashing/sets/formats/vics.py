# SPDX-License-Identifier: Apache-2.0
"""Hash sets of Project VIC, and of CAID, which has the same shape: VICS JSON 1.2, 1.3 and 2.0."""

import re
from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from suluh.hashing.sets.format import HEAD, SetFormat
from suluh.hashing.sets.records import Record, records
from suluh.hashing.sets.text import LENGTHS, checked, text_of
from suluh.model.matching import Category, SetEntry, SetFlaw

_MODEL = re.compile(
    r'"@?odata\.(?:context|metadata)"\s*:\s*"https?:\\?/\\?/(?:www\.)?github\.com\\?/(?:ICMEC|VICSDATAMODEL)\\?/ProjectVic\\?/'
    r'DataModels\\?/(\d+(?:\.\d+)*)\.xml(?:\\?/([^/"#\\]{1,200}))?[^"#]{0,400}#(Media|Cases)"',
    re.IGNORECASE,
)
_START = r'\{\s*"(?:MediaID|Category|MD5|SHA1|SHA256|Alternat[a-z]*Hashes)"\s*:'
_BARE = re.compile(r'\s*(?:\[|\{\s*"(?:value|Media)"\s*:\s*\[)\s*\{', re.IGNORECASE)
_FIELDS = re.compile(r'"(?:MediaID|MD5|SHA1|Alternat(?:e|ive)Hashes)"\s*:', re.IGNORECASE)
_OTHERS = ("alternatehashes", "alternativehashes")


class Vics(SetFormat):
    """VICS JSON of any country; the shape never says whether a set is known or benign.

    PhotoDNA values are left where they are. Category numbers are national: they keep the model and country that the
    file names as their scheme, such as ``vics-2.0-us``.
    """

    name: ClassVar[str] = "vics"

    def claims(self, head: bytes, name: str) -> str | None:  # noqa: ARG002 # a name decides nothing
        """It names a data model of Project VIC."""
        found = model_of(head)
        if found:
            return f"it names the data model {found[1]} of Project VIC"
        text = text_of(head)
        is_list = _BARE.match(text) and len({one.lower() for one in _FIELDS.findall(text)}) > 1
        return "it is a list of media objects of Project VIC, without the model" if is_list else None

    def entries(self, file: BinaryIO) -> Iterator[SetEntry | SetFlaw]:
        """One entry a media object, of all cases in the file."""
        for number, record, scheme in media(file):
            if isinstance(record, str):
                yield SetFlaw(line=number, reason=record)
                continue
            one, told = read_of(number, record, scheme)
            yield one
            yield from () if told is None else (told,)


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
    return _MODEL.search(text_of(head))


def entry_of(number: int, media: Record, scheme: str) -> SetEntry | SetFlaw:
    """One media object by its hashes and its category."""
    return read_of(number, media, scheme)[0]


def read_of(number: int, media: Record, scheme: str) -> tuple[SetEntry | SetFlaw, SetFlaw | None]:
    """The same, and what is wrong with one of several hashes; keys may be written in small letters."""
    own = {key.lower(): value for key, value in media.items()}
    found: dict[str, str] = {}
    faults: list[str] = []
    for kind, text in _hashes(own):
        try:
            value = checked(kind, text)
        except ValueError as error:
            faults.append(str(error))
            continue
        if value is not None:
            found.setdefault(kind, value)
    if not found:
        return SetFlaw(line=number, reason="; ".join(faults) or _why_none(own)), None
    told = SetFlaw(line=number, reason=f"{'; '.join(faults)}: the object's other hash is used") if faults else None
    code = own.get("category")
    one = SetEntry(
        number=number,
        md5=found.get("md5"),
        sha1=found.get("sha1"),
        sha256=found.get("sha256"),
        pdq=found.get("pdq"),
        name=_name(own),
        category=None if code is None or code == "" else Category(scheme=scheme, code=str(code)),
    )
    return one, told


def _why_none(media: Record) -> str:
    return "the object has PhotoDNA alone, which is not compared" if media.get("photodna") else "the object has no hash"


def _hashes(media: Record) -> Iterator[tuple[str, str]]:
    """The hashes of one object, those of its list of others included."""
    pairs = [(kind, media.get(kind)) for kind in ("md5", "sha1", "sha256")]
    for name in _OTHERS:
        others = media.get(name)
        for other in others if isinstance(others, list) else ():
            if isinstance(other, dict):
                named = {key.lower(): value for key, value in other.items()}
                kind = re.sub(r"[^a-z0-9]", "", str(named.get("hashname")).lower())
                pairs.append((kind, named.get("hashvalue")))
    for kind, value in pairs:
        if kind in LENGTHS and isinstance(value, str):
            yield kind, value


def _name(media: Record) -> str | None:
    files = media.get("mediafiles")
    first = files[0] if isinstance(files, list) and files else None
    named = {key.lower(): value for key, value in first.items()} if isinstance(first, dict) else {}
    name = named.get("filename") if named else media.get("relativefilepath")
    return name if isinstance(name, str) and name else None
