# SPDX-License-Identifier: Apache-2.0
"""Traps of links: two persons who look like one."""

from dataclasses import replace
from datetime import timedelta

from suluh.simulator.lessons.cast import Cast, trap
from suluh.simulator.lessons.key import Trap

BEFORE = timedelta(days=210)
"""How long before the trade the number had its former holder."""


def namesake(cast: Cast) -> Trap:
    """Two buyers have one name: each writes to another seller, on another service, from another bank."""
    world, (first, second, *_) = cast.world, cast.sellers
    name = world.registry.name()
    one = world.person(name, role="buyer", bank="bca")
    other = world.person(name, role="buyer", bank="mandiri")
    cast.save(0, one, name)
    cast.save(1, other, name)
    deals = [
        world.sell(first, one, at=cast.at(0.25), items=4, price=45_000),
        world.sell(second, other, at=cast.at(0.45), items=5, price=55_000, service="telegram"),
    ]
    return trap("namesake", 5, [one, other], deals)


def recycled(cast: Cast) -> Trap:
    """A number had another holder half a year before: one exhibit knows it by his name, another by hers."""
    world, (first, second, *_) = cast.world, cast.sellers
    old = world.person(role="family")
    new = world.buyer()
    new = cast.swap(new, replace(new, phone=old.phone))
    cast.save(0, old, old.name)
    cast.save(1, new, new.name)
    room = world.direct(first, old)
    for day, text in enumerate(("bang besok jadi ke rumah?", "ini nomorku ya, simpan", "nanti aku ganti nomor")):
        world.say(room, old, text, at=world.start - BEFORE + timedelta(days=day))
    met = world.direct(second, new)
    world.say(met, new, "kak ini nomor baruku, baru beli kartu", at=cast.at(0.5))
    world.say(met, second, "ok lanjut di tele ya", at=cast.at(0.5) + timedelta(minutes=4))
    at = cast.at(0.5) + timedelta(hours=1)
    deal = world.sell(second, new, at=at, items=4, price=35_000, service="telegram")
    return trap("recycled-number", 3, [old, new], [deal])
