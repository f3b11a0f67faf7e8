# SPDX-License-Identifier: Apache-2.0
"""Verifies removals by law as far as rows show them: rule 21 of docs/custody.md; and says what was removed."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.corrections.corrected import is_settled
from suluh.case.removal.rested import rested
from suluh.custody.entry import Entry
from suluh.custody.removal import RULE, Removals
from suluh.custody.verify import Ledger
from suluh.model.body import Noun, kind_of
from suluh.model.errors import BrokenCustody
from suluh.model.intake import Acquisition, Exhibit, Removal
from suluh.model.nouns import KINDS
from suluh.store.rows import Rows
from suluh.store.tables import COLUMNS

_LABELS = ("label", "place.exhibit", "exhibit")
"""Query columns that hold the label of an exhibit."""


def check_removed(case: Case, ledger: Ledger) -> tuple[str, ...]:
    """Raise `BrokenCustody` for a removal whose rows say otherwise, or that left something; what was removed."""
    removals, said = ledger.removals, []
    _check_rows(case.rows, removals)
    for label, entry in removals.carried.items():
        left = next(_standing(case.rows, label), None)
        if left is not None and (left in {kind_of(Exhibit), kind_of(Acquisition)} or is_settled(case)):
            where = f"entry {entry.seq}"
            raise BrokenCustody(f"{where} removed {label}, and a {left} of it stands", rule=RULE, where=where)
        said.append(_told(label, entry, ledger))
        if left is not None or any(_lie(case, label)):
            proposal = entry.detail["removes"]
            said.append(f"{label} is not gone yet: start `suluh remove CASE --carry-out {proposal}` again")
    return tuple(said)


def _check_rows(rows: Rows, removals: Removals) -> None:
    """Each row is what its entry says, and each entry has its one row."""
    found = {one.id: one for one in rows.nouns(Removal)}
    wanted: dict[tuple[str | None, str | None], Entry] = {
        **{(name, None): entry for name, entry in removals.proposed.items()},
        **{(None, entry.detail["removes"]): entry for entry in removals.carried.values()},
    }
    told = {(None if one.carries else one.id, one.carries): one for one in found.values()}
    for key, entry in wanted.items():
        one = told.pop(key, None)
        said = None if one is None else (one.exhibit, one.document, one.reason, rows.batch_of(one))
        if entry.count != 1 or said != (entry.object, entry.detail["document"], entry.detail["reason"], entry.seq):
            where = f"entry {entry.seq}"
            raise BrokenCustody(f"{where} has not the one row of the removal that it states", rule=RULE, where=where)
    for one in told.values():
        where = f"removal {one.id}"
        raise BrokenCustody(f"{where} is stated by no entry of its own", rule=RULE, where=where)


def _standing(rows: Rows, label: str) -> Iterator[str]:
    """Kinds of which the case holds a row of an exhibit."""
    for name, kind in sorted(KINDS.items()):
        field = next((one for one in _LABELS if one in COLUMNS[name]), None)
        if field is not None and kind is not Removal and _holds(rows, kind, field, label):
            yield name


def _holds(rows: Rows, kind: type[Noun], field: str, label: str) -> bool:
    return rows.count(kind, {field: label}) > 0


def _lie(case: Case, label: str) -> Iterator[bool]:
    """Whether drafts and packages that rested on an exhibit lie in releases/ still."""
    for removal in case.nouns(Removal, {"exhibit": label}):
        for one in rested(case.rows, removal) if removal.carries else ():
            yield from ((case.folder.releases / f"{how}-{one.draft}").exists() for how in ("draft", "package"))


def _told(label: str, entry: Entry, ledger: Ledger) -> str:
    """What is said of a removal that holds."""
    proposal, document = ledger.removals.proposed[entry.detail["removes"]], entry.detail["document"]
    batches = ", ".join(map(str, sorted(ledger.removals.batches.get(label, ()))))
    anew = ", ".join(str(one) for one in ledger.removals.by.get(label, ()) if one in ledger.live and one != entry.seq)
    stays = f"; what stays of them stands anew in {anew}" if anew else ""
    admitted = [
        f"; {one.actor} admitted {other.actor}"
        for one, other in ((proposal, entry), (entry, proposal))
        if ledger.admitted[other.actor].actor == one.actor
    ]
    return (
        f"{label} was removed under {document}: {proposal.actor} proposed it in entry {proposal.seq}, {entry.actor} "
        f"carried it out in entry {entry.seq}, for this reason: {entry.detail['reason']}; batches removed under "
        f"{document}: {batches or 'none'}{stays}{''.join(admitted)}"
    )
