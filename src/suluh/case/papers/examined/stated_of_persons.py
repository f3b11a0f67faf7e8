# SPDX-License-Identifier: Apache-2.0
"""What officers entered of persons without deciding on a link: own accounts of exhibits, identities, defendants.

Of a child an account stands by its service alone; of whoever is under guard nothing stands, and no name of anybody.
"""

from collections.abc import Iterator
from typing import NamedTuple

from suluh.case.corrections.standing_papers import typed
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.matrix import code_of
from suluh.case.papers.examined.decided import Decided
from suluh.case.papers.material import Material
from suluh.model.dossier.care import Identity
from suluh.model.dossier.papers import Paper
from suluh.referral.papers.kinds import gives_status, numbered
from suluh.referral.papers.report import Rows
from suluh.referral.papers.values import Both, Cell, Listed
from suluh.referral.papers.words import done

NOBODY_NAMED = Both("no account is named", "tidak ada akun yang disebut")
NO_PAPER = Both("no paper is named", "tidak ada surat yang disebut")


class _Said(NamedTuple):
    """One statement, by when it was entered."""

    at: str
    row: tuple[Cell, ...]


def stated(material: Material, brief: Brief | None) -> Rows:
    """What was entered, about whom, by which paper, and by whom; of a dossier its own defendants alone."""
    found = [*_exhibits(material), *_identities(material), *_defendants(material, brief)]
    return tuple(one.row for one in sorted(found, key=lambda one: one.at))


def _exhibits(material: Material) -> Iterator[_Said]:
    hidden, decided = material.parties.hidden.accounts, Decided(material)
    for one in material.exhibits:
        own = tuple(decided.account(name) for name in one.accounts if name not in hidden)
        if own:
            what = Both(f"as own accounts of {one.label}", f"sebagai akun milik {one.label}")
            yield _Said(one.at or "", (what, Listed(own), None, done(one.by or "\u2014", one.at)))


def _identities(material: Material) -> Iterator[_Said]:
    hidden, decided = material.parties.hidden.accounts, Decided(material)
    for one in typed(material.case.rows, Identity):
        if not hidden.isdisjoint(one.accounts):
            continue
        about = tuple(map(decided.account, one.accounts)) or (NOBODY_NAMED,)
        what = Both("who holds these accounts", "siapa pemegang akun ini")
        yield _Said(one.at, (what, Listed(about), _paper(material, one.paper) or one.paper, done(one.by, one.at)))


def _defendants(material: Material, brief: Brief | None) -> Iterator[_Said]:
    parties = material.parties
    for dossier in (brief,) if brief else Brief.every(material.case):
        for one in dossier.defendants:
            if not parties.hidden.accounts.isdisjoint(one.accounts):
                continue
            paper = dossier.papers.get(one.status_paper or "")
            by = gives_status(paper.kind, paper.number) if paper else NO_PAPER
            what = Both("that a dossier is about this person", "bahwa suatu berkas adalah tentang orang ini")
            yield _Said(one.at, (what, code_of(dossier, one, parties), by, done(one.by, one.at)))


def _paper(material: Material, code: str) -> Both | None:
    found = next((one for one in typed(material.case.rows, Paper) if one.code == code), None)
    return numbered(found.kind, found.number) if found else None
