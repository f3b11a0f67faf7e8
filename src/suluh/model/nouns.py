# SPDX-License-Identifier: Apache-2.0
"""The register of all nouns: what store, workers, JSON and docs read."""

import msgspec

from suluh.model import intake, matching, people, talk, trade
from suluh.model.after import beyond, sharing
from suluh.model.body import Noun, kind_of, read
from suluh.model.errors import BadBody

MODULES = (intake, matching, talk, trade, people, beyond, sharing)
"""Where nouns are defined, in the order of the line."""

KINDS: dict[str, type[Noun]] = {kind_of(kind): kind for kind in sorted(Noun.__subclasses__(), key=kind_of)}
"""Every noun by the name of its kind."""


class _Tag(msgspec.Struct):
    noun: str


def noun(raw: bytes) -> Noun:
    """The noun of a body of any registered kind. Raises `BadBody`."""
    try:
        tag = msgspec.json.decode(raw, type=_Tag).noun
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadBody(f"these bytes are no noun: {error}") from error
    kind = KINDS.get(tag.partition("/")[0])
    if kind is None:
        raise BadBody(f"no noun is called {tag}: the case may be of a newer Suluh")
    return read(raw, kind)
