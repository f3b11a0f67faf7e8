# SPDX-License-Identifier: Apache-2.0
"""What the case knows of somebody under their code: roles with days, papers, duties; and whom the vault is shut to."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.gate.viewer import views
from suluh.case.sharing.sheets import paper_line
from suluh.case.typed.vault import can_tell
from suluh.model.dossier.care import Identity, SupportNote
from suluh.model.people import Decision, Person
from suluh.model.rules.children import child_of
from suluh.referral.papers.beside.support import Known
from suluh.referral.papers.known import Both

DUTIES = "duties"


def known(case: Case, note: SupportNote) -> Known:
    """What stands beside a note for support."""
    identities = [one for one in typed(case.rows, Identity) if one.person == note.person]
    codes = dict.fromkeys(filter(None, (*(one.paper for one in identities), note.told, note.victim_before)))
    return Known(
        roles=tuple(dict.fromkeys(_roles(case, identities))),
        papers=tuple((code, paper_line(case, code) or "") for code in codes),
        victim_before=paper_line(case, note.victim_before),
        told=paper_line(case, note.told),
        duties=tuple(_duties(case, {note.person, note.code, *(one.code for one in identities)})),
    )


def sealed_from(case: Case) -> tuple[str, ...]:
    """A sentence where the vault holds names that were not sealed for the acting officer."""
    code = case.acting.key.code
    shut = [one.code for one in typed(case.rows, Identity) if not can_tell(case, one)]
    if not shut:
        return ()
    return (f"{', '.join(shut)} was not sealed for {code}: see yourself that the note holds none of these names",)


def _roles(case: Case, identities: list[Identity]) -> Iterator[tuple[str, str | None, str | None]]:
    """Each role or status of a child that officers gave to an account of this person, or to one joined with it."""
    own = {account for one in identities for account in one.accounts}
    own.update(name for one in case.nouns(Person) if own & set(one.accounts) for name in one.accounts)
    for decision in sorted(case.nouns(Decision), key=lambda one: one.order):
        kind = child_of(decision.right) if decision.act in {"role", "status"} else None
        if kind is not None and decision.left in own:
            yield kind, decision.valid_from, decision.valid_to


def _duties(case: Case, codes: set[str]) -> Iterator[tuple[Both, str, str]]:
    """Law with what it asks, day and state of each duty that is about this person, where the case lists duties."""
    view = views().get(DUTIES)
    for row in () if view is None else view.rows(case):
        about = row["about"]
        named = {str(row["event"]), *(about if isinstance(about, list | tuple) else ())}
        if codes & named:
            law = " ".join(str(row[name]) for name in ("law", "article") if row[name])
            asks = Both(f"{law}: {row['duty_id']}", f"{law}: {row['duty']}")
            yield asks, str(row["due"] or "")[:10], str(row["state"])
