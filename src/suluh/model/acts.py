# SPDX-License-Identifier: Apache-2.0
"""Every word of the ledger: who may enter it, which nouns it writes, per what, and what it may replace.

Nothing else lists acts or steps. A word that is not here is refused when it is to be kept, and breaks rule 6 when it is
found. An act is what an officer enters, a look is that somebody read, and a step is what the line works out.
"""

import re
from typing import Literal, NamedTuple

from suluh.model.beyond import Edge, Estimate, Joint, Lead, Origin
from suluh.model.body import Noun
from suluh.model.intake import Acquisition, Authority, CasePaper, Content, Exhibit, File, Flaw, Outcome, Standing
from suluh.model.matching import Camera, Fingerprint, Group, HashSet, Match, MediaFacts, Sample, Vote
from suluh.model.people import Access, Decision, Link, Officer, Person
from suluh.model.sharing import Draft, Release
from suluh.model.talk import Account, Contact, Conversation, Message
from suluh.model.trade import Deal, Offer, Payment, Statement

ADD = "add exhibits and run steps"
WITHDRAW = "take an acquisition out of a case"
READ = "read files, chats, payments, deals and persons"
COUNT = "read counts"
DECIDE = "decide links"
CATEGORISE = "decide categories"
DRAFT = "draft a release"
APPROVE = "approve a release"
ADMIT = "start a case and admit officers to it"

RIGHTS: dict[str, frozenset[Access]] = {
    ADD: frozenset({"examiner", "supervisor"}),
    WITHDRAW: frozenset({"supervisor"}),
    READ: frozenset({"examiner", "analyst", "child-protection", "supervisor"}),
    COUNT: frozenset({"examiner", "analyst", "child-protection", "supervisor", "auditor"}),
    DECIDE: frozenset({"analyst", "supervisor"}),
    CATEGORISE: frozenset({"examiner", "analyst", "child-protection", "supervisor"}),
    DRAFT: frozenset({"examiner", "analyst", "child-protection", "supervisor"}),
    APPROVE: frozenset({"supervisor"}),
    ADMIT: frozenset({"supervisor"}),
}
"""Which access covers which right: deny by default."""

DECIDES = {"category": CATEGORISE, "zone": ADD}
"""The right that a decision of some kind needs; every other kind needs `DECIDE`."""

Per = Literal["case", "file", "acquisition", "correction"]
Replaces = Literal["never", "own", "corrected"]

UNITS: dict[Per, frozenset[str]] = {
    "case": frozenset({"case"}),
    "file": frozenset({"files", "waiting"}),
    "acquisition": frozenset({"files"}),
    "correction": frozenset({"corrected"}),
}
"""Under which units a step may write: it names one as its object. One over acquisitions also names the id of each."""


IS_ID = re.compile("[a-z2-7]{26}")


class Deed(NamedTuple):
    """One word of the ledger, and all that an entry of it may do."""

    word: str
    form: Literal["act", "look", "step"]
    rights: tuple[str, ...]
    """Whoever has one of these may enter it."""

    writes: tuple[type[Noun], ...] = ()
    per: Per = "case"
    replaces: Replaces = "never"
    """``own``: its own rows, worked out anew; ``corrected``: its own rows, if a correction was entered since."""

    @property
    def by(self) -> frozenset[Access]:
        """Who may enter it."""
        return frozenset().union(*(RIGHTS[right] for right in self.rights))

    def is_of(self, unit: str) -> bool:
        """Whether a step may name this unit as what it worked on; acts and looks name anything."""
        is_own = self.per == "acquisition" and IS_ID.fullmatch(unit) is not None
        return self.form != "step" or is_own or unit in UNITS[self.per]


def _step(word: str, *writes: type[Noun], per: Per, replaces: Replaces) -> Deed:
    """A step of the line; what of the evidence it cannot work with is a flaw of its own."""
    return Deed(word, "step", (ADD,), (*writes, Flaw), per, replaces)


def _found(word: str, *writes: type[Noun]) -> Deed:
    """A step over single files in locked workers: its rows stand until what they rest on is corrected."""
    return _step(word, *writes, per="file", replaces="corrected")


def _derived(word: str, *writes: type[Noun]) -> Deed:
    """A step over the whole case: its rows are worked out anew when what it takes has changed."""
    return _step(word, *writes, per="case", replaces="own")


WALK = _step("walk", File, per="acquisition", replaces="corrected")
REACH = _step("reach", per="file", replaces="own")
DIGEST = _found("digest", Content, File, Outcome)
STATED = _derived("stated")
MATCH = _derived("match", Match)
PICTURE = _found("picture", Fingerprint, MediaFacts, Outcome)
FRAMES = _found("frames", Fingerprint, Outcome)
SECONDS = _found("seconds", Fingerprint, Outcome)
CONFIRM = _found("confirm", Fingerprint, Outcome)
COMPARE = _derived("compare", Match, Group)
READ_FILES = _found("read", Account, Contact, Conversation, Message, Payment, Statement, Outcome)
STAND = _derived("stand", Standing)
JOIN = _derived("join", Joint)
RESOLVE = _derived("resolve", Link, Person)
DEALS = _derived("deals", Deal, Offer, Link)
CAMERAS = _derived("cameras", Camera)
DRAW = _derived("draw", Edge, Origin)
ESTIMATE = _derived("estimate", Estimate)
RANK = _derived("rank", Lead)

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

LOOK = Deed("look", "look", (READ,))
WORKLIST = Deed("worklist", "look", (READ, CATEGORISE))
EXPORT = Deed("export", "look", (READ,))
OWN_SET = Deed("own-set", "look", (ADD, CATEGORISE))
FOLLOWED = Deed("run", "step", (ADD,), (), "correction")

_ALL = (
    *(NEW, OFFICER, END, AUTHORITY, ENTER, SETS, DECISION, CATEGORIES, SAMPLE, DRAFTED, APPROVED),
    *(LOOK, WORKLIST, EXPORT, OWN_SET, FOLLOWED),
    *(WALK, REACH, DIGEST, STATED, MATCH, PICTURE, FRAMES, SECONDS, CONFIRM, COMPARE, READ_FILES, STAND, JOIN, RESOLVE),
    *(DEALS, CAMERAS, DRAW, ESTIMATE, RANK),
)

DEEDS: dict[str, Deed] = {deed.word: deed for deed in _ALL}
"""Every deed by its word."""

SIGNED: frozenset[type[Noun]] = frozenset(kind for deed in _ALL if deed.form == "act" for kind in deed.writes)
"""Kinds of rows that only the officer whom they name may have entered."""

LOOK_BEFORE = "read"
"""Word of a look in the first cases, when looks and steps were named alike; it wrote, took and replaced nothing."""


def may_decide(kind: str, access: Access) -> bool:
    """Whether an access covers a decision of this kind."""
    return access in RIGHTS[DECIDES.get(kind, DECIDE)]
