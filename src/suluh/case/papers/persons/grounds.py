# SPDX-License-Identifier: Apache-2.0
"""By what the accounts under the code of a child stand there: of each its service alone, never what names it."""

from collections.abc import Iterable, Iterator, Sequence

from suluh.case.papers.parties import Parties, service
from suluh.case.papers.reasons.circular import Circles
from suluh.model.people import Link
from suluh.referral.papers.values import Both
from suluh.referral.papers.words import done, told


def of_child(parties: Parties, circles: Circles, accounts: Sequence[str]) -> tuple[Both, ...]:
    """A sentence for each link among the accounts under one code, decided or not: what nobody decided proves none."""
    own = frozenset(accounts)
    links = [one for one in parties.links if {one.left, one.right} <= own and one.judgement != "rejected"]
    said = (_said(parties, circles, one) for one in sorted(links, key=lambda one: (one.rule, one.id)))
    return tuple(dict.fromkeys(said))


def of_service(account: str, grounds: Iterable[Both]) -> Iterator[Both]:
    """What is said of one account, behind its service."""
    name = told(service(account))
    for one in grounds:
        yield Both(f"{name.english}: {one.english}", f"{name.indonesian}: {one.indonesian}")


def _said(parties: Parties, circles: Circles, link: Link) -> Both:
    rule, deals = told(link.rule), circles.joins(link)
    left, right = sorted((told(service(link.left)), told(service(link.right))), key=lambda one: one.english)
    begins = f"{left.english}, {right.english}: {rule.english}"
    begins_id = f"{left.indonesian}, {right.indonesian}: {rule.indonesian}"
    rests, rests_id = (
        (
            f", rests on {deals.english} and is no second proof of them",
            f", bertumpu pada {deals.indonesian} dan bukan bukti kedua baginya",
        )
        if deals
        else ("", "")
    )
    if link.judgement == "confirmed":
        who = done(link.by, link.at)
        return Both(
            f"{begins}{rests}; confirmed by {who}",
            f"{begins_id}{rests_id}; dikonfirmasi {who}",
        )
    if parties.is_decided(link.left, link.right):
        stands = told(link.judgement)
        return Both(f"{begins}{rests}; {stands.english}", f"{begins_id}{rests_id}; {stands.indonesian}")
    return Both(
        f"joined by no decision: {begins}{rests}; they stand under one code because all that may be a child's does",
        f"tidak digabungkan oleh keputusan mana pun: {begins_id}{rests_id}; tercantum di bawah satu kode karena semua "
        "yang mungkin milik seorang anak tercantum di sana",
    )
