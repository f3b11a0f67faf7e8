# SPDX-License-Identifier: Apache-2.0
"""Under which code everybody stands on papers, by the letters of `model/rules/codes.py`.

1. Accounts are one person on paper where an officer joined them: by a link that is confirmed, or as accounts that were
   stated of one exhibit. What is only suggested joins nobody here.
2. All that may be a child's stands under their one code, and nothing of it is printed. Where a paper says what counts
   as whose, such an account counts by a decision alone, as everybody's does: `is_decided`.
3. Codes follow the order of deals in time, then of offers, exhibits and accounts; a code that an officer typed with an
   identity stands before all.
4. Of whoever is under guard nothing stands here: no code, no deal, no link. Codes leave no gap for it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from urllib.parse import unquote

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import exhibits, typed
from suluh.case.papers.hidden import Hidden
from suluh.case.papers.veiled import children
from suluh.model.dossier.care import Identity
from suluh.model.errors import Misuse
from suluh.model.people import ONE_CONVERSATION, Decision, Link, Officer, Person
from suluh.model.rules.children import Child, child_of
from suluh.model.rules.codes import CODES, free
from suluh.model.talk import is_device, is_named_only, service_of
from suluh.model.trade import Deal, Offer, Payment
from suluh.referral.papers.values import WITHHELD, Both
from suluh.referral.papers.words import told

_CHILDREN: Mapping[Child, str] = {
    "child-victim": "child-victim",
    "child-witness": "child-witness",
    "child-in-conflict": "child-in-conflict",
    "child": "child-victim",
}
"""By what letters a child stands: in doubt as one who may be a victim."""

NOBODY = "—"
_PEOPLE = (*dict.fromkeys(_CHILDREN.values()), "person")
_CODE = re.compile(rf"({'|'.join(CODES[one].letters for one in _PEOPLE)})-[1-9]\d*")


def first_time(deal: Deal) -> str:
    """When the first of its times was; a deal without any comes last."""
    return deal.offered_at or deal.paid_at or deal.delivered_at or "~"


class Parties:
    """The persons of a case as papers know them, and every code."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self.hidden = Hidden(case)
        self.children = children(case, self.hidden.accounts)
        deals = sorted(case.nouns(Deal), key=lambda one: (first_time(one), one.id))
        self.deals = [one for one in deals if one.id not in self.hidden.deals]
        """Every deal, rejected ones as well, in the order of its code."""

        offers = sorted(case.nouns(Offer), key=lambda one: (one.at or "~", one.id))
        self.offers = [one for one in offers if one.seller not in self.hidden.accounts]
        links = sorted(case.nouns(Link), key=lambda one: one.id)
        self.links = [one for one in links if one.rule != ONE_CONVERSATION and not self.hidden.is_link(one)]
        """Links of accounts; those of conversations join nobody."""

    @cached_property
    def deal_codes(self) -> Mapping[str, str]:
        """The code of each deal."""
        return {deal.id: code for deal, code in zip(self.deals, free("deal", self._taken), strict=False)}

    @cached_property
    def _taken(self) -> frozenset[str]:
        """What stands for an exhibit or an officer already, as the unit calls them."""
        labels = (one.label for one in exhibits(self._case.rows))
        return frozenset((*labels, *(one.code for one in self._case.nouns(Officer))))

    @cached_property
    def given(self) -> frozenset[str]:
        """Every code that stands for a person, an account or a deal of the case."""
        return frozenset((*self._people.values(), *self._codes.values(), *self.deal_codes.values()))

    @cached_property
    def computed(self) -> Mapping[str, Person]:
        """What the line takes for one person, by account: suggestions are in it."""
        return {account: person for person in self._case.nouns(Person) for account in person.accounts}

    @cached_property
    def _groups(self) -> Mapping[str, frozenset[str]]:
        """The accounts of one person on paper, by account."""
        return together(self._pairs())

    @cached_property
    def _decided(self) -> Mapping[str, frozenset[str]]:
        """What officers joined, of children as well, by account."""
        return together(self._joined())

    def is_decided(self, account: str, party: str | None) -> bool:
        """Whether a decision or statement counts an account to a party; that both stand under one code is none."""
        return party is not None and account in self._decided.get(party, (party,))

    def without(self, link: Link) -> Mapping[str, frozenset[str]]:
        """The same, had nobody confirmed one link."""
        return together(self._pairs(link.id))

    def unstated(self, label: str, account: str) -> Mapping[str, frozenset[str]]:
        """The same, had nobody stated that one account is an exhibit's own."""
        return together(self._pairs(unstated=(label, account)))

    def apart(self, account: str) -> Mapping[str, frozenset[str]]:
        """The same, had nobody confirmed any link of one account, nor stated it to be an exhibit's own."""
        return together(self._pairs(apart=account))

    def _pairs(
        self, left_out: str = "", unstated: tuple[str, str] = ("", ""), apart: str | None = None
    ) -> list[tuple[str, str]]:
        """What stands under one code, but by one link, or by one statement of an account of an exhibit."""
        pairs = self._joined(left_out, unstated, apart)
        for person in self._case.nouns(Person):
            if not self.children.isdisjoint(person.accounts):
                pairs += [(person.accounts[0], other) for other in person.accounts[1:]]
        return pairs

    def _joined(
        self, left_out: str = "", unstated: tuple[str, str] = ("", ""), apart: str | None = None
    ) -> list[tuple[str, str]]:
        """What officers joined, but by one link, or by one statement of an account of an exhibit."""
        pairs = [(one.left, one.right) for one in self.links if one.judgement == "confirmed" and one.id != left_out]
        for exhibit in exhibits(self._case.rows):
            own = [one for one in exhibit.accounts if (exhibit.label, one) != unstated and one != apart]
            pairs += [(own[0], other) for other in own[1:]]
        return [pair for pair in pairs if apart not in pair]

    def group(self, account: str) -> frozenset[str]:
        """The accounts of the person on paper to whom an account belongs."""
        return self._groups.get(account, frozenset({account}))

    def is_child(self, account: str) -> bool:
        """Whether the account is one of a child or victim, who stands under one code."""
        return account in self.children

    def suggested(self, group: Iterable[str]) -> list[str]:
        """Accounts that the line takes for the same person, and nobody joined."""
        own = set(group)
        near = {one for account in own if account in self.computed for one in self.computed[account].accounts}
        near -= own | self.children | self.hidden.accounts
        return sorted(near, key=lambda one: (len(self.account(one)), self.account(one), one))

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        """The code of every account, in their order; under no name the one of an account that nothing names."""
        named = (one for one in dict.fromkeys(self._named()) if one not in self.hidden.accounts)
        return dict(zip((*named, ""), free("account", self._taken), strict=False))

    def _named(self) -> Iterator[str]:
        for deal in self.deals:
            yield from filter(None, (deal.seller, deal.buyer))
        yield from (one.seller for one in self.offers if one.seller)
        yield from (account for one in exhibits(self._case.rows) for account in one.accounts)
        yield from sorted(self.computed)
        for one in self._case.nouns(Payment):
            yield from filter(None, (one.payer, one.beneficiary))

    def account(self, account: str) -> str:
        """The code of an account; of a child's that of the child."""
        if account in self.hidden.accounts:
            return WITHHELD
        if account in self.children:
            return self.person(account)
        return self._codes.get(account, self._codes[""])

    @cached_property
    def _people(self) -> Mapping[str, str]:
        """The code of each person on paper, by account."""
        found: dict[str, str] = {}
        for known in typed(self._case.rows, Identity):
            for account in known.accounts if known.person and self.hidden.accounts.isdisjoint(known.accounts) else ():
                self._check(known, account, found)
                found |= dict.fromkeys(self.group(account), known.person or "")
        taken = {*found.values(), *self._taken}
        codes = {kind: free(kind, taken) for kind in _PEOPLE}
        for account in filter(None, self._codes):
            if account not in found:
                found |= dict.fromkeys(self.group(account), next(codes[self._kind(account)]))
        return found

    def told(self, name: str, other: str) -> str:
        """The code of a deal by its id, or that it is withheld; of anything else what else it is called."""
        return WITHHELD if name in self.hidden.deals else self.deal_codes.get(name, other)

    def named(self, deal: Deal) -> Both:
        """A deal by its code, with what was decided on it where nobody confirmed it."""
        code, word = self.deal_codes[deal.id], told(deal.judgement or "suggested")
        if deal.judgement == "confirmed":
            return Both(code, code)
        return Both(f"{code} ({word.english})", f"{code} ({word.indonesian})")

    def free(self, kind: str) -> Iterator[str]:
        """Codes of a kind that stand for nothing of the case yet."""
        return free(kind, self.given | self._taken)

    def _check(self, known: Identity, account: str, found: Mapping[str, str]) -> None:
        """Raise `Misuse` for a typed code that is none, or that two persons on paper have."""
        code, own = known.person or "", self.group(account)
        if not _CODE.fullmatch(code):
            raise Misuse(f"{known.code} has the code {code!r}: correct it to one such as AK-1, AS-1, A-1 or O-1")
        if code in self._taken:
            raise Misuse(
                f"{known.code} has the code {code}, which is the label of an exhibit or the code of an officer too: "
                "correct it to one with another number"
            )
        is_taken = any(one == code and other not in own for other, one in found.items())
        has_other = {found[one] for one in own if one in found} - {code}
        if is_taken or has_other:
            raise Misuse(
                f"{known.code} gives {code} to accounts that no decision joins to the others of that code, or that "
                "have another one: confirm their link, or correct the code"
            )

    def _kind(self, account: str) -> str:
        if account not in self.children:
            return "person"
        kinds = {self._children[one] for one in self.group(account) if one in self._children}
        return _CHILDREN[next((kind for kind in _CHILDREN if kind in kinds), "child")]

    @cached_property
    def _children(self) -> Mapping[str, Child]:
        """What roles and statuses say of children, the last word of each account."""
        said = sorted(
            (one for one in self._case.nouns(Decision) if one.act in {"role", "status"}), key=lambda one: one.order
        )
        return {one.left: kind for one in said if (kind := child_of(one.right))}

    def person(self, account: str | None) -> str:
        """The code of the person on paper to whom an account belongs."""
        if account in self.hidden.accounts:
            return WITHHELD
        return NOBODY if account is None else self._people.get(account, NOBODY)

    def by_code(self, code: str) -> frozenset[str]:
        """The accounts of the person of a code."""
        return frozenset(account for account, one in self._people.items() if one == code)


def together(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """What pairs join, by each of their members."""
    found: dict[str, set[str]] = {}
    for left, right in pairs:
        one, other = found.setdefault(left, {left}), found.setdefault(right, {right})
        if one is not other:
            one |= other
            found |= dict.fromkeys(other, one)
    return {name: frozenset(group) for name, group in found.items()}


def identifier(account: str) -> str:
    """An account as its service names it; of one that is known by name only, the name and where it is known so."""
    service, _, rest = account.partition(":")
    parts = [unquote(part) for part in rest.split("/")]
    if is_device(account):
        return f"({parts[1]})"
    if is_named_only(account) and len(parts) > 2:  # noqa: PLR2004 # name, where, and the name itself
        return f"“{parts[-1]}”"
    return rest or service


def service(account: str) -> str:
    """The service of an account."""
    return service_of(account)


def how_known(account: str) -> Both | None:
    """What is said of an account that has no number of its own."""
    parts = [unquote(part) for part in account.partition(":")[2].split("/")]
    if is_device(account):
        return Both(f"the device {parts[1]} itself", f"perangkat {parts[1]} itu sendiri")
    if is_named_only(account):
        return Both("known by this name only", "dikenal dengan nama ini saja")
    return None
