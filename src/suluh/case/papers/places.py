# SPDX-License-Identifier: Apache-2.0
"""Places as papers name them: exhibit, file, and lines in ranges, so that a court finds each figure again."""

from collections.abc import Callable, Iterable, Iterator
from string import ascii_lowercase

from suluh.model.place import Place
from suluh.referral.papers.press import NUMBER
from suluh.referral.papers.values import Both

TO = "\u2013"
"""Stands between the first and the last of a run."""

LINE_BREAK = NUMBER.format(ord("\n"))
"""A line break in a path, which would end the line of the paper."""

_Where = tuple[str, str, Both, Both]
"""Exhibit, acquisition, file, and what its numbers count."""


def named(place: Place) -> Both:
    """A file by its path, in its archive where it lies in one."""
    file = f"{place.inside}!/{place.path}" if place.inside else place.path
    shown = file.replace("\n", LINE_BREAK)
    return Both(shown, shown)


def told_places(places: Iterable[Place], file_of: Callable[[Place], Both] = named) -> tuple[Both, ...]:
    """Each file once, with all its lines; `file_of` says how a file is named."""
    return tuple(_told(key, *rest) for key, rest in _by_file(places, file_of).items())


class Lettered:
    """The places of one thing, each file under a letter, by which its messages name their own lines."""

    def __init__(self, places: Iterable[Place], file_of: Callable[[Place], Both] = named) -> None:
        self._file_of, self._all = file_of, _by_file(places, file_of)
        self._letters = {key: _letter(number) for number, key in enumerate(self._all)}

    def told(self) -> tuple[Both, ...]:
        """Each file once under its letter, with all its lines."""
        said = ((self._letters[key], _told(key, *rest)) for key, rest in self._all.items())
        return tuple(Both(f"{letter}. {one.english}", f"{letter}. {one.indonesian}") for letter, one in said)

    def within(self, some: Iterable[Place]) -> str:
        """Some of them by letter and line, as ``a 33; b 11``; empty where none is."""
        found = _by_file(some, self._file_of)
        parts = (f"{self._letters[key]} {_numbers(*rest)}".strip() for key, rest in found.items() if key in self._all)
        return "; ".join(parts)


def _letter(number: int) -> str:
    """A to z, then aa to az, and so on."""
    more, last = divmod(number, len(ascii_lowercase))
    return (_letter(more - 1) if more else "") + ascii_lowercase[last]


def _by_file(places: Iterable[Place], file_of: Callable[[Place], Both]) -> dict[_Where, tuple[list[int], list[str]]]:
    """Each file with its lines, and what stands in it without one."""
    found: dict[_Where, tuple[list[int], list[str]]] = {}
    for one in places:
        lines, others = found.setdefault((one.exhibit, one.acquisition, file_of(one), _kind(one)), ([], []))
        if one.line is not None:
            lines += range(one.line, (one.last_line or one.line) + 1)
        elif (one.row or "").isdecimal():
            lines.append(int(one.row or 0))
        elif one.row or one.pointer:
            others.append(one.row or one.pointer or "")
    return found


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


def _told(where: _Where, lines: list[int], others: list[str]) -> Both:
    exhibit, acquisition, file, kind = where
    bag = exhibit if acquisition == "1" else f"{exhibit}/{acquisition}"
    numbers = _numbers(lines, others)
    if not numbers:
        return Both(f"{bag}: {file.english}", f"{bag}: {file.indonesian}")
    return Both(
        f"{bag}: {file.english}, {kind.english} {numbers}", f"{bag}: {file.indonesian}, {kind.indonesian} {numbers}"
    )


def _numbers(lines: list[int], others: list[str]) -> str:
    return ", ".join((*ranges(sorted(set(lines))), *dict.fromkeys(others)))


def ranges(numbers: list[int]) -> Iterator[str]:
    """Runs of numbers, each by its first and last."""
    start = 0
    for end in range(len(numbers)):
        if end + 1 == len(numbers) or numbers[end + 1] != numbers[end] + 1:
            yield str(numbers[start]) if start == end else f"{numbers[start]}{TO}{numbers[end]}"
            start = end + 1
