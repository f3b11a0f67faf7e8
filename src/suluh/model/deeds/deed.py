# SPDX-License-Identifier: Apache-2.0
"""What a word of the ledger is: who may enter it, which nouns it writes, per what, and what it may replace."""

import re
from typing import Literal, NamedTuple

from suluh.model.body import Noun
from suluh.model.deeds.rights import RIGHTS
from suluh.model.people import Access

Per = Literal["case", "file", "acquisition", "correction"]
Replaces = Literal["never", "own", "corrected", "entered"]

UNITS: dict[Per, frozenset[str]] = {
    "case": frozenset({"case"}),
    "file": frozenset({"files", "waiting"}),
    "acquisition": frozenset({"files"}),
    "correction": frozenset({"corrected"}),
}
"""Under which units a step may write: it names one as its object. One over acquisitions also names the id of each."""


IS_ID = re.compile("[a-z2-7]{26}")


class Said(NamedTuple):
    """One thing in both languages, for whatever is read outside the desk's catalogues as well."""

    english: str
    indonesian: str


class Deed(NamedTuple):
    """One word of the ledger, and all that an entry of it may do."""

    word: str
    form: Literal["act", "look", "step"]
    rights: tuple[str, ...]
    """Whoever has one of these may enter it."""

    writes: tuple[type[Noun], ...] = ()
    per: Per = "case"
    replaces: Replaces = "never"
    """``own``: its own rows, worked out anew; ``corrected``: its own rows, if a correction was entered since;
    ``entered``: what officers entered of the exhibit that it names as its object, and what they decided.
    """

    called: Said | None = None
    """What a screen calls a step of the line."""

    does: Said | None = None
    """What a step of the line does, in one sentence: packages say it to those who answer for the result."""

    @property
    def by(self) -> frozenset[Access]:
        """Who may enter it."""
        return frozenset().union(*(RIGHTS[right] for right in self.rights))

    def is_of(self, unit: str) -> bool:
        """Whether a step may name this unit as what it worked on; acts and looks name anything."""
        is_own = self.per == "acquisition" and IS_ID.fullmatch(unit) is not None
        return self.form != "step" or is_own or unit in UNITS[self.per]
