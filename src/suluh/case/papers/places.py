# SPDX-License-Identifier: Apache-2.0
"""Places as papers name them: exhibit, file, and lines in ranges, so that a court finds each figure again."""

from collections.abc import Iterable, Iterator

from suluh.model.place import Place
from suluh.referral.papers.values import Both

TO = "\u2013"
"""Stands between the first and the last of a run."""

_Where = tuple[str, str, str, str, str]


def told_places(places: Iterable[Place]) -> tuple[Both, ...]:
    """Each file once, with all its lines."""
    found: dict[_Where, tuple[Both, list[int], list[str]]] = {}
    for one in places:
        kind = _kind(one)
        key = one.exhibit, one.acquisition, one.path, one.inside or "", kind.english
        _, lines, others = found.setdefault(key, (kind, [], []))
        if one.line is not None:
            lines += range(one.line, (one.last_line or one.line) + 1)
        elif (one.row or "").isdecimal():
            lines.append(int(one.row or 0))
        elif one.row or one.pointer:
            others.append(one.row or one.pointer or "")
    return tuple(_told(key, *rest) for key, rest in found.items())


def told_place(place: Place) -> Both:
    """One place."""
    return told_places((place,))[0]


def _kind(one: Place) -> Both:
    """What its numbers count."""
    where = one.sheet or (f"{one.page}" if one.page else "")
    if one.table is not None:
        return Both(f"table {one.table}, row", f"tabel {one.table}, baris data")
    if one.page is not None:
        return Both(f"page {one.page}, line", f"halaman {one.page}, baris")
    if one.sheet is not None:
        return Both(f"sheet {where}, row", f"lembar {where}, baris")
    return Both("line", "baris") if one.line is not None else Both("entry", "entri")


def _told(where: _Where, kind: Both, lines: list[int], others: list[str]) -> Both:
    exhibit, acquisition, path, inside, _ = where
    copy = "" if acquisition == "1" else f"/{acquisition}"
    file = f"{inside}!/{path}" if inside else path
    numbers = ", ".join((*_ranges(sorted(set(lines))), *dict.fromkeys(others)))
    if not numbers:
        return Both(f"{exhibit}{copy}: {file}", f"{exhibit}{copy}: {file}")
    return Both(
        f"{exhibit}{copy}: {file}, {kind.english} {numbers}", f"{exhibit}{copy}: {file}, {kind.indonesian} {numbers}"
    )


def _ranges(numbers: list[int]) -> Iterator[str]:
    """Runs of numbers, each by its first and last."""
    start = 0
    for end in range(len(numbers)):
        if end + 1 == len(numbers) or numbers[end + 1] != numbers[end] + 1:
            yield str(numbers[start]) if start == end else f"{numbers[start]}{TO}{numbers[end]}"
            start = end + 1
