# SPDX-License-Identifier: Apache-2.0
"""How one text of a field is written: days, moments, digests, numbers, codes of persons."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from suluh.case.acts.intake import check_day
from suluh.model.errors import Misuse
from suluh.model.times import YEARS

PERSON = re.compile("(AK|AS|A|O)-[1-9][0-9]{0,3}")
"""A child who was hurt, a child who is a witness, a child in conflict with the law, anybody else."""

_DIGEST = re.compile("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)", re.ASCII)


def option_of(name: str) -> str:
    """How a field is named at the terminal."""
    return f"--{name.replace('_', '-')}"


def check_form(form: str, name: str, text: str) -> None:
    """Raise `Misuse` for a text of a field that is not written as its form is."""
    if form in _FORMS:
        _FORMS[form](option_of(name), text)


def _day(name: str, text: str) -> None:
    check_day(text)
    _year(name, text)


def _moment(name: str, text: str) -> None:
    try:
        is_one = _MOMENT.fullmatch(text) is not None and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        is_one = False
    if not is_one:
        raise Misuse(f"{name} is {text!r}, which is no moment with its zone: write it as 2026-09-30T08:15+07:00")
    _year(name, text)


def _year(name: str, text: str) -> None:
    first, last = YEARS
    if not first <= int(text[:4]) < last:
        raise Misuse(f"{name} is {text!r}: a year of a case lies between {first} and {last - 1}")


def _digest(name: str, text: str) -> None:
    if not _DIGEST.fullmatch(text):
        raise Misuse(f"{name} is {text!r}, which is no digest: write 32, 40 or 64 small hexadecimal digits")


def _number(name: str, text: str) -> None:
    if not (text.isascii() and text.isdecimal()):
        raise Misuse(f"{name} is {text!r}, which is no whole number: write digits alone")


def _person(name: str, text: str) -> None:
    if not PERSON.fullmatch(text):
        raise Misuse(f"{name} takes a code and never a name: AK-1, AS-1 or A-1 for a child, O-1 for anybody else")


_FORMS: Mapping[str, Callable[[str, str], None]] = {
    "day": _day,
    "moment": _moment,
    "digest": _digest,
    "number": _number,
    "person": _person,
}
