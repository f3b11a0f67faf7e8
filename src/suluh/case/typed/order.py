# SPDX-License-Identifier: Apache-2.0
"""What comes first and what last: no period ends before it begins, and no reply comes before its letter."""

from collections.abc import Mapping
from datetime import date, datetime

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.typed.forms import option_of
from suluh.model.dossier.papers import Letter
from suluh.model.errors import Misuse

_ENDS = {"_from": "_to", "started": "ended"}
"""How the first and the last of a period are called, or how their names end."""


def check_order(case: Case, said: Mapping[str, object]) -> None:
    """Raise `Misuse` where something typed ends before it begins, or came before it was asked for."""
    for name in said:
        for first, last in _ENDS.items():
            if name.endswith(first):
                _check(said, name, name.removesuffix(first) + last)
    if said.get("letter") and said.get("received"):
        sent = next(one.sent for one in typed(case.rows, Letter) if one.code == said["letter"])
        _check({"sent": sent, **said}, "sent", "received")


def _check(said: Mapping[str, object], first: str, last: str) -> None:
    begins, ends = said.get(first), said.get(last)
    if isinstance(begins, str) and isinstance(ends, str) and _at(begins) > _at(ends):
        raise Misuse(
            f"{option_of(last)} is {ends}, before {option_of(first)}, which is {begins}: see which of both was mistyped"
        )


def _at(text: str) -> float:
    """A day or a moment as a number that tells which comes first."""
    return datetime.fromisoformat(text).timestamp() if "T" in text else float(date.fromisoformat(text).toordinal())
