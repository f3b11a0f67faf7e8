# SPDX-License-Identifier: Apache-2.0
"""Traps of money: who stands on a booked line is not who bought."""

from dataclasses import replace
from datetime import timedelta

from suluh.simulator.lessons.cast import Cast, trap
from suluh.simulator.lessons.key import Trap


def sold_account(cast: Cast) -> Trap:
    """A buyer pays from a bank account that its holder sold."""
    world, (first, second, *_) = cast.world, cast.sellers
    holder = world.person(role="stranger", bank="bri")
    buyer = world.person(role="buyer", bank="bri", holder=holder.holder)
    buyer = cast.swap(buyer, replace(buyer, bank_account=holder.bank_account))
    cast.save(0, buyer, buyer.name)
    cast.save(1, holder, holder.name)
    room = world.direct(second, holder)
    world.say(room, holder, "rekeningku sudah aku jual, bukan aku yang pegang", at=cast.at(0.2))
    deals = [
        world.sell(first, buyer, at=cast.at(0.3), items=5, price=65_000),
        world.sell(first, buyer, at=cast.at(0.6), items=4, price=45_000),
    ]
    return trap("sold-account", 2, [holder, buyer], deals)


def counter(cast: Cast) -> Trap:
    """Two buyers have a counter top up the seller's phone: the dealer's lines name neither."""
    world, first = cast.world, cast.sellers[0]
    shop = world.person(role="shop")
    buyers = [world.buyer(), world.buyer()]
    deals = []
    for number, buyer in enumerate(buyers):
        cast.save(0, buyer, buyer.name)
        room, at = world.direct(first, buyer), cast.at(0.35 + 0.2 * number)
        world.say(room, buyer, "aku isi pulsanya lewat konter ya kak", at=at - timedelta(minutes=9))
        deals.append(world.sell(first, buyer, at=at, items=3, price=25_000, channel="phone-credit", payer=shop))
    return trap("counter-top-up", 4, [shop, *buyers], deals)


def undelivered(cast: Cast) -> Trap:
    """A buyer pays and gets nothing."""
    world, first = cast.world, cast.sellers[0]
    buyer = world.buyer()
    cast.save(0, buyer, buyer.name)
    deal = world.sell(first, buyer, at=cast.at(0.4), items=6, price=85_000, state="paid-not-delivered")
    return trap("undelivered", 9, [buyer], [deal])
