# SPDX-License-Identifier: Apache-2.0
"""Says of each planted fault whether the trainee found it: one plain rule for each sign.

Whoever names the entry that has the fault, by its code and as a whole word, has found it: in an observation, in a
`late`, in the answer to another explanation, in an answer to a request, or in the reason of a correction.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from suluh.model.dossier.charges import Alternative, Defendant
from suluh.model.dossier.exhibits import Observation, Seizure
from suluh.model.dossier.law import Late
from suluh.model.dossier.papers import Answer, Paper, RequestItem
from suluh.simulator.lessons.key import Fault
from suluh.simulator.lessons.owners import Owners
from suluh.simulator.lessons.work import Work

APPROVALS = frozenset({"penetapan", "persetujuan", "izin"})
VICTIM = frozenset({"child_victim", "survivor"})
ZONE_ROW = "13"
"""The row of other explanations that speaks of a wrong clock or zone."""

NEEDED = 2
"""Witnesses of a seizure."""


def is_found(fault: Fault, work: Work, owners: Owners) -> bool:
    """Whether a fault was corrected, withdrawn, answered or named."""
    return SIGNS[fault.sign](fault, work, owners) or any(_is_named(code, work) for code in fault.codes)


def _two_witnesses(fault: Fault, work: Work, owners: Owners) -> bool:
    """The seizure stands with two witnesses; a withdrawn one does not stand at all."""
    del owners
    entered = {one.code: one for one in work.of(Seizure) if one.exhibit == fault.value}
    ever = bool(entered) or work.is_withdrawn(fault.codes)
    return ever and all(len(one.witnesses) >= NEEDED for one in entered.values())


def _approved(fault: Fault, work: Work, owners: Owners) -> bool:
    """A court's paper approves the urgent seizure: an authority, or a paper about the exhibit."""
    del owners
    papers = (one for one in work.of(Paper) if one.kind in APPROVALS)
    return any(one.approves == fault.value for one in work.authorities) or any(
        fault.right in one.about or one.answers in fault.codes for one in papers
    )


def _answered(fault: Fault, work: Work, owners: Owners) -> bool:
    """The item has an answer, or stands as one that cannot be done, with its reason."""
    del owners
    is_refused = any(one.code == fault.value and one.state == "cannot" and one.why for one in work.of(RequestItem))
    return is_refused or any(one.item == fault.value for one in work.of(Answer))


def _child_apart(fault: Fault, work: Work, owners: Owners) -> bool:
    """The child stands as a child, in a dossier with nobody else; or does not stand at all."""
    del owners
    parties = list(work.of(Defendant))
    mine = [one for one in parties if one.code == fault.value]
    others = {one.dossier for one in parties if one.code != fault.value}
    if not mine:
        return work.is_withdrawn(fault.codes)
    return all(one.age == "child" and one.dossier not in others for one in mine)


def _victim(fault: Fault, work: Work, owners: Owners) -> bool:
    """An account of the child has the role of somebody who was hurt."""
    roles = (one for one in work.decisions if one.act == "role" and one.right in VICTIM)
    return any(owners.of(one.left) == fault.value for one in roles)


def _zone(fault: Fault, work: Work, owners: Owners) -> bool:
    """The zone was decided rightly, or the clock was looked into as another explanation."""
    del owners
    zones = [one.right for one in work.decisions if one.act == "zone" and one.left == fault.value]
    return zones[-1:] == [fault.right] or any(
        one.row == ZONE_ROW and one.state != "open" for one in work.of(Alternative)
    )


def _is_named(code: str, work: Work) -> bool:
    word = re.compile(rf"(?<![\w-]){re.escape(code)}(?![\w-])")
    return any(word.search(text) for text in _texts(work))


def _texts(work: Work) -> Iterator[str]:
    """What the trainee wrote in words."""
    yield from (one.reason or "" for one in work.entered)
    yield from (text for one in work.of(Observation) for text in (one.about, one.seen))
    yield from (text for one in work.of(Late) for text in (one.event, one.why))
    yield from (one.answer or "" for one in work.of(Alternative))
    yield from (one.sentence for one in work.of(Answer))


SIGNS: Mapping[str, Callable[[Fault, Work, Owners], bool]] = {
    "two-witnesses": _two_witnesses,
    "approved": _approved,
    "answered": _answered,
    "child-apart": _child_apart,
    "victim": _victim,
    "zone": _zone,
}
"""The rules, by the sign that a fault names."""
