# SPDX-License-Identifier: Apache-2.0
"""Refuses to enter in the clear who lies in the vault or is under protection, as far as the acting officer may know it.

Who may not open the vault is not held back: the answer would tell them what lies there.
"""

import re
from collections.abc import Iterator, Sequence

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.gate.marks import Marks
from suluh.case.typed.vault import kept, recognised
from suluh.model.dossier.care import Identity, Protected
from suluh.model.dossier.entered import Entered, fields_of
from suluh.model.errors import Misuse, NotAllowed

_WORD = re.compile(r"\w+")


def check_untold(case: Case, entered: Sequence[Entered]) -> None:
    """Raise `Misuse` where a code, a reason or a text bears a name of the vault, or a protected account."""
    names = list(_names(case, entered))
    accounts = frozenset(_accounts(case, entered))
    for one in entered:
        for name, text in _said(one):
            if any(each.all_in(text) for each in names):
                raise Misuse(f"{name} bears a name that lies in the vault: write the code of the person in its place")
            if any(_bears(text, each) for each in accounts):
                raise Misuse(f"{name} bears an account under protection, and is not sealed: leave it out there")


def _bears(text: str, account: str) -> bool:
    """Whether an account stands in a text, and not within a longer word."""
    at = text.find(account)
    while at >= 0:
        beside = text[max(at - 1, 0) : at] + text[at + len(account) : at + len(account) + 1]
        if not _WORD.search(beside):
            return True
        at = text.find(account, at + 1)
    return False


def _names(case: Case, entered: Sequence[Entered]) -> Iterator[Marks]:
    for one in (*typed(case.rows, Identity), *(each for each in entered if isinstance(each, Identity))):
        try:
            yield from recognised(case, one)
        except NotAllowed:
            continue


def _accounts(case: Case, entered: Sequence[Entered]) -> Iterator[str]:
    """What stands after the service in protected accounts, where the officer may know of them."""
    for one in (*typed(case.rows, Protected), *(each for each in entered if isinstance(each, Protected))):
        try:
            yield from (each.partition(":")[2] for each in kept(case, one).accounts)
        except NotAllowed:
            continue


def _said(one: Entered) -> Iterator[tuple[str, str]]:
    """Every text of a noun that stands in the clear, but who somebody is outside the vault and what names accounts."""
    yield from ((name, text) for name, text in (("--code", one.code), ("--reason", one.reason)) if text)
    for field in fields_of(type(one)):
        said = getattr(one, field.name)
        if field.of == "account" or (isinstance(one, Identity) and field.form == "name"):
            continue
        for text in said if isinstance(said, tuple) else (said,):
            if isinstance(text, str):
                yield f"--{field.name.replace('_', '-')}", text
