# SPDX-License-Identifier: Apache-2.0
"""What of a case is chosen for one recipient: which deals and hashes, and under what name each account stands.

1. A deal is chosen if the recipient gets all, or if one of its parties is of the country or person of the terms; an
   offer by its seller in the same way, for those recipients who get offers.
2. A child's account never stands under a code or an identifier: it is ``X``, all of them alike. What is of an account
   under guard is in no finding, and so nowhere here: it is counted alone.
3. Who is not of a partner's country is ``Z``, all of them alike. In other packages other parties have codes.
4. Codes follow the order of deals, then of offers, in time, so that they say nothing of what they stand for.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from suluh.model.after.sharing import Terms
from suluh.model.intake import Content
from suluh.model.people import ONE_CONVERSATION, Decision, Link
from suluh.model.rules.codes import code
from suluh.model.trade import Deal, Offer
from suluh.referral.dossier import ContentLine
from suluh.referral.recipients import RECIPIENTS
from suluh.referral.says.contents import content_lines
from suluh.referral.says.findings import Findings

PROTECTED, ELSEWHERE = "X", "Z"
WITHHELD = frozenset({"out-of-scope", "quarantined"})
"""Files in these states stand for nothing in a package."""

NUMBER, JOINED = "phone-number", "joined"
"""Why an account is taken to be of a country: by its own number, or by that of an account joined to it."""

PAIRS = frozenset({"confirm", "reject", "dispute", "retract", "join", "part"})
"""Decisions on two accounts."""


class Choice:
    """What is chosen for one recipient; each part is worked out when it is first asked for."""

    def __init__(self, found: Findings, terms: Terms) -> None:
        self.found, self.terms = found, terms
        self.to = RECIPIENTS[terms.kind]

    @cached_property
    def labels(self) -> dict[str, str]:
        """The exhibit of each file that is within scope."""
        withheld = {standing.file for standing in self.found.standings if standing.state in WITHHELD}
        return {file.id: file.exhibit for file in self.found.files if file.id not in withheld}

    @cached_property
    def held(self) -> dict[str, list[str]]:
        """The exhibits of each content, once for each copy."""
        held: dict[str, list[str]] = defaultdict(list)
        for content in self.found.contents:
            if content.file in self.labels:
                held[content.sha256].append(self.labels[content.file])
        return held

    @cached_property
    def known(self) -> dict[str, ContentLine]:
        """Contents within scope with an exact match in a known set, or an officer's category."""
        contents: dict[str, Content] = {}
        for content in self.found.contents:
            if content.file in self.labels:
                contents.setdefault(content.sha256, content)
        return {one.sha256: one for one in content_lines(contents, self.held, self.found)}

    @cached_property
    def all_deals(self) -> list[Deal]:
        """Every deal of the case in the order of its first time."""
        return sorted(self.found.deals, key=lambda one: (_first(one), one.id))

    @cached_property
    def basis(self) -> dict[str, str]:
        """Accounts of the partner's country, each with why; never one of a person's other countries."""
        countries, wanted = self.found.countries, self.terms.country
        basis = {account: NUMBER for account, code in countries.items() if code == wanted}
        for person in self.found.persons:
            if {countries[one] for one in person.accounts if one in countries} == {wanted}:
                basis.update({one: JOINED for one in person.accounts if one not in basis})
        return {account: why for account, why in basis.items() if account not in self.found.children}

    @cached_property
    def inside(self) -> frozenset[str] | None:
        """The accounts that the package is about; null for all."""
        if self.to.rows == "country":
            return frozenset(self.basis)
        return self.found.person if self.to.rows == "person" or self.terms.person else None

    @cached_property
    def deals(self) -> list[Deal]:
        """The deals of this package."""
        inside = self.inside
        if inside is None:
            return self.all_deals
        return [one for one in self.all_deals if one.seller in inside or one.buyer in inside]

    @cached_property
    def all_offers(self) -> list[Offer]:
        """Every offer of the case in the order of its first time."""
        return sorted(self.found.offers, key=lambda one: (one.at or "", one.id))

    @cached_property
    def offers(self) -> list[Offer]:
        """The offers of this package."""
        inside = self.inside
        if "offers" not in self.to.tables:
            return []
        return [one for one in self.all_offers if inside is None or one.seller in inside]

    @cached_property
    def listed(self) -> frozenset[str]:
        """SHA-256 of the contents that the package lists."""
        if self.to.hashes == "all":
            return frozenset(self.known)
        sent = {sha256 for one in self.deals for sha256 in one.files} if self.to.hashes == "own" else set()
        return frozenset(sent & self.known.keys())

    @cached_property
    def links(self) -> list[Link]:
        """Links of the person's accounts."""
        own = self.inside or frozenset()
        return sorted((one for one in self.found.links if own & {one.left, one.right}), key=lambda one: one.id)

    @cached_property
    def decisions(self) -> list[Decision]:
        """Decisions on the person's accounts, and on conversations in which they take part."""
        own = self.inside or frozenset()
        return sorted((one for one in self.found.decisions if own & self.about(one)), key=lambda one: one.order)

    def about(self, one: Decision) -> frozenset[str]:
        """The accounts that a decision is about; of conversations those who take part in them."""
        pair = (one.left, one.right or "") if one.act in PAIRS else (one.left,)
        if one.rule != ONE_CONVERSATION:
            return frozenset(pair)
        return frozenset[str]().union(*(self.found.talks.get(name, frozenset()) for name in pair))

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """The code of each account that may have one."""
        names = dict.fromkeys(name for name in self._names() if self._may_stand(name))
        return {name: code("account", number) for number, name in enumerate(names, 1)}

    def party(self, account: str | None) -> str | None:
        """What stands for an account: its code, or the one mark of all that may not be told."""
        if account is None:
            return None
        return PROTECTED if account in self.found.children else self.codes.get(account, ELSEWHERE)

    def counts(self) -> tuple[Counter[str | None], Counter[str | None]]:
        """How often each account of the chosen deals sold, and bought."""
        return Counter(one.seller for one in self.deals), Counter(one.buyer for one in self.deals)

    @cached_property
    def person_of(self) -> dict[str, str]:
        """The person of each account; an account of none is one of its own."""
        return {account: person.id for person in self.found.persons for account in person.accounts}

    def _names(self) -> Iterator[str]:
        """Accounts in the order in which they get codes."""
        for one in self.deals:
            yield from filter(None, (one.seller, one.buyer))
        yield from (one.seller for one in self.offers if one.seller)
        if "links" in self.to.tables:
            yield from (name for one in self.links for name in (one.left, one.right))
            own = self.inside or frozenset()
            for word in self.decisions:
                yield from sorted(own & self.about(word))[:1] if word.rule == ONE_CONVERSATION else (word.left,)
            of_accounts = (word for word in self.decisions if word.act in PAIRS and word.rule != ONE_CONVERSATION)
            yield from filter(None, (word.right for word in of_accounts))
        yield from self._joined()

    def _joined(self) -> Iterator[str]:
        """Accounts of the package's own persons that stand in no deal."""
        own = self.inside or frozenset()
        if self.to.identifiers != "full":
            return
        here = {self.person_of.get(name) for one in self.deals for name in (one.seller, one.buyer) if name in own}
        is_whole = self.to.rows == "person"
        yield from sorted(name for name in own if is_whole or self.person_of.get(name, "") in here)

    def _may_stand(self, account: str) -> bool:
        if account in self.found.children:
            return False
        return self.to.rows != "country" or account in self.basis


def _first(deal: Deal) -> str:
    return deal.offered_at or deal.paid_at or deal.delivered_at or ""
