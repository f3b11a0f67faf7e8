# SPDX-License-Identifier: Apache-2.0
"""The rule `sale`: items for a price."""

from suluh.deals.words.rule import OfferRule, Saying


class Sale(OfferRule):
    """The message names a price, and items or goods for it."""

    name = "sale"
    kind = "sale"

    def speaks(self, saying: Saying) -> bool:
        """A price with items or goods, and no word of a time that it buys."""
        goods = bool(saying.reading.counts) or "goods" in saying.cues
        return bool(saying.reading.amounts) and goods and "subscription" not in saying.cues
