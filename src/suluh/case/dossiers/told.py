# SPDX-License-Identifier: Apache-2.0
"""Finds in texts what would tell of a child: its name, its birth, its school, the path of its picture."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from suluh.case.case import Case
from suluh.case.dossiers.listed import any_of, shipped
from suluh.case.gate.children import unnamed_accounts
from suluh.case.gate.marks import Marks
from suluh.case.gate.veil import names_of
from suluh.case.typed.vault import recognised
from suluh.model.deeds.deed import Said
from suluh.model.dossier.care import Identity
from suluh.model.errors import NotAllowed

SHORTEST = 3
"""Letters of a name that is looked for; a shorter one stands in every text."""

NAMED = Said("The name of a child stands there.", "Ada nama anak.")
BORN = Said("The day on which a child was born stands there.", "Ada tanggal lahir anak.")


class Tells:
    """What of children must stand in no text of a dossier, and in no message that a paper prints."""

    def __init__(self, case: Case, identities: Iterable[Identity]) -> None:
        self._case, self._identities = case, tuple(identities)
        self.is_whole = True
        """Whether this officer can tell the names in the vault, so that they were compared as well."""

        self._patterns = [
            (re.compile(row["pattern"], re.IGNORECASE), Said(row["what_en"], row["what_id"]))
            for row in shipped("telling")
        ]
        self._names, self._marks = self._known

    @cached_property
    def _known(self) -> tuple[re.Pattern[str] | None, tuple[Marks, ...]]:
        """The names of children that records have as one pattern, and the marks of what the vault holds."""
        case = self._case
        told = names_of(case, unnamed_accounts(case))
        names = sorted({one.strip() for one in told if len(one.strip()) >= SHORTEST})
        return any_of(names) if names else None, tuple(self._in_vault())

    def _in_vault(self) -> Iterator[Marks]:
        sealed = [one for one in self._identities if one.vault and (one.sealed or one.locked)]
        for one in sealed if self._case.access is not None else ():
            try:
                yield from recognised(self._case, one)
            except NotAllowed:
                self.is_whole = False
        self.is_whole = self.is_whole and not (sealed and self._case.access is None)

    def of(self, text: str) -> Iterator[Said]:
        """What a text tells."""
        told = {one.what for one in self._marks if one.whole_in(text)}
        if "name" in told or (self._names is not None and self._names.search(text)):
            yield NAMED
        if "birth" in told:
            yield BORN
        yield from (said for pattern, said in self._patterns if pattern.search(text))
