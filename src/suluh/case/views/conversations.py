# SPDX-License-Identifier: Apache-2.0
"""The list of conversations."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.places import Places
from suluh.case.views.records import Records, joined_talks
from suluh.case.views.view import ALL_ROWS, Filter, Keys, Row, View, place_row
from suluh.model.after.beyond import Joint
from suluh.model.people import ONE_CONVERSATION, Link
from suluh.model.rules.copies import First, firsts
from suluh.model.talk import Conversation, Message, service_of


class _Counted(NamedTuple):
    """How many messages each conversation has in the rows of their table up to one."""

    sizes: Mapping[str, int]
    row: int


class Conversations(View):
    """Conversations, each once with all its sightings."""

    name = "conversations"
    nouns = (Conversation, Message, Joint, Link)
    named_by = (Conversation, Joint)
    fields = ("id", "service", "kind", "title", "members", "places")
    shown = ("id", "service", "kind", "title", "members", "messages")
    private = hide(id="account", title="name", members="account", conversation="account", moved="account")
    ids = ("key", "links")
    accounts = ("id", "members")
    exhibits = ("places",)
    in_files = True

    def rows(self, case: Case) -> Iterator[Row]:
        """Every conversation."""
        sizes = self._counted(case)
        return self._rows(case, case.nouns(Conversation, order="conversation"), lambda name: sizes.get(name, 0))

    def count_up(self, case: Case) -> None:
        """How many messages each has, and which are copies."""
        self._counted(case)

    def _counted(self, case: Case) -> Mapping[str, int]:
        """How many messages each has: those that came since it was counted are added."""

        def made(last: _Counted | None) -> _Counted:
            row = case.rows.last_row(Message)
            if last is not None:
                sizes = Counter(last.sizes)
                sizes.update(dict(case.rows.tally_behind(Message, "conversation", last.row, row)))
                return _Counted(sizes, row)
            whole = self.lasting(case, "messages", (Message, Joint), dict[str, int], lambda: _messages(case))
            is_all = case.rows.last_row(Message) == row
            return _Counted(whole, row) if is_all else made(None)  # some came meanwhile

        return case.kept.growing(case.rows, "messages of conversations", (Joint,), Message, made).sizes

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """Some conversations, or those of one file, without reading the others."""
        if where.id is None and not where.ids and where.file is None:
            return self.rows(case)
        names = names_of(case)
        if where.file is None:
            wanted = {names.get(key, key) for key in where.ids or {where.id or ""}}
        else:
            first = self._joints(case)[1]
            held = (one.conversation for one in case.rows.by_column(Conversation, "place.file", [where.file]))
            wanted = {first[name].conversation if name in first else name for name in held}
        sightings = case.rows.by_column(Conversation, "conversation", wanted)
        copies = _copies_of(case)
        return self._rows(
            case, sightings, lambda name: case.rows.count(Message, {"conversation": name}) - copies.get(name, 0)
        )

    def ordered(self, case: Case) -> Sequence[str]:
        """The key of every conversation in the order of their names."""
        return self.keep(case, "order", (Conversation, Joint), lambda: list(self.own(case)))

    def _joints(self, case: Case) -> tuple[Mapping[str, Joint], Mapping[str, First]]:
        """The conversations that have copies, each with its joint, and as what each is told."""
        return self.keep(case, "joints", (Joint,), lambda: _joints(case))

    def _rows(self, case: Case, ordered: Iterable[Conversation], messages: Callable[[str], int]) -> Iterator[Row]:
        """The rows of sightings that stand together by conversation."""
        keys, (joints, first) = Keys(case, "conversation"), self._joints(case)
        places, ties = Places(case), self.keep(case, "ties", (Link,), lambda: _ties(case))
        for name, group in groupby(ordered, key=lambda one: one.conversation):
            if name in first and first[name].conversation != name:
                continue
            joint = joints.get(name)
            others = [one for copy in (joint.members[1:] if joint else ()) for one in _sightings(case, copy)]
            sightings = [*group, *others]
            same = first[name].accounts if name in first else {}
            members = joint.members if joint else (name,)
            yield {
                "id": name,
                "service": service_of(name),
                # two who speak in one part of a chat show no group; the sign of one in another part does
                "kind": next((one.kind for one in sightings if one.kind != "direct"), "direct"),
                "title": next((one.title for one in sightings if one.title), None),
                "members": sorted({same.get(member, member) for one in sightings for member in one.members}),
                "places": [place_row(place) for place in places.of(one.place for one in sightings)],
                "messages": sum(messages(one) for one in members),
                "key": keys.of(name),
                "moved": next((one.moved for one in sightings if one.moved), None),
                "copies": [] if joint is None else _copies(joint),
                "links": sorted({link for one in members for link in ties.get(one, ())}),
            }

    def own(self, case: Case) -> Iterator[str]:
        """The key of every conversation."""
        first = self._joints(case)[1]
        return (key for key, name in names_of(case).items() if name not in first or first[name].conversation == name)

    def count(self, case: Case, where: Filter) -> int:
        """How many there are, by the index."""
        if where != ALL_ROWS:
            return super().count(case, where)
        return len(self.ordered(case))


def _joints(case: Case) -> tuple[dict[str, Joint], Mapping[str, First]]:
    joints = joined_talks(case)
    return {name: one for one in joints for name in one.members}, firsts(joints)


def _ties(case: Case) -> dict[str, list[str]]:
    """The links that say of each conversation that it is, or may be, one with another."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in case.nouns(Link):
        if one.rule == ONE_CONVERSATION:
            found[one.left].append(one.id)
            found[one.right].append(one.id)
    return found


def names_of(case: Case) -> dict[str, str]:
    """The id of each conversation by its key, in the order of the ids."""
    keys = Keys(case, "conversation")

    def made(last: dict[str, str] | None) -> dict[str, str]:
        known = {name: key for key, name in (last or {}).items()}
        tally = case.rows.tally(Conversation, "conversation")
        return {known.get(name) or keys.of(name): name for (name,) in tally}

    return case.kept.again(case.rows, "names of conversations", (Conversation,), made)


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
    copies = _copies_of(case)
    return {name: size - copies.get(name, 0) for (name,), size in case.rows.tally(Message, "conversation").items()}


def _copies_of(case: Case) -> Mapping[str, int]:
    """How many messages of each conversation stand under the id of an earlier copy."""

    def made() -> dict[str, int]:
        later = Records(case, Message, "conversation").later
        return dict(Counter(one.conversation for one in case.rows.by_column(Message, "id", later)))

    return case.kept.lasting(case.rows, "copies by conversation", (Joint,), dict[str, int], made)
