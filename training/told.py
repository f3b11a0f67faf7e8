# SPDX-License-Identifier: Apache-2.0
"""Writes docs/accuracy.md: what was measured, on what, and what came out, in the form of a test report."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from training.corpus import OURS, digest, scripts, writers
from training.figures import Figures
from training.judging import HOLDS, HOLDS_EACH
from training.scenes import WORLDS

if TYPE_CHECKING:
    from training.accuracy import Ordinary

    Measured = tuple[str, Figures, Ordinary]

TEMPLATE = Path(__file__).parent / "accuracy.template.md"


def page(rows: Sequence["Measured"], apart: Sequence["Measured"]) -> str:
    """The whole page."""
    whole = _sum(figures for _, figures, _ in rows)
    classes = ["| score | deals | mean score | right |", "|---|---|---|---|"]
    classes += [
        f"| 0.{place} to {(place + 1) / 10:.1f} | {number} | {said:.2f} | {right:.2f} |"
        for place, number, said, right in whole.reliability()
    ]
    return TEMPLATE.read_text("utf-8").format(
        digest=digest(),
        scripts=len(scripts()),
        writers=len(writers()),
        ours=len(set(writers()) & OURS),
        worlds=WORLDS,
        figures=_table(rows),
        apart=_table(apart),
        apart_ordinary=_ordinary([one for *_, one in apart]),
        classes="\n".join(classes),
        errors=_errors(whole),
        ordinary=_ordinary([one for *_, one in rows]),
        holds=round(100 * HOLDS),
        each=round(100 * HOLDS_EACH),
    )


def _table(rows: Sequence["Measured"]) -> str:
    """A row for each writer, and one for all."""
    whole = _row("all", _sum(figures for _, figures, _ in rows))
    return "\n".join((_HEADER, *(_row(writer, figures) for writer, figures, _ in rows), whole))


_HEADER = (
    "| writer | deals F1 (precision, recall) | `recorded`: precision, recall, number | lines tied: precision, recall |"
    " edges: precision, recall | items wrong | money wrong | state right | calibration (ECE) |\n"
    "|---|---|---|---|---|---|---|---|---|"
)


def _row(name: str, one: Figures) -> str:
    share = one.share
    return (
        f"| {name} | {one.f1:.2f} ({share('right', 'shown'):.2f}, {share('right', 'true'):.2f})"
        f" | {share('recorded right', 'recorded'):.2f}, {share('recorded right', 'payable'):.2f},"
        f" {one.counts['recorded']}"
        f" | {share('ties right', 'ties'):.2f}, {share('ties right', 'ties true'):.2f}"
        f" | {share('edges right', 'edges'):.2f}, {share('edges right', 'edges true'):.2f}"
        f" | {abs(1 - share('items', 'items true')):.2f} | {abs(1 - share('money', 'money true')):.2f}"
        f" | {share('state right', 'right'):.2f} | {one.ece():.3f} |"
    )


def _errors(whole: Figures) -> str:
    """The known error rate, with how sure that is."""
    wrong, number = whole.counts["recorded"] - whole.counts["recorded right"], whole.counts["recorded"]
    low, high = _bounds(wrong, number)
    return (
        f"**Known error rate of `recorded` deals:** {wrong} of {number} wrong, {wrong / max(1, number):.1%}"
        f" (95 in 100 such tests would lie between {low:.1%} and {high:.1%})."
    )


def _ordinary(rows: Sequence["Ordinary"]) -> str:
    many, said = sum(one.scripts for one in rows), sum(one.deals for one in rows)
    sure = sum(one.recorded for one in rows)
    return (
        f"**Ordinary life:** the {many} scripts in which nothing is traded, as a case of their own for each writer:"
        f" {said} deals said, {100 * said / max(1, many):.1f} in 100 scripts; {sure} of them `recorded`."
    )


def _bounds(part: int, whole: int) -> tuple[float, float]:
    """The interval of Wilson for a share."""
    if not whole:
        return 0.0, 1.0
    z = 1.96
    share, more = part / whole, z * z / whole
    middle, half = share + more / 2, z * ((share * (1 - share) + more / 4) / whole) ** 0.5
    return (middle - half) / (1 + more), (middle + half) / (1 + more)


def _sum(each: Iterable[Figures]) -> Figures:
    whole = Figures()
    for one in each:
        whole.counts.update(one.counts)
        whole.sure += one.sure
    return whole
