# SPDX-License-Identifier: Apache-2.0
"""Checks a dossier before it is sent: every check in its order, and how far the ledger had grown then."""

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from suluh.case.case import Case
from suluh.case.checks.check import Check, Finding
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.noted import CASE, note_checked, note_verified
from suluh.case.rights import READ, need
from suluh.case.verify.case import verify_case
from suluh.model.errors import BrokenCustody
from suluh.model.times import utc
from suluh.plugins import find

Row = dict[str, object]


class Checked(NamedTuple):
    """What the checks found of one dossier, and when."""

    dossier: str
    findings: tuple[Finding, ...]
    at: str
    size: int
    """How many entries the ledger had."""

    root: str
    """How its root began, in groups of four."""

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What blocks freezing."""
        return tuple(one for one in self.findings if one.severity == "B")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What needs a sentence."""
        return tuple(one for one in self.findings if one.severity == "W")

    @property
    def digest(self) -> str:
        """The digest of what was found, as the ledger keeps it."""
        told = msgspec.json.encode([row_of(self.dossier, one) for one in self.findings], order="sorted")
        return hashlib.sha256(told).hexdigest()


def checks() -> tuple[Check, ...]:
    """Every check, by number."""
    return tuple(kind() for kind in find("suluh.case.checks", Check))


def findings(brief: Brief, among: Iterable[Check] | None = None) -> tuple[Finding, ...]:
    """What the checks find of a dossier, in their order."""
    return tuple(one for check in among or checks() for one in check.findings(brief))


def row_of(dossier: str, one: Finding) -> Row:
    """A finding as lists and scripts have it."""
    return {
        "dossier": dossier,
        "number": one.number,
        "severity": one.severity,
        "asks": one.asks.english,
        "asks_id": one.asks.indonesian,
        "where": one.where,
        "what": one.what.english,
        "what_id": one.what.indonesian,
        "rule": one.rule or None,
        "next": one.next.english,
        "next_id": one.next.indonesian,
    }


def check_dossier(case: Case, code: str) -> Checked:
    """Verify the case, check one dossier, and leave a note of both in the ledger. Raises `UnknownObject`, `NotAllowed`.

    What a verification finds wrong is what check 3 says: the others are looked at all the same.
    """
    need(case, READ)
    brief = Brief.of(case, code)
    seen = case.seen()
    try:
        verify_case(case.folder, unit=case.acting.unit, now=case.acting.now())
    except BrokenCustody as error:
        note_verified(case, CASE, f"rule {error.rule}: {error.where}")
    else:
        note_verified(case, CASE)
    found = Checked(code, findings(brief), utc(case.acting.now()), seen.size, seen.short())
    sums = {"B": str(len(found.blocking)), "W": str(len(found.warnings))}
    note_checked(case, code, {"digest": found.digest, **sums})
    return found
