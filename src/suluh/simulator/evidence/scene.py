# SPDX-License-Identifier: Apache-2.0
"""Writes the seized devices of a world as folders, and gathers the truth about them."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from suluh.simulator.evidence.clutter import clutter
from suluh.simulator.evidence.devices import Chat, Reply, Seizure, chats
from suluh.simulator.evidence.papers import write_papers, write_readme
from suluh.simulator.evidence.phone import write_talk
from suluh.simulator.evidence.statements import Period, write_money, write_statement
from suluh.simulator.evidence.tree import Tree
from suluh.simulator.gather import gather
from suluh.simulator.truth import NAME, Truth
from suluh.simulator.world.stage import Stage

EXHIBITS = "exhibits"


def write_scene(stage: Stage, exhibits: Sequence[Seizure | Reply], folder: Path, *, is_told: bool = True) -> Truth:
    """Write all exhibits, their papers and hash sets, and ``truth.json`` beside them if it is to be told."""
    root = folder / EXHIBITS
    folder.mkdir(parents=True, exist_ok=True)
    write_readme(stage, folder)
    if root.exists():
        shutil.rmtree(root)
    root.mkdir()
    trees = [_device(stage, one, root) if isinstance(one, Seizure) else _answer(stage, one, root) for one in exhibits]
    truth = gather(stage, exhibits, trees)
    write_papers(stage, truth, folder)
    if is_told:
        truth.write(folder)
    return truth


def _answer(stage: Stage, reply: Reply, root: Path) -> Tree:
    """One exhibit of statements, as letters bring them."""
    tree = Tree(root / reply.label, reply.label)
    tree.root.mkdir(parents=True)
    for person, form in reply.statements:
        beside = [other for one, other in reply.statements if one == person]
        write_statement(tree, f"{form}/", (person, form), stage.paid, Period.of(stage).part(form, beside))
    return tree


def _device(stage: Stage, seizure: Seizure, root: Path) -> Tree:
    """One exhibit as its extraction looks."""
    tree = Tree(root / seizure.label, seizure.label)
    tree.root.mkdir(parents=True)
    held: list[Chat] = chats(seizure, stage.rooms.values(), stage.said)
    dice = stage.dice.stream(f"device/{seizure.label}")
    write_talk(tree, seizure, held, dice)
    write_money(tree, seizure, stage.paid, Period.of(stage))
    if seizure.noise:
        clutter(tree, stage, seizure, dice.stream("clutter"))
    return tree


__all__ = ["EXHIBITS", "NAME", "write_scene"]
