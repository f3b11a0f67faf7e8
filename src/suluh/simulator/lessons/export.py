# SPDX-License-Identifier: Apache-2.0
"""The trap of an edited export: one device says what the other does not."""

from suluh.simulator.lessons.cast import Cast, trap
from suluh.simulator.lessons.key import Trap

EDITED = "ga jadi kak"
"""What the export says in the place of the buyer's consent."""


def forged(cast: Cast) -> Trap:
    """A buyer hands over an export in which the line by which they agreed was written over."""
    world, first = cast.world, cast.sellers[0]
    buyer = world.person(role="buyer", bank="bca")
    cast.save(0, buyer, buyer.name)
    deal = world.sell(first, buyer, at=cast.at(0.55), items=5, price=95_000)
    agreed = next(one for one in deal.said if one.step == "agree")
    cast.edits[agreed.key], cast.forger = EDITED, buyer
    return trap("edited-export", 12, [buyer], [deal])
