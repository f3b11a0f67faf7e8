# SPDX-License-Identifier: Apache-2.0
"""What officers type, checked field by field: how it is written, and whether the case holds what it names."""

from collections.abc import Mapping

from suluh.case.case import Case
from suluh.case.typed.forms import check_form, option_of
from suluh.case.typed.named import named
from suluh.case.typed.order import check_order
from suluh.model.body import kind_of
from suluh.model.dossier.entered import Entered, Field, fields_of
from suluh.model.errors import Misuse

Given = str | bool | tuple[str, ...]
"""What is given for a field, as text; an empty text takes away what was stated."""

LONGEST = 4_000
"""Characters of one text."""

_ANSWERS: Mapping[str | None, bool] = {
    **dict.fromkeys(("yes", "ya", "true", "1"), True),
    **dict.fromkeys(("no", "tidak", "false", "0", ""), False),
}


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
    return named(case, field.of, text) if field.of else (text,)


def _choice(field: Field, text: str) -> str:
    """One of the words of a closed list, however it is capitalised. Raises `Misuse` that names all."""
    alike = {one.casefold(): one for one in field.choices}
    if text.casefold() not in alike:
        raise Misuse(f"{text!r} is no {field.name}: it is one of {', '.join(field.choices)}")
    return alike[text.casefold()]
