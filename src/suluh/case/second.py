# SPDX-License-Identifier: Apache-2.0
"""What becomes of a second noun under the id of another: a flaw where files gave it, else an error."""

from collections.abc import Iterable
from typing import NoReturn

from suluh.model.body import Noun, body, kind_of
from suluh.model.errors import CaseIsDamaged, TwoUnderOneId
from suluh.model.ids import make_id
from suluh.model.intake import Content, File, Flaw, Outcome, place_of
from suluh.model.matching import Fingerprint, MediaFacts
from suluh.model.place import Place
from suluh.store.rows import Rows

LONGEST_RAW = 500
"""Characters of the text of a record that is left out: its flaw keeps them."""

_SECOND, _WAS_LEFT = "a second ", " under the id of another was left out:"


def is_left_out(flaw: Flaw, kinds: Iterable[type[Noun]]) -> bool:
    """Whether a flaw stands for a noun of some kinds that was left out, for another has its id."""
    return flaw.reason.startswith(tuple(f"{_SECOND}{kind_of(kind)}{_WAS_LEFT}" for kind in kinds))


def refused(_: Noun, second: Noun) -> NoReturn:
    """Raise `TwoUnderOneId`: a step or an officer's act never gives two."""
    raise TwoUnderOneId(
        f"two different nouns of the kind {kind_of(type(second))} have the id {second.id}: nothing was kept; "
        "this is a fault of the program, report it with the number of this version"
    )


class LeftOut:
    """Makes flaws of what was found in files and left out."""

    def __init__(self, rows: Rows, step: str) -> None:
        self._rows, self._step = rows, step

    def flaw(self, first: Noun, second: Noun) -> Flaw:
        """The flaw of a second noun, at its place; it names the place of the first."""
        kind, place, other = kind_of(type(second)), self._place(second), self._place(first)
        reason = f"{_SECOND}{kind}{_WAS_LEFT} it stands at {_words(place)}"
        if place != other:
            reason += f", the first at {_words(other)}"
        identity = make_id("flaw", "second", kind, second.id, body(second))
        said = getattr(second, "text", None)
        raw = None if not said else said[:LONGEST_RAW]
        return Flaw(id=identity, step=self._step, reason=reason, place=place, raw=raw)

    def _place(self, noun: Noun) -> Place:
        """Where a noun was found."""
        if isinstance(noun, File):
            return place_of(noun)
        if isinstance(noun, Content | Outcome):
            return self._of_file([noun.file])
        if isinstance(noun, Fingerprint | MediaFacts):
            copies = self._rows.by_column(Content, "sha256", [noun.sha256])
            return self._of_file(sorted(one.file for one in copies)[:1])
        place = getattr(noun, "place", None)
        if not isinstance(place, Place):
            refused(noun, noun)
        return place

    def _of_file(self, files: Iterable[str]) -> Place:
        for file in self._rows.by_column(File, "id", files):
            return place_of(file)
        raise CaseIsDamaged("the case holds a record of a file that it does not list: run `suluh verify`")


def _words(place: Place) -> str:
    """A place on one line."""
    path = f"{place.inside}!/{place.path}" if place.inside else place.path
    at = [place.sheet, place.page and f"page {place.page}", place.line or place.row or place.pointer]
    said = ", ".join(str(one) for one in at if one)
    return f"{place.exhibit}/{place.acquisition} {path}" + (f" ({said})" if said else "")
