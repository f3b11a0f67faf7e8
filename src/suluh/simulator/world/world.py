# SPDX-License-Identifier: Apache-2.0
"""A made-up world: a stage with whole deals, and the devices that were seized."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TypedDict, Unpack

from suluh.simulator.evidence.devices import Reply, Seizure, Talk
from suluh.simulator.evidence.scene import write_scene
from suluh.simulator.truth import Truth
from suluh.simulator.world.events import Deal
from suluh.simulator.world.people import Person
from suluh.simulator.world.play import Plan, PlanTerms, Play
from suluh.simulator.world.stage import START, Stage


class SeizureTerms(TypedDict, total=False):
    """How a device was found: which formats it holds."""

    zone: str
    talk: Talk
    money: tuple[str, ...]
    noise: bool
    stated: str
    paper: str
    edited: Mapping[str, str]


class World(Stage):
    """Persons who talk, pay and trade, and the exhibits that show a part of it."""

    def __init__(self, seed: int = 1, side: int = 64, start: datetime = START) -> None:
        super().__init__(seed, side, start)
        self.seizures: list[Seizure] = []
        self.replies: list[Reply] = []

    def sell(self, seller: Person, buyer: Person, **terms: Unpack[PlanTerms]) -> Deal:
        """One whole deal from asking to thanks, beginning now."""
        plan = Plan(**terms)
        play = Play(self, plan, seller, buyer, self.tick(plan.at))
        deal = play.run()
        self.now = max(self.now, play.clock)
        return deal

    def seize(self, holder: Person, label: str, **terms: Unpack[SeizureTerms]) -> Seizure:
        """A device of a person comes in as an exhibit."""
        seizure = Seizure(
            label=label,
            holder=holder,
            zone=terms.get("zone", "Asia/Jakarta"),
            talk=terms.get("talk", "msgstore"),
            money=terms.get("money", (holder.bank,)),
            noise=terms.get("noise", False),
            stated=terms.get("stated", ""),
            paper=terms.get("paper", ""),
            edited=terms.get("edited", {}),
        )
        self.seizures.append(seizure)
        return seizure

    def reply(self, label: str, *statements: tuple[Person, str]) -> Reply:
        """Statements of persons, each in a format, come in as an exhibit."""
        reply = Reply(label, statements)
        self.replies.append(reply)
        return reply

    def write(self, folder: Path, *, is_told: bool = True) -> Truth:
        """Write the exhibits, with the truth beside them and never inside; of what is not told no truth is written."""
        return write_scene(self, [*self.seizures, *self.replies], folder, is_told=is_told)
