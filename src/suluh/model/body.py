# SPDX-License-Identifier: Apache-2.0
"""What a noun is, and its one canonical form in bytes."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeVar

import msgspec
from msgspec import Struct

from suluh.model.errors import BadBody
from suluh.model.older import renewed

N = TypeVar("N", bound="Noun")

_encoder = msgspec.json.Encoder(order="sorted")


class Noun(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="noun", gc=False
):
    """A fact, a link, a decision or a result: a frozen value with an id.

    Its tag is ``kind/version``; fields that stand at their default are left out of the body, and a default is always
    null, false, empty or zero. No field is a float. Frozen values make no circles, so nobody looks for any among them.
    """

    id: str
    """26 lower-case base32 characters, a hash of the noun's natural key."""


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A value inside a noun."""


def body(noun: Struct) -> bytes:
    """Canonical JSON: the bytes of RFC 8785 (sorted ASCII keys; integers, strings, booleans). Raises `BadBody`."""
    try:
        return _encoder.encode(noun)
    except UnicodeEncodeError as error:
        raise BadBody(f"a text in this {type(noun).__name__} is no Unicode ({error.reason}): write it again") from error
    except ValueError as error:
        raise BadBody(f"a number in this {type(noun).__name__} cannot be written: {error}") from error


def kind_of(kind: type[Noun]) -> str:
    """The name of a kind of noun, its tag without the version: ``message``."""
    return str(kind.__struct_config__.tag).partition("/")[0]


@cache
def _decoder(kind: type[N]) -> msgspec.json.Decoder[N]:
    """One strict decoder for each kind."""
    return msgspec.json.Decoder(kind, strict=True)


def read(raw: bytes, kind: type[N]) -> N:
    """The noun of a body, of its version today or an older one, checked strictly. Raises `BadBody`."""
    try:
        found: N = _decoder(kind).decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        older = _older(raw, kind)
        if older is None:
            raise BadBody(f"these bytes are no {kind.__name__}: {error}") from error
        return older
    return found


def read_each(rows: Iterable[tuple[bytes]], kind: type[N]) -> Iterator[N]:
    """The same of many rows, each of one body."""
    decode = _decoder(kind).decode
    for (raw,) in rows:
        try:
            found = decode(raw)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            found = read(raw, kind)
        yield found


def _older(raw: bytes, kind: type[N]) -> N | None:
    """The noun of a body that an earlier version wrote, null for any other."""
    try:
        fields = renewed(raw)
        return None if fields is None else msgspec.convert(fields, kind, strict=True)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadBody(f"these bytes are no {kind.__name__} of an earlier version: {error}") from error
