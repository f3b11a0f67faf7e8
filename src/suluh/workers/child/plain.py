# SPDX-License-Identifier: Apache-2.0
"""What no text of a noun may carry out of a worker: a file in base64 or hex, or half a character."""

import re
from typing import TypeVar
from urllib.parse import quote, unquote

from msgspec import Struct
from msgspec.structs import replace

from suluh.model.body import Noun
from suluh.model.rules.hidden import SHORTEST, without_files

HIDDEN = "a text here holds what may be a file in base64 or hex: it is left out, its length and SHA-256 stand there"
"""The reason of the flaw beside a noun from which something was taken."""

LONGEST_REASON = 500
"""Characters of the reason of a flaw, which may quote what it could not read."""

S = TypeVar("S", bound=Struct)

_WORTH_A_LOOK = re.compile(rb'"(?:[^"\\]|\\.){%d}' % SHORTEST)
_KEPT = frozenset({"id", "file", "exhibit", "acquisition", "path_b64"})
"""Ours, or what a file is found by."""

_PARTED = frozenset(
    {
        *("account", "aliases", "beneficiary", "conversation", "forwarded_from", "members", "native", "payer"),
        *("reply_to", "sender"),
    }
)
"""Ids that are made of parts, names in quotation among them: the same id stays the same one everywhere."""


def is_plain(raw: bytes) -> bool:
    """Whether no text in a body is long enough to hide a file."""
    if b"\\" in raw:
        return _WORTH_A_LOOK.search(raw) is None
    # What stands between two quotation marks is a text, or shorter than any.
    at, size = 0, len(raw)
    while size - at >= SHORTEST:
        at = raw.rfind(b'"', at, at + SHORTEST) + 1
        if not at:
            return False
    return True


def plain(noun: Noun) -> Noun:
    """The noun with every text as it may leave the worker, under the same id."""
    return _struct(noun)


def _struct(one: S) -> S:
    changed: dict[str, object] = {}
    for name in one.__struct_fields__:
        value = getattr(one, name)
        found = value if name in _KEPT else _value(value, name)
        if found is not value:
            changed[name] = found
    return replace(one, **changed) if changed else one


def _value(value: object, name: str) -> object:
    if isinstance(value, str):
        return _text(value, name)
    if isinstance(value, Struct):
        return _struct(value)
    if isinstance(value, tuple):
        found = tuple(_value(one, name) for one in value)
        return value if found == value else found
    return value


def _text(value: str, name: str) -> str:
    whole = value if value.isascii() else value.encode("utf-8", "backslashreplace").decode()
    if name in _PARTED and len(whole) >= SHORTEST:
        return "/".join(map(_part, whole.split("/")))
    shown = without_files(whole)
    if name == "reason" and len(shown) > LONGEST_REASON:
        shown = f"{shown[: LONGEST_REASON - 1]}…"
    return value if shown == value else shown


def _part(part: str) -> str:
    """One part of an id; what stands for a file is quoted as a name is."""
    if len(part) < SHORTEST:
        return part
    name = unquote(part)
    shown = without_files(name)
    return part if shown == name else quote(shown, safe="")
