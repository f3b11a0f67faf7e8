# SPDX-License-Identifier: Apache-2.0
"""No small number can be worked out of a table that leaves the unit, or of two of them."""

import random
from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from tests.each import each

from suluh.referral.statistics.counted import NESTED, VALUES, Counted
from suluh.referral.statistics.hide import BELOW, GONE, OPEN, SMALL, Shown, hidden
from suluh.referral.statistics.intervals import change, share
from suluh.referral.statistics.tables import groups, published, sheets

MOST = 40
"""So far a reader tries for what is hidden."""


def worlds(shown: Shown) -> Iterator[tuple[int, ...]]:
    """All that the parts may be, for a reader who sees a table and adds up."""
    options = [
        range(1, SMALL) if text == BELOW else range(MOST) if text == GONE else (int(text),)
        for text in shown.parts.values()
    ]
    for values in product(*options):
        total = sum(values)
        if shown.total == GONE or (shown.total == BELOW and 0 < total < SMALL) or shown.total == str(total):
            yield values


def drawn(seed: int) -> dict[str, int]:
    draw = random.Random(seed)  # noqa: S311 # a test draws its tables by number
    return {name: draw.choice((0, 1, 2, 9, 10, 11, draw.randrange(MOST))) for name in "abc"[: draw.randrange(1, 4)]}


@each("seed", range(60))
def test_no_small_part_is_told_by_its_total(seed: int) -> None:
    parts = drawn(seed)
    shown = hidden(parts)

    found = list(worlds(shown))
    small = [at for at, size in enumerate(parts.values()) if 0 < size < SMALL]

    assert tuple(parts.values()) in found
    assert [at for at in small if len({values[at] for values in found}) < OPEN] == []


@pytest.mark.parametrize(("parts", "most"), [(2, 60), (3, 36)])
def test_no_small_part_is_told_to_who_knows_how_parts_are_hidden(parts: int, most: int) -> None:
    found: dict[tuple[str, ...], list[set[int]]] = {}
    for sizes in product(range(most), repeat=parts):
        if SMALL <= sum(sizes) < most:  # a reader has no end of counts, and here all of these sums are tried
            shown = hidden({str(at): size for at, size in enumerate(sizes)})
            key = (shown.total, *shown.parts.values())
            for seen, size in zip(found.setdefault(key, [set() for _ in sizes]), sizes, strict=True):
                seen.add(size)

    few = [(key, seen) for key, each in found.items() for seen in each if 1 < len(seen) < OPEN or _is_alone(key, seen)]
    assert few == []


def _is_alone(key: tuple[str, ...], seen: set[int]) -> bool:
    """Whether a hidden part can be one small number alone."""
    return len(seen) == 1 and 0 < min(seen) < SMALL and str(min(seen)) not in key


def test_hidden_parts_give_no_small_sum() -> None:
    assert set(hidden({"a": 3, "b": 3, "c": 40}).parts.values()) == {GONE}
    assert hidden({"a": 3, "b": 7, "c": 40}).parts == {"a": BELOW, "b": BELOW, "c": "40"}


def test_a_part_that_stood_in_an_earlier_table_does_not_give_its_neighbour_back() -> None:
    first = hidden({"a": 30, "b": 20})

    second = hidden({"a": 30, "b": 30, "c": 1}, [first])
    divided = hidden({"a1": 27, "a2": 3, "b": 20}, [first])

    assert (first.total, second.total, divided.total) == ("50", "61", "50")
    assert set(second.parts.values()) == set(divided.parts.values()) == {GONE}


@each("seed", range(60))
def test_no_small_change_is_told_by_two_tables(seed: int) -> None:
    old = drawn(seed)
    new = {name: size + random.Random(seed + at).choice((0, 0, 3, 15)) for at, (name, size) in enumerate(old.items())}  # noqa: S311 # as above

    first = hidden(old)
    second = hidden(new, [first])

    assert not any(map(_is_small, _differences(first, second)))


def _differences(one: Shown, other: Shown) -> Iterator[int]:
    for before, after in ((one.total, other.total), *((one.parts[name], other.parts[name]) for name in one.parts)):
        if before.isdecimal() and after.isdecimal():
            yield int(after) - int(before)
    rests = [
        int(x.total) - sum(int(y) for y in x.parts.values() if y.isdecimal())
        for x in (one, other)
        if x.total.isdecimal()
    ]
    if len(rests) == 2:  # of both tables
        yield rests[1] - rests[0]


def _is_small(step: int) -> bool:
    return 0 < abs(step) < SMALL


def counted(case: str, year: int, **sizes: int) -> Counted:
    return Counted(case, year, {(name, ""): size for name, size in sizes.items()}, {})


def test_a_case_that_is_larger_than_all_others_is_shown_apart() -> None:
    made = groups([counted("1", 2026, deals=90), counted("2", 2026, deals=20)], {})

    assert made["largest", "deals", "2026"] == {"perkara terbesar / largest case": 90, "perkara lain / other cases": 20}


def test_within_the_unit_nothing_is_hidden() -> None:
    made: Mapping[tuple[str, str, str], dict[str, int]] = groups([counted("1", 2026, deals=3)], {"1": "Jawa Barat"})

    assert published(made, (), inside=True)["provinces", "deals", "2026"] == Shown("3", {"Jawa Barat": "3"})
    assert published(made, (), inside=False)["provinces", "deals", "2026"].total == BELOW


def test_a_median_is_withheld_where_few_values_came_since_it_was_told() -> None:
    def medians(number: int, *before: dict[str, Shown]) -> tuple[list[tuple[object, ...]], dict[str, Shown]]:
        values = [tuple(range(at, number, 3)) for at in range(3)]
        made = [Counted(str(at), 2026, {}, {"price": one}) for at, one in enumerate(values)]
        told = published(groups(made, {}), before, inside=False)
        [sheet] = [one for one in sheets(made, told, inside=False) if one.name == "median"]
        return [row[2:] for row in sheet.rows], {" ".join(key): one for key, one in told.items()}

    rows, first = medians(20)

    assert rows == [(20, 5, 10, 14)]
    assert medians(21, first)[0] == [(GONE, None, None, None)]
    assert medians(30, first)[0] == [(30, 7, 14, 22)]
    assert medians(9)[0] == [(BELOW, None, None, None)]


def medians_of(*sizes: int, inside: bool) -> tuple[object, ...]:
    made = [Counted(str(at), 2026, {}, {"price": tuple(range(size))}) for at, size in enumerate(sizes)]
    told = published(groups(made, {}), (), inside=inside)
    [row] = next(one for one in sheets(made, told, inside=inside) if one.name == "median").rows
    return row[3:]


@pytest.mark.parametrize(
    ("sizes", "is_told"), [((20,), False), ((12, 12), False), ((30, 5, 5), False), ((10, 5, 5), True)]
)
def test_a_median_that_would_be_of_one_case_is_withheld(sizes: tuple[int, ...], *, is_told: bool) -> None:
    assert (medians_of(*sizes, inside=False)[1] is not None) is is_told
    assert medians_of(*sizes, inside=True)[1] is not None


@pytest.mark.parametrize(("wholes", "name"), NESTED)
@pytest.mark.parametrize("step", [1, 9, 10])
def test_no_difference_of_two_measures_is_a_small_number(wholes: tuple[str, ...], name: str, step: int) -> None:
    counts = {(one, ""): 30 if at == 0 else 20 for at, one in enumerate(wholes)}
    part = sum(counts.values()) - step
    values = {name: tuple(range(part))} if name in VALUES else {}
    more = {} if values else {(name, ""): part}

    told = published(groups([Counted("1", 2026, {**counts, **more}, values)], {}), (), inside=False)

    table = "median" if values else "parts"
    assert told[table, name, "2026"].total == (str(part) if step >= SMALL else GONE)
    assert all(told["parts", one, "2026"].total == str(counts[one, ""]) for one in wholes)


def test_no_difference_of_two_measures_is_small_in_a_province() -> None:
    sizes = {"1": (40, 38), "2": (40, 20)}
    made = [
        Counted(case, 2026, {("letters", ""): whole, ("packages", ""): 30}, {}) for case, (whole, _) in sizes.items()
    ]
    helped = [
        Counted(case, 2026, {("children-identified", ""): whole, ("children-supported", ""): part}, {})
        for case, (whole, part) in sizes.items()
    ]

    told = published(groups([*made, *helped], {"1": "A", "2": "B"}), (), inside=False)

    assert told["provinces", "children-supported", "2026"] == Shown("58", {"A": GONE, "B": GONE})
    assert told["provinces", "children-identified", "2026"] == Shown("80", {"A": "40", "B": "40"})


def test_exact_intervals_hold_what_they_say() -> None:
    low, high = share(0, 20)

    assert (low, round(high, 4)) == (0.0, 0.1684)
    assert change(20, 22).low < 0 < change(20, 22).high
