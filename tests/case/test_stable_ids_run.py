# SPDX-License-Identifier: Apache-2.0
"""Shown ids lead on through decisions that officers make and runs that follow them."""

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from tests.custody.every_noun import clock, officer

from suluh.case.acts.bags import bags_of
from suluh.case.acts.decide import LinkAct, decide_link
from suluh.case.acts.intake import Paper, add_exhibit, record_authority
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.seal import Seal
from suluh.case.gate.viewer import Viewer
from suluh.case.line.run import run
from suluh.model.ids import person_id
from suluh.model.people import ONE_CONVERSATION
from suluh.simulator.simulate import simulate
from suluh.unit.folder import UnitFolder

NOW = clock(datetime(2026, 2, 2, tzinfo=UTC))
TIMES = 10
ACTS: tuple[LinkAct, ...] = ("confirm", "reject", "retract")
SIZE = {"sellers": 2, "buyers": 4, "deals": 10, "days": 9, "pictures": 12, "picture_side": 64}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """A made-up case that has run."""
    folder = tmp_path_factory.mktemp("stable")
    simulate(folder / "world", 4, **SIZE)
    unit = UnitFolder(folder / "unit")
    made = Case.start(
        CaseFolder(folder / "case"), "1", "Unit", Acting(officer(unit, "S-1"), unit, NOW, secret=bytes(32))
    )
    for paper in json.loads((folder / "world" / "case.json").read_text("utf-8"))["authorities"]:
        record_authority(made, Paper(**paper))
    for bag in bags_of(folder / "world" / "exhibits.csv", print):
        add_exhibit(made, bag)
    run(made, lambda _: None)
    yield made
    made.close()


def in_full(case: Case, what: str, field: str) -> dict[str, tuple[str, ...]]:
    """What the rows of a list hold in a field, by their ids."""
    rows = Viewer(case, "testing").list(what)
    return {str(row["id"]): tuple(row[field]) for row in rows}  # type: ignore[arg-type] # a list of texts


def test_ids_lead_on_through_decisions_and_runs(case: Case) -> None:
    drawn = random.Random(7)  # noqa: S311 # a draw that can be repeated
    persons, deals = in_full(case, "persons", "accounts"), in_full(case, "deals", "messages")
    moved: set[str] = set()

    for _ in range(TIMES):
        of_accounts = (row for row in Viewer(case).list("links") if row["rule"] != ONE_CONVERSATION)
        link = drawn.choice(list(of_accounts))
        decide_link(case, str(link["id"]), drawn.choice(ACTS), "drawn", str(link["seen"]))
        run(case, lambda _: None)
        check(case, persons, deals)
        moved |= persons.keys() - in_full(case, "persons", "accounts").keys()

    assert persons
    assert deals
    assert moved


def check(case: Case, persons: dict[str, tuple[str, ...]], deals: dict[str, tuple[str, ...]]) -> None:
    """Every id of a person leads to who holds its first account now, of a deal to that with its first message."""
    seal, viewer = Seal(case.secret), Viewer(case)
    held, told = in_full(case, "persons", "accounts"), in_full(case, "deals", "messages")
    for name, accounts in persons.items():
        [first] = [one for one in accounts if seal.of(person_id(one)) == name]
        assert first in held[viewer.now("persons", name)]
    for name, messages in deals.items():
        assert messages[0] in told[viewer.now("deals", name)]
