# SPDX-License-Identifier: Apache-2.0
"""The verifier that every package carries, put together from its two parts."""

import re
from pathlib import Path

from suluh.custody import curve, standalone

SEAM = re.compile(r"from suluh\.custody\.curve import [\w, ]+\n")
"""Where the first part takes in the second."""


def verifier() -> bytes:
    """``verify.py``: one file, so that it loads nothing that lies beside it."""
    first, second = (Path(str(part.__file__)).read_text("utf-8") for part in (standalone, curve))
    _, _, code = second.partition("from collections.abc import Sequence\n")
    before, *after = SEAM.split(first)
    if not code or len(after) != 1:
        raise ValueError("the two parts of the verifier do not fit")
    return (before.rstrip() + "\n" + code.rstrip() + "\n" + after[0]).encode("utf-8")
