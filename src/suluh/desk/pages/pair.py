# SPDX-License-Identifier: Apache-2.0
"""The page on which a person is joined with another, or parted from one, by an officer's word alone."""

from collections.abc import Iterable, Mapping
from typing import Literal, cast

from suluh.case.acts.decide import decide_pair
from suluh.case.case import Case
from suluh.desk.deciding import DecidingPage, Field
from suluh.desk.pages.page import Asked, face, one, texts
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.body import Noun


class Pair(DecidingPage):
    """Two groups of accounts of which an officer says that they are one person, or are not."""

    name = "pair"
    path = "/persons/{key}/pair"
    title = N_("One person, or two")
    template = "pair.html"
    fields = (
        Field("other", N_("The other: the id of a group of accounts, or an account"), "line"),
        Field("reason", N_("Reason, kept with the decision")),
        Field("choice", N_("Decision"), "buttons", ("join", "part")),
    )

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """The group of accounts that is joined or parted."""
        row = one(reading, "persons", asked.key)
        return {"row": row, "face": face(texts(row, "accounts"))}

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Noun]:
        """As `suluh decide CASE join` and `part` do."""
        act = cast("Literal['join', 'part']", form["choice"])
        return decide_pair(case, act, key, form["other"].strip(), form["reason"])
