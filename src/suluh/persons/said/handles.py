# SPDX-License-Identifier: Apache-2.0
"""Which name on another service a message says is its writer's: `tele saya @album_73`.

1. A service, a word for its writer (`saya`, `my`) and the name stand together. Without `@` the name has a digit or a
   low line, so that `tele saya mati` names nobody.
2. Two names in one message say nothing, nor does one that speaks of somebody else.
"""

import re
from typing import NamedTuple

from suluh.persons.said.numbers import speaks_of_others

_SERVICES = {
    "telegram": r"tele(?:gram)?|telegrm|tg",
    "instagram": r"ig|insta(?:gram)?",
    "x": r"x|twitter|twt",
    "tiktok": r"tiktok|tt",
    "discord": r"discord|dc",
    "line": r"line",
}
_MINE = r"(?:saya|aku|sy|ku|gw|gue|gua)"
_NAME = r"(?:@(?P<at>[A-Za-z0-9][\w.]{3,31})|(?P<bare>(?=[\w.]*[\d_])[A-Za-z][\w.]{3,31}))(?<![.])"
_SAYS = tuple(
    (service, re.compile(pattern, re.IGNORECASE))
    for service, words in _SERVICES.items()
    for pattern in (
        rf"\b(?:id |akun |username )?(?:{words}) ?{_MINE}\b(?: (?:di|itu|adalah|yang ini))?[ :=]{{0,3}}{_NAME}",
        rf"\b(?:my|im) (?:{words})(?: (?:id|account|username))?(?: is)?[ :=]{{0,3}}{_NAME}",
    )
)
_SIGN = re.compile(r"[@_\d]")
_ALL = "|".join(_SERVICES.values())
_MAY_SAY = re.compile(rf"\b(?:(?:{_ALL}) ?{_MINE}|(?:my|im) (?:{_ALL}))\b", re.IGNORECASE)
"""One of them stands in every such text: most texts need no closer look."""

_NAMES = re.compile(r"@[A-Za-z0-9][\w.]{3,31}")


class Handle(NamedTuple):
    """A name on a service of which the writer of a message says that it is theirs."""

    service: str
    name: str
    """Small, without the sign before it."""


def said_handle(text: str) -> Handle | None:
    """The name on another service that a text says is its writer's; null where it says none, or several."""
    if _SIGN.search(text) is None or _MAY_SAY.search(text) is None:
        return None
    found = {
        Handle(service, (one["at"] or one["bare"]).casefold()) for service, says in _SAYS for one in says.finditer(text)
    }
    is_clear = len(found) == 1 and len(set(map(str.casefold, _NAMES.findall(text)))) <= 1
    return next(iter(found)) if is_clear and not speaks_of_others(text) else None
