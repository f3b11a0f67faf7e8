# SPDX-License-Identifier: Apache-2.0
"""The rule `gift`: items for nothing."""

from suluh.deals.rule import OfferRule, Saying


class Gift(OfferRule):
    """The message gives items away, without a price."""

    name = "gift"
    kind = "gift"

    def speaks(self, saying: Saying) -> bool:
        """A word of giving, without price and exchange."""
        return "gift" in saying.cues and "barter" not in saying.cues and not saying.reading.amounts
