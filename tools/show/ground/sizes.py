# SPDX-License-Identifier: Apache-2.0
"""How much of a costly line is measured: all of it, or with `QUICK=1` so much as takes seconds."""

import os

QUICK = "QUICK"
"""Set in the environment, every costly line is measured on its small size."""


def sized(whole: int, small: int) -> int:
    """The whole size, or the small one."""
    return small if os.environ.get(QUICK) else whole
