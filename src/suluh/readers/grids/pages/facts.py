# SPDX-License-Identifier: Apache-2.0
"""Lines of a page outside of its tables: labels that stand above their values are put beside them."""

import re
from collections.abc import Iterator, Sequence

from suluh.readers.grids.pages.words import Word
from suluh.readers.statements.grid import Row

_LABEL = re.compile(
    r"(?:no\.?|nomor)\s*(?:rekening|akun|hp|ponsel)|account|rekening|nama|name|periode|period|mata uang|currency|valuta"
    r"|saldo|balance|total|mutasi|opening|closing|previous|debit|kredit|credit|cabang|branch|produk|product",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"(?:saldo|total|mutasi|jumlah|dana (?:masuk|keluar))\b"
    r"|(?:opening|closing|previous|ending|initial|beginning|starting) balance",
    re.IGNORECASE,
)
_TWICE = re.compile(r"^([^\d/:]{2,40}?) ?/ ?[^\d/:]{2,40}?( ?:|$)")
"""A label in two languages: the second one is left."""

_DIGIT = re.compile(r"\d")
_STEP = 2.8
_DEEP = 5


def facts(page: int, first: int, lines: Sequence[Sequence[Word]]) -> Iterator[Row]:
    """The lines of a page from the line of this number on, counted from 0."""
    at = 0
    while at < len(lines):
        taken = _table(lines, at)
        if taken is None:
            yield _row(page, first + at, first + at, [cell.text for cell in lines[at]], lines[at : at + 1])
            at += 1
            continue
        cells, end = taken
        yield _row(page, first + at, first + end - 1, cells, lines[at:end])
        at = end


def _row(page: int, first: int, last: int, cells: Sequence[str], lines: Sequence[Sequence[Word]]) -> Row:
    raw = " / ".join(" ".join(cell.text for cell in line) for line in lines)
    return Row(first + 1, last + 1, tuple(_bare(cells)), raw, None, page)


def _bare(cells: Sequence[str]) -> Iterator[str]:
    """Cells, with a colon that stands at the start of a value joined to the label before it."""
    found: list[str] = []
    for cell in (_TWICE.sub(r"\1\2", one) if _LABEL.match(one) else one for one in cells):
        if (cell.startswith(":") and found and not found[-1].endswith(":")) or (
            found and found[-1].endswith(":") and len(found[-1]) > 1 and ":" not in cell
        ):
            found[-1] += " " + cell
        else:
            found.append(cell)
    yield from found


def _table(lines: Sequence[Sequence[Word]], at: int) -> tuple[list[str], int] | None:
    """Labels side by side, the same in another language perhaps, and below them their values; and where it ends."""
    labels = lines[at]
    if len(labels) < 2 or not all(map(_is_label, labels)) or not any(_LABEL.search(one.text) for one in labels):  # noqa: PLR2004 # two
        return None
    end = at + 1
    while end < len(lines) and _is_near(lines[end - 1], lines[end]) and all(map(_is_label, lines[end])):
        if not all(_over(one, labels) is not None for one in lines[end]) or end - at >= _DEEP:
            return None
        end += 1
    values: dict[int, str] = {}
    start = end
    while end < len(lines) and end - start < _DEEP and _is_near(lines[end - 1], lines[end]):
        found = list(_under(lines[end], labels))
        if any(place is None for place, _ in found) or (
            end > start and len(found) > 1 and all(map(_is_label, lines[end]))
        ):
            break
        for place, text in found:
            if place is not None:
                values[place] = f"{values[place]} {text}" if place in values else text
        end += 1
    if len(values) < 2 or not any(_DIGIT.search(text) for text in values.values()):  # noqa: PLR2004 # more than one
        return None
    return [f"{one.text} : {values[place]}" if place in values else one.text for place, one in enumerate(labels)], end


def _is_label(one: Word) -> bool:
    return not _DIGIT.search(one.text) and ":" not in one.text and len(one.text) <= 40  # noqa: PLR2004 # a label is short


def _is_near(above: Sequence[Word], below: Sequence[Word]) -> bool:
    if not above or not below:
        return False
    return below[0].base - above[0].base <= _STEP * max(above[0].size, below[0].size)


def _under(line: Sequence[Word], labels: Sequence[Word]) -> Iterator[tuple[int | None, str]]:
    """Each value of a line with the label that it stands under; of one under several labels, word by word."""
    for part in line:
        over = [
            place for place, label in enumerate(labels) if min(part.right, label.right) > max(part.left, label.left)
        ]
        if len(over) < 2:  # noqa: PLR2004 # under one label
            yield _over(part, labels), part.text
            continue
        words, wide = part.text.split(" "), (part.right - part.left) / max(len(part.text), 1)
        left, last = part.left, over[0]
        for word in words:
            right = left + wide * len(word)
            last = next((place for place in reversed(over) if labels[place].left <= left + 2 * wide), last)
            yield last, word
            left = right + wide


def sums(line: Sequence[Word]) -> bool:
    """Whether a line names sums of a statement side by side, and nothing else."""
    return len(line) > 1 and all(_is_label(one) and _SUM.match(one.text) for one in line)


def table(lines: Sequence[Sequence[Word]], at: int) -> int | None:
    """Where the values end that stand below a line of labels; null where none do."""
    found = _table(lines, at)
    return None if found is None else found[1]


def _over(one: Word, labels: Sequence[Word]) -> int | None:
    """Which label a value stands under: that with which it shares most of its width."""
    shares = [min(one.right, label.right) - max(one.left, label.left) for label in labels]
    best = max(range(len(labels)), key=lambda place: shares[place])
    return best if shares[best] > 0 else None
