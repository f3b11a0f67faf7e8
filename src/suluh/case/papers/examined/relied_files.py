# SPDX-License-Identifier: Apache-2.0
"""The files that deals rest on: each chat, statement or database with its digest and the deals it bears."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from suluh.case.dossiers.facts import Facts
from suluh.case.dossiers.matrix import runs
from suluh.case.papers.material import Material
from suluh.case.papers.places import TO, named
from suluh.model.intake import Content, File, Standing, place_of
from suluh.model.people import Link
from suluh.model.rules.codes import CODES
from suluh.model.trade import Deal
from suluh.referral.papers.report import Rows
from suluh.referral.papers.values import Both, Cell, Listed

UNPRINTED = Both(
    "path not printed; its number, digest and size stand for it",
    "jalur tidak dicetak; nomor, hash, dan ukurannya yang dipakai",
)
"""The same for whatever word of a path papers leave out: why it is left out is not said."""

UNDECIDED = Both("not decided: ", "belum diputuskan: ")


@dataclass(frozen=True)
class Deciding:
    """Of the exhibits that a report is about, by their labels."""

    material: Material
    labels: tuple[str, ...]

    def rows(self) -> Rows:
        """Exhibit, acquisition, number in the order of intake, file, SHA-256, bytes, and what rests on it."""
        case, files = self.material.case, self._resting.keys() | self._beside.keys()
        standings = sorted(case.rows.by_column(Standing, "file", files), key=lambda one: one.position)
        known = {one.id: one for one in case.rows.by_column(File, "id", files)}
        held = {one.file: one for one in case.rows.by_column(Content, "file", files)}
        return tuple(
            self._row(known[one.file], one, held.get(one.file))
            for one in standings
            if one.file in known and one.exhibit in self.labels
        )

    def _row(self, file: File, standing: Standing, content: Content | None) -> tuple[Cell, ...]:
        shown = named(place_of(file))
        if self.material.is_veiled(shown.english):
            shown = UNPRINTED
        digest, size = (None, None) if content is None else (content.sha256, content.size)
        deals = told(self._resting.get(file.id, ()), self.material.parties.deal_codes)
        beside = Listed(tuple(_counted(self._beside.get(file.id, {}))))
        return file.exhibit, file.acquisition, str(standing.position + 1), shown, digest, size, deals, beside

    @cached_property
    def _beside(self) -> dict[str, dict[str, list[str]]]:
        """The links and offers that rest on each file: each link by its accounts, an offer by nothing."""
        material = self.material
        found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        parties = material.parties
        for link in parties.links:
            kind = "link" if link.judgement == "confirmed" else "open" if link.judgement != "rejected" else None
            for file in {place.file for place in parties.hidden.open_places(link.places)} if kind else ():
                found[file][kind or ""].append(self._pair(link))
        for offer in parties.offers:
            shown = (one for name in offer.messages if (one := material.messages.get(name)))
            for file in {place.file for one in shown for place in one.places}:
                found[file]["offer"].append("")
        return found

    def _pair(self, link: Link) -> str:
        """Its two accounts by their codes; nothing where one is a child's: the other would tell of them."""
        if any(map(self.material.parties.is_child, (link.left, link.right))):
            return ""
        return " + ".join(sorted(map(self.material.parties.account, (link.left, link.right)), key=_by_number))

    @cached_property
    def _resting(self) -> dict[str, list[Deal]]:
        """The deals that rest on each file, without those that officers rejected; copies of a record count as well."""
        facts = Facts(self.material.case)
        found: dict[str, list[Deal]] = defaultdict(list)
        for deal in self.material.parties.deals:
            if deal.judgement != "rejected":
                fact = facts.of_deal(deal.id)
                places = [*(one.place for one in fact.messages), *(one.place for one in fact.payments)]
                places += [place for joint in facts.joints(fact) for place in joint.places]
                rests = {name: None for one in (*deal.reasons_for, *deal.reasons_against) for name in one.rests}
                shown = (self.material.messages.get(name) for name in rests)
                places += [place for one in shown if one is not None for place in one.places]
                for file in dict.fromkeys(place.file for place in places):
                    found[file].append(deal)
        return found


_BESIDE = {
    "link": Both("links confirmed: {}", "kaitan dikonfirmasi: {}"),
    "open": Both("links not decided: {}", "kaitan belum diputuskan: {}"),
    "offer": Both("offers: {}", "penawaran: {}"),
}
NAMED = 12
"""So many links of one file are named by their accounts."""


def _counted(found: Mapping[str, list[str]]) -> Iterator[Both]:
    """How many of each kind, in one order, with the accounts of links."""
    for kind, said in _BESIDE.items():
        if some := found.get(kind):
            pairs = sorted(filter(None, some), key=_by_number)
            more = ", \u2026" if len(some) > len(pairs[:NAMED]) else ""
            which = f"{len(some)} ({', '.join(pairs[:NAMED])}{more})" if pairs else str(len(some))
            yield Both(said.english.format(which), said.indonesian.format(which))


def _by_number(code: str) -> tuple[list[int], str]:
    """Codes in the order of their numbers."""
    return [int(one) for one in re.findall(r"\d+", code)], code


def told(deals: Iterable[Deal], codes: Mapping[str, str]) -> Listed:
    """Deals by code, those that follow on one another as a run; what nobody confirmed stands apart."""
    sure: list[str] = []
    others: list[str] = []
    for one in deals:
        (sure if one.judgement == "confirmed" else others).append(codes[one.id])
    parts: list[Both | str] = [in_runs(sure)] if sure else []
    if others:
        shown = in_runs(others)
        parts.append(Both(UNDECIDED.english + shown, UNDECIDED.indonesian + shown))
    return Listed(tuple(parts))


def in_runs(codes: Iterable[str]) -> str:
    """Runs with a dash between their ends."""
    numbers = {one.partition("-")[2] for one in codes}
    ends = (run.partition("-") for run in runs(numbers))
    letters = CODES["deal"].letters
    return ", ".join(f"{letters}-{one}{f' {TO} {letters}-{last}' if last else ''}" for one, _, last in ends)
