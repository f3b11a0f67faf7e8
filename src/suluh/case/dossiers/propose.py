# SPDX-License-Identifier: Apache-2.0
"""What of the case might be tied to a dossier and is not: candidates for officers, of which none is tied by itself."""

from collections.abc import Iterator
from typing import NamedTuple

from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.contents_of import known_of
from suluh.model.deeds.deed import Said
from suluh.model.trade import Deal

DEAL = Said("A confirmed deal of the defendant.", "Rangkaian transaksi orang ini yang sudah dikonfirmasi.")
MATCH = Said(
    "A content of the defendant's deals stands in a set of known material.",
    "Isi dari rangkaiannya cocok persis dengan himpunan materi dikenal.",
)
VOTES = Said(
    "Two people gave a content of the defendant's deals one category.",
    "Dua orang memberi kategori yang sama pada isi dari rangkaiannya.",
)


class Candidate(NamedTuple):
    """A fact that might be tied."""

    defendant: str
    fact: str
    """As a tie names it, with ids as lists show them."""

    why: Said


def candidates(brief: Brief) -> Iterator[Candidate]:
    """Facts of each defendant that no tie names yet: deals first, then contents, each in a fixed order."""
    tied = {one.fact for one in brief.ties}
    for one in brief.defendants:
        deals = [deal for deal in brief.case.nouns(Deal) if _is_of(deal, set(one.accounts))]
        for deal in sorted(deals, key=lambda deal: (deal.paid_at or deal.offered_at or "", deal.id)):
            if f"deal:{deal.id}" not in tied:
                yield Candidate(one.code, brief.shown(f"deal:{deal.id}"), DEAL)
        contents = sorted({sha256 for deal in deals for sha256 in deal.files if f"content:{sha256}" not in tied})
        yield from (Candidate(one.code, f"content:{sha256}", why) for sha256, why in _known(brief, contents))


def _is_of(deal: Deal, accounts: set[str]) -> bool:
    return deal.judgement == "confirmed" and not accounts.isdisjoint({deal.seller, deal.buyer})


def _known(brief: Brief, contents: list[str]) -> Iterator[tuple[str, Said]]:
    known = known_of(brief.case, contents)
    for sha256 in contents:
        if known.is_exact(sha256):
            yield sha256, MATCH
        elif known.is_graded(sha256):
            yield sha256, VOTES
