# SPDX-License-Identifier: Apache-2.0
"""The acts by which officers type papers, persons, charges, letters and law: one for each kind, named as it is."""

from collections.abc import Mapping

from suluh.model.body import kind_of
from suluh.model.deeds.deed import Deed
from suluh.model.deeds.rights import ANSWER, APPROVE, CARE, PAPERS, PREPARE, RECORD
from suluh.model.dossier.care import Identity, Protected, Series, SupportNote
from suluh.model.dossier.charges import Alternative, Charge, Defendant, Dossier, Ending, Issue, Tie, Written
from suluh.model.dossier.entered import Entered
from suluh.model.dossier.exhibits import Extraction, Handling, Observation, Seizure, Told
from suluh.model.dossier.law import Holiday, Late, LawCheck, LawRow
from suluh.model.dossier.papers import Answer, Intelligence, Letter, Paper, Reply, Request, RequestItem
from suluh.model.dossier.partner import Grade, PartnerNote

_RIGHTS: Mapping[type[Entered], tuple[str, ...]] = {
    Paper: (PAPERS,),
    Intelligence: (PREPARE,),
    Letter: (PREPARE,),
    Reply: (RECORD,),
    Request: (ANSWER,),
    RequestItem: (ANSWER,),
    Answer: (PREPARE,),
    Seizure: (RECORD,),
    Handling: (RECORD,),
    Extraction: (RECORD,),
    Observation: (RECORD,),
    Told: (PREPARE,),
    Dossier: (ANSWER,),
    Defendant: (ANSWER,),
    Charge: (ANSWER,),
    Tie: (PREPARE,),
    Alternative: (PREPARE,),
    Ending: (ANSWER,),
    Written: (RECORD, PREPARE, CARE),
    Issue: (APPROVE,),
    Identity: (PREPARE, CARE),
    Protected: (ANSWER,),
    Series: (CARE,),
    SupportNote: (CARE,),
    PartnerNote: (PREPARE,),
    Grade: (PREPARE,),
    LawRow: (ANSWER,),
    LawCheck: (PAPERS,),
    Holiday: (ANSWER,),
    Late: (PAPERS,),
}
"""Whose right each kind is."""

TYPED: Mapping[type[Entered], Deed] = {
    kind: Deed(kind_of(kind), "act", rights, (kind,)) for kind, rights in _RIGHTS.items()
}
"""The act of each kind."""
