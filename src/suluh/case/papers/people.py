# SPDX-License-Identifier: Apache-2.0
"""A person as papers say them: accounts and how each came to them, links, exhibits, identity."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from suluh.case.corrections.standing_papers import typed
from suluh.case.papers.material import Material
from suluh.case.papers.parties import how_known, identifier, service
from suluh.case.papers.trade import Trade
from suluh.model.dossier.care import Identity
from suluh.model.dossier.papers import Paper
from suluh.model.people import Link
from suluh.referral.papers.kinds import numbered
from suluh.referral.papers.lines import AccountLine, LinkLine
from suluh.referral.papers.values import Both
from suluh.referral.papers.words import told

VAULT = Both("in the vault", "dalam ruang tersegel")
SOURCES: Mapping[str, Both] = {
    "id-card": Both("identity card", "kartu identitas"),
    "BAP": Both("record of interview", "BAP"),
    "operator": Both("reply of an operator", "balasan operator"),
    "bank": Both("reply of a bank", "balasan bank"),
    "other": Both("other source", "sumber lain"),
}
"""By what kind of source it is known who somebody is."""


@dataclass(frozen=True)
class People:
    """Says who somebody is, as far as officers decided it."""

    material: Material
    trade: Trade

    def accounts(self, group: Iterable[str]) -> tuple[AccountLine, ...]:
        """Accounts in the order of their codes, each with by what it belongs to the others."""
        parties = self.material.parties
        named = sorted(group, key=lambda one: (len(parties.account(one)), parties.account(one), one))
        if any(parties.is_child(one) for one in named):
            return (
                AccountLine(code=parties.person(named[0]), service=", ".join(sorted({service(one) for one in named}))),
            )
        whole = frozenset(named)
        return tuple(self.account(one, whole) for one in named)

    def account(self, account: str, group: frozenset[str] = frozenset()) -> AccountLine:
        """One account; of a child nothing but the code and the service."""
        parties = self.material.parties
        if parties.is_child(account):
            return AccountLine(code=parties.person(account), service=service(account))
        links = [one for one in parties.links if account in {one.left, one.right} and one.judgement == "confirmed"]
        inside = [one for one in links if {one.left, one.right} <= group]
        stated = [one for one in self.material.exhibits if account in one.accounts]
        how = [how_known(account), *(self._joined(one, account) for one in inside)]
        how += [
            Both(
                f"stated of exhibit {one.label} by {one.by}", f"dinyatakan pada barang bukti {one.label} oleh {one.by}"
            )
            for one in stated
        ]
        last = inside[-1] if inside else None
        return AccountLine(
            code=parties.account(account),
            service=service(account),
            identifier=identifier(account),
            names=self.material.names.get(account, ()),
            how=tuple(one for one in how if one is not None),
            by=last.by if last else None,
            at=last.at if last else None,
        )

    def _joined(self, link: Link, account: str) -> Both:
        other = link.right if link.left == account else link.left
        rule, code = told(link.rule), self.material.parties.account(other)
        return Both(f"with {code}: {rule.english}, confirmed", f"dengan {code}: {rule.indonesian}, dikonfirmasi")

    def suggested(self, group: Iterable[str]) -> tuple[AccountLine, ...]:
        """Accounts that a suggestion alone joins to a person, each by which link."""
        own = frozenset(group)
        return tuple(self._suggested(one, own) for one in self.material.parties.suggested(own))

    def _suggested(self, account: str, own: frozenset[str]) -> AccountLine:
        parties = self.material.parties
        links = [one for one in parties.links if account in {one.left, one.right} and one.merges]
        near = [one for one in links if own & {one.left, one.right}] or links
        how = tuple(self._by_suggestion(one, account) for one in near)
        return AccountLine(
            code=parties.account(account),
            service=service(account),
            identifier=identifier(account),
            names=self.material.names.get(account, ()),
            how=how,
        )

    def _by_suggestion(self, link: Link, account: str) -> Both:
        parties, rule = self.material.parties, told(link.rule)
        code = parties.account(link.right if link.left == account else link.left)
        return Both(f"with {code}: {rule.english}, not decided", f"dengan {code}: {rule.indonesian}, belum diputuskan")

    def links(self, group: Iterable[str]) -> tuple[LinkLine, ...]:
        """Every link of a person's accounts: those that join them, and those that were rejected or wait."""
        own, parties = frozenset(group), self.material.parties
        return tuple(self._link(one) for one in parties.links if own & {one.left, one.right})

    def _link(self, link: Link) -> LinkLine:
        parties = self.material.parties
        children = parties.is_child(link.left) or parties.is_child(link.right)
        return LinkLine(
            left=parties.account(link.left),
            right=parties.account(link.right),
            judgement=link.judgement,
            reasons_for=self.trade.terms(link.reasons_for),
            reasons_against=self.trade.against(link.reasons_for, link.reasons_against, link.judgement),
            places=() if children else self.material.told(link.places),
            by=link.by,
            at=link.at,
        )

    def exhibits(self, group: Iterable[str]) -> tuple[str, ...]:
        """The exhibits on which the person's accounts are seen."""
        own = frozenset(group)
        seen = {one.place.exhibit for one in self.material.accounts if one.account in own}
        seen |= {one.label for one in self.material.exhibits if not own.isdisjoint(one.accounts)}
        return tuple(one.label for one in self.material.exhibits if one.label in seen)

    def own_exhibits(self, group: Iterable[str]) -> tuple[str, ...]:
        """The exhibits whose holder's accounts an officer stated to be these."""
        own = frozenset(group)
        return tuple(one.label for one in self.material.exhibits if not own.isdisjoint(one.accounts))

    def identity(self, group: Iterable[str]) -> Both:
        """By which paper it is known who they are."""
        own = frozenset(group)
        found = [one for one in typed(self.material.case.rows, Identity) if not own.isdisjoint(one.accounts)]
        if not found:
            return Both("not yet identified", "belum teridentifikasi")
        papers = {one.code: one for one in typed(self.material.case.rows, Paper)}
        said = [self._identity(one, papers.get(one.paper)) for one in found]
        return Both("; ".join(one.english for one in said), "; ".join(one.indonesian for one in said))

    @staticmethod
    def _identity(one: Identity, paper: Paper | None) -> Both:
        who = VAULT if one.vault else Both(one.name or "—", one.name or "—")
        kind = SOURCES[one.kind]
        if paper is None:
            return Both(
                f"{who.english}; {kind.english}, {one.paper}", f"{who.indonesian}; {kind.indonesian}, {one.paper}"
            )
        by = numbered(paper.kind, paper.number)
        return Both(
            f"{who.english}; {kind.english}, {by.english} ({paper.date})",
            f"{who.indonesian}; {kind.indonesian}, {by.indonesian} ({paper.date})",
        )

    def unseen(self, group: Iterable[str]) -> tuple[Both, ...]:
        """What no exhibit can show of them."""
        if self.own_exhibits(group):
            return ()
        return (
            Both(
                "No exhibit is this person's own device: what it holds, and who held it, cannot be said.",
                "Tidak ada barang bukti yang merupakan perangkat orang ini: isinya, dan siapa yang memegangnya, tidak "
                "dapat dikatakan.",
            ),
        )
