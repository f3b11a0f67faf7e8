# SPDX-License-Identifier: Apache-2.0
"""What a tie names, looked up in the case: the deal, message, payment, content or typed row, and where it lies."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.views.places import Places
from suluh.model.after.beyond import Joint
from suluh.model.dossier.charges import Tie
from suluh.model.dossier.exhibits import Observation, Told
from suluh.model.dossier.papers import Paper
from suluh.model.intake import Content, File
from suluh.model.talk import Message
from suluh.model.trade import Deal, Payment

Labels = frozenset[str]


@dataclass(frozen=True)
class Fact:
    """One tie, with what it names."""

    tie: Tie
    deal: Deal | None = None
    messages: tuple[Message, ...] = ()
    payments: tuple[Payment, ...] = ()
    contents: tuple[str, ...] = ()
    """What it is about by its bytes: a tied content, or that of a tied observation."""

    said: Observation | Told | None = None
    paper: Paper | None = None
    parts: tuple[tuple[Labels, ...], ...] = ()
    """Of each kind of part the exhibits on which each one lies: with all parts of one kind the fact falls."""

    is_there: bool = True
    """Whether the case holds it still."""

    @property
    def labels(self) -> Labels:
        """All exhibits on which any part lies."""
        return frozenset(label for kind in self.parts for one in kind for label in one)

    @property
    def accounts(self) -> Labels:
        """The accounts that take part in it."""
        deal = () if self.deal is None else (self.deal.seller, self.deal.buyer)
        paid = (side for one in self.payments for side in (one.payer, one.beneficiary))
        sent = () if self.deal is not None else (one.sender for one in self.messages)
        return frozenset(filter(None, (*deal, *paid, *sent)))

    def falls_without(self, label: str) -> bool:
        """Whether nothing of one kind of its parts is left where one exhibit is not."""
        return any(kind and all(one == {label} for one in kind) for kind in self.parts)


_NOBODY = Tie(id="", code="", charge="", element="1", fact="", side="for", sentence="", at="", by="")


class Facts:
    """Looks facts up, and where each part of them lies."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._places = Places(case)

    def of(self, tie: Tie) -> Fact:
        """What a tie names."""
        kind, _, name = tie.fact.partition(":")
        match kind:
            case "deal":
                return self._of_deal(tie, next(self._case.rows.by_column(Deal, "id", [name]), None))
            case "message":
                found = tuple(self._case.rows.by_column(Message, "id", [name]))
                return Fact(tie, messages=found, parts=(self._told(found),), is_there=bool(found))
            case "payment":
                paid = tuple(self._case.rows.by_column(Payment, "id", [name]))
                return Fact(tie, payments=paid, parts=(self._paid(paid),), is_there=bool(paid))
            case "content":
                held = self._held(name)
                return Fact(tie, contents=(name,), parts=((held,),) if held else (), is_there=bool(held))
            case _:
                return self._of_typed(tie, kind, name)

    def _of_deal(self, tie: Tie, deal: Deal | None) -> Fact:
        if deal is None:
            return Fact(tie, is_there=False)
        messages = tuple(self._case.rows.by_column(Message, "id", deal.messages))
        payments = tuple(self._case.rows.by_column(Payment, "id", deal.payments))
        return Fact(tie, deal, messages, payments, parts=(self._told(messages), self._paid(payments)))

    def of_deal(self, name: str) -> Fact:
        """A deal by its id, as a fact that nobody tied."""
        return self.of(replace(_NOBODY, fact=f"deal:{name}"))

    def holding(self, sha256: str) -> Labels:
        """The exhibits on which a content lies."""
        return self._held(sha256)

    def _of_typed(self, tie: Tie, kind: str, name: str) -> Fact:
        if kind == "paper":
            paper = next((one for one in typed(self._case.rows, Paper) if one.code == name), None)
            return Fact(tie, paper=paper, is_there=paper is not None)
        if kind == "told":
            told = next((one for one in typed(self._case.rows, Told) if one.code == name), None)
            return Fact(tie, said=told, is_there=told is not None)
        said = next((one for one in typed(self._case.rows, Observation) if one.code == name), None)
        if said is None:
            return Fact(tie, is_there=False)
        held = self._held(said.about)
        contents = (said.about,) if held else ()
        return Fact(tie, contents=contents, said=said, parts=((held,),) if held else ())

    def _told(self, messages: Iterable[Message]) -> tuple[Labels, ...]:
        return tuple(self._lies(one) for one in messages)

    def _paid(self, payments: Iterable[Payment]) -> tuple[Labels, ...]:
        return tuple(self._lies(one) for one in payments)

    def _lies(self, one: Message | Payment) -> Labels:
        """The exhibits of a record and of every copy of it."""
        joined = (place for joint in self._joints.get(one.id, ()) for place in joint.places)
        return frozenset(place.exhibit for place in self._places.of((one.place, *joined)))

    @cached_property
    def _joints(self) -> dict[str, list[Joint]]:
        found: dict[str, list[Joint]] = defaultdict(list)
        for one in self._case.nouns(Joint):
            for member in one.members if one.record != "conversation" else ():
                found[member].append(one)
        return found

    def joints(self, fact: Fact) -> Iterator[Joint]:
        """What joins the records of a fact with their copies."""
        for one in (*fact.messages, *fact.payments):
            yield from self._joints.get(one.id, ())

    def _held(self, sha256: str) -> Labels:
        """The exhibits on which a content lies."""
        files = [one.file for one in self._case.rows.by_column(Content, "sha256", [sha256])]
        return frozenset(one.exhibit for one in self._case.rows.by_column(File, "id", files))
