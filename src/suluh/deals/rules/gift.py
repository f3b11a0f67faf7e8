# SPDX-License-Identifier: Apache-2.0
"""The rule `gift`: items for nothing."""

from suluh.deals.words.rule import OfferRule, Saying


class Gift(OfferRule):
    """The message gives items away, without a price."""

    name = "gift"
    kind = "gift"

    def speaks(self, saying: Saying) -> bool:
        """A word of giving, without price and exchange; one that is said of other things too only beside goods."""
        if "barter" in saying.cues or saying.reading.amounts:
            return False
        return "gift" in saying.cues or ("perhaps_gift" in saying.cues and _is_of_goods(saying))


def _is_of_goods(saying: Saying) -> bool:
    """Whether goods, their number, or access are spoken of: pictures that follow are no sign, friends send them too."""
    return bool(saying.reading.counts) or bool(saying.cues & {"goods", "subscription"})
