# SPDX-License-Identifier: Apache-2.0
"""The files of an X archive: what each is called, whose it is, and what the manifest says of it."""

import io
import posixpath
import re
from typing import NamedTuple

from suluh.model.evidence.source import Source
from suluh.readers.json_stream import BrokenJson, Json, JsonStream

SERVICE = "x"

_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:window\.YTD\.(?P<part>\w{1,80})\.part\d{1,6}|window\.(?P<manifest>__THAR_CONFIG)"
    rb"|Grailbird\.data\.(?P<old>tweets)_\d{4}_\d{2})\s*=\s*"
)
_NUMBER = re.compile(r"\d{1,20}")
_LARGEST_SMALL_FILE = 16 << 20


class Part(NamedTuple):
    """One file of the archive: its name in JavaScript and where its JSON begins."""

    name: str
    start: int


def part_of(head: bytes) -> Part | None:
    """What a file of the archive is called, or null where it is none."""
    found = _HEAD.match(head)
    if found is None:
        return None
    name = found["part"] or found["manifest"] or found["old"]
    return Part(name.decode("ascii", "replace"), found.end())


def account(number: Json) -> str | None:
    """The account of a number, which X writes as text."""
    shown = str(number) if isinstance(number, int) and not isinstance(number, bool) else number
    return f"{SERVICE}:{shown}" if isinstance(shown, str) and _NUMBER.fullmatch(shown) else None


def small(source: Source | None) -> Json:
    """The whole JSON of a small file beside, or null where it is absent, large or broken."""
    part = part_of(source.head) if source is not None else None
    if source is None or part is None or source.size > _LARGEST_SMALL_FILE:
        return None
    with source.open() as file:
        raw = file.read()
    try:
        return JsonStream(io.BytesIO(raw[part.start :])).value()
    except BrokenJson:
        return None


def manifest(source: Source) -> dict[str, Json]:
    """What the manifest beside a file says, or nothing."""
    found = small(source.beside("manifest.js")) if "manifest.js" in source.names else None
    return found if isinstance(found, dict) else {}


def declared(whole: dict[str, Json]) -> dict[str, int]:
    """How many records the manifest declares for each file, by the file's name without its folder."""
    types = whole.get("dataTypes")
    listed = [one.get("files") for one in types.values() if isinstance(one, dict)] if isinstance(types, dict) else []
    files = [file for one in listed if isinstance(one, list) for file in one if isinstance(file, dict)]
    return {
        posixpath.basename(str(file.get("fileName"))): int(count)
        for file in files
        if (count := str(file.get("count"))).isascii() and count.isdigit() and len(count) < 19  # noqa: PLR2004 # 64 bits
    }


def own_account(source: Source, whole: dict[str, Json]) -> str | None:
    """The account whose archive this is: as account.js says, else the manifest, else the officer's statement."""
    beside = small(source.beside("account.js")) if "account.js" in source.names else None
    first = beside[0] if isinstance(beside, list) and beside else None
    inner = first.get("account") if isinstance(first, dict) else None
    user = whole.get("userInfo")
    for record in (inner, user):
        found = account(record.get("accountId")) if isinstance(record, dict) else None
        if found is not None:
            return found
    stated = [one for one in source.accounts if one.startswith(f"{SERVICE}:")]
    return stated[0] if len(stated) == 1 else None
