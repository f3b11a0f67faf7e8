# SPDX-License-Identifier: Apache-2.0
"""Fits every weight anew: ``python -m training.fit`` writes suluh/deals/weights, in a quarter of an hour."""

import sys
from collections.abc import Sequence
from pathlib import Path

from training.acts import fit_acts, fit_numbers, written, written_numbers
from training.corpus import Script, digest, scripts
from training.folds import Folds
from training.judging import counted, fit_judge, written_judge
from training.kinding import fit_kind, known, written_kind
from training.reading import read
from training.together import together
from training.tying import Ties, choices, fit_tie, written_tie

RELEASE = "2026-11"
FOLDER = Path(__file__).parent.parent / "src" / "suluh" / "deals" / "weights"


def head(chosen: Sequence[Script]) -> dict[str, str]:
    """What every file of weights begins with."""
    return {
        "corpus": digest(),
        "scripts": str(len(chosen)),
        "writers": " ".join(sorted({one.writer for one in chosen})),
        "release": RELEASE,
        "command": "python -m training.fit",
    }


def fitted(chosen: Sequence[Script]) -> dict[str, str]:
    """The text of every file of weights, learned from some scripts."""
    found, begins = read(chosen), head(chosen)
    names, numbers = fit_numbers(found)
    folds = Folds(found)
    made = choices(chosen, folds)
    worlds = list(together(chosen, folds, Ties(made)))
    deals = known(worlds)
    return {
        "acts.tsv": written(fit_acts(found), begins),
        "numbers.tsv": written_numbers(names, numbers, begins),
        "tie.json": written_tie(fit_tie(made, begins)),
        "kind.json": written_kind(fit_kind(deals, begins)),
        "judge.json": written_judge(fit_judge(counted(worlds, deals), begins)),
    }


def main() -> None:
    """Write all files to a folder, or to where the program has them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for name, text in fitted(scripts()).items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
