# SPDX-License-Identifier: Apache-2.0
"""What the reference case took, as a table in the terminal and as charts."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from tools.reference import svg
from tools.reference.measure import Result, Spent, line

SHOWN = ("walk", "digest", "picture", "confirm", "stand")


def text(result: Result) -> str:
    """The figures of one case."""
    lines = [f"{result.pictures:,} pictures, {result.files:,} files, case file {result.bytes / 1e6:,.0f} MB"]
    lines += [line(one) for one in (*result.steps, total(result.steps), result.again, *result.lists)]
    return "\n".join(lines)


def total(steps: Sequence[Spent]) -> Spent:
    """The whole line."""
    return Spent(
        "all",
        sum(one.seconds for one in steps),
        sum(one.processor for one in steps),
        sum(one.workers for one in steps),
        max(one.memory for one in steps),
        max(one.done for one in steps),
    )


def write(results: Sequence[Result], docs: Path) -> None:
    """Charts of every case that was measured."""
    docs.mkdir(parents=True, exist_ok=True)
    drawn = {
        "time": svg.curves(
            "Time of the whole line",
            "seconds",
            {
                "on the clock": [(one.files, total(one.steps).seconds) for one in results],
                "processor": [(one.files, _processor(total(one.steps))) for one in results],
                "processor of the parent": [(one.files, total(one.steps).processor) for one in results],
            },
        ),
        "memory": svg.curves(
            "The most memory that the parent held",
            "MB",
            {"whole line": [(one.files, total(one.steps).memory / 1e6) for one in results]},
        ),
        "steps": svg.bars(
            "Processor time by step", "microseconds a file", {f"{one.pictures:,}": _shares(one) for one in results}
        ),
    }
    for name, text_of in drawn.items():
        (docs / f"{name}.svg").write_text(text_of, "utf-8")
    (docs / "figures.md").write_text(page(results), "utf-8")


def page(results: Sequence[Result]) -> str:
    """Every figure as a page."""
    parts = [HEAD]
    for one in results:
        most = total(one.steps)
        parts.append(f"## {one.pictures:,} pictures: {one.files:,} files, case file {one.bytes / 1e6:,.0f} MB\n")
        parts.append("| step or list | values | seconds | parent, us a file | workers, us a file | memory, MB |")
        parts.append("|---|--:|--:|--:|--:|--:|")
        rows = (*one.steps, msgspec.structs.replace(most, name="**whole line**"), one.again, *one.lists)
        parts += [_row(row, one.files) for row in rows]
        parts.append("")
    return "\n".join(parts)


HEAD = """<!-- SPDX-License-Identifier: Apache-2.0 -->
# Figures of the reference case

Written by `make reference`; [performance.md](../performance.md) says what they mean.
Seconds are on the clock; parent and workers are processor time.
"""


def _row(one: Spent, files: int) -> str:
    own, others = (1e6 * value / files for value in (one.processor, one.workers))
    return f"| {one.name} | {one.done:,} | {one.seconds:,.2f} | {own:,.0f} | {others:,.0f} | {one.memory / 1e6:,.0f} |"


def _processor(one: Spent) -> float:
    return one.processor + one.workers


def _shares(result: Result) -> dict[str, float]:
    """Microseconds a file of the steps that take most, and of the others together."""
    each = 1e6 / result.files
    found = {one.name: _processor(one) * each for one in result.steps}
    shown = {name: found.get(name, 0.0) for name in SHOWN}
    return {**shown, "others": sum(found.values()) - sum(shown.values())}
