# SPDX-License-Identifier: Apache-2.0
"""Scores sources on made-up cases, the whole line: ``python -m bench.sources FIRST LAST`` prints a range of seeds."""

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tools.made_up import enter
from tools.unit import Unit

from suluh.simulator.score import LISTS, Rate, score
from suluh.simulator.simulate import simulate
from suluh.simulator.truth import Truth

Row = Mapping[str, object]


def main(first: int = 1, last: int = 20) -> None:
    """Print precision and recall of each seed, and rows whose every item the holder sent."""
    whole, own = Rate(0, 0, 0), 0
    for seed in range(first, last + 1):
        with tempfile.TemporaryDirectory(prefix="suluh-sources-") as folder:
            got, sent = _one(Path(folder), seed)
        print(f"seed {seed}: {got}, sent by the holder {sent}", flush=True)
        whole = Rate(whole.right + got.right, whole.shown + got.shown, whole.true + got.true)
        own += sent
    print(f"seeds {first} to {last}: {whole}, sent by the holder {own}")


def _one(folder: Path, seed: int) -> tuple[Rate, int]:
    """The figure of one case, and its rows through which nobody but the holder sent anything."""
    truth = simulate(folder / "world", seed, picture_side=48)
    unit, case = Unit(folder / "home"), folder / "case"
    enter(unit, folder / "world", case)
    unit.must("run", str(case))
    shown = {what: unit.rows(case, what) for what in LISTS}
    alone = [row for row in shown["sources"] if not _strangers(truth, shown, row["conversation"])]
    if "-v" in sys.argv:
        _tell(truth, shown)
    return score(truth, shown).sources, len(alone)


def _strangers(truth: Truth, shown: Mapping[str, list[Row]], conversation: object) -> set[object]:
    """Who sent files into a conversation of an exhibit without being its holder, as shown."""
    own: dict[str, set[object]] = {}
    for exhibit in truth.exhibits:
        persons = (set(row["accounts"]) for row in shown["persons"])  # type: ignore[call-overload] # a list
        own[exhibit.label] = set().union(exhibit.accounts, *(one for one in persons if one & set(exhibit.accounts)))
    return {
        row["sender"]
        for row in shown["messages"]
        if row["conversation"] == conversation and row["attachments"] and row["sender"]
        for place in row["places"]  # type: ignore[attr-defined] # a list
        if row["sender"] not in own[place["exhibit"]]
    }


def _tell(truth: Truth, shown: Mapping[str, list[Row]]) -> None:
    """Every row beside what is true."""
    for row in shown["sources"]:
        print("  shown", row["conversation"], row["first_seen_items"], row["items_sold_on"])
    for one in truth.origins:
        print("  true", one.conversation, one.sold_on)


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:] if word != "-v"))
