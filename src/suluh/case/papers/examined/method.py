# SPDX-License-Identifier: Apache-2.0
"""By which steps and sets the case was worked out, and how whoever doubts it checks that again."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from suluh.case.corrections.standing_papers import hash_sets
from suluh.case.line.line import LINE
from suluh.case.line.step import Derived
from suluh.case.papers.material import Material
from suluh.custody.entry import Entry
from suluh.custody.key import PublicKey
from suluh.model.people import Officer
from suluh.referral.papers.report import NOT_ENTERED, NOT_RUN
from suluh.referral.papers.values import Both, Cell
from suluh.referral.papers.words import done, told

_COMMANDS = (
    (
        "suluh verify CASE",
        Both("checks ledger, rows, checkpoints and keys", "memeriksa buku jejak, baris, titik periksa, dan kunci"),
    ),
    (
        "suluh verify CASE --sources",
        Both("digests every file of the exhibits again", "menghitung ulang hash setiap file barang bukti"),
    ),
    (
        "suluh verify CASE --again",
        Both("works out again what was worked out", "mengerjakan ulang semua hasil perhitungan"),
    ),
    (
        "suluh dossier CASE write DIR",
        Both(
            "writes these papers again, byte for byte where the time is the same",
            "menulis ulang lembar ini, sama setiap byte bila waktunya sama",
        ),
    ),
)
"""How everything is checked again, by whoever has the case."""


@dataclass(frozen=True)
class Method:
    """Of one case."""

    material: Material

    def steps(self) -> Iterator[tuple[Cell, ...]]:
        """Each step: what it does in words, its version, who ended it last and when."""
        last: dict[str, Entry] = {}
        for (word, _), entry in self.material.case.book.finished.items():
            last[word] = max(last.get(word, entry), entry, key=attrgetter("seq"))
        for number, step in enumerate(LINE, 1):
            deed, ended = step.deed, last.get(step.name)
            called = Both(*deed.called) if deed.called else step.name
            does = Both(*deed.does) if deed.does else None
            version = step.version if isinstance(step, Derived) else 1
            yield number, called, does, version, NOT_RUN if ended is None else done(ended.actor, ended.at)

    def sets(self) -> Iterator[tuple[Cell, ...]]:
        """Each hash set: kind, version, entries, digest, who entered it."""
        for one in sorted(hash_sets(self.material.case.rows), key=lambda one: (one.kind, one.name, one.digest)):
            kind = told(one.kind)
            yield one.name, kind, one.version or NOT_ENTERED, str(one.entries), one.digest, done(one.by, one.at)

    def again(self) -> Iterator[Both]:
        """How everything is checked again."""
        for command, does in _COMMANDS:
            yield Both(f"{command}: {does.english}.", f"{command}: {does.indonesian}.")

    def keys(self) -> Iterator[tuple[Cell, ...]]:
        """The officers with the fingerprints of their keys."""
        found: dict[str, Officer] = {}
        for one in sorted(self.material.case.nouns(Officer), key=lambda one: (one.code, one.at or "")):
            if one.ends is None:
                found[one.code] = one
        for code, one in found.items():
            raw = (self.material.case.folder.keys / f"{code}.pub").read_bytes()
            yield code, told(one.access), PublicKey.read(raw).fingerprint, done(one.by, one.at)
