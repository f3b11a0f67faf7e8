# SPDX-License-Identifier: Apache-2.0
"""What files of a device say of the device itself, as facts with their places."""

from collections.abc import Iterator, Mapping

from suluh.model.ids import record_id
from suluh.model.place import Place, at, position
from suluh.model.talk import About, Trait

_NOTHING = frozenset({"", "null", "none", "unknown", "0"})
LONGEST = 300
"""Signs of a value that is kept."""


def trait(place: Place, what: About, value: object, kind: str | None = None) -> Iterator[Trait]:
    """A fact, where the record holds one."""
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if text.casefold() in _NOTHING:
        return
    word = f"{position('trait', place)}:{what}:{kind or ''}"
    yield Trait(
        id=record_id("trait", place.file, word),
        what=what,
        value=text[:LONGEST],
        place=at("trait", place, word),
        kind=kind,
    )


Keys = Mapping[str, About]
"""What the keys of a file mean."""
