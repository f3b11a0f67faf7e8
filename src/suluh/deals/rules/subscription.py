# SPDX-License-Identifier: Apache-2.0
"""The rule `subscription`: access for a time."""

from suluh.deals.words.rule import OfferRule, Saying


class Subscription(OfferRule):
    """The message names a price for access over a time."""

    name = "subscription"
    kind = "subscription"

    def speaks(self, saying: Saying) -> bool:
        """A price and a word of subscription."""
        return bool(saying.reading.amounts) and "subscription" in saying.cues
