# SPDX-License-Identifier: Apache-2.0
"""The list of conversations."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from suluh.case.case import Case
from suluh.case.views.places import Places
from suluh.case.views.records import Records
from suluh.case.views.view import ALL_ROWS, Filter, Keys, Row, View, hide, place_row
from suluh.model.after.beyond import Joint
from suluh.model.intake import Exhibit, Standing
from suluh.model.talk import Conversation, Message, service_of


class Conversations(View):
    """Conversations, each once with all its sightings."""

    name = "conversations"
    nouns = (Conversation, Message)
    fields = ("id", "service", "kind", "title", "members", "places")
    shown = ("id", "service", "kind", "title", "members", "messages")
    private = hide(id="account", title="name", members="account")
    ids = ("key",)
    accounts = ("id", "members")
    exhibits = ("places",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every conversation."""
        keys = Keys(case, "conversation")
        places = self.keep(case, "places", (Conversation, Standing, Exhibit), lambda: Places(case, Conversation))
        messages = self.keep(case, "messages", (Message, Joint), lambda: _messages(case))
        for name, group in groupby(case.nouns(Conversation, order="conversation"), key=lambda one: one.conversation):
            sightings = list(group)
            yield {
                "id": name,
                "service": service_of(name),
                "kind": sightings[0].kind,
                "title": next((one.title for one in sightings if one.title), None),
                "members": sorted({member for one in sightings for member in one.members}),
                "places": [place_row(place) for place in places.of(one.place for one in sightings)],
                "messages": messages.get(name, 0),
                "key": keys.of(name),
            }

    def own(self, case: Case) -> Iterator[str]:
        """The key of every conversation."""
        return Keys(case, "conversation").all(case.rows.tally(Conversation, "conversation"))

    def count(self, case: Case, where: Filter) -> int:
        """How many there are, by the index."""
        if where != ALL_ROWS:
            return super().count(case, where)
        return len(case.rows.tally(Conversation, "conversation"))


def _messages(case: Case) -> dict[str, int]:
    """How many messages each conversation has, joined copies counted once."""
    later = Records(case, Message, "conversation").later
    copies = Counter(one.conversation for one in case.rows.by_column(Message, "id", later))
    return {name: size - copies[name] for (name,), size in case.rows.tally(Message, "conversation").items()}
