# SPDX-License-Identifier: Apache-2.0
"""A person as papers say them: accounts and how each came to them, links, exhibits, identity."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from suluh.case.corrections.standing_papers import typed
from suluh.case.papers.deals.trade import BARE, Trade
from suluh.case.papers.material import Material
from suluh.case.papers.parties import how_known, identifier, service
from suluh.case.papers.persons.grounds import of_child, of_service
from suluh.case.papers.persons.history import before, behind
from suluh.case.papers.reasons import differences
from suluh.case.papers.reasons.circular import OF_PAYMENTS
from suluh.case.papers.reasons.lacking import NOT_WEIGHED, NOTHING_OF_LINK, of_link
from suluh.model.dossier.care import Identity
from suluh.model.dossier.papers import Paper
from suluh.model.intake import Exhibit
from suluh.model.people import Link
from suluh.persons.names import words
from suluh.referral.papers.kinds import numbered
from suluh.referral.papers.lines import AccountLine, LinkLine
from suluh.referral.papers.values import Both
from suluh.referral.papers.words import done, told

VAULT = Both("in the vault", "dalam ruang tersegel")
COUNTS_HIDDEN = Both(
    "Its reasons are withheld: booked lines of protected accounts are among those that they count.",
    "Alasannya ditahan: baris rekening akun terlindungi termasuk dalam hitungannya.",
)
"""What is said of a link of payments some of which are withheld."""

OWN_UNDECIDED = Both(
    "By no decision or statement of an officer is an exhibit this person's own device: what such a device holds, and "
    "who held it, cannot be said.",
    "Tidak ada barang bukti yang menurut keputusan atau pernyataan petugas merupakan perangkat orang ini: isi "
    "perangkat seperti itu, dan siapa yang memegangnya, tidak dapat dikatakan.",
)
ALONE = Both("as the records write it, joined to no other account", "seperti tertulis dalam catatan, tidak digabungkan")
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
            return (self._of_child(named),)
        whole = frozenset(named)
        return tuple(self.account(one, whole) for one in named)

    def _of_child(self, named: Sequence[str]) -> AccountLine:
        """All accounts under the code of a child in one row: each by its service alone, with its ground."""
        stated = tuple(said for one in named for said in of_service(one, self._stated(one)))
        return AccountLine(
            code=self.material.parties.person(named[0]),
            service=", ".join(sorted({service(one) for one in named})),
            decided=of_child(self.material.parties, self.trade.circles, named),
            stated=stated,
        )

    def account(self, account: str, group: frozenset[str] = frozenset()) -> AccountLine:
        """One account; of a child nothing but the code and the service."""
        parties = self.material.parties
        if parties.is_child(account):
            return AccountLine(code=parties.person(account), service=service(account))
        links = [one for one in parties.links if account in {one.left, one.right} and one.judgement == "confirmed"]
        inside = [one for one in links if {one.left, one.right} <= group]
        against = (one for one in parties.links if {one.left, one.right} <= group and account in {one.left, one.right})
        decided = (
            *(self._joined(one, account) for one in inside),
            *(self._by_suggestion(one, account) for one in against if one.judgement in {"rejected", "disputed"}),
        )
        stated, recorded = tuple(self._stated(account)), tuple(self._recorded(account))
        return AccountLine(
            code=parties.account(account),
            service=service(account),
            identifier=self.material.whole(identifier(account)),
            names=self._names(account),
            decided=decided,
            stated=stated,
            recorded=recorded if decided or stated or recorded else (ALONE,),
        )

    def _names(self, account: str) -> tuple[str, ...]:
        """The names that records give to an account, each as a whole or withheld."""
        return tuple(dict.fromkeys(map(self.material.whole, self.material.names.get(account, ()))))

    def _joined(self, link: Link, account: str) -> Both:
        """A link that an officer confirmed, who did and when, and the deals on which it rests."""
        other = link.right if link.left == account else link.left
        rule, code, who = told(link.rule), self.material.parties.account(other), done(link.by, link.at)
        deals = self.trade.circles.joins(link)
        rests, rests_id = (f", rests on {deals.english}", f", bertumpu pada {deals.indonesian}") if deals else ("", "")
        more = behind(before(self.material.decisions, link))
        return Both(
            f"with {code}: {rule.english}{rests}; confirmed by {who}{more.english}",
            f"dengan {code}: {rule.indonesian}{rests_id}; dikonfirmasi {who}{more.indonesian}",
        )

    def _stated(self, account: str) -> Iterator[Both]:
        """What an officer entered of it without deciding on a link: with an exhibit, or with a paper."""
        for one in self.material.exhibits:
            if account in one.accounts:
                who = done(one.by or "—", one.at)
                yield Both(f"as {one.label}'s own, entered by {who}", f"sebagai milik {one.label}, dimasukkan {who}")
        for known in self.identities(frozenset({account})):
            name, who = self._paper_of(known), done(known.by, known.at)
            yield Both(f"by {name.english}, entered by {who}", f"menurut {name.indonesian}, dimasukkan {who}")

    def _recorded(self, account: str) -> Iterator[Both]:
        """What records themselves say of it."""
        if (known := how_known(account)) is not None:
            yield known
        seen = self.material.owning.get(account, frozenset())
        for label in (one.label for one in self.material.exhibits if one.label in seen):
            yield Both(f"{label} calls it its own", f"{label} menyebutnya miliknya")

    def suggested(self, group: Iterable[str]) -> tuple[AccountLine, ...]:
        """Accounts that a suggestion alone joins to a person, each by which link."""
        own = frozenset(group)
        return tuple(self._suggested(one, own) for one in self.material.parties.suggested(own))

    def _suggested(self, account: str, own: frozenset[str]) -> AccountLine:
        parties = self.material.parties
        links = [one for one in parties.links if account in {one.left, one.right}]
        near = [one for one in links if own & {one.left, one.right}] or [one for one in links if one.merges]
        return AccountLine(
            code=parties.account(account),
            service=service(account),
            identifier=self.material.whole(identifier(account)),
            names=self._names(account),
            suggested=(*self._counted(account), *(self._by_suggestion(one, account) for one in near)),
        )

    def _counted(self, account: str) -> Iterator[Both]:
        """To whom an account is counted already, where officers joined it to others of somebody else."""
        parties = self.material.parties
        if len(parties.group(account)) > 1:
            who = parties.person(account)
            yield Both(
                f"counted to {who} by what officers decided or stated; that {who} is this person no decision confirms",
                f"dihitung pada {who} menurut keputusan atau pernyataan petugas; bahwa {who} adalah orang ini tidak "
                "dikonfirmasi keputusan mana pun",
            )

    def _by_suggestion(self, link: Link, account: str) -> Both:
        """A link that bears on it, and how it stands: one of two other accounts may well be decided."""
        parties, rule, stands = self.material.parties, told(link.rule), told(link.judgement)
        code = parties.account(link.right if link.left == account else link.left)
        who = done(link.by, link.at) if link.judgement != "suggested" else None
        by, by_id = (f" by {who}", f" oleh {who}") if who else ("", "")
        return Both(
            f"with {code}: {rule.english}, {stands.english}{by}",
            f"dengan {code}: {rule.indonesian}, {stands.indonesian}{by_id}",
        )

    def links(self, group: Iterable[str]) -> tuple[LinkLine, ...]:
        """Every link of a person's accounts: those that join them, and those that were rejected or wait."""
        own, parties = frozenset(group), self.material.parties
        found = sorted((one for one in parties.links if own & {one.left, one.right}), key=self._in_order)
        return tuple(map(self._link, found))

    def _in_order(self, link: Link) -> tuple[list[tuple[int, str]], str]:
        """Links of the same two accounts stand together, in the order of the codes of these."""
        codes = map(self.material.parties.account, (link.left, link.right))
        return sorted((len(code), code) for code in codes), link.rule

    def _link(self, link: Link) -> LinkLine:
        parties = self.material.parties
        children = parties.is_child(link.left) or parties.is_child(link.right)
        reasons, against = self.trade.terms(link.reasons_for), self.trade.terms(link.reasons_against)
        nothing = NOTHING_OF_LINK
        if not reasons:
            nothing = self._not_weighed(link)
            against = (*((BARE,) if link.judgement == "confirmed" else ()), *against)
        against = (*against, *self._otherwise_before(link))
        if reasons and parties.hidden.is_counted(link, OF_PAYMENTS):
            reasons, against = (COUNTS_HIDDEN,), (COUNTS_HIDDEN,)
        return LinkLine(
            left=parties.account(link.left),
            right=parties.account(link.right),
            called=told(link.rule),
            judgement=link.judgement,
            reasons_for=reasons,
            reasons_against=against if set(against) - {BARE} else (*against, nothing),
            lacks=(*self._rests(link), *of_link(self.material, link, parties.links)),
            clocks=tuple(differences.of_link(self.material, link)),
            places=() if children else self.material.told(parties.hidden.open_places(link.places)),
            by=link.by,
            at=link.at,
        )

    def _otherwise_before(self, link: Link) -> Iterator[Both]:
        """That officers had decided otherwise of a link."""
        for one in before(self.material.decisions, link):
            yield Both(f"Decided otherwise before: {one.english}.", f"Sebelumnya diputuskan lain: {one.indonesian}.")

    def _not_weighed(self, link: Link) -> Both:
        """That the rule of a link proposes it no more, and which others of the same two accounts stand beside it."""
        pair = {link.left, link.right}
        others = [one for one in self.material.parties.links if {one.left, one.right} == pair and one.id != link.id]
        if not others:
            return NOT_WEIGHED
        told_ = [(told(one.rule), told(one.judgement)) for one in others]
        english = "; ".join(f"“{rule.english}”, {stands.english}" for rule, stands in told_)
        indonesian = "; ".join(f"“{rule.indonesian}”, {stands.indonesian}" for rule, stands in told_)
        return Both(
            "Nothing was looked for under this name: no rule proposes it by itself now. Other rules tie these two "
            f"accounts, each in a row of its own: {english}.",
            "Tidak ada yang dicari dengan nama ini: sekarang tidak ada aturan yang mengusulkannya sendiri. Aturan lain "
            f"mengaitkan kedua akun ini, masing-masing pada baris tersendiri: {indonesian}.",
        )

    def _rests(self, link: Link) -> Iterator[Both]:
        """That a link rests on deals, and so proves none of them."""
        if deals := self.trade.circles.joins(link):
            yield Both(
                f"No proof of its own for {deals.english}: it rests on what was paid in them.",
                f"Bukan bukti tersendiri bagi {deals.indonesian}: kaitan ini bertumpu pada pembayarannya.",
            )

    def exhibits(self, group: Iterable[str]) -> tuple[str, ...]:
        """The exhibits on which the person's accounts are seen."""
        own = frozenset(group)
        seen = {one.place.exhibit for one in self.material.accounts if one.account in own}
        seen |= {one.label for one in self.material.exhibits if not own.isdisjoint(one.accounts)}
        return tuple(one.label for one in self.material.exhibits if one.label in seen)

    def own_exhibits(self, group: Iterable[str]) -> tuple[str, ...]:
        """The exhibits whose holder's accounts an officer stated to be these."""
        return own_exhibits(self.material, group)

    def identity(self, group: Iterable[str]) -> Both:
        """By which paper it is known who they are."""
        found = self.identities(frozenset(group))
        if not found:
            return Both("not yet identified", "belum teridentifikasi")
        said = [self._identity(one) for one in found]
        return Both("; ".join(one.english for one in said), "; ".join(one.indonesian for one in said))

    def called(self, group: Iterable[str]) -> tuple[Both, ...]:
        """Whether the name that a paper gives is one that records give to their accounts; nothing of a child."""
        own = frozenset(group)
        if any(map(self.material.parties.is_child, own)):
            return ()
        names = tuple(dict.fromkeys(name for one in sorted(own) for name in self.material.names.get(one, ())))
        found = [one for one in self.identities(own) if one.name and not one.vault]
        return tuple(self._called(one, names) for one in found)

    def _called(self, one: Identity, names: Sequence[str]) -> Both:
        own, by = one.name or "", self._paper_of(one)
        which = ", ".join(f"“{self.material.whole(name)}”" for name in names)
        codes = ", ".join(self.material.parties.account(name) for name in one.accounts)
        begins = Both(
            f"{by.english} calls the holder of {codes} “{own}”", f"{by.indonesian} menyebut pemegang {codes} “{own}”"
        )
        if not names:
            return Both(
                f"{begins.english}; no record gives a name to these accounts.",
                f"{begins.indonesian}; tidak ada catatan yang memberi nama pada akun-akun ini.",
            )
        shared = {word for name in names for word in words(name)} & set(words(own))
        if shared:
            return Both(
                f"{begins.english}; records call these accounts {which}: they share a word.",
                f"{begins.indonesian}; catatan menyebut akun-akun ini {which}: ada kata yang sama.",
            )
        return Both(
            f"{begins.english}; records call these accounts {which}: no word is the same, and nothing but that paper "
            "connects the names.",
            f"{begins.indonesian}; catatan menyebut akun-akun ini {which}: tidak ada kata yang sama, dan selain surat "
            "itu tidak ada yang menghubungkan kedua nama.",
        )

    def identities(self, group: frozenset[str]) -> list[Identity]:
        """What officers typed of who holds some of these accounts."""
        return [one for one in typed(self.material.case.rows, Identity) if not group.isdisjoint(one.accounts)]

    def _identity(self, one: Identity) -> Both:
        who = VAULT if one.vault else Both(one.name or "—", one.name or "—")
        kind, by = SOURCES[one.kind], self._paper_of(one)
        if by.indonesian.startswith(kind.indonesian):
            return Both(f"{who.english}; {by.english}", f"{who.indonesian}; {by.indonesian}")
        return Both(
            f"{who.english}; {kind.english}, {by.english}", f"{who.indonesian}; {kind.indonesian}, {by.indonesian}"
        )

    def _paper_of(self, one: Identity) -> Both:
        """The paper of an identity with its day; one that was not entered by the name that was typed."""
        paper = next((each for each in typed(self.material.case.rows, Paper) if each.code == one.paper), None)
        if paper is None:
            return Both(one.paper, one.paper)
        by = numbered(paper.kind, paper.number)
        return Both(f"{by.english} ({paper.date})", f"{by.indonesian} ({paper.date})")

    def unseen(self, group: Iterable[str]) -> tuple[Both, ...]:
        """What no exhibit can show of them."""
        own = frozenset(group)
        return () if self.own_exhibits(own) else (OWN_UNDECIDED, *(said for _, said in may_be_own(self.material, own)))


def own_exhibits(material: Material, group: Iterable[str]) -> tuple[str, ...]:
    """The exhibits whose holder's accounts an officer stated to be these."""
    own = frozenset(group)
    return tuple(one.label for one in material.exhibits if not own.isdisjoint(one.accounts))


def may_be_own(material: Material, group: frozenset[str]) -> Iterator[tuple[Exhibit, Both]]:
    """Exhibits that may be theirs though no decision confirms it: by an account or by the name of who held them."""
    if any(map(material.parties.is_child, group)) or own_exhibits(material, group):
        return
    near = frozenset(material.parties.suggested(group))
    called = {frozenset(words(name)) for one in group for name in material.names.get(one, ())} - {frozenset()}
    for one in material.exhibits:
        found = map(material.parties.account, near.intersection(one.accounts))
        stated = sorted(found, key=lambda code: (len(code), code))
        if stated:
            codes = ", ".join(stated)
            yield (
                one,
                Both(
                    f"{one.label} may be theirs, which no decision confirms: that what was stated as its own ({codes}) "
                    "is of this person as well is only suggested (part 1).",
                    f"{one.label} mungkin miliknya, tetapi tidak dikonfirmasi keputusan mana pun: bahwa yang "
                    f"dinyatakan sebagai milik perangkat itu ({codes}) juga milik orang ini baru disarankan "
                    "(bagian 1).",
                ),
            )
        if one.holder and frozenset(words(one.holder)) in called:
            yield (
                one,
                Both(
                    f"{one.label} was entered as held by somebody of a name that records give to this person as well: "
                    "D2, part 3. That it is the same person no decision confirms.",
                    f"{one.label} dimasukkan dengan pemegang yang namanya juga diberikan catatan kepada orang ini: "
                    "D2, bagian 3. Bahwa orangnya sama tidak dikonfirmasi keputusan mana pun.",
                ),
            )
