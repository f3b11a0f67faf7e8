# SPDX-License-Identifier: Apache-2.0
"""Takes children, and guarded accounts, out of what an officer reads whose access does not cover them.

1. A row of the list of accounts that is of a protected account is dropped.
2. In every other text the identifiers, numbers and names of protected accounts are replaced, each word of a name by
   itself: rather another person of that name is hidden than a child shown.
3. Where rows are masked, a text that would hold such a word is replaced as a whole.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, cast
from urllib.parse import unquote

from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.gate.children import children_of, is_child
from suluh.case.gate.guarded import guarded_accounts
from suluh.case.gate.marks import BETWEEN, NUMBER, SHORTEST, WORD, Marks, as_compared
from suluh.case.gate.spelled import Numbers, plain
from suluh.case.views.view import Row
from suluh.model.body import Noun
from suluh.model.dossier.care import Identity, Protected
from suluh.model.intake import Exhibit
from suluh.model.people import Decision, Person
from suluh.model.place import Place
from suluh.model.talk import Account, Contact, service_of
from suluh.model.trade import Payment, Statement

MARK = "[terlindungi / protected]"
_MARKS = re.compile(rf"{re.escape(MARK)}(?:[ _+-]?{re.escape(MARK)})+")
RESTS_ON: tuple[type[Noun], ...] = (
    Account,
    Contact,
    Decision,
    Exhibit,
    Identity,
    Payment,
    Person,
    Protected,
    Statement,
)
"""The nouns that say who is protected, and under which names."""

_OURS = frozenset({"chat", "own"})
"""Words that the ids of accounts and conversations are built with, beside the name of the service: nobody's name."""

SETS = 4
"""Sets of protected accounts of which names are held: officers of each access may know of other ones."""

_SHORT, _HELD = 100, 5_000
"""Characters of texts that are held with what hides them, for rows say the same over and over, and how many of them."""

_TELLS = ("path", "inside", "beside", "row", "pointer")
"""What of a place may bear a name."""


def veil_of(case: Case, purpose: str | None) -> "Veil | None":
    """What hides children, and guarded accounts, from the acting officer; null where nobody is to be hidden.

    Children are known to child-protection officers, and for a purpose to supervisors; guarded accounts to these alone.
    """
    access = case.access
    knows_all = access == "supervisor" and purpose is not None
    children = frozenset[str]() if knows_all or access == "child-protection" else children_of(case)
    accounts = children if knows_all else children | guarded_accounts(case)
    names = {*names_of(case, accounts), *(() if knows_all or access == "child-protection" else _once_clear(case))}
    return Veil(accounts, sorted(names)) if accounts or names else None


def _once_clear(case: Case) -> Iterator[str]:
    """Names of children that were typed in the clear before they were given to the vault: the old row is kept."""
    codes = {one.code for one in typed(case.rows, Identity) if is_child(one)}
    yield from (one.name for one in case.nouns(Identity) if one.name and one.code in codes)


def names_of(case: Case, accounts: frozenset[str]) -> Iterator[str]:
    """Every name that some record gives to these accounts."""
    if not accounts:
        return
    for one in case.rows.by_column(Account, "account", accounts):
        yield from one.names
    yield from (one.name for one in case.rows.by_column(Contact, "account", accounts))
    yield from (one.holder for one in case.nouns(Exhibit) if one.holder and not accounts.isdisjoint(one.accounts))
    yield from (one.holder for one in case.rows.by_column(Statement, "account", accounts) if one.holder)
    yield from (one.name for one in case.nouns(Identity) if one.name and not accounts.isdisjoint(one.accounts))
    yield from _paying(case, accounts)


class _Paying(NamedTuple):
    """The names by which payments call some accounts, in the rows of their table up to one."""

    names: frozenset[str]
    row: int


def _paying(case: Case, accounts: frozenset[str]) -> frozenset[str]:
    """These names: of payments that came since, only these are looked at."""

    def made(last: _Paying | None) -> _Paying:
        row = case.rows.last_row(Payment)
        came = case.rows.worded(Payment, "", last.row if last else 0, row)
        sides = (
            pair for one in came for pair in ((one.payer, one.payer_name), (one.beneficiary, one.beneficiary_name))
        )
        found = (name for account, name in sides if name and account in accounts)
        return _Paying((last.names if last else frozenset()).union(found), row)

    start = "names in payments of "
    name = start + hashlib.sha256("\n".join(sorted(accounts)).encode("utf-8", "surrogateescape")).hexdigest()
    found = case.kept.growing(case.rows, name, (), Payment, made)
    case.kept.forget(case.kept.named(start)[:-SETS])
    return found.names


class Veil:
    """The protected accounts of a case, and how they are hidden in texts."""

    def __init__(self, accounts: frozenset[str], names: Iterable[str], marks: Iterable[Marks] = ()) -> None:
        """`marks` are of names that lie in the vault, which nobody has in the clear."""
        self.accounts, self._marks = accounts, tuple(marks)
        called = tuple(names)
        self.digest = hashlib.sha256(repr((sorted(accounts), called)).encode()).hexdigest()
        """Equal where the same accounts and names are hidden."""

        parts = [unquote(one.partition(":")[2]) for one in sorted(accounts)]
        told = (*parts, *called)
        ours = _OURS | {service_of(one).casefold() for one in accounts}
        words = set(_words(called)) | (set(_words(parts)) - ours)
        whole = {as_compared(text.strip()) for text in told}
        self._words = {one for one in words if len(one) >= SHORTEST or one in whole} - {"user", "name"}
        runs = (one.group() for text in told for one in NUMBER.finditer(text) if not one["hash"])
        self._seen: dict[str, str] = {}
        self._numbers = Numbers({form for run in runs for form in _forms(plain(run))}, lambda _: MARK, alone=True)

    def rows(self, what: str, full: Iterable[Row], as_shown: Callable[[Row], Row]) -> Iterator[Row]:
        """The rows of a list as they are shown, without what is protected."""
        for whole in full:
            if what != "accounts" or whole["id"] not in self.accounts:
                yield cast("Row", self._value(whole, as_shown(whole)))

    def place(self, place: Place) -> Place:
        """Where something lies, for a file that bears no name and number of somebody protected."""
        whole = {name: getattr(place, name) for name in _TELLS}
        hidden = {name: text and self.text(text) for name, text in whole.items()}
        return place if hidden == whole else replace(place, **hidden, path_b64=None)

    def text(self, words: str) -> str:
        """A text with every word and number of a protected account replaced."""
        if len(words) > _SHORT:
            return self._text(words)
        veiled = self._seen.get(words)
        if veiled is None:
            if len(self._seen) >= _HELD:
                self._seen.clear()
            veiled = self._seen[words] = self._text(words)
        return veiled

    def _text(self, words: str) -> str:
        if words in self.accounts:
            return MARK
        veiled = WORD.sub(self._word, NUMBER.sub(self._number, words))
        return veiled if veiled == words else _MARKS.sub(MARK, veiled)

    @property
    def line(self) -> str:
        """The counted line."""
        size = len(self.accounts)
        return f"{size} akun terlindungi ditahan / {size} protected account{'s' if size > 1 else ''} withheld"

    def _number(self, found: re.Match[str]) -> str:
        token = found.group()
        if found["hash"]:
            return token
        return MARK if any(one.is_day(plain(token)) for one in self._marks) else self._numbers.masked(token)

    def _word(self, found: re.Match[str]) -> str:
        token = found.group()
        if found["hash"]:
            return token
        parts = {as_compared(one) for one in (token, *BETWEEN.split(token))}
        is_told = not self._words.isdisjoint(parts) or any(one.is_word(part) for one in self._marks for part in parts)
        return MARK if is_told else token

    def _value(self, whole: object, shown: object) -> object:
        """A value as it is shown, hidden where the whole one tells of somebody protected."""
        if isinstance(shown, str) and isinstance(whole, str):
            veiled = self.text(whole)
            if veiled == whole:
                return shown
            return veiled if shown == whole else MARK
        if isinstance(shown, dict) and isinstance(whole, dict):
            return {key: self._value(whole.get(key), value) for key, value in shown.items()}
        if isinstance(shown, list | tuple) and isinstance(whole, list | tuple):
            return [self._value(one, other) for one, other in zip(whole, shown, strict=True)]
        return shown


def _words(texts: Iterable[str]) -> Iterator[str]:
    """Their words, as they are compared."""
    return (as_compared(one.group()) for text in texts for one in WORD.finditer(text) if not one["hash"])


def _forms(digits: str) -> Iterator[str]:
    """The digits of a number, and as it is written at home, with its 0 and without."""
    home = digits.removeprefix("62").removeprefix("0")
    yield from (one for one in (digits, "62" + home, "0" + home, home) if len(one) >= 2 * SHORTEST)
