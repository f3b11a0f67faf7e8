# SPDX-License-Identifier: Apache-2.0
"""Counts what is said of a series: contents, files, exhibits, decided and undecided deals, buyers, days, payments."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from suluh.case.acts.release import PACKAGE, package_folder
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.papers.hidden import Hidden
from suluh.case.sharing.sheets import paper_line
from suluh.model.after.sharing import Draft, Release
from suluh.model.dossier.care import SupportNote
from suluh.model.intake import Content, File, Standing
from suluh.model.people import Person
from suluh.model.trade import Deal, counts
from suluh.referral.papers.beside.restitution import Counted, Told
from suluh.referral.says.choice import WITHHELD


def counted(case: Case, code: str, contents: frozenset[str]) -> Counted:
    """The numbers of some contents; what officers rejected is in none, and what they did not decide is possible."""
    held = _held(case, contents)
    deals = _deals(case, contents)
    confirmed = [one for one in deals if one.judgement == "confirmed"]
    days = sorted(at[:10] for one in confirmed for at in (one.offered_at, one.paid_at, one.delivered_at) if at)
    return Counted(
        code=code,
        contents=len({sha256 for sha256, _ in held}),
        files=len(held),
        exhibits=len({exhibit for _, exhibit in held}),
        confirmed=len(confirmed),
        possible=len(deals) - len(confirmed),
        buyers=_buyers(case, confirmed),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        paid=_paid(confirmed),
    )


def told(case: Case, contents: frozenset[str], child: str | None) -> Told:
    """Who was told of these contents, and how many deals with accounts under protection are not counted."""
    notes = [one for one in typed(case.rows, SupportNote) if child is not None and one.person == child and one.told]
    partners, lost = _partners(case, contents)
    return Told(
        partners=partners,
        child=paper_line(case, notes[-1].told) if notes else None,
        lost=lost,
        withheld=len(_of_series(case, contents)) - len(_deals(case, contents)),
    )


def _held(case: Case, contents: frozenset[str]) -> list[tuple[str, str]]:
    """Content and exhibit of every file within scope that holds one of them."""
    files = {one.file: one.sha256 for one in case.rows.by_column(Content, "sha256", contents)}
    out = {one.file for one in case.nouns(Standing) if one.file in files and one.state in WITHHELD}
    kept = files.keys() - out
    return [(files[one.id], one.exhibit) for one in case.rows.by_column(File, "id", kept)]


def _deals(case: Case, contents: frozenset[str]) -> list[Deal]:
    """Those of them that are no protected account's: of such a one nothing is counted, for a sum would tell of it."""
    hidden = Hidden(case).deals
    return [one for one in _of_series(case, contents) if one.id not in hidden]


def _of_series(case: Case, contents: frozenset[str]) -> list[Deal]:
    """The deals in which one of them was sent, but those that officers rejected."""
    return [one for one in case.nouns(Deal) if counts(one) and not contents.isdisjoint(one.files)]


def _buyers(case: Case, deals: Iterable[Deal]) -> int:
    """How many buyers some deals have, joined accounts as one."""
    person_of = {account: one.id for one in case.nouns(Person) for account in one.accounts}
    return len({person_of.get(one.buyer, one.buyer) for one in deals if one.buyer})


def _paid(deals: Iterable[Deal]) -> tuple[tuple[str, int], ...]:
    """What booked lines say was paid in some deals, each currency for itself."""
    sums: Counter[str] = Counter()
    for one in deals:
        if one.tier == "recorded" and one.payments and one.currency:
            sums[one.currency] += one.amount_minor or 0
    return tuple(sorted(sums.items()))


def _partners(case: Case, contents: frozenset[str]) -> tuple[tuple[tuple[str, str], ...], int]:
    """Country and day of each package for a partner that lists one of the contents; and how many lie here no more."""
    drafts = {one.id: one for one in case.nouns(Draft) if one.terms is not None and one.terms.kind == "partner"}
    found: list[tuple[str, str]] = []
    lost = 0
    for release in case.nouns(Release):
        path = package_folder(case, release.draft) / PACKAGE
        if release.draft not in drafts:
            continue
        if not path.is_file():
            lost += 1
        elif contents & _listed(path.read_bytes()):
            terms = drafts[release.draft].terms
            found.append((terms.country or "" if terms else "", release.at[:10]))
    return tuple(sorted(found, key=lambda one: (one[1], one[0]))), lost


class _Contents(msgspec.Struct):
    """The contents of a package, whatever else it says."""

    contents: tuple[dict[str, object], ...] = ()


def _listed(raw: bytes) -> set[str]:
    """SHA-256 of what a package lists."""
    return {str(one.get("sha256")) for one in msgspec.json.decode(raw, type=_Contents).contents}
