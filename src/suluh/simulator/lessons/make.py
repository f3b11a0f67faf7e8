# SPDX-License-Identifier: Apache-2.0
"""Makes a training case: a small made-up case with the traps and planted faults of its lesson."""

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from suluh.model.errors import Misuse
from suluh.simulator import truth as truths
from suluh.simulator.evidence.devices import Seizure
from suluh.simulator.evidence.papers import AUTHORITIES, UNIT, check_kind, check_made_up, number_of, put
from suluh.simulator.lessons.cast import Cast
from suluh.simulator.lessons.export import forged
from suluh.simulator.lessons.key import Fault, Key, Trap, write_key
from suluh.simulator.lessons.lists import URGENT, child, shelf, wrong_zone
from suluh.simulator.lessons.money import counter, sold_account, undelivered
from suluh.simulator.lessons.people import namesake, recycled
from suluh.simulator.lessons.readme import README_NAME, readme
from suluh.simulator.simulate import HOME, PLAYED, answers, fill_book, live
from suluh.simulator.world.noise import Noise
from suluh.simulator.world.trade import Size, Trade
from suluh.simulator.world.world import World

LINKS, MONEY, PAPERS, ALL = 1, 2, 3, 4
"""The lessons: each has what the one before it has, and more."""

TRAPS: tuple[tuple[int, Callable[[Cast], Trap]], ...] = (
    (LINKS, namesake),
    (LINKS, recycled),
    (MONEY, sold_account),
    (MONEY, counter),
    (MONEY, undelivered),
    (ALL, forged),
)
"""The traps, each with the first lesson that has it."""

LISTS = "lists"
SIZE = Size(sellers=2, buyers=8, deals=24, days=40, pictures=60, played=PLAYED)
"""A case that one trainee can work through in a day."""

AWAY = "Asia/Makassar"
"""Where the second device was used."""


def make_lesson(folder: Path, seed: int, lesson: int, size: Size = SIZE, *, picture_side: int = 96) -> Key:
    """Write a training case into a folder, and its key beside it; a seed gives the same. Raises `Misuse`."""
    check_made_up(folder)
    check_kind(folder, truths.NAME)
    if size.sellers < SIZE.sellers:
        raise Misuse(f"a training case has {SIZE.sellers} sellers or more: name --sellers {SIZE.sellers}")
    world = World(seed, picture_side)
    trade, lives = live(world, size)
    cast = Cast(world, trade.seized, size.days)
    traps = tuple(play(cast) for first, play in TRAPS if lesson >= first)
    seizures = _devices(cast, lesson, trade, lives)
    world.reply(f"B-{len(seizures) + 1}", *answers(world))
    truth = world.write(folder, is_told=False)
    lists, faults = _papers(world, lesson, seizures)
    number = number_of(seed, lesson)
    _beside(folder, number, lists, readme(seed, lesson, number, tuple(lists)))
    key = Key(lesson=lesson, seed=seed, number=number, truth=truth, traps=traps, faults=faults)
    write_key(folder, key)
    return key


def _devices(cast: Cast, lesson: int, trade: Trade, lives: Sequence[Noise]) -> list[Seizure]:
    """The sellers' devices, and that of the buyer whose export was edited."""
    world = cast.world
    buyers = [buyer.person for buyer in trade.buyers]
    for number, life in enumerate(lives):
        seizure = world.seize(
            life.person,
            f"B-{number + 1}",
            zone=AWAY if number == 1 else HOME,
            stated=HOME if number == 1 and lesson >= ALL else "",
            paper=URGENT if number == 1 and lesson >= PAPERS else "",
            talk="text" if number == 1 else "msgstore",
            money=() if number == 1 else (life.person.bank, "gopay"),
            noise=True,
        )
        fill_book(world, seizure, life, buyers)
        seizure.book.update(cast.books.get(life.person.key, {}))
    if cast.forger is not None:
        label = f"B-{len(lives) + 1}"
        world.seize(cast.forger, label, talk="text", money=(cast.forger.bank,), edited=cast.edits)
    return world.seizures


def _papers(world: World, lesson: int, seizures: Sequence[Seizure]) -> tuple[dict[str, str], tuple[Fault, ...]]:
    """The lists of the lesson and the faults in them."""
    if lesson < PAPERS:
        return {}, ()
    papers = shelf(seizures, world.dice.stream("witness").pick(seizures))
    if lesson < ALL:
        return papers.lists, papers.faults
    young = child(seizures)
    return papers.lists | young.lists, (*papers.faults, *young.faults, wrong_zone(seizures[1]))


def _beside(folder: Path, number: str, lists: dict[str, str], text: str) -> None:
    """Write the lists, the commands to type, and the case's own papers; lists of an earlier lesson go."""
    place = folder / LISTS
    if place.exists():
        shutil.rmtree(place)
    if lists:
        place.mkdir()
    for name, rows in lists.items():
        put(place / name, rows)
    urgent = {"kind": "urgent", "number": URGENT, "issuer": UNIT, "date": "2026-01-21"}
    papers = [*AUTHORITIES, *([urgent] if lists else [])]
    put(folder / "case.json", json.dumps({"number": number, "unit": UNIT, "authorities": papers}, indent=1) + "\n")
    put(folder / README_NAME, text)
