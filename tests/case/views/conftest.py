# SPDX-License-Identifier: Apache-2.0
"""One made-up case for all tests of lists."""

from collections.abc import Iterator

import pytest
from tests.case.views.made import made_case

from suluh.case.case import Case


@pytest.fixture(scope="session")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """The case of those who only read it; nothing but entries of reads is added."""
    made = made_case(tmp_path_factory.mktemp("seen"))
    yield made
    made.close()


@pytest.fixture
def case(copied_case: Case) -> Iterator[Case]:
    made = copied_case
    yield made
    made.close()
