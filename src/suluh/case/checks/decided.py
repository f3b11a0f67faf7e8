# SPDX-License-Identifier: Apache-2.0
"""Check 8: no tie rests on what nobody decided, or on what is no evidence."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.contents_of import Known, known_of
from suluh.case.dossiers.facts import Fact
from suluh.case.dossiers.joined import parts_of
from suluh.case.gate.guarded import guarded_accounts
from suluh.model.deeds.deed import Said
from suluh.model.dossier.papers import INTELLIGENCE

TIPS = frozenset({"LI", INTELLIGENCE})
"""A report of information, and one of financial intelligence: they open work and prove nothing."""

GUARDED = Said(
    "It rests on a protected account: papers withhold it, so it proves nothing here.",
    "Fakta ini bertumpu pada akun terlindungi: lembar menahannya, sehingga tidak membuktikan apa pun di sini.",
)


class Decided(Check):
    """Whether each tied fact is one that officers decided on."""

    name = "08"
    severity = "B"
    asks = Said(
        "No tie rests on a suggested link, a deal not confirmed, a near match, a dropped set, a tip or one guarded.",
        "Tidak ada unsur yang bertumpu pada kaitan atau rangkaian yang belum diputuskan, kemiripan, himpunan yang "
        "dicabut, laporan informasi, atau akun terlindungi.",
    )
    next = Said(
        "Decide the link or the deal, or take the tie back with --withdraw.",
        "Putuskan kaitan atau rangkaian transaksi itu, atau cabut pengaitan dengan --withdraw.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Ties that rest on no decision, and defendants whose accounts no decision joins."""
        guarded = guarded_accounts(brief.case)
        known = known_of(brief.case, {sha256 for one in brief.facts for sha256 in one.contents})
        for fact in brief.facts:
            yield from (Fault(fact.tie.code, what) for what in _wrong(fact, known))
            if not fact.accounts.isdisjoint(guarded):
                yield Fault(fact.tie.code, GUARDED)
        for one in brief.defendants:
            acting = {account for fact in brief.facts for account in fact.accounts} & set(one.accounts)
            if len(parts_of(brief.case, one.accounts, acting)) > 1:
                yield Fault(
                    one.code,
                    Said(
                        "Facts are tied through accounts that only a suggested link joins.",
                        "Fakta dikaitkan melalui akun yang hanya digabung oleh kaitan yang diusulkan.",
                    ),
                )


def _wrong(fact: Fact, known: Known) -> Iterator[Said]:
    if not fact.is_there:
        yield Said("The case does not hold this fact any more.", "Fakta ini tidak ada lagi dalam perkara.")
    if fact.deal is not None and fact.deal.judgement != "confirmed":
        yield Said("The deal is not confirmed.", "Rangkaian transaksi ini belum dikonfirmasi.")
    if fact.paper is not None and fact.paper.kind in TIPS:
        yield Said(
            "A report of information or intelligence is no evidence.", "Laporan informasi atau LHA bukan alat bukti."
        )
    for sha256 in fact.contents:
        if known.is_near_only(sha256):
            yield Said("The content is known by a near match alone.", "Isi ini hanya mirip, belum dinyatakan sama.")
        if known.is_of_dropped_set(sha256):
            yield Said("The hash set was dropped.", "Himpunan hash-nya sudah dicabut.")
