# SPDX-License-Identifier: Apache-2.0
"""Compiles what a run calls once, while the tests are loaded: else each of their processes does so in a fresh clone."""

import tempfile
from pathlib import Path

from tests.compiled import KEPT
from tests.finished import finish
from tests.forked import Forked

from suluh.case.jobs import picture
from suluh.workers.parent import worker

if __name__ == "__main__":
    assert KEPT
    worker.begin = Forked  # type: ignore[assignment] # as far as it is asked
    picture.warm()
    with tempfile.TemporaryDirectory() as folder:
        finish(Path(folder))
