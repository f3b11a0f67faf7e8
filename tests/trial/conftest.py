# SPDX-License-Identifier: Apache-2.0
"""A trial in a hurry, held once; its made-up case serves every test that plants a fault."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from suluh.trial.machine import Machine
from suluh.trial.part import parts
from suluh.trial.setting import Setting
from suluh.trial.trial import Trial, hold

NOW = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture(scope="session")
def setting(tmp_path_factory: pytest.TempPathFactory) -> Setting:
    return Setting(tmp_path_factory.mktemp("trial"), seed=1, slots=2, now=NOW, quick=True)


@pytest.fixture(scope="session")
def trial(setting: Setting) -> Iterator[Trial]:
    given = Machine(
        host="PC-3",
        serial="X-1",
        system="Linux 6.1.0-28-amd64 x86_64",
        processor="Made-up CPU with a name as long as those of real ones are, 3.20 GHz",
        cores=2,
        memory="8 GiB",
        python="3.11.7",
        sqlite="3.40.1",
    )
    yield hold(parts(), setting, given, "SULUH_NOW", lambda _: None)
    assert list(Path(setting.scratch).glob("row-*")) == []
