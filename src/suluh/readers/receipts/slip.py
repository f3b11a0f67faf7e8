# SPDX-License-Identifier: Apache-2.0
"""Receipts as labels with values: on one line, or the value on the lines below its label.

A slip has a label of a sum, and a reference or a word of status, and a time or a party; what asks for money is none.
"""

import re

from suluh.readers.booked.names import as_name
from suluh.readers.receipts.receipt import LONGEST, Receipt, account, channel, status
from suluh.readers.receipts.sums import SUM, Sum, whole
from suluh.readers.receipts.words import KIND, any_of, is_nobody
from suluh.readers.statements.parties import Party

_ANY = any_of(" | ".join(KIND))
_LINE = re.compile(
    rf"(?P<label>{_ANY})\.?(?:\s{{0,12}}[:=]\s{{0,12}}|\t\s{{0,12}}|\s{{2,24}}|\s?\Z)(?P<value>.*+)", re.IGNORECASE
)
_NUMBERED = re.compile(rf"(?P<label>{_ANY})\.?\s(?P<value>[A-Za-z0-9]{{0,12}}\d{{6,40}})", re.IGNORECASE)
_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9./_-]{3,59}")
_DECORATION = " \t*_~`|>-\u2022\u25cf\u2013\u2014\u2705\u2611\u2714"
_LINES, _VALUES = 60, 4


def slip(text: str) -> Receipt | None:
    """The receipt that a message is; null for any other message."""
    if len(text) > LONGEST:
        return None
    values = _values(text)
    amount = _amount(values) or _loose_sum(text)
    says = status("\n".join(values.get("status", ()))) or status(_without_values(text, values))
    reference = _reference(values.get("reference", ()))
    is_placed = bool(values.get("when") or values.get("from") or values.get("to"))
    if amount is None or says == "unpaid" or not is_placed or not (reference or says):
        return None
    if not reference and not (says and values.get("to")):
        return None
    found = channel(text)
    usual = "phone-credit" if found == "phone-credit" else ""
    return Receipt(
        form="slip",
        amount=amount,
        says=says or "paid",
        channel=found,
        when=" ".join(values.get("when", ())) or _loose_day(text),
        reference=reference,
        payer=_party(values.get("from", ()), ""),
        beneficiary=_party(values.get("to", ()), usual),
    )


def _values(text: str) -> dict[str, list[str]]:
    """What stands behind each kind of label."""
    found: dict[str, list[str]] = {}
    kind, left = "", 0
    for raw in text.splitlines()[:_LINES]:
        line = _bare(raw)
        label = _LINE.fullmatch(line) or _NUMBERED.fullmatch(line)
        if label is not None:
            kind, left = KIND[label["label"].casefold()], _VALUES
            line = _bare(label["value"])
        if line and kind and left:
            found.setdefault(kind, []).append(line)
            left -= 1
    return found


def _bare(line: str) -> str:
    """A line without what only decorates it; a dash at its end may belong to a sum."""
    return line.lstrip(_DECORATION).rstrip(" \t*_~`|>\u2705\u2611\u2714")


def _amount(values: dict[str, list[str]]) -> Sum | None:
    """The sum without its fee, where both are told; else the total."""
    for kind in ("amount", "total"):
        told = [one for one in map(whole, values.get(kind, ())) if one is not None]
        if len({one.minor for one in told}) == 1:
            return told[0]
        if told:
            return None
    return None


def _loose_sum(text: str) -> Sum | None:
    """The one sum that stands on a line of its own without a label."""
    lines = (_bare(raw) for raw in text.splitlines()[:_LINES])
    told = [one for line in lines if SUM.fullmatch(line) and (one := whole(line)) is not None]
    return told[0] if len(told) == 1 else None


def _reference(written: list[str] | tuple[str, ...]) -> str | None:
    """The first value that looks like a number of a transaction."""
    for one in written:
        bare = one.replace(" ", "")
        if _REFERENCE.fullmatch(bare) and any(sign.isdigit() for sign in bare):
            return bare
    return None


def _party(written: list[str] | tuple[str, ...], usual: str) -> Party:
    """A party by the first name, and the number with its service, whatever lines they stand on."""
    together = " ".join(written)
    number = account(together, usual)
    names = (as_name(part) for one in written for part in re.split(r"[-/()|•]", one))
    name = next((one for one in names if one and not is_nobody(one)), None)
    return Party(number, name)


def _without_values(text: str, values: dict[str, list[str]]) -> str:
    """A text without what people write themselves: a remark may hold any word."""
    for one in values.get("other", ()):
        text = text.replace(one, " ")
    return text


def _loose_day(text: str) -> str | None:
    """A line of its own that begins with a day, as slips of apps have it below their heading."""
    for raw in text.splitlines()[:8]:
        if _DAY_LINE.fullmatch(_bare(raw)):
            return _bare(raw)
    return None


_DAY_LINE = re.compile(r"(?:[A-Za-z]{3,9},? )?\d{1,4}[ ./-][A-Za-z0-9]{2,9}[ ./-]\d{2,4}[^\n]{0,30}")
