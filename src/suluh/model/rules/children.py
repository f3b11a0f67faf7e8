# SPDX-License-Identifier: Apache-2.0
"""Which roles and statuses say that somebody is, or may be, a child."""

import re
from typing import Literal

from suluh.model.rules.conduct import ROLES, STATUSES

Child = Literal["child-victim", "child-witness", "child-in-conflict", "child"]

_WORDS = frozenset({"anak", "child", "children"})
"""Whoever has a role or a status with one of these words is protected: *Anak*, *Anak korban*, *child victim*.

A code of the lists of `conduct` is one of a child if either of its languages says so.
"""

_KINDS: tuple[tuple[Child, frozenset[str]], ...] = (
    ("child-victim", frozenset({"korban", "victim"})),
    ("child-witness", frozenset({"saksi", "witness"})),
    ("child-in-conflict", frozenset({"konflik", "berkonflik", "conflict"})),
)


def child_of(word: str | None) -> Child | None:
    """What a role or a legal status says of a child; null for that of an adult. In doubt it is one of a child."""
    given = re.split(r"[\W_]+", (word or "").casefold())
    code = "_".join(given)
    told = " ".join((*ROLES.get(code, ()), *STATUSES.get(code, ()))).casefold()
    words = {*given, *told.split()}
    if words.isdisjoint(_WORDS):
        return None
    return next((kind for kind, marks in _KINDS if words & marks), "child")
