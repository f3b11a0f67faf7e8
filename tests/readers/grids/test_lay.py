# SPDX-License-Identifier: Apache-2.0
"""The fixtures of workbooks and pages come out the same whenever they are laid."""

import pytest
from tests.readers.grids.lay import DATA, inputs


@pytest.mark.parametrize("name", sorted(inputs()))
def test_a_fixture_is_laid_byte_by_byte_the_same(name: str) -> None:
    assert (DATA / name).read_bytes() == inputs()[name]
