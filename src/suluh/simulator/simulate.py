# SPDX-License-Identifier: Apache-2.0
"""Makes a whole made-up case from a seed: world, trade, noise, seized devices, truth."""

from collections.abc import Sequence
from pathlib import Path

from suluh.simulator.evidence.devices import Seizure, Talk
from suluh.simulator.evidence.papers import check_kind, check_made_up
from suluh.simulator.scripts.drawn import drawn
from suluh.simulator.truth import Truth
from suluh.simulator.world.noise import FAMILY, Noise
from suluh.simulator.world.people import Person
from suluh.simulator.world.trade import Size, Trade
from suluh.simulator.world.world import World

ZONES = ("Asia/Jakarta", "Asia/Jakarta", "Asia/Makassar")
TALK: tuple[Talk, ...] = ("msgstore", "telegram", "text")
HOME = "Asia/Jakarta"
"""Banks and wallets print its time: a statement on a device elsewhere would be read an hour off."""

MUST_NOT = "lesson.key"
"""What only a training case has."""

PLAYED = 0.5
"""Share of the deals of a case for people whose talk people wrote; the rest is of phrases, for what scripts lack."""

SAVED = 0.6
"""Share of buyers whom a seller keeps under a name."""


def simulate(  # noqa: PLR0913 # one argument for each size
    folder: Path,
    seed: int,
    *,
    sellers: int = 3,
    buyers: int = 30,
    deals: int = 120,
    days: int = 60,
    pictures: int = 400,
    picture_side: int = 192,
    played: float = 0,
) -> Truth:
    """Write a made-up case into a folder and return what is true of it; a seed gives the same. Raises `Misuse`.

    `played` is the share of its deals whose talk people wrote, as of `Size`.
    """
    check_made_up(folder)
    check_kind(folder, MUST_NOT)
    world = World(seed, picture_side)
    trade, lives = live(world, Size(sellers, buyers, deals, days, pictures, played))
    for number, life in enumerate(lives):
        zone = ZONES[number % len(ZONES)]
        seizure = world.seize(
            life.person,
            f"B-{number + 1}",
            zone=zone,
            talk=TALK[number % len(TALK)],
            money=(life.person.bank, "gopay") if zone == HOME else (),
            noise=True,
        )
        fill_book(world, seizure, life, [buyer.person for buyer in trade.buyers])
    world.reply(f"B-{len(lives) + 1}", *answers(world))
    return world.write(folder)


def live(world: World, size: Size) -> tuple[Trade, list[Noise]]:
    """Let the trade of a world happen, and the life of its seized sellers beside it."""
    chosen = drawn(world.dice.stream("scripts"), round(size.played * size.deals), size.days)
    trade = Trade(world, size, chosen.trades)
    lives = [Noise(world, person, size.days, size.played) for person in trade.seized]
    trade.run()
    for number, life in enumerate(lives):
        windows = [(paid.at, paid.amount) for paid in world.paid if paid.beneficiary == life.person]
        life.run(windows, chosen.ordinary[number :: len(lives)])
    return trade, lives


def answers(world: World) -> list[tuple[Person, str]]:
    """What was asked by letter: the statements that no device held, and everybody's phone credit."""
    asked = []
    for seizure in world.seizures:
        if not seizure.money:
            asked += [(seizure.holder, form) for form in (seizure.holder.bank, "mt940", "gopay")]
        asked.append((seizure.holder, "phone-credit"))
    return asked


def fill_book(world: World, seizure: Seizure, life: Noise, buyers: Sequence[Person]) -> None:
    """Fill the device's contacts: family by what they are, buyers in the holder's own way or not at all."""
    dice = world.dice.stream(f"book/{seizure.label}")
    for name, member in zip(FAMILY, life.family, strict=True):
        seizure.book[member.key] = name
    seizure.book[life.shop.key] = life.shop.holder.title()
    for met, name in life.met.items():
        if name not in seizure.book.values():
            seizure.book[met] = name
    for person in buyers:
        if dice.chance(SAVED):
            first = person.name.split()[0]
            own = dice.weighted((person.name, first, f"Cust {first}", f"{first} lgn"), (5, 2, 2, 1))
            seizure.book[person.key] = own if own not in seizure.book.values() else person.name
