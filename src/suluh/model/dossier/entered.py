# SPDX-License-Identifier: Apache-2.0
"""What every noun is that an officer types, and what its fields say of themselves."""

import re
from functools import cache
from typing import Annotated, Literal, NamedTuple, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from suluh.model.body import Noun

Form = Literal["text", "word", "day", "moment", "digest", "number", "person", "name"]
"""How a field is written: words that may name somebody, a word that names nobody, a day, a moment with its zone.

A `person` is the code that stands for somebody, and never their name; a `name` is what names or finds somebody.
"""

Of = Literal[
    "exhibit",
    "any-exhibit",
    "account",
    "deal",
    "message",
    "payment",
    "content",
    "fact",
    "subject",
    "event",
    "named",
    "place",
    "entered",
]
"""What a field names: it must be there when it is entered; `any-exhibit` may be sealed or removed by then.

A `subject` is an account or a deal. What is `named` is an exhibit, a paper that allows the work, a package, or what has
a code; a `place` is a content, a file of an exhibit, or a fact.
"""


def says(meaning: str, form: Form = "text", *, of: Of | str = "") -> Meta:
    """What a field means, for help and schema; how it is written; and what it names, if it names something.

    `of` is a kind of noun that an officer typed, whose code it then is, or one of `Of`.
    """
    return Meta(description=meaning, extra={"form": form, "of": of})


Day = Annotated[str, says("A day, as 2026-09-30.", "day")]


class Entered(Noun, frozen=True, kw_only=True):
    """What an officer typed, under a code of its own; a later one may stand in its place, and both are kept."""

    code: Annotated[str, says("By what it is named in this case.", "word")]
    withdrawn: Annotated[bool, says("Whether it was entered by mistake, and counts no more.", "word")] = False
    corrects: Annotated[str | None, says("Id of the one in whose place it stands.", "word")] = None
    reason: Annotated[str | None, says("Why it was corrected.")] = None
    at: Annotated[str, says("When it was entered.", "moment")]
    by: Annotated[str, says("Who entered it.", "word")]


SEALING = frozenset({"sealed", "locked", "marks", "keys"})
"""Fields that the vault fills, and that nobody types."""

OWN = frozenset({"id", "code", "withdrawn", "corrects", "reason", "at", "by"})
"""Fields that every one of them has, and that are not typed as its own."""


class Field(NamedTuple):
    """One field that an officer types."""

    name: str
    meaning: str
    form: Form
    of: str
    choices: tuple[str, ...]
    """The words that it may be, empty for any."""

    is_needed: bool
    is_many: bool
    is_question: bool
    """Whether it is yes or no."""


@cache
def fields_of(kind: type[Entered]) -> tuple[Field, ...]:
    """The fields of a kind that an officer types, in their order."""
    hints = get_type_hints(kind, include_extras=True)
    needed = {one.name for one in msgspec.structs.fields(kind) if one.required}
    return tuple(
        _field(name, hints[name], name in needed) for name in kind.__struct_fields__ if name not in OWN | SEALING
    )


def _field(name: str, hint: object, is_needed: bool) -> Field:  # noqa: FBT001 # one of the facts of a field
    meta = next((one for one in getattr(hint, "__metadata__", ()) if isinstance(one, Meta)), Meta())
    told = meta.extra or {}
    inner = get_args(hint)[0] if meta.description else hint
    options = [one for one in get_args(inner) if one is not type(None)]
    plain = options[0] if options and type(None) in get_args(inner) else inner
    is_many = get_origin(plain) is tuple
    choices = get_args(plain) if get_origin(plain) is Literal else ()
    form: Form = "word" if choices else told.get("form", "text")
    meaning = meta.description or ""
    return Field(name, meaning, form, told.get("of", ""), choices, is_needed, is_many, plain is bool)


def in_order(code: str) -> tuple[tuple[str, int], ...]:
    """What codes are sorted by: ``paper-2`` comes before ``paper-10``."""
    return tuple((text, int(number or 0)) for text, number in re.findall(r"([^0-9]*)([0-9]*)", code))
