# SPDX-License-Identifier: Apache-2.0
"""What the heading of a table says of its columns, in the words of any program."""

import re

from suluh.hashing.sets.text import LENGTHS

_KIND = re.compile(r"md5|sha256|sha1|pdq")
_AROUND = re.compile(
    r"(hash|value|nilai|sum|file|hex|digest|checksum|of|the|media|image|item|original|full|berkas|data|\d?$)*"
)
_ANY = frozenset(
    {"hash", "hashes", "hashvalue", "hashvalues", "valuehash", "digest", "checksum", "fingerprint", "filehash"}
    | {"nilaihash", "hashcode", "hashset"}
)
"""A column whose cells tell their kind by their length."""

_CATEGORIES = frozenset({"category", "categories", "cat", "kategori", "categorycode"})
_NAMES = frozenset({"name", "filename", "nama", "namafile", "namaberkas", "path", "filepath", "fullpath", "file"})


def column(name: str) -> str:
    """What a column holds: a kind of hash, ``hash`` of any kind, ``category``, ``name``; nothing for any other."""
    plain = re.sub(r"[^a-z0-9]", "", name.lower())
    if plain in _CATEGORIES:
        return "category"
    if plain in _NAMES:
        return "name"
    if plain in _ANY:
        return "hash"
    found = _KIND.findall(plain)
    if len(found) != 1 or _AROUND.fullmatch(_KIND.sub("", plain)) is None:
        return ""
    return str(found[0])


def columns(cells: list[str]) -> list[str]:
    """What each column holds; of two for one kind the first."""
    found: list[str] = []
    for cell in cells:
        one = column(cell)
        found.append("" if one in found else one)
    return found


def names_a_hash(found: list[str]) -> bool:
    """Whether one of the columns holds hashes."""
    return any(one in LENGTHS or one == "hash" for one in found)
