# SPDX-License-Identifier: Apache-2.0
"""OFX as the parts that matter: tags of version 1, which are left open, and of version 2, which are XML.

A tag with a word behind it is a value; the names in `PARTS` are parts, and whatever part is open ends with the one
around it. Nothing else of the nesting is believed, for banks write it in many ways.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

PARTS = {
    **dict.fromkeys(("STMTRS", "CCSTMTRS", "INVSTMTRS"), 0),
    **dict.fromkeys(("BANKTRANLIST", "BANKTRANLISTP", "BANKACCTFROM", "CCACCTFROM", "INVACCTFROM"), 1),
    **dict.fromkeys(("LEDGERBAL", "AVAILBAL", "INVTRANLIST", "INVBAL"), 1),
    **dict.fromkeys(("STMTTRN", "STMTTRNP", "INVBANKTRAN"), 2),
    **dict.fromkeys(("PAYEE", "BANKACCTTO", "CCACCTTO", "CURRENCY", "ORIGCURRENCY"), 3),
}
"""The parts, and how deep each stands: one ends where another as deep begins."""

_TOKEN = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9.]{0,31})[ \t]{0,8}/?>"
    r"(?P<value>(?:[^<]|<(?![/!?A-Za-z]))*+(?:<!\[CDATA\[[^\]<]*+\]\]>)?)"
)
_CDATA = re.compile(r"<!\[CDATA\[([^\]<]*+)\]\]>")
_LONG = 1_000


@dataclass
class Part:
    """One part with its values."""

    name: str
    where: str
    """Its path, such as ``/STMTRS[1]/STMTTRN[3]``."""

    values: dict[str, str] = field(default_factory=dict)
    inside: list["Part"] = field(default_factory=list)

    def say(self, *path: str) -> str:
        """The value at this path, empty where there is none."""
        if len(path) == 1:
            return self.values.get(path[0], "")
        return next((one.say(*path[1:]) for one in self.inside if one.name == path[0]), "")

    def all(self, *names: str) -> Iterator["Part"]:
        """Every part with one of these names, however deep."""
        for one in self.inside:
            if one.name in names:
                yield one
            yield from one.all(*names)


def decode(raw: bytes) -> str:
    """The text of a file: UTF-16 by its mark, UTF-8, else the encoding of old Western banks."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "backslashreplace")


def statements(text: str) -> Iterator[Part]:
    """Every statement of a file, with all its parts."""
    counts: Counter[str] = Counter()
    opened: list[Part] = []
    for token in _TOKEN.finditer(text):
        name = token["name"].upper()
        deep = PARTS.get(name)
        if deep is None:
            if opened and not token["end"]:
                opened[-1].values.setdefault(name, _value(token["value"]))
            continue
        while opened and PARTS[opened[-1].name] >= deep:
            one = opened.pop()
            if not opened:
                yield one
        if token["end"] or (deep and not opened):
            continue
        above = opened[-1].where if opened else ""
        counts[f"{above}/{name}"] += 1
        part = Part(name, f"{above}/{name}[{counts[f'{above}/{name}']}]")
        if opened:
            opened[-1].inside.append(part)
        opened.append(part)
    if opened:
        yield opened[0]


def _value(written: str) -> str:
    """A value as it was meant."""
    return " ".join(html.unescape(_CDATA.sub(r"\1", written[:_LONG])).split())
