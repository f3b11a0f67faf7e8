# SPDX-License-Identifier: Apache-2.0
"""Whether a defendant was under age at the deed, as far as the case can tell."""

from datetime import date

from suluh.case.dossiers.brief import Brief
from suluh.case.gate.children import children_of
from suluh.model.dossier.charges import Defendant

OF_AGE = 18


def is_under_age(brief: Brief, one: Defendant) -> bool:
    """Whether a defendant was, or may have been, under age at the first day of a deed."""
    if not children_of(brief.case).isdisjoint(one.accounts):
        return True
    births = [who.birth for who in brief.identities if who.code == one.identity and who.birth]
    deeds = [charge.deed_from for charge in brief.charges if charge.defendant == one.code]
    return any(is_younger(birth, deed, OF_AGE) for birth in births for deed in deeds)


def is_younger(birth: str, day: str, years: int) -> bool:
    """Whether somebody of a day of birth had not turned so old on a day; a birth that is no day tells nothing."""
    try:
        born, then = date.fromisoformat(birth), date.fromisoformat(day)
    except ValueError:
        return False
    return then.year - born.year - ((then.month, then.day) < (born.month, born.day)) < years
