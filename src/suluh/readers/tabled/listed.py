# SPDX-License-Identifier: Apache-2.0
"""Tables of people with their numbers, and of calls as telephone companies list them: told and not read."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from suluh.model.evidence.source import Source
from suluh.readers.plain import wide
from suluh.readers.reader import is_binary
from suluh.readers.tabled.files.comma import heads_of
from suluh.readers.tabled.lexicon import AGAINST, words
from suluh.readers.tabled.moments import moment_of
from suluh.readers.tabled.people import is_address

CALLS = "what may be calls or messages as a telephone company lists them"
PEOPLE = "what may be an address book"

_DIGITS = re.compile(r"\+?\d[\d .()-]{5,18}\d")
_SPAN = re.compile(r".*\b(?:duration|durasi|dur|lama|seconds|dauer|duraci[oó]n|dur[eé]e)\b.*")
_NAME = re.compile(r"(?:.* )?(?:name|nama|nombre|nome|nom|vorname|nachname)(?: lengkap| depan| kontak)?|fn|full name")
_PHONE = re.compile(r".*\b(?:phone|mobile|cell|telepon|telp|tel|ponsel|hp|nomor|number|msisdn|whatsapp|m[oó]vil)\b.*")
_FEWEST, _SHARE = 2, 70
Columns = Mapping[str, Sequence[str]]


class Listed(NamedTuple):
    """What a table may be, and how many rows it holds."""

    what: str
    number: int


def listed(source: Source) -> Listed | None:
    """What such a table may be; null where it is none."""
    if source.tables or (wide(source.head) is None and is_binary(source.head)):
        return None
    for columns, number in heads_of(source):
        if any(AGAINST.fullmatch(words(head)) and any(cells) for head, cells in columns.items()):
            continue
        if (what := _what(columns)) is not None:
            return Listed(what, number())
    return None


def _what(columns: Columns) -> str | None:
    numbers = [head for head, cells in columns.items() if _are_numbers(cells)]
    has_time = any(_are_times(cells) for cells in columns.values())
    if has_time and len(numbers) > 1 and any(_SPAN.fullmatch(words(head)) for head in columns):
        return CALLS
    phones = [head for head in numbers if _PHONE.fullmatch(words(head))]
    return PEOPLE if phones and not has_time and any(_NAME.fullmatch(words(head)) for head in columns) else None


def _are_numbers(cells: Sequence[str]) -> bool:
    """Whether most of what stands there are telephone numbers; several may stand in one cell."""
    held = [part for cell in cells for part in re.split(r" ?::: ?|[;/\n]", cell) if part.strip()]
    found = [one for one in held if is_address(one) or (_DIGITS.fullmatch(one.strip()) and moment_of(one) is None)]
    return len(held) > 0 and 100 * len(found) >= _SHARE * len(held)


def _are_times(cells: Sequence[str]) -> bool:
    held = [cell for cell in cells if cell]
    return len(held) >= _FEWEST and all(moment_of(cell) is not None for cell in held)
