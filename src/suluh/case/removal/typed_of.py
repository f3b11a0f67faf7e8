# SPDX-License-Identifier: Apache-2.0
"""What officers typed of an exhibit: it stays when the exhibit is removed, so that whoever removes it is told of it."""

from collections.abc import Iterator
from urllib.parse import unquote

from suluh.model.body import Noun
from suluh.model.deeds.typed import TYPED
from suluh.model.dossier.entered import Entered, fields_of
from suluh.model.talk import is_named_only
from suluh.store.rows import Rows


def typed_of(rows: Rows, label: str) -> tuple[str, ...]:
    """The codes of all that names an exhibit, a place in it, or an account that it alone can name; by kind."""
    found = ((one.code, _texts(one, kind)) for kind in TYPED for one in rows.nouns(kind))
    return tuple(dict.fromkeys(code for code, texts in found if any(_is_of(text, label) for text in texts)))


def _texts(one: Noun, kind: type[Entered]) -> Iterator[str]:
    for field in fields_of(kind):
        said = getattr(one, field.name)
        yield from said if isinstance(said, tuple) else (said,) if isinstance(said, str) else ()


def _is_of(text: str, label: str) -> bool:
    is_inside = text == label or text.startswith((f"{label}/", f"{label}:"))
    return is_inside or (is_named_only(text) and unquote(text.split("/")[1]) == label)
