# SPDX-License-Identifier: Apache-2.0
"""The rule `barter`: items for items."""

from suluh.deals.words.rule import OfferRule, Saying


class Barter(OfferRule):
    """The message proposes to exchange items for items, without a price."""

    name = "barter"
    kind = "barter"

    def speaks(self, saying: Saying) -> bool:
        """A word of exchange, and no price."""
        return "barter" in saying.cues and not saying.reading.amounts
