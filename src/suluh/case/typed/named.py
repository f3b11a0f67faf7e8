# SPDX-License-Identifier: Apache-2.0
"""What a typed field names, looked up in the case: what it does not hold is refused, and what it holds is named."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches

from suluh.case.acts.decide import accounts_of
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import authorities, exhibits, sealed, typed
from suluh.case.gate.cited import Cited
from suluh.case.gate.viewer import views
from suluh.model.after.sharing import Draft
from suluh.model.body import kind_of
from suluh.model.deeds.typed import TYPED
from suluh.model.dossier.entered import Entered, in_order
from suluh.model.errors import Misuse, UnknownObject
from suluh.model.intake import Content, File
from suluh.model.people import Decision

FACTS = {"deal": "deals", "message": "messages", "payment": "payments"}
"""Facts that a tie names by id, and the list of each."""

TYPED_FACTS = frozenset({"observation", "told", "paper"})
"""Facts that a tie names by code."""

MOST = 8
"""So many names of what there is a sentence holds."""

_DIGEST = re.compile("[0-9a-fA-F]{64}")
_KINDS = {kind_of(kind): kind for kind in TYPED}


def named(case: Case, of: str, text: str) -> tuple[str, ...]:
    """What a text names: an id as the store has it, and for a person all accounts. Raises `UnknownObject`, `Misuse`."""
    if of == "account":
        return accounts_of(case, text)
    return ((_LOOKS[of](case, text) if of in _LOOKS else _code(case, of, text)),)


def there_is(names: Collection[str]) -> str:
    """What there is, in words, for whoever named something else: the first in order, and how many more."""
    known = sorted(set(names), key=in_order)
    more = f" and {len(known) - MOST} more" if len(known) > MOST else ""
    return f"it has {', '.join(known[:MOST])}{more}" if known else "it has none yet"


def nearest(text: str, names: Collection[str]) -> str:
    """The same with what is written most alike first."""
    alike = get_close_matches(text, sorted(names), n=3)
    return f"did you mean {' or '.join(alike)}? {there_is(names)}" if alike else there_is(names)


def _exhibit(case: Case, text: str) -> str:
    return _one_of(text, {one.label for one in exhibits(case.rows)}, "exhibit", "exhibits")


def _any_exhibit(case: Case, text: str) -> str:
    return _one_of(text, {one.label for one in exhibits(case.rows)} | set(sealed(case.rows)), "exhibit", "exhibits")


def _one_of(text: str, names: Collection[str], what: str, shown: str) -> str:
    if text not in names:
        raise UnknownObject(f"the case has no {what} {text}: {nearest(text, names)}; see `suluh show CASE {shown}`")
    return text


def _subject(case: Case, text: str) -> str:
    """A deal, an account, which the case need not hold, or the first of a person's."""
    if text.startswith("deal:"):
        return _fact(case, text)
    return text if ":" in text else accounts_of(case, text)[0]


def _content(case: Case, text: str) -> str:
    if not case.rows.count(Content, {"sha256": text.lower()}):
        raise UnknownObject(f"the case has no content {text}: `suluh show CASE files` lists them")
    return text.lower()


def _code(case: Case, kind: str, text: str) -> str:
    codes = {one.code for one in typed(case.rows, _KINDS[kind])}
    shown = next((name for name, one in views().items() if getattr(one, "kind", None) is _KINDS[kind]), kind)
    if text not in codes:
        raise UnknownObject(
            f"the case has no {kind} {text}: {nearest(text, codes)}; enter it first, or see `suluh show CASE {shown}`"
        )
    return text


def _event(case: Case, text: str) -> str:
    """What may have started a time: what was typed by its code, an exhibit, a paper that allows the work."""
    if text not in set(_names(case)):
        raise UnknownObject(f"nothing of the case is called {text}: `suluh show CASE duties` names each event")
    return text


def _named(case: Case, text: str) -> str:
    """The same, an exhibit that is sealed or removed, or a package."""
    names = {*_names(case), *sealed(case.rows)}
    if text not in names and not any(case.rows.by_column(Draft, "id", [text])):
        labels = {one.label for one in exhibits(case.rows)}
        raise UnknownObject(
            f"nothing of the case is called {text}: name an exhibit ({there_is(labels)}) or the code of what was "
            f"entered ({nearest(text, {one for one in names if one not in labels})})"
        )
    return text


def _names(case: Case) -> Iterator[str]:
    yield from (one.label for one in exhibits(case.rows))
    yield from (one.number for one in authorities(case.rows))
    yield from (code for kind in TYPED for one in typed(case.rows, kind) for code in _codes(one))
    yield from (one.document or f"decision-{one.order}" for one in case.nouns(Decision))


def _codes(one: Entered) -> tuple[str, ...]:
    """The code of what was typed, and of the person whom it is about, where it has one."""
    person = getattr(one, "person", None)
    return (one.code, person) if isinstance(person, str) else (one.code,)


def _fact(case: Case, text: str) -> str:
    """A fact by its kind and what it is called, with ids as the store has them."""
    kind, mark, name = text.partition(":")
    if mark and kind in FACTS:
        return f"{kind}:{Cited(case, views(), plain=True).one(FACTS[kind], name)}"
    if mark and kind == "content":
        return f"content:{_content(case, name)}"
    if mark and kind in TYPED_FACTS:
        return f"{kind}:{_code(case, kind, name)}"
    raise Misuse(
        f"{text!r} is no fact: write deal:ID, message:ID, payment:ID, content:SHA256, observation:CODE, told:CODE "
        "or paper:CODE"
    )


def _place(case: Case, text: str) -> str:
    """A content, a file by exhibit and path, a fact, or else what has a name."""
    kind, mark, _ = text.partition(":")
    if mark and kind in {*FACTS, *TYPED_FACTS, "content"}:
        return _fact(case, text)
    if _DIGEST.fullmatch(text):
        return _content(case, text)
    label = next((one.label for one in exhibits(case.rows) if text.startswith(f"{one.label}/")), None)
    return _named(case, text) if label is None else _file(case, label, text)


def _file(case: Case, label: str, text: str) -> str:
    """A file of an exhibit by its path there, or by its name in the innermost archive after ``!/``."""
    path = text.removeprefix(f"{label}/").rpartition("!/")[2].encode("utf-8", "surrogateescape")
    if not any(one.path == path for one in case.nouns(File, {"exhibit": label})):
        raise UnknownObject(
            f"{label} has no file {text.removeprefix(label + '/')}: write its path as `suluh show CASE files` has it, "
            "or its SHA-256"
        )
    return text


_LOOKS: Mapping[str, Callable[[Case, str], str]] = {
    "exhibit": _exhibit,
    "any-exhibit": _any_exhibit,
    "content": _content,
    "fact": _fact,
    "subject": _subject,
    "event": _event,
    "named": _named,
    "place": _place,
}
"""What each field names is looked up by; every other names a kind that officers type."""
