# SPDX-License-Identifier: Apache-2.0
"""All that one dossier holds, as it stands: what officers typed of it, and what of the evidence they tied to it."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import authorities, exhibits, typed
from suluh.case.dossiers.facts import Fact, Facts
from suluh.case.gate.seal import Seal
from suluh.model.body import kind_of
from suluh.model.dossier.care import Identity
from suluh.model.dossier.charges import Alternative, Charge, Defendant, Dossier, Tie
from suluh.model.dossier.entered import Entered, fields_of
from suluh.model.dossier.exhibits import Extraction, Handling, Observation, Seizure, Told
from suluh.model.dossier.law import LawRow
from suluh.model.dossier.papers import INTELLIGENCE, Answer, Letter, Paper, Reply, Request, RequestItem
from suluh.model.errors import UnknownObject
from suluh.model.intake import Authority, Exhibit
from suluh.model.trade import Deal

E = TypeVar("E", bound=Entered)


class Words(NamedTuple):
    """One text that an officer typed, and where it stands."""

    where: str
    text: str


class Brief:
    """One dossier with everything that belongs to it."""

    def __init__(self, case: Case, dossier: Dossier) -> None:
        self.case, self.dossier = case, dossier
        self.seal = Seal(case.secret)

    @classmethod
    def of(cls, case: Case, code: str) -> "Brief":
        """The dossier of a code. Raises `UnknownObject`."""
        for one in typed(case.rows, Dossier):
            if one.code == code:
                return cls(case, one)
        raise UnknownObject(f"the case has no dossier {code}: `suluh show CASE dossiers` lists them")

    @classmethod
    def every(cls, case: Case) -> Iterator["Brief"]:
        """Every dossier of the case."""
        return (cls(case, one) for one in typed(case.rows, Dossier))

    def shown(self, where: str) -> str:
        """What stands for something of the case in a list: ids as lists show them."""
        return self.seal.within(where)

    @cached_property
    def defendants(self) -> tuple[Defendant, ...]:
        """The defendants of the dossier."""
        return tuple(one for one in self._all(Defendant) if one.dossier == self.dossier.code)

    @cached_property
    def accounts(self) -> frozenset[str]:
        """All accounts of all defendants."""
        return frozenset(account for one in self.defendants for account in one.accounts)

    @cached_property
    def charges(self) -> tuple[Charge, ...]:
        """What the dossier states of its defendants."""
        own = {one.code for one in self.defendants}
        return tuple(one for one in self._all(Charge) if one.defendant in own)

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """The facts for and against its elements."""
        own = {one.code for one in self.charges}
        return tuple(one for one in self._all(Tie) if one.charge in own)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What each tie names, looked up."""
        known = Facts(self.case)
        return tuple(known.of(one) for one in self.ties)

    @cached_property
    def deals(self) -> tuple[Deal, ...]:
        """The deals that ties name, each once."""
        return tuple({one.deal.id: one.deal for one in self.facts if one.deal is not None}.values())

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The exhibits that it relies on: those it names, and those on which a tied fact lies."""
        named = {*self.dossier.exhibits, *(label for one in self.facts for label in one.labels)}
        known = [one.label for one in exhibits(self.case.rows) if one.label in named]
        return tuple(known)

    @cached_property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """The same, as exhibits."""
        return tuple(one for one in exhibits(self.case.rows) if one.label in self.labels)

    @cached_property
    def authorities(self) -> Mapping[str, Authority]:
        """The papers that allow the work, by number."""
        return {one.number: one for one in authorities(self.case.rows)}

    @cached_property
    def papers(self) -> Mapping[str, Paper]:
        """Every paper of the case, by code."""
        return {one.code: one for one in self._all(Paper)}

    @cached_property
    def own_papers(self) -> tuple[Paper, ...]:
        """The papers that belong to this dossier: named by something of it, or about something of it."""
        about = {self.dossier.code, *self.labels, *(one.code for one in (*self.defendants, *self.charges))}
        named = {code for one in self.entered for code in _papers_of(one)}
        own = (one for one in self.papers.values() if one.code in named or not about.isdisjoint(one.about))
        return tuple(one for one in own if one.kind != INTELLIGENCE)

    @cached_property
    def law(self) -> Mapping[str, LawRow]:
        """Rows of law, by code."""
        return {one.code: one for one in self._all(LawRow)}

    def rules(self, *starts: str) -> str:
        """The codes of the rows of law that some event starts; nothing where the case has none."""
        return ", ".join(
            one.code for one in self.law.values() if one.kind == "duty" and not set(starts).isdisjoint(one.start)
        )

    def of_exhibits(self, kind: type[E]) -> tuple[E, ...]:
        """What was done with the exhibits it relies on."""
        return tuple(one for one in self._all(kind) if getattr(one, "exhibit", None) in self.labels)

    @cached_property
    def alternatives(self) -> tuple[Alternative, ...]:
        """Other explanations of its persons and of the deals that it rests on."""
        about = {*self.accounts, *(f"deal:{one.id}" for one in self.deals)}
        about |= {f"deal:{self.seal.of(one.id)}" for one in self.deals}
        return tuple(one for one in self._all(Alternative) if one.about in about)

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """Letters that ask for its accounts, or for none by name."""
        return tuple(one for one in self._all(Letter) if not one.accounts or not self.accounts.isdisjoint(one.accounts))

    @cached_property
    def replies(self) -> tuple[Reply, ...]:
        """Replies to these letters, and those that hold one of its exhibits."""
        asked = {one.code for one in self.letters}
        return tuple(one for one in self._all(Reply) if one.letter in asked or one.exhibit in self.labels)

    @cached_property
    def items(self) -> tuple[tuple[Request, RequestItem], ...]:
        """What prosecutors asked of its defendants, or of the case as a whole."""
        asked = {one.code: one for one in self._all(Request) if one.sender == "prosecutor"}
        own = {None, *(one.code for one in self.defendants)}
        found = (one for one in self._all(RequestItem) if one.defendant in own and one.request in asked)
        return tuple((asked[one.request], one) for one in found)

    @cached_property
    def requests(self) -> tuple[Request, ...]:
        """The requests of prosecutors of which an item is of its defendants or of the case, or no item is entered."""
        named = {item.request for item in self._all(RequestItem)}
        own = {item.request for _, item in self.items}
        found = (one for one in self._all(Request) if one.sender == "prosecutor")
        return tuple(one for one in found if one.code in own or one.code not in named)

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """What was answered to these."""
        own = {item.code for _, item in self.items}
        return tuple(one for one in self._all(Answer) if one.item in own)

    @cached_property
    def identities(self) -> tuple[Identity, ...]:
        """Who is known by a paper: of the whole case, for the wall between them is of the case."""
        return self._all(Identity)

    @cached_property
    def entered(self) -> tuple[Entered, ...]:
        """All that officers typed of it, but its papers."""
        tied = {one.said.code for one in self.facts if one.said is not None}
        own = {one.identity for one in self.defendants}
        return (
            *(self.dossier, *self.defendants, *self.charges, *self.ties, *self.alternatives),
            *(one for kind in (Seizure, Handling, Extraction) for one in self.of_exhibits(kind)),
            *(one for kind in (Observation, Told) for one in self._all(kind) if one.code in tied),
            *(*self.letters, *self.replies, *(item for _, item in self.items), *self.answers),
            *(one for one in self.identities if one.code in own),
        )

    def texts(self) -> Iterator[Words]:
        """Every text that officers typed of it and that may come to stand on a paper."""
        for one in (*self.entered, *self.own_papers):
            for field in fields_of(type(one)):
                if field.form == "text" and field.of in {"", "subject"} and not isinstance(one, Identity):
                    yield from _words(f"{one.code} {field.name}", getattr(one, field.name))

    def typed(self, kind: type[E]) -> tuple[E, ...]:
        """What officers typed of one kind in the whole case."""
        return self._all(kind)

    def _all(self, kind: type[E]) -> tuple[E, ...]:
        return typed(self.case.rows, kind)


def _words(where: str, value: object) -> Iterator[Words]:
    for text in value if isinstance(value, tuple) else (value,):
        if isinstance(text, str):
            yield Words(where, text)


def _papers_of(one: Entered) -> Iterator[str]:
    """The codes of papers that something names."""
    for field in fields_of(type(one)):
        if field.of == "paper":
            value = getattr(one, field.name)
            yield from value if isinstance(value, tuple) else filter(None, (value,))
    if isinstance(one, Tie) and one.fact.startswith(f"{kind_of(Paper)}:"):
        yield one.fact.partition(":")[2]
