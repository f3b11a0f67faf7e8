# SPDX-License-Identifier: Apache-2.0
"""The practice bench by other authors, where nobody states whose device an exhibit is.

``PRACTICE`` names a case of it that is made already.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from tools.show import practised
from tools.show.line import Line
from tools.show.practised import NONE, Scores

SEED = 7
_PIECES = re.compile(r"(\d+) of \d+ in pieces, (\d+) with messages of another")


def practice(folder: Path) -> Iterator[Line]:
    """What is known of senders and conversations with own accounts not stated."""
    if not practised.BENCH.is_dir():
        yield Line("the practice bench", "not beside the project", "its scores", is_met=False)
        return
    made = Path(os.environ["PRACTICE"]) if os.environ.get("PRACTICE") else practised.made(folder, SEED)
    yield from lines(practised.scores(made, folder, stated=False))


def lines(found: Scores) -> Iterator[Line]:
    """One line a score; one that is missing falls short."""
    for key, what, least in (
        ("sender_known", "sender known, own accounts not stated", 0.98),
        ("conversation_kind_right", "kind of conversation right", 0.98),
    ):
        value, note = found.get(key, NONE)
        yield Line(f"practice bench: {what}", f"{value:.3f} ({note})", f"at least {least}", value >= least)
    wrong, note = found.get("wrong_sender", NONE)
    yield Line("practice bench: wrong senders", f"{wrong:.0f} ({note})", "0", wrong == 0)
    told = _PIECES.search(found.get("conversation_errors", NONE)[1])
    pieces, mixed = (told[1], told[2]) if told else ("not measured", "not measured")
    yield Line("practice bench: conversations in pieces", pieces, "0", pieces == "0")
    yield Line("practice bench: conversations with messages of another", mixed, "0", mixed == "0")
