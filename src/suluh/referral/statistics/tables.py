# SPDX-License-Identifier: Apache-2.0
"""The tables of statistics: by year in parts, by province, medians, shares and changes, each with its definition."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import quantiles

from suluh.referral.sheets import Cell, Column, Sheet, or_none
from suluh.referral.statistics.counted import COUNTS, NESTED, VALUES, Counted, Measure
from suluh.referral.statistics.hide import GONE, OPEN, Shown, beside, hidden
from suluh.referral.statistics.intervals import change, share
from suluh.referral.words import both

UNKNOWN = "tidak dinyatakan / not stated"
LARGEST = "perkara terbesar / largest case"
OTHERS = "perkara lain / other cases"
BY_CHANCE = (
    "perubahan ini dapat terjadi secara kebetulan / this change may come by chance",
    "perubahan ini lebih besar daripada kebetulan / this change is greater than chance",
)
NO_LARGEST = "tidak ada: tidak ada perkara yang melebihi separuh / none: no case has more than half"
NO_VALUES = "tidak ada: belum ada nilainya / none: there are no values yet"
NO_SHARES = "tidak ada: angkanya terlalu kecil untuk keluar / none: its numbers are too small to leave"
NO_CHANGES = "tidak ada: perlu dua tahun yang angkanya boleh keluar / none: it takes two years whose numbers may leave"
"""What stands in a table without a row."""

Key = tuple[str, str, str]
"""Which table, measure and year."""

Published = Mapping[str, Shown]
"""What one table that left the unit said, by table, measure and year."""


def groups(counted: Sequence[Counted], provinces: Mapping[str, str]) -> dict[Key, dict[str, int]]:
    """Every total with its parts: by part, by province, the largest case beside the others; and how many values."""
    found: dict[Key, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    by_case: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in counted:
        for (measure, part), size in one.counts.items():
            year = str(one.year)
            found["parts", measure, year][part] += size
            found["provinces", measure, year][provinces.get(one.case, UNKNOWN)] += size
            by_case[measure, year][one.case] += size
        for measure, values in one.values.items():
            if values:
                found["median", measure, str(one.year)][""] += len(values)
    for (measure, year), sizes in by_case.items():
        largest, total = max(sizes.values()), sum(sizes.values())
        if measure != "cases" and len(sizes) > 1 and 2 * largest > total:
            found["largest", measure, year] = {LARGEST: largest, OTHERS: total - largest}
    return {key: dict(parts) for key, parts in sorted(found.items())}


def published(made: Mapping[Key, Mapping[str, int]], before: Sequence[Published], *, inside: bool) -> dict[Key, Shown]:
    """Every total with its parts as they may be read: within the unit as they are, outside with small ones hidden."""
    if inside:
        whole = {key: {part: str(size) for part, size in parts.items()} for key, parts in made.items()}
        return {key: Shown(str(sum(made[key].values())), parts) for key, parts in whole.items()}
    told = {
        key: hidden(parts, [one[" ".join(key)] for one in before if " ".join(key) in one])
        for key, parts in made.items()
    }
    told = _apart(told)
    gone = {key[1:] for key, one in told.items() if one.total == GONE}
    return {key: one.withheld() if key[1:] in gone else one for key, one in told.items()}


def _apart(told: Mapping[Key, Shown]) -> dict[Key, Shown]:
    """Every total with its parts, without what two measures that count the same would tell together."""
    found = dict(told)
    for wholes, name in NESTED:
        for (table, measure, year), one in told.items():
            if measure == name:
                of = "parts" if table == "median" else table
                known = [told.get((of, whole, year), Shown("0", {})) for whole in wholes]
                found[table, measure, year] = beside(one, known, in_parts=table in {"provinces", "largest"})
    return found


def sheets(counted: Sequence[Counted], told: Mapping[Key, Shown], *, inside: bool) -> Iterator[Sheet]:
    """Every table as a sheet; one without a row says why it has none."""
    yield Sheet("tahun", _HEAD, iter(_rows("parts", told)))
    yield Sheet("provinsi", _HEAD, iter(_rows("provinces", told)))
    yield Sheet("perkara-terbesar", _HEAD, or_none(_rows("largest", told), NO_LARGEST))
    yield Sheet("median", _MEDIANS, or_none(_medians(counted, told, inside=inside), NO_VALUES))
    yield Sheet("bagian", _SHARES, or_none(_shares(told), NO_SHARES))
    yield Sheet("perubahan", _CHANGES, or_none(_changes(told), NO_CHANGES))
    yield Sheet("definisi", _DEFINED, iter([_defined(one) for one in (*COUNTS.values(), *VALUES.values())]))


_HEAD = (
    Column("Ukuran", "Measure", 40),
    Column("Tahun", "Year", 8),
    Column("Bagian", "Part", 36),
    Column("Jumlah", "Count", 12),
)
_MEDIANS = (
    *_HEAD[:2],
    Column("n", "n", 8),
    Column("Kuartil 1", "Quartile 1", 12),
    Column("Median", "Median", 12),
    Column("Kuartil 3", "Quartile 3", 12),
)
_SHARES = (
    *_HEAD[:3],
    Column("Jumlah", "Count", 12),
    Column("n", "n", 12),
    Column("Bagian (%)", "Share (%)", 12),
    Column("Selang 95 % (%)", "95 % interval (%)", 20),
)
_CHANGES = (
    *_HEAD[:1],
    Column("Tahun", "Years", 14),
    Column("Selisih", "Difference", 12),
    Column("Selang 95 %", "95 % interval", 20),
    Column("Artinya", "Meaning", 70),
)
_DEFINED = (*_HEAD[:1], Column("Definisi", "Definition", 70), Column("Definisi (Inggris)", "Definition in English", 70))


def _name(measure: str) -> str:
    one = COUNTS.get(measure) or VALUES[measure]
    return f"{one.indonesian} / {one.english}"


def _defined(one: Measure) -> tuple[Cell, ...]:
    return f"{one.indonesian} / {one.english}", one.defined_id, one.defined_en


def _rows(table: str, told: Mapping[Key, Shown]) -> list[tuple[Cell, ...]]:
    """The rows of one table: each total, then its parts."""
    found: list[tuple[Cell, ...]] = []
    for (of, measure, year), one in told.items():
        if of == table:
            found.append((_name(measure), year, "jumlah / total", _cell(one.total)))
            found += [
                (_name(measure), year, both(part), _cell(text)) for part, text in sorted(one.parts.items()) if part
            ]
    return found


def _cell(text: str) -> Cell:
    return int(text) if text.isdecimal() else text


def _medians(counted: Sequence[Counted], told: Mapping[Key, Shown], *, inside: bool) -> Iterator[tuple[Cell, ...]]:
    """Median and quartiles of single values, where there are enough to tell none of them, nor what came since.

    Outside the unit they are of at least three cases, of which none has more than half of the values: else they would
    be those of one case.
    """
    for measure in VALUES:
        for year in sorted({one.year for one in counted}):
            by_case = [one.values.get(measure, ()) for one in counted if one.year == year]
            sizes = [size for values in by_case for size in values]
            if not sizes:
                continue
            number = told["median", measure, str(year)].total
            if number.isdecimal() and len(sizes) > 1 and (inside or _is_of_many(by_case)):
                low, middle, high = (round(one) for one in quantiles(sizes, n=4, method="inclusive"))
                yield (_name(measure), str(year), len(sizes), low, middle, high)
            else:
                yield (_name(measure), str(year), _cell(number), None, None, None)


def _is_of_many(by_case: Sequence[Sequence[int]]) -> bool:
    """Whether values are of so many cases that they are not those of one."""
    sizes = [len(one) for one in by_case if one]
    return len(sizes) >= OPEN and 2 * max(sizes) <= sum(sizes)


def _shares(told: Mapping[Key, Shown]) -> Iterator[tuple[Cell, ...]]:
    """The share of each part that stands beside its total, with its exact interval."""
    for (table, measure, year), one in told.items():
        if table != "parts" or not one.total.isdecimal() or one.total == "0":
            continue
        for part, text in sorted(one.parts.items()):
            if part and text.isdecimal():
                size, whole = int(text), int(one.total)
                limits = share(size, whole)
                said = f"{100 * limits.low:.1f}-{100 * limits.high:.1f}"
                yield (_name(measure), year, both(part), size, whole, f"{100 * size / whole:.1f}", said)


def _changes(told: Mapping[Key, Shown]) -> Iterator[tuple[Cell, ...]]:
    """The change of each measure that comes singly, from one year to the next."""
    for (table, measure, year), one in told.items():
        before = told.get((table, measure, str(int(year) - 1)))
        if table != "parts" or before is None or not COUNTS[measure].is_independent:
            continue
        if one.total.isdecimal() and before.total.isdecimal():
            limits = change(int(before.total), int(one.total))
            said = BY_CHANCE[not limits.low <= 0 <= limits.high]
            step = int(one.total) - int(before.total)
            yield (
                _name(measure),
                f"{int(year) - 1}-{year}",
                f"{step:+d}",
                f"{limits.low:.1f}; {limits.high:.1f}",
                said,
            )
