# SPDX-License-Identifier: Apache-2.0
"""Texts that hold one record after another, each of lines of a field and its value: told where they are of messages.

Programs for a terminal and forensic reports write them: who, when and what was said, each behind its word and a colon.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from suluh.model.evidence.source import Source
from suluh.readers.reader import is_binary
from suluh.readers.tabled.lexicon import AGAINST, WORDS, Role, words
from suluh.readers.tabled.moments import moment_of
from suluh.readers.whatsapp.export.lines import head_lines, texts

_FIELD = re.compile(r"[ \t]{0,8}(?:- )?(?P<key>[^\W\d_][\w /-]{0,30}?)[ \t]?[:=][ \t]{1,8}(?P<value>\S.*)")
_STAMP = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T,]{1,3}\d{1,2}[:.]\d{2}(?:[:.]\d{2})?")
_LONGEST, _FEWEST, _MOST = 2000, 3, 400
_SENT: tuple[Role, ...] = ("name", "id", "other", "receiver")
_FEWEST_FIELDS = 3

Fields = Mapping[str, str]


def fields_of(source: Source) -> int:
    """How many records of such a text may be messages; none where it is no such text."""
    if source.tables or is_binary(source.head) or source.head.lstrip()[:1] in {b"<", b"{", b"["}:
        return 0
    records = list(_records(head_lines(source.head, whole=len(source.head) >= source.size)))[:_MOST]
    text = next(iter(_text_key(records)), None)
    if text is None or not _are_messages(records, text):
        return 0
    return sum(words(found["key"]) == text for _, line in texts(source) if (found := _FIELD.match(line[:_LONGEST])))


def _records(lines: Iterable[str]) -> Iterator[Fields]:
    """The fields of each record: a new one begins where the first field of the text comes again."""
    first, fields = "", dict[str, str]()
    for line in lines:
        found = _FIELD.match(line[:_LONGEST])
        if found is None:
            continue
        key = words(found["key"])
        if key == first and fields:
            yield fields
            fields = {}
        first = first or key
        fields.setdefault(key, found["value"].strip())
    if fields:
        yield fields


def _text_key(records: list[Fields]) -> Iterator[str]:
    """The field of the words: in most records, and not the same in all."""
    counts = Counter(key for one in records for key in one)
    for key in WORDS["text"]:
        values = {one[key] for one in records if key in one}
        if key != "data" and 2 * counts[key] > len(records) >= _FEWEST and len(values) > 1:
            yield key


def _are_messages(records: list[Fields], text: str) -> bool:
    """Whether most records name somebody and a time beside the words, and no field is one of a log or a booking."""
    whole = [one for one in records if text in one]
    if any(AGAINST.fullmatch(key) for one in whole for key in one):
        return False
    fit = [one for one in whole if _names(one, text) and _has_time(one, text) and len(one) >= _FEWEST_FIELDS]
    return len(fit) >= _FEWEST and 2 * len(fit) > len(records)


def _names(fields: Fields, text: str) -> bool:
    known = {word for role in _SENT for word in WORDS[role]}
    return any(key != text and (key in known or key.rpartition(" ")[2] in {"from", "sender", "to"}) for key in fields)


def _has_time(fields: Fields, text: str) -> bool:
    others = (value for key, value in fields.items() if key != text)
    return any(_STAMP.search(one) or ((found := moment_of(one)) and found.has_clock) for one in others)
