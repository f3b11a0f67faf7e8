# SPDX-License-Identifier: Apache-2.0
"""The rows that a paper about one person says something of, by the side on which it shows them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from suluh.case.corrections.standing_papers import exhibits
from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.rested import digest_of, rested
from suluh.case.papers.parties import Parties
from suluh.case.papers.reasons.numbered import cited
from suluh.model.after.beyond import Origin
from suluh.model.body import Noun
from suluh.model.dossier.care import Identity
from suluh.model.dossier.charges import Alternative, Charge, Defendant, Rested, Tie
from suluh.model.dossier.exhibits import Extraction, Handling, Seizure
from suluh.model.dossier.papers import Letter, Reply
from suluh.model.intake import Content, Exhibit, File
from suluh.model.matching import Match, Vote
from suluh.model.people import Decision, Link
from suluh.model.rules.conduct import ROLES, STATUSES
from suluh.model.talk import Account, Conversation, Message
from suluh.model.trade import Deal, Payment, Statement


@dataclass(frozen=True)
class OfPerson:
    """One person by the code under which papers have them."""

    brief: Brief
    parties: Parties
    form: str
    """D3 of what they sold, D4 of what they bought, D5 of both and of themselves."""

    code: str

    def rows(self) -> Iterator[Rested]:
        """Every row of theirs."""
        yield Rested(kind="person", name=self.code, digest=digest_of(sorted(self.own)))
        for deal in self.deals:
            row = rested(deal)
            yield replace(row, digest=digest_of((self.parties.deal_codes[deal.id], row.digest)))
        found = (*self._recorded(), *self._decided(), *self._typed())
        yield from map(rested, found)
        yield from self._contents()

    @cached_property
    def own(self) -> frozenset[str]:
        """Their accounts, as decisions join them."""
        return self.parties.by_code(self.code)

    @cached_property
    def deals(self) -> tuple[Deal, ...]:
        """Their deals on this side, undecided and rejected ones as well."""
        return tuple(one for one in self.parties.deals if not self.own.isdisjoint(self._sides(one)))

    def _sides(self, deal: Deal) -> set[str | None]:
        return {"D3": {deal.seller}, "D4": {deal.buyer}}.get(self.form, {deal.seller, deal.buyer})

    @cached_property
    def _exhibits(self) -> tuple[Exhibit, ...]:
        """Those that an officer stated to be of one of their accounts."""
        return tuple(one for one in exhibits(self.brief.case.rows) if not self.own.isdisjoint(one.accounts))

    @cached_property
    def _lines(self) -> tuple[Payment, ...]:
        """Booked lines: those of their deals, and those beside that their paper lists."""
        case = self.brief.case
        tied = tuple(case.rows.by_column(Payment, "id", {name for one in self.deals for name in one.payments}))
        reasons = (term for one in self.deals for term in (*one.reasons_for, *one.reasons_against))
        named = tuple(case.rows.by_column(Payment, "id", {name for term in reasons for name in cited(term)}))
        paid = {one.beneficiary for one in tied}
        mine = self.own | (paid - {None} if self.form == "D3" else set())
        theirs = paid | {one.seller for one in self.deals if one.judgement == "confirmed"}
        theirs -= {None} | self.own
        beside = (
            one
            for one in case.nouns(Payment)
            if (sides := {one.payer, one.beneficiary}) & mine and (self.form == "D3" or sides & theirs)
        )
        return tuple({one.id: one for one in (*tied, *named, *beside)}.values())

    @cached_property
    def _messages(self) -> tuple[Message, ...]:
        """Those of their deals, and what else reasons rest on."""
        reasons = (term for one in self.deals for term in (*one.reasons_for, *one.reasons_against))
        said = {name for term in reasons for name in term.rests}
        names = said.union(*(one.messages for one in self.deals))
        return tuple(self.brief.case.rows.by_column(Message, "id", names))

    @cached_property
    def seen(self) -> frozenset[str]:
        """Every account that the paper may name: theirs, and those of the other sides."""
        sides = (side for one in self.deals for side in (one.seller, one.buyer))
        paid = (side for one in self._lines for side in (one.payer, one.beneficiary))
        links = (side for one in self._links for side in (one.left, one.right))
        wrote = (one.sender for one in self._messages)
        return self.own | frozenset(filter(None, (*sides, *paid, *links, *wrote)))

    @cached_property
    def hidden(self) -> tuple[int, ...]:
        """How much the paper leaves out as of protected accounts: numbers alone, for a digest of ids can be guessed."""
        hidden = self.parties.hidden
        deals = sum(not self.own.isdisjoint(self._sides(one)) for one in hidden.deals.values())
        lines = sum(one.id in hidden.lines for one in self._lines)
        links = sum(not self.own.isdisjoint({one.left, one.right}) for one in hidden.links)
        return deals, lines, links

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts of messages and booked lines by id: what tells of a child is withheld."""
        lines = ((one.id, one.text) for one in self._lines)
        return {name: text for name, text in (*((one.id, one.text) for one in self._messages), *lines) if text}

    @cached_property
    def _links(self) -> tuple[Link, ...]:
        return tuple(one for one in self.parties.links if not self.own.isdisjoint({one.left, one.right}))

    def _recorded(self) -> Iterator[Noun]:
        """What was read: messages, lines with their statements, accounts, and of a seller offers and sources."""
        rows = self.brief.case.rows
        yield from self._messages
        yield from self._lines
        yield from rows.by_column(Statement, "id", {one.statement for one in self._lines})
        yield from rows.by_column(Account, "account", self.own)
        yield from self._links
        if self.form == "D3":
            yield from (one for one in self.parties.offers if one.seller in self.own)
            held = {one.label for one in self._exhibits}
            talks = {one.conversation for one in rows.by_column(Conversation, "place.exhibit", held)}
            yield from (
                one for one in self.brief.case.nouns(Origin) if not talks.isdisjoint({one.conversation, *one.copies})
            )

    def _decided(self) -> Iterator[Noun]:
        """What officers decided: zones of what shows their deals, and of D5 roles and statuses."""
        yield from (one for one in exhibits(self.brief.case.rows) if one.label in self.labels or one in self._exhibits)
        roles = {*ROLES, *STATUSES} if self.form == "D5" else set()
        for one in self.brief.case.nouns(Decision):
            if (one.act == "zone" and one.left in self.labels) or (one.left in self.own and one.right in roles):
                yield one

    @cached_property
    def labels(self) -> frozenset[str]:
        """The exhibits that show their deals, or hold a line or message of these."""
        moments = (at for one in self.deals for at in (one.offered_on, one.ordered_on, one.paid_on, one.delivered_on))
        stamps = (at for at in moments if at)
        labels = {at.exhibit for at in stamps} | {one.place.exhibit for one in self._lines}
        return frozenset(labels | {one.place.exhibit for one in self._messages})

    @property
    def ending(self) -> frozenset[str]:
        """The exhibits by whose last instant the state of their deals is told."""
        paid = {name for one in self.deals if one.state in {"paid", "paid-not-delivered"} for name in one.messages}
        return frozenset(one.place.exhibit for one in self._messages if one.id in paid)

    def _typed(self) -> Iterator[Noun]:
        """What officers typed of them: who they are, other explanations, letters; of D5 charges, ties and seizures."""
        brief, papers = self.brief, self.brief.papers
        known = [one for one in brief.typed(Identity) if not self.own.isdisjoint(one.accounts)]
        yield from (*known, *(papers[one.paper] for one in known if one.paper in papers))
        ids = {name for one in self.deals for name in (f"deal:{one.id}", f"deal:{brief.seal.of(one.id)}")}
        yield from (one for one in brief.typed(Alternative) if one.about in {*ids, *self.own})
        labels = {one.place.exhibit for one in self._lines}
        yield from (one for one in brief.typed(Reply) if one.exhibit in labels)
        yield from (one for one in brief.typed(Seizure) if one.exhibit in self.labels)
        if self.form != "D5":
            return
        letters = [one for one in brief.typed(Letter) if not self.own.isdisjoint(one.accounts)]
        yield from (*letters, *(one for one in brief.typed(Reply) if one.letter in {each.code for each in letters}))
        held = {one.label for one in self._exhibits}
        yield from (one for one in brief.typed(Seizure) if one.exhibit in held)
        yield from (one for one in brief.typed(Handling) if one.exhibit in held)
        yield from (one for one in brief.typed(Extraction) if one.exhibit in held)
        numbers = {one.authority for one in self._exhibits}
        yield from (one for number, one in brief.authorities.items() if number in numbers)
        mine = {one.code for one in brief.typed(Defendant) if not self.own.isdisjoint(one.accounts)}
        charges = [one for one in brief.typed(Charge) if one.defendant in mine]
        yield from (*charges, *(one for one in brief.typed(Tie) if one.charge in {each.code for each in charges}))

    def _contents(self) -> Iterator[Rested]:
        """What was sent in their confirmed deals: where it lies, and by what it is known."""
        rows, case = self.brief.case.rows, self.brief.case
        sent = {name for one in self.deals if one.judgement == "confirmed" for name in one.files}
        lies: dict[str, list[str]] = {name: [] for name in sent}
        for content in rows.by_column(Content, "sha256", sent):
            files = rows.by_column(File, "id", [content.file])
            lies[content.sha256] += [one.exhibit for one in files]
        for match in rows.by_column(Match, "sha256", sent):
            lies[match.sha256].append(rested(match).digest)
        for vote in rows.by_column(Vote, "sha256", sent):
            lies[vote.sha256].append(rested(vote).digest)
        for one in case.nouns(Decision) if sent else ():
            if one.act == "category" and one.left in sent:
                lies[one.left].append(rested(one).digest)
        yield from (Rested(kind="content", name=name, digest=digest_of(sorted(lies[name]))) for name in sorted(sent))
