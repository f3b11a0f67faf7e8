# SPDX-License-Identifier: Apache-2.0
"""What a paper rests on, row by row with the digest of each, and which of these changed since it was frozen.

1. A paper rests on the rows that it says something of: D1 on what was typed of its dossier and on the annexes that it
   lists, D2 on the exhibits and how they were examined, D3 to D5 on one person's deals, lines, links and answers. Any
   other paper rests on all of the dossier.
2. It no longer agrees when one of these changed or is gone, or when one came that it would have said something of.
3. A question that came later, and its answer, change nothing of what was said before.
"""

import hashlib
from collections.abc import Iterable

from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.rows import RowsOf
from suluh.model.body import body
from suluh.model.dossier.charges import Rested, Written

RULE = "1"
"""By what a paper is known that was frozen by these rules; one without it rests on the whole dossier."""

LATER = frozenset({"request", "requestitem", "answer"})
"""Kinds of which a later one changes nothing."""

PERSON = "person"
"""The kind of row that says who stands under a code."""


class Rests:
    """What the papers of one dossier rest on; what several of them share is looked up once."""

    def __init__(self, brief: Brief) -> None:
        self._brief, self._rows = brief, RowsOf(brief)

    def of(self, form: str, persons: Iterable[str]) -> tuple[Rested, ...]:
        """Every row that a paper rests on, by kind and name; `persons` are the codes of whom it is about."""
        found = {(one.kind, one.name): one for one in self._rows.of(form, tuple(persons))}
        return tuple(found[key] for key in sorted(found))

    def changed(self, written: Written) -> tuple[str, ...]:
        """The rows that a frozen paper rests on and that changed, came or went since, as lists show them."""
        then = {(one.kind, one.name): one.digest for one in written.rows}
        form = written.form if written.rule == RULE else ""
        rows = self.of(form, (name for kind, name in then if kind == PERSON))
        now = {(one.kind, one.name): one.digest for one in rows}
        late = {key for key in now.keys() - then.keys() if key[0] in LATER} if written.rule else set()
        wrong = sorted(key for key in (now.keys() | then.keys()) - late if now.get(key) != then.get(key))
        return tuple(self._brief.shown(f"{kind} {name}") for kind, name in wrong)


def digest_of_rows(rows: Iterable[Rested]) -> str:
    """The digest of such a list."""
    told = b"\n".join(body(one) for one in rows)
    return hashlib.sha256(told).hexdigest()
