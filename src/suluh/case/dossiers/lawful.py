# SPDX-License-Identifier: Apache-2.0
"""Rows of law: whether one was in force, and whether two officers checked what it says now."""

from suluh.case.case import Case
from suluh.case.clocks.checked import checked
from suluh.case.dossiers.brief import Brief
from suluh.case.papers.places import TO
from suluh.model.dossier.charges import Charge
from suluh.model.dossier.law import LawRow


def is_checked(case: Case, row: LawRow) -> bool:
    """Whether enough officers checked the row as it stands, by the rule that the clocks go by."""
    return row.code in checked(case.rows)


def was_in_force(row: LawRow, charge: Charge) -> bool:
    """Whether a row held on every day of a deed; one that does not say from when did not."""
    begins = row.in_force_from is not None and row.in_force_from <= charge.deed_from
    return begins and (row.in_force_to is None or row.in_force_to >= charge.deed_to)


def named(brief: Brief, charge: Charge) -> str:
    """The law and article of a charge, with its days where another charge of the dossier is by the same."""
    law = law_of(brief, charge)
    is_twice = sum(law_of(brief, one) == law for one in brief.charges) > 1
    return f"{law} ({days(charge)})" if is_twice else law


def days(charge: Charge) -> str:
    """The first and the last day of a deed."""
    return f"{charge.deed_from} {TO} {charge.deed_to}"


def law_of(brief: Brief, charge: Charge) -> str:
    """The law and article that a charge names."""
    row = brief.law.get(charge.law)
    return charge.law if row is None else f"{row.law} {row.article}"
