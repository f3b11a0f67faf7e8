# SPDX-License-Identifier: Apache-2.0
"""The page of the work that goes on: each step with how far it is, and the forms that start a run and pause it."""

from collections.abc import Mapping

from suluh.case.rights import ADD, READ
from suluh.desk.deciding import Field, Form, WorkingPage
from suluh.desk.pages.page import Asked
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.times import utc


class Working(WorkingPage):
    """The run of the case, whoever started it."""

    name = "work"
    path = "/work"
    right = READ
    decides = ADD
    title = N_("Work that goes on")
    template = "work.html"
    menu = ("Case", 2)
    fields = (Field("choice", N_("Decision"), "buttons", ("run", "pause")),)

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """How far the run is, with the one form that fits."""
        shown = self.shown(reading, asked)
        if shown["elsewhere"]:
            return shown | {"form": None}
        choices = ("pause",) if shown["own"] else ("run",)
        form = Form((self.fields[0]._replace(choices=choices),), asks_key=not shown["own"])
        return shown | {"form": form}

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The run that goes on, and those that this desk started before."""
        del asked
        own, going = reading.works.own, reading.works.going()
        return {
            "row": {"id": "run"},
            "going": going,
            "own": own,
            "elsewhere": going is not None and own is None,
            "works": [(one, reading.told(one.said)) for one in reading.works.all],
            "acts": [(one, reading.told(one.said)) for one in reading.works.acts],
            "due": reading.is_due(),
        }

    def needs_words(self, form: Mapping[str, str]) -> bool:
        """A run signs for as long as it goes: its passphrase is typed for it alone."""
        return form.get("choice") == "run"

    def work(self, reading: Reading, form: Mapping[str, str], words: str) -> None:
        """Start a run as `suluh run` does, or ask it to end."""
        if form["choice"] == "run":
            reading.works.run(reading.officer, words, utc(reading.case.acting.now()))
        else:
            reading.works.pause()
