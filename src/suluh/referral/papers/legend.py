# SPDX-License-Identifier: Apache-2.0
"""What the codes on a paper mean, said at its head: of those kinds alone that stand on it."""

import re
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from suluh.model.rules.codes import ANY, CODES, kind_of
from suluh.referral.papers.values import Both, Document, Listed

CODES_HERE = Both("Codes on this paper", "Kode pada lembar ini")
UNIT = Both(
    "Exhibits stand under the unit's own labels, officers and seals under codes of their own.",
    "Barang bukti tercantum dengan label satuan, petugas dan segel dengan kodenya sendiri.",
)
PROSECUTOR = Both(
    "P-16 to P-22 are forms of the prosecutor.",
    "P-16 sampai P-22 ialah formulir penuntut umum.",
)
FORM = re.compile(r"\bP-(?:1[6-9]|2[0-2])\b")
_CASE = frozenset({"child-victim", "child-witness", "child-in-conflict", "person", "account", "deal"})
"""Kinds whose codes a case gives one by one, so that any other text of that look is none."""


def with_legend(document: Document, given: Collection[str]) -> Document:
    """The paper with a last line at its head that says what its codes mean; `given` are the codes of the case."""
    texts = frozenset(texts_of(document))
    found = {kind for one in codes(texts) if (kind := kind_of(one)) and (one in given or kind not in _CASE)}
    said = [
        Both(
            f"{one.letters}-1, {one.letters}-2 and so on: {one.english}.",
            f"{one.letters}-1, {one.letters}-2, dan seterusnya: {one.indonesian}.",
        )
        for kind, one in CODES.items()
        if kind in found
    ]
    if not said:
        return document
    forms = (PROSECUTOR,) if any(map(FORM.search, texts)) else ()
    return replace(document, head=(*document.head, (CODES_HERE, Listed((*said, UNIT, *forms)))))


def codes(texts: Iterable[str]) -> frozenset[str]:
    """Whatever is written as a code in some texts."""
    return frozenset(one for text in texts for one in ANY.findall(text))


def texts_of(part: object) -> Iterator[str]:
    """Every text of a paper, in no order."""
    waiting = [part]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, tuple):
            waiting.extend(one)
        elif isinstance(one, Struct):
            waiting.extend(getattr(one, name) for name in one.__struct_fields__)
