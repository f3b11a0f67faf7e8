# SPDX-License-Identifier: Apache-2.0
"""What of the confirmed deals rests on one exhibit, or on one decision on a link: what falls with it, by the records.

1. A message or booked line stands still without an exhibit where a copy of it lies on another one. A message that is
   none of its own, on which a reason rests, makes a deal lose some and never fall.
2. Without the statement that an account is an exhibit's own, deals of that account may count to the holder no more.
3. Where each word on an account falls harmlessly because another stands, all of them together are tried as well.
4. Without a link an account of a booked line may count to its buyer or seller no more, or a side of deals counts as one
   person with fewer accounts; what joins them otherwise stays.
5. Nothing is searched anew here: how tiers and sums would come out, `suluh without CASE EXHIBIT` works out.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from suluh.case.papers.examined.relied_files import in_runs
from suluh.case.papers.material import Material
from suluh.case.papers.reasons.others import lines_elsewhere
from suluh.case.views.records import Shown
from suluh.model.intake import Exhibit
from suluh.model.people import Link
from suluh.model.talk import Message
from suluh.model.trade import Deal, Payment
from suluh.referral.papers.report import Rows
from suluh.referral.papers.values import Both, Cell, Listed
from suluh.referral.papers.words import told

JOINED = Both(
    "no deal: other links or statements of officers join these accounts as well",
    "tidak ada: kaitan atau pernyataan petugas yang lain juga menggabungkan akun-akun ini",
)
NO_LINE = Both(
    "no deal: by this link alone no account of a booked line that paid one counts to its buyer or seller, and no side "
    "of one counts as one person with other accounts",
    "tidak ada: tidak ada akun baris rekening pembayar suatu rangkaian yang hanya karena kaitan ini dihitung pada "
    "pembeli atau penjualnya, dan tidak ada pihak suatu rangkaian yang hanya karena kaitan ini dihitung sebagai satu "
    "orang dengan akun lain",
)
NOT_CONFIRMED = Both(
    "no confirmed deal; of others it would take the account: {codes}",
    "tidak ada rangkaian yang dikonfirmasi; pada rangkaian lain akunnya tidak lagi dihitung: {codes}",
)

OTHERWISE = Both(
    "no deal: a link or another statement joins it to the other accounts of this exhibit as well",
    "tidak ada: kaitan atau pernyataan lain juga menggabungkannya dengan akun lain milik barang bukti ini",
)
NOT_STATED = Both(
    "no deal: no side of one, no booked line that paid one and no message beside one on which a reason rests counts "
    "to the holder by this statement",
    "tidak ada: tidak ada pihak suatu rangkaian, baris rekening pembayarnya, atau pesan di sampingnya yang menjadi "
    "dasar satu alasan yang dihitung pada pemegang karena pernyataan ini",
)
ALL_WORDS = Both(
    "all links and statements of officers on it together", "semua kaitan dan pernyataan petugas tentangnya sekaligus"
)
_SELLER, _BUYER = ("seller", "penjual"), ("buyer", "pembeli")


@dataclass(frozen=True)
class Alone:
    """Of the exhibits that a report is about, by their labels."""

    material: Material
    labels: tuple[str, ...]

    @property
    def _deals(self) -> list[Deal]:
        return [one for one in self.material.parties.deals if one.judgement == "confirmed"]

    def falls(self) -> tuple[Rows, Rows, Rows]:
        """By exhibit, by link, and by statement."""
        return self.exhibits(), self.links(), self.statements()

    def exhibits(self) -> Rows:
        """Exhibit, and the deals that fall whole, lose their booked line, lose all words, or lose some of either."""
        return tuple(self._exhibit(label) for label in self.labels)

    def _exhibit(self, label: str) -> tuple[Cell, ...]:
        found: dict[str, list[str]] = {"whole": [], "lines": [], "words": [], "some": []}
        for deal in self._deals:
            if effect := self._effect(deal, label):
                found[effect].append(self.material.parties.deal_codes[deal.id])
        left = len(self._deals) - sum(map(len, found.values()))
        return label, *(", ".join(codes) for codes in found.values()), left

    def _effect(self, deal: Deal, label: str) -> str | None:
        """What of a deal falls with an exhibit."""
        words = [_stands(one, label) for name in deal.messages if (one := self.material.messages.get(name))]
        lines = [_stands(one, label) for one in self.material.paid_and_back(deal)[0]]
        if all((*words, *lines)):
            return None if all(_stands(one, label) for one in self._beside(deal)) else "some"
        if not any((*words, *lines)):
            return "whole"
        if lines and not any(lines):
            return "lines"
        return "words" if words and not any(words) else "some"

    def _beside(self, deal: Deal) -> Iterator[Shown[Message] | Shown[Payment]]:
        """What its reasons rest on beside its own messages: an offer to everybody, or other deals and their talk."""
        names = {name: None for one in (*deal.reasons_for, *deal.reasons_against) for name in one.rests}
        shown = (self.material.messages.get(name) for name in names if name not in deal.messages)
        yield from (one for one in shown if one is not None)
        for term in deal.reasons_for:
            for line in lines_elsewhere(self.material, term):
                yield line
                for other in self.material.resting.get(line.record.id, ()):
                    yield from self.material.said(other)

    def links(self) -> Rows:
        """Each confirmed link, and the deals of which an account of a booked line would count to a party no more."""
        confirmed = [one for one in self.material.parties.links if one.judgement == "confirmed"]
        return tuple(self._link(one) for one in confirmed)

    def _link(self, link: Link) -> tuple[Cell, ...]:
        parties = self.material.parties
        groups = parties.without(link)
        deals = self._deals
        said = {account for deal in deals for account, _ in self._lost(deal, groups)}
        hit = [*(part for deal in deals for part in self._parted(deal, groups)), *self._carried(deals, groups, said)]
        one, other = map(self._code, (link.left, link.right))
        falls = Listed(tuple(hit)) if hit else self._nothing(link, groups)
        return f"{one}, {other}", told(link.rule), falls

    def statements(self) -> Rows:
        """Each account that was stated to be an exhibit's own, and the deals that count to its holder by that alone."""
        hidden = self.material.parties.hidden.accounts
        single = tuple(
            self._statement(one, account)
            for one in self.material.exhibits
            for account in one.accounts
            if account not in hidden
        )
        return (*single, *self._together())

    def _together(self) -> Iterator[tuple[Cell, ...]]:
        """Each account of a booked line of a deal, without all that officers decided and stated of it at once."""
        links = [one for one in self.material.parties.links if one.judgement == "confirmed"]
        lines = (one.record for deal in self._deals for one in self.material.paid_and_back(deal)[0])
        for account in dict.fromkeys(end for one in lines for end in (one.beneficiary, one.payer) if end):
            words = sum(account in {one.left, one.right} for one in links)
            words += sum(account in one.accounts for one in self.material.exhibits)
            groups = self.material.parties.apart(account) if words > 1 else {}
            hit = [part for deal in self._deals for part in self._parted(deal, groups)] if words > 1 else []
            if hit:
                yield self._code(account), ALL_WORDS, Listed(tuple(hit))

    def _statement(self, exhibit: Exhibit, account: str) -> tuple[Cell, ...]:
        groups = self.material.parties.unstated(exhibit.label, account)
        own = groups.get(account, frozenset({account}))
        if not own.isdisjoint({*exhibit.accounts} - {account}):
            return self._code(account), exhibit.label, OTHERWISE
        hit = [
            part
            for deal in self._deals
            for part in (
                *self._held(deal, own, exhibit),
                *self._parted(deal, groups),
                *self._wrote(deal, own, exhibit),
            )
        ]
        return self._code(account), exhibit.label, Listed(tuple(hit)) if hit else NOT_STATED

    def _held(self, deal: Deal, own: frozenset[str], exhibit: Exhibit) -> Iterator[Both]:
        """The sides of a deal that would be the holder of an exhibit no more."""
        code = self.material.parties.deal_codes[deal.id]
        for party, (english, indonesian) in ((deal.seller, _SELLER), (deal.buyer, _BUYER)):
            if party and party in own:
                which = self._code(party)
                yield Both(
                    f"{code}: its {english} ({which}) counts as the holder of {exhibit.label} no more",
                    f"{code}: {indonesian}nya ({which}) tidak lagi dihitung sebagai pemegang {exhibit.label}",
                )

    def _wrote(self, deal: Deal, own: frozenset[str], exhibit: Exhibit) -> Iterator[Both]:
        """That a reason rests on what such an account wrote beside a deal whose side holds the exhibit."""
        parties = self.material.parties
        sides = {account for side in (deal.seller, deal.buyer) if side for account in parties.group(side)}
        wrote = {
            sender
            for one in self._beside(deal)
            if isinstance(one.record, Message) and (sender := one.record.sender) in own & sides
        }
        if wrote and own.isdisjoint({deal.seller, deal.buyer}):
            code, which = parties.deal_codes[deal.id], ", ".join(sorted(map(self._code, wrote)))
            yield Both(
                f"{code}: a reason rests on what {which} wrote, which counts as the holder of {exhibit.label} no more",
                f"{code}: satu alasan bertumpu pada tulisan {which}, yang tidak lagi dihitung sebagai pemegang "
                f"{exhibit.label}",
            )

    def _code(self, account: str) -> str:
        parties = self.material.parties
        return parties.person(account) if parties.is_child(account) else parties.account(account)

    def _nothing(self, link: Link, groups: Mapping[str, frozenset[str]]) -> Both:
        """Why no confirmed deal loses an account without a link."""
        if link.right in groups.get(link.left, {link.left}):
            return JOINED
        others = (one for one in self.material.parties.deals if one.judgement != "confirmed")
        hit = [one for one in others if any(self._parted(one, groups)) or any(self._carried([one], groups))]
        if not hit:
            return NO_LINE
        codes = self.material.parties.deal_codes
        named = [(codes[one.id], told(one.judgement or "suggested")) for one in hit]
        return Both(
            NOT_CONFIRMED.english.format(codes=", ".join(f"{code} ({stands.english})" for code, stands in named)),
            NOT_CONFIRMED.indonesian.format(codes=", ".join(f"{code} ({stands.indonesian})" for code, stands in named)),
        )

    def _parted(self, deal: Deal, groups: Mapping[str, frozenset[str]]) -> Iterator[Both]:
        """That accounts of a deal's booked lines would count to a party no more, each end once."""
        code = self.material.parties.deal_codes[deal.id]
        for said in dict.fromkeys(said for _, said in self._lost(deal, groups)):
            yield Both(f"{code}: {said.english}", f"{code}: {said.indonesian}")

    def _lost(self, deal: Deal, groups: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, Both]]:
        """The accounts of a deal's booked lines that a party has now and would have no more, each with what is said."""
        group = self.material.parties.group
        lines = [shown.record for shown in self.material.paid_and_back(deal)[0]]
        for end, party, said in (("payer", deal.buyer, _PAYER), ("beneficiary", deal.seller, _PAYEE)):
            accounts = {account for one in lines if (account := getattr(one, end))}
            if party:
                lost = group(party) - groups.get(party, frozenset({party}))
                yield from ((account, said) for account in sorted(accounts & lost))

    def _carried(
        self, deals: Iterable[Deal], groups: Mapping[str, frozenset[str]], said: AbstractSet[str] = frozenset()
    ) -> Iterator[Both]:
        """The sides of deals that would count as one person with fewer accounts, but for those told already."""
        parties, found = self.material.parties, dict[tuple[str, tuple[str, str]], list[str]]()
        for deal in deals:
            for party, side in ((deal.seller, _SELLER), (deal.buyer, _BUYER)):
                if party and parties.group(party) - groups.get(party, frozenset({party})) - said:
                    found.setdefault((party, side), []).append(parties.deal_codes[deal.id])
        for (party, side), codes in found.items():
            lost = parties.group(party) - groups.get(party, frozenset({party})) - said
            yield self._fewer(party, side, codes, {self._code(one) for one in lost})

    def _fewer(self, party: str, side: tuple[str, str], codes: list[str], lost: set[str]) -> Both:
        """That a side counts as one person with some accounts no more; a child's stand under one code."""
        which, runs, (english, indonesian) = self._code(party), in_runs(codes), side
        whose = "its" if len(codes) == 1 else "their"
        if lost <= {which}:
            return Both(
                f"{runs}: the accounts of {whose} {english} ({which}) count as one person no more",
                f"{runs}: akun-akun {indonesian}nya ({which}) tidak lagi dihitung sebagai satu orang",
            )
        others = ", ".join(sorted(lost - {which}, key=lambda code: (len(code), code)))
        return Both(
            f"{runs}: {whose} {english} ({which}) counts as one person with {others} no more",
            f"{runs}: {indonesian}nya ({which}) tidak lagi dihitung sebagai satu orang dengan {others}",
        )


_PAYER = Both("the payer's account counts to the buyer no more", "akun pembayar tidak lagi dihitung pada pembeli")
_PAYEE = Both("the receiving account counts to the seller no more", "akun penerima tidak lagi dihitung pada penjual")


def _stands(shown: Shown[Message] | Shown[Payment], label: str) -> bool:
    return any(place.exhibit != label for place in shown.places)
