# SPDX-License-Identifier: Apache-2.0
"""The page of the network, as a table."""

from suluh.case.rights import READ
from suluh.desk.pages.page import Asked, DeskPage, sheet
from suluh.desk.reading import Reading
from suluh.desk.words import N_


class Network(DeskPage):
    """Who traded with whom."""

    name = "network"
    path = "/network"
    right = READ
    title = N_("Network")
    template = "network.html"
    menu = ("Trade", 3)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """One page of the list."""
        return {"sheet": sheet(reading, "network", asked)}
