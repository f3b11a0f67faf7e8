# SPDX-License-Identifier: Apache-2.0
"""What officers type, checked field by field: how it is written, and whether the case holds what it names."""

from collections.abc import Mapping

from suluh.case.acts.decide import accounts_of
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import authorities, exhibits, sealed, typed
from suluh.case.gate.cited import Cited
from suluh.case.gate.viewer import views
from suluh.case.typed.forms import check_form, option_of
from suluh.case.typed.order import check_order
from suluh.model.body import kind_of
from suluh.model.deeds.typed import TYPED
from suluh.model.dossier.entered import Entered, Field, fields_of
from suluh.model.errors import Misuse, UnknownObject
from suluh.model.intake import Content
from suluh.model.people import Decision

Given = str | bool | tuple[str, ...]
"""What is given for a field, as text; an empty text takes away what was stated."""

LONGEST = 4_000
"""Characters of one text."""

FACTS = {"deal": "deals", "message": "messages", "payment": "payments"}
"""Facts that a tie names by id, and the list of each."""

_ANSWERS: Mapping[str | None, bool] = {
    **dict.fromkeys(("yes", "ya", "true", "1"), True),
    **dict.fromkeys(("no", "tidak", "false", "0", ""), False),
}
_KINDS = {kind_of(kind): kind for kind in TYPED}


def as_typed(
    case: Case, kind: type[Entered], given: Mapping[str, Given], old: Entered | None = None
) -> dict[str, object]:
    """The fields of a kind as given, checked. Raises `Misuse`, `UnknownObject`.

    Of one that stands already only what is given is checked, and needed fields may be left out.
    """
    known = {field.name: field for field in fields_of(kind)}
    unknown = sorted(set(given) - known.keys() - {"code"})
    if unknown:
        raise Misuse(f"a {kind_of(kind)} has no {unknown[0]!r}: it has {', '.join(known)}")
    found = {
        name: _value(case, known[name], one) for name, one in given.items() if name in known and _is_said(one, old)
    }
    for field in known.values():
        is_empty = found.get(field.name, None if old is None else "") in (None, ())
        if field.is_needed and is_empty:
            raise Misuse(f"{kind_of(kind)} needs its {field.name} ({option_of(field.name)}): {field.meaning}")
    before = {} if old is None else {name: getattr(old, name) for name in known}
    check_order(case, {**before, **found})
    return found


def _is_said(one: Given, old: Entered | None) -> bool:
    """Whether something is said: nothing is only said of one that stands already."""
    return old is not None or one not in ("", ())


def _value(case: Case, field: Field, given: Given) -> object:
    if field.is_question:
        return _yes_or_no(field.name, given)
    if field.is_many:
        parts = (given,) if isinstance(given, str) else given
        return tuple(one for part in parts for one in _each(case, field, part.strip()))  # type: ignore[union-attr] # no question
    if not isinstance(given, str):
        raise Misuse(f"{field.name} takes one text")
    return next(iter(_each(case, field, given.strip())), None)


def _yes_or_no(name: str, given: Given) -> bool:
    """The answer to a question: whatever is neither is refused, for it may have been meant as yes."""
    if isinstance(given, bool):
        return given
    said = given.strip().casefold() if isinstance(given, str) else None
    if said not in _ANSWERS:
        raise Misuse(f"{name} is {given!r}: write yes or no, or leave it empty for no")
    return _ANSWERS[said]


def _each(case: Case, field: Field, text: str) -> tuple[str, ...]:
    """What one text of a field stands for: an id as the store has it, and for a person all accounts."""
    if not text:
        return ()
    if len(text) > LONGEST or not text.replace("\n", " ").isprintable():
        raise Misuse(f"{field.name} is too long or holds characters that cannot be printed: write it anew")
    if field.choices and text not in field.choices:
        return (_choice(field, text),)
    check_form(field.form, field.name, text)
    return _named(case, field, text) if field.of else (text,)


def _choice(field: Field, text: str) -> str:
    """One of the words of a closed list, however it is capitalised. Raises `Misuse` that names all."""
    alike = {one.casefold(): one for one in field.choices}
    if text.casefold() not in alike:
        raise Misuse(f"{text!r} is no {field.name}: it is one of {', '.join(field.choices)}")
    return alike[text.casefold()]


def _named(case: Case, field: Field, text: str) -> tuple[str, ...]:
    """What a text names in the case. Raises `UnknownObject` where it holds nothing of that name."""
    match field.of:
        case "exhibit" | "any-exhibit":
            shut = set(sealed(case.rows)) if field.of == "any-exhibit" else set()
            if text not in shut | {one.label for one in exhibits(case.rows)}:
                raise UnknownObject(f"the case has no exhibit {text}: `suluh show CASE exhibits` lists what it has")
            return (text,)
        case "account":
            return accounts_of(case, text)
        case "content":
            return (_content(case, text),)
        case "fact" | "subject":
            return (_fact(case, text) if field.of == "fact" or text.startswith("deal:") else _subject(case, text),)
        case "event":
            return (_event(case, text),)
        case _:
            return (_code(case, field.of, text),)


def _subject(case: Case, text: str) -> str:
    """An account, which the case need not hold, or the first of a person's."""
    return text if ":" in text else accounts_of(case, text)[0]


def _content(case: Case, text: str) -> str:
    if not case.rows.count(Content, {"sha256": text.lower()}):
        raise UnknownObject(f"the case has no content {text}: `suluh show CASE files` lists them")
    return text.lower()


def _code(case: Case, kind: str, text: str) -> str:
    if text not in {one.code for one in typed(case.rows, _KINDS[kind])}:
        shown = next((name for name, one in views().items() if getattr(one, "kind", None) is _KINDS[kind]), kind)
        raise UnknownObject(f"the case has no {kind} {text}: enter it first, or see `suluh show CASE {shown}`")
    return text


def _event(case: Case, text: str) -> str:
    """What may have started a time: what was typed by its code, an exhibit, a paper that allows the work."""
    known = {one.label for one in exhibits(case.rows)} | {one.number for one in authorities(case.rows)}
    known |= {code for kind in TYPED for one in typed(case.rows, kind) for code in _codes(one)}
    known |= {one.document or f"decision-{one.order}" for one in case.nouns(Decision)}
    if text not in known:
        raise UnknownObject(f"nothing of the case is called {text}: `suluh show CASE duties` names each event")
    return text


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
    if mark and kind in {"observation", "told", "paper"}:
        return f"{kind}:{_code(case, kind, name)}"
    raise Misuse(
        f"{text!r} is no fact: write deal:ID, message:ID, payment:ID, content:SHA256, observation:CODE, told:CODE "
        "or paper:CODE"
    )
