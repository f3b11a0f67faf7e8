# SPDX-License-Identifier: Apache-2.0
"""Refuses a note for support that names somebody: what officers type goes out as they typed it, or not at all."""

import re
from collections.abc import Iterable, Iterator

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.gate.children import unnamed_accounts
from suluh.case.gate.marks import Marks
from suluh.case.gate.veil import Veil, names_of
from suluh.case.typed.vault import recognised
from suluh.model.dossier.care import Identity, SupportNote
from suluh.model.errors import Misuse, NotAllowed

TYPED = ("why", "needs", "contact", "language")
SHORTEST = 3
_HASH = re.compile(r"\b[0-9a-fA-F]{32,}\b")
_WORD = re.compile(r"[^\W\d_]+")


class Clean:
    """What tells names, numbers and hashes in what officers typed: made once for all texts of a paper."""

    def __init__(self, case: Case) -> None:
        accounts = unnamed_accounts(case)
        self._veil, self._words = Veil(accounts, names_of(case, accounts)), _words(case)
        self._marks = tuple(_in_vault(case))

    def check_note(self, note: SupportNote) -> None:
        """Raise `Misuse` that says which field of a note holds a name or a hash, and never which name."""
        for field in TYPED:
            if self._is_named(getattr(note, field) or ""):
                raise Misuse(
                    f"{field} of {note.code} holds a name, a number of somebody protected or a hash: say it without, "
                    f"with `suluh care CASE note --corrects {note.code} --{field}`"
                )

    def check_papers(self, lines: Iterable[str | None]) -> None:
        """Raise `Misuse` where the number of a paper that is named holds a name or a hash."""
        if any(self._is_named(line or "") for line in lines):
            raise Misuse(
                "the number of a paper that would be named here holds a name, a number of somebody protected or a "
                "hash: correct it with `suluh paper CASE add --corrects CODE --number`"
            )

    def _is_named(self, text: str) -> bool:
        is_named = self._veil.text(text) != text or not self._words.isdisjoint(_parts(text))
        is_named = is_named or any(one.any_in(text) for one in self._marks)
        return is_named or _HASH.search(text) is not None


def _words(case: Case) -> set[str]:
    """Every word of the names that papers give to persons of the case in the clear."""
    named = (one.name for one in typed(case.rows, Identity) if one.name)
    return {word for name in named for word in _parts(name) if len(word) >= SHORTEST}


def _in_vault(case: Case) -> Iterator[Marks]:
    for one in typed(case.rows, Identity):
        try:
            yield from recognised(case, one)
        except NotAllowed:
            continue  # `knowing.sealed_from` says so


def _parts(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
