# SPDX-License-Identifier: Apache-2.0
"""What the ledger says of removals by law, and rule 21 as far as entries alone show it."""

from dataclasses import dataclass, field

from suluh.custody.entry import Entry
from suluh.model.errors import BrokenCustody

PROPOSES, REMOVES, ADDS = "removal", "remove", "add"
DOCUMENT, EXHIBIT = "document", "exhibit"
"""In the detail of each further entry by which something of an exhibit was taken away stand these two."""

REACHED = frozenset({"decide", "observation", "tie", "alternative"})
"""Acts by which officers say what an exhibit holds: a removal takes away those that are about nothing else."""

RULE = 21


@dataclass
class Removals:
    """Proposals, and what carried them out."""

    proposed: dict[str, Entry] = field(default_factory=dict)
    """Proposals by their id."""

    carried: dict[str, Entry] = field(default_factory=dict)
    """By exhibit the entry that carried its removal out."""

    batches: dict[str, list[int]] = field(default_factory=dict)
    """By exhibit the batches that were taken away for it, in the order in which they were."""

    by: dict[str, list[int]] = field(default_factory=dict)
    """By exhibit the entries that took them away."""

    def note(self, entry: Entry, batch: int) -> None:
        """Note a batch that an entry takes away, if it is for a removal."""
        label = entry.object if entry.action == REMOVES else entry.detail.get(EXHIBIT)
        if label in self.carried and (entry.action == REMOVES or DOCUMENT in entry.detail):
            self.batches.setdefault(label, []).append(batch)
            if entry.seq not in self.by.setdefault(label, []):
                self.by[label].append(entry.seq)


def check_removal(entry: Entry, removals: Removals) -> None:
    """Rule 21, for one entry. Raises `BrokenCustody`."""
    fault = None
    if entry.action == PROPOSES:
        fault = _proposal(entry, removals)
    elif entry.action == REMOVES:
        fault = _carried(entry, removals)
    elif entry.action == ADDS and entry.object in removals.carried:
        fault = f"it adds {entry.object}, which entry {removals.carried[entry.object].seq} removed for good"
    elif entry.replaces and DOCUMENT in entry.detail:
        fault = _under(entry, removals)
    if fault is not None:
        raise BrokenCustody(f"entry {entry.seq} was changed or forged: {fault}", rule=RULE, where=f"entry {entry.seq}")
    if entry.action == PROPOSES:
        removals.proposed[entry.detail["proposal"]] = entry
    elif entry.action == REMOVES:
        removals.carried[entry.object] = entry


def _proposal(entry: Entry, removals: Removals) -> str | None:
    if entry.detail.keys() != {"proposal", DOCUMENT, "reason"} or not all(map(str.strip, entry.detail.values())):
        return "it does not say under which document something is to be removed, and why"
    if entry.detail["proposal"] in removals.proposed:
        return f"it proposes what entry {removals.proposed[entry.detail['proposal']].seq} proposed"
    if entry.object in removals.carried:
        return f"it proposes to remove {entry.object}, which entry {removals.carried[entry.object].seq} removed"
    return None


def _carried(entry: Entry, removals: Removals) -> str | None:
    proposal = removals.proposed.get(entry.detail.get("removes", ""))
    if proposal is None:
        return "it removes what no entry before it proposed to remove"
    if proposal.actor == entry.actor or proposal.key == entry.key:
        return f"{entry.actor} removes what {proposal.actor} proposed: that takes another officer with their own key"
    if entry.object in removals.carried:
        return f"it removes {entry.object}, which entry {removals.carried[entry.object].seq} removed"
    said = {DOCUMENT: proposal.detail[DOCUMENT], "reason": proposal.detail["reason"]}
    if entry.object != proposal.object or entry.detail != {"removes": proposal.detail["proposal"], **said}:
        return f"it does not remove what entry {proposal.seq} proposed, under the same document and for the same reason"
    return None


def _under(entry: Entry, removals: Removals) -> str | None:
    """Whoever takes something away under a document names a removal that was carried out under it."""
    carried = removals.carried.get(entry.detail.get(EXHIBIT, ""))
    if carried is None or carried.detail[DOCUMENT] != entry.detail[DOCUMENT]:
        return f"it takes rows away under {entry.detail[DOCUMENT]}, and no removal under that was carried out"
    return None
