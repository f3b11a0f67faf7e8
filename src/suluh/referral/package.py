# SPDX-License-Identifier: Apache-2.0
"""Puts a package together from the nouns of a case: what it may say, and the files that say it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from suluh.model.intake import Authority, Content, Exhibit, File, Standing
from suluh.model.matching import HashSet, Match
from suluh.model.money import decimal_text
from suluh.model.people import Decision
from suluh.model.talk import service_of
from suluh.model.trade import Deal
from suluh.plugins import find
from suluh.referral.dossier import (
    AccountLine,
    ContentLine,
    DealLine,
    Dossier,
    ExhibitLine,
    MatchLine,
    VoteLine,
)
from suluh.referral.formats.format import Format

WITHHELD = frozenset({"out-of-scope", "quarantined"})
"""Files in these states stand for nothing in a package."""


@dataclass(frozen=True)
class Head:
    """Which case, for whom, by whom, when."""

    case: str
    unit: str
    recipient: str
    author: str
    at: str


@dataclass(frozen=True)
class Findings:
    """The nouns that a package is made of."""

    authorities: Iterable[Authority]
    exhibits: Iterable[Exhibit]
    files: Iterable[File]
    standings: Iterable[Standing]
    contents: Iterable[Content]
    sets: Iterable[HashSet]
    matches: Iterable[Match]
    decisions: Iterable[Decision]
    deals: Iterable[Deal]


def files_of(dossier: Dossier) -> dict[str, bytes]:
    """Every file that the formats write of a dossier, by name."""
    files: dict[str, bytes] = {}
    for kind in find("suluh.referral.formats", Format):
        for name, raw in kind().write(dossier):
            if name in files:
                raise ValueError(f"two formats write {name}")
            files[name] = raw
    return dict(sorted(files.items()))


def dossier(head: Head, found: Findings) -> Dossier:
    """What the package of a case says."""
    labels = _labels(found.files, found.standings)
    contents: dict[str, Content] = {}
    held: dict[str, list[str]] = defaultdict(list)
    for content in found.contents:
        if content.file in labels:
            contents.setdefault(content.sha256, content)
            held[content.sha256].append(labels[content.file])
    lines = _contents(contents, held, found)
    listed = {line.sha256 for line in lines}
    deals, accounts = _deals(found.deals, listed)
    return Dossier(
        case=head.case,
        unit=head.unit,
        recipient=head.recipient,
        author=head.author,
        at=head.at,
        exhibits=_exhibits(found, labels, held, listed),
        contents=lines,
        deals=deals,
        accounts=accounts,
    )


def approves(paper: Authority, exhibit: Exhibit) -> bool:
    """Whether a paper is the court's approval of the urgent seizure of an exhibit; one that names others is not."""
    return (
        paper.kind == "court"
        and paper.approves == exhibit.authority
        and (not paper.exhibits or exhibit.label in paper.exhibits)
    )


def _labels(files: Iterable[File], standings: Iterable[Standing]) -> dict[str, str]:
    """The exhibit of each file that is within scope."""
    withheld = {standing.file for standing in standings if standing.state in WITHHELD}
    return {file.id: file.exhibit for file in files if file.id not in withheld}


def _exhibits(
    found: Findings, labels: Mapping[str, str], held: Mapping[str, list[str]], listed: set[str]
) -> tuple[ExhibitLine, ...]:
    papers = {paper.number: paper for paper in found.authorities}
    files = Counter(labels.values())
    contents = Counter(label for exhibits in held.values() for label in set(exhibits))
    named = Counter(label for sha256 in listed for label in set(held[sha256]))
    return tuple(
        ExhibitLine(
            label=one.label,
            authority=one.authority,
            authority_kind=papers[one.authority].kind,
            authority_date=papers[one.authority].date,
            approval=next((paper.number for paper in papers.values() if approves(paper, one)), None),
            files=files[one.label],
            contents=contents[one.label],
            listed=named[one.label],
        )
        for one in sorted(found.exhibits, key=lambda one: one.order)
    )


def _contents(
    contents: Mapping[str, Content], held: Mapping[str, list[str]], found: Findings
) -> tuple[ContentLine, ...]:
    """Contents with an exact match in a known set, or an officer's category, by SHA-256."""
    matches, votes = _matches(found.matches, found.sets), _votes(found.decisions)
    return tuple(
        ContentLine(
            sha256=sha256,
            sha1=contents[sha256].sha1,
            md5=contents[sha256].md5,
            size=contents[sha256].size,
            type=contents[sha256].type,
            files=len(held[sha256]),
            exhibits=tuple(sorted(set(held[sha256]))),
            matches=tuple(sorted(matches.get(sha256, ()), key=lambda one: (one.set, one.digest, one.entry))),
            votes=votes.get(sha256, ()),
        )
        for sha256 in sorted((matches.keys() | votes.keys()) & contents.keys())
    )


def _matches(matches: Iterable[Match], sets: Iterable[HashSet]) -> dict[str, list[MatchLine]]:
    """Exact matches in known sets; a near match is a candidate and is never sent."""
    versions = {one.digest: one.version for one in sets}
    lines: dict[str, list[MatchLine]] = defaultdict(list)
    for match in matches:
        if (match.kind, match.set_kind) != ("exact", "known"):
            continue
        line = MatchLine(
            set=match.set_name,
            digest=match.set,
            entry=match.set_entry,
            version=versions.get(match.set),
            categories=tuple(sorted(f"{one.scheme}:{one.code}" for one in match.categories)),
        )
        lines[match.sha256].append(line)
    return lines


def _votes(decisions: Iterable[Decision]) -> dict[str, tuple[VoteLine, ...]]:
    """Each officer's latest category of a content under each scheme, counted."""
    latest: dict[tuple[str, str, str], str] = {}
    for one in sorted(decisions, key=lambda one: one.order):
        if one.act == "category" and one.right is not None:
            latest[one.left, one.by, one.right.partition(":")[0]] = one.right
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for (sha256, _, _), category in latest.items():
        votes[sha256][category] += 1
    return {
        sha256: tuple(VoteLine(category=name, officers=given[name]) for name in sorted(given))
        for sha256, given in votes.items()
    }


def _deals(deals: Iterable[Deal], listed: set[str]) -> tuple[tuple[DealLine, ...], tuple[AccountLine, ...]]:
    """Deals in the order of their first time, and their parties, under codes that mean nothing elsewhere."""
    ordered = sorted(deals, key=lambda one: (one.offered_at or one.paid_at or one.delivered_at or "", one.id))
    # In the order of deals: in the order of their names, a code would tell what a number lies between.
    parties = list(dict.fromkeys(name for one in ordered for name in (one.seller, one.buyer) if name is not None))
    codes = {name: f"A-{number}" for number, name in enumerate(parties, 1)}
    lines = tuple(_deal(f"D-{number}", one, codes, listed) for number, one in enumerate(ordered, 1))
    sold, bought = Counter(one.seller for one in ordered), Counter(one.buyer for one in ordered)
    accounts = tuple(
        AccountLine(code=codes[name], service=service_of(name), sold=sold[name], bought=bought[name])
        for name in parties
    )
    return lines, accounts


def _deal(code: str, deal: Deal, codes: Mapping[str, str], listed: set[str]) -> DealLine:
    priced = deal.amount_minor is not None and deal.currency is not None
    return DealLine(
        code=code,
        kind=deal.kind,
        state=deal.state,
        tier=deal.tier,
        seller=codes.get(deal.seller or ""),
        buyer=codes.get(deal.buyer or ""),
        items_promised=deal.items_promised,
        items_delivered=deal.items_delivered,
        items_distinct=deal.items_distinct,
        amount=decimal_text(deal.amount_minor or 0, deal.currency or "") if priced else None,
        currency=deal.currency if priced else None,
        payments=len(deal.payments),
        offered_at=deal.offered_at,
        paid_at=deal.paid_at,
        delivered_at=deal.delivered_at,
        contents=tuple(sorted(set(deal.files) & listed)),
    )
