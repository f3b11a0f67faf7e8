# SPDX-License-Identifier: Apache-2.0
"""The page of what would fall or weaken without one exhibit, worked out in the background of the desk."""

from suluh.case.rights import READ
from suluh.case.views.view import Filter
from suluh.desk.pages.page import Asked, DeskPage, NotThere
from suluh.desk.web.falling import Fallen, begin, last_of
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_

PATIENCE = 2.0
"""Seconds for which a browser waits for it."""


class Without(DeskPage):
    """What hangs on one exhibit alone; nothing of the case is changed by asking."""

    name = "without"
    path = "/exhibits/{key}/without"
    right = READ
    title = N_("What would fall without this exhibit")
    template = "without.html"
    asks = ("begin",)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """What was worked out last, or how far it is. Raises `NotThere`."""
        label = asked.key
        row = next((one for one in reading.rows("exhibits", Filter(exhibit=label)) if one["label"] == label), None)
        if row is None or row["sealed"]:
            raise NotThere
        last, leads = last_of(reading.case), f"/exhibits/{label}/without"
        found = reading.shelf.falling.get(label)
        doing = next((one for one in reading.works.acts if one.about == leads), None)
        is_old = isinstance(found, Fallen) and found.last != last
        wants = asked.query.get("begin") == str(last)
        if wants and (found is None or is_old) and (doing is None or doing.state != "going"):
            doing = begin(reading, label, self.title)
            doing.wait(PATIENCE)
            found = reading.shelf.falling.get(label)
            is_old = False
        said = reading.told(doing.said) if doing is not None else ""
        return {"row": row, "found": found, "doing": doing, "said": said, "is_old": is_old, "last": last}
