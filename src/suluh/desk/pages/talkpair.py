# SPDX-License-Identifier: Apache-2.0
"""The page on which a conversation is joined with another, or parted from one, by an officer's word alone."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from suluh.case.acts.decide import decide_pair
from suluh.case.case import Case
from suluh.desk.deciding import DecidingPage, Field
from suluh.desk.pages.page import Asked, one
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.body import Noun


class TalkPair(DecidingPage):
    """Two conversations of which an officer says that they are one, or are not."""

    name = "talkpair"
    path = "/conversations/{key}/pair"
    title = N_("One conversation, or two")
    template = "talkpair.html"
    fields = (
        Field("other", N_("The other: the key of a conversation"), "line"),
        Field("reason", N_("Reason, kept with the decision")),
        Field("choice", N_("Decision"), "buttons", ("join-talks", "part-talks")),
    )

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The conversation that is joined or parted."""
        return {"row": one(reading, "conversations", asked.key)}

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Noun]:
        """As `suluh decide CASE join` and `part` do."""
        act: Literal["join", "part"] = "join" if form["choice"] == "join-talks" else "part"
        return decide_pair(case, act, key, form["other"].strip(), form["reason"])

    def leads(self, key: str, kept: Sequence[Noun]) -> str:
        """Back to the conversation."""
        del kept
        return f"/conversations/{key}"
