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
from suluh.model.rules.copies import firsts
from suluh.model.talk import Conversation, Message, service_of


class Conversations(View):
    """Conversations, each once with all its sightings."""

    name = "conversations"
    nouns = (Conversation, Message, Joint)
    fields = ("id", "service", "kind", "title", "members", "places")
    shown = ("id", "service", "kind", "title", "members", "messages")
    private = hide(id="account", title="name", members="account", conversation="account", moved="account")
    ids = ("key",)
    accounts = ("id", "members")
    exhibits = ("places",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every conversation."""
        keys = Keys(case, "conversation")
        places = self.keep(case, "places", (Conversation, Standing, Exhibit), lambda: Places(case, Conversation))
        messages = self.keep(case, "messages", (Message, Joint), lambda: _messages(case))
        joints = {name: one for one in case.nouns(Joint) if one.record == "conversation" for name in one.members}
        first = firsts(joints.values())
        for name, group in groupby(case.nouns(Conversation, order="conversation"), key=lambda one: one.conversation):
            if name in first and first[name].conversation != name:
                continue
            joint = joints.get(name)
            others = [one for copy in (joint.members[1:] if joint else ()) for one in _sightings(case, copy)]
            sightings = [*group, *others]
            same = first[name].accounts if name in first else {}
            yield {
                "id": name,
                "service": service_of(name),
                # two who speak in one part of a chat show no group; the sign of one in another part does
                "kind": next((one.kind for one in sightings if one.kind != "direct"), "direct"),
                "title": next((one.title for one in sightings if one.title), None),
                "members": sorted({same.get(member, member) for one in sightings for member in one.members}),
                "places": [place_row(place) for place in places.of(one.place for one in sightings)],
                "messages": sum(messages.get(one, 0) for one in (joint.members if joint else (name,))),
                "key": keys.of(name),
                "moved": next((one.moved for one in sightings if one.moved), None),
                "copies": [] if joint is None else _copies(joint),
            }

    def own(self, case: Case) -> Iterator[str]:
        """The key of every conversation."""
        later = _later(case)
        names = (one for one in case.rows.tally(Conversation, "conversation") if one[0] not in later)
        return Keys(case, "conversation").all(names)

    def count(self, case: Case, where: Filter) -> int:
        """How many there are, by the index."""
        if where != ALL_ROWS:
            return super().count(case, where)
        return len(case.rows.tally(Conversation, "conversation")) - len(_later(case))


def _later(case: Case) -> frozenset[str]:
    """Conversations that are told under the id of an earlier copy."""
    return frozenset(name for name, one in firsts(case.nouns(Joint)).items() if one.conversation != name)


def _sightings(case: Case, name: str) -> list[Conversation]:
    return list(case.nouns(Conversation, {"conversation": name}))


def _copies(joint: Joint) -> list[Row]:
    """The copies of one conversation: where each stands, and by how many minutes its clock was ahead of the first."""
    return [
        {"conversation": name, "place": place_row(place), "minutes_ahead": shift, "agree": joint.agree}
        for name, place, shift in zip(joint.members, joint.places, joint.shifts, strict=True)
    ]


def _messages(case: Case) -> dict[str, int]:
    """How many messages each conversation has, joined copies counted once."""
    later = Records(case, Message, "conversation").later
    copies = Counter(one.conversation for one in case.rows.by_column(Message, "id", later))
    return {name: size - copies[name] for (name,), size in case.rows.tally(Message, "conversation").items()}
