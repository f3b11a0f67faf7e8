# SPDX-License-Identifier: Apache-2.0
"""Nouns of people: officer, decision, link, person."""

from typing import Literal

from suluh.model.body import Noun
from suluh.model.place import Place
from suluh.model.trade import Term

Access = Literal["examiner", "analyst", "child-protection", "supervisor", "prosecutor", "auditor"]
Judgement = Literal["suggested", "confirmed", "rejected", "disputed"]


class Officer(Noun, frozen=True, kw_only=True, tag="officer/1"):
    """An officer of this case, admitted by one of its supervisors, or the end of that: public keys only."""

    code: str
    access: Access
    key: str
    """Ed25519 public key, hex."""

    box: str
    """X25519 public key, hex."""

    at: str | None = None
    by: str | None = None
    """The supervisor who admitted them, or ended that; whoever started the case: themself."""

    ends: str | None = None
    """Id of the admission that this row ends; null for an admission."""

    reason: str | None = None
    """Why it ended."""


class Decision(Noun, frozen=True, kw_only=True, tag="decision/1"):
    """What an officer decided; kept for ever, closed only by a later one."""

    act: Literal[
        "confirm",
        "reject",
        "dispute",
        "retract",
        "confirm-deal",
        "reject-deal",
        "dispute-deal",
        "retract-deal",
        "join",
        "part",
        "role",
        "status",
        "category",
        "zone",
        "layout",
        "word",
    ]
    left: str
    """The first account or conversation, or exhibit, content, statement (or its layout's digest), deal, or word."""

    right: str | None = None
    """The second account or conversation, role, status, category, zone, how a statement was read, or the known word."""

    link: str | None = None
    rule: str | None = None
    reason: str | None = None
    seen: str | None = None
    """Digest of the body that the officer saw."""

    holds: tuple[str, ...] = ()
    """Of a deal: its messages and payments at that time, by which it is known again."""

    document: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    by: str
    at: str
    order: int
    """Number of the decision in the case, from 1."""


ONE_CONVERSATION = "one-conversation"
"""The rule of links between two conversations; every other rule is of two accounts."""


class Link(Noun, frozen=True, kw_only=True, tag="link/1"):
    """A claim that two accounts are one person, or two conversations one, with its rule and reasons."""

    left: str
    """An account; of the rule `ONE_CONVERSATION` a conversation."""

    right: str
    rule: str
    judgement: Judgement
    merges: bool = False
    """Whether it joins the two into one as it stands."""

    score: int | None = None
    """Millionths."""

    chance: int | None = None
    reasons_for: tuple[Term, ...] = ()
    reasons_against: tuple[Term, ...] = ()
    places: tuple[Place, ...] = ()
    by: str | None = None
    at: str | None = None
    retracted_at: str | None = None


class Person(Noun, frozen=True, kw_only=True, tag="person/1"):
    """Accounts that are one person, as the live links and decisions say. Computed, never decided on."""

    accounts: tuple[str, ...]
    roles: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
