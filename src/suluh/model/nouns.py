# SPDX-License-Identifier: Apache-2.0
"""The register of all nouns: what store, workers, JSON and docs read."""

from collections.abc import Iterator

import msgspec

from suluh.model import intake, matching, people, talk, trade
from suluh.model.after import beyond, sharing
from suluh.model.body import Noun, kind_of, read
from suluh.model.dossier import care, charges, exhibits, law, papers, partner
from suluh.model.errors import BadBody

MODULES = (intake, matching, talk, trade, people, beyond, sharing, papers, exhibits, charges, care, partner, law)
"""Where nouns are defined, in the order of the line."""


def _kinds(base: type[Noun]) -> Iterator[type[Noun]]:
    """Every noun that extends another, but those that others extend."""
    for kind in base.__subclasses__():
        yield from _kinds(kind) if kind.__subclasses__() else (kind,)


KINDS: dict[str, type[Noun]] = {kind_of(kind): kind for kind in sorted(_kinds(Noun), key=kind_of)}
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
