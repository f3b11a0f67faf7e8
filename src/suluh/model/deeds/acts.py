# SPDX-License-Identifier: Apache-2.0
"""Every word of the ledger: who may enter it, which nouns it writes, per what, and what it may replace.

Nothing else lists acts or steps. A word that is not here is refused when it is to be kept, and breaks rule 6 when it is
found. An act is what an officer enters, a look is that somebody read or copied, and a step is what the line works out:
the steps stand in `steps.py`.
"""

from suluh.model.after.sharing import Draft, Release
from suluh.model.body import Noun
from suluh.model.deeds.deed import Deed
from suluh.model.deeds.rights import ADD, ADMIT, APPROVE, CARE, CATEGORISE, COUNT, DECIDE, DRAFT, READ, REMOVE
from suluh.model.deeds.steps import STEPS
from suluh.model.deeds.typed import TYPED
from suluh.model.intake import Acquisition, Authority, CasePaper, Exhibit, Removal
from suluh.model.matching import HashSet, Sample, Vote
from suluh.model.people import Decision, Officer

NEW = Deed("new", "act", (ADMIT,), (CasePaper, Officer))
OFFICER = Deed("officer", "act", (ADMIT,), (Officer,))
END = Deed("end", "act", (ADMIT,), (Officer,))
AUTHORITY = Deed("authority", "act", (ADD,), (Authority,))
ENTER = Deed("add", "act", (ADD,), (Exhibit, Acquisition))
SETS = Deed("sets", "act", (ADD,), (HashSet,))
DECISION = Deed("decide", "act", (DECIDE, CATEGORISE, ADD), (Decision,))
CATEGORIES = Deed("categories", "act", (CATEGORISE,), (Vote,))
SAMPLE = Deed("sample", "act", (CATEGORISE,), (Sample,))
DRAFTED = Deed("draft", "act", (DRAFT,), (Draft,))
APPROVED = Deed("approve", "act", (APPROVE,), (Release,))
PROPOSED = Deed("removal", "act", (ADD,), (Removal,))
REMOVED = Deed("remove", "act", (REMOVE,), (Removal,), replaces="entered")

LOOK = Deed("look", "look", (READ,))
SEARCH = Deed("search", "look", (READ,))
WORKLIST = Deed("worklist", "look", (READ, CATEGORISE))
EXPORT = Deed("export", "look", (READ,))
PAPERS = Deed("papers", "look", (READ,))
OWN_SET = Deed("own-set", "look", (ADD, CATEGORISE))
BACKUP = Deed("backup", "look", (ADD, READ))
TIMESTAMP = Deed("timestamp", "look", (ADD, READ))
VERIFIED = Deed("verified", "look", (COUNT,))
CHECKED = Deed("checked", "look", (READ,))
VAULT = Deed("vault", "look", (CARE,))
READ_END = Deed("ending-read", "look", (COUNT,))
FOLLOWED = Deed("run", "step", (ADD,), (), "correction")

_ALL = (
    *(NEW, OFFICER, END, AUTHORITY, ENTER, SETS, DECISION, CATEGORIES, SAMPLE, DRAFTED, APPROVED),
    *(PROPOSED, REMOVED),
    *(LOOK, SEARCH, WORKLIST, EXPORT, PAPERS, OWN_SET, BACKUP, TIMESTAMP, VERIFIED, CHECKED, VAULT, READ_END, FOLLOWED),
    *TYPED.values(),
    *STEPS,
)

DEEDS: dict[str, Deed] = {deed.word: deed for deed in _ALL}
"""Every deed by its word."""

SIGNED: frozenset[type[Noun]] = frozenset(kind for deed in _ALL if deed.form == "act" for kind in deed.writes)
"""Kinds of rows that only the officer whom they name may have entered."""

LOOK_BEFORE = "read"
"""Word of a look in the first cases, when looks and steps were named alike; it wrote, took and replaced nothing."""
