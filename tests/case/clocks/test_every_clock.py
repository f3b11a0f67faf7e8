# SPDX-License-Identifier: Apache-2.0
"""Every time of the list that comes along starts and ends by itself."""

from pathlib import Path

import pytest
from tests.case.clocks.scripted import SCRIPTS, at, copied, duties, lawful_case, rows_of_the_list

SOON = "2026-03-05T09:00+07:00"
NEVER = "2036-03-31T09:00+07:00"


@pytest.fixture(scope="module")
def lawful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with checked law, to be copied for each test."""
    folder = tmp_path_factory.mktemp("lawful")
    lawful_case(folder).close()
    return folder


def test_there_is_a_script_for_every_duty_of_the_list() -> None:
    assert set(SCRIPTS) == set(rows_of_the_list())


@pytest.mark.parametrize("row", SCRIPTS)
def test_a_time_starts_with_its_event_and_ends_with_its_proof(lawful: Path, tmp_path: Path, row: str) -> None:
    case = copied(lawful, tmp_path / "copy")
    script = SCRIPTS[row]
    assert duties(case, row) == []

    script.start(case)
    [running] = duties(case, row)

    assert (running["due"], running["proof"]) == (script.due, None)
    assert running["state"] in {"running", "no-length"}
    if script.due:
        assert [one["state"] for one in duties(at(case, NEVER), row)] == ["late"]
    if script.end is not None:
        script.end(at(case, SOON))
        [done] = duties(at(case, NEVER), row)
        assert (done["state"], done["proof"] is None) == ("met", False)
    case.close()
