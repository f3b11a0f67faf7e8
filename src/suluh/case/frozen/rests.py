# SPDX-License-Identifier: Apache-2.0
"""What a paper rests on, row by row with the digest of each, and which of these changed since it was frozen.

1. A paper rests on the rows that it says something of: D1 on what was typed of its dossier and on the annexes that it
   lists, D2 on the exhibits and how they were examined, D3 to D5 on one person's deals, lines, links and answers. Any
   other paper rests on all of the dossier, D6 and D7 also on who is protected in the case.
2. It no longer agrees when one of these changed or is gone, or when one came that it would have said something of.
3. A question that came later, and its answer, change nothing of what was said before.
4. It no longer agrees either when somebody whom it names stands under another code or under none any more, when more of
   it would be withheld, or when another version of the program would make it.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping

from suluh import __version__
from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.rested import digest_of
from suluh.case.frozen.rows import CARE, NEW, RowsOf
from suluh.model.body import body
from suluh.model.dossier.charges import Rested, Written

RULE = "2"
"""By what a paper is known that was frozen by these rules; one without any rests on the whole dossier."""

BEFORE = "1"
"""The rule of papers that were frozen before codes, what is withheld and the version were among their rows."""

PROGRAM = "program"
"""The kind of row that says which version of the program made a paper."""

MADE = frozenset({"D1", "D2", "D3", "D4", "D5"})
"""Papers that the program makes whole; any other an officer wrote, whatever version keeps it."""

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
        if form in MADE | CARE:
            found[PROGRAM, __version__] = Rested(kind=PROGRAM, name=__version__, digest=digest_of(__version__))
        return tuple(found[key] for key in sorted(found))

    def changed(self, written: Written) -> tuple[str, ...]:
        """The rows that a frozen paper rests on and that changed, came or went since, as lists show them.

        A paper of an earlier rule names the version of the program alone of what that rule did not hold. For an officer
        who may not know whose names are left out, what is withheld is not compared; where nobody unlocked a key and
        accounts are under guard, nothing is but the version.
        """
        then = {(one.kind, one.name): one.digest for one in written.rows}
        form = written.form if written.rule in {RULE, BEFORE} else ""
        rows = self.of(form, (name for kind, name in then if kind == PERSON))
        now = {(one.kind, one.name): one.digest for one in rows}
        if written.rule != RULE:
            now = _without(now, NEW)
            now |= {(PROGRAM, __version__): ""} if written.form in MADE | CARE else {}
        if not self._rows.can_tell:
            now, then = (_without(one, NEW - {PROGRAM}) for one in (now, then))
        if not self._rows.is_told:
            now, then = (_without(one, {key[0] for key in one} - {PROGRAM}) for one in (now, then))
        late = {key for key in now.keys() - then.keys() if key[0] in LATER} if written.rule else set()
        wrong = sorted(key for key in (now.keys() | then.keys()) - late if now.get(key) != then.get(key))
        return tuple(self._brief.shown(f"{kind} {name}") for kind, name in wrong)


def _without(rows: Mapping[tuple[str, str], str], kinds: Collection[str]) -> dict[tuple[str, str], str]:
    """Rows but those of some kinds."""
    return {key: digest for key, digest in rows.items() if key[0] not in kinds}


def digest_of_rows(rows: Iterable[Rested]) -> str:
    """The digest of such a list."""
    told = b"\n".join(body(one) for one in rows)
    return hashlib.sha256(told).hexdigest()
