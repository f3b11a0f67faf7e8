# SPDX-License-Identifier: Apache-2.0
"""The closed lists of roles and legal statuses that officers give; software gives none of them.

A role is by conduct and no finding of guilt. A legal status stands only where a paper gives it. Each word has the code
under which it is kept, and how English and Indonesian say it; an officer may write any of the three.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from suluh.model.errors import Misuse


class Word(NamedTuple):
    """One word of a list in both languages."""

    english: str
    indonesian: str


ROLES: Mapping[str, Word] = {
    "seller": Word("Seller", "Penjual"),
    "buyer": Word("Buyer", "Pembeli"),
    "intermediary": Word("Go-between", "Perantara"),
    "producer": Word("Producer", "Pembuat materi"),
    "child": Word("Child", "Anak"),
    "child_victim": Word("Child victim", "Anak korban"),
    "survivor": Word("Survivor", "Penyintas"),
    "child_witness": Word("Child witness", "Anak saksi"),
    "child_in_conflict": Word("Child in conflict with the law", "Anak yang berkonflik dengan hukum"),
    "harmful_behaviour": Word(
        "Child who displayed harmful sexual behaviour", "Anak dengan perilaku seksual yang merugikan"
    ),
}

STATUSES: Mapping[str, Word] = {
    "reporter": Word("Reporter", "Pelapor"),
    "reported_person": Word("Reported person", "Terlapor"),
    "witness": Word("Witness", "Saksi"),
    "victim": Word("Victim", "Korban"),
    "expert": Word("Expert", "Ahli"),
    "suspect": Word("Suspect", "Tersangka"),
    "wanted": Word("Wanted", "DPO"),
    "accused": Word("Accused", "Terdakwa"),
    "convicted": Word("Convicted", "Terpidana"),
    "child_in_conflict": Word("Child in conflict with the law", "Anak"),
    "child_victim": Word("Child victim", "Anak korban"),
    "child_witness": Word("Child witness", "Anak saksi"),
}


def role_named(text: str) -> str:
    """The code of a role in either language. Raises `Misuse` that names the nearest."""
    return _named(text, ROLES, "role")


def status_named(text: str) -> str:
    """The code of a legal status in either language. Raises `Misuse` that names the nearest."""
    return _named(text, STATUSES, "legal status")


def _named(text: str, words: Mapping[str, Word], what: str) -> str:
    known = {_plain(one): code for code, word in words.items() for one in _forms(code, word)}
    plain = _plain(text)
    if plain in known:
        return known[plain]
    near = dict.fromkeys(known[one] for one in get_close_matches(plain, known, n=3, cutoff=0.6))
    meant = f"did you mean {' or '.join(near)}? It" if near else "it"
    listed = ", ".join(f"{code} ({word.indonesian})" for code, word in words.items())
    raise Misuse(f"{text!r} is no {what}: {meant} is one of {listed}")


def _forms(code: str, word: Word) -> Iterator[str]:
    yield code
    yield from word


def _plain(text: str) -> str:
    """A word as it is compared: small, with one kind of gap."""
    return "_".join(text.casefold().replace("_", " ").replace("-", " ").split())
