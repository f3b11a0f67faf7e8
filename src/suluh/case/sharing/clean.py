# SPDX-License-Identifier: Apache-2.0
"""Refuses a note for support that names somebody: what officers type goes out as they typed it, or not at all."""

import re
from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.gate.children import protected_accounts
from suluh.case.gate.veil import Veil, names_of
from suluh.case.typed.vault import opened
from suluh.model.dossier.care import Identity, SupportNote
from suluh.model.errors import Misuse, NotAllowed

TYPED = ("why", "needs", "contact", "language")
SHORTEST = 3
_HASH = re.compile(r"\b[0-9a-fA-F]{32,}\b")
_WORD = re.compile(r"[^\W\d_]+")


def check_clean(case: Case, note: SupportNote) -> None:
    """Raise `Misuse` that says which field of a note holds a name or a hash, and never which."""
    accounts = protected_accounts(case)
    veil, words = Veil(accounts, names_of(case, accounts)), _words(case)
    for field in TYPED:
        text = getattr(note, field) or ""
        is_named = veil.text(text) != text or not words.isdisjoint(_parts(text))
        if is_named or _HASH.search(text):
            raise Misuse(
                f"{field} of {note.code} holds a name, a number of somebody protected or a hash: say it without, with "
                f"`suluh care CASE note --corrects {note.code} --{field}`"
            )


def _words(case: Case) -> set[str]:
    """Every word of the names that papers give to persons of the case, those in the vault as far as it opens."""
    return {word for name in _names(case) for word in _parts(name) if len(word) >= SHORTEST}


def _names(case: Case) -> Iterator[str]:
    for one in typed(case.rows, Identity):
        try:
            name = opened(case, one).name if one.sealed else one.name
        except NotAllowed:
            name = None  # `knowing.sealed_from` says so
        if name:
            yield name


def _parts(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
