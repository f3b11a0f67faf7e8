# SPDX-License-Identifier: Apache-2.0
"""One made-up case for all tests of lists."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.case.views.made import made_case

from suluh.case.case import Case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    made = made_case(tmp_path)
    yield made
    made.close()
